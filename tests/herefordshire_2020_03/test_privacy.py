"""Nobody can be told from what a run leaves: no identifier of a child, family, adopter or worker, no date of birth, no home's postcode.

They are looked for in everything of the example's edition, in its findings, in the exceptions workbook and in what the commands print; and
once more in what comes of returns full of mistakes, where such things stand in the wrong places. Only births are on Sundays.
"""

import os
import re
import shutil
import subprocess
import sys
from datetime import date, datetime
from functools import cache
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import openpyxl
import pytest
from tests.herefordshire_2020_03 import build_returns, write

from lib import reports
from lib.contracts import lists
from lib.contracts.lists import CODE, DATE, IDENTIFIER, NUMBER, TIME, YES_NO

PROJECT = Path(__file__).resolve().parents[2]
MONTH = build_returns.MONTH
BORN, POSTCODE = "date_of_birth", "placement_postcode"
FORMS = ("%Y-%m-%d", "%Y/%m/%d", "%Y%m%d", "%d/%m/%Y", "%d/%m/%y", "%d.%m.%Y", "%d-%m-%Y", "%d %B %Y", "%d %b %Y", "%d-%b-%Y", "%d-%b-%y",
         "%B %d, %Y")
NAME = "[A-Z][a-z]{2,8}"                                        # of a month
DATES = re.compile(rf"(?<![\w.])(?:\d{{4}}([-/])\d\d\1\d\d|\d{{8}}|\d{{1,2}}([-/.])\d{{1,2}}\2\d{{2,4}}|\d{{1,2}}[ -]{NAME}[ -]\d{{2,4}}"
                   rf"|{NAME} \d{{1,2}}, \d{{4}})(?!\d)")
SERIALS = re.compile(r"<v>(\d{5})(?:\.\d+)?</v>")              # how a cell of a workbook holds a date
SPACES = re.compile(r"&nbsp;|&#160;|\\u00a0|\u00a0")
EPOCH = date(1899, 12, 30)
RULES = ("not a date", "not a number", "unknown code", "row repeated", "no row of the list", "column kept aside", "no list")
SPOILT = 30                                                     # rows of each list, of which some are then spoilt


class Secrets:
    """What some rows hold of people, and a search for any of it that reads a text once, however many people there are."""

    def __init__(self, rows):
        cells = [(column, row[column.key]) for key, held in rows.items() for column in lists.all()[key].columns for row in held
                 if row.get(column.key)]
        self.names = {str(cell).upper() for column, cell in cells if column.kind == IDENTIFIER or column.key == POSTCODE}
        births = {cell for column, cell in cells if column.key == BORN}
        self.births = {written for born in births for form in FORMS for written in _both(f"{born:{form}}")}
        self.serials = {str((born - EPOCH).days) for born in births}
        shapes = {re.sub(r"\d+", r"\\d+", re.escape(name)) for name in self.names}
        self.pattern = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(shapes))})(?!\w)", re.IGNORECASE)

    def within(self, text):
        """What of these is in a text."""
        plain = SPACES.sub(" ", text)
        named = {found.upper() for found in self.pattern.findall(plain)} & self.names
        return named | ({found[0] for found in DATES.finditer(plain)} & self.births)

    def within_file(self, path):
        """What of these is in a file or, where it is an archive as workbooks are, in any part of it."""
        content = path.read_bytes()
        if not is_zipfile(path):
            return self.within(content.decode("utf-8", errors="replace"))
        with ZipFile(path) as archive:
            parts = [archive.read(name).decode("utf-8", errors="replace") for name in archive.namelist()]
        return {found for part in parts for found in self.within(part) | (set(SERIALS.findall(part)) & self.serials)}

    def within_folder(self, folder):
        """What of these is in any file under a folder, by its path from there."""
        found = {path.relative_to(folder).as_posix(): self.within_file(path) for path in sorted(folder.rglob("*")) if path.is_file()}
        return {name: what for name, what in found.items() if what}


