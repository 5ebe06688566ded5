"""The pieces of a table of figures."""

import pandas as pd
import pytest

from lib import tables
from tests import rows

SHARE = "lac_three_or_more_placements_percent"


@pytest.mark.parametrize(("travel", "better", "words", "shade"), [
    ("up", "better", "↑ better", "better"), ("down", "worse", "↓ worse", "worse"), ("down", "better", "↓ better", "better"),
    ("level", "same", "→ level", "same"), ("up", "", "↑ up", "none"), ("down", "", "↓ down", "none"), ("level", "", "→ level", "none")])
def test_an_arrow_says_in_words_what_it_means(travel, better, words, shade):
    shown = rows.parsed(tables.travel(rows.one(5, travel=travel, better=better))).span

    assert rows.read(str(shown)) == words
    assert (shown["class"], shown["data-travel"]) == (["travel", shade], travel)
    assert shown.span["aria-hidden"] == "true"


def test_a_figure_without_an_earlier_one_is_new():
    assert tables.travel(rows.one(5)) == '<span class="travel none">new</span>'


def test_no_figure_has_no_arrow():
    assert tables.travel(None) == tables.travel(rows.one(state="On hold", travel="")) == ""


def test_a_numerator_stands_alone_or_with_what_it_is_part_of():
    row = rows.one(12.7, SHARE, numerator=71.0, denominator=1558.0)

    assert rows.read(tables.parts_cell(row, "numerator")) == "71"
    assert rows.read(tables.parts_cell(row, "both")) == "71 of 1,558"


def test_both_parts_are_marked():
    marks = rows.parsed(tables.parts_cell(rows.one(12.7, SHARE, numerator=71.0, denominator=558.0), "both")).find_all("data")

    assert [(mark["value"], mark["data-part"]) for mark in marks] == [("71.0", "numerator"), ("558.0", "denominator")]


def test_the_parts_of_a_figure_given_without_them_are_those_of_the_return_that_contradicts_it():
    row = rows.one(12.4, SHARE, rival_numerator=71.0, rival_denominator=558.0, rivals="12.7 (topic_pages.xlsx)")

    cell = rows.parsed(tables.parts_cell(row, "both"))

    assert cell.text == "71 of 558†"
    assert cell.sup["title"] == "Returns disagree: 12.7 (topic_pages.xlsx)"


def test_a_figures_own_parts_carry_no_dagger():
    row = rows.one(12.7, SHARE, numerator=71.0, denominator=558.0, rivals="12.4 (scorecard.xlsx)")

    assert rows.read(tables.parts_cell(row, "both")) == "71 of 558"


def test_a_figure_without_parts_has_an_empty_cell_for_them():
    for row in (None, rows.one(12.7, SHARE), rows.one(measure=SHARE, state="On hold")):
        assert rows.read(tables.parts_cell(row, "both")) == ""


def test_a_comparators_value_is_marked_with_its_period():
    row = rows.one(11.3, SHARE, england=11.0, england_period="2014/15")

    mark = rows.parsed(tables.benchmark_cell(row, "england")).data

    assert mark.text == "11.0%"
    assert mark.attrs == {"value": "11.0", "data-measure": SHARE, "data-comparator": "england", "data-period": "2014/15"}


def test_a_comparator_without_a_value_is_not_published_and_one_that_is_unknown_is_blank():
    row = rows.one(11.3, SHARE, england_period="2014/15", england_state="-")

    assert rows.read(tables.benchmark_cell(row, "england")) == "not published"
    assert rows.read(tables.benchmark_cell(row, "neighbours_mean")) == rows.read(tables.benchmark_cell(None, "england")) == ""


def test_a_small_frame_becomes_a_table_with_row_headings_and_is_left_as_it_was():
    frame = pd.DataFrame({"Finding": ["<figure twice>"], "Times": [2]})
    before = frame.copy()

    shown = tables.plain(frame, "Findings & kinds")

    assert rows.heads(shown) == ["Finding", "Times"]
    assert rows.body(shown) == {"<figure twice>": ["2"]}
    assert rows.parsed(shown).caption.text == "Findings & kinds"
    assert frame.equals(before)


def test_a_table_scrolls_by_keyboard_and_says_what_it_is():
    shown = rows.parsed(tables.table('The "year"', ["2014/15"], [("Contacts", ["<td>9</td>"])], "topic", first="Period"))

    region = shown.select_one(".table-scroll")
    assert (region["tabindex"], region["role"], region["aria-label"]) == ("0", "region", 'The "year"')
    assert region.table["class"] == ["figures", "topic"]
    assert [heading["scope"] for heading in shown.find_all("th")] == ["col", "col", "row"]


@pytest.mark.parametrize(("month", "years"), [("2015-12", ["2014-03", "2015-03"]), ("2016-03", ["2014-03", "2015-03"]),
                                              ("2016-04", ["2015-03", "2016-03"])])
def test_past_years_are_the_two_before_this_one(month, years):
    assert tables.past_years(month) == years


@pytest.mark.parametrize(("basis", "title"), [("in_month", "Share"), ("month_end", "Share"), ("rolling_12", "Share, year to December 2015"),
                                              ("financial_year", "Share, 2015/16")])
def test_a_figure_is_headed_with_its_period_where_that_is_not_the_month(basis, title):
    assert tables.title(rows.one(12.7, SHARE, name="Share", basis=basis)) == title


def test_a_figure_is_headed_as_its_line_is():
    assert tables.title(rows.one(12.7, SHARE, name="Share", title="Moved often")) == "Moved often"


def test_rates_name_the_children_they_are_of_and_the_estimate_that_says_so():
    rate = rows.one(54.0, "referrals_rate", denominator=34_534.0, population_year="ONS estimate for mid-2018")

    assert rows.read(tables.estimates([rate, rate])) == "Rates are per 10,000 of 34,534 children aged 0 to 17 (ONS estimate for mid-2018)."


def test_of_many_estimates_the_last_is_named():
    rates = [rows.one(54.0, "referrals_rate", denominator=34_000.0 + year, population_year=f"ONS estimate for mid-{year}") for year in (2016, 2017, 2018)]

    assert rows.read(tables.estimates(rates)) == ("Rates are per 10,000 of each year’s own estimate, the last of them 36,018 children aged 0 to 17 "
                                                  "(ONS estimate for mid-2018).")


def test_figures_that_are_no_rates_name_no_children():
    assert tables.estimates([rows.one(9), rows.one(54.0, "referrals_rate")]) == ""
