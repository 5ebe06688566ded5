"""Annex A list 8 of the invented returns: every child looked after at any time of the year, and a few in short breaks, who do not count."""

from datetime import date, timedelta

from lib.contracts.annex_a import looked_after_children as answers
from lib.contracts.annex_a.people import NEEDS
from tests.herefordshire_2020_03 import allocations, care_placements, care_visits, people
from tests.herefordshire_2020_03.adoption_lists import dates
from tests.herefordshire_2020_03.care_periods import ADOPTED, EXTRACT, NUMBERS, PLACED
from tests.herefordshire_2020_03.care_placements import ADOPTION, AGENCY, FRIENDS, IN_HOUSE, RESIDENTIAL
from tests.herefordshire_2020_03.care_words import not_sunday, spelled, working
from tests.herefordshire_2020_03.spellings import answer, person

SHORT_BREAKS = 4                                    # children in a series of short breaks: on the list, not among the looked after
DISABILITY = "CWD"
CARE_ORDER, INTERIM, AGREED, PLACEMENT_ORDER, REMAND = "C2", "C1", "V2", "E1", "J1"
PLANS = {ADOPTION: "adoption", IN_HOUSE: "fostering", AGENCY: "fostering", RESIDENTIAL: "residential"}
NEIGHBOURS = ("Worcestershire", "Shropshire", "Gloucestershire")
HERE, POSTCODES = "Herefordshire", ("ZZ99 1AA", "ZZ99 2BB", "ZZ99 3CC", "ZZ99 4DD", "ZZ99 5EE")     # of no place


def rows():
    """The rows of list 8, those who count first."""
    return {"looked_after_children": [_child(placed, turn) for turn, placed in enumerate(care_placements.all())]
            + [_short_break(turn) for turn in range(SHORT_BREAKS)]}


def _child(placed, turn):
    period = placed.period
    return (person(period.child, turn) | _who(period, turn) | _legal(period, turn) | _care(period, turn)
            | _placement(placed.stays[-1], turn) | _missing(period, turn) | {
                "started": period.started, "second_period": answer(period.number % 37 == 0, turn), "ceased": period.ceased,
                "reason_ceased": spelled(period.reason, answers.REASONS_CEASED, turn) if period.reason else None,
                "placements_in_12_months": placed.in_twelve_months(), "permanence_plan": _permanence(placed)})


def _who(period, turn):
    return {"asylum_seeking": answer(period.age == 17 and period.number % 9 == 0, turn),
            "disability": answer(period.team == DISABILITY or turn % 19 == 0, turn),
            "category_of_need": spelled("N2" if period.team == DISABILITY else ("N1", "N1", "N1", "N5", "N4", "N8")[turn % 6], NEEDS, turn),
            "team": period.team, "worker": allocations.worker(period.team, turn)}


def _legal(period, turn):
    """The legal status: a placement order on the way to adoption, an interim order or agreement at first, later mostly a care order."""
    reached = dates(period) if period.role else {}
    if "placement_order" in reached and "decision_reversed" not in reached:
        status, since = PLACEMENT_ORDER, reached["placement_order"]
    elif period.age >= 15 and turn % 61 == 0:
        status, since = REMAND, period.started
    elif (EXTRACT - period.started).days < 200:
        status, since = (INTERIM, INTERIM, AGREED)[turn % 3], period.started
    else:
        status, since = (CARE_ORDER, CARE_ORDER, CARE_ORDER, AGREED)[turn % 4], working(period.started + timedelta(days=180))
    return {"legal_status": spelled(status, answers.LEGAL_STATUSES, turn), "legal_status_started": min(since, period.ceased or since)}


def _care(period, turn):
    """Reviews, visits and health, up to the end of care; one in nine was not seen in the last year, one in seven not by a dentist."""
    until = period.ceased or EXTRACT
    health, dental = (not_sunday(until - timedelta(days=(20 + turn * 23 % 320) + late * 365)) for late in (turn % 9 == 4, turn % 7 == 2))
    officer = not_sunday(until - timedelta(days=15 + turn * 7 % 120))
    return {"latest_review": care_visits.last_reviews().get(period.number), "last_visit": care_visits.last_visits().get(period.number),
            "last_health_assessment": health if health > period.started else None,
            "last_dental_check": dental if dental > period.started and period.age > 1 else None,
            "last_reviewing_officer_visit": officer if officer > period.started else None}


def _permanence(placed):
    if placed.period.role in (ADOPTED, PLACED):
        return "Adoption"
    if placed.stays[-1].kind in FRIENDS:
        return "SGO/CAO"
    return spelled(PLANS.get(placed.stays[-1].group, "return"), answers.PERMANENCE_PLANS, placed.period.number)


def _placement(stay, turn):
    away = stay.group in (AGENCY, RESIDENTIAL) and turn % 3 > 0 or turn % 17 == 0
    return {"placement_started": stay.started, "placement_type": spelled(stay.kind, answers.PLACEMENT_TYPES, turn),
            "placement_provider": spelled(stay.provider, answers.PROVIDERS, turn + 1),
            "placement_postcode": POSTCODES[turn % len(POSTCODES)],
            "placement_location": spelled("out" if away else "in", answers.LOCATIONS, 3 * turn + 1),
            "placement_authority": NEIGHBOURS[turn % len(NEIGHBOURS)] if away else HERE}


def _missing(period, turn):
    episodes = turn % 4 + 1 if period.age >= 12 and turn % 11 == 0 else 0
    return {"missing_episodes": episodes, "absent_episodes": episodes // 2,
            "return_interview_offered": answer(turn % 3, turn) if episodes else None,
            "return_interview_accepted": answer(turn % 3 == 1, turn) if episodes else None}


def _short_break(turn):
    """A disabled child who stays away from home now and then under an agreement for a series of short breaks."""
    started = working(date(2018, 5, 14) + timedelta(days=turn * 100))
    return person(people.child(NUMBERS + 3001 + turn, 9 + turn, EXTRACT), turn) | {
        "asylum_seeking": "No", "disability": "Yes", "started": started, "category_of_need": "N2", "second_period": "No",
        "legal_status": ("V4", "V3")[turn % 2], "legal_status_started": started, "placements_in_12_months": 1, "placement_started": started,
        "placement_type": "U6", "placement_provider": "PR1", "placement_postcode": POSTCODES[turn], "placement_location": "In area",
        "placement_authority": HERE, "missing_episodes": 0, "absent_episodes": 0, "permanence_plan": "Return to family",
        "team": DISABILITY, "worker": allocations.worker(DISABILITY, turn)}
