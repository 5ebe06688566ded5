"""What the builders of the lists of children in care share: codes in the wordings of councils, and days that are no Sunday."""

from datetime import date, timedelta

SATURDAY, SUNDAY = 5, 6


def spelled(key, codes, turn):
    """A code in one of three wordings by turns: its key, its words, or both. Raises StopIteration when there is no such code.

    >>> from lib.contracts.annex_a.looked_after_children import PROVIDERS
    >>> [spelled("PR1", PROVIDERS, turn) for turn in range(3)]
    ['PR1', 'Own provision', 'PR1: Own provision']
    """
    title = next(code.title for code in codes if code.key == key)
    return (key, title, f"{key}: {title}")[turn % 3]


def working(day):
    """The day itself, or the Monday after it when it falls on a weekend.

    >>> working(date(2020, 3, 28)), working(date(2020, 3, 31))
    (datetime.date(2020, 3, 30), datetime.date(2020, 3, 31))
    """
    return day + timedelta(days=7 - day.weekday() if day.weekday() >= SATURDAY else 0)


def not_sunday(day):
    """The day itself, or the Saturday before it when it is a Sunday."""
    return day - timedelta(days=day.weekday() == SUNDAY)


def between(earliest, latest, turn):
    """A working day from the earliest to about the latest, another one each turn."""
    return working(earliest + timedelta(days=turn * 97 % max(1, (latest - earliest).days)))


def month_ends(first, last):
    """The last days of the months from one date's month to another's.

    >>> len(month_ends(date(2019, 4, 1), date(2020, 3, 31)))
    12
    """
    months = range(first.year * 12 + first.month, last.year * 12 + last.month + 1)
    return [date(month // 12, month % 12 + 1, 1) - timedelta(days=1) for month in months]
