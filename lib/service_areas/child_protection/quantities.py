"""What is counted of child protection plans, their reviews and visits, and from which records."""

from lib.measures import Rows, flow, stock

PEOPLE = ("category of abuse", "age", "sex", "team", "age band", "age band | sex")


def _on_plans(*where, since="plan_started"):
    return Rows("protection_plans", since=since, until="plan_ended", where=where, each="child")


def _started(*where):
    return Rows("protection_plans", on="plan_started", where=where)


def _ended(*where):
    return Rows("protection_plans", on="plan_ended", where=where)


def _visits(*where):
    return Rows("protection_visits", on="visited", where=where)


def _reviews(*where):
    return Rows("protection_reviews", on="reviewed", where=where)


QUANTITIES = (
    stock("children_on_cp_plans", _on_plans(), by=PEOPLE),
    flow("cp_plans_started", _started()),
    flow("cp_plans_ended", _ended(), by=("reason",)),
    flow("cp_plans_started_repeat", _started("repeat")),
    flow("cp_plans_started_repeat_within_2_years", _started("repeat_within_2_years")),
    stock("children_on_cp_plans_2_years", _on_plans(since="two_years_on")),
    flow("cp_plans_ended_after_2_years", _ended("lasted_2_years")),
    flow("cp_reviews", _reviews(), by=("outcome",)),
    flow("cp_reviews_in_time", _reviews("in_time")),
    stock("cp_with_up_to_date_plan", Rows("children_on_plans", on="month_end", where=("up_to_date",), as_returned=True)),
    stock("cp_due_visit", Rows("cp_visits_due", on="month_end", where=("due",)), by=("team",)),
    stock("cp_visited_in_time", Rows("cp_visits_due", on="month_end", where=("due", "in_time")), by=("team",)),
    stock("children_on_repeat_cp_plans", _on_plans("repeat"), by=("year of earlier plan",)),
    stock("children_on_repeat_cp_plans_within_2_years", _on_plans("repeat_within_2_years")),
    stock("children_looked_after_on_cp_plans", Rows("children_on_plans", on="month_end", where=("looked_after",))),
    flow("female_genital_mutilation_cases"),
    flow("cp_visits", _visits()),
    flow("cp_visits_in_time", _visits("in_time")),
    flow("child_protection_medicals"),
)
