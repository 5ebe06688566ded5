"""The printed dataset against our page: they differ in the cells that not_reproduced.csv lists, each by a rule, and in no other."""

import re
from collections import Counter

import pytest

from lib import reports, summaries
from tests.example_city_2015_06 import printed
from tests.example_city_2015_06.printed import JUNE, read

WORDS = "Not updated pending data accuracy work"
ALLOWED = re.compile(r"not printed: (\d+) and (\d+) allow (-?\d+\.\d) to (-?\d+\.\d)$")
HALF = 0.5      # what a printed percentage may be out by


@pytest.fixture(scope="module")
def stages():
    return reports.stages("example_city", JUNE)


@pytest.fixture(scope="module")
def page(stages):
    return printed.Page(summaries.open(stages.compared, stages.settings, stages.findings, stages.restatements).views().html)


@pytest.fixture(scope="module")
def cells(page):
    return list(printed.cells(page))


@pytest.fixture(scope="module")
def listed():
    return read("not_reproduced.csv")


@pytest.fixture(scope="module")
def measures():
    return {row["ref"]: row for row in read("transcription/measures.csv")}


# The table


def test_every_printed_cell_is_looked_up_once(cells):
    assert Counter(cell.where for cell in cells) == {"month": 22 * 13, "change": 22, "arrow": 22, "average": 22, "maximum": 22}
    assert len({cell.place for cell in cells}) == len(cells)


def test_what_is_not_reproduced_is_what_the_table_lists_and_nothing_else(cells, listed):
    differing = {cell.place: (cell.printed, cell.ours) for cell in cells if not cell.reproduced}

    assert {(row["where"], row["code"], row["period"]): (row["printed"], row["ours"]) for row in listed} == differing
    assert len(listed) == 4


def test_a_change_that_rounds_differently_lies_within_what_the_printed_percentages_allow(listed, measures):
    unrounded = [row for row in listed if row["code"] != "M5"]

    for row in unrounded:
        before, now, low, high = map(float, ALLOWED.search(row["rule"]).groups())

        assert (measures[row["code"]]["2014-06"], measures[row["code"]][JUNE]) == (f"{before:g}", f"{now:g}")
        assert round(100 * ((now - HALF) / (before + HALF) - 1), 1) == low
        assert round(100 * ((now + HALF) / (before - HALF) - 1), 1) == high
        assert low < float(row["printed"]) < high


# What the methods say of it


@pytest.mark.parametrize("kind, number", [("month", 286), ("arrow", 22), ("average", 22), ("maximum", 22), ("change", 18)])
def test_of_each_kind_so_many_cells_are_reproduced(cells, kind, number):
    assert sum(cell.reproduced for cell in cells if cell.where == kind) == number


def test_of_22_arrows_21_are_printed_and_m5_has_none(cells):
    arrows = {cell.code: cell.ours for cell in cells if cell.where == "arrow"}

    assert Counter(arrows.values()) == {"up": 7, "down": 11, "level": 3, "": 1}
    assert arrows["M5"] == ""


def test_better_and_worse_are_said_of_the_measures_that_have_a_direction_alone(page, measures):
    judged = {code: page.travel(code)[1] for code in measures}

    assert {code for code, word in judged.items() if word != "none"} == {code for code, row in measures.items() if row["qualitative"] == "yes"}
    assert (judged["CP5-QL"], judged["CP3-QL"], judged["LAC7-QL"], judged["EH4-QL"]) == ("better", "worse", "better", "same")


def test_the_words_in_place_of_figures_are_carried_to_the_change_the_average_and_the_highest(page):
    cells = page.html.select_one('tr[id="dataset-M5"]').select("td")

    assert [cell.get("colspan") for cell in cells if cell.text == WORDS] == ["8", None]
    assert [cell.text for cell in cells[-2:]] == [f"{value} 4 of 12 months; the others: {WORDS}" for value in (15, 30)]


def test_shares_of_printed_counts_are_computed_from_them(stages):
    computed = stages.compared[(stages.compared.month == JUNE) & (stages.compared.origin == "computed")].set_index("code")

    assert computed.loc[["M3", "LAC5-QL"], ["numerator", "denominator"]].to_numpy().tolist() == [[393, 1363], [6, 11]]


def test_the_charts_are_those_of_the_document_by_number_and_by_percentage(page, measures):
    drawn = [row["ref"] for row in read("transcription/charts.csv")]
    of_unit = {unit: {f"chart-dataset-{code}" for code in drawn if measures[code]["unit"] == unit} for unit in ("count", "percent")}

    charts = page.charts()

    assert list(charts) == ["By number", "By percentage"]
    assert (set(charts["By number"]), set(charts["By percentage"])) == (of_unit["count"], of_unit["percent"])
    assert sum(map(len, charts.values())) == len(drawn) == 9


def test_nothing_was_found_wrong_with_the_return(stages):
    assert stages.findings.empty
