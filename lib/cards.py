"""Cards: a line on one card, with all that a board asks of it: level, rate, target, travel, earlier values and comparators."""

from html import escape

import numpy as np

from lib import benchmarks, charts, marks, narrative, periods, scorecards, service_areas, tables
from lib.measures import (
    AVERAGE, COUNT, DAYS, FINANCIAL_YEAR, IN_MONTH, MONTH_END, PER_10_000, PERCENT, POPULATION, ROLLING_12, YEAR_TO_DATE)

MONTHS_DRAWN = 13
NO_RATE, LAST_MONTHS = "none", "months"         # what a line's columns `rate` and `earlier` may say besides a measure, and nothing
EARLIER = {LAST_MONTHS: (1, 2), "": (12, 24)}   # months back: the two months before, or the same month of the two years before
HEADINGS = {COUNT: "Number", PERCENT: "Percent", PER_10_000: "Per 10,000 children", DAYS: "Days", AVERAGE: "Average"}
RATES = {ROLLING_12: "Per 10,000, twelve months", MONTH_END: "Per 10,000, month end", IN_MONTH: "Per 10,000, one month",
         YEAR_TO_DATE: "Per 10,000, year to date", FINANCIAL_YEAR: "Per 10,000, year"}
KINDS = {MONTH_END: "Snapshot of the month's last day", IN_MONTH: "Cumulative over the month", YEAR_TO_DATE: "Cumulative since April",
         ROLLING_12: "Cumulative over twelve months", FINANCIAL_YEAR: "Cumulative over the year"}


def view(compared, rules):
    """A card for every line of the settings, in their order, two beside each other; or that there is no line.

    A line may say in further columns what it `meaning`s and its `guidance`, which measure's `rate` per 10,000 stands beside it ("none" for
    none; without a word the rate of the children it counts) and that the two `earlier` values are of the last "months".
    """
    if rules.lines.empty:
        return f'<p class="absence">There are no cards: settings/{rules.folder.name}/lines.csv holds no line.</p>'
    rows = marks.rows_by_key(compared)
    rates = [rows[key] for line in rules.lines.itertuples() for key in [(*(_series(line)[1] or ()), rules.month)] if key in rows]
    return f'<div class="cards">{"".join(_card(rows, line, rules) for line in rules.lines.itertuples())}</div>{tables.estimates(rates)}'


def rate_of(line):
    """The declared measure whose rate per 10,000 children stands on a line's card, or None.

    >>> from types import SimpleNamespace as Line
    >>> rate_of(Line(measure="children_looked_after", category="")).key
    'children_looked_after_rate'
    """
    said, shown = getattr(line, "rate", ""), service_areas.measure(line.measure)
    if said:
        return None if said == NO_RATE else service_areas.measure(said)
    if line.category or shown.unit not in (COUNT, PERCENT):
        return None
    rates = (each for each in service_areas.measures().values() if each.unit == PER_10_000 and each.denominator == POPULATION)
    return next((each for each in rates if each.numerator == shown.numerator), None)


def rate_basis(measure):
    """The basis of a rate on a card: the measure's natural one, which is twelve months for most flows and the month's end for stocks.

    >>> rate_basis(service_areas.measure("cp_plans_started_rate")), rate_basis(service_areas.measure("children_looked_after_rate"))
    ('rolling_12', 'month_end')
    """
    return measure.natural_basis


def _card(rows, line, rules):
    series, rate = _series(line)
    now, moment = rows.get((*series, rules.month)), rows.get((*rate, rules.month)) if rate else None
    name = f"card-{escape(line.code)}"
    return (f'<article class="card" id="{name}" aria-labelledby="{name}-name">'
            f'<h4 id="{name}-name"><span class="code">{escape(line.code)}</span> {escape(line.title)}</h4>'
            f'<p class="definition">{escape(_said(line, "meaning") or service_areas.measure(line.measure).definition)}</p>'
            f"{_level(rows, line, rules, now, moment)}{_table(rows, line, rules, series, rate)}{_facts(rows, line, rules, now)}"
            f'<p class="card-more">{_link(line)}</p></article>')


def _series(line):
    """Whose figures a card shows, and whose rate, each by measure, breakdown, category and basis."""
    rate = rate_of(line)
    shown = (line.measure, line.breakdown, line.category, line.basis)
    return shown, (rate.key, "", "", rate_basis(rate)) if rate else None


