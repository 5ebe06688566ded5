"""Words set directly on a drawing: names and values at the right of the last month, moved apart where they would overlap."""

import math
import textwrap
from dataclasses import dataclass

from lib.charts import axes as panels
from lib.charts import descriptions, palettes

GAP, SWATCH = 6, 12         # points before a label, and for its mark
BESIDE = 46                 # points from which a label is too far from its end to need no leader
MOVED = 3                   # points a label may be moved before it needs one
NARROW = 24                 # letters


@dataclass(frozen=True)
class Label:
    """Words for the height `at` in the panel's own units, beside what ends at `start` and whose `colour` and `marker` they repeat."""

    text: str
    at: float
    start: float
    colour: str = palettes.CHARCOAL
    marker: str = ""
    bold: bool = False


def ends(strands, colours, markers, named=True, focus=None):
    """A label for each strand's last figure: its name and value, or the value alone; bold for the one in focus."""
    return [Label(latest(strand, strand.label if named else ""), strand.values[strand.last], strand.last,
                  colour, marker if named else "", bold=not named or strand is focus)
            for strand, colour, marker in zip(strands, colours, markers)]


def latest(strand, name="", letters=NARROW):
    """The strand's last figure, after a name, with its month where that is not the chart's last."""
    month = "" if strand.last == len(strand.months) - 1 else f"\n({descriptions.brief(strand.months[strand.last], strand.basis)})"
    return wrapped(f"{name} {descriptions.at(strand, strand.last)}".strip(), letters) + month


def of_references(references, strand, named=False):
    """A label for each reference: its name and value, with a dash before it where other labels have marks."""
    mark = "_" if named else ""
    return [Label(_broken(each, strand), (each.low + each.high) / 2, math.inf, marker=mark) for each in references]


def _broken(reference, strand):
    words = descriptions.reference(reference, strand)
    name, value = words[:len(reference.label)], words[len(reference.label) + 1:]
    return words if len(words) <= NARROW else "\n".join(filter(None, [wrapped(name), value]))


def wrapped(text, letters=NARROW):
    """The text in lines of about so many letters."""
    return "\n".join(textwrap.wrap(text, letters))


def margin(labels):
    """The points that labels need at the right of their panel."""
    return max(map(_width, labels)) + 2 * GAP


def _width(label):
    return (SWATCH if label.marker else 0) + palettes.width(label.text) * (palettes.BOLD if label.bold else 1)


def write(axes, labels):
    """Write the labels beside the panel, each as near its own height as the others allow, with a leader where it had to move."""
    across, down = panels.wide(axes)
    low, high = axes.get_ylim()
    wanted = [(label.at - low) / (high - low) * down for label in labels]
    heights = [palettes.TYPE * palettes.LINE * (1 + label.text.count("\n")) + 2 for label in labels]
    for label, true, placed in zip(labels, wanted, spread(wanted, heights, down)):
        _write_one(axes, label, true / down, placed / down, across, down)


def _write_one(axes, label, true, placed, across, down):
    first, last = axes.get_xlim()
    start, edge = min((label.start - first) / (last - first), 1), 1 + GAP / across
    far = (edge - start) * across > BESIDE + GAP
    if far or abs(placed - true) * down > MOVED:
        axes.plot([start, 1, edge], [true, true, placed], transform=axes.transAxes, color=label.colour, linewidth=0.8,
                  linestyle=(0, (1, 2)) if far else "-", clip_on=False, zorder=1)
    if label.marker:
        axes.plot([edge + SWATCH / 2 / across], [placed], marker=label.marker, color=label.colour, markersize=6,
                  transform=axes.transAxes, clip_on=False)
    axes.text(edge + (SWATCH if label.marker else 0) / across, placed, label.text, transform=axes.transAxes, linespacing=palettes.LINE,
              va="center", fontweight="bold" if label.bold else "normal")


def spread(wanted, sizes, room):
    """Places as near as can be to those wanted, in the same order, so that nothing of these sizes overlaps and all stay in the room.

    >>> spread([10, 12, 50], [10, 10, 10], 100)
    [6.0, 16.0, 50.0]
    """
    blocks = []
    for index in sorted(range(len(wanted)), key=lambda each: wanted[each]):
        blocks.append([index])
        while len(blocks) > 1 and _overlap(*blocks[-2:], wanted, sizes, room):
            last = blocks.pop()
            blocks[-1] += last
    return _centres(blocks, wanted, sizes, room)


def _overlap(lower, upper, wanted, sizes, room):
    return _foot(upper, wanted, sizes, room) < _foot(lower, wanted, sizes, room) + _tall(lower, sizes)


def _tall(block, sizes):
    return sum(sizes[each] for each in block)


def _foot(block, wanted, sizes, room):
    tall = _tall(block, sizes)
    middle = sum(wanted[each] for each in block) / len(block)
    return max(min(middle - tall / 2, room - tall + sizes[block[-1]] / 2), -sizes[block[0]] / 2)


def _centres(blocks, wanted, sizes, room):
    centres = [0.0] * len(wanted)
    for block in blocks:
        foot = _foot(block, wanted, sizes, room)
        for each in block:
            centres[each] = foot + sizes[each] / 2
            foot += sizes[each]
    return centres
