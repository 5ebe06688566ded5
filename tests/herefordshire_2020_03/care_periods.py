"""Who is looked after, and from when to when, so that the stock, the starts, the ceases and the nights are the document's.

The document says 352 at the end of March, one start and six ceases in March, and how many nights were spent in care in seven months. From
these and from a plausible number of starts and ceases of every other month follow the days: starts stand evenly in a month, and ceases so
that the month's nights come out.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from tests.herefordshire_2020_03 import people
from tests.herefordshire_2020_03.care_words import between, month_ends, not_sunday, working

FIRST, EXTRACT = date(2019, 4, 1), date(2020, 3, 31)
IN_HOUSE, AGENCY, RESIDENTIAL, OTHER = "in_house", "independent_fostering_agency", "residential", "other"
NIGHTS = {
    date(2019, 9, 30): {IN_HOUSE: 5620, AGENCY: 2222, RESIDENTIAL: 1084, OTHER: 1315},
    date(2019, 10, 31): {IN_HOUSE: 5674, AGENCY: 2459, RESIDENTIAL: 1159, OTHER: 1481},
    date(2019, 11, 30): {IN_HOUSE: 5495, AGENCY: 2365, RESIDENTIAL: 1186, OTHER: 1621},
    date(2019, 12, 31): {IN_HOUSE: 5754, AGENCY: 2393, RESIDENTIAL: 1194, OTHER: 1642},
    date(2020, 1, 31): {IN_HOUSE: 5802, AGENCY: 2427, RESIDENTIAL: 1132, OTHER: 1710},
    date(2020, 2, 29): {IN_HOUSE: 5484, AGENCY: 2327, RESIDENTIAL: 1024, OTHER: 1607},
    date(2020, 3, 31): {IN_HOUSE: 5774, AGENCY: 2638, RESIDENTIAL: 1086, OTHER: 1470},
}
AT_THE_START = 336                                       # looked after when the year began
NUMBERS = 200_000

# Children of the protection lists who came into care and whose plans ended in March.
LOOKED_AFTER_FROM_PLANS = {100001: date(2020, 3, 10), 100002: date(2020, 2, 24)}
# One who is in care and still on a plan (the document's row "LAC & CPP": 1).
LOOKED_AFTER_ON_A_PLAN = {100003: date(2019, 11, 19)}
AGES_FROM_PLANS = {100001: 15, 100002: 12, 100003: 10}
TEAMS_FROM_PLANS = {100001: "Assessment Team 2", 100002: "CP & Court 2", 100003: "LAC Team 2"}
FROM_PLANS = LOOKED_AFTER_FROM_PLANS | LOOKED_AFTER_ON_A_PLAN


@dataclass(frozen=True)
class Month:
    """A month of the year: its last day, how many came into care, and why each who left did, by the codes of the SSDA903 return.

    An asterisk marks one who had come into care in the same year.
    """

    end: date
    started: int
    reasons: tuple


MONTHS = tuple(Month(end, started, tuple(reasons.split())) for end, (started, reasons) in zip(month_ends(FIRST, EXTRACT), (
    (8, "E4A E45 E12 E41 E4B E13 E47"), (9, "E4A E12 E5 E48 E4A E3 E45"), (8, "E45 E41 E4A E11 E8 E46 E4A E13 E45"),
    (9, "E4A* E12 E45 E4B E41 E5 E48"), (6, "E4A E45 E4A* E46 E13 E41"), (9, "E12 E4A* E45 E4A E8 E47"), (16, "E4A* E45 E41 E12 E4B*"),
    (8, "E45 E4A* E11 E5 E46 E4A E41 E13*"), (7, "E4A E12 E45 E4B* E48 E8"), (12, "E45 E4A* E41 E13 E4A E46"),
    (4, "E4A* E45 E4B* E41 E12 E5 E4A* E48"), (1, "E46 E41 E45 E4A E48 E47"))))

SETTLED, UNSETTLED, RECENT, NEW = "settled", "unsettled", "recent", "new"
# Of each team's children at the end of March: in care for two and a half years and settled for two of them; in care so long and moved
# since; came later, or are too old to be asked; came in the last twelve months.
TEAMS = {
    "LAC Team 1": (42, 14, 22, 9), "LAC Team 2": (46, 15, 26, 11), "CWD": (8, 5, 19, 4), "16+ Team": (0, 0, 58, 9),
    "CP & Court 1": (0, 0, 2, 15), "CP & Court 2": (0, 0, 3, 13), "CP & Court 3": (0, 0, 7, 23), "Assessment Team 2": (0, 0, 0, 1),
}
AGES = {
    "LAC Team 1": (5, 12, 14, 8, 10, 15, 6, 13, 11, 15, 7, 9, 14), "LAC Team 2": (13, 6, 15, 9, 11, 4, 14, 8, 12, 15, 10),
    "16+ Team": (16, 17, 17), "CWD": (14, 9, 11, 15, 7, 12, 15), "CP & Court 1": (0, 5, 2, 9, 1, 12, 3),
    "CP & Court 2": (2, 0, 7, 1, 10, 4), "CP & Court 3": (1, 3, 0, 6, 11, 0, 8),
}
AGES_OF_ROLES = {RECENT: (3, 2, 4, 5), SETTLED: (5,)}
OLDER_IN_CWD = (16, 9, 17, 13, 16)
AGES_BY_REASON = {"E11": 3, "E12": 2, "E13": 16, "E3": 10, "E41": 6, "E45": 5, "E46": 8, "E47": 3, "E48": 7, "E4A": 11, "E4B": 13, "E5": 17,
                  "E8": 15}
TEAMS_OF_LEAVERS = ("LAC Team 1", "CP & Court 3", "LAC Team 2", "CP & Court 1", "CWD", "CP & Court 2")
ADOPTED, PLACED, MATCHED, ORDERED, DECIDED, REVERSED = "adopted", "placed", "matched", "ordered", "decided", "reversed"
# What became of the twelve children the court teams have had for longer than a year, and of two that were settled with their carers.
ROLES = (PLACED, ORDERED, REVERSED, PLACED, MATCHED, DECIDED, ORDERED, PLACED, REVERSED, MATCHED, ORDERED, DECIDED)


@dataclass(frozen=True)
class Period:
    """A period of care. `kind` says how long a child has been in care and whether settled, `role` how far on the way to adoption."""

    number: int
    age: int
    team: str
    started: date
    ceased: date = None
    reason: str = ""
    kind: str = NEW
    role: str = ""

    @property
    def child(self):
        """Who it is, as the lists of Annex A ask."""
        return people.child(self.number, self.age, EXTRACT)


@cache
def all():
    """Every period of care that was open at any time of the year, those still open first."""
    starts, ceases = start_dates(), cease_dates()
    leaving = dict(zip((3 * turn + 1 for turn in range(len(starts))), (each for each in ceases if each[1].endswith("*"))))
    staying = [day for place, day in enumerate(starts) if place not in leaving]
    periods = [*_settled_here(), *_new(staying)]
    periods += [_left(len(periods) + turn, day, reason, starts[place]) for turn, (place, (day, reason)) in enumerate(leaving.items())]
    before = [each for each in ceases if not each[1].endswith("*")]
    return tuple(periods + [_left(len(periods) + turn, day, reason) for turn, (day, reason) in enumerate(before)])


def start_dates():
    """The days on which children came into care, the earliest first."""
    days = [day for month in MONTHS for day in _evenly(month.end, month.started)]
    for fixed in FROM_PLANS.values():
        days[days.index(min(days, key=lambda day: abs(day - fixed)))] = fixed
    return sorted(days)


def cease_dates():
    """The days on which children left care, each with its reason."""
    standing, starts, found = AT_THE_START, start_dates(), []
    for month in MONTHS:
        gained = sum((month.end - day).days + 1 for day in starts if (day.year, day.month) == (month.end.year, month.end.month))
        days = _evenly(month.end, len(month.reasons))
        if month.end in NIGHTS:
            days = _missing_nights(days, month.end, standing * month.end.day + gained - sum(NIGHTS[month.end].values()))
        found += zip(days, month.reasons)
        standing += month.started - len(month.reasons)
    return found


def _evenly(end, number):
    """So many days of a month at even distances, none a Sunday."""
    return [not_sunday(end.replace(day=max(2, round((place + 0.5) * end.day / number)))) for place in range(number)]


def _missing_nights(days, end, nights):
    """The days moved so that the nights from each of them to the month's end add to so many."""
    days, turn = list(days), 0
    while (wrong := nights - sum(end.day - day.day + 1 for day in days)):
        step = timedelta(days=-1 if wrong > 0 else 1)
        moved = days[turn % len(days)] + step
        moved += step * (moved.weekday() == 6)
        if 1 < moved.day <= end.day and moved.month == end.month and abs((moved - days[turn % len(days)]).days) <= abs(wrong):
            days[turn % len(days)] = moved
        turn += 1
        assert turn < 10_000, f"the nights of {end:%B %Y} cannot be had"
    return days


