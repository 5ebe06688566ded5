"""What a distribution of all authorities says and draws."""

import re
from xml.etree import ElementTree

import pandas as pd
import pytest

from lib import charts
from lib.charts import dots as dots_of_a_panel
from tests import rows as views
from tests.england import NOTHING, authority, england, nobody

LIB = "Source: Department for Education, children in need, 2019."
OURS, NEIGHBOUR, OTHER = "#12436d", "#f46a25", "#8c8c8c"


def drawn(rows, references=("England", 22.6), **more):
    return charts.distribution(rows, "Few children come back", "Anyshire", LIB, references, **more)


def words(chart):
    return re.findall(r"<text[^>]*>([^<]*)</text>", chart.svg)


def dots(chart, colour):
    """How many dots of a colour stand in the panel; the key above it has one more."""
    return len(re.findall(rf'<use [^>]*fill: {colour}', chart.svg)) - 1


def test_a_distribution_says_in_words_where_ours_stands_among_all():
    assert drawn(england()).alt == (
        "Few children come back. Anyshire stands at 15.3 per cent: 1 of the 4 others are lower and 3 higher. "
        "The values of 5 authorities run from 9.0 per cent (Lowton) to 31.5 per cent (Highbury). Its neighbour Nearshire stands at 22.0 per cent. "
        "The comparison shown is England 22.6 per cent.")


def test_a_distribution_has_a_title_a_subtitle_a_source_and_its_data():
    chart = drawn(england())

    assert (chart.key, chart.measure, chart.title) == ("rereferrals_percent-distribution", "rereferrals_percent", "Few children come back")
    assert chart.subtitle == "Re-referrals (per cent), Anyshire among England's authorities, 2018/19"
    assert (chart.source, chart.note) == (LIB, "")
    assert list(chart.data.columns) == ["authority", "name", "role", "value"]
    assert list(chart.data["name"]) == ["Lowton", "Anyshire", "Midham", "Nearshire", "Highbury"]
    ElementTree.fromstring(chart.html)


def test_ours_is_named_with_its_value_and_the_shapes_are_explained():
    chart = drawn(england(), [("England", 22.6), ("West Midlands", 24.1)])

    assert {"Anyshire 15.3%", "England 22.6%", "West Midlands 24.1%", "Anyshire", "Statistical neighbours", "Other authorities", "Lowest",
            "Highest", "5 authorities, in the order of their values"} <= set(words(chart))
    assert [dots(chart, colour) for colour in (OURS, NEIGHBOUR, OTHER)] == [1, 1, 3]


def test_every_figure_of_the_table_names_its_authority_and_year():
    table = drawn(england()).table

    assert views.heads(table) == ["Authority", "Value", "Role"]
    assert views.body(table)["Anyshire"] == ["15.3%", "this authority"] and views.body(table)["Nearshire"] == ["22.0%", "neighbour"]
    assert views.parsed(table).data.attrs == {"value": "9.0", "data-measure": "rereferrals_percent", "data-authority": "low", "data-period": "2018/19"}


def test_figures_of_a_census_name_its_month():
    assert drawn(england(year="2018-09")).subtitle == "Re-referrals (per cent), Anyshire among England's authorities, Sep 2018"


def test_those_without_a_figure_are_counted_by_their_reasons():
    absent = [authority("Aton", "c"), authority("Beeton", "c"), authority("Ceeton", "u"), authority("Deeton")]

    chart = drawn(pd.concat([england(), england(*absent)]))

    said = "4 authorities have no figure: 2 suppressed to protect individuals, 1 unreliable and 1 without a reason given."
    assert chart.note == said and chart.alt.endswith(said)
    assert views.body(chart.table)["Ceeton"] == ["unreliable", ""]


@pytest.mark.parametrize(("absent", "said"), [
    ([("Aton", "c")], "1 authority has no figure: suppressed to protect individuals."),
    ([("Aton", "u"), ("Beeton", "u")], "2 authorities have no figure: unreliable."),
    ([("Aton", NOTHING)], "1 authority has no figure.")])
def test_those_without_a_figure_for_one_reason_are_said_in_one_breath(absent, said):
    assert drawn(pd.concat([england(), england(*[authority(*each) for each in absent])])).note == said


