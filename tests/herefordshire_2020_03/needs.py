"""Child in need plans of the worked example: who stands on one, proposed or started, at every month's end, and the visits they are due."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from tests.herefordshire_2020_03 import days, plans
from tests.herefordshire_2020_03.casework import EXTRACTED, MONTHS, not_after, within
from tests.herefordshire_2020_03.days import month_of

MARCH = MONTHS[-1]

# At the end of March by team, as printed: plans proposed, plans started. Then, so that the visits come to those printed (137 due),
# the started ones too new for a visit, and those that ended in March after one.
STANDING = {
    "Assessment Team 1": (3, 14, 4, 0), "Assessment Team 2": (7, 19, 7, 0), "Assessment Team 3": (2, 1, 1, 0),
    "CP & Court 1": (6, 28, 1, 0), "CP & Court 2": (16, 12, 1, 5),
    "CP & Court 3": (5, 6, 0, 1), "LAC Team 1": (0, 1, 1, 0), "LAC Team 2": (0, 2, 0, 0),
    "CWD": (8, 56, 1, 4), "16+ Team": (1, 3, 0, 1)}

# The document's 186 of February follow: of those standing at the end of March 23 came in March, and 19 had left in it.
STEPPED_DOWN_IN_MARCH = 18                    # proposed in March as a protection plan ended; those of February make up the teams' others
PROPOSED_IN_MARCH, NEW_WITHOUT_PROPOSAL = 3, 2
ENDED_BEFORE_A_VISIT = ("Assessment Team 1", "Assessment Team 2", "CWD", "CP & Court 1")      # in March
WITHDRAWN = ("Assessment Team 1", "CP & Court 2", "Assessment Team 2", "CP & Court 3")       # proposed and, in March, given up
ENDED = {"2019-04": 22, "2019-05": 24, "2019-06": 21, "2019-07": 26, "2019-08": 18, "2019-09": 23, "2019-10": 25, "2019-11": 24,
         "2019-12": 22, "2020-01": 26, "2020-02": 24}
AGAIN_PROPOSED = ("Assessment Team 2", "CWD") # a started plan, and a new one proposed: one child

PROTECTION_TEAMS = ("CP & Court 1", "CP & Court 2", "CP & Court 3")
USUAL_TEAMS = ("Assessment Team 1", "CP & Court 1", "CWD", "Assessment Team 2", "CP & Court 2", "Assessment Team 2", "CP & Court 1",
               "Assessment Team 1", "CP & Court 3", "CP & Court 2", "CWD", "Assessment Team 3", "16+ Team")
WEEKS = {"CWD": 6}                            # between visits; four weeks in the other teams
FIRST_CHILD = 104_001


@dataclass(frozen=True)
class Plan:
    """A child in need plan: proposed, started, ended, each None when it was not."""

    number: int
    age: int
    team: str
    proposed: date | None
    started: date | None
    ended: date | None = None

    @property
    def came(self):
        return self.proposed or self.started

    def stands(self, day):
        return self.came <= day and (self.ended is None or self.ended > day)

    def visits_due(self):
        """The days visits fall due, up to the month the lists are drawn in: none before the plan started, none from its end on."""
        if self.started is None:
            return []
        every, last = timedelta(weeks=WEEKS.get(self.team, 4)), self.ended or EXTRACTED + timedelta(days=1)
        return [each for each in (self.started + every * place for place in range(1, 80)) if each < last]


@cache
def children_plans():
    """Every child in need plan that stood at any time since 1 April 2019, a child's second one included."""
    made = []
    for team, proposed, started, ended in _dates():
        number = FIRST_CHILD + len(made)
        made.append(Plan(number, 3 + number * 5 % 15, team, proposed, started, ended))
    made += [Plan(plan.number, plan.age, plan.team, plan.ended, None) for plan in stepped_down()]
    return (*made, *_proposed_again(made))


