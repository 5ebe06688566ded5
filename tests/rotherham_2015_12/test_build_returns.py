import runpy
from pathlib import Path

import openpyxl
import pytest

FILES = ("returns/2015-12/scorecard.xlsx", "returns/2015-12/topic_pages.xlsx", "settings/2015-04/benchmarks.xlsx")


@pytest.fixture(scope="module")
def builder():
    return runpy.run_path(str(Path(__file__).with_name("build_returns.py")))


@pytest.fixture(scope="module")
def rebuilt(builder, tmp_path_factory):
    folder = tmp_path_factory.mktemp("rotherham")
    builder["write"](folder)
    return folder


def cells(path):
    return {(sheet.title, cell.coordinate): cell.value for sheet in openpyxl.load_workbook(path) for row in sheet for cell in row}


def given(path):
    """What a return says: {(code or key, category, part, period): value}."""
    header, *rows = openpyxl.load_workbook(path).worksheets[0].iter_rows(values_only=True)
    return {(row[0], row[4] or "", row[5], period): value
            for row in rows for period, value in zip(header[6:], row[6:]) if value is not None}


def key(row):
    label = row["measure"] if row["measure"] in ("referrals", "highest_caseload") else row["scorecard_code"]
    return label, row["category"], row["series"], row["month"]


def printed(builder, name):
    return builder["_read"](builder["TRANSCRIPTION"] / name)


@pytest.mark.parametrize("file", FILES)
def test_rebuilding_gives_the_committed_workbook_cell_by_cell(builder, rebuilt, file):
    committed = builder["AUTHORITY"] / file

    assert cells(rebuilt / file) == cells(committed)


def test_building_twice_gives_the_same_bytes(builder, rebuilt, tmp_path):
    builder["write"](tmp_path)

    assert all((tmp_path / file).read_bytes() == (rebuilt / file).read_bytes() for file in FILES)


@pytest.mark.parametrize("file", FILES)
def test_each_workbook_says_that_it_is_a_worked_example(rebuilt, file):
    notes = openpyxl.load_workbook(rebuilt / file)["Notes"]

    assert notes["A1"].value.startswith("A worked example.")


@pytest.mark.parametrize("file", FILES)
def test_no_row_stands_twice_in_a_workbook(rebuilt, file):
    rows = list(openpyxl.load_workbook(rebuilt / file).worksheets[0].iter_rows(values_only=True))
    keys = [row[:2] if "benchmarks" in file else (row[0], *row[2:6]) for row in rows]

    assert len(keys) == len(set(keys))


def test_every_month_on_a_topic_page_is_in_its_return_or_follows_from_it(builder, rebuilt):
    supplied, rows = given(rebuilt / FILES[1]), printed(builder, "monthly.csv")
    with_parts = {(row["code"], row["month"]) for row in rows if row["series"] != "value"}
    expected = [row for row in rows if row["scorecard_code"] not in {"2.3", *builder["RATES_OF_COUNTS"]}
                and (row["series"] != "value" or (row["code"], row["month"]) not in with_parts)]

    absent = [(row["code"], row["month"]) for row in expected if supplied.get(key(row)) != float(row["value"])]

    assert len(expected) > 500
    assert absent == []


def test_every_month_on_the_scorecard_is_in_its_return_or_follows_from_it(builder, rebuilt):
    supplied = given(rebuilt / FILES[0])
    follows = {"2.3", *builder["RATES_OF_COUNTS"]}

    absent = [(row["code"], month) for row in printed(builder, "measures.csv") if row["code"] not in follows
              for column, month in (("oct_15", "2015-10"), ("nov_15", "2015-11"), ("dec_15", "2015-12"))
              if row[column] and supplied.get((row["code"], row["category"], "value", month)) != float(row[column])]

    assert absent == []


@pytest.mark.parametrize("cell, value", [
    (("2.4", "", "numerator", "Year to date"), 3608),
    (("6.11", "", "denominator", "2014/15"), 478),
    (("7.5", "", "numerator", "2013/14"), 55),
    (("lac_all_reviews_in_time_percent", "", "numerator", "2014/15"), 352),
    (("lac_all_reviews_in_time_percent", "", "value", "Year to date"), 84.3),
    (("9.1", "", "denominator", "2014/15"), 153),
    (("9.2", "", "numerator", "2014/15"), 49),
    (("2.7", "", "value", "2014/15"), "n/a"),
])
def test_the_scorecard_gives_parts_and_words_where_they_are_printed(rebuilt, cell, value):
    assert given(rebuilt / FILES[0])[cell] == value


@pytest.mark.parametrize("cell, value", [
    (("early_help_episodes_open", "", "value", "2015-12"), "On hold"),
    (("4.5", "", "numerator", "Year to date"), 262),
    (("6.4", "", "numerator", "Year to date"), 405),
    (("6.11", "", "denominator", "Year to date"), 429),
    (("lac_all_reviews_in_time_percent", "", "denominator", "Year to date"), 388),
    (("10.1", "", "numerator", "Year to date"), 15),
    (("2.2", "", "value", "2015-04"), 358),
    (("referrals", "", "value", "2014/15"), 4513),
    (("11.7", "CIN South", "value", "2015-04"), 17.2),
    (("highest_caseload", "Looked after teams", "value", "2015-12"), 19),
])
def test_the_topic_pages_give_parts_and_words_where_they_are_printed(rebuilt, cell, value):
    assert given(rebuilt / FILES[1])[cell] == value


def test_the_sum_of_referrals_is_left_to_be_computed(rebuilt):
    supplied = given(rebuilt / FILES[1])

    assert ("referrals", "", "value", "Year to date") not in supplied
    assert sum(supplied["referrals", "", "value", f"2015-{month:02}"] for month in range(4, 13)) == 3684


def test_the_comparators_of_scorecard_and_pages_agree_to_the_decimals_printed(builder, rebuilt):
    rows = openpyxl.load_workbook(rebuilt / FILES[2]).worksheets[0].iter_rows(min_row=2, values_only=True)
    measure_of = {row["code"]: row["measure"] for row in printed(builder, "measures.csv")}
    supplied = {(measure_of[code], comparator): value for code, comparator, _, value, _ in rows}

    differing = [(row["code"], row["comparator"]) for row in printed(builder, "benchmarks.csv") if not says(supplied, row)]

    assert differing == []


def says(supplied, row):
    value = supplied[row["measure"], row["comparator"]]
    return value == row["as_printed"] if isinstance(value, str) else f"{value:.1f}" == row["value"]
