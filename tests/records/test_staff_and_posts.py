import pandas as pd
import pytest
from tests.frames import settings
from tests.records.lists_of_care import extract

from lib import counts
from lib.records import caseloads

RULES = settings(month="2014-09")


def worker(**said):
    return {"worker": "Worker 1", "team": "North", "role": "social_worker", "qualified": "yes", "contract": "permanent", "fte": 1.0,
            "started": "2012-05-08"} | said


def post(**said):
    return {"team": "North", "role": "social_worker", "budgeted_fte": 3.0} | said


def received_of(**lists):
    return extract("2014-09", first="2014-08", **lists)


def counted(received, quantity, month="2014-09", breakdown=""):
    table = counts.of(received, RULES)
    rows = table[(table.measure == quantity) & (table.month == month) & (table.breakdown == breakdown)]
    return {row.category: row.value for row in rows.itertuples()}


@pytest.mark.parametrize("dates, then, now", [
    ({"started": "2014-09-30"}, 0, 0.6), ({"started": "2014-10-01"}, 0, 0),
    ({"ended": "2014-09-30"}, 0.6, 0), ({"ended": "2014-10-01"}, 0.6, 0.6)])
def test_who_starts_on_the_last_day_of_a_month_is_in_post_and_who_leaves_on_it_is_not(dates, then, now):
    received = received_of(workforce=[worker(fte=0.6, **dates)])

    assert (counted(received, "workforce_fte", "2014-08"), counted(received, "workforce_fte")) == ({"": then}, {"": now})


def test_permanent_and_interim_make_up_the_workforce_and_a_virtual_worker_is_nobody():
    received = received_of(workforce=[worker(), worker(worker="Worker 2", contract="interim", fte=0.5),
                                      worker(worker="Worker 3", role="virtual")])

    found = [counted(received, f"workforce_{kind}fte")[""] for kind in ("permanent_", "interim_", "")]

    assert found == [1, 0.5, 1.5]


def test_a_role_and_team_of_nobody_is_no_category_of_the_workforce():
    received = received_of(workforce=[worker(), worker(worker="Worker 2", role="virtual", team="Waiting")])

    assert counted(received, "workforce_fte", breakdown="role") == {"Social worker": 1}
    assert counted(received, "workforce_fte", breakdown="team") == {"North": 1}


@pytest.mark.parametrize("lists, held", [
    ({}, {}), ({"child_protection_plans": [{"child": "ZZ-900001", "plan_started": "2014-03-03", "worker": "Worker 1"}]}, {}),
    ({"children_in_need": [{"child": "ZZ-900001", "started": "2014-03-03", "worker": "Worker 1"}]}, {"": 1})],
    ids=["no list of children", "a list of some", "the list of all"])
def test_cases_that_no_list_tells_of_are_not_counted_as_none(lists, held):
    received = received_of(workforce=[worker()], **lists)

    assert counted(received, "cases_allocated") == held
    assert counted(received, "workforce_fte") == {"": 1}


def test_the_workforce_is_counted_by_team_and_role_together():
    received = received_of(workforce=[worker(), worker(worker="Worker 2", role="team_manager", team="South")])

    by_both = counted(received, "workforce_fte", breakdown="team | role")

    assert by_both == {"North | Social worker": 1, "North | Team manager": 0, "South | Social worker": 0, "South | Team manager": 1}


def test_posts_unfilled_are_the_budget_less_those_in_post_and_those_to_start_and_may_be_below_nought():
    received = received_of(workforce=[worker(), worker(worker="Worker 2", team="South", fte=0.8)],
                           establishment=[post(confirmed_starters_fte=0.5), post(team="South", budgeted_fte=0.5)])

    found = counted(received, "establishment_variance_fte", breakdown="team")

    assert {team: round(value, 9) for team, value in found.items()} == {"North": 1.5, "South": -0.3}
    assert counted(received, "workforce_with_starters_fte", breakdown="team") == {"North": 1.5, "South": 0.8}


def test_without_a_list_of_the_workforce_nobody_knows_how_many_posts_are_unfilled():
    received = received_of(establishment=[post(confirmed_starters_fte=0.5)])

    assert counted(received, "establishment_variance_fte") == {}
    assert counted(received, "establishment_fte") == {"": 3}


def test_a_blank_is_no_starter_unless_nobody_returned_any():
    some = received_of(establishment=[post(confirmed_starters_fte=1), post(team="South")])
    none = received_of(establishment=[post(), post(team="South")])

    assert counted(some, "confirmed_starters_fte", breakdown="team") == {"North": 1, "South": 0}
    assert counted(none, "confirmed_starters_fte") == {}


def test_posts_that_hold_cases_are_counted_only_where_any_is_said_to_or_not_to():
    told = received_of(establishment=[post(case_holding="yes"), post(team="South")])

    assert counted(told, "caseholding_establishment_fte") == {"": 3}
    assert counted(received_of(establishment=[post()]), "caseholding_establishment_fte") == {}


def test_making_records_changes_nothing_of_the_rows():
    received = received_of(workforce=[worker()], establishment=[post()])
    before = {key: frame.copy() for key, frame in received.frames.items()}

    for make in (caseloads.workers, caseloads.staff, caseloads.posts, caseloads.posts_and_people):
        make(received, RULES)

    for key, frame in received.frames.items():
        pd.testing.assert_frame_equal(frame, before[key])
