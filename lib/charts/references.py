"""The values a chart's figures are held against: a target or benchmark as a line, limits as a band."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Reference:
    """A line at `low`, or a band from `low` to `high`, with the words that stand beside it."""

    label: str
    low: float
    high: float

    @property
    def is_band(self):
        return self.high != self.low


def read(given):
    """References as callers write them: nothing, `("Target", 86)`, `("Limits", (14, 20))`, `(14, 20)` or a list of those.

    >>> read(("Target", 86)), read((14, 20)), read(None)
    ([Reference(label='Target', low=86, high=86)], [Reference(label='Target range', low=14, high=20)], [])
    """
    if given is None:
        return []
    if isinstance(given, list):
        return [reference for each in given for reference in read(each)]
    label, at = given if isinstance(given[0], str) else ("Target range", given)
    low, high = at if isinstance(at, tuple) else (at, at)
    return [Reference(label, low, high)]
