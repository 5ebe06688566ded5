"""The records that quantities count: the rows of a list, with what other lists, working days and the rules of a measure say of each.

A module a subject. Each of its functions takes an extract and the settings and gives a frame of records: dates, yes-or-no columns (missing
where a list that would say it does not reach), breakdowns in words, and the place of the row it comes from. Nothing here counts.
"""

from dataclasses import dataclass
from functools import cache
from importlib import import_module

import pandas as pd

SUBJECTS = ("front_door", "assessing", "two_stages", "enquiries", "need", "protection", "care", "moves", "leaving_care", "permanence",
            "caseloads")
PLACE = ("file", "sheet", "row")


@dataclass(frozen=True)
class Records:
    """Records of one kind: `frame` holds a row a record, `list` is the key of the list they are rows of, `months` those they are complete for."""

    list: str
    frame: pd.DataFrame
    months: tuple


@dataclass(frozen=True)
class Kind:
    """A kind of records: the list they are rows of, which must be there and says which months are complete, and the function that makes them.

    `make` takes an extract and the settings and gives the frame of records; None where the list has no rows of that kind at all.
    """

    key: str
    list: str
    make: object


def make(key, extract, rules):
    """The Records of a kind in an extract; None when the list they are rows of is not in it, or says nothing of that kind.

    Raises KeyError when there is no such kind.
    """
    kind = kinds()[key]
    if not extract.has(kind.list):
        return None
    frame = kind.make(extract, rules)
    return None if frame is None else Records(kind.list, frame, extract.covers(kind.list))


@cache
def kinds():
    """Every kind of records by its key."""
    return {kind.key: kind for subject in SUBJECTS for kind in import_module(f"{__name__}.{subject}").KINDS}
