"""Reading a model of statistical neighbours: the ten councils nearest to each, in order, and below them those of councils that were ended."""

import re

import pandas as pd

from lib import periods
from lib.errors import ERROR, NOTE, WARNING, WorkbookError
from lib.publications import councils as of_councils
from lib.publications import kinds, readings

MONTH = re.compile(rf"(?<![A-Za-z])({'|'.join(name[:3] for name in periods.NAMES)})[a-z]*[ _.'-]*(20\d\d|\d\d)(?!\d)", re.IGNORECASE)
NUMBERED = re.compile(r"(?<!\d)(20\d\d)[ _.-](0[1-9]|1[0-2])(?!\d)")
CENTURY = "20"
NOBODY = ("-", "")
NONE_GIVEN = "no neighbours given"


def edition(above, file):
    """The month of a model, 2021-04: what stands above its headings says it, or else the file's name.

    Raises WorkbookError, which asks for it, where neither does.

    >>> edition("", "sn_april_2021.xlsx"), edition("Statistical neighbours, May 2025", "neighbours.xlsx")
    ('2021-04', '2025-05')
    """
    found = _month(above) or _month(file)
    if found:
        return found
    raise WorkbookError(file, "nothing tells of which month the model of neighbours is: the sheet has no date, and the file's name has no month",
                        "a file name with month and year, such as sn_may_2025.xlsx", "Rename the file and run again.")


def _month(words):
    named, numbered = MONTH.search(words), NUMBERED.search(words)
    if named:
        month = [name[:3].casefold() for name in periods.NAMES].index(named[1].casefold()) + 1
        return f"{CENTURY}{named[2][-2:]}-{month:02d}"
    return f"{numbered[1]}-{numbered[2]}" if numbered else ""


def read(rows, model, councils):
    """The neighbours of a model's rows: a frame of model, authority, place, neighbour and closeness."""
    _without_notes(rows)
    table = rows.table
    of_councils.reject_unknown(rows, table.loc[~table[kinds.MODEL_CODE].isin(councils.names), kinds.MODEL_CODE], table[kinds.MODEL_CODE], kinds.MODEL_CODE)
    of_councils.say_absent(rows, rows.table[kinds.MODEL_CODE], _year(model), councils, kinds.MODEL_CODE)
    _without_anybody(rows, councils)
    again = rows.table.index[rows.table[kinds.MODEL_CODE].duplicated()]
    rows.reject(again, readings.REPEATED, "{}: the council stands in the model before", "one row a council", kinds.MODEL_CODE,
                advice="The first is used; see which is right.")
    found = pd.concat([_place(rows, place) for place in range(1, kinds.PLACES + 1)])
    return _known(rows, found, councils).assign(model=model)


def _year(model):
    """The year of statistics that a model's month is in."""
    return int(periods.year_end(model)[:4])


def closeness(place):
    """The name under which a table keeps how close the neighbour of a place is."""
    return f"closeness {place}"


def _without_notes(rows):
    """Set aside rows of words alone, such as the heading under which the councils that were ended are listed."""
    table = rows.table
    words = table[~table[kinds.MODEL_CODE].str.fullmatch(r"\d+")]
    for number in words.index:
        below = int((table.index > number).sum())
        heading = next(word for word in words.loc[number] if word)
        rows.reject([number], readings.TEXT,
                    f'{{}} holds "{heading[:40]}" and no council; {readings.counted(below, "council follows", "councils follow")} it',
                    "rows of councils", severity=NOTE, advice="What follows it was read like the rest.")


def _without_anybody(rows, councils):
    table = rows.table
    places = [f"SN{place}" for place in range(1, kinds.PLACES + 1)]
    nobody = table.index[table[places].isin(NOBODY).all(axis="columns")]
    names = ", ".join(of_councils.named(code, councils) for code in table.loc[nobody, kinds.MODEL_CODE])
    rows.reject(nobody, NONE_GIVEN, f"{{}}: the model gives no neighbours of {names}", "ten neighbours a council", "SN1", NOTE,
                "A council that was made after the model has none in it; a later model has them.")


def _place(rows, place):
    table = rows.table
    return pd.DataFrame({"authority": table[kinds.MODEL_CODE], "place": str(place), "neighbour": table[f"SN{place}"], "closeness": table[closeness(place)],
                         "row": table.index})


def _known(rows, found, councils):
    """The neighbours that are councils; a blank or "-" and a code of none are said and left out."""
    blank, unknown = found[found.neighbour.isin(NOBODY)], found[~found.neighbour.isin((*councils.names, *NOBODY))]
    if len(blank):
        rows.say(WARNING, NONE_GIVEN, f"{len(blank)} places have no neighbour ({readings.said(sorted(set(blank.row)))})", "ten neighbours a council",
                 "The others are used.")
    if len(unknown):
        shown = ", ".join(f'"{word}"' for word in unknown.neighbour.unique()[:5])
        rows.say(ERROR, "unknown code", f"{readings.said(sorted(set(unknown.row)))}: no authority has the code {shown}", of_councils.A_CODE,
                 "Those places are left out; load a file that lists the authorities, and this one again.")
    return found[found.neighbour.isin(councils.names)]
