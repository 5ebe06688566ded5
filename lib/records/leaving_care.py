"""Records of care leavers: who is of the cohort that is measured, and how they are doing."""

import pandas as pd

from lib import categories
from lib.records import Kind, need

# DfE counts relevant and former relevant young people: an eligible one is still looked after, a qualifying one is owed less.
NOT_YET_OR_LESS = ("eligible", "qualifying")
EXCLUDED = ("DIED", "RHOM")                     # died, and returned home: out of DfE's cohort
IN_TOUCH, LOST_TOUCH = "YES", "NO"
SUITABLE = "suitable"
OCCUPIED = ("F1", "F2", "F3", "F4", "F5", "P1", "P2", "P3", "P4", "P5")     # F3 and P3 until 2015/16
AGE_GROUPS = (("Under 17", 0, 16), ("17 and 18", 17, 18), ("19 to 21", 19, 21), ("22 and over", 22, 150))


def care_leavers(extract, rules):
    """A record a care leaver of Annex A List 9, as things stand at the extract: in touch, suitably housed, and in education or work.

    With whom the authority has lost touch is of the cohort, neither suitably housed nor occupied (DfE, SSDA903). Of a column that holds
    nothing at all nothing is known.
    """
    rows = extract.rows("care_leavers")
    rows = rows[~rows.eligibility.isin(NOT_YET_OR_LESS) & ~rows.in_touch.isin(EXCLUDED)]
    reached = rows.in_touch != LOST_TOUCH
    found = {"in_touch": (rows.in_touch, rows.in_touch == IN_TOUCH),
             "suitably_housed": (rows.suitability, reached & (rows.suitability == SUITABLE)),
             "occupied": (rows.activity, reached & rows.activity.isin(OCCUPIED))}
    told = {name: answer.astype("boolean") for name, (said, answer) in found.items() if (said != "").any()}
    return rows.drop(columns=["in_touch", "age"]).assign(age_group=_age_groups(rows, extract), **told)


def _age_groups(rows, extract):
    years = categories.ages(rows.date_of_birth, need.last_day(extract.month))
    groups = pd.Series(categories.NOT_RECORDED, index=rows.index, dtype="str")
    for name, first, last in AGE_GROUPS:
        groups[years.between(first, last)] = name
    return groups


KINDS = (Kind("care_leavers", "care_leavers", care_leavers),)
