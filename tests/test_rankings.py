"""The table of every authority, ranked."""

import pandas as pd

from lib import rankings
from tests import rows as views
from tests.england import authority, england, nobody


def ranked():
    return england(authority("Highbury", 31.5, rank=3.0, band="D"), authority("Anyshire", 15.25, "ours", rank=2.0, band="B"), authority("Aton", "c"),
                   authority("Lowton", 9.0, rank=1.0, band="A"), authority("Nearshire", 31.5, "neighbour", rank=3.0, band="D"))


def test_the_best_stands_first_and_who_has_no_figure_last_with_the_reason():
    shown = rankings.table(ranked(), "Source: DfE.")

    assert views.heads(shown) == ["Authority", "Rank", "Value", "Quartile band", "Role"]
    assert list(views.body(shown).items()) == [
        ("Lowton", ["1", "9.0%", "A", ""]), ("Anyshire", ["2", "15.3%", "B", "this authority"]), ("Highbury", ["3", "31.5%", "D", ""]),
        ("Nearshire", ["3", "31.5%", "D", "neighbour"]), ("Aton", ["", "c", "", ""])]


def test_the_table_says_what_it_is_and_folds_behind_how_many_there_are():
    shown = views.parsed(rankings.table(ranked(), "Source: DfE."))

    assert shown.details.summary.text == "All 5 authorities" and "open" not in shown.details.attrs
    assert shown.caption.text == "Re-referrals (per cent), every authority, 2018/19"
    assert shown.select_one(".source").text == "Rank 1 and band A are the best; authorities with the same value share a rank, and two that made one return count once. Source: DfE."
    assert shown.table["class"] == ["figures", "ranked", "sortable"]


def test_the_heading_of_the_first_order_says_so():
    for shown, name, order in ((rankings.table(ranked()), "Rank", "ascending"), (rankings.table(england()), "Value", "descending")):
        heads = views.parsed(shown).select("th[aria-sort]")

        assert [(head.text, head["aria-sort"]) for head in heads] == [(name, order)]


def test_ours_and_neighbours_are_shaded_as_well_as_named():
    shown = views.parsed(rankings.table(ranked()))

    assert {row["class"][0]: row.th.text for row in shown.select("tbody tr[class]")} == {"ours": "Anyshire", "neighbour": "Nearshire"}


def test_every_figure_names_its_authority_and_year():
    mark = views.parsed(rankings.table(ranked())).data

    assert mark.attrs == {"value": "9.0", "data-measure": "rereferrals_percent", "data-authority": "low", "data-period": "2018/19"}


def test_without_ranks_the_highest_stands_first_and_there_is_neither_rank_nor_band():
    shown = rankings.table(england())

    assert views.heads(shown) == ["Authority", "Value", "Role"]
    assert list(views.body(shown)) == ["Highbury", "Midham", "Nearshire", "Anyshire", "Lowton"]
    assert views.parsed(shown).select_one(".source") is None


def test_one_authority_nobody_with_a_figure_and_nobody_at_all():
    assert views.parsed(rankings.table(england().iloc[:1])).summary.text == "1 authority"
    assert set(map(tuple, views.body(rankings.table(nobody(england()))).values())) == {("unreliable", ""), ("unreliable", "this authority"), ("unreliable", "neighbour")}
    assert rankings.table(england().iloc[:0]) == ""


def test_a_value_of_nought_is_a_value():
    assert views.body(rankings.table(england(authority("Anyshire", 0, "ours"))))["Anyshire"] == ["0.0%", "this authority"]


def test_rows_are_left_as_they_were():
    given = ranked()
    before = given.copy(deep=True)

    rankings.table(given)

    pd.testing.assert_frame_equal(given, before)


def test_a_name_cannot_break_out_of_the_table():
    shown = views.parsed(rankings.table(england(authority("<b>Any", 9.0, title="<i>Re", band="<u>"))))

    assert shown.b is shown.i is shown.u is None
