import os
from datetime import datetime

import pytest

from lib import returns, workbooks
from lib.errors import Refused


def refusal(read):
    with pytest.raises(Refused) as refused:
        read()
    return str(refused.value)


def test_a_cell_is_supplied_with_its_line_its_basis_and_its_place(save, read, header, row):
    save(header("2015-11", "2015-12"), row("2.1", 1029, 1041))

    received = read()

    assert tuple(received.supplied.columns) == returns.SUPPLIED
    assert received.supplied.iloc[1].to_dict() == dict(
        measure="contacts", breakdown="", category="", basis="in_month", month="2015-12", part="value", value=1041.0, decimals=0, state="", code="2.1",
        file="2015-12/scorecard.xlsx", sheet="Monthly figures", row=2, column="H", precedence=1)
    assert received.findings.empty


def test_rows_read_are_rows_used_and_rows_set_aside(save, read, header, row):
    path = save(header("2015-12"), row("2.1", 1041), row("9.9", 12), row("2.7", "12o"), row("2.8", None))

    files = read().files

    assert tuple(files.columns) == returns.FILES
    assert files.drop(columns="sha256").to_dict("records") == [
        dict(file="2015-12/scorecard.xlsx", list="", layout="", sheet="", rows_read=4, rows_used=2, rows_set_aside=2, complete_from="", complete_to="")]
    assert files.sha256[0] == workbooks.read(path).sha256


def test_the_newest_month_s_returns_come_first_and_later_months_are_left(save, read, header, row):
    save(header("2015-10"), row("2.1", 930), month="2015-10")
    save(header("2015-12"), row("2.1", 1041), month="2015-12")
    save(header("2015-11"), row("2.1", 1029), month="2015-11")
    save(header("2016-01"), row("2.1", 1100), month="2016-01")

    supplied = read().supplied

    assert list(zip(supplied.precedence, supplied.file, supplied.value)) == [
        (1, "2015-12/scorecard.xlsx", 1041), (3, "2015-11/scorecard.xlsx", 1029), (5, "2015-10/scorecard.xlsx", 930)]


def test_the_year_to_date_of_an_earlier_folder_is_of_that_month(save, read, header, row):
    save(header("Year to date"), row("2.1", 7686), month="2015-11")
    save(header("Year to date"), row("2.1", 8727))

    supplied = read().supplied

    assert list(zip(supplied.basis, supplied.month, supplied.value)) == [
        ("year_to_date", "2015-12", 8727), ("year_to_date", "2015-11", 7686)]


def test_within_a_month_the_settings_say_which_return_comes_first(save, read, header, row, council):
    for name in ("a.xlsx", "b.xlsx", "Scorecard.xlsx"):
        save(header("2015-12"), row("2.1", 1041), name=name)
    council.precedence = ("scorecard.xlsx", "b.xlsx")

    files = read().files

    assert files.file.tolist() == ["2015-12/Scorecard.xlsx", "2015-12/b.xlsx", "2015-12/a.xlsx"]


def test_returns_the_settings_do_not_name_come_after_the_newest_first(save, read, header, row):
    for name, when in (("a.xlsx", datetime(2016, 1, 4)), ("b.xlsx", datetime(2016, 1, 18)), ("c.xlsx", datetime(2016, 1, 11))):
        save(header("2015-12"), row("2.1", 1041), name=name, saved=when)

    assert read().files.file.tolist() == ["2015-12/b.xlsx", "2015-12/c.xlsx", "2015-12/a.xlsx"]


def test_the_order_does_not_depend_on_when_files_were_copied(save, read, header, row):
    older = save(header("2015-12"), row("2.1", 1041), name="older.xlsx", saved=datetime(2016, 1, 4))
    newer = save(header("2015-12"), row("2.1", 1041), name="newer.xlsx", saved=datetime(2016, 1, 18))
    os.utime(newer, (0, 0))
    os.utime(older, (2_000_000_000, 2_000_000_000))

    assert read().files.file.tolist() == ["2015-12/newer.xlsx", "2015-12/older.xlsx"]


def test_a_missing_folder_is_refused_with_the_months_there_are(save, read, header, row):
    save(header("2015-10"), row("2.1", 930), month="2015-10")
    save(header("2015-11"), row("2.1", 1029), month="2015-11")

    assert refusal(read) == ("rotherham/returns/2015-12: the folder is missing. Expected a folder with the returns of December 2015. "
                             "Put the month's workbooks there and run again. There are folders for: 2015-10, 2015-11.")


def test_a_council_without_returns_is_refused(read):
    assert refusal(read).endswith("There are folders for: no month yet.")


def test_an_empty_folder_is_refused(council, read):
    (council.returns_folder / "2015-12").mkdir(parents=True)

    assert refusal(read) == ("rotherham/returns/2015-12: the folder is empty. Expected at least one file with a list or, saved as "
                             ".xlsx or .xlsm, a sheet of monthly figures. Put the month's returns there, or correct them, and run again.")


