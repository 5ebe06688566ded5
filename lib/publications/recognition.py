"""Telling what a file is by its headings, wherever they stand; or saying what was looked for when it is nothing that is read."""

from dataclasses import dataclass

import pandas as pd

from lib import workbooks
from lib.contracts import column_named, plain
from lib.errors import WorkbookError
from lib.publications import kinds


@dataclass(frozen=True)
class Sheet:
    """A sheet with the headings of a kind: its grid, the row they stand on, and the column that each of the kind's names stands in."""

    grid: object
    header: int
    places: dict

    @property
    def name(self):
        return self.grid.name

    @property
    def above(self):
        """What stands above the headings, in one line of words."""
        cells = self.grid.cells
        return " ".join(word for row in cells[cells.index < self.header].to_numpy() for word in row if word)

    @property
    def headings(self):
        """The heading that this edition has for each of the kind's columns."""
        return {name: self.grid.cells.at[self.header, place] for name, place in self.places.items()}

    @property
    def others(self):
        """The headings that are none of the kind's."""
        row = self.grid.cells.loc[self.header]
        return [row[place] for place in row.index if row[place] and place not in self.places.values()]

    def table(self):
        """The rows below the headings, by number, its columns under the kind's own names."""
        cells = self.grid.cells
        body = cells[cells.index > self.header]
        return pd.DataFrame({name: body[place] for name, place in self.places.items()})


def sort(grids, file):
    """A file's kind, its Sheets of that kind, and the names of the sheets that are none.

    Raises WorkbookError, which says what was looked for and what is nearest, when no sheet has the headings of a kind.
    """
    found = [(grid, _recognised(grid)) for grid in grids]
    kind = next((held[0] for _, held in found if held), None)
    if kind is None:
        raise _unknown(grids, file)
    sheets = [Sheet(grid, *held[1:]) for grid, held in found if held and held[0] is kind]
    return kind, sheets, [grid.name for grid, held in found if not held or held[0] is not kind]


def _recognised(grid):
    """The kind of a grid, its header's row and the places of its columns; None where it is none."""
    for number, row in _first_rows(grid):
        for kind in kinds.ALL:
            places = _places(row, kind)
            if all(column.name in places for column in kind.columns if column.required):
                return kind, number, places
    return None


def _first_rows(grid):
    for number, row in grid.cells.head(workbooks.HEADER_WITHIN).iterrows():
        yield number, row


def _places(row, kind):
    """The column that each of a kind's names stands in: the first that has it for a heading."""
    places = {}
    for place, heading in row.items():
        name = column_named(heading, kind.columns) if heading else ""
        if name:
            places.setdefault(name, place)
    return places


def _unknown(grids, file):
    near, header = _nearest(grids)
    advice = "Nothing was read from it; give the file as it was downloaded"
    if near:
        lacking = [column for column in near.columns if column.required and not column_in(column, header)]
        advice += (f". Nearest is {near.title}, for which it lacks {workbooks.listed([_options(each) for each in lacking], len(lacking))}: if an edition "
                   "calls a column otherwise, its new name has to be added to lib/publications/kinds.py")
    expected = "; ".join(f"{kind.title} ({', '.join(map(_options, kind.marks))})" for kind in kinds.ALL)
    return WorkbookError(file, f"no sheet has the headings of a publication that is read here, within its first {workbooks.HEADER_WITHIN} rows",
                         f"the headings of one of these: {expected}", advice)


def column_in(column, header):
    """Whether one of a column's spellings is among a row's headings."""
    return any(plain(spelling) in header for spelling in (column.name, *column.spellings))


def _options(column):
    return " or ".join((column.name, *column.spellings))


def _nearest(grids):
    """The kind of which a row has most of the needed columns, for its number of them, and that row's headings; (None, ...) where none has any."""
    best = (0.0, None, set())
    for grid in grids:
        for _, row in _first_rows(grid):
            header = {plain(heading) for heading in row if heading}
            for kind in kinds.ALL:
                share = sum(column_in(column, header) for column in kind.marks) / len(kind.marks)
                if share > best[0]:
                    best = (share, kind, header)
    return best[1:]
