"""Contacts of the example's year, from whom, when decided, and those that became referrals, as the report's sections 2 to 5 count them."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache

from tests.herefordshire_2020_03 import days, people, spellings


@dataclass(frozen=True)
class Month:
    """What comes out of a month: contacts, those decided in 24 hours and in one working day, referrals, and those of children again."""

    contacts: int
    in_24_hours: int
    in_1_working_day: int
    referrals: int
    again: int


# The report prints for March 727 contacts, 92 (13%) of them referrals, 44% decided in 24 hours, 32% of referrals again; for February 20%,
# 36% and 22%; for the year 21%, 44% (88% in a working day) and 20%. The months before are made so that the year comes out.
YEAR = {
    "2019-04": Month(688, 325, 611, 158, 31), "2019-05": Month(742, 341, 660, 167, 32), "2019-06": Month(701, 308, 620, 154, 29),
    "2019-07": Month(776, 332, 684, 163, 31), "2019-08": Month(652, 300, 582, 150, 28), "2019-09": Month(735, 336, 651, 162, 31),
    "2019-10": Month(794, 349, 696, 167, 33), "2019-11": Month(748, 345, 660, 165, 32), "2019-12": Month(661, 301, 581, 145, 27),
    "2020-01": Month(770, 318, 672, 163, 32), "2020-02": Month(715, 257, 615, 143, 31), "2020-03": Month(727, 320, 630, 92, 29)}

# The report's table of March: code, words as printed, contacts and referrals; and how the referrals of other months are shared out.
SOURCES = (
    ("9", "Anonymous", 9, 0, 1),
    ("2B", "Education Services", 1, 0, 0),
    ("3E", "Health services - A&E (accident and emergency department)", 34, 7, 14),
    ("3A", "Health services - General Practitioner (GP)", 5, 0, 1),
    ("3B", "Health services - Health Visitor", 3, 2, 2),
    ("3F", "Health services - Other eg. hospice", 5, 0, 1),
    ("3D", "Health services - Other primary health", 31, 4, 9),
    ("3C", "Health services - School Nurse", 2, 0, 1),
    ("1B", "Individual - acquaintance eg. neighbours / child minders", 1, 0, 0),
    ("1A", "Individual - family member / relative / carer", 16, 5, 9),
    ("1D", "Individual - other Individuals e.g. strangers / MPs", 2, 1, 1),
    ("1C", "Individual - self", 1, 0, 0),
    ("5A", "LA services - social care, for example, from another local authority's adults social care", 61, 23, 31),
    ("8", "Other - including children's centres, independent agency providers or voluntary", 48, 6, 14),
    ("7", "Other Legal Agency - incl. courts, probation, immigration, CAFCASS or prison", 43, 7, 13),
    ("6", "Police", 418, 29, 60),
    ("2A", "Schools", 47, 8, 16),
)
PRINTED = "2020-03"
# Sources of which one referral of the year comes, and its month; it takes the place of one of the police's.
ONCE, POLICE = {"2B": "2019-06", "1B": "2019-09", "1C": "2019-11"}, "6"
WORDS = {code: words for code, words, *_ in SOURCES}

OF_REFERRALS, OF_CONTACTS_ALONE = 1, 2001           # the first numbers of the children who were referred, and of those who were not
CHILDREN_OF_CONTACTS = 5200                         # after so many the same children are told of again
LAGS = (5, 3, 8, 2, 6, 4, 9, 3, 7, 5, 10)           # months since a child was referred before
OUTCOMES = ("NFA", "Information and advice", "Early help", "No further action", "NFA", "Advice", "Other agency", "NFA")


@dataclass(frozen=True)
class Contact:
    """A contact: whose, from whom, when it was received and when decided (never, where None), and whether it became a referral.

    `earlier` counts the child's referrals in the twelve months before, for one that became a referral.
    """

    child: dict
    source: str
    received: datetime
    decided: datetime | None
    referred: bool
    earlier: int = 0

    @property
    def day(self):
        return self.received.date()


@cache
def year():
    """Every Contact of the year, in the order in which they were received."""
    made, alone, referred = [], _children(OF_CONTACTS_ALONE), _referred()
    for month in days.MONTHS:
        slots = _slots(month)
        speeds = iter(_speeds(month, slots))
        for number, (day, source, is_referral) in enumerate(slots):
            speed, minutes = next(speeds), days.scattered(number, 240 if is_referral else 400)
            child, earlier = next(referred[month]) if is_referral else (next(alone), 0)
            made.append(Contact(child, source, days.at(day, minutes), _decided(day, minutes, speed, number), is_referral, earlier))
    return tuple(sorted(made, key=lambda contact: contact.received))


def referrals():
    """The contacts that became referrals; each is dated as its contact is."""
    return [contact for contact in year() if contact.referred]


def rows():
    """Annex A list 1."""
    return [spellings.person(contact.child, turn) | {"date_of_contact": contact.day, "source": worded(contact.source, turn)}
            for turn, contact in enumerate(year())]


def steps():
    """The workflow's steps of contacts."""
    return [_step(turn, contact) for turn, contact in enumerate(year())]


