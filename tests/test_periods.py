"""Months, financial years and the words for them."""

import pytest

from lib import periods
from lib.errors import Refused


@pytest.mark.parametrize("month", ["2015-13", "2015-00", "2015-1", "15-12", "2015/12", "2015-12-01", " 2015-12", "", None])
def test_what_is_not_written_as_a_month_is_refused(month):
    with pytest.raises(Refused):
        periods.check(month)


def test_the_refusal_of_a_month_says_how_to_write_one():
    with pytest.raises(Refused) as refused:
        periods.check("2015-13")

    assert str(refused.value) == ('the month asked for: "2015-13". Expected a month such as "2015-12". '
                                  "Write the year, a hyphen and the month in two digits.")


@pytest.mark.parametrize("by, expected", [(1, "2016-01"), (-12, "2014-12"), (0, "2015-12"), (-11, "2015-01"), (25, "2018-01")])
def test_months_are_counted_across_the_ends_of_years(by, expected):
    assert periods.shift("2015-12", by) == expected


def test_there_is_no_month_between_a_later_and_an_earlier_one():
    assert periods.between("2015-12", "2015-11") == []


@pytest.mark.parametrize("month, start, end, year", [
    ("2015-03", "2014-04", "2015-03", "2014/15"),
    ("2015-04", "2015-04", "2016-03", "2015/16"),
    ("2016-01", "2015-04", "2016-03", "2015/16"),
    ("2000-03", "1999-04", "2000-03", "1999/00"),
])
def test_a_financial_year_runs_from_april_to_march(month, start, end, year):
    assert (periods.year_start(month), periods.year_end(month), periods.financial_year(month)) == (start, end, year)


@pytest.mark.parametrize("year", ["1999/00", "2014/15", "2015/16"])
def test_a_financial_year_is_kept_by_its_last_month(year):
    assert periods.financial_year(periods.from_financial_year(year)) == year


def test_the_year_to_date_of_april_is_april_alone():
    assert periods.year_to_date("2015-04") == ["2015-04"]


def test_the_year_to_date_of_march_is_the_whole_year():
    assert periods.year_to_date("2016-03") == periods.rolling_12("2016-03")


def test_a_rolling_year_is_twelve_months_that_end_with_the_month():
    months = periods.rolling_12("2015-12")

    assert (len(months), months[0], months[-1]) == (12, "2015-01", "2015-12")


@pytest.mark.parametrize("month, words", [
    ("2015-04", "April 2015"), ("2015-12", "April to December 2015"), ("2016-01", "April 2015 to January 2016"),
])
def test_a_year_to_date_names_a_year_only_where_it_must(month, words):
    assert periods.span(month, "year_to_date") == words


def test_a_basis_that_is_not_of_a_longer_period_reads_as_the_month():
    assert periods.span("2015-12", "in_month") == "December 2015"
