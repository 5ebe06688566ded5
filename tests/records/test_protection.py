import pandas as pd
import pytest
from tests.frames import settings
from tests.records.lists_of_care import cared_for, extract

from lib.records import protection

RULES = settings(month="2020-03")
CHILD = "ZZ-900001"


def plan(**said):
    return {"child": CHILD, "date_of_birth": "2012-05-06", "sex": "F", "plan_started": "2020-03-02", "latest_category": "NEG",
            "team": "Duty", "previous_plans": 0} | said


def local(**said):
    return {"child": CHILD, "plan_type": "CP", "started": "2017-06-01"} | said


def review(**said):
    return {"child": CHILD, "review_type": "CP", "reviewed": "2020-03-16"} | said


def plans(*rows, **lists):
    return protection.protection_plans(extract(child_protection_plans=rows, **lists), RULES)


def reviews(*rows, **lists):
    return protection.protection_reviews(extract(reviews=rows, **lists), RULES).in_time.tolist()


def test_a_plan_is_told_in_words():
    made = plans(plan(latest_category="EMO", sex="", team="")).iloc[0]

    assert (made.category_of_abuse, made.sex, made.team, made.reason) == ("Emotional abuse", "Not recorded", "Not recorded", "Not recorded")


@pytest.mark.parametrize("ended, long", [("2020-03-01", True), ("2020-02-29", False), (None, False)])
def test_a_plan_is_long_from_the_730th_day(ended, long):
    made = plans(plan(plan_started="2018-03-02", plan_ended=ended))

    assert made.lasted_2_years.tolist() == [long]
    assert made.two_years_on.tolist() == [pd.Timestamp("2020-03-01")]


def test_a_plan_repeats_where_there_were_earlier_ones_and_not_where_the_number_is_blank():
    made = plans(plan(previous_plans=2), plan(child="ZZ-900002"), plan(child="ZZ-900003", previous_plans=None))

    assert made.repeat.tolist() == [True, False, False]


def test_where_no_number_of_earlier_plans_was_returned_nothing_is_said_of_them():
    assert "repeat" not in plans(plan(previous_plans=None))


@pytest.mark.parametrize("ended, within", [
    ("2018-03-02", True), ("2018-03-01", False), ("2020-03-02", True), ("2020-03-03", False), (None, False)])
def test_a_plan_repeats_within_two_years_until_the_same_day_two_years_on(ended, within):
    assert plans(plan(), plans=[local(ended=ended)]).repeat_within_2_years.tolist() == [within]


def test_two_years_after_29_february_end_on_28_february():
    earlier = local(started="2015-01-05", ended="2016-02-29")

    made = plans(plan(plan_started="2018-02-28"), plan(child="ZZ-900002", plan_started="2018-03-01"),
                 plans=[earlier, earlier | {"child": "ZZ-900002"}])

    assert made.repeat_within_2_years.tolist() == [True, False]


def test_an_earlier_plan_of_list_7_counts_as_well():
    made = plans(plan(plan_started="2019-04-01", plan_ended="2019-11-04"), plan(), plans=[local(child="ZZ-900009")])

    assert made.repeat_within_2_years.tolist() == [False, True]


def test_a_plan_that_ended_the_day_it_began_is_not_before_itself():
    made = plans(plan(plan_ended="2020-03-02"), plans=[local(started="2020-03-02", ended="2020-03-02")])

    assert made.repeat_within_2_years.tolist() == [False]


def test_without_local_plans_it_is_not_known_how_long_ago_the_last_one_ended():
    assert "repeat_within_2_years" not in plans(plan(previous_plans=1), plans=[local(plan_type="CIN")])


# Why plans ended


def test_the_local_list_says_why_a_plan_ended():
    said = [local(ended="2020-03-20", end_reason="threshold_not_met"), local(child="ZZ-900002", ended="2020-03-19", end_reason="moved")]

    made = plans(plan(plan_ended="2020-03-20"), plan(child="ZZ-900002", plan_ended="2020-03-20"), plans=said)

    assert made.reason.tolist() == ["Threshold no longer met", "Not recorded"]


@pytest.mark.parametrize("into_care, reason", [
    ("2020-02-19", "Became looked after"), ("2020-02-18", "Not recorded"), ("2020-04-19", "Became looked after"),
    ("2020-04-20", "Not recorded")])
