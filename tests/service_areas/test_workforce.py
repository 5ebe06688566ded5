from lib import service_areas
from lib.measures import AVERAGE, COUNT, NEITHER, STOCK


def test_the_highest_caseload_is_a_count_that_never_adds_up():
    highest = service_areas.measure("highest_caseload")
    quantity = service_areas.quantities()["highest_caseload"]

    assert highest.unit == COUNT
    assert (quantity.kind, quantity.additive) == (STOCK, False)
    assert "never the sum" in highest.method


def test_the_average_caseload_is_per_full_time_social_worker():
    average = service_areas.measure("cases_per_social_worker_average")

    assert average.unit == AVERAGE
    assert average.denominator == "social_workers_holding_cases_fte"


def test_caseloads_are_shown_for_every_team():
    shown = service_areas.topic("caseloads").shows

    assert {series.breakdown for series in shown} == {"team"}
    assert {series.category for series in shown} == {""}


def test_full_time_equivalents_are_shown_with_their_parts_of_one():
    posts = [measure for measure in service_areas.area("workforce").MEASURES if measure.key.endswith("_fte")]

    assert len(posts) == 8
    assert all(measure.unit == COUNT and measure.fractions for measure in posts)


def test_the_interim_share_is_of_the_same_team_or_role():
    share = service_areas.measure("workforce_interim_fte_percent")

    assert (share.numerator, share.denominator) == ("workforce_interim_fte", "workforce_fte")
    assert share.breakdowns == ("team", "role", "team | role")


def test_unfilled_posts_are_good_neither_way():
    assert service_areas.measure("establishment_variance_fte").good_is == NEITHER
