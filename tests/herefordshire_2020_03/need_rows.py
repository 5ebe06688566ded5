"""Children in need as rows: Annex A list 6, a row a child whose case was open in the year, and local child in need plans."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from tests.herefordshire_2020_03 import assessing, care_list, care_periods, days, enquiries, needs, plans, visits
from tests.herefordshire_2020_03.casework import EXTRACTED, allocated, child, identifier, not_after

LOOKED_AFTER, PROTECTION, NEED, ASSESSMENT = "Looked after child", "Child protection plan", "Child in need plan", "Open assessment"
STATUSES = {LOOKED_AFTER: ("LAC", "Looked after child"), PROTECTION: ("CP plan", "Child protection plan"),
            NEED: ("CIN plan", "Child in need plan"), ASSESSMENT: ("Open assessment",)}
CLOSED = ("Closed", "Closed episode", "Closed case")
NEEDS = ("N1", "N1 Abuse or neglect", "Family dysfunction", "N1", "N4", "Abuse or neglect", "N3", "N5")
REASONS = ("RC7", "RC8", "No longer in need", "Case closed after assessment, no further action", "RC7")
SHORT_BREAKS = ("V3", "V4")
KEPT = ("child", "sex", "ethnicity", "date_of_birth", "age", "disability", "team", "worker")
REFERRED = timedelta(weeks=6)               # before the first plan of a case, or the enquiry


@dataclass(frozen=True)
class Involvement:
    """Why a child's case was open, with which team, and from when to when."""

    number: int
    age: int
    status: str
    team: str
    began: date
    ended: date | None


def list_6():
    """A row a child: all that happened to the child in the year falls within one case."""
    cases = defaultdict(list)
    for each in involvements():
        cases[each.number].append(each)
    rows = {row["child"]: row for row in map(_list_6_row, cases.values()) if row["closed"] is None or row["closed"] >= days.FIRST}
    return [*({row["child"]: row for row in [*_assessed(), *_looked_after()]} | rows).values()]


def involvements():
    """Plans of both kinds, enquiries, and care that followed a protection plan."""
    yield from (Involvement(plan.number, plan.age, PROTECTION, plan.team, plan.started, plan.ended) for plan in plans.plans())
    yield from (Involvement(plan.number, plan.age, NEED, plan.team, plan.came, plan.ended) for plan in needs.children_plans())
    yield from (Involvement(number, care_periods.AGES_FROM_PLANS[number], LOOKED_AFTER, care_periods.TEAMS_FROM_PLANS[number], day, None)
                for number, day in care_periods.FROM_PLANS.items())
    yield from (Involvement(each.number, each.age, ASSESSMENT, each.team, each.discussed or each.conference, _left(each))
                for each in enquiries.enquiries())


def local_plans():
    """A row a child in need plan, proposed or started."""
    return [_plan_row(plan) for plan in needs.children_plans()]


def _assessed():
    """Children whose assessment is open."""
    return [_kept(row) | {"started": row["assessment_started"], "primary_need": NEEDS[turn % len(NEEDS)], "case_status": ASSESSMENT,
                          "closed": None, "reason_for_closure": None, "last_seen": min(days.plus(row["assessment_started"], 3), EXTRACTED)}
            for turn, row in enumerate(row for row in assessing.rows() if row["authorised"] is None)]


def _looked_after():
    """Children looked after, those in a series of short breaks left out: the last period of care keeps the case open, or closed it."""
    counted = [row for row in care_list.rows()["looked_after_children"] if row["legal_status"] not in SHORT_BREAKS]
    return [_kept(row) | {"started": _opened(row), "primary_need": row["category_of_need"],
                          "last_seen": row["last_visit"], "closed": row["ceased"],
                          "reason_for_closure": REASONS[0] if row["ceased"] else None,
                          "case_status": (CLOSED if row["ceased"] else STATUSES[LOOKED_AFTER])[turn % 2]}
            for turn, row in enumerate(sorted(counted, key=lambda row: row["started"]))]


def _opened(row):
    """Some weeks before care began, but of a newborn child the day after its birth."""
    return min(max(not_after(row["started"] - REFERRED), days.plus(row["date_of_birth"], 1)), row["started"])


def _kept(row):
    """What list 6 says of a child as another list does."""
    return {key: row[key] for key in KEPT}


def _left(enquiry):
    """When an enquiry's child was no longer the concern of an assessment, if that was before the lists were drawn."""
    settled = days.plus(enquiry.conference or enquiry.completed or EXTRACTED, 8 + enquiry.number % 22)
    return settled if settled <= EXTRACTED else None


def _list_6_row(case):
    """The row of a case: while it is open its status is the gravest that stands."""
    standing = [each for each in case if each.ended is None]
    grave = min(standing or case, key=lambda each: list(STATUSES).index(each.status))
    closed = None if standing else _closed(max(each.ended for each in case), grave.number)
    words = CLOSED if closed else STATUSES[grave.status]
    disabled = grave.team == "CWD" or grave.number % 15 == 0
    return {**child(grave.number, grave.age), "disability": "Y" if disabled else "N",
            "started": not_after(min(each.began for each in case) - REFERRED - timedelta(days=grave.number % 9)),
            "primary_need": "N2" if grave.team == "CWD" else NEEDS[grave.number % len(NEEDS)], "last_seen": _last_seen(case),
            "closed": closed, "reason_for_closure": REASONS[grave.number % len(REASONS)] if closed else None,
            "case_status": words[grave.number % len(words)], **allocated(grave.team, grave.number)}


def _closed(ended, number):
    """A case is closed some days after what kept it open; before the lists were drawn."""
    return min(days.plus(ended, number % 16), EXTRACTED)


def _last_seen(case):
    """The last visit made to the child, else a day in the week after the case's last turn."""
    number = case[0].number
    made = [*visits.made()[identifier(number), "CP"], *visits.made()[identifier(number), "CIN"]]
    turn = max(each.began for each in case)
    return max([*made, min(days.plus(turn, 1 + number % 5), EXTRACTED)])


def _plan_row(plan):
    """A plan's document is updated now and then, and is to be reviewed half a year later: a few are past that."""
    updated = plan.started and max(plan.started, not_after((plan.ended or EXTRACTED) - timedelta(days=plan.number * 17 % 210)))
    return {"child": identifier(plan.number), "plan_type": ("CIN", "CIN plan", "Child in need plan")[plan.number % 3],
            "proposed": plan.proposed, "started": plan.started, "updated": updated,
            "review_due": updated and not_after(updated + timedelta(weeks=26)), "ended": plan.ended,
            "end_reason": ("Threshold no longer met", "Threshold no longer met", "Other", "Threshold no longer met",
                           "Moved")[plan.number % 5] if plan.ended else None, "team": plan.team}
