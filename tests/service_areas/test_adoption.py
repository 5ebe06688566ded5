from lib import service_areas
from lib.measures import DAYS, LOW, ROLLING_12


def test_adoptions_in_time_are_a_share_of_the_children_adopted():
    in_time = service_areas.measure("adoptions_within_12_months_of_decision_percent")

    assert in_time.denominator == service_areas.measure("children_adopted").numerator


def test_children_adopted_are_a_share_of_the_children_leaving_care():
    adopted = service_areas.measure("children_adopted_percent")

    assert adopted.denominator == service_areas.measure("children_ceasing_to_be_looked_after").numerator


def test_waits_are_total_days_over_children_averaged_over_twelve_months():
    waits = [service_areas.measure(key) for key in ("adoption_care_to_placement_days", "adoption_order_to_match_days")]

    for wait in waits:
        assert (wait.unit, wait.good_is, wait.natural_basis) == (DAYS, LOW, ROLLING_12)
        assert wait.numerator.endswith("_days_total")
        assert wait.denominator.endswith("_children")


def test_the_difference_from_the_national_three_year_average_is_said():
    definitions = [service_areas.measure(key).definition for key in ("adoption_care_to_placement_days", "adoption_order_to_match_days")]

    assert all("three years" in definition for definition in definitions)


def test_a_stage_is_averaged_over_the_children_who_completed_it_in_twelve_months():
    stages = service_areas.measure("adoption_stage_days")
    days, children = (service_areas.quantities()[key] for key in (stages.numerator, stages.denominator))

    assert stages.natural_basis == ROLLING_12
    assert (days.rows.on, days.rows.total) == (children.rows.on, "days")
    assert stages.breakdowns == days.by == children.by == ("adoption stage",)


def test_days_are_added_over_the_very_children_they_are_divided_by():
    for key in ("adoption_care_to_placement_days", "adoption_order_to_match_days"):
        wait = service_areas.measure(key)
        days, children = (service_areas.quantities()[part].rows for part in (wait.numerator, wait.denominator))

        assert (days.on, days.where) == (children.on, children.where)
