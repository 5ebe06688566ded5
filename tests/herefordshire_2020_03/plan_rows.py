"""Child protection plans as rows: Annex A list 7, local plans with why they ended and those before, and review conferences."""

from datetime import timedelta

from tests.herefordshire_2020_03 import days, plans, visits
from tests.herefordshire_2020_03.casework import EXTRACTED, allocated, child, identifier, not_after

CATEGORIES = {"EMO": ("Emotional abuse", "EMO", "Emotional"), "NEG": ("Neglect", "NEG", "a) Neglect"), "PHY": ("Physical abuse", "PHY"),
              "SAB": ("Sexual abuse", "SAB", "Sexual")}
PLAN_WORDS = ("CP", "Child protection plan", "CP plan")
FIRST_REVIEW, NEXT_REVIEW = timedelta(weeks=13), timedelta(weeks=26)
LATE = 14                                   # one review in so many is late


def list_7():
    """A row a plan that stood at any time since 1 April 2019."""
    return [_list_7_row(plan) for plan in plans.plans()]


def local_plans():
    """A row a plan: those of list 7 with the reason they ended, and the earlier ones of the same children."""
    return [row for plan in plans.plans() for row in (*_earlier_rows(plan), _plan_row(plan))]


def reviews():
    """Review conferences held in the year, and those due that were not held."""
    return [_review_row(plan, due, held) for plan in plans.plans() for due, held in review_days(plan) if (held or due) >= days.FIRST]


def review_days(plan):
    """The days a plan's reviews were due and held, None when not held: the last one is that which ended the plan."""
    found, due, last = [], plan.started + FIRST_REVIEW, plan.ended or EXTRACTED + timedelta(days=1)
    while (held := _held(plan, due, len(found))) < last:
        found.append((due, held))
        due = held + NEXT_REVIEW
    if plan.reason == "Threshold no longer met":
        return [*found, (due, plan.ended)]
    return [*found, (due, None)] if due < last else found


def _held(plan, due, place):
    """The day a review would be held: up to nine days before it was due, or some weeks after."""
    order = plan.number + 5 * place
    return days.plus(due, 4 + order % 11) if order % LATE == 0 else not_after(due - timedelta(days=order % 10))


def _list_7_row(plan):
    held = [day for _, day in review_days(plan) if day]
    changed = plan.number % 13 == 0 and plan.category in ("EMO", "NEG")
    first = {"EMO": "NEG", "NEG": "EMO"}[plan.category] if changed else plan.category
    return {**child(plan.number, plan.age), "disability": _answer(plan.number % 15 == 0), "plan_started": plan.started,
            "initial_category": _category(first, plan.number), "latest_category": _category(plan.category, plan.number + 1),
            "last_visit": _last_visit(plan), "seen_alone": _answer(plan.age > 3), "latest_review": held[-1] if held else None,
            "plan_ended": plan.ended, "emergency_protection": _answer(plan.number % 29 == 0), "previous_plans": _previous(plan),
            **allocated(plan.team, plan.number)}


def _last_visit(plan):
    """The last visit made while the plan stood; of a plan that ended before its first in the year the last one due."""
    made = [day for day in visits.made()[identifier(plan.number), "CP"] if plan.started <= day and (plan.ended is None or day < plan.ended)]
    return max([*made, *(due for due in plan.visits_due() if due < days.FIRST)], default=None)


def _previous(plan):
    return len(plan.earlier) + sum(other.number == plan.number and other.started < plan.started for other in plans.plans())


def _category(key, turn):
    return CATEGORIES[key][turn % len(CATEGORIES[key])]


def _answer(truth):
    return "Y" if truth else "N"


def _plan_row(plan):
    """A plan of list 7 as the local list has it: its document was last updated at a review, and is due for review by the next."""
    reviewed = [plan.started, *(held for _, held in review_days(plan) if held)]
    following = FIRST_REVIEW if len(reviewed) == 1 else NEXT_REVIEW
    return {"child": identifier(plan.number), "plan_type": PLAN_WORDS[plan.number % 3], "started": plan.started, "updated": reviewed[-1],
            "review_due": reviewed[-1] + following, "ended": plan.ended, "end_reason": plan.reason or None, "team": plan.team}


def _earlier_rows(plan):
    return [{"child": identifier(plan.number), "plan_type": PLAN_WORDS[plan.number % 3], "started": started, "ended": ended,
             "end_reason": "Threshold no longer met", "team": plan.team} for started, ended in plan.earlier]


def _review_row(plan, due, held):
    ends = held is not None and held == plan.ended
    return {"child": identifier(plan.number), "review_type": ("CP", "CP review", "RCPC")[plan.number % 3], "reviewed": held, "due": due,
            "first_review": _answer(due == plan.started + FIRST_REVIEW), "outcome": None if held is None else _outcome(ends),
            "team": plan.team}


def _outcome(ends):
    return "Plan ends" if ends else "Plan continues"
