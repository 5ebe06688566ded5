from datetime import datetime

import pandas as pd
import pytest

from lib import contracts, service_areas
from lib.contracts import monthly_figures
from lib.contracts.cells import Cell
from lib.contracts.monthly_figures import Period

LINES = pd.DataFrame([
    ("2.1", "contacts", "", "", "in_month"),
    ("2.8", "rereferrals_percent", "", "", "rolling_12"),
    ("11.4", "cases_per_social_worker_average", "team", "Duty", "month_end"),
], columns=["code", "measure", "breakdown", "category", "basis"])
ASIDE = "The row is set aside; correct the return and run again."


@pytest.fixture
def understand():
    known = contracts.known(LINES, service_areas.measures())

    def of(code, **words):
        cells = {"code or key": Cell(5, 1, code), **{name: Cell(5, 2, said) for name, said in words.items()}}
        return monthly_figures.understand(cells, known)

    return of


@pytest.mark.parametrize("heading", [datetime(2015, 12, 1), datetime(2015, 12, 31), "2015-12", "2015-12-01", "Dec-15", "Dec 15",
                                     "Dec 2015", "dec '15",
                                     "December 2015", "DECEMBER-2015", " December  2015 "])
def test_a_month_may_be_headed_in_many_ways(heading):
    assert monthly_figures.period(heading) == Period("month", "2015-12")


def test_september_has_a_fourth_letter():
    assert monthly_figures.period("Sept-15") == Period("month", "2015-09")


@pytest.mark.parametrize("heading", ["2014/15", "2014-15", "2014 / 15", "2014/2015"])
def test_a_financial_year_is_known_by_its_last_month(heading):
    assert monthly_figures.period(heading) == Period("financial year", "2015-03")


@pytest.mark.parametrize("heading, month", [("Year to date", ""), ("YTD", ""), ("year-to-date", ""),
                                            ("2015/16 YTD", "2016-03"), ("YTD 2015/16", "2016-03")])
def test_the_year_to_date_may_name_its_financial_year(heading, month):
    assert monthly_figures.period(heading) == Period("year to date", month)


def test_a_month_that_may_be_a_financial_year_is_read_as_a_month_and_marked():
    assert monthly_figures.period("2011-12") == Period("month", "2011-12", ambiguous=True)


@pytest.mark.parametrize("heading", ["Dec", "2015", 2015, "2014/16", "2015-13", "Decimal 15", "Total", "Q3 2015/16", ""])
def test_other_headings_name_no_period(heading):
    assert monthly_figures.period(heading) is None


def test_a_line_takes_its_basis_and_category_from_the_settings(understand):
    line, problems = understand("11.4")

    assert problems == []
    assert line.key == ("cases_per_social_worker_average", "team", "Duty", "month_end", "value")


def test_the_basis_of_the_row_comes_before_the_line_s(understand):
    line, problems = understand("2.8", basis="In month")

    assert (line.basis, problems) == ("in_month", [])


def test_a_key_without_a_basis_has_the_measure_s_natural_one(understand):
    assert understand("rereferrals_percent")[0].basis == "in_month"


@pytest.mark.parametrize("part, read", [("Numerator", "numerator"), ("den", "denominator"), ("Value", "value")])
def test_a_part_may_be_spelled_in_ways(understand, part, read):
    assert understand("rereferrals_percent", part=part)[0].part == read


def test_every_problem_of_a_row_is_said_at_once(understand):
    _, problems = understand("rereferrals_percent", basis="quarterly", part="numertor", breakdown="team")

    assert [problem.rule for problem in problems] == ["unknown basis", "unknown part", "unknown breakdown", "half a breakdown"]


def test_an_unknown_basis_is_answered_with_all_there_are(understand):
    _, (problem,) = understand("2.1", basis="year too date")

    assert problem.found == 'the basis is "year too date"'
    assert problem.expected == "one of in_month, month_end, year_to_date, rolling_12, financial_year"
    assert problem.advice == f"{ASIDE} Did you mean year_to_date?"


def test_an_unknown_part_is_answered_with_all_there_are(understand):
    _, (problem,) = understand("2.8", part="numertor")

    assert problem.found == 'the part is "numertor"'
    assert problem.expected == "one of value, numerator, denominator"
    assert problem.advice == f"{ASIDE} Did you mean numerator?"


def test_a_count_has_no_denominator(understand):
    _, (problem,) = understand("2.1", part="denominator")

    assert problem.found == '"contacts" is a count and the part is "denominator"'
    assert problem.expected == "a count's own number"
    assert problem.advice == "The row is set aside; write value in the column part and run again."


def test_a_breakdown_the_measure_does_not_have_is_a_problem(understand):
    _, (problem,) = understand("contacts", breakdown="team", category="Duty")

    assert problem.found == 'the breakdown is "team"'
    assert problem.expected == "one of source"
    assert problem.advice == ASIDE


def test_a_breakdown_of_a_measure_that_has_none_is_a_problem(understand):
    _, problems = understand("rereferrals_percent", breakdown="team", category="Duty")

    assert problems[0].expected == 'none: "rereferrals_percent" is reported for the whole authority only'


def test_a_breakdown_needs_a_category(understand):
    _, (problem,) = understand("contacts", breakdown="source")

    assert problem.found == 'the breakdown is "source" and the category ""'
    assert problem.expected == "both or neither"
    assert problem.advice == "The row is set aside; fill in the other one and run again."


def test_a_row_may_not_give_a_line_another_category(understand):
    _, (problem,) = understand("11.4", category="CIN North")

    assert problem.rule == "another category than the line's"
    assert problem.found == 'the category is "CIN North"'
    assert problem.expected == '"Duty", the category of line 11.4'
    assert problem.advice == "The row is set aside; correct the category or the code and run again."


def headed(*headings):
    return {column: Cell(1, column, heading) for column, heading in enumerate(headings, start=1)}


def test_a_header_needs_a_code_and_anything_else_of_the_contract():
    assert monthly_figures.recognises(headed("Code", "Dec-15"))
    assert monthly_figures.recognises(headed("Code or key", "Title"))
    assert monthly_figures.recognises(headed("Title", "Basis", "2015-12"))


def test_other_tables_are_not_taken_for_monthly_figures():
    assert not monthly_figures.recognises(headed("code or key", "comparator", "period", "value", "source"))
    assert not monthly_figures.recognises(headed("Title", "Category"))
    assert not monthly_figures.recognises(headed("Notes"))
