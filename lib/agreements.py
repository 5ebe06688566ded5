"""An authority's own workbook of benchmarks beside what is published of the same year: which agree, and why where they do not."""

import math

import numpy as np
import pandas as pd

from lib import peers, periods, published, rates, reference, service_areas
from lib.measures import PER_10_000
from lib.reference import own, years

COLUMNS = ["measure", "comparator", "period", "own", "published", "unit", "decimals", "agrees", "why"]
NEIGHBOURS = ("neighbours_mean", "neighbours_median", "best_neighbour", "good_neighbours")
AS_PUBLISHED = ("england", "region")
JUDGED = ("good_neighbours", "rated_good", "rated_outstanding")
WHOLE = 7       # decimals past which a number in a workbook is one that was computed


def find(settings):
    """A row a measure, comparator and year that both the workbook and the publications have, in the workbook's order.

    `own` and `published` agree where the published value, rounded to the decimals that the workbook gives the measure, is the workbook's.
    `why` says in words what may make the difference; it is empty where they agree.
    """
    stated = own.benchmarks(settings)[0].dropna(subset="value")
    decimals = stated.value.map(_decimals).groupby(stated.measure).max()
    if published.of(settings).empty:
        return pd.DataFrame(columns=COLUMNS)
    known = published.of(settings)[["measure", "comparator", "period", "value", "of", "out_of"]].rename(columns={"value": "published"})
    both = stated.merge(known, on=["measure", "comparator", "period"]).assign(own=lambda rows: rows.value, decimals=lambda rows: rows.measure.map(decimals))
    before = dict(zip(known[["measure", "comparator", "period"]].itertuples(index=False, name=None), known.published))
    both["year_before"] = [before.get((row.measure, row.comparator, _year_before(row.period)), np.nan) for row in both.itertuples()]
    agrees = [rates.round_half_up(row.published, row.decimals) == row.own for row in both.itertuples()]
    return both.assign(agrees=agrees, why=["" if same else why(row, settings) for row, same in zip(both.itertuples(), agrees)])[COLUMNS]


def why(row, settings):
    """Why a published comparator of now may differ from the one a workbook took, in a sentence or two."""
    if row.comparator in AS_PUBLISHED and _cut(row.published, row.decimals) == row.own:
        return "The workbook's number is what the published one would be cut off rather than rounded."
    if row.comparator in AS_PUBLISHED and rates.round_half_up(row.year_before, row.decimals) == row.own:
        return f"The workbook's number is the one published of {_year_before(row.period)}."
    said = []
    if row.comparator in NEIGHBOURS:
        said.append(_of_neighbours(row, settings))
    if row.comparator in JUDGED:
        said.append(_of_judgements(row.period, settings))
    if row.comparator == "top_quartile":
        said.append(f"The threshold is made here, of {row.of} authorities, without weighing or rounding.")
    said.append(_of_revisions(row))
    return " ".join(said)


def _of_neighbours(row, settings):
    model = peers.model_of(settings.month, settings.neighbours_model)
    later = f", made after {periods.long_name(settings.month)}, since none before it is held" if model > settings.month else ""
    absent = _absent(row, settings, model)
    return f"The neighbours are those of the model of {periods.long_name(model)}{later}; {row.of} of {row.out_of} have a value{absent}."


def _absent(row, settings, model):
    """The neighbours that were not there in the year, in brackets; nothing where all were."""
    code, year = settings.authority.codes["la"], years.ended(row.period)
    near = peers.known(settings.month, model).of(code)
    if row.of == row.out_of:
        return ""
    councils, there = reference.known().loc[near], reference.there(near, [year])[0]
    gone = [f"the {council['name']} of today" for (_, council), is_there in zip(councils.iterrows(), there) if not is_there]
    return f" ({' and '.join(gone)} was not there in {row.period})" if gone else ""


def _of_judgements(period, settings):
    near = peers.known(settings.month, settings.neighbours_model)
    there = reference.there(near.codes[:near.authorities], [years.ended(period)])[0]
    unknown, first = int(((near.overall == "") & there).sum()), reference.table("judgements").published.min()[:4]
    return (f"Judgements are Ofsted's latest that are held, published by {periods.long_name(near.judged)}; none before {first} is, so that {unknown} "
            "authorities have none.")


def _of_revisions(row):
    if service_areas.measure(row.measure).unit == PER_10_000:
        return "Published figures may be revised, and rates are divided anew as ONS revises its estimates: this is the newest edition's."
    return "Published figures may have been revised since: this is the newest edition's."


def _cut(value, decimals):
    """A number with what stands after those decimals left out.

    >>> _cut(47.5, 0), _cut(655.48, 1)
    (47.0, 655.4)
    """
    return math.trunc(value * 10**decimals) / 10**decimals


def _year_before(period):
    """
    >>> _year_before("2018/19"), _year_before("2019-09")
    ('2017/18', '2018-09')
    """
    last = periods.from_financial_year(period) if "/" in period else period
    before = periods.shift(last, -12)
    return periods.financial_year(before) if "/" in period else before


def _decimals(value):
    """How many decimals a number is written with; none for one that was computed.

    >>> _decimals(21.0), _decimals(655.4)
    (0, 1)
    """
    written = f"{value:.{WHOLE}f}".rstrip("0").partition(".")[2]
    return len(written) if len(written) < WHOLE else 0
