from lib import service_areas
from lib.measures import IN_MONTH, ROLLING_12, Series


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