@cache
def stepped_down():
    """The protection plans of the teams for protection that ended lately, for whose children a child in need plan is proposed."""
    below = [plan for plan in plans.plans() if plan.ended and plan.reason == "Threshold no longer met" and plan.team in PROTECTION_TEAMS]
    march = [plan for plan in below if month_of(plan.ended) == MARCH]
    february = [plan for plan in below if month_of(plan.ended) == MONTHS[-2]]
    wanted = {team: STANDING[team][0] for team in PROTECTION_TEAMS}
    found = _first(march, wanted, STEPPED_DOWN_IN_MARCH)
    return found + _first(february, wanted, sum(wanted.values()))


def _first(ended, wanted, number):
    """The first so many whose team still lacks children; `wanted` says how many and is drawn down."""
    found = []
    for plan in ended:
        if len(found) < number and wanted[plan.team]:
            wanted[plan.team] -= 1
            found.append(plan)
    return found


def _dates():
    """Team, day proposed, day started, day ended of every plan but those that follow a protection plan."""
    yield from _proposed()
    yield from _new()
    yield from _started()
    yield from _ended_in_march()
    yield from _ended_earlier()


def _proposed():
    """Plans proposed by the other teams: a few in March, the rest in the weeks before."""
    teams = [team for team, numbers in STANDING.items() if team not in PROTECTION_TEAMS for _ in range(numbers[0])]
    for order, team in enumerate(teams):
        day = days.plus(EXTRACTED, -2 - order) if order < PROPOSED_IN_MARCH else days.plus(date(2020, 2, 28), -order * 3)
        yield team, day, None, None


def _new():
    """Plans started so late in March that no visit has fallen due."""
    teams = [team for team, numbers in STANDING.items() for _ in range(numbers[2])]
    for order, team in enumerate(teams):
        started = days.plus(date(2020, 3, 13), 1 + order % 12)
        proposed = None if order < NEW_WITHOUT_PROPOSAL else days.plus(date(2020, 2, 28), -order * 3)
        yield team, proposed, started, None


def _started():
    """The plans started before, whose visits have fallen due: those of children with disabilities have lasted longest."""
    teams = [team for team, numbers in STANDING.items() for _ in range(numbers[1] - numbers[2])]
    for order, team in enumerate(teams):
        lasting = 46 + order * 61 % (900 if team == "CWD" else 420)
        started = not_after(EXTRACTED - timedelta(days=lasting))
        yield team, days.plus(started, -22 - order % 24) if order % 5 else None, started, None


def _ended_in_march():
    """Plans that ended in March after a visit, on the day one would be due, or before they started."""
    after = [team for team, numbers in STANDING.items() for _ in range(numbers[3])]
    for order, team in enumerate(after):
        due = date(2020, 3, 9) + timedelta(days=order % 5)
        yield team, None, due - timedelta(weeks=WEEKS.get(team, 4) * (5 + order % 4)), days.plus(date(2020, 3, 17), 1 + order % 7)
    for order, team in enumerate(ENDED_BEFORE_A_VISIT):
        due = date(2020, 3, 9) + timedelta(days=order)
        yield team, None, due - timedelta(weeks=WEEKS.get(team, 4) * (4 + order)), due
    for order, team in enumerate(WITHDRAWN):
        yield team, date(2020, 2, 3) + timedelta(days=order * 7), None, date(2020, 3, 3) + timedelta(days=order * 7)


def _ended_earlier():
    """Plans that ended in the months before; some were never started."""
    order = 0
    for month, number in ENDED.items():
        for day in within(month, number):
            order += 1
            proposed = not_after(day - timedelta(days=90 + order * 97 % 300))
            started = None if order % 19 == 0 else days.plus(proposed, 22 + order % 24)
            yield USUAL_TEAMS[order % len(USUAL_TEAMS)], proposed, started, day


def _proposed_again(made):
    """New plans proposed for children whose plan still stands."""
    for team in AGAIN_PROPOSED:
        plan = next(plan for plan in made if plan.team == team and plan.started and plan.ended is None)
        yield Plan(plan.number, plan.age, team, date(2020, 3, 16), None)
