"""Figures beside benchmarks, from workbooks made for each test."""

import math
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from tests.frames import MISSING, line, series, settings

from lib import benchmarks

RANKS = pd.read_csv(Path(__file__).parent / "methods" / "dfe_lait_rank.csv").to_dict("records")
MEASURE = "rereferrals_percent"
PUBLISHED = (("england", 24.0), ("neighbours_mean", 23.0), ("best_neighbour", 16.0), ("top_quartile", 19.0))


@pytest.fixture
def beside(tmp_path):
    """A function that gives settings with these benchmarks: (comparator, value), with a period where it is not 2014/15."""
    def keep(*rows, lines=(line(MEASURE),), measure=MEASURE):
        book = openpyxl.Workbook()
        for row in (("code or key", "comparator", "period", "value", "source"), *(_row(measure, *each) for each in rows)):
            book.active.append(row)
        book.save(tmp_path / "benchmarks.xlsx")
        return settings(*lines, folder=tmp_path)
    return keep


def _row(measure, comparator, value, period="2014/15"):
    return measure, comparator, period, value, "A published table"


def figure(value, lower=MISSING, upper=MISSING, good_is="low", **said):
    return series([value], said.pop("measure", MEASURE), good_is=good_is, lower=lower, upper=upper, **said)


def stood(value, council, **said):
    """benchmarks.csv of one figure, by comparator."""
    return benchmarks.stand(figure(value, **said), council).set_index("comparator")


def test_a_benchmark_stands_beside_the_figure_with_its_period(beside):
    row, = benchmarks.add(figure(31.0), beside(("england", 24.0))).itertuples()

    assert (row.england, row.england_period, row.england_state, row.against_england) == (24.0, "2014/15", "", "higher")


def test_a_comparator_that_is_not_published_is_missing(beside):
    row, = benchmarks.add(figure(31.0), beside(("england", 24.0))).itertuples()

    assert (math.isnan(row.region), row.region_period, row.against_region) == (True, "", "")


def test_of_several_periods_the_latest_stands_whatever_the_order_of_rows(beside):
    council = beside(("england", 24.0, "2014/15"), ("england", 26.0, "2013/14"))

    row, = benchmarks.add(figure(31.0), council).itertuples()

    assert (row.england, row.england_period) == (24.0, "2014/15")
    assert stood(31.0, council).of["authority"] == 2


@pytest.mark.parametrize("good_is, value, words", [
    ("high", 30, "better"), ("high", 20, "worse"), ("low", 30, "worse"), ("low", 20, "better"),
    ("neither", 30, "higher"), ("neither", 20, "lower"), ("within limits", 30, "higher"), ("high", 24, "similar"),
])
def test_how_a_figure_stands_follows_which_way_is_good(beside, good_is, value, words):
    row, = benchmarks.add(figure(value, lower=value - 1, upper=value + 1, good_is=good_is), beside(("england", 24.0))).itertuples()

    assert row.against_england == words


@pytest.mark.parametrize("value, words", [(30, "higher"), (20, "lower"), (24, "similar")])
def test_a_figure_without_an_interval_is_never_called_better_or_worse(beside, value, words):
    row, = benchmarks.add(figure(value, good_is="high"), beside(("england", 24.0))).itertuples()

    assert row.against_england == words


@pytest.mark.parametrize("lower, upper, words", [(20, 30, "similar"), (24, 30, "similar"), (20, 24, "similar"), (24.1, 30, "worse"), (15, 23.9, "worse")])
def test_a_benchmark_inside_the_interval_is_similar_ends_included(beside, lower, upper, words):
    row, = benchmarks.add(figure(25, lower, upper), beside(("england", 24.0))).itertuples()

    assert row.against_england == words


@pytest.mark.parametrize("unit, basis, fits", [
    ("per_10000", "in_month", False), ("per_10000", "year_to_date", False), ("per_10000", "rolling_12", True), ("per_10000", "month_end", True),
    ("per_10000", "financial_year", True), ("percent", "in_month", True), ("count", "financial_year", False),
])
def test_a_rate_of_part_of_a_year_and_a_count_are_never_set_beside_a_year_s(unit, basis, fits):
    assert benchmarks.fit(unit, basis) is fits


def test_a_figure_that_is_not_fit_to_compare_has_no_words(beside):
    row, = benchmarks.add(figure(31.0, measure="referrals_rate", basis="year_to_date"), beside(("england", 548.3), measure="referrals_rate")).itertuples()

    assert (row.england, row.against_england) == (548.3, "")


