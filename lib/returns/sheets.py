"""Opening a return of any kind (.xlsx, .xlsm, .xlsb, .xls, .ods, .csv): each sheet's rows as they stand, or why it will not open.

What a file is, its content says and not its name. Nothing is understood here; what the format hides is said beside the rows.
"""

import codecs
import csv
import hashlib
import io
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from zipfile import BadZipFile, ZipFile

import openpyxl

from lib import workbooks
from lib.errors import WorkbookError
from lib.returns import dense, markup

XLSX, XLSB, XLS, ODS, CSV = "xlsx", "xlsb", "xls", "ods", "csv"
PARTS = {"xl/workbook.xml": XLSX, "xl/workbook.bin": XLSB, "content.xml": ODS}          # what tells the kinds of zip archive apart
ENDINGS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".tsv", ".txt")
TEXTS = (".csv", ".tsv", ".txt")
EXPECTED = "an Excel workbook (.xlsx, .xlsm, .xlsb or .xls), an OpenDocument spreadsheet (.ods) or a .csv file"
DELIMITERS = ",;\t|"
LOOK_AT = 20                                    # lines of a .csv that are looked at to find its delimiter
EPOCH_1900, EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)      # day nought of Excel's two date systems, from March 1900


@dataclass(frozen=True)
class Sheet:
    """A sheet: `rows` are (number, cells) pairs without the blank ones; a cell is a value, "" or, for a formula without one, UNCACHED."""

    name: str
    rows: tuple
    hidden: bool = False
    hidden_rows: tuple = ()
    hidden_columns: tuple = ()


@dataclass(frozen=True)
class Book:
    """A file as received. `epoch` is the day its date serials count from; `checked` whether its format shows error cells and what is hidden."""

    sha256: str
    sheets: tuple
    epoch: datetime = EPOCH_1900
    checked: bool = False


def read(path, name=""):
    """The Book at a path; `name` is what messages call it (the file's own name otherwise).

    Raises WorkbookError, with what to do, when it is protected, broken, empty or of no kind that can be read.
    """
    name = name or path.name
    content = workbooks.content(path, name, EXPECTED)
    kind = _kind(content, path.suffix.casefold())
    _check(content, kind, name)
    try:
        sheets, epoch = _sheets(content, kind)
    except dense.Protected as problem:
        raise workbooks.protected(name) from problem
    except Exception as problem:                # the parsers raise what they raise; whatever it is, the file is broken
        raise workbooks.broken(name, problem, EXPECTED) from problem
    return Book(hashlib.sha256(content).hexdigest(), tuple(sheets), epoch, kind == XLSX)


def _kind(content, ending):
    if content.startswith(workbooks.OLE_SIGNATURE):
        return XLS
    if content.startswith(b"PK"):
        return _kind_of_archive(content)
    return CSV if ending in TEXTS and (b"\0" not in content or _encoding(content) == "utf-16") else ""


def _kind_of_archive(content):
    try:
        names = set(ZipFile(io.BytesIO(content)).namelist())
    except BadZipFile:
        return ""
    return next((kind for part, kind in PARTS.items() if part in names), "")


def _check(content, kind, name):
    if kind == XLS and workbooks.ENCRYPTED_PART in content:
        raise workbooks.protected(name)
    if not kind:
        raise WorkbookError(name, "the file is broken, or not what its name says", EXPECTED,
                            "Open it in Excel, save it again as .xlsx and run again.")


def _sheets(content, kind):
    """The sheets, and the day that date serials count from: 1900's where the format does not say."""
    if kind == CSV:
        return [Sheet("", _filled(_lines(content), {}))], EPOCH_1900
    if kind != XLSX:
        return _dense(dense.read_apart(content), {}), EPOCH_1900
    with ZipFile(io.BytesIO(content)) as archive:
        marks, late = markup.read(archive), markup.counts_from_1904(archive)
    far = any(each.height * each.width > markup.MOST_PLACES for each in marks.values())
    return (list(_sparse(content, marks)) if far else _dense(dense.read(content), marks)), EPOCH_1904 if late else EPOCH_1900


def _dense(found, marks):
    """The sheets that calamine found."""
    return [_sheet(name, rows, hidden, marks.get(name)) for name, hidden, rows in found]


def _sparse(content, marks):
    """The sheets as openpyxl reads them, slowly but whatever their reach; a stored formula gives its result."""
    book = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    for sheet in book.worksheets:
        rows = {}
        for (row, column), cell in sorted(sheet._cells.items()):        # its own store, as lib.workbooks reads it
            rows.setdefault(row, {})[column] = "" if cell.value is None or cell.data_type == "e" else cell.value
        yield _sheet(sheet.title, ((row, _spread(cells)) for row, cells in rows.items()), sheet.sheet_state != "visible", marks[sheet.title])


def _spread(cells):
    return [cells.get(column, "") for column in range(1, max(cells) + 1)]


def _sheet(name, rows, hidden, marks):
    if marks is None:
        return Sheet(name, _filled(rows, {}), hidden)
    filled = _filled(rows, marks.faults)
    there = tuple(number for number, _ in filled if number in marks.hidden_rows)
    return Sheet(name, filled, hidden, there, marks.hidden_columns)


def _filled(rows, faults):
    """The rows that hold anything, in their order, with their faults put where the readers leave a blank."""
    by_row = {}
    for (row, column), fault in faults.items():
        by_row.setdefault(row, {})[column] = fault
    whole = {number: _with(cells, by_row.pop(number)) if number in by_row else cells for number, cells in rows}
    whole |= {number: _with([], found) for number, found in by_row.items()}
    return tuple((number, whole[number]) for number in sorted(whole) if whole[number].count("") < len(whole[number]))


def _with(cells, faults):
    whole = [*cells, *[""] * (max(faults) - len(cells))]
    for column, fault in faults.items():
        whole[column - 1] = fault if whole[column - 1] in ("", 0) else whole[column - 1]
    return whole


def _lines(content):
    """The records of a .csv, numbered as Excel numbers its rows."""
    text = content.decode(_encoding(content), errors="replace")
    widths = {delimiter: max((len(row) for row in islice(_rows(text, delimiter), LOOK_AT)), default=0) for delimiter in DELIMITERS}
    return enumerate(_rows(text, max(widths, key=widths.get)), 1)


def _rows(text, delimiter):
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


def _encoding(content):
    """What a text is written in: by its byte order mark, else UTF-8 where it is valid, else Excel's own on Windows."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"
