"""The monthly figures of the worked example come to what the report prints of months before March."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from lib import service_areas
from tests.herefordshire_2020_03 import care, days, months_before

TRANSCRIPTION = Path(__file__).with_name("transcription")
FEBRUARY = "2020-02"


@pytest.fixture(scope="module")
def cells():
    columns = ["key", "basis", "breakdown", "category", "part", "month", "value"]
    return pd.DataFrame(months_before.cells(care.rows()["looked_after_children"]), columns=columns)


@pytest.fixture(scope="module")
def shares(cells):
    """A row a percentage, with its parts and its value."""
    parts = cells[cells.part != "value"].pivot(index=["key", "breakdown", "category", "month"], columns="part", values="value")
    return parts.reset_index().assign(percent=lambda frame: 100 * frame.numerator / frame.denominator)


def rounded(number):
    return int(number + 0.5)


def test_staff_supervised_in_february_by_team_is_as_printed(shares):
    table = pd.read_csv(TRANSCRIPTION / "worker_supervision.csv").dropna(subset="feb_2020_pct")
    names = ["Early Help" if name.startswith("Early Help") else name for name in table.team_or_role]
    expected = dict(zip(names, table.feb_2020_pct))

    teams = shares[(shares.key == "staff_supervised_percent") & (shares.breakdown == "team")]

    assert dict(zip(teams.category, map(rounded, teams.percent))) == expected
    assert set(teams.month) == {FEBRUARY}


def test_staff_supervised_in_february_by_group_is_as_printed(shares):
    others = shares[(shares.key == "staff_supervised_percent") & (shares.breakdown != "team")]

    assert dict(zip(others.category, map(rounded, others.percent))) == {"": 82, "Operational": 77, "Business support": 100}


def test_claims_rise_over_twelve_months_and_no_case_of_mutilation_is_identified(cells):
    values = cells[cells.part == "value"].groupby("key").value.apply(list)

    claims = values["family_support_claims"]
    assert claims == sorted(claims) and claims[0] < claims[-1] and len(claims) == 12
    assert values["female_genital_mutilation_cases"] == [0] * 12


def test_eight_percent_had_three_or_more_placements_in_february_with_small_fluctuations_before(shares):
    many = shares[shares.key == "lac_three_or_more_placements_percent"].set_index("month")

    assert list(many.index) == list(days.MONTHS[:-1])
    assert rounded(many.percent[FEBRUARY]) == 8
    assert many.denominator[FEBRUARY] == 357
    assert many.percent.between(7, 9.5).all()


def test_long_term_stability_is_reasonably_constant_over_six_months(shares):
    settled = shares[shares.key == "lac_long_term_stable_percent"]

    assert list(settled.month) == list(days.MONTHS[5:-1])
    assert settled.percent.between(73, 75).all()


def test_months_that_lists_count_themselves_are_left_to_them(cells):
    supplied = cells[cells.part != "value"]

    assert "2020-03" not in set(supplied.month)


def test_every_figure_is_of_a_declared_measure_and_given_once(cells):
    declared = {key: service_areas.measure(key) for key in cells.key.unique()}

    assert not cells.duplicated(list(cells.columns[:-1])).any()
    assert [key for key, basis in zip(cells.key, cells.basis) if basis not in declared[key].bases] == []
    assert [key for key, breakdown in zip(cells.key, cells.breakdown) if breakdown and breakdown not in declared[key].breakdowns] == []


@pytest.mark.parametrize("started, born, counted", [
    (date(2017, 8, 31), date(2010, 5, 2), True),       # 912 days before 29 February 2020
    (date(2017, 9, 1), date(2010, 5, 2), False),
    (date(2012, 1, 5), date(2004, 3, 1), True),        # sixteen on the day after
    (date(2012, 1, 5), date(2004, 2, 29), True),       # born on 29 February: sixteen that very day
])
def test_a_child_is_long_in_care_after_912_days_and_until_sixteen(started, born, counted):
    child = {"started": started, "ceased": None, "date_of_birth": born, "legal_status": "C2"}

    assert bool(months_before.long_in_care([child], FEBRUARY)) == counted
