"""Charts of lines: one measure over months, or up to four together."""

import re

from lib.charts import axes as panels
from lib.charts import captions, descriptions, fragments, palettes, pictures, strands
from lib.charts.references import read as read_references
from lib.errors import WorkbookError

WIDTH, HEIGHT = 540, 245        # points: 7.5 by 3.4 inches
MOST_LINES = 4
ENOUGH_TO_MARK = 4              # figures from which the highest and the lowest are named on the line
DOTS_UP_TO = 24                 # months
STRONG, QUIET = (6.5, 3), (5, 1.4)      # a dot's size and a line's width in points: of the line in focus, and of those beside it


def trend(rows, message, place, reference=None, key=None, source=""):
    """One measure over its months: a line with a dot a month and its last, highest and lowest value on it.

    `rows` are comparison rows of one measure, category and basis. `reference` is a target or benchmark, `("Target", 86)`, a band,
    `("Limits", (14, 20))`, or a list of those. Months without a figure leave a gap. Gives back a Chart, or an Absence when no row has
    a figure. Raises WorkbookError when two rows share a month.

    >>> import pandas
    >>> trend(pandas.DataFrame({"value": []}), "Contacts rose", "Anyshire").html
    '<p class="absence">There are no figures in Anyshire for this chart: Contacts rose.</p>'
    """
    if rows["value"].isna().all():
        return fragments.absence(message, place, rows)
    strand = strands.single(rows, strands.spine(rows))
    compared = read_references(reference)
    steps = panels.scale(panels.heights([strand], compared), strand.unit)
    with pictures.style():
        drawing = draw([strand], compared, steps, named=False)
    return fragments.chart(key or _key(strand), message, place, [strand], drawing, compared, source=source,
                           notes=[panels.not_from_zero(steps, strand.unit)], rows=rows)


def lines(rows, message, place, labels=None, references=None, key=None, subject="", source=""):
    """Up to four lines of one unit together, each named at its end.

    `labels` maps a measure, a category or `measure@basis` to the words at its line's end, in order; without it every measure, category
    and basis in the rows is a line. `references` as for `trend`; `subject` is what the subtitle calls them together. Raises WorkbookError
    for more than four lines, or two units.
    """
    if rows["value"].isna().all():
        return fragments.absence(message, place, rows)
    every = strands.several(rows, strands.spine(rows), labels)
    drawn = [strand for strand in every if strand.points]
    check(drawn)
    compared = read_references(references)
    steps = panels.scale(panels.heights(drawn, compared), drawn[0].unit)
    with pictures.style():
        drawing = draw(drawn, compared, steps)
    return fragments.chart(key or f"{drawn[0].measure}-lines", message, place, drawn, drawing, compared, subject, source,
                           [panels.not_from_zero(steps, drawn[0].unit)], strands.without(rows, every, labels), rows)


def line(axes, strand, colour, marker, size=5, width=2):
    """Draw a strand on a panel: a line that breaks where a month has no figure, a dot for each that has one (the last alone, of many)."""
    dots = strand.points if len(strand.months) <= DOTS_UP_TO else [strand.last]
    axes.plot(range(len(strand.months)), strand.values, color=colour, linewidth=width, marker=marker, markersize=size, markevery=dots,
              clip_on=False, zorder=3)


def extremes(axes, strand):
    """Write the highest value above its dot and the lowest below, unless the last month's label says them."""
    if len(strand.points) < ENOUGH_TO_MARK or strand.values[strand.highest] == strand.values[strand.lowest]:
        return
    for position, up in ((strand.highest, 1), (strand.lowest, -1)):
        if strand.values[position] != strand.values[strand.last]:
            axes.annotate(descriptions.at(strand, position), (position, strand.values[position]), (0, 6 * up),
                          textcoords="offset points", zorder=4, ha="center", va="bottom" if up > 0 else "top", fontsize=palettes.SMALL,
                          bbox={"facecolor": "white", "edgecolor": "none", "alpha": 0.85, "pad": 1})


def draw(drawn, compared, steps, named=True, focus=None):
    """A drawing of strands as lines, each with its last value beside it; the one in focus, where there is one, stronger and above the others."""
    beside = captions.ends(drawn, palettes.SERIES, palettes.MARKERS, named, focus) + captions.of_references(compared, drawn[0], named)
    sheet = pictures.sheet(WIDTH, HEIGHT)
    width = panels.across(drawn[0].months, WIDTH - panels.LEFT - captions.margin(beside))
    axes = panels.panel(sheet, panels.LEFT, panels.BOTTOM, width, HEIGHT - panels.BOTTOM - panels.TOP)
    panels.for_dots(axes, drawn[0].months, drawn[0].basis)
    panels.show_scale(axes, steps, drawn[0].unit)
    panels.show_references(axes, compared)
    for strand, colour, marker in sorted(zip(drawn, palettes.SERIES, palettes.MARKERS), key=lambda each: each[0] is focus):
        line(axes, strand, colour, marker, *(() if focus is None else STRONG if strand is focus else QUIET))
    if len(drawn) == 1:
        extremes(axes, drawn[0])
    captions.write(axes, beside)
    return sheet


def _key(strand):
    return strand.measure + re.sub(r"[^a-z0-9]+", "-", f"-{strand.category}".lower()).rstrip("-")


def check(drawn):
    """Raises WorkbookError for more lines than can be told apart, or lines in two units."""
    units = list(dict.fromkeys(strand.unit for strand in drawn))
    if len(drawn) > MOST_LINES:
        raise WorkbookError("a chart of lines", f"{len(drawn)} lines", f"up to {MOST_LINES}",
                            "Choose those that matter, or draw `by_category`.")
    if len(units) > 1:
        raise WorkbookError("a chart of lines", f"lines in {descriptions.listed(units)}", "one unit",
                            "Draw one chart for each unit, or `number_with_rate`.")
