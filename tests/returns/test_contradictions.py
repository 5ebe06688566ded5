"""Rows that other lists of the same returns contradict."""

import pandas as pd
import pytest

from lib import periods
from lib.contracts import lists
from lib.errors import Finding
from lib.returns import child_level, contradictions

MONTHS = periods.between("2019-10", "2020-03")


@pytest.fixture
def find():
    """What is found in lists, given as their rows by key; all are complete for half a year but those that `months` says otherwise of."""
    def of(months=None, **rows):
        frames = {key: frame(key, said) for key, said in rows.items()}
        return contradictions.find(frames, dict.fromkeys(frames, MONTHS) | (months or {}), "2020-03")
    return of


def frame(key, rows):
    blank = child_level.blank(lists.all()[key])
    whole = pd.DataFrame([{"file": "2020-03/a.xlsx", "sheet": key, "row": number} | row for number, row in enumerate(rows, 2)]).reindex(columns=blank.columns)
    return whole.astype(blank.dtypes).fillna({name: "" for name in blank.columns if blank.dtypes[name] == "str"})


def messages(found):
    return [f"{row.severity}: {Finding(*row)}" for row in found[0].itertuples(index=False)]


def rows(found):
    return found[1][["list", "row", "rule", "set_aside"]].values.tolist()


def plan(child, started, ended=None):
    return {"child": child, "plan_started": started, "plan_ended": ended}


def conference(child, held):
    return {"child": child, "conference": held}


def test_a_plan_that_starts_without_a_conference_is_found(find):
    found = find(child_protection_plans=[plan("A", "2020-02-10"), plan("B", "2020-02-10"), plan("C", "2020-03-02")],
                 section_47_enquiries=[conference("A", "2020-02-10"), conference("C", "2019-11-04")])

    assert messages(found) == [
        'warning: 2020-03/a.xlsx, sheet "child_protection_plans", column "Child Protection Plan Start Date": 2 plans began without an initial conference of '
        "that child (rows 3 and 4). Expected in list 5 a conference at most 31 days before or after each start. The rows are used as they stand; check "
        "both lists at their source."]
    assert rows(found) == [["child_protection_plans", row, "plan without a conference", False] for row in (3, 4)]


@pytest.mark.parametrize("held, count", [("2020-01-10", 0), ("2020-01-09", 1), ("2020-03-12", 0), ("2020-03-13", 1)])
def test_a_conference_counts_for_a_plan_up_to_31_days_before_or_after_its_start(find, held, count):
    found = find(child_protection_plans=[plan("A", "2020-02-10")], section_47_enquiries=[conference("A", held)])

    assert len(found[1]) == count


@pytest.mark.parametrize("months", [("2020-03",), ("2020-02", "2020-03")])
def test_nothing_is_said_of_plans_whose_conference_list_5_does_not_reach(find, months):
    found = find({"section_47_enquiries": months}, child_protection_plans=[plan("A", "2020-02-10")], section_47_enquiries=[conference("B", "2020-03-02")])

    assert found[0].empty


def test_nothing_is_said_of_a_plan_from_before_the_window(find):
    found = find(child_protection_plans=[plan("A", "2019-05-01")], section_47_enquiries=[conference("B", "2020-03-02")])

    assert found[0].empty


def test_nothing_is_said_where_another_list_was_not_returned(find):
    assert find(child_protection_plans=[plan("A", "2020-02-10")])[0].empty


def test_a_child_on_two_plans_at_once_is_found(find):
    found = find(child_protection_plans=[plan("A", "2019-11-01"), plan("A", "2020-02-10"), plan("B", "2019-11-01", "2020-02-10"), plan("B", "2020-02-10")])

    assert rows(found) == [["child_protection_plans", 3, "two plans at once", False]]


@pytest.mark.parametrize("ended, count", [("2020-01-31", 0), ("2020-02-01", 0), ("2020-02-02", 1), (None, 1)])
def test_two_periods_of_care_at_once_are_found_and_one_that_begins_when_another_ends_is_not(find, ended, count):
    found = find(looked_after_children=[{"child": "A", "started": "2020-02-01"}, {"child": "A", "started": "2019-03-01", "ceased": ended}])

    assert rows(found) == [["looked_after_children", 2, "two periods of care at once", False]] * count