def _both(written):
    """A date as it is written with and without noughts before the day and the month."""
    return written, re.sub(r"\b0(?=\d\b)", "", written)


@cache
def secrets():
    """What the example's returns hold of people."""
    return Secrets(build_returns.rows())


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A project that holds the example's data and the notebooks alone."""
    folder = tmp_path_factory.mktemp("home")
    shutil.copytree(build_returns.AUTHORITY, folder / "data" / "authorities" / "herefordshire", ignore=shutil.ignore_patterns("exceptions"))
    shutil.copytree(PROJECT / "notebooks", folder / "notebooks")
    return folder


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory):
    """What people are in returns full of mistakes, and a project that holds those."""
    folder = tmp_path_factory.mktemp("spoilt")
    council = folder / "data" / "authorities" / "herefordshire"
    shutil.copytree(build_returns.AUTHORITY, council, ignore=shutil.ignore_patterns("returns", "exceptions"))
    shutil.copytree(PROJECT / "notebooks", folder / "notebooks")
    rows = {key: held[:SPOILT] for key, held in build_returns.rows().items()}
    sheets = [(each.title[:31].replace(":", ""), _mistaken(each, rows[each.key])) for each in lists.all().values()]
    first = dict(sheets)["List 1 contacts"]
    write.workbook(council / "returns" / MONTH / "lists.xlsx", dict(sheets) | {"No header": first[2:]}, ("Notes",))
    return Secrets(rows), folder


def _mistaken(definition, held):
    """A sheet of a list with headings, remarks, repeated rows and values that are people's, where none should be."""
    columns, first = build_returns.columns(definition), held[0]
    person = next((str(row[column.key]) for row in held for column in columns if column.kind == IDENTIFIER and row.get(column.key)), "")
    born = next((row[BORN] for row in held if row.get(BORN)), None)
    said = [word for word in (person, born, f"{born:%d/%m/%Y}" if born else "", f"born {born:%d %B %Y}" if born else "") if word]
    kinds = [(DATE, TIME), (CODE, YES_NO), (NUMBER,)]
    wrong = [first | {column.key: word for column in columns if column.kind in kind and column.key != BORN}
             for word in said for kind in kinds]
    header, *body = write.table(columns, [*held, first, *wrong])
    return [[*header, *map(str, said)], *body, [f"Total of {person}"], [*body[0], *said]]


def command(home, *arguments):
    """What a command prints, of which nothing is a traceback."""
    environment = os.environ | {"WORKBOOK_HOME": str(home), "PYTHONPATH": str(PROJECT), "COLUMNS": "1000"}
    done = subprocess.run([sys.executable, "-m", "lib", *arguments], env=environment, cwd=home, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, encoding="utf-8", check=False)
    assert "Traceback" not in done.stdout
    return done.stdout


def checked(home):
    return command(home, "check", "herefordshire", MONTH)


def exceptions_of(home):
    return home / "data" / "authorities" / "herefordshire" / "exceptions" / f"{MONTH}.xlsx"


# What is looked for


def test_there_are_thousands_of_people_and_hundreds_of_births_to_look_for():
    names = secrets().names

    assert {name.split("-")[0].split()[0] for name in names} == {"ZZ", "WORKER", "ZZ99"}
    assert len(names) > 11_000
    assert len(secrets().serials) > 900


def test_what_the_returns_themselves_hold_is_found():
    found = secrets().within_file(build_returns.AUTHORITY / "returns" / MONTH / build_returns.ANNEX_A)

    people = {str(row["child"]) for key in ("contacts", "referrals", "looked_after_children") for row in build_returns.rows()[key]}
    births = {str((row[BORN] - EPOCH).days) for row in build_returns.rows()["contacts"]}
    assert people | births <= found


def birth():
    return build_returns.rows()["care_leavers"][3][BORN]


