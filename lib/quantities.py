"""What is known before anything is calculated: quantities counted from lists or supplied by a return, by month and breakdown, and their source."""

from lib import memory, service_areas
from lib.measures import COUNT

KEY = ["measure", "breakdown", "category", "basis", "month"]
COLUMNS = [*KEY, "part", "quantity", "value", "decimals", "state", "origin", "source", "precedence", "file", "sheet", "row", "column"]


@memory.remembered
def count(received, settings):
    """One row for each quantity, or part of a measure, that the returns give for a month.

    `quantity` is empty where a return supplies only a measure's result. `origin` is "supplied" and `source` names the file, sheet and
    cell. Lower `precedence` wins. `settings` says up to which month: later ones are left to later editions.
    """
    supplied = received.supplied
    rows = supplied[supplied.month <= settings.month]
    return rows.assign(quantity=[_quantity(measure, part) for measure, part in zip(rows.measure, rows.part)],
                       origin="supplied",
                       source=[f"{row.file}, {row.sheet} {row.column}{row.row}" for row in rows.itertuples()])[COLUMNS].reset_index(drop=True)


def _quantity(key, part):
    measure = service_areas.measure(key)
    if part == "denominator":
        return measure.denominator
    return measure.numerator if part == "numerator" or measure.unit == COUNT else ""
