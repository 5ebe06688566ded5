"""Control limits round England's value, and who lies beyond, against the intervals they are made of."""

import math

import numpy as np
import pandas as pd
import pytest
from tests import published_tables
from tests.published_tables import PLANS, RATE

from lib import funnels, rates, service_areas


def test_limits_of_a_percentage_are_wilson_s_round_the_centre():
    row, = funnels.limits(20.0, [100], "percent").itertuples()

    assert (row.lower_95, row.upper_95) == pytest.approx(rates.proportion_interval(20, 100))
    assert (row.lower_998, row.upper_998) == pytest.approx(rates.proportion_interval(20, 100, 0.998))


@pytest.mark.parametrize("children", [5_000, 100_000], ids=["exact under ten events", "Byar's from ten"])
def test_limits_of_a_rate_are_those_of_the_events_that_the_centre_would_give(children):
    row, = funnels.limits(10.0, [children], "per_10000").itertuples()

    assert (row.lower_95, row.upper_95) == pytest.approx(rates.rate_interval(children / 1_000, children))


def test_limits_close_in_as_the_size_grows():
    rows = funnels.curves(20.0, [100, 10_000], "percent")

    assert np.all(np.diff(rows.upper_998 - rows.lower_998) < 0)
    assert rows.denominator.iloc[[0, -1]].tolist() == pytest.approx([100, 10_000])


def test_a_value_lies_beyond_the_widest_limit_it_passes():
    said = funnels.beyond([20.0, 29.0, 40.0, 13.0, 5.0, math.nan], 20.0, [100] * 6, "percent")

    assert said.tolist() == ["", "above 95", "above 99.8", "below 95", "below 99.8", ""]


@pytest.fixture
def england(tmp_path, monkeypatch):
    """A function that lets these tables stand in for the project's."""
    return lambda **said: published_tables.stand_in(monkeypatch, tmp_path, **said)


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
