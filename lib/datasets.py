"""The dataset: a row a line over thirteen months, its change on the year, its direction, and what twelve months come to. No arithmetic."""

import re
from html import escape
from itertools import groupby

import numpy as np

from lib import charts, disclosure, marks, periods, tables
from lib.measures import PERCENT

MONTHS = 13             # a year and the same month of the year before
AGAINST = {"previous_month": "the month before", "same_month_last_year": "the same month last year"}
GROUPS = (("By number", lambda row: row.unit != PERCENT), ("By percentage", lambda row: row.unit == PERCENT))


def view(compared, settings, headline):
    """The table of an authority's lines, and charts of those whose line asks for one; `headline(row)` gives a chart its title."""
    if settings.lines.empty:
        return f'<p class="absence">There is no dataset: settings/{settings.folder.name}/lines.csv holds no line.</p>'
    rows = marks.rows_by_key(compared)
    lines = [(line, _thirteen(rows, line, settings.month)) for line in settings.lines.itertuples()]
    return _table(lines, settings) + _key(settings) + "".join(_charts(compared, lines, settings, headline))


def _thirteen(rows, line, month):
    """The rows of a line, a month after the other up to this one; None for a month without."""
    return [rows.get((line.measure, line.breakdown, line.category, line.basis, each)) for each in _months(month)]


def _in_whole_percent(found):
    """The rows of a percentage without decimals, so that thirteen fit a page; not where its arrow would stand between like numbers."""
    now = found[-1]
    if now is None or now.unit != PERCENT or (now.travel in ("up", "down") and len({_whole(now.value), _whole(now.previous)}) == 1):
        return found
    return [row and row._replace(decimals=0) for row in found]


def _whole(value):
    return marks.printed(value, PERCENT, 0)


def _months(month):
    return periods.between(periods.shift(month, 1 - MONTHS), month)


def _table(lines, settings):
    first, *_ = months = _months(settings.month)
    headings = ["Ref", "Measure", *map(periods.short_name, months), f"Change on {periods.short_name(first)}", "Travel",
                "Twelve-month average: mean of monthly values", "Highest of twelve months"]
    areas = groupby(lines, key=lambda each: each[0].section)
    body = "".join(_area(name, [_row(line, _in_whole_percent(found)) for line, found in those], len(headings)) for name, those in areas)
    caption = f"Thirteen months to {periods.long_name(settings.month)}. {settings.authority.name}."
    return tables.wrapped(caption, f"<thead><tr>{tables.heads(headings)}</tr></thead>{body}", "scorecard dataset")


def _area(name, rows, width):
    return f'<tbody><tr class="section"><th scope="rowgroup" colspan="{width}">{escape(name)}</th></tr>{"".join(rows)}</tbody>'


def _row(line, found):
    before, *twelve = found
    now = found[-1]
    cells = [*_values(found), _change(now, before), f"<td>{tables.travel(now)}</td>", _of_twelve(now, twelve, "mean_12"),
             _of_twelve(now, twelve, "maximum_12")]
    note = f' <span class="below">{escape(line.note)}</span>' if line.note else ""
    return (f'<tr id="dataset-{escape(line.code)}"><td class="code">{escape(line.code)}</td>'
            f'<th scope="row">{escape(line.title)}{note}</th>{"".join(cells)}</tr>')


def _values(found):
    """The cells of the months; months after one another that hold the same words share one."""
    for words, run in groupby(found, key=_words):
        months = list(run)
        if words and len(months) > 1:
            yield f'<td class="words" colspan="{len(months)}">{escape(words)}</td>'
        else:
            yield from map(marks.cell, months)


def _words(row):
    """The words in a figure's place; nothing for a figure, and for one that is withheld, which has a cell to itself."""
    return "" if row is None or not np.isnan(row.value) or _withheld(row) else marks.reason(row.state)


def _withheld(row):
    return row is not None and row.state == disclosure.WITHHELD


def _change(now, before):
    """The change on the same month last year in percent of it; or why there is none."""
    if None in (now, before):
        return marks.cell(None)
    if not np.isnan(now.relative_change) and not _withheld(before):
        return f'<td class="number">{marks.derived(now.relative_change, _signed(now), now, before)}</td>'
    silent = next((row for row in (now, before) if np.isnan(row.value)), None)
    return marks.cell(silent) if silent else '<td class="words">from 0</td>'


def _signed(row):
    """A change as printed, with as many decimals as keep it from contradicting an arrow that is set against the same month."""
    decimals = int(row.change_decimals) if row.previous_month == row.year_ago_month else 0
    words = marks.printed(row.relative_change, PERCENT, decimals)
    return f"+{words}" if row.relative_change > 0 and words.strip("0.%") else words


def _of_twelve(now, twelve, column):
    """What the twelve months come to; of how many, and what the others hold. Nothing that would tell a withheld month."""
    withheld = next(filter(_withheld, twelve), None)
    if now is None or withheld:
        return marks.cell(withheld)
    known = [row for row in twelve if row and not np.isnan(row.value)]
    if not known:
        return marks.cell(now)
    value = getattr(now, column)
    words = marks.printed(value, now.unit, now.decimals)
    return f'<td class="number">{marks.derived(value, words, *known)}{_of_how_many(now, twelve)}</td>'


def _of_how_many(now, twelve):
    if now.months_12 == len(twelve):
        return ""
    words = "; ".join(dict.fromkeys(filter(None, map(_words, twelve))))
    return f' <span class="below">{now.months_12:.0f} of {len(twelve)} months{f"; the others: {escape(words)}" if words else ""}</span>'


def _key(settings):
    """How to read the table, in the policies of the authority."""
    change = f"; less than {settings.travel_tolerance:.0%} of it is level" if settings.travel_tolerance else ""
    arrow = "performance" if settings.arrow == "performance" else "the value"
    return (f'<p class="source">The arrow follows {arrow}, against {AGAINST[settings.travel_against]}{change}. Better or worse is said '
            "only where a measure has a direction. Changes, averages and highest values are of unrounded figures.</p>")


def _charts(compared, lines, settings, headline):
    """The lines that ask for a chart: the numbers, then the percentages."""
    asked = [(line, _last(found)) for line, found in lines if line.chart]
    for title, belongs in GROUPS:
        drawn = [_chart(compared, line, last, settings, headline) for line, last in asked if last and belongs(last)]
        if drawn:
            yield f'<h4>{title}</h4><div class="small-charts">{"".join(drawn)}</div>'


def _last(found):
    """The last row with a figure, else the last there is."""
    rows = [row for row in found if row]
    return next((row for row in reversed(rows) if not np.isnan(row.value)), rows[-1] if rows else None)


def _chart(compared, line, last, settings, headline):
    series = compared[(compared.measure == line.measure) & (compared.breakdown == line.breakdown) & (compared.category == line.category)
                      & (compared.basis == line.basis) & compared.month.isin(_months(settings.month))]
    key = f"dataset-{re.sub(r'[^A-Za-z0-9]+', '-', line.code)}"
    return charts.trend(series.sort_values("month"), message=headline(last), place=settings.authority.name, key=key).html
