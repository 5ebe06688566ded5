"""Strips of published figures of one authority and of all England, from small tables made for each test."""

import math

import pytest
from tests import published_tables
from tests.frames import line
from tests.published_tables import NAMES, PLANS, RATE, SHARE, of_year

from lib import peers, published_strips

ALL = {"101": 30.0, "102": 20.0, "103": "u", "104": 10.0, "970": 22.0, "980": 24.0}


@pytest.fixture
def ashford(tmp_path, monkeypatch):
    """A function that gives the settings of Ashford, one of a small England with these tables."""
    return lambda *lines, **said: published_tables.ashford(monkeypatch, tmp_path, *lines, **said)


def test_the_strip_says_how_ours_stands_to_each_comparator(ashford):
    tables = dict(values=of_year({"101": 60.0, "102": 40.0, "970": 41.0}, RATE) + of_year({"101": 600.0, "970": 9_000.0}, PLANS),
                  populations=[("101", 2018, 10_000)], neighbours=[("101", ["102"])])

    rows = published_strips.of(ashford(line("children_on_cp_plans_rate", good_is="low"), **tables)).set_index("measure")

    row = rows.loc["children_on_cp_plans_rate"]
    assert (row.published, row.england, row.against_england, row.neighbours_mean, row.against_neighbours_mean) == (60.0, 41.0, "worse", 40.0, "worse")
    assert (row["rank"], row.of, row.band) == (2, 2, "D")
    assert row.lower < 60.0 < row.upper
    assert math.isnan(rows.loc["children_on_cp_plans"].england), "a number of children is no benchmark for another"


def test_a_benchmark_inside_the_interval_of_ours_is_similar_and_without_an_interval_only_higher_or_lower(ashford):
    similar = published_strips.of(ashford(values=of_year({"101": 43.0, "970": 41.0}, RATE), populations=[("101", 2018, 10_000)])).iloc[0]
    bare = published_strips.of(ashford(values=of_year({"101": 43.0, "970": 41.0}, SHARE))).iloc[0]

    assert (similar.against_england, bare.against_england) == ("similar", "higher")


def test_a_figure_of_ours_that_is_a_symbol_keeps_it_and_has_no_rank(ashford):
    row = published_strips.of(ashford(values=of_year(ALL | {"101": "u"}))).iloc[0]

    assert (row.published_state, math.isnan(row["rank"]), row.against_england) == ("u", True, "")


def test_a_number_of_children_has_no_rank_whatever_a_line_says_is_good(ashford):
    row = published_strips.of(ashford(line("children_on_cp_plans", good_is="high"), values=of_year(ALL, PLANS))).iloc[0]

    assert (row.value, math.isnan(row["rank"]), row.band) == (30.0, True, "")


def test_an_authority_that_the_newest_edition_lacks_has_no_figure_and_the_bare_sign(ashford):
    row = published_strips.of(ashford(values=of_year({"101": 30.0, "102": 20.0}, year=2018) + of_year({"102": 20.0, "970": 22.0}))).iloc[0]

    assert (row.year, math.isnan(row.published), row.published_state, row.england) == (2019, True, "-", 22.0)


def test_a_council_that_was_ended_has_no_strip_of_later_years(ashford):
    assert published_strips.of(ashford(values=of_year(ALL), gone=[("101", 2018)])).empty


def test_an_authority_without_a_code_has_no_strip(ashford):
    assert published_strips.of(ashford(values=of_year(ALL), code="")).empty


def test_all_england_s_strips_are_those_of_each_authority(ashford):
    tables = dict(values=of_year(ALL) + of_year(ALL, PLANS), neighbours=[("101", ["104"]), ("104", ["101", "102"])])
    rules = ashford(**tables)

    every = published_strips.of_england("2020-03").set_index("authority")

    assert set(every.index) == set(NAMES)
    alone = published_strips.of(rules).set_index("authority")
    assert every.loc[["101"], ["measure", "value", "rank", "band", "england", "neighbours_mean", "against_neighbours_mean"]].reset_index(drop=True).equals(
        alone[["measure", "value", "rank", "band", "england", "neighbours_mean", "against_neighbours_mean"]].reset_index(drop=True))


def test_every_authority_of_the_real_england_has_a_strip_in_one_call():
    strips = published_strips.of_england("2025-12")

    rotherham = strips[strips.authority == "372"].set_index("measure")
    assert strips.authority.nunique() == 153
    assert rotherham.loc["rereferrals_percent", ["value", "rank", "of", "band", "england"]].tolist() == [19.6, 67, 153, "B", 22.6]
    assert peers.known("2025-12").judged == "2025-05"
