"""Signals against the truth tables of "Making data count", and the words a row is given."""

import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from lib import periods, signals

VECTORS = Path(__file__).parent / "methods"
XMR = pd.read_csv(VECTORS / "ptd_xmr.csv").to_dict("records")
TABLE = pd.read_csv(VECTORS / "ptd_rules.csv", dtype=str).fillna("").to_dict("records")
COUNTED = [row for row in TABLE if not row["function"].startswith(("assurance", "point_type"))]
RULES = {"seven_point_one_side_mean": lambda sides, _: abs(signals.shifts(sides)),
         "part_of_seven (backfill)": lambda ends, _: abs(signals.backfill(ends)),
         "seven_point_trend": lambda values, _: signals.trends(values),
         "two_in_three(close,relative_to_mean)": signals.two_of_three,
         "part_of_two_in_three(close)": lambda near, sides: np.multiply(near, signals.two_of_three(near, sides))}
STEADY = [10, 11, 9, 10, 11, 10, 9, 10, 9, 11, 10, 9, 11, 10]


def series(text):
    """The numbers written as `1x6`, `1..7` or `1 2 3`, parted by blanks or commas."""
    numbers = []
    for word in re.split(r"[ ,]+", re.sub(r"\(.*\)", "", text).strip()):
        number, times = (word.split("x") + ["1"])[:2]
        first, last = (number.split("..") + [number])[:2]
        step = 1 if int(last) >= int(first) else -1
        numbers += list(range(int(first), int(last) + step, step)) * int(times)
    return numbers


def rows(values, good_is="neither", basis="in_month", first="2014-04"):
    months = [periods.shift(first, place) for place in range(len(values))]
    return pd.DataFrame({"authority": "example", "measure": "referrals", "breakdown": "", "category": "", "basis": basis, "month": months,
                         "value": np.array(values, dtype=float), "good_is": good_is})


@pytest.mark.parametrize("case", XMR, ids=lambda case: case["case"])
def test_limits_are_the_published_ones(case):
    values = [float(value) for value in case["values"].split()]

    ours = signals.limits(values, screen_outliers=case["screen_outliers"])

    np.testing.assert_allclose(ours, [case["my_mean"], case["my_lpl"], case["my_upl"]], atol=6e-7)
    np.testing.assert_allclose(ours, [case["expected_mean"], case["expected_lpl"], case["expected_upl"]], atol=0.006)


@pytest.mark.parametrize("case", COUNTED, ids=lambda case: f"{case['function']} {case['input_1']}")
def test_rules_hold_where_the_truth_table_says(case):
    rule, sides = RULES[case["function"]], case["input_2"] and series(case["input_2"])

    ours = rule(series(case["input_1"]), sides)

    assert list(ours) == series(case["expected"])


def test_two_points_near_opposite_limits_are_common_cause():
    held = signals.rules([1, -1] * 7 + [5.5, -5.5])

    assert held[-2:] == [(), ()]


def test_a_point_outside_the_limits_is_named_with_its_side():
    held = signals.rules([*STEADY, 30])

    assert held[-1] == ("above the upper limit",)
    assert [point for point, names in enumerate(held) if "above the upper limit" in names] == [14]


def test_every_point_of_a_shift_is_part_of_it():
    held = signals.rules([12, 10] * 7 + [14, 13, 14, 13, 14, 13, 14])

    assert [("shift of seven above the mean" in names) for names in held] == [False] * 14 + [True] * 7


def test_seven_falling_points_are_a_trend():
    held = signals.rules([5, 11, 3, 10, 9, 8, 7, 6, 5, 4, 9, 3])

    assert [point for point, names in enumerate(held) if "trend of seven downwards" in names] == list(range(3, 10))


def test_a_series_that_never_moves_signals_nothing():
    assert set(signals.rules([0.1] * 14)) == {()}


def test_fewer_than_twelve_months_are_too_little_history():
    signalled = signals.add(rows(STEADY[:13]))

    assert signalled.signal.tolist() == ["too little history"] * 11 + ["", ""]


def test_limits_of_fewer_than_fifteen_months_are_provisional():
    signalled = signals.add(rows([*STEADY[:12], 30, *STEADY[:2]]))

    assert signalled.signal[12] == "above the upper limit (provisional limits)"


def test_limits_of_fifteen_months_are_not_provisional():
    signalled = signals.add(rows([*STEADY, 30]))

    assert signalled.signal[14] == "above the upper limit"


@pytest.mark.parametrize(("good_is", "said"), [
    ("high", "above the upper limit, an improvement"), ("low", "above the upper limit, a concern"),
    ("neither", "above the upper limit"), ("within limits", "above the upper limit")])
def test_a_signal_is_judged_only_where_the_row_says_which_way_is_good(good_is, said):
    signalled = signals.add(rows([*STEADY, 30], good_is))

    assert signalled.signal[14] == said


def test_several_rules_are_said_together():
    signalled = signals.add(rows([30, 31, 29, 30, 31, 29, 30, 31, 20, 19, 18, 17, 16, 15, 14], "high"))

    assert signalled.signal[14] == ("below the lower limit, a concern; shift of seven below the mean, a concern; "
                                    "trend of seven downwards, a concern")


def test_a_month_that_is_not_there_breaks_the_series():
    whole = rows([*STEADY, 30])

    signalled = signals.add(whole.drop(index=5))

    assert set(signalled.signal) == {"too little history"}


def test_a_month_without_a_value_breaks_the_series_and_has_no_signal():
    signalled = signals.add(rows([*STEADY[:5], np.nan, *STEADY]))

    assert signalled.signal[5] == ""
    assert signalled.signal[16] == "too little history"
    assert signalled.signal[17] == ""


def test_what_a_month_says_does_not_depend_on_later_months():
    values = [*STEADY, 30, 12, 40, 3, 8, 9]

    whole = signals.add(rows(values)).signal.tolist()
    cut = signals.add(rows(values[:15])).signal.tolist()

    assert whole[:15] == cut


def test_year_to_date_and_rolling_figures_are_left_alone():
    for basis in ("year_to_date", "rolling_12", "financial_year"):
        assert set(signals.add(rows([*STEADY, 30], basis=basis)).signal) == {""}


def test_month_ends_are_watched():
    assert signals.add(rows([*STEADY, 30], basis="month_end")).signal[14] == "above the upper limit"


def test_each_category_is_a_series_of_its_own():
    north, south = rows(STEADY).assign(breakdown="team", category="North"), rows([*STEADY, 30]).assign(breakdown="team", category="South")
    mixed = pd.concat([north, south], ignore_index=True).sample(frac=1, random_state=1)

    signalled = signals.add(mixed)

    assert signalled[signalled.signal == "above the upper limit"].category.tolist() == ["South"]


def test_no_rows_at_all_still_gain_the_column():
    signalled = signals.add(rows([]))

    assert signalled.columns.tolist()[-1] == "signal"
    assert signalled.empty


def test_the_rows_given_are_left_as_they_were():
    given = rows([*STEADY, 30])
    before = given.copy()

    signals.add(given)

    pd.testing.assert_frame_equal(given, before)
