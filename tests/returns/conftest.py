"""A council of the tests' own: a function that saves a return in a month's folder, and one that reads the month."""

from types import SimpleNamespace
from zipfile import ZipFile

import openpyxl
import pandas as pd
import pytest
from openpyxl.writer.excel import ExcelWriter

from lib import returns
from lib.errors import Finding

LINES = pd.DataFrame([
    ("2.1", "contacts", "", "", "in_month"),
    ("2.3", "contacts_progressed_to_referral_percent", "", "", "in_month"),
    ("2.7", "rereferrals_percent", "", "", "in_month"),
    ("2.8", "rereferrals_percent", "", "", "rolling_12"),
    ("5.1", "children_looked_after", "", "", "month_end"),
    ("11.4", "cases_per_social_worker_average", "team", "Duty", "month_end"),
], columns=["code", "measure", "breakdown", "category", "basis"])
HEADER = ("code or key", "title", "basis", "breakdown", "category", "part")


@pytest.fixture
def council(tmp_path):
    return SimpleNamespace(month="2015-12", lines=LINES, returns_folder=tmp_path / "rotherham" / "returns", precedence=(), complete_from={})


@pytest.fixture
def save(council):
    """Saves rows as a workbook of a month; `change` is what is done to its sheet, `saved` when it says it was saved."""
    def workbook(*rows, name="scorecard.xlsx", month="2015-12", change=None, saved=None):
        book = openpyxl.Workbook()
        book.active.title = "Monthly figures"
        for row in rows:
            book.active.append(row)
        if change:
            change(book.active)
        folder = council.returns_folder / month
        folder.mkdir(parents=True, exist_ok=True)
        book.properties.modified = saved or book.properties.modified
        with ZipFile(folder / name, "w") as archive:        # book.save would date it now
            ExcelWriter(book, archive).save()
        return folder / name
    return workbook


@pytest.fixture
def read(council):
    return lambda: returns.read(council)


@pytest.fixture
def messages():
    """Findings as the one line a person reads, after their severity."""
    def of(received):
        return [f"{row.severity}: {Finding(*row)}" for row in received.findings.itertuples(index=False)]
    return of


@pytest.fixture
def header():
    """The header of monthly figures over some periods."""
    return lambda *periods: (*HEADER, *periods)


@pytest.fixture
def row():
    """A row of monthly figures."""
    return lambda code, *figures, basis=None, breakdown=None, category=None, part=None: (
        code, None, basis, breakdown, category, part, *figures)
