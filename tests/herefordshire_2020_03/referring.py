"""Referrals of the example's year: Annex A list 3, and when and how each was decided, as section 3 counts them."""

from functools import cache

from tests.herefordshire_2020_03 import allocations, assessing, contacts, days, spellings

# Decided in 24 hours and in one working day. The report prints 52% in 24 hours for March, 53% for February; for the year 43%, and 86% in a
# working day.
DECIDED = {
    "2019-04": (62, 135), "2019-05": (66, 142), "2019-06": (60, 131), "2019-07": (64, 140), "2019-08": (63, 130), "2019-09": (68, 139),
    "2019-10": (71, 143), "2019-11": (72, 142), "2019-12": (64, 126), "2020-01": (72, 141), "2020-02": (76, 124), "2020-03": (48, 80)}
CLOSED = ("No further action", "NFA", "Early help", "Information and advice")
FRONT_DOOR = "MASH"


def rows():
    """Annex A list 3: a row for each contact that became a referral, dated as the contact is."""
    return [spellings.person(referral.child, turn) | {
        "date_of_referral": referral.day, "source": contacts.worded(referral.source, turn + 2),
        "no_further_action": spellings.answer(not team, turn), "referrals_in_12_months": referral.earlier + 1,
        "team": team or FRONT_DOOR, "worker": allocations.worker(team or FRONT_DOOR, turn)}
        for turn, (referral, team) in enumerate(_assessed())]


def steps():
    """The workflow's steps of referrals: each opens when its contact was decided."""
    return [_step(turn, *each) for month in days.MONTHS for turn, each in enumerate(_of_month(month))]


def _assessed():
    """Each referral of the year with the team that assessed the child, or nothing."""
    teams = {id(each.referral): each.team for each in assessing.year() if each.referral}
    return [(referral, teams.get(id(referral), "")) for referral in contacts.referrals()]


@cache
def _by_month():
    held = {month: [] for month in days.MONTHS}
    for referral, team in _assessed():
        held[days.month_of(referral.day)].append((referral, team))
    return held


def _of_month(month):
    """The referrals of a month, the team that assessed each, and how soon it was decided: what waits longest is not assessed."""
    told, (hours, in_a_day) = _by_month()[month], DECIDED[month]
    waiting = sorted(range(len(told)), key=lambda place: (told[place][0].day == days.LAST, not told[place][1], days.scattered(place, 1000)))
    soon, later = waiting[:in_a_day], waiting[in_a_day:]
    in_hours = set(sorted(soon, key=lambda place: days.scattered(place + 7, 1000))[:hours])
    return [(*each, "later" if place in later else "hours" if place in in_hours else "next day") for place, each in enumerate(told)]


def _step(turn, referral, team, speed):
    started = referral.decided
    minutes = (started.hour - 9) * 60 + started.minute
    decided = (days.at(started.date(), minutes + 20 + turn % 50) if speed == "hours"
               else contacts.decided_later(started.date(), speed, turn))
    outcome = "Assessment" if team else CLOSED[turn % len(CLOSED)]
    return {"child": referral.child["child"], "step": "Referral", "started": started, "finished": decided,
            "outcome": outcome if decided else None, "team": team or FRONT_DOOR}
