"""The printed document against the edition counted from rows: they differ in the cells that not_reproduced.csv lists, and in no other."""

import csv
import re
from html.parser import HTMLParser

import pytest

from lib import quantities, reports
from tests.herefordshire_2020_03 import printed

MARCH = printed.MARCH


class Figures(HTMLParser):
    """Every figure of a page: the places of its numbers, and the figures that derived numbers, such as changes, are made of."""

    def __init__(self):
        super().__init__()
        self.numbers, self.comparators, self.derived = set(), set(), set()

    def handle_starttag(self, tag, attributes):
        if tag != "data":
            return
        told = {name.removeprefix("data-"): value for name, value in attributes}
        place = told.get("breakdown", ""), told.get("category", "")
        if "from" in told:
            self.derived |= {(*source.split("@"), *place) for source in told["from"].split()}
        elif "comparator" in told:
            self.comparators.add((told["measure"], told["comparator"]))
        elif "month" in told:       # what is published of another authority has a period
            self.numbers.add((told["measure"], told["month"], told["basis"], *place, told.get("part", "value")))

    def show(self, cell):
        """Whether the page shows a printed cell's figure, the part of it, the change of it, or the comparator beside it."""
        place = cell.measure, cell.month, cell.basis, cell.breakdown, cell.category
        if cell.part in printed.COMPARATORS.values():
            return (cell.measure, cell.part) in self.comparators
        return place in self.derived if cell.part == "change" else (*place, cell.part) in self.numbers


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
    assert counted.source.map(lambda source: bool(re.search(r"20\d\d-\d\d/\w+\.xlsx, .*: [\d,]+ rows?$", source))).all()


def test_every_printed_cell_stands_on_a_page(herefordshire):
    pages = []
    for path in herefordshire.glob("*.html"):
        pages.append(Figures())
        pages[-1].feed(path.read_text(encoding="utf-8"))

    missing = [cell for cell in printed.cells() if not any(page.show(cell) for page in pages)]

    assert missing == []


def test_every_figure_s_records_can_be_seen_without_who_they_are_of(stages):
    behind = quantities.behind("assessments_completed_in_time", stages.received, stages.settings)

    assert len(behind) == 83
    assert {"file", "sheet", "row", "team", "authorised"} <= set(behind.columns)
    assert not {"child", "worker", "date_of_birth", "age"} & set(behind.columns)
