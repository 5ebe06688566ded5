"""How a figure is printed, and what its mark tells."""

import pytest

from lib import marks
from tests import rows
from tests.england import authority, england
from tests.rows import NOTHING

SHARE = "lac_three_or_more_placements_percent"


@pytest.mark.parametrize(("value", "unit", "decimals", "words"), [
    (46.589817, "percent", 1, "46.6%"), (1041.0, "count", 0, "1,041"), (668.55, "per_10000", 1, "668.6"), (0.25, "days", 1, "0.3"),
    (94.96, "percent", 2, "94.96%"), (0.0, "count", 0, "0"), (-0.01, "percent", 1, "0.0%"), (NOTHING, "percent", 1, "")])
def test_a_value_is_printed_in_its_unit_and_rounded_half_up(value, unit, decimals, words):
    assert marks.printed(value, unit, decimals) == words


def test_a_figure_is_printed_rounded_and_keeps_its_unrounded_value():
    mark = rows.parsed(marks.data(rows.one(11.294117647, SHARE, category="Duty"))).data

    assert mark.text == "11.3%"
    assert mark.attrs == {"value": "11.294117647", "data-measure": SHARE, "data-month": "2015-12", "data-basis": "month_end",
                          "data-breakdown": "", "data-category": "Duty", "data-part": "value"}


def test_the_parts_of_a_percentage_are_printed_as_whole_numbers():
    row = rows.one(12.7, SHARE, numerator=71.0, denominator=1558.0)

    shown = [rows.parsed(marks.data(row, part)).data for part in ("numerator", "denominator")]

    assert [(mark.text, mark["value"], mark["data-part"]) for mark in shown] == [("71", "71.0", "numerator"), ("1,558", "1558.0", "denominator")]


def test_a_category_cannot_break_out_of_a_mark():
    mark = rows.parsed(marks.data(rows.one(3, category='"><script>')))

    assert mark.data["data-category"] == '"><script>'
    assert mark.script is None


def test_a_number_made_of_several_figures_names_them_and_their_category():
    now, before = rows.one(1041, category="Police"), rows.one(1029, month="2015-11", category="Police")

    mark = rows.parsed(marks.derived(12.0, "12", now, before)).data

    assert mark.text == "12"
    assert mark.attrs == {"value": "12.0", "data-from": "contacts@2015-12@in_month contacts@2015-11@in_month", "data-breakdown": "", "data-category": "Police"}


def test_a_cell_without_a_row_is_empty():
    assert marks.cell(None) == '<td class="number"></td>'


def test_a_cell_with_a_value_holds_its_mark():
    cell = rows.parsed(marks.cell(rows.one(1041))).td

    assert (cell["class"], cell.data["value"], cell.text) == (["number"], "1041.0", "1,041")


@pytest.mark.parametrize(("state", "words"), [
    ("On hold", "On hold"), ("c", "c"), ("suppressed", "c"), ("z", "not applicable"), ("x", "not available"), (":", "not available"),
    ("-", "not published"), ("u", "unreliable"), ("low", "rounds to zero"), ("k", "rounds to zero"), ("~", "rounds to zero"),
    ("..", "not available"), ("not covered", "not covered"), ("<n/a>", "<n/a>"), ("", "")])
def test_a_cell_without_a_value_says_why(state, words):
    cell = rows.parsed(marks.cell(rows.one(state=state))).td

    assert (cell["class"], cell.text) == (["words"], words)


def test_a_suppressed_cell_says_what_its_symbol_stands_for():
    cell = rows.parsed(marks.cell(rows.one(state="suppressed"))).td

    assert cell.abbr["title"] == "suppressed to protect individuals"


def test_only_the_value_says_why_it_is_missing():
    assert rows.read(marks.cell(rows.one(measure=SHARE, state="On hold"), "numerator")) == ""


def test_a_figure_that_another_return_contradicts_carries_a_dagger_that_says_what_it_returned():
    cell = rows.parsed(marks.cell(rows.one(274, rivals='260 (topic_pages.xlsx, "Figures" S9)'))).td

    assert cell.text == "274†"
    assert cell.sup["title"] == 'Returns disagree: 260 (topic_pages.xlsx, "Figures" S9)'


def test_a_figure_that_no_return_contradicts_and_a_part_carry_no_dagger():
    sound, part = rows.one(274), rows.one(12.7, SHARE, numerator=71.0, rivals="13")

    assert rows.read(marks.cell(sound)) == "274"
    assert rows.read(marks.cell(part, "numerator")) == "71"


@pytest.mark.parametrize(("whose", "attribute"), [({"comparator": "england"}, "data-comparator"), ({"authority": '884"'}, "data-authority")])
def test_a_published_number_says_whose_it_is_and_of_which_year(whose, attribute):
    mark = rows.parsed(marks.published(22.6, "22.6%", SHARE, "2018/19", **whose)).data

    assert mark.text == "22.6%"
    assert mark.attrs == {"value": "22.6", "data-measure": SHARE, attribute: next(iter(whose.values())), "data-period": "2018/19"}


def test_an_authority_without_a_published_figure_has_the_reason_in_its_cell():
    shown = [rows.parsed(marks.authority_cell(row)).td for row in england(authority("Aton", 22.64), authority("Beeton", "u"), authority("Ceeton", "c")).itertuples()]

    assert [(cell["class"], cell.text) for cell in shown] == [(["number"], "22.6%"), (["words"], "unreliable"), (["words"], "c")]
    assert shown[0].data["data-authority"] == "ato" and shown[2].abbr["title"] == "suppressed to protect individuals"


def test_rows_are_found_by_measure_place_basis_and_month():
    compared = rows.frame(rows.row(1041), rows.row(8727, basis="year_to_date"), rows.row(6, breakdown="team", category="Duty"))
    before = compared.copy()

    found = marks.rows_by_key(compared)

    assert {key: row.value for key, row in found.items()} == {
        ("contacts", "", "", "in_month", "2015-12"): 1041, ("contacts", "", "", "year_to_date", "2015-12"): 8727,
        ("contacts", "team", "Duty", "in_month", "2015-12"): 6}
    assert compared.equals(before)


@pytest.mark.parametrize(("value", "state", "known"), [(0.0, "", True), (rows.NOTHING, "suppressed", True), (rows.NOTHING, "On hold", True),
                                                       (rows.NOTHING, "", False), (rows.NOTHING, "not covered", False),
                                                       (rows.NOTHING, "none in the period", False)])
def test_a_row_tells_something_where_it_has_a_figure_or_words_that_a_return_gave(value, state, known):
    assert marks.is_known(rows.one(value, state=state)) is known


def test_rates_say_of_how_many_children_and_by_which_estimate():
    rates = [rows.one(54.0, "referrals_rate", denominator=34_534.0, population_year="ONS estimate for mid-2018"),
             rows.one(52.0, "referrals_rate", denominator=36_100.0, population_year="the council's own")]

    assert marks.estimates(rates) == ("Rates are per 10,000 of 34,534 children aged 0 to 17 (ONS estimate for mid-2018) and 36,100 children aged 0 to 17 "
                                      "(the council's own).")
