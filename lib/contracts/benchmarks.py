"""An authority's own benchmarks: a row a comparator's value for a measure. What its columns, comparators and periods may be."""

from dataclasses import dataclass
from datetime import date

from lib import periods
from lib.contracts import Column, Named, Problem, choice, column_named, find, monthly_figures
from lib.errors import WARNING, nearest

CODE, COMPARATOR, PERIOD, VALUE, SOURCE = "code or key", "comparator", "period", "value", "source"

COLUMNS = (
    Column(CODE, ("code", "key", "code key", "measure", "measure key", "line", "ref", "reference", "no"), required=True),
    Column(COMPARATOR, ("compared with", "benchmark"), required=True),
    Column(PERIOD, ("year", "financial year"), required=True),
    Column(VALUE, ("figure",), required=True),
    Column(SOURCE, ("published in", "taken from")),
)


@dataclass(frozen=True)
class Comparator:
    """Whom an authority is set beside: `heading` in a table, `name` within a sentence, and how councils' own tables spell it."""

    key: str
    heading: str
    name: str
    spellings: tuple = ()


# Everyone there is, in the order of a table's rows and columns. What Ofsted rates is an authority's latest judgement at the time.
COMPARATORS = {each.key: each for each in (
    Comparator("neighbours_mean", "Statistical neighbours, mean", "the mean of its statistical neighbours",
               ("sn ave", "stat neigh ave", "stat neigh", "statistical neighbours", "statistical neighbours average",
                "statistical neighbours mean")),
    Comparator("neighbours_median", "Statistical neighbours, median", "the median of its statistical neighbours",
               ("statistical neighbours median",)),
    Comparator("best_neighbour", "Best statistical neighbour", "its best statistical neighbour",
               ("best sn", "best stat neigh", "best statistical neighbour")),
    Comparator("good_neighbours", "Statistical neighbours rated good or better", "its statistical neighbours rated good or better",
               ("good+ stat neigh", "good+ stat neighbours", "good or better stat neigh", "good or better statistical neighbours",
                "statistical neighbours rated good or better")),
    Comparator("region", "Region", "the region", ("regional", "regional average")),
    Comparator("england", "England", "England", ("eng", "national", "national average", "nat ave", "all england")),
    Comparator("rated_good", "Authorities rated good", "authorities rated good",
               ("ofsted good", "rated good", "ofsted rated good", "good authorities", "authorities rated good")),
    Comparator("rated_outstanding", "Authorities rated outstanding", "authorities rated outstanding",
               ("ofsted out'ing", "ofsted outstanding", "rated outstanding", "ofsted rated outstanding", "outstanding authorities",
                "authorities rated outstanding")),
    Comparator("top_quartile", "Top-quartile threshold", "England's top-quartile threshold",
               ("nat top quartile", "national top quartile", "top quartile threshold", "nat top quartile threshold")),
)}


def recognises(cells):
    """Whether a row's cells, by column, are the header of a sheet of benchmarks: a comparator and a value at the least."""
    return {COMPARATOR, VALUE} <= {column_named(cell.text, COLUMNS) for cell in cells.values()}


def period(cell):
    """The period a cell names, `2014/15` or `2015-03`; empty when it names none.

    >>> from lib.contracts.cells import Cell
    >>> period(Cell(2, 3, "2014-15")), period(Cell(2, 3, "March 2015")), period(Cell(2, 3, "last year"))
    ('2014/15', '2015-03', '')
    """
    named = monthly_figures.period(cell.value if isinstance(cell.value, date) else cell.text)
    if not named or not named.month:
        return ""
    return periods.financial_year(named.month) if named.kind == monthly_figures.WHOLE_YEAR else named.month


def understand(cells, known):
    """What a row's words name: (measure, comparator, period), and the Problems that keep the row from being used.

    `cells` maps a column's name to its cell; `known` is what `contracts.known` gives.
    """
    named, said = find(cells.get(CODE), known), {name: cell.text for name, cell in cells.items()}
    comparator = choice(said.get(COMPARATOR, ""), {key: each.spellings for key, each in COMPARATORS.items()})
    when = period(cells[PERIOD]) if PERIOD in cells else ""
    problems = [named if isinstance(named, Problem) else None, None if comparator else _unknown(said.get(COMPARATOR, "")),
                None if when else _no_period(said.get(PERIOD, ""))]
    return (named.measure if isinstance(named, Named) else None, comparator, when), [problem for problem in problems if problem]


def sourceless(cells):
    """The Problem of a row that does not say where its value comes from, or None."""
    if SOURCE in cells:
        return None
    return Problem("no source", "the row does not say where its value comes from", "the publication it is taken from",
                   "It is used; add its source and run again.", WARNING)


def _unknown(said):
    return Problem("unknown comparator", f'"{said[:40]}" is not a comparator' if said else "there is no comparator",
                   f"one of {', '.join(COMPARATORS)}",
                   f"The row is set aside; correct the workbook and run again.{nearest(said, COMPARATORS)}")


def _no_period(said):
    return Problem("unknown period", f'"{said[:40]}" is not a period' if said else "there is no period",
                   "a financial year such as 2014/15 or a month such as 2015-03",
                   "The row is set aside; correct the workbook and run again.")
