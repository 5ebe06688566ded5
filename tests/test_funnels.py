"""Control limits round England's value, and who lies beyond, against the intervals they are made of."""

import math

import numpy as np
import pandas as pd
import pytest
from tests import published_tables
from tests.published_tables import PLANS, RATE

from lib import funnels, rates, service_areas


def test_limits_of_a_percentage_are_the_score_test_s_worked_by_hand():
    row, = funnels.limits(20.0, [100], "percent").itertuples()       # the standard error is the square root of 20 times 80 over 100: 4

    assert (row.lower_95, row.upper_95) == pytest.approx((20 - 1.96 * 4, 20 + 1.96 * 4), abs=1e-3)
    assert (row.lower_998, row.upper_998) == pytest.approx((20 - 3.0902 * 4, 20 + 3.0902 * 4), abs=1e-3)


def test_limits_of_a_percentage_do_not_leave_nought_to_a_hundred():
    row, = funnels.limits(2.3, [139], "percent").itertuples()

    assert (row.lower_95, row.lower_998) == (0, 0), "none of 139 is no surprise where 2.3% are expected"


@pytest.mark.parametrize("children", [20_000, 100_000], ids=["where the exact interval holds for one", "Byar's"])
def test_a_rate_at_its_limit_has_an_interval_that_just_reaches_the_centre(children):
    row, = funnels.limits(10.0, [children], "per_10000").itertuples()

    ends = [rates.rate_interval(value / 10_000 * children, children, confidence=confidence)[end]
            for value, confidence, end in ((row.upper_95, 0.95, 0), (row.lower_95, 0.95, 1), (row.upper_998, 0.998, 0), (row.lower_998, 0.998, 1))]

    assert ends == pytest.approx([10.0] * 4)


def test_of_few_children_no_rate_is_too_low():
    row, = funnels.limits(10.0, [1_000], "per_10000").itertuples()

    assert (row.lower_95, row.lower_998) == (0, 0)


def test_limits_close_in_as_the_size_grows():
    rows = funnels.curves(20.0, [100, 10_000], "percent")

    assert np.all(np.diff(rows.upper_998 - rows.lower_998) < 0)
    assert rows.denominator.iloc[[0, -1]].tolist() == pytest.approx([100, 10_000])


def test_a_value_lies_beyond_the_widest_limit_it_passes():
    said = funnels.beyond([20.0, 29.0, 40.0, 12.0, 5.0, math.nan], 20.0, [100] * 6, "percent")

    assert said.tolist() == ["", "above 95", "above 99.8", "below 95", "below 99.8", ""]


@pytest.fixture
def england(tmp_path, monkeypatch):
    """A function that lets these tables stand in for the project's."""
    return lambda **said: published_tables.stand_in(monkeypatch, tmp_path, **said)


def test_a_value_lies_beyond_a_limit_just_where_its_own_interval_leaves_the_centre_out():
    values = np.linspace(5, 45, 81)

    lower, upper = funnels.interval(values, np.full(81, 100.0), "percent")

    assert [bool(said) for said in funnels.beyond(values, 20.0, [100] * 81, "percent")] == ((lower > 20) | (upper < 20)).tolist()


def test_a_rate_is_of_the_children_of_the_year_before(england):
    england(populations=[("101", 2018, 10_000), ("101", 2019, 11_000), ("102", 2019, 9_000)])

    assert funnels.denominators(service_areas.measure("children_on_cp_plans_rate"), 2019) == {"101": 10_000.0}


def test_a_percentage_is_of_the_published_count_of_what_it_is_a_percentage_of(england):
    england(values=[(PLANS, 2019, "101", 120.0), (PLANS, 2019, "102", 0.0), (PLANS, 2018, "103", 90.0), (PLANS, 2019, "104", "c")])

    assert funnels.denominators(service_areas.measure("children_on_cp_plans_2_years_percent"), 2019) == {"101": 120.0}


def test_where_no_count_is_published_nothing_is_known_of_the_size(england):
    england(values=[(RATE, 2019, "101", 20.0)])

    assert funnels.denominators(service_areas.measure("assessments_completed_in_time_percent"), 2019) == {}
    assert funnels.denominators(service_areas.measure("cases_per_social_worker_average"), 2019) == {}


def test_the_values_are_left_as_they_were():
    values = pd.Series([20.0, 40.0])
    before = values.copy()

    funnels.beyond(values, 20.0, [100, 100], "percent")

    assert values.equals(before)
