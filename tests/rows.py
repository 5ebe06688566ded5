"""Comparison rows, lines and settings for the tests of the views, and the HTML they give as a reader sees it.

What a test does not say is empty.
"""

from pathlib import Path

import pandas as pd
from bs4 import BeautifulSoup

from lib import benchmarks, periods, service_areas
from lib.authorities import Authority
from lib.measures import DECIMALS
from lib.settings import LINE_COLUMNS, NUMBERS, Settings

NOTHING = float("nan")
MONTH = "2015-12"
WORDS = ("breakdown", "category", "state", "rivals", "code", "title", "target", "rag", "travel", "better", "previous_month", "highest_since",
         "lowest_since", "peak_month", "signal", "source", "origin", "method", "population_year")
FIGURES = ("numerator", "denominator", "rival_numerator", "rival_denominator", "previous", "month_ago", "year_ago", "lower", "upper",
           "percent_from_peak", "percent_since_april")


def row(value=NOTHING, measure="contacts", month=MONTH, **said):
    """A comparison row of a declared measure; the changes follow from `month_ago` and `year_ago`."""
    declared = service_areas.measure(measure)
    blank = dict.fromkeys(WORDS, "") | dict.fromkeys(FIGURES, NOTHING)
    for comparator in benchmarks.NAMES:
        blank |= {comparator: NOTHING, f"{comparator}_period": "", f"{comparator}_state": "", f"against_{comparator}": ""}
    named = {"authority": "somewhere", "area": service_areas.area_of(measure), "measure": measure, "name": "Contacts", "month": month,
             "basis": declared.natural_basis, "unit": declared.unit, "good_is": declared.good_is, "first_month": "2015-04", "run": 0}
    whole = blank | named | {"value": float(value)} | said
    changes = {"change": whole["value"] - whole["month_ago"], "change_on_year": whole["value"] - whole["year_ago"],
               "percent_on_month": _percent(whole["value"], whole["month_ago"]), "relative_change": _percent(whole["value"], whole["year_ago"]),
               "year_ago_month": periods.shift(month, -12) if whole["year_ago"] == whole["year_ago"] else "", "decimals": DECIMALS[whole["unit"]]}
    return whole | changes | said


def _percent(now, earlier):
    return (now - earlier) / earlier * 100 if earlier else NOTHING


def frame(*rows):
    """Comparison rows as the views take them."""
    return pd.DataFrame(list(rows) or [row()]).iloc[:len(rows)]


def one(value=NOTHING, measure="contacts", **said):
    """A single comparison row, as the views see it one at a time."""
    return next(frame(row(value, measure, **said)).itertuples())


def line(measure="contacts", code="1.1", **said):
    """A line of the scorecard as the settings give it."""
    declared = service_areas.measure(measure)
    basis = said.get("basis", declared.natural_basis)
    blank = dict.fromkeys(LINE_COLUMNS, "") | dict.fromkeys(NUMBERS, NOTHING)
    return blank | {"code": code, "section": "Contact", "title": "Contacts received", "measure": measure, "basis": basis, "judged": basis,
                    "good_is": declared.good_is} | said


def council(*lines, month=MONTH, home=Path("nowhere")):
    """The settings of an authority with these lines."""
    authority = Authority(key="somewhere", name="Somewhere", contact="Performance manager", folder=home)
    return Settings(authority=authority, month=month, lines=pd.DataFrame(list(lines), columns=list(LINE_COLUMNS)), folder=home)


def parsed(html):
    """HTML as its elements."""
    return BeautifulSoup(getattr(html, "html", html), "html.parser")


def read(html):
    """The words of a piece of HTML, as a reader has them."""
    return " ".join(parsed(html).get_text().split())


def body(html):
    """A table's rows by their headings, each as the words of its cells."""
    found = [each for each in parsed(html).select("tbody tr") if each.select("td")]
    return {read(str(each.select_one("th"))): [read(str(cell)) for cell in each.select("td")] for each in found}


def heads(html):
    """The headings of a table's columns."""
    return [read(str(heading)) for heading in parsed(html).select("thead th")]
