"""The children on protection plans of the worked example: 156 at the end of December 2014, 29 of them with a plan before."""

from datetime import date, timedelta
from functools import cache

from tests.herefordshire_2014_12 import staff
from tests.herefordshire_2020_03 import days, people

DRAWN = date(2014, 12, 31)
STANDING, STARTED, LONG, ENDED = 156, 10, 3, 18      # on a plan; of them since December; of them two years or more; and plans that ended in it
EARLIER = {2009: 4, 2010: 3, 2011: 7, 2012: 9, 2013: 5, 2014: 1}        # the document: of 29 children, by the year of the earlier plan
NUMBERED_FROM = 700_001
SUNDAY = 6
CATEGORIES = ("Neglect", "Emotional abuse", "Neglect", "Physical abuse", "Emotional abuse", "Multiple", "Neglect", "Sexual abuse")
TEAMS = ("CIN North", "CIN South", "CIN North", "CIN South", "LAC", "CWD")
OLDEST, AGES = 16, 14                           # the first is the child whose earlier plan was of the same year


def rows():
    """The rows of Annex A list 7 and of the local list of plans, by the list's key."""
    return {"child_protection_plans": list_7(), "plans": earlier_plans()}


def list_7():
    """A row a plan that stood in December 2014."""
    return [_plan(turn) for turn in range(STANDING + ENDED)]


def earlier_plans():
    """A row for the plan that each of 29 children was on before: half a year that ended in the year the document counts them in."""
    return [{"child": _child(turn)["child"], "plan_type": "CP", "started": _weekday(ended - timedelta(days=182)), "ended": ended,
             "end_reason": "Threshold no longer met", "team": _team(turn)} for turn, ended in _ends_of_earlier().items()]


def _ends_of_earlier():
    """The day the earlier plan ended, by the turn of the child whose it was; that of 2014 in September, of a child whose new one began in December."""
    years = [year for year, count in EARLIER.items() for _ in range(count)]
    turns = [0, *range(STARTED + 2, STARTED + 2 + 4 * (len(years) - 1), 4)]
    return {turn: _weekday(date(year, 9, 1) + timedelta(days=turn % 23)) for turn, year in zip(turns, sorted(years, reverse=True))}


def _plan(turn):
    """A plan: the first ten began in December, the last three of those that stand two years ago or more, and eighteen ended in the month."""
    started, category = _started(turn), CATEGORIES[turn % len(CATEGORIES)]
    reviewed = _weekday(started + timedelta(days=84))
    return {**_child(turn), "disability": _answer(turn % 15 == 0), "plan_started": started, "initial_category": category, "latest_category": category,
            "last_visit": _weekday(DRAWN - timedelta(days=2 + turn % 12)) if started < date(2014, 12, 15) else None, "seen_alone": _answer(turn % 3 > 0),
            "latest_review": reviewed if reviewed < date(2014, 12, 1) else None, "plan_ended": _ended(turn), "emergency_protection": "N",
            "previous_plans": int(turn in _ends_of_earlier()), "team": _team(turn), "worker": _worker(turn)}


def _started(turn):
    if turn < STARTED:
        return _weekday(date(2014, 12, 2) + timedelta(days=2 * turn))
    if STANDING - LONG <= turn < STANDING:
        return date(2012, 11, 5) + timedelta(days=STANDING - turn)
    return _weekday(date(2014, 11, 26) - timedelta(days=(turn - STARTED) * 4))


def _ended(turn):
    return _weekday(date(2014, 12, 2) + timedelta(days=turn - STANDING)) if turn >= STANDING else None


def _child(turn):
    return people.child(NUMBERED_FROM + turn, OLDEST if turn == 0 else min(OLDEST, _least_age(turn) + turn * 5 % AGES), DRAWN)


def _least_age(turn):
    """An age at which the child was born before its plan, and before the plan it was on earlier."""
    before = _ends_of_earlier().get(turn)
    return min(OLDEST - AGES + 1, 1 + DRAWN.year - _started(turn).year) if before is None else 2 + DRAWN.year - before.year


def _worker(turn):
    """A social worker of the child's team."""
    return days.mixed(_social_workers()[_team(turn)])[turn % len(_social_workers()[_team(turn)])]


@cache
def _social_workers():
    """The social workers of each team, by their labels."""
    return {team: [row["worker"] for row in staff.workers() if (row["team"], row["role"]) == (team, "Social worker")] for team in TEAMS}


def _team(turn):
    return TEAMS[turn % len(TEAMS)]


def _weekday(day):
    """The day, or the next where it is a Sunday, on which only births fall."""
    return day + timedelta(days=day.weekday() == SUNDAY)


def _answer(truth):
    return "Y" if truth else "N"
