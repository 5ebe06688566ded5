"""Funnels: all authorities' values against the size of what they are of, between control limits round England's value."""

from collections import Counter

from lib.charts import alternatives, captions, descriptions, dots, fragments, palettes, pictures
from lib.charts import authorities as england
from lib.charts import axes as panels
from lib.charts.authorities import said
from lib.charts.captions import Label
from lib.charts.references import read as read_references
from lib.measures import COUNT

WIDTH, HEIGHT = 540, 300            # points: 7.5 by 4.2 inches
HEAD, FOOT = 34, 36                 # points above the panel for its key, and below for its scale
BEYOND = 0.02                       # of the largest size, kept at the right of it
LIMITS = {"99.8%": ("lower_998", "upper_998", palettes.DASHES[0]), "95%": ("lower_95", "upper_95", palettes.DASHES[1])}
WORDS = {"": "inside the 95% limits", "above 95": "above the upper 95% limit and inside the 99.8% limits",
         "below 95": "below the lower 95% limit and inside the 99.8% limits", "above 99.8": "above the upper 99.8% limit",
         "below 99.8": "below the lower 99.8% limit"}
HOW_TO_READ = ("The dotted and dashed lines are 95% and 99.8% control limits around {centre}'s value: by chance alone about 1 authority in 20 "
               "would lie outside the first, and 1 in 500 outside the second. Need and recording differ too: more lie outside than chance puts there.")


def funnel(rows, limits, message, place, source, centre, across="Children aged 0 to 17", key=None):
    """All authorities' rates or percentages by the size of what they are of, between control limits; ours large and named with its value.

    `rows` as for `distribution`, with the columns denominator and beyond ("", "above 95", "above 99.8", "below 95" or "below 99.8").
    `limits` has the columns denominator, lower_95, upper_95, lower_998 and upper_998 in the measure's unit, in the order of denominator.
    `centre` is what they lie around, `("England", 22.6)`, and `across` what a denominator counts. Gives back a Chart, or an Absence when no
    authority has a value and a denominator.
    """
    if rows["value"].isna().all() or (rows["value"] + rows["denominator"]).isna().all():
        return england.nothing(rows, message, place)
    authorities, (middle,) = england.read(rows, ("value", "denominator")), read_references(centre)
    steps = panels.scale([row.value for row in authorities.known] + [middle.high], authorities.unit)
    with pictures.style():
        drawing = _draw(authorities, limits, middle, across, steps)
    subtitle = england.subtitle(authorities, place)
    without = " ".join(filter(None, [england.without(authorities, place), _without_size(authorities, across)]))
    notes = [HOW_TO_READ.format(centre=middle.label), panels.not_from_zero(steps, authorities.unit), without]
    return fragments.assembled(key or f"{authorities.measure}-funnel", authorities.measure, message, f"{subtitle}, by {descriptions.within_a_sentence(across)}",
                               _alternative(message, authorities, middle, across, without),
                               england.frame(authorities, "denominator", "beyond"), drawing, source, notes,
                               england.table(authorities, f"{subtitle}; {descriptions.reference(middle, authorities)}", _columns(across)))


def _draw(authorities, limits, middle, across, steps):
    sizes = [row.denominator for row in authorities.known]
    end = max(sizes) * (1 + BEYOND)
    shown = limits[limits["denominator"] <= end]
    beside = [*_of_limits(shown), *captions.of_references([middle], authorities)]
    sheet = pictures.sheet(WIDTH, HEIGHT)
    axes = panels.panel(sheet, panels.LEFT, FOOT, WIDTH - panels.LEFT - captions.margin(beside), HEIGHT - HEAD - FOOT)
    panels.show_scale(axes, steps, authorities.unit)
    _show_sizes(axes, sizes, end, across)
    _show_limits(axes, limits, middle)
    curves = [(row.denominator, getattr(row, column)) for row in shown.itertuples() for low, high, _ in LIMITS.values() for column in (low, high)]
    dots.draw(axes, authorities, sizes, curves)
    dots.key(axes, authorities)
    captions.write(axes, beside)
    return sheet


def _show_sizes(axes, sizes, end, across):
    """The scale of denominators, from nought, and what they count."""
    axes.set_xlim(0, end)
    ticks = [step for step in panels.scale(sizes, COUNT, from_zero=True) if step <= end]
    axes.set_xticks(ticks, [descriptions.shown(step, COUNT, 0) for step in ticks], va="baseline")
    axes.annotate(across, (1, 0), (0, panels.YEAR_BELOW), xycoords="axes fraction", textcoords="offset points", ha="right", va="baseline")


def _show_limits(axes, limits, middle):
    axes.axhline(middle.high, color=palettes.CHARCOAL, linewidth=1.2, zorder=1.5)
    for low, high, dash in LIMITS.values():
        for column in (low, high):
            axes.plot(limits["denominator"], limits[column], color=palettes.CHARCOAL, linewidth=1.1, linestyle=dash, zorder=1.5)


def _of_limits(limits):
    """A label for each pair of limits, where its upper one leaves the panel."""
    last = limits.iloc[-1:]
    return [Label(f"{name} limits", float(value), float("inf")) for name, (_, high, _) in LIMITS.items() for value in last[high]]


def _alternative(message, authorities, middle, across, without):
    ours = authorities.ours
    stands = (f"{ours.name} stands at {said(ours)}, {WORDS[ours.beyond]} ({descriptions.within_a_sentence(across)}: "
              f"{descriptions.spoken(ours.denominator, COUNT, 0)}).") if ours else ""
    return " ".join(filter(None, [alternatives.sentence(message), stands, _counted(authorities),
                                  alternatives.compared([middle], authorities), without]))


def _counted(authorities):
    """How many authorities lie where, from outside to inside."""
    lie = Counter(row.beyond for row in authorities.known)
    return (f"Authorities above the 99.8% limits: {lie['above 99.8']}; below them: {lie['below 99.8']}. Between the 95% and the 99.8% limits: "
            f"{lie['above 95']} above and {lie['below 95']} below. Inside the 95% limits: {lie['']}.")


def _without_size(authorities, across):
    """A sentence on the authorities that have a value but no place across; empty for none."""
    left = [row.name for row in authorities.missing if row.value == row.value]
    return f"Not drawn, since {descriptions.within_a_sentence(across)} are not known: {descriptions.listed(left)}." if left else ""


def _columns(across):
    """What the table says of an authority besides its value: its denominator and where it lies."""
    return [(across, _size), ("Against the limits", _stands)]


def _size(row):
    """A table cell of an authority's denominator; empty where it is not known."""
    return f'<td class="number">{descriptions.shown(row.denominator, COUNT, 0)}</td>'


def _stands(row):
    """A table cell that says where an authority lies; empty where it is not drawn."""
    return f"<td>{WORDS[row.beyond] if row.value + row.denominator == row.value + row.denominator else ''}</td>"
