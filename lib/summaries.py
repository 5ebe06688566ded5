"""The front page of an edition: five sentences, what changed, what is off target, the scorecard, and what was wrong with the returns."""

from dataclasses import dataclass
from html import escape

import pandas as pd

from lib import agencies, cards, charts, datasets, errors, headlines, marks, periods, scorecards, service_areas, settings, tables, workforce_tables
from lib.audiences import INTERNAL, PUBLISHED, for_audience
from lib.reports import Opening, Shown

SENTENCES = 5
OFF_TARGET = ("red", "amber")
SHOWN_FINDINGS = 40
NO_TARGET = "No line has a target."
SHOWN_RECORDS = 8
NAMED_RESTATEMENTS = 3
VIEWS = {"scorecard": "Scorecard", "cards": "Measure by measure", "dataset": "Thirteen months", "agencies": "Contacts by agency",
         "workforce": "Workforce"}
SEVERITIES = {"error": "Could not be used", "warning": "Used, but look at it", "note": "Worth knowing"}


def open(compared, rules, findings, restatements, audience="internal"):
    """The summary of an edition, from its comparison rows, what was found wrong with what it was made of, and what a later return restated."""
    return Summary(for_audience(compared, audience), rules, findings, restatements, audience)


@dataclass(frozen=True)
class Summary:
    """An edition's rows, and the views of the front page."""

    compared: pd.DataFrame
    rules: settings.Settings
    findings: pd.DataFrame
    restatements: pd.DataFrame
    audience: str = INTERNAL

    def five_sentences(self):
        """What a director should know, in five sentences: the colours, what most needs attention, what improved, what else moved, and how sound the returns are."""
        lines = self._lines()
        worst = headlines.notable(lines[(lines.rag == "red") & (lines.better != "better")], self.rules, most=2)
        best = [row for before, row in self._turned() if row.better == "better" and _improved(before, row)] or headlines.notable(lines[lines.better == "better"], self.rules)
        told = [*worst, *best[:1]]
        others = [row for row in headlines.notable(lines, self.rules, most=SENTENCES) if row.code not in {each.code for each in told}]
        told += others[:SENTENCES - 2 - len(told)]
        colours = headlines.colours(lines, self.rules) if (lines.target != "").any() else NO_TARGET
        sentences = [colours, *map(headlines.marked_headline, told), self._soundness()]
        items = "".join(f"<p>{sentence}</p>" for sentence in sentences[:SENTENCES])
        return Opening(f'<div class="five-sentences" data-words="drafted">{items}</div>')

    def what_changed(self):
        """The lines whose colour changed since the month before, and those that stand at a record."""
        lines = self._lines()
        at_record = ["start" in (row.highest_since, row.lowest_since) for row in lines.itertuples()]
        records = headlines.notable(lines[at_record], self.rules, most=SHOWN_RECORDS)
        return Shown(_turned(self._turned()) + _records(records))

    def off_target(self):
        """Every line that is red or amber, the red first: its value, its target and which way it goes."""
        rows = [row for row in self._lines().itertuples() if row.rag in OFF_TARGET]
        if not rows:
            words = "No line is red or amber this month." if (self.rules.lines.target != "").any() else NO_TARGET
            return Shown(f'<p class="absence">{words}</p>')
        ordered = sorted(rows, key=lambda row: OFF_TARGET.index(row.rag))
        now = self._now_by_code()
        body = [(f"{escape(row.code)} {escape(row.title)}", [f"<td>{tables.tag(row.rag)}</td>", marks.cell(row),
                 f"<td>{periods.span(row.month, row.basis)}</td>", f"<td>{row.target}</td>", f"<td>{tables.travel(now.get(row.code))}</td>",
                 tables.benchmark_cell(row if row.against_england else None, "england", with_year=True)]) for row in ordered]
        headings = ["Status", "Value", "Period", "Target", f"Travel on the {scorecards.AGAINST[self.rules.travel_against]}", "England"]
        return Shown(tables.table(f"Lines off target. {self._place()}.", headings, body, "plain", first="Measure"))

    def views(self):
        """The measures in the views that the settings choose, one after another, each under its heading."""
        shown = [(VIEWS[name], getattr(self, name)()) for name in self.rules.views]
        return Shown("".join(f"<h3>{title}</h3>{view.html}" for title, view in shown))

    def cards(self):
        """A card a line: its level, rate, target, travel, earlier values and comparators."""
        return Shown(cards.view(self.compared, self.rules))

    def agencies(self):
        """Who contacted the council this month and the month before, side by side, and what moved between them."""
        return Shown(agencies.view(self.compared, self.rules))

    def workforce(self):
        """Permanent and interim staff by team and role, and by month; and the current total against the budget."""
        return Shown(workforce_tables.view(self.compared, self.rules))

    def dataset(self):
        """Every line over thirteen months, with its change on the year, the average and the highest of twelve; and charts of some."""
        return Shown(datasets.view(self.compared, self.rules, headlines.headline))

    def scorecard(self):
        """Every line of the scorecard, with its last three months, trend, travel, status, target, past years and benchmarks."""
        return Shown(scorecards.table(self.compared, self.rules, charts.sparkline))

    def what_was_wrong(self):
        """What was found wrong with the returns: what they restate; then how many findings of each kind, and one by one.

        All of them stand in restatements.csv and findings.csv. What either quotes of a return was never suppressed: a published edition
        says how many alone.
        """
        if self.findings.empty and self.restatements.empty:
            return Shown('<p class="absence">Nothing was found wrong with the returns of this month.</p>')
        return Shown(self._restated() + self._found())

    def _restated(self):
        """How many figures of earlier months a later return restated, and the measures whose figures it changed most."""
        if self.restatements.empty:
            return ""
        opening = f"{_figures_restated(self.restatements)} by a later return."
        if self.audience == PUBLISHED:
            return f"<p>{opening}</p>"
        most = self.restatements.drop_duplicates("measure").head(NAMED_RESTATEMENTS).to_dict("records")
        return f'<p>{opening} Changed most: {"; ".join(map(_restatement, most))}. All stand in <a href="restatements.csv">restatements.csv</a>.</p>'

    def _found(self):
        if self.findings.empty:
            return ""
        kinds = self.findings.groupby(["severity", "rule"], sort=False).size().reset_index(name="Times")
        counts = kinds.assign(severity=kinds.severity.map(SEVERITIES)).rename(columns={"rule": "Finding", "severity": "What it means"})
        table = tables.plain(counts[["Finding", "What it means", "Times"]], f"Findings by kind. {self._place()}.")
        if self.audience == PUBLISHED:
            return table
        shown = self.findings.head(SHOWN_FINDINGS)
        items = "".join(f"<li>{escape(_finding(row))}</li>" for row in shown.itertuples())
        left = len(self.findings) - len(shown)
        more = f"<p>{left} more stand in <a href=\"findings.csv\">findings.csv</a>.</p>" if left else ""
        return f'{table}<details class="findings"><summary>The findings one by one</summary><ul>{items}</ul>{more}</details>'

    def _lines(self):
        """The row each line is judged on: this month's, or the year to date."""
        judged = self.rules.lines[["measure", "breakdown", "category", "judged", "code", "title"]].rename(columns={"judged": "basis"})
        now = self.compared[self.compared.month == self.rules.month].drop(columns=["code", "title"])
        return judged.merge(now, on=["measure", "breakdown", "category", "basis"], how="inner")

    def _turned(self):
        """The lines whose colour changed since the month before: the row then and the row now."""
        rows = marks.rows_by_key(self.compared)
        pairs = [(rows.get(_month_before(row)), row) for row in self._lines().itertuples() if row.rag]
        return [(before, row) for before, row in pairs if before is not None and before.rag and before.rag != row.rag]

    def _now_by_code(self):
        """Each line's own row of the month, which has the direction of travel, whatever basis its target judges."""
        rows = marks.rows_by_key(self.compared)
        return {line.code: rows.get((line.measure, line.breakdown, line.category, line.basis, self.rules.month)) for line in self.rules.lines.itertuples()}

    def _soundness(self):
        restated = "" if self.restatements.empty else f"{_figures_restated(self.restatements)} by a later return"
        if self.findings.empty:
            return f'{restated}, as <a href="#returns-findings">told below</a>.' if restated else "Nothing was found wrong with the returns."
        return f"{self._told_of_findings()}{restated and f'; {restated}'}."

    def _told_of_findings(self):
        """In how many places the returns contradict themselves, and how much else was found; what there is none of goes unsaid."""
        disputed = int((self.findings.rule == "returns disagree").sum())
        others = len(self.findings) - disputed
        said = f"The returns contradict themselves in {'one place' if disputed == 1 else f'{disputed} places'}, " if disputed else ""
        if not others:
            return f'{said}as <a href="#returns-findings">told below</a>'
        found = f"and {_count(others, 'other finding')}" if disputed else f"{_count(others, 'finding')} on the returns"
        return f'{said}{found} <a href="#returns-findings">{"is" if others == 1 else "are"} listed below</a>'

    def _place(self):
        return f"{self.rules.authority.name}, {periods.long_name(self.rules.month)}"


