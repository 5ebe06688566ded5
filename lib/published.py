"""What had been published of an authority and its comparators by a month: a row a measure, year and comparator."""

import functools

import numpy as np
import pandas as pd

from lib import comparators, grids, peers, periods, reference, service_areas
from lib.measures import COUNT, HIGH, NEITHER
from lib.reference import years

OURS = "published"      # the comparator that is what was published of the authority itself
COLUMNS = ["measure", "comparator", "year", "period", "value", "unit", "state", "of", "out_of", "source"]
AS_PUBLISHED = {OURS: "", "england": reference.ENGLAND}


def measures():
    """The declared measures that something is published for, by the item's name.

    >>> measures()["ReReferral"].key
    'rereferrals_percent'
    """
    held = reference.items().index
    return {measure.benchmark: measure for measure in service_areas.measures().values() if measure.benchmark in held}


def of(settings):
    """Everything published of the settings' authority and its comparators, by measure and year, as far as it had come out by the month.

    `value` is in the measure's unit; where there is none `state` is the publisher's symbol. `of` and `out_of` say of how many values a mean,
    best or quartile is made, and of how many it might have been. An authority without a code, or that is none of England's, has no rows.
    """
    code = settings.authority.codes.get("la", "")
    if code not in reference.known().index:
        return pd.DataFrame(columns=COLUMNS)
    return _of(code, settings.month, settings.neighbours_model, tuple(directions(settings).items()), reference.stamp())


def others(settings, measure):
    """The values of the other authorities in the latest year that had come out of a measure: an array, of a joint return one value, of ours none."""
    item = next((item for item, each in measures().items() if each.key == measure), None)
    code = settings.authority.codes.get("la", "")
    if item is None or code not in reference.known().index:
        return np.array([])
    return _others(item, code, settings.month, reference.stamp())


@functools.lru_cache(maxsize=256)
def _others(item, code, month, _):
    near = peers.known(month)
    grid = grids.of(near, [item])
    year = min(years.latest(month, reference.items().topic[item]), max(grid.years, default=0))
    if year not in grid.years:
        return np.array([])
    values, place = grids.each_return_once(grid, near)[0, grid.years.index(year)], near.place(code)
    ours = [place, *([grid.joint[grid.years.index(year), place]] if grids.is_joint(grid)[0] else [])]
    return values[~np.isnan(values) & ~np.isin(np.arange(near.authorities), ours)]


def directions(settings):
    """Which way is good, by item: as the authority's lines say, else as the measure does. A number of children is good neither way between councils."""
    said = {line.measure: line.good_is for line in settings.lines[::-1].itertuples() if not line.category}
    return {item: NEITHER if measure.unit == COUNT else said.get(measure.key, measure.good_is) for item, measure in measures().items()}


@functools.lru_cache(maxsize=16)
def _of(code, month, model, ways, _):
    near = peers.known(month, model)
    grid = grids.of(near, tuple(item for item, _ in ways), dict(ways))
    made = comparators.beside(near, grid, [code])
    made = made[~made.comparator.isin(AS_PUBLISHED)].assign(state="")
    region = near.codes[near.region[near.place(code)]]
    rows = pd.concat([made[made.comparator != "region"], *(_cells(name, place or code, grid) for name, place in (AS_PUBLISHED | {"region": region}).items())],
                     ignore_index=True)
    return _described(rows, code, near, dict(ways), month)


def _cells(comparator, code, grid):
    """The published cells of a place, those with a symbol for a value too."""
    cells = pd.concat(map(reference.cells, grid.items))
    cells = cells[cells.authority == code]
    return cells.assign(comparator=comparator, of=1, out_of=1)[["item", "year", "comparator", "value", "state", "of", "out_of", "source", "origin"]]


def _described(rows, code, near, ways, month):
    """The rows with measure, unit, period and source, those left out that had not come out by the month."""
    held, declared = reference.items(), measures()
    ends = rows["item"].map(held.year_ends)
    out = [year <= years.latest(month, topic) for year, topic in zip(rows.year, rows["item"].map(held.topic))]
    rows = rows.assign(ends=ends, measure=[declared[item].key for item in rows["item"]], unit=[declared[item].unit for item in rows["item"]])[out]
    origin = _sources(held.index.intersection(ways))
    rows = rows.assign(period=[years.period(int(year), end) for year, end in zip(rows.year, rows.ends)],
                       source=[_source(row, code, origin, near, ways) for row in rows.itertuples()])
    return rows.sort_values(["measure", "comparator", "year"], kind="stable")[COLUMNS].reset_index(drop=True)


def _sources(items):
    """Where each item's year comes from, by item and year: the source of most of its cells."""
    cells = pd.concat(map(reference.cells, items))
    return cells.groupby(["item", "year"]).source.agg(lambda said: said.value_counts().index[0]).to_dict()


def _source(row, code, origin, near, ways):
    named = cited(row.source if isinstance(row.source, str) else origin[row.item, row.year])
    made = words(row, near.model, ways[row.item], near.judged, _holders(row, near.of(code)))
    again = ", recomputed from the count and the ONS estimate" if row.origin == "recomputed" else ""
    return f"{made}{named}{again}"


def _holders(row, neighbours):
    """The names of the neighbours whose value the best one is; nobody for another comparator."""
    if row.comparator != "best_neighbour":
        return []
    cells = reference.cells(row.item)
    best = cells.authority[(cells.year == row.year) & (cells.value == row.value) & cells.authority.isin(neighbours)]
    return list(reference.known().name[best])


def words(row, model, good_is, judged, best=()):
    """How a comparator was made, with a comma behind; nothing for one as it was published. `judged` is the month of the last judgement known, `best` names those
    whose value the best one is.

    >>> from types import SimpleNamespace as Row
    >>> words(Row(comparator="neighbours_mean", of=9, out_of=10), "2021-04", "low", "2020-03")
    'mean of 9 of 10 statistical neighbours (model of April 2021), from '
    """
    of = f"{row.of} of {row.out_of}"
    near = f"statistical neighbours (model of {periods.long_name(model)})" if model else "statistical neighbours"
    quartile = "upper" if good_is == HIGH else "lower"
    by = f"by {periods.long_name(judged)}"
    made = {"neighbours_mean": f"mean of {of} {near}", "neighbours_median": f"median of {of} {near}", "best_neighbour": f"{' and '.join(best)}, best of {of} {near}",
            "good_neighbours": f"mean of {of} {near} rated good or better {by}", "rated_good": f"mean of {of} authorities rated good {by}",
            "rated_outstanding": f"mean of {of} authorities rated outstanding {by}", "top_quartile": f"{quartile} quartile of {of} authorities"}
    return f"{made[row.comparator]}, from " if row.comparator in made else ""


def cited(source):
    """A source as a reader is told of it.

    >>> cited("lait-2025")
    'Department for Education, Local Authority Interactive Tool, 2025'
    """
    known = reference.table("sources").set_index("source")
    if source not in known.index:
        return source
    row = known.loc[source]
    return f"{row.publisher}, {row.title}, {row.edition}"
