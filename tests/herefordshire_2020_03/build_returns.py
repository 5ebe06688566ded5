"""Writes the returns of the worked example, Herefordshire in March 2020, of invented children: Annex A, local lists, monthly figures.

Run it from the project's folder: `python -m tests.herefordshire_2020_03.build_returns`.
"""

from functools import cache
from pathlib import Path

from lib import service_areas
from lib.contracts import annex_a, lists, local_lists
from tests.herefordshire_2020_03 import care, days, front_door, months_before, protection, workforce_lists, write

MONTH = "2020-03"
AUTHORITY = Path(__file__).resolve().parents[2] / "data" / "authorities" / "herefordshire"
BUILDERS = (front_door, protection, care, workforce_lists)
ANNEX_A, LOCAL_LISTS, MONTHLY_FIGURES = "annex_a.xlsx", "local_lists.xlsx", "monthly_figures.xlsx"
HEADER = ("code or key", "title", "basis", "breakdown", "category", "part", *days.MONTHS)
SHEET = "Monthly figures"

ABOUT = (
    "A worked example. The children, their dates and the workers are invented; nobody of them exists. It is not current data.",
    "The rows are shaped so that counting them gives the figures of a report that Herefordshire published for March 2020.",
    "Identifiers of children begin with ZZ, all are born on Sundays, and nothing else in these lists happens on a Sunday.",
)
ABOUT_EACH = {
    ANNEX_A: "This file holds Ofsted's Annex A, lists 1 to 11, as drawn on 31 March 2020 and complete from 1 April 2019.",
    LOCAL_LISTS: "This file holds the lists that the report needs and Annex A lacks, drawn on the same day and complete from the same.",
    MONTHLY_FIGURES: "This file holds what no list tells: months before the lists were drawn, and counts of claims and of cases.",
}


def write_all(folder=AUTHORITY):
    """Write the three workbooks under an authority's folder and give their paths back."""
    returns = Path(folder) / "returns" / MONTH
    sheets = {ANNEX_A: _sheets(annex_a.LISTS, numbered=True), LOCAL_LISTS: _sheets(local_lists.LISTS), MONTHLY_FIGURES: {SHEET: figures()}}
    return [write.workbook(returns / name, held, (ABOUT[0], ABOUT_EACH[name], *ABOUT[1:])) for name, held in sheets.items()]


@cache
def rows():
    """The rows of every list, by the list's key, whichever builders they come from."""
    gathered = {key: [] for key in lists.all()}
    for builder in BUILDERS:
        for key, made in builder.rows().items():
            gathered[key].extend(made)
    return gathered


def figures():
    """The sheet of monthly figures: a row for each measure, category and part, a column a month."""
    held = {}
    for key, basis, breakdown, category, part, month, value in months_before.cells(rows()["looked_after_children"]):
        held.setdefault((key, basis, breakdown, category, part), {})[month] = value
    return [HEADER, *([key, service_areas.measure(key).title, *words, *(values.get(month) for month in days.MONTHS)]
                      for (key, *words), values in held.items())]


def _sheets(declared, numbered=False):
    """A sheet a list: named as Annex A numbers them, or by its title."""
    return {f"List {number}" if numbered else each.title: write.table(columns(each), rows()[each.key])
            for number, each in enumerate(declared, 1)}


def columns(declared):
    """A list's columns in the layout of 2020, the older of those that have two."""
    return declared.standing(declared.layouts[0] if declared.layouts else "")


if __name__ == "__main__":
    for written in write_all():
        print(written)
