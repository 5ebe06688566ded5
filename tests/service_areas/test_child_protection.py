from lib import service_areas
from lib.measures import HIGH, LOW, ROLLING_12, YEAR_TO_DATE


def test_repeat_plans_are_read_over_twelve_months():
    repeat = service_areas.measure("cp_plans_started_repeat_percent")
    within_2_years = service_areas.measure("cp_plans_started_repeat_within_2_years_percent")

    assert repeat.natural_basis == within_2_years.natural_basis == ROLLING_12
    assert repeat.denominator == within_2_years.denominator == "cp_plans_started"


def test_long_plans_are_a_share_of_open_plans_and_of_ended_plans():
    open_plans = service_areas.measure("children_on_cp_plans_2_years_percent")
    ended_plans = service_areas.measure("cp_plans_ended_after_2_years_percent")

    assert (open_plans.denominator, ended_plans.denominator) == ("children_on_cp_plans", "cp_plans_ended")
    assert open_plans.good_is == ended_plans.good_is == LOW


def test_reviews_are_a_share_of_those_held_and_shown_as_so_many_of_so_many():
    reviews = service_areas.measure("cp_reviews_in_time_percent")
    shown = service_areas.topic("cp_reviews_and_visits").shows[0]

    assert (reviews.denominator, reviews.good_is) == ("cp_reviews", HIGH)
    assert (shown.measure, shown.parts) == (reviews.key, "both")


def test_starts_and_ends_of_plans_stand_beside_the_number_on_plans():
    shown = [series.measure for series in service_areas.topic("children_on_plans").shows]

    assert shown[1:] == ["children_on_cp_plans", "children_on_cp_plans_rate", "cp_plans_started_rate", "cp_plans_ended_rate"]


def test_the_share_of_a_category_of_abuse_is_of_all_children_on_plans():
    share = service_areas.measure("children_on_cp_plans_share_percent")

    assert share.share and share.breakdowns == ("category of abuse",)
    assert share.numerator == share.denominator == "children_on_cp_plans"


def test_repeat_plans_are_asked_of_plans_started_and_of_children_on_plans_apart():
    starts = service_areas.measure("cp_plans_started_repeat_within_2_years_percent")
    standing = service_areas.measure("children_on_repeat_cp_plans_within_2_years_percent")

    assert (starts.denominator, standing.denominator) == ("cp_plans_started", "children_on_cp_plans")
    assert standing.benchmark == ""


def test_visits_and_long_plans_pool_the_month_ends_of_the_year_and_say_so():
    pooled = [service_areas.measure(key) for key in ("cp_visited_in_time_percent", "children_on_cp_plans_2_years_percent")]

    assert all(YEAR_TO_DATE in measure.bases and "adds up its month ends" in measure.definition for measure in pooled)


def test_the_children_on_plans_are_shown_by_age_and_sex_as_well_as_by_each():
    on_plans = service_areas.measure("children_on_cp_plans")

    assert {"age band", "sex", "age band | sex", "team", "category of abuse"} <= set(on_plans.breakdowns)


def test_genital_mutilation_is_supplied_and_never_counted():
    assert service_areas.quantities()["female_genital_mutilation_cases"].rows is None


def test_medicals_are_supplied_by_the_health_service_and_never_counted():
    assert service_areas.quantities()["child_protection_medicals"].rows is None


def test_visits_made_and_children_visited_are_two_measures_with_denominators_of_their_own():
    made, visited = (service_areas.measure(key) for key in ("cp_visits_in_time_percent", "cp_visited_in_time_percent"))

    assert (made.denominator, visited.denominator) == ("cp_visits", "cp_due_visit")


def test_children_on_a_plan_again_are_shown_by_the_year_the_earlier_one_ended_as_number_and_share():
    shown = [key for key, measure in service_areas.measures().items() if "year of earlier plan" in measure.breakdowns]

    assert shown == ["children_on_repeat_cp_plans", "children_on_repeat_cp_plans_share_percent"]
