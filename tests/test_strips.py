"""Comparison strips: the month, the year to date and what comparators published."""

import openpyxl
import pytest

from lib import strips
from tests import rows

SHARE, AGAIN, RATE = "referrals_to_assessment_percent", "rereferrals_percent", "referrals_rate"
MARCH = "2020-03"
ENGLAND = {"england": 21.0, "england_period": "2018/19", "against_england": "worse"}


def strip(*compared, measures=(AGAIN,), **said):
    return strips.table(rows.frame(*compared), measures, rows.council(month=MARCH), **said)


def again(value=31.5, **said):
    return rows.row(value, AGAIN, said.pop("month", MARCH), name="Re-referrals", **said)


def test_the_month_stands_beside_its_year_to_date_and_the_comparators_that_have_a_value():
    shown = strip(again(numerator=29.0, denominator=92.0, **ENGLAND, rated_good=19.0, rated_good_period="2018/19"), again(20.1, basis="year_to_date"))

    assert rows.heads(shown) == ["Measure", "March 2020", "2019/20 to date", "England, 2018/19", "Authorities rated good, 2018/19"]
    assert rows.body(shown) == {"Re-referrals": ["31.5%29 of 92", "20.1%", "21.0%month is worse", "19.0%"]}
    assert rows.parsed(shown).caption.text == "Re-referrals, beside comparators. Somewhere, March 2020."


def test_as_many_comparators_as_there_is_room_for_stand_in_the_order_a_board_reads_them():
    every = {name: 1.0 for name in strips.ORDER} | {f"{name}_period": "2018/19" for name in strips.ORDER}

    headings = rows.heads(strip(again(**every)))

    assert [heading.removesuffix(", 2018/19") for heading in headings[2:]] == [
        "England", "Statistical neighbours, mean", "Statistical neighbours, median", "Region", "Statistical neighbours rated good or better",
        "Authorities rated good"]


@pytest.mark.parametrize("verdict", ["better", "worse", "similar", "higher", "lower"])
def test_how_the_month_stands_to_a_comparator_is_said_in_words_and_explained(verdict):
    shown = rows.parsed(strip(again(**ENGLAND | {"against_england": verdict})))

    assert shown.select_one("span.below").text == f"month is {verdict}"
    assert shown.select_one("p.source").text == strips.HOW_TO_READ


def test_without_a_verdict_there_is_nothing_to_explain():
    shown = rows.parsed(strip(again(**ENGLAND | {"against_england": ""})))

    assert not shown.select("span.below") and not shown.select("p.source")


def test_a_heading_names_every_year_and_each_cell_then_its_own():
    other = rows.row(79.2, SHARE, MARCH, name="Share", england=87.1, england_period="2017/18")

    shown = strip(again(**ENGLAND), other, measures=(AGAIN, SHARE))

    assert rows.heads(shown)[-1] == "England, 2017/18 and 2018/19"
    assert rows.body(shown) == {"Re-referrals": ["31.5%", "21.0%2018/19month is worse"], "Share": ["79.2%", "87.1%2017/18"]}


def test_every_number_is_marked():
    shown = rows.parsed(strip(again(numerator=29.0, denominator=92.0, **ENGLAND), again(20.1, basis="year_to_date")))

    assert [(mark.text, mark["data-measure"], mark.get("data-part", mark.get("data-comparator"))) for mark in shown.find_all("data")] == [
        ("31.5%", AGAIN, "value"), ("29", AGAIN, "numerator"), ("92", AGAIN, "denominator"), ("20.1%", AGAIN, "value"), ("21.0%", AGAIN, "england")]
    assert [mark["data-basis"] for mark in shown.select("data[data-basis]")] == ["in_month"] * 3 + ["year_to_date"]


def test_a_strip_may_show_one_category():
    ages = [again(value, breakdown="age group", category=group) for value, group in ((85.3, "19 to 21"), (70.1, "17 and 18"))]

    shown = strip(again(), *ages, again(80.0, breakdown="age group", category="19 to 21", basis="year_to_date"), breakdown="age group", category="19 to 21")

    assert rows.body(shown) == {"Re-referrals: 19 to 21": ["85.3%", "80.0%"]}


def test_a_strip_may_show_every_category_of_a_breakdown_with_the_whole_authority_last():
    bands = [again(value, breakdown="age band", category=band) for value, band in ((40.0, "16 and over"), (30.0, "Under 1"))]

    shown = strip(again(), *bands, again(9, breakdown="team", category="Duty"), breakdown="age band")

    assert list(rows.body(shown)) == ["Re-referrals: Under 1", "Re-referrals: 16 and over", "Re-referrals"]


def test_a_measure_is_headed_by_its_lines_title():
    of_a_category = again(title="Re-referrals <to Duty>", breakdown="team", category="Duty")

    assert list(rows.body(strip(again(title="Re-referrals <of the line>")))) == ["Re-referrals <of the line>"]
    assert list(rows.body(strip(of_a_category, breakdown="team"))) == ["Re-referrals <to Duty>"]


def test_a_measure_without_a_figure_has_no_row_and_the_others_stand():
    shown = strip(again(), rows.row(state="not covered", measure=SHARE, month=MARCH), measures=(SHARE, AGAIN))

    assert list(rows.body(shown)) == ["Re-referrals"]


def test_a_cell_without_a_figure_is_blank_and_words_and_suppressed_figures_are_told():
    shown = strip(again(state="suppressed", value=rows.NOTHING, **ENGLAND | {"against_england": ""}), rows.row(0.0, SHARE, MARCH, name="Share"),
                  measures=(AGAIN, SHARE))

    assert rows.body(shown) == {"Re-referrals": ["c", "21.0%"], "Share": ["0.0%", ""]}


@pytest.mark.parametrize("said", [{}, {"breakdown": "team"}, {"category": "Duty"}])
def test_nothing_is_shown_where_no_measure_has_a_figure(said):
    assert strip(again(month="2020-02"), again(rows.NOTHING), **said) == ""


def test_categories_that_nobody_counts_are_not_replaced_by_the_whole():
    assert strip(again(), breakdown="team") == ""


def test_a_rate_says_of_how_many_and_an_average_does_not():
    rate = rows.row(29.9, "children_on_cp_plans_rate", MARCH, name="Rate", numerator=108.0, denominator=36100.0)
    average = rows.row(16.2, "cases_per_social_worker_average", MARCH, name="Cases", numerator=1558.0, denominator=96.0)

    shown = strip(rate, average, measures=("children_on_cp_plans_rate", "cases_per_social_worker_average"))

    assert [cells[0] for cells in rows.body(shown).values()] == ["29.9108 of 36,100", "16.2"]


def test_the_rows_given_are_left_as_they_were():
    compared = rows.frame(again(**ENGLAND))
    before = compared.copy()

    strips.table(compared, [AGAIN], rows.council(month=MARCH))

    assert compared.equals(before)


def test_comparators_of_the_authority_s_own_workbook_are_named_as_such(tmp_path):
    book = openpyxl.Workbook()
    for row in (("code or key", "comparator", "period", "value", "source"), (SHARE, "england", "2014/15", 87.1, "typed in")):
        book.active.append(row)
    book.save(tmp_path / "benchmarks.xlsx")
    compared = rows.frame(rows.row(79.2, SHARE, england=87.1, england_period="2014/15", region=80.0, region_period="2014/15"))

    html = strips.table(compared, [SHARE], rows.council(home=tmp_path))

    assert "From the authority’s own workbook: England." in rows.read(html)
