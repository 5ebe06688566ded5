"""England's working days, at their edges."""

import pandas as pd
import pytest

from lib import working_days


def days(*said):
    return pd.Series(pd.to_datetime(list(said)))


@pytest.mark.parametrize("start, end, expected", [
    ("2020-03-02", "2020-03-02", 0),        # the day itself is no working day after it
    ("2020-03-02", "2020-03-03", 1),
    ("2020-03-06", "2020-03-09", 1),        # Friday to Monday
    ("2020-03-07", "2020-03-09", 1),        # from a Saturday
    ("2020-04-09", "2020-04-14", 1),        # over Good Friday and Easter Monday
    ("2019-12-24", "2020-01-02", 4),        # over Christmas, Boxing Day and New Year's Day
    ("2020-05-07", "2020-05-11", 1),        # the early May holiday moved to VE Day's Friday
    ("2021-12-24", "2021-12-29", 1),        # Christmas at a weekend: Monday and Tuesday instead
    ("2022-06-01", "2022-06-06", 1),        # the Platinum Jubilee: a Thursday and a Friday
    ("2022-09-16", "2022-09-20", 1),        # the State Funeral
    ("2020-02-28", "2020-03-02", 1),        # 29 February 2020 was a Saturday
    ("2020-03-05", "2020-03-02", 0),        # an end before its start
])
def test_working_days_after_a_start_up_to_an_end(start, end, expected):
    counted = working_days.elapsed(days(start), days(end))

    assert counted.tolist() == [expected]


def test_the_time_of_day_does_not_matter():
    counted = working_days.elapsed(days("2020-03-02 23:59"), days("2020-03-03 00:01"))

    assert counted.tolist() == [1]


def test_without_a_start_or_an_end_there_is_no_number_of_days():
    counted = working_days.elapsed(days("2020-03-02", None), days(None, "2020-03-02"))

    assert counted.isna().all()


def test_the_day_after_so_many_working_days_is_that_many_days_away():
    starts = days("2019-12-02", "2019-12-07", "2020-02-29", "2020-04-09")

    ends = working_days.after(starts, 45)

    assert working_days.elapsed(starts, ends).tolist() == [45, 45, 45, 45]


def test_columns_given_are_left_as_they_were():
    starts, ends = days("2020-03-02"), days("2020-03-09")
    before = starts.copy(), ends.copy()

    working_days.elapsed(starts, ends)
    working_days.after(starts, 3)

    assert starts.equals(before[0]) and ends.equals(before[1])
