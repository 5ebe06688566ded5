import pandas as pd
import pytest
from tests.frames import settings
from tests.records.lists_of_care import cared_for, extract

from lib import records
from lib.records import need

RULES = settings(month="2020-03")
CHILD = "ZZ-900001"


def case(**said):
    return {"child": CHILD, "started": "2020-01-06", "case_status": "child_in_need_plan", "team": "Duty"} | said


def plan(**said):
    return {"child": CHILD, "plan_type": "CIN", "started": "2020-01-20", "team": "CIN North"} | said


def protected(**said):
    return {"child": CHILD, "plan_started": "2020-01-20", "team": "CP North"} | said


def visit(**said):
    return {"child": CHILD, "visit_type": "CIN", "due": "2020-03-16"} | said


def made(key, **lists):
    return records.kinds()[key].make(extract(first="2020-01", **lists), RULES)


def by_month(frame, *columns):
    """What the records say of each month, those of March last."""
    return [(str(row.month_end)[:7], *(getattr(row, column) for column in columns)) for row in frame.sort_values("month_end").itertuples()]


# Children in need


def test_a_case_closed_without_a_date_is_left_out_and_one_with_a_date_counts_until_then():
    closed = [case(case_status="closed"), case(child="ZZ-900002", case_status="closed", closed="2020-02-03")]

    cases = made("children_in_need", children_in_need=closed)

    assert cases.child.tolist() == ["ZZ-900002"]


def test_a_child_on_a_protection_plan_at_a_month_end_is_not_among_the_others():
    found = made("children_in_need_at_month_end", children_in_need=[case()], child_protection_plans=[protected(plan_started="2020-02-29")])

    assert by_month(found, "without_cp_plan") == [("2020-01", True), ("2020-02", False), ("2020-03", False)]


def test_months_that_list_7_does_not_cover_cannot_tell_who_is_on_a_plan():
    received = extract(first="2020-02", children_in_need=[case()], child_protection_plans=[protected()])
    received.months["child_protection_plans"] = ("2020-03",)

    found = need.children_in_need_at_month_end(received, RULES)

    assert found.without_cp_plan.isna().tolist() == [True, False]
    assert "due_plan" not in found


@pytest.mark.parametrize("started, due", [("2020-01-28", True), ("2020-01-29", False)])
def test_a_plan_is_due_on_the_45th_working_day(started, due):
    found = made("children_in_need_at_month_end", children_in_need=[case(started=started)],
                 looked_after_children=[cared_for(child="ZZ-900009")], child_protection_plans=[protected(child="ZZ-900009")])

    assert by_month(found, "due_plan")[-1] == ("2020-03", due)


def test_a_child_looked_after_or_on_a_protection_plan_has_a_plan_of_its_own():
    found = made("children_in_need_at_month_end", children_in_need=[case(), case(child="ZZ-900002")], looked_after_children=[cared_for()],
                 child_protection_plans=[protected(child="ZZ-900002")])

    assert not found[found.month_end == "2020-03-31"].due_plan.any()


@pytest.mark.parametrize("said, up_to_date", [
    ({"review_due": "2020-03-31"}, True), ({"review_due": "2020-03-30"}, False), ({"updated": "2019-09-30"}, True),
    ({"updated": "2019-09-29"}, False), ({}, False), ({"review_due": "2020-06-30", "ended": "2020-03-31"}, False)])
def test_a_plan_is_up_to_date_until_the_day_its_review_is_due(said, up_to_date):
    found = made("children_in_need_at_month_end", children_in_need=[case()], plans=[plan(**said)])

    assert found[found.month_end == "2020-03-31"].up_to_date.tolist() == [up_to_date]
    assert found[found.month_end < "2020-03-31"].up_to_date.isna().all()


# Child in need plans


def test_a_plan_is_proposed_until_it_starts_and_started_until_the_day_before_it_ends():
    found = made("cin_plans", plans=[plan(proposed="2020-01-31", started="2020-02-29", ended="2020-03-31")])

    assert by_month(found, "stage") == [("2020-01", "Proposed"), ("2020-02", "Started")]


def test_a_proposed_plan_that_is_dropped_stands_no_longer():
    found = made("cin_plans", plans=[plan(proposed="2020-01-31", started=None, ended="2020-03-02")])

    assert by_month(found, "stage") == [("2020-01", "Proposed"), ("2020-02", "Proposed")]


def test_a_child_with_a_started_and_a_proposed_plan_counts_once_as_started():
    found = made("cin_plans", plans=[plan(), plan(started=None, proposed="2020-02-03", team="CIN South")])

    assert by_month(found, "stage", "team")[1:] == [("2020-02", "Started", "CIN North"), ("2020-03", "Started", "CIN North")]


def test_plans_of_other_kinds_say_nothing_of_child_in_need_plans():
    assert "month_end" not in made("cin_plans", plans=[plan(plan_type="CP")])


# Visits by their due dates


@pytest.mark.parametrize("visited, in_time", [("2020-03-16", True), ("2020-03-17", False), (None, False), ("2020-03-02", True)])
def test_a_child_is_visited_in_time_when_the_latest_visit_due_was_made_by_its_day(visited, in_time):
    found = made("cin_visits_due", plans=[plan()], visits=[visit(visited=visited)])

    assert by_month(found, "due", "in_time") == [("2020-03", True, in_time)]


