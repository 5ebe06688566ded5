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


def test_open_assessments_are_late_out_of_those_that_are_open():
    late = service_areas.measure("assessments_open_over_45_days_percent")

    assert (late.numerator, late.denominator, late.good_is) == ("assessments_open_over_45_days", "assessments_open", LOW)


def test_completed_assessments_are_shown_by_team_and_by_outcome_with_and_without_a_strategy_meeting():
    completed = service_areas.measure("assessments_completed")

    assert {"team", "outcome | strategy meeting"} <= set(completed.breakdowns)


def test_seeing_a_child_soon_is_said_to_be_a_local_standard():
    seen = service_areas.measure("assessments_child_seen_in_3_days_percent")

    assert "local standard" in seen.definition
    assert (seen.denominator, seen.breakdowns) == ("assessments_completed", ("team",))


def test_the_two_stages_before_single_assessments_have_pages_of_their_own_at_the_end():
    pages = [topic.key for topic in service_areas.topics("assessments")]

    assert pages[-2:] == ["initial_assessments", "core_assessments"]


def test_bands_of_days_taken_are_shown_of_late_initial_and_of_all_core_assessments():
    banded = [measure.key for measure in service_areas.measures().values() if "days taken" in measure.breakdowns]

    assert banded == ["initial_assessments_late", "initial_assessments_late_share_percent", "core_assessments_completed",
                      "core_assessments_completed_share_percent"]