def _level(rows, line, rules, now, moment):
    """The month's figure, large, with its period and its sparkline; beneath it the rate, labelled with the months it truly covers."""
    said = f"{_figure(moment)} per 10,000 children, {periods.span(moment.month, moment.basis)}" if _known(moment) else ""
    rate = f'<span class="card-rate">{said}</span>' if said else ""
    when = periods.span(rules.month, line.basis)
    return (f'<p class="card-now"><span class="card-value">{_figure(now)}</span> <span class="card-when">{when}</span>'
            f"{_spark(rows, line, rules)}{rate}</p>")


def _table(rows, line, rules, series, rate):
    """This month, two earlier values, and the comparators, each with its own year; a column for the rate where there is one."""
    shown, beside = [series, *filter(None, [rate])], {}
    for month in [rules.month, *(periods.shift(rules.month, -back) for back in EARLIER.get(_said(line, "earlier"), EARLIER[""]))]:
        beside[periods.short_name(month)] = [marks.cell(rows.get((*each, month))) for each in shown]
    now = [rows.get((*each, rules.month)) for each in shown]
    for comparator in tables.COMPARATORS:
        years = _years(now, comparator)
        if years:
            name = f"{benchmarks.HEADINGS[comparator]}, {' and '.join(map(periods.spoken, years))}"
            beside[name] = [tables.benchmark_cell(row, comparator) for row in now]
    headings = [HEADINGS[service_areas.measure(line.measure).unit], *([RATES[rate[3]]] if rate else [])]
    body = [(escape(name), cells) for name, cells in beside.items()]
    return tables.table(f"{line.title}: earlier and elsewhere", headings, body, "on-card", first="When or where")


def _years(now, comparator):
    """The periods that a comparator's values on a card are of: one, but where the number's and the rate's differ."""
    return list(dict.fromkeys(filter(None, (getattr(row, f"{comparator}_period", "") for row in now if row))))


def _facts(rows, line, rules, now):
    """What stands beside a figure in words: which way is good, the target, the overall assessment, travel, and how it is counted."""
    judged = rows.get((line.measure, line.breakdown, line.category, line.judged, rules.month))
    facts = {"Good is": scorecards.GOOD_IS[line.good_is], "Target": scorecards.target(line) or "No target",
             "Overall assessment": scorecards.rag(judged, line) or "No figure to judge",
             f"Travel on the {scorecards.AGAINST[rules.travel_against]}": _travel(rows, now),
             "Counted as": KINDS[line.basis],
             "Guidance": escape(_said(line, "guidance"))}
    return f'<dl>{"".join(f"<div><dt>{name}</dt><dd>{words}</dd></div>" for name, words in facts.items() if words)}</dl>'


def _travel(rows, now):
    """Which way a figure went, and from which earlier one: the one it is set against, which may stand nowhere else on the card."""
    before = rows.get((now.measure, now.breakdown, now.category, now.basis, now.previous_month)) if now else None
    if not _known(now) or not _known(before):
        return "No earlier figure" if _known(now) else "No figure"
    return f'{tables.travel(now)} <span class="thresholds">from {marks.data(before)} {narrative.when(before)}</span>'


def _link(line):
    """The way to the line's own page, where its charts, its month-by-month table and its commentary stand."""
    area = service_areas.area_of(line.measure)
    topic = next((each for each in service_areas.topics(area) if any(_is_of(series, line) for series in each.shows)), None)
    anchor, name = (f"#topic-{topic.key}", topic.title) if topic else ("", service_areas.titles()[area])
    return f'<a href="{area}.html{anchor}">Charts and commentary: {escape(name)}</a>'


def _is_of(series, line):
    return series.measure == line.measure and series.category in ("", line.category)


def _spark(rows, line, rules):
    """Thirteen months as a sparkline whose text alternative says where it begins and ends; nothing for fewer than two figures."""
    months = periods.between(periods.shift(rules.month, 1 - MONTHS_DRAWN), rules.month)
    found = [rows.get((line.measure, line.breakdown, line.category, line.basis, month)) for month in months]
    known = [row for row in found if _known(row)]
    if len(known) < 2:
        return ""
    ends = (f"{marks.printed(row.value, row.unit, row.decimals)} in {periods.long_name(row.month)}" for row in (known[0], known[-1]))
    return charts.sparkline([row.value if row else np.nan for row in found], f"{line.title}: from {' to '.join(ends)}")


def _figure(row):
    """A figure marked as such, with a dagger where returns disagree; or why there is none."""
    if row is None:
        return "no figure"
    return f"{marks.data(row)}{marks.dagger(row)}" if _known(row) else escape(marks.reason(row.state) or "no figure")


def _known(row):
    return row is not None and not np.isnan(row.value)


def _said(line, column):
    """What an optional column of the settings says of a line; nothing where the file has no such column."""
    words = getattr(line, column, "")
    return words if isinstance(words, str) else ""
