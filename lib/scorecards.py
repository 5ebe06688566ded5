"""The scorecard: a row a line of the authority's own, in its order, with everything a board asks of a line."""

from html import escape
from itertools import groupby

import numpy as np

from lib import benchmarks, marks, periods, service_areas, tables, targets
from lib.measures import FINANCIAL_YEAR, YEAR_TO_DATE

GOOD_IS = {"high": "High", "low": "Low", "within limits": "Within limits", "neither": "Neither"}
AGAINST = {"previous_month": "month before", "same_month_last_year": "year before"}
LAST_MONTHS = 3
MONTHS_DRAWN = 13
SHOWN = ("neighbours_mean", "neighbours_median", "best_neighbour", "england", "top_quartile")      # of the comparators; strips have room for all


def table(compared, settings, sparkline):
    """The scorecard: a row a line, under its section's heading. `sparkline(values, alt)` draws thirteen months as inline SVG."""
    if settings.lines.empty:
        return f'<p class="absence">There is no scorecard: settings/{settings.folder.name}/lines.csv holds no line.</p>'
    rows = marks.rows_by_key(compared)
    months = periods.between(periods.shift(settings.month, 1 - LAST_MONTHS), settings.month)
    comparators = _comparators(compared)
    headings = ["Measure", "Good is", *map(periods.short_name, months), f"{periods.financial_year(settings.month)} to date", "Trend",
                f"Travel on the {AGAINST[settings.travel_against]}", "Status", "Target", *map(periods.financial_year, tables.past_years(settings.month)), *(_headed(name, years) for name, years in comparators.items())]
    sections = groupby(settings.lines.itertuples(), key=lambda line: line.section)
    body = "".join(_section(name, [_line(rows, line, months, settings, sparkline, comparators) for line in lines], len(headings) + 1)
                   for name, lines in sections)
    caption = f"Scorecard. {settings.authority.name}, {periods.long_name(settings.month)}."
    shown = tables.wrapped(caption, f"<thead><tr><th scope=\"col\">Code</th>{tables.heads(headings)}</tr></thead>{body}", "scorecard")
    rates = [rows[key] for key in sorted(rows, key=lambda key: key[-1]) if key[-1] in months and rows[key].code]
    return shown + tables.estimates(rates) + tables.other_measures(settings.lines)


def _comparators(compared):
    """The comparators that a scorecard has room for, of those that any row has a benchmark of, each with the years they are of."""
    named = {name: sorted(set(compared[f"{name}_period"]) - {""}) for name in SHOWN}
    return {name: years for name, years in named.items() if years}


def _headed(name, years):
    """A comparator's heading, with the year where there is but one: else each value names its own."""
    return f"{benchmarks.HEADINGS[name]}, {periods.spoken(years[0])}" if len(years) == 1 else benchmarks.HEADINGS[name]


def _section(name, lines, width):
    return f'<tbody><tr class="section"><th scope="rowgroup" colspan="{width}">{escape(name)}</th></tr>{"".join(lines)}</tbody>'


def _line(rows, line, months, settings, sparkline, comparators):
    place = (line.measure, line.breakdown, line.category)
    now = rows.get((*place, line.basis, settings.month))
    judged = rows.get((*place, line.judged, settings.month))
    elsewhere = (line.breakdown, line.category)
    to_date = rows.get((line.year_to_date, *elsewhere, YEAR_TO_DATE, settings.month)) if line.year_to_date else None
    past = [rows.get((line.past_years, *elsewhere, FINANCIAL_YEAR, month)) if line.past_years else None for month in tables.past_years(settings.month)]
    cells = [f"<td>{GOOD_IS[line.good_is]}</td>", *(marks.cell(rows.get((*place, line.basis, month))) for month in months), marks.cell(to_date),
             f"<td>{_spark(rows, line, settings, sparkline)}</td>", f"<td>{tables.travel(now)}</td>", f"<td>{rag(judged, line)}</td>",
             f"<td>{target(line)}</td>", *map(marks.cell, past), *(tables.benchmark_cell(now, name, len(years) > 1) for name, years in comparators.items())]
    return f'<tr id="line-{escape(line.code)}"><td class="code">{escape(line.code)}</td><th scope="row">{escape(line.title)}</th>{"".join(cells)}</tr>'


def _spark(rows, line, settings, sparkline):
    months = periods.between(periods.shift(settings.month, 1 - MONTHS_DRAWN), settings.month)
    found = [rows.get((line.measure, line.breakdown, line.category, line.basis, month)) for month in months]
    values = [row.value if row else float("nan") for row in found]
    known = [row for row in found if row and not np.isnan(row.value)]
    if len(known) < 2:
        return ""
    first, last = known[0], known[-1]
    said = " to ".join(f"{marks.printed(row.value, row.unit, row.decimals)} in {periods.long_name(row.month)}" for row in (first, last))
    return sparkline(values, f"{line.title}: from {said}")


def rag(row, line):
    """The colour of a row as a labelled tag; for the year to date where that is what the line judges."""
    if row is None or not row.rag:
        return tables.tag("none", "No target") if not line.target else ""
    basis = ' <span class="rag-basis">year to date</span>' if line.judged == YEAR_TO_DATE else ""
    return f"{tables.tag(row.rag)}{basis}"


def target(line):
    """The target and its thresholds in words, or the line's note."""
    if not line.target:
        return escape(line.note)
    unit = service_areas.measure(line.measure).unit
    return f'{targets.words(line, unit)} <span class="thresholds">{targets.thresholds(line, unit)}</span>'
