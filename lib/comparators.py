"""Published values of every authority, measure and year beside its comparators, and where each stands among all of them."""

import numpy as np
import pandas as pd

from lib import grids, reference
from lib.measures import HIGH, LOW
from lib.peers import GOOD, NOBODY, OUTSTANDING

BANDS = "ABCD"
SPREAD = {"lowest": 0, "tenth": 10, "lower_quartile": 25, "median": 50, "upper_quartile": 75, "ninetieth": 90, "highest": 100}
MADE = ("neighbours_mean", "neighbours_median", "best_neighbour", "good_neighbours", "rated_good", "rated_outstanding", "top_quartile")


def beside(peers, grid, codes=None):
    """Every comparator of every item and year, for these authorities (all of England's): a row a comparator that has a value.

    Columns: authority, item, year, comparator, value, of (how many values it is made of) and out_of (how many it might have been). England's
    and the region's are as published; the others are made here of the authorities' values, each counted alike whatever its size (LAIT's
    way). A comparator that supposes which way is good has no value for an item that is good neither way.
    """
    ours = np.array([peers.place(code) for code in codes] if codes is not None else range(peers.authorities), dtype=int)
    made = _England(peers, grid, ours)
    return pd.concat([_rows(peers, grid, ours, name, *getattr(made, name)()) for name in ("england", "region", *MADE)], ignore_index=True)


def _rows(peers, grid, ours, name, values, of, out_of):
    """A comparator's array of items by years by our authorities as rows, without those that have no value."""
    shape = (len(grid.items), len(grid.years), len(ours))
    values, of, out_of = (np.broadcast_to(each, shape) for each in (values, of, out_of))
    item, year, place = np.nonzero(~np.isnan(values))
    chosen = item, year, place
    return pd.DataFrame({"authority": np.array(peers.codes, dtype=object)[ours[place]], "item": np.array(grid.items, dtype=object)[item],
                         "year": np.array(grid.years, dtype=int)[year], "comparator": name, "value": values[chosen], "of": of[chosen].astype(int),
                         "out_of": out_of[chosen].astype(int)})


class _England:
    """The comparators of some authorities, each as (values, of, out_of) in arrays of items by years by those authorities."""

    def __init__(self, peers, grid, ours):
        self.peers, self.grid, self.ours = peers, grid, ours
        self.all = grids.each_return_once(grid, peers)
        self.near = _of_neighbours(grid, peers, ours)
        self.members = (peers.neighbours[ours] != NOBODY).sum(axis=1)

    def england(self):
        return self._published(np.full(len(self.ours), self.peers.codes.index(reference.ENGLAND)))

    def region(self):
        return self._published(self.peers.region[self.ours])

    def neighbours_mean(self):
        return _mean(self.near), _count(self.near), self.members

    def neighbours_median(self):
        return _over(np.nanmedian, self.near), _count(self.near), self.members

    def best_neighbour(self):
        best = self._directed(_over(np.nanmax, self.near), _over(np.nanmin, self.near))
        return best, _count(self.near), self.members

    def good_neighbours(self):
        places = self.peers.neighbours[self.ours]
        good = (places != NOBODY) & self.peers.is_good[places]
        near = np.where(good, self.near, np.nan)
        return _mean(near), _count(near), good.sum(axis=1)

    def rated_good(self):
        return self._rated(GOOD)

    def rated_outstanding(self):
        return self._rated(OUTSTANDING)

    def top_quartile(self):
        edges = (_over(np.nanpercentile, self.all, q)[..., None] for q in (75, 25))
        return self._directed(*edges), _count(self.all)[..., None], self.grid.there.sum(axis=-1)[..., None]

    def _rated(self, word):
        rated = np.where(self.peers.overall == word, self.all, np.nan)
        return _mean(rated)[..., None], _count(rated)[..., None], (self.grid.there & (self.peers.overall == word)).sum(axis=-1)[..., None]

    def _published(self, places):
        values = np.where(places == NOBODY, np.nan, self.grid.values[..., places])
        return values, 1, 1

    def _directed(self, high, low):
        """The first where high is good, the second where low is; missing where neither is."""
        way = np.array(self.grid.directions, dtype=object)[:, None, None]
        return np.where(way == HIGH, high, np.where(way == LOW, low, np.nan))


