"""Charts of bars by month: shares stacked on one another, and what started beside what ceased."""

import math

import pandas

from lib.charts import axes as panels
from lib.charts import captions, descriptions, fragments, palettes, pictures, strands
from lib.charts.captions import Label
from lib.errors import WorkbookError
from lib.measures import PERCENT

WIDTH, HEIGHT = 540, 245        # points: 7.5 by 3.4 inches
SHARE = 0.8                     # of a month's slot that its bars fill
SHORT = 16                      # letters of the words beside a pair
WHOLE = [0, 25, 50, 75, 100]    # the scale of shares


def stacked(rows, message, place, labels=None, key=None, subject="", source=""):
    """Several measures' or categories' values by month, stacked in the labels' order from the foot, each named beside the last bar.

    `rows` are comparison rows on one basis; `labels` maps a measure, a category or `measure@basis` to its name. Up to four in colour, a
    fifth in grey; group what is smaller before drawing. `subject` is what the subtitle calls them together. Gives back a Chart, or an
    Absence. Raises WorkbookError for more than five.
    """
    if rows["value"].isna().all():
        return fragments.absence(message, place, rows)
    every = strands.several(rows, strands.spine(rows), labels)
    drawn = [strand for strand in every if strand.points]
    _check(drawn)
    with pictures.style():
        drawing = stack(drawn)
    return fragments.chart(key or f"{drawn[0].measure}-stacked", message, place, drawn, drawing, (), subject, source,
                           (), strands.without(rows, every, labels), rows)


def started_and_ceased(rows_started, rows_ceased, message, place, labels=("Started", "Ceased"), key=None, subject="", source=""):
    """Two counts side by side, month by month, such as what started and what ceased.

    Each frame holds comparison rows of one measure; `labels` names the two in that order. Gives back a Chart, or an Absence when neither
    has a figure.
    """
    frames = (rows_started, rows_ceased)
    rows = pandas.concat(frames)
    if rows["value"].isna().all():
        return fragments.absence(message, place, rows)
    months = strands.spine(*(frame for frame in frames if len(frame)))
    every = [strands.single(frame, months, label) for frame, label in zip(frames, labels) if len(frame)]
    drawn = [strand for strand in every if strand.points]
    with pictures.style():
        drawing = _draw_pair(drawn)
    without = [label for label in labels if label not in [strand.label for strand in drawn]]
    return fragments.chart(key or "-and-".join(strand.measure for strand in drawn), message, place, drawn, drawing, (), subject, source,
                           (), without, rows)


def bars(axes, strand, colour, beside=0, of=1, foot=None):
    """Draw a strand's bars on a panel, the `beside`th of so many in a month's slot, from the foot up; a month without a figure has none."""
    width = SHARE / of
    left = (beside - (of - 1) / 2) * width
    tops = [0 if math.isnan(value) else value for value in strand.values]
    places = [position + left for position in range(len(tops))]
    axes.bar(places, tops, width, foot, color=colour, edgecolor="white", linewidth=0.8, zorder=2)


def values(axes, strand, slot, beside=0, of=1):
    """Write each bar's value on top of it, where the widest has room."""
    width = SHARE / of
    words = {position: descriptions.at(strand, position) for position in strand.points}
    if max(palettes.width(word, palettes.TINY) for word in words.values()) > slot * (width if of > 1 else 1):
        return
    for position, word in words.items():
        axes.annotate(word, (position + (beside - (of - 1) / 2) * width, strand.values[position]), (0, 2.5), textcoords="offset points",
                      ha="center", va="bottom", fontsize=palettes.TINY)


def stack(drawn):
    """A drawing of strands stacked on one another, each named beside its last bar."""
    feet, totals = _stack(drawn)
    beside = [Label(captions.latest(strand, strand.label), foot[strand.last] + strand.values[strand.last] / 2, strand.last + SHARE / 2,
                    colour, "s") for strand, foot, colour in zip(drawn, feet, palettes.STACK)]
    sheet, axes, slot = _panel(drawn[0], beside)
    panels.show_scale(axes, _steps(drawn[0].unit, totals), drawn[0].unit)
    for strand, foot, colour in zip(drawn, feet, palettes.STACK):
        bars(axes, strand, colour, foot=foot)
    captions.write(axes, beside)
    return sheet


def _draw_pair(drawn):
    right = [(each + 1 - len(drawn) / 2) * SHARE / len(drawn) for each in range(len(drawn))]
    beside = [Label(captions.latest(strand, strand.label, SHORT), strand.values[strand.last], strand.last + edge, colour, "s")
              for strand, edge, colour in zip(drawn, right, palettes.PAIR)]
    sheet, axes, slot = _panel(drawn[0], beside)
    panels.show_scale(axes, panels.scale(panels.heights(drawn), drawn[0].unit, from_zero=True), drawn[0].unit)
    for each, (strand, colour) in enumerate(zip(drawn, palettes.PAIR)):
        bars(axes, strand, colour, each, len(drawn))
        values(axes, strand, slot, each, len(drawn))
    captions.write(axes, beside)
    return sheet


def _panel(strand, beside):
    sheet = pictures.sheet(WIDTH, HEIGHT)
    width = panels.across(strand.months, WIDTH - panels.LEFT - captions.margin(beside))
    axes = panels.panel(sheet, panels.LEFT, panels.BOTTOM, width, HEIGHT - panels.BOTTOM - panels.TOP)
    return sheet, axes, panels.for_bars(axes, strand.months, strand.basis)


def _stack(drawn):
    """Where each strand's bars stand, month by month, and the tops of the last ones."""
    feet, top = [], [0.0] * len(drawn[0].months)
    for strand in drawn:
        feet.append(top)
        top = [below + (0 if math.isnan(value) else value) for below, value in zip(top, strand.values)]
    return feet, top


def _steps(unit, tops):
    return WHOLE if unit == PERCENT and max(tops) <= WHOLE[-1] + 1 else panels.scale(tops, unit, from_zero=True)


def _check(drawn):
    if len(drawn) > len(palettes.STACK):
        raise WorkbookError("a stacked chart", f"{len(drawn)} parts", f"up to {len(palettes.STACK)}",
                            "Group the smaller ones before drawing.")
