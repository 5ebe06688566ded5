"""The ways one figure may be had, and which of them stands."""

import pytest

from lib.candidates import MONTHS, OTHER_FIGURES, OWN_PARTS, VALUE, Candidate, agree, chosen, disagreeing, plain, restated


def given(value, decimals=0, precedence=0, received="2015-12"):
    """A result typed into a return with so many decimals."""
    return Candidate((precedence, VALUE), value, origin="supplied", decimals=decimals, place=(f"{received}/scorecard.xlsx", "Sheet", 2, "C"))


def made(numerator, denominator, kind=OWN_PARTS, precedence=0):
    """A percentage of two parts."""
    return Candidate((precedence, kind), 100 * numerator / denominator, numerator, denominator)


def test_a_supplied_value_gives_way_to_parts_that_explain_it():
    value, parts = given(46.6, 1), made(485, 1041, OTHER_FIGURES)

    stands, others = chosen([value, parts])

    assert (stands, others) == (parts, [value])


def test_a_supplied_value_stands_against_parts_that_do_not_explain_it():
    value, parts = given(46.7, 1), made(485, 1041, OTHER_FIGURES)

    stands, others = chosen([value, parts])

    assert (stands, others) == (value, [parts])


def test_a_supplied_value_gives_way_to_the_first_parts_that_explain_it():
    value, wrong, right = given(46.6, 1), made(500, 1041), made(485, 1041, MONTHS)

    stands, others = chosen([value, wrong, right])

    assert (stands, others) == (right, [value, wrong])


def test_parts_that_come_first_stand_whatever_the_others_say():
    parts, value = made(485, 1041), given(50.0, 1, precedence=1)

    stands, _ = chosen([parts, value])

    assert stands == parts


@pytest.mark.parametrize("one, other, alike", [
    (given(13.8, 1), made(138112, 1_000_000), True),
    (given(13.81, 2), made(138112, 1_000_000), True),
    (given(13.8, 2), made(138112, 1_000_000), False),       # 13.80 is not 13.81
    (given(13.8, 1), given(13.81, 2), True),
    (given(14, 0), made(145, 1000), False),                 # 14.5 is printed as 15
    (given(15, 0), made(145, 1000), True),
])
def test_two_ways_agree_to_the_fewer_decimals_of_the_two(one, other, alike):
    assert agree(one, other) is alike


def test_two_computed_ways_agree_to_the_decimals_that_are_shown():
    one, other = made(4661, 10_000), made(4663, 10_000)

    assert (agree(one, other, decimals=1), agree(one, other, decimals=2)) == (True, False)


def test_what_says_something_else_disagrees():
    figure, same, different = made(485, 1041), given(46.6, 1), given(49.5, 1)

    assert disagreeing(figure, [same, different], decimals=1) == [different]


def test_a_missing_value_disagrees_with_nothing():
    silent = given(float("nan"))

    assert disagreeing(made(485, 1041), [silent], decimals=1) == []
    assert disagreeing(silent, [made(485, 1041)], decimals=1) == []


def test_two_ways_that_follow_from_other_figures_do_not_disagree():
    assert disagreeing(made(485, 1041, OTHER_FIGURES), [made(500, 1041, MONTHS)], decimals=1) == []


def test_an_earlier_month_s_return_restates_and_does_not_disagree():
    now, before = given(120), given(118, precedence=1, received="2015-11")

    assert disagreeing(now, [before], decimals=0) == []
    assert restated(now, [before], decimals=0) == [before]


def test_an_earlier_month_s_return_that_said_the_same_restates_nothing():
    assert restated(given(120), [given(120, precedence=1, received="2015-11")], decimals=0) == []


def test_a_value_that_lost_in_the_earlier_month_s_own_returns_was_not_published_and_is_no_restatement():
    now, stood, lost = given(274), given(274, precedence=2, received="2015-11"), given(260, precedence=3, received="2015-11")

    assert restated(now, [stood, lost], decimals=0) == []
    assert restated(given(280), [lost, stood], decimals=0) == [stood]


def test_each_earlier_month_s_returns_restate_once():
    october, november = given(118, precedence=4, received="2015-10"), given(119, precedence=2, received="2015-11")

    assert restated(given(120), [november, given(117, precedence=3, received="2015-11"), october], decimals=0) == [november, october]


def test_parts_out_of_none_disagree_with_a_value():
    none = Candidate((1, OWN_PARTS), float("nan"), 0, 0, state="none in the period")

    assert disagreeing(given(50, 0), [none], decimals=1) == [none]


def test_words_disagree_with_nothing():
    words = Candidate((1, VALUE), float("nan"), state="tbc")

    assert disagreeing(given(50, 0), [words], decimals=1) == []


@pytest.mark.parametrize("value, words", [(18.0, "18"), (13.81, "13.81"), (0.3, "0.3"), (100.0, "100"), (12.7240143, "12.724")])
def test_numbers_read_as_a_person_would_type_them(value, words):
    assert plain(value) == words


def test_where_there_is_no_value_a_candidate_says_why():
    assert Candidate((0, OWN_PARTS), float("nan"), 0, 0, state="none in the period").said == "none in the period"
