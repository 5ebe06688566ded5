"""Figures beside benchmarks, from workbooks made for each test."""

import math

import openpyxl
import pandas as pd
import pytest
from tests import published_tables
from tests.frames import MISSING, line, series, settings
from tests.published_tables import of_year

from lib import benchmarks, errors
from lib.authorities import Authority

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


@pytest.mark.parametrize("value, band", [(19.1, "A"), (19.0, "A"), (18.9, "")])
def test_where_high_is_good_band_a_is_at_the_threshold_or_above(beside, value, band):
    assert stood(value, beside(*PUBLISHED), good_is="high").band["authority"] == band


def test_where_low_is_good_band_a_is_at_the_threshold_or_below(beside):
    rows = stood(19.0, beside(*PUBLISHED))

    assert rows.band.to_dict() == {"england": "", "neighbours_mean": "", "best_neighbour": "", "top_quartile": "", "authority": "A"}


@pytest.mark.parametrize("good_is", ["neither", "within limits"])
def test_a_measure_that_has_no_direction_has_no_rank_and_no_band(beside, good_is):
    rows = stood(20.0, beside(*PUBLISHED), good_is=good_is)

    assert (set(rows["rank"]), set(rows.of), set(rows.band)) == ({""}, {""}, {""})


def test_a_suppressed_benchmark_keeps_its_words(beside):
    rows = stood(20.0, beside(("england", 24.0), ("region", "c")))

    assert (rows.state["region"], math.isnan(rows.value["region"])) == ("c", True)


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


# What is published


@pytest.fixture
def published(tmp_path, monkeypatch):
    """A function that gives the settings of Ashford, one of a small England whose re-referrals these are, with the workbook's rows of its own."""
    def keep(values, *own, month="2020-03", lines=(line(MEASURE),), **said):
        tables = {name: said.pop(name) for name in ("neighbours", "judgements") if name in said}
        published_tables.stand_in(monkeypatch, tmp_path, values=values, **tables)
        if own:
            book = openpyxl.Workbook()
            for row in (("code or key", "comparator", "period", "value", "source"), *(_row(MEASURE, *each) for each in own)):
                book.active.append(row)
            book.save(tmp_path / "benchmarks.xlsx")
        ashford = Authority("ashford", "Ashford", "Performance team", tmp_path, codes={"la": "101"})
        return settings(*lines, folder=tmp_path, authority=ashford, month=month, **said)
    return keep


ENGLAND = {"101": 10.0, "102": 20.0, "103": 30.0, "970": 24.0, "980": 19.0}


def test_what_had_been_published_by_the_month_stands_beside_a_figure(published):
    values = of_year(ENGLAND) + of_year({"970": 25.0}, year=2020) + of_year({"970": 23.0}, year=2018)

    row, = benchmarks.add(figure(31.0, last="2020-03"), published(values, neighbours=[("101", ["102", "103"])])).itertuples()

    assert (row.england, row.england_period, row.region, row.neighbours_mean) == (24.0, "2018/19", 19.0, 25.0)


def test_an_authority_chooses_the_mean_or_the_median_of_its_neighbours(published):
    council = published(of_year(ENGLAND), neighbours=[("101", ["102", "103"])], neighbours_average="median")

    row, = benchmarks.add(figure(31.0, last="2020-03"), council).itertuples()

    assert (row.neighbours_median, math.isnan(row.neighbours_mean)) == (25.0, True)


def test_the_authority_s_own_workbook_wins_where_both_say_something(published):
    rows = stood(31.0, published(of_year(ENGLAND), ("england", 22.0, "2017/18")), last="2020-03")

    assert (rows.value["england"], rows.period["england"], rows.source["england"]) == (22.0, "2017/18", "A published table")
    assert (rows.value["region"], rows.source["region"]) == (19.0, "The department, A table of figures, 2025")


def test_the_month_s_figure_and_what_was_published_of_us_are_ranked_among_the_authorities_of_england(published):
    rows = stood(25.0, published(of_year(ENGLAND)), last="2020-03")

    assert (rows["rank"]["authority"], rows.of["authority"], rows.band["authority"]) == (2, 3, "B")
    assert (rows["rank"]["published"], rows.of["published"], rows.band["published"], rows.value["published"]) == (1, 3, "A", 10.0)
    assert rows["rank"]["england"] == ""


def test_a_line_that_says_which_way_is_good_turns_the_rank_round(published):
    rows = stood(25.0, published(of_year(ENGLAND), lines=(line(MEASURE, good_is="high"),)), last="2020-03", good_is="high")

    assert (rows["rank"]["authority"], rows["rank"]["published"]) == (2, 3)


def test_a_published_symbol_of_ours_keeps_its_words(published):
    rows = stood(25.0, published(of_year(ENGLAND | {"101": "u"})), last="2020-03")

    assert (rows.state["published"], rows["rank"]["published"], rows.of["authority"]) == ("u", "", 3)


def test_a_workbook_that_publications_left_behind_by_more_than_a_year_gives_way_and_is_told_of(published):
    council = published(of_year(ENGLAND), ("england", 22.0, "2016/17"), ("region", 18.0, "2017/18"))

    rows, (found,) = stood(31.0, council, last="2020-03"), benchmarks.findings(council).itertuples()

    assert (rows.value["england"], rows.value["region"]) == (24.0, 18.0)
    assert str(errors.Finding(*found[1:])) == (
        "benchmarks.xlsx: Referrals that came within twelve months of an earlier one, England: of 2016/17, and 2018/19 is published. Expected a benchmark "
        "no more than a year older than what is published. The published one stands; take the workbook's out or renew it.")


def test_a_code_that_no_authority_has_is_an_error_of_the_council_s_own_file(published, tmp_path):
    published(of_year(ENGLAND))
    council = settings(line(MEASURE), folder=tmp_path, authority=Authority("ashford", "Ashford", "", tmp_path, codes={"la": "999"}))

    found, = benchmarks.findings(council).itertuples()

    assert str(errors.Finding(*found[1:])) == (
        'authority.toml, column "codes.la": "999" is the code of no authority that is held. Expected DfE\'s three digits, as data/reference/authorities.csv '
        "has them. Nothing published stands beside the figures; correct it and run again.")


def test_the_own_workbook_s_benchmarks_that_gave_way_are_not_told_as_shown(published):
    council = published(of_year(ENGLAND), ("england", 22.0, "2016/17"), ("region", 18.0, "2017/18"))

    assert benchmarks.of_own(council) == {(MEASURE, "region")}


def test_of_the_own_workbook_s_periods_the_one_that_ends_last_stands(published):
    rows = stood(31.0, published(of_year(ENGLAND), ("england", 22.0, "2018/19"), ("england", 21.0, "2019-01")), last="2020-03")

    assert (rows.value["england"], rows.period["england"]) == (22.0, "2018/19")
