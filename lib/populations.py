"""How many children live where: the population that a rate of a month is divided by, and what it is called beside the rate."""

from dataclasses import dataclass

import numpy as np

from lib import periods, reference


@dataclass(frozen=True)
class Population:
    """Children aged 0 to 17, and in words which estimate says so."""

    children: float
    label: str


def of(settings, month):
    """The population for rates of a month: the one that the settings state, else ONS's by DfE's rule; None where neither is known.

    DfE divides by the mid-year estimate of the year before the financial year ends: for a month of 2018/19, which ends in 2019, that of
    mid-2018. Where that is not published yet the latest there is stands in.
    """
    if not np.isnan(settings.population):
        return None if month < settings.population_from else Population(settings.population, settings.population_label)
    code = settings.authority.codes.get("la", "")
    return estimated(code, int(periods.year_end(month)[:4])) if code else None


def estimated(code, year):
    """ONS's mid-year estimate for statistics of the year that ends in `year`, for an authority's code; None where there is none.

    >>> estimated("372", 2024)
    Population(children=58441.0, label='ONS estimate for mid-2023')
    """
    held = reference.children(code)
    latest = max((mid_year for mid_year in held if mid_year < year), default=None)
    return Population(held[latest], f"ONS estimate for mid-{latest}{_late(latest, year)}") if latest else None


def _late(mid_year, year):
    return "" if mid_year == year - 1 else f", the latest there is for {year - 1}/{year % 100:02d}"
