from lib import service_areas
from lib.measures import HIGH, MONTH_END, YEAR_TO_DATE


def test_children_in_need_of_every_status_are_measured_as_the_national_count_does():
    rate = service_areas.measure("children_in_need_rate")

    assert rate.numerator == "children_in_need"
    assert rate.benchmark == "CIN"


def test_having_a_plan_and_having_one_in_date_are_asked_of_the_same_children():
    plan = service_areas.measure("cin_with_plan_percent")
    up_to_date = service_areas.measure("cin_with_up_to_date_plan_percent")

    assert plan.denominator == up_to_date.denominator == "cin_due_plan"


def test_plans_in_date_brings_every_kind_of_plan_together():
    shown = [series.measure for series in service_areas.topic("plans_in_date").shows]

    homes = [service_areas.area_of(key) for key in shown]

    assert homes == ["children_in_need", "children_in_need", "child_protection", "looked_after_children", "care_leavers"]
    assert {service_areas.measure(key).natural_basis for key in shown} == {MONTH_END}


def test_child_in_need_plans_are_shown_by_team_and_stage_at_once():
    plans = service_areas.measure("children_on_cin_plans")

    assert plans.breakdowns == ("team", "stage", "team | stage")


def test_visits_pool_the_month_ends_of_the_year_and_say_so():
    visited = service_areas.measure("cin_visited_in_time_percent")

    assert (visited.denominator, visited.good_is) == ("cin_due_visit", HIGH)
    assert YEAR_TO_DATE in visited.bases and "adds up its month ends" in visited.method


def test_whether_a_plan_is_up_to_date_is_known_for_the_month_of_the_return_alone():
    assert service_areas.quantities()["cin_with_up_to_date_plan"].rows.as_returned
