"""Every rule by a worked example: a workbook with rows, and what an analyst counts in them by hand.

A workbook has a sheet `Rule` (the rule in a sentence, and the month of the return), a sheet a list, with a column that says why each row
counts or does not, and a sheet `Expected`: quantity, breakdown, category, month and value. Add a workbook and it is a test.
"""

from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from tests.frames import settings

from lib import counts, periods, service_areas
from lib.returns import child_level
from lib.returns.extracts import Extract

EXAMPLES = sorted(path for path in Path(__file__).parent.glob("*.xlsx") if not path.name.startswith("~$"))
KEY = ["quantity", "breakdown", "category", "month"]
HEADINGS = [*KEY, "value"]


def cells(book, sheet):
    return [list(row) for row in book[sheet].iter_rows(values_only=True) if any(cell is not None for cell in row)]


def month_of(book):
    return next(row[1] for row in cells(book, "Rule") if row[0] == "Month of the return")


def expected(book):
    """What was counted by hand, a row a quantity, category and month."""
    head, *rows = cells(book, "Expected")
    table = pd.DataFrame([row[:len(HEADINGS)] for row in rows], columns=head[:len(HEADINGS)])
    return table.fillna({"breakdown": "", "category": ""}).astype({**dict.fromkeys(KEY, "str"), "value": "float64"})


def counted(path, month, first):
    """What the rows of a workbook give, its lists complete from the first month on."""
    frames = child_level.read(path, f"{month}/{path.name}", month).frames
    complete = tuple(periods.between(first, month))
    found = counts.of(Extract(month, frames, dict.fromkeys(frames, complete)), settings(month=month, complete_from=dict.fromkeys(frames, first)))
    return found.rename(columns={"measure": "quantity"})


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_rows_give_what_was_counted_by_hand(path):
    book = openpyxl.load_workbook(path, data_only=True)
    by_hand, month = expected(book), month_of(book)

    found = counted(path, month, by_hand.month.min())

    beside = by_hand.merge(found[[*KEY, "value"]], on=KEY, how="left", suffixes=("_by_hand", "_counted"))
    wrong = beside[(beside.value_by_hand - beside.value_counted).abs().fillna(1) > 1e-9]
    assert len(by_hand) > 0
    assert wrong.empty, f"\n{wrong.to_string(index=False)}"


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_worked_example_explains_itself(path):
    book = openpyxl.load_workbook(path, data_only=True)

    rule, lists = cells(book, "Rule")[0][0], [name for name in book.sheetnames if name not in ("Rule", "Expected")]

    assert len(rule.split()) >= 6
    assert lists and all("Why" in cells(book, name)[0] for name in lists)
    assert all(row[-1] for name in lists for row in cells(book, name)[1:])
    assert set(expected(book).quantity) <= set(service_areas.quantities())


def test_there_are_worked_examples():
    assert EXAMPLES
