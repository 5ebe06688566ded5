"""What a person is told of a bad return: one clear message with its place and exit code 2, or a finding; never a traceback or a silent blank."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

PROJECT = Path(__file__).resolve().parents[1]
RETURNS = Path("data/authorities/rotherham/returns/2015-12")
HEADER = ["code or key", "title", "basis", "breakdown", "category", "part", "2015-12"]
ENCRYPTED = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504) + "EncryptedPackage".encode("utf-16-le")


@pytest.fixture
def home(tmp_path):
    """A project that holds the example's data alone."""
    shutil.copytree(PROJECT / "data", tmp_path / "data")
    return tmp_path


def check(home, month="2015-12"):
    """The exit code, what was printed and what was said of errors, of `check`."""
    environment = os.environ | {"WORKBOOK_HOME": str(home), "PYTHONPATH": str(PROJECT), "COLUMNS": "1000"}
    done = subprocess.run([sys.executable, "-m", "lib", "check", "rotherham", month], env=environment, cwd=home, capture_output=True, text=True,
                          encoding="utf-8", check=False)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout, done.stderr


def add(home, rows, name="more.xlsx", header=HEADER):
    """Put one more workbook into the month's folder."""
    book = Workbook()
    for row in [header, *rows]:
        book.active.append(row)
    book.save(home / RETURNS / name)


def only(home, content, name="scorecard.xlsx"):
    """Leave one file alone in the month's folder, with this content."""
    shutil.rmtree(home / RETURNS)
    (home / RETURNS).mkdir()
    (home / RETURNS / name).write_bytes(content)


def test_month_without_a_folder_is_refused_with_the_months_there_are(home):
    code, _, said = check(home, "2016-01")

    assert code == 2
    assert said == ("rotherham/returns/2016-01: the folder is missing. Expected a folder with the returns of January 2016. "
                    "Put the month's workbooks there and run again. There are folders for: 2015-12.\n")


def test_empty_folder_is_refused(home):
    shutil.rmtree(home / RETURNS)
    (home / RETURNS).mkdir()

    code, _, said = check(home)

    assert code == 2
    assert said.startswith("rotherham/returns/2015-12: the folder is empty. Expected at least one file with a list")


@pytest.mark.parametrize(("content", "found"), [
    (b"", "the file is empty (0 bytes)"),
    (b"PK\x03\x04 cut off half way", "the file is broken, or not what its name says"),
    (ENCRYPTED, "the workbook is protected with a password to open it"),
])
def test_month_whose_only_return_will_not_open_is_refused_with_the_reason(home, content, found):
    only(home, content)

    code, _, said = check(home)

    assert code == 2
    assert "2015-12/scorecard.xlsx" in said
    assert found in said


def test_workbook_without_a_row_is_a_finding_and_the_others_are_read(home):
    Workbook().save(home / RETURNS / "empty.xlsx")

    code, shown, _ = check(home)

    assert code in (0, 1)
    assert "empty.xlsx" in shown
    assert "empty or unknown workbook" in shown


@pytest.mark.parametrize(("rows", "rule"), [
    ([["2.1", "", "", "", "", "", "1o41"]], "not a number"),
    ([["2.1", "", "", "", "", "", 1041], ["2.1", "", "", "", "", "", 1040]], "line twice"),
    ([["2.99", "", "", "", "", "", 1]], "unknown code"),
])
def test_row_that_cannot_be_used_is_a_finding_with_its_place(home, rows, rule):
    add(home, rows)

    code, shown, _ = check(home)

    line = next(line for line in shown.splitlines() if rule in line and "more.xlsx" in line)
    assert code == 1
    assert "error" in line
    assert str(len(rows) + 1) in line


def test_month_that_stands_twice_is_a_finding_and_its_second_column_is_set_aside(home):
    add(home, [["contacts", "", "", "", "", "", 1041, 1]], header=[*HEADER, "Dec-15"])

    code, shown, _ = check(home)

    assert code == 1
    assert any("period twice" in line and "more.xlsx" in line for line in shown.splitlines())


def test_rows_read_are_rows_used_and_rows_set_aside(home):
    add(home, [["2.99", "", "", "", "", "", 1], ["contacts", "", "", "", "", "", 1041]])

    _, shown, _ = check(home)

    assert "167 rows read = 166 used + 1 set aside." in shown


def test_words_in_a_numbers_place_reach_the_figures_and_are_never_zero(home):
    book = load_workbook(home / RETURNS / "scorecard.xlsx")
    sheet = book["Monthly figures"]
    december = next(cell.column for cell in sheet[1] if cell.value == "2015-12")
    row = next(row for row in range(2, sheet.max_row) if sheet.cell(row, 1).value == "8.1")
    sheet.cell(row, december).value = "Not updated pending data accuracy work"
    book.save(home / RETURNS / "scorecard.xlsx")

    asked = ("from lib import reports; rows = reports.stages('rotherham', '2015-12').compared; "
             "row = rows[(rows.code == '8.1') & (rows.month == '2015-12')].iloc[0]; print(row.value, '|', row.state)")
    done = subprocess.run([sys.executable, "-c", asked], env=os.environ | {"WORKBOOK_HOME": str(home), "PYTHONPATH": str(PROJECT)}, cwd=home,
                          capture_output=True, text=True, encoding="utf-8", check=True)

    assert done.stdout == "nan | Not updated pending data accuracy work\n"
