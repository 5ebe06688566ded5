"""What a chart draws: comparison rows as strands, each one label with a value or a gap for every month. Nothing is calculated."""

import math
from dataclasses import dataclass

from lib import periods
from lib.charts import descriptions
from lib.errors import WorkbookError
from lib.ledgers import NOT_COVERED
from lib.measures import FINANCIAL_YEAR

YEAR = 12


@dataclass(frozen=True)
class Strand:
    """One measure, category and basis over a chart's months. `values` holds NaN where there is no figure, `states` the reason's words."""

    label: str
    name: str
    measure: str
    breakdown: str
    category: str
    basis: str
    unit: str
    months: tuple
    values: tuple
    decimals: tuple
    states: tuple
    published: tuple = ()       # whose figure it is where it was published: ("comparator", "england") or ("authority", "884")

    @property
    def points(self):
        """The positions that have a value, in order."""
        return [position for position, value in enumerate(self.values) if not math.isnan(value)]

    @property
    def last(self):
        return self.points[-1]

    @property
    def highest(self):
        return max(self.points, key=lambda position: self.values[position])

    @property
    def lowest(self):
        return min(self.points, key=lambda position: self.values[position])


def spine(*frames):
    """Every month from the first known to the last of the frames' rows, both included; every March where the rows are financial years.

    A month is known from when a row has a figure, or words in a figure's place: what lies before the first return is not a gap.
    """
    known = [rows[rows["value"].notna() | ~rows["state"].isin(["", NOT_COVERED])] for rows in frames]
    first = min(month for rows in known for month in rows["month"])
    months = sorted({month for rows in frames for month in rows["month"] if month >= first})
    yearly = all((rows["basis"] == FINANCIAL_YEAR).all() for rows in frames)
    between = periods.between(months[0], months[-1])
    return tuple(between[::YEAR] if yearly else between)


def single(rows, months, label=""):
    """The rows of one measure, category and basis as a strand along these months.

    Raises WorkbookError where two rows share a month, since a chart would have to choose.
    """
    _one_a_month(rows)
    first, months = rows.iloc[0], list(months)
    aligned = rows.set_index("month").reindex(months)
    declared = (first[name] for name in ("name", "measure", "breakdown", "category", "basis", "unit"))
    return Strand(label or first["category"] or first["name"], *declared, tuple(months), tuple(aligned["value"].astype(float)),
                  tuple(aligned["decimals"].astype(float).fillna(first["decimals"]).astype(int)), tuple(aligned["state"].fillna("")))


def several(rows, months, labels=None):
    """A strand for each label, in the labels' order; without labels one for each measure, category and basis, in the rows' order.

    `labels` is a dict whose keys are a measure, a category, or a measure and basis written `measure@basis`. A key without rows is left out:
    `without` names it.
    """
    if labels is None:
        groups = rows.groupby(["measure", "category", "basis"], sort=False)
        return [single(group, months) for _, group in groups]
    return [single(chosen, months, label) for label, chosen in _chosen(rows, labels) if len(chosen)]


def largest(strands, most):
    """At most so many of the strands, in their order: those with the highest last figures, and of those the ones that go on longest."""
    kept = sorted(strands, key=lambda strand: (-strand.last, -strand.values[strand.last]) if strand.points else (1, 0))[:most]
    return [strand for strand in strands if strand in kept]


def not_drawn(strands, drawn):
    """A sentence that names the strands a drawing has no room for; empty for none."""
    left = [strand.label for strand in strands if strand not in drawn]
    return f"Not drawn for want of room: {descriptions.listed(left)}." if left else ""


def without(rows, strands, labels=None):
    """The labels that have no figure to draw."""
    missing = [label for label, chosen in _chosen(rows, labels or {}) if chosen.empty]
    return missing + [strand.label for strand in strands if not strand.points]


def _chosen(rows, labels):
    exact = rows["measure"] + "@" + rows["basis"]
    for key, label in labels.items():
        yield label, rows[(rows["measure"] == key) | (rows["category"] == key) | (exact == key)]


def _one_a_month(rows):
    twice = rows[rows["month"].duplicated()]
    if len(twice):
        row = twice.iloc[0]
        where = f'the chart of {row["measure"]}' + (f' ({row["category"]})' if row["category"] else "")
        raise WorkbookError(where, f'{(rows["month"] == row["month"]).sum()} rows for {descriptions.moment(row["month"], row["basis"])}',
                            "one row a month for each line", "Select one basis and category before drawing.")
