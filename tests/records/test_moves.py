import pandas as pd
import pytest
from tests.frames import settings
from tests.records.lists_of_care import cared_for, extract

from lib import records
from lib.records import care, moves

RULES = settings(month="2020-03")
MARCH = pd.Timestamp("2020-03-31")


def placement(**said):
    return {"child": "ZZ-900001", "placement_type": "U4", "provider": "PR1", "started": "2020-03-01"} | said


def nights_of(*placements, first="2020-03"):
    return moves.nights(extract(first=first, placement_nights=placements), RULES)


def settled(*children, placements=()):
    return care.periods_of_care(extract(looked_after_children=children, placement_nights=placements), RULES)


# Nights


@pytest.mark.parametrize("started, ended, nights", [
    ("2020-03-01", None, [31]), ("2020-01-06", "2020-04-01", [31]), ("2020-03-01", "2020-03-31", [30]), ("2020-03-31", None, [1]),
    ("2020-03-10", "2020-03-11", [1]), ("2020-03-10", "2020-03-10", []), ("2020-02-03", "2020-03-01", []), ("2020-04-01", None, []),
])
def test_a_night_is_from_the_first_day_to_the_day_before_the_last(started, ended, nights):
    assert nights_of(placement(started=started, ended=ended)).nights.tolist() == nights


def test_a_placement_has_a_record_a_month_with_a_night_of_29_february_in_a_leap_year():
    slept = nights_of(placement(started="2020-01-30", ended="2020-03-03"), first="2019-12")

    assert slept.month_end.dt.strftime("%Y-%m-%d").tolist() == ["2020-01-31", "2020-02-29", "2020-03-31"]
    assert slept.nights.tolist() == [2, 29, 2]


def test_a_night_of_two_placements_is_of_the_one_that_began_last_and_counts_once():
    slept = nights_of(placement(), placement(placement_type="K2", started="2020-03-10", ended="2020-03-15"))

    assert dict(zip(slept.placement_group, slept.nights)) == {"In-house": 26, "Residential": 5}


@pytest.mark.parametrize("turned", [1, -1])
def test_of_two_placements_that_began_on_a_day_the_nights_are_of_the_one_that_ended_first_whichever_row_is_first(turned):
    both = [placement(), placement(placement_type="K2", ended="2020-03-11")][::turned]

    slept = nights_of(*both)

    assert dict(zip(slept.placement_group, slept.nights)) == {"In-house": 21, "Residential": 10}


def test_a_moves_day_is_a_night_of_the_new_placement():
    slept = nights_of(placement(ended="2020-03-11"), placement(placement_type="K2", started="2020-03-11"))

    assert dict(zip(slept.placement_group, slept.nights)) == {"In-house": 10, "Residential": 21}


def test_nights_of_two_children_in_one_home_are_two():
    assert nights_of(placement(), placement(child="ZZ-900002")).nights.sum() == 62


@pytest.mark.parametrize("kind, provider, group", [
    ("U4", "PR1", "In-house"), ("U1", "PR1", "In-house"),
    ("U6", "PR4", "Independent fostering agency"), ("U3", "PR2", "Independent fostering agency"),
    ("K2", "PR4", "Residential"), ("R1", "PR1", "Residential"), ("S1", "PR5", "Residential"), ("H5", "PR4", "Residential"),
    ("P1", "PR0", "Other"), ("A5", "PR1", "Other"), ("P2", "PR4", "Other"), ("Z1", "PR4", "Other"),
    ("in_house", "", "In-house"), ("independent_fostering_agency", "", "Independent fostering agency"), ("residential", "", "Residential"),
    ("other", "", "Other"), ("U4", "", "Not recorded"), ("", "PR1", "Not recorded"),
])
def test_placements_are_grouped_as_they_are_told_or_by_type_and_provider(kind, provider, group):
    assert nights_of(placement(placement_type=kind, provider=provider)).placement_group.tolist() == [group]


def test_nights_keep_the_place_of_their_placements_row():
    slept = nights_of(placement(started="2020-03-20"), placement(child="ZZ-900002", started="2020-03-02"))

    assert slept.set_index("child").row.to_dict() == {"ZZ-900001": 2, "ZZ-900002": 3}


def test_a_list_complete_for_no_month_has_no_nights():
    made = records.make("placement_nights", extract(first="2020-04", placement_nights=[placement()]), RULES)

    assert (len(made.frame), made.months) == (0, ())


def test_a_years_nights_of_many_children_are_counted_at_once():
    started = pd.date_range("2019-04-01", periods=300).strftime("%Y-%m-%d")

    slept = nights_of(*(placement(child=f"ZZ-{number}", started=day) for number, day in enumerate(started)), first="2019-04")

    assert slept.nights.sum() == sum(366 - place for place in range(300))


# Stability


@pytest.mark.parametrize("since, stable", [("2018-03-31", True), ("2018-04-01", False), (None, False)])
def test_two_years_in_the_present_placement_are_settled(since, stable):
    other = cared_for(child="ZZ-900002", placement_started="2020-03-02")

    assert settled(cared_for(placement_started=since, placement_type="U4"), other).settled.tolist() == [stable, False]


@pytest.mark.parametrize("before, stable", [
    ({"started": "2018-03-31", "ended": "2020-01-10"}, True), ({"started": "2018-04-01", "ended": "2020-01-10"}, False),
    ({"started": "2018-03-31", "ended": "2019-12-01"}, False), ({"started": "2018-03-31"}, True),
    ({"child": "ZZ-900009", "started": "2018-03-31", "ended": "2020-01-10"}, False),
])
def test_placed_for_adoption_counts_with_the_placement_it_followed_without_a_break(before, stable):
    child = cared_for(placement_started="2020-01-10", placement_type="A5")

    assert settled(child, placements=[placement(**before)]).settled.tolist() == [stable]


def test_only_a_placement_for_adoption_counts_with_the_one_before():
    child = cared_for(placement_started="2020-01-10", placement_type="U4")

    assert settled(child, placements=[placement(started="2016-05-02", ended="2020-01-10")]).settled.tolist() == [False]


def test_three_placements_in_a_year_are_many_and_an_unknown_number_is_not():
    children = settled(*(cared_for(placements_in_12_months=number) for number in (2, 3, 7, None)))

    assert children.three_or_more_placements.tolist() == [False, True, True, False]


def test_nothing_is_known_of_moves_that_no_row_tells():
    children = settled(cared_for())

    assert not {"three_or_more_placements", "settled"} & set(children)
