"""How far a count lies, in per cent, from the month before, from its highest of twelve months, and from where the financial year began."""

import numpy as np

from lib import periods
from lib.measures import COUNT, IN_MONTH, MONTH_END

SERIES = ["measure", "breakdown", "category", "basis"]
COLUMNS = ("percent_on_month", "peak_month", "percent_from_peak", "percent_since_april")
NONE = (np.nan, "", np.nan, np.nan)


def add(figures):
    """The same rows with the columns above, in per cent of the earlier figure: negative where the count has fallen.

    `peak_month` is the latest of the eleven months before in which the count was highest, and higher than now; empty where there is none, or
    any of the twelve months is not known. April is the financial year's first month. Counts of a month or at its end alone have
    any of this: a percentage moves by points. An earlier figure of nought has none either.
    """
    counts = figures[(figures.unit == COUNT) & figures.basis.isin([IN_MONTH, MONTH_END])]
    rows = {}
    for _, series in counts.groupby(SERIES, sort=False):
        values = dict(zip(series.month, series.value))
        rows |= {index: _of(values, month) for index, month in zip(series.index, series.month)}
    found = [rows.get(index, NONE) for index in figures.index]
    return figures.assign(**{column: [row[place] for row in found] for place, column in enumerate(COLUMNS)})


def percent(now, earlier):
    """How much more than the earlier figure one is, in per cent of it; NaN where either is missing or the earlier is nought.

    >>> percent(150.0, 200.0), percent(1.0, 0.0)
    (-25.0, nan)
    """
    return (now - earlier) / earlier * 100 if earlier else np.nan


def _of(values, month):
    now, april = values[month], periods.year_start(month)
    peak = _peak(values, month)
    return (percent(now, values.get(periods.shift(month, -1), np.nan)), peak, percent(now, values.get(peak, np.nan)),
            percent(now, values.get(april, np.nan)) if april != month else np.nan)


def _peak(values, month):
    """The latest month of the twelve up to this one in which the count was highest, where that is not this one."""
    known = {each: values[each] for each in periods.rolling_12(month) if not np.isnan(values.get(each, np.nan))}
    if len(known) < periods.ENOUGH_TO_COMPARE:
        return ""
    highest = max(known.values())
    return max(each for each, value in known.items() if value == highest) if known[month] < highest else ""
