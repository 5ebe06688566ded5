"""What a funnel says and draws."""

import re
from xml.etree import ElementTree

import pandas as pd
import pytest

from lib import charts
from tests import rows as views
from tests.england import NOTHING, authority, england, nobody

SOURCE = "Source: Department for Education, children in need, 2019."
LIMITS = pd.DataFrame({"denominator": [100, 1000, 10000], "lower_95": [14.4, 20.0, 21.8], "upper_95": [30.8, 25.2, 23.4],
                       "lower_998": [9.7, 18.5, 21.3], "upper_998": [35.5, 26.7, 23.9]})
HOW_TO_READ = ("The dotted and dashed lines are 95% and 99.8% control limits around England's value: by chance alone about 1 authority in 20 would lie "
               "outside the first, and 1 in 500 outside the second. Need and recording differ too: more lie outside than chance puts there.")


def three(beyond="below 99.8", **said):
    return england(authority("Anyshire", 15.25, "ours", denominator=1182.0, beyond=beyond, **said),
                   authority("Nearshire", 22.0, "neighbour", denominator=900.0), authority("Highbury", 31.5, denominator=9000.0, beyond="above 99.8"))


def drawn(rows, **more):
    return charts.funnel(rows, LIMITS, "Few children come back", "Anyshire", SOURCE, ("England", 22.6), across="Referrals in the year", **more)


def words(chart):
    return re.findall(r"<text[^>]*>([^<]*)</text>", chart.svg)


def test_a_funnel_says_in_words_where_ours_lies_and_how_many_lie_outside():
    assert drawn(three()).alt == (
        "Few children come back. Anyshire stands at 15.3 per cent, below the lower 99.8% limit (referrals in the year: 1,182). "
        "Authorities above the 99.8% limits: 1; below them: 1. Between the 95% and the 99.8% limits: 0 above and 0 below. "
        "Inside the 95% limits: 1. "
        "The comparison shown is England 22.6 per cent.")


@pytest.mark.parametrize(("beyond", "said"), [
    ("", "inside the 95% limits"), ("above 95", "above the upper 95% limit and inside the 99.8% limits"), ("above 99.8", "above the upper 99.8% limit"),
    ("below 95", "below the lower 95% limit and inside the 99.8% limits"), ("below 99.8", "below the lower 99.8% limit")])
def test_each_verdict_has_its_words(beyond, said):
    chart = drawn(three(beyond))

    assert f"Anyshire stands at 15.3 per cent, {said} (referrals" in chart.alt
    assert views.body(chart.table)["Anyshire"] == ["1,182", said, "15.3%", "this authority"]


def test_a_funnel_says_what_its_lines_are_and_names_them():
    chart = drawn(three())

    assert (chart.key, chart.source, chart.note) == ("rereferrals_percent-funnel", SOURCE, HOW_TO_READ)
    assert chart.subtitle == "Re-referrals (per cent), Anyshire among England's authorities, 2018/19, by referrals in the year"
    assert {"Anyshire 15.3%", "England 22.6%", "95% limits", "99.8% limits", "Referrals in the year", "Statistical neighbours"} <= set(words(chart))
    assert list(chart.data.columns) == ["authority", "name", "role", "value", "denominator", "beyond"]
    assert views.heads(chart.table) == ["Authority", "Referrals in the year", "Against the limits", "Value", "Role"]
    ElementTree.fromstring(chart.html)


def test_where_ours_has_no_figure_the_others_are_drawn_and_the_reason_is_said():
    rows = england(authority("Anyshire", "u", "ours", denominator=1182.0), authority("Highbury", 31.5, beyond="above 99.8"))

    chart = drawn(rows)

    assert chart.note.endswith("Anyshire has no figure: unreliable.") and "Anyshire stands" not in chart.alt
    assert "Authorities above the 99.8% limits: 1; below them: 0." in chart.alt
    assert views.body(chart.table)["Anyshire"] == ["1,182", "", "unreliable", "this authority"]


def test_an_authority_whose_denominator_is_not_known_is_not_drawn_but_counted():
    chart = drawn(pd.concat([three(), england(authority("Aton", 12.0, denominator=NOTHING))]))

    assert chart.note.endswith("Not drawn, since referrals in the year are not known: Aton.")
    assert views.body(chart.table)["Aton"] == ["", "", "12.0%", ""]


def test_one_authority_alone_and_one_at_nought_are_drawn():
    chart = drawn(england(authority("Anyshire", 0, "ours", beyond="below 99.8")))

    assert "Anyshire 0.0%" in words(chart)


def test_without_a_figure_there_is_an_absence_with_its_reason():
    assert drawn(nobody(three())).words == "No authority has a figure for Re-referrals, 2018/19. Reason given: unreliable."
    assert drawn(three().assign(denominator=NOTHING)).words == "No authority has a figure for Re-referrals, 2018/19."
    assert drawn(three().iloc[:0]).words == "There are no figures in Anyshire for this chart: Few children come back."


def test_frames_are_left_as_they_were_and_the_same_rows_give_the_same_bytes():
    rows, limits = three(), LIMITS.copy(deep=True)
    before = rows.copy(deep=True)

    first, second = drawn(rows), drawn(rows.iloc[::-1])

    pd.testing.assert_frame_equal(rows, before)
    pd.testing.assert_frame_equal(LIMITS, limits)
    assert (first.html, first.png) == (second.html, second.png)
