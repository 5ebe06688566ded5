"""Reading published figures: the benchmark workbook that an authority keeps with its settings."""

import functools

import pandas as pd

from lib import contracts, errors, service_areas, workbooks
from lib.contracts import Problem, benchmarks as contract, cells, column_named
from lib.contracts.benchmarks import COLUMNS, SOURCE, VALUE
from lib.errors import Finding, Refused, WorkbookError

BENCHMARKS = ("measure", "comparator", "period", "value", "unit", "state", "source")
KEY = BENCHMARKS[:3]
NAMED = ["code", "measure", "breakdown", "category", "basis"]       # of a line, by which a code is understood
WORKBOOK = "benchmarks.xlsx"
HEADER = ", ".join(column.name for column in COLUMNS)


def benchmarks(settings):
    """The benchmarks in the settings' folder and what was wrong with them: (a row a measure, comparator and period; a row a finding).

    Values are in the measure's unit, percentages as 46.6; words in a value's place ("-") come as `state` and the value is NaN.
    No workbook gives no rows. Never change what it gives back: it is kept. Raises Refused when the workbook cannot be opened or has no sheet of benchmarks.
    """
    path = settings.folder / WORKBOOK
    if not path.is_file():
        return _frame([]), errors.frame([])
    return _read(path, path.stat().st_mtime_ns, tuple(settings.lines[NAMED].itertuples(index=False, name=None)))


@functools.lru_cache(maxsize=8)
def _read(path, _, lines):
    """What `benchmarks` gives, read once for each state of the workbook and the lines that its codes name."""
    known = contracts.known(pd.DataFrame(list(lines), columns=NAMED), service_areas.measures())
    rows, findings = {}, []
    for sheet, header in _sheets(path):
        _read_sheet(sheet, header, known, rows, findings)
    return _frame(rows.values()), errors.frame(findings)


def _sheets(path):
    try:
        book = workbooks.read(path)
    except WorkbookError as problem:
        raise Refused(problem.where, problem.found, problem.expected, problem.advice) from problem
    found = [(sheet, workbooks.header(sheet, contract.recognises)) for sheet in book.sheets]
    if any(header for _, header in found):
        return [(sheet, header) for sheet, header in found if header]
    raise Refused(WORKBOOK, "no sheet has the header of benchmarks",
                  f"the columns {HEADER}, headed within the first {workbooks.HEADER_WITHIN} rows",
                  "Add the header and run again, or take the workbook out of the settings.")


def _read_sheet(sheet, header, known, rows, findings):
    names = {column: column_named(cell.text, COLUMNS) for column, cell in sheet.rows[header].items()}
    missing = [column.name for column in COLUMNS if column.required and column.name not in names.values()]
    if missing:
        findings.append(_finding(sheet, header, _lacking(missing)))
        return
    for number, row in sheet.rows.items():
        said = {names[column]: cell for column, cell in row.items() if names.get(column)}
        if number > header and said:
            found, problems = _row(said, known, rows)
            rows.update(found)
            findings += [_finding(sheet, number, problem, found) for problem in problems]


def _row(said, known, rows):
    """A row as {its key: the benchmark}, empty when it is set aside or blank, and its problems."""
    (measure, comparator, period), problems = contract.understand(said, known)
    if VALUE not in said:
        return {}, problems
    value, state = cells.understand(said[VALUE])
    doubt = cells.problem(said[VALUE])
    if problems or (doubt and value != value and not state):
        return {}, [*problems, *([doubt] if doubt else [])]
    benchmark = dict(measure=measure.key, comparator=comparator, period=period, value=value, unit=measure.unit, state=state,
                     source=said[SOURCE].text if SOURCE in said else "")
    key = tuple(benchmark[name] for name in KEY)
    if key in rows:
        return {}, _again(benchmark, rows[key])
    return {key: benchmark}, [problem for problem in (doubt, contract.sourceless(said)) if problem]


def _again(benchmark, first):
    here, there = (each["state"] or f"{each['value']:g}" for each in (benchmark, first))
    named = ", ".join(benchmark[name] for name in KEY)
    return [] if here == there else [Problem("benchmark twice", f"{named} is {here} here and {there} in a row before",
                                             "one value a measure, comparator and period",
                                             "The first is used and this row set aside; take one of the two out and run again.")]


def _lacking(missing):
    return Problem("missing column", f"the header has no column {' and no column '.join(missing)}", f"the columns {HEADER}",
                   "The sheet is set aside; add what is missing and run again.")


def _finding(sheet, number, problem, found=()):
    measure = next(iter(found), ("",))[0]
    return Finding(problem.severity, WORKBOOK, sheet.name, number, "", problem.rule, problem.found, problem.expected, problem.advice,
                   measure)


def _frame(rows):
    return pd.DataFrame(list(rows), columns=list(BENCHMARKS)).astype({name: "float64" if name == "value" else "str" for name in BENCHMARKS})
