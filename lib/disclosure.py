"""Small numbers: which figures a published edition withholds, so that no group of one to five children can be read or worked out.

The policy, in the order it is applied:

1. A count, numerator or denominator from 1 to 5, and a difference of the two, is withheld with all that is made from it. Zero stands.
2. Of the categories of a breakdown never one alone is withheld: the next smallest goes with it. Likewise of the months of a year to date,
   and of the months between two running totals, which differ by just those months.
3. More are withheld until nothing withheld can be found by adding and subtracting what stands: categories and their total, months and their
   year to date, rolling twelve months or financial year. What is withheld together never adds up to 1 to 5 either.
4. Shares of one whole (outcomes of assessments) are treated as categories are, where their numerators come to their denominator.
5. The same number standing elsewhere for the same month and category (the numerator of a rate, the denominator of a percentage) is
   withheld too.
6. What stands says nothing of what is withheld: earlier values, changes, runs and signals are emptied; so is what another return
   said of any figure, since none of this was applied to it.

It cannot see into a percentage or rate that a return supplies without its parts: that one stands. And it stops sums and differences, not a
reader who also weighs what the withheld numbers may be.

Sources: ONS, Statistical disclosure control
(https://www.ons.gov.uk/aboutus/transparencyandgovernance/datastrategy/datapolicies/statisticaldisclosurecontrol).
"""

from itertools import chain, combinations
from typing import NamedTuple

import numpy as np

from lib import periods

SMALLEST, LARGEST = 1, 5
WITHHELD = "suppressed"
ROUNDING = 1e-6         # what adding up may be out by

BLOCK = ["authority", "measure"]
SERIES = ["authority", "measure", "breakdown", "category", "basis"]
PLACE = ["authority", "breakdown", "category", "basis", "month"]
IN_MONTH, MONTH_END, YEAR_TO_DATE, ROLLING_12, FINANCIAL_YEAR = "in_month", "month_end", "year_to_date", "rolling_12", "financial_year"
BENCHMARKS = ("england", "region", "neighbours_mean", "neighbours_median", "best_neighbour", "top_quartile")
SAID_OF_A_WITHHELD_ROW = {        # every other column of it is emptied, those not yet thought of too
    "authority", "area", "measure", "code", "title", "name", "breakdown", "category", "month", "basis", "unit", "origin", "good_is",
    "target", "population_year", "method", "source", "decimals", *BENCHMARKS, *(f"{name}_period" for name in BENCHMARKS)}
OF_THE_PERIOD_BEFORE = ("previous", "month_ago", "change", "travel", "better")
OF_THE_YEAR_BEFORE = ("year_ago", "change_on_year")
OF_THE_WHOLE_SERIES = ("run", "highest_since", "lowest_since", "signal")
OF_OTHER_RETURNS = ("rivals", "rival_numerator", "rival_denominator")       # not checked, so never published
COUNTED_FROM_ZERO = ("run",)        # where nothing is 0; every other number is missing, since 0 would be read as none


class Relation(NamedTuple):
    """Rows that a reader can add up: the parts, and the totals they make, each a row's position with its sign."""

    parts: dict
    totals: dict


def suppress(compared):
    """The comparison rows fit for publication: the same rows, the withheld ones with state "suppressed" and no number, colour, arrow or signal.

    Takes the columns of the figures' key, unit, value, numerator, denominator and state, and whatever comparing added.
    """
    hidden = _hidden(compared)
    return _emptied(compared, hidden | _same_denominator(compared, hidden))


def small(numbers):
    """Whether each number is one that must not be published: from 1 to 5. Missing is not.

    >>> small(np.array([0, 1, 5, 6, np.nan])).tolist()
    [False, True, True, False, False]
    """
    rounded = np.round(numbers)
    return (rounded >= SMALLEST) & (rounded <= LARGEST)


def given_away(table, hidden):
    """Which hidden rows follow from those that stand: the ones to which the relations leave no freedom at all.

    A line of the table is a relation: with their signs, the rows it names come to nothing.

    >>> total_of_two = np.array([[1.0, 1.0, -1.0]])
    >>> given_away(total_of_two, np.array([True, False, False])).tolist(), given_away(total_of_two, np.array([True, True, False])).tolist()
    ([True, False, False], [False, False, False])
    """
    unknown, lost = table[:, hidden], np.zeros(len(hidden), dtype=bool)
    sizes, directions = np.linalg.eigh(unknown.T @ unknown)
    lost[hidden] = np.abs(directions[:, sizes < ROUNDING]).max(axis=1, initial=0) < ROUNDING
    return lost


