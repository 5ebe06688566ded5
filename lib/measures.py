"""What a flow, a stock, the rows they count, a measure, a topic and their bases are. Declarations only: nothing here counts or calculates."""

from dataclasses import dataclass

COUNT, PERCENT, PER_10_000, DAYS, AVERAGE = "count", "percent", "per_10000", "days", "average"
IN_MONTH, MONTH_END, YEAR_TO_DATE, ROLLING_12, FINANCIAL_YEAR = (
    "in_month", "month_end", "year_to_date", "rolling_12", "financial_year")
HIGH, LOW, WITHIN_LIMITS, NEITHER = "high", "low", "within limits", "neither"

FLOW, STOCK = "flow", "stock"
POPULATION = "population_0_17"

UNITS = (COUNT, PERCENT, PER_10_000, DAYS, AVERAGE)
BASES = (IN_MONTH, MONTH_END, YEAR_TO_DATE, ROLLING_12, FINANCIAL_YEAR)
GOOD_IS = (HIGH, LOW, WITHIN_LIMITS, NEITHER)

DECIMALS = {COUNT: 0, PERCENT: 1, PER_10_000: 1, DAYS: 1, AVERAGE: 1}


@dataclass(frozen=True)
class Rows:
    """Which records a quantity counts: those of `records` for which every yes-or-no column of `where` holds.

    A flow counts those dated `on` a day of the month. A stock counts those that stand at its last day: from the day of `since` to the day
    before `until`, for as long as `until` is blank. With neither, and wherever `as_returned` says so, the records tell how things stood
    when they were extracted, and count for the month of their return alone. `each` counts every value of a column once instead of the
    rows, `total` adds a column up, `largest` takes its highest value.
    """

    records: str
    on: str = ""
    since: str = ""
    until: str = ""
    where: tuple = ()
    each: str = ""
    total: str = ""
    largest: str = ""
    as_returned: bool = False


@dataclass(frozen=True)
class Quantity:
    """A number counted or supplied. `additive` says whether its months add up to a longer period (a maximum does not).

    `rows` says how it is counted, where it can be: without them only a return can supply it. `by` names the breakdowns it is counted by;
    "age band | sex" is one by both.
    """

    key: str
    kind: str
    additive: bool = True
    rows: Rows = None
    by: tuple = ()


def flow(key, rows=None, by=(), additive=True):
    """A quantity counted over a month.

    >>> flow("contacts", Rows("contacts", on="date_of_contact"), by=("source",)).rows.on
    'date_of_contact'
    """
    return Quantity(key, FLOW, additive, rows, by)


def stock(key, rows=None, by=()):
    """A quantity standing at a month's last day. It never adds up over months.

    >>> stock("children_looked_after").additive
    False
    """
    return Quantity(key, STOCK, additive=False, rows=rows, by=by)


@dataclass(frozen=True)
class Measure:
    """A count, percentage, rate or average, declared once from quantities.

    `bases` opens with the natural one. `numerator` and `denominator` are keys of quantities; a count has its quantity's key
    and no denominator. `definition` is for a board: what it means. `method` is for a reader who checks: how it is made.
    `benchmark` is the item's name in DfE's Local Authority Interactive Tool, where there is one. `share` says that a category is set
    against all categories together: its share of the whole; `fractions` that a count has parts of one, as full-time equivalents do.
    """

    key: str
    title: str
    unit: str
    numerator: str
    bases: tuple
    good_is: str
    definition: str
    denominator: str = ""
    method: str = ""
    breakdowns: tuple = ()
    benchmark: str = ""
    share: bool = False
    fractions: bool = False

    @property
    def natural_basis(self):
        return self.bases[0]

    @property
    def decimals(self):
        return DECIMALS[self.unit] + self.fractions


@dataclass(frozen=True)
class Series:
    """One column, or pair of columns, of a topic's table: a measure on a basis, with its numerator and denominator where `parts` asks.

    With a `breakdown` and no `category` it stands for every category there is.
    """

    measure: str
    basis: str = ""
    breakdown: str = ""
    category: str = ""
    parts: str = ""      # "", "numerator" or "both": what is shown beside the value


@dataclass(frozen=True)
class Topic:
    """One page of a report: what a few measures of one subject say together."""

    key: str
    title: str
    definition: str
    shows: tuple