def test_where_ours_has_no_figure_the_others_are_drawn_and_the_reason_is_said():
    rows = england(authority("Anyshire", "u", "ours"), authority("Lowton", 9.0), authority("Highbury", 31.5), authority("Aton", "c"))

    chart = drawn(rows)

    said = "Anyshire has no figure: unreliable. 1 other authority has no figure: suppressed to protect individuals."
    assert chart.note == said and chart.alt.endswith(said)
    assert dots(chart, OTHER) == 2 and "Anyshire" not in words(chart)


def test_where_ours_is_not_among_the_authorities_that_is_said():
    assert drawn(england(authority("Lowton", 9.0), authority("Highbury", 31.5))).note == "Anyshire is not among these authorities."


def test_one_authority_alone_is_drawn():
    chart = drawn(england(authority("Anyshire", 15.25, "ours")), None)

    assert chart.alt == "Few children come back. Anyshire stands at 15.3 per cent."
    assert dots(chart, OURS) == 1 and "Lowest" not in words(chart)


def test_authorities_level_with_ours_are_neither_lower_nor_higher():
    rows = england(authority("Anyshire", 9.0, "ours"), authority("Lowton", 9.0), authority("Highbury", 31.5))

    assert "Anyshire stands at 9.0 per cent: 0 of the 2 others are lower, 1 the same and 1 higher." in drawn(rows).alt


def test_a_value_of_nought_is_a_value():
    chart = drawn(england(authority("Anyshire", 0, "ours"), authority("Lowton", 9.0)))

    assert "Anyshire 0.0%" in words(chart) and chart.note == ""


def test_neighbours_run_from_the_lowest_to_the_highest():
    rows = england(authority("Anyshire", 9.0, "ours"), *[authority(f"Near {each}", 10.0 + each, "neighbour") for each in range(3)])

    assert "Its 3 neighbours with a figure run from 10.0 per cent (Near 0) to 12.0 per cent (Near 2)." in drawn(rows).alt


def test_without_a_figure_there_is_an_absence_with_its_reason():
    assert drawn(nobody(england())).words == "No authority has a figure for Re-referrals, 2018/19. Reason given: unreliable."
    assert drawn(england().iloc[:0]).words == "There are no figures in Anyshire for this chart: Few children come back."


def test_rows_are_left_as_they_were_and_the_same_rows_give_the_same_bytes():
    given = england()
    before = given.copy(deep=True)

    first, second = drawn(given), drawn(given.sample(frac=1, random_state=1))

    pd.testing.assert_frame_equal(given, before)
    assert (first.html, first.png) == (second.html, second.png)


def test_a_name_cannot_break_out_of_a_drawing_or_its_table():
    chart = drawn(england(authority("<b>&Any", 9.0, "ours", title="<i>Re-referrals"), authority("Low", 8.0)))

    assert "<b>" not in chart.html and "<i>" not in chart.html
    ElementTree.fromstring(chart.html)


def test_england_whole_is_drawn_a_dot_an_authority():
    many = [authority(f"Authority {each}", 75 + each / 8, "neighbour" if each % 16 == 3 else "other") for each in range(152)]

    chart = drawn(england(authority("Bournemouth, Christchurch and Poole", 85.0, "ours"), *many), None)

    assert [dots(chart, colour) for colour in (OURS, NEIGHBOUR, OTHER)] == [1, 10, 142]
    assert chart.note == "The vertical scale starts at 60%, not at zero."


@pytest.mark.parametrize("dot", [(12, 12), (50, 50), (88, 88), (88, 12), (12, 88)])
def test_a_name_stands_beside_its_dot_on_the_panel_and_covers_no_other(dot):
    others = [(each, each) for each in range(0, 101, 4)]

    right, up = dots_of_a_panel.beside(dot, (30, 10), others, (100, 100))

    left, foot = dot[0] + right - 15, dot[1] + up - 5
    assert 0 <= left <= 70 and 0 <= foot <= 90
    assert [each for each in others if left < each[0] < left + 30 and foot < each[1] < foot + 10] == []
