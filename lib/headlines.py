"""One line that says what a view shows, for its title: drafted from its rows like every sentence, without the marks a title has no room for."""

import re
from html import escape

import numpy as np

from lib import categories, marks, narrative
from lib.measures import PERCENT, YEAR_TO_DATE

COLOURS = ("red", "amber", "green")


def headline(row):
    """One short line for a title: what rose or fell to what, and since when it was last so.

    Marks are left out: a title stands beside its chart, whose table has them.
    """
    return "".join(_pieces(row))


def marked_headline(row):
    """The same line as a sentence, with its figure marked."""
    opening, value, ending = _pieces(row)
    return f"{escape(opening)}{marks.data(row) if value else ''}{escape(ending)}."


def _pieces(row):
    """A headline as what stands before its figure, the figure, and what stands after it."""
    name = f"{row.name}{f', {row.category},' if row.category else ''}"
    if np.isnan(row.value):
        return f"{name.rstrip(',')}: {marks.reason(row.state) or 'no figure'}", "", ""
    level = np.isnan(row.change) or marks.printed(row.month_ago, row.unit, row.decimals) == _printed(row)
    verb = "stood at" if level else "rose to" if row.change > 0 else "fell to"
    since = narrative.record(row).removeprefix("It is ").removesuffix(".")
    return f"{name} {verb} ", _printed(row), f" {narrative.when(row)}{f', {since}' if since else ''}"


def colours(rows, settings):
    """How many lines of some comparison rows are red, amber and green this month, in a sentence; or that none can be judged."""
    now = [row for row in rows.itertuples() if row.month == settings.month and row.rag]
    if not now:
        return "No line with a target has a figure to judge this month." if (rows.target != "").any() else "No line of this subject has a target."
    counts = [f"{sum(row.rag == colour for row in now)} {colour}" for colour in COLOURS]
    judged_lines = "one line is judged" if len(now) == 1 else f"{len(now)} lines are judged"
    return f"{judged_lines.capitalize()} against targets: {counts[0]}, {counts[1]} and {counts[2]}."


def notable(rows, settings, most=1):
    """The rows of this month most worth a headline: red before amber, those at a high or low before others, worse before better.

    A year to date, which only ever grows where it is a count, is one of them where a target judges it.
    """
    now = [row for row in rows.itertuples() if row.month == settings.month and row.code and not np.isnan(row.value) and not np.isnan(row.change)
           and (row.basis != YEAR_TO_DATE or row.rag)]
    return sorted(now, key=_weight)[:most]


def _weight(row):
    colour = COLOURS.index(row.rag) if row.rag else len(COLOURS)
    return colour, not narrative.record(row), row.better != "worse", in_order(row.code)


def in_order(code):
    """A code that sorts as a reader counts: 2.10 after 2.9.

    >>> sorted(["10.1", "2.10", "2.9"], key=in_order)
    ['2.9', '2.10', '10.1']
    """
    return re.sub(r"\d+", lambda digits: digits[0].zfill(4), code)


def largest(rows, labels):
    """Which of several shares is the largest in the last month they have, and how large.

    `labels` names each measure, or each category, as the chart does.
    """
    now = _last_month(rows)
    most = max(now, key=lambda row: row.value)
    part = "share" if most.unit == PERCENT else "part"
    return f"{labels.get(most.category) or labels[most.measure]} is the largest {part} {narrative.when(most)}, at {_printed(most)}"


def largest_group(rows):
    """Which category is the largest in the last month there is, and how large."""
    most = max(_last_month(rows), key=lambda row: row.value)
    return f"{most.name}: the largest group is {', '.join(categories.parts(most.category))}, with {_printed(most)} {narrative.when(most)}"


def side_by_side(rows, labels):
    """Where several measures stand in the last month they have, the highest first."""
    now = sorted(_last_month(rows), key=lambda row: -row.value)
    stands = [f"{labels[row.measure]} {_printed(row)}" for row in now]
    said = narrative.when(now[0])
    return f"{said[:1].upper()}{said[1:]}: {', '.join(stands)}"


def extremes(rows):
    """Which category is highest and which is lowest in the last month there is."""
    now = sorted(_last_month(rows), key=lambda row: row.value)
    if now[0].value == now[-1].value:
        return f"{now[0].name}: {_printed(now[0])} in every category {narrative.when(now[0])}"
    return f"{now[0].name}: highest in {now[-1].category}, {_printed(now[-1])}, and lowest in {now[0].category}, {_printed(now[0])}"


def _last_month(rows):
    known = rows[rows.value.notna()]
    return list(known[known.month == known.month.max()].itertuples())


def _printed(row):
    return marks.printed(row.value, row.unit, row.decimals)
