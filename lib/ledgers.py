"""The ledger of figures: for every measure, basis, category and month the ways it may be had, and which of them stands."""

from dataclasses import replace
from functools import cache
from itertools import product

import numpy as np
import pandas as pd

from lib import categories, errors, periods, populations, rates, service_areas
from lib.candidates import MISSING, MONTHS, OTHER_FIGURES, OWN_PARTS, VALUE, Candidate, chosen, disagreeing, earlier, plain, restated
from lib.measures import (COUNT, FINANCIAL_YEAR, FLOW, IN_MONTH, MONTH_END, NEITHER, PER_10_000, PERCENT, POPULATION, ROLLING_12, STOCK, YEAR_TO_DATE,
                          Measure)

NOT_COVERED = "not covered"
NONE_IN_PERIOD = "none in the period"
WHOLE = ("", "")
OF_A_MONTH = (IN_MONTH, MONTH_END)
MONTHS_OF = {YEAR_TO_DATE: periods.year_to_date, ROLLING_12: periods.rolling_12, FINANCIAL_YEAR: periods.rolling_12}
RATIOS = {PERCENT: rates.percent, PER_10_000: rates.per_10_000}
LAST = 1_000


def of(counted, settings):
    """The Ledger of what was counted and supplied: counts first, since percentages, rates and averages rest on them."""
    ledger = Ledger(counted, settings)
    for measure in [*counts(), *(measure for measure in service_areas.measures().values() if measure.unit != COUNT)]:
        for basis in sorted(measure.bases, key=lambda basis: basis not in OF_A_MONTH):
            ledger.enter(measure, basis)
    return ledger


@cache
def counts():
    """A count a quantity, on every basis that another measure may rest on; and those declared, on their own bases too."""
    declared = {measure.key: measure for measure in service_areas.measures().values() if measure.unit == COUNT}
    return [_count(quantity, declared.pop(quantity.key, None)) for quantity in service_areas.quantities().values()] + list(declared.values())


def _count(quantity, declared):
    bases = (MONTH_END,) if quantity.kind == STOCK else (IN_MONTH, *MONTHS_OF) if quantity.additive else (IN_MONTH,)
    if declared:
        return replace(declared, bases=tuple(dict.fromkeys((*declared.bases, *bases))))
    return Measure(quantity.key, quantity.key, COUNT, quantity.key, bases, NEITHER, definition="")


@cache
def rested_on():
    """The quantities that measures with categories rest on, with the natural basis of each, such as twelve months for an average."""
    return {(quantity, measure.natural_basis) for measure in service_areas.measures().values() if measure.breakdowns
            for quantity in (measure.numerator, measure.denominator)}


