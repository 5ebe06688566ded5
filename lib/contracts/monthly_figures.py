"""Monthly figures: a row a figure, a column a period. What its headings, bases and parts may be, and what rows must agree with."""

import re
from dataclasses import dataclass
from datetime import date

from lib import periods
from lib.contracts import Column, Named, Problem, choice, column_named, find, plain
from lib.errors import nearest
from lib.measures import FINANCIAL_YEAR, IN_MONTH, MONTH_END, ROLLING_12, YEAR_TO_DATE

CODE, TITLE, BASIS, BREAKDOWN, CATEGORY, PART = "code or key", "title", "basis", "breakdown", "category", "part"
NOTE = "note"

COLUMNS = (
    Column(CODE, ("code", "key", "code key", "code/key", "key or code", "measure", "measure key", "line", "ref", "reference", "no"),
           required=True),
    Column(TITLE, ("name", "indicator", "description", "measure title")),
    Column(BASIS, ("period basis", "time basis")),
    Column(BREAKDOWN, ("broken down by", "split by")),
    Column(CATEGORY, ("value of breakdown", "breakdown category")),
    Column(PART, ("value or part", "value, numerator or denominator")),
    Column(NOTE, ("notes", "comment", "comments")),
)

VALUE, NUMERATOR, DENOMINATOR = "value", "numerator", "denominator"
PARTS = {VALUE: ("", "values", "result", "figure"), NUMERATOR: ("num", "numerators", "top"), DENOMINATOR: ("den", "denominators", "bottom")}

BASES = {
    IN_MONTH: ("monthly", "month", "during month", "in the month"),
    MONTH_END: ("at month end", "end of month", "snapshot", "position"),
    YEAR_TO_DATE: ("ytd", "to date"),
    ROLLING_12: ("rolling", "rolling 12 months", "rolling twelve months", "rolling year",
                 "12 months rolling", "12 month rolling", "year to month"),
    FINANCIAL_YEAR: ("annual", "year", "full year", "whole year"),
}

MONTH, TO_DATE, WHOLE_YEAR = "month", "year to date", "financial year"
MONTHS_SPELLED = {name[:length].casefold(): number for number, name in enumerate(periods.NAMES, start=1) for length in (3, 4, len(name))}
CENTURY = 2000
HEADINGS_EXPECTED = 'a month (2015-12, Dec-15, December 2015), a financial year (2014/15) or "Year to date"'


@dataclass(frozen=True)
class Period:
    """What a column covers: a month, a whole financial year (its last month), or the year to date.

    A year to date's `month` is its financial year's last where the heading names the year, otherwise empty.
    """

    kind: str
    month: str = ""
    ambiguous: bool = False


@dataclass(frozen=True)
class Line:
    """Whose figures a row holds: a declared measure, for a category, on a basis (that of its columns of months), whole or a part."""

    code: str
    measure: object
    breakdown: str
    category: str
    basis: str
    part: str

    @property
    def key(self):
        return self.measure.key, self.breakdown, self.category, self.basis, self.part


def period(heading):
    """The Period a column's heading names; None when it names none. `heading` is the cell's value: a date or text.

    >>> period("Dec-15"), period("2014/15")
    (Period(kind='month', month='2015-12', ambiguous=False), Period(kind='financial year', month='2015-03', ambiguous=False))
    """
    if isinstance(heading, date):
        return Period(MONTH, f"{heading:%Y-%m}")
    words = " ".join(str(heading).split())
    return _year_to_date(words) or _month(words) or _financial_year(words)


def recognises(cells):
    """Whether a row's cells, by column, are the header of monthly figures: a code or key with anything else of it, or any two
    of its columns with a period."""
    named = {column_named(cell.text, COLUMNS) for cell in cells.values()} - {""}
    periods_named = any(period(cell.value) for cell in cells.values())
    return (CODE in named and (len(named) > 1 or periods_named)) or (len(named) > 1 and periods_named)


def resembles(cells):
    """Whether a row's cells, by column, look like a header of monthly figures whose column of codes has another name: two periods or more."""
    return sum(bool(period(cell.value)) for cell in cells.values()) > 1


