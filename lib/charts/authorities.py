"""England's authorities as a chart draws them: ours, its neighbours and the others, each at its value; and who has none, with the reason."""

from collections import Counter
from dataclasses import dataclass

import pandas

from lib import marks, periods
from lib.charts import data_tables, descriptions, fragments
from lib.charts.descriptions import listed

OURS, NEIGHBOUR, OTHER = "ours", "neighbour", "other"
ROLES = {OURS: "this authority", NEIGHBOUR: "neighbour", OTHER: ""}
NOT_GIVEN = "without a reason given"


@dataclass(frozen=True)
class Authorities:
    """The authorities of one measure and year: `known` have what is drawn of them, the lowest value first; `missing` have not."""

    known: tuple
    missing: tuple

    @property
    def every(self):
        return self.known + self.missing

    @property
    def measure(self):
        return self.every[0].measure

    @property
    def unit(self):
        return self.every[0].unit

    @property
    def decimals(self):
        """As a strand has them: of every value."""
        return tuple(row.decimals for row in self.every)

    @property
    def ours(self):
        """Our row; None where we are not among the authorities, or have no figure."""
        return next(iter(self.of(OURS)), None)

    def of(self, role):
        """The known of a role."""
        return [row for row in self.known if row.role == role]


def read(rows, drawn=("value",)):
    """The rows, one an authority, as Authorities; known are those that have all the columns that are drawn."""
    ordered = rows.sort_values(["value", "name"], kind="stable")
    known = ordered[list(drawn)].notna().all(axis=1)
    return Authorities(*(tuple(ordered[chosen].itertuples(index=False)) for chosen in (known, ~known)))


def nothing(rows, message, place):
    """The Absence in place of a chart when no authority has a figure."""
    if rows.empty:
        return fragments.absence(message, place, rows)
    first, reasons = rows.iloc[0], [marks.reason(state) for state in dict.fromkeys(rows["state"]) if state]
    because = f" Reason given: {'; '.join(reasons)}." if reasons else ""
    return fragments.Absence(f"No authority has a figure for {first['title']}, {periods.spoken(first['year'])}.{because}")


def said(row):
    """An authority's value as it is read aloud.

    >>> said(pandas.Series({"value": 22.64, "unit": "percent", "decimals": 1}))
    '22.6 per cent'
    """
    return descriptions.spoken(row.value, row.unit, row.decimals)


def subtitle(authorities, place):
    """Measure with its unit, place and year."""
    first = authorities.every[0]
    return f"{descriptions.in_unit(first.title, first.unit)}, {place} among England's authorities, {periods.spoken(first.year)}"


def without(authorities, place):
    """Sentences on who has no figure: ours by name, the others counted by reason; empty where all have one."""
    missing = [row for row in authorities.missing if row.value != row.value]
    ours, others = ([row for row in missing if (row.role == OURS) == is_ours] for is_ours in (True, False))
    return " ".join(filter(None, [_ours_without(ours, authorities, place), _others_without(others, "other " if ours else "")]))


def _ours_without(ours, authorities, place):
    if ours:
        return f"{ours[0].name} has no figure{_because(ours[0].state)}."
    return "" if any(row.role == OURS for row in authorities.every) else f"{place} is not among these authorities."


def _because(state):
    return f": {marks.reason(state)}" if state else ""


def _others_without(rows, other):
    """
    >>> row = pandas.Series({"state": "c"})
    >>> _others_without([row, row], "")
    '2 authorities have no figure: suppressed to protect individuals.'
    """
    counted = Counter(marks.reason(row.state) or NOT_GIVEN for row in rows).most_common()
    if not counted:
        return ""
    who = f"1 {other}authority has" if len(rows) == 1 else f"{len(rows)} {other}authorities have"
    if len(counted) == 1:
        return f"{who} no figure{'' if counted[0][0] == NOT_GIVEN else f': {counted[0][0]}'}."
    return f"{who} no figure: {listed(f'{number} {reason}' for reason, number in counted)}."


def frame(authorities, *more):
    """What is drawn as a DataFrame, a row an authority; `more` names columns besides name, role and value."""
    columns = ["authority", "name", "role", "value", *more]
    return pandas.DataFrame([[getattr(row, column) for column in columns] for row in authorities.every], columns=columns)


def table(authorities, caption, more=()):
    """The data as a table of the page that sorts; `more` holds (heading, cell of a row) pairs besides value and role."""
    headings = [*(heading for heading, _ in more), "Value", "Role"]
    rows = [(row.name, [*(cell(row) for _, cell in more), marks.authority_cell(row), role_cell(row)]) for row in authorities.every]
    return data_tables.table(caption, "Authority", headings, rows, kind="plain sortable")


def role_cell(row):
    """A table cell that says in words whether an authority is ours or a neighbour."""
    return f"<td>{ROLES[row.role]}</td>"
