"""Figures in words. Every sentence is drafted from comparison rows, so that it cannot say another number than the table beside it."""

from html import escape

import numpy as np

from lib import benchmarks, marks, periods, rates, service_areas, tables
from lib.measures import COUNT, FINANCIAL_YEAR, MONTH_END, PERCENT, ROLLING_12, YEAR_TO_DATE

POINTS = {PERCENT: " percentage points"}
NOTABLE_MONTHS = 6          # a "highest since" nearer than this says nothing
LEAST_RECORD = 6            # months needed before "the highest on record" is said
STANDARDS = ("england", "neighbours_mean")
RIVALS = {"better": "better than", "worse": "worse than", "higher": "higher than", "lower": "lower than", "similar": "similar to"}


def topic(compared, chosen, settings):
    """The drafted paragraphs of a topic, one a measure and basis it shows: level, changes, target and benchmarks of the edition's month.

    The year to date is said once for a measure, with the first of its bases.
    """
    rows = marks.rows_by_key(compared[compared.measure.isin([series.measure for series in chosen.shows])])
    now = [row for row in rows.values() if row.month == settings.month]
    shown = [row for series in chosen.shows for row in now if _is_of(row, series, tables.places(compared, series, settings))]
    first = {_place(row): row.basis for row in reversed(shown)}
    paragraphs = [paragraph(row, rows.get((*_place(row), YEAR_TO_DATE, row.month)) if first[_place(row)] == row.basis else None) for row in shown]
    return "".join(f"<p>{words}</p>" for words in paragraphs if words)


def _is_of(row, series, places):
    basis = series.basis or service_areas.measure(series.measure).natural_basis
    return (row.measure, row.basis) == (series.measure, basis) and (row.breakdown, row.category) in places


def _place(row):
    return row.measure, row.breakdown, row.category


def paragraph(row, to_date=None):
    """What one figure says: its level, its changes, how it stands to its target and to benchmarks; with its year to date where that is judged."""
    if np.isnan(row.value):
        return absence(row)
    sentences = [f"{level(row)}{changed(row)}.", record(row), judged(row), year_so_far(to_date), standing(row), noticed(row)]
    return " ".join(sentence for sentence in sentences if sentence)


def absence(row):
    """Why there is no figure, in a sentence; nothing where nobody asked for it."""
    return f"{subject(row).rstrip(',')}: {escape(marks.reason(row.state))} in {periods.long_name(row.month)}." if row.state else ""


def subject(row):
    """What a figure is of, with its category between commas."""
    return escape(f"{row.name}{f', {row.category},' if row.category else ''}")


def level(row):
    """The opening clause: what stood at what, when."""
    verb = "came to" if row.unit == COUNT and row.basis != MONTH_END else "stood at"
    return f"{subject(row)} {verb} {marks.data(row)} {when(row)}"


def when(row):
    """The period of a figure as a sentence says it: "in December 2015", "at the end of March 2016", "in the year to May 2015"."""
    span = periods.span(row.month, row.basis)
    return {MONTH_END: f"at the {span}", ROLLING_12: f"in the {span}", YEAR_TO_DATE: f"{'from' if ' to ' in span else 'in'} {span}"}.get(row.basis, f"in {span}")


def changed(row):
    """The change on the month before and on the year before, as clauses; nothing where there is no earlier figure."""
    on_month = _change(row, "month_ago", "change", periods.shift(row.month, -1)) if row.basis != FINANCIAL_YEAR else ""
    on_year = _change(row, "year_ago", "change_on_year", row.year_ago_month) if row.year_ago_month else ""
    return "".join(f", {clause}" for clause in (on_month, f"and {on_year}" if on_month and on_year else on_year) if clause)


def _change(row, earlier, change, month):
    was, moved = getattr(row, earlier), getattr(row, change)
    if np.isnan(was):
        return ""
    if moved == 0:
        return f"unchanged from {_named(month, row)}"
    printed = marks.printed(was, row.unit, row.decimals)
    if printed == marks.printed(row.value, row.unit, row.decimals):
        return f"hardly changed from {_named(month, row)}"
    way = "up" if moved > 0 else "down"
    return f"{way}{_by(row, was, moved, month)} from {marks.element(was, printed, row._replace(month=month))} in {_named(month, row)}"


def _by(row, was, moved, month):
    """The amount of a change, left out where rounding would make it disagree with the two figures it lies between."""
    size = rates.round_half_up(abs(moved), row.decimals)
    ends = [rates.round_half_up(value, row.decimals) for value in (row.value, was)]
    if size != rates.round_half_up(abs(ends[0] - ends[1]), row.decimals) or size == 0:
        return ""
    unit = POINTS.get(row.unit, "")
    return f" {marks.derived(moved, f'{size:,.{row.decimals}f}{unit}', row, row._replace(month=month))}"


def _named(month, row):
    """An earlier month, or the year to it, as the sentence about this row names it: without its year where that is the row's own."""
    name = periods.long_name(month)
    short = name.rsplit(" ", 1)[0] if month[:4] == row.month[:4] else name
    return f"the year to {short}" if row.basis == ROLLING_12 else short


def record(row):
    """Since when a figure was last so high or so low, where that is long enough ago to say."""
    for column, word in (("highest_since", "highest"), ("lowest_since", "lowest")):
        since = getattr(row, column)
        if since and _worth_saying(since, row):
            where = f"in the months on record, from {periods.long_name(row.first_month)}" if since == "start" else f"since {periods.long_name(since)}"
            return f"It is the {word} {where}."
    return ""


def _worth_saying(since, row):
    first, least = (row.first_month, LEAST_RECORD) if since == "start" else (since, NOTABLE_MONTHS)
    return len(periods.between(first, row.month)) > least


def judged(row):
    """How a figure stands to its target; nothing where it has none."""
    return f"It is {tables.tag(row.rag, row.rag)} against a target of {row.target}." if row.rag else ""


def year_so_far(row):
    """The year to date, where there is one; with its colour where it is what the target judges."""
    if row is None or np.isnan(row.value):
        return ""
    verdict = f", {tables.tag(row.rag, row.rag)} against a target of {row.target}" if row.rag else ""
    return f"The year to date, {periods.span(row.month, row.basis)}, is {marks.data(row)}{verdict}."


def standing(row):
    """How a figure stands to England and to statistical neighbours; nothing where it is not fit to compare."""
    clauses = [_against(row, comparator) for comparator in STANDARDS if getattr(row, f"against_{comparator}")]
    return f"It is {' and '.join(clauses)}." if clauses else ""


def _against(row, comparator):
    words, period = marks.benchmark(row, comparator), getattr(row, f"{comparator}_period")
    return f"{RIVALS[getattr(row, f'against_{comparator}')]} {benchmarks.NAMES[comparator]} ({words}, {escape(period)})"


def noticed(row):
    """What the control chart says of this month, where it says something."""
    return f"Signal: {escape(row.signal)}." if row.signal and "too little history" not in row.signal else ""
