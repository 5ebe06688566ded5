"""What each sheet of a file is taken for."""

import pytest

from lib.returns import contents, sheets
from tests.returns import annex_a, old_formats
from tests.returns.annex_a import contact, contacts

FIGURES = [["code or key", "title", "2020-02", "2020-03"], ["contacts", None, 10, 12]]
NAME = "2020-03/a.xlsx"


@pytest.fixture
def sort(tmp_path):
    """Saves sheets, a mapping of names to rows, as a workbook and sorts it."""
    return lambda rows: contents.sort(sheets.read(annex_a.save(tmp_path / "a.xlsx", rows), NAME), NAME)


def messages(found):
    return [f"{finding.severity}: {finding}" for finding in found.findings]


def test_a_workbook_may_hold_lists_and_monthly_figures(sort):
    found = sort({"A": contacts(contact(1)), "B": FIGURES})

    assert [table.definition.key for table in found.tables] == ["contacts"]
    assert found.figures == ("B",)
    assert messages(found) == []


def test_a_list_whose_other_columns_are_like_those_of_figures_is_a_list(sort):
    rows = contacts(contact(1))

    found = sort({"A": [[*row, extra, words, day] for row, extra, words, day in zip(rows, ("Ref", 1), ("Notes", "x"), ("Dec-15", 2))]})

    assert [table.definition.key for table in found.tables] == ["contacts"]
    assert found.figures == ()


def test_a_workbook_of_monthly_figures_gets_no_finding_for_its_notes(sort):
    assert messages(sort({"Monthly figures": FIGURES, "Notes": [["Prepared by the team", "in March"]]})) == []


def test_a_table_beside_monthly_figures_that_is_neither_is_said(sort):
    found = sort({"Monthly figures": FIGURES, "Children": [["Number", "Sex", "When", "Whence", "What"], [1, "F", 2, 3, 4]]})

    assert messages(found) == [
        f'note: {NAME}: the sheet "Children" has no header of a list. Expected the headings of a list, all in one row, within the first 20. '
        "Nothing was read from it; if a list was meant, correct its headings and run again."]


def test_whatever_stands_beside_a_list_and_is_neither_is_said(sort):
    found = sort({"Contacts": contacts(contact(1)), "Remarks": [["Prepared by the team"]], "Blank": []})

    assert [(finding.rule, finding.found) for finding in found.findings] == [("no list", 'the sheet "Remarks" has no header of a list')]


def test_the_notes_and_codes_of_blank_returns_are_said_nothing_of(sort):
    assert messages(sort({"Contacts": contacts(contact(1)), "Notes": [["Prepared by the team"]], "Codes": [["Gender"], ["Female"]]})) == []


def test_a_list_on_a_sheet_of_notes_is_read_all_the_same(sort):
    assert [table.definition.key for table in sort({"Notes": contacts(contact(1))}).tables] == ["contacts"]


def test_periods_without_codes_are_said(sort):
    found = sort({"Sheet": [["Measure ref", "Name", "2020-02", "2020-03"], ["2.1", "Contacts", 1, 2]]})

    assert [(finding.rule, finding.sheet) for finding in found.findings] == [("sheet not read", "Sheet")]


def test_a_list_whose_headings_are_unknown_is_not_taken_for_figures_because_of_its_dates(sort):
    found = sort({"Sheet": [["Nr", "S", "E", "B", "A", "W", "Q"], contact(1)]})

    assert [finding.rule for finding in found.findings] == ["empty or unknown workbook"]


def test_a_file_of_nothing_known_gets_one_finding(sort):
    found = sort({"One": [["Minutes"]], "Two": []})

    assert [(finding.severity, finding.rule, finding.sheet) for finding in found.findings] == [("warning", "empty or unknown workbook", "")]


def test_a_list_in_a_format_that_hides_things_is_read_and_said(tmp_path):
    path = old_formats.save_xls(tmp_path / "a.xls", contacts(contact(1)))

    found = contents.sort(sheets.read(path, NAME), NAME)

    assert len(found.tables) == 1
    assert [finding.rule for finding in found.findings] == ["format not checked"]


def test_monthly_figures_in_a_format_that_does_not_show_how_numbers_were_meant_are_not_read(tmp_path):
    path = annex_a.save_text(tmp_path / "a.csv", FIGURES)

    found = contents.sort(sheets.read(path, NAME), NAME)

    assert found.figures == ()
    assert messages(found) == [
        f"warning: {NAME}: it has the header of monthly figures, in a format that does not show how numbers were meant. Expected an .xlsx or .xlsm "
        "workbook. Nothing was read from it; save it as .xlsx and run again."]
