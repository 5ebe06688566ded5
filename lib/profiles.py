"""An authority beside the others of England, from published figures alone: the views of its profile, for any of the 153."""

from dataclasses import dataclass
from functools import cached_property
from html import escape

from lib import absences, agreements, authorities, charts, england, peers, periods, places, published, published_strips, rankings, reference, service_areas, settings, standings
from lib.audiences import INTERNAL, PUBLISHED
from lib.measures import POPULATION
from lib.reference import years
from lib.reports import Opening, Shown

CHILDREN = "Children aged 0 to 17"
UNCHECKED = '<p class="absence">The benchmarks of the council’s own workbook are left out of a published edition.</p>'


def rules(authority, month):
    """The settings in force for an authority that has any; for any other of England's, by its name or code, bare ones.

    Raises Refused when there is no such authority.
    """
    if authority in authorities.known():
        return settings.in_force(authority, month)
    code = reference.find(authority, years.latest(periods.check(month), "child_protection"))
    name = reference.known().name[code]
    folder = authorities.folder() / code
    return settings.Settings(authorities.Authority(code, name, "", folder, codes={"la": code}), periods.check(month),
                             settings.lines(folder / "lines.csv"), folder)


def open(rules, audience=INTERNAL):
    """The profile of the settings' authority, from what had been published by their month, for that audience."""
    return Profile(rules, audience)


@dataclass(frozen=True)
class Profile:
    """An authority's published figures and the views of them. One that states no code of its own has none, and each view says so in a line."""

    rules: settings.Settings
    audience: str = INTERNAL

    @cached_property
    def code(self):
        return england.code_of(self.rules)

    @cached_property
    def strip(self):
        return published_strips.of(self.rules)

    @property
    def name(self):
        return self.rules.authority.name

    def headline(self):
        """Where the authority stands in a few sentences: among the best and the worst, beside England, and what is not published of it."""
        if self.strip.empty:
            return Opening(self._nothing())
        rows = list(self.strip.itertuples())
        ranked = [row for row in rows if row.band]
        said = [places.counts(ranked, self.name), places.differing(rows, self.name), places.named(ranked, places.BEST, "Best placed"),
                places.named(ranked, places.WORST, "Worst placed"), *places.withheld(rows)]
        return Opening(f'<div class="headline" data-words="drafted">{"".join(f"<p>{sentence}</p>" for sentence in said if sentence)}</div>')

    def strips(self, *areas):
        """The measures of these service areas as published, beside every comparator, with rank and quartile band; of every area where none is named."""
        if self.strip.empty:
            return Shown(self._nothing())
        shown = "".join(standings.strips(self.strip, area, self.name) for area in areas or service_areas.AREAS)
        model = peers.model_of(self.rules.month, self.rules.neighbours_model)
        return Shown(f'{shown}<p class="source">{standings.HOW_TO_READ.format(model=periods.long_name(model) if model else "none")}</p>')

    def over_years(self, measure):
        """A measure over the years beside England, the region and the neighbours."""
        if not self.code:
            return Shown(self._nothing())
        rows = england.over_years(self.rules, measure)
        if not rows.value.notna().any():
            return Shown(self._absent(measure))
        drawn = rows.assign(series=self._called(rows), comparator=rows.series, authority=self.code)
        return charts.over_years(drawn, places.course(rows, self.name) or self._title(measure), self.name, self._source(measure))

    def distribution(self, measure):
        """All of England's authorities in a measure's latest year, this one and its neighbours marked; behind it a table that sorts."""
        rows = england.authorities(self.rules, measure)
        if rows.empty:
            return Shown(self._absent(measure))
        about = f"{places.spread(rows)} {self._source(measure)}".strip()
        return charts.distribution(rows, places.rank(rows, self.name) or self._title(measure), self.name, about,
                                   references=england.references(self.rules, measure))

    def ranking(self, measure):
        """All of England's authorities in a measure's latest year, as a table that a reader sorts."""
        return Shown(rankings.table(england.authorities(self.rules, measure), self._source(measure)) or self._absent(measure))

    def funnel(self, measure):
        """A measure's latest year against the size of what it is of: how far from England's value chance alone would take an authority."""
        rows, curves, centre = england.funnel(self.rules, measure)
        if rows.empty:
            return Shown(self._no_funnel(measure))
        return charts.funnel(rows, curves, places.funnel(rows, self.name) or self._title(measure), self.name, self._source(measure),
                             ("England", centre), across=_across(measure))

    def neighbours(self):
        """Who the statistical neighbours are, how Ofsted judged them, and which authorities answer a census together."""
        if not self.code:
            return Shown(self._nothing())
        near = peers.known(self.rules.month, self.rules.neighbours_model)
        return Shown(standings.neighbours(near, self.code) + standings.joint(england.joint(self.rules)))

    def agreements(self):
        """The authority's own workbook of benchmarks beside what is published of the same years; never in a published edition: it may be a region's own."""
        if self.audience == PUBLISHED:
            return Shown(UNCHECKED)
        return Shown(standings.agreements(agreements.find(self.rules), self.name) if self.code else self._nothing())

    def restated(self):
        """What newer editions changed of the authority's published figures."""
        return Shown(standings.restated(england.restated(self.rules), self.name))

    def population(self):
        """The children that the rates of the latest years are per 10,000 of."""
        return Shown(standings.populations(england.populations(self.rules), self.name))

    def _nothing(self):
        if not self.code:
            stated = self.rules.authority.codes.get("la", "")
            why = f"states the code {stated}, which is none of England’s authorities’," if stated else "states no code of an authority of England,"
            return f'<p class="absence">{escape(self.name)} {escape(why)} so that nothing published can be set beside it.</p>'
        month = periods.long_name(self.rules.month)
        return standings.lifetime(reference.known().loc[self.code], month) or f'<p class="absence">Nothing that is held had been published by {month}.</p>'

    def _no_funnel(self, measure):
        if england.authorities(self.rules, measure).empty:
            return self._absent(measure)
        return f'<p class="absence">{escape(self._title(measure))}: no funnel, since what the values were divided by is not published.</p>'

    def _title(self, measure):
        return service_areas.measure(measure).title

    def _absent(self, measure):
        return absences.unpublished(self._title(measure), self.rules.month)

    def _source(self, measure):
        return standings.source(england.sources(self.rules, measure))

    def _called(self, rows):
        """What each line of a chart over the years is called."""
        region = reference.known().name[reference.known().region[self.code]]
        average = f"Neighbours’ {self.rules.neighbours_average}"
        names = {published.OURS: self.name, "england": "England", "region": region, "neighbours_mean": average, "neighbours_median": average}
        return rows.series.map(names)


def _across(measure):
    """What a funnel's sizes count."""
    declared = service_areas.measure(measure)
    return CHILDREN if declared.denominator == POPULATION else service_areas.measure(declared.denominator).title
