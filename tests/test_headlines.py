"""Titles drafted from rows: what moved, where colours stand, what is largest."""

import pytest

from lib import headlines
from tests import rows

SHARE = "referrals_to_assessment_percent"
TEAMS = "cases_per_social_worker_average"


@pytest.mark.parametrize(("before", "words"), [(1029.0, "rose to"), (1050.0, "fell to"), (1041.0, "stood at"), (rows.NOTHING, "stood at")])
def test_a_headline_says_which_way_a_figure_went(before, words):
    assert headlines.headline(rows.one(1041, month_ago=before)) == f"Contacts {words} 1,041 in December 2015"


def test_a_headline_says_since_when_and_of_which_category():
    row = rows.one(79.24, SHARE, name="Share", category="Duty", month_ago=76.0, highest_since="2015-02")

    assert headlines.headline(row) == "Share, Duty, rose to 79.2% in December 2015, the highest since February 2015"


def test_a_headline_of_nothing_says_why():
    assert headlines.headline(rows.one(state="On hold", category="Duty")) == "Contacts, Duty: On hold"
    assert headlines.headline(rows.one(state="c")) == "Contacts: suppressed to protect individuals"
    assert headlines.headline(rows.one()) == "Contacts: no figure"


def test_a_marked_headline_is_a_sentence_with_its_figure_marked():
    sentence = headlines.marked_headline(rows.one(79.24, SHARE, name="Share of <all>"))

    assert rows.read(sentence) == "Share of <all> stood at 79.2% in December 2015."
    assert rows.parsed(sentence).data["value"] == "79.24"


def test_a_number_in_a_measures_name_is_not_taken_for_its_figure():
    sentence = headlines.marked_headline(rows.one(45, name="Assessments open past 45 working days"))

    assert sentence.startswith("Assessments open past 45 working days stood at <data ")


def test_a_marked_headline_of_nothing_is_a_sentence_without_a_figure():
    assert headlines.marked_headline(rows.one(state="<On hold>")) == "Contacts: &lt;On hold&gt;."


def test_colours_are_counted_in_words():
    compared = rows.frame(*(rows.row(1, rag=rag) for rag in ("red", "red", "green", "")), rows.row(1, month="2015-11", rag="amber"))

    assert headlines.colours(compared, rows.council()) == "3 lines are judged against targets: 2 red, 0 amber and 1 green."


def test_one_line_is_judged():
    assert headlines.colours(rows.frame(rows.row(1, rag="amber")), rows.council()) == "One line is judged against targets: 0 red, 1 amber and 0 green."


def test_a_subject_without_targets_says_so():
    assert headlines.colours(rows.frame(rows.row(1)), rows.council()) == "No line of this subject has a target."


def test_targets_without_figures_are_not_called_no_targets():
    compared = rows.frame(rows.row(measure=SHARE, state="On hold", target="at least 86%"))

    assert headlines.colours(compared, rows.council()) == "No line with a target has a figure to judge this month."


def noted(*compared, most=9):
    return [row.code for row in headlines.notable(rows.frame(*compared), rows.council(), most)]


def test_what_is_most_worth_a_headline_is_red_then_a_record_then_worse():
    lines = {"1": {}, "2": {"better": "worse"}, "3": {"highest_since": "start"}, "4": {"rag": "green"}, "5": {"rag": "amber"},
             "6": {"rag": "red", "better": "worse"}, "7": {"rag": "red", "lowest_since": "start"}}
    compared = [rows.row(9, code=code, month_ago=8.0, **said) for code, said in lines.items()]

    assert noted(*compared) == ["7", "6", "5", "4", "3", "2", "1"]
    assert noted(*compared, most=2) == ["7", "6"]


def test_what_has_no_line_no_figure_no_earlier_one_or_is_of_another_month_is_not_worth_one():
    assert noted(rows.row(9, month_ago=8.0), rows.row(code="1", month_ago=8.0), rows.row(9, code="2"),
                 rows.row(9, code="3", month_ago=8.0, month="2015-11")) == []


def test_choosing_what_to_say_leaves_the_rows_as_they_were():
    compared = rows.frame(rows.row(9, code="1", month_ago=8.0, rag="red"))
    before = compared.copy()

    headlines.notable(compared, rows.council())
    headlines.colours(compared, rows.council())

    assert compared.equals(before)


def shares(month="2015-12", first=79.2, second=20.8):
    return [rows.row(first, SHARE, month), rows.row(second, "rereferrals_percent", month)]


LABELS = {SHARE: "Led to an assessment", "rereferrals_percent": "Came again"}


def test_the_largest_share_is_named_in_the_last_month_with_figures():
    compared = rows.frame(*shares("2015-10", 10, 90), *shares("2015-11"), rows.row(measure=SHARE, state="On hold"))

    assert headlines.largest(compared, LABELS) == "Led to an assessment is the largest share in November 2015, at 79.2%"


def test_measures_side_by_side_stand_with_the_highest_first():
    assert headlines.side_by_side(rows.frame(*shares(first=20.8, second=79.24)), LABELS) == (
        "In December 2015: Came again 79.2%, Led to an assessment 20.8%")


def test_the_extremes_of_categories_are_named():
    compared = rows.frame(*(rows.row(value, TEAMS, name="Cases", breakdown="team", category=category)
                            for value, category in ((16.0, "Duty"), (18.0, "CIN North"), (12.0, "Looked after"))))

    assert headlines.extremes(compared) == "Cases: highest in CIN North, 18.0, and lowest in Looked after, 12.0"


def test_categories_that_are_all_the_same_have_no_extremes():
    compared = rows.frame(*(rows.row(16.0, TEAMS, name="Cases", breakdown="team", category=category) for category in ("Duty", "CIN North")))

    assert headlines.extremes(compared) == "Cases: 16.0 in every category at the end of December 2015"


def test_the_largest_of_several_categories_is_named_as_a_share_or_as_a_part():
    shares = rows.frame(*(rows.row(value, SHARE, category=category) for category, value in (("Neglect", 46.3), ("Emotional abuse", 53.7))))
    numbers = rows.frame(*(rows.row(value, category=category) for category, value in (("Neglect", 50), ("Emotional abuse", 58))))
    labels = {"Neglect": "Neglect", "Emotional abuse": "Emotional abuse"}

    assert headlines.largest(shares, labels) == "Emotional abuse is the largest share in December 2015, at 53.7%"
    assert headlines.largest(numbers, labels) == "Emotional abuse is the largest part in December 2015, at 58"


def test_the_largest_group_is_named_with_its_number():
    groups = rows.frame(*(rows.row(value, breakdown="age band | sex", category=category) for category, value in (
        ("5 to 9 | Female", 15), ("5 to 9 | Male", 19), ("10 to 15 | Male", rows.NOTHING))))

    assert headlines.largest_group(groups) == "Contacts: the largest group is 5 to 9, Male, with 19 in December 2015"