def test_a_visit_due_after_the_months_end_is_not_overdue_then():
    found = made("cin_visits_due", plans=[plan()], visits=[visit(visited="2020-03-13"), visit(due="2020-04-01")])

    assert by_month(found, "in_time") == [("2020-03", True)]


def test_the_latest_of_several_visits_due_decides():
    found = made("cin_visits_due", plans=[plan()], visits=[visit(due="2020-03-31"), visit(visited="2020-03-13")])

    assert by_month(found, "in_time") == [("2020-03", False)]


def test_a_child_whose_visit_fell_due_earlier_stays_due_while_the_plan_stands():
    plans = [plan(ended="2020-03-30"), plan(child="ZZ-900002")]
    visits = [visit(due="2020-01-31", visited="2020-01-31"), visit(child="ZZ-900002", due="2020-01-31")]

    found = made("cin_visits_due", plans=plans, visits=visits)

    assert sorted(by_month(found, "child", "in_time")) == [
        ("2020-01", "ZZ-900001", True), ("2020-01", "ZZ-900002", False), ("2020-02", "ZZ-900001", True), ("2020-02", "ZZ-900002", False),
        ("2020-03", "ZZ-900002", False)]


def test_a_child_new_to_a_plan_is_left_out_until_a_visit_falls_due():
    found = made("cin_visits_due", plans=[plan(), plan(child="ZZ-900002")], visits=[visit(), visit(child="ZZ-900002", due="2020-04-02")])

    assert found.child.tolist() == ["ZZ-900001"]


def test_a_visits_own_team_comes_before_the_plans():
    found = made("cin_visits_due", plans=[plan(), plan(child="ZZ-900002")], visits=[visit(team="CIN East"), visit(child="ZZ-900002")])

    assert found.sort_values("child").team.tolist() == ["CIN East", "CIN North"]


def test_a_child_whose_plan_has_ended_keeps_its_team():
    found = made("cin_visits_due", plans=[plan(ended="2020-03-20")], visits=[visit()])

    assert found.team.tolist() == ["CIN North"]


def test_a_record_stands_where_the_childs_case_does_or_the_visit_if_there_is_none():
    found = made("cin_visits_due", plans=[plan()], visits=[visit(), visit(child="ZZ-900002")])

    assert found.sort_values("child")[["sheet", "row"]].values.tolist() == [["Plans", 2], ["Visits", 3]]


def test_of_two_visits_due_on_a_day_the_earlier_made_counts():
    found = made("cin_visits_due", plans=[plan()], visits=[visit(visited="2020-03-20"), visit(visited="2020-03-16"), visit()])

    assert found.in_time.tolist() == [True]


def test_a_month_that_the_visits_do_not_cover_is_left_out():
    received = extract(first="2020-02", plans=[plan()], visits=[visit()])
    received.months["visits"] = ("2020-03",)

    found = records.kinds()["cin_visits_due"].make(received, RULES)

    assert [(row.month_end.month, row.due) for row in found.itertuples()] == [(3, True), (2, pd.NA)]


def test_without_visits_nothing_is_said_of_children_in_need():
    assert "month_end" not in made("cin_visits_due", plans=[plan()])


# Visits by the last one made


@pytest.mark.parametrize("began, last, expected", [
    ("2020-03-24", "2020-03-17", [True]), ("2020-03-24", "2020-03-16", [False]), ("2020-03-24", None, [False]),
    ("2020-03-25", "2020-03-26", [])])
def test_without_visits_a_child_on_a_plan_for_a_week_is_due_one_every_14_days(began, last, expected):
    other = protected(child="ZZ-900009", plan_ended="2020-03-02", last_visit="2020-02-28")

    found = made("cp_visits_due", child_protection_plans=[protected(plan_started=began, last_visit=last), other])

    assert found[found.due.fillna(False)].in_time.tolist() == expected
    assert by_month(found, "due")[:2] == [("2020-01", pd.NA), ("2020-02", pd.NA)]


@pytest.mark.parametrize("said, expected", [
    ({"last_visit": "2020-02-18"}, [True]), ({"last_visit": "2020-02-17"}, [False]),
    ({"last_visit": "2020-03-30", "placement_started": "2020-03-25"}, []), ({"last_visit": "2020-03-30", "legal_status": "V4"}, [])])
def test_a_child_in_care_is_due_a_visit_every_six_weeks_from_a_week_into_the_placement(said, expected):
    found = made("lac_visits_due", looked_after_children=[cared_for(**said)])

    assert found[found.due.fillna(False)].in_time.tolist() == expected if "due" in found else expected == []


def test_the_councils_own_interval_is_kept():
    received = extract(first="2020-03", child_protection_plans=[protected(last_visit="2020-03-10")])

    found = records.kinds()["cp_visits_due"].make(received, settings(month="2020-03", cp_visit_days=21))

    assert found.in_time.tolist() == [True]


def test_a_list_without_any_last_visit_says_nothing_of_visits():
    assert "month_end" not in made("cp_visits_due", child_protection_plans=[protected()])


def test_making_records_changes_nothing_of_the_rows():
    received = extract(children_in_need=[case()], plans=[plan()], visits=[visit()], child_protection_plans=[protected()],
                       looked_after_children=[cared_for()])
    before = {key: frame.copy() for key, frame in received.frames.items()}

    for kind in need.KINDS:
        kind.make(received, RULES)

    for key, frame in received.frames.items():
        pd.testing.assert_frame_equal(frame, before[key])
