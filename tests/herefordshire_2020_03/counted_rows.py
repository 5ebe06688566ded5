"""Rows of the worked example as frames, typed as their lists declare, and the few things that tests count of them with plain pandas."""

from functools import cache

import pandas as pd

from lib import rates
from lib.contracts import lists
from tests.herefordshire_2020_03 import casework, days, protection

MARCH, FEBRUARY = "2020-03", "2020-02"
ENDS = {month: pd.Timestamp(casework.last_day(month)) for month in days.MONTHS}


@cache
def frame(key):
    """A list's rows as a frame: codes by their keys, dates as such."""
    return typed(pd.DataFrame(protection.rows()[key]), lists.all()[key])


def typed(rows, declared):
    for column in declared.columns:
        if column.key in rows and column.kind in (lists.DATE, lists.TIME):
            rows[column.key] = pd.to_datetime(rows[column.key])
        if column.key in rows and column.kind in (lists.CODE, lists.YES_NO):
            rows[column.key] = rows[column.key].map(lambda word, of=column: lists.code(of, word) if pd.notna(word) else "")
    return rows


def in_month(dates):
    """The months of days, as "2020-03"."""
    return dates.dt.strftime("%Y-%m")


def standing(rows, since, until, day):
    """The rows that stand at a day: an end on it is none of it."""
    return rows[(rows[since] <= day) & (rows[until].isna() | (rows[until] > day))]


def percent(part, whole):
    """A whole percent, as the report prints it."""
    return rates.round_half_up(100 * part / whole, 0)
