"""The rows of one workbook of monthly figures: each is used, and gives supplied cells, or is set aside with a finding."""

from dataclasses import dataclass, field

from lib import workbooks
from lib.contracts import cells, monthly_figures
from lib.contracts.monthly_figures import DENOMINATOR, NUMERATOR
from lib.errors import Finding
from lib.measures import PERCENT
from lib.returns import headers, problems

KEY = ("measure", "breakdown", "category", "basis", "month", "part")


@dataclass
class Reading:
    """What one workbook gives while it is read. `lines` says where each line stood first, `figures` holds supplied cells by their key."""

    file: str
    month: str
    recognised: bool = False
    used: int = 0
    set_aside: int = 0
    findings: list = field(default_factory=list)
    lines: dict = field(default_factory=dict)
    figures: dict = field(default_factory=dict)

    def report(self, problem, sheet="", row="", column="", measure="", month=""):
        """Makes a finding of a Problem and where it stands."""
        self.findings.append(Finding(problem.severity, self.file, sheet, row, column, problem.rule, problem.found, problem.expected,
                                     problem.advice, measure, month))


def read(file, month, book, known):
    """The Reading of an opened workbook of a month's folder; findings call it `file`, `known` is what `contracts.known` gives."""
    reading = Reading(file, month)
    for sheet in book.sheets:
        header = workbooks.header(sheet, monthly_figures.recognises)
        if header:
            _read_sheet(reading, sheet, header, known)
        else:
            reading.report(problems.NOT_RECOGNISED, sheet.name)
    _check_parts(reading, known)
    return reading


def _read_sheet(reading, sheet, header, known):
    table, found = headers.understand(sheet, header, reading.month)
    reading.recognised = True
    for heading, problem in found:
        reading.report(problem, sheet.name, header, heading)
    if workbooks.hidden(sheet):
        reading.report(problems.hidden(workbooks.hidden(sheet)), sheet.name)
    as_text = [place for number, row in table.body.items() for place in _read_row(reading, table, number, row, known)]
    if as_text:
        reading.report(problems.as_text(as_text), sheet.name)


def _read_row(reading, table, number, row, known):
    """Reads one row, counts it as used or set aside, and gives the places of its numbers kept as text."""
    line = _line(reading, table, number, row, known)
    supplied = [row[column] for column in table.periods if line and column in row and _supply(reading, table, line, column, row[column])]
    if problems.as_fractions(line, [cells.number(cell) for cell in supplied if cells.kind(cell) in cells.NUMBERS]):
        reading.report(problems.FRACTIONS, table.sheet.name, number, measure=line.measure.key)
    used = line is not None and (bool(supplied) or not table.has_figures(row))
    reading.used, reading.set_aside = reading.used + used, reading.set_aside + (not used)
    return [f"{cell.letter}{number}" for cell in supplied if cells.kind(cell) == cells.NUMBER_AS_TEXT]


def _line(reading, table, number, row, known):
    """The line a row stands for; None, and findings, when the row is set aside."""
    if not table.complete:
        return None
    line, found = monthly_figures.understand({name: row[column] for name, column in table.names.items() if column in row}, known)
    if line is None and not table.has_figures(row):
        found = [problems.REMARK]
    if not found and line.key in reading.lines:
        found = [problems.second_line(line, reading.lines[line.key])]
    for problem in found:
        reading.report(problem, table.sheet.name, number, measure=line.measure.key if line else "")
    if not found:
        reading.lines[line.key] = f'sheet "{table.sheet.name}", row {number}'
    return None if found else line


def _supply(reading, table, line, column, cell):
    """Adds a cell to what was supplied and reports what there is to say about it; true when it is used."""
    supplied = _supplied(reading, table, line, column, cell)
    key = tuple(supplied[name] for name in KEY)
    first = reading.figures.get(key)
    stop, found = _judge(line, cell, supplied, first)
    for problem in found:
        reading.report(problem, table.sheet.name, cell.row, supplied["heading"], supplied["measure"], supplied["month"])
    used = not stop and (first is None or not problems.stands(first, supplied))
    if used:
        reading.figures[key] = supplied
    return used


def _supplied(reading, table, line, column, cell):
    basis, month = monthly_figures.basis_and_month(table.periods[column], line, reading.month)
    value, state = cells.understand(cell)
    return dict(measure=line.measure.key, breakdown=line.breakdown, category=line.category, basis=basis, month=month, part=line.part,
                value=value, decimals=cells.decimals(cell), state=state, code=line.code, file=reading.file, sheet=table.sheet.name, row=cell.row, column=cell.letter,
                heading=table.headings[column])


def _judge(line, cell, supplied, first):
    """Whether a cell must be set aside, and the Problems it has."""
    value, of_cell = supplied["value"], cells.problem(cell)
    stop = problems.no_such_figure(line, supplied["basis"], supplied["month"])
    if not stop and of_cell and value != value and not supplied["state"]:
        stop = of_cell
    found = [stop] if stop else [of_cell, problems.second_figure(supplied, first), *problems.doubts(line, value)]
    return stop is not None, [problem for problem in found if problem]


def _check_parts(reading, known):
    for key, top in reading.figures.items():
        if key[-1] == NUMERATOR and known.measures[top["measure"]].unit == PERCENT:
            problem = problems.parts(top, reading.figures.get((*key[:-1], DENOMINATOR)))
            if problem:
                reading.report(problem, top["sheet"], top["row"], top["heading"], top["measure"], top["month"])
