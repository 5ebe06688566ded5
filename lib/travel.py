"""Direction of travel: what changed, against which earlier value, and whether that is better, by the policy an authority chose."""

import numpy as np

from lib import periods, rates
from lib.measures import FINANCIAL_YEAR, HIGH, LOW, WITHIN_LIMITS, YEAR_TO_DATE

UP, DOWN, LEVEL = "up", "down", "level"
BETTER, WORSE, SAME = "better", "worse", "same"
YEAR = 12
NOISE = 1e-9            # less than this between two values is a computer's arithmetic, no change
OPPOSITE = {UP: DOWN, DOWN: UP, LEVEL: LEVEL, "": ""}
KEY = ["measure", "breakdown", "category", "basis", "month"]


def add(figures, settings):
    """The same rows with `previous`, `previous_month`, `travel` (up, down, level) and `better` (better, worse, same).

    A year to date, and a year, are set against the one before; other bases against what the settings say. `travel` is the arrow:
    the value's own direction, or performance's where the settings ask for that (a falling value that is good low points up; within
    limits, up is towards the middle of the range). Empty where there is no earlier value. A measure that is good neither way is
    never better or worse. `decimals` are enough to tell the month's figure from the one it is set against, where they are not level;
    `change_decimals` are enough for a change in percent not to be printed as what is level, or what is level as a change.
    """
    values = figures.set_index(KEY).value.to_dict()
    middles = _middles(settings.lines)
    rows = [_travel(row, values, middles.get((row.measure, row.breakdown, row.category)), settings) for row in figures.itertuples()]
    columns = ("previous", "previous_month", "travel", "better", "change_decimals")
    moved = figures.assign(**dict(zip(columns, map(list, zip(*rows)))) if rows else {column: [] for column in columns})
    return moved.assign(decimals=_told_apart(moved, settings.month))


def _travel(row, values, middle, settings):
    month = periods.shift(row.month, -steps(row.basis, settings.travel_against))
    previous = values.get((row.measure, row.breakdown, row.category, row.basis, month), np.nan)
    moved = direction(row.value, previous, settings.travel_tolerance)
    progress = improvement(row, previous, moved, middle)
    arrow = progress or moved if settings.arrow == "performance" else moved
    told = decimals_of_change(row.value, previous, moved, settings.travel_tolerance)
    return previous, month if moved else "", arrow, {UP: BETTER, DOWN: WORSE, LEVEL: SAME}.get(progress, ""), told


def _told_apart(figures, month):
    enough = {}
    for row in figures[(figures.month == month) & figures.travel.isin([UP, DOWN])].itertuples():
        for each in (row.month, row.previous_month):
            enough[row.measure, row.breakdown, row.category, row.basis, each] = decimals_apart(row.value, row.previous, row.decimals)
    return [max(least, enough.get(key, 0)) for least, key in zip(figures.decimals, figures[KEY].itertuples(index=False, name=None))]


def decimals_apart(one, other, least):
    """The fewest decimals, and at least those given, with which two numbers are not printed alike.

    >>> decimals_apart(0.2762, 0.2703, 1), decimals_apart(85.2, 83.6, 1)
    (2, 1)
    """
    return next((decimals for decimals in range(least, rates.MOST_DECIMALS) if rates.round_half_up(one, decimals) != rates.round_half_up(other, decimals)),
                rates.MOST_DECIMALS)


def decimals_of_change(value, previous, moved, tolerance=0.0):
    """The fewest decimals with which a change in percent, as printed, still has the direction it has.

    >>> decimals_of_change(1098, 1000, "level", 0.1), decimals_of_change(1096, 1000, "level", 0.1), decimals_of_change(1002, 1000, "up")
    (1, 1, 1)
    """
    if not moved or not previous:
        return 0
    percent = 100 * (value - previous) / previous
    return next((decimals for decimals in range(rates.MOST_DECIMALS)
                 if direction(100 + rates.round_half_up(percent, decimals), 100, tolerance) == moved), rates.MOST_DECIMALS)


def steps(basis, against):
    """How many months back the earlier value of a basis stands.

    >>> steps("in_month", "previous_month"), steps("year_to_date", "previous_month")
    (1, 12)
    """
    return YEAR if basis in (YEAR_TO_DATE, FINANCIAL_YEAR) or against == "same_month_last_year" else 1


def direction(value, previous, tolerance=0.0):
    """Up, down or level; level within a relative tolerance of the earlier value; empty where either is missing.

    >>> direction(110, 100, 0.1), direction(109, 100, 0.1), direction(1, float("nan"))
    ('up', 'level', '')
    """
    if np.isnan(value) or np.isnan(previous):
        return ""
    change, room = value - previous, tolerance * abs(previous)
    if abs(change) < max(room - NOISE, NOISE):
        return LEVEL
    return UP if change > 0 else DOWN


def improvement(row, previous, moved, middle):
    """Which way performance went: up is better. Empty for a measure that is good neither way, or within limits that are not set."""
    if not moved or row.good_is not in (HIGH, LOW, WITHIN_LIMITS):
        return ""
    if row.good_is == WITHIN_LIMITS:
        return "" if middle is None else LEVEL if moved == LEVEL else direction(-abs(row.value - middle), -abs(previous - middle))
    return moved if row.good_is == HIGH else OPPOSITE[moved]


def _middles(lines):
    limited = lines[lines.target.isin(["limits", "band"])]
    middle = limited.centre.where(limited.target == "band", (limited.low + limited.high) / 2)
    return dict(zip(zip(limited.measure, limited.breakdown, limited.category), middle))
