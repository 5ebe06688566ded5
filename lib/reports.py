"""What a notebook opens: one service area of one authority and month, and the views that its essay is made of."""

import re
from dataclasses import dataclass
from html import escape
from pathlib import Path

import numpy as np
import pandas as pd

from lib import (absences, benchmarks, breakdowns, categories, charts, commentary, comparisons, errors, figures, headlines, narrative,
                 periods, published, quantities, returns, service_areas, settings, strips, targets, topics)
from lib.audiences import INTERNAL, PUBLISHED, for_audience

NAMED = 2       # measures named one by one in a line
PYRAMID = categories.crossed(categories.AGE_BAND, "sex")
FRAGMENTS = Path(__file__).parent / "templates" / "report" / "fragments.css"
UNCHECKED = '<p class="absence">The analyst\'s commentary is left out of a published edition.</p>'
OUTPUTS = ".jp-Notebook:has(style.notebook-only) .jp-RenderedHTML"      # where JupyterLab puts the HTML of a notebook that holds the styles
LINES = (charts.trend, charts.lines, charts.by_category, charts.number_with_rate)       # the charts that are lines through months


@dataclass(frozen=True)
class Stages:
    """Everything an edition rests on, in the order of the flow."""

    settings: settings.Settings
    received: object
    counted: pd.DataFrame
    calculated: pd.DataFrame
    compared: pd.DataFrame
    benchmarks: pd.DataFrame
    published: pd.DataFrame
    findings: pd.DataFrame
    restatements: pd.DataFrame


