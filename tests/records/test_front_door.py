import pandas as pd
import pytest
from tests.frames import settings
from tests.records.lists_of_care import extract

from lib import counts, records
from lib.records import front_door

RULES = settings(month="2020-03")
CHILD = "ZZ-900001"


def contact(day="2020-03-09", **said):
    return {"child": CHILD, "date_of_contact": day, "source": "6", **said}


def referral(day="2020-03-09", **said):
    return {"child": CHILD, "date_of_referral": day, "source": "6", **said}


def step(kind, started, finished=None, **said):
    return {"child": CHILD, "step": kind, "started": started, "finished": finished, **said}


def contacts_of(contacts, *steps, **said):
    return front_door.contacts(extract(contacts=contacts, workflow_steps=steps, **said), RULES)


def referrals_of(referrals, *steps, **lists):
    return front_door.referrals(extract(referrals=referrals, workflow_steps=steps, **lists), RULES)


def answers(frame, column):
    return [None if pd.isna(answer) else answer for answer in frame[column]]


def counted(received, quantity):
    table = counts.of(received, RULES)
    return {row.month: row.value for row in table[(table.measure == quantity) & (table.breakdown == "")].itertuples()}


# Contacts and their steps


def test_a_contact_has_the_decision_of_its_childs_step_of_that_day():
    frame = contacts_of([contact()], step("contact", "2020-03-09 09:00", "2020-03-10 09:00", outcome="referral"))

    assert answers(frame, "progressed_to_referral") == answers(frame, "decided_in_24_hours") == [True]


@pytest.mark.parametrize("stray", [
    step("contact", "2020-03-10 09:00", "2020-03-10 10:00", outcome="referral"),
    step("contact", "2020-03-09 09:00", "2020-03-09 10:00", outcome="referral", child="ZZ-900002"),
], ids=["of another day", "of another child"])
def test_a_contact_without_a_step_of_its_own_is_undecided_and_not_unknown(stray):
    frame = contacts_of([contact()], stray)

    for column in ("progressed_to_referral", "decided_in_24_hours", "decided_in_1_working_day"):
        assert answers(frame, column) == [False]


def test_the_contacts_of_a_child_on_one_day_have_its_steps_in_order_whatever_the_order_of_the_rows():
    contacts = [contact(source="6"), contact(source="2A")]
    steps = [step("contact", "2020-03-09 12:00", "2020-03-12 12:00"),
             step("contact", "2020-03-09 09:00", "2020-03-09 10:00", outcome="referral")]

    either = [contacts_of(contacts, *steps), contacts_of(contacts[::-1], *steps[::-1])]

    for frame in either:
        assert dict(zip(frame.source, answers(frame, "progressed_to_referral"))) == {"Schools": True, "Police": False}


def test_a_step_serves_one_contact():
    frame = contacts_of([contact(source="6"), contact(source="2A")],
                        step("contact", "2020-03-09 09:00", "2020-03-09 10:00", outcome="referral"))

    assert sorted(answers(frame, "progressed_to_referral")) == [False, True]


def test_of_a_month_that_the_steps_do_not_cover_an_unmatched_contact_says_nothing():
    received = extract(contacts=[contact("2020-02-10"), contact()],
                       workflow_steps=[step("contact", "2020-03-09 09:00", outcome="referral")])
    received.months["workflow_steps"] = ("2020-03",)

    frame = front_door.contacts(received, RULES)

    assert answers(frame, "progressed_to_referral") == [None, True]
    assert "2020-02" in counted(received, "contacts")
    assert "2020-02" not in counted(received, "contacts_progressed_to_referral")


def test_months_before_the_first_contact_step_say_nothing_since_none_was_recorded_yet():
    frame = contacts_of([contact("2020-02-10"), contact()], step("contact", "2020-03-09 09:00"), step("strategy_discussion", "2019-05-07"))

    assert answers(frame, "progressed_to_referral") == [None, False]


@pytest.mark.parametrize("steps", [(), (step("referral", "2020-03-09 09:00"),)], ids=["no steps", "no contact steps"])
def test_without_contact_steps_nothing_of_decisions_is_counted(steps):
    received = extract(contacts=[contact()], workflow_steps=steps)

    assert counted(received, "contacts")["2020-03"] == 1
    assert counted(received, "contacts_progressed_to_referral") == counted(received, "contacts_decided_in_24_hours") == {}


