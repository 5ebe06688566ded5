"""Visits to, reviews of and plans for the invented children in care: a team's visits of March and those of the year are the document's."""

from datetime import date, timedelta
from functools import cache

from tests.herefordshire_2020_03 import care_periods
from tests.herefordshire_2020_03.care_periods import EXTRACT, FIRST, MONTHS
from tests.herefordshire_2020_03.care_words import not_sunday, working

# Children due a visit in March whose visit was late or not made, by team: of 17, 16, 30, 87, 98, 67 and 36.
LATE_IN_MARCH = {"CP & Court 1": 0, "CP & Court 2": 1, "CP & Court 3": 0, "LAC Team 1": 0, "LAC Team 2": 1, "16+ Team": 2, "CWD": 4}
# Of those due in the months before, the per cent seen in time: 87% of the whole year.
IN_TIME = (79, 80, 81, 82, 83, 84, 86, 88, 89, 92, 95)
OLD_ENOUGH = 4                                      # to be asked about taking part in a review, and for a personal education plan
PATHWAY_FROM = 16
TOOK_PART = ("PN1", "PN1", "PN5", "PN6", "PN1", "PN7", "PN3", "PN6", "PN4", "PN2")
FIRST_REVIEW, SECOND_REVIEW, LATER_REVIEWS = timedelta(weeks=4), timedelta(weeks=13), timedelta(weeks=26)
VISIT_WORDS = ("LAC", "Looked after", "LAC visit")


@cache
def visits():
    """Each visit that fell due: the period of care, the day due, and the day made or None. The first falls due the month after a start."""
    found = []
    for month, in_time in zip(MONTHS, (*IN_TIME, None)):
        due = [period for period in care_periods.all() if _is_due(period, month.end)]
        many = len(due) - round(len(due) * (in_time or 100) / 100)
        late = set(_late(due, many, month.end.month) if in_time else _late_in_march(due))
        found += [(period, _day_due(period, month.end), period in late) for period in due]
    return [(period, due, _made(period, due, late)) for period, due, late in found]


def _is_due(period, end):
    """In care since before the month and to its end: none falls due in the month a child comes or leaves."""
    return period.started < end.replace(day=1) and (period.ceased is None or period.ceased > end)


def _late(due, number, turn):
    return sorted(due, key=lambda period: (period.number * 89 + turn * 31) % 997)[:number]


def _late_in_march(due):
    return [period for team, number in LATE_IN_MARCH.items() for period in _late([each for each in due if each.team == team], number, 3)]


def _day_due(period, end):
    """A visit a month, on about the same day of each."""
    return not_sunday(end.replace(day=2 + period.number * 5 % 26))


def _made(period, due, late):
    """When a visit was made: by the day due; days after it; or never."""
    if not late:
        return max(FIRST, not_sunday(due - timedelta(days=period.number % 5)))
    made = working(due + timedelta(days=3 + period.number % 4))
    return made if period.number % 3 and made <= EXTRACT else None


def last_visits():
    """The latest visit made to each child, by number."""
    return {period.number: made for period, _, made in visits() if made}


@cache
def reviews():
    """Each review that fell due: the period of care, the day due, the day held or None, and whether it was the first.

    The first falls due four weeks after a start, which no bank holiday makes more than twenty working days, the second three months after
    that and each later one after six. One in fourteen is late.
    """
    found = []
    for period in care_periods.all():
        last = (period.ceased or EXTRACT) - timedelta(days=1)
        due, place = period.started + FIRST_REVIEW, 0
        while due <= last:
            found += [(period, due, _held(period, due, place), place == 0)] * (due >= FIRST)
            due, place = due + (LATER_REVIEWS if place else SECOND_REVIEW), place + 1
    return found


def _held(period, due, place):
    if (period.number + place * 5) % 14:
        return max(FIRST, period.started + timedelta(days=1), working(due - timedelta(days=3 + (period.number + place) % 8)))
    held = working(due + timedelta(days=6))
    return held if held <= (period.ceased or EXTRACT) else None


def last_reviews():
    """The latest review held of each child, by number."""
    return {period.number: held for period, _, held, _ in reviews() if held}


def rows():
    """The rows of the lists of visits, reviews and plans that are about children in care."""
    return {"visits": _visit_rows(), "reviews": _review_rows(), "plans": [*_care_plans(), *_pathway_plans(), *_education_plans()]}


def _visit_rows():
    return [{"child": period.child["child"], "visit_type": VISIT_WORDS[turn % 3], "visited": made, "due": due,
             "child_seen": "Yes" if made else None, "team": period.team} for turn, (period, due, made) in enumerate(visits())]


def _review_rows():
    return [{"child": period.child["child"], "review_type": ("LAC", "LAC review")[turn % 2], "reviewed": held, "due": due,
             "first_review": "Yes" if first else "No", "participation": _participation(period, held, turn) if held else None,
             "team": period.team} for turn, (period, due, held, first) in enumerate(reviews())]


def _participation(period, held, turn):
    born = period.child["date_of_birth"]
    age = held.year - born.year - ((held.month, held.day) < (born.month, born.day))
    return TOOK_PART[turn % len(TOOK_PART)] if age >= OLD_ENOUGH else "PN0"


def _care_plans():
    """A care plan from ten days after the start to the end of care, up to date but for one in eleven."""
    for period in care_periods.all():
        started = working(period.started + timedelta(days=10))
        updated = max(started, last_reviews().get(period.number, started))
        if started < (period.ceased or EXTRACT):
            due = working(updated + timedelta(days=182 if period.number % 11 else 40))
            yield _plan(period, "LAC", started, updated, due, period.ceased)


def _pathway_plans():
    """Of those aged 16 or over and in care: most have a pathway plan, and most of those one that was reviewed in the last six months."""
    for period in (each for each in care_periods.all() if each.age >= PATHWAY_FROM and not each.ceased and each.number % 8):
        started = max(working(period.started + timedelta(days=60)), date(2019, 5, 7) + timedelta(days=period.number % 5))
        updated = max(started, working(date(2019, 10, 14) + timedelta(days=period.number * 13 % 165))) if period.number % 7 else started
        if updated <= EXTRACT:
            yield _plan(period, "Pathway plan", started, updated, working(updated + timedelta(days=182)), None)


def _education_plans():
    """A personal education plan for those in care and of an age for it, but for one in twelve; most were updated this term or the last."""
    for period in (each for each in care_periods.all() if each.age >= OLD_ENOUGH and not each.ceased and each.number % 12):
        started = working(period.started + timedelta(days=20))
        lately = date(2019, 9, 16) + timedelta(days=period.number * 17 % 190) if period.number % 9 else date(2019, 9, 9)
        updated = max(started, working(lately))
        if updated <= EXTRACT:
            yield _plan(period, "PEP", started, updated, working(updated + timedelta(days=120)), None)


def _plan(period, kind, started, updated, review_due, ended):
    return {"child": period.child["child"], "plan_type": kind, "started": started, "updated": updated, "review_due": review_due,
            "ended": ended, "end_reason": "Other" if ended else None, "team": period.team}
