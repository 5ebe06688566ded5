"""The worked example's workbooks: what is kept is what the builders give, every list is whole, and nobody real stands in it."""

import re
from collections import Counter
from datetime import date, datetime

import openpyxl
import pandas as pd
import pytest

from lib.contracts import annex_a, lists, local_lists
from tests.herefordshire_2020_03 import build_benchmarks, build_returns

FILES = (build_returns.ANNEX_A, build_returns.LOCAL_LISTS, build_returns.MONTHLY_FIGURES)
FORMS = {"child": re.compile(r"ZZ-\d{6}"), "worker": re.compile(r"Worker \d+")}
SUNDAY = 6


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory):
    folder = tmp_path_factory.mktemp("herefordshire")
    build_returns.write_all(folder)
    return folder / "returns" / build_returns.MONTH


@pytest.fixture(scope="module")
def sheets(rebuilt):
    """The rows of every sheet of every file."""
    return {(file, sheet): rows for file in FILES for sheet, rows in held(rebuilt / file).items()}


def held(path):
    """The rows of every sheet of a workbook."""
    return {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in openpyxl.load_workbook(path, read_only=True)}


@pytest.mark.parametrize("file", FILES)
def test_rebuilding_gives_the_kept_workbook_cell_by_cell(sheets, file):
    kept = held(build_returns.AUTHORITY / "returns" / build_returns.MONTH / file)

    assert kept == {sheet: rows for (name, sheet), rows in sheets.items() if name == file}


def test_building_twice_gives_the_same_bytes(rebuilt, tmp_path):
    again = build_returns.write_all(tmp_path)

    assert [path.name for path in again] == list(FILES)
    assert all(path.read_bytes() == (rebuilt / path.name).read_bytes() for path in again)


@pytest.mark.parametrize("file", FILES)
def test_each_workbook_says_that_it_is_a_worked_example(sheets, file):
    assert sheets[file, "Notes"][0][0].startswith("A worked example.")


def test_there_is_a_sheet_a_list_with_the_contracts_headings(sheets):
    expected = {(build_returns.ANNEX_A, f"List {number}"): each for number, each in enumerate(annex_a.LISTS, 1)}
    expected |= {(build_returns.LOCAL_LISTS, each.title): each for each in local_lists.LISTS}

    assert {key[1]: lists.recognise(sheets[key][0])[0].key for key in expected} == {key[1]: each.key for key, each in expected.items()}
    assert all(len(sheets[key]) > 10 for key in expected)


def test_care_leavers_stand_in_the_layout_of_2020(sheets):
    assert lists.recognise(sheets[build_returns.ANNEX_A, "List 9"][0])[1] == annex_a.LAYOUTS[0]


@pytest.mark.parametrize("key", list(lists.all()))
def test_no_two_rows_of_a_list_are_the_same_to_its_contract(key):
    columns = {column.key: column for column in lists.all()[key].columns}
    frame = pd.DataFrame(build_returns.rows()[key]).reindex(columns=list(columns))
    said = {name: [lists.code(columns[name], cell) if lists.codes(columns[name]) else cell for cell in frame[name]]
            for name in lists.all()[key].identifies}

    assert not pd.DataFrame(said).duplicated().any()


@pytest.mark.parametrize("key", list(lists.all()))
def test_nothing_that_may_not_be_blank_is_blank_and_every_code_is_known(key):
    wrong = {(column.key, cell) for row in build_returns.rows()[key] for column in build_returns.columns(lists.all()[key])
             for cell in [row.get(column.key)] if cell in (None, "") and not column.blank
             or cell not in (None, "") and lists.codes(column) and lists.code(column, cell) is None}

    assert wrong == set()


@pytest.mark.parametrize("key", list(lists.all()))
def test_children_and_workers_are_nobodys(key):
    identifiers = {(column.key, str(row[column.key])) for row in build_returns.rows()[key] for column in lists.all()[key].columns
                   if column.kind == lists.IDENTIFIER and row.get(column.key)}

    assert [said for name, said in identifiers if name in FORMS and not FORMS[name].fullmatch(said)] == []


@pytest.mark.parametrize("key", list(lists.all()))
def test_only_births_are_on_sundays_and_only_what_is_due_lies_ahead(key):
    ahead = {column.key for column in lists.all()[key].columns if column.ahead}
    days = [(name, cell.date() if isinstance(cell, datetime) else cell) for row in build_returns.rows()[key] for name, cell in row.items()
            if isinstance(cell, date)]

    assert {name for name, day in days if (day.weekday() == SUNDAY) != (name == "date_of_birth")} == set()
    assert {name for name, day in days if day > date(2020, 3, 31)} <= ahead


def test_a_child_has_one_date_of_birth_in_all_lists():
    told = {(row["child"], row["date_of_birth"]) for rows in build_returns.rows().values() for row in rows
            if row.get("date_of_birth") and row.get("child")}

    assert [child for child, births in Counter(child for child, _ in told).items() if births > 1] == []


def test_rebuilding_gives_the_kept_benchmarks_cell_by_cell(tmp_path):
    rebuilt = build_benchmarks.write_all(tmp_path)

    assert held(rebuilt) == held(build_returns.AUTHORITY / build_benchmarks.PATH)
    assert len(build_benchmarks.rows()) == 64
