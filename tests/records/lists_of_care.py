"""Extracts of a few invented rows, for the tests of records of care: what a row does not say is blank."""

import pandas as pd

from lib import periods
from lib.contracts import lists
from lib.returns import child_level
from lib.returns.extracts import Extract

CARED_FOR = {"child": "ZZ-900001", "date_of_birth": "2008-05-04", "started": "2019-01-15", "legal_status": "C2", "team": "Duty", "sex": "F"}
LEAVER = {"child": "ZZ-900001", "date_of_birth": "2000-01-04", "eligibility": "former_relevant", "in_touch": "YES"}


def extract(month="2020-03", first="2019-04", **rows):
    """The Extract of a month with these lists, each a sequence of rows by their columns' keys, complete from the first month on."""
    frames = {key: _frame(lists.all()[key], said) for key, said in rows.items()}
    return Extract(month, frames, dict.fromkeys(frames, tuple(periods.between(first, month))))


def cared_for(**said):
    """A row of List 8."""
    return CARED_FOR | said


def leaver(**said):
    """A row of List 9."""
    return LEAVER | said


def _frame(definition, rows):
    blank = child_level.blank(definition)
    return pd.DataFrame({column: _column(column, kind, definition, rows) for column, kind in blank.dtypes.items()})


def _column(column, kind, definition, rows):
    place = {"row": list(range(2, len(rows) + 2)), "file": ["2020-03/lists.xlsx"] * len(rows), "sheet": [definition.title] * len(rows)}
    nothing = "" if str(kind) == "str" else None
    return pd.Series(place.get(column) or [row.get(column, nothing) for row in rows], dtype=kind)
