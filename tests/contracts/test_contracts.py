import pandas as pd
import pytest

from lib import contracts, service_areas
from lib.contracts import Column, Named
from lib.contracts.cells import Cell

LINES = pd.DataFrame([
    ("2.1", "contacts", "", "", "in_month"),
    ("2.8", "rereferrals_percent", "", "", "rolling_12"),
    ("6.2a", "children_looked_after", "", "", "month_end"),
    ("7.1", "contacts", "source", "Police", "in_month"),
    ("7.10", "contacts", "source", "School", "in_month"),
], columns=["code", "measure", "breakdown", "category", "basis"])


@pytest.fixture
def known():
    return contracts.known(LINES, service_areas.measures())


def code(value, number_format="General"):
    return Cell(5, 1, value, number_format)


def test_a_code_stands_for_its_line(known):
    named = contracts.find(code("2.8"), known)

    assert named == Named("2.8", service_areas.measure("rereferrals_percent"), "", "", "rolling_12")


def test_a_code_is_found_whatever_its_capitals_and_spaces(known):
    assert contracts.find(code(" 6.2A "), known).code == "6.2a"


def test_a_key_stands_for_its_measure_and_has_no_code(known):
    assert contracts.find(code("contacts"), known) == Named("", service_areas.measure("contacts"))


def test_an_unknown_code_is_answered_with_the_nearest_one(known):
    problem = contracts.find(code("contcts"), known)

    assert (problem.severity, problem.rule) == ("error", "unknown code")
    assert problem.found == '"contcts" is neither a code nor a key'
    assert problem.expected == "the code of one of the authority's lines or the key of a measure"
    assert problem.advice == "The row is set aside; correct it, or add the line to lines.csv. Did you mean contacts?"


def test_a_blank_code_is_a_problem(known):
    assert contracts.find(None, known).found == "there is no code or key"


def test_a_code_typed_as_a_number_is_read_when_only_one_code_can_be_meant(known):
    assert contracts.find(code(2.1), known).code == "2.1"


def test_a_code_typed_as_a_number_is_read_as_its_format_shows_it(known):
    assert contracts.find(code(7.1, "0.00"), known).code == "7.10"
    assert contracts.find(code(7.1, "0.0"), known).code == "7.1"


def test_a_number_that_may_be_either_of_two_codes_is_a_problem(known):
    problem = contracts.find(code(7.1), known)

    assert problem.rule == "ambiguous code"
    assert problem.found == 'the code is the number 7.1, which may stand for "7.1" or "7.10"'
    assert problem.expected == "a code kept as text"
    assert problem.advice == "The row is set aside; format the column as text, type the code again and run again."


@pytest.mark.parametrize("heading", ["Code or key", "CODE/KEY", " code or\nkey: ", '"Code or key"'])
def test_a_heading_is_recognised_whatever_its_capitals_spaces_and_quotes(heading):
    assert contracts.column_named(heading, [Column("code or key", ("code key",))]) == "code or key"


def test_a_heading_of_no_column_has_no_name():
    assert contracts.column_named("Comparator", [Column("code or key")]) == ""
