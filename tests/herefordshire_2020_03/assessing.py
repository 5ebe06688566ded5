"""Assessments of the example's year: which referral each follows, when it was authorised, by which team, as sections 8 to 11 count them."""

from bisect import bisect_left
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from tests.herefordshire_2020_03 import allocations, contacts, days, people, spellings

# Completed, of those in time, of those the child seen in three working days, and after a strategy meeting. The report prints for March 95
# (83 in time, 62% seen), for February more than 95 and 59% seen, for the year 80% in time, up to February 79%.
COMPLETED = {
    "2019-04": (108, 84, 62, 4), "2019-05": (121, 95, 70, 6), "2019-06": (115, 91, 69, 6), "2019-07": (124, 98, 71, 5),
    "2019-08": (109, 87, 61, 5), "2019-09": (117, 92, 68, 6), "2019-10": (128, 102, 78, 7), "2019-11": (123, 97, 70, 6),
    "2019-12": (104, 83, 63, 5), "2020-01": (129, 103, 75, 4), "2020-02": (112, 93, 66, 6)}
USUAL_TEAMS = {"Assessment Team 1": 33, "Assessment Team 2": 34, "Assessment Team 3": 22, "CP & Court 1": 2, "CP & Court 2": 3,
               "CP & Court 3": 3, "CWD": 3}

# March by team, as printed: completed, in time, seen in three working days; and how many of them after a strategy meeting.
MARCH = "2020-03"
MARCH_BY_TEAM = {"Assessment Team 1": (34, 34, 16, 6), "Assessment Team 2": (35, 27, 23, 7), "Assessment Team 3": (22, 21, 16, 4),
                 "CP & Court 3": (3, 0, 3, 0), "CWD": (1, 1, 1, 0)}

# What March's came to, as printed: after a strategy meeting, and without one.
MARCH_OUTCOMES = {True: {"CIN plan": 1, "Continue with the current plan": 1, "Close case": 15},
                  False: {"CIN plan": 1, "Continue with the current plan": 1, "Close case": 76}}
OUTCOMES = {"Close case": 54, "NFA": 18, "CIN plan": 12, "Early help": 8, "Continue current plan": 4, "Out of area": 2,
            "Review assessment only": 1, "Strat": 1}
SUPPORTED = ("CIN plan", "Continue with the current plan", "Continue current plan")

# Open on 31 March by team, as printed, and those of them past 45 working days.
OPEN = {"Assessment Team 1": (49, 0), "Assessment Team 2": (69, 0), "Assessment Team 3": (17, 0), "CP & Court 1": (2, 2),
        "CP & Court 2": (6, 1), "CP & Court 3": (4, 4), "CWD": (8, 0), "Other": (1, 0)}

STEP_NAMES = ("Assessment", "Child and family assessment", "C&F assessment", "CAFA")
NOT_TO_ENQUIRY = ("Assessment", "NFA", "Single agency", "No further action")
CONCERNS = ("Neglect", "Emotional abuse", "Physical abuse", "Emotional", "CSE", "Sexual abuse", "NEG")

# Working days that assessments take, from the referral.
LIMIT = 45
IN_TIME, LATE = (12, 33, 41, 19, 38, 44, 28, 36, 42, 24, 40, 45, 31), (49, 53, 58, 47, 63, 51, 70)
STILL_IN_TIME, STILL_LATE = (4, 13, 21, 28, 34, 39, 42, 9, 25, 36, 44, 17), (47, 52, 61, 49, 56)
SHORTEST, LONGEST = 4, 90
AROUND = 120                                    # referrals before and after a day among which one is looked for
OPEN_CASES = ("CP & Court 1", "CP & Court 2", "CP & Court 3")      # their children's cases were open: no referral comes before
FIRST_OF_OPEN_CASES, FIRST_BEFORE = 40_001, 41_001                 # numbers of those children, and of children referred before the year


@dataclass(frozen=True)
class Assessment:
    """An assessment: the referral before it (a contact) or none, its days, and what it came to; `authorised` is None while it is open."""

    child: dict
    team: str
    started: date
    authorised: date | None
    late: bool
    seen: bool = False
    referral: object = None
    strategy: bool = False
    outcome: str = ""


@cache
def year():
    """Every Assessment authorised in the year or open at its end."""
    referrals = _Referrals()
    done = [each for month in days.MONTHS for each in _outcomes(month, _completed(month, referrals))]
    still = [_open(team, number, late, referrals) for team, (count, beyond) in OPEN.items()
             for number, late in enumerate(days.chosen(beyond, count))]
    return tuple(done + still)


class _Referrals:
    """The year's referrals that no assessment has been made from yet, by day."""

    def __init__(self):
        self.free = [contact for contact in contacts.referrals() if contact.day < days.LAST]
        self.again = {}
        for contact in contacts.referrals():
            self.again.setdefault(contact.child["child"], []).append(contact.day)
        self.alone = {True: iter(range(FIRST_OF_OPEN_CASES, FIRST_BEFORE)), False: iter(range(FIRST_BEFORE, FIRST_BEFORE + 999))}

    def nearest(self, day, until, fits):
        """Takes the free referral nearest to a day of which the working days until the end fit, and whose child is not referred
        again by then; None where there is none."""
        place = bisect_left(self.free, day, key=lambda contact: contact.day)
        around = range(max(0, place - AROUND), min(len(self.free), place + AROUND))
        near = sorted(around, key=lambda other: (abs((self.free[other].day - day).days), other))
        found = (other for other in near if fits(days.elapsed(self.free[other].day, until)) and self._last(self.free[other], until))
        place = next(found, None)
        return None if place is None else self.free.pop(place)

    def _last(self, contact, until):
        return not any(contact.day < day <= until for day in self.again[contact.child["child"]])

    def child(self, open_case):
        """A child of an open case, or one referred before the year."""
        number = next(self.alone[open_case])
        return people.child(number, contacts.age(number), days.LAST)


