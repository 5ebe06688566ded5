"""What the XML of an .xlsx or .xlsm says beyond its values: error cells, formulas without a result, what is hidden, how far a sheet reaches."""

import re
from dataclasses import dataclass
from xml.etree import ElementTree

from openpyxl.utils import column_index_from_string

from lib import workbooks

UNCACHED = "\0formula without a value"          # stands in a cell's place; no cell of a workbook may hold the character that opens it
TRUE = ("1", "true")
# The fast reader keeps a cell for every place up to the last one used: a stray cell in a sheet's far corner would take the whole memory.
MOST_PLACES = 20_000_000

# Programs write elements with a prefix or without (<c>, <x:c>), and cells with their reference or without.
TAG = rb"<(?:\w+:)?%s\b"
END = rb"</(?:\w+:)?%s>"
ERROR = re.compile(TAG % b"c" + rb"""([^>]*\bt=["']e["'][^>]*)>(.*?)""" + END % b"c", re.DOTALL)
FORMULA = TAG % b"f" + rb"(?:[^>]*/>|[^>]*>[^<]*" + END % b"f" + rb")\s*"
NO_VALUE = rb"(?:" + TAG % b"v" + rb"\s*/>|" + TAG % b"v" + rb"[^>]*>\s*" + END % b"v" + rb"|" + END % b"c" + rb")"
WITHOUT = re.compile(TAG % b"c" + rb"([^>]*)>\s*" + FORMULA + NO_VALUE)
ERRONEOUS, FORMULAE = re.compile(rb"""t=["']e["']"""), re.compile(rb"[<:]f[ >/]")      # what is quick to look for first
VALUE = re.compile(TAG % b"v" + rb"[^>]*>\s*([^<]*?)\s*<")
TEXT = re.compile(rb"""\bt=["']str["']""")          # a formula whose stored result is text: without a value, ""
REFERENCE = re.compile(rb"""\br=["']([A-Z]+)(\d+)["']""")
HIDDEN_ROW = re.compile(TAG % b"row" + rb"""([^>]*\bhidden=["'](?:1|true)["'][^>]*)>""")
COLUMN = re.compile(TAG % b"col" + rb"([^>]*)>")
ROW = re.compile(TAG % b"row")
CELL = re.compile(TAG % b"c")


@dataclass(frozen=True)
class Markup:
    """Of one sheet: the faults by (row, column), an error's name or UNCACHED; hidden rows and columns; its last row and column."""

    faults: dict
    hidden_rows: frozenset
    hidden_columns: tuple
    height: int
    width: int


def read(archive):
    """The Markup of each worksheet of an opened .xlsx or .xlsm (a ZipFile), by the sheet's name."""
    return {name: _markup(archive.read(part)) for name, part in workbooks.parts(archive) if "worksheets/" in part}


def counts_from_1904(archive):
    """Whether the workbook's dates are counted from 1904, as Excel for the Macintosh did, and not from 1900."""
    properties = ElementTree.fromstring(archive.read(workbooks.WORKBOOK)).find("{*}workbookPr")
    return properties is not None and properties.get("date1904") in TRUE


def _markup(xml):
    faults = {_place(xml, match): _said(match[2]) for match in ERROR.finditer(xml)} if ERRONEOUS.search(xml) else {}
    if FORMULAE.search(xml):
        faults |= {_place(xml, match): UNCACHED for match in WITHOUT.finditer(xml) if not TEXT.search(match[1])}
    hidden = frozenset(_row(xml, match.end(), match[1]) for match in HIDDEN_ROW.finditer(xml))
    height, width = _reach(xml)
    return Markup(faults, hidden, _hidden_columns(xml, width), height, width)


def _said(body):
    said = VALUE.search(body)
    return said[1].decode() if said and said[1] else "#N/A"


def _place(xml, match):
    """The row and column of a cell: by its reference, or where it has none by counting."""
    reference = REFERENCE.search(match[1])
    if reference:
        return int(reference[2]), column_index_from_string(reference[1].decode())
    opening = max((row.start() for row in ROW.finditer(xml, max(0, match.start() - 100_000), match.start())), default=0)
    attributes = xml[opening:xml.index(b">", opening)]
    return _row(xml, opening + 1, attributes), len(CELL.findall(xml, opening, match.start() + 3))


def _row(xml, end, attributes):
    number = re.search(rb"""\br=["'](\d+)["']""", attributes)
    return int(number[1]) if number else len(ROW.findall(xml, 0, end + 4))


def _reach(xml):
    """The last row, and a column no cell stands beyond: the last one itself where that matters, in a sheet of many rows."""
    rows = re.findall(TAG % b"row" + rb"""[^>]*?\br=["'](\d+)["']""", xml)
    height = int(rows[-1]) if rows else 0
    letters = max((count for count in (1, 2, 3) if re.search(rb"""\br=["'][A-Z]{%d}\d""" % count, xml)), default=1)
    width = column_index_from_string("XFD" if letters == 3 else "Z" * letters)
    if height * width > MOST_PLACES:
        width = max(column_index_from_string(name.decode()) for name in set(re.findall(rb"""\br=["']([A-Z]+)\d""", xml)))
    return height, width


def _hidden_columns(xml, width):
    spans = [match[1] for match in COLUMN.finditer(xml) if re.search(rb"""\bhidden=["'](?:1|true)["']""", match[1])]
    bounds = [(_number(span, b"min"), _number(span, b"max")) for span in spans]
    return tuple(column for first, last in sorted(bounds) for column in range(first, min(last, width) + 1))


def _number(attributes, name):
    return int(re.search(rb"""\b%s=["'](\d+)["']""" % name, attributes)[1])
