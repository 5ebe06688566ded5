"""Visits of children on child in need and on protection plans: which were made by the day they were due, so that month ends come out."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from tests.herefordshire_2020_03 import days, needs, plans
from tests.herefordshire_2020_03.casework import EXTRACTED, MONTHS, identifier, last_day, not_after
from tests.herefordshire_2020_03.days import month_of

# Of the children due a visit at a month's end the share in time, by which the year's month ends together come to 82% and to 70%.
CP_IN_TIME = {"2019-04": .74, "2019-05": .75, "2019-06": .77, "2019-07": .78, "2019-08": .78, "2019-09": .80, "2019-10": .82,
              "2019-11": .83, "2019-12": .83, "2020-01": .88, "2020-02": .93}
CIN_IN_TIME = {"2019-04": .63, "2019-05": .64, "2019-06": .65, "2019-07": .66, "2019-08": .67, "2019-09": .69, "2019-10": .71,
               "2019-11": .72, "2019-12": .72, "2020-01": .75, "2020-02": .79}

# In March by team, as printed: children due a visit, and how many of them were not visited in time.
CP_MARCH = {"CP & Court 1": (28, 0), "CP & Court 2": (48, 2), "CP & Court 3": (32, 3), "LAC Team 2": (1, 0), "16+ Team": (2, 0)}
CIN_MARCH = {"Assessment Team 1": (10, 2), "Assessment Team 2": (12, 0), "CP & Court 1": (27, 0), "CP & Court 2": (16, 1),
             "CP & Court 3": (7, 1), "CWD": (59, 20), "LAC Team 2": (2, 0), "16+ Team": (4, 1)}
ALL_TEAMS = ""
KINDS = {"CIN": "CIN", "CIN visit": "CIN", "Child in need": "CIN", "CP": "CP", "CP visit": "CP", "Child protection visit": "CP"}


@dataclass(frozen=True)
class Case:
    """A child to be visited: the days visits are due in the year, while the case is open from `opened` until before `ended`."""

    number: int
    team: str
    due: tuple
    opened: object
    ended: object

    def latest_due(self, month):
        """The latest visit due by a month's end, when it fell due in the month or the case is still open at its end; else None."""
        latest = max((day for day in self.due if day <= last_day(month)), default=None)
        open_still = self.ended is None or self.ended > last_day(month)
        return latest if latest and (open_still or month_of(latest) == month) else None


@cache
def rows():
    """The list `visits`: a row a child and visit due, made or not."""
    return (*_rows("CIN", cin_cases(), CIN_IN_TIME, CIN_MARCH), *_rows("CP", cp_cases(), CP_IN_TIME, CP_MARCH))


def cp_cases():
    return [_case(plan, plan.started) for plan in plans.plans()]


def cin_cases():
    return [_case(plan, plan.started) for plan in needs.children_plans() if plan.started]


@cache
def made():
    """The visits made to each child of a kind, the earliest first: days by identifier and kind."""
    found = defaultdict(list)
    for row in sorted((row for row in rows() if row["visited"]), key=lambda row: row["visited"]):
        found[row["child"], KINDS[row["visit_type"]]].append(row["visited"])
    return found


def _case(plan, opened):
    return Case(plan.number, plan.team, tuple(day for day in plan.visits_due() if day >= days.FIRST), opened, plan.ended)


def _rows(kind, cases, shares, march):
    late = _late(cases, shares, march)
    words = [word for word, meant in KINDS.items() if meant == kind]
    return [{"child": identifier(case.number), "visit_type": words[case.number % len(words)],
             "visited": _visited(case, place, (case, due) in late),
             "due": due, "child_seen": "N" if (case.number + place) % 11 == 0 else "Y", "team": case.team}
            for case in cases for place, due in enumerate(case.due)]


def _late(cases, shares, march):
    """The visits not made by the day they were due, month after month: of the latest visits due, so many as leave the share in time."""
    late = set()
    for month in MONTHS:
        latest = [(case, case.latest_due(month)) for case in cases if case.latest_due(month)]
        for team, number in _numbers(latest, shares.get(month), march).items():
            theirs = [visit for visit in latest if team in (ALL_TEAMS, visit[0].team)]
            fresh = [visit for visit in theirs if month_of(visit[1]) == month]
            late |= set(days.spread(number - sum(visit in late for visit in theirs), days.mixed(fresh)))
    return late


def _numbers(latest, share, march):
    """How many of the latest visits were not in time, by team in March."""
    if share is None:
        return {team: late for team, (_, late) in march.items()}
    return {ALL_TEAMS: len(latest) - round(len(latest) * share)}


def _visited(case, place, late):
    """The day of a visit: up to six days before it was due, or some days after it; None when it was not made."""
    due = case.due[place]
    if not late:
        return max(not_after(due - timedelta(days=(case.number + place * 5) % 7)), case.opened, days.FIRST)
    visited = days.plus(due, 2 + (case.number + place) % 7)
    return None if visited > EXTRACTED or (case.ended and visited >= case.ended) else visited
