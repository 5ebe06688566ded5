"""What a notebook opens: one service area of one authority and month, and the views that its essay is made of."""

import re
from dataclasses import dataclass
from html import escape
from pathlib import Path

import numpy as np
import pandas as pd

from lib import (benchmarks, charts, commentary, comparisons, disclosure, errors, figures, headlines, narrative, periods, quantities, returns,
                 service_areas, settings, targets, topics)
from lib.measures import COUNT, PERCENT

PLACE = ["breakdown", "category", "basis", "month"]
FRAGMENTS = Path(__file__).parent / "templates" / "report" / "fragments.css"
OUTPUTS = ".jp-Notebook:has(style.notebook-only) .jp-RenderedHTML"      # where JupyterLab puts the HTML of a notebook that holds the styles
INTERNAL, PUBLISHED = AUDIENCES = ("internal", "published")


@dataclass(frozen=True)
class Stages:
    """Everything an edition rests on, in the order of the flow."""

    settings: settings.Settings
    received: object
    counted: pd.DataFrame
    calculated: pd.DataFrame
    compared: pd.DataFrame
    benchmarks: pd.DataFrame
    findings: pd.DataFrame
    restatements: pd.DataFrame


def stages(authority, month, audience=INTERNAL):
    """The frames of an authority's month, each computed once and remembered on disk. Raises errors.Refused for input no edition can be made of."""
    rules = settings.in_force(authority, month)
    received = returns.read(rules)
    counted = quantities.count(received, rules)
    calculated = figures.calculate(counted, rules)
    compared = for_audience(comparisons.compare(calculated, rules), audience)
    return Stages(rules, received, counted, calculated, compared, benchmarks.stand(compared, rules), findings(received, counted, rules),
                  figures.restatements(counted, rules))


def for_audience(compared, audience):
    """Comparison rows fit for those who read them: whole for internal use, small numbers suppressed for publication."""
    if audience not in AUDIENCES:
        raise errors.Refused("the audience asked for", f'"{audience}"', f"one of {' and '.join(AUDIENCES)}",
                             f"correct it and run again.{errors.nearest(audience, AUDIENCES)}")
    return _suppressed(compared) if audience == PUBLISHED else compared


def _suppressed(compared):
    """The rows fit for publication. A percentage given without its parts is judged by the parts it implies where its whole is published."""
    numbers = compared[(compared.unit == COUNT) & compared.value.notna()]
    wholes = dict(zip(numbers[["measure", *PLACE]].itertuples(index=False, name=None), numbers.value))
    named = compared.measure.map(lambda key: service_areas.measure(key).denominator)
    whole = pd.Series([wholes.get(key, np.nan) for key in zip(named, *(compared[column] for column in PLACE))], index=compared.index)
    implied = (compared.unit == PERCENT) & compared.denominator.isna() & compared.value.notna() & whole.notna()
    with_parts = compared.assign(numerator=compared.numerator.where(~implied, (compared.value * whole / 100).round()),
                                 denominator=compared.denominator.where(~implied, whole))
    fit = disclosure.suppress(with_parts)
    return fit.assign(numerator=fit.numerator.where(~implied), denominator=fit.denominator.where(~implied))


def findings(received, counted, rules):
    """Everything that was found wrong with the month's returns, the benchmarks and the commentary; errors first.

    What was wrong with earlier months' returns was said in their own editions.
    """
    found = pd.concat([received.findings, figures.disagreements(counted, rules), benchmarks.findings(rules),
                       errors.frame(commentary.findings(rules))], ignore_index=True)
    found = found.loc[[not re.match(r"\d{4}-\d{2}/", file) or file.startswith(f"{rules.month}/") for file in found.file]]
    return found.sort_values("severity", key=lambda severity: severity.map(errors.SEVERITIES.index), kind="stable").reset_index(drop=True)


@dataclass(frozen=True)
class Shown:
    """A piece of a page: HTML that JupyterLab shows and a page carries as it is."""

    html: str

    def _repr_html_(self):
        return self.html


class Opening(Shown):
    """The first piece: in JupyterLab it brings the look of all of them along, which a page has by itself and leaves out."""

    def _repr_html_(self):
        fragments = FRAGMENTS.read_text(encoding="utf-8").replace(":root", "&")
        return (f'{self.html}<style class="notebook-only">{OUTPUTS} {{ padding-right: 1rem; background: #fff; color: var(--ink); '
                f'p {{ max-width: var(--column); }}\n{fragments}}}</style>')


def open(area, compared, rules, audience=INTERNAL):
    """The report of a service area: its rows of the comparison, for that audience, and the views on them."""
    return Report(area, for_audience(compared, audience), rules, audience)


