"""Figures beside benchmarks: which are fit to compare, whether the difference is more than chance, and the rank among them."""

import numpy as np
import pandas as pd

from lib import reference, service_areas
from lib.contracts.benchmarks import COMPARATORS
from lib.measures import FINANCIAL_YEAR, HIGH, LOW, MONTH_END, PER_10_000, ROLLING_12

NAMES = {key: each.name for key, each in COMPARATORS.items()}               # within a sentence
HEADINGS = {key: each.heading for key, each in COMPARATORS.items()}         # of a table
COLUMNS = ["measure", "comparator", "period", "value", "unit", "state", "rank", "of", "band", "source"]
TOP_BAND = "A"
OURS = "authority"


def load(settings):
    """The benchmarks an authority may be set beside, a row a measure and comparator, values in the measure's unit; of several periods the latest."""
    published = reference.benchmarks(settings)[0]
    latest = published.sort_values("period", kind="stable").drop_duplicates(["measure", "comparator"], keep="last")
    return latest.sort_index()


def findings(settings):
    """What was wrong with the authority's own benchmark workbook."""
    return reference.benchmarks(settings)[1]


def add(figures, settings):
    """The same rows with each comparator's value, period and state in columns of its name, and `against_COMPARATOR`.

    `against_` says higher, lower or similar (better or worse where the measure has a direction); similar where the benchmark lies inside
    the figure's 95% interval, ends included, or equals it. A rate of a month or part of a year is never set beside a year's.
    """
    published, columns = load(settings), {}
    for comparator in COMPARATORS:
        columns |= _beside(figures, comparator, published[published.comparator == comparator].set_index("measure"))
    return figures.assign(**columns)


def _beside(figures, comparator, known):
    """A comparator's columns: its value, period and state beside each figure, and how that stands to it."""
    value, period, state = (figures.measure.map(known[column]) for column in ("value", "period", "state"))
    stated = pd.Series("", figures.index, dtype="str")
    there = value.notna()
    stated[there] = [stands(row, benchmark) if fit(row.unit, row.basis) else ""
                     for row, benchmark in zip(figures[there].itertuples(), value[there])]
    period, state = (words.astype("object").fillna("").astype("str") for words in (period, state))
    return {comparator: value.astype(float), f"{comparator}_period": period, f"{comparator}_state": state, f"against_{comparator}": stated}


def fit(unit, basis):
    """Whether a figure may stand beside a year's benchmark.

    >>> fit("per_10000", "in_month"), fit("percent", "in_month")
    (False, True)
    """
    return unit != "count" and (unit != PER_10_000 or basis in (MONTH_END, ROLLING_12, FINANCIAL_YEAR))


def stands(row, benchmark):
    """How a figure stands to a benchmark: better, worse, higher, lower or similar; empty where one is missing.

    A figure without an interval is only higher or lower: nobody knows how much of the difference is chance.
    """
    if np.isnan(row.value) or np.isnan(benchmark):
        return ""
    if row.value == benchmark or row.lower <= benchmark <= row.upper:
        return "similar"
    higher = row.value > benchmark
    if row.good_is in (HIGH, LOW) and not np.isnan(row.lower):
        return "better" if higher == (row.good_is == HIGH) else "worse"
    return "higher" if higher else "lower"


def stand(compared, settings):
    """The rows of benchmarks.csv: every comparator of a measure, and the authority among them, with its rank.

    A measure that is good neither way, or of which the authority has no figure that may be compared, has no rank and no band. Ties take
    the lowest rank (DfE, Local Authority Interactive Tool). `band` is A for a value at or beyond the top-quartile threshold.
    """
    ours = _ours(compared, settings)
    rows = pd.concat([load(settings), ours], ignore_index=True)
    directions = dict(zip(ours.measure, ours.good_is))
    return _ranked(rows.assign(good_is=[directions.get(measure, "") for measure in rows.measure]))[COLUMNS].reset_index(drop=True)


def _ours(compared, settings):
    """One figure a measure: the edition's month, on the basis of its first line, or the first that is fit to compare."""
    month = compared[(compared.month == settings.month) & compared.value.notna() & (compared.category == "")]
    fitting = month[np.array([fit(unit, basis) for unit, basis in zip(month.unit, month.basis)], dtype=bool)]
    bases = {line.measure: line.basis for line in settings.lines[::-1].itertuples() if not line.category}
    fitting = fitting[fitting.measure.isin(load(settings).measure)].assign(
        other=lambda rows: [basis != bases.get(measure, service_areas.measure(measure).natural_basis) for measure, basis in zip(rows.measure, rows.basis)])
    first = fitting.sort_values(["measure", "other"], kind="stable").drop_duplicates("measure")
    return first.assign(comparator=OURS, period=first.month, state="")[["measure", "comparator", "period", "value", "unit", "state", "source", "good_is"]]


def _ranked(rows):
    ranks, of, bands = [], [], []
    for row in rows.itertuples():
        peers = rows[(rows.measure == row.measure) & rows.value.notna()]
        directed = row.good_is in (HIGH, LOW) and not np.isnan(row.value)
        ranks.append(rank(row.value, peers.value, row.good_is) if directed else "")
        of.append(len(peers) if directed else "")
        bands.append(_band(row, peers) if directed else "")
    return rows.assign(rank=ranks, of=of, band=bands)


def rank(value, values, good_is):
    """The place of a value among all of them, the best first; ties take the lowest.

    >>> rank(20, [10, 20, 20, 30, 40], "high")
    3
    """
    return 1 + sum(other > value if good_is == HIGH else other < value for other in values)


def _band(row, peers):
    threshold = peers.value[peers.comparator == "top_quartile"]
    reached = any(row.value >= edge if row.good_is == HIGH else row.value <= edge for edge in threshold)
    return TOP_BAND if reached else ""
