"""How far counts lie from the month before, from their peak of twelve months and from April."""

import numpy as np
import pandas as pd
import pytest

from lib import peaks, periods

NOTHING = float("nan")


def series(values, last="2014-12", unit="count", basis="in_month"):
    """The figures of one measure for the months up to the last, one a month."""
    months = periods.between(periods.shift(last, 1 - len(values)), last)
    return pd.DataFrame({"measure": "contacts", "breakdown": "", "category": "", "basis": basis, "unit": unit, "month": months,
                         "value": np.array(values, dtype=float)})


def last(values, **more):
    return peaks.add(series(values, **more)).iloc[-1]


def test_a_count_is_set_against_the_month_before():
    assert last([555, 421]).percent_on_month == pytest.approx(-24.144144)


def test_a_count_is_set_against_the_highest_of_twelve_months():
    row = last([*[500] * 6, 510, 747, 600, 580, 555, 421])

    assert (row.peak_month, round(row.percent_from_peak, 2)) == ("2014-08", -43.64)


def test_the_latest_of_two_peaks_is_named():
    assert last([*[500] * 6, 747, 510, 747, 580, 555, 421]).peak_month == "2014-09"


def test_a_month_over_a_year_ago_is_no_peak():
    assert last([9_000] + [500] * 11 + [421]).peak_month == "2014-11"


def test_the_highest_month_itself_has_no_peak_before_it():
    row = last([*[500] * 6, 510, 520, 600, 580, 555, 747])

    assert row.peak_month == "" and np.isnan(row.percent_from_peak)


def test_eleven_months_with_figures_are_too_few_for_a_peak_and_twelve_are_enough():
    assert last([747, *[500] * 9, 421]).peak_month == ""
    assert last([747, NOTHING, *[500] * 9, 421]).peak_month == ""
    assert last([747, *[500] * 10, 421]).peak_month == "2014-01"


def test_a_count_is_set_against_april_of_its_financial_year():
    since = peaks.add(series([300, 248, 240, 156], last="2014-06", basis="month_end"))

    assert since.percent_since_april.round(2).tolist()[2:] == [-3.23, -37.1]
    assert since.percent_since_april.isna().tolist() == [True, True, False, False]


def test_nothing_is_set_against_nought_or_what_is_missing():
    assert np.isnan(last([0, 3]).percent_on_month) and np.isnan(last([NOTHING, 3]).percent_on_month) and np.isnan(last([3, NOTHING]).percent_on_month)


@pytest.mark.parametrize("other", [dict(unit="percent"), dict(basis="year_to_date")], ids=["a percentage", "a year to date"])
def test_only_counts_of_months_have_any_of_it(other):
    row = last([747, 600, *[580] * 9, 421], **other)

    assert row.peak_month == "" and np.isnan([row.percent_on_month, row.percent_from_peak, row.percent_since_april]).all()


def test_categories_and_bases_are_kept_apart():
    both = pd.concat([series([10, 20]), series([100, 50]).assign(category="Police", breakdown="source")], ignore_index=True)

    assert peaks.add(both).percent_on_month.tolist()[1::2] == [100.0, -50.0]


def test_the_figures_are_left_as_they_were():
    given = series([555, 421])
    before = given.copy()

    added = peaks.add(given)

    assert given.equals(before) and added[before.columns].equals(before)
