"""How a figure moved, and since when."""

import math
from pathlib import Path

import pandas as pd
import pytest
from tests.frames import MISSING, series

from lib import changes, rates

YEARLY = pd.read_csv(Path(__file__).parent / "methods" / "seed003_reproduction.csv").dropna(subset=["calc_change_halfup"]).to_dict("records")


def last(values, **said):
    """The last of the values with its changes."""
    *_, row = changes.add(series(values, **said)).itertuples()
    return row


def test_a_change_is_since_the_month_before_and_in_the_measure_s_unit():
    row = last([46.5, 49.0])

    assert (row.month_ago, row.change) == (46.5, 2.5)


def test_a_change_on_the_year_is_since_the_same_month_a_year_before():
    row = last([40, *range(1, 12), 46])

    assert (row.year_ago, row.year_ago_month, row.change_on_year) == (40, "2014-12", 6)


def test_without_a_year_before_there_is_no_change_on_the_year():
    row = last([46, 49])

    assert (row.year_ago_month, math.isnan(row.year_ago), math.isnan(row.change_on_year)) == ("", True, True)


def test_a_financial_year_s_change_is_since_the_year_before():
    row = last([40, 46], last="2015-03", basis="financial_year")

    assert (row.month_ago, row.change, row.year_ago_month) == (40, 6, "2014-03")


def test_a_run_counts_the_moves_in_one_direction():
    table = changes.add(series([1, 2, 3, 4, 3, 2, 2, 3]))

    assert table.run.tolist() == [0, 1, 2, 3, -1, -2, 0, 1]


def test_a_missing_month_ends_a_run():
    table = changes.add(series([1, 2, MISSING, 4, 5]))

    assert table.run.tolist() == [0, 1, 0, 0, 1]


def test_a_month_without_a_row_ends_a_run_too():
    table = changes.add(series([1, 2, 3, 4, 5]).drop(index=2))

    assert table.run.tolist() == [0, 1, 0, 1]


YEAR = [4] * 12         # of figures, of which a thirteenth may be a record


def test_a_rise_is_the_highest_since_the_latest_month_that_was_as_high():
    row = last([*YEAR, 9, 8, 4, 4, 4, 4, 3, 8])

    assert (row.highest_since, row.lowest_since) == ("2015-06", "")


def test_a_fall_is_the_lowest_since_the_latest_month_that_was_as_low():
    row = last([*YEAR, 2, 3, 9, 9, 9, 9, 8, 3])

    assert (row.highest_since, row.lowest_since) == ("", "2015-06")


def test_a_record_is_since_the_start_and_says_where_that_is():
    row = last([MISSING, *YEAR, 8])

    assert (row.highest_since, row.first_month) == ("start", "2014-12")


@pytest.mark.parametrize("values", [[*YEAR[1:], 8], [MISSING, *YEAR[1:], 8], [*YEAR[:6], MISSING, *YEAR[7:], 8]],
                         ids=["eleven", "words before them", "words among them"])
def test_of_fewer_than_twelve_earlier_months_with_figures_none_is_a_record(values):
    row = last(values)

    assert (row.highest_since, row.lowest_since) == ("", "")


@pytest.mark.parametrize(("between", "since"), [([4, 4, 4, 4, 3], "2015-06"), ([4, 4, 4, 3], ""), ([4, MISSING, 4, 4, 3], "")],
                         ids=["five months", "four months", "four figures in five months"])
def test_a_month_with_fewer_than_five_figures_since_is_too_near_to_be_named(between, since):
    assert last([*YEAR, 8, *between, 7]).highest_since == since


@pytest.mark.parametrize("basis", ["year_to_date", "financial_year"])
def test_what_grows_by_itself_is_no_record(basis):
    assert last([*YEAR, 8], basis=basis).highest_since == ""


def test_a_figure_that_stands_still_is_no_record():
    row = last([*YEAR, 8, 8])

    assert (row.highest_since, row.lowest_since, row.change) == ("", "", 0)


@pytest.mark.parametrize("case", YEARLY, ids=lambda case: case["ref"])
def test_a_relative_change_is_of_the_same_month_last_year_for_percentages_too(case):
    row = last([case["jun14"], *[MISSING] * 11, case["jun15"]])

    assert rates.round_half_up(row.relative_change) == case["calc_change_halfup"]


def test_a_change_from_zero_is_no_percentage_of_it():
    assert math.isnan(last([0, *range(1, 12), 46]).relative_change)


def test_twelve_months_are_averaged_and_the_same_month_last_year_is_not_one_of_them():
    row = last([500, *range(1, 13)])

    assert (row.mean_12, row.maximum_12, row.months_12) == (6.5, 12, 12)


def test_months_that_hold_words_are_not_averaged():
    row = last([2, 6, 9, 13, 30, *[MISSING] * 8])

    assert (row.mean_12, row.maximum_12, row.months_12) == (14.5, 30, 4)


def test_twelve_months_are_counted_by_the_calendar_where_rows_are_missing():
    *_, row = changes.add(series(range(1, 15)).drop(index=[5, 6])).itertuples()

    assert (row.months_12, row.maximum_12, row.mean_12) == (10, 14, (3 + 4 + 5 + sum(range(8, 15))) / 10)


@pytest.mark.parametrize("basis", ["year_to_date", "financial_year"])
def test_a_year_to_date_and_a_whole_year_have_no_average_of_twelve_months(basis):
    row = last([1, 2, 3], last="2015-03", basis=basis)

    assert (math.isnan(row.mean_12), math.isnan(row.maximum_12), row.months_12) == (True, True, 0)


def test_each_category_has_a_history_of_its_own():
    figures = pd.concat([series([5, 6], breakdown="team", category=team) for team in ("Duty", "CIN North")], ignore_index=True)

    table = changes.add(figures)

    assert table.run.tolist() == [0, 1, 0, 1]


def test_the_order_of_rows_is_kept_and_does_not_matter():
    table = changes.add(series([1, 2, 3]).iloc[::-1])

    assert (table.value.tolist(), table.run.tolist()) == ([3, 2, 1], [2, 1, 0])


def test_no_figures_have_the_columns_all_the_same():
    assert set(changes.COLUMNS) <= set(changes.add(series([])).columns)


def test_the_figures_are_left_as_they_were():
    figures = series([1, 2, 3])
    before = figures.copy()

    changes.add(figures)

    assert figures.equals(before)


def test_more_than_a_year_without_a_figure_ends_what_is_looked_back_on():
    moved = changes.add(pd.concat([series([90, 80], last="2015-06"), series([*[50] * 12, 70], last="2020-03")], ignore_index=True))

    assert moved.highest_since.tolist()[-1] == "start"
    assert moved.first_month.tolist()[-1] == "2019-03"
