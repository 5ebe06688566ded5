import pandas as pd
import pytest
from tests.frames import settings
from tests.records.lists_of_care import extract

from lib import records
from lib.records import assessing

RULES = settings(month="2020-04")
CHILD = "ZZ-900001"


def assessment(started="2020-02-26", authorised="2020-04-29", **said):
    return {"child": CHILD, "assessment_started": started, "authorised": authorised, "team": "Duty", **said}


def referral(day):
    return {"child": CHILD, "date_of_referral": day, "source": "6"}


def step(kind, started, finished=None, **said):
    return {"child": CHILD, "step": kind, "started": started, "finished": finished, **said}


def received_of(assessments, *steps, referrals=()):
    return extract("2020-04", assessments=assessments, workflow_steps=steps, referrals=[referral(day) for day in referrals])


def assessments_of(assessments, *steps, referrals=()):
    return assessing.assessments(received_of(assessments, *steps, referrals=referrals), RULES)


def answers(frame, column):
    return [None if pd.isna(answer) else answer for answer in frame[column]]


# Time


@pytest.mark.parametrize("authorised, in_time", [("2020-04-29", True), ("2020-04-30", False), (None, False)])
def test_the_45th_working_day_after_the_referral_is_in_time_and_easter_is_not_counted(authorised, in_time):
    frame = assessments_of([assessment(authorised=authorised)], referrals=["2020-02-24"])

    assert answers(frame, "in_time") == [in_time]


def test_an_assessment_is_late_from_the_46th_working_day():
    frame = assessments_of([assessment(authorised=None)], referrals=["2020-02-24"])

    assert frame.late_from[0] == pd.Timestamp("2020-04-30")


@pytest.mark.parametrize("referrals, referred", [
    (["2020-02-03", "2020-02-24"], "2020-02-24"), (["2020-02-26"], "2020-02-26"), (["2020-02-27"], None), (["2019-12-20"], "2019-12-20"),
    (["2019-12-19"], None), ([], None),
], ids=["the latest", "of the same day", "none after the start", "45 working days before", "none 46 before", "none at all"])
def test_an_assessment_serves_the_childs_latest_referral_of_the_45_working_days_before_it(referrals, referred):
    frame = assessments_of([assessment()], referrals=referrals)

    assert answers(frame, "referred") == [pd.Timestamp(referred) if referred else None]


def test_without_a_referral_the_time_runs_from_the_assessments_own_start():
    frame = assessments_of([assessment(started="2020-02-24")])

    assert answers(frame, "in_time") == [True]
    assert frame.late_from[0] == pd.Timestamp("2020-04-30")


# Outcomes


def test_a_step_is_found_by_the_day_of_authorisation_before_that_of_the_start():
    frame = assessments_of([assessment()], step("assessment", "2020-02-26", "2020-04-01", outcome="early_help"),
                           step("assessment", "2020-03-02", "2020-04-29 16:00", outcome="no_further_action"))

    assert frame.outcome.tolist() == ["No further action"]


def test_a_step_that_finished_another_day_is_found_by_its_start():
    frame = assessments_of([assessment()], step("assessment", "2020-02-26 09:30", "2020-04-27", outcome="early_help"))

    assert answers(frame, "step_down") == [True]


def test_an_older_kind_of_assessment_is_not_this_ones_step():
    frame = assessments_of([assessment()], step("core_assessment", "2020-02-26", "2020-04-29", outcome="early_help"))

    assert "outcome" not in frame


@pytest.mark.parametrize("outcome, column", [
    ("no_further_action", "no_further_action"), ("early_help", "step_down"), ("out_of_area", "out_of_area"),
    ("child_in_need_plan", "ongoing_involvement"), ("continue_current_plan", "ongoing_involvement"),
    ("strategy_discussion", "ongoing_involvement"),
    ("review_only", "ongoing_involvement"), ("ongoing_involvement", "ongoing_involvement"),
])
def test_an_outcome_is_one_of_four(outcome, column):
    frame = assessments_of([assessment()], step("assessment", "2020-02-26", "2020-04-29", outcome=outcome))

    found = [name for name in ("no_further_action", "step_down", "out_of_area", "ongoing_involvement") if frame[name][0]]

    assert found == [column]


