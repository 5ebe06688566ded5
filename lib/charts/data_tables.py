"""The table of figures one click below a chart: months down, a column a strand, every figure a `<data>` that says where it belongs."""

from html import escape

import pandas

from lib import marks
from lib.charts import descriptions

NO_FIGURE = "no figure"


def frame(strands):
    """The strands as a DataFrame: `month`, then a column a label with unrounded values."""
    return pandas.DataFrame({"month": strands[0].months} | {strand.label: strand.values for strand in strands})


def html(strands, caption):
    """The strands as a table of the page."""
    heads = "".join(f'<th scope="col">{escape(strand.label)}</th>' for strand in strands)
    rows = "".join(_row(strands, position) for position in range(len(strands[0].months)))
    first = "Year" if "/" in descriptions.moment(strands[0].months[0], strands[0].basis) else "Month"
    return (f'<table class="figures plain"><caption>{escape(caption)}</caption><thead><tr><th scope="col">{first}</th>{heads}</tr></thead>'
            f'<tbody>{rows}</tbody></table>')


def _row(strands, position):
    name = descriptions.moment(strands[0].months[position], strands[0].basis)
    return f'<tr><th scope="row">{name}</th>{"".join(_cell(strand, position) for strand in strands)}</tr>'


def _cell(strand, position):
    if position not in strand.points:
        return f'<td class="words">{escape(marks.reason(strand.states[position]) or NO_FIGURE)}</td>'
    return f'<td class="number">{_figure(strand, position)}</td>'


def _figure(strand, position):
    value = strand.values[position]
    attributes = {"value": int(value) if value.is_integer() else value, "data-measure": strand.measure, "data-month": strand.months[position],
             "data-basis": strand.basis, "data-category": strand.category, "data-part": "value"}
    said = " ".join(f'{name}="{escape(str(attribute))}"' for name, attribute in attributes.items())
    return f"<data {said}>{descriptions.at(strand, position)}</data>"
