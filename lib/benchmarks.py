"""Figures beside benchmarks: which are fit to compare, whether the difference is more than chance, and the place among England's authorities."""

import numpy as np
import pandas as pd

from lib import comparators, errors, published, reference, service_areas
from lib.contracts.benchmarks import COMPARATORS
from lib.measures import COUNT, FINANCIAL_YEAR, HIGH, LOW, MONTH_END, PER_10_000, ROLLING_12
from lib.reference import own, years

NAMES = {key: each.name for key, each in COMPARATORS.items()}               # within a sentence
HEADINGS = {key: each.heading for key, each in COMPARATORS.items()}         # of a table
COLUMNS = ["measure", "comparator", "period", "value", "unit", "state", "rank", "of", "band", "source"]
KEY = ["measure", "comparator"]
MAY_LAG = 1             # years that an authority's own workbook may be behind publications and still stand before them
TOP_BAND = "A"
OURS = "authority"      # of benchmarks.csv: the month's figure; `published` is what was published of the authority
NOT_TAKEN = {"mean": "neighbours_median", "median": "neighbours_mean"}      # of the two averages of neighbours, by the one an authority chose


def load(settings):
    """The benchmarks an authority may be set beside, a row a measure and comparator, values in the measure's unit; of several periods the latest.

    They are what had been published by the month, with the average of neighbours that the authority chose. What its own workbook says of a
    measure and comparator stands in the place of what is published, unless that is more than a year newer.
    """
    stated, known = latest(own.benchmarks(settings)[0]), from_publications(settings)
    return pd.concat([stated[~_is_stale(stated, known)], known], ignore_index=True).drop_duplicates(KEY, ignore_index=True)


def _is_stale(stated, known):
    """Which rows of a workbook publications have left behind by more than a year: nobody has kept them up."""
    newest = dict(zip(known[KEY].itertuples(index=False, name=None), known.period))
    return pd.Series([key in newest and years.ended(newest[key]) - years.ended(period) > MAY_LAG
                      for key, period in zip(stated[KEY].itertuples(index=False, name=None), stated.period)], stated.index, dtype=bool)


def of_own(settings):
    """Which of the benchmarks come from the authority's own workbook: (measure, comparator) pairs."""
    stated = latest(own.benchmarks(settings)[0])
    kept = stated[~_is_stale(stated, from_publications(settings))]
    return set(kept[KEY].itertuples(index=False, name=None))


def from_publications(settings):
    """The rows of `load` that publications give, with what was published of the authority itself. A number of children is no benchmark for another."""
    rows = published.of(settings)
    return latest(rows[(rows.comparator != NOT_TAKEN[settings.neighbours_average]) & (rows.unit != COUNT)])[list(own.BENCHMARKS)]


def latest(rows):
    """Of several periods of a measure and comparator the latest: the one that ends last."""
    return rows.sort_values("period", key=lambda said: said.map(years.last_month), kind="stable").drop_duplicates(KEY, keep="last").sort_index()


def findings(settings):
    """What was wrong with the authority's own benchmark workbook; and a note on each of its benchmarks that publications have left behind."""
    rows, found = own.benchmarks(settings)
    stated, known = latest(rows), from_publications(settings).set_index(KEY).period
    code = settings.authority.codes.get("la", "")
    known_codes = reference.known().index
    strange = [_unknown(code)] if code and len(known_codes) and code not in known_codes else []
    behind = [_left_behind(row, known[row.measure, row.comparator]) for row in stated[_is_stale(stated, known.reset_index())].itertuples()]
    return pd.concat([found, errors.frame([*strange, *behind])], ignore_index=True)


def _unknown(code):
    return errors.Finding(errors.ERROR, "authority.toml", "", "", "codes.la", "unknown code", f'"{code}" is the code of no authority that is held',
                          "DfE's three digits, as data/reference/authorities.csv has them", "Nothing published stands beside the figures; correct it and run again.")


def _left_behind(row, newest):
    named = f"{service_areas.measure(row.measure).title}, {NAMES[row.comparator]}"
    return errors.Finding(errors.NOTE, own.WORKBOOK, "", "", "", "benchmark left behind", f"{named}: of {row.period}, and {newest} is published",
                          "a benchmark no more than a year older than what is published", "The published one stands; take the workbook's out or renew it.",
                          measure=row.measure)


def add(figures, settings):
    """The same rows with each comparator's value, period and state in columns of its name, and `against_COMPARATOR`.

    `against_` says higher, lower or similar (better or worse where the measure has a direction); similar where the benchmark lies inside
    the figure's 95% interval, ends included, or equals it. A rate of a month or part of a year is never set beside a year's.
    """
    known, columns = load(settings), {}
    for comparator in COMPARATORS:
        columns |= _beside(figures, comparator, known[known.comparator == comparator].set_index("measure"))
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
    return unit != COUNT and (unit != PER_10_000 or basis in (MONTH_END, ROLLING_12, FINANCIAL_YEAR))


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
    """The rows of benchmarks.csv: every comparator of a measure, what was published of the authority, and its figure of the month.

    The last two have a rank, of how many, and a quartile band: the place among the values published of England's authorities, their own
    figure the one that is ranked. Ties take the lowest rank (DfE, Local Authority Interactive Tool). A measure that is good neither way, or
    of which no authority's values are published, has no rank; of the latter `band` says A at or beyond the top-quartile threshold.
    """
    ours = _ours(compared, settings)
    rows = pd.concat([load(settings), ours], ignore_index=True)
    ways = {published.measures()[item].key: way for item, way in published.directions(settings).items()} | dict(zip(ours.measure, ours.good_is))
    placed = [_placed(row, rows, ways.get(row.measure, ""), settings) for row in rows.itertuples()]
    return rows.assign(**{name: [each[place] for each in placed] for place, name in enumerate(("rank", "of", "band"))})[COLUMNS].reset_index(drop=True)


def _ours(compared, settings):
    """One figure a measure: the edition's month, on the basis of its first line, or the first that is fit to compare."""
    month = compared[(compared.month == settings.month) & compared.value.notna() & (compared.category == "")]
    fitting = month[np.array([fit(unit, basis) for unit, basis in zip(month.unit, month.basis)], dtype=bool)]
    bases = {line.measure: line.basis for line in settings.lines[::-1].itertuples() if not line.category}
    fitting = fitting[fitting.measure.isin(load(settings).measure)].assign(
        other=lambda rows: [basis != bases.get(measure, service_areas.measure(measure).natural_basis) for measure, basis in zip(rows.measure, rows.basis)])
    first = fitting.sort_values(["measure", "other"], kind="stable").drop_duplicates("measure")
    return first.assign(comparator=OURS, period=first.month, state="")[["measure", "comparator", "period", "value", "unit", "state", "source", "good_is"]]


def _placed(row, rows, good_is, settings):
    """A row's rank, of how many, and band; empty for comparators, and where there is none."""
    if row.comparator not in (OURS, published.OURS) or good_is not in (HIGH, LOW) or np.isnan(row.value):
        return "", "", ""
    others = published.others(settings, row.measure)
    if not len(others):
        return "", "", _beyond(row, rows, good_is)
    values = np.array([row.value, *others])
    return int(comparators.ranks(values, good_is)[0]), len(values), comparators.bands(values, good_is)[0]


def _beyond(row, rows, good_is):
    thresholds = rows.value[(rows.measure == row.measure) & (rows.comparator == "top_quartile")]
    reached = any(row.value >= edge if good_is == HIGH else row.value <= edge for edge in thresholds)
    return TOP_BAND if reached else ""
