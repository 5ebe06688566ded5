"""Where every looked after child lived on every night of the year, so that the nights by group are the document's in seven months.

Each child is in one placement a night. The nights of a month that the children who come and go leave wrong are put right by moves between
groups, each on the day that makes the difference; then as many children are moved once more as shall have had three placements.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

from tests.herefordshire_2020_03 import adoption_lists, care_periods
from tests.herefordshire_2020_03.care_periods import (
    AGENCY, EXTRACT, FIRST, IN_HOUSE, MONTHS, NEW, NIGHTS, OTHER, RECENT, RESIDENTIAL, SETTLED, UNSETTLED, Period,
)
from tests.herefordshire_2020_03.care_words import SUNDAY, between, not_sunday

THREE_OR_MORE = 28                               # children at the extract with so many placements in twelve months
FRIENDS_RISE_FROM = date(2020, 1, 1)             # placements with family and friends fell until December and have risen since

# The groups in which children are placed at first, in turn, by how long they have been in care.
FIRST_GROUPS = {SETTLED: "IIIFIIFIRIFR", UNSETTLED: "IFRIRFRIF", RECENT: "IFOIIIFOIRO", NEW: "IFIOIRFIOFO"}
GROUPS = {"I": IN_HOUSE, "F": AGENCY, "R": RESIDENTIAL, "O": OTHER}
LEFT_FROM = {"E13": AGENCY, "E3": AGENCY, "E5": RESIDENTIAL, "E8": RESIDENTIAL, "E4A": AGENCY, "E4B": OTHER}
EXCHANGES = ((IN_HOUSE, AGENCY), (AGENCY, IN_HOUSE), (AGENCY, RESIDENTIAL), (RESIDENTIAL, AGENCY))      # of a month without printed nights
FRIENDS, OWN_CARERS, ADOPTION = ("U1", "U2", "U3"), ("U4", "U5", "U6"), "A6"
WITH_FRIENDS = ("E45", "E47")                     # who left to them by order of a court
YOUNGEST_IN_RESIDENTIAL, SIXTEEN = 10, 16


@dataclass(frozen=True)
class Stay:
    """A placement: what kind, whose provision, and since when."""

    group: str
    kind: str
    provider: str
    started: date


@dataclass
class Placed:
    """A period of care and the placements in it, the earliest first."""

    period: Period
    stays: list = field(default_factory=list)

    def spans(self):
        """Each placement with the day it ended, which is none for the present one of a child still in care."""
        return list(zip(self.stays, [*(stay.started for stay in self.stays[1:]), self.period.ceased]))

    def nights(self, group, end):
        """The nights of a month in placements of a group."""
        first, after = end.replace(day=1), end + timedelta(days=1)
        return sum(max(0, (min(ended or after, after) - max(stay.started, first)).days)
                   for stay, ended in self.spans() if stay.group == group)

    def in_twelve_months(self):
        """How many placements the child had in the twelve months to the extract."""
        return sum(ended is None or ended > FIRST for _, ended in self.spans())


@cache
def all():
    """Every period of care with its placements."""
    placed = [_placed(period, turn) for turn, period in enumerate(care_periods.all())]
    for month in MONTHS:
        change = _put_right if month.end in NIGHTS else _exchange
        change(placed, month.end)
    _move_again(placed)
    return tuple(placed)


def _placed(period, turn):
    """A child in the first placement known; one placed for adoption, with the placement before."""
    since = _since(period, turn)
    if not period.role:
        group = _first_group(period, turn)
        return Placed(period, [_stay(group, period, since, turn)])
    stays = [Stay(IN_HOUSE, "U5" if turn % 2 else "U6", "PR1", period.started)]
    moved = adoption_lists.dates(period).get("placed")
    return Placed(period, stays + ([Stay(OTHER, ADOPTION, "PR1", moved)] if moved else []))


def _since(period, turn):
    """Since when a child is in the first placement known: the settled soon after they came, the unsettled for less than two years."""
    if period.kind == UNSETTLED:
        return between(date(2018, 7, 2), date(2019, 3, 1), turn)
    return not_sunday(period.started + timedelta(days=turn % 4 * 28)) if period.kind == SETTLED else period.started


def _first_group(period, turn):
    if period.reason:
        return LEFT_FROM.get(period.reason, IN_HOUSE)
    group = GROUPS[FIRST_GROUPS[period.kind][turn % len(FIRST_GROUPS[period.kind])]]
    return IN_HOUSE if group == RESIDENTIAL and period.age < YOUNGEST_IN_RESIDENTIAL else group


def _stay(group, period, started, turn):
    """A placement of a group that suits the child."""
    with_friends, with_carers = ("U1", "U4") if period.kind == SETTLED else ("U3", "U6")
    own_home = period.age >= SIXTEEN and turn % 2
    kinds = {
        IN_HOUSE: (with_friends if _with_friends(period, started, turn) else with_carers, "PR1"),
        AGENCY: (with_carers, "PR4" if turn % 3 else "PR5"),
        RESIDENTIAL: ("H5" if own_home else "K2" if turn % 11 else "S1", "PR4" if own_home or turn % 5 else "PR1"),
        OTHER: ("P2", "PR4") if own_home else ("P1", "PR0"),
    }
    return Stay(group, *kinds[group], started)


def _with_friends(period, started, turn):
    """Whether a placement with the council's own carers is with family and friends: some at first, none in the year, most since January."""
    if period.reason in WITH_FRIENDS:
        return True
    return turn % 6 > 0 if started >= FRIENDS_RISE_FROM else turn % 5 < 2 and started < FIRST