def _settled_here():
    """The children at the extract who were in care before the year began."""
    found, roles = [], iter(ROLES)
    for team, numbers in TEAMS.items():
        for kind, number in zip((SETTLED, UNSETTLED, RECENT), numbers):
            for turn in range(number):
                role = next(roles) if team.startswith("CP") else PLACED if kind == SETTLED and team.startswith("LAC") and turn == 0 else ""
                found.append(_here(NUMBERS + len(found) + 1, team, kind, turn, role))
    return found


def _here(number, team, kind, turn, role):
    ages = OLDER_IN_CWD if (team, kind) == ("CWD", RECENT) else AGES_OF_ROLES[kind] if role else AGES[team]
    age = ages[turn % len(ages)]
    born = people.child(number, age, EXTRACT)["date_of_birth"]
    earliest, latest = _came(kind, age, role)
    started = between(max(earliest, working(born + timedelta(days=20))), latest, turn + number)
    return Period(number, age, team, started, kind=kind, role=role)


def _came(kind, age, role):
    """Between which days a child came: up to August 2017 if two and a half years are to have passed, well after it if not."""
    if role:
        return (date(2016, 8, 1), date(2016, 9, 30)) if kind == SETTLED else (date(2018, 6, 4), date(2018, 9, 28))
    if kind in (SETTLED, UNSETTLED):
        return date(2010, 1, 4), date(2017, 8, 25)
    return (date(2012, 1, 2) if age >= 16 else date(2017, 11, 20)), date(2019, 3, 15)