@pytest.mark.parametrize(("name", "planted"), [
    ("index.html", '<span title="zz-{child}">1</span>'),
    ("figures.csv", "herefordshire,adoption,{worker}"),
    ("findings.csv", '"rows 3 and 4: {born:%d/%m/%Y}"'),
    ("run.json", '{{"born": "{born:%Y-%m-%d}T00:00:00"}}'),
    ("notebooks/adoption.ipynb", "born on {born.day} {born:%B} {born.year}"),
    ("contacts_and_referrals.html", "<p>{born.day}&nbsp;{born:%B} {born.year}</p>"),
    ("more.svg", "<text>{born:%Y%m%d}</text>"),
], ids=["child in a page", "worker in figures", "birth in a finding", "birth with a time", "birth in a notebook", "birth with hard spaces",
        "birth in a chart"])
def test_one_of_them_planted_in_a_copy_of_the_edition_is_found(herefordshire, tmp_path, name, planted):
    copy = shutil.copytree(herefordshire, tmp_path / "copy", ignore=shutil.ignore_patterns("charts"))
    rows = build_returns.rows()
    words = planted.format(child=rows["contacts"][5]["child"][3:], worker=rows["workforce"][0]["worker"], born=birth())
    with open(copy / name, "a", encoding="utf-8") as file:
        file.write(words)

    found = secrets().within_folder(copy)

    assert list(found) == [name]
    assert len(found[name]) == 1


@pytest.mark.parametrize("cell", [birth(), datetime.combine(birth(), datetime.min.time()), f"{birth():%d %b %Y}", "zz-000005 "])
def test_one_of_them_planted_in_a_workbook_is_found(tmp_path, cell):
    write.workbook(tmp_path / "rows.xlsx", {"Rows": [["row"], [cell]]}, ("Notes",))

    assert len(secrets().within_folder(tmp_path)["rows.xlsx"]) == 1


# Where it is looked for


def test_nothing_of_the_edition_tells_who_anybody_is(herefordshire):
    kinds = {path.suffix for path in herefordshire.rglob("*")}

    assert {".html", ".ipynb", ".csv", ".json", ".svg", ".png"} <= kinds
    assert secrets().within_folder(herefordshire) == {}


def test_no_finding_and_no_exception_tells_who_anybody_is():
    stages = reports.stages("herefordshire", MONTH)

    said = [*stages.findings.astype("str").to_numpy().ravel(), *stages.received.exceptions.astype("str").to_numpy().ravel()]

    assert secrets().within("\n".join(said)) == set()


def test_check_prints_and_writes_nothing_of_anybody(home):
    printed = checked(home)

    assert "rows read" in printed
    assert secrets().within(printed) == set()
    assert openpyxl.load_workbook(exceptions_of(home)).sheetnames == ["Rows to look at", "About"]
    assert secrets().within_file(exceptions_of(home)) == set()


def test_run_prints_nothing_of_anybody(home):
    printed = command(home, "run", "herefordshire", MONTH, "--only", "early_help")

    assert "early_help: done" in printed
    assert secrets().within(printed) == set()


def test_check_of_returns_full_of_mistakes_prints_and_writes_nothing_of_anybody(spoilt):
    people, folder = spoilt

    printed = checked(folder)

    assert [rule for rule in RULES if f"{rule}:" not in printed] == []
    assert people.within(printed) == set()
    assert openpyxl.load_workbook(exceptions_of(folder))["Rows to look at"].max_row > 100
    assert people.within_file(exceptions_of(folder)) == set()


def test_run_of_returns_full_of_mistakes_prints_and_publishes_nothing_of_anybody(spoilt):
    people, folder = spoilt

    printed = command(folder, "run", "herefordshire", MONTH, "--only", "contacts_and_referrals", "looked_after_children", "summary")

    assert people.within(printed) == set()
    assert people.within_folder(folder / "outputs") == {}
    assert (folder / "outputs" / "herefordshire" / MONTH / "index.html").is_file()
