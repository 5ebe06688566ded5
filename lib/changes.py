"""How a figure moved: since the month before, since a year before, for how many months running, and since when it was last so high or low.

And what its last twelve months come to.
"""

import numpy as np

from lib import periods
from lib.measures import FINANCIAL_YEAR, IN_MONTH, MONTH_END, ROLLING_12

SERIES = ["measure", "breakdown", "category", "basis"]
COLUMNS = ("month_ago", "change", "year_ago", "year_ago_month", "change_on_year", "run", "highest_since", "lowest_since", "first_month",
           "relative_change", "mean_12", "maximum_12", "months_12")
YEAR = 12
NOTABLE = 5             # months with figures that lie between a figure and the last that was so high: a "highest since" nearer than that says nothing
OF_ITS_MONTHS = (IN_MONTH, MONTH_END, ROLLING_12)       # whose values stand side by side; a year to date only grows


def add(figures):
    """The same rows with the changes, in the measure's unit (percentage points for a percentage).

    `change` is since the month before (a financial year: the year before), `change_on_year` since the same month a year before. `run`
    counts the moves in one direction up to this month, negative for falls. `highest_since` is the latest earlier month that was as
    high; the word "start" where none was, of those from `first_month` on; empty where the figure did not rise, where that month is too near
    to say anything, and where fewer than twelve earlier months have a figure. `lowest_since` likewise. Only values that stand side by side have
    them: a year to date is highest in every March.
    `relative_change` is the change on the year in percent of the figure then, for percentages too; missing where that was zero.
    `mean_12` and `maximum_12` are of the unrounded values of the twelve months up to this one, `months_12` of how many: a month that
    holds words is none. A year to date and a whole year have none of these.
    More than a year without a figure ends what is looked back on.
    """
    rows = {}
    for _, series in figures.sort_values("month").groupby(SERIES, sort=False):
        rows |= dict(zip(series.index, _moves(list(zip(series.month, series.value)), series.basis.iloc[0])))
    ordered = [rows[index] for index in figures.index]
    return figures.assign(**{column: [row[place] for row in ordered] for place, column in enumerate(COLUMNS)})


def _moves(points, basis):
    values = dict(points)
    step = YEAR if basis == FINANCIAL_YEAR else 1
    seen, run = [], 0
    for month, value in points:
        ago, year_month = values.get(periods.shift(month, -step), np.nan), periods.shift(month, -YEAR)
        year_ago = values.get(year_month, np.nan)
        run, seen = _run(run, value - ago), _unbroken(seen, month, step)
        looked_back_on = seen if basis in OF_ITS_MONTHS else []
        yield (ago, value - ago, year_ago, "" if np.isnan(year_ago) else year_month, value - year_ago, run,
               _since(looked_back_on, value, value > ago, lambda earlier, now: earlier >= now),
               _since(looked_back_on, value, value < ago, lambda earlier, now: earlier <= now), seen[0][0] if seen else month,
               relative(value, year_ago), *_of_twelve([*seen[1 - YEAR:], (month, value)], year_month, basis))
        if not np.isnan(value):
            seen.append((month, value))


def relative(value, earlier):
    """The change from an earlier value in percent of it; missing where either is, or where the earlier one is zero.

    >>> relative(363, 330), relative(1, 0)
    (10.0, nan)
    """
    return 100 * (value - earlier) / earlier if earlier else np.nan


def _of_twelve(points, before, basis):
    """The mean and the highest of the values after that month, and how many there are."""
    values = [value for month, value in points if month > before and not np.isnan(value)] if basis in OF_ITS_MONTHS else []
    return (sum(values) / len(values), max(values), len(values)) if values else (np.nan, np.nan, 0)


def _unbroken(seen, month, step):
    """What was seen before, unless so long is missing since that nobody knows what it was in between."""
    return seen if seen and periods.shift(seen[-1][0], max(step, YEAR)) >= month else []


def _run(run, change):
    """The moves in one direction so far, with this one."""
    if np.isnan(change) or change == 0:
        return 0
    sign = 1 if change > 0 else -1
    return run + sign if run * sign > 0 else sign


def _since(seen, value, moved, reaches):
    """The latest month seen that reached a value that moved, or "start"; nothing where few months were seen, or few lie in between."""
    if not moved or len(seen) < periods.ENOUGH_TO_COMPARE:
        return ""
    between, month = next(((between, month) for between, (month, earlier) in enumerate(reversed(seen)) if reaches(earlier, value)), (len(seen), "start"))
    return month if between >= NOTABLE else ""
