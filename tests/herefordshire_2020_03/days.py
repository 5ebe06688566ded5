"""The days of the example's year, April 2019 to March 2020, and how things are laid out over them: evenly, and alike on every run."""

from datetime import date, datetime, time, timedelta
from functools import cache

FIRST, LAST = date(2019, 4, 1), date(2020, 3, 31)
MONTHS = tuple(f"{year}-{month:02}" for year, months in ((2019, range(4, 13)), (2020, range(1, 4))) for month in months)
BANK_HOLIDAYS = frozenset(date(*day) for day in (
    (2018, 12, 25), (2018, 12, 26), (2019, 1, 1), (2019, 4, 19), (2019, 4, 22), (2019, 5, 6), (2019, 5, 27), (2019, 8, 26), (2019, 12, 25),
    (2019, 12, 26), (2020, 1, 1), (2020, 4, 10), (2020, 4, 13), (2020, 5, 8), (2020, 5, 25)))
SATURDAY = 5
ODD = 2_654_435_761             # Knuth's multiplier: what stands side by side is sent far apart


def month_of(day):
    """The month of a day.

    >>> month_of(LAST)
    '2020-03'
    """
    return f"{day:%Y-%m}"


def is_working(day):
    """Whether a day is a working day in England."""
    return day.weekday() < SATURDAY and day not in BANK_HOLIDAYS


@cache
def every(month):
    """Every day of a month."""
    first = date.fromisoformat(f"{month}-01")
    days = (first + timedelta(days=count) for count in range(31))
    return tuple(day for day in days if month_of(day) == month)


@cache
def working(month):
    """The working days of a month."""
    return tuple(day for day in every(month) if is_working(day))


@cache
def open_days(month):
    """The days on which somebody rings: every working day twice, Saturdays once, so that fewer come on those."""
    return tuple(day for day in every(month) if day not in BANK_HOLIDAYS and day.weekday() <= SATURDAY
                 for _ in range(2 if is_working(day) else 1))


def plus(day, count):
    """The working day so many after a day, or before it where the count is below nought.

    >>> plus(date(2019, 4, 18), 1), plus(date(2019, 4, 23), -1)
    (datetime.date(2019, 4, 23), datetime.date(2019, 4, 18))
    """
    step = timedelta(days=1 if count > 0 else -1)
    left = abs(count)
    while left:
        day += step
        left -= is_working(day)
    return day


def elapsed(start, end):
    """The working days from a start to an end, the day after the start being day 1.

    >>> elapsed(date(2020, 2, 28), date(2020, 3, 2)), elapsed(LAST, LAST)
    (1, 0)
    """
    return sum(is_working(start + timedelta(days=count)) for count in range(1, (end - start).days + 1))


def at(day, minutes):
    """A time of a day, so many minutes after nine in the morning."""
    return datetime.combine(day, time(9)) + timedelta(minutes=minutes)


def scattered(number, below):
    """A number under a limit that neighbours do not share.

    >>> [scattered(number, 10) for number in range(4)]
    [0, 6, 2, 8]
    """
    return number * ODD % 2 ** 32 * below // 2 ** 32


def mixed(items):
    """The items in another order, the same on every run."""
    return [item for _, item in sorted(enumerate(items), key=lambda pair: ((pair[0] + 1) * ODD % 2 ** 32))]


def spread(count, among):
    """So many of a sequence, evenly spaced from the first on, again and again where there are not enough.

    >>> spread(3, "abcdef"), spread(4, "ab")
    (['a', 'c', 'e'], ['a', 'a', 'b', 'b'])
    """
    return [among[number * len(among) // count] for number in range(count)]


def chosen(count, of):
    """Which of so many are chosen, evenly: a list of that many True and else False.

    >>> chosen(2, 4)
    [False, True, False, True]
    """
    return [(number + 1) * count // of > number * count // of for number in range(of)]


def apportion(total, weights):
    """A total shared out as its weights are, in whole numbers: the largest remainders are rounded up.

    >>> apportion(10, {"a": 2, "b": 1})
    {'a': 7, 'b': 3}
    """
    whole = sum(weights.values())
    shares = {key: total * weight // whole for key, weight in weights.items()}
    owed = sorted(weights, key=lambda key: -(total * weights[key] % whole))[:total - sum(shares.values())]
    return {key: share + (key in owed) for key, share in shares.items()}
