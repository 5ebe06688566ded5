"""What a chart of published years says and draws."""

import re

import pandas as pd
import pytest

from lib import charts
from lib.errors import WorkbookError
from tests import rows as views
from tests.england import NOTHING

SOURCE = "Source: Department for Education, children in need, 2019."
STRONG, QUIET = "stroke-width: 3", "stroke-width: 1.4"


def line(series, values, key="", ours=False, first=2016, state="u", **said):
    return pd.DataFrame([{"series": series, "year": f"{first + each}/{(first + each + 1) % 100:02d}", "value": float(value), "state": state if value != value else "",
                          "ours": ours, "measure": "rereferrals_percent", "title": "Re-referrals", "unit": "percent", "decimals": 1,
                          "authority": "884" if ours else "", "comparator": key} | said for each, value in enumerate(values)])


def both(ours, england=(22.0, 22.5, 22.6), **said):
    return pd.concat([line("England", england, "england"), line("Anyshire", ours, ours=True, **said)])


def drawn(rows, **more):
    return charts.over_years(rows, "Fewer children come back each year", "Anyshire", SOURCE, **more)


def words(chart):
    return re.findall(r"<text[^>]*>([^<]*)</text>", chart.svg)


def test_years_say_in_words_what_ours_and_every_comparator_did():
    assert drawn(both([18.0, 16.5, 15.25])).alt == (
        "Fewer children come back each year. Anyshire stood at 18.0 per cent in 2016/17 and 15.3 per cent in 2018/19; the highest was "
        "18.0 per cent (2016/17) and the lowest 15.3 per cent (2018/19). England stood at 22.0 per cent in 2016/17 and 22.6 per cent in 2018/19; "
        "the highest was 22.6 per cent (2018/19) and the lowest 22.0 per cent (2016/17).")


def test_years_have_a_subtitle_a_source_and_their_data():
    chart = drawn(both([18.0, 16.5, 15.25]))

    assert (chart.key, chart.source, chart.note) == ("rereferrals_percent-over-years", SOURCE, "")
    assert chart.subtitle == "Re-referrals (per cent, financial years), Anyshire, 2016/17 to 2018/19"
    assert list(chart.data.columns) == ["month", "Anyshire", "England"]
    assert {"Anyshire 15.3%", "England 22.6%", "2016/17", "2018/19"} <= set(words(chart))


def test_our_line_is_the_strongest_and_its_label_bold():
    svg = drawn(both([18.0, 16.5, 15.25])).svg

    assert (svg.count(STRONG), svg.count(QUIET)) == (1, 1)
    assert re.search(r'font-weight: 700[^>]*>|font: 700[^>]*>', svg.split("Anyshire 15.3%")[0].rsplit("<text", 1)[1] + ">")


def test_every_figure_of_the_table_names_whose_it_is_and_its_year():
    table = drawn(both([18.0, 16.5, 15.25])).table

    marks = [mark.attrs for mark in views.parsed(table).find_all("data")][:2]

    assert views.body(table)["2018/19"] == ["15.3%", "22.6%"]
    assert marks == [{"value": "18.0", "data-measure": "rereferrals_percent", "data-authority": "884", "data-period": "2016/17"},
                     {"value": "22.0", "data-measure": "rereferrals_percent", "data-comparator": "england", "data-period": "2016/17"}]


def test_a_year_without_a_value_breaks_the_line_and_the_note_says_why():
    chart = drawn(both([18.0, NOTHING, 15.25]))

    assert chart.note == "Anyshire: there is no figure for 2017/18 (unreliable)." and chart.note in chart.alt
    assert views.body(chart.table)["2017/18"] == ["unreliable", "22.5%"]


def test_a_year_without_a_row_is_a_gap_too():
    rows = both([18.0, 16.0, 15.25])

    chart = drawn(rows[~((rows.year == "2017/18") & rows.ours)])

    assert chart.note == "Anyshire: there is no figure for 2017/18."


def test_gaps_of_different_reasons_are_told_apart():
    rows = both([18.0, NOTHING, NOTHING, 15.25], england=[22.0] * 4)
    rows.loc[rows.ours & (rows.year == "2018/19"), "state"] = "c"

    assert drawn(rows).note == "Anyshire: there is no figure for 2017/18 (unreliable) and 2018/19 (suppressed to protect individuals)."


def test_where_ours_has_no_figure_at_all_the_others_are_drawn_and_that_is_said():
    chart = drawn(both([NOTHING] * 3, england=[0.0, 22.0, 22.6]))

    assert chart.note == "There are no figures for Anyshire (unreliable)." and chart.note in chart.alt
    assert "England 22.6%" in words(chart) and STRONG not in chart.svg


def test_one_line_of_one_year_is_drawn():
    chart = drawn(line("Anyshire", [0.0], ours=True))

    assert chart.alt == "Fewer children come back each year. Anyshire stood at 0.0 per cent in 2016/17." and "Anyshire 0.0%" in words(chart)


def test_of_ten_years_as_many_are_named_as_there_is_room_for_the_last_among_them():
    chart = drawn(both(range(10, 20), england=[22.0] * 10))

    years = [word for word in words(chart) if re.fullmatch(r"\d{4}/\d\d", word)]

    assert years == ["2017/18", "2019/20", "2021/22", "2023/24", "2025/26"]


def test_a_census_of_each_september_has_its_years_side_by_side():
    rows = both([18.0, NOTHING, 15.25])

    chart = drawn(rows.assign(year=rows.year.str[:4] + "-09"))

    assert chart.subtitle == "Re-referrals (per cent), Anyshire, September 2016 to September 2018"
    assert list(chart.data["month"]) == ["2016-09", "2017-09", "2018-09"] and "Sep 2018" in words(chart)
    assert chart.note == "Anyshire: there is no figure for September 2017 (unreliable)."
    assert views.heads(chart.table)[0] == "Year" and 'data-period="2018-09"' in chart.table


def test_whose_a_line_is_can_go_unsaid():
    table = drawn(both([18.0]).drop(columns=["authority", "comparator"])).table

    assert 'data-authority="Anyshire"' in table and 'data-comparator="England"' in table


def test_without_a_figure_there_is_an_absence_with_its_reason():
    absent = drawn(both([NOTHING], england=[NOTHING]))

    assert absent.words == "There are no figures for Re-referrals in Anyshire, 2016/17. Reason given: unreliable."
    assert drawn(both([1.0]).iloc[:0]).words == "There are no figures in Anyshire for this chart: Fewer children come back each year."


def test_more_than_four_lines_two_rows_of_a_year_and_other_years_are_refused():
    messages = []

    for wrong in (pd.concat([line(f"Line {each}", [1.0]) for each in range(5)]), pd.concat([both([1.0]), both([1.0])]), both([1.0]).assign(year="2019")):
        with pytest.raises(WorkbookError) as refused:
            drawn(wrong)
        messages.append(str(refused.value))

    assert messages == [
        "a chart of lines: 5 lines. Expected up to 4. Choose those that matter, or draw `by_category`.",
        "the chart of rereferrals_percent: 2 rows for 2016/17. Expected one row a month for each line. Select one basis and category before drawing.",
        'a chart of years: the year "2019". Expected a financial year such as 2018/19, or a month such as 2018-09. '
        "Write each row's year as publications do."]


def test_rows_are_left_as_they_were_and_the_same_rows_give_the_same_bytes():
    given = both([18.0, 16.5, 15.25])
    before = given.copy(deep=True)

    first, second = drawn(given), drawn(given)

    pd.testing.assert_frame_equal(given, before)
    assert (first.html, first.png) == (second.html, second.png)
