"""How an empty panel is laid out: its place on the sheet in points, its scale, its months, and what its figures are held against."""

import math

from matplotlib.ticker import MaxNLocator

from lib import periods
from lib.charts import descriptions, palettes
from lib.measures import COUNT, PERCENT

LEFT, TOP, BOTTOM = 40, 20, 36          # points kept for the scale, the topmost label and the months
MONTH, NARROWEST = 80, 90               # points a month takes at most, and a panel at least: a few months are not drawn out
EDGE = 10                               # points between the last dot and the panel's edge
MONTH_BELOW, YEAR_BELOW = -14, -27      # points from the panel's foot to the baselines of the months and the years
CROWDED = 25                            # points a month's name needs
FROM_ZERO_BELOW = 0.75                  # a scale starts at zero unless the lowest figure is more than this share of the highest
STEPS = 5                               # on a vertical scale, about
ROOM = 0.04                             # of the highest figure, kept above it
LEAST_SPREAD = 0.1                      # of the highest figure: a scale never magnifies less than this


def panel(sheet, left, bottom, width, height):
    """An empty panel at this place in points: no frame, a thin horizontal grid behind, horizontal text."""
    side, up = sheet.get_size_inches() * 72
    axes = sheet.add_axes([left / side, bottom / up, width / side, height / up], facecolor="none")
    axes.spines[["top", "left", "right"]].set_visible(False)
    axes.spines["bottom"].set(color=palettes.CHARCOAL, linewidth=0.8)
    axes.tick_params(length=0, labelsize=palettes.TYPE, pad=5)
    axes.tick_params(axis="x", pad=-MONTH_BELOW)
    axes.grid(axis="y", color=palettes.RULE, linewidth=0.7)
    axes.set_axisbelow(True)
    return axes


def across(months, room):
    """How many points wide a panel of so many months is drawn where there is so much room."""
    return min(room, max(MONTH * len(months), NARROWEST))


def wide(axes):
    """The panel's width and height in points."""
    box, sheet = axes.get_position(), axes.figure.get_size_inches() * 72
    return box.width * sheet[0], box.height * sheet[1]


def scale(values, unit, from_zero=False):
    """Round steps for the vertical scale, lowest first, that hold all the values.

    Counts and bars start at zero; others where the figures would otherwise be pressed flat start higher.

    >>> scale([12, 31], "count"), scale([91.5, 97.2], "percent")
    ([0.0, 10.0, 20.0, 30.0, 40.0], [85.0, 90.0, 95.0, 100.0])
    """
    low, high = (min(values), max(values) or 1) if values else (0, 1)
    if from_zero or unit == COUNT or low <= FROM_ZERO_BELOW * high:
        low = min(low, 0)
    else:
        low -= max(high - low, LEAST_SPREAD * high) / 3
    steps = MaxNLocator(STEPS, steps=[1, 2, 2.5, 5, 10], integer=unit == COUNT).tick_values(low, high * (1 + ROOM))
    most = 100 if unit == PERCENT and high <= 100 else float("inf")
    return _holding(steps[steps <= most + 1e-9], low, high)


def heights(strands, references=()):
    """Every value that a panel must have room for."""
    return [strand.values[position] for strand in strands for position in strand.points] + [
        bound for each in references for bound in (each.low, each.high)]


def _holding(steps, low, high):
    first = max([step for step in steps if step <= low + 1e-9], default=steps[0])
    last = min([step for step in steps if step >= high - 1e-9], default=steps[-1])
    return [float(step) for step in steps if first <= step <= last]


def show_scale(axes, steps, unit, words=True):
    """Put the steps on the panel; without words the grid alone."""
    axes.set_ylim(steps[0], steps[-1])
    decimals = 0 if all(step == int(step) for step in steps) else 1
    axes.set_yticks(steps, [descriptions.shown(step, unit, decimals) if words else "" for step in steps])


def not_from_zero(steps, unit, scale="The vertical scale"):
    """A sentence for a scale that starts elsewhere than at zero; empty for the others."""
    start = descriptions.shown(steps[0], unit, 0 if steps[0] == int(steps[0]) else 1)
    return f"{scale} starts at {start}, not at zero." if steps[0] else ""


def show_months(axes, months, basis, slot, only=None):
    """Name the months under the panel, as many as there is room for, with the year under the first, each January and each April."""
    at = only if only is not None else _with_room(months, basis, slot)
    axes.set_xticks(at, [_names(months[each], basis)[0] for each in at], va="baseline")
    for each in at:
        name, year = _names(months[each], basis)
        if only is not None or each == at[0] or name in ("Jan", "Apr"):
            axes.annotate(year, (each, 0), (0, YEAR_BELOW), xycoords=("data", "axes fraction"), textcoords="offset points",
                          ha="center", va="baseline")


def _with_room(months, basis, slot):
    """The positions to name: every month, or April and every third, sixth or twelfth after it; of years as many as fit, the last too."""
    if basis in descriptions.YEARLY:
        return list(range(len(months)))[::-math.ceil(palettes.width(_names(months[0], basis)[0] + " ") / slot)][::-1]
    step = next((every for every in (1, 3, 6) if slot * every >= CROWDED), 12)
    named = [each for each, month in enumerate(months) if (int(month[5:]) - 4) % step == 0]
    return named or [0]


def _names(month, basis):
    return (descriptions.brief(month, basis), "") if basis in descriptions.YEARLY else periods.short_name(month).split()


def for_dots(axes, months, basis, only=None):
    """Months as points from edge to edge, as lines have them, named where `only` says or there is room."""
    slot = (wide(axes)[0] - 2 * EDGE) / max(len(months) - 1, 1)
    pad = EDGE / slot if len(months) > 1 else 0.5
    axes.set_xlim(-pad, len(months) - 1 + pad)
    show_months(axes, months, basis, slot, only)


def for_bars(axes, months, basis, named=True):
    """Months as slots side by side, as bars have them, with their names or without. Gives back the points of a slot."""
    slot = wide(axes)[0] / len(months)
    axes.set_xlim(-0.5, len(months) - 0.5)
    axes.set_xticks([])
    if named:
        show_months(axes, months, basis, slot)
    return slot


def show_references(axes, references):
    """Draw the lines and shaded bands that figures are held against."""
    for each, dash in zip(references, palettes.DASHES):
        if each.is_band:
            axes.axhspan(each.low, each.high, facecolor=palettes.BAND, zorder=0.2)
        for bound in {each.low, each.high}:
            axes.axhline(bound, color=palettes.CHARCOAL, linewidth=1.1, linestyle=dash, zorder=1.5)
