"""What the invented cases of child protection share: children and how their columns are worded, workers of teams, days around days."""

from datetime import timedelta

from tests.herefordshire_2020_03 import allocations, days, people, spellings

EXTRACTED, MONTHS = days.LAST, days.MONTHS
BEFORE = "2019-03"
CASE_BEFORE = timedelta(days=60)


def child(number, age):
    """The columns of a person: a child of an age in whole years when the lists are drawn; one not born yet has its birth expected ahead."""
    if age < 0:
        expected = EXTRACTED + timedelta(days=40 + number % 30)
        unborn = people.child(number, 0, EXTRACTED, "U")
        return unborn | {"sex": "Not stated", "date_of_birth": expected - timedelta(days=(expected.weekday() + 1) % 7), "age": None}
    return spellings.person(people.child(number, age, EXTRACTED), number)


def old_enough(number, age, day):
    """The age, or the next at which the child was born when its case was opened, some weeks before a day."""
    while people.child(number, age, EXTRACTED)["date_of_birth"] > day - CASE_BEFORE:
        age += 1
    return age


def identifier(number):
    return people.child(number, 0, EXTRACTED)["child"]


def allocated(team, number):
    """The columns of an allocation: the team, and one of its workers."""
    return {"team": team, "worker": allocations.worker(team, number)}


def not_after(day):
    """The day itself when it is a working day, else the last one before it."""
    return day if days.is_working(day) else days.plus(day, -1)


def within(month, number):
    """So many working days of a month, evenly spread over it from its first one on."""
    return days.spread(number, days.working(month))


def last_day(month):
    return days.every(month)[-1]


def before(month):
    """The month before one of the year's."""
    return (BEFORE, *MONTHS)[MONTHS.index(month)]


def at(day, number):
    """A day with a time of office hours."""
    return days.at(day, number * 35 % 400)
