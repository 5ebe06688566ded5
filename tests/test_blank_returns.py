"""Blank returns: what an analyst is given to fill in."""

from datetime import date, datetime

import openpyxl
import pytest
from tests.frames import line, settings

from lib import blank_returns, quantities, returns, service_areas
from lib.authorities import Authority
from lib.contracts import lists
from lib.contracts.lists import DATE, IDENTIFIER, NUMBER, TIME
from lib.errors import Refused

MONTH = "2020-03"
LINES = (line("rereferrals_percent", code="2.8"), line("contacts", code="2.1"))


@pytest.fixture
def rules(tmp_path):
    return settings(*LINES, month=MONTH, authority=Authority("example", "Example", "Performance team", tmp_path))


def filled(column, row):
    """Something that a person could write in a cell of a column, another in each row."""
    if column.kind == IDENTIFIER:
        return f"ZZ-9000{row:02d}"
    if lists.codes(column):
        return lists.codes(column)[0].title
    values = {DATE: date(2020, 3, 2 + row), TIME: datetime(2020, 3, 2 + row, 9, 30), NUMBER: 1}
    return values.get(column.kind, f"Team {row}")


def fill(path, rows=3):
    """Fills three rows of every list of a workbook, as an analyst would by hand."""
    book = openpyxl.load_workbook(path)
    for sheet in book:
        recognised = lists.recognise([cell.value for cell in sheet[1]]) if sheet.max_row else None
        if recognised:
            definition, _, positions = recognised
            for row in range(rows):
                for key, position in positions.items():
                    sheet.cell(row + 2, position + 1, filled(definition.column(key), row))
    book.save(path)


def test_there_is_a_workbook_of_each_kind_in_the_months_folder(rules):
    written = blank_returns.write(rules)

    assert [path.relative_to(rules.authority.folder).as_posix() for path in written] == [
        "returns/2020-03/annex_a.xlsx", "returns/2020-03/local_lists.xlsx", "returns/2020-03/monthly_figures.xlsx"]


def test_every_list_is_recognised_in_its_newest_layout(rules):
    blank_returns.write(rules)

    read = returns.read(rules)

    found = dict(zip(read.files.list, read.files.layout))
    assert {key for key in found if key} == set(lists.all())
    assert found["care_leavers"] == "2024"
    assert read.files.query("list != ''").rows_read.sum() == 0


def test_a_list_that_nobody_filled_in_counts_nothing_rather_than_nought(rules):
    blank_returns.write(rules)

    received = returns.read(rules)

    assert all(extract.covers(key) == () for extract in received.extracts for key in lists.all())
    assert quantities.count(received, rules).empty


def test_codes_can_be_chosen_from_a_list(rules):
    annex_a, *_ = blank_returns.write(rules)
    book = openpyxl.load_workbook(annex_a)

    sheet = book["List 1 contacts"]
    heads = {cell.value: cell.column_letter for cell in sheet[1]}
    choices = {validation.sqref.ranges.__iter__().__next__().coord.split(":")[0][0]: validation.formula1 for validation in sheet.data_validations.dataValidation}
    column = choices[heads["Contact Source"]].split("$")[1]
    offered = [cell.value for cell in book["Codes"][column][1:] if cell.value]

    assert offered == [code.title for code in lists.all()["contacts"].column("source").codes]


def test_notes_say_of_every_column_what_it_holds_and_where_its_definition_comes_from(rules):
    annex_a, *_ = blank_returns.write(rules)

    notes = [row for row in openpyxl.load_workbook(annex_a)["Notes"].iter_rows(values_only=True)]

    row = next(row for row in notes if row[:2] == ("List 3: referrals", "Date of Referral"))
    assert row[2:4] == ("a date", "no")
    assert "Ofsted" in row[5]


def test_every_line_has_a_row_and_a_percentage_its_parts(rules):
    *_, figures = blank_returns.write(rules)

    head, *rows = openpyxl.load_workbook(figures)["Monthly figures"].iter_rows(values_only=True)

    assert head[-3:] == ("2020-02", "2020-03", "Year to date")
    assert [(row[0], row[5]) for row in rows][:4] == [("2.8", "value"), ("2.8", "numerator"), ("2.8", "denominator"), ("2.1", "value")]
    assert ("family_support_claims", "value") in [(row[0], row[5]) for row in rows]


def test_notes_of_monthly_figures_list_the_key_of_every_measure(rules):
    *_, figures = blank_returns.write(rules)

    notes = {row[0]: row for row in openpyxl.load_workbook(figures)["Notes"].iter_rows(values_only=True) if row[1]}

    assert [key for key in service_areas.measures() if key not in notes] == []
    assert notes["children_looked_after"][1:4] == ("Children looked after", "count", "month_end, financial_year")


def test_what_is_there_already_is_never_overwritten(rules):
    blank_returns.write(rules)

    with pytest.raises(Refused) as refused:
        blank_returns.write(rules)

    assert str(refused.value).endswith("/returns/2020-03: annex_a.xlsx, local_lists.xlsx and monthly_figures.xlsx are there already. "
                                       "Expected a folder without these names, so that nothing is overwritten. "
                                       "Move them away, or fill in what is there.")


def test_three_rows_a_list_filled_in_by_hand_are_all_used(rules):
    for path in blank_returns.write(rules)[:2]:
        fill(path)

    read = returns.read(rules)

    assert read.files.query("list != ''").rows_used.tolist() == [3] * len(lists.all())
    assert read.files.rows_set_aside.sum() == 0