class Ledger:
    """The figures so far, by key. Counts are entered first and each measure's months before its other bases, since those rest on them."""

    def __init__(self, counted, settings):
        self.settings = settings
        self.cells, self.places, self.months = {}, {}, sorted(counted.month.unique())
        for cell in counted.itertuples():
            self.cells.setdefault(tuple(cell[1:6]), {}).setdefault(cell.precedence, {})[cell.part] = cell
            self.places.setdefault(cell.quantity if cell.part == "value" and cell.quantity else cell.measure, set()).add(tuple(cell[2:4]))
        lines = settings.lines
        self.asked = set(zip(lines.measure, lines.breakdown, lines.category))
        self.asked_to_date = set(zip(lines.year_to_date, lines.breakdown, lines.category))
        self.figures, self.others = {}, {}

    def enter(self, measure, basis):
        """Choose among the candidates for every category and month of a measure on a basis."""
        months = [month for month in self.months if basis != FINANCIAL_YEAR or month == periods.year_end(month)]
        for (breakdown, category), month in product(self._places(measure), months):
            key = (measure.key, breakdown, category, basis, month)
            ways = sorted(self._candidates(measure, key), key=lambda way: (np.isnan(way.value), way.rank)) if self._is_shown(measure, key) else ()
            if ways:
                self.figures[key], self.others[key] = chosen(ways)

    def _places(self, measure):
        parts = (measure.key,) if measure.denominator == POPULATION else (measure.key, measure.numerator, measure.denominator)
        return sorted({("", "")}.union(*(self.places.get(part, set()) for part in parts)))

    def _is_shown(self, measure, key):
        """Whether anyone may want that figure: of categories only those of a month, of the year to date, and those returned or asked for."""
        place, basis = key[1:3], key[3]
        if measure.share and place == WHOLE:
            return False
        wanted = basis in (measure.natural_basis, YEAR_TO_DATE) or (measure.key, basis) in rested_on()
        return place == WHOLE or wanted or key in self.cells or key[:3] in self.asked

    def _candidates(self, measure, key):
        yield from self._supplied(key)
        if measure.denominator:
            yield from self._from_parts(measure, key)
        if self._adds_up(measure, key):
            yield from self._from_months(measure, key)

    def _supplied(self, key):
        for precedence, parts in self.cells.get(key, {}).items():
            if "value" in parts:
                cell = parts["value"]
                yield Candidate((precedence, VALUE), cell.value, origin=cell.origin, state=cell.state, source=cell.source,
                                decimals=cell.decimals, place=_place(cell))

    def _from_parts(self, measure, key):
        """From each return that gives a part of its own; else from the figures of the quantities themselves."""
        own = {precedence: parts for precedence, parts in self.cells.get(key, {}).items() if {"numerator", "denominator"} & set(parts)}
        for precedence, parts in own.items():
            top = parts.get("numerator") or self._quantity(measure.numerator, key, precedence)
            bottom = parts.get("denominator") or self._quantity(measure.denominator, _whole(measure, key), precedence)
            yield from self._ratio(measure, key, (precedence, OWN_PARTS), top, bottom)
        general = self._quantity(measure.numerator, key), self._quantity(measure.denominator, _whole(measure, key))
        if all(general):
            yield from self._ratio(measure, key, (LAST if own else general[0].rank[0], OTHER_FIGURES), *general)

    def _quantity(self, quantity, key, precedence=None):
        """A quantity's own figure for that period: the one of the same return where it gives one."""
        if quantity == POPULATION:
            return self._population(key)
        same = (quantity, *key[1:])
        of_the_return = self.cells.get(same, {}).get(precedence, {}).get("value")
        return of_the_return or self.figures.get(same)

    def _population(self, key):
        *_, basis, month = key
        first = periods.rolling_12(month)[0] if basis == FINANCIAL_YEAR else month
        if self.settings.population_from and first < self.settings.population_from:
            return None
        found = populations.of(self.settings, month)
        return found and Candidate((0, OTHER_FIGURES), found.children, source=f"population {found.label}")

    def _ratio(self, measure, key, rank, top, bottom):
        if top is None or bottom is None:
            return
        if np.isnan(top.value) or np.isnan(bottom.value):
            yield from _said(rank, top, bottom)
            return
        value = RATIOS.get(measure.unit, rates.ratio)(top.value, bottom.value) * self._year_share(measure, key)
        yield Candidate(rank, value, top.value, bottom.value, source=f"{top.source} over {bottom.source}",
                        state="" if bottom.value else NONE_IN_PERIOD, place=_place(top) or _place(bottom))

    def _year_share(self, measure, key):
        *_, basis, month = key
        annual = self.settings.annualise and measure.unit == PER_10_000 and basis == YEAR_TO_DATE
        return len(periods.rolling_12(month)) / len(periods.year_to_date(month)) if annual else 1

    def _adds_up(self, measure, key):
        """Whether its months make up a longer period: those of flows that add, and a stock's percentage where a line pools its month ends."""
        quantity = service_areas.quantities().get(measure.numerator)
        if key[3] not in MONTHS_OF or measure.denominator == POPULATION or quantity is None:
            return False
        if quantity.kind == FLOW:
            return quantity.additive and IN_MONTH in measure.bases
        return key[3] == YEAR_TO_DATE and measure.unit == PERCENT and key[:3] in self.asked_to_date

    def _from_months(self, measure, key):
        head, basis, month = key[:3], *key[3:]
        months = MONTHS_OF[basis](month)
        parts = [self._of_month(key, each) for each in months]
        if any(part is None or np.isnan(part.numerator if measure.denominator else part.value) for part in parts):
            return
        source = f"sum of {len(months)} months, {periods.short_name(months[0])} to {periods.short_name(month)}"
        if not measure.denominator:
            yield Candidate((LAST, MONTHS), sum(part.value for part in parts), source=source)
            return
        top, bottom = (Candidate((LAST, MONTHS), sum(getattr(part, name) for part in parts), source=source) for name in ("numerator", "denominator"))
        yield from self._ratio(measure, key, (LAST, MONTHS), top, replace(bottom, source="the same"))

    def _of_month(self, key, month):
        """A month's figure; for a period that a return gives as well, one with parts where the month's own has none: a sum to check it by."""
        same = (*key[:3], _month_basis(key[0]), month)
        figure, others = self.figures.get(same), self.others.get(same, ())
        if figure is None or figure.has_parts or key not in self.cells:
            return figure
        return next((way for way in others if way.has_parts and not earlier(way, figure)), figure)

    def table(self):
        """The figures as rows, with what the other candidates said, and a row for each line the returns say nothing of. Raises Refused when there is none."""
        lines = self.settings.lines
        asked = zip(lines.measure, lines.breakdown, lines.category, lines.basis)
        silent = {(*line, self.settings.month): Candidate((), MISSING, origin="", state=NOT_COVERED) for line in asked}
        rows = [self._row(key, figure) for key, figure in (silent | self._declared()).items()]
        if not rows:
            raise errors.Refused(f"the returns of {periods.long_name(self.settings.month)}",
                                 "there is nothing to show: no figures, and no lines in the settings",
                                 "figures of declared measures, or lines to show as not covered", "correct the returns, or add a lines.csv, and run again")
        return pd.DataFrame(rows)

    def _declared(self):
        """The figures of declared measures on their declared bases, without those that only others rest on."""
        measures = service_areas.measures()
        return {key: figure for key, figure in self.figures.items() if key[0] in measures and key[3] in measures[key[0]].bases}

    def disagreements(self):
        """A finding for each value of a return that another one contradicts, in the figures' order."""
        for key, figure in self._declared().items():
            decimals = service_areas.measure(key[0]).decimals
            yield from (_finding(key, figure, rival) for rival in disagreeing(figure, self.others[key], decimals))
        yield from self._parts_that_differ()
        yield from self._above_the_whole()

    def _above_the_whole(self):
        """A finding for each percentage that came out above 100: its parts cannot both be right."""
        for key, figure in self._declared().items():
            if service_areas.measure(key[0]).unit == PERCENT and figure.origin == "computed" and figure.value > 100:
                yield _above(key, figure)

    def restatements(self):
        """What earlier months' returns said of each figure, where that has changed."""
        for (measure, breakdown, category, basis, month), figure in self._declared().items():
            key = (measure, breakdown, category, basis, month)
            for before in restated(figure, self.others[key], service_areas.measure(measure).decimals):
                yield measure, breakdown, category, month, basis, before.value, figure.value, before.source, figure.source

    def _parts_that_differ(self):
        """A finding for each part of a measure that is not the figure of the quantity it is a count of; earlier months' returns could not know it."""
        for (measure, *place), returns_ in self.cells.items():
            for cell in (parts[part] for parts in returns_.values() for part in ("numerator", "denominator") if part in parts):
                whole, part = self.figures.get((cell.quantity, *place)), Candidate((), cell.value, source=cell.source, place=_place(cell))
                other = whole and cell.quantity != measure and not np.isnan(whole.value - part.value) and part.value != whole.value
                if other and not earlier(part, whole):
                    yield _finding((cell.quantity, *place), whole, part, measure)

    def _row(self, key, figure):
        rivals = disagreeing(figure, self.others.get(key, ()), service_areas.measure(key[0]).decimals)
        with_parts = next((rival for rival in rivals if rival.has_parts), None) if not figure.has_parts else None
        return dict(zip(("measure", "breakdown", "category", "basis", "month"), key), numerator=figure.numerator, denominator=figure.denominator,
                    value=figure.value, state=figure.state, origin=figure.origin, source=figure.source,
                    rivals="; ".join(f"{rival.said} ({rival.source})" for rival in rivals),
                    rival_numerator=with_parts.numerator if with_parts else MISSING,
                    rival_denominator=with_parts.denominator if with_parts else MISSING)


