"""Pyramids: children by age band, girls to the left of the bands' names and boys to the right."""

import numpy as np
import pandas

from lib import categories, marks, periods
from lib.charts import axes as panels
from lib.charts import alternatives, data_tables, fragments, palettes, pictures
from lib.charts.descriptions import listed

WIDTH, BAND, NAMES = 540, 26, 84            # points: the drawing, a band's height and the room for the bands' names
HEAD, FOOT = 24, 6                          # points above the bars, for the sides' names, and below
VALUE = 30                                  # points kept at a bar's end for its value
THICK = 0.74                                # of a band's height that its bar fills
SIDES = ("Female", "Male")


def pyramid(rows, message, place, key=None, source=""):
    """The numbers of one month by age band and sex, as bars back to back, the youngest at the foot.

    `rows` are comparison rows of one measure, basis and month, by "age band | sex", in the bands' order. Children of another sex, or of
    whom sex or age is not recorded, are not drawn: a note tells how many. Gives back a Chart, or an Absence.
    """
    if rows["value"].isna().all():
        return fragments.absence(message, place, rows)
    cells = {categories.parts(row.category): row for row in rows.itertuples()}
    bands = [band for band in dict.fromkeys(band for band, _ in cells) if band != categories.NOT_RECORDED]
    sexes = [*SIDES, *dict.fromkeys(sex for _, sex in cells if sex not in SIDES)]
    first = next(iter(cells.values()))
    subtitle = f"{first.name} by age and sex, {place}, {periods.span(first.month, first.basis)}"
    notes = _not_drawn(cells, bands)
    alt = " ".join([alternatives.sentence(message), *(_spoken(cells, band) for band in bands), *notes])
    with pictures.style():
        drawing = _draw(cells, bands)
    return fragments.assembled(key or f"{first.measure}-pyramid", first.measure, message, subtitle, alt, _frame(cells, sexes), drawing,
                               source or fragments.sources(place, rows), notes, _table(cells, sexes, subtitle))


def _draw(cells, bands):
    tall = BAND * len(bands)
    sheet = pictures.sheet(WIDTH, FOOT + tall + HEAD)
    side = (WIDTH - NAMES) / 2
    most = max([cells[cell].value for cell in cells if cell[0] in bands and cell[1] in SIDES and cells[cell].value > 0], default=1)
    limit = most * side / (side - VALUE)
    for sex, left, colour in zip(SIDES, (0, side + NAMES), palettes.PAIR):
        axes = panels.panel(sheet, left, FOOT, side, tall)
        axes.set(xlim=(limit, 0) if left == 0 else (0, limit), ylim=(-0.5, len(bands) - 0.5), xticks=[], yticks=[])
        axes.spines["bottom"].set_visible(False)
        _bars(axes, [cells.get((band, sex)) for band in bands], sex, colour, "right" if left == 0 else "left")
    for place, band in enumerate(bands):
        sheet.text(0.5, (FOOT + (place + 0.5) * BAND) / (FOOT + tall + HEAD), band, ha="center", va="center")
    return sheet


def _bars(axes, rows, sex, colour, side):
    """One side's bars with the value at the end of each; `side` is where its text stands to the bar's end."""
    values = [0 if row is None or np.isnan(row.value) else row.value for row in rows]
    axes.barh(range(len(rows)), values, THICK, color=colour, edgecolor="white", linewidth=0.8)
    for place, (row, value) in enumerate(zip(rows, values)):
        axes.annotate(_printed(row), (value, place), (-4 if side == "right" else 4, 0), textcoords="offset points", ha=side, va="center")
    axes.annotate(sex, (0, 1), (0, 8), xycoords=("data", "axes fraction"), textcoords="offset points", ha=side, fontweight="bold")


def _printed(row):
    """A bar's value; "c" for one that is withheld."""
    if row is None or np.isnan(row.value):
        return "c" if row is not None and marks.reason(row.state) == marks.SUPPRESSED else ""
    return marks.printed(row.value, row.unit, row.decimals)


def _said(row):
    """A value as a sentence has it."""
    if row is None or np.isnan(row.value):
        return "no figure" if row is None or not row.state else marks.reason(row.state)
    return marks.printed(row.value, row.unit, row.decimals)


def _spoken(cells, band):
    return f"{band}: {' and '.join(f'{_said(cells.get((band, sex)))} {sex.lower()}' for sex in SIDES)}."


def _not_drawn(cells, bands):
    """A sentence on the children that no bar shows; nothing where there are none."""
    left = [row for (band, sex), row in cells.items() if (band not in bands or sex not in SIDES) and not row.value == 0]
    if not left:
        return []
    return [f"Not drawn: {listed(', '.join(categories.parts(row.category)) + f' ({_said(row)})' for row in left)}."]


def _frame(cells, sexes):
    bands = dict.fromkeys(band for band, _ in cells)
    values = {sex: [getattr(cells.get((band, sex)), "value", np.nan) for band in bands] for sex in sexes}
    return pandas.DataFrame({"age band": list(bands)} | values)


def _table(cells, sexes, caption):
    bands = dict.fromkeys(band for band, _ in cells)
    return data_tables.table(caption, "Age", sexes, [(band, [marks.cell(cells.get((band, sex))) for sex in sexes]) for band in bands])
