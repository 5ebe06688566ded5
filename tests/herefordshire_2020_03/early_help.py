"""Early help of the example's year: assessments (list 2) and episodes, whose number grew and then stood still, as section 6 shows them."""

from tests.herefordshire_2020_03 import contacts, days, people, spellings

# Episodes open when the year began, and those started and ended in each month: the number open has stabilised lately.
OPEN_BEFORE = 396
MOVED = {"2019-04": (43, 37), "2019-05": (48, 35), "2019-06": (50, 34), "2019-07": (52, 37), "2019-08": (31, 39), "2019-09": (61, 37),
         "2019-10": (66, 39), "2019-11": (62, 39), "2019-12": (43, 37), "2020-01": (47, 44), "2020-02": (42, 44), "2020-03": (44, 41)}
ASSESSED = {"2019-04": 29, "2019-05": 34, "2019-06": 33, "2019-07": 36, "2019-08": 19, "2019-09": 39, "2019-10": 43, "2019-11": 41,
            "2019-12": 28, "2020-01": 35, "2020-02": 31, "2020-03": 27}

OF_EPISODES, OF_ASSESSMENTS = 30_001, 35_001        # the first numbers of the children
OPEN_SINCE = ("2018-10", "2018-11", "2018-12", "2019-01", "2019-02", "2019-03")
LOCALITIES = ("Central", "North", "South", "Central", "East", "West")
LEADS = ("School", "Health", "Family support", "Children's centre", "Education", "Voluntary sector", "Early years", "Other")
CLOSURES = ("Needs met", "Needs met", "Stepped up to social care", "Consent withdrawn", "Needs met", "Moved away", "No further action",
            "Other")
STEPPED_DOWN = ("None", "", "Assessment", "", "CIN plan", "", "No", "Child protection plan", "")
ORGANISATIONS = ("Primary school", "Secondary school", "Health visiting", "Children's centre", "Family support", "Early years setting")


def episode_rows():
    """The local list of episodes: those open on 1 April 2019 and since; they end in about the order in which they started."""
    started = days.spread(OPEN_BEFORE, [day for month in OPEN_SINCE for day in days.working(month)])
    started += [day for month, (count, _) in MOVED.items() for day in days.spread(count, days.working(month))]
    ended = [day for month, (_, count) in MOVED.items() for day in days.spread(count, days.working(month))]
    ending = iter(ended)
    ends = {number: next(ending) for number in _first_to_end(len(ended))}
    return [_episode(number, day, ends.get(number)) for number, day in enumerate(started)]


def assessment_rows():
    """Annex A list 2; the newest are not completed yet."""
    starts = [day for month, count in ASSESSED.items() for day in days.spread(count, days.working(month))]
    return [_assessment(turn, day) for turn, day in enumerate(starts)]


def _first_to_end(count):
    """Which episodes end: of every seven in order of start, one goes on."""
    return [number for number in range(count * 2) if number % 7 != 3][:count]


def _episode(number, started, ended):
    child = people.child(OF_EPISODES + number, contacts.age(number), days.LAST)
    return {"child": child["child"], "started": started, "ended": ended,
            "stepped_down_from": STEPPED_DOWN[number % len(STEPPED_DOWN)] or None,
            "closure_reason": CLOSURES[number % len(CLOSURES)] if ended else None, "lead_organisation": LEADS[number % len(LEADS)],
            "locality": LOCALITIES[number % len(LOCALITIES)]}


def _assessment(turn, started):
    child = people.child(OF_ASSESSMENTS + turn, contacts.age(turn), days.LAST)
    completed = days.plus(started, 8 + turn % 21)
    return spellings.person(child, turn) | {
        "assessment_started": started, "assessment_completed": completed if completed <= days.LAST else None,
        "organisation": ORGANISATIONS[turn % len(ORGANISATIONS)]}