def test_where_the_local_list_says_nothing_care_within_30_days_of_the_end_is_why(into_care, reason):
    made = plans(plan(plan_ended="2020-03-20"), looked_after_children=[cared_for(started=into_care)])

    assert made.reason.tolist() == [reason]


def test_a_short_break_is_no_reason_why_a_plan_ended():
    made = plans(plan(plan_ended="2020-03-20"), looked_after_children=[cared_for(started="2020-03-19", legal_status="V4")])

    assert made.reason.tolist() == ["Not recorded"]


def test_what_the_local_list_says_comes_before_care():
    made = plans(plan(plan_ended="2020-03-20"), looked_after_children=[cared_for(started="2020-03-19")],
                 plans=[local(ended="2020-03-20", end_reason="turned_18")])

    assert made.reason.tolist() == ["Turned 18"]


# Children on plans at a month's end


def test_a_child_both_in_care_and_on_a_plan_is_told_month_by_month():
    received = extract(first="2020-02", child_protection_plans=[plan(plan_started="2020-02-03")],
                       looked_after_children=[cared_for(started="2020-03-31")])

    found = protection.children_on_plans(received, RULES)

    assert found.looked_after.tolist() == [False, True]


def test_months_that_list_8_does_not_cover_cannot_tell_who_is_in_care():
    received = extract(first="2020-02", child_protection_plans=[plan(plan_started="2020-02-03")], looked_after_children=[cared_for()])
    received.months["looked_after_children"] = ("2020-03",)

    found = protection.children_on_plans(received, RULES)

    assert found.looked_after.isna().tolist() == [True, False]


def test_of_local_plans_without_a_date_of_update_or_review_it_is_not_known_which_are_up_to_date():
    received = extract(child_protection_plans=[plan()], plans=[local(ended="2018-06-01")])

    assert "up_to_date" not in protection.children_on_plans(received, RULES)


def test_a_plan_document_is_up_to_date_in_the_month_of_the_return_alone():
    received = extract(first="2020-02", child_protection_plans=[plan(plan_started="2020-02-03")], plans=[local(review_due="2020-03-31")])

    found = protection.children_on_plans(received, RULES)

    assert found.up_to_date.tolist() == [pd.NA, True]


# Review conferences


@pytest.mark.parametrize("due, in_time", [("2020-03-16", [True]), ("2020-03-13", [False])])
def test_a_review_is_in_time_on_the_day_it_is_due(due, in_time):
    assert reviews(review(due=due)) == in_time


@pytest.mark.parametrize("reviewed, in_time", [("2020-02-29", [True]), ("2020-03-02", [False])])
def test_the_first_review_is_due_three_months_after_the_plan_began(reviewed, in_time):
    began = plan(plan_started="2019-11-30")

    assert reviews(review(reviewed=reviewed), child_protection_plans=[began]) == in_time


@pytest.mark.parametrize("reviewed, in_time", [("2020-03-16", [True, True]), ("2020-03-17", [True, False])])
def test_later_reviews_are_due_six_months_after_the_one_before(reviewed, in_time):
    began = plan(plan_started="2019-07-01")

    assert reviews(review(reviewed="2019-09-16"), review(reviewed=reviewed), child_protection_plans=[began]) == in_time


def test_the_first_review_of_a_second_plan_is_due_three_months_after_that_plan_began():
    began = [plan(plan_started="2019-01-07", plan_ended="2019-10-01"), plan(plan_started="2019-12-02")]

    assert reviews(review(reviewed="2019-09-30"), review(reviewed="2020-03-03"), child_protection_plans=began)[1] is False


@pytest.mark.parametrize("began, reviewed, in_time", [
    ("2019-03-01", "2019-12-02", [pd.NA]), ("2019-09-02", "2019-12-03", [pd.NA]), ("2019-09-02", "2019-12-02", [True]),
    ("2019-10-01", "2020-01-02", [False]), ("2019-03-01", "2020-03-31", [pd.NA]), ("2019-03-01", "2020-04-01", [False])])
def test_a_review_that_may_follow_one_from_before_the_list_begins_is_neither_in_time_nor_late(began, reviewed, in_time):
    received = extract(first="2019-10", month="2020-04", reviews=[review(reviewed=reviewed)], child_protection_plans=[plan(plan_started=began)])

    assert protection.protection_reviews(received, RULES).in_time.tolist() == in_time


