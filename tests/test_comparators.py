"""Comparators of every authority at once, from small tables made for each test; ranks and bands against DfE's own vectors."""

import math
from pathlib import Path

import pandas as pd
import pytest
from tests import published_tables
from tests.published_tables import RATE, SHARE, of_year

from lib import comparators, grids, peers, reference, service_areas

METHODS = Path(__file__).parent / "methods"
RANKS, BANDS = (pd.read_csv(METHODS / name, dtype=str, keep_default_na=False).to_dict("records") for name in ("dfe_lait_rank.csv", "dfe_lait_quartile_band.csv"))
ALL = {"101": 10.0, "102": 20.0, "103": 30.0, "104": 40.0, "105": 50.0, "106": 60.0, "970": 33.0, "980": 19.0, "981": 52.0}
WORKFORCE = [(f"W{n}", 2019, code, 10.0 + n) for n in range(6) for code in ("102", "103")]


@pytest.fixture
def beside(tmp_path, monkeypatch):
    """A function that gives an authority's comparators of a year, by name, from such tables."""
    def compare(code="101", item=SHARE, year=2019, directions=None, **said):
        published_tables.stand_in(monkeypatch, tmp_path, **said)
        near = peers.known("2020-03")
        rows = comparators.beside(near, grids.of(near, [item], directions), [code])
        return rows[rows.year == year].set_index("comparator")
    return compare


def test_england_and_the_region_are_as_published_and_not_made_here(beside):
    rows = beside(values=of_year(ALL))

    assert (rows.value["england"], rows.value["region"]) == (33.0, 19.0)
    assert beside("104", values=of_year(ALL)).value["region"] == 52.0


def test_neighbours_are_averaged_alike_whatever_their_size_and_the_missing_left_out(beside):
    rows = beside(values=of_year(ALL | {"103": "c"}), neighbours=[("101", ["102", "103", "106"])])

    assert (rows.value["neighbours_mean"], rows.value["neighbours_median"]) == (40.0, 40.0)
    assert (rows.of["neighbours_mean"], rows.out_of["neighbours_mean"]) == (2, 3)


def test_the_median_of_neighbours_is_not_their_mean(beside):
    rows = beside(values=of_year(ALL), neighbours=[("101", ["102", "103", "106"])])

    assert (rows.value["neighbours_mean"], rows.value["neighbours_median"]) == (pytest.approx(36.6667, abs=1e-4), 30.0)


@pytest.mark.parametrize("good_is, best, threshold", [("low", 20.0, 22.5), ("high", 60.0, 47.5)])
def test_the_best_neighbour_and_the_top_quartile_follow_which_way_is_good(beside, good_is, best, threshold):
    rows = beside(values=of_year(ALL), neighbours=[("101", ["102", "103", "106"])], directions={SHARE: good_is})

    assert (rows.value["best_neighbour"], rows.value["top_quartile"]) == (best, threshold)


def test_a_measure_that_is_good_neither_way_has_no_best_neighbour_and_no_top_quartile(beside):
    rows = beside(item=RATE, values=of_year(ALL, RATE), neighbours=[("101", ["102", "103"])])

    assert set(rows.index) == {"england", "region", "neighbours_mean", "neighbours_median"}


def test_judgements_choose_the_neighbours_rated_good_or_better_and_the_authorities_rated_each(beside):
    judged = [("102", "2019-05-01", "Good"), ("103", "2019-05-01", "Inadequate"), ("105", "2019-05-01", "Outstanding"), ("106", "2019-05-01", "Good")]

    rows = beside(values=of_year(ALL), neighbours=[("101", ["102", "103", "105"])], judgements=judged)

    assert (rows.value["good_neighbours"], rows.of["good_neighbours"]) == (35.0, 2)
    assert (rows.value["rated_good"], rows.value["rated_outstanding"]) == (40.0, 50.0)


def test_a_neighbour_that_was_not_there_yet_is_one_of_those_that_might_have_been(beside):
    rows = beside(values=of_year({"102": 20.0}), neighbours=[("101", ["102", "106"])], new=[("106", 2022)])

    assert (rows.value["neighbours_mean"], rows.of["neighbours_mean"], rows.out_of["neighbours_mean"]) == (20.0, 1, 2)


