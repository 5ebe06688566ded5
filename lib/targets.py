"""Targets and their colours: red, amber or green by the thresholds of a line, judged on unrounded values."""

import numpy as np

from lib import rates
from lib.measures import PERCENT

RED, AMBER, GREEN = "red", "amber", "green"
PLACE = ["measure", "breakdown", "category"]
EXACT_DECIMALS = 9       # beyond them a difference is the noise of a computer's arithmetic


def add(figures, settings):
    """The same rows with `target` in words and `rag`, where a line judges that measure on that basis; and `decimals` enough to show it.

    A value that would be printed on the other side of a threshold than it was judged gets more decimals, until it does not.
    """
    lines = {(line.measure, line.breakdown, line.category, line.judged): line for line in settings.lines.itertuples() if line.target}
    found = [lines.get(key) for key in zip(figures.measure, figures.breakdown, figures.category, figures.basis)]
    judged = list(zip(found, figures.value, figures.decimals))
    return figures.assign(target=[words(line, unit) if line else "" for line, unit in zip(found, figures.unit)],
                          rag=[colour(line, value) if line else "" for line, value, _ in judged],
                          decimals=[enough_decimals(line, value, least) if line else least for line, value, least in judged])


def colour(line, value):
    """Red, amber or green by a line's thresholds; empty where there is no value.

    `line` has a `target` of at_least, at_most, band or limits and the numbers that shape needs. Limits penalise only what is above them:
    amber up to `amber` percent over, red beyond.

    >>> from types import SimpleNamespace as Line
    >>> colour(Line(target="at_least", green=86, amber=83), 85.2)
    'amber'
    >>> colour(Line(target="band", centre=158.8, green=5, amber=15), 251.8)
    'red'
    >>> colour(Line(target="limits", low=14, high=20, amber=1), 20.1)
    'amber'
    """
    if np.isnan(value):
        return ""
    distance, green, amber = _shortfall(line, value)
    return GREEN if distance <= green else AMBER if distance <= amber else RED


def _shortfall(line, value):
    """How far a value is from where it should be, and how far is still green and still amber."""
    if line.target == "at_least":
        return -value, -line.green, -line.amber
    if line.target == "at_most":
        return value, line.green, line.amber
    if line.target == "band":
        return round(abs(value - line.centre), EXACT_DECIMALS), line.green, line.amber
    return value, line.high, line.high * (1 + line.amber / 100)


def words(line, unit):
    """A target as a board reads it.

    >>> from types import SimpleNamespace as Line
    >>> words(Line(target="at_least", green=86.0, amber=83.0), "percent")
    'at least 86%'
    >>> words(Line(target="band", centre=158.8, green=5.0, amber=15.0), "per_10000")
    'within 5 of 158.8'
    """
    sign = "%" if unit == PERCENT else ""
    return {"at_least": f"at least {number(line.green)}{sign}", "at_most": f"at most {number(line.green)}{sign}"}.get(line.target) or (
        f"within {number(line.green)} of {number(line.centre)}{sign}" if line.target == "band" else f"{number(line.low)} to {number(line.high)}{sign}, judged above only")


def thresholds(line, unit):
    """What is amber and what is red, in words; empty without a target.

    >>> from types import SimpleNamespace as Line
    >>> thresholds(Line(target="at_least", green=86.0, amber=83.0), "percent")
    'amber from 83%, red below'
    >>> thresholds(Line(target="at_least", green=85.0, amber=85.0), "percent")
    'red below'
    """
    sign = "%" if unit == PERCENT else ""
    if line.target in ("at_least", "at_most") and line.amber == line.green:
        return "red below" if line.target == "at_least" else "red above"
    return {"at_least": f"amber from {number(line.amber)}{sign}, red below", "at_most": f"amber to {number(line.amber)}{sign}, red above",
            "band": f"amber within {number(line.amber)}, red beyond", "limits": f"amber to {number(line.amber)}% above, red beyond", "": ""}[line.target]


def span(line):
    """Where a line's limits, or its band's green, begin and end, in the measure's unit.

    >>> from types import SimpleNamespace as Line
    >>> span(Line(target="band", centre=158.75, green=5.0)), span(Line(target="limits", low=14.0, high=20.0))
    ((153.75, 163.75), (14.0, 20.0))
    """
    return (line.low, line.high) if line.target == "limits" else (line.centre - line.green, line.centre + line.green)


def enough_decimals(line, value, least):
    """The fewest decimals, and at least those given, with which the printed value has the colour of the unrounded one.

    >>> from types import SimpleNamespace as Line
    >>> enough_decimals(Line(target="at_least", green=95, amber=90), 94.96, 1)
    2
    """
    right = colour(line, value)
    decimals = least
    while decimals < rates.MOST_DECIMALS and colour(line, rates.round_half_up(value, decimals)) != right:
        decimals += 1
    return decimals


def number(value):
    """
    >>> number(86.0), number(22.7)
    ('86', '22.7')
    """
    return f"{value:g}"
