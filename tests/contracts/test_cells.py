from datetime import datetime
from math import isnan

import pytest

from lib.contracts import cells
from lib.contracts.cells import Cell


def cell(value, number_format="General", **kwargs):
    return Cell(4, 9, value, number_format, **kwargs)


@pytest.mark.parametrize("value, number_format, number", [
    (1041, "General", 1041), (0, "General", 0), (46.6, "0.0", 46.6), (0.466, "0.0%", 46.6), (0.286, "0%", 28.6), (1, "0%", 100),
    (46.6, '0.0"%"', 46.6), (46.6, r"0.0\%", 46.6), ("1,041", "General", 1041), ("1 041", "General", 1041), ("46.6%", "General", 46.6),
    ("46.6%", "0.0%", 46.6), (" 12 ", "@", 12), ("-3", "@", -3), ("−3", "@", -3), (".5", "@", 0.5)])
def test_a_number_is_read_as_a_reader_of_the_return_sees_it(value, number_format, number):
    assert cells.understand(cell(value, number_format)) == (number, "")


@pytest.mark.parametrize("words", ["n/a", "TBC", "-", "–", ":", "c", "z", "On hold", "Not updated pending data accuracy work"])
def test_words_are_carried_as_they_are_and_never_as_zero(words):
    value, state = cells.understand(cell(words))

    assert isnan(value)
    assert state == words
    assert cells.problem(cell(words)) is None


def test_words_nobody_declared_are_carried_with_a_warning():
    problem = cells.problem(cell("O"))

    assert cells.understand(cell("O"))[1] == "O"
    assert (problem.severity, problem.rule) == ("warning", "unknown words")
    assert problem.found == '"O" stands in a number\'s place'
    assert problem.expected == 'a number, or words such as "n/a", "tbc" or "Not available"'
    assert problem.advice == "The words are shown as they are; if a number was meant (0 for none), correct the return and run again."


@pytest.mark.parametrize("text", ["12o", "Jan 2016 tbc", "67 of 542", "1,5", "1e5", "12.3.4", "5-6"])
def test_text_with_a_digit_that_is_no_number_is_set_aside(text):
    value, state = cells.understand(cell(text))
    problem = cells.problem(cell(text))

    assert isnan(value) and state == ""
    assert (problem.severity, problem.rule) == ("error", "not a number")
    assert problem.found == f'"{text}" is not a number'
    assert problem.expected == "a number, or words without a digit that say why there is none"
    assert problem.advice == "The cell is set aside; correct the return and run again."


def test_a_long_text_is_quoted_to_twenty_characters():
    assert cells.problem(cell("about 12 we think but nobody is sure")).found == '"about 12 we think bu…" is not a number'


def test_an_error_cell_is_said_to_be_one_in_the_report():
    faulty = cell("#N/A", fault="#N/A")
    problem = cells.problem(faulty)

    assert cells.understand(faulty)[1] == "error in the return"
    assert (problem.severity, problem.rule, problem.found) == ("error", "error in a cell", "the cell holds the error #N/A")
    assert problem.expected == "a number or words"
    assert problem.advice == 'The report says "error in the return" in its place; mend the formula and run again.'


def test_a_formula_whose_result_was_not_saved_is_said_to_be_one_in_the_report():
    uncached = cell(None, uncached=True)
    problem = cells.problem(uncached)

    assert cells.understand(uncached)[1] == "error in the return"
    assert (problem.severity, problem.rule) == ("error", "formula without a value")
    assert problem.found == "the cell holds a formula whose result was not saved"
    assert problem.advice == 'The report says "error in the return" in its place; open the return in Excel, save it and run again.'


def test_true_in_a_number_s_place_is_set_aside():
    problem = cells.problem(cell(True))

    assert cells.understand(cell(True))[1] == ""
    assert (problem.rule, problem.found) == ("true or false for a number", "the cell holds TRUE")


def test_a_date_in_a_number_s_place_is_set_aside():
    problem = cells.problem(cell(datetime(2015, 12, 1)))

    assert (problem.rule, problem.found) == ("date for a number", "the cell holds a date or a time, 2015-12-01")
