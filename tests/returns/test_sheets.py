import zipfile
from datetime import date, datetime

import pytest

from lib import workbooks
from lib.errors import WorkbookError
from lib.returns import markup, sheets
from tests.returns import annex_a, old_formats

PART = "xl/worksheets/sheet1.xml"


def rewrite(path, was, becomes, part=PART):
    """Replaces words in a part of a workbook, as another program would have written them."""
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    assert was in parts[part]
    parts[part] = parts[part].replace(was, becomes)
    with zipfile.ZipFile(path, "w") as book:
        for name, content in parts.items():
            book.writestr(name, content)
    return path


def rows_of(path):
    sheet, = sheets.read(path).sheets
    return list(sheet.rows)


def refusal(path):
    with pytest.raises(WorkbookError) as raised:
        sheets.read(path)
    return str(raised.value)


@pytest.fixture
def saved(tmp_path):
    """Saves rows as a workbook and gives its path."""
    return lambda *rows, change=None: annex_a.save(tmp_path / "list.xlsx", {"Sheet": rows}, change)


def test_rows_are_numbered_as_excel_numbers_them_and_blank_ones_left_out(saved):
    path = saved([], ["", "a", 3], [], [datetime(2020, 3, 17)])

    assert rows_of(path) == [(2, ["", "a", 3.0]), (4, [date(2020, 3, 17), "", ""])]


def test_an_error_keeps_its_name_and_a_formula_without_a_result_is_marked(saved):
    def spoil(book):
        book.active["A1"].data_type = "e"
    path = saved(["#REF!", "=A2*2", "x"], [1, "=A2*2", '=IF(A2,"","")'], change=spoil)
    rewrite(path, b'<c r="B2"><f>A2*2</f><v /></c><c r="C2">', b'<c r="B2"><f>A2*2</f><v>2</v></c><c r="C2" t="str">')

    assert rows_of(path) == [(1, ["#REF!", markup.UNCACHED, "x"]), (2, [1.0, 2.0, ""])]


def test_faults_in_a_row_or_column_of_nothing_else_are_found(saved):
    path = saved(["x"], [], [None, None, "=A1"], [], ["y"])

    assert rows_of(path) == [(1, ["x"]), (3, ["", "", markup.UNCACHED]), (5, ["y"])]


def test_faults_are_found_whatever_program_wrote_the_sheet(saved):
    path = saved(["a", "b"], ["#N/A", "=A1"], change=lambda book: setattr(book.active["A2"], "data_type", "e"))
    rewrite(path, b' r="A2"', b"")
    rewrite(path, b' r="B2"', b"")
    rewrite(path, b't="e"', b"t='e'")

    assert rows_of(path)[1] == (2, ["#N/A", markup.UNCACHED])


def test_a_shared_formula_has_a_result_or_has_none(saved):
    path = saved(["x", "y"])
    rewrite(path, b"</row>", b'</row><row r="2"><c r="A2"><f t="shared" ref="A2:A3" si="0">A1</f><v>7</v></c><c r="B2"><f t="shared" si="0"/></c></row>')

    assert rows_of(path)[1] == (2, [7.0, markup.UNCACHED])


def test_what_is_hidden_is_read_and_said(saved):
    def hide(book):
        book.active.row_dimensions[2].hidden = True
        book.active.column_dimensions["B"].hidden = True
        book.create_sheet("Shown")
        book.worksheets[0].sheet_state = "hidden"
    path = saved([1, 2], [3, 4], change=hide)

    sheet = sheets.read(path).sheets[0]

    assert (len(sheet.rows), workbooks.hidden(sheet)) == (2, "the sheet, row 2, column B")


def test_a_cell_in_a_sheets_farthest_corner_takes_no_memory(saved):
    path = saved(["a", datetime(2020, 3, 17), 3], change=lambda book: book.active.cell(1_048_576, 16_384, "stray"))

    rows = rows_of(path)

    assert rows[0] == (1, ["a", datetime(2020, 3, 17), 3])
    assert (rows[1][0], rows[1][1][-1]) == (1_048_576, "stray")


