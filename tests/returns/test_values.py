from datetime import date, datetime, time

import pytest

from lib.contracts.lists import CODE, DATE, IDENTIFIER, NUMBER, TEXT, TIME, YES_NO, Code, Column
from lib.returns import values
from lib.returns.markup import UNCACHED

CALENDAR = values.Calendar(datetime(1899, 12, 30), 2020)
FROM_1904 = values.Calendar(datetime(1904, 1, 1), 2020)
SEXES = (Code("F", "Female"), Code("M", "Male"))


def one(kind, cell, calendar=CALENDAR, blank=True, codes=()):
    """The value of a cell, and the rule it breaks."""
    (value,), broken = values.read(Column("key", "Title", kind, blank, codes), [cell], calendar)
    return value, *broken


@pytest.mark.parametrize("cell", [
    datetime(2020, 3, 17), datetime(2020, 3, 17, 14, 35), date(2020, 3, 17), 43907.0, 43907.6, "43907", "17/03/2020", "17-03-2020", "17.3.20", "17 March 2020",
    "17-Mar-20", "17th March, 2020", "Tue 17 Mar 2020", "Tuesday, 17 March 2020", "2020-03-17", "2020/3/17", "20200317", "2020-03-17T14:35:00Z",
    "17/03/2020 14:35", "17/03/2020 2:35 PM", " 17/03/2020\xa0"])
def test_a_date_is_read_in_every_form_that_councils_return(cell):
    assert one(DATE, cell) == (datetime(2020, 3, 17),)


def test_a_time_keeps_its_time_of_day():
    assert [one(TIME, cell)[0] for cell in ("17/03/2020 2:35 pm", "2020-03-17T14:35:20.5", 43907.607639, "17/03/2020 12:05 am", datetime(2020, 3, 17, 9))] == [
        datetime(2020, 3, 17, 14, 35), datetime(2020, 3, 17, 14, 35, 20), datetime(2020, 3, 17, 14, 35), datetime(2020, 3, 17, 0, 5), datetime(2020, 3, 17, 9)]


def test_a_serial_is_counted_from_the_workbooks_own_first_day():
    assert one(DATE, 42445.0, FROM_1904) == (datetime(2020, 3, 17),)


@pytest.mark.parametrize("cell", ["31/02/2020", "03/17/2020", "n/k", "17 Marvel 2020", "2020", 2020.0, 0.0, -5.0, 1e10, "1/1/0202", time(12), True,
                                  datetime(1905, 7, 12), "17/03/2020 25:00"])
def test_what_is_no_date_is_not_guessed(cell):
    assert one(DATE, cell) == (None, values.NO_DATE)


def test_two_digits_of_a_year_are_the_latest_that_fits_the_return():
    assert [one(DATE, f"01/02/{year}")[0].year for year in ("21", "22", "05", "99")] == [2021, 1922, 2005, 1999]


@pytest.mark.parametrize("cell", ["", None, "  ", "NULL", "n/a", "-", "(blank)"])
def test_a_blank_is_missing_where_it_may_be_and_broken_where_it_may_not(cell):
    assert one(DATE, cell) == (None,)
    assert one(CODE, cell, codes=SEXES) == ("",)
    assert one(IDENTIFIER, cell, blank=False) == ("", values.BLANK)


@pytest.mark.parametrize("kind, missing", [(DATE, None), (CODE, ""), (TEXT, ""), (IDENTIFIER, "")])
def test_an_error_or_a_formula_without_a_result_is_not_a_blank(kind, missing):
    assert one(kind, "#N/A", codes=SEXES) == (missing, values.FAULT)
    assert one(kind, UNCACHED, codes=SEXES) == (missing, values.NO_RESULT)


def test_a_code_comes_as_its_key_whatever_its_spelling():
    assert [one(CODE, cell, codes=SEXES) for cell in ("b) Female", "female", "F", "Girl")] == [("F",), ("F",), ("F",), ("", values.NO_CODE)]


def test_a_code_that_is_spelled_like_a_blank_is_a_code():
    assert one(CODE, "n/a", codes=(Code("none", "None", ("n/a",)),)) == ("none",)


def test_an_answer_may_be_a_truth_value():
    assert [one(YES_NO, cell)[0] for cell in (True, "a) Yes", "N", 0.0)] == ["yes", "yes", "no", "no"]


def test_numbers_are_read_from_text_too():
    assert [one(NUMBER, cell)[0] for cell in (3.0, "0.8", "1,041", " 2 ")] == [3.0, 0.8, 1041.0, 2.0]


@pytest.mark.parametrize("cell", ["six", "12o", True, date(2020, 3, 17)])
def test_what_is_no_number_is_missing(cell):
    value, rule = one(NUMBER, cell)

    assert value != value
    assert rule == values.NO_NUMBER


def test_an_identifier_is_the_same_from_a_number_and_from_text():
    assert {one(IDENTIFIER, cell) for cell in (9212044.0, 9212044, "9212044", " 9212044\xa0")} == {("9212044",)}
    assert one(IDENTIFIER, "zz-000001") == ("ZZ-000001",)


@pytest.mark.parametrize("cell", ["1.23457E+11", "1,23e11", 1.2345678901234567e15, date(2020, 3, 17), True])
def test_an_identifier_that_excel_shortened_or_changed_is_none(cell):
    assert one(IDENTIFIER, cell) == ("", values.NO_IDENTIFIER)


def test_equal_cells_of_different_kinds_are_told_apart():
    column = Column("key", "Title", NUMBER, True)

    read, broken = values.read(column, [1.0, True, 1], CALENDAR)

    assert (read[0], read[2], broken) == (1.0, 1.0, {values.NO_NUMBER: [1]})
