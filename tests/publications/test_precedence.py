"""Which figure stands, which numbers a newer edition changed, and that neither depends on the order in which publications come."""

import pandas as pd
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from lib.publications import merging, precedence, tables

ITEM, RATE = "CPP_Total_NumRef", "CPP_Total_Rateper10,000"
DECIMALS = {ITEM: "0", RATE: "1", "ReReferral": "1"}
SOURCES = ("referrals-2023", "referrals-2024", "lait-2024", "referrals-2025", "lait-2025", "lait-2026")


def values(*rows):
    """Rows of values: (source, figure) of one item, year and authority, a symbol being a reason; or (source, figure, item)."""
    return tables.frame("values", [(rest[0] if rest else "ReReferral", "2024", "372", figure if figure[0].isdigit() else "", "" if figure[0].isdigit() else figure, "", source)
                                   for source, figure, *rest in rows])


@pytest.mark.parametrize("first, second, stands", [
    (("lait-2025", "-"), ("referrals-2024", "22"), "22"),                   # what says something before a bare dash, however old
    (("lait-2025", "-"), ("referrals-2024", "u"), "u"),
    (("referrals-2024", "22"), ("referrals-2025", "23"), "23"),             # the newer edition
    (("referrals-2024", "22"), ("referrals-2025", "u"), "u"),               # its reason too
    (("referrals-2024", "u"), ("referrals-2025", "23"), "23"),
    (("lait-2025", "23"), ("referrals-2024", "22"), "23"),
    (("lait-2025", "23"), ("referrals-2025", "23.1"), "23.1"),              # a release before LAIT, which compiles it
    (("lait-2025", "23"), ("referrals-2025", "c"), "c"),
])
def test_which_of_two_figures_stands(first, second, stands):
    for one, other in ((first, second), (second, first)):
        row = precedence.best(values(one), values(other)).iloc[0]

        assert row.value + row.state == stands


def test_an_editions_own_key_loaded_again_stands_before_what_was_held():
    assert precedence.best(values(("referrals-2024", "22")), values(("referrals-2024", "21"))).value.tolist() == ["21"]


def rated(counts, populations):
    held = {**tables.empty(), "values": counts, "populations": tables.frame("populations", populations)}
    made = precedence.with_rates(held["values"], held["populations"], {RATE: "1"})
    return made[made["item"] == RATE]


def test_a_rate_is_made_of_the_count_and_the_estimate_of_the_year_before():
    made = rated(values(("referrals-2025", "2672", ITEM)), [("372", "2023", "58441", "", "ons-mid-year-2024"), ("372", "2024", "59526", "", "ons-mid-year-2024")])

    assert made[["value", "origin", "source"]].to_numpy().tolist() == [["457.213258", "recomputed", "referrals-2025"]]


def test_a_rate_as_published_stands_before_one_made_again_of_the_same_edition():
    made = rated(values(("referrals-2025", "2672", ITEM), ("lait-2025", "457.2", RATE)), [("372", "2023", "58441", "", "ons-mid-year-2024")])

    assert made[["value", "origin", "source"]].to_numpy().tolist() == [["457.2", "", "lait-2025"]]


def test_a_rate_of_a_newer_count_stands_before_one_as_published_earlier():
    made = rated(values(("referrals-2025", "2672", ITEM), ("referrals-2024", "459.9", RATE)), [("372", "2023", "58441", "", "ons-mid-year-2024")])

    assert made[["value", "origin", "source"]].to_numpy().tolist() == [["457.213258", "recomputed", "referrals-2025"]]


def test_a_rate_as_published_that_is_the_same_to_its_decimals_stands_before_one_of_a_newer_count():
    made = rated(values(("referrals-2026", "2672", ITEM), ("lait-2025", "457.2", RATE)), [("372", "2023", "58441", "", "ons-mid-year-2024")])

    assert made[["value", "origin", "source"]].to_numpy().tolist() == [["457.2", "", "lait-2025"]]


