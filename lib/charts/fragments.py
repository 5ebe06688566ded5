"""A chart as a page and a notebook hold it: title, drawing, text alternative, source and data; and what stands there without figures."""

import base64
import re
from dataclasses import dataclass, field
from functools import cached_property
from html import escape

import pandas

from lib import marks
from lib.charts import alternatives, data_tables, descriptions, pictures
from lib.errors import WorkbookError

WORKBOOK = re.compile(r"[\w-]+\.xls[xm]?\b")


@dataclass(frozen=True, eq=False)
class Chart:
    """One drawing with everything said about it.

    `key` is the stem of its files and the start of its ids, `measure` the keys of what it draws with a space between, `title` the message,
    `subtitle` measure, place and period, `alt` its text alternative, `data` what is drawn (month, then a column a label, unrounded),
    `svg` the drawing, `source` where the figures come from, `note` what to know of the scale and the gaps, `table` the data as HTML.
    """

    key: str
    measure: str
    title: str
    subtitle: str
    alt: str
    data: pandas.DataFrame = field(repr=False)
    svg: str = field(repr=False)
    source: str
    note: str
    table: str = field(repr=False)
    drawing: object = field(repr=False)

    @cached_property
    def png(self):
        """The drawing as PNG bytes at 200 dots an inch, made when first asked for."""
        return pictures.png(self.drawing)

    @property
    def html(self):
        """The chart as the page's `<figure>`."""
        label = escape(f"Data: {self.subtitle}")
        return (f'<figure class="chart" id="chart-{self.key}"><figcaption><strong class="message">{escape(self.title)}</strong> '
                f'<span class="subtitle">{escape(self.subtitle)}</span></figcaption>{self.svg}'
                f'<p class="source">{escape(" ".join(filter(None, [self.source, self.note])))}</p>'
                f'<details class="chart-data"><summary>Data for this chart</summary><div class="table-scroll" tabindex="0" role="region" '
                f'aria-label="{label}">{self.table}</div></details></figure>')

    def _repr_mimebundle_(self, include=None, exclude=None):
        bundle = {"text/html": self.html, "text/plain": self.alt, "image/png": base64.b64encode(self.png).decode("ascii")}
        return bundle, {"chart": {"key": self.key, "measure": self.measure, "title": self.title, "alt": self.alt}}


@dataclass(frozen=True)
class Absence:
    """What stands where a chart would, when there is nothing to draw."""

    words: str

    @property
    def html(self):
        """
        >>> Absence("There are no figures for contacts.").html
        '<p class="absence">There are no figures for contacts.</p>'
        """
        return f'<p class="absence">{escape(self.words)}</p>'

    def _repr_html_(self):
        return self.html


def chart(key, message, place, strands, drawing, references=(), subject="", source="", notes=(), without=(), rows=None):
    """The chart that this drawing of these strands is."""
    subtitle = descriptions.subtitle(strands, place, subject)
    notes = [*notes, *(alternatives.missing(strand) for strand in strands), alternatives.absent(without)]
    compared = [descriptions.reference(each, strands[-1]) for each in references]
    return assembled(key, " ".join(dict.fromkeys(strand.measure for strand in strands)), message, subtitle,
                     alternatives.text(message, strands, references, without), data_tables.frame(strands), drawing,
                     source or sources(place, rows), notes, data_tables.html(strands, "; ".join([subtitle, *compared])))


def assembled(key, measure, message, subtitle, alt, data, drawing, source, notes, table):
    """The Chart of these parts; notes that are empty are left out. Raises WorkbookError for a key that names no file."""
    _check(key)
    return Chart(key, measure, message, subtitle, alt, data, pictures.svg(drawing, key, alt), source,
                 " ".join(note for note in notes if note), table, drawing)


def absence(message, place, rows):
    """The words that stand for a chart without a single figure: of what, where and when, and the returns' own words where they gave any."""
    if rows.empty:
        return Absence(f"There are no figures in {place} for this chart{f': {message}' if message else ''}.")
    names = descriptions.listed(dict.fromkeys(rows["name"]))
    when = descriptions.stretch((rows["month"].min(), rows["month"].max()), rows["basis"].iloc[0])
    said = [marks.reason(state) for state in dict.fromkeys(rows["state"]) if state]
    because = f" Reason given: {'; '.join(said)}." if said else ""
    return Absence(f"There are no figures for {names} in {place}, {when}.{because}")


def sources(place, rows):
    """Where the figures come from: the returns that the rows' own sources name; and of how many children rates among them are."""
    files = sorted(set(WORKBOOK.findall(" ".join(rows["source"].dropna().astype(str)))))
    of = marks.estimates(rows.itertuples()) if "population_year" in rows else ""
    return " ".join(filter(None, [f"Source: {place}'s returns{f' ({descriptions.listed(files)})' if files else ''}.", of]))


def _check(key):
    if not re.fullmatch(r"[A-Za-z][\w-]*", key):
        raise WorkbookError("a chart's key", f'"{key}"', "letters, digits, hyphens and underscores, a letter first",
                            "Give the chart another key: it names its files and its place in the page.")
