"""Strips of published figures: every measure of an authority in its latest year beside its comparators; of one authority, or of all England at once."""

import numpy as np
import pandas as pd

from lib import benchmarks, comparators, england, funnels, grids, peers, published, reference
from lib.contracts.benchmarks import COMPARATORS
from lib.contracts.symbols import SAYS_NOT_WHY
from lib.measures import COUNT
from lib.reference import years


def of(settings):
    """The strip of the settings' authority: a row a measure, in the service areas' order; no rows for one that is none of England's.

    Columns: authority, measure, title, unit, decimals, good_is, year (it ended in), value, state, lower and upper (95%, where the denominator is
    published), rank (missing without one), of, band; then for `published` (its own) and each comparator its value under its name,
    NAME_period, NAME_state and against_NAME, as comparison rows have.
    """
    code = england.code_of(settings)
    if not code:
        return pd.DataFrame()
    near = peers.known(settings.month, settings.neighbours_model)
    return _strips(near, published.directions(settings), settings.month, settings.neighbours_average, [code])


def of_england(month, model="", average="mean", codes=None):
    """The strips of all authorities that were there (or of these), as of a month: the rows of `of`, for each of them."""
    near, held = peers.known(month, model), reference.items()
    ways = {item: held.good_is[item] for item in published.measures()}
    return _strips(near, ways, month, average, list(codes or near.codes[:near.authorities]))


def _strips(near, ways, month, average, codes):
    latest = {item: year for item in ways if (year := england.year_of(item, month)) is not None}
    if not latest:
        return pd.DataFrame()
    grid = grids.of(near, tuple(latest), ways)
    made = comparators.beside(near, grid, codes)
    made = made[(made.comparator != benchmarks.NOT_TAKEN[average]) & (made.year == made["item"].map(latest))]
    beside = {item: rows.pivot(index="authority", columns="comparator", values="value") for item, rows in made.groupby("item")}
    strips = [_strip(item, year, comparators.standing(near, grid, item, year), beside.get(item, pd.DataFrame()), ways[item], near, codes)
              for item, year in latest.items()]
    return pd.concat(strips, ignore_index=True)


def _strip(item, year, placed, beside, way, near, codes):
    """One measure's rows of those authorities that were there."""
    measure, period = published.measures()[item], years.period(year, reference.items().year_ends[item])
    rows = placed[placed.authority.isin(codes)].reset_index(drop=True)
    cells = reference.cells(item)
    states = cells[cells.year == year].set_index("authority").state
    sizes = funnels.denominators(measure, year)
    lower, upper = funnels.interval(rows.value, np.array([sizes.get(code, np.nan) for code in rows.authority]), measure.unit)
    state = [states.get(code, SAYS_NOT_WHY) if np.isnan(value) else "" for code, value in zip(rows.authority, rows.value)]
    rows["rank"] = rows["rank"].astype(float).replace(0, np.nan)
    rows = rows.assign(measure=measure.key, title=measure.title, unit=measure.unit, decimals=measure.decimals, good_is=way, year=year, state=state,
                       lower=lower, upper=upper, published=rows.value, published_period=period, published_state=state)
    return rows.assign(**{name: value for each in COMPARATORS for name, value in _comparator(each, rows, beside, states, period, near).items()})


def _comparator(name, rows, beside, states, period, near):
    """A comparator's columns in a measure's rows; a number of children is no benchmark for another."""
    known = name in beside and rows.unit.iloc[:1].ne(COUNT).all()
    values = rows.authority.map(beside[name]) if known else pd.Series(np.nan, rows.index)
    stands = [benchmarks.stands(row, value) for row, value in zip(rows.itertuples(), values)]
    return {name: values, f"{name}_period": np.where(values.notna(), period, ""), f"{name}_state": "", f"against_{name}": stands}
