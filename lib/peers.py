"""Whom each of England's authorities is set beside: its region, its ten statistical neighbours, and those that Ofsted rates good or outstanding."""

import functools
from dataclasses import dataclass

import numpy as np

from lib import periods, reference
from lib.errors import Refused, nearest

NEIGHBOURS = 10
NOBODY = -1
GOOD, OUTSTANDING = "Good", "Outstanding"


@dataclass(frozen=True, eq=False)
class Peers:
    """England's authorities as they were known in a month. `codes` names them; the arrays hold places in it, NOBODY where there is none.

    `neighbours` has a row an authority and a column a neighbour, the nearest first; `region` a place an authority (regions and England stand
    behind the authorities); `overall` Ofsted's latest judgement published by then, "" where none is known, and
    `judged` the month of the last of them; `model` the neighbours' model.
    """

    month: str
    model: str
    codes: tuple
    authorities: int
    region: np.ndarray
    neighbours: np.ndarray
    overall: np.ndarray
    judged: str

    def place(self, code):
        """Where a code stands in `codes`."""
        return self.codes.index(code)

    def of(self, code):
        """The codes of an authority's neighbours, the nearest first."""
        return [self.codes[place] for place in self.neighbours[self.place(code)] if place != NOBODY]

    @property
    def is_good(self):
        """A yes or no an authority: rated good or better."""
        return np.isin(self.overall, (GOOD, OUTSTANDING))


def known(month, model=""):
    """The Peers of a month. `model` names the neighbours' model ("2021-04"); without it the latest that was there by the month, else the earliest.

    Raises Refused for a model that is not held.
    """
    return _known(month, model_of(month, model), reference.stamp())


@functools.lru_cache(maxsize=16)
def _known(month, model, _):
    table = reference.known()
    councils, others = (table.index[mask] for mask in (table.kind == "authority", table.kind != "authority"))
    codes = (*councils, *others)
    places = {code: place for place, code in enumerate(codes)}
    return Peers(month, model, codes, len(councils), np.array([places.get(code, NOBODY) for code in table.region[councils]], dtype=int),
                 _neighbours(model, places, len(councils)), *_overall(month, councils))


def model_of(month, asked=""):
    """The neighbours' model to use: the one asked for, the latest there was by the month, else the earliest there is; "" where none is held.

    >>> model_of("2020-03"), model_of("2024-01"), model_of("2025-05")
    ('2021-04', '2021-04', '2025-05')
    """
    models = sorted(reference.table("neighbours").model.unique())
    if asked and asked not in models:
        raise Refused("the neighbours' model", f'"{asked}"', f"one of {', '.join(models) or 'none yet: load one with the command reference'}",
                      f"correct benchmarks.neighbours_model in settings.toml.{nearest(asked, models)}")
    return asked or max((model for model in models if model <= month), default=models[0] if models else "")


def _neighbours(model, places, councils):
    table = reference.table("neighbours")
    grid = np.full((councils, NEIGHBOURS), NOBODY)
    chosen = table[(table.model == model) & table.authority.isin(places) & table.neighbour.isin(places)]
    grid[chosen.authority.map(places).astype(int), chosen.place.astype(int) - 1] = chosen.neighbour.map(places)
    return grid


def _overall(month, councils):
    """Each authority's latest judgement that was published by the month's end, and the month of the last of them that is held."""
    table = reference.table("judgements")
    by_then = table[table.published < periods.shift(month, 1)].sort_values("published", kind="stable")
    latest = by_then.drop_duplicates("authority", keep="last").set_index("authority").overall
    return np.array([latest.get(code, "") for code in councils], dtype=object), by_then.published.max()[:7] if len(by_then) else month