def _completed(month, referrals):
    """The assessments authorised in a month, in the order of their teams."""
    for team, (count, in_time, seen, _) in by_team(month).items():
        whether = zip(days.mixed([False] * in_time + [True] * (count - in_time)), days.mixed([True] * seen + [False] * (count - seen)))
        for number, (day, (late, was_seen)) in enumerate(zip(days.spread(count, days.working(month)), whether)):
            took = (LATE if late else IN_TIME)[(number + days.MONTHS.index(month)) % len(LATE if late else IN_TIME)]
            yield replace(_from(referrals, team, day, took, late, number), authorised=day, seen=was_seen)


def by_team(month):
    """Completed, in time, seen in three working days and after a strategy meeting, by team: the printed ones of March, else shared out."""
    if month == MARCH:
        return MARCH_BY_TEAM
    count, *some = COMPLETED[month]
    counts = days.apportion(count, USUAL_TEAMS)
    shared = [days.apportion(number, counts) for number in some]
    return {team: (counts[team], *(share[team] for share in shared)) for team in counts}


def _open(team, number, late, referrals):
    took = (STILL_LATE if late else STILL_IN_TIME)[number % len(STILL_LATE if late else STILL_IN_TIME)]
    return replace(_from(referrals, team, days.LAST, took, late, number), seen=number % 3 > 0)


def _from(referrals, team, until, took, late, number):
    """An assessment that has taken so many working days by a day: of a referral of the year where there is one, else of a child alone."""
    day = days.plus(until, -took)
    fits = (lambda passed: LIMIT + 2 <= passed <= LONGEST) if late else (lambda passed: SHORTEST <= passed <= LIMIT)
    if until == days.LAST and not late:
        fits = (lambda passed: passed <= LIMIT)
    found = None if team in OPEN_CASES or day < days.FIRST else referrals.nearest(day, until, fits)
    if not found:
        return Assessment(referrals.child(team in OPEN_CASES), team, day, None, late)
    return Assessment(found.child, team, days.plus(found.day, 1) if number % 2 else found.day, None, late, referral=found)


def _outcomes(month, made):
    """The assessments of a month with what they came to, those after a strategy meeting chosen among those with a referral of the year."""
    made = list(made)
    met = _met(month, made)
    words = {truth: iter(days.mixed(_words(month, truth, count))) for truth, count in ((True, len(met)), (False, len(made) - len(met)))}
    return [replace(each, strategy=place in met, outcome=next(words[place in met])) for place, each in enumerate(made)]


def _met(month, made):
    """Places of the assessments after a strategy meeting: of each team's, those whose referral is the latest."""
    found = set()
    for team, (*_, count) in by_team(month).items():
        places = [place for place, each in enumerate(made) if each.team == team and each.referral]
        found.update(sorted(places, key=lambda place: made[place].referral.day)[-count:] if count else [])
    return found


def _words(month, met, count):
    shared = MARCH_OUTCOMES[met] if month == MARCH else days.apportion(count, OUTCOMES)
    return [words for words, number in shared.items() for _ in range(number)]


def rows():
    """Annex A list 4."""
    return [spellings.person(each.child, turn) | {
        "disability": spellings.answer(each.team == "CWD" or turn % 23 == 0, turn), "assessment_started": each.started,
        "child_seen": spellings.answer(_seen(turn, each), turn), "authorised": each.authorised,
        "requires_support": spellings.answer(each.outcome in SUPPORTED, turn) if each.authorised else None,
        "team": each.team, "worker": allocations.worker(each.team, turn)} for turn, each in enumerate(year())]


def steps():
    """The workflow's steps of assessments, and of the strategy discussions held on the way."""
    return [_step(turn, each) for turn, each in enumerate(year())] + strategy_discussions()


def strategy_discussions():
    """The steps of strategy discussions that no enquiry followed: held on the working day after the referral."""
    return [_discussion(turn, each) for turn, each in enumerate(each for each in year() if each.strategy)]


def _discussion(turn, each):
    held = days.plus(each.referral.day, 1)
    return {"child": each.child["child"], "step": ("Strategy discussion", "Strategy meeting")[turn % 2], "started": held, "finished": held,
            "outcome": NOT_TO_ENQUIRY[turn % len(NOT_TO_ENQUIRY)], "concern": CONCERNS[turn % len(CONCERNS)], "team": each.team}


def _step(turn, each):
    return {"child": each.child["child"], "step": STEP_NAMES[turn % len(STEP_NAMES)], "started": each.started,
            "due": days.plus(each.started, LIMIT), "finished": each.authorised, "outcome": each.outcome or None,
            "child_seen": _seen(turn, each), "team": each.team}


def _seen(turn, each):
    """When the child was seen: within three working days; otherwise later, or in every eighth case not yet."""
    if each.seen:
        return min(days.plus(each.started, turn % 4), each.authorised or days.LAST)
    later = days.plus(each.started, 4 + turn % 5)
    return None if turn % 8 == 0 or later > (each.authorised or days.LAST) else later
