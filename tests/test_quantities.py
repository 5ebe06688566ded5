"""What is known before anything is calculated."""

import math

import pytest
from tests.frames import cell, count, settings, supplied

from lib import quantities
from lib.errors import WorkbookError


def test_a_supplied_count_is_its_own_quantity():
    row, = count(supplied(cell("contacts", "2015-12", 1041)), settings()).itertuples()

    assert (row.quantity, row.value, row.origin) == ("contacts", 1041, "supplied")


def test_a_part_of_a_measure_is_the_quantity_it_counts():
    table = count(supplied(cell("rereferrals_percent", "2015-12", 90, part="numerator"),
                           cell("rereferrals_percent", "2015-12", 290, part="denominator")), settings())

    assert table.quantity.tolist() == ["rereferrals", "referrals"]


def test_a_supplied_result_is_no_quantity():
    row, = count(supplied(cell("rereferrals_percent", "2015-12", 31.0)), settings()).itertuples()

    assert row.quantity == ""


def test_the_source_names_the_file_the_sheet_and_the_cell():
    row, = count(supplied(cell("contacts", "2015-12", 1041, file="teams.xlsx", row=14, column="D")), settings()).itertuples()

    assert row.source == "2015-12/teams.xlsx, Monthly figures D14"


def test_months_after_the_edition_s_are_left_to_later_editions():
    table = count(supplied(cell("contacts", "2015-12", 1041), cell("contacts", "2016-01", 990)), settings(month="2015-12"))

    assert table.month.tolist() == ["2015-12"]


def test_words_in_a_number_s_place_are_carried():
    row, = count(supplied(cell("contacts", "2015-12", "Not updated pending data accuracy work")), settings()).itertuples()

    assert (math.isnan(row.value), row.state) == (True, "Not updated pending data accuracy work")


def test_what_was_supplied_is_left_as_it_was():
    received = supplied(cell("contacts", "2015-12", 1041), cell("contacts", "2016-01", 990))
    before = received.supplied.copy()

    table = count(received, settings())

    assert table.columns.tolist() == quantities.COLUMNS
    assert received.supplied.equals(before)


def test_a_quantity_that_is_not_counted_has_no_records_and_the_nearest_that_has_is_named():
    with pytest.raises(WorkbookError) as refused:
        quantities.behind("referals", supplied(), settings())

    assert str(refused.value) == 'The quantity asked for: "referals". Expected one that is counted from lists. Correct the key. Did you mean referrals?'


def test_without_lists_there_are_no_records_behind_a_figure():
    assert quantities.behind("contacts", supplied(), settings()).empty
