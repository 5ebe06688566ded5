import zipfile
from datetime import datetime

import openpyxl
import pytest

from lib import workbooks
from lib.contracts import cells
from lib.errors import WorkbookError


@pytest.fixture
def saved(tmp_path):
    """A function that saves rows, and what a function does to the sheet, as a workbook and gives its path."""
    def save(*rows, change=None, name="book.xlsx"):
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        if change:
            change(book.active)
        book.save(tmp_path / name)
        return tmp_path / name
    return save


def rewrite(path, was, becomes, without="none"):
    """Replaces words in the first sheet's own XML, as another program would have written them, and leaves parts out."""
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist() if not name.startswith(without)}
    parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"].replace(was, becomes)
    with zipfile.ZipFile(path, "w") as book:
        for name, content in parts.items():
            book.writestr(name, content)


def refusal(path):
    with pytest.raises(WorkbookError) as raised:
        workbooks.read(path)
    return str(raised.value)


def test_cells_come_by_row_and_column_and_blank_ones_do_not(saved):
    path = saved(["a", None, 3], [None, " ", 4.5])

    sheet, = workbooks.read(path).sheets

    assert {(row, column): cell.value for row, cells_ in sheet.rows.items() for column, cell in cells_.items()} == {
        (1, 1): "a", (1, 3): 3, (2, 3): 4.5}


def test_a_workbook_says_its_hash_and_when_it_was_saved(saved):
    path = saved(["a"])

    book = workbooks.read(path)

    assert len(book.sha256) == 64
    assert book.saved.year >= 2024


def test_a_workbook_without_properties_counts_as_saved_first_of_all(saved):
    path = saved(["a"])
    rewrite(path, b"", b"", without="docProps")

    assert workbooks.read(path).saved == datetime.min


def test_hidden_rows_columns_and_sheets_are_read_and_named(saved):
    def hide(sheet):
        sheet.row_dimensions[2].hidden = True
        sheet.column_dimensions["B"].hidden = True
        sheet.parent.create_sheet("Shown")
        sheet.sheet_state = "hidden"
    path = saved([1, 2], [3, 4], change=hide)

    sheet = workbooks.read(path).sheets[0]

    assert sheet.rows[2][2].value == 4
    assert workbooks.hidden(sheet) == "the sheet, row 2, column B"


def test_nothing_is_said_of_a_sheet_that_hides_nothing(saved):
    assert workbooks.hidden(workbooks.read(saved([1])).sheets[0]) == ""


def test_an_error_cell_is_told_from_text(saved):
    def spoil(sheet):
        sheet["A1"].data_type = "e"
    path = saved(["#REF!"], change=spoil)

    cell = workbooks.read(path).sheets[0].rows[1][1]

    assert (cell.fault, cells.kind(cell)) == ("#REF!", cells.FAULT)


def test_a_formula_that_was_never_calculated_is_told_from_a_blank(saved):
    path = saved([1, "=A1*2"])

    cell = workbooks.read(path).sheets[0].rows[1][2]

    assert cell.uncached


def test_a_formula_s_saved_result_is_read(saved):
    path = saved([1, "=A1*2"])
    rewrite(path, b"<f>A1*2</f><v />", b"<f>A1*2</f><v>2</v>")

    cell = workbooks.read(path).sheets[0].rows[1][2]

    assert (cell.value, cell.uncached) == (2, False)


def test_a_formula_whose_result_is_no_text_is_a_blank(saved):
    path = saved([1, '=IF(A1,"","")'])
    rewrite(path, b'<c r="B1">', b'<c r="B1" t="str">')

    assert 2 not in workbooks.read(path).sheets[0].rows[1]


def test_a_stray_cell_in_the_last_row_does_not_slow_the_reading(saved):
    path = saved([1], change=lambda sheet: sheet.cell(1_048_576, 3, "stray"))

    sheet = workbooks.read(path).sheets[0]

    assert list(sheet.rows) == [1, 1_048_576]


