"""The workbook that tells a team which rows of its lists to look at."""

import openpyxl
import pandas as pd
import pytest

from lib.authorities import Authority
from lib.contracts import lists
from lib.errors import WorkbookError
from lib.returns import Returns, child_level, contradictions, exceptions, wordings
from lib.settings import Settings


@pytest.fixture
def rules(tmp_path):
    return Settings(Authority(key="eastshire", name="Eastshire", contact="", folder=tmp_path), "2020-03", pd.DataFrame(), tmp_path)


def received(*rows):
    return Returns(pd.DataFrame(), pd.DataFrame(), pd.DataFrame(), (), child_level.exceptions(rows))


def written(path):
    return [[list(row) for row in sheet.iter_rows(values_only=True)] for sheet in openpyxl.load_workbook(path)]


def test_each_row_stands_with_its_place_and_the_reason_in_the_order_of_the_lists(rules):
    path = exceptions.write(received(("referrals", "2020-03/b.xlsx", "B", 3, "Gender", "unknown code", False),
                                     ("contacts", "2020-03/a.xlsx", "A", 14, "Date of Contact", "not a date", True),
                                     ("contacts", "2020-02/a.xlsx", "A", 9, "Date of Contact", "not a date", True)), rules)

    rows, _ = written(path)

    assert path == rules.authority.folder / "exceptions" / "2020-03.xlsx"
    assert rows == [["list", "file", "sheet", "row", "column", "reason", "set aside or used"],
                    ["List 1: contacts", "2020-03/a.xlsx", "A", 14, "Date of Contact", "a value is not a date", "set aside"],
                    ["List 3: referrals", "2020-03/b.xlsx", "B", 3, "Gender", "a value is none of the codes", "used"]]


def test_the_headings_are_bold_and_stay_in_sight(rules):
    book = openpyxl.load_workbook(exceptions.write(received(), rules))

    assert all(cell.font.bold for cell in book.worksheets[0][1])
    assert book.worksheets[0].freeze_panes == "A2"


def test_a_sheet_says_what_it_is_and_how_many_rows_it_is_about(rules):
    path = exceptions.write(received(("contacts", "2020-03/a.xlsx", "A", 14, "Gender", "unknown code", False),
                                     ("contacts", "2020-03/a.xlsx", "A", 14, "Date of Contact", "not a date", True)), rules)

    _, about = written(path)

    assert about[:2] == [["Rows to look at: Eastshire, March 2020"], ["Something is wrong with 1 row of this month's lists."]]


def test_it_is_written_anew(rules):
    exceptions.write(received(("contacts", "2020-03/a.xlsx", "A", 14, "Gender", "unknown code", False)), rules)

    rows, _ = written(exceptions.write(received(), rules))

    assert len(rows) == 1


def test_a_file_that_cannot_be_replaced_is_said(rules):
    (rules.authority.folder / "exceptions" / "2020-03.xlsx").mkdir(parents=True)

    with pytest.raises(WorkbookError) as problem:
        exceptions.write(received(), rules)

    assert str(problem.value) == (f"{rules.authority.folder.name}/exceptions/2020-03.xlsx: the file cannot be written (Is a directory). "
                                  "Expected a file that nobody has open. Close it in Excel and run again.")


def test_there_are_words_for_every_rule():
    assert {*wordings.SAID, *(rule.name for rule in contradictions.RULES), "missing column"} == set(exceptions.REASONS)
    assert {rule.list for rule in contradictions.RULES} <= set(lists.all())