def _new(days):
    """The children at the extract who came in the year, shared out among the teams in turn."""
    left, found = Counter({team: numbers[3] for team, numbers in TEAMS.items()}), []
    left.subtract(TEAMS_FROM_PLANS.values())
    known = {day: number for number, day in FROM_PLANS.items()}
    for place, day in enumerate(days):
        if day in known:
            number = known.pop(day)
            found.append(Period(number, AGES_FROM_PLANS[number], TEAMS_FROM_PLANS[number], day))
        else:
            team = max(left, key=lambda name: (left[name] / TEAMS[name][3], name))
            left[team] -= 1
            found.append(_aged(Period(NUMBERS + 1001 + place, AGES[team][place % len(AGES[team])], team, day)))
    return found


def _left(place, ceased, reason, started=None):
    """A child who left care: on a day, for a reason, having come in the year or before it."""
    reason, number = reason.rstrip("*"), NUMBERS + 2001 + place
    age = AGES_BY_REASON[reason] + place % (1 if reason in ("E5", "E13") else 3)
    adopted = reason in ("E11", "E12")
    long_since = working(ceased - timedelta(days=560 + place % 7 * 33)) if adopted else between(date(2015, 6, 1), date(2019, 3, 8), place)
    started = started or long_since
    team = "16+ Team" if age >= 16 else "LAC Team 1" if adopted else TEAMS_OF_LEAVERS[place % len(TEAMS_OF_LEAVERS)]
    return _aged(Period(number, age, team, started, ceased, reason, NEW if started >= FIRST else RECENT, ADOPTED if adopted else ""))


def _aged(period):
    """The period of a child old enough to have been born before it."""
    while period.child["date_of_birth"] >= period.started:
        period = Period(**{**period.__dict__, "age": period.age + 1})
    return period
