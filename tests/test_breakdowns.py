"""Tables by category: measures side by side, crossed breakdowns and the last months."""

from dataclasses import replace

import pytest

from lib import breakdowns
from tests import rows

MARCH = "2020-03"
NUMBER, OTHER, SHARE = "contacts", "referrals", "contacts_progressed_to_referral_percent"
CASES, CASES_SHARE = "cases_under_supervision", "cases_under_supervision_share_percent"
RULES = replace(rows.council(month=MARCH), teams=("Duty", "CIN North"))


def by(breakdown, values, measure=NUMBER, **said):
    """A row for each category of a breakdown."""
    return [rows.row(value, measure, **{"month": MARCH, "breakdown": breakdown, "category": category, "name": measure.capitalize(), **said})
            for category, value in values.items()]


def whole(value, measure=NUMBER, **said):
    return rows.row(value, measure, said.pop("month", MARCH), **{"name": measure.capitalize(), **said})


def table(*compared, measures=(NUMBER, OTHER), breakdown="team"):
    return breakdowns.table(rows.frame(*compared), breakdown, measures, RULES)


def test_a_breakdown_has_a_row_a_category_a_column_a_measure_and_ends_with_the_whole_authority():
    shown = table(*by("team", {"CIN North": 7, "Duty": 31}), *by("team", {"CIN North": 0, "Duty": 9}, OTHER), whole(38), whole(9, OTHER))

    assert rows.heads(shown) == ["Team", "Contacts", "Referrals"]
    assert list(rows.body(shown).items()) == [("Duty", ["31", "9"]), ("CIN North", ["7", "0"]), ("Whole authority", ["38", "9"])]
    assert rows.parsed(shown).caption.text == "Contacts and referrals, by team. Somewhere, March 2020."


def test_every_number_of_a_breakdown_is_marked_with_its_category():
    shown = rows.parsed(table(*by("team", {"Duty": 31}), whole(31), measures=(NUMBER,)))

    assert [(mark["value"], mark["data-measure"], mark["data-month"], mark["data-category"]) for mark in shown.find_all("data")] == [
        ("31.0", NUMBER, MARCH, "Duty"), ("31.0", NUMBER, MARCH, "")]


def test_a_category_without_a_figure_has_no_row_and_a_missing_cell_is_blank():
    silent = by("team", {"MASH": rows.NOTHING}, state="none in the period") + by("team", {"Court": rows.NOTHING}, state="not covered")

    shown = table(*by("team", {"Duty": 31, "CIN North": 5}), *by("team", {"Duty": 0}, OTHER), *silent, whole(36))

    assert rows.body(shown) == {"Duty": ["31", "0"], "CIN North": ["5", ""], "Whole authority": ["36", ""]}


def test_a_measure_without_a_figure_by_category_has_no_column_and_is_named():
    shown = table(*by("team", {"Duty": 31}), whole(9, OTHER))

    assert rows.heads(shown) == ["Team", "Contacts received"]
    assert rows.parsed(shown).select_one("p.absence").text == "Left out, since nothing was returned on it by team: Referrals to children's social care."


def test_decimals_that_an_arrow_asked_for_are_left_out_and_those_of_a_target_kept():
    apart = by("team", {"Duty": 0.1375, "CIN North": 94.96}, SHARE)
    apart = [apart[0] | {"decimals": 3}, apart[1] | {"decimals": 2, "rag": "amber"}]

    assert rows.body(table(*apart, measures=(SHARE,))) == {"Duty": ["0.1%"], "CIN North": ["94.96%"]}


def test_a_suppressed_category_keeps_its_row():
    shown = table(*by("team", {"Duty": rows.NOTHING}, state="suppressed"), *by("team", {"CIN North": 8}), measures=(NUMBER,))

    assert rows.body(shown) == {"Duty": ["c"], "CIN North": ["8"]}


def test_the_caption_of_many_measures_names_the_first():
    shown = table(*by("team", {"Duty": 31}), *by("team", {"Duty": 9}, OTHER), *by("team", {"Duty": 29.0}, SHARE), measures=(NUMBER, OTHER, SHARE))

    assert rows.parsed(shown).caption.text == "Contacts received and others, by team. Somewhere, March 2020."


@pytest.mark.parametrize("compared", [[], [whole(9)], by("source", {"Police": 9}), by("team", {"Duty": 9}, month="2020-02")],
                         ids=["no rows", "the whole alone", "another breakdown", "another month"])
def test_a_breakdown_of_nothing_is_empty(compared):
    assert table(*compared) == ""


def matrix(*compared, measure=NUMBER, beside=(), breakdown="team | stage"):
    return breakdowns.matrix(rows.frame(*compared), measure, breakdown, beside, RULES)


CELLS = by("team | stage", {"CIN North | Started": 14, "CIN North | Proposed": 3, "Duty | Proposed": 7, "Duty | Started": 0})


