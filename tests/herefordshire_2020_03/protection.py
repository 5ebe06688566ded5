"""The rows of child protection and children in need of the worked example, made to come to sections 13 to 26, 38 and 39 of the report."""

from tests.herefordshire_2020_03 import enquiries, need_rows, plan_rows, visits


def rows():
    """The rows of each list, by the list's key; values by the key of their column."""
    return {"workflow_steps": enquiries.workflow_steps(), "section_47_enquiries": enquiries.list_5(),
            "children_in_need": need_rows.list_6(), "child_protection_plans": plan_rows.list_7(),
            "plans": [*need_rows.local_plans(), *plan_rows.local_plans()], "visits": list(visits.rows()), "reviews": plan_rows.reviews()}
