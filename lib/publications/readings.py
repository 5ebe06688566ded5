"""The rows of a published file as they are read: each is used or set aside for a reason, and what is said of them names file, sheet, rows and column."""

import pandas as pd

from lib import workbooks
from lib.errors import ERROR, NOTE, WARNING, Finding
from lib.publications import numbers

TEXT, REPEATED, NO_FIGURE = "text under or between the figures", "given twice", "no figure that could be used"
MOST = 5
ASIDE = "{} set aside; ask the publisher or correct your copy of the file, and load it again."


class Rows:
    """The rows under a sheet's header: `table` by row number and column name, which of them are set aside and why, and the findings.

    `headings` maps a column's name to the heading that this edition has for it.
    """

    def __init__(self, file, sheet, table, headings):
        self.file, self.sheet, self.headings = file, sheet, headings
        self.all, self.reason, self.findings = table, pd.Series("", index=table.index, dtype="str"), []

    @property
    def table(self):
        """The rows that are not set aside."""
        return self.all[self.reason == ""]

    def set_aside(self, numbers_, reason):
        """Leave these rows, by number, out for a reason; one that is out already keeps its own."""
        chosen = self.reason.index.isin(numbers_) & (self.reason == "").to_numpy()
        self.reason[chosen] = reason

    def say(self, severity, rule, found, expected, advice, column="", row=""):
        """Keep a finding; `column` is a column's name, which is said as the edition's heading."""
        self.findings.append(Finding(severity, self.file, self.sheet, row, self.headings.get(column, column), rule, found, expected, advice))

    def reject(self, numbers_, reason, found, expected, column="", severity=ERROR, advice=""):
        """Set rows aside and say so: `found` has `{}` where the words stand that name the rows."""
        rows = list(numbers_)
        if rows:
            self.set_aside(rows, reason)
            one = "The row is" if len(rows) == 1 else "Those rows are"
            self.say(severity, reason, found.replace("{}", said(rows), 1), expected, advice or ASIDE.format(one), column)


def said(rows):
    """Rows by number, as a sentence names them.

    >>> said([14]), said([14, 90, 212])
    ('row 14', 'rows 14, 90 and 212')
    """
    return f"row{'s' if len(rows) > 1 else ''} {workbooks.listed(list(rows), MOST)}"


def without_notes(rows, keys):
    """Set aside text such as a footnote under the figures: a row with few words, which leaves some column of `keys` blank."""
    table = rows.table
    alone = table.index[(table[list(keys)] == "").any(axis="columns") & ((table != "").sum(axis="columns") <= len(keys))]
    if len(alone):
        first = next((word for row in table.loc[alone].to_numpy() for word in row if word), "")
        what = f'text and no figures ("{first[:60]}")' if first else "nothing in the columns that are read"
        rows.reject(alone, TEXT, f'{{}} {"holds" if len(alone) == 1 else "hold"} {what}', "rows of figures alone",
                    severity=NOTE, advice="Nothing was read from it; see whether it says anything of the figures.")


def figures(rows, column, where=None):
    """The figures of a column as `numbers.understand` gives them, for the rows not set aside (or those of `where`); what is wrong is said."""
    table = rows.table if where is None else rows.table.loc[where]
    found = numbers.understand(table[column])
    _say_doubts(rows, column, found, table[column])
    return found[["value", "state"]]


def _say_doubts(rows, column, found, words):
    for doubt, of_doubt in found[found.doubt != ""].groupby("doubt"):
        shown = workbooks.listed([f'"{word[:20]}"' for word in dict.fromkeys(words[of_doubt.index])], 3)
        count, where = len(of_doubt), said(of_doubt.index)
        cells = "The cell is" if count == 1 else "Those cells are"
        if doubt == numbers.SEPARATED:
            rows.say(NOTE, doubt, f"{counted(count, 'number has', 'numbers have')} a thousands separator ({where}: {shown})", "numbers such as 2672",
                     "Such are read as numbers.", column)
        elif doubt == numbers.BLANK:
            rows.say(WARNING, doubt, f"{counted(count, 'cell is', 'cells are')} blank ({where})", numbers.EXPECTED,
                     "Nothing was read there; what is held stands.", column)
        else:
            what = {numbers.GARBLED: ("is not a number", "are not numbers"), numbers.NEGATIVE: ("is negative", "are negative")}[doubt]
            rows.say(ERROR, doubt, f"{counted(count, 'figure ' + what[0], 'figures ' + what[1])} ({where}: {shown})", numbers.EXPECTED,
                     ASIDE.format(cells), column)


def counted(count, one, many):
    """A number with what it is of: `1 row is`, `3 rows are`."""
    return f"{count} {one if count == 1 else many}"


def without_repeats(rows, found, key):
    """Figures without those given twice. Where two rows of a key agree one is used; where they differ neither is: nothing tells which is right.

    `found` has the columns of `key`, `value`, `state` and the `row` each came from.
    """
    twice = found.duplicated(list(key), keep=False)
    if not twice.any():
        return found
    again = found[twice]
    differ = again.groupby(list(key))[["value", "state"]].transform("nunique").gt(1).any(axis="columns")
    _say_repeats(rows, again[~differ], key, "the same figures", NOTE, "One of them is used.")
    _say_repeats(rows, again[differ], key, "different figures", ERROR,
                 "Neither is used, since nothing tells which is right, and what is held stands; correct your copy of the file and load it again.")
    kept = found[~found.index.isin(again.index[differ])].drop_duplicates(list(key))
    rows.set_aside(set(again.row) - set(kept.row), REPEATED)
    return kept


def _say_repeats(rows, again, key, what, severity, advice):
    if not len(again):
        return
    pairs = list(dict.fromkeys(tuple(dict.fromkeys(of_key.row)) for _, of_key in again.groupby(list(key), sort=False)))
    shown = workbooks.listed([said(pair) for pair in pairs], 3)
    rows.say(severity, REPEATED, f"{counted(len(pairs), 'authority and year is', 'authorities and years are')} given twice with {what} ({shown})",
             "one row an authority and year", advice)


def settle(rows, used):
    """Set aside the rows of which no figure was taken: `used` are the numbers of the others."""
    rows.set_aside(rows.table.index.difference(used), NO_FIGURE)
