"""All authorities of a measure and year as views take them, and an authority's strip, from small tables made for each test."""

import pytest
from tests import published_tables
from tests.frames import line
from tests.published_tables import CASES, RATE, SHARE, of_year

from lib import england

MEASURE = "rereferrals_percent"
ALL = {"101": 30.0, "102": 20.0, "103": "u", "104": 10.0, "970": 22.0, "980": 24.0}


@pytest.fixture
def ashford(tmp_path, monkeypatch):
    """A function that gives the settings of Ashford, one of a small England with these tables."""
    return lambda *lines, **said: published_tables.ashford(monkeypatch, tmp_path, *lines, **said)


def test_all_authorities_stand_the_best_first_with_ours_and_its_neighbours_marked(ashford):
    rows = england.authorities(ashford(values=of_year(ALL), neighbours=[("101", ["104"])]), MEASURE)

    assert rows[["name", "role", "value", "rank"]].fillna(0).values.tolist() == [
        ["Dale", "neighbour", 10.0, 1.0], ["Birchwood", "other", 20.0, 2.0], ["Ashford", "ours", 30.0, 3.0],
        ["Cedar, City of", "other", 0, 0], ["Elmet", "other", 0, 0], ["Fernshire", "other", 0, 0]]
    assert (rows.year[0], rows.of[0], rows.state[3]) == ("2018/19", 3, "u")


def test_the_latest_year_that_had_come_out_is_shown(ashford):
    values = of_year({"101": 1.0}, year=2018) + of_year({"101": 2.0}, year=2019) + of_year({"101": 3.0}, year=2020)

    shown = {month: england.authorities(ashford(values=values, month=month), MEASURE).ended[0] for month in ("2019-10", "2019-11", "2020-10", "2020-11")}

    assert shown == {"2019-10": 2018, "2019-11": 2019, "2020-10": 2019, "2020-11": 2020}


def test_two_that_made_one_return_of_the_workforce_census_share_a_rank(ashford):
    census = [(f"W{n}", 2019, code, 10.0 + n) for n in range(6) for code in ("102", "103")]
    values = census + [(CASES, 2019, "102", 15.0), (CASES, 2019, "103", 15.0), (CASES, 2019, "101", 14.0), (CASES, 2019, "104", 16.0)]

    rows = england.authorities(ashford(values=values), "cases_per_social_worker_average").set_index("authority")

    assert rows["rank"].dropna().to_dict() == {"101": 1.0, "102": 2.0, "103": 2.0, "104": 3.0}
    assert set(rows.of) == {3}


def test_a_line_of_the_authority_says_which_way_is_good(ashford):
    rows = england.authorities(ashford(line(MEASURE, good_is="high"), values=of_year(ALL)), MEASURE)

    assert rows.name.tolist()[:3] == ["Ashford", "Birchwood", "Dale"]


def test_a_measure_that_nothing_is_published_of_has_no_authorities(ashford):
    assert england.authorities(ashford(values=of_year(ALL)), "children_looked_after_rate").empty
    assert england.authorities(ashford(values=of_year(ALL)), "contacts").empty


def test_years_stand_ours_first_each_with_its_reason_where_there_is_no_figure(ashford):
    values = of_year({"101": "c", "970": 21.0}, year=2018) + of_year(ALL)

    rows = england.over_years(ashford(values=values, neighbours=[("101", ["104"])]), MEASURE)

    assert rows[["series", "year", "state", "ours"]].values.tolist() == [
        ["published", "2017/18", "c", True], ["published", "2018/19", "", True], ["england", "2017/18", "", False], ["england", "2018/19", "", False],
        ["region", "2018/19", "", False], ["neighbours_mean", "2018/19", "", False]]


def test_england_s_and_the_region_s_values_stand_as_references(ashford):
    assert england.references(ashford(values=of_year(ALL)), MEASURE) == [("England", 22.0), ("The North", 24.0)]


def test_an_authority_without_a_code_has_nothing(ashford):
    rules = ashford(values=of_year(ALL), code="")

    assert (england.code_of(rules), len(england.over_years(rules, MEASURE))) == ("", 0)


def test_the_funnel_has_those_whose_size_is_published_and_says_who_lies_beyond(ashford):
    tables = dict(values=of_year({"101": 90.0, "102": 41.0, "103": 40.0, "970": 41.0}, RATE), populations=[("101", 2018, 10_000), ("102", 2018, 20_000)])

    rows, curves, centre = england.funnel(ashford(**tables), "children_on_cp_plans_rate")

    assert rows.set_index("authority").beyond.to_dict() == {"101": "above 99.8", "102": ""}
    assert (centre, curves.denominator.min(), curves.denominator.max()) == (41.0, 10_000, pytest.approx(20_000))


def test_where_no_size_is_published_the_funnel_is_empty(ashford):
    rows, _, _ = england.funnel(ashford(values=of_year(ALL)), MEASURE)

    assert rows.empty


def test_authorities_that_answered_the_workforce_census_together_are_named(ashford):
    census = [(f"W{n}", 2019, code, 10.0 + n) for n in range(6) for code in ("102", "103")]

    assert england.joint(ashford(values=census)) == [("Birchwood", "Cedar, City of")]


def test_restatements_of_ours_are_told_as_far_as_they_had_come_out(ashford):
    rows = [(SHARE, 2019, "101", 20.0, 21.0, "", "dfe-2019", "dfe-2025"), (SHARE, 2020, "101", 20.0, 21.0, "", "dfe-2019", "dfe-2025"),
            (SHARE, 2019, "102", 20.0, 21.0, "", "dfe-2019", "dfe-2025")]

    found = england.restated(ashford(values=of_year(ALL), restatements=rows))

    assert found[["year", "authority"]].values.tolist() == [[2019, "101"]]