def test_a_matrix_has_its_first_breakdown_down_its_second_across_and_every_total_that_is_counted():
    shown = matrix(*CELLS, *by("team", {"Duty": 7, "CIN North": 16}), *by("stage", {"Proposed": 10, "Started": 14}), whole(23))

    assert rows.heads(shown) == ["Team", "Proposed", "Started", "All"]
    assert list(rows.body(shown).items()) == [("Duty", ["7", "0", "7"]), ("CIN North", ["3", "14", "16"]), ("Whole authority", ["10", "14", "23"])]
    assert rows.parsed(shown).caption.text == "Contacts received, by team and stage. Somewhere, March 2020."


def test_a_matrix_leaves_totals_that_nobody_counted_blank_or_out():
    assert rows.body(matrix(*CELLS, whole(23)))["Whole authority"] == ["", "", "23"]
    assert rows.heads(matrix(*CELLS)) == ["Team", "Proposed", "Started"]
    assert "Whole authority" not in rows.body(matrix(*CELLS))


def test_other_measures_stand_beside_a_matrix_by_its_first_breakdown():
    shown = matrix(*CELLS, *by("team", {"Duty": 80.0}, SHARE), whole(87.5, SHARE, name="Share"), beside=(SHARE, OTHER))

    assert rows.heads(shown)[-1] == "Share"
    assert [cells[-1] for cells in rows.body(shown).values()] == ["80.0%", "", "87.5%"]
    assert rows.parsed(shown).select_one("p.absence").text.endswith(": Referrals to children's social care.")


def test_a_matrix_of_shares_has_no_column_for_all_since_each_row_is_one_whole():
    cells = by("team | time since supervision", {"Duty | Within 1 month": 60.0, "Duty | 1 to 2 months": 40.0}, CASES_SHARE)
    across = by("time since supervision", {"Within 1 month": 55.0, "1 to 2 months": 45.0}, CASES_SHARE)

    shown = matrix(*cells, *across, *by("team", {"Duty": 12.0}, CASES_SHARE), measure=CASES_SHARE, breakdown="team | time since supervision")

    assert rows.heads(shown) == ["Team", "Within 1 month", "1 to 2 months"]
    assert rows.body(shown) == {"Duty": ["60.0%", "40.0%"], "Whole authority": ["55.0%", "45.0%"]}


def test_a_matrix_of_nothing_is_empty():
    assert matrix(*by("team", {"Duty": 7}), whole(7)) == ""


def recent(*compared, share="", months=3):
    return breakdowns.recent(rows.frame(*compared), NUMBER, "team", share, months, RULES)


def test_recent_months_have_a_column_each_up_to_the_editions_with_the_whole_authority_last():
    shown = recent(*by("team", {"Duty": 31}), *by("team", {"Duty": 30, "CIN North": 4}, month="2020-02"), *by("team", {"Duty": 9}, month="2019-12"),
                   whole(31), whole(34, month="2020-02"))

    assert rows.heads(shown) == ["Team", "Feb 2020", "Mar 2020"]
    assert list(rows.body(shown).items()) == [("Duty", ["30", "31"]), ("CIN North", ["4", ""]), ("Whole authority", ["34", "31"])]
    assert rows.parsed(shown).caption.text == "Contacts received, by team. Somewhere, February to March 2020."


def test_a_share_stands_behind_its_number_and_both_are_marked():
    shown = recent(*by("team", {"Duty": 31, "CIN North": 2}), *by("team", {"Duty": 93.9}, SHARE), whole(33), share=SHARE)

    assert rows.body(shown) == {"Duty": ["31 (93.9%)"], "CIN North": ["2"], "Whole authority": ["33"]}
    assert [mark["data-measure"] for mark in rows.parsed(shown).select("tbody tr:first-child data")] == [NUMBER, SHARE]
    assert rows.parsed(shown).caption.text == "Contacts received, by team, with their share. Somewhere, March 2020."


def test_a_withheld_number_is_not_told_by_its_share():
    shown = recent(*by("team", {"Duty": rows.NOTHING}, state="suppressed"), *by("team", {"Duty": 93.9}, SHARE), share=SHARE)

    assert rows.body(shown) == {"Duty": ["c"]}


def test_a_gap_between_months_stays_a_gap():
    shown = recent(*by("team", {"Duty": 31}), *by("team", {"Duty": 30}, month="2020-01"))

    assert rows.body(shown) == {"Duty": ["30", "", "31"]}


def test_recent_months_of_nothing_are_empty():
    assert recent(whole(9)) == ""


def test_the_rows_given_are_left_as_they_were():
    compared = rows.frame(*CELLS, whole(23))
    before = compared.copy()

    breakdowns.matrix(compared, NUMBER, "team | stage", (), RULES)

    assert compared.equals(before)
