"""The six comparisons in a row."""

from tests.frames import figured, line, months, one, settings

from lib import comparisons

compare = getattr(comparisons.compare, "__wrapped__", comparisons.compare)
MEASURE = "referrals_to_assessment_percent"
PUBLISHED = ["authority", "area", "measure", "code", "title", "breakdown", "category", "month", "basis", "numerator", "denominator", "value", "unit", "state",
             "origin", "good_is", "previous", "previous_month", "travel", "better", "target", "rag", "lower", "upper", "signal", "population_year", "method",
             "source"]
FOR_VIEWS = ["decimals", "name", "year_ago", "year_ago_month", "change", "change_on_year", "run", "highest_since", "lowest_since", "rivals",
             "percent_on_month", "peak_month", "percent_from_peak", "percent_since_april"]
COUNCIL = settings(line(MEASURE, code="2.5", target="at_least", green=86.0, amber=83.0))


def figures(tops):
    """Monthly figures up to December 2015, each of a hundred."""
    return figured(*months(MEASURE, "2015-10", tops, part="numerator"), *months(MEASURE, "2015-10", [100] * 3, part="denominator"), in_force=COUNCIL)


def test_a_comparison_has_the_published_columns_and_those_that_views_need():
    table = compare(figures([76, 79, 85]), COUNCIL)

    assert set(PUBLISHED + FOR_VIEWS) <= set(table.columns)


def test_each_comparison_adds_what_it_says():
    row = one(compare(figures([76, 79, 85]), COUNCIL), MEASURE)

    assert (row.code, row.target, row.rag) == ("2.5", "at least 86%", "amber")
    assert (row.previous, row.previous_month, row.travel, row.better) == (79, "2015-11", "up", "better")
    assert (row.change, row.run, row.highest_since) == (6, 2, "")
    assert row.signal == "too little history"


def test_a_comparison_has_the_figures_rows_and_no_others():
    before = figures([76, 79, 85])

    table = compare(before, COUNCIL)

    assert table[before.columns.drop("decimals")].equals(before.drop(columns="decimals"))


def test_the_figures_are_left_as_they_were():
    given = figures([76, 79, 85])
    before = given.copy()

    compare(given, COUNCIL)

    assert given.equals(before)
