"""Small numbers: which figures a published edition withholds, so that no group of one to five children can be read or worked out.

The policy, in the order it is applied:

1. A count, numerator or denominator from 1 to 5, and a difference of the two, is withheld with all that is made from it. Zero stands.
2. Of the categories of a breakdown never one alone is withheld: the next smallest goes with it. Of a crossed one ("age band | sex") neither
   among those of one band nor among those of one sex. Likewise of the months of a year to date, and of the months between two running
   totals, which differ by just those months.
3. More are withheld until nothing withheld can be found by adding and subtracting what stands: categories and their total, crossed ones and
   both simpler breakdowns, ages and their bands, months and their year to date, rolling twelve months or financial year, and how many
   stood at a month's end with who joined and who left until the next. What is withheld together never adds up to 1 to 5 either.
4. Shares of one whole (outcomes of assessments) are treated as categories are, where their numerators come to their denominator.
5. The same number standing elsewhere for the same month and category (the numerator of a rate or share, the denominator of a percentage, or
   the whole that a category's share is of) is withheld too.
6. What stands says nothing of what is withheld: earlier values, changes, runs and signals are emptied; so is what another return
   said of any figure, since none of this was applied to it.

It cannot see into a percentage or rate that a return supplies without its parts: that one stands. And it stops sums and differences, not a
reader who also weighs what the withheld numbers may be.

Sources: ONS, Statistical disclosure control
(https://www.ons.gov.uk/aboutus/transparencyandgovernance/datastrategy/datapolicies/statisticaldisclosurecontrol).
"""

import functools

import numpy as np

from lib import categories, periods
from lib.contracts.benchmarks import COMPARATORS
from lib.disclosure.companions import LARGEST, Group, small
from lib.disclosure.flows import FAMILIES, across_measures
from lib.disclosure.nests import nested
from lib.disclosure.relations import Relation, relations

__all__ = ["LARGEST", "small", "suppress"]

WITHHELD = "suppressed"
ROUNDING = 1e-6         # what adding up may be out by

SERIES = ["authority", "measure", "breakdown", "category", "basis"]
PLACE = ["authority", "breakdown", "category", "basis", "month"]
SAID_OF_A_WITHHELD_ROW = {        # every other column of it is emptied, those not yet thought of too
    "authority", "area", "measure", "code", "title", "name", "breakdown", "category", "month", "basis", "unit", "origin", "good_is",
    "target", "population_year", "method", "source", "decimals", *COMPARATORS, *(f"{name}_period" for name in COMPARATORS)}
OF_THE_PERIOD_BEFORE = ("percent_on_month", "previous", "month_ago", "change", "travel", "better")
OF_THE_YEAR_BEFORE = ("year_ago", "change_on_year", "relative_change")
OF_THE_WHOLE_SERIES = ("run", "highest_since", "lowest_since", "signal", "mean_12", "maximum_12", "months_12", "percent_from_peak", "percent_since_april",
                       "peak_month")
OF_OTHER_RETURNS = ("rivals", "rival_numerator", "rival_denominator")       # not checked, so never published
COUNTED_FROM_ZERO = ("run",)        # where nothing is 0; every other number is missing, since 0 would be read as none


def suppress(compared):
    """The comparison rows fit for publication: the same rows, the withheld ones with state "suppressed" and no number,
    colour, arrow or signal.

    Takes the columns of the figures' key, unit, value, numerator, denominator and state, and whatever comparing added.
    """
    hidden = _hidden(compared)
    return _emptied(compared, hidden | _same_denominator(compared, hidden))


def _hidden(rows):
    """Which rows are withheld for their own number's sake, or for another's that it would give away."""
    numbers = _numbers(rows)
    hidden = small(numbers).any(axis=1)
    groups = [*_blocks(rows, numbers), *_wholes(rows, numbers)]
    while True:
        wider = _same_number(rows, numbers[:, 0], _protected(hidden, groups))
        if (wider == hidden).all():
            return hidden
        hidden = wider


def _numbers(rows):
    """A row's three numbers: a count's value or the numerator, the denominator, and their difference."""
    top = np.where(rows.unit == "count", rows.value, rows.numerator).astype(float)
    bottom = rows.denominator.to_numpy(dtype=float)
    return np.column_stack([top, bottom, bottom - top])


def _blocks(rows, numbers):
    """The rows of each measure, or of a stock with its flows, that have a number, and what can be added up among them, as it is asked for."""
    for positions in rows.groupby([rows.authority, rows.measure.replace(FAMILIES)], sort=False).indices.values():
        known = positions[~np.isnan(numbers[positions, 0])]
        yield Group(known, numbers[known], functools.partial(_related, rows.iloc[known].reset_index(drop=True)))


def _related(block):
    """All that can be added up among these rows, the shortest first."""
    own = [relation for _, rows in block.groupby("measure", sort=False) for relation in (*relations(rows), *nested(rows))]
    return sorted([*own, *across_measures(block)], key=lambda relation: len(relation.parts))


def _wholes(rows, numbers):
    """The rows of measures that share out one denominator of a month and category between them."""
    for positions in rows.groupby([*PLACE, "denominator"], sort=False).indices.values():
        if len(positions) > 1 and abs(numbers[positions, 0].sum() - numbers[positions[0], 1]) < ROUNDING:
            yield Group(positions, numbers[positions], lambda size=len(positions): [Relation(dict.fromkeys(range(size), 1), {})])


def _protected(hidden, groups):
    """The hidden rows with their companions in each group of rows that can be added up."""
    hidden = hidden.copy()
    for group in groups:
        hidden[group.positions] = group.with_companions(hidden[group.positions])
    return hidden


def _same_number(rows, tops, hidden):
    """The hidden rows, and those whose count or numerator is a hidden one's, for the same month and category."""
    keys = list(zip(*(rows[column] for column in PLACE), tops))
    told = {key for key, row, top in zip(keys, hidden, tops) if row and top > 0}
    return hidden | np.array([key in told for key in keys], dtype=bool)


def _same_denominator(rows, hidden):
    """Which rows' denominator is a hidden row's count or numerator, for the same month and category or that of its whole."""
    tops, places = _numbers(rows)[:, 0], list(zip(*(rows[column] for column in PLACE)))
    told = {(*place, top) for place, top, row in zip(places, tops, hidden) if row and top > 0}
    return np.array([not told.isdisjoint(((*place, bottom), (*_whole(place), bottom))) for place, bottom in zip(places, rows.denominator)], dtype=bool)


def _whole(place):
    """The place of what a category is a share of."""
    authority, breakdown, category, *period = place
    return authority, *categories.whole(breakdown, category), *period


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
