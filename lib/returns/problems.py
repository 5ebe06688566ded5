"""What may be wrong with a row of monthly figures once its line is known: each function gives a Problem, or None, and reads nothing."""

from lib import periods, workbooks
from lib.contracts import Problem, cells
from lib.contracts.monthly_figures import VALUE
from lib.errors import ERROR, NOTE, WARNING
from lib.measures import COUNT, FINANCIAL_YEAR, PERCENT
from lib.returns import headers

WHOLE = 100
USED = "It is used as it is; check it at its source."

NOTHING = Problem(
    "empty or unknown workbook", "no sheet has the header of monthly figures or of a list",
    f"columns such as {headers.COLUMNS_EXPECTED}; or the headings of a list, all in one row; within the first {workbooks.HEADER_WITHIN} rows",
    "Nothing was read from it; add the header, or take the file out of the folder.", WARNING)
ELSEWHERE = Problem(
    "figures not read", "it has the header of monthly figures, in a format that does not show how numbers were meant", "an .xlsx or .xlsm workbook",
    "Nothing was read from it; save it as .xlsx and run again.", WARNING)
NOT_RECOGNISED = Problem(
    "sheet not read", "the sheet has periods for headings but no column of codes or keys", f"columns such as {headers.COLUMNS_EXPECTED}",
    "Nothing was read from it; add the heading, or take the periods out if it holds no figures.", WARNING)
REMARK = Problem("row without figures", "the row names no line and holds no figures", "a line in every row",
                 "It is set aside, as a heading would be.", NOTE)


FRACTIONS = Problem("fractions for percentages", "every percentage of the row is at most 1", "percentages such as 46.6, not 0.466",
                    "They are used as they are; multiply them by 100, or give their cells a percentage format, if they are shares of one.", WARNING)


def as_fractions(line, numbers):
    """Whether a line's percentages look like shares of one: two or more, all at most 1, and not all of them 0 or 1.

    >>> from types import SimpleNamespace as Some
    >>> line = Some(part="value", measure=Some(unit="percent"))
    >>> as_fractions(line, [0.31, 0.97]), as_fractions(line, [0.8, 2.4]), as_fractions(line, [0, 1])
    (True, False, False)
    """
    percentages = line is not None and line.part == VALUE and line.measure.unit == PERCENT
    return percentages and len(numbers) > 1 and max(numbers) <= 1 and any(0 < number < 1 for number in numbers)


def hidden(what):
    """What a sheet hides, in words."""
    return Problem("hidden", f"hidden: {what}", "nothing hidden in a return",
                   "It was read like the rest; show it, or delete it if it should not be there.", NOTE)


def as_text(places):
    """Numbers kept as text, by their cells' names."""
    found = "a number is" if len(places) == 1 else f"{len(places)} numbers are"
    return Problem("number as text", f"{found} kept as text ({workbooks.listed(places)})", "numbers kept as numbers",
                   "They were read as numbers; in Excel choose Convert to Number.", NOTE)


def second_line(line, first):
    """A line that stood before; `first` says where."""
    named = ", ".join(word for word in line.key if word)
    return Problem("line twice", f"the same line ({named}) stands already in {first}", "each line once in a workbook",
                   "The first is used and this row set aside; take one of the two out and run again.")


def second_figure(second, first):
    """Of one figure given twice: a note where both say the same or one only says why it is empty, else an error."""
    if first is None:
        return None
    here, there = said(second), said(first)
    alike = here == there or bool(first["state"]) != bool(second["state"])
    kept = "first" if stands(first, second) else "second"
    place = f'sheet "{first["sheet"]}", cell {first["column"]}{first["row"]}'
    return Problem("figure twice", f"the figure is {here} here and {there} in {place}",
                   "each figure once in a workbook", f"The {kept} is used and the other set aside; take one of the two out.",
                   NOTE if alike else ERROR)


def stands(first, second):
    """Whether the first of two cells for one figure is kept: only a number that follows words takes their place."""
    return not first["state"] or bool(second["state"])


def said(supplied):
    """What a supplied cell says, as a message quotes it."""
    return f'"{cells.short(supplied["state"])}"' if supplied["state"] else number(supplied["value"])


def number(value):
    """A number as a message quotes it.

    >>> number(1234567.0), number(46.6)
    ('1234567', '46.6')
    """
    return f"{value:.12g}"


def no_such_figure(line, basis, month):
    """A figure that its measure does not have: on a basis that is not its own, or of a year that does not end with the month."""
    bases = line.measure.bases
    if basis not in bases:
        return Problem("basis not of the measure", f'"{line.measure.key}" has no figure on the basis {basis}', f"one of {', '.join(bases)}",
                       cells.ASIDE)
    if basis == FINANCIAL_YEAR and month != periods.year_end(month):
        return Problem("month of a financial year", f"the row's basis is {FINANCIAL_YEAR} and the column is of {periods.long_name(month)}",
                       f"a column headed {periods.financial_year(month)}", cells.ASIDE)
    return None


def doubts(line, value):
    """What is odd about a figure that is used all the same, a Problem each; nothing for a missing one."""
    unit = line.measure.unit
    if value < 0:
        yield Problem("negative", f"the figure is {number(value)}", "a number that is not below zero", USED, WARNING)
    if unit == PERCENT and line.part == VALUE and value > WHOLE:
        yield Problem("percentage above 100", f"the percentage is {number(value)}", "at most 100", USED, WARNING)
    if unit == COUNT and value % 1 > 0 and not line.measure.fractions:
        yield Problem("count not whole", f"the count is {number(value)}", "a whole number", USED, WARNING)


def parts(top, bottom):
    """The numerator and the denominator of one percentage, as supplied (the denominator may be None)."""
    if bottom is None or not top["value"] > bottom["value"]:
        return None
    return Problem("numerator above denominator", f"the numerator is {number(top['value'])} and the denominator {number(bottom['value'])}",
                   "a numerator no greater than its denominator", "Both are used as they are; check them at their source.", WARNING)
