"""Rates against the published test vectors of the field, and the edges: missing, zero, columns."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from lib import rates

VECTORS = Path(__file__).parent / "methods"
EXACTLY = {"rtol": 1e-9, "equal_nan": True}


def vectors(name):
    return pd.read_csv(VECTORS / f"{name}.csv")


def test_a_half_is_rounded_away_from_zero_as_dfe_rounds():
    known = vectors("dfe_round_five_up")

    rounded = [rates.round_half_up(number, places) for number, places in zip(known.number, known.dp)]

    assert rounded == known.expected.tolist()


@pytest.mark.parametrize(("value", "decimals", "printed"), [
    (14.5, 0, 15.0), (-14.5, 0, -15.0), (0.5, 0, 1.0), (2.675, 2, 2.68), (1.005, 2, 1.01), (0.1 + 0.2, 1, 0.3), (1e22, 2, 1e22),
    (5e-324, 3, 0.0)])
def test_rounding_follows_the_digits_a_reader_would_see(value, decimals, printed):
    assert rates.round_half_up(value, decimals) == printed


def test_rounding_never_prints_minus_nothing():
    assert str(rates.round_half_up(-0.04, 1)) == "0.0"


@pytest.mark.parametrize("missing", [np.nan, None])
def test_what_is_missing_stays_missing(missing):
    assert np.isnan(rates.round_half_up(missing, 1))
    assert np.isnan(rates.percent(missing, 10))
    assert np.isnan(rates.per_10_000(10, missing))
    assert np.isnan(rates.proportion_interval(missing, 10)).all()
    assert np.isnan(rates.rate_interval(10, missing)).all()


def test_rate_is_missing_when_population_is_zero():
    assert np.isnan(rates.per_10_000(3, 0))
    assert np.isnan(rates.rate_interval(3, 0)).all()


def test_percentage_is_missing_when_there_is_nobody_to_count():
    assert np.isnan(rates.percent(0, 0))
    assert np.isnan(rates.proportion_interval(0, 0)).all()


def test_a_numerator_above_its_denominator_has_a_percentage_and_no_interval():
    assert rates.percent(12, 10) == 120
    assert np.isnan(rates.proportion_interval(12, 10)).all()


def test_single_numbers_come_back_as_plain_floats():
    intervals = [*rates.proportion_interval(1, 2), *rates.rate_interval(1, 2)]
    plain = [rates.percent(1, 2), rates.per_10_000(1, 2), rates.round_half_up(1), *intervals]

    assert {type(number) for number in plain} == {float}


def test_columns_come_back_as_long_as_they_went_in():
    figures = pd.DataFrame({"numerator": [1, 20, np.nan], "denominator": [100, 0, 5]}, index=[7, 7, 9])

    percents = rates.percent(figures.numerator, figures.denominator)
    lower, upper = rates.rate_interval(figures.numerator, figures.denominator, per=100)

    np.testing.assert_allclose(percents, [1, np.nan, np.nan])
    np.testing.assert_allclose(lower, [0.025317807984289897, np.nan, np.nan], **EXACTLY)
    assert len(upper) == 3
    np.testing.assert_allclose(rates.round_half_up(figures.numerator, -1), [0, 20, np.nan])


@pytest.mark.parametrize(("limits", "confidence"), [("95_0", 0.95), ("99_8", 0.998)])
def test_rate_intervals_are_exact_under_ten_events_and_byars_from_ten(limits, confidence):
    known = vectors("phe_rate")

    for row in known.itertuples():
        ours = rates.rate_interval(row.Numerator, row.Denominator, row.multiplier, confidence)
        np.testing.assert_allclose(ours, [getattr(row, f"lower{limits}cl"), getattr(row, f"upper{limits}cl")], **EXACTLY)


@pytest.mark.parametrize(("limits", "confidence"), [("95_0", 0.95), ("99_8", 0.998)])
def test_proportions_carry_wilson_intervals(limits, confidence):
    known = vectors("phe_proportion")

    lower, upper = rates.proportion_interval(known.Numerator, known.Denominator, confidence)

    np.testing.assert_allclose(lower / 100 * known.multiplier, known[f"lower{limits}cl"], **EXACTLY)
    np.testing.assert_allclose(upper / 100 * known.multiplier, known[f"upper{limits}cl"], **EXACTLY)


def test_percentages_are_the_vectors_own():
    known = vectors("phe_proportion")

    ours = rates.percent(known.Numerator, known.Denominator) / 100 * known.multiplier

    np.testing.assert_allclose(ours, known.value, **EXACTLY)


def test_byars_limits_and_wilsons_are_the_vectors_own():
    for row in vectors("phe_byars_wilson").itertuples():
        confidence = float(row.confidence.rstrip("%")) / 100
        byars = row.method == "Byars"
        ours = rates.byars_limits(row.x, confidence) if byars else np.divide(rates.proportion_interval(row.x, row.n, confidence), 100)
        known = np.array([row.lowercl, row.uppercl])
        np.testing.assert_allclose(np.where(np.isnan(known), np.nan, ours), known, **EXACTLY)


def test_no_events_at_all_still_leave_room_for_some():
    lower, upper = rates.rate_interval(0, 10_000)

    assert lower == 0
    assert upper == pytest.approx(3.6888794541139363, rel=1e-9)


def test_what_goes_in_is_not_changed():
    figures = pd.DataFrame({"numerator": [1.0, 12.0], "denominator": [0.0, 5.0]})
    before = figures.copy()

    rates.rate_interval(figures.numerator, figures.denominator)
    rates.proportion_interval(figures.numerator, figures.denominator)
    rates.percent(figures.numerator, figures.denominator)

    pd.testing.assert_frame_equal(figures, before)
