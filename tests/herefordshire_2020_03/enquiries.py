"""Strategy discussions, section 47 enquiries and initial conferences of the worked example, made to come to the report's numbers."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from tests.herefordshire_2020_03 import days, front_door
from tests.herefordshire_2020_03.casework import BEFORE, MONTHS, allocated, at, before, child, identifier, old_enough
from tests.herefordshire_2020_03.days import month_of

LIMIT = 15                              # working days from the strategy discussion, for an enquiry as for a conference

# Strategy discussions held. March: 62% of them to an enquiry, a small decrease in number; February: 63%; the year: 76%.
DISCUSSIONS = {"2019-04": 67, "2019-05": 66, "2019-06": 68, "2019-07": 65, "2019-08": 59, "2019-09": 70, "2019-10": 80, "2019-11": 68,
               "2019-12": 62, "2020-01": 54, "2020-02": 65, "2020-03": 63}
ENQUIRIES_OPENED = {"2020-02": 41, "2020-03": 39}          # of those discussions; enquiries not completed yet make them up

# Enquiries completed, of those in time, and with no further action. March: 35, 74% no further action; the year: 67% in time, 55%.
COMPLETED = {
    "2019-04": (52, 32, 26), "2019-05": (55, 34, 28), "2019-06": (49, 31, 24), "2019-07": (58, 36, 31), "2019-08": (44, 28, 25),
    "2019-09": (51, 33, 27), "2019-10": (60, 39, 31), "2019-11": (63, 41, 33), "2019-12": (46, 33, 27), "2020-01": (48, 35, 28),
    "2020-02": (38, 31, 24), "2020-03": (35, 28, 26)}

# Children at initial conferences, of those in time, and those whose conference led to a plan. March: 9 of 9; the year: 75% in time.
CONFERENCES = {
    "2019-04": (21, 15, 17), "2019-05": (20, 14, 16), "2019-06": (22, 16, 18), "2019-07": (23, 16, 19), "2019-08": (17, 12, 13),
    "2019-09": (20, 14, 17), "2019-10": (25, 18, 20), "2019-11": (27, 19, 22), "2019-12": (16, 13, 12), "2020-01": (19, 15, 15),
    "2020-02": (12, 12, 7), "2020-03": (9, 9, 2)}
MOVED_IN = {"2019-06": 1, "2019-09": 1, "2019-12": 1}     # of those late: on a plan elsewhere, a conference without a discussion here
AWAITING = 2                                              # enquiries completed in March whose conference was yet to come: 7 in all

# Kinds of enquiry: where in its month it starts (working days from the first, or from the last), the days until it is completed and
# until its conference. Quick, middle and turning ones are in time. Middle and turning ones have their conference in the month after,
# slow and long ones too; turning and long ones are completed in the month after.
KINDS = {"quick": (range(0, 4), range(6, 11), range(12, 16)), "middle": (range(-11, -8), range(5, 8), range(12, 16)),
         "slow": (range(0, 2), range(16, 18), range(23, 26)), "turning": (range(-5, 0), range(6, 12), range(12, 16)),
         "long": (range(-12, -6), range(17, 21), range(21, 25))}

TEAMS = ("Assessment Team 1", "Assessment Team 2", "Assessment Team 1", "CP & Court 2", "Assessment Team 2", "Assessment Team 3",
         "CP & Court 1", "Assessment Team 1", "CP & Court 3", "MASH", "Assessment Team 2", "CWD")
CONCERNS = ("Neglect", "Physical abuse", "Emotional", "Sexual abuse", "Neglect", "Physical", "CSE", "Emotional abuse", "Neglect",
            "Child criminal exploitation", "SAB", "PHY", "Other")
NOT_TO_ENQUIRY = ("Single agency", "No further action", "Single agency assessment", "NFA")
AGAIN = {("2019-11", 0): 100101, ("2019-12", 0): 100102, ("2020-01", 0): 100103}    # on a plan that ended in April 2019, and on another

UNBORN = (101538, 101546)                                 # whose plan started before they are born

FIRST_ENQUIRY, FIRST_DISCUSSION = 101_001, 103_001


@dataclass(frozen=True)
class Enquiry:
    """A child's path from a strategy discussion to the enquiry's end and to a conference: days that were never reached are None."""

    number: int
    discussed: date | None
    completed: date | None
    action: str
    conference: date | None
    plan: bool = False

    @property
    def age(self):
        """Years when the lists are drawn; below nought when not born yet."""
        if self.number in UNBORN:
            return -1
        if self.number < FIRST_ENQUIRY:
            return 3 + self.number * 7 % 14
        return old_enough(self.number, self.number * 7 % 18, self.discussed or self.conference)

    @property
    def team(self):
        return TEAMS[self.number % len(TEAMS)]


@cache
def enquiries():
    """Every enquiry, the conferences without one included, numbered in their order."""
    made = [*_before_the_year()]
    for month in MONTHS:
        made += [*_completed(month), *_moved_in(month)]
    return _numbered([*made, *_not_completed(made)])


def conferences(month):
    """The enquiries whose conference was held in a month, those that led to a plan first."""
    held = [enquiry for enquiry in enquiries() if enquiry.conference and month_of(enquiry.conference) == month]
    return sorted(held, key=lambda enquiry: (not enquiry.plan, enquiry.number))


def workflow_steps():
    """The steps of strategy discussions and of section 47 enquiries, a row a child and step."""
    opened = [enquiry for enquiry in enquiries() if enquiry.discussed]
    within = [enquiry for enquiry in opened if month_of(enquiry.discussed) in MONTHS]
    return [*map(_discussion_row, within), *_other_discussions(within), *map(_enquiry_row, opened)]


def list_5():
    """Annex A list 5: an enquiry and its conference a row."""
    return [_list_5_row(enquiry) for enquiry in enquiries()]


def _in_time(month):
    """Conferences of a month that were held in time, by kind of enquiry."""
    number = CONFERENCES[month][1]
    return {"quick": number - number * 4 // 9 - number * 2 // 9, "middle": number * 4 // 9, "turning": number * 2 // 9}


def _late(month):
    """Conferences of a month that were held late after an enquiry, by kind; none slow before the year, which begins on its first day."""
    number = CONFERENCES[month][0] - CONFERENCES[month][1] - MOVED_IN.get(month, 0)
    slow = number // 2 if month != MONTHS[0] else 0
    return {"slow": slow, "long": number - slow}


def _to_conference(month):
    """Enquiries completed in a month that lead to a conference, in that month or the next, by kind."""
    following = MONTHS[MONTHS.index(month) + 1] if month != MONTHS[-1] else ""
    ahead = {**_in_time(following), **_late(following)} if following else {"middle": AWAITING, "slow": 0}
    return {"quick": _in_time(month)["quick"], "middle": ahead["middle"], "slow": ahead["slow"], "turning": _in_time(month)["turning"],
            "long": _late(month)["long"]}


def _to_no_conference(month):
    """The other enquiries completed in a month, by kind."""
    completed, in_time, _ = COMPLETED[month]
    leading = _to_conference(month)
    timely = in_time - leading["quick"] - leading["middle"] - leading["turning"]
    tardy = completed - in_time - leading["slow"] - leading["long"]
    return {"quick": timely - 2 * (timely // 3), "middle": timely // 3, "turning": timely // 3, "slow": tardy - tardy // 2,
            "long": tardy // 2}


def _completed(month):
    """The enquiries completed in a month: those that lead to a conference, to no further action, and to a child in need plan."""
    leading = [_enquiry(kind, month, place, "Initial conference") for kind, number in _to_conference(month).items()
               for place in range(number)]
    others = [(kind, place) for kind, number in _to_no_conference(month).items() for place in range(number)]
    ended = days.chosen(COMPLETED[month][2], len(others))
    return [*leading, *(_enquiry(kind, month, place + 2, "No further action" if closed else "CIN plan")
                        for (kind, place), closed in zip(others, ended))]


def _before_the_year():
    """Enquiries completed in March 2019 whose conference was held in April."""
    return [_enquiry("middle", BEFORE, place, "Initial conference") for place in range(_in_time(MONTHS[0])["middle"])]


def _enquiry(kind, month, place, action):
    """An enquiry of a kind, completed in a month."""
    starts, ends, meets = (choice[place % len(choice)] for choice in KINDS[kind])
    discussed = days.working(before(month) if kind in ("turning", "long") else month)[starts]
    conference = days.plus(discussed, meets) if action == "Initial conference" else None
    return Enquiry(0, discussed, days.plus(discussed, ends), action, _held(conference))


def _held(conference):
    return conference if conference and month_of(conference) <= MONTHS[-1] else None


def _moved_in(month):
    return [Enquiry(0, None, None, "", days.working(month)[12]) for _ in range(MOVED_IN.get(month, 0))]


def _not_completed(made):
    """Enquiries still open when the lists were drawn, so many as make up a month's number opened."""
    for month, number in ENQUIRIES_OPENED.items():
        opened = sum(each.discussed is not None and month_of(each.discussed) == month for each in made)
        working = days.working(month)
        for place in range(number - opened):
            yield Enquiry(0, working[-1 - place * 3 // 2 % len(working)], None, "", None)


def _numbered(made):
    """The enquiries with their children, and which conferences led to a plan."""
    places = _places_in_month(made)
    return [_with_child(FIRST_ENQUIRY + order, enquiry, *places.get(order, ("", 0))) for order, enquiry in enumerate(made)]


def _places_in_month(made):
    """Of each conference its month and its place among the month's, the latest first: those come to a plan."""
    met, places = dict.fromkeys(MONTHS, 0), {}
    held = [order for order, enquiry in enumerate(made) if enquiry.conference]
    for order in sorted(held, key=lambda order: made[order].conference, reverse=True):
        month = month_of(made[order].conference)
        places[order] = (month, met[month])
        met[month] += 1
    return places


def _with_child(number, enquiry, month, place):
    plan = bool(month) and place < CONFERENCES[month][2]
    return replace(enquiry, number=AGAIN.get((month, place), number), plan=plan)


def _discussion_row(enquiry):
    return _discussion(enquiry.number, enquiry.discussed, enquiry.team, ("Section 47", "S47")[enquiry.number % 2])


def _other_discussions(opened):
    """Discussions that opened no enquiry, so many as with those of the front door make up a month's number held."""
    number, held = FIRST_DISCUSSION, Counter(month_of(day) for _, day in front_door.STRATEGY_DISCUSSIONS)
    held.update(month_of(each.discussed) for each in opened)
    for month, wanted in DISCUSSIONS.items():
        working = days.working(month)
        for place in range(wanted - held[month]):
            yield _discussion(number, working[place * 5 % len(working)], TEAMS[number % len(TEAMS)],
                              NOT_TO_ENQUIRY[number % len(NOT_TO_ENQUIRY)])
            number += 1


def _discussion(number, day, team, outcome):
    started = at(day, number)
    return {"child": identifier(number), "step": ("Strategy discussion", "Strategy meeting")[number % 2], "started": started,
            "finished": started + timedelta(hours=1), "outcome": outcome, "concern": CONCERNS[number % len(CONCERNS)], "team": team}


def _enquiry_row(enquiry):
    """The step of an enquiry: due after the working days of the limit, which the row says itself in three of four."""
    outcome = {"Initial conference": "Continuing risk", "CIN plan": "Substantiated, child not at continuing risk"}
    completed = enquiry.completed and at(enquiry.completed, enquiry.number + 3)
    due = days.plus(enquiry.discussed, LIMIT) if enquiry.number % 4 else None
    return {"child": identifier(enquiry.number), "step": ("Section 47", "S47 enquiry")[enquiry.number % 2],
            "started": at(enquiry.discussed, enquiry.number) + timedelta(hours=2), "timescale_from": enquiry.discussed, "due": due,
            "finished": completed, "outcome": outcome.get(enquiry.action, "Not substantiated") if completed else None,
            "next_action": enquiry.action or None, "team": enquiry.team}


def _list_5_row(enquiry):
    unnecessary = None if not enquiry.action else ("N" if enquiry.action == "Initial conference" else "Y")
    resulted = ("Y" if enquiry.plan else "N") if enquiry.conference else None
    return {**child(enquiry.number, enquiry.age), "disability": "N", "strategy_discussion": enquiry.discussed,
            "conference_unnecessary": unnecessary, "conference": enquiry.conference, "plan_resulted": resulted,
            "enquiries_in_12_months": int(enquiry.discussed is not None), "conferences_in_12_months": int(enquiry.conference is not None),
            **allocated(enquiry.team, enquiry.number)}
