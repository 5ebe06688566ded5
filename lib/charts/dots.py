"""Authorities as dots on a panel: ours large and named, its neighbours in a shape and tone of their own, the others faint."""

import math
from itertools import product

from lib import marks
from lib.charts import axes as panels
from lib.charts import palettes
from lib.charts.authorities import NEIGHBOUR, OTHER, OURS

# How each is drawn: colour, marker, its size in points, and in what order they lie upon one another: ours, the largest, hides no neighbour.
DOTS = {OTHER: (palettes.GREY, "o", 4, 2.2), OURS: (palettes.NAVY, "o", 10, 2.4), NEIGHBOUR: (palettes.ORANGE, "D", 6, 2.6)}
KEYS = {OURS: "{name}", NEIGHBOUR: "Statistical neighbours", OTHER: "Other authorities"}
KEY_ABOVE, KEY_APART = 14, 18       # points from the panel's top to its key's middle, and between two of its words
AWAY = (9, 20, 34, 50)              # points that a name may stand away from its dot, the nearest first
LEADER = 12                         # points from which it needs a line to it
CLEAR = 5                           # points kept free round a name
FAR = 0.05                          # what a point away from the dot counts against a place, where a dot that is covered counts one


def draw(axes, authorities, across, avoid=()):
    """Draw the known authorities, each at its place across and its value, and name ours with its value where it hides least.

    `avoid` holds (across, value) of what else the name should not hide.
    """
    places = list(zip(across, [row.value for row in authorities.known]))
    for role, (colour, marker, size, above) in DOTS.items():
        drawn = [place for place, row in zip(places, authorities.known) if row.role == role]
        axes.plot([x for x, _ in drawn], [y for _, y in drawn], color=colour, marker=marker, markersize=size, linestyle="none", clip_on=False,
                  zorder=above, markeredgecolor="white", markeredgewidth=0.8 if role != OTHER else 0.4)
    if authorities.ours:
        _name(axes, authorities.ours, places[authorities.known.index(authorities.ours)], [*places, *avoid])


def key(axes, authorities):
    """Say above the panel what the shapes mean."""
    across, down = panels.wide(axes)
    left, height = DOTS[OURS][2] / 2, 1 + KEY_ABOVE / down
    for role in [role for role in KEYS if authorities.of(role)]:
        words = KEYS[role].format(name=authorities.of(role)[0].name)
        colour, marker, size, _ = DOTS[role]
        axes.plot([left / across], [height], color=colour, marker=marker, markersize=size, transform=axes.transAxes, clip_on=False, linestyle="none")
        axes.text((left + KEY_APART / 2) / across, height, words, transform=axes.transAxes, va="center")
        left += KEY_APART * 1.5 + palettes.width(words)


def _name(axes, row, place, avoid):
    """Write an authority's name and value beside its dot, where they cover the fewest of what is to be avoided and stay on the panel."""
    words = f"{row.name} {marks.printed(row.value, row.unit, row.decimals)}"
    size = palettes.width(words) * palettes.BOLD, palettes.TYPE * palettes.LINE
    dot, others = _points(axes, place), [_points(axes, each) for each in avoid]
    sideways, up = beside(dot, size, others, panels.wide(axes))
    far = _gap((sideways, up), size) > LEADER
    axes.annotate(words, place, (sideways, up), textcoords="offset points", ha="center", va="center", fontweight="bold", zorder=3, annotation_clip=False,
                  bbox={"facecolor": "white", "edgecolor": "none", "alpha": 0.85, "pad": 1},
                  arrowprops={"arrowstyle": "-", "color": palettes.NAVY, "linewidth": 0.8, "shrinkA": 0, "shrinkB": DOTS[OURS][2] / 2} if far else None)


def beside(dot, size, others, panel):
    """How far right and up of its dot the middle of words stands where they cover the fewest others, are near and stay on the panel.

    All in points: the dot's and the others' places from the panel's lower left corner, the words' size and the panel's.

    >>> beside((50, 50), (20, 10), [(70, 50)], (100, 100))
    (-19.0, 0.0)
    """
    return min(_around(size), key=lambda shift: _cost(dot, shift, size, others, panel))


def _points(axes, place):
    """A place in the panel's own units as points from its lower left corner."""
    return tuple((at - low) / (high - low) * length for at, (low, high), length in
                 zip(place, (axes.get_xlim(), axes.get_ylim()), panels.wide(axes)))


def _around(size):
    """Where the middle of words of this size may stand from their dot: beside, above, below and aslant, nearer and farther."""
    wide, tall = size
    for away, (sideways, up) in product(AWAY, ((1, 0), (-1, 0), (-1, 1), (1, -1), (1, 1), (-1, -1), (0, 1), (0, -1))):
        yield sideways * (wide / 2 + (away if not up else away / 2)), float(up * (tall / 2 + away))


def _gap(shift, size):
    """The points between a dot and the nearest of words that stand so far from it."""
    return math.hypot(*(max(abs(by) - length / 2, 0) for by, length in zip(shift, size)))


def _cost(dot, shift, size, others, panel):
    """What speaks against a place for words: what they would cover, how far they stand from their dot, and whether they leave the panel."""
    middle = [at + by for at, by in zip(dot, shift)]
    reach = [length / 2 + CLEAR for length in size]
    covered = sum(all(abs(at - mid) < half for at, mid, half in zip(other, middle, reach)) for other in others if other != dot)
    outside = sum(max(long / 2 - mid, 0) + max(mid + long / 2 - length, 0) for mid, long, length in zip(middle, size, panel))
    return covered + FAR * _gap(shift, size) + outside