def test_sheets_that_are_not_asked_for_are_not_loaded(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["asked for", "=A1"])
    book.create_sheet("Long").append(["not asked for"])
    book.save(tmp_path / "book.xlsx")

    whole, part = workbooks.read(tmp_path / "book.xlsx"), workbooks.read(tmp_path / "book.xlsx", only=("Sheet",))

    assert [sheet.name for sheet in part.sheets] == ["Sheet"]
    assert part.sheets[0] == whole.sheets[0]
    assert (part.sha256, part.saved) == (whole.sha256, whole.saved)


def test_a_broken_workbook_of_which_one_sheet_is_asked_for_is_said_to_be_broken(tmp_path):
    (tmp_path / "book.xlsx").write_bytes(b"PK\x03\x04 cut off")

    with pytest.raises(WorkbookError) as raised:
        workbooks.read(tmp_path / "book.xlsx", only=("Sheet",))

    assert "the file is broken: it is not a workbook that Excel would open (BadZipFile)." in str(raised.value)


def test_a_header_is_found_wherever_it_stands_in_the_first_twenty_rows(saved):
    path = saved(*[["a title"]] * 19, ["code"])

    sheet = workbooks.read(path).sheets[0]

    assert workbooks.header(sheet, lambda cells_: cells_[1].value == "code") == 20


def test_a_header_further_down_is_not_looked_for(saved):
    path = saved(*[["a title"]] * 20, ["code"])

    sheet = workbooks.read(path).sheets[0]

    assert workbooks.header(sheet, lambda cells_: cells_[1].value == "code") is None


def test_an_empty_file_is_said_to_be_empty(tmp_path):
    path = tmp_path / "book.xlsx"
    path.write_bytes(b"")

    assert refusal(path) == ("book.xlsx: the file is empty (0 bytes). Expected an Excel workbook. "
                             "Copy it into the folder again and run again.")


def test_a_protected_workbook_is_said_to_be_protected(tmp_path):
    path = tmp_path / "book.xlsx"
    path.write_bytes(workbooks.OLE_SIGNATURE + b"\0" * 512 + workbooks.ENCRYPTED_PART)

    assert refusal(path) == ("book.xlsx: the workbook is protected with a password to open it. Expected a workbook that opens without a "
                             "password. "
                             "Save it without the password (File, Info, Protect Workbook, Encrypt with Password) and run again.")


def test_an_old_workbook_under_a_new_name_is_told_from_a_protected_one(tmp_path):
    path = tmp_path / "book.xlsx"
    path.write_bytes(workbooks.OLE_SIGNATURE + b"\0" * 512)

    assert refusal(path) == ("book.xlsx: the file has the format of Excel 97 to 2003 (.xls) under another name. "
                             "Expected an .xlsx or .xlsm workbook. Open it in Excel, save it as .xlsx and run again.")


@pytest.mark.parametrize("content", [b"code or key,title\n2.1,Contacts\n", b"PK\x03\x04 cut off"])
def test_a_broken_file_is_said_to_be_broken(tmp_path, content):
    path = tmp_path / "book.xlsx"
    path.write_bytes(content)

    assert refusal(path) == ("book.xlsx: the file is broken: it is not a workbook that Excel would open (BadZipFile). "
                             "Expected an .xlsx or .xlsm workbook. Open it in Excel, save it again as .xlsx and run again.")


def test_a_workbook_with_a_broken_part_is_said_to_be_broken(saved):
    path = saved([1])
    rewrite(path, b"<sheetData>", b"<sheetData")

    assert "the file is broken: it is not a workbook that Excel would open" in refusal(path)


def test_a_zip_of_something_else_is_said_to_be_broken(tmp_path):
    path = tmp_path / "book.xlsx"
    with zipfile.ZipFile(path, "w") as other:
        other.writestr("letter.txt", "Dear all")

    assert "the file is broken: it is not a workbook that Excel would open (KeyError)" in refusal(path)


def test_a_file_that_cannot_be_read_is_said_so(tmp_path):
    path = tmp_path / "book.xlsx"
    path.mkdir()

    assert refusal(path) == ("book.xlsx: the file cannot be read (Is a directory). Expected a file that nobody has open and you may read. "
                             "Close it in Excel, check your access to the folder and run again.")