def test_a_month_with_nothing_readable_is_refused_with_every_message(save, read, council):
    save(["Minutes of a meeting"], name="minutes.xlsx")
    (council.returns_folder / "2015-12" / "broken.xlsx").write_bytes(b"not a zip")
    (council.returns_folder / "2015-12" / "old.doc").write_bytes(b"old")

    said = refusal(read)

    assert said.startswith("rotherham/returns/2015-12: no return could be read\n")
    assert "2015-12/old.doc: the file is of the kind .doc." in said
    assert "2015-12/broken.xlsx: the file is broken, or not what its name says." in said
    assert "2015-12/minutes.xlsx: no sheet has the header of monthly figures or of a list." in said


def test_a_file_that_will_not_open_is_a_finding_when_another_can_be_read(save, read, header, row, messages, council):
    save(header("2015-12"), row("2.1", 1041))
    (council.returns_folder / "2015-12" / "pages.xlsx").write_bytes(b"")

    received = read()

    assert messages(received) == ["error: 2015-12/pages.xlsx: the file is empty (0 bytes). Expected an Excel workbook (.xlsx, .xlsm, "
                                  ".xlsb or .xls), an OpenDocument spreadsheet (.ods) or a .csv file. Copy it into the folder again and run again."]
    assert received.findings.rule.tolist() == ["file not readable"]
    assert received.supplied.value.tolist() == [1041]


def test_a_protected_return_is_a_finding_when_another_can_be_read(save, read, header, row, messages, council):
    save(header("2015-12"), row("2.1", 1041))
    (council.returns_folder / "2015-12" / "pages.xlsx").write_bytes(workbooks.OLE_SIGNATURE + workbooks.ENCRYPTED_PART)

    message, = messages(read())

    assert message.startswith("error: 2015-12/pages.xlsx: the workbook is protected with a password to open it.")


@pytest.mark.parametrize("name, found", [("list.doc", "the file is of the kind .doc"), ("list.pdf", "the file is of the kind .pdf"),
                                         ("list", "the file's name has no ending")])
def test_other_files_are_named_and_left_unread(save, read, header, row, messages, council, name, found):
    save(header("2015-12"), row("2.1", 1041))
    (council.returns_folder / "2015-12" / name).write_text("2.1,1041")

    assert messages(read()) == [f"warning: 2015-12/{name}: {found}. Expected a workbook or a list (.xlsx, .xlsm, .xlsb, .xls, .ods, .csv, .tsv, "
                                ".txt) in the month's folder itself. It was not read; move it elsewhere, or put it there saved as .xlsx, and run again."]


def test_a_folder_inside_the_month_s_is_named_and_left_unread(save, read, header, row, messages, council):
    save(header("2015-12"), row("2.1", 1041))
    (council.returns_folder / "2015-12" / "old").mkdir()

    assert messages(read())[0].startswith("warning: 2015-12/old: this is a folder.")


def test_what_excel_and_the_system_leave_in_a_folder_is_ignored(save, read, header, row, council):
    save(header("2015-12"), row("2.1", 1041))
    for name in ("~$scorecard.xlsx", ".DS_Store", "Thumbs.db", "desktop.ini"):
        (council.returns_folder / "2015-12" / name).write_bytes(b"lock")

    assert read().findings.empty


def test_a_macro_workbook_in_capitals_is_read_too(save, read, header, row):
    save(header("2015-12"), row("2.1", 1041), name="SCORECARD.XLSM")

    assert read().supplied.file.tolist() == ["2015-12/SCORECARD.XLSM"]


def test_a_workbook_with_none_of_our_sheets_is_noted(save, read, header, row, messages):
    save(header("2015-12"), row("2.1", 1041))
    save(name="empty.xlsx")

    message, = messages(read())

    assert message == ("warning: 2015-12/empty.xlsx: no sheet has the header of monthly figures or of a list. Expected columns such as code or key, title, "
                       'basis, breakdown, category, part, note, a month (2015-12, Dec-15, December 2015), a financial year (2014/15) or "Year to date"; '
                       "or the headings of a list, all in one row; within the first 20 rows. Nothing was read from it; add the header, or take the file "
                       "out of the folder.")


def test_nothing_supplied_still_has_every_column_and_type(save, read, header, row):
    save(header("2015-12"), row("2.1", None))

    supplied = read().supplied

    assert supplied.empty
    assert (supplied.dtypes["value"], supplied.dtypes["row"], supplied.dtypes["precedence"]) == ("float64", "int64", "int64")


def test_reading_leaves_the_lines_as_they_were(save, read, header, row, council):
    before = council.lines.copy()
    save(header("2015-12"), row("2.1", 1041))

    read()

    assert council.lines.equals(before)


def test_a_sheet_of_periods_without_a_column_of_codes_is_a_finding_beside_one_that_is_read(save, read, header, row):
    save(header("2015-12"), row("2.1", 1041))
    save(["Measure ref", "Name", "2015-11", "2015-12"], ["2.1", "Contacts", 1029, 1041], name="other.xlsx")

    found = read().findings

    assert ("2015-12/other.xlsx", "sheet not read") in set(zip(found.file, found.rule))


def test_a_row_of_fractions_where_percentages_belong_is_a_finding_and_is_used(save, read, header, row):
    save(header("2015-11", "2015-12"), row("2.7", 0.31, 0.314))

    received = read()

    assert received.findings.rule.tolist() == ["fractions for percentages"]
    assert received.supplied.value.tolist() == [0.31, 0.314]
