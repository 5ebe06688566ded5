"""Where an authority stands in England, in words: the titles of the charts of a profile and its drafted sentences."""

from collections import Counter
from html import escape

import numpy as np

from lib import marks, periods, published
from lib.measures import HIGH, LOW

BEST, WORST = "A", "D"
QUARTERS = {"A": "the best quarter", "B": "the second quarter", "C": "the third quarter", "D": "the worst quarter"}
MOST_NAMED = 3      # measures that a sentence names one by one
BEYOND = {"": "within what chance alone would give", "above 95": "above the upper 95% limit", "below 95": "below the lower 95% limit",
          "above 99.8": "above the upper 99.8% limit", "below 99.8": "below the lower 99.8% limit"}


def course(rows, name):
    """The title of a measure's years: ours in the latest, and how it stands to England's. `rows` are those of `england.over_years`."""
    ours, england = (_last(rows[rows.series == series]) for series in (published.OURS, "england"))
    if ours is None:
        return ""
    if np.isnan(ours.value):
        return f"{name} has no figure for {periods.spoken(ours.year)}: {marks.reason(ours.state)}"
    opening = f"{name}: {_printed(ours)} in {periods.spoken(ours.year)}"
    if england is None or np.isnan(england.value) or england.year != ours.year:
        return opening
    word = "the same as" if _printed(ours) == _printed(england) else "above" if ours.value > england.value else "below"
    return f"{opening}, {word} England's {_printed(england)}"


def rank(rows, name):
    """The title of all authorities of a year: our rank where there is one, else how many have a lower value. `rows`: `england.authorities`."""
    ours = next((row for row in rows.itertuples() if row.role == "ours"), None)
    if ours is None:
        return ""
    when = periods.spoken(ours.year)
    if np.isnan(ours.value):
        return f"{name} has no figure for {when}: {marks.reason(ours.state)}"
    if ours.rank == ours.rank:
        return f"{name} ranks {ours.rank:.0f} of {ours.of}, with {_printed(ours)} in {when}"
    known = rows.value.dropna()
    return f"{name}: {_printed(ours)} in {when}, higher than {int((known < ours.value).sum())} of the {len(known) - 1} other authorities"


def spread(rows):
    """England's spread in a sentence: where the middle half lies, and the lowest and the highest. `rows`: `england.authorities`."""
    if not rows.value.notna().any():
        return ""
    row = rows.iloc[0]
    low, high, lowest, highest = (marks.printed(row[name], row.unit, int(row.decimals)) for name in ("lower_quartile", "upper_quartile", "lowest", "highest"))
    return f"Half of England's authorities lie between {low} and {high}; the lowest is {lowest}, the highest {highest}."


def funnel(rows, name):
    """The title of a funnel: where ours lies between the control limits."""
    ours = next((row for row in rows.itertuples() if row.role == "ours" and not np.isnan(row.value)), None)
    return f"{name} lies {BEYOND[ours.beyond]} around England's value" if ours else ""


def counts(rows, name):
    """In how many of the ranked measures the authority stands in the best quarter, and in how many in the worst; rows of the strip with a band."""
    if not rows:
        return f"No measure in which England’s authorities are ranked has a figure of {escape(name)}."
    bands = Counter(row.band for row in rows)
    years = " and ".join(map(periods.spoken, sorted({row.published_period for row in rows})))
    if len(rows) == 1:
        return f"In the one measure in which England’s authorities are ranked ({years}), {escape(name)} stands in {QUARTERS[rows[0].band]}."
    return (f"Of the {len(rows)} measures in which England’s authorities are ranked and {escape(name)} has a figure ({years}), it stands in "
            f"{QUARTERS[BEST]} in {bands[BEST] or 'none'} and in {QUARTERS[WORST]} in {bands[WORST] or 'none'}.")


def named(rows, band, opening):
    """The measures of a band that stand out most, each with its value and rank; nothing where there are none."""
    chosen = sorted((row for row in rows if row.band == band), key=lambda row: row.rank / row.of, reverse=band == WORST)[:MOST_NAMED]
    said = [f"{escape(row.title)} ({marks.benchmark(row, published.OURS)}, {row.rank:.0f} of {row.of})" for row in chosen]
    return f"{opening}: {'; '.join(said)}." if said else ""


def differing(rows, name):
    """How the authority's values that may be told from chance stand to England's: how many are better and how many worse; nothing without any."""
    said = Counter(row.against_england for row in rows if row.good_is in (HIGH, LOW))
    better, worse, similar = (said[word] for word in ("better", "worse", "similar"))
    if not better + worse + similar:
        return ""
    return (f"Of the {better + worse + similar} of them whose 95% interval follows from what is published, {escape(name)} is better than England in "
            f"{better or 'none'}, worse in {worse or 'none'} and similar in {similar or 'none'}.")


def withheld(rows):
    """The measures of which the authority's own figure is not published, by the reason; a sentence a reason."""
    reasons = {}
    for row in rows:
        if np.isnan(row.published):
            reasons.setdefault(marks.reason(row.published_state), []).append(row)
    return [f"No figure, {escape(reason)}: {'; '.join(f'{escape(row.title)} ({periods.spoken(row.published_period)})' for row in found)}."
            for reason, found in reasons.items()]


def _last(rows):
    return next(rows.tail(1).itertuples(), None)


def _printed(row):
    return marks.printed(row.value, row.unit, row.decimals)