def _exchange(placed, end):
    """A month without printed nights: a few children change places, so that the groups stay as large as they are."""
    for turn, (one, other) in enumerate(EXCHANGES):
        _move(placed, one, other, not_sunday(end.replace(day=6 + 5 * turn)), end)


def _put_right(placed, end):
    """Moves between groups until each has the nights that are printed for the month."""
    while any((wrong := _wrong(placed, end)).values()):
        fewer, more = min(wrong, key=wrong.get), max(wrong, key=wrong.get)
        nights = min(-wrong[fewer], wrong[more], end.day - 1)
        day = end - timedelta(days=nights - 1)
        _move(placed, fewer, more, day + timedelta(days=day.weekday() == SUNDAY), end)


def _wrong(placed, end):
    """How many nights each group lacks in a month."""
    return {group: nights - sum(each.nights(group, end) for each in placed) for group, nights in NIGHTS[end].items()}


def _move(placed, fewer, more, day, end):
    """Move a child who has moved least from a group to another, on a day of a month that the child spends in care to its end."""
    able = [(each, turn) for turn, each in enumerate(placed) if _may_move(each, fewer, more, day, end)]
    each, turn = min(able, key=lambda one: (len(one[0].stays), (one[1] * 61 + end.month * 17) % 437))
    each.stays.append(_stay(more, each.period, day, turn))


def _may_move(each, fewer, more, day, end):
    period = each.period
    gone = period.ceased and period.ceased <= end + timedelta(days=1)
    fits = period.age >= YOUNGEST_IN_RESIDENTIAL or more != RESIDENTIAL
    return (each.stays[-1].group == fewer and fits and not (gone or period.role or period.kind == SETTLED)
            and (not period.reason or LEFT_FROM.get(period.reason) == more)
            and not (each.stays[-1].kind in FRIENDS and day >= FRIENDS_RISE_FROM)
            and each.stays[-1].started < day - timedelta(days=25))


def _move_again(placed):
    """Move children within their group until as many as are wanted have had three placements; since January to family and friends."""
    here = [each for each in placed if not (each.period.ceased or each.period.role or each.period.kind == SETTLED)]
    few = sorted(here, key=lambda each: (-each.in_twelve_months(), each.period.number * 61 % 437))
    wanted = THREE_OR_MORE - sum(each.in_twelve_months() > 2 for each in here)
    for turn, each in enumerate([each for each in few if each.in_twelve_months() <= 2][:wanted]):
        while each.in_twelve_months() < 3:
            _move_within(each, turn)


def _move_within(each, turn):
    last = each.stays[-1]
    lately = last.kind in OWN_CARERS and turn % 3
    earliest = max(last.started + timedelta(days=15), FRIENDS_RISE_FROM if lately else FIRST + timedelta(days=30))
    day = not_sunday(earliest + timedelta(days=(turn * 11) % max(1, (EXTRACT - earliest).days - 3)))
    kind = "U3" if last.group == IN_HOUSE and day >= FRIENDS_RISE_FROM else last.kind
    each.stays.append(Stay(last.group, kind, last.provider, day))


def rows():
    """The rows of the list of placement nights: every placement of a child in care at any time of the year."""
    return {"placement_nights": [
        {"child": each.period.child["child"], "placement_type": stay.kind, "provider": stay.provider, "started": stay.started,
         "ended": ended}
        for each in all() for stay, ended in each.spans()]}
