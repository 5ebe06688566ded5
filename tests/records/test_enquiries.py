import pandas as pd
import pytest
from tests.frames import settings
from tests.records.lists_of_care import extract

from lib.records import enquiries

RULES = settings(month="2020-03")
CHILD = "ZZ-900001"


def steps(*rows, **lists):
    return extract(workflow_steps=[{"child": CHILD, **row} for row in rows], **lists)


def enquiry(**said):
    return {"step": "section_47", "started": "2020-03-02", "finished": "2020-03-20"} | said


def discussion(**said):
    return {"step": "strategy_discussion", "started": "2020-03-02", "finished": "2020-03-02"} | said


def conference(**said):
    return {"child": CHILD, "strategy_discussion": "2020-03-02", "conference": "2020-03-23", "plan_resulted": "yes", "team": "Duty"} | said


def completed(*rows, **lists):
    return enquiries.section_47_completed(steps(*rows, **lists), RULES)


def conferences(*rows):
    return enquiries.initial_conferences(extract(section_47_enquiries=rows), RULES)


# Strategy discussions


def test_a_discussion_without_an_outcome_did_not_lead_to_an_enquiry():
    held = enquiries.strategy_discussions(steps(discussion(outcome="section_47"), discussion(outcome="single_agency"), discussion()), RULES)

    assert held.to_section_47.tolist() == [True, False, False]


def test_where_no_discussion_has_an_outcome_none_is_said_to_have_led_anywhere():
    held = enquiries.strategy_discussions(steps(discussion(), discussion(team="Duty")), RULES)

    assert "to_section_47" not in held


def test_a_discussion_is_told_by_its_concern_and_team_in_words():
    held = enquiries.strategy_discussions(steps(discussion(concern="criminal_exploitation", team=" Duty "), discussion()), RULES)

    assert held.concern.tolist() == ["Criminal exploitation", "Not recorded"]
    assert held.team.tolist() == ["Duty", "Not recorded"]


def test_a_workflow_list_without_a_single_discussion_says_nothing_of_them():
    held = enquiries.strategy_discussions(steps(enquiry()), RULES)

    assert "finished" not in held


# Section 47 enquiries


@pytest.mark.parametrize("said, in_time", [
    ({"due": "2020-03-20"}, True),
    ({"due": "2020-03-19"}, False),
    ({"due": "2020-03-19", "finished": "2020-03-19 23:50"}, True),
    ({"finished": "2020-03-23"}, True),         # the 15th working day after 2 March
    ({"finished": "2020-03-24"}, False),
    ({"timescale_from": "2020-02-28", "finished": "2020-03-23"}, False),
    ({"finished": None}, False),
])
def test_an_enquiry_is_in_time_by_its_due_date_else_within_15_working_days(said, in_time):
    assert completed(enquiry(**said)).in_time.tolist() == [in_time]


def test_the_15_days_run_from_the_childs_last_discussion_before_the_enquiry():
    late = completed(discussion(finished="2020-02-27"), enquiry(finished="2020-03-20"))

    assert late.in_time.tolist() == [False]


def test_a_discussion_more_than_30_days_before_opened_another_enquiry():
    in_time = completed(discussion(finished="2020-01-31"), enquiry(finished="2020-03-20"))

    assert in_time.in_time.tolist() == [True]


def test_a_discussion_later_on_the_day_the_enquiry_began_is_the_one_that_opened_it():
    same_day = completed(discussion(finished="2020-03-02 16:00"), enquiry(started="2020-03-02 09:00", finished="2020-03-23"))

    assert same_day.in_time.tolist() == [True]


def test_no_further_action_may_be_the_outcome_or_the_next_action():
    ended = completed(enquiry(outcome="no_further_action"), enquiry(next_action="no_further_action"), enquiry(outcome="continuing_risk"))

    assert ended.no_further_action.tolist() == [True, True, False]
    assert ended.continuing_risk.tolist() == [False, False, True]


def test_the_next_action_says_which_enquiries_led_to_a_conference():
    led = completed(enquiry(next_action="initial_conference"), enquiry(next_action="child_in_need_plan"), enquiry(),
                    section_47_enquiries=[conference()])

    assert led.to_initial_conference.tolist() == [True, False, False]


def test_without_any_next_action_a_conference_of_list_5_after_the_discussion_says_so():
    without = conference(child="ZZ-900002", conference=None)

    led = completed(enquiry(), enquiry(child="ZZ-900002"), section_47_enquiries=[conference(), without])

    assert led.to_initial_conference.tolist() == [True, False]


def test_a_month_that_list_5_does_not_cover_cannot_say_what_led_to_a_conference():
    led = completed(enquiry(started="2019-03-04", finished="2019-03-20"), section_47_enquiries=[conference()])

    assert led.to_initial_conference.isna().tolist() == [True]


