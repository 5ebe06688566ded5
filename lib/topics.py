"""A topic's table: its figures month by month, its years and its benchmarks, a column a series; and what the returns disagree on."""

from dataclasses import dataclass
from html import escape

import numpy as np

from lib import benchmarks, marks, periods, service_areas, tables
from lib.ledgers import NOT_COVERED
from lib.measures import FINANCIAL_YEAR, YEAR_TO_DATE


@dataclass(frozen=True)
class Column:
    """A column of a topic's table: the figures of one series, or the parts they are made of."""

    heading: str
    measure: str
    breakdown: str
    category: str
    basis: str
    part: str = "value"
    year_to_date: str = ""
    past_years: str = ""


def table(compared, chosen, settings):
    """A topic month by month, with the months to come left blank, its year to date, past years and benchmarks; a column a series.

    A series of which nothing was returned is left out, and the line below the table says so; other lines give the settings' notes.
    """
    asked = columns_of(compared, chosen, settings)
    rows = _rows(compared, asked)
    columns = [column for column in asked if _returned(rows, column)]
    body = [*_months(rows, columns, settings), *_years(rows, columns, settings), *_benchmarks(rows, columns, settings)]
    place = f"{settings.authority.name}, {periods.long_name(settings.month)}"
    shown = tables.table(f"{chosen.title}, month by month. {place}.", [column.heading for column in columns], body, "topic", first="Period")
    left = [column.heading for column in asked if column not in columns]
    lines = settings.lines[settings.lines.measure.isin({column.measure for column in columns})]
    return shown + _left_out(left) + _whose(rows, columns, settings) + tables.estimates(_by_month(rows, columns)) + tables.other_measures(lines) + tables.notes(lines)


def _whose(rows, columns, settings):
    """A line on the benchmarks that come from the authority's own workbook; nothing where none does."""
    ours = [row for column in columns if (row := _latest(rows, column, settings.month)) is not None]
    shown = [name for name in tables.COMPARATORS if any(getattr(row, f"{name}_period") for row in ours)]
    whose = tables.of_own(ours, shown, settings)
    return f'<p class="source">{escape(whose, quote=False)}</p>' if whose else ""


def _by_month(rows, columns):
    """The rows of a table's columns, earliest month first."""
    shown = {(column.measure, column.breakdown, column.category) for column in columns}
    return sorted((row for key, row in rows.items() if key[:3] in shown), key=lambda row: row.month)


def is_returned(compared, chosen, settings):
    """Whether any column of a topic's table has a figure, or words in the place of one."""
    columns = columns_of(compared, chosen, settings)
    rows = _rows(compared, columns)
    return any(_returned(rows, column) for column in columns)


def _rows(compared, columns):
    measures = {measure for column in columns for measure in (column.measure, column.year_to_date, column.past_years)}
    return marks.rows_by_key(compared[compared.measure.isin(measures)])


def _returned(rows, column):
    """Whether a column has a figure, or words in the place of one, in any period."""
    bases = {(column.measure, column.basis), (column.year_to_date, YEAR_TO_DATE), (column.past_years, FINANCIAL_YEAR)}
    return any((not np.isnan(row.value) or row.state not in ("", NOT_COVERED)) for (measure, breakdown, category, basis, _), row in rows.items()
               if (measure, basis) in bases and (breakdown, category) == (column.breakdown, column.category))


def _left_out(headings):
    return f'<p class="absence">Left out, since no return gives it by itself: {"; ".join(headings)}.</p>' if headings else ""


def columns_of(compared, chosen, settings):
    """The columns of a topic's table. A measure's year to date and past years stand in the first of its columns only."""
    columns, seen = [], set()
    for series in chosen.shows:
        for breakdown, category in tables.places(compared, series, settings):
            columns += _series_columns(series, breakdown, category, settings, first=(series.measure, category) not in seen)
            seen.add((series.measure, category))
    return columns


