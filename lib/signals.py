"""Which figures are more than month-to-month noise: XmR limits and the rules of NHS England's "Making data count".

Only single months and month ends are looked at: a year to date and a rolling year repeat their own past and would signal by themselves.
"""

from typing import NamedTuple

import numpy as np

from lib import periods
from lib.measures import HIGH, IN_MONTH, LOW, MONTH_END

WATCHED = (IN_MONTH, MONTH_END)
SERIES = ["measure", "breakdown", "category", "basis"]

# NHS England, Making data count (https://www.england.nhs.uk/publication/making-data-count/), as its R package NHSRplotthedots counts them
LIMIT = 2.66                # moving ranges from the mean: 3 over 1.128
NEAR = LIMIT * 2 / 3        # where the outer third begins
WILD_RANGE = 3.267          # times the mean: a moving range that screening leaves out
RUN = 7                     # points of a shift, or of a trend
ENOUGH, SETTLED = 12, 15    # points: fewer and there are no limits, fewer and they are provisional
SAME = 1e-9                 # relative difference that only arithmetic makes

TOO_LITTLE = "too little history"
PROVISIONAL = " (provisional limits)"
WORDS = {"outside": {1: "above the upper limit", -1: "below the lower limit"},
         "shift": {1: "shift of seven above the mean", -1: "shift of seven below the mean"},
         "trend": {1: "trend of seven upwards", -1: "trend of seven downwards"},
         "near": {1: "two of three near the upper limit", -1: "two of three near the lower limit"}}
JUDGED = {(HIGH, 1): ", an improvement", (HIGH, -1): ", a concern", (LOW, 1): ", a concern", (LOW, -1): ", an improvement"}


class Limits(NamedTuple):
    """The mean of a series and the limits that noise alone keeps within, in the unit of its values."""

    mean: float
    lower: float
    upper: float


def add(compared):
    """The same rows with `signal`: the rules that hold at each month, in words, judged where the row says which way is good.

    Looks only at the unbroken months up to each row's own, so a later month never changes what an earlier one said. Empty where nothing
    signals, where there is no value and on other bases; "too little history" below twelve months.
    """
    signal = np.full(len(compared), "", dtype=object)
    watched = compared.reset_index(drop=True).loc[lambda rows: rows.basis.isin(WATCHED) & rows.value.notna()]
    for _, series in watched.groupby(SERIES, sort=False):
        values = dict(zip(series.month, series.value))
        signal[series.index] = [_signal(_unbroken(values, month), good) for month, good in zip(series.month, series.good_is)]
    return compared.assign(signal=signal.astype(str) if len(signal) else "")


def limits(values, screen_outliers=False):
    """The mean and the limits at 2.66 mean moving ranges on either side; with screening, without moving ranges over 3.267 times their mean.

    >>> limits([10, 12, 10, 12])
    Limits(mean=11.0, lower=5.68, upper=16.32)
    """
    mean, spread = _mean_and_spread(values, screen_outliers)
    return Limits(mean, mean - LIMIT * spread, mean + LIMIT * spread)


def rules(values):
    """For each point the rules it is part of, in words; an empty tuple is common cause.

    >>> rules([5, 1, 9, 2, 3, 4, 5, 6, 7, 8])[9]
    ('trend of seven upwards',)
    """
    held = _held(np.asarray(values, dtype=float))
    return [tuple(WORDS[rule][int(signs[point])] for rule, signs in held.items() if signs[point]) for point in range(len(values))]


def shifts(sides):
    """Where seven points in a row have been on one side of the mean: that side (1 above, -1 below), at the seventh and after, else 0.

    >>> shifts([1] * 8 + [-1]).tolist()
    [0, 0, 0, 0, 0, 0, 1, 1, 0]
    """
    return _same_for(np.sign(sides), RUN)


def trends(values):
    """Where seven points in a row have each been above the one before (1), or below it (-1), at the seventh and after, else 0.

    >>> trends([7, 6, 5, 4, 3, 2, 1]).tolist()
    [0, 0, 0, 0, 0, 0, -1]
    """
    moves = np.sign(np.diff(values, prepend=np.nan))
    return _same_for(np.where(np.isnan(moves), 0, moves), RUN - 1)


def two_of_three(near, sides):
    """Whether each point stands in some three in a row, all on one side of the mean, of which at least two are near a limit.

    >>> two_of_three([0, 0, 1, 0, 1, 0, 0], [1] * 7).tolist()
    [0, 0, 1, 1, 1, 0, 0]
    """
    found = np.zeros(len(near), dtype=int)
    for first in range(len(near) - 2):
        three = slice(first, first + 3)
        if sum(near[three]) >= 2 and abs(sum(sides[three])) == 3:
            found[three] = 1
    return found


def backfill(ends, length=RUN):
    """The sign found at the end of a run, given to every point of that run.

    >>> backfill([0, 0, 0, 0, 0, 0, 1, 0]).tolist()
    [1, 1, 1, 1, 1, 1, 1, 0]
    """
    filled = np.zeros(len(ends), dtype=int)
    for end in np.flatnonzero(ends):
        filled[max(end + 1 - length, 0):end + 1] = ends[end]
    return filled


def _signal(values, good_is):
    """What the rules say of the last of these values."""
    if len(values) < ENOUGH:
        return TOO_LITTLE
    held = _held(np.asarray(values, dtype=float))
    said = [WORDS[rule][int(signs[-1])] + JUDGED.get((good_is, int(signs[-1])), "") for rule, signs in held.items() if signs[-1]]
    return "; ".join(said) + (PROVISIONAL if said and len(values) < SETTLED else "")


def _held(values):
    """Each rule's name with, for each point, the direction in which it holds there, or 0."""
    mean, spread = _mean_and_spread(values)
    sides = _side(values, mean)
    outside = _beyond(values, mean, LIMIT * spread)
    near = np.where(outside == 0, _beyond(values, mean, NEAR * spread), 0)
    return {"outside": outside,
            "shift": backfill(shifts(sides)),
            "trend": backfill(trends(values)),
            "near": near * two_of_three(np.abs(near), sides)}


def _mean_and_spread(values, screen_outliers=False):
    values = np.asarray(values, dtype=float)
    moving = np.abs(np.diff(values))
    if screen_outliers:
        moving = moving[moving < WILD_RANGE * moving.mean()]
    return float(values.mean()), float(moving.mean()) if len(moving) else float("nan")


def _side(values, line):
    """1 above the line, -1 below it, 0 on it: a difference that only arithmetic makes is none."""
    apart = values - line
    return np.where(np.abs(apart) <= SAME * np.maximum(np.abs(values), abs(line)), 0, np.sign(apart)).astype(int)


def _beyond(values, mean, distance):
    above, below = _side(values, mean + distance) > 0, _side(values, mean - distance) < 0
    return above.astype(int) - below.astype(int)


def _same_for(signs, length):
    """The sign at each point where it has been the same, and not 0, for so many points, else 0."""
    ends, run = np.zeros(len(signs), dtype=int), 0
    for point, sign in enumerate(signs):
        run = run + 1 if point and sign == signs[point - 1] else 1
        ends[point] = sign if run >= length else 0
    return ends


def _unbroken(values, month):
    """The values of the months in a row that end with this one, oldest first."""
    row = []
    while month in values:
        row.append(values[month])
        month = periods.shift(month, -1)
    return row[::-1]