def relations(block):
    """Everything that can be added up among the rows of one measure; `block` has its rows' positions as its index."""
    at = dict(zip(zip(block.breakdown, block.category, block.basis, block.month), block.index))
    series = {key[:2] for key in at}
    found = [*_categories(at), *(relation for each in sorted(series) for relation in _periods(at, *each))]
    return sorted(found, key=lambda relation: len(relation.parts))


def _hidden(rows):
    """Which rows are withheld for their own number's sake, or for another's that it would give away."""
    numbers = _numbers(rows)
    hidden = small(numbers).any(axis=1)
    while True:
        wider = _protected(rows, numbers, hidden)
        wider = _same_number(rows, numbers[:, 0], _whole(rows, numbers, wider))
        if (wider == hidden).all():
            return hidden
        hidden = wider


def _numbers(rows):
    """A row's three numbers: a count's value or the numerator, the denominator, and their difference."""
    top = np.where(rows.unit == "count", rows.value, rows.numerator).astype(float)
    bottom = rows.denominator.to_numpy(dtype=float)
    return np.column_stack([top, bottom, bottom - top])


def _protected(rows, numbers, hidden):
    hidden = hidden.copy()
    for positions in rows.groupby(BLOCK, sort=False).indices.values():
        known = positions[~np.isnan(numbers[positions, 0])]
        if hidden[known].any():
            hidden[known] = _with_companions(relations(rows.iloc[known].reset_index(drop=True)), numbers[known], hidden[known])
    return hidden


def _whole(rows, numbers, hidden):
    """The hidden rows, with companions among the measures that share out one denominator of a month between them."""
    hidden = hidden.copy()
    for positions in rows.groupby([*PLACE, "denominator"], sort=False).indices.values():
        left_over = numbers[positions, 0].sum() - numbers[positions[0], 1]
        if len(positions) > 1 and abs(left_over) < ROUNDING and hidden[positions].any():
            whole = Relation(dict.fromkeys(range(len(positions)), 1), {})
            hidden[positions] = _with_companions([whole], numbers[positions], hidden[positions])
    return hidden


def _with_companions(related, numbers, hidden):
    """The hidden rows of a measure, and the fewest small ones beside them that leave none to be worked out."""
    parts, totals = (_table([relation[side] for relation in related], len(hidden)) for side in (0, 1))
    hidden, numbers, named = hidden.copy(), np.nan_to_num(numbers), (parts != 0) | (totals != 0)
    lone = (parts != 0) @ (numbers > 0).any(axis=1).astype(int) < 2
    named[(totals == 0).all(axis=1) & lone] = False        # one part that is not zero, and no total that would tell it
    while (companion := _companion(parts, totals, named, numbers, hidden)) is not None:
        hidden[companion] = True
    return hidden


def _table(sides, width):
    table = np.zeros((len(sides), width))
    for line, side in zip(table, sides):
        line[list(side)] = list(side.values())
    return table


def _companion(parts, totals, named, numbers, hidden):
    """The row to hide next: the smallest beside one given away; else the smallest that frees it from afar; else the smallest of all."""
    touched = named[:, hidden].any(axis=1)
    parts, totals = parts[touched], totals[touched]
    table = parts + totals
    lost = given_away(table, hidden)
    exposed = _adds_up_small(parts, totals, numbers, hidden) | (table[:, lost] != 0).any(axis=1)
    order = np.argsort((table[:, hidden] != 0).sum(axis=1), kind="stable")
    own = (row for line in order if exposed[line] for side in (parts, totals) for row in _candidates(side[line], numbers, hidden))
    others = _candidates(np.abs(table).sum(axis=0), numbers, hidden) if lost.any() else []
    freeing = (row for row in others if _frees(row, table, hidden, lost))
    return next(chain(own, freeing, others), None)


def _frees(row, table, hidden, lost):
    return (given_away(table, hidden | (np.arange(len(hidden)) == row)) & lost).sum() < lost.sum()


def _adds_up_small(parts, totals, numbers, hidden):
    """Where what is hidden in a relation comes to a small number that its total tells."""
    unknown = parts[:, hidden]
    told = (totals[:, hidden] == 0).all(axis=1) & (np.abs(unknown.sum(axis=1)) == np.abs(unknown).sum(axis=1))
    return told & small(np.abs(unknown @ numbers[hidden])).any(axis=1)


def _candidates(line, numbers, hidden):
    """The rows of a line that may be hidden too, the smallest first. True zeros stand."""
    standing = np.flatnonzero((line != 0) & ~hidden & (numbers > 0).any(axis=1))
    return sorted(standing, key=lambda row: (numbers[row, 0] == 0, numbers[row, 0], row))


