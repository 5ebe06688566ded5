"""What a reader can add up among the rows of one measure: categories and their totals, months and the longer periods that they make."""

from itertools import combinations
from typing import NamedTuple

from lib import categories, periods

IN_MONTH, MONTH_END, YEAR_TO_DATE, ROLLING_12, FINANCIAL_YEAR = "in_month", "month_end", "year_to_date", "rolling_12", "financial_year"


class Relation(NamedTuple):
    """Rows that a reader can add up: the parts, and the totals they make, each a row's position with its sign.

    `follows` says that others among the relations say the same together; `spares` that its totals are to stand while anything else can go.
    """

    parts: dict
    totals: dict
    follows: bool = False
    spares: bool = False


def relations(block):
    """All that can be added up among the rows of one measure; `block` has its rows' positions as its index. In no order."""
    at = dict(zip(zip(block.breakdown, block.category, block.basis, block.month), block.index))
    series = {}
    for (*place, basis, month), row in at.items():
        series.setdefault(tuple(place), {})[basis, month] = row
    yield from _categories(at)
    yield from (relation for place in sorted(series) for relation in _periods(series[place]))


def _categories(at):
    """The categories of each breakdown in each period, with the row they come to where there is one."""
    groups = {}
    for (breakdown, category, *period), row in at.items():
        if breakdown:
            groups.setdefault((breakdown, *period), {})[_parts(breakdown, category)] = row
    for (breakdown, *period), rows in groups.items():
        names = categories.parts(breakdown)
        yield from _of_a_crossed_one(names, rows, at, period) if len(names) > 1 else _summed_up(rows, (), names, at, period)


def _of_a_crossed_one(names, rows, at, period):
    """The cells of a crossed breakdown: those that share some of its categories come to a simpler breakdown's, all together to the whole."""
    implied = False
    for size in reversed(range(len(names))):
        for kept in combinations(range(len(names)), size):
            found = list(_summed_up(rows, kept, names, at, period))
            implied |= size > 0 and all(relation.totals for relation in found) and _covers(found, kept, names, at, period)
            yield from (relation._replace(follows=implied and not size) for relation in found)


def _covers(found, kept, names, at, period):
    """Whether the totals are all the rows of their own breakdown, so that those add up in place of the cells."""
    simpler = categories.crossed(*(names[place] for place in kept))
    totals = {row for relation in found for row in relation.totals}
    return totals == {row for (breakdown, _, *when), row in at.items() if breakdown == simpler and when == period}


def _summed_up(rows, kept, names, at, period):
    """The cells that share the kept categories, and the row of those categories alone."""
    groups = {}
    for parts, row in rows.items():
        groups.setdefault(tuple(parts[place] for place in kept), {})[row] = 1
    simpler = categories.crossed(*(names[place] for place in kept))
    for shared, cells in groups.items():
        total = at.get((simpler, categories.crossed(*shared), *period))
        if len(cells) > 1 or total is not None:
            yield Relation(cells, {} if total is None else {total: -1})


def _parts(breakdown, category):
    """A category's parts, as many as its breakdown has."""
    many = len(categories.parts(breakdown))
    parts = category.split(categories.SEPARATOR, many - 1)
    return (*parts, *[""] * (many - len(parts)))


def _periods(series):
    """What the months of one category make: running totals, rolling years, and a year's end."""
    yield from _running(series)
    for (basis, month), row in series.items():
        if basis == ROLLING_12:
            yield from _rolling(series, month, row)
        if basis == FINANCIAL_YEAR and (MONTH_END, month) in series:
            yield Relation({series[MONTH_END, month]: 1}, {row: -1})


def _running(series):
    """Between any two totals of a financial year, or its start and one: the months that make the difference.

    Those between two that follow each other say all; the others follow from them. A year to date of month ends pools them.
    """
    pooled = any(basis == MONTH_END for basis, _ in series)
    years = {}
    for (basis, month), row in series.items():
        if basis == YEAR_TO_DATE or not pooled and (basis == FINANCIAL_YEAR or basis == ROLLING_12 and month == periods.year_end(month)):
            years.setdefault(periods.year_start(month), []).append((month, row))
    for start, totals in years.items():
        ends = [(periods.shift(start, -1), None), *sorted(totals)]
        for (place, (first, before)), (next_, (last, after)) in combinations(enumerate(ends), 2):
            signs, months = {after: -1} if before is None else {after: -1, before: 1}, periods.between(periods.shift(first, 1), last)
            yield from _summed(series, MONTH_END if pooled else IN_MONTH, months, signs, follows=next_ > place + 1)


def _rolling(series, month, row):
    yield from _summed(series, IN_MONTH, periods.rolling_12(month), {row: -1})
    before, in_, out = ((ROLLING_12, periods.shift(month, -1)), (IN_MONTH, month), (IN_MONTH, periods.shift(month, -12)))
    if before in series and in_ in series and out in series:
        yield Relation({series[in_]: 1, series[out]: -1}, {row: -1, series[before]: 1})


def _summed(series, basis, months, totals, follows=False):
    keys = [(basis, month) for month in months]
    if all(key in series for key in keys):
        yield Relation({series[key]: 1 for key in keys}, totals, follows)
