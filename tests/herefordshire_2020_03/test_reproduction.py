"""The printed document against the edition counted from rows: they differ in the cells that not_reproduced.csv lists, and in no other."""

import csv
import re
from html.parser import HTMLParser

import pytest

from lib import quantities, reports
from tests.herefordshire_2020_03 import printed

MARCH = printed.MARCH


class Figures(HTMLParser):
    """Every <data> of a page, as (measure, category, basis, month, part): its words."""

    def __init__(self):
        super().__init__()
        self.found, self.open = {}, None

    def handle_starttag(self, tag, attributes):
        if tag == "data":
            told = dict(attributes)
            self.open = tuple(told.get(f"data-{name}") or "" for name in ("measure", "category", "basis", "month", "part", "comparator"))

    def handle_data(self, data):
        if self.open:
            self.found.setdefault(self.open, []).append(data)

    def handle_endtag(self, tag):
        if tag == "data":
            self.open = None


@pytest.fixture(scope="module")
def stages():
    return reports.stages("herefordshire", MARCH)


@pytest.fixture(scope="module")
def rows(stages):
    return printed.by_key(stages.compared)


@pytest.fixture(scope="module")
def listed():
    with open(printed.TRANSCRIPTION.parent / "not_reproduced.csv", encoding="utf-8", newline="") as file:
        return {(row["where"], row["measure"], row["part"]): row for row in csv.DictReader(file)}


def told(cell):
    return cell.where, cell.measure, cell.part


def test_every_table_and_stated_number_is_looked_up():
    cells = printed.cells()

    assert len(cells) == 826
    assert len({(told(cell), cell.key) for cell in cells}) == len(cells)


def test_every_cell_is_reproduced_but_for_those_listed(rows, listed):
    differing = {told(cell): printed.ours(cell, rows) for cell in printed.cells() if printed.ours(cell, rows) != float(cell.printed)}

    assert differing == {place: float(row["ours"]) if row["ours"] else None for place, row in listed.items()}


def test_every_cell_listed_says_which_of_the_documents_own_figures_it_contradicts(listed):
    assert all(len(row["reason"].split()) > 5 for row in listed.values())


def test_every_figure_counted_from_rows_says_how_many_and_where(stages):
    counted = stages.compared[stages.compared.origin == "counted"]

    assert len(counted) > 1_000
    assert counted.source.map(lambda source: bool(re.search(r"2020-03/\w+\.xlsx, .*: [\d,]+ rows?$", source))).all()


def test_every_printed_cell_stands_on_a_page(rows, herefordshire):
    pages = {}
    for path in herefordshire.glob("*.html"):
        page = Figures()
        page.feed(path.read_text(encoding="utf-8"))
        pages |= page.found

    missing = [cell for cell in printed.cells() if printed.ours(cell, rows) is not None and not standing(cell, pages)]

    assert missing == []


def test_every_figure_s_records_can_be_seen_without_who_they_are_of(stages):
    behind = quantities.behind("assessments_completed_in_time", stages.received, stages.settings)

    assert len(behind) == 83
    assert {"file", "sheet", "row", "team", "authorised"} <= set(behind.columns)
    assert not {"child", "worker", "date_of_birth", "age"} & set(behind.columns)


def standing(cell, pages):
    """Whether a page shows that figure, or the part of it, or the comparator beside it."""
    if cell.part in printed.COMPARATORS.values():
        return any(key[0] == cell.measure and key[5] == cell.part for key in pages)
    return any(key[:4] == (cell.measure, cell.category, cell.basis, cell.month) and key[4] in (cell.part, "") for key in pages)
