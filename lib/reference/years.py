"""Years of published statistics: what they are called, and which had come out by a month."""

from lib import periods

FINANCIAL, WORKFORCE = "03", "09"       # the month a year of statistics ends in: March, for the workforce census September
OUT_AFTER = {FINANCIAL: 8, WORKFORCE: 5}    # months: DfE publishes a year to March by the end of November, September's workforce in February


def period(year, ends=FINANCIAL):
    """A year of statistics as a period: a financial year, or the month of the workforce census.

    >>> period(2019), period(2019, WORKFORCE)
    ('2018/19', '2019-09')
    """
    return periods.financial_year(f"{year}-03") if ends == FINANCIAL else f"{year}-{ends}"


def ended(period):
    """The financial year, by the year it ends in, whose councils a period's statistics are of.

    >>> ended("2018/19"), ended("2019-09")
    (2019, 2020)
    """
    return int(periods.year_end(period if "-" in period else periods.from_financial_year(period))[:4])


def latest(month, ends=FINANCIAL):
    """The latest year that had been published by a month's end.

    >>> latest("2020-03"), latest("2019-10"), latest("2020-03", WORKFORCE), latest("2020-01", WORKFORCE)
    (2019, 2018, 2019, 2018)
    """
    year = int(month[:4])
    return next(each for each in (year, year - 1, year - 2) if periods.shift(f"{each}-{ends}", OUT_AFTER[ends]) <= month)
