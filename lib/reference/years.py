"""Years of published statistics: what they are called, and which had come out by a month."""

from lib import periods

FINANCIAL, WORKFORCE = "03", "09"       # the month a year of statistics ends in: March, for the workforce census September
# Months until a year is out. DfE publishes children in need to March by the end of November, looked after children and adoption of that year
# into December (those of 2018/19 and 2019/20 came then), and September's workforce in February.
OUT_AFTER = {"workforce": 5, "looked_after_children": 9, "adoption": 9}
OUT_AFTER_OTHERS = 8


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
    return int(periods.year_end(last_month(period))[:4])


def last_month(period):
    """The last month that a period covers.

    >>> last_month("2018/19"), last_month("2019-09")
    ('2019-03', '2019-09')
    """
    return period if "-" in period else periods.from_financial_year(period)


def latest(month, topic):
    """The latest year of a topic's statistics that had been published by a month's end.

    >>> latest("2020-03", "child_protection"), latest("2019-10", "child_protection"), latest("2019-11", "looked_after_children")
    (2019, 2018, 2018)
    >>> latest("2020-03", "workforce"), latest("2020-01", "workforce")
    (2019, 2018)
    """
    year, ends = int(month[:4]), WORKFORCE if topic == "workforce" else FINANCIAL
    after = OUT_AFTER.get(topic, OUT_AFTER_OTHERS)
    return next(each for each in (year, year - 1, year - 2) if periods.shift(f"{each}-{ends}", after) <= month)
