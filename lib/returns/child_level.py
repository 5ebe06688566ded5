"""Reading the child-level lists of one file: every row is used, or set aside with a finding that says where and why and holds nothing of a child."""

from dataclasses import dataclass, replace
from itertools import islice

import numpy as np
import pandas as pd

from lib import errors, workbooks
from lib.contracts import lists
from lib.contracts.lists import DATE, NUMBER, TIME
from lib.returns import doubts, sheets, tables, values, wordings
from lib.returns.doubts import Doubt

PLACE = ("row", "file", "sheet")
FILES = ("file", "sha256", "list", "layout", "sheet", "rows_read", "rows_used", "rows_set_aside", "first", "last")
EXCEPTIONS = ("list", "file", "sheet", "row", "column", "rule", "set_aside")
TYPES = {DATE: "datetime64[us]", TIME: "datetime64[us]", NUMBER: "float64"}
TOTALS = ("total", "grand total", "totals")


@dataclass(frozen=True)
class Lists:
    """What a file's lists say.

    `frames` holds a typed frame for each list found, by its key: the list's columns, of every layout, then `row` as Excel counts, `file`
    and `sheet`. `findings` is a row a finding; `files` a row a sheet that holds a list (or one with no list), where rows read = rows used
    + rows set aside and `first` and `last` are the earliest and latest day its rows are dated; `exceptions` a row for each row that a
    finding is about, `set_aside` or used all the same.
    """

    frames: dict
    findings: pd.DataFrame
    files: pd.DataFrame
    exceptions: pd.DataFrame


@dataclass(frozen=True)
class Reading:
    """One sheet's list while it is read, without its cells: the frame of the rows that stand, how many there were, and what is wrong with it.

    `findings` are those of the sheet and its header, `doubts` those of its rows.
    """

    definition: object
    layout: str
    file: str
    sheet: str
    rows_read: int
    frame: pd.DataFrame
    doubts: tuple
    findings: tuple = ()


@dataclass(frozen=True)
class Taken:
    """What was taken from one file: the Readings of its lists and the findings of the file itself."""

    file: str
    sha256: str = ""
    readings: tuple = ()
    findings: tuple = ()


def read(path, name, month):
    """The Lists of a file of a month's folder, which findings call `name`; in `month` ("2020-03") it is the return of.

    Values that cannot be read are missing: NaT, NaN or "". A row is set aside when an identifier or a date that tells which row it is,
    or the date it is counted by, cannot be read, and when it repeats another. Raises WorkbookError when the file will not open.
    """
    book = sheets.read(path, name)
    found = [(sheet, tables.find(sheet)) for sheet in book.sheets]
    taken = take(book, [table for _, table in found if table], name, month)
    return together([replace(taken, findings=_of_the_file(book, [sheet for sheet, table in found if not table], name))], month)


def take(book, found, name, month):
    """What an opened file gives, of which `found` are the Tables; without findings of the file."""
    calendar = values.Calendar(book.epoch, int(month[:4]))
    return Taken(name, book.sha256, tuple(_read(table, name, calendar) for table in found))


def together(taken, month):
    """The Lists of several files of a month's folder: the rows of a list together, and one that repeats another of any file set aside."""
    month_end = pd.Timestamp(f"{month}-01") + pd.offsets.MonthEnd()
    judged = [_judge(group, month_end) for group in _grouped([reading for each in taken for reading in each.readings])]
    every = [reading for group in judged for reading in group]
    findings = [finding for each in taken for finding in each.findings] + [
        finding for reading in every for finding in _findings(reading, month_end)]
    return Lists({group[0].definition.key: _joined(group) for group in judged}, errors.frame(findings), _files(taken, every), exceptions(_behind(every)))


def blank(definition):
    """A frame of a list without rows: its columns as they are typed."""
    return _typed(definition, {column.key: [] for column in definition.columns}, [], "", "")


def _grouped(readings):
    """Readings of the same list together, in the order they were met."""
    keys = dict.fromkeys(reading.definition.key for reading in readings)
    return [[reading for reading in readings if reading.definition.key == key] for key in keys]


def _read(table, file, calendar):
    """Reads a list's rows, and sets aside those that are no rows of the list or cannot be told."""
    definition, needed = table.definition, wordings.needed(table.definition)
    remarks = [number for number, cells in table.body if _is_remark(table, cells)]
    rows = [row for row in table.body if row[0] not in set(remarks)]
    columns, found = {}, [Doubt(wordings.REMARK, tuple(remarks), aside=True)] if remarks else []
    for column in definition.columns:
        if column.key in table.positions:
            columns[column.key], broken = values.read(column, table.cells(column.key, rows), calendar)
            found += [Doubt(rule, tuple(rows[place][0] for place in places), column, aside=column.key in needed) for rule, places in broken.items()]
    found += [Doubt("missing column", tuple(number for number, _ in rows), column, aside=True) for column in table.lacking if column.key in needed and rows]
    frame = _typed(definition, columns, [number for number, _ in rows], file, table.sheet.name)
    for key in doubts.codes(definition):
        frame[f"{key}{doubts.RAW}"] = _told(columns.get(key), table.cells(key, rows))
    return Reading(definition, table.layout, file, table.sheet.name, len(table.body), _without(frame, found),
                   tuple(replace(doubt, file=file, sheet=table.sheet.name) for doubt in found), tuple(_of_the_sheet(table, file)))


