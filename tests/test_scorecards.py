"""The scorecard: what stands in a line's row."""

from pathlib import Path

import pytest

from lib import scorecards
from tests import rows

SHARE = "referrals_to_assessment_percent"
HEADS = ["Code", "Measure", "Good is", "Oct 2015", "Nov 2015", "Dec 2015", "2015/16 to date", "Trend",
         "Travel on the month before", "Status", "Target", "2013/14", "2014/15"]
AT_LEAST = {"target": "at_least", "green": 86.0, "amber": 83.0}


def drawn(values, alt):
    return f"<i>{len(values)} values: {alt}</i>"


def line(compared, **said):
    """The cells of the only line, by their heading."""
    shown = scorecards.table(compared, rows.council(rows.line(**said)), drawn)
    (name, cells), = rows.body(shown).items()
    return dict(zip(rows.heads(shown), [cells[0], name, *cells[1:]]))


def test_a_line_shows_its_last_three_months_and_which_way_is_good():
    compared = rows.frame(*(rows.row(value, SHARE, month) for month, value in {"2015-09": 70, "2015-10": 75, "2015-11": 76, "2015-12": 79.24}.items()))

    shown = line(compared, measure=SHARE, code="2.5", title="Led to an assessment")

    assert list(shown.values())[:6] == ["2.5", "Led to an assessment", "High", "75.0%", "76.0%", "79.2%"]


def test_the_headings_are_those_of_the_month():
    shown = scorecards.table(rows.frame(rows.row(1041)), rows.council(rows.line()), drawn)

    assert rows.heads(shown) == HEADS
    assert rows.parsed(shown).caption.text == "Scorecard. Somewhere, December 2015."


@pytest.mark.parametrize(("good_is", "words"), [("high", "High"), ("low", "Low"), ("within limits", "Within limits"), ("neither", "Neither")])
def test_good_is_what_the_line_says(good_is, words):
    assert line(rows.frame(rows.row(1041)), good_is=good_is)["Good is"] == words


def test_the_colour_is_that_of_the_month_with_its_target_and_thresholds():
    compared = rows.frame(rows.row(84.0, SHARE, rag="amber", target="at least 86%"))

    shown = line(compared, measure=SHARE, **AT_LEAST)

    assert (shown["Status"], shown["Target"]) == ("Amber", "at least 86% amber from 83%, red below")


def test_a_line_whose_target_judges_the_year_to_date_has_that_ones_colour_and_says_so():
    compared = rows.frame(rows.row(90.0, SHARE), rows.row(80.9, SHARE, basis="year_to_date", rag="red", target="at least 86%"))

    shown = line(compared, measure=SHARE, judged="year_to_date", year_to_date=SHARE, **AT_LEAST)

    assert (shown["Dec 2015"], shown["2015/16 to date"], shown["Status"]) == ("90.0%", "80.9%", "Red year to date")


def test_a_line_without_a_target_says_so_and_shows_its_note():
    shown = line(rows.frame(rows.row(1041)), note="Range to be set <soon>")

    assert (shown["Status"], shown["Target"]) == ("No target", "Range to be set <soon>")


@pytest.mark.parametrize("compared", [rows.frame(), rows.frame(rows.row(measure=SHARE, state="On hold"))], ids=["no row", "no value"])
def test_a_line_with_a_target_and_no_figure_has_no_colour(compared):
    shown = line(compared, measure=SHARE, **AT_LEAST)

    assert (shown["Status"], shown["Target"], shown["Travel on the month before"]) == ("", "at least 86% amber from 83%, red below", "")


def test_the_arrow_and_the_words_of_an_absence_are_this_months():
    moved = line(rows.frame(rows.row(1029, month="2015-11", travel="down", better="worse"), rows.row(1041, travel="up", better="better")))
    held = line(rows.frame(rows.row(state="On hold")))

    assert (moved["Travel on the month before"], held["Travel on the month before"], held["Dec 2015"]) == ("↑ better", "", "On hold")