def test_there_is_no_rate_without_an_estimate():
    assert not len(rated(values(("referrals-2025", "2672", ITEM)), []))


def test_a_count_that_is_not_published_says_why_there_is_no_rate():
    assert rated(values(("referrals-2025", "u", ITEM)), []).state.tolist() == ["u"]


@pytest.mark.parametrize("was, now, restated", [("459.9", "457.2", True), ("22.4", "22.36", False), ("22", "22.4", True), ("22.4", "22.4", False)])
def test_a_number_is_restated_where_it_moved_by_more_than_rounding(was, now, restated):
    assert bool(len(merged(values(("referrals-2024", was)), values(("referrals-2025", now)))["restatements"])) == restated


def test_a_number_that_was_taken_back_says_why():
    rows = merged(values(("referrals-2024", "22.4")), values(("referrals-2025", "u")))["restatements"]

    assert rows[["was", "is", "is_state", "was_source", "is_source"]].to_numpy().tolist() == [["22.4", "", "u", "referrals-2024", "referrals-2025"]]


def test_a_number_that_lait_has_otherwise_than_the_release_of_its_edition_is_told_too():
    rows = merged(values(("lait-2025", "22")), values(("referrals-2025", "23")))["restatements"]

    assert rows[["was", "is", "was_source", "is_source"]].to_numpy().tolist() == [["22", "23", "lait-2025", "referrals-2025"]]


def test_a_correction_under_an_editions_own_key_is_no_restatement():
    assert not len(merged(values(("referrals-2025", "22")), values(("referrals-2025", "23")))["restatements"])


def test_a_number_that_several_editions_had_is_restated_once():
    rows = merged(values(("referrals-2023", "22")), values(("referrals-2024", "22")), values(("referrals-2025", "23")))["restatements"]

    assert rows[["was", "was_source"]].to_numpy().tolist() == [["22", "referrals-2024"]]


def merged(*loads):
    """The tables after loading these frames of values one after another."""
    held = {**tables.empty(), "items": tables.frame("items", [(item, "child_protection", "", "", "", decimals, "03", "yes", "lait-dictionary") for item, decimals in DECIMALS.items()]),
            "populations": tables.frame("populations", [("372", "2023", "58441", "", "ons-mid-year-2024")])}
    for frame in loads:
        held = merging.merge(held, {"values": [frame]}, tables.frame("sources"))
    return held


FEW = settings(max_examples=20, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))     # a merge takes long enough for shrinking to take minutes
FIGURES = st.sampled_from(("20", "21", "22.5", "u", "c", "-"))
EDITIONS = st.lists(st.tuples(st.sampled_from(SOURCES), FIGURES, st.sampled_from(("ReReferral", ITEM, RATE))), min_size=2, max_size=4, unique_by=lambda row: (row[0], row[2]))


@FEW
@given(EDITIONS)
def test_the_order_of_editions_makes_no_difference(rows):
    together = merged(values(*rows))

    for order in (rows[::-1], rows[1:] + rows[:1]):
        one_by_one = merged(*(values(row) for row in order))
        pd.testing.assert_frame_equal(one_by_one["values"], together["values"])
        pd.testing.assert_frame_equal(one_by_one["restatements"], together["restatements"])


@FEW
@given(EDITIONS)
def test_loading_the_same_again_changes_nothing(rows):
    once = merged(values(*rows))

    again = merging.merge(once, {"values": [values(*rows)]}, tables.frame("sources"))

    for name, frame in once.items():
        pd.testing.assert_frame_equal(again[name], frame)


def test_merging_leaves_what_it_is_given_as_it_was():
    held, found = merged(values(("referrals-2024", "22"))), values(("referrals-2025", "23"))
    before, given_ = {name: frame.copy() for name, frame in held.items()}, found.copy()

    merging.merge(held, {"values": [found]}, tables.frame("sources"))

    pd.testing.assert_frame_equal(found, given_)
    for name, frame in before.items():
        pd.testing.assert_frame_equal(held[name], frame)
