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
    rows = [(_moment(strands, position), [_cell(strand, position) for strand in strands]) for position in range(len(strands[0].months))]
    first = "Year" if strands[0].basis in descriptions.YEARLY else "Month"
    return table(caption, first, [strand.label for strand in strands], rows)


def table(caption, first, headings, rows, kind="plain"):
    """A table of the page from its headings and (row heading, finished cells) pairs; `kind` names its classes."""
    heads = "".join(f'<th scope="col">{escape(heading)}</th>' for heading in (first, *headings))
    body = "".join(f'<tr><th scope="row">{escape(name)}</th>{"".join(cells)}</tr>' for name, cells in rows)
    return f'<table class="figures {kind}"><caption>{escape(caption)}</caption><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>'


def _moment(strands, position):
    return descriptions.moment(strands[0].months[position], strands[0].basis)


def _cell(strand, position):
    if position not in strand.points:
        return f'<td class="words">{escape(marks.reason(strand.states[position]) or NO_FIGURE)}</td>'
    return f'<td class="number">{_figure(strand, position)}</td>'


def _figure(strand, position):
    value = strand.values[position]
    if strand.published:
        year = descriptions.period(strand.months[position], strand.basis)
        return marks.published(value, descriptions.at(strand, position), strand.measure, year, **dict([strand.published]))
    attributes = {"value": int(value) if value.is_integer() else value, "data-measure": strand.measure, "data-month": strand.months[position],
             "data-basis": strand.basis, "data-breakdown": strand.breakdown, "data-category": strand.category, "data-part": "value"}
    said = " ".join(f'{name}="{escape(str(attribute))}"' for name, attribute in attributes.items())
    return f"<data {said}>{descriptions.at(strand, position)}</data>"
