"""Small frames for tests: lines, settings, supplied cells and figures of a made-up authority, with every column that a test does not name filled in."""

from pathlib import Path
from types import SimpleNamespace

import pandas as pd

from lib import figures, periods, quantities, service_areas
from lib.authorities import Authority
from lib.returns import SUPPLIED
from lib.settings import LINE_COLUMNS, NUMBERS, Settings

MISSING = float("nan")
COUNCIL = Authority("example", "Example", "Performance team", Path("nowhere"))
# Without the memory on disk that the stages have in a run.
count, calculate = quantities.count, figures.calculate.__wrapped__


def line(measure, **said):
    """A line of a scorecard as settings give it, of a declared measure."""
    declared = service_areas.measure(measure)
    blank = {**dict.fromkeys(LINE_COLUMNS, ""), **dict.fromkeys(NUMBERS, MISSING)}
    filled = {**blank, "measure": measure, "title": declared.title, "basis": declared.natural_basis, "good_is": declared.good_is, **said}
    return {**filled, "judged": filled["judged"] or filled["basis"]}


def settings(*lines, month="2015-12", **policies):
    """Settings in force at a month, with these lines."""
    table = pd.DataFrame(list(lines), columns=LINE_COLUMNS)
    return Settings(**{"authority": COUNCIL, "month": month, "lines": table, "folder": Path("nowhere"), **policies})


def cell(measure, month, value, part="value", basis="", file="scorecard.xlsx", received="2015-12", precedence=0, **place):
    """A supplied cell, with as many decimals as the value is written with; words given as the value become its state."""
    number, words = (MISSING, value) if isinstance(value, str) else (float(value), "")
    decimals = 0 if words else len(f"{value:g}".partition(".")[2])
    blank = dict(breakdown="", category="", code="", sheet="Monthly figures", row=2, column="C", decimals=decimals)
    return {**blank, "measure": measure, "basis": basis or service_areas.measure(measure).natural_basis, "month": month, "part": part,
            "value": number, "state": words, "file": f"{received}/{file}", "precedence": precedence, **place}


def months(measure, first, values, **said):
    """Supplied cells of one measure, a month after the other."""
    return [cell(measure, periods.shift(first, place), value, **said) for place, value in enumerate(values)]


def supplied(*cells):
    """What reading returns gives, of these cells."""
    return SimpleNamespace(supplied=pd.DataFrame(list(cells), columns=list(SUPPLIED)), extracts=())


def counted(*cells, in_force=None):
    """The quantities that these cells give."""
    return count(supplied(*cells), in_force or settings())


def figured(*cells, in_force=None):
    """The figures that these cells give."""
    return calculate(counted(*cells, in_force=in_force), in_force or settings())


def one(table, measure, month="2015-12", basis="in_month", category=""):
    """The one row of a measure, month, basis and category."""
    row, = table[(table.measure == measure) & (table.month == month) & (table.basis == basis) & (table.category == category)].itertuples()
    return row


def series(values, measure="referrals_to_assessment_percent", last="2015-12", basis="in_month", **said):
    """Rows of figures for comparing, a month after the other up to the last; a financial year after the other on that basis."""
    step = 12 if basis == "financial_year" else 1
    declared = service_areas.measure(measure)
    rows = {"measure": measure, "breakdown": "", "category": "", "basis": basis, "unit": declared.unit, "good_is": declared.good_is, "decimals": declared.decimals,
            "month": [periods.shift(last, step * (place + 1 - len(values))) for place in range(len(values))],
            "value": [float(value) for value in values], "state": "", "source": "a return", "lower": MISSING, "upper": MISSING, **said}
    return pd.DataFrame(rows)