def test_two_authorities_that_answer_every_question_of_the_workforce_census_alike_are_counted_once(beside):
    others = [("W0", 2019, code, value) for code, value in (("104", 40.0), ("105", 50.0))]

    rows = beside(item="W0", values=WORKFORCE + others, neighbours=[("101", ["102", "103", "104"])],
                  judgements=[(code, "2019-05-01", "Good") for code in ("102", "103", "105")])

    assert (rows.value["neighbours_mean"], rows.of["neighbours_mean"]) == (25.0, 2)
    assert (rows.value["rated_good"], rows.of["rated_good"]) == (30.0, 2)


def test_two_authorities_that_are_alike_in_few_figures_are_two(beside):
    rows = beside(item="W0", values=[("W0", 2019, "102", 10.0), ("W0", 2019, "103", 10.0)], neighbours=[("101", ["102", "103"])])

    assert rows.of["neighbours_mean"] == 2


@pytest.fixture
def stood(tmp_path, monkeypatch):
    """A function that gives where every authority stands in 2019, by code, from such tables."""
    def stand(item=SHARE, directions=None, **said):
        published_tables.stand_in(monkeypatch, tmp_path, **said)
        near = peers.known("2020-03")
        return comparators.standing(near, grids.of(near, [item], directions), item, 2019).set_index("authority")
    return stand


def test_every_authority_with_a_value_has_a_rank_and_a_band(stood):
    rows = stood(values=of_year({"101": 10.0, "102": 20.0, "103": 20.0, "104": 40.0, "105": "u"}))

    assert rows["rank"].to_dict() == {"101": 1, "102": 2, "103": 2, "104": 4, "105": 0, "106": 0}
    assert rows.band.to_dict() == {"101": "A", "102": "B", "103": "B", "104": "D", "105": "", "106": ""}
    assert set(rows.of) == {4}


def test_a_measure_that_is_good_neither_way_ranks_nobody(stood):
    rows = stood(RATE, values=of_year(ALL, RATE))

    assert (set(rows["rank"]), set(rows.band), set(rows.of)) == ({0}, {""}, {0})


def test_an_authority_stands_only_in_the_years_it_was_there(stood):
    rows = stood(values=of_year(ALL), gone=[("101", 2018)], new=[("106", 2020)])

    assert list(rows.index) == ["102", "103", "104", "105"]


@pytest.mark.parametrize("case", RANKS, ids=lambda case: f"{case['values']} {case['polarity']}")
def test_ranks_are_those_of_the_local_authority_interactive_tool(case):
    values = pd.to_numeric(pd.Series(case["values"].split()), errors="coerce")

    ranks = comparators.ranks(values, case["polarity"].casefold()).tolist()

    assert ranks == [0 if rank == "NA" else int(rank) for rank in case["rank"].split()]


@pytest.mark.parametrize("case", [case for case in BANDS if case["band_with_bands_0_25_50_75_100"] in "ABCD"], ids=lambda case: f"{case['value']} {case['polarity']}")
def test_bands_are_those_of_the_local_authority_interactive_tool(case):
    edges = (25, 50, 75) if case["polarity"] == "Low" else (75, 50, 25)

    assert comparators.band(float(case["value"]), edges, case["polarity"].casefold()) == case["band_with_bands_0_25_50_75_100"]


def test_a_value_that_is_missing_or_of_no_direction_has_no_band():
    assert comparators.bands([10.0, math.nan], "high").tolist() == ["A", ""]
    assert comparators.bands([10.0, 20.0], "-").tolist() == ["", ""]


def test_quartiles_are_of_type_7():
    assert comparators.spread([1, 2, 3, 4]) == dict(lowest=1.0, tenth=1.3, lower_quartile=1.75, median=2.5, upper_quartile=3.25, ninetieth=3.7, highest=4.0)


def test_all_authorities_of_england_have_comparators_for_every_measure_in_one_call():
    near = peers.known("2026-01")
    items = [measure.benchmark for measure in service_areas.measures().values() if measure.benchmark]

    rows = comparators.beside(near, grids.of(near, items))

    latest = rows[rows.year == 2025]
    assert latest.authority.nunique() >= 153
    assert set(latest["item"]) == set(items)
    assert set(latest.comparator) == {"england", "region", *comparators.MADE}


def test_the_tables_are_left_as_they_were(beside):
    rows = beside(values=of_year(ALL), neighbours=[("101", ["102", "103"])])
    held, before = reference.table("values"), reference.table("values").copy()

    near = peers.known("2020-03")
    comparators.beside(near, grids.of(near, [SHARE]))

    assert len(rows) and held.equals(before)