def test_that_support_is_required_says_that_social_care_stays_where_no_outcome_does():
    frame = assessments_of([assessment(requires_support="yes"), assessment("2020-01-06", "2020-03-02", requires_support="yes")],
                           step("assessment", "2020-02-26", "2020-04-29", outcome="no_further_action"))

    assert answers(frame, "ongoing_involvement") == [True, False]


def test_without_steps_lists_own_answer_is_all_there_is():
    frame = assessments_of([assessment(requires_support="yes"), assessment("2020-01-06", "2020-03-02", requires_support="no")])

    assert answers(frame, "ongoing_involvement") == [False, True]
    assert not {"outcome", "no_further_action", "strategy_meeting", "child_seen_in_3_days"} & set(frame.columns)


def test_of_a_month_that_the_steps_do_not_cover_an_unmatched_assessment_says_nothing():
    received = received_of([assessment("2020-01-06", "2020-03-02"), assessment()],
                           step("assessment", "2020-02-26", "2020-04-29", child_seen="2020-02-27"),
                           step("strategy_discussion", "2020-03-09"))
    received.months["workflow_steps"] = ("2020-04",)

    frame = assessing.assessments(received, RULES)

    assert answers(frame, "no_further_action") == [None, False]
    assert answers(frame, "child_seen_in_3_days") == [None, True]
    assert frame.strategy_meeting.tolist() == ["Not recorded", "Strategy meeting"]


# Seen, and strategy meetings


@pytest.mark.parametrize("seen, soon", [("2020-03-02", True), ("2020-03-03", False), ("2020-02-26", True), (None, False)])
def test_a_child_is_seen_soon_by_the_third_working_day_after_the_start(seen, soon):
    other = step("assessment", "2020-02-03", child_seen="2020-02-03", child="ZZ-900002")

    frame = assessments_of([assessment()], step("assessment", "2020-02-26", "2020-04-29", child_seen=seen), other)

    assert answers(frame, "child_seen_in_3_days") == [soon]


@pytest.mark.parametrize("held, words", [
    ("2020-02-24 15:00", "Strategy meeting"), ("2020-04-29 15:00", "Strategy meeting"), ("2020-02-23", "No strategy meeting"),
    ("2020-04-30", "No strategy meeting"),
])
def test_a_strategy_meeting_is_one_from_the_referral_to_the_authorisation(held, words):
    frame = assessments_of([assessment()], step("strategy_discussion", held), referrals=["2020-02-24"])

    assert frame.strategy_meeting.tolist() == [words]


def test_a_meeting_after_the_authorisation_does_not_hide_one_before_it():
    frame = assessments_of([assessment()], step("strategy_discussion", "2020-02-25"),
                           step("strategy_discussion", "2020-04-30"), referrals=["2020-02-24"])

    assert frame.strategy_meeting.tolist() == ["Strategy meeting"]


# What holds of every kind


@pytest.mark.parametrize("kind", assessing.KINDS, ids=lambda kind: kind.key)
def test_a_list_without_rows_gives_records_without_rows(kind):
    made = records.make(kind.key, received_of(()), RULES)

    assert made.frame.empty
    assert {"file", "sheet", "row"} <= set(made.frame.columns)


def test_the_order_of_the_rows_changes_nothing():
    rows = [assessment(), assessment("2020-01-06", "2020-03-02"), assessment("2020-03-02", "2020-04-29")]
    steps = [step("assessment", "2020-02-26", "2020-04-29", outcome="early_help"),
             step("assessment", "2020-03-02", "2020-04-29", outcome="no_further_action"), step("strategy_discussion", "2020-02-28")]

    either = [assessments_of(rows, *steps, referrals=["2020-02-24"]), assessments_of(rows[::-1], *steps[::-1], referrals=["2020-02-24"])]

    pd.testing.assert_frame_equal(*(frame.drop(columns="row") for frame in either))
