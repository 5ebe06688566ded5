from lib import categories, service_areas
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


def test_where_children_live_is_told_by_each_return_for_its_own_month_alone():
    keys = ("children_placed", "lac_three_or_more_placements", "lac_long_term_stable")

    assert all(service_areas.quantities()[key].rows.as_returned for key in keys)


def test_shares_are_of_all_placements_and_of_all_nights():
    shares = [service_areas.measure(key) for key in ("children_placed_share_percent", "placement_nights_share_percent")]

    assert all(share.share and share.numerator == share.denominator for share in shares)
    assert [share.breakdowns for share in shares] == [("kind of home", "placement type", "placement provider"), ("placement group",)]


def test_nights_add_up_over_months_and_are_counted_by_the_closed_groups():
    nights = service_areas.quantities()["placement_nights"]

    assert nights.additive and nights.rows.total == "nights"
    assert set(nights.by) <= set(categories.CLOSED)
