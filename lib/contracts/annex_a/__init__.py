"""Ofsted's Annex A: the eleven child-level lists an inspection asks of a children's service, in the layouts of 2020 and 2024."""

from lib.contracts.annex_a import adoption, care_leavers, front_door, looked_after_children, protection

LAYOUTS = (care_leavers.OLDER, care_leavers.NEWER)
LISTS = (*front_door.LISTS, *protection.LISTS, *looked_after_children.LISTS, *care_leavers.LISTS, *adoption.LISTS)
