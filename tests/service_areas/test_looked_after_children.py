from lib import service_areas
from lib.measures import FINANCIAL_YEAR, FLOW, ROLLING_12, STOCK, YEAR_TO_DATE


def test_before_plus_started_less_ceased_can_be_read_from_one_page():
    shown = {series.measure for series in service_areas.topic("looked_after").shows}

    assert {"children_looked_after", "children_starting_to_be_looked_after", "children_ceasing_to_be_looked_after"} <= shown


def test_children_with_every_review_in_time_are_counted_for_the_year_and_never_added_up_from_months():
    measure = service_areas.measure("lac_all_reviews_in_time_percent")
    parts = [service_areas.quantities()[key] for key in (measure.numerator, measure.denominator)]

    assert measure.bases == (YEAR_TO_DATE, FINANCIAL_YEAR)
    assert not any(part.additive for part in parts)


def test_both_standards_of_visiting_are_judged_on_the_same_visits():
    statutory = service_areas.measure("lac_visits_in_time_percent")
    local = service_areas.measure("lac_visits_in_time_local_standard_percent")

    assert statutory.denominator == local.denominator == "lac_visits"


def test_health_and_dental_checks_are_asked_of_children_in_care_for_a_year():
    keys = ("lac_health_assessment_up_to_date_percent", "lac_dental_check_up_to_date_percent")

    definitions = [service_areas.measure(key).definition for key in keys]

    assert all("in care for a year" in definition for definition in definitions)


def test_taking_part_in_reviews_is_shown_for_every_age_band():
    shown = service_areas.topic("lac_participation").shows

    assert [(series.measure, series.breakdown, series.category) for series in shown] == [("lac_review_participants_percent", "age", "")]


def test_children_by_age_and_sex_are_counted_by_age_as_well_so_that_a_pyramid_has_its_totals():
    counted = service_areas.quantities()["children_looked_after"].by

    assert {"age band", "age band | sex"} <= set(counted)


def test_what_is_known_only_of_the_latest_check_or_plan_is_counted_for_the_month_of_the_return_alone():
    latest = [quantity for key, quantity in service_areas.quantities().items() if key.startswith("lac_") and "up_to_date" in key]

    assert len(latest) == 5
    assert all(quantity.rows.as_returned for quantity in latest)


def test_those_up_to_date_are_counted_among_those_due():
    health = service_areas.measure("lac_health_assessment_up_to_date_percent")
    due, done = (service_areas.quantities()[key].rows for key in (health.denominator, health.numerator))

    assert (due.since, due.until, due.each) == (done.since, done.until, done.each)


def test_visits_count_visits_and_visited_counts_children_of_the_month_ends():
    visits = service_areas.measure("lac_visits_in_time_percent")
    visited = service_areas.measure("lac_visited_in_time_percent")

    assert service_areas.quantities()[visits.numerator].kind == FLOW
    assert service_areas.quantities()[visited.numerator].kind == STOCK
    assert YEAR_TO_DATE in visited.bases


def test_permanence_is_wider_than_guardianship_and_adoption_of_the_same_children():
    wide = service_areas.measure("lac_ceased_to_permanence_percent")
    narrow = service_areas.measure("lac_ceased_by_guardianship_or_adoption_percent")

    assert wide.denominator == narrow.denominator == "children_ceasing_to_be_looked_after"
    assert "E41" in wide.method and "E41" not in narrow.method


def test_reviews_are_shown_as_a_number_and_against_the_children_who_live_here():
    reviews, rate = (service_areas.measure(key) for key in ("lac_reviews", "lac_reviews_rate"))

    assert reviews.breakdowns == ("first or later review",)
    assert (rate.numerator, rate.natural_basis) == ("lac_reviews", ROLLING_12)