@pytest.mark.parametrize("case", RANKS, ids=lambda case: f"{case['values']} {case['polarity']}")
def test_ranks_are_those_of_the_local_authority_interactive_tool(case):
    values = pd.to_numeric(pd.Series(case["values"].split()), errors="coerce").dropna()

    ranks = [benchmarks.rank(value, values, case["polarity"].casefold()) for value in values]

    assert ranks == [int(rank) for rank in case["rank"].split() if rank != "NA"]


def test_the_authority_is_ranked_among_its_comparators(beside):
    rows = stood(20.0, beside(*PUBLISHED))

    assert rows["rank"].to_dict() == {"england": 5, "neighbours_mean": 4, "best_neighbour": 1, "top_quartile": 2, "authority": 3}
    assert set(rows.of) == {5}


@pytest.mark.parametrize("value, band", [(19.1, "A"), (19.0, "A"), (18.9, "")])
def test_where_high_is_good_band_a_is_at_the_threshold_or_above(beside, value, band):
    assert stood(value, beside(*PUBLISHED), good_is="high").band["authority"] == band


def test_where_low_is_good_band_a_is_at_the_threshold_or_below(beside):
    rows = stood(19.0, beside(*PUBLISHED))

    assert rows.band.to_dict() == {"england": "", "neighbours_mean": "", "best_neighbour": "A", "top_quartile": "A", "authority": "A"}


@pytest.mark.parametrize("good_is", ["neither", "within limits"])
def test_a_measure_that_has_no_direction_has_no_rank_and_no_band(beside, good_is):
    rows = stood(20.0, beside(*PUBLISHED), good_is=good_is)

    assert (set(rows["rank"]), set(rows.of), set(rows.band)) == ({""}, {""}, {""})


def test_a_suppressed_benchmark_keeps_its_words_and_is_not_ranked(beside):
    rows = stood(20.0, beside(("england", 24.0), ("region", "c")))

    assert (rows.state["region"], rows["rank"]["region"], rows.of["authority"]) == ("c", "", 2)


def test_the_figure_ranked_is_the_one_of_the_measure_s_first_line(beside):
    council = beside(("england", 24.0), lines=(line(MEASURE, basis="rolling_12"), line(MEASURE)))
    figures = pd.concat([figure(31.0), figure(29.3, basis="rolling_12")], ignore_index=True)

    rows = benchmarks.stand(figures, council).set_index("comparator")

    assert rows.value["authority"] == 29.3


def test_without_a_line_it_is_the_one_on_the_natural_basis(beside):
    council = beside(("england", 24.0), lines=())
    figures = pd.concat([figure(29.3, basis="rolling_12"), figure(31.0)], ignore_index=True)

    rows = benchmarks.stand(figures, council).set_index("comparator")

    assert rows.value["authority"] == 31.0


@pytest.mark.parametrize("figures", [figure(31.0, last="2015-11"), figure(float("nan"))], ids=["of the month before", "withheld"])
def test_a_benchmark_without_a_figure_of_the_edition_s_month_is_listed_and_not_ranked(beside, figures):
    row, = benchmarks.stand(figures, beside(("england", 24.0))).itertuples()

    assert (row.comparator, row.value, row.rank, row.of, row.band) == ("england", 24.0, "", "", "")


def test_a_row_of_the_benchmarks_file_has_its_columns_in_order(beside):
    rows = benchmarks.stand(figure(31.0), beside(("england", 24.0)))

    assert rows.columns.tolist() == ["measure", "comparator", "period", "value", "unit", "state", "rank", "of", "band", "source"]
    assert rows.iloc[-1][["comparator", "period", "value"]].tolist() == ["authority", "2015-12", 31.0]


def test_without_a_workbook_nothing_is_compared(tmp_path):
    council = settings(line(MEASURE), folder=tmp_path)

    row, = benchmarks.add(figure(31.0), council).itertuples()

    assert (math.isnan(row.england), row.against_england) == (True, "")
    assert benchmarks.stand(figure(31.0), council).empty


def test_a_comparator_nobody_knows_is_a_finding_of_the_benchmark_workbook(beside):
    found, = benchmarks.findings(beside(("the moon", 24.0))).itertuples()

    assert (found.file, found.row, found.found) == ("benchmarks.xlsx", "2", '"the moon" is not a comparator')


def test_the_figures_are_left_as_they_were(beside):
    council, figures = beside(*PUBLISHED), figure(31.0)
    before = figures.copy()

    benchmarks.add(figures, council)
    benchmarks.stand(figures, council)

    assert figures.equals(before)