def test_an_older_workbook_that_would_take_all_memory_is_said_to_be_broken(tmp_path):
    path = tmp_path / "list.xls"
    path.write_bytes(old_formats.save_xls(path, [["a", 1.5]]).read_bytes()[:1536] + b"\xff" * 600)

    assert refusal(path) == ("list.xls: the file is broken: it is not a workbook that Excel would open (Broken). Expected an Excel workbook (.xlsx, .xlsm, "
                             ".xlsb or .xls), an OpenDocument spreadsheet (.ods) or a .csv file. Open it in Excel, save it again as .xlsx and run again.")


def test_a_workbook_says_which_day_its_serials_count_from(saved):
    path = saved(["a"])
    was = sheets.read(path).epoch
    rewrite(path, b"<workbookPr ", b'<workbookPr date1904="1" ', "xl/workbook.xml")

    assert (was, sheets.read(path).epoch) == (sheets.EPOCH_1900, sheets.EPOCH_1904)


def test_only_the_newer_workbooks_show_what_they_hide(saved, tmp_path):
    rows = [["a", 1.5], ["b", 2.0]]
    paths = [saved(*rows), old_formats.save_xls(tmp_path / "a.xls", rows), old_formats.save_xlsb(tmp_path / "a.xlsb", rows),
             old_formats.save_ods(tmp_path / "a.ods", rows)]

    assert [rows_of(path) for path in paths] == [[(1, ["a", 1.5]), (2, ["b", 2.0])]] * 4
    assert [sheets.read(path).checked for path in paths] == [True, False, False, False]


def test_a_files_kind_is_what_it_holds_and_not_its_name(tmp_path):
    path = old_formats.save_xls(tmp_path / "list.xlsx", [["a", 1.5]])

    assert rows_of(path) == [(1, ["a", 1.5])]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_is_read_whatever_its_delimiter_and_encoding(tmp_path, delimiter, encoding):
    path = annex_a.save_text(tmp_path / "list.csv", [["Zoë’s list"], [], ["a", "b, c; d", "e\nf"]], delimiter, encoding)

    assert rows_of(path) == [(1, ["Zoë’s list"]), (3, ["a", "b, c; d", "e\nf"])]


def test_a_protected_workbook_is_said_to_be_protected(tmp_path):
    path = tmp_path / "list.xlsx"
    path.write_bytes(workbooks.OLE_SIGNATURE + b"\0" * 512 + workbooks.ENCRYPTED_PART)

    assert refusal(path) == ("list.xlsx: the workbook is protected with a password to open it. Expected a workbook that opens without a password. "
                             "Save it without the password (File, Info, Protect Workbook, Encrypt with Password) and run again.")


@pytest.mark.parametrize("name, content", [("list.xls", b"<html><table></table></html>"), ("list.xlsx", b"PK\x03\x04 cut off"), ("list.csv", b"%PDF\0\1"),
                                           ("list.xlsx", b"a,b\n1,2\n")])
def test_a_file_that_is_not_what_its_name_says_is_refused(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)

    assert refusal(path) == (f"{name}: the file is broken, or not what its name says. Expected an Excel workbook (.xlsx, .xlsm, .xlsb or .xls), an "
                             "OpenDocument spreadsheet (.ods) or a .csv file. Open it in Excel, save it again as .xlsx and run again.")


def test_a_workbook_with_a_broken_part_is_said_to_be_broken(saved):
    path = saved([1])
    rewrite(path, b"<sheetData>", b"<sheetData")

    assert refusal(path).startswith("list.xlsx: the file is broken: it is not a workbook that Excel would open")


def test_an_empty_file_is_said_to_be_empty(tmp_path):
    path = tmp_path / "list.csv"
    path.touch()

    assert refusal(path) == ("list.csv: the file is empty (0 bytes). Expected an Excel workbook (.xlsx, .xlsm, .xlsb or .xls), an OpenDocument "
                             "spreadsheet (.ods) or a .csv file. Copy it into the folder again and run again.")


def test_a_file_that_cannot_be_read_is_said_so(tmp_path):
    path = tmp_path / "list.csv"
    path.mkdir()

    assert refusal(path) == ("list.csv: the file cannot be read (Is a directory). Expected a file that nobody has open and you may read. "
                             "Close it in Excel, check your access to the folder and run again.")
