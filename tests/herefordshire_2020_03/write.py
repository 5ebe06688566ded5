"""How rows become workbooks: a sheet a list with the contract's headings, real dates, and the same bytes for the same rows."""

from datetime import datetime

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from tests.kept_workbooks import freeze

EXTRACTED = datetime(2020, 3, 31)
NOTES = "Notes"
NARROWEST, WIDEST, WIDTH_OF_NOTES = 12, 40, 110


def workbook(path, sheets, notes, extracted=EXTRACTED):
    """Saves sheets, a mapping of names to rows of cells with the header first, and a last one of notes. Gives the path."""
    book = Workbook(write_only=True)
    for name, rows in sheets.items():
        _fill(book.create_sheet(name), rows)
    sheet = book.create_sheet(NOTES)
    sheet.column_dimensions["A"].width = WIDTH_OF_NOTES
    for line in notes:
        sheet.append([line])
    book.properties.creator, book.properties.created = "Worked example", extracted
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    freeze(path, extracted)
    return path


def table(columns, rows):
    """A sheet of a list: its columns' official headings, then a row a row; raises KeyError when a row has what no column is for."""
    known = {column.key for column in columns}
    for row in rows:
        if set(row) - known:
            raise KeyError(f"no column for {sorted(set(row) - known)}")
    return [[column.title for column in columns], *([row.get(column.key) for column in columns] for row in rows)]


def _fill(sheet, rows):
    header, *body = rows
    for number, heading in enumerate(header, 1):
        sheet.column_dimensions[get_column_letter(number)].width = min(WIDEST, max(NARROWEST, len(str(heading)) + 3))
    sheet.freeze_panes = "A2"
    sheet.append([_heading(sheet, heading) for heading in header])
    for row in body:
        sheet.append([None if cell == "" else cell for cell in row])


def _heading(sheet, words):
    cell = WriteOnlyCell(sheet, words)
    cell.font = Font(bold=True)
    return cell
