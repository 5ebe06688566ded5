"""Sparklines: thirteen months in a table's row, written by hand so that a page can hold hundreds."""

import math
from html import escape

from lib.charts import palettes

POINTS = 13                     # a year and the same month of the year before
WIDTH, HEIGHT, EDGE = 104, 24, 4        # pixels
LEVEL = 1e-9        # of a value: what adding up fractions may be out by, which is no rise


def sparkline(values, alt):
    """The values, oldest first, as a small inline `<svg>`: a line that breaks where a value is missing, and a dot on the last.

    Fewer than thirteen values stand at the right, so that the latest months of all rows stand under one another.

    >>> sparkline([1, 2, None], "Contacts rose from 1 to 2.").count("<path")
    1
    """
    points = _places([float("nan") if value is None else float(value) for value in values])
    drawn = "".join(_stroke(run) for run in _runs(points))
    known = [point for point in points if point]
    dot = f'<circle cx="{known[-1][0]:g}" cy="{known[-1][1]:g}" r="2.6" fill="{palettes.ORANGE}"/>' if known else ""
    return (f'<svg class="sparkline" role="img" aria-label="{escape(alt)}" width="{WIDTH}" height="{HEIGHT}" '
            f'viewBox="0 0 {WIDTH} {HEIGHT}"><g fill="none" stroke="{palettes.NAVY}" stroke-width="1.5" stroke-linejoin="round" '
            f'stroke-linecap="round">{drawn}</g>{dot}</svg>')


def _places(values):
    """Where each value stands, or None for a missing one."""
    known = [value for value in values if not math.isnan(value)]
    low, span = (min(known), max(known) - min(known)) if known else (0, 0)
    slots = max(POINTS, len(values))
    step = (WIDTH - 2 * EDGE) / (slots - 1)
    start = EDGE + (slots - len(values)) * step
    return [None if math.isnan(value) else (round(start + each * step, 1), _height(value, low, span)) for each, value in enumerate(values)]


def _height(value, low, span):
    share = (value - low) / span if span > LEVEL * abs(low) else 0.5
    return round(HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE), 1)


def _runs(points):
    """The points in stretches without a gap."""
    runs = [[]]
    for point in points:
        if point:
            runs[-1].append(point)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def _stroke(run):
    """A stretch as a path; one point alone as a small dot."""
    if len(run) == 1:
        return f'<circle cx="{run[0][0]:g}" cy="{run[0][1]:g}" r="0.8"/>'
    return '<path d="M' + "L".join(f"{across:g} {down:g}" for across, down in run) + '"/>'
