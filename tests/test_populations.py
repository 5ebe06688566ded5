"""The population that a rate is divided by, from small tables made for each test."""

import pytest
from tests import published_tables
from tests.frames import settings

from lib import populations
from lib.authorities import Authority
from lib.populations import Population


@pytest.fixture
def council(tmp_path, monkeypatch):
    """A function that gives the settings of Ashford at a month, of whose children these are the estimates by mid-year."""
    def keep(estimates, month="2019-06", **policies):
        published_tables.stand_in(monkeypatch, tmp_path, populations=[("101", year, children) for year, children in estimates.items()])
        return settings(authority=Authority("ashford", "Ashford", "", tmp_path, codes={"la": "101"}), month=month, **policies)
    return keep


def test_a_rate_is_divided_by_the_estimate_of_the_year_before_its_financial_year_ends(council):
    rules = council({2017: 9_900, 2018: 10_000, 2019: 10_100})

    found = {month: populations.of(rules, month) for month in ("2018-03", "2018-04", "2019-03", "2019-04")}

    assert found == {"2018-03": Population(9_900.0, "ONS estimate for mid-2017"), "2018-04": Population(10_000.0, "ONS estimate for mid-2018"),
                     "2019-03": Population(10_000.0, "ONS estimate for mid-2018"), "2019-04": Population(10_100.0, "ONS estimate for mid-2019")}


def test_where_the_estimate_is_not_published_yet_the_latest_there_is_stands_in_and_says_so(council):
    rules = council({2017: 9_900, 2018: 10_000})

    assert populations.of(rules, "2020-05") == Population(10_000.0, "ONS estimate for mid-2018, the latest there is for 2020/21")


def test_an_authority_may_state_its_own(council):
    rules = council({2018: 10_000}, population=12_345, population_label="the council's own projection", population_from="2018-10")

    assert populations.of(rules, "2019-01") == Population(12_345, "the council's own projection")
    assert populations.of(rules, "2018-09") is None


def test_without_a_code_or_an_estimate_no_population_is_known(council):
    assert populations.of(settings(), "2019-01") is None
    assert populations.of(council({}), "2019-01") is None


def test_of_a_year_before_any_estimate_none_is_known(council):
    assert populations.of(council({2018: 10_000}), "2018-03") is None
