"""What went wrong and what to do about it: findings, and errors whose message has four parts: where, found, expected, advice."""

from dataclasses import astuple, dataclass, fields
from difflib import get_close_matches

import pandas as pd

ERROR, WARNING, NOTE = "error", "warning", "note"
SEVERITIES = (ERROR, WARNING, NOTE)
COLUMNS = ("severity", "file", "sheet", "row", "column", "rule", "found", "expected", "advice")


@dataclass(frozen=True)
class Finding:
    """A problem found in a return, in the settings or in the commentary: where it is, what was found and expected, what to do.

    `severity` is error (what it is about could not be used), warning (used, but look at it) or note (worth knowing). `row` is
    the row's number as Excel counts and `column` the column's heading; whatever does not apply is empty. `measure` and
    `month` say whose figure it concerns. `found` goes on after a colon, `expected` after "Expected", `advice` is a sentence.

    >>> print(Finding("error", "scorecard.xlsx", "Monthly figures", 14, "2015-10", "not a number", '"12o" is not a number',
    ...               "a number such as 120 or 46.6", "The cell is set aside; correct the return and run again."))
    scorecard.xlsx, sheet "Monthly figures", row 14, column "2015-10": "12o" is not a number. Expected a number such as 120 or 46.6. \
The cell is set aside; correct the return and run again.
    """

    severity: str
    file: str
    sheet: str
    row: object
    column: str
    rule: str
    found: str
    expected: str
    advice: str
    measure: str = ""
    month: str = ""

    def __str__(self):
        return message(place(self.file, self.sheet, self.row, self.column), self.found, self.expected, self.advice)


class WorkbookError(Exception):
    """Something the person who ran the workbook can put right. Its text is the message in four parts.

    >>> print(WorkbookError("settings.toml", 'the month is "2015-13"', "a month such as 2015-12", "Correct it and run again."))
    settings.toml: the month is "2015-13". Expected a month such as 2015-12. Correct it and run again.
    """

    def __init__(self, where, found, expected, advice):
        super().__init__(where, found, expected, advice)
        self.where, self.found, self.expected, self.advice = where, found, expected, advice

    def __str__(self):
        return message(self.where, self.found, self.expected, self.advice)


class Refused(WorkbookError):
    """Refused before starting: nothing was published. The command line leaves with exit code 2."""


def frame(findings):
    """Findings as a frame of words: the nine published columns in their order, then `measure` and `month`; a row a finding.

    >>> frame([]).columns.tolist()[:3]
    ['severity', 'file', 'sheet']
    """
    names = [field.name for field in fields(Finding)]
    rows = [[str(value) for value in astuple(finding)] for finding in findings]
    return pd.DataFrame(rows, columns=names, dtype="str")


def nearest(word, known):
    """A question naming the known word most like this one, with a space before it; nothing when none is like it.

    >>> nearest("rothrham", ["herefordshire", "rotherham"])
    ' Did you mean rotherham?'
    >>> nearest("leeds", ["rotherham"])
    ''
    """
    spelled = {str(each).casefold(): str(each) for each in known}
    found = get_close_matches(str(word).casefold(), list(spelled), n=1)
    return f" Did you mean {spelled[found[0]]}?" if found else ""


def message(where, found, expected, advice):
    """The four parts, a sentence each; a part that is empty is left out.

    >>> message("returns/2015-12", "the folder is missing", "a folder of returns", "create it")
    'returns/2015-12: the folder is missing. Expected a folder of returns. Create it.'
    """
    opening = f"{where}: {found}" if where else str(found)
    parts = [opening, f"Expected {expected}" if expected else "", str(advice)[:1].upper() + str(advice)[1:]]
    return " ".join(_stopped(str(part)) for part in parts if part)


def place(file, sheet="", row="", column=""):
    """Where something stands, from the file inwards, as a message opens.

    >>> place("scorecard.xlsx", "Monthly figures", 14)
    'scorecard.xlsx, sheet "Monthly figures", row 14'
    """
    words = [str(file), f'sheet "{sheet}"' if sheet else "", f"row {row}" if row != "" else "", f'column "{column}"' if column else ""]
    return ", ".join(word for word in words if word)


def _stopped(sentence):
    tidy = sentence.strip()
    return tidy if tidy.endswith((".", "?", "!")) else f"{tidy}."
