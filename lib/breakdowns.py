"""Tables by category: measures side by side, two breakdowns crossed, and the last months; the whole authority last. No arithmetic."""

from dataclasses import dataclass
from html import escape

import numpy as np

from lib import categories, marks, periods, service_areas, tables
from lib.charts import descriptions
from lib.ledgers import NOT_COVERED
from lib.measures import IN_MONTH, PERCENT

WHOLE = ("", "")
WHOLE_NAME = "<strong>Whole authority</strong>"
NAMED = 2       # measures named one by one in a caption; more are the first "and others"


@dataclass(frozen=True)
class Column:
    """A measure in a month by a breakdown; of a crossed one, `second` is the other breakdown and its category that the column is of."""

    heading: str
    measure: str
    breakdown: str
    month: str
    second: tuple = WHOLE
    share: str = ""         # another measure whose figure stands behind it, in brackets

    def key(self, category, measure=""):
        """Where the figure of a row's category is found, or of the whole authority where that is empty."""
        place = (self.breakdown, categories.crossed(*filter(None, [category, self.second[1]]))) if category else self.second
        return (measure or self.measure, *place, self.month)


def table(compared, by, measures, rules):
    """A row a category, a column a measure, in the edition's month; empty where no measure has a figure by category.

    A category without any figure has no row, a measure without any no column; the line below the table names those.
    """
    found = _figures(compared, measures, [rules.month])
    columns = _of_measures(found, measures, by, rules)
    caption = f"{_listed([column.heading for column in columns])}, by {by}" if columns else ""
    return _table(found, caption, columns, _met(found, by, rules), by, rules) + _left_out(measures, columns, by)


def matrix(compared, measure, by, beside, rules):
    """A crossed breakdown in the edition's month: its first categories down, its second across, with the totals that are counted.

    `beside` are measures by the first breakdown, in columns of their own. Empty where nothing is counted by both.
    """
    found = _figures(compared, [measure, *beside], [rules.month])
    down, across = categories.parts(by)
    cells = [categories.parts(category) for category in _met(found, by, rules)]
    columns = [Column(name, measure, by, rules.month, (across, name))
               for name in sorted({second for _, second in cells}, key=lambda name: categories.place(across, name, rules.teams))]
    aside = _of_measures(found, beside, down, rules)
    share = service_areas.measure(measure).share        # each row's cells come to its whole already
    totalled = not share and any(key[:2] in ((measure, down), (measure, "")) for key in found)
    whole = [Column("All", measure, down, rules.month)] if totalled else []
    rows = list(dict.fromkeys(first for first, _ in cells))
    caption = f"{service_areas.measure(measure).title}, by {down} and {across}"
    return _table(found, caption, [*columns, *whole, *aside], rows, down, rules) + _left_out(beside, aside, down)


def recent(compared, measure, by, share, months, rules):
    """A row a category, a column a month up to the edition's: the number and, where `share` names a measure, its share behind it.

    Months before the first that has a figure are left out. Empty where none has.
    """
    spine = periods.between(periods.shift(rules.month, 1 - months), rules.month)
    found = _figures(compared, [measure, *filter(None, [share])], spine)
    known = [key[3] for key, row in found.items() if key[1] == by and marks.is_known(row)]
    columns = [Column(periods.short_name(month), measure, by, month, share=share) for month in spine if known and month >= min(known)]
    caption = f"{service_areas.measure(measure).title}, by {by}{', with their share' if share else ''}"
    return _table(found, caption, columns, _met(found, by, rules), by, rules)


def _figures(compared, measures, months):
    """The rows of these measures on their natural basis, by measure, breakdown, category and month.

    Decimals that only an arrow needs, to stand apart from the month before, are left to the tables that show one.
    """
    declared = {measure: service_areas.measure(measure) for measure in measures}
    rows = compared[compared.measure.isin(measures) & compared.month.isin(months) & (compared.state != NOT_COVERED)]
    return {(row.measure, row.breakdown, row.category, row.month): row if row.rag else row._replace(decimals=declared[row.measure].decimals)
            for row in rows.itertuples() if row.basis == declared[row.measure].natural_basis}


def _met(found, by, rules):
    """The categories that any figure is of, in their order."""
    known = {key[2] for key, row in found.items() if key[1] == by and marks.is_known(row)}
    return sorted(known, key=lambda category: categories.place(by, category, rules.teams))


def _of_measures(found, measures, by, rules):
    """A column for each measure that has a figure by these categories, headed as its line is, or as it is itself."""
    known = {key[0] for key, row in found.items() if key[1] == by and marks.is_known(row)}
    wholes = {measure: found.get((measure, *WHOLE, rules.month)) for measure in measures}
    return [Column(tables.title(wholes[measure]) if wholes[measure] else service_areas.measure(measure).title, measure, by, rules.month)
            for measure in measures if measure in known]


def _table(found, caption, columns, rows, first, rules):
    """The finished table with its last row; empty where it would have no row or no column."""
    if not rows or not columns:
        return ""
    body = [(escape(category), [_cell(found, column, category) for column in columns]) for category in rows]
    if any(column.key("") in found for column in columns):
        body.append((WHOLE_NAME, [_cell(found, column, "") for column in columns]))
    when = descriptions.stretch([columns[0].month, columns[-1].month], IN_MONTH)
    return tables.table(f"{caption}. {rules.authority.name}, {when}.", [escape(column.heading) for column in columns], body, "breakdown",
                        first=first.capitalize())


def _cell(found, column, category):
    """A figure: a number with its share behind it, a percentage with its parts below it, anything else by itself."""
    row, share = found.get(column.key(category)), found.get(column.key(category, column.share))
    if row is None or share is None or not column.share or np.isnan(row.value) or np.isnan(share.value):
        of_parts = row is not None and row.unit == PERCENT and not service_areas.measure(row.measure).share
        return tables.cell_with_parts(row) if of_parts else marks.cell(row)
    return f'<td class="number">{marks.data(row)}{marks.dagger(row)} ({marks.data(share)})</td>'


def _left_out(measures, columns, by):
    """A line on the measures that have no column; nothing for none, or where there is no table."""
    left = [service_areas.measure(measure).title for measure in measures if measure not in {column.measure for column in columns}]
    said = escape("; ".join(left), quote=False)
    return f'<p class="absence">Left out, since nothing was returned on it by {escape(by)}: {said}.</p>' if columns and left else ""


def _listed(names):
    """What a caption calls several measures: one or two by name, more by the first."""
    return " and ".join([*names[:1], *map(descriptions.within_a_sentence, names[1:])]) if len(names) <= NAMED else f"{names[0]} and others"
