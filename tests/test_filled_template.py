"""From nothing to an edition: a new authority asks for blank returns, fills in three rows a list, and runs the month."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.test_blank_returns import fill

from lib import service_areas
from lib.settings import LINE_COLUMNS

PROJECT = Path(__file__).resolve().parents[1]
COUNCIL, MONTH = "westerfold", "2020-03"
AUTHORITY = 'name = "Westerfold"\ncontact = "Performance team"\n'
LINES = {
    "contacts": "1.1,Front door,Contacts,contacts,,,,,,,,,,,,yes,,",
    "referrals": "1.2,Front door,Referrals,referrals,,,,,,,,,,,,yes,,",
    "assessments_completed": "3.1,Assessments,Assessments,assessments_completed,,,,,,,,,,,,yes,,",
    "children_in_need": "2.1,In need,Children in need,children_in_need,,,,,,,,,,,,,,",
}
FIGURE = re.compile(r'<data value="([\d.]+)" data-measure="(\w+)" data-month="2020-03" data-basis="(?:in_month|month_end)" '
                    r'data-breakdown="" data-category="" data-part="value">')


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A project with the notebooks and one authority that has settings and no returns yet."""
    folder = tmp_path_factory.mktemp("home")
    in_force = folder / "data" / "authorities" / COUNCIL / "settings" / MONTH
    in_force.mkdir(parents=True)
    (in_force.parents[1] / "authority.toml").write_text(AUTHORITY, encoding="utf-8")
    (in_force / "lines.csv").write_text("\n".join([",".join(LINE_COLUMNS), *LINES.values()]) + "\n", encoding="utf-8")
    shutil.copytree(PROJECT / "notebooks", folder / "notebooks")
    return folder


@pytest.fixture(scope="module")
def blanks(home):
    """What `template` printed: the paths of the workbooks it wrote."""
    done = command(home, "template", COUNCIL, MONTH)
    assert done.returncode == 0, done.stderr
    return [Path(line) for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def ran(home, blanks):
    """The command that makes the edition of the returns, once three rows of every list are filled in."""
    for path in blanks[:2]:
        fill(path)
    return command(home, "run", COUNCIL, MONTH)


def command(home, *arguments):
    environment = os.environ | {"WORKBOOK_HOME": str(home), "PYTHONPATH": str(PROJECT), "COLUMNS": "200"}
    return subprocess.run([sys.executable, "-m", "lib", *arguments], env=environment, cwd=home, capture_output=True, encoding="utf-8",
                          check=False)


def edition(home):
    return home / "outputs" / COUNCIL / MONTH


def test_template_writes_the_blanks_into_the_months_folder_and_says_where(home, blanks):
    folder = home / "data" / "authorities" / COUNCIL / "returns" / MONTH

    assert blanks == [folder / name for name in ("annex_a.xlsx", "local_lists.xlsx", "monthly_figures.xlsx")]


def test_a_template_with_three_rows_a_list_runs_to_an_edition(home, ran):
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.splitlines()[-1] == str(edition(home) / "index.html")
    assert {path.stem for path in edition(home).glob("*.html")} == {"index", *service_areas.AREAS}


def test_what_was_counted_from_the_rows_stands_on_the_pages(home, ran):
    page = (edition(home) / "contacts_and_referrals.html").read_text(encoding="utf-8")

    figures = {measure: float(value) for value, measure in FIGURE.findall(page)}

    assert figures["contacts"] == figures["referrals"] == 3


def test_the_scorecard_shows_the_lines_with_their_figures_and_cases_that_were_closed_as_nought(home, ran):
    page = (edition(home) / "index.html").read_text(encoding="utf-8")

    shown = {measure: float(value) for value, measure in FIGURE.findall(page)}

    assert {measure: shown[measure] for measure in LINES} == {
        "contacts": 3, "referrals": 3, "assessments_completed": 3, "children_in_need": 0}
