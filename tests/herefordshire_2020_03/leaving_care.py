"""Annex A list 9 of the invented returns, in its layout of 2020: young people who have left care, as the document's table has them."""

from lib.contracts.annex_a import care_leavers as answers
from tests.herefordshire_2020_03 import allocations, care_periods, people
from tests.herefordshire_2020_03.care_periods import EXTRACT
from tests.herefordshire_2020_03.care_words import spelled
from tests.herefordshire_2020_03.spellings import answer, person

NUMBERS = 210_000
TEAM, ADVISERS = "16+ Team", "16+ Team PA"

# By age: how many there are, are in touch, suitably housed, and in education, employment or training. Those aged 19, 20 and 21 as printed.
BY_AGE = {17: (6, 6, 6, 4), 18: (21, 20, 19, 12), 19: (31, 30, 28, 16), 20: (38, 31, 31, 16), 21: (33, 26, 26, 12),
          22: (9, 7, 6, 3), 23: (5, 4, 4, 2), 24: (3, 2, 2, 1)}
# Who are on the list and in no cohort: died, or went home for good before they were 18.
LEFT_OUT = ((19, "DIED"), (20, "RHOM"), (21, "RHOM"))
ELIGIBLE = 3                            # still looked after
NOT_IN_TOUCH = ("NO", "REFU", "NO", "NREQ")
SUITABLE, UNSUITABLE, UNKNOWN = ("U", "D", "Z", "B", "E", "U", "T", "K", "C"), ("S", "X", "V", "W"), "R"
BUSY, NOT_BUSY = ("F2", "F5", "P2", "F4", "F1", "F5", "P5", "P1", "P4"), ("G5", "G4", "G6")


def rows():
    """The rows of list 9."""
    found = [_leaver(age, place, touch, housed, busy) for age, (number, touch, housed, busy) in BY_AGE.items() for place in range(number)]
    found += [_named(age, 90 + place, place) | _nothing_known(said, place) for place, (age, said) in enumerate(LEFT_OUT)]
    found += [_eligible(period, turn) for turn, period in enumerate(_nearly_leaving())]
    return {"care_leavers": found}


def _leaver(age, place, touch, housed, busy):
    turn = age + place
    if place >= touch:
        return _named(age, place, turn) | _nothing_known(NOT_IN_TOUCH[turn % len(NOT_IN_TOUCH)], turn)
    home = SUITABLE if place < housed else UNSUITABLE
    doing = BUSY if place < busy else NOT_BUSY
    return _named(age, place, turn) | {
        "in_touch": spelled("YES", answers.IN_TOUCH, turn), "accommodation": spelled(home[turn % len(home)], answers.ACCOMMODATION, turn),
        "suitability": ("Suitable", "Unsuitable")[place >= housed] if turn % 2 else ("1", "2")[place >= housed],
        "activity": spelled(doing[turn % len(doing)], answers.ACTIVITIES, turn)}


def _nothing_known(said, turn):
    """Somebody with whom the council is not in touch: where and how they live is not known."""
    home = spelled(UNKNOWN, answers.ACCOMMODATION, turn) if turn % 3 else None
    return {"in_touch": spelled(said, answers.IN_TOUCH, turn), "accommodation": home}


def _nearly_leaving():
    """Some of those who are seventeen and still in care: the list is to name them as eligible, and they are no care leavers yet."""
    here = [period for period in care_periods.all() if period.team == TEAM and period.age == 17 and not period.ceased]
    return here[:ELIGIBLE]


def _eligible(period, turn):
    return person(period.child, turn) | {
        "disability": "No", "team": TEAM, "worker": allocations.worker(TEAM, turn), "eligibility": "Eligible child",
        "in_touch": "In touch", "accommodation": "C", "suitability": "Suitable", "activity": BUSY[turn % len(BUSY)]}


def _named(age, place, turn):
    whom = people.child(NUMBERS + age * 100 + place, age, EXTRACT)
    eligibility = "relevant" if age < 18 else "former_relevant"
    return person(whom, turn) | {
        "disability": answer(turn % 8 == 0, turn), "team": TEAM, "worker": allocations.worker(ADVISERS, turn),
        "eligibility": spelled(eligibility, answers.ELIGIBILITIES, 3 * turn + 1)}
