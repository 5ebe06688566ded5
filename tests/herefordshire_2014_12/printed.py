"""Every number the document prints, from the transcription, beside the figure our edition has in its place."""

import re
from dataclasses import dataclass

from lib import categories, rates
from tests.herefordshire_2014_12 import staff

DECEMBER, SEPTEMBER, JUNE = "2014-12", "2014-09", "2014-06"
DATES = {"31/10/2012": "2012-10", "31/03/2013": "2013-03", "30/04/2013": "2013-04", "31/03/2014": "2014-03", "30/09/2014": SEPTEMBER}
STAFF = {"permanent_fte": "workforce_permanent_fte", "interim_fte": "workforce_interim_fte", "interim_pct_printed": "workforce_interim_fte_percent",
         "grand_total_printed": "workforce_fte"}
POSTS = {"employees_fte": "workforce_permanent_fte", "interims_fte": "workforce_interim_fte", "vacancies_or_confirmed_new_starters": "confirmed_starters_fte",
         "current_total_fte": "workforce_with_starters_fte", "budget": "establishment_fte", "over_under_headcount": "establishment_variance_fte"}
ANALYST, STORY = "analyst", "story"                 # numbers that are no figure: the analyst's words, and those of one child, which are not kept
COMPARATORS = ("england", "region")
PERCENT_MEASURES = re.compile(r"_percent$")

# What a derived number is printed as: the column of its row, whose sign the words say.
DERIVED = {"change_on_peak": "percent_from_peak", "change_on_month": "percent_on_month", "change_on_year": "relative_change",
           "since_april": "percent_since_april"}


@dataclass(frozen=True)
class Cell:
    """A printed number: the line or table it stands in, the figure it is one of, which part or change of it, and what is printed."""

    where: str
    measure: str
    breakdown: str
    category: str
    basis: str
    month: str
    part: str
    printed: str

    @property
    def key(self):
        return self.measure, self.breakdown, self.category, self.basis, self.month

    @property
    def decimals(self):
        return len(self.printed.partition(".")[2])


def cells():
    """Every printed number that is a figure, or a change of one."""
    return [*stated(), *of_staff(), *of_posts()]


def stated():
    """The numbers of the commentary; a comparator's stand at the month whose figure it is beside."""
    for row in staff.read("stated"):
        if row["part"] not in (ANALYST, STORY):
            basis, month = ("", DECEMBER) if row["part"] in COMPARATORS else (row["basis"], row["month"])
            yield Cell(f"line {row['line']}: {row['of']}", row["measure"], row["breakdown"], row["category"], basis, month, row["part"], row["printed"])


def of_staff():
    """The tables of staff: by role at four earlier dates, by team and role at the last."""
    for row in staff.read("workforce"):
        role, team = staff.ROLES.get(row["role_group"], ""), row["team"] if row["team"] not in ("All", "Total") else ""
        named = {"team": team, "role": role}
        place = (categories.crossed(*filter(named.get, named)), categories.crossed(*filter(None, named.values())))
        for column, measure in STAFF.items():
            if row[column]:
                yield Cell(f"staff, {row['date']}, {row['team']}, {row['role_group']}, {column}", measure, *place, "month_end", DATES[row["date"]],
                           "value", row[column])


def of_posts():
    """The table of posts; the difference from the budget stands at December alone, since a return cannot give one below nought."""
    for row in staff.read("establishment"):
        place = ("", "") if row["is_total"] == "yes" else ("team", row["team"])
        for column, measure in POSTS.items():
            if row[column]:
                month = DECEMBER if measure == "establishment_variance_fte" else SEPTEMBER
                yield Cell(f"posts, {row['team']}, {column}", measure, *place, "month_end", month, "value", row[column])


def ours(cell, rows, lines):
    """Our number in a cell's place, at the decimals printed; None where there is none."""
    value = _value(cell, rows, lines)
    return None if value is None or value != value else rates.round_half_up(value, cell.decimals)


def _value(cell, rows, lines):
    if cell.part == "target":
        return lines[cell.measure].green
    row = beside_comparator(cell, rows) if cell.part in COMPARATORS else rows.get(cell.key)
    if row is None:
        return None
    if cell.part == "change_on_six_months":
        return abs(_percent(row.value, rows[(*cell.key[:4], JUNE)].value))
    if cell.part == "change_on_month" and PERCENT_MEASURES.search(cell.measure):
        return abs(_percent(row.value, row.month_ago))
    if cell.part in DERIVED:
        return abs(getattr(row, DERIVED[cell.part]))
    return row.value if cell.part == "peak" else getattr(row, cell.part)


def beside_comparator(cell, rows):
    """The row of the month beside which a comparator stands: the measure's own basis, whichever has it."""
    beside = [row for key, row in rows.items() if key[:3] == cell.key[:3] and key[4] == cell.month and getattr(row, cell.part) == getattr(row, cell.part)]
    return beside[0] if beside else None


def _percent(now, earlier):
    return (now - earlier) / earlier * 100


def by_key(compared):
    """The comparison rows by what they are of."""
    return {(row.measure, row.breakdown, row.category, row.basis, row.month): row for row in compared.itertuples(name="Row")}

