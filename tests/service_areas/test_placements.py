from lib import service_areas
from lib.measures import HIGH, LOW


def test_long_term_children_are_better_for_staying_and_all_children_for_not_moving():
    stable = service_areas.measure("lac_long_term_stable_percent")
    moved = service_areas.measure("lac_three_or_more_placements_percent")

    assert (stable.good_is, moved.good_is) == (HIGH, LOW)


def test_three_or_more_placements_is_a_share_of_all_children_looked_after():
    moved = service_areas.measure("lac_three_or_more_placements_percent")

    assert moved.denominator == service_areas.measure("children_looked_after").numerator


def test_stability_is_shown_as_so_many_children_of_so_many():
    shown = service_areas.topic("placement_stability").shows

    assert {series.parts for series in shown} == {"both"}
