"""Published values of England's authorities as arrays of items by years by places: what comparators are made of, all at once."""

import functools
from dataclasses import dataclass

import numpy as np
import pandas as pd

from lib import reference
from lib.peers import NOBODY
from lib.reference.years import WORKFORCE

JOINT_FROM = 5          # figures of one census that two authorities share to the last digit, and share all of: they made one return


@dataclass(frozen=True, eq=False)
class Grid:
    """Published values as an array of items by years by places in the peers' codes; missing where there is none. `directions` has a word an item.

    `joint` has, by year, the partner's place where an authority's return was made together with another's; `there` says of every item and year
    which authorities there were.
    """

    items: tuple
    years: tuple
    directions: tuple
    values: np.ndarray
    joint: np.ndarray
    there: np.ndarray


def of(peers, items, directions=None):
    """The Grid of these items; `directions` says by item which way is good, where that is not the publisher's own."""
    held = reference.items()
    items = tuple(item for item in items if item in held.index)
    years = tuple(range(*_span(items)))
    said = tuple((directions or {}).get(item, held.good_is[item]) for item in items)
    return Grid(items, years, said, _values(items, years, peers.codes), _joint(peers.codes[:peers.authorities], years, reference.stamp()),
                _there(peers, items, years))


def _span(items):
    """The first year of which anything is published of these items, and the one after the last."""
    years = [year for item in items for year in reference.cells(item).year.agg(["min", "max"]) if not pd.isna(year)]
    return (int(min(years)), int(max(years)) + 1) if years else (0, 0)


def _values(items, years, codes):
    """Published values as an array of items by years by codes."""
    table = pd.concat([reference.cells(item) for item in items]) if items else reference.table("values").head(0)
    table = table[table.year.isin(years) & table.authority.isin(codes)]
    places = tuple(table[column].map({key: place for place, key in enumerate(keys)}).to_numpy(dtype=int) for column, keys in
                   (("item", items), ("year", years), ("authority", codes)))
    values = np.full((len(items), len(years), len(codes)), np.nan)
    values[places] = table.value
    return values


def _there(peers, items, years):
    """Which authorities were there, by item, year and authority. Councils change in April: September's census finds the next year's."""
    late = reference.items().year_ends[list(items)] == WORKFORCE
    councils = peers.codes[:peers.authorities]
    by_year = {shift: reference.there(councils, [year + shift for year in years]) for shift in (0, 1)}
    return np.array([by_year[int(each)] for each in late], dtype=bool).reshape(len(items), len(years), peers.authorities)


def each_return_once(grid, peers):
    """All authorities' values, those of a joint return counted once: at the first of the two."""
    values = grid.values[..., :peers.authorities]
    second = (grid.joint != NOBODY) & (grid.joint < np.arange(peers.authorities))
    return np.where(is_joint(grid)[:, None, None] & second, np.nan, values)


def is_joint(grid):
    """Which items are of a census that two authorities may answer together."""
    return np.array([item in census_items() for item in grid.items], dtype=bool)


def census_items():
    """The items of the workforce census, which some authorities answer together (Achieving for Children; Northamptonshire Children's Trust)."""
    held = reference.items()
    return tuple(held.index[held.topic == "workforce"])


@functools.lru_cache(maxsize=16)
def _joint(councils, years, _):
    """The partner's place of a joint return by year and authority; NOBODY for those who answer alone."""
    census = _values(census_items(), years, councils)
    joint = np.full((len(years), len(councils)), NOBODY)
    for year in range(len(years)):
        answers = {}
        for place in np.nonzero((census[:, year] > 0).sum(axis=0) >= JOINT_FROM)[0]:
            partner = answers.setdefault(census[:, year, place].tobytes(), place)
            if partner != place:
                joint[year, [partner, place]] = place, partner
    return joint
