import runpy
import tomllib
from pathlib import Path

import openpyxl
import pytest

from lib import settings

HERE = Path(__file__).resolve().parent
FILE = "returns/2015-06/dataset.xlsx"
WORDS = "Not updated pending data accuracy work"


@pytest.fixture(scope="module")
def builder():
    return runpy.run_path(str(HERE / "build_returns.py"))


@pytest.fixture(scope="module")
def rebuilt(builder, tmp_path_factory):
    folder = tmp_path_factory.mktemp("example_city")
    builder["write"](folder)
    return folder / FILE


@pytest.fixture(scope="module")
def given(rebuilt):
    """What the return says: {(code, part): {heading: value}}."""
    header, *rows = openpyxl.load_workbook(rebuilt).worksheets[0].iter_rows(values_only=True)
    return {(row[0], row[5]): dict(zip(header, row)) for row in rows}


def cells(path):
    return {(sheet.title, cell.coordinate): cell.value for sheet in openpyxl.load_workbook(path) for row in sheet for cell in row}


def printed(builder):
    return builder["_read"](builder["TRANSCRIPTION"] / "measures.csv")


def test_rebuilding_gives_the_committed_workbook_cell_by_cell(builder, rebuilt):
    assert cells(rebuilt) == cells(builder["AUTHORITY"] / FILE)


def test_building_twice_gives_the_same_bytes(builder, rebuilt, tmp_path):
    builder["write"](tmp_path)

    assert (tmp_path / FILE).read_bytes() == rebuilt.read_bytes()


def test_the_workbook_says_that_it_is_a_worked_example_and_that_no_month_is_invented(rebuilt):
    notes = [row[0].value for row in openpyxl.load_workbook(rebuilt)["Notes"]]

    assert notes[0].startswith("A worked example.")
    assert "No month is invented" in " ".join(notes)


def test_every_printed_month_is_in_the_return(builder, given):
    rows = printed(builder)
    months = [name for name in rows[0] if name.startswith("20")]

    absent = [(row["ref"], month) for row in rows for month in months if str(given[row["ref"], "value"][month]) != row[month]]

    assert (len(rows), len(months), absent) == (22, 13, [])


def test_words_stand_where_the_dataset_has_no_number(given):
    assert [given["M5", "value"][month] for month in ("2014-10", "2014-11", "2015-06")] == [30, WORDS, WORDS]


def test_the_share_of_contacts_is_made_of_the_referrals(given):
    shares, referrals = given["M3", "numerator"], given["M2", "value"]

    assert [shares[month] for month in ("2014-06", "2015-06")] == [referrals[month] for month in ("2014-06", "2015-06")] == [510, 393]
    assert [key for key in given if key[1] != "value"] == [("M3", "numerator")]


def test_a_line_is_the_measure_and_basis_the_transcription_names_in_its_order(builder):
    lines = builder["_read"](builder["LINES"])

    assert [[line["code"], line["measure"], line["basis"]] for line in lines] == [[row["ref"], row["measure"], row["basis"]] for row in printed(builder)]


def test_the_lines_have_a_direction_where_the_dataset_colours_an_arrow_and_a_chart_where_it_draws_one(builder):
    lines = builder["_read"](builder["LINES"])
    drawn = {row["ref"] for row in builder["_read"](builder["TRANSCRIPTION"] / "charts.csv")}

    assert {line["code"] for line in lines if line["good_is"] != "neither"} == {row["ref"] for row in printed(builder) if row["qualitative"] == "yes"}
    assert {line["code"] for line in lines if line["chart"]} == drawn


def test_the_settings_ask_for_the_dataset_and_its_own_travel():
    rules = settings.in_force("example_city", "2015-06")

    assert (rules.views, rules.travel_against, rules.travel_tolerance, rules.arrow) == (("dataset",), "same_month_last_year", 0.1, "value")


def test_the_authority_is_marked_as_a_worked_example_and_names_no_council(builder):
    authority = tomllib.loads((builder["AUTHORITY"] / "authority.toml").read_text(encoding="utf-8"))

    assert authority["banner"].startswith("A worked example")
    assert (authority["name"], "codes" in authority) == ("Example City", False)