def test_a_short_period_within_a_long_one_is_found(find):
    found = find(looked_after_children=[{"child": "A", "started": "2019-01-01"}, {"child": "A", "started": "2019-03-01", "ceased": "2019-04-01"},
                                        {"child": "A", "started": "2019-06-01"}])

    assert [row for _, row, *_ in rows(found)] == [3, 4]


def test_a_child_on_an_open_plan_who_is_not_open_in_list_6_is_found(find):
    found = find(child_protection_plans=[plan("A", "2020-02-10"), plan("B", "2020-02-10"), plan("C", "2020-02-10"), plan("D", "2019-02-10", "2020-03-01")],
                 children_in_need=[{"child": "A", "started": "2020-01-01"}, {"child": "B", "started": "2020-01-01", "closed": "2020-03-05"}])

    assert rows(found) == [["child_protection_plans", row, "plan of a child not in need", False] for row in (3, 4)]


def test_a_child_with_an_adoption_order_who_is_still_looked_after_is_found(find):
    found = find(children_for_adoption=[{"child": name, "decision": "2019-05-01", "adopted": adopted} for name, adopted in (
                     ("A", "2020-03-02"), ("B", "2020-03-02"), ("C", None), ("D", "2020-04-02"))],
                 looked_after_children=[{"child": name, "started": "2018-05-01", "ceased": ceased} for name, ceased in (
                     ("A", None), ("B", "2020-03-02"), ("C", None), ("D", None))])

    assert rows(found) == [["children_for_adoption", 2, "adopted and looked after", False]]


def step(child, started, kind="contact"):
    return {"child": child, "step": kind, "started": started}


def test_contacts_without_a_step_are_counted(find):
    contacts = [{"child": name, "date_of_contact": day} for name, day in (("A", "2020-03-02"), ("B", "2020-03-02"), ("C", "2020-03-02"), ("D", "2020-03-02"))]
    steps = [step("A", "2020-03-09 14:30"), step("B", "2020-03-10"), step("C", "2020-03-02", "missing_notification"), step("D", "2020-03-02", "referral")]

    assert rows(find(contacts=contacts, workflow_steps=steps)) == [["contacts", row, "contact without a step", False] for row in (3, 5)]


def test_contacts_of_months_that_the_steps_do_not_cover_are_not_looked_for(find):
    found = find({"workflow_steps": ("2020-03",)}, contacts=[{"child": "A", "date_of_contact": "2020-02-28"}], workflow_steps=[step("B", "2020-03-02")])

    assert found[0].empty


def test_a_council_that_returns_no_steps_of_contacts_is_not_asked_for_them(find):
    found = find(contacts=[{"child": "A", "date_of_contact": "2020-03-02"}], workflow_steps=[step("A", "2020-03-02", "assessment")])

    assert found[0].empty


def test_workers_of_open_cases_who_are_not_in_the_workforce_are_counted(find):
    found = find(looked_after_children=[{"child": "A", "started": "2018-05-01", "worker": "W1"}, {"child": "B", "started": "2018-05-01", "worker": "W2"},
                                        {"child": "C", "started": "2018-05-01", "worker": ""},
                                        {"child": "D", "started": "2018-05-01", "ceased": "2020-03-01", "worker": "W3"}],
                 care_leavers=[{"child": "E", "worker": "W4"}], workforce=[{"worker": "W1"}])

    assert rows(found) == [["looked_after_children", 3, "worker not in the workforce", False], ["care_leavers", 2, "worker not in the workforce", False]]


def test_a_few_row_numbers_are_given_and_how_many_more(find):
    found = find(child_protection_plans=[plan(f"A{number}", "2020-02-10") for number in range(12)], section_47_enquiries=[conference("B", "2020-03-02")])

    assert found[0].found.tolist() == ["12 plans began without an initial conference of that child (rows 2, 3, 4, 5, 6 and 7 more)"]
    assert len(found[1]) == 12


def test_findings_hold_no_identifier(find):
    found = find(child_protection_plans=[plan("MARIGOLD", "2020-02-10")], section_47_enquiries=[conference("B", "2020-03-02")])

    assert "MARIGOLD" not in found[0].to_csv() + found[1].to_csv()


def test_frames_are_left_as_they_were():
    frames = {"looked_after_children": frame("looked_after_children", [{"child": "A", "started": "2020-02-01"}, {"child": "A", "started": "2019-03-01"}])}
    before = frames["looked_after_children"].copy()

    contradictions.find(frames, {"looked_after_children": MONTHS}, "2020-03")

    assert frames["looked_after_children"].equals(before)