@dataclass(frozen=True)
class Report:
    """One service area's rows and the views that a notebook asks for, by topic or by measure."""

    area: str
    compared: pd.DataFrame
    rules: settings.Settings
    audience: str = INTERNAL

    @property
    def place(self):
        return self.rules.authority.name

    def headline(self):
        """The area's state in two or three sentences: its colours, and what is most worth knowing."""
        rows = self._of_area()
        sentences = [headlines.colours(rows, self.rules), *map(headlines.marked_headline, headlines.notable(rows, self.rules, most=2))]
        return Opening(f'<div class="headline" data-words="drafted"><p>{" ".join(sentences)}</p></div>')

    def words(self, topic):
        """What a topic means, the paragraph drafted from its figures, and the analyst's own."""
        chosen = service_areas.topic(topic)
        drafted = narrative.topic(self.compared, chosen, self.rules) or f"<p>{self._nothing(chosen)}</p>"
        return Shown(f'<section class="topic" id="topic-{topic}" aria-label="{escape(chosen.title)}"><p class="definition">{escape(chosen.definition)}</p>'
                     f'<div data-words="drafted">{drafted}</div>{self._analyst(topic)}</section>')

    def year(self, topic):
        """A topic's figures month by month, its past years and benchmarks; and what the returns disagree on."""
        chosen = service_areas.topic(topic)
        if self._of_topic(chosen).empty:
            return Shown(f'<p class="absence">{self._nothing(chosen)}</p>')
        return Shown(topics.table(self.compared, chosen, self.rules) + topics.disagreements(self.compared, chosen, self.rules))

    def trend(self, measure, basis="", beside="target", category=""):
        """A line of one measure over the months, beside its target, a comparator such as "england", or nothing."""
        rows = self.rows(measure, basis, category)
        return charts.trend(rows, message=self._message(rows) or _titles(measure), place=self.place, reference=self._reference(rows, beside))

    def stacked(self, *measures, subject=""):
        """Several measures' shares of one whole, stacked month by month; `subject` is what the chart calls them together."""
        rows = pd.concat([self.rows(measure) for measure in measures], ignore_index=True)
        labels = self._labels(rows)
        return charts.stacked(rows, message=_said(headlines.largest, rows, labels) or _titles(*measures), place=self.place, labels=labels, subject=subject)

    def started_and_ceased(self, started, ceased):
        """What began and what ended in each month, side by side."""
        first, second = self.rows(started), self.rows(ceased)
        return charts.started_and_ceased(first, second, message=self._messages(first, second) or _titles(started, ceased), place=self.place)

    def number_with_rate(self, number, rate, basis=""):
        """A number of children above its rate per 10,000, month by month, with the rate's target."""
        numbers, rates = self.rows(number, basis), self.rows(rate, basis)
        return charts.number_with_rate(numbers, rates, message=self._message(numbers) or _titles(number, rate), place=self.place,
                                       reference=self._reference(rates, "target"))

    def lines(self, *measures, subject=""):
        """Up to four measures of one unit as lines; `subject` is what the chart calls them together."""
        rows = pd.concat([self.rows(measure) for measure in measures], ignore_index=True)
        labels = self._labels(rows)
        return charts.lines(rows, message=_said(headlines.side_by_side, rows, labels) or _titles(*measures), place=self.place, labels=labels, subject=subject)

    def by_category(self, measure, breakdown):
        """A measure by category, a small panel each on one scale, beside the target of each."""
        rows = self.rows(measure, breakdown=breakdown)
        targets = {category: self._reference(group, "target") for category, group in rows.groupby("category", sort=False)}
        beside = {category: target for category, target in targets.items() if target}
        return charts.by_category(rows, message=_said(headlines.extremes, rows) or _titles(measure), place=self.place, reference=beside or None)

    def rows(self, measure, basis="", category="", breakdown=""):
        """The comparison rows of one measure on a basis (its natural one), up to the edition's month; categories in the lines' order."""
        basis = basis or service_areas.measure(measure).natural_basis
        rows = self.compared.query("measure == @measure and basis == @basis and month <= @self.rules.month")
        chosen = rows[rows.breakdown == breakdown] if breakdown else rows[rows.category == category]
        order = {line: place for place, line in enumerate(self.rules.lines.category)}
        placed = chosen.category.map(lambda name: order.get(name, len(order)))
        return chosen.assign(placed=placed).sort_values(["placed", "category", "month"], ignore_index=True).drop(columns="placed")

    def _analyst(self, topic):
        """The analyst's words; never in a published edition, since nobody has checked which small numbers they quote."""
        if self.audience == PUBLISHED:
            return '<p class="absence">The analyst\'s commentary is left out of a published edition.</p>'
        return commentary.words(self.rules, topic)

    def _of_area(self):
        return self.compared[self.compared.area == self.area]

    def _of_topic(self, chosen):
        return self.compared[self.compared.measure.isin([series.measure for series in chosen.shows]) & (self.compared.state != figures.NOT_COVERED)]

    def _nothing(self, chosen):
        return f"{escape(chosen.title)}: nothing was returned up to {periods.long_name(self.rules.month)}."

    def _message(self, rows):
        return headlines.headline(_last(rows)) if len(rows) else ""

    def _messages(self, *several):
        return "; ".join(filter(None, map(self._message, several)))

    def _labels(self, rows):
        titles = rows.title.where(rows.title != "", rows.name if "name" not in rows else rows["name"])
        return dict(zip(rows.measure, titles))

    def _reference(self, rows, beside):
        """A label and a value, or a band, that a chart draws beside a measure."""
        if not len(rows) or not beside:
            return None
        row = _last(rows)
        if beside == "target":
            return self._target(row)
        value = getattr(row, beside)
        return None if np.isnan(value) else (f"{benchmarks.HEADINGS.get(beside, beside)}, {getattr(row, f'{beside}_period')}", value)

    def _target(self, row):
        lines = self.rules.lines
        line = next(lines[(lines.code == row.code) & (lines.target != "")].itertuples(), None)
        if line is None:
            return None
        of = " for the year to date" if line.judged != row.basis else ""
        if line.target in ("at_least", "at_most"):
            return f"Target{of}: {targets.words(line, row.unit)}", line.green
        return f"Target range{of}", targets.span(line)


def _said(words, rows, *more):
    """A title in those words; empty where no row has a value, which the chart says itself."""
    return words(rows, *more) if rows.value.notna().any() else ""


def _titles(*measures):
    """What a chart would have shown, for the line that stands in its place where nothing was returned."""
    return "; ".join(service_areas.measure(measure).title for measure in measures)


def _last(rows):
    known = rows[rows.value.notna()]
    return next((known if len(known) else rows).tail(1).itertuples())
