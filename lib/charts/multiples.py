"""Charts of several panels: a number above its rate, and one panel a category. Never two scales in one panel."""

import math
from dataclasses import replace

import pandas

from lib.charts import axes as panels
from lib.charts import bars, captions, descriptions, fragments, palettes, pictures, strands, trends
from lib.charts.references import read as read_references

WIDTH = 540                     # points: 7.5 inches
NUMBER, RATE, HEAD = 100, 120, 20       # points: the heights of the two panels, and what stands above each besides its title
CELL, FOOT, ACROSS, MOST = 92, 42, 4, 12    # points of a small panel and of its months; panels in a row; panels in all
LETTERS, LONG = 19, 76          # of a small panel's title, and of a wide one's


def number_with_rate(number_rows, rate_rows, message, place, reference=None, key=None, subject="", source=""):
    """Two panels over the same months: bars of a number, and below them the line of its rate with what it is held against.

    Each frame holds comparison rows of one measure, category and basis. `reference` as for `trend`, for the rate. Gives back a Chart, or an
    Absence when neither has a figure.
    """
    frames = [frame for frame in (number_rows, rate_rows) if not frame["value"].isna().all()]
    rows = pandas.concat([number_rows, rate_rows])
    if not frames:
        return fragments.absence(message, place, rows)
    if len(frames) == 1:
        return trends.trend(frames[0], message, place, reference if frames[0] is rate_rows else None, key, source)
    number, rate = (strands.single(frame, strands.spine(*frames), frame["name"].iloc[0]) for frame in frames)
    compared = read_references(reference)
    steps = panels.scale(panels.heights([rate], compared), rate.unit)
    with pictures.style():
        drawing = _draw_two(number, rate, compared, steps)
    return fragments.chart(key or f"{number.measure}-with-rate", message, place, [number, rate], drawing, compared, subject, source,
                           [panels.not_from_zero(steps, rate.unit, "The lower panel's vertical scale")], rows=rows)


def by_category(rows, message, place, reference=None, key=None, subject="", source=""):
    """One small panel a category, all on the same scale, in the rows' order; of more than twelve those with the highest last figures.

    `rows` are comparison rows of one measure and basis. `reference` as for `trend`, for all; or a dict from a category to its own, as
    teams have limits of their own. What is not drawn is named below and stands in the table. Gives back a Chart, or an Absence.
    """
    if rows["value"].isna().all():
        return fragments.absence(message, place, rows)
    known = strands.several(rows, strands.spine(rows))
    every = strands.largest(known, MOST)
    compared = [read_references(reference.get(strand.category) if isinstance(reference, dict) else reference) for strand in every]
    steps = panels.scale(panels.heights(every, [each for one in compared for each in one]), every[0].unit)
    with pictures.style():
        drawing = _draw_all(every, compared, steps)
    notes = [panels.not_from_zero(steps, every[0].unit), strands.not_drawn(known, every)]
    return fragments.chart(key or _key(rows), message, place, known, drawing, _said(every, compared), subject, source,
                           notes, strands.without(rows, every), rows)


def _draw_two(number, rate, compared, steps):
    beside = captions.ends([rate], palettes.PAIR[1:], "o", named=False) + captions.of_references(compared, rate)
    right = panels.across(number.months, WIDTH - panels.LEFT - captions.margin(beside))
    titles = [captions.wrapped(descriptions.heading(strand), LONG) for strand in (number, rate)]
    above, between = (HEAD + _tall(title) for title in titles)
    sheet = pictures.sheet(WIDTH, panels.BOTTOM + RATE + between + NUMBER + above)
    upper = panels.panel(sheet, panels.LEFT, panels.BOTTOM + RATE + between, right, NUMBER)
    lower = panels.panel(sheet, panels.LEFT, panels.BOTTOM, right, RATE)
    _bars(upper, number)
    _line(lower, rate, compared, steps)
    captions.write(lower, beside)
    for axes, title in zip((upper, lower), titles):
        _title(axes, title)
    return sheet


def _draw_all(every, compared, steps):
    across = min(len(every), ACROSS)
    down = math.ceil(len(every) / across)
    titles = [captions.wrapped(strand.label, LETTERS if across > 2 else 2 * LETTERS) for strand in every]
    head = max(map(_tall, titles)) + any(compared) * _tall("limits") + 12
    tall = head + CELL + FOOT
    sheet = pictures.sheet(WIDTH, tall * down)
    wide = (WIDTH - panels.LEFT) / across
    ends = max(captions.margin(captions.ends([strand], [""], [""], named=False)) for strand in every if strand.points)
    for each, strand in enumerate(every):
        row, column = divmod(each, across)
        axes = panels.panel(sheet, panels.LEFT + column * wide, (down - 1 - row) * tall + FOOT, wide - ends - 4, CELL)
        _small(axes, strand, compared[each], steps, first=column == 0)
        _title(axes, titles[each], [descriptions.reference(one, strand) for one in compared[each]])
    return sheet


def _small(axes, strand, compared, steps, first):
    panels.for_dots(axes, strand.months, strand.basis, only=sorted({0, len(strand.months) - 1}))
    panels.show_scale(axes, steps, strand.unit, words=first)
    panels.show_references(axes, compared)
    if not strand.points:
        return _nothing(axes)
    trends.line(axes, strand, palettes.NAVY, "o", size=3.5)
    captions.write(axes, captions.ends([strand], [palettes.NAVY], ["o"], named=False))


def _bars(axes, strand):
    slot = panels.for_bars(axes, strand.months, strand.basis, named=False)
    panels.show_scale(axes, panels.scale(panels.heights([strand]), strand.unit, from_zero=True), strand.unit)
    bars.bars(axes, strand, palettes.NAVY)
    bars.values(axes, strand, slot)


def _line(axes, strand, compared, steps):
    panels.for_bars(axes, strand.months, strand.basis)
    panels.show_scale(axes, steps, strand.unit)
    panels.show_references(axes, compared)
    trends.line(axes, strand, palettes.PAIR[1], "o")
    trends.extremes(axes, strand)


def _nothing(axes):
    axes.text(0.5, 0.5, "No figures", transform=axes.transAxes, ha="center", va="center")


def _tall(text):
    return palettes.TYPE * palettes.LINE * (1 + text.count("\n"))


def _title(axes, title, below=()):
    """Words above a panel at its left: a title in bold and what stands under it, each line on its own baseline."""
    lines = [*reversed(below), *reversed(title.split("\n"))]
    for each, words in enumerate(lines):
        bold = each >= len(below)
        axes.annotate(words, (0, 1), (0, 12 + each * palettes.TYPE * palettes.LINE), xycoords="axes fraction", textcoords="offset points",
                      fontweight="bold" if bold else "normal", fontsize=palettes.TYPE if bold else palettes.SMALL)


def _said(every, compared):
    """The references as the chart's words name them: once where all panels share them, else after their category."""
    if all(one == compared[0] for one in compared):
        return compared[0]
    return [replace(each, label=f"{strand.label}: {each.label}") for strand, one in zip(every, compared) for each in one]


def _key(rows):
    """
    >>> _key(pandas.DataFrame({"measure": ["cases"], "breakdown": ["age band"]}))
    'cases-by-age-band'
    """
    return f"{rows['measure'].iloc[0]}-by-{rows['breakdown'].iloc[0] or 'category'}".replace(" | ", "-").replace(" ", "-")
