"""Annex A lists 10 and 11 of the invented returns: children with a decision for adoption, stage by stage, and the people who adopt them."""

from datetime import date, timedelta

from lib.contracts.annex_a import adoption as answers
from tests.herefordshire_2020_03 import care_periods
from tests.herefordshire_2020_03.care_periods import ADOPTED, DECIDED, EXTRACT, MATCHED, ORDERED, PLACED, REVERSED, SETTLED
from tests.herefordshire_2020_03.care_words import spelled, working
from tests.herefordshire_2020_03.spellings import answer, person

FAMILIES, ADOPTERS = 250_000, 260_000

# How far through the time from coming into care to the last day known (the adoption order, or the extract) each stage was reached, in
# hundredths: decision, placement order, match, placement, reversal.
STAGES = ("decision", "placement_order", "matched", "placed", "decision_reversed")
REACHED = {
    ADOPTED: (46, 56, 71, 75), PLACED: (37, 49, 73, 78), MATCHED: (46, 61, 92), ORDERED: (58, 74), DECIDED: (85,),
    REVERSED: (42, 53, None, None, 88),
}
REACHED_LATE = (42, 55, 85, 89)                  # by the settled two, who waited long for adopters
STEP = 2                                         # hundredths by which one child is later than another

# People who offer to adopt, beside those who have: the day each asked, how many stages are behind them, and why some left.
STAGES_OF_ADOPTERS = ("stage_1_started", "stage_1_ended", "stage_2_started", "stage_2_ended", "applied", "approved")
DAYS_OF_ADOPTERS = (21, 82, 90, 195, 188, 214)
WAITING = (
    (date(2019, 4, 9), 6, ""), (date(2019, 6, 4), 6, ""), (date(2019, 7, 16), 4, ""), (date(2019, 9, 10), 3, ""),
    (date(2019, 10, 8), 3, "1"), (date(2019, 11, 12), 2, ""), (date(2020, 1, 14), 1, ""), (date(2020, 2, 18), 1, "2"),
    (date(2020, 3, 10), 0, ""), (date(2020, 3, 24), 0, ""))


def on_the_way():
    """The periods of care of every child with a decision to be placed for adoption, those adopted first."""
    return sorted((period for period in care_periods.all() if period.role), key=lambda period: (period.role != ADOPTED, period.number))


def dates(period):
    """The days on which a child reached each stage on the way to adoption."""
    late = REACHED_LATE if period.kind == SETTLED else REACHED[period.role]
    days, turn = ((period.ceased or EXTRACT) - period.started).days, period.number % 4
    reached = {stage: working(period.started + timedelta(days=days * (share + turn * STEP) // 100))
               for stage, share in zip(STAGES, late) if share}
    return reached | ({"adopted": period.ceased} if period.role == ADOPTED else {})


def rows():
    """The rows of lists 10 and 11."""
    children = on_the_way()
    return {"children_for_adoption": [_child(period, turn) for turn, period in enumerate(children)], "adopters": _adopters(children)}


def _child(period, turn):
    reached = dates(period)
    found = person(period.child, turn) | reached | {
        "entered_care": period.started, "disability": answer(turn % 7 == 3, turn),
        "family": _family(period) if "matched" in reached else None}
    if period.role == REVERSED:
        found["reason_reversed"] = spelled(("RD1", "RD3")[turn % 2], answers.REVERSALS, turn)
    if "placed" in reached and turn % 5 == 2:
        found["fostered_for_adoption"] = working(reached["matched"] - timedelta(days=30))
    return found


def _family(period):
    return f"ZZ-{FAMILIES + period.number % 10_000:06d}"


def _adopters(children):
    """Two people a family that was matched, then those who are not there yet."""
    matched = [(period, dates(period)) for period in children if "matched" in dates(period)]
    found = [_adopter(2 * turn + which, which, _family(period)) | _matched(reached)
             for turn, (period, reached) in enumerate(matched) for which in range(2)]
    for place, (enquired, passed, reason) in enumerate(WAITING):
        found.append(_adopter(len(found), place, "") | _so_far(enquired, passed) | _left(enquired, reason, place))
    return found


def _adopter(place, turn, family):
    return {"adopter": f"ZZ-{ADOPTERS + place:06d}", "family": family or None, "sex": ("Female", "b) Male")[turn % 2],
            "ethnicity": ("WBRI", "White British", "WOTH")[place % 3], "disability": "No",
            "fostering_for_adoption": answer(turn % 9 == 2, place)}


def _matched(reached):
    """The dates of people who were matched with a child, and have asked three hundred days before."""
    return _so_far(reached["matched"] - timedelta(days=300), len(STAGES_OF_ADOPTERS)) | {
        "matched": reached["matched"], "placed": reached.get("placed"), "children_placed": 1 if "placed" in reached else None,
        "adopted": reached.get("adopted")}


def _so_far(enquired, passed):
    stages = {stage: working(enquired + timedelta(days=days)) for stage, days in list(zip(STAGES_OF_ADOPTERS, DAYS_OF_ADOPTERS))[:passed]}
    return {"enquired": working(enquired), **stages}


def _left(enquired, reason, place):
    if not reason:
        return {}
    left = min(working(enquired + timedelta(days=70)), EXTRACT)
    return {"left": left, "reason_left": spelled(reason, answers.DEPARTURES, place)}