def understand(cells, known):
    """The Line that a row's words name, and the Problems that keep it from being used (a list, all at once).

    `cells` maps a column's name to its cell; `known` is what `contracts.known` gives.
    """
    named = find(cells.get(CODE), known)
    if not isinstance(named, Named):
        return None, [named]
    words = {name: cell.text for name, cell in cells.items()}
    basis, part = choice(words.get(BASIS, ""), BASES), choice(words.get(PART, ""), PARTS)
    line = Line(named.code, named.measure, choice(words.get(BREAKDOWN, ""), _spelled(named.measure.breakdowns)) or named.breakdown,
                words.get(CATEGORY) or named.category, basis or named.basis or named.measure.natural_basis, part or VALUE)
    checks = [_check_basis(words, basis), _check_part(words, part, named.measure), _check_breakdown(words, named),
              _check_category(words, named, line)]
    return line, [problem for problem in checks if problem]


def basis_and_month(column, line, month):
    """What a column of a row of a month's return stands for: a basis and a month.

    >>> basis_and_month(Period(TO_DATE), None, "2015-12")
    ('year_to_date', '2015-12')
    """
    if column.kind == TO_DATE:
        return YEAR_TO_DATE, month
    return (FINANCIAL_YEAR if column.kind == WHOLE_YEAR else line.basis), column.month


def _year_to_date(words):
    found = re.fullmatch(r"(?:(?P<before>.*\d) )?(?:year[ -]to[ -]date|ytd)(?: (?P<after>\d.*))?", words, re.IGNORECASE)
    if not found:
        return None
    year = found["before"] or found["after"]
    named = _financial_year(year) if year else Period(TO_DATE)
    return named and Period(TO_DATE, named.month)


def _month(words):
    numbered = re.fullmatch(r"(\d{4}-(?:0[1-9]|1[0-2]))(-\d\d)?", words)
    if numbered:
        return Period(MONTH, numbered[1], ambiguous=not numbered[2] and _follows(words[2:4], words[5:7]))
    spelled = re.fullmatch(r"([A-Za-z]{3,9})\.?[ /'-]*(20\d{2}|\d{2})", words)
    number = MONTHS_SPELLED.get(spelled[1].casefold()) if spelled else None
    return Period(MONTH, f"{CENTURY + int(spelled[2][-2:])}-{number:02d}") if number else None


def _financial_year(words):
    found = re.fullmatch(r"(\d{4}) ?[/-] ?(?:20)?(\d{2})", words)
    return Period(WHOLE_YEAR, periods.from_financial_year(found[1])) if found and _follows(found[1][2:], found[2]) else None


def _follows(year, next_year):
    return (int(year) + 1) % 100 == int(next_year)


def _spelled(breakdowns):
    return {breakdown: (f"{breakdown}s",) for breakdown in breakdowns}


def _check_basis(words, basis):
    said = words.get(BASIS, "")
    if said and not basis:
        return Problem("unknown basis", f'the basis is "{said[:40]}"', f"one of {', '.join(BASES)}",
                       f"The row is set aside; correct the return and run again.{nearest(said, BASES)}")


def _check_part(words, part, measure):
    said = words.get(PART, "")
    if not part:
        return Problem("unknown part", f'the part is "{said[:40]}"', f"one of {', '.join(PARTS)}",
                       f"The row is set aside; correct the return and run again.{nearest(said, PARTS)}")
    if part != VALUE and not measure.denominator:
        return Problem("part of a count", f'"{measure.key}" is a count and the part is "{part}"', "a count's own number",
                       "The row is set aside; write value in the column part and run again.")


def _check_breakdown(words, named):
    said, has = words.get(BREAKDOWN, ""), named.measure.breakdowns
    if said and not choice(said, _spelled(has)):
        return Problem("unknown breakdown", f'the breakdown is "{said[:40]}"',
                       f'one of {", ".join(has)}' if has else f'none: "{named.measure.key}" is reported for the whole authority only',
                       f"The row is set aside; correct the return and run again.{nearest(said, has)}")


def _check_category(words, named, line):
    said = words.get(CATEGORY, "")
    breakdown = words.get(BREAKDOWN) or line.breakdown
    if bool(breakdown) != bool(line.category):
        return Problem("half a breakdown", f'the breakdown is "{breakdown}" and the category "{line.category[:40]}"',
                       "both or neither", "The row is set aside; fill in the other one and run again.")
    if said and named.category and plain(said) != plain(named.category):
        return Problem("another category than the line's", f'the category is "{said[:40]}"',
                       f'"{named.category}", the category of line {named.code}',
                       "The row is set aside; correct the category or the code and run again.")