def _said(rank, *parts):
    """The words that stand in place of a part stand in place of the measure too."""
    spoken = next((part for part in parts if np.isnan(part.value) and part.state), None)
    if spoken:
        yield Candidate(rank, MISSING, state=spoken.state, source=spoken.source, place=_place(spoken))


def _whole(measure, key):
    """The key of what a figure is set against: its own, or that of all categories together for a share."""
    return (key[0], *categories.whole(*key[1:3]), *key[3:]) if measure.share else key


@cache
def _month_basis(key):
    """The basis that a measure's single months stand on."""
    measure = service_areas.measures().get(key)
    return MONTH_END if measure and IN_MONTH not in measure.bases and MONTH_END in measure.bases else IN_MONTH


def _place(part):
    return part.place if isinstance(part, Candidate) else (part.file, part.sheet, part.row, part.column)


def _finding(key, figure, rival, part_of=""):
    """That a figure has two values; with the measure a return gives the second as a part of."""
    measure, _, category, basis, month = key
    subject = f"{_title(measure)}{f', {category}' if category else ''}, {periods.span(month, basis)}"
    file, sheet, row, column = rival.place or figure.place or ("", "", "", "")
    return errors.Finding("warning", file, sheet, str(row or ""), column, "returns disagree", f"{subject}{_as_part(part_of)}: {rival.said} ({rival.source})",
                          f"{figure.said}, which is shown ({figure.source})", "correct whichever is wrong and run again",
                          measure=measure, month=month)


def _above(key, figure):
    measure, _, category, basis, month = key
    subject = f"{service_areas.measure(measure).title}{f', {category}' if category else ''}, {periods.span(month, basis)}"
    file, sheet, row, column = figure.place or ("", "", "", "")
    return errors.Finding("warning", file, sheet, str(row or ""), column, "percentage above 100",
                          f"{subject}: {plain(figure.numerator)} of {plain(figure.denominator)} ({figure.source})", "a part no greater than its whole",
                          "it is shown as it is; correct whichever is wrong and run again", measure=measure, month=month)


def _title(key):
    """What a measure is called; of a quantity that no measure counts, its key in words."""
    measures = service_areas.measures()
    return measures[key].title if key in measures else key.replace("_", " ").capitalize()


def _as_part(measure):
    return f', as a part of "{service_areas.measure(measure).title}"' if measure else ""