def _month_before(row):
    return row.measure, row.breakdown, row.category, row.basis, periods.shift(row.month, -1)


def _improved(before, row):
    return headlines.COLOURS.index(row.rag) > headlines.COLOURS.index(before.rag)


def _turned(pairs):
    if not pairs:
        return '<p class="absence">No line changed its colour since the month before.</p>'
    body = [(f"{escape(row.code)} {escape(row.title)}", [
        marks.cell(before), f"<td>{tables.tag(before.rag)}</td>",
        marks.cell(row), f"<td>{tables.tag(row.rag)}</td>"]) for before, row in pairs]
    return tables.table("Lines whose colour changed since the month before.", ["Before", "Was", "Now", "Is"], body, "plain", first="Measure")


def _records(rows):
    items = "".join(f"<li>{headlines.marked_headline(row)}</li>" for row in rows)
    return f'<div data-words="drafted"><p>Higher or lower than in any other month on record:</p><ul>{items}</ul></div>' if rows else ""


def _figures_restated(rows):
    return "1 figure of an earlier month was restated" if len(rows) == 1 else f"{len(rows)} figures of earlier months were restated"


def _restatement(row):
    """What a figure of an earlier month was and is, in words."""
    measure = service_areas.measure(row["measure"])
    was, now = (marks.printed(row[each], measure.unit, measure.decimals) for each in ("was", "is"))
    of = filter(None, [measure.title, row["category"], periods.span(row["month"], row["basis"])])
    return escape(f"{', '.join(of)}, from {was} to {now}")


def _finding(row):
    return errors.message(errors.place(row.file, row.sheet, row.row, row.column), row.found, row.expected, row.advice)


def _count(number, thing):
    return f"{number} {thing}{'' if number == 1 else 's'}"
