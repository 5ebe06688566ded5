"""Direction of travel, by two councils' policies."""

import math
from pathlib import Path

import pandas as pd
import pytest
from tests.frames import MISSING, line, series, settings

from lib import travel

VECTORS = Path(__file__).parent / "methods"
MONTHLY = pd.read_csv(VECTORS / "seed002_dot.csv", dtype={"no": str}).to_dict("records")
YEARLY = pd.read_csv(VECTORS / "seed003_reproduction.csv").dropna(subset=["pub_arrow"]).to_dict("records")
MEASURE = "referrals_to_assessment_percent"
GOOD_IS = {"High": "high", "Low": "low", "Info": "neither", "Within": "within limits"}
OURS = {"up": "up", "down": "down", "flat": "level", "↑": "up", "↓": "down", "→": "level"}
LAST_YEAR = dict(travel_against="same_month_last_year", travel_tolerance=0.1, arrow="value")


def judged(values, good_is="high", limits=(), **policies):
    """The last of the values with its travel, by a policy; the line has limits where they are given."""
    shape = dict(target="limits", low=limits[0], high=limits[1], amber=1.0) if limits else {}
    in_force = settings(line(MEASURE, good_is=good_is, **shape), **policies)
    *_, last = travel.add(series(values, good_is=good_is), in_force).itertuples()
    return last


def year_apart(before, now):
    return [before, *[MISSING] * 11, now]


@pytest.mark.parametrize("case", MONTHLY, ids=lambda case: case["no"])
def test_arrows_of_performance_are_those_of_the_scorecard_s_own_rule(case):
    kind, _, between = case["polarity"].partition(" ")
    limits = tuple(map(float, between.split("-"))) if between else ()

    last = judged([case["nov15"], case["dec15"]], GOOD_IS[kind], limits)

    assert last.travel == OURS[case["rule_arrow"]]


@pytest.mark.parametrize("case", YEARLY, ids=lambda case: case["ref"])
def test_arrows_of_value_against_the_same_month_last_year_are_the_printed_ones(case):
    last = judged(year_apart(case["jun14"], case["jun15"]), **LAST_YEAR)

    assert last.travel == OURS[case["pub_arrow"]]


@pytest.mark.parametrize("now, arrow", [(110, "up"), (109.9, "level"), (100, "level"), (90.1, "level"), (90, "down")])
def test_a_change_of_the_tolerance_itself_counts(now, arrow):
    assert judged(year_apart(100, now), **LAST_YEAR).travel == arrow


@pytest.mark.parametrize("now, decimals", [(1096, 1), (1099.96, 3), (1100, 0), (904, 1), (906, 0), (1240, 0)])
def test_a_change_in_percent_has_the_decimals_that_keep_it_on_its_side_of_the_tolerance(now, decimals):
    assert judged(year_apart(1000, now), **LAST_YEAR).change_decimals == decimals


def test_a_change_too_small_for_whole_percentages_is_not_printed_as_none():
    assert judged([1000, 1002]).change_decimals == 1


@pytest.mark.parametrize("values", [[5], [MISSING, 5], [0, 5]], ids=["alone", "after a missing one", "after none"])
def test_without_a_percentage_there_are_no_decimals_of_it(values):
    assert judged(values).change_decimals == 0


def test_the_tolerance_s_edge_is_met_whatever_a_computer_makes_of_the_difference():
    assert travel.direction(5.17, 4.7, 0.1) == "up"


def test_a_difference_that_only_a_computer_makes_is_level():
    assert travel.direction(0.1 + 0.2, 0.3) == "level"


def test_any_change_counts_without_a_tolerance():
    assert judged([46.60, 46.61]).travel == "up"


def test_a_change_from_none_is_up_with_any_tolerance():
    assert travel.direction(1, 0, 0.1) == "up"


@pytest.mark.parametrize("good_is, limits, values, better, performance, value", [
    ("high", (), [80, 85], "better", "up", "up"), ("high", (), [85, 80], "worse", "down", "down"), ("high", (), [80, 80], "same", "level", "level"),
    ("low", (), [80, 85], "worse", "down", "up"), ("low", (), [85, 80], "better", "up", "down"), ("low", (), [80, 80], "same", "level", "level"),
    ("neither", (), [80, 85], "", "up", "up"), ("neither", (), [80, 80], "", "level", "level"),
    ("within limits", (14, 20), [22, 18], "better", "up", "down"), ("within limits", (14, 20), [17, 12], "worse", "down", "down"),
    ("within limits", (14, 20), [16, 18], "same", "level", "up"), ("within limits", (), [22, 18], "", "down", "down"),
])
def test_better_follows_which_way_is_good_and_the_arrow_the_policy(good_is, limits, values, better, performance, value):
    by_performance, by_value = (judged(values, good_is, limits, arrow=arrow) for arrow in ("performance", "value"))

    assert (by_performance.better, by_value.better) == (better, better)
    assert (by_performance.travel, by_value.travel) == (performance, value)


def test_a_band_s_middle_is_its_centre():
    in_force = settings(line(MEASURE, good_is="within limits", target="band", centre=50.0, green=5.0, amber=10.0))

    table = travel.add(series([60, 52], good_is="within limits"), in_force)

    assert table.better.tolist() == ["", "better"]


def test_the_earlier_value_stands_with_its_month():
    last = judged([80, 85])

    assert (last.previous, last.previous_month) == (80, "2015-11")


@pytest.mark.parametrize("values", [[85], [MISSING, 85], [80, MISSING]])
def test_without_two_values_there_is_no_travel(values):
    last = judged(values)

    assert (last.previous_month, last.travel, last.better) == ("", "", "")


def test_a_month_that_is_missing_is_not_stepped_over():
    table = travel.add(series([80, 82, 85]).drop(index=1), settings(line(MEASURE)))

    assert table.travel.tolist() == ["", ""]
    assert table.previous.map(math.isnan).all()


def test_a_year_to_date_is_set_against_the_one_before_whatever_the_policy():
    table = travel.add(series(year_apart(80, 85), basis="year_to_date"), settings(line(MEASURE), travel_against="previous_month"))

    last = table.iloc[-1]
    assert (last.previous, last.previous_month, last.travel) == (80, "2014-12", "up")


def test_a_financial_year_is_set_against_the_one_before():
    table = travel.add(series([80, 85], last="2015-03", basis="financial_year"), settings(line(MEASURE)))

    last = table.iloc[-1]
    assert (last.previous, last.previous_month) == (80, "2014-03")


def test_bases_and_categories_are_not_mixed():
    team = series([80], breakdown="team", category="Duty", last="2015-11")
    figures = pd.concat([team, series([70], basis="rolling_12", last="2015-11"), series([85])], ignore_index=True)

    table = travel.add(figures, settings(line(MEASURE)))

    assert table.travel.tolist() == ["", "", ""]


def test_no_figures_have_the_columns_all_the_same():
    table = travel.add(series([]), settings(line(MEASURE)))

    assert {"previous", "previous_month", "travel", "better"} <= set(table.columns)


def test_the_figures_are_left_as_they_were():
    figures = series([80, 85])
    before = figures.copy()

    travel.add(figures, settings(line(MEASURE)))

    assert figures.equals(before)
