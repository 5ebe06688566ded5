"""What is wrong with the rows of a list once their cells are understood: rows that repeat others, dates that cannot be, children over 18.

Each function takes a typed frame and its definition, gives Doubts and changes nothing.
"""

from dataclasses import dataclass

import pandas as pd
from pandas.util import hash_pandas_object

from lib.contracts.lists import CODE, DATE, TIME, YES_NO

REPEATED, BEFORE_BIRTH, AFTER_MONTH, END_BEFORE_START, ADULT = (
    "row repeated", "before birth", "after the month's end", "end before start", "18 or over")
BORN = "date_of_birth"
ADULTS = ("care_leavers",)              # the lists that are of adults too
UNBORN = pd.Timedelta(weeks=40)         # plans are made for children not yet born, whose date of birth is the expected one
COMES_OF_AGE = pd.DateOffset(years=18)
RAW = "_said"                           # ends the name of a column that keeps the words of a code that was not understood


@dataclass(frozen=True)
class Doubt:
    """Rows of a sheet of a file, by number, that break a rule. `column` is a contract's, or None; `aside` that the rows are not used."""

    rule: str
    rows: tuple
    column: object = None
    sheet: str = ""
    aside: bool = False
    remark: str = ""
    file: str = ""


def repeated(frame, definition):
    """The rows that say again what identifies another. Which of them is used does not depend on their order: the fullest one, then by its values."""
    keys = [f"{key}{RAW}" if f"{key}{RAW}" in frame else key for key in definition.identifies]
    alike = frame[frame.duplicated(keys, keep=False)]
    if alike.empty:
        return []
    columns = [column.key for column in definition.columns]
    blanks = (alike[columns].isna() | (alike[columns] == "")).sum(axis=1)
    ranked = alike.assign(blanks_=blanks, said_=hash_pandas_object(alike[columns], index=False)).sort_values(["blanks_", "said_", "file", "sheet", "row"])
    again = ranked[ranked.duplicated(keys)]
    used = again[keys].merge(ranked.drop_duplicates(keys), on=keys, how="left")
    compared = again.assign(differs_=again.said_ != used.said_.to_numpy(), elsewhere_=again.file.to_numpy() != used.file.to_numpy())
    return _by_sheet(REPEATED, compared, aside=True, remark=_differing)


def _differing(rows):
    differing, elsewhere = int(rows.differs_.sum()), int(rows.elsewhere_.sum())
    said = [f"{differing} of them {'says' if differing == 1 else 'say'} something else besides"] if differing else []
    said += [f"{elsewhere} of them {'repeats' if elsewhere == 1 else 'repeat'} a row of another file"] if elsewhere else []
    return "".join(f"; {each}" for each in said)


def _by_sheet(rule, rows, column=None, aside=False, remark=lambda part: ""):
    return [Doubt(rule, tuple(sorted(part.row)), column, sheet, aside, remark(part), file)
            for (file, sheet), part in rows.groupby(["file", "sheet"], sort=False)]


def impossible(frame, definition, month_end):
    """The dates that cannot be: before the child's birth, after the month's end, the second of a span before its first."""
    columns = [column for column in definition.columns if column.kind in (DATE, TIME)]
    found = [doubt for column in columns for doubt in (*_before_birth(frame, column), *_after(frame, column, month_end))]
    return found + [doubt for first, second in definition.spans for doubt in _by_sheet(
        END_BEFORE_START, frame[_days(frame[second]) < _days(frame[first])], definition.column(second))]


def _days(moments):
    return moments.dt.floor("D")


def _before_birth(frame, column):
    if BORN not in frame or column.key == BORN:
        return []
    early = frame[_days(frame[column.key]) < frame[BORN]]
    return _by_sheet(BEFORE_BIRTH, early.assign(unborn_=early[BORN] - early[column.key] <= UNBORN), column, remark=_expected)


def _expected(rows):
    unborn = int(rows.unborn_.sum())
    which = "" if unborn == len(rows) else f"{unborn} of them "
    return f"; {which}by no more than forty weeks, as for a child not yet born" if unborn else ""


def _after(frame, column, month_end):
    if column.ahead and column.key != BORN:
        return []
    latest = month_end + UNBORN if column.key == BORN else month_end
    return _by_sheet(AFTER_MONTH, frame[_days(frame[column.key]) > latest], column)


def of_age(frame, definition, month_end):
    """The rows of people who were 18 or over: when what the row is dated by happened, when it ended, or at the month's end while it goes on."""
    if BORN not in frame or definition.key in ADULTS:
        return []
    return _by_sheet(ADULT, frame[frame[BORN] + COMES_OF_AGE <= _lasted(frame, definition, month_end)], definition.column(BORN))


def _lasted(frame, definition, month_end):
    if definition.dated:
        when = frame[definition.dated]
    else:
        spans = [second for first, second in definition.spans if first in definition.identifies]
        when = frame[spans[0]] if spans else _latest(frame, definition)
    return _days(when).fillna(month_end).clip(upper=month_end)


def _latest(frame, definition):
    return frame[[column.key for column in definition.columns if column.kind == DATE and column.key != BORN]].max(axis=1)


def codes(definition):
    """The columns among those that identify a row that hold codes."""
    return [key for key in definition.identifies if definition.column(key).kind in (CODE, YES_NO)]