def test_without_next_actions_and_list_5_nothing_is_said_of_conferences():
    assert "to_initial_conference" not in completed(enquiry())


def test_a_childs_enquiry_is_started_once_however_many_conferences_follow():
    rows = [conference(), conference(conference="2020-03-27"), conference(strategy_discussion="2020-03-09"),
            conference(strategy_discussion=None)]

    started = enquiries.section_47_started(extract(section_47_enquiries=rows), RULES)

    assert started.strategy_discussion.dt.strftime("%d %B").tolist() == ["02 March", "09 March"]
    assert started.team.tolist() == ["Duty", "Duty"]


# Initial conferences


@pytest.mark.parametrize("discussed, held, in_time", [
    ("2020-03-02", "2020-03-23", True),
    ("2020-03-02", "2020-03-24", False),
    ("2019-12-12", "2020-01-07", True),         # Christmas, Boxing and New Year's Day are no working days
    ("2019-12-12", "2020-01-08", False),
    ("2020-03-02", "2020-03-02", True),
    (None, "2020-03-02", False),
])
def test_a_conference_is_in_time_on_the_15th_working_day_after_the_discussion(discussed, held, in_time):
    found = conferences(conference(strategy_discussion=discussed, conference=held))

    assert found.in_time.tolist() == [in_time]


def test_the_last_discussion_before_the_conference_counts_whichever_row_it_stands_in():
    rows = [conference(strategy_discussion="2020-01-06"), conference(strategy_discussion="2020-03-16", conference=None),
            conference(strategy_discussion="2020-03-25", conference=None)]

    assert conferences(*rows).in_time.tolist() == [True]


def test_a_child_is_counted_once_a_conference_with_the_plan_it_decided():
    rows = [conference(plan_resulted="no"), conference(strategy_discussion="2020-03-09"), conference(child="ZZ-900002", plan_resulted="")]

    held = conferences(*rows)

    assert sorted(zip(held.child, held.outcome)) == [("ZZ-900001", "Child protection plan"), ("ZZ-900002", "Not recorded")]


@pytest.mark.parametrize("told, began, led", [
    ("yes", None, True), ("no", "2020-03-23", False), ("", "2020-03-23", True), ("unknown", "2020-03-23", True), ("", "2020-03-24", False),
    ("", "2020-03-20", False), ("", None, False)])
def test_a_conference_led_to_a_plan_as_list_5_says_else_where_one_began_that_day(told, began, led):
    plans = [{"child": CHILD, "plan_started": began}] if began else [{"child": "ZZ-900002", "plan_started": "2020-03-23"}]
    received = extract(section_47_enquiries=[conference(plan_resulted=told)], child_protection_plans=plans)

    held = enquiries.initial_conferences(received, RULES)

    assert held.to_plan.tolist() == [led]


def test_where_neither_list_tells_of_plans_no_conference_is_said_to_have_led_to_one():
    assert "to_plan" not in conferences(conference(plan_resulted=""))


# Discussions after an assessment of exploitation


def discussed(*rows, **said):
    return enquiries.strategy_discussions(steps(*rows, **said), RULES)


@pytest.mark.parametrize("assessed, soon", [("2020-03-02", True), ("2020-02-01", True), ("2020-01-31", False), ("2020-03-03", False)])
def test_a_discussion_follows_an_exploitation_assessment_of_that_day_or_the_30_before(assessed, soon):
    held = discussed(discussion(), {"step": "exploitation_assessment", "started": "2020-01-02", "finished": assessed})

    assert held.after_exploitation_assessment.tolist() == [soon]


def test_of_a_discussion_whose_30_days_before_are_not_all_returned_nothing_is_known_unless_an_assessment_is_seen():
    early = {"started": "2019-04-24", "finished": "2019-04-24"}
    assessment = {"step": "exploitation_assessment", "started": "2019-04-01", "finished": "2019-04-23"}

    held = discussed(discussion(**early), discussion(**early, child="ZZ-900002"), assessment | {"child": "ZZ-900002"})

    assert held.after_exploitation_assessment.isna().tolist() == [True, False]


def test_where_no_exploitation_assessment_is_ever_returned_nothing_is_said_to_follow_one():
    assert "after_exploitation_assessment" not in discussed(discussion())


def test_making_records_changes_nothing_of_the_rows():
    received = steps(discussion(), enquiry(), section_47_enquiries=[conference()])
    before = {key: frame.copy() for key, frame in received.frames.items()}

    for kind in enquiries.KINDS:
        kind.make(received, RULES)

    for key, frame in received.frames.items():
        pd.testing.assert_frame_equal(frame, before[key])
