from lib import service_areas
from lib.measures import HIGH, IN_MONTH, NEITHER, ROLLING_12, YEAR_TO_DATE, Series


def test_enquiries_started_are_shown_for_the_month_for_twelve_months_and_as_a_rate():
    shown = service_areas.topic("section_47_started").shows

    assert shown == (
        Series("section_47_enquiries_started", IN_MONTH),
        Series("section_47_enquiries_started", ROLLING_12),
        Series("section_47_enquiries_started_rate", ROLLING_12),
    )


def test_findings_of_enquiries_are_shares_of_enquiries_completed_with_their_numbers_beside_them():
    findings = service_areas.topic("section_47_completed").shows[1:]

    denominators = {service_areas.measure(series.measure).denominator for series in findings}

    assert denominators == {"section_47_enquiries_completed"}
    assert {series.parts for series in findings} == {"numerator"}


def test_conferences_count_children_and_say_so():
    conferences = service_areas.measure("initial_conferences")

    assert "Children are counted, not meetings" in conferences.definition


def test_a_conference_is_due_15_working_days_after_the_strategy_discussion():
    in_time = service_areas.measure("initial_conferences_in_time_percent")

    assert in_time.denominator == "initial_conferences"
    assert "15 working days" in in_time.definition
    assert "strategy discussion" in in_time.definition


def test_what_enquiries_led_to_is_a_share_of_those_completed():
    led = [service_areas.measure(key) for key in
           ("section_47_enquiries_in_time_percent", "section_47_no_further_action_percent", "section_47_to_initial_conference_percent")]

    assert {measure.denominator for measure in led} == {"section_47_enquiries_completed"}
    assert [measure.good_is for measure in led] == [HIGH, NEITHER, NEITHER]


def test_discussions_are_shown_by_concern_and_by_team():
    to_enquiry = service_areas.measure("strategy_discussions_to_section_47_percent")

    assert to_enquiry.breakdowns == service_areas.measure("strategy_discussions").breakdowns == ("concern", "team")


def test_conferences_in_time_are_shown_for_the_month_and_the_year_to_date_with_their_parts():
    shown = service_areas.topic("conferences_in_time").shows

    assert [(series.basis, series.parts) for series in shown] == [(IN_MONTH, "both"), (YEAR_TO_DATE, "both")]


def test_a_child_with_several_discussions_after_an_exploitation_assessment_counts_once_a_month():
    quantity = service_areas.quantities()["strategy_discussions_after_exploitation_assessment"]

    assert quantity.rows.each == "child"
    assert "once a month" in service_areas.measure(quantity.key).method


def test_the_share_of_discussions_is_shown_by_the_breakdowns_of_their_number():
    share = service_areas.measure("strategy_discussions_share_percent")

    assert share.share and share.breakdowns == service_areas.measure("strategy_discussions").breakdowns