def _told(keys, cells):
    """What tells rows apart by a code: its key, or the cell's words where it has none."""
    return [key or values.words(cell).casefold() for key, cell in zip(keys or [""] * len(cells), cells)]


def _is_remark(table, cells):
    """Whether a row is no row of the list: a footnote in one cell, a total, or the header once more."""
    filled = islice((place for place in table.positions.values() if tables.is_filled(cells, place)), 2)
    if len(list(filled)) < 2 < len(table.positions):
        return True
    told = [table.positions[key] for key in table.definition.identifies if key in table.positions]
    return any(_is_heading(cells[place], table.headings[place]) for place in told if place < len(cells) and isinstance(cells[place], str))


def _is_heading(cell, heading):
    return bool(cell) and (cell.strip() == heading or cell.strip().rstrip(":").casefold() in TOTALS)


def _typed(definition, columns, numbers, file, sheet):
    frame = {column.key: _series(column, columns.get(column.key), len(numbers)) for column in definition.columns}
    return pd.DataFrame({**frame, "row": np.array(numbers, dtype="int64"), "file": pd.Series([file] * len(numbers), dtype="str"),
                         "sheet": pd.Series([sheet] * len(numbers), dtype="str")})


def _series(column, read, length):
    kind = TYPES.get(column.kind, "str")
    if read is None:
        read = [None if kind != "str" else ""] * length
    return pd.Series(np.array(read, dtype=kind)) if kind != "str" else pd.Series(read, dtype="str")


def _without(frame, found):
    aside = {row for doubt in found if doubt.aside for row in doubt.rows}
    return frame[~frame.row.isin(aside)] if aside else frame


def _judge(group, month_end):
    """Adds what is found of a list's rows together: those that repeat others are set aside, impossible dates and adults are used."""
    definition = group[0].definition
    whole = pd.concat([reading.frame for reading in group], ignore_index=True)
    again = doubts.repeated(whole, definition)
    aside = {(doubt.file, doubt.sheet, row) for doubt in again for row in doubt.rows}
    kept = whole[[place not in aside for place in zip(whole.file, whole.sheet, whole.row)]] if aside else whole
    found = [*again, *doubts.impossible(kept, definition, month_end), *doubts.of_age(kept, definition, month_end)]
    return [replace(reading, frame=kept[(kept.file == reading.file) & (kept.sheet == reading.sheet)],
                    doubts=(*reading.doubts, *(doubt for doubt in found if (doubt.file, doubt.sheet) == (reading.file, reading.sheet))))
            for reading in group]


def _joined(group):
    whole = pd.concat([reading.frame for reading in group], ignore_index=True)
    return whole[[*(column.key for column in group[0].definition.columns), *PLACE]]


def _of_the_file(book, unread, name):
    findings = [] if book.checked else [wordings.unchecked(name)]
    filled = [sheet.name for sheet in unread if sheet.rows and sheet.name not in workbooks.OF_BLANK_RETURNS]
    return findings + ([wordings.unrecognised(filled, name)] if filled or len(unread) == len(book.sheets) else [])


def _of_the_sheet(table, name):
    return [*wordings.hidden(table, name), *(wordings.missing(table, column, name) for column in table.lacking), *wordings.extra(table, name)]


def _findings(reading, month_end):
    of_rows = [wordings.finding(doubt, reading.definition, reading.file, month_end) for doubt in reading.doubts if doubt.rule in wordings.SAID]
    return [*reading.findings, *of_rows]


def _files(taken, readings):
    hashes = {each.file: each.sha256 for each in taken}
    rows = [_counts(reading, hashes[reading.file]) for reading in readings]
    rows += [(each.file, each.sha256, "", "", "", 0, 0, 0, None, None) for each in taken if not each.readings]
    kinds = {column: "str" for column in FILES[:5]} | {column: "int64" for column in FILES[5:8]} | dict.fromkeys(FILES[8:], TYPES[DATE])
    return pd.DataFrame(rows, columns=list(FILES)).astype(kinds)


def _counts(reading, sha256):
    definition = reading.definition
    dated = reading.frame[definition.dated] if definition.dated else pd.Series(dtype=TYPES[DATE])
    aside = {row for doubt in reading.doubts if doubt.aside for row in doubt.rows}
    return (reading.file, sha256, definition.key, reading.layout, reading.sheet, reading.rows_read, len(reading.frame), len(aside), dated.min(),
            dated.max())


def _behind(readings):
    return [(reading.definition.key, reading.file, reading.sheet, row, doubt.column.title if doubt.column else "", doubt.rule, doubt.aside)
            for reading in readings for doubt in reading.doubts for row in doubt.rows]


def exceptions(rows):
    """The frame of exceptions: rows of (list, file, sheet, row, column, rule, whether it is set aside)."""
    kinds = {column: "str" for column in EXCEPTIONS} | {"row": "int64", "set_aside": "bool"}
    return pd.DataFrame(rows, columns=list(EXCEPTIONS)).astype(kinds)
