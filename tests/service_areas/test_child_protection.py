from lib import service_areas
from lib.measures import HIGH, LOW, ROLLING_12


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
