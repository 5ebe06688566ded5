"""Red, amber and green, by three shapes of target."""

from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pytest
from tests.frames import MISSING, line, series, settings

from lib import targets
from lib.settings import NUMBERS

PRINTED = pd.read_csv(Path(__file__).parent / "methods" / "seed002_rag.csv", dtype=str).to_dict("records")
OURS = {"Green": "green", "Yellow": "amber", "Red": "red"}
MEASURE = "referrals_to_assessment_percent"


def target(shape, **numbers):
    """What of a line a target is made of; the numbers it does not need are missing."""
    return SimpleNamespace(**{"target": shape, **dict.fromkeys(NUMBERS, MISSING), **numbers})


def at_least(green, amber):
    return target("at_least", green=green, amber=amber)


def at_most(green, amber):
    return target("at_most", green=green, amber=amber)


def band(centre, green, amber):
    return target("band", centre=centre, green=green, amber=amber)


def limits(low, high, amber):
    return target("limits", low=low, high=high, amber=amber)


def as_printed(case):
    """The line of a scorecard's printed row."""
    edge, green = case["red_amber_boundary"].rstrip("%"), case["green_target"]
    if case["type"] == "Two":
        within, centre = green.split(":")
        return band(float(centre), float(within), float(edge))
    if case["type"] == "Within":
        return limits(*map(float, green.split("-")), float(edge))
    return (at_least if case["type"] == "High" else at_most)(float(green), float(edge))


@pytest.mark.parametrize("case", PRINTED, ids=lambda case: case["no"])
def test_colours_are_those_of_the_scorecard_s_own_rule(case):
    assert targets.colour(as_printed(case), float(case["value_used"])) == OURS[case["rule"]]


@pytest.mark.parametrize("aim, value, colour", [
    (at_least(86, 83), 86, "green"), (at_least(86, 83), 85.999, "amber"), (at_least(86, 83), 83, "amber"), (at_least(86, 83), 82.999, "red"),
    (at_most(23, 26), 23, "green"), (at_most(23, 26), 23.001, "amber"), (at_most(23, 26), 26, "amber"), (at_most(23, 26), 26.001, "red"),
    (band(158.8, 5, 15), 163.8, "green"), (band(158.8, 5, 15), 153.8, "green"), (band(158.8, 5, 15), 163.9, "amber"),
    (band(158.8, 5, 15), 143.8, "amber"), (band(158.8, 5, 15), 173.9, "red"), (band(158.8, 5, 15), 143.7, "red"),
    (limits(14, 20, 1), 14, "green"), (limits(14, 20, 1), 20, "green"), (limits(14, 20, 1), 20.2, "amber"), (limits(14, 20, 1), 20.21, "red"),
    (limits(14, 20, 1), 4.3, "green"),      # only what is above the range is penalised
])
def test_a_boundary_belongs_to_the_better_colour(aim, value, colour):
    assert targets.colour(aim, value) == colour


@pytest.mark.parametrize("centre, green", [(1.1, 15), (1.2, 1), (73.5, 2), (346.4, 5)])
def test_the_edge_of_a_band_is_green_whatever_a_computer_makes_of_the_difference(centre, green):
    assert targets.colour(band(centre, green, green + 1), round(centre + green, 1)) == "green"


@pytest.mark.parametrize("aim", [at_least(86, 83), at_most(23, 26), band(158.8, 5, 15), limits(14, 20, 1)])
def test_a_missing_value_has_no_colour(aim):
    assert targets.colour(aim, MISSING) == ""


@pytest.mark.parametrize("aim, value, decimals", [
    (at_least(95, 90), 94.96, 2), (at_least(95, 90), 94.94, 1), (at_least(95, 90), 94.9996, 4), (at_least(95, 90), 95.04, 1),
    (at_most(23, 26), 23.04, 2), (band(158.8, 5, 15), 163.84, 2), (limits(14, 20, 1), 20.04, 2), (at_least(95, 90), MISSING, 1),
])
def test_decimals_are_added_until_the_printed_value_has_its_colour(aim, value, decimals):
    assert targets.enough_decimals(aim, value, 1) == decimals


@pytest.mark.parametrize("aim, words, thresholds", [
    (at_least(86.0, 83.0), "at least 86%", "amber from 83%, red below"),
    (at_most(23.0, 26.5), "at most 23%", "amber to 26.5%, red above"),
    (band(52.3, 5.0, 10.0), "within 5 of 52.3%", "amber within 10, red beyond"),
    (limits(14.0, 20.0, 1.0), "14 to 20%, judged above only", "amber to 1% above, red beyond"),
])
def test_a_target_reads_as_words(aim, words, thresholds):
    assert (targets.words(aim, "percent"), targets.thresholds(aim, "percent")) == (words, thresholds)


def test_only_a_percentage_s_target_has_a_percent_sign():
    assert targets.words(limits(14.0, 20.0, 1.0), "average") == "14 to 20, judged above only"


def test_without_a_target_there_are_no_thresholds():
    assert targets.thresholds(target(""), "percent") == ""


def test_each_month_of_the_judged_basis_has_target_and_colour():
    in_force = settings(line(MEASURE, target="at_least", green=86.0, amber=83.0))

    table = targets.add(series([90, 85, 94.96, MISSING]), in_force)

    assert table.target.tolist() == ["at least 86%"] * 4
    assert table.rag.tolist() == ["green", "amber", "green", ""]


def test_decimals_grow_only_where_display_would_contradict_the_colour():
    in_force = settings(line(MEASURE, target="at_least", green=95.0, amber=90.0))

    table = targets.add(series([95.2, 94.96]), in_force)

    assert (table.rag.tolist(), table.decimals.tolist()) == (["green", "amber"], [1, 2])


def test_a_line_that_judges_the_year_to_date_leaves_its_months_without_colour():
    in_force = settings(line(MEASURE, target="at_least", green=86.0, amber=83.0, judged="year_to_date"))
    figures = pd.concat([series([90.0]), series([80.0], basis="year_to_date")], ignore_index=True)

    table = targets.add(figures, in_force)

    assert table.rag.tolist() == ["", "red"]


def test_a_category_is_judged_by_its_own_line_alone():
    in_force = settings(line("cases_per_social_worker_average", breakdown="team", category="Duty", target="limits", low=16.0, high=22.0, amber=1.0))
    duty, north = (series([23.0], "cases_per_social_worker_average", breakdown="team", category=team, basis="month_end") for team in ("Duty", "CIN North"))

    table = targets.add(pd.concat([duty, north], ignore_index=True), in_force)

    assert table.rag.tolist() == ["red", ""]


def test_a_line_without_a_target_colours_nothing():
    table = targets.add(series([90.0]), settings(line(MEASURE)))

    assert (table.target.tolist(), table.rag.tolist()) == ([""], [""])


def test_the_figures_are_left_as_they_were():
    figures = series([90, 94.96])
    before = figures.copy()

    targets.add(figures, settings(line(MEASURE, target="at_least", green=95.0, amber=90.0)))

    assert figures.equals(before)
