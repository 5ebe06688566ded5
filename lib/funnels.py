"""Funnels: how far from England's value chance alone would take an authority of a size, and who lies beyond."""

import numpy as np
import pandas as pd

from lib import rates, reference, service_areas
from lib.measures import COUNT, PER_10_000, PERCENT, POPULATION

LIMITS = {"95": 0.95, "998": 0.998}             # two and three standard deviations, as public health draws its funnels
SAID = {"998": "99.8", "95": "95"}
STEPS = 60                                      # points of a limit's curve
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

    They are the intervals of the numerator that England's value would give: Wilson's for a percentage, Byar's (exact under ten) for a rate.
    Source: Dover and Schopflocher, Using funnel plots in public health surveillance, Population Health Metrics 2011.

    >>> limits(20.0, [100], "percent").round(1).to_dict("records")
    [{'denominator': 100.0, 'lower_95': 13.3, 'upper_95': 28.9, 'lower_998': 10.5, 'upper_998': 34.7}]
    """
    sizes = np.asarray(sizes, dtype=float)
    columns = {"denominator": sizes}
    for name, confidence in LIMITS.items():
        columns[f"lower_{name}"], columns[f"upper_{name}"] = _interval(centre, sizes, unit, confidence)
    return pd.DataFrame(columns)


def curves(centre, sizes, unit):
    """The limits at even steps from the smallest denominator to the largest, to draw as curves."""
    return limits(centre, np.geomspace(min(sizes), max(sizes), STEPS), unit)


def beyond(values, centre, sizes, unit):
    """Which limit each value lies beyond: "above 99.8", "above 95", "below 95", "below 99.8", or "" within them or without a value."""
    edges, numbers = limits(centre, sizes, unit), np.asarray(values, dtype=float)
    said = np.full(len(numbers), "", dtype=object)
    for name in ("95", "998"):
        said[numbers > edges[f"upper_{name}"]] = f"above {SAID[name]}"
        said[numbers < edges[f"lower_{name}"]] = f"below {SAID[name]}"
    return said


def _interval(centre, sizes, unit, confidence):
    if unit == PERCENT:
        return rates.proportion_interval(centre / 100 * sizes, sizes, confidence)
    return rates.rate_interval(centre / 10_000 * sizes, sizes, confidence=confidence)
