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