def test_where_any_due_date_is_returned_every_review_is_judged():
    received = extract(first="2019-10", reviews=[review(reviewed="2019-12-02"), review(child="ZZ-900002", due="2020-03-16")],
                       child_protection_plans=[plan(plan_started="2019-03-01")])

    assert protection.protection_reviews(received, RULES).in_time.tolist() == [False, True]


def test_a_review_of_which_nothing_else_is_known_is_not_in_time():
    assert reviews(review()) == [False]


def test_reviews_of_looked_after_children_say_nothing_of_plans():
    made = protection.protection_reviews(extract(reviews=[review(review_type="LAC")]), RULES)

    assert "reviewed" not in made


def test_the_outcome_of_a_review_is_told_in_words_where_any_is_recorded():
    told = protection.protection_reviews(extract(reviews=[review(outcome="ends"), review(reviewed="2020-03-17")]), RULES)

    assert told.outcome.tolist() == ["Plan ends", "Not recorded"]
    assert "outcome" not in protection.protection_reviews(extract(reviews=[review()]), RULES)


@pytest.mark.parametrize("ended, year", [
    ("2012-12-31", "2012"), ("2013-01-01", "2013"), ("2020-03-03", "Not recorded"), (None, "Not recorded")])
def test_a_plan_tells_the_year_in_which_the_last_one_before_it_ended(ended, year):
    made = plans(plan(previous_plans=1), plans=[local(started="2009-06-01", ended=ended)])

    assert made.year_of_earlier_plan.tolist() == [year]


def test_of_several_earlier_plans_the_last_tells_the_year():
    earlier = [local(started="2008-06-01", ended="2009-06-01"), local(started="2010-06-01", ended="2011-06-01")]

    made = plans(plan(previous_plans=2), plans=earlier)

    assert made.year_of_earlier_plan.tolist() == ["2011"]


# Visits made


def visit(visited="2020-03-16", **said):
    return {"child": CHILD, "visit_type": "CP", "visited": visited} | said


def visits(*rows, **lists):
    made = protection.protection_visits(extract(visits=rows, **lists), RULES)
    return [None if pd.isna(answer) else answer for answer in made.in_time]


@pytest.mark.parametrize("due, in_time", [("2020-03-16", True), ("2020-03-15", False), ("2020-03-30", True)])
def test_a_visit_is_in_time_by_its_due_date(due, in_time):
    assert visits(visit(due=due)) == [in_time]


@pytest.mark.parametrize("began, in_time", [("2020-03-02", True), ("2020-03-01", False)])
def test_without_due_dates_a_first_visit_is_in_time_within_the_interval_of_the_plans_start(began, in_time):
    assert visits(visit(), child_protection_plans=[plan(plan_started=began)]) == [in_time]


def test_without_due_dates_a_later_visit_is_in_time_within_the_interval_of_the_one_before():
    made = [visit(day) for day in ("2020-03-02", "2020-03-16", "2020-03-31")]

    assert visits(*made, child_protection_plans=[plan(plan_started="2020-02-24")]) == [True, True, False]


def test_a_visit_of_an_earlier_plan_is_none_before_the_first_of_this_one():
    begun = [plan(plan_started="2020-01-06", plan_ended="2020-02-03"), plan(plan_started="2020-03-09")]

    assert visits(visit("2020-01-13"), visit("2020-03-16"), child_protection_plans=begun) == [True, True]


def test_of_the_first_visits_of_a_list_without_due_dates_nothing_is_known_where_the_one_before_may_lie_ahead_of_it():
    assert visits(visit("2019-04-08"), visit("2019-04-22"), child_protection_plans=[plan(plan_started="2018-06-04")]) == [None, True]


def test_visits_not_made_and_visits_to_other_children_are_none_to_children_on_plans():
    made = protection.protection_visits(extract(visits=[visit(None, due="2020-03-16"), visit(visit_type="CIN")]), RULES)

    assert made.empty and "visited" not in made


def test_making_records_changes_nothing_of_the_rows():
    received = extract(child_protection_plans=[plan()], plans=[local(ended="2019-01-07")], reviews=[review()], visits=[visit()],
                       looked_after_children=[cared_for()])
    before = {key: frame.copy() for key, frame in received.frames.items()}

    for kind in protection.KINDS:
        kind.make(received, RULES)

    for key, frame in received.frames.items():
        pd.testing.assert_frame_equal(frame, before[key])
