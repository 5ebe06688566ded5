"""Reading LAIT's data dictionary: which items are of children's social care, and what each is called, counted in and good at."""

import re
from datetime import date, timedelta

import pandas as pd

from lib.errors import WARNING
from lib.measures import AVERAGE, COUNT, HIGH, LOW, NEITHER, PER_10_000, PERCENT
from lib.publications import readings

TOPICS = {"Children Looked After": "looked_after_children", "Children in Need": "children_in_need", "Child Protection": "child_protection",
          "Adoption": "adoption", "Children's Services Workforce": "workforce"}
SCHOOLS = "Academic Year"           # the year of school results, which no service area reports
OTHER_TOPIC, SCHOOL_RESULT, NO_NAME = "not of children's social care", "of schools' results", "no name"
UNITS = (                           # the first whose words the axis and the title hold; an item whose words none holds is a count
    (PER_10_000, re.compile(r"\bper 10|^rate of")),
    (AVERAGE, re.compile(r"average number|score|emotional")),
    (PERCENT, re.compile(r"%|percent|\brates?\b")),
)
POLARITIES = {"high": HIGH, "low": LOW, "-": NEITHER, "na": NEITHER}
SEPTEMBER, MARCH = "09", "03"
DAY_NOUGHT = date(1899, 12, 30)     # of Excel's dates as numbers
UNKNOWN_DECIMALS = 1                # where it says NA; counts say 0


def edition(table):
    """The month of the latest update that a dictionary tells of, such as 2026-04; "" where it tells of none.

    >>> edition(pd.DataFrame({"Last Update": ["45931", "New data"]}))
    '2025-10'
    """
    days = table["Last Update"][table["Last Update"].str.fullmatch(r"\d{5}")] if "Last Update" in table else []
    return f"{DAY_NOUGHT + timedelta(int(max(days))):%Y-%m}" if len(days) else ""


def read(rows, source):
    """The items of children's social care, as rows of the table of items; those of other topics and of schools' results are counted and set aside."""
    readings.without_notes(rows, ("Measure_short", "Topic"))
    table = rows.table
    rows.set_aside(table.index[~table.Topic.isin(TOPICS)], OTHER_TOPIC)
    rows.set_aside(table.index[table.Year_Type == SCHOOLS], SCHOOL_RESULT)
    rows.reject(rows.table.index[rows.table.Measure_short == ""], NO_NAME, "{}: there is no short name", "the short name that LAIT's figures have", "Measure_short")
    again = rows.table.index[rows.table.Measure_short.duplicated()]
    rows.reject(again, readings.REPEATED, "{}: the item is described before", "one row an item", "Measure_short", WARNING, "The first is used; see which is right.")
    _say_polarities(rows)
    return _items(rows.table, source)


def _items(table, source):
    title = table.Measure.str.split().str.join(" ")
    return pd.DataFrame({
        "item": table.Measure_short, "topic": table.Topic.map(TOPICS), "title": title, "unit": list(map(unit, table.y_axis_name, title)),
        "good_is": table.Polarity.str.lower().map(POLARITIES).fillna(NEITHER),
        "decimals": table.dps.where(table.dps.str.fullmatch(r"\d"), str(UNKNOWN_DECIMALS)),
        "year_ends": table.Year_Type.str.contains("Sept").map({True: SEPTEMBER, False: MARCH}),
        "ranked": table.No_Quartile.eq("N").map({True: "no", False: "yes"}), "source": source})


def unit(axis, title):
    """What an item is counted in, from the words of its chart's axis and its title.

    >>> unit("Rate per 10,000", "Section 47 enquiries"), unit("% CLA", "Health checks"), unit("Score", "Emotional health"), unit("Number", "Plans")
    ('per_10000', 'percent', 'average', 'count')
    """
    words = f"{axis} {title}".casefold()
    return next((unit for unit, pattern in UNITS if pattern.search(words)), COUNT)


def _say_polarities(rows):
    said = rows.table.Polarity
    other = said[~said.str.lower().isin(POLARITIES)]
    if len(other):
        rows.say(WARNING, "unknown polarity", f'{readings.said(other.index)}: the polarity is "{other.iloc[0][:20]}"', "High, Low, - or NA",
                 "It is taken for neither; see what was meant.", "Polarity")
