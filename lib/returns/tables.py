"""Where a list stands on a sheet: which row is its header, which column holds what, and the rows below."""

from dataclasses import dataclass

from lib import workbooks
from lib.contracts import lists

LAST_COLUMN = 16_384            # Excel's own; only a broken file has a cell beyond it


@dataclass(frozen=True)
class Table:
    """A list found on a sheet. `positions` give the place of a column in a row, from nought; `headings` the words of the header's row.

    `body` are the rows, as (number, cells) pairs, that hold anything under one of the list's columns.
    """

    sheet: object
    definition: object
    layout: str
    positions: dict
    header: int
    headings: tuple
    body: tuple

    @property
    def extra(self):
        """The places of columns that are not the list's and hold anything."""
        filled = {place for place, heading in enumerate(self.headings) if heading}
        for _, cells in self.body:
            filled.update(place for place, cell in enumerate(cells[:LAST_COLUMN]) if cell != "")
        return sorted(filled - set(self.positions.values()))

    @property
    def lacking(self):
        """The columns of the list's layout that the header has not."""
        return [column for column in self.definition.standing(self.layout) if column.key not in self.positions]

    def cells(self, key, rows):
        """The cells of a column, "" where a row is too short or there is no such column."""
        place = self.positions.get(key)
        return [""] * len(rows) if place is None else [cells[place] if place < len(cells) else "" for _, cells in rows]


def find(sheet):
    """The Table of the list whose header stands among a sheet's first twenty rows, or None.

    The row with the most of a list's headings is the header. Where cells of a header are merged over rows, a heading above a blank
    counts for it.
    """
    best, above = None, []
    for number, cells in (row for row in sheet.rows if row[0] <= workbooks.HEADER_WITHIN):
        headings = [cell if isinstance(cell, str) else "" for cell in cells]
        for said in (headings, _filled(headings, above)):
            known = lists.recognise(said)
            if known and (not best or len(known[2]) > len(best[1][2])):
                best = number, known, headings
        above = _filled(headings, above)
    return _table(sheet, *best) if best else None


def _filled(headings, above):
    width = max(len(headings), len(above))
    pairs = zip([*headings, *[""] * (width - len(headings))], [*above, *[""] * (width - len(above))])
    return [heading if heading.strip() else over for heading, over in pairs]


def _table(sheet, header, known, headings):
    definition, layout, positions = known
    places = list(positions.values())
    body = tuple((number, cells) for number, cells in sheet.rows if number > header and any(is_filled(cells, place) for place in places))
    return Table(sheet, definition, layout, positions, header, tuple(heading.strip() for heading in headings), body)


def is_filled(cells, place):
    """Whether a row holds anything at a place."""
    cell = cells[place] if place < len(cells) else ""
    return bool(cell.strip()) if isinstance(cell, str) else cell is not None
