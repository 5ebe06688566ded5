"""The mix of a whole: the shares of its categories, stacked month by month."""

import math
from dataclasses import replace

from lib.charts import bars, fragments, palettes, pictures, strands
from lib.charts.descriptions import listed


def mix(rows, message, place, key=None, subject="", source=""):
    """One measure's categories by month, stacked in the rows' order from the foot, each named beside the last bar.

    `rows` are comparison rows of one measure and basis. Of more categories than there are colours the largest are drawn; those left out,
    and those that are nought throughout, are named below and stand in the table. A month of which a part is missing is not drawn, since
    what is left would look like the whole. Gives back a Chart, or an Absence.
    """
    if rows["value"].isna().all():
        return fragments.absence(message, place, rows)
    every = [strand for strand in strands.several(rows, strands.spine(rows)) if strand.points]
    met = [strand for strand in every if strand.values[strand.highest] > 0] or every
    largest = strands.largest(met, len(palettes.STACK))
    whole = [each for each in range(len(largest[0].months)) if all(each in strand.points for strand in largest)]
    if not whole:
        return fragments.Absence(f"{largest[0].name} in {place}: there is no month of which every part has a figure.")
    with pictures.style():
        drawing = bars.stack([_only(strand, whole) for strand in largest])
    return fragments.chart(key or f"{every[0].measure}-mix", message, place, every, drawing, (), subject, source,
                           _notes(every, met, largest), strands.without(rows, strands.several(rows, strands.spine(rows))), rows)


def _only(strand, places):
    """The strand with its figures of these months alone."""
    return replace(strand, values=tuple(value if place in places else math.nan for place, value in enumerate(strand.values)))


def _notes(every, met, drawn):
    nought = [strand.label for strand in every if strand not in met]
    return [strands.not_drawn(met, drawn), f"Nought throughout: {listed(nought)}." if nought else ""]
