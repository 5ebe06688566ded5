from lib import service_areas
from lib.measures import HIGH, LOW, MONTH_END, NEITHER


def test_timeliness_counts_assessments_finished_and_not_those_still_open():
    in_time = service_areas.measure("assessments_completed_in_time_percent")

    assert in_time.denominator == "assessments_completed"
    assert in_time.good_is == HIGH
    assert "45 working days" in in_time.definition


def test_open_assessments_already_late_stand_at_the_months_end():
    late = service_areas.measure("assessments_open_over_45_days")

    assert late.natural_basis == MONTH_END
    assert late.good_is == LOW


def test_outcomes_are_four_shares_of_the_same_completed_assessments():
    outcomes = [service_areas.measure(series.measure) for series in service_areas.topic("assessment_outcomes").shows]

    assert len(outcomes) == 4
    assert {outcome.denominator for outcome in outcomes} == {"assessments_completed"}
    assert {outcome.good_is for outcome in outcomes} == {NEITHER}
