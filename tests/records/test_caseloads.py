import pandas as pd
import pytest
from tests.frames import settings
from tests.records.lists_of_care import cared_for, extract

from lib import records
from lib.records import caseloads

RULES = settings(month="2020-03")
NAMED = cared_for(worker="ZZ-W1")
EVERY_CASE = {"children_in_need": [{"child": "ZZ-900009", "started": "2019-01-07"}]}        # the list that holds every open case


def worker(**said):
    return {"worker": "ZZ-W1", "team": "Duty", "role": "social_worker", "qualified": "yes", "fte": 1.0, "started": "2019-01-07"} | said


def workers(*rows, **lists):
    return caseloads.workers(extract(workforce=rows, **lists), RULES)


def case(**said):
    return {"kind": "case", "child": "ZZ-900001", "team": "Duty", "supervised": "2020-03-05"} | said


def member(**said):
    return {"kind": "staff", "worker": "ZZ-W1", "team": "Duty", "due_this_month": "yes", "supervised": "2020-03-05"} | said


def supervised(*rows):
    return caseloads.supervised_cases(extract(supervision=rows), RULES)


def staff(*rows):
    return caseloads.supervised_staff(extract(supervision=rows), RULES)


# Workers


@pytest.mark.parametrize("cases, fte, over", [(20, 1.0, False), (21, 1.0, True), (14, 0.6, True), (12, 0.6, False), (20, None, False), (21, None, True)])
def test_more_than_20_cases_are_too_many_and_fewer_for_fewer_hours(cases, fte, over):
    assert workers(worker(cases_held=cases, fte=fte)).over_20.tolist() == [over]


def test_what_the_list_of_workers_says_of_cases_comes_before_what_lists_6_to_9_allocate():
    made = workers(worker(cases_held=7), worker(worker="ZZ-W2"), looked_after_children=[NAMED, cared_for(child="ZZ-900002", worker="ZZ-W2")])

    assert made.cases.tolist() == [7, 1]


def test_a_child_of_several_lists_is_one_case_of_the_first_that_names_a_worker():
    open_plan = {"child": "ZZ-900001", "plan_started": "2020-01-06", "worker": "ZZ-W2"}
    need = [{"child": child, "started": "2020-01-06", "worker": "ZZ-W3"} for child in ("ZZ-900001", "ZZ-900002")]

    made = workers(worker(), worker(worker="ZZ-W2"), worker(worker="ZZ-W3"), looked_after_children=[NAMED, cared_for(child="ZZ-900002")],
                   child_protection_plans=[open_plan], children_in_need=need)

    assert made.cases.tolist() == [1, 0, 1]


@pytest.mark.parametrize("started, ceased, cases", [
    ("2020-03-31", None, 1), ("2020-04-01", None, 0), ("2019-01-15", "2020-03-31", 0), ("2019-01-15", "2020-04-01", 1)])
def test_a_case_is_held_that_stands_at_the_months_end(started, ceased, cases):
    other = cared_for(child="ZZ-900002", worker="ZZ-W2")

    made = workers(worker(), worker(worker="ZZ-W2"), looked_after_children=[NAMED | {"started": started, "ceased": ceased}, other], **EVERY_CASE)

    assert made.cases.tolist() == [cases, 1]


@pytest.mark.parametrize("lists", [{}, {"looked_after_children": [cared_for()]}])
def test_of_cases_that_nothing_tells_of_nothing_is_known(lists):
    assert not {"cases", "holds_cases", "over_20"} & set(workers(worker(), **lists))


def test_who_is_qualified_is_not_known_where_no_row_tells():
    assert "qualified" not in workers(worker(qualified=""))
    assert workers(worker(), worker(worker="ZZ-W2", qualified="")).qualified.tolist() == [True, False]


def test_nobody_is_who_cases_wait_under():
    assert workers(worker(), worker(role="virtual")).in_person.tolist() == [True, False]


# Posts


def test_which_posts_hold_cases_is_not_known_where_no_row_tells():
    posts = [{"team": "Duty", "budgeted_fte": 4.0, "case_holding": answer} for answer in ("yes", "no", "")]

    assert caseloads.posts(extract(establishment=posts), RULES).case_holding.tolist() == [True, False, False]
    assert "case_holding" not in caseloads.posts(extract(establishment=posts[2:]), RULES)


# Supervision


@pytest.mark.parametrize("last, band", [
    ("2020-02-29", "Within 1 month"), ("2020-02-28", "1 to 2 months"), ("2020-01-31", "1 to 2 months"), ("2020-01-30", "2 to 3 months"),
    ("2019-12-31", "2 to 3 months"), ("2019-12-30", "4 to 6 months"), ("2019-09-30", "4 to 6 months"), ("2019-09-29", "More than 6 months")])
def test_the_same_day_of_an_earlier_month_is_still_within_it(last, band):
    made = supervised(case(supervised=last))

    assert made.time_since_supervision.tolist() == [band]
    assert made.in_3_months.tolist() == [last >= "2019-12-31"]


@pytest.mark.parametrize("opened, band", [("2020-03-02", "None completed, new in the last 30 days"), ("2020-03-01", "None completed"), (None, "None completed")])
def test_a_case_of_the_last_30_days_is_new(opened, band):
    assert supervised(case(supervised=None, case_opened=opened)).time_since_supervision.tolist() == [band]


def test_a_child_is_one_case_by_its_latest_supervision_and_rows_that_name_none_are_one_each():
    made = supervised(case(supervised="2020-01-06"), case(), case(child=""), case(child=""))

    assert made.child.tolist() == ["ZZ-900001", "", ""]
    assert made.supervised.dt.month.tolist() == [3, 3, 3]


@pytest.mark.parametrize("last, held", [("2020-03-01", True), ("2020-03-31", True), ("2020-02-29", False), ("2020-04-01", False), (None, False)])
def test_staff_are_supervised_on_a_day_of_the_month(last, held):
    assert staff(member(supervised=last)).held.tolist() == [held]


def test_a_member_of_staff_is_due_once_in_a_team():
    assert staff(member(), member(supervised=None), member(team="Court", supervised=None)).held.tolist() == [False, True]


def test_a_list_of_cases_alone_says_nothing_of_staff_nor_the_other_way_round():
    assert staff(case()) is None
    assert supervised(member()) is None
    assert records.make("supervised_staff", extract(supervision=[case()]), RULES) is None


def test_who_was_due_is_not_known_where_no_row_tells_and_nobody_was_where_all_say_no():
    assert staff(member(due_this_month="")) is None
    assert staff(member(due_this_month="no")).empty


def test_making_records_changes_nothing_of_the_rows():
    received = extract(workforce=[worker()], supervision=[case(), member()], establishment=[{"team": "Duty", "budgeted_fte": 4.0}],
                       looked_after_children=[NAMED])
    before = {key: frame.copy() for key, frame in received.frames.items()}

    for kind in caseloads.KINDS:
        kind.make(received, RULES)

    for key, frame in received.frames.items():
        pd.testing.assert_frame_equal(frame, before[key])