def stages(authority, month, audience=INTERNAL):
    """The frames of an authority's month, each computed once and remembered on disk. Raises errors.Refused for input no edition can be made of."""
    rules = settings.in_force(authority, month)
    received = returns.read(rules)
    counted = quantities.count(received, rules)
    calculated = figures.calculate(counted, rules)
    compared = for_audience(comparisons.compare(calculated, rules), audience)
    return Stages(rules, received, counted, calculated, compared, benchmarks.stand(compared, rules), published.of(rules), findings(received, counted, rules),
                  figures.restatements(counted, rules))


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
        left_out = UNCHECKED if self.audience == PUBLISHED else ""
        return Opening(f'<div class="headline" data-words="drafted"><p>{" ".join(sentences)}</p></div>{left_out}')

    def words(self, topic):
        """What a topic means, the paragraph drafted from its figures, and the analyst's own."""
        chosen = service_areas.topic(topic)
        drafted, analyst = narrative.topic(self.compared, chosen, self.rules), self._analyst(topic)
        returned = bool(drafted) or topics.is_returned(self.compared, chosen, self.rules)
        folds = "" if returned or "data-words" in analyst else " absent"
        drafted = drafted or absences.instead(chosen.title, self.rules.month, returned)
        return Shown(f'<section class="topic{folds}" id="topic-{topic}" aria-label="{escape(chosen.title)}">'
                     f'<p class="definition">{escape(chosen.definition)}</p><div data-words="drafted">{drafted}</div>{analyst}</section>')

    def year(self, topic):
        """A topic's figures month by month, its past years and benchmarks; and what the returns disagree on."""
        chosen = service_areas.topic(topic)
        if not topics.is_returned(self.compared, chosen, self.rules):
            return Shown(absences.paragraph(chosen.title, self.rules.month))
        return Shown(topics.table(self.compared, chosen, self.rules) + topics.disagreements(self.compared, chosen, self.rules))

    def strip(self, *measures, category="", breakdown=""):
        """The month and the year to date beside what comparators published: of all, of a category, or of each of a breakdown."""
        return self._table(strips.table(self.compared, measures, self.rules, breakdown, category), measures, breakdown, category)

    def breakdown(self, by, *measures):
        """Measures by category, a column each, the whole authority last."""
        return self._table(breakdowns.table(self.compared, by, measures, self.rules), measures, by)

    def matrix(self, measure, by, *beside):
        """A measure by two breakdowns at once, such as "team | stage", with its totals; then other measures by the first of the two."""
        return self._table(breakdowns.matrix(self.compared, measure, by, beside, self.rules), [measure], by)

    def recent(self, measure, by, share="", months=6):
        """A measure by category over the last months; with `share`, a measure, its share of the whole in brackets."""
        return self._table(breakdowns.recent(self.compared, measure, by, share, months, self.rules), [measure], by)

    def pyramid(self, measure):
        """Children of the month by age band and sex."""
        rows, bands = (self.rows(measure, breakdown=by).query("month == @self.rules.month") for by in (PYRAMID, categories.AGE_BAND))
        return self._chart(charts.pyramid, [rows], _said(headlines.largest_group, bands if bands.value.notna().any() else rows), measure)

    def mix(self, measure, by, subject=""):
        """A measure's categories stacked month by month; `subject` is what the chart calls them together."""
        rows = self.rows(measure, breakdown=by).assign(decimals=service_areas.measure(measure).decimals)
        message = _said(headlines.largest, rows, dict(zip(rows.category, rows.category)))
        return self._chart(charts.mix, [rows], message, measure, subject=subject)

    def trend(self, measure, basis="", beside="target", category=""):
        """A line of one measure over the months, beside its target, a comparator such as "england", or nothing."""
        rows = self.rows(measure, basis, category)
        return self._chart(charts.trend, [rows], self._message(rows), measure, reference=self._reference(rows, beside))

    def stacked(self, *measures, subject=""):
        """Several measures' shares of one whole, stacked month by month; `subject` is what the chart calls them together."""
        rows = pd.concat([self.rows(measure) for measure in measures], ignore_index=True)
        labels = self._labels(rows)
        return self._chart(charts.stacked, [rows], _said(headlines.largest, rows, labels), *measures, labels=labels, subject=subject)

    def started_and_ceased(self, started, ceased):
        """What began and what ended in each month, side by side."""
        both = self.rows(started), self.rows(ceased)
        return self._chart(charts.started_and_ceased, both, "; ".join(filter(None, map(self._message, both))), started, ceased)

    def number_with_rate(self, number, rate, basis=""):
        """A number of children above its rate per 10,000, month by month, with the rate's target."""
        numbers, rates = self.rows(number, basis), self.rows(rate, basis)
        reference = self._reference(rates, "target")
        return self._chart(charts.number_with_rate, [numbers, rates], self._message(numbers), number, rate, reference=reference)

    def lines(self, *measures, subject=""):
        """Up to four measures of one unit as lines; `subject` is what the chart calls them together."""
        rows = pd.concat([self.rows(measure) for measure in measures], ignore_index=True)
        labels = self._labels(rows)
        return self._chart(charts.lines, [rows], _said(headlines.side_by_side, rows, labels), *measures, labels=labels, subject=subject)

    def by_category(self, measure, breakdown):
        """A measure by category, a small panel each on one scale, beside the target of each."""
        rows = self.rows(measure, breakdown=breakdown)
        targets = {category: self._reference(group, "target") for category, group in rows.groupby("category", sort=False)}
        beside = {category: target for category, target in targets.items() if target}
        return self._chart(charts.by_category, [rows], _said(headlines.extremes, rows), measure, reference=beside or None)

    def rows(self, measure, basis="", category="", breakdown=""):
        """The comparison rows of one measure on a basis (its natural one), up to the month; categories in the lines' order, then their own."""
        basis = basis or service_areas.measure(measure).natural_basis
        rows = self.compared.query("measure == @measure and basis == @basis and month <= @self.rules.month")
        chosen = rows[rows.breakdown == breakdown] if breakdown else rows[rows.category == category]
        order = {line: place for place, line in enumerate(self.rules.lines.category)}
        places = {(by, name): (order.get(name, len(order)), categories.place(by, name, self.rules.teams))
                  for by, name in set(zip(chosen.breakdown, chosen.category))}
        ordered = sorted(zip(chosen.breakdown, chosen.category, chosen.month, chosen.index), key=lambda row: (places[row[:2]], row[2]))
        return chosen.loc[[row[-1] for row in ordered]].reset_index(drop=True)

    def _table(self, html, measures, by="", category=""):
        """A table, or the line that stands in its place."""
        if html:
            return Shown(html)
        rows = self.compared[self.compared.measure.isin(measures)]
        rows = rows[rows.breakdown == by if by else rows.category == category]
        subject = [_titles(*measures), category or (f"by {' and '.join(categories.parts(by))}" if by else "")]
        returned = absences.returned(rows[rows.category == category] if category else rows)
        return Shown(absences.instead(", ".join(filter(None, subject)), self.rules.month, returned))

    def _chart(self, draw, frames, message, *measures, **more):
        """A chart, or the line that stands in its place where nothing was returned."""
        if not any(map(absences.returned, frames)):
            return Shown(absences.paragraph(_titles(*measures), self.rules.month))
        known = {month for frame in frames for month in frame.month[frame.value.notna()]}
        if draw in LINES and len(known) == 1:
            return Shown(absences.one_month_alone(_titles(*measures), *known))
        return draw(*frames, message=message or _titles(*measures), place=self.place, **more)

    def _analyst(self, topic):
        """The analyst's words; never in a published edition, since nobody has checked which small numbers they quote."""
        return "" if self.audience == PUBLISHED else commentary.words(self.rules, topic)

    def _of_area(self):
        return self.compared[self.compared.area == self.area]

    def _message(self, rows):
        return headlines.headline(_last(rows)) if len(rows) else ""

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
        return None if np.isnan(value) else (f"{benchmarks.HEADINGS.get(beside, beside)}, {periods.spoken(getattr(row, f'{beside}_period'))}", value)

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
    """What a view would have shown, for the line that stands in its place where nothing was returned; of many measures the first."""
    titles = [service_areas.measure(measure).title for measure in measures]
    return "; ".join(titles) if len(titles) <= NAMED else f"{titles[0]} and others"


def _last(rows):
    known = rows[rows.value.notna()]
    return next((known if len(known) else rows).tail(1).itertuples())
