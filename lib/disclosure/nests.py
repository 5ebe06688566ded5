"""Breakdowns that are made of a finer one: which of its categories come to one of the coarser, as the ages do to an age band."""

import re
from functools import cache

from lib import categories
from lib.disclosure.relations import Relation

OLDEST = 150


def nested(block):
    """The finer cells of each coarser category of one measure, in each period; of a crossed breakdown beside each of its other categories.

    Not of a category that a finer one lies half in, as 4 to 11 does in 5 to 9, or may lie in for all that its name tells.
    """
    groups = {}
    for row in block.itertuples():
        groups.setdefault((row.breakdown, row.basis, row.month), {})[row.category] = row.Index
    for (breakdown, *period), cells in groups.items():
        for coarser in _coarser(breakdown):
            for category, total in groups.get((coarser, *period), {}).items():
                inside = {cell: _within(breakdown, cell, coarser, category) for cell in cells}
                if any(inside.values()) and None not in inside.values():
                    yield Relation({row: 1 for cell, row in cells.items() if inside[cell]}, {total: -1})


@cache
def _coarser(breakdown):
    """The breakdowns that come of this one when one of its parts is told more coarsely."""
    parts = categories.parts(breakdown)
    return [categories.crossed(*parts[:place], coarser, *parts[place + 1:])
            for place, part in enumerate(parts) for coarser in categories.COARSER.get(part, ())]


@cache
def _within(finer, cell, coarser, category):
    """Whether a cell lies within a coarser category: True, False, or None where it does in part or nothing tells."""
    names = zip(*map(categories.parts, (finer, cell, coarser, category)))
    found = {_part_within(*each) for each in names}
    return False if False in found else None if None in found else True


def _part_within(finer, cell, coarser, category):
    if finer == coarser or categories.NOT_RECORDED in (cell, category):
        return cell == category
    if finer == categories.AGE:
        return _ages_within(_years(cell), _years(category))
    homes = categories.HOMES
    return homes[cell] == category if cell in homes else None


def _ages_within(cell, category):
    if None in (cell, category):
        return None
    apart = cell[1] < category[0] or cell[0] > category[1]
    return False if apart else True if category[0] <= cell[0] and cell[1] <= category[1] else None


def _years(words):
    """The first and last year of age that a category names; None where it names none.

    >>> [_years(words) for words in ("Under 1", "7", "1 to 4", "17 and 18", "16 and over", "Unborn")]
    [(0, 0), (7, 7), (1, 4), (17, 18), (16, 150), None]
    """
    under, over = re.fullmatch(r"Under (\d+)", words), re.fullmatch(r"(\d+) and over", words)
    between = re.fullmatch(r"(\d+)(?: (?:to|and) (\d+))?", words)
    if under or over:
        return (0, int(under[1]) - 1) if under else (int(over[1]), OLDEST)
    return (int(between[1]), int(between[2] or between[1])) if between else None