# Decisions in time


def test_steps_without_times_of_day_cannot_tell_24_hours_but_a_working_day():
    received = extract(contacts=[contact("2020-02-10"), contact()],
                       workflow_steps=[step("contact", "2020-02-10", "2020-02-11"),
                                       step("contact", "2020-03-09 09:00", "2020-03-10 08:00")])

    assert "2020-02" not in counted(received, "contacts_decided_in_24_hours")
    assert counted(received, "contacts_decided_in_24_hours")["2020-03"] == 1
    assert counted(received, "contacts_decided_in_1_working_day")["2020-02"] == 1


def test_steps_whose_decisions_alone_have_no_time_of_day_cannot_tell_24_hours():
    frame = contacts_of([contact()], step("contact", "2020-03-09 09:00", "2020-03-10"))

    assert answers(frame, "decided_in_24_hours") == [None]


def test_a_month_in_which_nothing_was_decided_has_nothing_in_time():
    frame = contacts_of([contact()], step("contact", "2020-03-09 09:00"))

    assert answers(frame, "decided_in_24_hours") == [False]


@pytest.mark.parametrize("finished, in_time", [("2020-03-11", True), ("2020-03-12", False)])
def test_48_hours_are_two_days_where_only_days_are_known(finished, in_time):
    frame = referrals_of([referral()], step("referral", "2020-03-09", finished))

    assert answers(frame, "decided_in_48_hours") == [in_time]
    assert answers(frame, "decided_in_24_hours") == [None]


def test_a_decision_dated_before_the_contact_is_not_in_time():
    frame = contacts_of([contact()], step("contact", "2020-03-09 09:00", "2020-03-06 09:00"))

    assert answers(frame, "decided_in_24_hours") == answers(frame, "decided_in_1_working_day") == [False]


def test_screening_is_not_asked_of_steps_that_never_record_it():
    frame = contacts_of([contact()], step("contact", "2020-03-09 09:00"))

    assert "screened_same_working_day" not in frame


# Referrals


def test_a_referral_is_told_in_words_with_its_steps_outcome():
    frame = referrals_of([referral(team=" Duty "), referral("2020-03-10")], step("referral", "2020-03-09 09:00", outcome="assessment"))

    assert frame.outcome.tolist() == ["Assessment", "Not recorded"]
    assert (frame.source[0], frame.team[0], frame.team[1]) == ("Police", "Duty", "Not recorded")


def test_no_further_action_of_the_list_stands_where_no_step_says_what_followed():
    frame = referrals_of([referral(no_further_action="yes"), referral("2020-03-10", no_further_action="yes")],
                         step("referral", "2020-03-09 09:00", outcome="assessment"))

    assert frame.outcome.tolist() == ["Assessment", "No further action"]


@pytest.mark.parametrize("earlier, again", [("2019-03-12", True), ("2019-03-11", False), ("2020-03-11", False)])
def test_a_rereferral_follows_another_by_1_to_365_days(earlier, again):
    frame = referrals_of([referral(earlier, source="2A"), referral("2020-03-11")], first="2018-01")

    assert answers(frame, "rereferral")[-1] == again


def test_a_short_list_without_its_own_number_of_referrals_says_nothing_but_of_those_it_shows():
    frame = referrals_of([referral("2020-03-02"), referral("2020-03-09"), referral(child="ZZ-900002")])

    assert answers(frame, "rereferral") == [None, True, None]


def test_another_childs_referral_is_no_earlier_one():
    frame = referrals_of([referral("2020-03-02"), referral(child="ZZ-900002")], first="2018-01")

    assert answers(frame, "rereferral") == [False, False]


def test_a_referral_of_a_month_whose_assessments_are_not_all_returned_says_nothing():
    received = extract(referrals=[referral("2020-01-06"), referral()], assessments=[{"child": CHILD, "assessment_started": "2020-03-10"}])
    received.months["assessments"] = ("2020-03",)

    assert answers(front_door.referrals(received, RULES), "to_assessment") == [None, True]


def test_without_list_4_nobody_can_say_whether_an_assessment_followed():
    assert "to_assessment" not in referrals_of([referral()])


