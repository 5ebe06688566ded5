import pandas as pd
import pytest

from lib import contracts, service_areas
from lib.contracts import benchmarks
from lib.contracts.cells import Cell

NO_LINES = pd.DataFrame(columns=["code", "measure", "breakdown", "category", "basis"])
ASIDE = "The row is set aside; correct the workbook and run again."


def understand(code, comparator, period):
    cells = {"code or key": Cell(2, 1, code), "comparator": Cell(2, 2, comparator), "period": Cell(2, 3, period)}
    return benchmarks.understand(cells, contracts.known(NO_LINES, service_areas.measures()))


@pytest.mark.parametrize("said, comparator", [("England", "england"), ("SN AVE", "neighbours_mean"), ("Best neighbour", "best_neighbour"),
                                              ("NAT TOP QUARTILE THRESHOLD", "top_quartile"), ("Region", "region"),
                                              ("Good+ Stat Neigh*", "good_neighbours"), ("OfSted Good*", "rated_good"),
                                              ("OfSted Out'ing *", "rated_outstanding"), ("Stat Neigh*", "neighbours_mean")])
def test_a_comparator_may_be_spelled_as_reports_do(said, comparator):
    (measure, read, period), problems = understand("rereferrals_percent", said, "2014/15")

    assert (measure.key, read, period, problems) == ("rereferrals_percent", comparator, "2014/15", [])


def test_an_unknown_comparator_is_answered_with_all_there_are():
    _, (problem,) = understand("rereferrals_percent", "Englnd", "2014/15")

    assert problem.found == '"Englnd" is not a comparator'
    assert problem.expected == (
        "one of neighbours_mean, neighbours_median, best_neighbour, good_neighbours, region, england, rated_good, rated_outstanding, top_quartile")
    assert problem.advice == f"{ASIDE} Did you mean england?"


def test_a_period_is_a_financial_year_or_a_month():
    _, (problem,) = understand("rereferrals_percent", "england", "last year")

    assert problem.found == '"last year" is not a period'
    assert problem.expected == "a financial year such as 2014/15 or a month such as 2015-03"
    assert problem.advice == ASIDE


def test_a_value_without_a_source_is_used_with_a_warning():
    problem = benchmarks.sourceless({})

    assert (problem.severity, problem.found) == ("warning", "the row does not say where its value comes from")
    assert (problem.expected, problem.advice) == ("the publication it is taken from", "It is used; add its source and run again.")


def test_no_spelling_stands_for_two_comparators():
    spelled = [contracts.plain(words) for each in benchmarks.COMPARATORS.values() for words in {each.key, *each.spellings}]

    assert len({*spelled}) == len([word for each in benchmarks.COMPARATORS.values() for word in {*map(contracts.plain, (each.key, *each.spellings))}])
