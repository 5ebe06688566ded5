"""Every measure on every basis, once: from its own parts, or as a return supplies it, with where it came from and what disagreed."""

import numpy as np
import pandas as pd

from lib import errors, ledgers, memory, periods, populations, rates, service_areas
from lib.candidates import MISSING
from lib.measures import FINANCIAL_YEAR, MONTH_END, PER_10_000, PERCENT, POPULATION, YEAR_TO_DATE

POOLED = "The year to date adds up its month ends, above and below the line."
RESTATEMENTS = ["measure", "code", "breakdown", "category", "month", "basis", "was", "is", "was_source", "is_source"]
YEARS_OF_HISTORY = 2


@memory.remembered
def calculate(counted, settings):
    """A row for every measure, basis, month and category that the quantities, or a return, give a figure or a reason for.

    Percentages are of 100, rates per 10,000 of the population in the settings, unrounded. `rivals` says in words which other values the
    returns give; `rival_numerator` and `rival_denominator` are the parts of the first of them.
    """
    return _described(ledgers.of(counted, settings).table(), settings)


def disagreements(counted, settings):
    """A finding for each place where two returns, or a return and the sum of its own months, give one figure two values."""
    return errors.frame(list(ledgers.of(counted, settings).disagreements()))


@memory.remembered
def restatements(counted, settings):
    """A row for each value that an earlier month's return gave and a later one changed: `was` and `is`, with their sources.

    Those of the months that an edition publishes; what changed most in proportion to what it was stands first.
    """
    codes = {(*line[:3], line.basis): line.code for line in _keyed(settings.lines, settings.lines.measure)}
    rows = list(ledgers.of(counted, settings).restatements())
    frame = pd.DataFrame(rows, columns=[column for column in RESTATEMENTS if column != "code"])
    frame.insert(1, "code", [codes.get(key, "") for key in zip(frame.measure, frame.breakdown, frame.category, frame.basis)])
    published = frame[frame.month >= first_month(settings.month)]
    size = ((published["is"] - published.was) / published.was).abs()
    return published.loc[size.sort_values(ascending=False, kind="stable").index].reset_index(drop=True)


def first_month(month):
    """The April from which an edition of that month publishes its history.

    >>> first_month("2015-12")
    '2013-04'
    """
    return periods.shift(periods.year_start(month), -12 * YEARS_OF_HISTORY)


def _described(table, settings):
    """The same rows with the measure's own facts, the line's code and title, and the 95% interval."""
    measures = table.measure.map(service_areas.measures())
    described = table.assign(authority=settings.authority.key, area=table.measure.map(service_areas.area_of),
                             name=[measure.title for measure in measures], unit=[measure.unit for measure in measures],
                             good_is=[measure.good_is for measure in measures], decimals=[measure.decimals for measure in measures],
                             method=[_method(measure, basis, settings) for measure, basis in zip(measures, table.basis)])
    described["population_year"] = [_estimate(measure, row, settings) for measure, row in zip(measures, table.itertuples())]
    described[["lower", "upper"]] = [_interval(row) for row in described.itertuples()]
    return _with_lines(described, settings.lines)


def _estimate(measure, row, settings):
    """Which population a rate was divided by, in words; nothing for what is no such rate, or came from a return."""
    used = populations.of(settings, row.month) if measure.denominator == POPULATION and not np.isnan(row.denominator) else None
    return used.label if used and used.children == row.denominator else ""


def _method(measure, basis, settings):
    """How a figure is made, with what its year to date does where that needs saying."""
    if basis != YEAR_TO_DATE:
        return measure.method
    if measure.unit == PER_10_000:
        return f"{measure.method} {'Annualised' if settings.annualise else 'Not annualised: the year so far over the whole population'}.".strip()
    return f"{measure.method} {POOLED}" if MONTH_END in measure.bases else measure.method


def _interval(row):
    if np.isnan(row.denominator) or np.isnan(row.value):
        return MISSING, MISSING
    if row.unit == PERCENT and row.numerator <= row.denominator:
        return rates.proportion_interval(row.numerator, row.denominator)
    if row.unit == PER_10_000 and row.basis != YEAR_TO_DATE:
        return rates.rate_interval(row.numerator, row.denominator)
    return MISSING, MISSING


def _with_lines(described, lines):
    """Codes, titles and good is: of the line on that basis, else of the line that shows the measure's year to date or past years."""
    on_basis = {(*line[:3], line.basis): line for line in _keyed(lines, lines.measure)}
    beside = {(*line[:3], YEAR_TO_DATE): line for line in _keyed(lines, lines.year_to_date)}
    beside |= {(*line[:3], FINANCIAL_YEAR): line for line in _keyed(lines, lines.past_years)}
    directions = {line[:3]: line.good_is for line in _keyed(lines, lines.measure)}
    places = list(zip(described.measure, described.breakdown, described.category))
    found = [on_basis.get((*place, basis)) or beside.get((*place, basis)) for place, basis in zip(places, described.basis)]
    return described.assign(code=[line.code if line else "" for line in found], title=[line.title if line else "" for line in found],
                            good_is=[directions.get(place, own) for place, own in zip(places, described.good_is)])


def _keyed(lines, measures):
    shown = lines.assign(key=measures)[lambda table: table.key != ""]
    return shown[["key", "breakdown", "category", "basis", "code", "title", "good_is"]].itertuples(index=False)
