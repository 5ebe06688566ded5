"""Opening a published file as it was downloaded, whatever its format: its sheets as words by row and column. It understands none of them."""

import csv
import io
import warnings
from dataclasses import dataclass
from zipfile import BadZipFile, ZipFile

import pandas as pd

from lib import workbooks
from lib.errors import WorkbookError
from lib.returns import dense

EXPECTED = "a publisher's file as downloaded: .csv, .parquet, .xlsx, .xls or .ods"
PARQUET, ZIP = b"PAR1", b"PK"
ENCODINGS = ("utf-8-sig", "cp1252")         # what Excel saves a CSV in where it does not save UTF-8


@dataclass(frozen=True)
class Grid:
    """A sheet, or a whole file where it has none: its rows that are not blank.

    `cells` are words, "" for a blank one; the index is the row's number as Excel counts.
    """

    name: str
    cells: pd.DataFrame


def read(path):
    """The Grids of the file at a path, told by what it holds and not by its name.

    Raises WorkbookError, with what to do, when it cannot be read or is broken.
    """
    content = workbooks.content(path, path.name, EXPECTED)
    if content.startswith(PARQUET):
        return [_parquet(content, path.name)]
    if content.startswith((ZIP, workbooks.OLE_SIGNATURE)):
        return _workbook(content, path.name)
    return [_text(content, path.name)]


def _parquet(content, name):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")         # it asks for an option of pandas that is going
        import fastparquet                      # here alone: a run reads no parquet
    try:
        frame = fastparquet.ParquetFile(io.BytesIO(content)).to_pandas()
    except Exception as problem:            # whatever its parser raises: the file is broken
        raise WorkbookError(name, f"the file is broken: it is not parquet that can be read ({type(problem).__name__})", EXPECTED,
                            "Download it again and run again.") from problem
    table = pd.DataFrame({place: _words(frame[heading]) for place, heading in enumerate(frame)}, dtype="str")
    heading = pd.DataFrame([list(map(str, frame.columns))], columns=table.columns, dtype="str")
    return Grid("", _numbered(pd.concat([heading, table], ignore_index=True)))


def _workbook(content, name):
    if content.startswith(ZIP) and not _is_document(content):
        raise WorkbookError(name, "the file is an archive of files", EXPECTED, "Unpack it and name the folder, or the files in it.")
    try:
        sheets = dense.read_apart(content)
    except dense.Protected as problem:
        raise workbooks.protected(name) from problem
    except dense.Broken as problem:
        raise workbooks.broken(name, problem, EXPECTED) from problem
    return [Grid(title, _sheet(rows)) for title, _, rows in sheets]


def _is_document(content):
    """Whether an archive is a workbook's: one of Excel's or OpenDocument's, by the part that each has; a broken one may be."""
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            return bool({"[Content_Types].xml", "mimetype"} & set(archive.namelist()))
    except BadZipFile:
        return True


def _sheet(rows):
    return pd.DataFrame([list(map(word, row)) for _, row in rows], index=[number for number, _ in rows], dtype="str").fillna("")


def _text(content, name):
    try:
        rows = list(csv.reader(io.StringIO(_decoded(content), newline="")))
    except csv.Error as problem:
        raise WorkbookError(name, f"the file cannot be read as comma-separated values ({problem})", EXPECTED, "Download it again and run again.") from problem
    width = max(map(len, rows), default=0)
    cells = _numbered(pd.DataFrame([[word.strip() for word in row] + [""] * (width - len(row)) for row in rows], dtype="str"))
    return Grid("", cells[(cells != "").any(axis="columns")])


def _decoded(content):
    for encoding in ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1")


def _numbered(cells):
    return cells.set_axis(range(1, len(cells) + 1), axis="index").set_axis(range(len(cells.columns)), axis="columns")


def _words(column):
    """A column as words; numbers that are whole without a decimal point."""
    known = {value: word(value) for value in column.unique()}
    return column.map(known).fillna("").astype("str")


def word(value):
    """A cell as a word: a whole number without a decimal point, a date as 2025-03-31, nothing for a blank one.

    >>> import datetime
    >>> word(301.0), word(9.37), word(datetime.datetime(2025, 3, 31)), word(None), word(" Not Close ")
    ('301', '9.37', '2025-03-31', '', 'Not Close')
    """
    if value is None or value != value:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if hasattr(value, "isoformat"):
        return value.isoformat()[:10]
    return str(value).strip()
