"""Figures in words. Every sentence is drafted from comparison rows, so that it cannot say another number than the table beside it."""

from html import escape

import numpy as np

from lib import benchmarks, categories, marks, periods, rates, service_areas, tables
from lib.measures import COUNT, FINANCIAL_YEAR, MONTH_END, PERCENT, ROLLING_12, YEAR_TO_DATE

POINTS = {PERCENT: " percentage points"}
LEAST_WHOLE = 20            # per cent of fewer than these is a person or two
NOTABLE_PERCENT = 10        # a smaller change says itself, in numbers
NOTABLE_FALL = 25           # per cent, from a peak
PERCENT_DECIMALS = 2
BY_DAYS = "days taken"      # the breakdown of which all categories stand in one sentence
STANDARDS = ("england", "neighbours_mean", "neighbours_median")
RIVALS = {"better": "better than", "worse": "worse than", "higher": "higher than", "lower": "lower than", "similar": "similar to"}


def topic(compared, chosen, settings):
    """The drafted paragraphs of a topic, one a measure and basis it shows: level, changes, target and benchmarks of the edition's month.

    The year to date is said once for a measure, with the first of its bases.
    """
    rows = marks.rows_by_key(compared[compared.measure.isin([series.measure for series in chosen.shows])])
    now = [row for row in rows.values() if row.month == settings.month]
    shown = [row for series in chosen.shows for row in now if _is_of(row, series, tables.places(compared, series, settings))]
    first = {_place(row): row.basis for row in reversed(shown)}
    paragraphs = [paragraph(row, rows.get((*_place(row), YEAR_TO_DATE, row.month)) if first[_place(row)] == row.basis else None, rows) for row in shown]
    return "".join(f"<p>{words}</p>" for words in paragraphs if words)


def _is_of(row, series, places):
    basis = series.basis or service_areas.measure(series.measure).natural_basis
    return (row.measure, row.basis) == (series.measure, basis) and (row.breakdown, row.category) in places


def _place(row):
    return row.measure, row.breakdown, row.category


def paragraph(row, to_date=None, rows=None):
    """What one figure says: its level, its changes, how it stands to its target and to benchmarks; with its year to date where that is judged.

    `rows` are the comparison rows by key, among which it looks for those of other months and categories that it speaks of.
    """
    if np.isnan(row.value):
        return absence(row)
    rows = rows or {}
    sentences = [f"{level(row)}{changed(row)}.", by_days(row, rows), record(row), since_april(row, rows), below_peak(row, rows), judged(row),
                 year_so_far(to_date), standing(row), noticed(row)]
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
    on_month = _change(row, "month_ago", "change", "percent_on_month", periods.shift(row.month, -1)) if row.basis != FINANCIAL_YEAR else ""
    on_year = _change(row, "year_ago", "change_on_year", "relative_change", row.year_ago_month) if row.year_ago_month else ""
    return "".join(f", {clause}" for clause in (on_month, f"and {on_year}" if on_month and on_year else on_year) if clause)


def _change(row, earlier, change, relative, month):
    was, moved, percent = getattr(row, earlier), getattr(row, change), getattr(row, relative)
    if np.isnan(was):
        return ""
    if moved == 0:
        return f"unchanged from {_named(month, row)}"
    printed = marks.printed(was, row.unit, row.decimals)
    if printed == marks.printed(row.value, row.unit, row.decimals):
        return f"hardly changed from {_named(month, row)}"
    way = "up" if moved > 0 else "down"
    said = f" ({_percent(percent, row, month)})" if _is_telling(row, percent, was) else ""
    return f"{way}{_by(row, was, moved, month)}{said} from {marks.element(was, printed, row._replace(month=month))} in {_named(month, row)}"


def _is_telling(row, percent, was):
    """Whether a change in per cent says more than the numbers do: of a count, not of a few, and not a small one."""
    return row.unit == COUNT and not np.isnan(percent) and was >= LEAST_WHOLE and abs(percent) >= NOTABLE_PERCENT


def _percent(percent, row, month):
    """A change in per cent, without its sign, as derived from a count's figures of two months."""
    printed = marks.printed(abs(percent), PERCENT, PERCENT_DECIMALS)
    return marks.derived(percent, printed, row, row._replace(month=month))


def since_april(row, rows):
    """How much more or fewer stand than at the end of April, where the financial year began; nothing for what is no stock, or moved little."""
    month = periods.year_start(row.month)
    began, percent = rows.get((*_place(row), row.basis, month)), row.percent_since_april
    if row.basis != MONTH_END or month >= periods.shift(row.month, -1) or not _is_known(began) or not _is_telling(row, percent, began.value):
        return ""
    return f"It is {_percent(percent, row, month)} {'higher' if percent > 0 else 'lower'} than at the end of {_named(month, row)}, {marks.data(began)}."


def below_peak(row, rows):
    """How far a count has fallen from its highest of twelve months, and when that was; nothing where that is the month before or little."""
    peak, percent = rows.get((*_place(row), row.basis, row.peak_month)), row.percent_from_peak
    said = row.basis == MONTH_END and row.peak_month == periods.year_start(row.month)
    if said or row.peak_month == periods.shift(row.month, -1) or not _is_known(peak) or not _is_telling(row, percent, peak.value):
        return ""
    if percent > -NOTABLE_FALL:
        return ""
    return f"It is {_percent(percent, row, peak.month)} below its peak in {_named(peak.month, row)}, {marks.data(peak)}."


def _is_known(row):
    return row is not None and not np.isnan(row.value)


def by_days(row, rows):
    """How many took how long, in a sentence: a count's figures by days taken; nothing where there are none."""
    found = [each for each in rows.values() if (each.measure, each.basis, each.month, each.breakdown) == (row.measure, row.basis, row.month, BY_DAYS)
             and _is_known(each) and each.value and each.unit == COUNT]
    ordered = sorted(found, key=lambda each: categories.place(BY_DAYS, each.category))
    listed = [f"{marks.data(each)} took {escape(_within_a_sentence(each.category))}" for each in ordered]
    return f"Of these, {_in_a_row(listed)}." if listed and not row.category else ""


def _within_a_sentence(words):
    return words[:1].lower() + words[1:]


def _in_a_row(words):
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]]))


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
    """Since when a figure was last so high or so low, where there is enough to say so of."""
    for column, word in (("highest_since", "highest"), ("lowest_since", "lowest")):
        since = getattr(row, column)
        if since:
            where = f"in the months on record, from {periods.long_name(row.first_month)}" if since == "start" else f"since {periods.long_name(since)}"
            return f"It is the {word} {where}."
    return ""


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
    words, period = marks.benchmark(row, comparator), periods.spoken(getattr(row, f"{comparator}_period"))
    return f"{RIVALS[getattr(row, f'against_{comparator}')]} {benchmarks.NAMES[comparator]} ({words}, {escape(period)})"


def noticed(row):
    """What the control chart says of this month, where it says something."""
    return f"Signal: {escape(row.signal)}." if row.signal and "too little history" not in row.signal else ""
