"""The invented children in need and the visits of children on plans come to the report's numbers, counted with plain pandas."""

import numpy as np
import pandas as pd
import pytest

from tests.herefordshire_2020_03 import days, printed
from tests.herefordshire_2020_03.counted_rows import ENDS, FEBRUARY, MARCH, frame, in_month, percent, standing

CONTRADICTED = ("cp", "TOTAL")           # printed 96%, beside 106 of 111, which is 95%


def visited(kind, plans, since, until):
    """A row a child and month end at which a visit was due: the team, and whether the latest due by then was made in time."""
    visits = frame("visits").query("visit_type == @kind").merge(plans[["child", since, until]], on="child")
    visits = visits[(visits.due >= visits[since]) & (visits[until].isna() | (visits.due < visits[until]))]
    found = []
    for month, end in ENDS.items():
        latest = visits[visits.due <= end].sort_values("due").groupby("child").tail(1)
        latest = latest[(in_month(latest.due) == month) | latest[until].isna() | (latest[until] > end)]
        found.append(latest.assign(month=month, in_time=latest.visited <= latest.due))
    return pd.concat(found)


def cp_visited():
    return visited("CP", frame("child_protection_plans"), "plan_started", "plan_ended")


def cin_visited():
    return visited("CIN", frame("plans").query("plan_type == 'CIN'").dropna(subset="started"), "started", "ended")


def cin_plans(month):
    """Children on a child in need plan at a month's end: who has one both proposed and started counts as started."""
    plans = frame("plans").query("plan_type == 'CIN'")
    plans = standing(plans.assign(came=plans.proposed.fillna(plans.started)), "came", "ended", ENDS[month])
    plans = plans.assign(stage=np.where(plans.started <= ENDS[month], "Started", "Proposed"))
    return plans.sort_values("stage").drop_duplicates("child", keep="last")


def test_child_in_need_plans_stand_as_printed_by_team_and_stage():
    now = cin_plans(MARCH)

    for row in printed.read("cin_by_team"):
        theirs = now if row["is_total"] == "yes" else now[now.team == printed.TEAMS.get(row["team"], row["team"])]
        stages = theirs.stage.value_counts()

        assert stages.get("Proposed", 0) == int(row["incoming_or_proposed"])
        assert stages.get("Started", 0) == int(row["started_or_complete"])


def test_child_in_need_plans_contradict_the_printed_total_of_march():
    printed_total = int(printed.read("cin_by_team")[0]["total_known_cin"])

    counted = {month: len(cin_plans(month)) for month in (FEBRUARY, MARCH)}

    assert counted == {FEBRUARY: 186, MARCH: 190}     # 48 proposed and 142 started
    assert printed_total == 180


def test_child_with_a_plan_started_and_another_proposed_counts_once():
    plans = frame("plans").query("plan_type == 'CIN'")

    twice = plans[plans.ended.isna()].groupby("child").size()

    assert (twice == 2).sum() == 2 and len(twice) == 190


@pytest.mark.parametrize("kind, counted, of_the_year", [("cp", cp_visited, 82), ("cin", cin_visited, 70)])
def test_visits_are_in_time_as_printed(kind, counted, of_the_year):
    due = counted()
    march = due[due.month == MARCH]

    for row in printed.read(f"visits_{kind}_by_team"):
        theirs = march if row["is_total"] == "yes" else march[march.team == printed.TEAMS.get(row["team"], row["team"])]

        assert len(theirs) == int(row[f"allocated_{kind}_cases"])
        assert percent(theirs.in_time.sum(), len(theirs)) == int(row["pct_in_timescale"]) or (kind, row["team"]) == CONTRADICTED
    assert percent(due.in_time.sum(), len(due)) == of_the_year


def test_children_seen_on_time_are_those_of_the_pictures():
    march = [due[due.month == MARCH].in_time for due in (cin_visited(), cp_visited())]

    assert [(in_time.sum(), len(in_time)) for in_time in march] == [(112, 137), (106, 111)]


@pytest.mark.parametrize("month", days.MONTHS)
def test_child_on_a_plan_is_open_in_list_6(month):
    open_cases = set(standing(frame("children_in_need"), "started", "closed", ENDS[month]).child)

    on_plans = {*standing(frame("child_protection_plans"), "plan_started", "plan_ended", ENDS[month]).child, *cin_plans(month).child}

    assert on_plans - open_cases == set()


def test_case_status_says_which_plan_stands():
    open_cases = frame("children_in_need").query("closed.isna()")

    statuses = open_cases.case_status.value_counts()

    assert statuses["child_protection_plan"] == 108 - 1       # one is looked after as well
    assert statuses["child_in_need_plan"] == 190
    assert statuses["looked_after"] == 352
