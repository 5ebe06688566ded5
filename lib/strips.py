"""Comparison strips: the month and the year to date beside what comparators published, a row a figure. No arithmetic."""

from html import escape

import numpy as np

from lib import categories, marks, periods, service_areas, tables
from lib.benchmarks import HEADINGS
from lib.contracts.benchmarks import COMPARATORS
from lib.measures import PER_10_000, PERCENT, YEAR_TO_DATE

FIRST = ("england", "neighbours_mean", "neighbours_median", "region", "good_neighbours", "rated_good", "rated_outstanding")
ORDER = (*FIRST, *(name for name in COMPARATORS if name not in FIRST))
MOST_COMPARATORS = 6        # that a strip has room for on paper; the page beside other authorities has all
SHARES = (PERCENT, PER_10_000)      # units of which a reader wants to know of how many
HOW_TO_READ = "Below a comparator: how the month stands to it; similar where the difference may be chance."


def table(compared, measures, rules, breakdown="", category=""):
    """The measures' figures of the edition's month beside their year to date and every comparator that has a value for any of them.

    A row a measure, of the whole authority or one `category`; or of every category of a `breakdown`, the whole authority last. The heading
    names each comparator with its year. Empty where no measure has a figure.
    """
    months = (periods.shift(rules.month, -1), rules.month)
    known = marks.rows_by_key(compared[compared.month.isin(months) & compared.measure.isin(measures)])
    rows = [row for measure in measures for row in _of(measure, [row for row in known.values() if row.month == rules.month], rules, breakdown, category)]
    if not rows:
        return ""
    to_date = [tuple(known.get((row.measure, row.breakdown, row.category, YEAR_TO_DATE, month)) for month in months) for row in rows]
    return _table(rows, to_date, rules)


def _of(measure, rows, rules, breakdown, category):
    """The rows of a measure that the strip shows, in their order; none where it asks for categories and there are none."""
    basis = service_areas.measure(measure).natural_basis
    known = [row for row in rows if (row.measure, row.basis) == (measure, basis) and marks.is_known(row)]
    whole = [row for row in known if not row.category]
    if not (breakdown or category):
        return whole
    asked = [row for row in known if row.category and category in ("", row.category) and breakdown in ("", row.breakdown)]
    ordered = sorted(asked, key=lambda row: categories.place(row.breakdown, row.category, rules.teams))
    return ordered if category or not ordered else [*ordered, *whole]


def _table(rows, to_date, rules):
    year = [f"{periods.financial_year(rules.month)} to date"] if any(now for _, now in to_date) else []
    known = {name: sorted({getattr(row, f"{name}_period") for row in rows} - {""}) for name in ORDER}
    years = dict([(name, periods_) for name, periods_ in known.items() if periods_][:MOST_COMPARATORS])
    headings = [periods.long_name(rules.month), *year, *(f"{HEADINGS[name]}, {' and '.join(map(periods.spoken, years[name]))}" for name in years)]
    cells = [[_month(row), *([_to_date(*so_far)] if year else []), *(tables.compared_cell(row, name, "month", len(years[name]) > 1) for name in years)]
             for row, so_far in zip(rows, to_date)]
    body = [(escape(_title(row)), shown) for row, shown in zip(rows, cells)]
    about = f"{_title(rows[0])}, beside comparators" if len(rows) == 1 else "Beside comparators"
    caption = f"{about}. {rules.authority.name}, {periods.long_name(rules.month)}."
    return tables.table(caption, list(map(escape, headings)), body, "strip", first="Measure") + _how_to_read(rows, years, rules) + tables.estimates(rows)


def _title(row):
    """A row's heading: its line's title; else its measure's, with its category."""
    category = "" if row.title else ", ".join(categories.parts(row.category))
    return ": ".join(filter(None, [tables.title(row), category]))


def _month(row):
    """The month's figure with the parts it is made of below it."""
    return tables.cell_with_parts(row) if row.unit in SHARES else marks.cell(row)


def _to_date(before, now):
    """The year to date; below it what it was a month before, in the same financial year."""
    if now is None or np.isnan(now.value) or before is None or np.isnan(before.value) or periods.year_start(before.month) != periods.year_start(now.month):
        return marks.cell(now)
    return f'<td class="number">{marks.data(now)}{marks.dagger(now)}<span class="below">{marks.data(before)} a month before</span></td>'


def _how_to_read(rows, shown, rules):
    """What stands below the comparators, and which of them the authority took from a workbook of its own; nothing where neither is there."""
    said = HOW_TO_READ if any(getattr(row, f"against_{name}") for row in rows for name in shown) else ""
    whose = tables.of_own(rows, shown, rules)
    return f'<p class="source">{" ".join(filter(None, [said, whose]))}</p>' if said or whose else ""