def worded(source, turn):
    """A source as printed, as the code of a drop-down, or by its code alone."""
    letter = "abcdefghijklmnopq"[list(WORDS).index(source)]
    return {5: f"{letter}) {source}: {WORDS[source]}", 6: source}.get(turn % 7, WORDS[source])


def shares(month):
    """Contacts and referrals of a month by source: the printed ones of March, else shared out as those usually are."""
    if month == PRINTED:
        return {code: (contacts, referred) for code, _, contacts, referred, _ in SOURCES}
    contacts = days.apportion(YEAR[month].contacts, {code: printed for code, _, printed, _, _ in SOURCES})
    referred = days.apportion(YEAR[month].referrals, {code: usual for code, *_, usual in SOURCES})
    once = {code: 1 for code, when in ONCE.items() if when == month}
    return {code: (contacts[code], referred[code] + once.get(code, 0) - (len(once) if code == POLICE else 0)) for code in contacts}


def _slots(month):
    """Day, source and whether it became a referral, of each contact of a month."""
    sources = days.mixed([(code, place < referred) for code, (contacts, referred) in shares(month).items() for place in range(contacts)])
    return [(day, *source) for day, source in zip(days.spread(len(sources), days.open_days(month)), sources)]


def _speeds(month, slots):
    """How soon each contact of a month is decided: all that become referrals in hours, nothing of the last day on the day after."""
    asked, alone = YEAR[month], [day for day, _, is_referral in slots if not is_referral]
    hours, next_day = asked.in_24_hours - asked.referrals, asked.in_1_working_day - asked.in_24_hours
    speeds = days.mixed(["hours"] * hours + ["next day"] * next_day + ["later"] * (len(alone) - hours - next_day))
    swap_from_last_day(alone, speeds)
    rest = iter(speeds)
    return ["hours" if is_referral else next(rest) for _, _, is_referral in slots]


def swap_from_last_day(when, speeds):
    """What the year's last day cannot have, a decision on the day after, changes places with something later of another day."""
    for place in [place for place, day in enumerate(when) if day == days.LAST and speeds[place] == "next day"]:
        other = next(other for other, day in enumerate(when) if day < days.LAST and speeds[other] == "later")
        speeds[place], speeds[other] = speeds[other], speeds[place]


def _decided(day, minutes, speed, number):
    if speed == "hours":
        return days.at(day, minutes + 30 + days.scattered(number, 120))
    return decided_later(day, speed, number)


def decided_later(day, speed, number):
    """When something received before four o'clock is decided: past four on the next working day, or days later; None if not by the end."""
    ahead, minutes = (1, 425 + number % 50) if speed == "next day" else (2 + number % 4, 90 + number % 300)
    decided = days.plus(day, ahead)
    return days.at(decided, minutes) if decided <= days.LAST else None


def _children(first):
    """Children who are only ever a contact, the same ones again after so many."""
    known = [people.child(first + number, age(first + number), days.LAST) for number in range(CHILDREN_OF_CONTACTS)]
    while True:
        yield from known


def age(number):
    """The age of a child in the year's last month: one to seventeen, all of them born before the year."""
    return 1 + number * 7 % 17


def _referred():
    """For each month its referred children, with how many earlier referrals each has: those who come back were referred some months ago."""
    queues, numbers, found = {}, iter(range(OF_REFERRALS, OF_CONTACTS_ALONE)), {}
    for place, month in enumerate(days.MONTHS):
        asked = YEAR[month]
        back = iter([_of_before(queues, place, number) for number in range(asked.again)] if place else [])
        new = ((people.child(number, age(number), days.LAST), 0) for number in numbers)
        told = [next(back, None) or _told_before(next(new)) if again else next(new) for again in days.chosen(asked.again, asked.referrals)]
        queues[place] = [child for child, earlier in told if not earlier]
        found[month] = iter(told)
    return found


def _of_before(queues, place, number):
    """A child first referred some months before, or in any month before where those have all come back."""
    lag = LAGS[number % len(LAGS)]
    wanted = [place - lag, *range(place)]
    return queues[next(month for month in wanted if month >= 0 and queues[month])].pop(0), 1


def _told_before(told):
    """A child of the first month who was referred before the year: only the count of referrals says so."""
    return told[0], 1


def _step(turn, contact):
    outcome = "Referral" if contact.referred else OUTCOMES[days.scattered(turn, len(OUTCOMES))]
    return {"child": contact.child["child"], "step": "Contact", "started": contact.received, "finished": contact.decided,
            "outcome": outcome if contact.decided else None, "team": "MASH"}
