"""What a cell may hold in a number's place: a number, text that is one, words that say why there is none, or a mistake."""

import re
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal

from openpyxl.utils import get_column_letter

from lib.contracts import Problem
from lib.contracts.symbols import MEANINGS
from lib.errors import WARNING

NUMBER, NUMBER_AS_TEXT, WORDS, GARBLED = "number", "number as text", "words", "garbled"
DATE, TRUTH, FAULT, UNCACHED = "date", "true or false", "error", "formula without a value"
NUMBERS = (NUMBER, NUMBER_AS_TEXT)

# A cell may say why it is empty: in these words, or in a phrase that opens so.
SAID = (*MEANINGS, "n/a", "na", "n.a.", "tbc", "tba", "--", "–", "—", "...", "*", "new", "suppressed")
PHRASES = ("not ", "no data", "on hold", "data ", "awaiting", "pending", "under review", "to be ", "unavailable", "included in ",
           "see note")
ERROR_STATE = "error in the return"

MINUS = "\u2212"
TEXT_NUMBER = re.compile(rf"[-+{MINUS}]?((\d+|\d{{1,3}}([ ,]\d{{3}})+)(\.\d+)?|\.\d+) ?%?")
LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
FIXED = re.compile(r"[0#]\.(0+)|^0(?=%?$)()")            # 0.0, #,##0.00, 0.0%; or a whole number, 0
PER_HUNDRED = 100
SHORT = 20
ASIDE = "The cell is set aside; correct the return and run again."


@dataclass(frozen=True)
class Cell:
    """A cell that is not blank. `row` and `column` count from one, as Excel does; `fault` is an error's name, such as #N/A."""

    row: int
    column: int
    value: object
    format: str = "General"
    fault: str = ""
    uncached: bool = False

    @property
    def letter(self):
        return get_column_letter(self.column)

    @property
    def text(self):
        """What the cell says, without line breaks and doubled spaces."""
        return self.fault or " ".join(str("" if self.value is None else self.value).split())


def kind(cell):
    """What a cell holds, where a number is wanted: one of the constants at the head of this module.

    >>> kind(Cell(2, 3, "1,041")), kind(Cell(2, 3, "n/a")), kind(Cell(2, 3, "12o"))
    ('number as text', 'words', 'garbled')
    """
    if cell.fault or cell.uncached:
        return FAULT if cell.fault else UNCACHED
    if isinstance(cell.value, bool):
        return TRUTH
    if isinstance(cell.value, (date, time, timedelta)):
        return DATE
    return NUMBER if isinstance(cell.value, (int, float)) else _kind_of_text(cell.text)


def number(cell):
    """The number a cell holds: 46.6 for a cell that shows 46.6%. For numbers, and text that is one, only.

    >>> number(Cell(2, 3, 0.466, "0.0%")), number(Cell(2, 3, " 1,041 ")), number(Cell(2, 3, "46.6 %"))
    (46.6, 1041.0, 46.6)
    """
    if isinstance(cell.value, str):
        return float(re.sub(r"[ ,%]", "", cell.text).replace(MINUS, "-"))
    return float(Decimal(repr(cell.value)) * PER_HUNDRED) if is_percent(cell.format) else float(cell.value)


def decimals(cell):
    """How many decimals a number was given with: those its format shows, else those it was typed with; 0 for words.

    >>> decimals(Cell(2, 3, 40, "0.0")), decimals(Cell(2, 3, 13.81)), decimals(Cell(2, 3, 0.4659, "0.0%")), decimals(Cell(2, 3, "n/a"))
    (1, 2, 1, 0)
    """
    if kind(cell) not in NUMBERS:
        return 0
    shown = FIXED.search(LITERAL.sub("", cell.format))
    if shown and not isinstance(cell.value, str):
        return len(shown[1] or "")
    typed = Decimal(repr(number(cell))).normalize().as_tuple().exponent
    return max(0, -typed)


def is_percent(number_format):
    """Whether a number format shows a hundredth as one percent; a percent sign in quotes or after a backslash is only a decoration.

    >>> is_percent("0.0%"), is_percent('0.0"%"'), is_percent("General")
    (True, False, False)
    """
    return "%" in LITERAL.sub("", number_format)


def understand(cell):
    """The number of a cell and the words that stand in a number's place: (number, state), one of them missing.

    Both are missing for a mistake, but for an error and a formula without a value, whose state says that there is one.

    >>> understand(Cell(2, 3, 0.5, "0%")), understand(Cell(2, 3, "tbc"))
    ((50.0, ''), (nan, 'tbc'))
    """
    held = kind(cell)
    if held in NUMBERS:
        return number(cell), ""
    return float("nan"), {WORDS: cell.text, FAULT: ERROR_STATE, UNCACHED: ERROR_STATE}.get(held, "")


def problem(cell):
    """What is wrong with what a cell holds in a number's place: a Problem, or None."""
    held = kind(cell)
    if held == WORDS and not is_known(cell.text):
        return Problem("unknown words", f'"{short(cell.text)}" stands in a number\'s place',
                       'a number, or words such as "n/a", "tbc" or "Not available"',
                       "The words are shown as they are; if a number was meant (0 for none), correct the return and run again.",
                       WARNING)
    if held == FAULT:
        return Problem("error in a cell", f"the cell holds the error {cell.fault}", "a number or words",
                       f'The report says "{ERROR_STATE}" in its place; mend the formula and run again.')
    if held == UNCACHED:
        return Problem("formula without a value", "the cell holds a formula whose result was not saved", "a number or words",
                       f'The report says "{ERROR_STATE}" in its place; open the return in Excel, save it and run again.')
    return _not_a_number(cell, held)


def is_known(words):
    """Whether words in a number's place are among those that say why there is none.

    >>> is_known("Not updated pending data accuracy work"), is_known("O")
    (True, False)
    """
    said = words.casefold()
    return said in SAID or said.startswith(PHRASES)


def short(text):
    """A cell's words, cut to twenty characters, as a message quotes them.

    >>> short("Not updated pending data accuracy work")
    'Not updated pending…'
    """
    return text if len(text) <= SHORT else f"{text[:SHORT].rstrip()}…"


def _not_a_number(cell, held):
    found = {GARBLED: f'"{short(cell.text)}" is not a number', TRUTH: f"the cell holds {cell.text.upper()}",
             DATE: f"the cell holds a date or a time, {cell.text.removesuffix(' 00:00:00')}"}.get(held)
    rule = {GARBLED: "not a number", TRUTH: "true or false for a number", DATE: "date for a number"}.get(held)
    return found and Problem(rule, found, "a number, or words without a digit that say why there is none", ASIDE)


def _kind_of_text(text):
    if TEXT_NUMBER.fullmatch(text):
        return NUMBER_AS_TEXT
    return GARBLED if any(character.isdigit() for character in text) else WORDS
