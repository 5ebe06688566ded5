"""Plain arithmetic of rates: rounding, percentages, rates per 10,000 and their 95% intervals.

Every function takes single numbers or whole columns (read by position) and gives back a float or an array of the same length.
Missing in is missing out, and so is anything over zero.
"""

from decimal import ROUND_HALF_UP, Context, Decimal

import numpy as np
from scipy.stats import chi2, norm

CONFIDENCE = 0.95
ALL_DECIMALS = 10       # of a number that was computed or counted
MOST_DECIMALS = 6       # that a figure is ever printed with, to tell it from another or from a threshold
EXACT_BELOW = 10        # events: fewer take the exact Poisson limits, the rest Byar's (public health observatories' Technical Briefing 3)
ENOUGH_DIGITS = Context(prec=400)       # more than any float has when written out in full


def round_half_up(value, decimals=0):
    """The value as a reader rounds what is printed: a half goes away from zero. Negative decimals round to tens and hundreds.

    Never used before display. A missing value stays missing; minus nothing is nothing.

    >>> round_half_up(14.5), round_half_up(2.675, 2), round_half_up(285, -1), round_half_up(-0.04, 1)
    (15.0, 2.68, 290.0, 0.0)
    """
    if np.ndim(value):
        return np.array([_round_one(each, decimals) for each in value], dtype=float)
    return _round_one(value, decimals)


def percent(numerator, denominator):
    """The numerator as a percentage of the denominator, unrounded: 46.6 and not 0.466.

    >>> percent(233, 500), percent(1, 0)
    (46.6, nan)
    """
    return ratio(100 * _numbers(numerator), denominator)


def per_10_000(numerator, population):
    """Events per 10,000 children of the population given, unrounded.

    >>> round_half_up(per_10_000(1654, 56398), 1)
    293.3
    """
    return ratio(10_000 * _numbers(numerator), population)


def ratio(numerator, denominator):
    """The numerator for one of the denominator, unrounded: an average.

    >>> ratio(3404, 10), ratio(1, 0)
    (340.4, nan)
    """
    return _plain(_divide(numerator, denominator))


def proportion_interval(numerator, denominator, confidence=CONFIDENCE):
    """Lower and upper Wilson limits of a proportion, in percent (Wilson 1927; Newcombe 1998, method 3).

    Missing as well where the numerator is below zero or above the denominator: then it is no proportion.

    >>> [round_half_up(limit, 1) for limit in proportion_interval(65, 100)]
    [55.3, 73.6]
    """
    events, of = _numbers(numerator), _numbers(denominator)
    events = np.where((events >= 0) & (events <= of), events, np.nan)
    of = np.where(of > 0, of, np.nan)
    z = norm.ppf((1 + confidence) / 2)
    half_width = z * np.sqrt(z**2 + 4 * events * (1 - events / of))
    lower, upper = ((2 * events + z**2 + side * half_width) / (2 * (of + z**2)) for side in (-1, 1))
    return _plain(100 * np.maximum(lower, 0)), _plain(100 * np.minimum(upper, 1))


def rate_interval(numerator, population, per=10_000, confidence=CONFIDENCE):
    """Lower and upper limits of a rate per so many of the population: exact Poisson under ten events, Byar's from ten.

    Missing where the population is zero or the events are below zero.

    >>> [round_half_up(limit, 2) for limit in rate_interval(65, 100, per=100)]
    [50.16, 82.85]
    """
    events = _numbers(numerator)
    exact, byars = exact_poisson(events, confidence), byars_limits(events, confidence)
    chosen = [np.where(events < EXACT_BELOW, few, many) for few, many in zip(exact, byars)]
    return tuple(_plain(per * _divide(limit, population)) for limit in chosen)


def exact_poisson(events, confidence=CONFIDENCE):
    """Lower and upper exact limits of a number of events (Garwood 1936).

    >>> [round_half_up(limit, 2) for limit in exact_poisson(0)]
    [0.0, 3.69]
    """
    events, tail = _not_negative(events), (1 - confidence) / 2
    lower = np.where(events == 0, 0, chi2.ppf(tail, 2 * events) / 2)
    return _plain(lower), _plain(chi2.ppf(1 - tail, 2 * events + 2) / 2)


def byars_limits(events, confidence=CONFIDENCE):
    """Byar's approximate lower and upper limits of a number of events (Breslow and Day 1987, volume II, page 69). Good from ten.

    >>> [round_half_up(limit, 2) for limit in byars_limits(65)]
    [50.16, 82.85]
    """
    events = np.where(_numbers(events) > 0, events, np.nan)
    z, above = norm.ppf((1 + confidence) / 2), events + 1
    lower = events * (1 - 1 / (9 * events) - z / (3 * np.sqrt(events))) ** 3
    upper = above * (1 - 1 / (9 * above) + z / (3 * np.sqrt(above))) ** 3
    return _plain(lower), _plain(upper)


def _round_one(value, decimals):
    number = float("nan") if value is None else float(value)
    if not np.isfinite(number):
        return number
    written = Decimal(repr(number))
    return float(written.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, ENOUGH_DIGITS)) + 0.0


def _numbers(values):
    return np.asarray(values, dtype=float)


def _not_negative(events):
    return np.where(_numbers(events) >= 0, events, np.nan).astype(float)


def _divide(numerator, denominator):
    of = _numbers(denominator)
    return _numbers(numerator) / np.where(of == 0, np.nan, of)


def _plain(numbers):
    return float(numbers) if np.ndim(numbers) == 0 else numbers
