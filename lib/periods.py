"""Months and the periods made of them. A month is a string such as "2015-12", so that it sorts, groups and prints as itself."""

import re

from lib.errors import Refused

NAMES = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
FIRST_OF_FINANCIAL_YEAR = 4
MONTHS_IN_YEAR = 12
ENOUGH_TO_COMPARE = 12      # months with figures that a record or a peak needs: fewer are no whole round of the seasons, and a summer is no low


def check(month):
    """The month itself, when it is written as a month is.

    Raises Refused for anything else.

    >>> check("2015-12")
    '2015-12'
    """
    if re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", str(month)):
        return str(month)
    raise Refused("the month asked for", f'"{month}"', 'a month such as "2015-12"', "write the year, a hyphen and the month in two digits")


def shift(month, by):
    """The month that many months later, or earlier when `by` is negative.

    >>> shift("2015-12", 1), shift("2015-12", -12)
    ('2016-01', '2014-12')
    """
    year, number = map(int, month.split("-"))
    years, number = divmod(year * MONTHS_IN_YEAR + number - 1 + by, MONTHS_IN_YEAR)
    return f"{years:04d}-{number + 1:02d}"


def between(first, last):
    """Every month from the first to the last, both included; none when the last is earlier.

    >>> between("2015-11", "2016-01")
    ['2015-11', '2015-12', '2016-01']
    """
    months = []
    while first <= last:
        months.append(first)
        first = shift(first, 1)
    return months


def year_start(month):
    """The April its financial year opens with.

    >>> year_start("2015-12"), year_start("2016-03")
    ('2015-04', '2015-04')
    """
    year, number = map(int, month.split("-"))
    return f"{year - (number < FIRST_OF_FINANCIAL_YEAR):04d}-{FIRST_OF_FINANCIAL_YEAR:02d}"


def year_end(month):
    """The March its financial year closes with.

    >>> year_end("2015-12")
    '2016-03'
    """
    return shift(year_start(month), MONTHS_IN_YEAR - 1)


def year_to_date(month):
    """The months of its financial year up to it.

    >>> year_to_date("2015-06")
    ['2015-04', '2015-05', '2015-06']
    """
    return between(year_start(month), month)


def rolling_12(month):
    """The twelve months that end with it.

    >>> rolling_12("2015-12")[0]
    '2015-01'
    """
    return between(shift(month, 1 - MONTHS_IN_YEAR), month)


def financial_year(month):
    """Its financial year as councils write it.

    >>> financial_year("2015-03"), financial_year("2015-04")
    ('2014/15', '2015/16')
    """
    start = int(year_start(month)[:4])
    return f"{start}/{(start + 1) % 100:02d}"


def from_financial_year(words):
    """The last month of a financial year.

    >>> from_financial_year("2014/15")
    '2015-03'
    """
    return f"{int(words[:4]) + 1:04d}-{FIRST_OF_FINANCIAL_YEAR - 1:02d}"


def long_name(month):
    """
    >>> long_name("2015-12")
    'December 2015'
    """
    year, number = month.split("-")
    return f"{NAMES[int(number) - 1]} {year}"


def short_name(month):
    """
    >>> short_name("2015-12")
    'Dec 2015'
    """
    year, number = month.split("-")
    return f"{NAMES[int(number) - 1][:3]} {year}"


def spoken(period):
    """A period of published data as a reader says it: a financial year as it is, a month by its name.

    >>> spoken("2013/14"), spoken("2014-09")
    ('2013/14', 'Sep 2014')
    """
    return period if "/" in period or not period else short_name(period)


def span(month, basis):
    """The period that a figure of this month covers on a basis, in words.

    >>> span("2015-12", "in_month"), span("2015-12", "year_to_date")
    ('December 2015', 'April to December 2015')
    >>> span("2015-12", "rolling_12"), span("2015-03", "financial_year"), span("2015-12", "month_end")
    ('year to December 2015', '2014/15', 'end of December 2015')
    """
    return {"month_end": f"end of {long_name(month)}",
            "year_to_date": _to_date(month),
            "rolling_12": f"year to {long_name(month)}",
            "financial_year": financial_year(month)}.get(basis, long_name(month))


def _to_date(month):
    first = year_start(month)
    if first == month:
        return long_name(month)
    year = "" if first[:4] == month[:4] else f" {first[:4]}"
    return f"{NAMES[FIRST_OF_FINANCIAL_YEAR - 1]}{year} to {long_name(month)}"