def test_an_initial_assessment_serves_a_referral_where_list_4_is_not_returned():
    referrals = [referral("2020-03-02"), referral("2020-03-03", child="ZZ-900002")]

    frame = referrals_of(referrals, step("initial_assessment", "2020-03-04 10:00"))

    assert answers(frame, "to_assessment") == [True, False]


# Missing notifications and early help


def test_notifications_that_are_never_recorded_are_not_counted_as_nought():
    received = extract(workflow_steps=[step("contact", "2020-03-09 09:00")])

    assert counted(received, "missing_child_notifications") == {}


def test_each_notification_is_a_record():
    received = extract(workflow_steps=[step("missing_notification", "2020-03-09 09:00"), step("missing_notification", "2020-03-31 23:59")])

    assert counted(received, "missing_child_notifications")["2020-03"] == 2


def test_an_episode_is_told_in_words():
    frame = front_door.early_help_episodes(extract(early_help_episodes=[
        {"child": CHILD, "started": "2020-01-06", "ended": "2020-03-09", "closure_reason": "stepped_up", "locality": "North"},
        {"child": CHILD, "started": "2020-03-16"}]), RULES)

    assert frame[["locality", "reason"]].to_numpy().tolist() == [["North", "Stepped up to social care"], ["Not recorded", "Not recorded"]]
    assert answers(frame, "stepped_up") == [True, False]


def test_reasons_that_are_never_recorded_tell_of_no_step_up_and_no_step_down():
    frame = front_door.early_help_episodes(extract(early_help_episodes=[{"child": CHILD, "started": "2020-01-06"}]), RULES)

    assert not {"stepped_up", "stepped_down", "returned"} & set(frame.columns)


def test_a_step_down_is_judged_once_its_year_has_passed_and_the_referrals_cover_it():
    episodes = [{"child": CHILD, "started": started, "stepped_down_from": "assessment"}
                for started in ("2018-01-08", "2019-03-31", "2019-04-01")]
    received = extract(early_help_episodes=episodes, referrals=[referral("2019-04-02")], first="2018-06")

    assert answers(front_door.early_help_episodes(received, RULES), "returned") == [None, True, None]


@pytest.mark.parametrize("ended, length", [
    ("2020-03-30", "Under 3 months"), ("2020-03-31", "3 to 6 months"), ("2020-06-29", "3 to 6 months"), ("2020-06-30", "6 to 9 months"),
    ("2020-12-31", "12 to 18 months"), ("2021-06-30", "18 months or more"), (None, None)])
def test_an_episodes_length_is_in_calendar_months_and_the_day_that_ends_one_band_begins_the_next(ended, length):
    episode = {"child": CHILD, "started": "2019-12-31", "ended": ended}

    frame = front_door.early_help_episodes(extract("2021-06", early_help_episodes=[episode]), RULES)

    assert answers(frame, "length") == [length]


def test_an_episode_tells_who_leads_it_and_what_came_before_in_words():
    told, untold = {"lead_organisation": "education", "stepped_down_from": "none"}, {}
    episodes = [{"child": CHILD, "started": day, **said} for day, said in (("2020-01-06", told), ("2020-02-06", untold))]

    frame = front_door.early_help_episodes(extract(early_help_episodes=episodes), RULES)

    assert frame.lead_organisation.tolist() == ["Education", "Not recorded"]
    assert frame.stepped_down_from.tolist() == ["No social care before", "Not recorded"]
    assert answers(frame, "stepped_down") == [False, False]


# What holds of every kind


@pytest.mark.parametrize("kind", front_door.KINDS, ids=lambda kind: kind.key)
def test_a_list_without_rows_gives_records_without_rows(kind):
    received = extract(**dict.fromkeys(("contacts", "referrals", "assessments", "workflow_steps", "early_help_episodes"), ()))

    made = records.make(kind.key, received, RULES)

    assert made.frame.empty
    assert {"file", "sheet", "row"} <= set(made.frame.columns)


def test_the_rows_received_are_not_changed():
    received = extract(contacts=[contact()], referrals=[referral()], workflow_steps=[step("contact", "2020-03-09 09:00")])
    before = {key: frame.copy() for key, frame in received.frames.items()}

    front_door.contacts(received, RULES)
    front_door.referrals(received, RULES)

    for key, frame in received.frames.items():
        pd.testing.assert_frame_equal(frame, before[key])