@pytest.mark.parametrize(("said", "years"), [
    ({"year_to_date": "contacts", "past_years": "contacts"}, ("8,727", "", "12,000")),
    ({"year_to_date": "referrals", "past_years": "referrals"}, ("3,684", "4,513", "")),
    ({}, ("", "", ""))], ids=["its own", "another measure's", "none asked for"])
def test_the_years_are_of_the_measure_that_the_line_names(said, years):
    compared = rows.frame(rows.row(1041), rows.row(8727, basis="year_to_date"), rows.row(12000, month="2015-03", basis="financial_year"),
                          rows.row(3684, "referrals", basis="year_to_date"), rows.row(4513, "referrals", "2014-03", basis="financial_year"))

    shown = line(compared, **said)

    assert (shown["2015/16 to date"], shown["2013/14"], shown["2014/15"]) == years


def test_benchmarks_stand_in_their_columns():
    compared = rows.frame(rows.row(79.2, SHARE, england=87.1, england_period="2014/15", neighbours_mean_period="2014/15", neighbours_mean_state="-"))

    shown = line(compared, measure=SHARE)

    assert list(shown)[len(HEADS):] == ["Statistical neighbours, mean, 2014/15", "England, 2014/15"]
    assert (shown["Statistical neighbours, mean, 2014/15"], shown["England, 2014/15"]) == ("not published", "87.1%")


def test_a_trend_is_drawn_of_thirteen_months_and_says_where_it_begins_and_ends():
    compared = rows.frame(rows.row(900, month="2014-11"), rows.row(1000, month="2015-01"), rows.row(1041), rows.row(state="On hold", month="2015-02"))

    assert line(compared)["Trend"] == "13 values: Contacts received: from 1,000 in January 2015 to 1,041 in December 2015"


def test_one_month_is_no_trend():
    assert line(rows.frame(rows.row(1041), rows.row(state="On hold", month="2015-11")))["Trend"] == ""


def test_lines_keep_their_order_under_the_headings_of_their_sections():
    lines = [rows.line(code="2.1"), rows.line("referrals", "2.2", title="Referrals"), rows.line(SHARE, "3.1", section="Assess & plan", title="Share")]

    shown = rows.parsed(scorecards.table(rows.frame(rows.row(1041)), rows.council(*lines), drawn))

    assert [row.text for row in shown.select("tr.section")] == ["Contact", "Assess & plan"]
    assert [row["id"] for row in shown.select("tr[id]")] == ["line-2.1", "line-2.2", "line-3.1"]
    assert {heading["colspan"] for heading in shown.select("tr.section th")} == {str(len(HEADS))}


def test_the_rows_are_left_as_they_were():
    compared, council = rows.frame(rows.row(1041)), rows.council(rows.line())
    before, lines = compared.copy(), council.lines.copy()

    scorecards.table(compared, council, drawn)

    assert compared.equals(before) and council.lines.equals(lines)


def test_settings_without_lines_say_where_lines_go():
    shown = rows.parsed(scorecards.table(rows.frame(rows.row(1041)), rows.council(home=Path("settings/2015-04")), drawn))

    assert shown.p.text == "There is no scorecard: settings/2015-04/lines.csv holds no line."


def test_where_benchmarks_of_a_column_are_of_several_years_each_value_names_its_own():
    compared = rows.frame(rows.row(79.2, SHARE, england=87.1, england_period="2014/15"), rows.row(9, england=8.0, england_period="2013/14"))

    assert line(compared, measure=SHARE)["England"] == "87.1%2014/15"


def test_a_scorecard_has_no_room_for_every_comparator():
    compared = rows.frame(rows.row(79.2, SHARE, region=80.0, region_period="2014/15", england=87.1, england_period="2014/15"))

    assert list(line(compared, measure=SHARE))[len(HEADS):] == ["England, 2014/15"]