def _series_columns(series, breakdown, category, settings, first):
    measure = service_areas.measure(series.measure)
    basis = series.basis or measure.natural_basis
    line = next((line for line in settings.lines.itertuples() if (line.measure, line.breakdown, line.category, line.basis) ==
                 (measure.key, breakdown, category, basis)), None)
    name = line.title if line else f"{measure.title}: {category}" if category else measure.title
    heading = f'<span class="code">{escape(line.code)}</span> {escape(name)}' if line else escape(name)
    to_date = (line.year_to_date if line else "") or measure.key
    past = (line.past_years if line else "") or measure.key
    place = dict(measure=measure.key, breakdown=breakdown, category=category, basis=basis,
                 year_to_date=to_date if first else "", past_years=past if first else "")
    parts = [Column(f"{heading}: {words}", part=part, **place) for part, words in
             {"numerator": [("numerator", "number")], "both": [("both", "number of all")], "": []}[series.parts]]
    return [*parts, Column(heading, **place)]


def _months(rows, columns, settings):
    shown = {(column.measure, column.breakdown, column.category, column.basis) for column in columns}
    known = [key[4] for key, row in rows.items() if key[:4] in shown and key[3] != FINANCIAL_YEAR and (row.state or not np.isnan(row.value))]
    first = min(known, default=periods.year_start(settings.month))
    for month in periods.between(first, periods.year_end(settings.month)):
        yield periods.short_name(month), [_cell(rows, column, column.measure, column.basis, month) for column in columns]


def _years(rows, columns, settings):
    """A row a past year, and one for the year to date, where anything is known of them."""
    for month in tables.past_years(settings.month):
        if any((column.past_years, column.breakdown, column.category, FINANCIAL_YEAR, month) in rows for column in columns):
            yield f"{periods.financial_year(month)}", [_cell(rows, column, column.past_years, FINANCIAL_YEAR, month) for column in columns]
    if any((column.year_to_date, column.breakdown, column.category, YEAR_TO_DATE, settings.month) in rows for column in columns):
        cells = [_cell(rows, column, column.year_to_date, YEAR_TO_DATE, settings.month) for column in columns]
        yield f"{periods.financial_year(settings.month)} to date", cells


def _benchmarks(rows, columns, settings):
    """A row a comparator that has a value for any of the columns; its year stands beside its name."""
    ours = [_latest(rows, column, settings.month) if column.part == "value" else None for column in columns]
    for comparator in tables.COMPARATORS:
        years = sorted({getattr(row, f"{comparator}_period") for row in ours if row is not None} - {""})
        if years:
            yield f"{benchmarks.HEADINGS[comparator]}, {' and '.join(map(periods.spoken, years))}", [tables.benchmark_cell(row, comparator) for row in ours]


def _latest(rows, column, month):
    return rows.get((column.measure, column.breakdown, column.category, column.basis, month))


def _cell(rows, column, measure, basis, month):
    row = rows.get((measure, column.breakdown, column.category, basis, month)) if measure else None
    return tables.parts_cell(row, column.part) if column.part != "value" else marks.cell(row)


def disagreements(compared, chosen, settings):
    """Under a topic's table: every figure of it that the returns contradict, with the values that are not shown; nothing when none."""
    measures = {series.measure for series in chosen.shows}
    disputed = compared[compared.measure.isin(measures) & (compared.rivals != "") & (compared.month <= settings.month)]
    rows = list(disputed.itertuples())
    if not rows:
        return ""
    items = "".join(f"<li>{escape(row.name)}{f', {escape(row.category)}' if row.category else ''}, {periods.span(row.month, row.basis)}: "
                    f"{marks.data(row)} is shown; also returned: {escape(row.rivals)}.</li>" for row in rows)
    count = "one figure" if len(rows) == 1 else f"{len(rows)} figures"
    return f'<details class="disagreements"><summary>† The returns disagree on {count} of this subject</summary><ul>{items}</ul></details>'