def _categories(at):
    """The categories of each breakdown, with the whole authority's row where there is one."""
    groups = {}
    for (breakdown, _, *period), row in at.items():
        if breakdown:
            groups.setdefault((breakdown, *period), {})[row] = 1
    for (_, *period), parts in groups.items():
        total = at.get(("", "", *period))
        if len(parts) > 1 or total is not None:
            yield Relation(parts, {} if total is None else {total: -1})


def _periods(at, *place):
    """What the months of one category make: running totals, rolling years, and a year's end."""
    series = {key[2:]: row for key, row in at.items() if key[:2] == place}
    yield from _running(series)
    for (basis, month), row in series.items():
        if basis == ROLLING_12:
            yield from _rolling(series, month, row)
        if basis == FINANCIAL_YEAR and (MONTH_END, month) in series:
            yield Relation({series[MONTH_END, month]: 1}, {row: -1})


def _running(series):
    """Between any two totals of a financial year, or its start and one: the months that make the difference."""
    years = {}
    for (basis, month), row in series.items():
        if basis in (YEAR_TO_DATE, FINANCIAL_YEAR) or (basis == ROLLING_12 and month == periods.year_end(month)):
            years.setdefault(periods.year_start(month), []).append((month, row))
    for start, totals in years.items():
        opening = (periods.shift(start, -1), None)
        for (first, before), (last, after) in combinations([opening, *sorted(totals)], 2):
            signs = {after: -1} if before is None else {after: -1, before: 1}
            yield from _summed(series, periods.between(periods.shift(first, 1), last), signs)


def _rolling(series, month, row):
    yield from _summed(series, periods.rolling_12(month), {row: -1})
    before, in_, out = ((ROLLING_12, periods.shift(month, -1)), (IN_MONTH, month), (IN_MONTH, periods.shift(month, -12)))
    if before in series and in_ in series and out in series:
        yield Relation({series[in_]: 1, series[out]: -1}, {row: -1, series[before]: 1})


def _summed(series, months, totals):
    keys = [(IN_MONTH, month) for month in months]
    if all(key in series for key in keys):
        yield Relation({series[key]: 1 for key in keys}, totals)


def _same_number(rows, tops, hidden):
    """The hidden rows, and those whose count or numerator is a hidden one's, for the same month and category."""
    keys = list(zip(*(rows[column] for column in PLACE), tops))
    told = {key for key, row, top in zip(keys, hidden, tops) if row and top > 0}
    return hidden | np.array([key in told for key in keys], dtype=bool)


def _same_denominator(rows, hidden):
    """Which rows' denominator is a hidden row's count or numerator, for the same month and category."""
    tops, places = _numbers(rows)[:, 0], list(zip(*(rows[column] for column in PLACE)))
    told = {(*place, top) for place, top, row in zip(places, tops, hidden) if row and top > 0}
    return np.array([(*place, bottom) in told for place, bottom in zip(places, rows.denominator)], dtype=bool)


def _emptied(rows, withheld):
    published = rows.copy()
    _empty(published, [column for column in rows if column not in SAID_OF_A_WITHHELD_ROW], withheld)
    published.loc[withheld, "state"] = WITHHELD
    _empty(published, OF_THE_PERIOD_BEFORE, _points_at(rows, withheld, "previous_month", 1))
    _empty(published, OF_THE_YEAR_BEFORE, _points_at(rows, withheld, "year_ago_month", 12))
    _empty(published, OF_THE_WHOLE_SERIES, _in_a_series_with(rows, withheld))
    _empty(published, OF_OTHER_RETURNS, np.full(len(rows), True))
    return published


def _empty(published, columns, where):
    for column in [name for name in columns if name in published and where.any()]:
        if column in COUNTED_FROM_ZERO:
            published.loc[where, column] = 0
        elif published[column].dtype.kind in "biuf":
            published[column] = published[column].astype(float).mask(where)
        else:
            published.loc[where, column] = ""


def _points_at(rows, withheld, column, back):
    """Which rows look back at a withheld one: the month they name, or the one so many months before."""
    keys = list(zip(*(rows[name] for name in SERIES)))
    gone = {(*key, month) for key, month, row in zip(keys, rows.month, withheld) if row}
    named = rows[column] if column in rows else rows.month
    before = [(named_month, periods.shift(month, -back)) for named_month, month in zip(named, rows.month)]
    return np.array([any((*key, month) in gone for month in months) for key, months in zip(keys, before)], dtype=bool)


def _in_a_series_with(rows, withheld):
    keys = list(zip(*(rows[column] for column in SERIES)))
    gone = {key for key, row in zip(keys, withheld) if row}
    return np.array([key in gone for key in keys], dtype=bool)
