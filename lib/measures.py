"""What a flow, a stock, a measure, a topic and their bases are. Declarations only: nothing here counts or calculates."""

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
class Quantity:
    """A number counted or supplied. `additive` says whether its months add up to a longer period (a maximum does not)."""

    key: str
    kind: str
    additive: bool = True


def flow(key, additive=True):
    """A quantity counted over a month.

    >>> flow("contacts")
    Quantity(key='contacts', kind='flow', additive=True)
    """
    return Quantity(key, FLOW, additive)


def stock(key):
    """A quantity standing at a month's last day. It never adds up over months.

    >>> stock("children_looked_after").additive
    False
    """
    return Quantity(key, STOCK, additive=False)


@dataclass(frozen=True)
class Measure:
    """A count, percentage, rate or average, declared once from quantities.

    `bases` opens with the natural one. `numerator` and `denominator` are keys of quantities; a count has its quantity's key
    and no denominator. `definition` is for a board: what it means. `method` is for a reader who checks: how it is made.
    `benchmark` is the item's name in DfE's Local Authority Interactive Tool, where there is one.
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

    @property
    def natural_basis(self):
        return self.bases[0]

    @property
    def decimals(self):
        return DECIMALS[self.unit]


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
