"""Charts of published years: ours among England, its region and its neighbours, a line each."""

import re
from dataclasses import replace

from lib import marks, periods
from lib.charts import axes as panels
from lib.charts import fragments, pictures, strands, trends
from lib.charts.descriptions import CENSUS
from lib.errors import WorkbookError
from lib.measures import FINANCIAL_YEAR

FINANCIAL, MONTH = re.compile(r"\d{4}/\d{2}"), re.compile(r"\d{4}-\d{2}")


def over_years(rows, message, place, source, key=None):
    """Ours, drawn strongest, and up to three comparators over the years, each named with its latest value at its line's end.

    `rows` has a row a line and year with the columns series (what a line is called), year ("2018/19", or the month of a yearly census,
    "2018-09"), value, state (why there is no value), ours (whether it is our line), measure, title (the measure's name), unit and decimals;
    and, for a program to tell the figures by, authority (our code) and comparator (its key, "england"). A line breaks where a year has no
    value, and the note says why. Gives back a Chart, or an Absence when no row has a value. Raises WorkbookError for more than four lines,
    two rows of a line for one year, or years written otherwise.
    """
    rows = _by_year(rows)
    if rows["value"].isna().all():
        return fragments.absence(message, place, rows)
    months = strands.spine(rows)[:: 1 if rows["basis"].iloc[0] == FINANCIAL_YEAR else strands.YEAR]
    every = [_strand(group, months) for _, group in rows.groupby("series", sort=False)]
    drawn = [strand for strand in every if strand.points]
    trends.check(drawn)
    steps = panels.scale(panels.heights(drawn), drawn[0].unit)
    ours = next((strand for strand in drawn if strand.label in set(rows["series"][rows["ours"]])), None)
    with pictures.style():
        drawing = trends.draw(drawn, [], steps, focus=ours)
    notes = [panels.not_from_zero(steps, drawn[0].unit)]
    return fragments.chart(key or f"{drawn[0].measure}-over-years", message, place, drawn, drawing, (), "", source, notes,
                           [_without(strand) for strand in every if not strand.points], rows)


def _by_year(rows):
    """The rows as comparison rows of financial years or of a census, our line's first."""
    months = [_month(year) for year in rows["year"]]
    basis = CENSUS if any(MONTH.fullmatch(year) for year in rows["year"]) else FINANCIAL_YEAR
    known = rows.assign(name=rows["title"], category="", breakdown="", basis=basis, month=months)
    return known.sort_values("ours", ascending=False, kind="stable")


def _month(year):
    """The month that a year is drawn at: the last of a financial year, or a census's own."""
    if FINANCIAL.fullmatch(str(year)):
        return periods.from_financial_year(year)
    if MONTH.fullmatch(str(year)):
        return periods.check(year)
    raise WorkbookError("a chart of years", f'the year "{year}"', 'a financial year such as 2018/19, or a month such as 2018-09',
                        "Write each row's year as publications do.")


def _strand(rows, months):
    first = rows.iloc[0]
    whose = ("authority", first.get("authority", first["series"])) if first["ours"] else ("comparator", first.get("comparator", first["series"]))
    return replace(strands.single(rows, months, first["series"]), published=whose)


def _without(strand):
    """A line that has no figure at all, with the reasons."""
    reasons = [marks.reason(state) for state in dict.fromkeys(strand.states) if state]
    return f"{strand.label} ({'; '.join(reasons)})" if reasons else strand.label
