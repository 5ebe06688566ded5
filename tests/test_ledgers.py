"""Which figures follow from counted quantities, and which way of having one stands."""

import math

import pandas as pd
import pytest
from tests.frames import calculate, cell, line, one, settings

from lib import quantities


def counted(quantity, month, value, **said):
    """A counted cell: a quantity of a month, from the lists of the returns of March 2020."""
    return {**cell("contacts", month, value, basis="in_month", received="2020-03", file="annex_a.xlsx", **{"row": 0, "column": ""}),
            "measure": quantity, "quantity": quantity, "origin": "counted", "source": "rows", **said}


def figured(*cells, month="2020-03", lines=()):
    """The figures that these cells give in an edition of that month, with these lines."""
    return calculate(pd.DataFrame(list(cells))[quantities.COLUMNS], settings(*lines, month=month))


def test_a_percentage_follows_from_quantities_that_no_measure_counts():
    table = figured(counted("rereferrals", "2020-03", 29), counted("referrals", "2020-03", 92))

    row = one(table, "rereferrals_percent", "2020-03")

    assert (row.numerator, row.denominator, round(row.value, 2), row.origin) == (29, 92, 31.52, "computed")


def test_a_year_to_date_follows_from_the_months_of_quantities_that_no_measure_counts():
    months = ["2019-04", "2019-05", "2019-06"]
    table = figured(*(counted("rereferrals", month, 1) for month in months), *(counted("referrals", month, 4) for month in months),
                    month="2019-06")

    row = one(table, "rereferrals_percent", "2019-06", basis="year_to_date")

    assert (row.numerator, row.denominator, row.value) == (3, 12, 25)


def test_a_share_is_a_category_over_all_categories_together():
    table = figured(counted("contacts", "2020-03", 400), counted("contacts", "2020-03", 100, breakdown="source", category="Police"))

    row = one(table, "contacts_share_percent", "2020-03", category="Police")

    assert (row.numerator, row.denominator, row.value) == (100, 400, 25)


def test_the_whole_authority_has_no_share_of_itself():
    table = figured(counted("contacts", "2020-03", 400))

    assert table[(table.measure == "contacts_share_percent")].empty


@pytest.fixture
def month_ends():
    """Children on plans, and on plans for two years, at the ends of April and May."""
    return [counted(quantity, month, value, basis="month_end") for month, on_plan, long in (("2019-04", 100, 1), ("2019-05", 60, 3))
            for quantity, value in (("children_on_cp_plans", on_plan), ("children_on_cp_plans_2_years", long))]


def test_the_year_to_date_of_a_stock_s_percentage_pools_its_month_ends_where_a_line_asks_for_it(month_ends):
    table = figured(*month_ends, month="2019-05", lines=[line("children_on_cp_plans_2_years_percent", year_to_date="children_on_cp_plans_2_years_percent")])

    row = one(table, "children_on_cp_plans_2_years_percent", "2019-05", basis="year_to_date")

    assert (row.numerator, row.denominator, row.value) == (4, 160, 2.5)


def test_a_stock_has_no_year_to_date_where_no_line_asks_for_one(month_ends):
    table = figured(*month_ends, month="2019-05")

    assert set(table.basis) == {"month_end"}


def test_a_counted_figure_stands_before_one_that_was_supplied_for_the_same_month():
    table = figured(counted("contacts", "2020-03", 727), counted("contacts", "2020-03", 700, precedence=1, origin="supplied", row=2, column="C"))

    row = one(table, "contacts", "2020-03")

    assert (row.value, row.origin, row.rivals) == (727, "counted", "700 (rows)")


def test_a_quantity_that_no_measure_counts_is_no_figure_of_its_own():
    table = figured(counted("rereferrals_in_time_of_day", "2020-03", 29), counted("referrals", "2020-03", 92))

    assert set(table.measure) & {"rereferrals_in_time_of_day"} == set()


def test_nothing_counted_for_a_month_is_missing_and_not_nought():
    table = figured(counted("referrals", "2019-04", 4), counted("referrals", "2019-06", 4), month="2019-06")

    assert table[(table.measure == "referrals") & (table.basis == "year_to_date") & (table.month == "2019-06")].empty
    assert not any(math.isnan(value) for value in table[table.measure == "referrals"].value)
