"""The tables of a profile: an authority's published figures beside comparators, its neighbours, its own workbook, restatements. No arithmetic."""

from html import escape

import numpy as np
import pandas as pd

from lib import benchmarks, marks, periods, published, reference, service_areas, tables
from lib.strips import ORDER

HOW_TO_READ = ("Below a comparator: whether the authority is better, worse or similar (the difference may be chance); higher or lower where neither is good, or "
               "where nothing published says how much may be chance. Rank 1 and band A are the best. The neighbours are of the model of {model}.")
SHOWN_RESTATEMENTS = 30
SHORT = {"neighbours_mean": "Neighbours, mean", "neighbours_median": "Neighbours, median", "good_neighbours": "Neighbours rated good or better",
         "best_neighbour": "Best neighbour", "top_quartile": "Top quartile"}       # headings where a dozen columns stand beside each other


def strips(strip, area, name):
    """A service area's measures as published of an authority, beside every comparator that any has; with rank and quartile band.

    `strip` is what `england.strip` gives. Empty where nothing of the area is published.
    """
    rows = [row for row in strip.itertuples() if service_areas.area_of(row.measure) == area]
    if not rows:
        return ""
    shown = [comparator for comparator in ORDER if any(getattr(row, f"{comparator}_period") for row in rows)]
    headings = ["Year", escape(name), "Rank", "Band", *(escape(SHORT.get(comparator, benchmarks.HEADINGS[comparator])) for comparator in shown)]
    body = [(escape(row.title), [f'<td class="words">{escape(periods.spoken(row.published_period))}</td>', tables.benchmark_cell(row, published.OURS),
                                 _rank(row), f"<td>{row.band}</td>", *(tables.compared_cell(row, comparator) for comparator in shown)]) for row in rows]
    return tables.table(f"{service_areas.titles()[area]}: {name} as published, beside comparators.", headings, body, "strip standing", first="Measure")


def _rank(row):
    return '<td class="number"></td>' if np.isnan(row.rank) else f'<td class="number">{row.rank:.0f} of {row.of}</td>'


def neighbours(near, code):
    """An authority's statistical neighbours, the nearest first: how close they are, and Ofsted's latest judgement that had come out."""
    table, councils = reference.table("neighbours"), reference.known()
    mine = table[(table.model == near.model) & (table.authority == code)].sort_values("place")
    rows = [(councils.name[row.neighbour], row.closeness, near.overall[near.place(row.neighbour)] or "none held", _since(councils.loc[row.neighbour]))
            for row in mine.itertuples()]
    frame = pd.DataFrame(rows, columns=["Neighbour", "How close", f"Ofsted, by {periods.long_name(near.judged)}", "There"])
    return tables.plain(frame, f"Statistical neighbours of {councils.name[code]}, model of {periods.long_name(near.model)}, the nearest first.")


def _since(council):
    """In which years of statistics a council was there, in words."""
    first, last = ("" if pd.isna(year) else f"{year - 1}/{year % 100:02d}" for year in (council.first_year, council.last_year))
    return f"from {first}" if first else f"until {last}" if last else "throughout"


def joint(pairs):
    """Which authorities made one return of the workforce census between them; nothing where none did."""
    if not pairs:
        return ""
    named = "; ".join(f"{escape(one)} and {escape(other)}" for one, other in pairs)
    return f'<p class="source">Made one return of the workforce census between them, and counted once: {named}.</p>'


def populations(estimates, name):
    """A line on the estimates that published rates are divided by."""
    if not estimates:
        return ""
    (mid_year, children) = list(estimates.items())[-1]
    return (f'<p class="source">Published rates are per 10,000 children aged 0 to 17, those of the year to March {mid_year + 1} of {children:,.0f} in '
            f"{escape(name)} (ONS estimate for mid-{mid_year}).</p>")


def source(cited):
    """A chart's line of sources.

    >>> source(["Department for Education, Local Authority Interactive Tool, 2025"])
    'Source: Department for Education, Local Authority Interactive Tool, 2025.'
    """
    return f"Source{'s' if len(cited) > 1 else ''}: {'; '.join(cited)}." if cited else ""


def lifetime(council, month):
    """That nothing stands of a council by a month, since a reorganisation made or ended it; "" for one that was never reorganised."""
    since = _since(council)
    if since == "throughout":
        return ""
    return f'<p class="absence">{escape(council["name"])}, which a reorganisation made or ended, has statistics {since}: none of the year shown by {month}.</p>'


def agreements(found, name):
    """The workbook's benchmarks beside what is published of the same year: those that agree counted, the others one by one with the reason."""
    if found.empty:
        return f'<p class="absence">{escape(name)} has no benchmarks of its own of a year that is published.</p>'
    differ = found[~found.agrees]
    body = [(escape(f"{service_areas.measure(row.measure).title}: {benchmarks.HEADINGS[row.comparator]}"),
             [f"<td>{escape(periods.spoken(row.period))}</td>", f'<td class="number">{_printed(row.own, row)}</td>',
              f'<td class="number">{_mark(row)}</td>', f'<td class="why">{escape(row.why)}</td>']) for row in differ.itertuples()]
    said = f"Of the benchmarks in {escape(name)}’s own workbook {int(found.agrees.sum())} of {len(found)} are what is published, to the decimals it gives."
    table = tables.table(f"Benchmarks of {name}’s own workbook that are not what is published now.",
                         ["Year", "Own workbook", "Published", "Why"], body, "plain agreement", first="Benchmark") if body else ""
    return f'<p data-words="drafted">{said}</p>{table}'


def _printed(value, row):
    return marks.printed(value, row.unit, row.decimals)


def _mark(row):
    decimals = max(row.decimals, service_areas.measure(row.measure).decimals)
    return marks.published(row.published, marks.printed(row.published, row.unit, decimals), row.measure, row.period, comparator=row.comparator)


def restated(rows, name):
    """What newer editions changed of an authority's published figures, the latest year first; a line where they changed nothing."""
    if rows.empty:
        return f'<p class="absence">No edition held here changed a figure of {escape(name)}.</p>'
    items = reference.items()
    shown = rows.sort_values(["year", "item"], ascending=[False, True]).head(SHOWN_RESTATEMENTS)
    frame = pd.DataFrame([(items.title[row.item], f"{row.year - 1}/{row.year % 100:02d}", _number(row.was, items.loc[row.item]), published.cited(row.was_source),
                           _number(row.now, items.loc[row.item]) or marks.reason(row.is_state), published.cited(row.is_source)) for row in shown.rename(columns={"is": "now"}).itertuples()],
                         columns=["Published figure", "Year", "Was", "In", "Is", "In the newer"])
    return tables.plain(frame, f"Published figures of {name} that a newer edition changed.")


def _number(value, item):
    """A published figure as its item is printed."""
    return marks.printed(value, item.unit, int(item.decimals))
