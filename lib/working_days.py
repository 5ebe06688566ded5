"""England's working days: Monday to Friday but for its bank holidays, those of one year alone (a jubilee, a state funeral) included."""

from functools import cache

import holidays
import numpy as np
import pandas as pd

FIRST_YEAR, LAST_YEAR = 1990, 2050
DAY = np.timedelta64(1, "D")


def elapsed(start, end):
    """The working days from a start to an end, both Series of days: day 1 is the first working day after the start, the end's own day counts.

    NaN where either is missing; negative never: 0 where the end comes first. Limits so counted: Working Together (Department for Education).

    >>> day = lambda *said: pd.Series(pd.to_datetime(said))
    >>> elapsed(day("2020-04-09", "2020-03-02"), day("2020-04-14", "2020-03-02")).tolist()     # Easter stands between the first two
    [1.0, 0.0]
    """
    known = (start.notna() & end.notna()).to_numpy()
    days = np.full(len(start), np.nan)
    first, last = _days(start)[known] + DAY, _days(end)[known] + DAY
    days[known] = np.maximum(np.busday_count(first, last, busdaycal=_calendar()), 0)
    return pd.Series(days, index=start.index)


def after(start, days):
    """The working day that is so many after each start; NaT where there is no start.

    >>> after(pd.Series(pd.to_datetime(["2019-12-24", None])), 2).dt.strftime("%d %B").tolist()
    ['30 December', nan]
    """
    known = start.notna().to_numpy()
    found = np.full(len(start), np.datetime64("NaT"), dtype="datetime64[D]")
    found[known] = np.busday_offset(_days(start)[known], days, roll="backward", busdaycal=_calendar())
    return pd.Series(found.astype("datetime64[us]"), index=start.index)


def _days(dates):
    return dates.to_numpy().astype("datetime64[D]")


@cache
def _calendar():
    days = holidays.country_holidays("GB", subdiv="ENG", years=range(FIRST_YEAR, LAST_YEAR + 1))
    return np.busdaycalendar(holidays=sorted(days))
