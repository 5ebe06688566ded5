"""The header of a sheet of monthly figures: which column holds what, which periods are read, and what is wrong with the rest."""

from dataclasses import dataclass

from lib import periods, workbooks
from lib.contracts import Problem, column_named, monthly_figures
from lib.contracts.monthly_figures import CODE, COLUMNS, HEADINGS_EXPECTED, TO_DATE
from lib.errors import WARNING, nearest

COLUMNS_EXPECTED = f"{', '.join(column.name for column in COLUMNS)}, {HEADINGS_EXPECTED}"
LONGEST = 40


@dataclass(frozen=True)
class Table:
    """A sheet's header, understood: the named columns, the periods read and those left aside, and every heading, by column number."""

    sheet: object
    header: int
    names: dict
    periods: dict
    left: dict
    headings: dict

    @property
    def body(self):
        """The rows below the header that hold anything under one of its columns, by number."""
        columns = {*self.names.values(), *self.periods, *self.left}
        return {number: cells for number, cells in self.sheet.rows.items() if number > self.header and not columns.isdisjoint(cells)}

    @property
    def complete(self):
        """Whether the header has all that a row needs to be read."""
        return CODE in self.names and bool(self.periods or self.left)

    def has_figures(self, row):
        """Whether a row's cells hold anything under a period, read or left aside."""
        return any(column in row for column in (*self.periods, *self.left))


def understand(sheet, header, month):
    """The Table under a sheet's header row and its problems, as (heading, Problem) pairs; `month` is the folder's.

    A period is left aside when it is to come or stands there twice, and blank columns of the months to come are nothing to speak of.
    """
    cells = sheet.rows[header]
    names = _names(cells)
    found = {column: monthly_figures.period(cell.value) for column, cell in cells.items() if column not in names.values()}
    known = {column: period for column, period in found.items() if period}
    headings = {column: _heading(cell, known.get(column)) for column, cell in cells.items()}
    filled = {column for number, row in sheet.rows.items() if number > header for column in row}
    wrong = {column: problem for column in known if column in filled and (problem := _period_problem(column, known, headings, month))}
    table = Table(sheet, header, names, {column: known[column] for column in known if column not in wrong}, wrong, headings)
    unknown = [headings[column] for column, period in found.items() if not period]
    return table, [*((headings[column], problem) for column, problem in wrong.items()), *_ambiguous(table, filled),
                   *((heading, _unknown(heading)) for heading in unknown), *_missing(table), *_stray(table, filled)]


def _names(cells):
    names = {}
    for column, cell in cells.items():
        names.setdefault(column_named(cell.text, COLUMNS), column)
    return {name: column for name, column in names.items() if name}


def _heading(cell, period):
    return cell.text if isinstance(cell.value, str) or not period else period.month


def _period_problem(column, known, headings, month):
    period = known[column]
    if period.kind == TO_DATE and period.month not in ("", periods.year_end(month)):
        return Problem("year to date of another year", f'"{headings[column]}" is of another financial year',
                       f"the year to date of {periods.financial_year(month)}",
                       "The column is set aside; correct the heading and run again.")
    if period.kind != TO_DATE and period.month > month:
        return Problem("period to come", f"the period ends after {periods.long_name(month)}, the month of this return",
                       "no figures of a time to come", "The column is set aside; take its figures out, or correct its heading "
                       '(Excel takes a typed "Dec-15" for a day of December), and run again.')
    earlier = [other for other in known if other < column and _same(known[other], period)]
    return Problem("period twice", f'the same period stands already in the column "{headings[earlier[0]]}"', "one column a period",
                   "The second column is set aside; take one of the two out and run again.") if earlier else None


def _same(one, other):
    return one.kind == other.kind and (one.kind == TO_DATE or one.month == other.month)


def _ambiguous(table, filled):
    return [(table.headings[column], Problem(
        "month or financial year",
        f"the heading may be {periods.long_name(period.month)} or the financial year {period.month.replace('-', '/')}",
        "a financial year with a slash",
        f"It was read as {periods.long_name(period.month)}; if it is the year, correct it and run again.", WARNING))
        for column, period in table.periods.items() if period.ambiguous and column in filled]


def _unknown(heading):
    named = column_named(heading, COLUMNS)
    if named:
        return Problem("column twice", f'"{heading}" is a second column for {named}', "one column for each",
                       "The second was not read; take one of the two out.", WARNING)
    known = [name for column in COLUMNS for name in (column.name, *column.spellings)]
    return Problem("unknown column", f'"{heading[:LONGEST]}" is not a column of monthly figures', COLUMNS_EXPECTED,
                   f"The column was not read; if it holds figures, correct the heading and run again.{nearest(heading, known)}", WARNING)


def _missing(table):
    lacking = [CODE] * (CODE not in table.names) + ["a period"] * (not table.periods and not table.left)
    return [("", Problem("missing column", f"the header has no column for {' and none for '.join(lacking)}", COLUMNS_EXPECTED,
                         "The sheet's rows are set aside; add the column and run again."))] if lacking else []


def _stray(table, filled):
    letters = [workbooks.letter(column) for column in sorted(filled - set(table.headings))]
    found = f"cells stand under no heading, in column {workbooks.listed(letters)}" if letters else ""
    return [("", Problem("column without a heading", found, "a heading over every column",
                         "They were not read; give the column a heading and run again.", WARNING))] if letters else []
