"""What is known before anything is calculated: quantities counted from lists or supplied by a return, by month and breakdown, and their source."""

import pandas as pd

from lib import counts, memory, service_areas
from lib.errors import WorkbookError, nearest
from lib.measures import COUNT
from lib.rates import ALL_DECIMALS

KEY = ["measure", "breakdown", "category", "basis", "month"]
COLUMNS = [*KEY, "part", "quantity", "value", "decimals", "state", "origin", "source", "precedence", "file", "sheet", "row", "column"]
COUNTED, SUPPLIED = "counted", "supplied"


def count(received, settings):
    """One row for each quantity, or part of a measure, that the returns give for a month.

    `quantity` is empty where a return supplies only a measure's result. `origin` is "counted" or "supplied"; `source` names the file, sheet
    and cell, or the file, the list and how many of its rows. Lower `precedence` wins. `settings` says up to which month: later ones are
    left to later editions.
    """
    counted = [_counted(extract.fingerprint, settings, extract) for extract in received.extracts]
    rows = pd.concat([*counted, _supplied(received.supplied, settings)], ignore_index=True)
    return rows.astype({"row": "int64", "precedence": "int64", "decimals": "int64"})


def behind(quantity, received, settings, month=""):
    """The records that a counted quantity counts in a month (the edition's own): a row a record, with the file, sheet and row it stands in.

    Nothing in it says who the record is of. Of several returns it is the newest that covers the month, as in the figures; without rows
    where none does. Raises WorkbookError when there is no such quantity, or none that is counted.
    """
    declared, wanted = service_areas.quantities(), month or settings.month
    if quantity not in declared or declared[quantity].rows is None:
        counted = [key for key, each in declared.items() if each.rows]
        raise WorkbookError("The quantity asked for", f'"{quantity}"', "one that is counted from lists", f"Correct the key.{nearest(quantity, counted)}")
    found = (counts.behind(declared[quantity], extract, settings, wanted) for extract in received.extracts)
    return next((records for records in found if records is not None), pd.DataFrame())


@memory.remembered(apart_from=("extract",))
def _counted(_, settings, extract):
    """What the lists of one month's returns give, each month of them once; the first input is the fingerprint of the files they came in."""
    rows = counts.of(extract, settings)
    return rows.assign(part="value", quantity=rows.measure, decimals=ALL_DECIMALS, state="", origin=COUNTED, precedence=extract.precedence,
                       row=0, column="")[COLUMNS]


def _supplied(supplied, settings):
    rows = supplied[supplied.month <= settings.month]
    return rows.assign(quantity=[_quantity(measure, part) for measure, part in zip(rows.measure, rows.part)],
                       origin=SUPPLIED,
                       source=[f"{row.file}, {row.sheet} {row.column}{row.row}" for row in rows.itertuples()])[COLUMNS].reset_index(drop=True)


def _quantity(key, part):
    measure = service_areas.measure(key)
    if part == "denominator":
        return measure.denominator
    return measure.numerator if part == "numerator" or measure.unit == COUNT else ""
