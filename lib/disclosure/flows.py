"""What a reader can add up across measures: how many stood before, came and went are together how many stand after."""

from itertools import combinations, groupby

from lib import periods
from lib.disclosure.relations import FINANCIAL_YEAR, IN_MONTH, MONTH_END, ROLLING_12, YEAR_TO_DATE, Relation

# How many stand at a month's end, how many joined them in the month, and how many left: counts of the same records by the same days.
STOCKS_AND_FLOWS = (
    ("children_looked_after", "children_starting_to_be_looked_after", "children_ceasing_to_be_looked_after"),
    ("children_on_cp_plans", "cp_plans_started", "cp_plans_ended"),
    ("early_help_episodes_open", "early_help_episodes_started", "early_help_episodes_closed"),
    ("assessments_open", "assessments_started", "assessments_completed"),
)
FAMILIES = {measure: family[0] for family in STOCKS_AND_FLOWS for measure in family}
YEAR = 12               # months at most between the two stocks of a relation


def across_measures(block):
    """The relations between a stock and its flows, of the rows of those three measures; nothing where one of them has none.

    Of each category that all three are shown by, since who is of one at the start is taken to be of it at the end.
    """
    places = {}
    for row in block.itertuples():
        places.setdefault((row.breakdown, row.category), {}).setdefault(row.measure, {})[row.basis, row.month] = row.Index
    for stock, joining, leaving in STOCKS_AND_FLOWS:
        for place in sorted(places):
            series = [places[place].get(measure) for measure in (stock, joining, leaving)]
            if all(series):
                yield from _between_stocks(*series)


def _between_stocks(stock, joining, leaving):
    """Between two month ends: who joined, less who left, is the difference; by months it follows where an end between is told."""
    ends = _ends(stock)
    for first, last in combinations(sorted(ends), 2):
        months = periods.between(periods.shift(first, 1), last)
        came, went = (_in_all(flow, months) if len(months) <= YEAR else {} for flow in (joining, leaving))
        if came and went:
            monthly = all((IN_MONTH, month) in flow for flow in (joining, leaving) for month in months)
            follows = monthly and any(month in ends for month in months[:-1])
            yield Relation(came | {row: -sign for row, sign in went.items()}, {ends[last]: -1, ends[first]: 1}, follows, spares=True)


def _ends(stock):
    """The row of each month's end; that of the year's end where the month itself is not shown."""
    return {month: row for shown in (FINANCIAL_YEAR, MONTH_END) for (basis, month), row in stock.items() if basis == shown}


def _in_all(flow, months):
    """The rows, with their signs, that come to a flow of these months: the months, a total of a whole year, or running totals."""
    if all((IN_MONTH, month) in flow for month in months):
        return {flow[IN_MONTH, month]: 1 for month in months}
    if len(months) == YEAR and (ROLLING_12, months[-1]) in flow:
        return {flow[ROLLING_12, months[-1]]: 1}
    years = [list(year) for _, year in groupby(months, periods.year_start)]
    found = [_of_one_year(flow, year) for year in years]
    return {row: sign for each in found for row, sign in each.items()} if all(found) else {}


def _of_one_year(flow, months):
    """The running total that these months come to, or the two that they lie between; nothing where one is not shown."""
    first, last = months[0], months[-1]
    after = flow.get((YEAR_TO_DATE, last), flow.get((FINANCIAL_YEAR, last)))
    if after is None or first == periods.year_start(first):
        return {} if after is None else {after: 1}
    before = flow.get((YEAR_TO_DATE, periods.shift(first, -1)))
    return {} if before is None else {after: 1, before: -1}
