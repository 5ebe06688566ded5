"""The lists of the example's returns that are of children in care, of those who left it and of adoption.

Document 004's sections 27 to 35 and 40 come out of them: `care_periods` says who is looked after and when, `care_placements` where each
lives, `care_visits`, `care_list`, `leaving_care` and `adoption_lists` what the lists say.
"""

from tests.herefordshire_2020_03 import adoption_lists, care_list, care_placements, care_visits, leaving_care
from tests.herefordshire_2020_03.care_periods import LOOKED_AFTER_FROM_PLANS, LOOKED_AFTER_ON_A_PLAN

__all__ = ["LOOKED_AFTER_FROM_PLANS", "LOOKED_AFTER_ON_A_PLAN", "rows"]


def rows():
    """The rows of each list by its key; of visits, reviews and plans those of children in care."""
    return care_list.rows() | leaving_care.rows() | adoption_lists.rows() | care_visits.rows() | care_placements.rows()
