"""What a cell of a list means: a date, a number, a code's key or words as a column's contract wants them, or the rule that it breaks."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from lib import periods
from lib.contracts import cells, lists
from lib.contracts.lists import CODE, DATE, IDENTIFIER, NUMBER, TEXT, TIME, YES_NO
from lib.returns.markup import UNCACHED

BLANK, FAULT, NO_RESULT = "blank", "error in a cell", "formula without a value"
NO_DATE, NO_NUMBER, NO_CODE, NO_IDENTIFIER = "not a date", "not a number", "unknown code", "not an identifier"

FAULTS = ("#n/a", "#ref!", "#value!", "#div/0!", "#name?", "#null!", "#num!", "#spill!", "#calc!", "#field!", "#getting_data")
NOTHING = ("", "null", "(null)", "(blank)", "nan", "n/a", "-", "--", "–", "—")      # how exports and pivot tables write a blank
NOT_A_NUMBER = float("nan")
FIRST_YEAR, LAST_YEAR = 1920, 2199              # a date outside them is a typing mistake, or a number that is none
CENTURY = 100
SERIAL_AS_TEXT = re.compile(r"\d{5}(\.\d+)?")
SHORTENED = re.compile(r"\d([.,]\d+)?e\+?\d+")          # 1.23E+11: Excel kept but the first digits
EXACT = 10 ** 15                                # Excel keeps fifteen digits of a number

MONTHS = {name.casefold()[:letters]: number for number, name in enumerate(periods.NAMES, 1) for letters in (3, 4, len(name))}
WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? +)?"
CLOCK = r"(?:(?:t|,? +)(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)? ?(?P<half>[ap]\.?m\.?)?(?:z|[+-]\d{2}:?\d{2})?)?"
FORMS = [re.compile(WEEKDAY + form + CLOCK) for form in (
    r"(?P<day>\d{1,2})(?:st|nd|rd|th)?[-/. ] ?(?P<month>\d{1,2}|[a-z]{3,9})\.?[-/., ] ?(?P<year>\d{4}|\d{2})",
    r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})",
    r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})")]


@dataclass(frozen=True)
class Calendar:
    """How a return's dates are meant: the day its serials count from, and the year of its month, which two digits of a year go by."""

    epoch: datetime
    year: int


def read(column, found, calendar):
    """The values of a column's cells, None or "" where there is none, and the places of those that break a rule, by rule.

    Dates come as datetimes (without the time of day but for a TIME), codes as their keys, identifiers in capitals, numbers as floats.

    >>> read(lists.Column("seen", "Seen", DATE, blank=True), ["17/03/2020", "31/02/2020", ""], Calendar(datetime(1899, 12, 30), 2020))
    ([datetime.datetime(2020, 3, 17, 0, 0), None, None], {'not a date': [1]})
    """
    understood, values, broken = {}, [], {}
    for place, cell in enumerate(found):
        same = (cell.__class__, cell)               # 1, 1.0 and True are equal, and not the same
        if same not in understood:
            understood[same] = _understand(column, cell, calendar)
        value, rule = understood[same]
        values.append(value)
        if rule:
            broken.setdefault(rule, []).append(place)
    return values, broken


def words(cell):
    """A cell's words as they are compared and kept: without line breaks, hard and doubled spaces; a whole number without decimals.

    >>> words(9212044.0), words("  Duty\\u00a0 team ")
    ('9212044', 'Duty team')
    """
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else " ".join(str(cell).split())


def _understand(column, cell, calendar):
    said = words(cell)
    missing = NOT_THERE.get(column.kind, "")
    if said.casefold() in FAULTS or cell == UNCACHED:
        return missing, NO_RESULT if cell == UNCACHED else FAULT
    key = lists.code(column, cell) if column.kind in (CODE, YES_NO) and said else None
    if key is None and said.casefold() in NOTHING:
        return missing, "" if column.blank else BLANK
    return (key, "") if key is not None else READERS[column.kind](cell, said, calendar)


def _date(cell, said, calendar):
    value, rule = _moment(cell, said, calendar)
    return (value and datetime(value.year, value.month, value.day)), rule


def _moment(cell, said, calendar):
    found = _as_date(cell, said.casefold(), calendar)
    return (found, "") if found and FIRST_YEAR <= found.year <= LAST_YEAR else (None, NO_DATE)


def _as_date(cell, said, calendar):
    if isinstance(cell, datetime):
        return cell.replace(tzinfo=None)
    if isinstance(cell, date):
        return datetime(cell.year, cell.month, cell.day)
    if isinstance(cell, (bool, time, timedelta)):
        return None
    if isinstance(cell, (int, float)) or SERIAL_AS_TEXT.fullmatch(said):
        return _from_serial(float(cell), calendar)
    matches = (form.fullmatch(said) for form in FORMS)
    return next((_from_parts(match, calendar) for match in matches if match), None)


def _from_serial(serial, calendar):
    most = (datetime(LAST_YEAR, 1, 1) - calendar.epoch).days
    return calendar.epoch + timedelta(seconds=round(serial * 86_400)) if 0 < serial < most else None


def _from_parts(match, calendar):
    part = match.groupdict()
    try:
        return datetime(_year(part["year"], calendar), _month(part["month"]), int(part["day"]), _hour(part), int(part["minute"] or 0), int(part["second"] or 0))
    except ValueError:          # the 31st of February, the 13th month, a month of no name
        return None


def _year(digits, calendar):
    """A year; of two digits the latest that is no later than the year after the return's.

    >>> _year("21", Calendar(None, 2020)), _year("99", Calendar(None, 2020))
    (2021, 1999)
    """
    year = int(digits)
    if len(digits) > 2:
        return year
    latest = calendar.year + 1
    return latest - (latest - year) % CENTURY


def _month(said):
    return int(said) if said.isdigit() else MONTHS.get(said, 0)


def _hour(part):
    hour = int(part["hour"] or 0)
    if not part["half"]:
        return hour
    return hour % 12 + (12 if part["half"].startswith("p") else 0)


def _number(cell, said, _):
    if isinstance(cell, (date, time, timedelta)):
        return NOT_A_NUMBER, NO_NUMBER
    held = cells.Cell(1, 1, cell if isinstance(cell, (bool, int, float)) else said)
    if cells.kind(held) in cells.NUMBERS:
        return cells.number(held), ""
    return NOT_A_NUMBER, NO_NUMBER


def _code(*_):
    return "", NO_CODE


def _identifier(cell, said, _):
    if isinstance(cell, (bool, date, time, timedelta)) or SHORTENED.fullmatch(said.casefold()):
        return "", NO_IDENTIFIER
    return ("", NO_IDENTIFIER) if isinstance(cell, (int, float)) and abs(cell) >= EXACT else (said.upper(), "")


def _text(cell, said, _):
    return (cell.date().isoformat() if isinstance(cell, datetime) else said), ""


NOT_THERE = {DATE: None, TIME: None, NUMBER: NOT_A_NUMBER}
READERS = {IDENTIFIER: _identifier, DATE: _date, TIME: _moment, CODE: _code, YES_NO: _code, NUMBER: _number, TEXT: _text}
