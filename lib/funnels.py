"""Funnels: how far from England's value chance alone would take an authority of a size, and who lies beyond."""

import numpy as np
import pandas as pd
from scipy.stats import norm

from lib import rates, reference, service_areas
from lib.measures import COUNT, PER_10_000, PERCENT, POPULATION

LIMITS = {"95": 0.95, "998": 0.998}             # two and three standard deviations, as public health draws its funnels
SAID = {"998": "99.8", "95": "95"}
STEPS = 60                                      # points of a limit's curve
HALVINGS, NO_EVENT = 50, 1e-6                   # of a search for a limit, and the events under which it is none
UNITS = (PERCENT, PER_10_000)


def denominators(measure, year):
    """What every authority's value of a measure was divided by in a year, by code; empty where nothing published says.

    For a rate the ONS estimate of children by DfE's rule, for a percentage the published count of what it is a percentage of.
    """
    if measure.unit not in UNITS:
        return {}
    if measure.denominator == POPULATION:
        councils = reference.known().query("kind == 'authority'").index
        return {code: known[year - 1] for code in councils if year - 1 in (known := reference.children(code))}
    whole = service_areas.measures().get(measure.denominator)
    if whole is None or whole.unit != COUNT or not whole.benchmark:
        return {}
    known = reference.cells(whole.benchmark)
    rows = known[(known.year == year) & (known.value > 0)]
    return dict(zip(rows.authority, rows.value))


def limits(centre, sizes, unit):
    """The control limits round England's value for these denominators: denominator, lower_95, upper_95, lower_998, upper_998, in the unit.

    A value lies beyond a limit where its own interval of that confidence leaves England's value out: the interval turned round. For a percentage
    that is the score test's (Wilson's interval turned round); for a rate it is found by halving, of Byar's interval or the exact one under ten.
    Source: Spiegelhalter, Funnel plots for comparing institutional performance, Statistics in Medicine 2005.

    >>> limits(20.0, [100], "percent").round(2).to_dict("records")
    [{'denominator': 100.0, 'lower_95': 12.16, 'upper_95': 27.84, 'lower_998': 7.64, 'upper_998': 32.36}]
    """
    sizes = np.asarray(sizes, dtype=float)
    columns = {"denominator": sizes}
    for name, confidence in LIMITS.items():
        columns[f"lower_{name}"], columns[f"upper_{name}"] = _turned_round(centre, sizes, unit, confidence)
    return pd.DataFrame(columns)


def curves(centre, sizes, unit):
    """The limits at even steps from the smallest denominator to the largest, to draw as curves."""
    return limits(centre, np.geomspace(min(sizes), max(sizes), STEPS), unit)


def beyond(values, centre, sizes, unit):
    """Which limit each value lies beyond: "above 99.8", "above 95", "below 95", "below 99.8", or "" within them or without a value."""
    said = np.full(len(values), "", dtype=object)
    for name, confidence in sorted(LIMITS.items()):
        lower, upper = interval(np.asarray(values, dtype=float), np.asarray(sizes, dtype=float), unit, confidence)
        said[lower > centre] = f"above {SAID[name]}"
        said[upper < centre] = f"below {SAID[name]}"
    return said


def interval(values, sizes, unit, confidence=rates.CONFIDENCE):
    """The interval of published values by what they were divided by: Wilson's of a percentage, Byar's or the exact one of a rate; else missing.

    >>> [round(float(limit), 1) for limit in interval(20.0, 100.0, "percent")]
    [13.3, 28.9]
    """
    if unit == PERCENT:
        return rates.proportion_interval(values / 100 * sizes, sizes, confidence)
    if unit == PER_10_000:
        return rates.rate_interval(values / 10_000 * sizes, sizes, confidence=confidence)
    return values * np.nan, values * np.nan


def _turned_round(centre, sizes, unit, confidence):
    if unit == PERCENT:
        half = norm.ppf((1 + confidence) / 2) * np.sqrt(centre * (100 - centre) / sizes)
        return np.maximum(centre - half, 0), np.minimum(centre + half, 100)
    return _halved(centre, sizes, confidence, upper=True), _halved(centre, sizes, confidence, upper=False)


def _halved(centre, sizes, confidence, upper):
    """The rate whose interval's upper (or lower) end is the centre, for each size; 0 where even no event at all would reach that high."""
    expected = centre / 10_000 * sizes
    low, high = np.zeros_like(expected), 10 * expected + 50
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        end = rates.rate_interval(middle, sizes, confidence=confidence)[upper]
        short = np.where(np.isnan(end), 0, end) < centre
        low, high = np.where(short, middle, low), np.where(short, high, middle)
    return np.where(high < NO_EVENT, 0, high) / sizes * 10_000
