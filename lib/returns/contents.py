"""What each sheet of a file holds: a child-level list, monthly figures, or neither, which is said."""

from dataclasses import dataclass

from lib import workbooks
from lib.contracts import monthly_figures
from lib.contracts.cells import Cell
from lib.errors import Finding
from lib.returns import problems, tables, wordings

TABULAR = 4             # so many words in a row may be the header of something
HALF = 2


@dataclass(frozen=True)
class Contents:
    """What is in a file: the Tables of its lists, the names of the sheets with monthly figures that can be read, and findings of the rest."""

    tables: tuple
    figures: tuple
    findings: tuple


def sort(book, name):
    """The Contents of an opened file, which findings call `name`. A sheet is a list's if it has the header of one, and only else of figures."""
    found = [(sheet, tables.find(sheet)) for sheet in book.sheets]
    held = tuple(table for _, table in found if table)
    rest = [sheet for sheet, table in found if not table and sheet.rows]
    figures = [sheet for sheet in rest if any(monthly_figures.recognises(cells) for cells in _first_rows(sheet))]
    alike = [sheet for sheet in rest if sheet not in figures and any(_resembles(cells) for cells in _first_rows(sheet))]
    other = [sheet for sheet in rest if sheet not in figures and sheet not in alike and sheet.name not in workbooks.OF_BLANK_RETURNS]
    findings = _of_formats(book, held, figures, name) + [_finding(problems.NOT_RECOGNISED, name, sheet.name) for sheet in alike]
    findings += _of_the_rest([sheet.name for sheet in other if held or _is_tabular(sheet)], held or figures or alike, name)
    return Contents(held, tuple(sheet.name for sheet in figures) if book.checked else (), tuple(findings))


def _of_formats(book, held, figures, name):
    """What is to be said of a format that does not show everything."""
    if book.checked:
        return []
    return ([wordings.unchecked(name)] if held else []) + [_finding(problems.ELSEWHERE, name, sheet.name) for sheet in figures]


def _of_the_rest(names, anything, name):
    """The finding of the sheets that hold neither; of the file, when no sheet holds anything."""
    if not anything:
        return [_finding(problems.NOTHING, name, "")]
    return [wordings.unrecognised(names, name)] if names else []


def _finding(problem, name, sheet):
    return Finding(problem.severity, name, sheet, "", "", problem.rule, problem.found, problem.expected, problem.advice)


def _first_rows(sheet):
    """The cells, by column, of each row among which a header is looked for."""
    for number, cells in sheet.rows:
        if number > workbooks.HEADER_WITHIN:
            return
        yield {column: Cell(number, column, cell) for column, cell in enumerate(cells, 1) if cell not in ("", None)}


def _resembles(cells):
    """Whether a row is like the header of monthly figures and not like a row of some list, of whose cells fewer are periods."""
    named = sum(bool(monthly_figures.period(cell.value)) for cell in cells.values())
    return monthly_figures.resembles(cells) and HALF * named >= len(cells)


def _is_tabular(sheet):
    return any(sum(isinstance(cell.value, str) for cell in cells.values()) >= TABULAR for cells in _first_rows(sheet))
