"""All of England's authorities in one measure and year, ours and its neighbours marked: the rows that views of them draw."""

import numpy as np
import pandas as pd

from lib import benchmarks, comparators, funnels, grids, peers, published, reference, service_areas
from lib.measures import COUNT
from lib.reference import years

OURS, NEIGHBOUR, OTHER = "ours", "neighbour", "other"
LINES = ("published", "england", "region", "neighbours_mean", "neighbours_median")      # of a measure over the years


def code_of(settings):
    """DfE's code of the settings' authority; "" where it states none, or one that is none of England's.

    >>> from types import SimpleNamespace as Settings
    >>> code_of(Settings(authority=Settings(codes={"la": "884"}))), code_of(Settings(authority=Settings(codes={})))
    ('884', '')
    """
    code = settings.authority.codes.get("la", "")
    return code if code in reference.known().index else ""


def authorities(settings, key):
    """Every authority that was there in the latest year that had come out of a measure: a row an authority, the best first, or the highest.

    Columns: authority, name, role (ours, neighbour, other), value, state, rank (missing without one), of, band, ended (the year it ended in),
    year (in words), measure, title, unit, decimals, and England's spread, the same in each row (lowest, tenth, lower_quartile, median,
    upper_quartile, ninetieth, highest). Those without a value come last, by name. No rows where nothing is published of it.
    """
    measure = service_areas.measure(key)
    near, item = peers.known(settings.month, settings.neighbours_model), measure.benchmark
    year = year_of(item, settings.month)
    if year is None:
        return pd.DataFrame(columns=["authority", "name", "role", "value", "state", "rank", "of", "band", "ended", "year", "measure", "title", "unit", "decimals"])
    way = published.directions(settings)[item]
    grid = grids.of(near, [item], {item: way})
    rows = comparators.standing(near, grid, item, year)
    spread = comparators.spread(grids.each_return_once(grid, near)[0, grid.years.index(year)])
    rows["rank"] = rows["rank"].astype(float).replace(0, np.nan)
    councils = reference.known()
    return _ordered(rows.assign(name=list(councils.name[rows.authority]), role=_roles(rows.authority, near, code_of(settings)),
                                state=_states(rows.authority, item, year), ended=year, year=_period(item, year), measure=key, title=measure.title,
                                unit=measure.unit, decimals=measure.decimals, **spread))


def over_years(settings, key):
    """A measure over the years beside England, the region and the neighbours: a row a line and year, up to the latest that had come out.

    Columns: series (the comparator's key, "published" being ours), ended, year (in words), value, state, ours, measure, title, unit, decimals.
    """
    measure = service_areas.measure(key)
    rows = published.of(settings)
    rows = rows[(rows.measure == key) & rows.comparator.isin(_lines(settings))]
    if measure.unit == COUNT:
        rows = rows[rows.comparator == published.OURS]
    ordered = rows.rename(columns={"year": "ended", "period": "year"}).assign(place=rows.comparator.map(LINES.index)).sort_values(["place", "ended"], kind="stable")
    return ordered.assign(series=ordered.comparator, ours=ordered.comparator == published.OURS, title=measure.title, decimals=measure.decimals)[
        ["series", "ended", "year", "value", "state", "ours", "measure", "title", "unit", "decimals", "source"]].reset_index(drop=True)


def funnel(settings, key):
    """The rows of `authorities` with `denominator` and `beyond` (which control limit a value lies beyond), and the limits' curves, and England's value.

    Gives back (rows, curves, centre); rows are empty where nothing published says what the values were divided by.
    """
    measure, rows = service_areas.measure(key), authorities(settings, key)
    year = int(rows.ended.iloc[0]) if len(rows) else None
    sizes = funnels.denominators(measure, year) if year else {}
    centre = _of_england(measure.benchmark, year)
    rows = rows.assign(denominator=[sizes.get(code, np.nan) for code in rows.authority])
    rows = rows[rows.denominator > 0]
    if np.isnan(centre) or not rows.value.notna().any():
        return rows.head(0).assign(beyond=""), pd.DataFrame(), centre
    drawn = rows[rows.value.notna()]
    return (rows.assign(beyond=funnels.beyond(rows.value, centre, rows.denominator, measure.unit)).reset_index(drop=True),
            funnels.curves(centre, drawn.denominator, measure.unit), centre)


def sources(settings, key):
    """Where the values of a measure's latest year come from, as a reader is told."""
    item = service_areas.measure(key).benchmark
    known = reference.cells(item)
    return sorted({published.cited(source) for source in known.source[known.year == year_of(item, settings.month)]})


def restated(settings):
    """The restatements of the authority's own published figures of years that had come out by the month."""
    rows, held = reference.table("restatements"), reference.items()
    out = [item in held.index and year <= years.latest(settings.month, held.topic[item]) for item, year in zip(rows["item"], rows.year)]
    return rows[(rows.authority == code_of(settings)) & np.array(out, dtype=bool)]


def joint(settings):
    """The pairs of authorities that answered the workforce census together in the latest year that had come out, by name."""
    near, names = peers.known(settings.month, settings.neighbours_model), reference.known().name
    grid = grids.of(near, grids.census_items())
    year = years.latest(settings.month, "workforce")
    if year not in grid.years:
        return []
    partners = grid.joint[grid.years.index(year)]
    return [(names[near.codes[place]], names[near.codes[partner]]) for place, partner in enumerate(partners) if partner > place]


def populations(settings):
    """ONS's estimates of the authority's children, by mid-year, up to the one that the latest rates are divided by."""
    year = years.latest(settings.month, "child_protection")
    return {mid: children for mid, children in sorted(reference.children(code_of(settings)).items()) if mid < year}


def references(settings, key):
    """England's and the region's value of a measure in the year that `authorities` shows, as (label, value)."""
    measure = service_areas.measure(key)
    year, code = year_of(measure.benchmark, settings.month), code_of(settings)
    if year is None:
        return []
    region = reference.known().region[code] if code else ""
    named = [("England", reference.ENGLAND), *([(reference.known().name[region], region)] if region else [])]
    return [(name, value) for name, place in named if not np.isnan(value := _cell(measure.benchmark, year, place))]


def _lines(settings):
    return [line for line in LINES if line != benchmarks.NOT_TAKEN[settings.neighbours_average]]


def year_of(item, month):
    """The latest year of an item that had come out by a month, and of which there is any value; None without one."""
    held = reference.items()
    if item not in held.index:
        return None
    known = reference.cells(item).dropna(subset="value").year
    out = known[known <= years.latest(month, held.topic[item])]
    return int(out.max()) if len(out) else None


def _period(item, year):
    return years.period(year, reference.items().year_ends[item])


def _roles(codes, near, ours):
    neighbours = set(near.of(ours)) if ours else set()
    return [OURS if code == ours else NEIGHBOUR if code in neighbours else OTHER for code in codes]


def _states(codes, item, year):
    known = reference.cells(item)
    states = known[known.year == year].set_index("authority").state
    return [states.get(code, "") for code in codes]


def _of_england(item, year):
    return _cell(item, year, reference.ENGLAND) if year else np.nan


def _cell(item, year, place):
    known = reference.cells(item)
    found = known.value[(known.year == year) & (known.authority == place)]
    return float(found.iloc[0]) if len(found) else np.nan


def _ordered(rows):
    """By rank, or where nobody is ranked from the highest; those without a value last, by name."""
    known = rows.value.notna()
    order = rows.assign(known=~known, first=rows["rank"].fillna(-rows.value)).sort_values(["known", "first", "name"], kind="stable")
    return rows.loc[order.index].reset_index(drop=True)
