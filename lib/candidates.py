"""The ways one figure may be had, from one return or another or from its months, and which of them stands."""

from dataclasses import dataclass

import numpy as np

from lib import rates
from lib.rates import ALL_DECIMALS

MISSING = float("nan")
OWN_PARTS, OTHER_FIGURES, VALUE, MONTHS = range(4)     # the kinds of way, in the order in which they stand within one return


@dataclass(frozen=True)
class Candidate:
    """One way a figure may be had. Of several, the lowest `rank` (precedence of the return, then kind) stands."""

    rank: tuple
    value: float
    numerator: float = MISSING
    denominator: float = MISSING
    origin: str = "computed"
    state: str = ""
    source: str = ""
    decimals: int = ALL_DECIMALS
    place: tuple = ()

    @property
    def has_parts(self):
        return not np.isnan(self.denominator)

    @property
    def returned(self):
        """Whether a return gives this very figure, or a part of it; rather than other figures from which it follows."""
        return self.rank[1:] in ((OWN_PARTS,), (VALUE,))

    @property
    def said(self):
        """The value as a person would type it; where a return's parts give none, what stands in its place."""
        return self.state if np.isnan(self.value) else plain(self.value)

    @property
    def received(self):
        """The month whose returns it came in; empty for what no single cell gave."""
        return str(self.place[0]).partition("/")[0] if self.place else ""


def chosen(ways):
    """The candidate that stands and the others. A supplied value gives way to parts that explain it to the decimals it was given with."""
    first, *others = ways
    if not first.has_parts and not _exact(first):
        explained = next((way for way in others if way.has_parts and agree(first, way)), None)
        if explained:
            return explained, [way for way in ways if way is not explained]
    return first, others


def disagreeing(figure, others, decimals):
    """Those of the others that say something else than the figure, of the same month's returns.

    Two ways that both follow from other figures are left out: what disagrees there is said of those figures.
    A return that gives parts out of none ("0 of 0") disagrees with one that gives a value.
    """
    return [other for other in others if not earlier(other, figure) and _differ(figure, other, decimals)]


def restated(figure, others, decimals):
    """What stood of the figure in each earlier month's returns, where that was something else: a value that lost there too is no restatement."""
    months = {}
    for other in sorted(others, key=lambda way: (np.isnan(way.value), way.rank)):
        if earlier(other, figure) and other.returned:
            months.setdefault(other.received, []).append(other)
    stood = [chosen(ways)[0] for ways in months.values()]
    return [other for other in stood if _differ(figure, other, decimals)]


def earlier(other, figure):
    """Whether it came in an earlier month's returns than the figure."""
    return "" < other.received < figure.received


def _differ(figure, other, decimals):
    known = not np.isnan(figure.value) and (other.has_parts or not np.isnan(other.value))
    return known and (figure.returned or other.returned) and not agree(figure, other, decimals)


def agree(one, other, decimals=ALL_DECIMALS):
    """Whether two candidates are the same number, to the fewer decimals they were given with; two computed ones to those asked for.

    >>> agree(Candidate((), 13.8, decimals=1), Candidate((), 13.8112))
    True
    """
    fewest = min((way.decimals for way in (one, other) if not _exact(way)), default=decimals)
    return rates.round_half_up(one.value, fewest) == rates.round_half_up(other.value, fewest)


def _exact(way):
    return way.decimals == ALL_DECIMALS


def plain(value):
    """A number as a person would type it.

    >>> plain(18.0), plain(12.7240143)
    ('18', '12.724')
    """
    return f"{value:.3f}".rstrip("0").rstrip(".")
