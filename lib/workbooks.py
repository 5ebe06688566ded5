"""Opening an Excel workbook: its cells and what a format hides (errors, uncached formulas, hidden rows), or why it will not open."""

import hashlib
import warnings
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.utils import column_index_from_string
from openpyxl.utils import get_column_letter as letter

from lib.contracts.cells import Cell
from lib.errors import WorkbookError

EXPECTED = "an .xlsx or .xlsm workbook"
OLE_SIGNATURE = bytes.fromhex("D0CF11E0A1B11AE1")           # the container of old .xls files and of encrypted workbooks ([MS-CFB] 2.2)
ENCRYPTED_PART = "EncryptedPackage".encode("utf-16-le")     # the stream an encrypted workbook is kept in ([MS-OFFCRYPTO] 1.3.3)
WORKBOOK = "xl/workbook.xml"
BLANK_SHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>'
EMPTY_TEXT = "str"                                          # the type of a formula whose stored result is text: without a value, ""
PROPERTIES = "docProps/core.xml"
HEADER_WITHIN = 20
NOTES, CODES = OF_BLANK_RETURNS = ("Notes", "Codes")          # sheets that blank returns hold beside what is filled in: never records


@dataclass(frozen=True)
class Sheet:
    """A worksheet: `rows` maps a row's number to its cells that are not blank, by column; hidden rows and columns are there too."""

    name: str
    rows: dict
    hidden: bool = False
    hidden_rows: tuple = ()
    hidden_columns: tuple = ()


@dataclass(frozen=True)
class Workbook:
    """A workbook as received. `saved` is when it was last saved, by its own word (the earliest of all times without one)."""

    sha256: str
    saved: datetime
    sheets: tuple


def read(path, name="", only=()):
    """Every sheet of the workbook at a path, or those that `only` names; `name` is what messages call it (the file's own name otherwise).

    Raises WorkbookError, with what to do, when it is protected, broken, empty or not a workbook at all.
    """
    name = name or path.name
    whole = content(path, name, "an Excel workbook")
    _check_container(whole, name)
    asked = _only(whole, only, name) if only else whole
    book = _load(asked, name)
    values = _load(asked, name, data_only=True) if _has_formulas(book) else book
    sheets = tuple(_sheet(sheet, values[sheet.title]) for sheet in book.worksheets if not only or sheet.title in only)
    return Workbook(hashlib.sha256(whole).hexdigest(), _saved(whole, book), sheets)


def header(sheet, recognises):
    """The number of the row, among the first twenty, whose cells (by column) a contract recognises as its header; None without one."""
    return next((row for row, cells in sheet.rows.items() if row <= HEADER_WITHIN and recognises(cells)), None)


def hidden(sheet):
    """What is hidden on a sheet, in words; empty when nothing is."""
    parts = ["the sheet" if sheet.hidden else "", _counted("row", sheet.hidden_rows),
             _counted("column", [letter(column) for column in sheet.hidden_columns])]
    return ", ".join(part for part in parts if part)


def listed(names, most=5):
    """Names one after another, as a sentence lists them, and how many more there are.

    >>> listed([4, 5, 9]), listed("ABCDEFGH")
    ('4, 5 and 9', 'A, B, C, D, E and 3 more')
    """
    first, left = [str(name) for name in names[:most]], len(names) - most
    last = f"{left} more" if left > 0 else first.pop()
    return " and ".join([", ".join(first), last]) if first else last


def _counted(word, names):
    return f"{word}{'s' if len(names) > 1 else ''} {listed(names)}" if names else ""


def content(path, name, expected):
    """The bytes of a file, which messages call `name`. Raises WorkbookError when it cannot be read or is empty, where `expected` belongs."""
    try:
        found = path.read_bytes()
    except OSError as problem:
        raise WorkbookError(name, f"the file cannot be read ({problem.strerror})", "a file that nobody has open and you may read",
                            "Close it in Excel, check your access to the folder and run again.") from problem
    if found:
        return found
    raise WorkbookError(name, "the file is empty (0 bytes)", expected, "Copy it into the folder again and run again.")