def _of_neighbours(grid, peers, ours):
    """The values of our authorities' neighbours, an axis more; of two neighbours with a joint return the nearer alone."""
    places = peers.neighbours[ours]
    values = np.where(places == NOBODY, np.nan, grid.values[..., places])
    partners = np.where(places == NOBODY, NOBODY, grid.joint[:, places])
    earlier = np.tril(np.ones((places.shape[1],) * 2, dtype=bool), -1)
    again = ((partners[..., None] == places[..., None, :]) & (partners[..., None] != NOBODY) & earlier).any(axis=-1)
    return np.where(grids.is_joint(grid)[:, None, None, None] & again, np.nan, values)


def standing(peers, grid, item, year):
    """Every authority in an item's year: authority, value, rank, of, band; in the peers' order, those that were not there left out.

    Ties take the lowest rank. `band` is the quartile, A the best, by type 7 quantiles, its edge belonging to the better band. An item that is
    good neither way has no rank and no band (DfE, Local Authority Interactive Tool). A joint return is ranked once, and both who made it
    have its rank.
    """
    place = grid.items.index(item), grid.years.index(year)
    once, way = grids.each_return_once(grid, peers)[place], grid.directions[place[0]]
    rank, band = (_shared(each, grid, place) for each in (ranks(once, way), bands(once, way)))
    rows = pd.DataFrame({"authority": peers.codes[:peers.authorities], "value": grid.values[place][:peers.authorities], "rank": rank,
                         "of": int(_count(once)) if way in (HIGH, LOW) else 0, "band": band})
    return rows[grid.there[place]].reset_index(drop=True)


def _shared(said, grid, place):
    """What is said of each authority, of the second of a joint return what is said of the first."""
    partners = grid.joint[place[1]]
    second = grids.is_joint(grid)[place[0]] & (partners != NOBODY) & (partners < np.arange(len(partners)))
    return np.where(second, np.asarray(said)[partners], said)


def ranks(values, good_is):
    """The place of each value among all, the best first; ties take the lowest; 0 where there is no value or neither way is good.

    >>> ranks([10, 20, 20, 30, 40], "high").tolist(), ranks([10, float("nan"), 30, 20], "low").tolist()
    ([5, 3, 3, 2, 1], [1, 0, 3, 2])
    """
    numbers = np.asarray(values, dtype=float)
    if good_is not in (HIGH, LOW):
        return np.zeros(len(numbers), dtype=int)
    better = (numbers[:, None] < numbers) if good_is == HIGH else (numbers[:, None] > numbers)
    return np.where(np.isnan(numbers), 0, 1 + better.sum(axis=1))


def bands(values, good_is):
    """The quartile band of each value, A the best; "" where there is no value or neither way is good.

    >>> bands([0, 25, 50, 75, 100], "low").tolist()
    ['A', 'A', 'B', 'C', 'D']
    """
    numbers = np.asarray(values, dtype=float)
    known = ~np.isnan(numbers)
    if good_is not in (HIGH, LOW) or not known.any():
        return np.full(len(numbers), "", dtype=object)
    edges = np.percentile(numbers[known], (25, 50, 75) if good_is == LOW else (75, 50, 25))
    return np.array([band(number, edges, good_is) if there else "" for number, there in zip(numbers, known)], dtype=object)


def band(value, edges, good_is):
    """The band of a value by the three quartiles, the best first. An edge belongs to the better band.

    >>> band(30, (25, 50, 75), "low"), band(80, (75, 50, 25), "high")
    ('B', 'A')
    """
    worse = sum(value > edge if good_is == LOW else value < edge for edge in edges)
    return BANDS[int(worse)]


def spread(values):
    """England's spread of these values: the lowest, tenth, quartiles, median, ninetieth and highest; missing where there is none.

    >>> spread([1, 2, 3, 4, 5])["upper_quartile"]
    4.0
    """
    numbers = np.asarray(values, dtype=float)
    numbers = numbers[~np.isnan(numbers)]
    return {name: float(np.percentile(numbers, at)) if len(numbers) else float("nan") for name, at in SPREAD.items()}


def _mean(values):
    """Means over the last axis; missing where nothing is known."""
    count = _count(values)
    return np.where(count, np.nansum(values, axis=-1) / np.maximum(count, 1), np.nan)


def _over(statistic, values, *more):
    """A statistic over the last axis, computed where something is known; missing elsewhere."""
    known = _count(values) > 0
    result = np.full(values.shape[:-1], np.nan)
    result[known] = statistic(values[known], *more, axis=-1)
    return result


def _count(values):
    return (~np.isnan(values)).sum(axis=-1)
