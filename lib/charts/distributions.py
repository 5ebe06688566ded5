"""Distributions: all authorities of one measure and year in the order of their values, ours and its neighbours marked among them."""

from lib.charts import alternatives, captions, descriptions, dots, fragments, pictures
from lib.charts import authorities as england
from lib.charts import axes as panels
from lib.charts.authorities import NEIGHBOUR, said
from lib.charts.references import read as read_references

WIDTH, HEIGHT = 540, 265        # points: 7.5 by 3.7 inches
HEAD, FOOT = 34, 22             # points above the panel for its key, and below for its ends
SAMPLES = 60                    # of a reference's line, for a name to keep off


def distribution(rows, message, place, source, references=None, key=None):
    """All authorities of one measure and year as dots from the lowest value to the highest, ours large and named with its value.

    `rows` has a row an authority with the columns authority (its code), name, value (in the measure's unit), role ("ours", "neighbour" or
    "other"), measure, title (the measure's name), unit, decimals, year ("2018/19", or a month, "2018-09") and state (why there is no value).
    `references` as for `trend`: `[("England", 22.6), ("West Midlands", 24.1)]`. Those without a value are counted below by reason; where ours
    has none the others are drawn all the same. Gives back a Chart, or an Absence when no authority has a value.
    """
    if rows["value"].isna().all():
        return england.nothing(rows, message, place)
    authorities, compared = england.read(rows), read_references(references)
    steps = panels.scale([row.value for row in authorities.known] + [each.high for each in compared], authorities.unit)
    with pictures.style():
        drawing = _draw(authorities, compared, steps)
    subtitle, without = england.subtitle(authorities, place), england.without(authorities, place)
    caption = "; ".join([subtitle, *(descriptions.reference(each, authorities) for each in compared)])
    return fragments.assembled(key or f"{authorities.measure}-distribution", authorities.measure, message, subtitle,
                               _alternative(message, authorities, compared, without), england.frame(authorities), drawing, source,
                               [panels.not_from_zero(steps, authorities.unit), without], england.table(authorities, caption))


def _draw(authorities, compared, steps):
    beside = captions.of_references(compared, authorities)
    sheet = pictures.sheet(WIDTH, HEIGHT)
    width = WIDTH - panels.LEFT - (captions.margin(beside) if beside else panels.EDGE)
    axes = panels.panel(sheet, panels.LEFT, FOOT, width, HEIGHT - HEAD - FOOT)
    many = len(authorities.known)
    _order(axes, many)
    panels.show_scale(axes, steps, authorities.unit)
    panels.show_references(axes, compared)
    lines = [(many * each / SAMPLES, one.high) for one in compared for each in range(SAMPLES)]
    dots.draw(axes, authorities, range(many), lines)
    dots.key(axes, authorities)
    captions.write(axes, beside)
    return sheet


def _order(axes, many):
    """Places from the lowest value to the highest, with words at the foot instead of numbers."""
    pad = panels.EDGE * max(many - 1, 1) / (panels.wide(axes)[0] - 2 * panels.EDGE)
    axes.set(xlim=(-pad, many - 1 + pad), xticks=[])
    words = (("left", "Lowest"), ("center", f"{many} authorities, in the order of their values"), ("right", "Highest"))
    for at, (side, said_there) in zip((0, 0.5, 1), words if many > 1 else ()):
        axes.annotate(said_there, (at, 0), (0, panels.MONTH_BELOW), xycoords="axes fraction", textcoords="offset points", ha=side, va="baseline")


def _alternative(message, authorities, compared, without):
    known, neighbours = authorities.known, authorities.of(NEIGHBOUR)
    between = f"The values of {len(known)} authorities run from {_from_to(known)}." if len(known) > 1 else ""
    return " ".join(filter(None, [alternatives.sentence(message), _of_ours(authorities), between, _of_neighbours(neighbours),
                                  alternatives.compared(compared, authorities), without]))


def _of_ours(authorities):
    ours = authorities.ours
    if ours is None:
        return ""
    others = [row.value for row in authorities.known if row is not ours]
    lower, level = sum(value < ours.value for value in others), sum(value == ours.value for value in others)
    counted = [f"{lower} of the {len(others)} others are lower", f"{level} the same" if level else "", f"{len(others) - lower - level} higher"]
    return f"{ours.name} stands at {said(ours)}{': ' + descriptions.listed(filter(None, counted)) if others else ''}."


def _of_neighbours(neighbours):
    if len(neighbours) == 1:
        return f"Its neighbour {neighbours[0].name} stands at {said(neighbours[0])}."
    return f"Its {len(neighbours)} neighbours with a figure run from {_from_to(neighbours)}." if neighbours else ""


def _from_to(rows):
    return f"{said(rows[0])} ({rows[0].name}) to {said(rows[-1])} ({rows[-1].name})"