def protected(name):
    """The WorkbookError of a workbook with a password."""
    return WorkbookError(name, "the workbook is protected with a password to open it", "a workbook that opens without a password",
                         "Save it without the password (File, Info, Protect Workbook, Encrypt with Password) and run again.")


def broken(name, problem, expected):
    """The WorkbookError of a file that a parser gave up on."""
    return WorkbookError(name, f"the file is broken: it is not a workbook that Excel would open ({type(problem).__name__})", expected,
                         "Open it in Excel, save it again as .xlsx and run again.")


def parts(archive):
    """The names of the sheets of an opened .xlsx or .xlsm (a ZipFile), each with the part of the archive that holds it."""
    relations = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {relation.get("Id"): relation.get("Target") for relation in relations}
    for sheet in ElementTree.fromstring(archive.read(WORKBOOK)).iterfind("{*}sheets/{*}sheet"):
        named = next(value for key, value in sheet.attrib.items() if key.endswith("}id"))
        target = targets[named]
        yield sheet.get("name"), target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _only(whole, wanted, name):
    """The workbook with the sheets that are not wanted emptied, since a long one takes a minute and much memory to load."""
    asked = BytesIO()
    try:
        with ZipFile(BytesIO(whole)) as archive, ZipFile(asked, "w") as made:
            emptied = {part for title, part in parts(archive) if title not in wanted and "worksheets/" in part}
            for part in archive.namelist():
                made.writestr(part, BLANK_SHEET if part in emptied else archive.read(part))
    except Exception as problem:                # whatever the archive or its XML is broken by
        raise broken(name, problem, EXPECTED) from problem
    return asked.getvalue()


def _check_container(whole, name):
    if not whole.startswith(OLE_SIGNATURE):
        return
    if ENCRYPTED_PART in whole:
        raise protected(name)
    raise WorkbookError(name, "the file has the format of Excel 97 to 2003 (.xls) under another name", EXPECTED,
                        "Open it in Excel, save it as .xlsx and run again.")


def _load(whole, name, **options):
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")     # openpyxl's, about what it will not write back: we only read
            return load_workbook(BytesIO(whole), **options)
    except Exception as problem:                # openpyxl raises what its parsers raise; whatever it is, the file is broken
        raise broken(name, problem, EXPECTED) from problem


def _cells(sheet):
    # openpyxl's own store: iterating over rows would make a cell for every blank one down to the last row that has a format
    return sheet._cells.values()


def _has_formulas(book):
    return any(cell.data_type == "f" for sheet in book.worksheets for cell in _cells(sheet))


def _saved(whole, book):
    with ZipFile(BytesIO(whole)) as archive:        # without its properties openpyxl would say now
        return book.properties.modified if PROPERTIES in archive.namelist() else datetime.min


def _sheet(sheet, values):
    rows = {}
    for stored in sorted(_cells(sheet), key=lambda cell: (cell.row, cell.column)):
        cell = _cell(stored, values)
        if cell.text or cell.uncached:
            rows.setdefault(cell.row, {})[cell.column] = cell
    hidden_rows = tuple(sorted(row for row in rows if row in sheet.row_dimensions and sheet.row_dimensions[row].hidden))
    return Sheet(sheet.title, rows, sheet.sheet_state != "visible", hidden_rows, _hidden_columns(sheet))


def _cell(stored, values):
    shown = stored if stored.data_type != "f" else values[stored.coordinate]
    fault = str(shown.value) if shown.data_type == "e" else ""
    uncached = stored.data_type == "f" and shown.value is None and shown.data_type != EMPTY_TEXT
    return Cell(stored.row, stored.column, shown.value, stored.number_format, fault, uncached)


def _hidden_columns(sheet):
    spans = [(column.min or column_index_from_string(name), column.max or column_index_from_string(name))
             for name, column in sheet.column_dimensions.items() if column.hidden]
    return tuple(number for first, last in sorted(spans) for number in range(first, min(last, sheet.max_column) + 1))
