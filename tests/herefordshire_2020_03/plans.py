"""Child protection plans of the worked example (Annex A list 7): who stands on a plan at every month's end, and why plans ended."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

from tests.herefordshire_2020_03 import care_periods, days, enquiries
from tests.herefordshire_2020_03.casework import BEFORE, EXTRACTED, MONTHS, before, not_after, within
from tests.herefordshire_2020_03.days import month_of

CATEGORIES = ("EMO", "NEG", "PHY", "SAB")

# Children on a plan at each month's end by category, October to March as printed.
ON_PLANS = {
    "2019-03": (76, 50, 3, 7), "2019-04": (79, 51, 3, 7), "2019-05": (81, 53, 2, 8), "2019-06": (84, 54, 2, 8), "2019-07": (87, 57, 1, 9),
    "2019-08": (89, 58, 1, 9), "2019-09": (91, 60, 0, 10), "2019-10": (94, 62, 0, 11), "2019-11": (100, 67, 0, 11),
    "2019-12": (99, 66, 0, 8), "2020-01": (100, 65, 0, 2), "2020-02": (81, 54, 0, 0), "2020-03": (58, 50, 0, 0)}

# Plans started by category, each on the day of its conference: what makes up the rest has ended, 29 of them in March.
STARTED = {
    "2019-04": (9, 6, 1, 1), "2019-05": (9, 6, 0, 1), "2019-06": (10, 7, 0, 1), "2019-07": (10, 8, 0, 1), "2019-08": (7, 5, 0, 1),
    "2019-09": (9, 7, 0, 1), "2019-10": (11, 8, 0, 1), "2019-11": (12, 9, 0, 1), "2019-12": (7, 5, 0, 0), "2020-01": (9, 6, 0, 0),
    "2020-02": (4, 3, 0, 0), "2020-03": (1, 1, 0, 0)}

# Two years or more: none at the end of March, 2% of all month ends of the year together.
TWO_YEARS = ((100111, "2017-01-16", "2019-08-14"), (100112, "2017-01-23", "2019-11-20"), (100113, "2017-02-06", "2019-12-11"),
             (100114, "2017-02-13", "2020-01-15"), (100115, "2017-03-02", "2020-02-12"))

# Of the 108 at the end of March: 23 within two years of the end of an earlier plan, 53 after any earlier plan.
REPEAT_WITHIN_2_YEARS, REPEAT_EVER = 23, 53

# Ends in March: 26 below the threshold, two who became looked after, and one, which the words leave out, who moved.
BECAME_LOOKED_AFTER = {100001: ("2019-02-04", "2020-03-10"), 100002: ("2019-01-31", "2020-03-04")}
LOOKED_AFTER_STILL_ON_A_PLAN = {100003: ("2019-02-11", None)}
AFTER_A_VISIT = 5                        # of March's ends came after a visit had fallen due in the month: 106 of 108 and these make 111

FIRST_ENDED = {100101: "2019-04-02", 100102: "2019-04-03", 100103: "2019-04-05"}   # who come back on a plan
FIRST_STANDING = 100_121
SETTLED = timedelta(days=60)             # a plan lasts at least so long
# Children a visit fell due for in March, by team; the one who is looked after as well is LAC Team 2's.
MARCH_TEAMS = {"CP & Court 1": 28, "CP & Court 2": 48, "CP & Court 3": 32, "16+ Team": 2}
USUAL_TEAMS = ("CP & Court 1", "CP & Court 2", "CP & Court 2", "CP & Court 3", "CP & Court 2")
EVERY = 28                               # days between visits; the first is due ten working days after the plan's start
FIRST_VISIT = 10


@dataclass
class Plan:
    """A child's protection plan; `earlier` are the starts and ends of plans before it."""

    number: int
    age: int
    category: str
    started: date
    ended: date | None = None
    reason: str = ""
    team: str = ""
    earlier: list = field(default_factory=list)

    def stands(self, day):
        return self.started <= day and (self.ended is None or self.ended > day)

    def visits_due(self):
        """The days visits fall due, up to the month the lists are drawn in; none from the plan's end on."""
        day, last = days.plus(self.started, FIRST_VISIT), self.ended or EXTRACTED + timedelta(days=1)
        return [each for each in (day + timedelta(days=EVERY * place) for place in range(60)) if each < last]


@cache
def plans():
    """Every plan that stood at any time since 1 April 2019, with its end, in the order of their starts."""
    made = _standing_before()
    for month in MONTHS:
        made += _started(month)
        for place, category in enumerate(CATEGORIES):
            _end(made, month, category, _ended_number(month, place))
    _set_march_ends(made)
    _set_reasons(made)
    _set_earlier(made)
    _set_teams(made)
    return tuple(sorted(made, key=lambda plan: (plan.started, plan.number)))


def _ended_number(month, place):
    return ON_PLANS[before(month)][place] + STARTED[month][place] - ON_PLANS[month][place]


def _standing_before():
    """The plans that stood when the year began, those of known days first."""
    known = [(number, start, end) for number, (start, end) in (BECAME_LOOKED_AFTER | LOOKED_AFTER_STILL_ON_A_PLAN).items()]
    known += [(number, "2018-11-12", end) for number, end in FIRST_ENDED.items()] + [*TWO_YEARS]
    made = [Plan(number, _age(number), CATEGORIES[order % 2], date.fromisoformat(start), end and date.fromisoformat(end))
            for order, (number, start, end) in enumerate(known)]
    for category, number in zip(CATEGORIES, ON_PLANS[BEFORE]):
        for place in range(number - sum(plan.category == category for plan in made)):
            order = FIRST_STANDING + len(made)
            made.append(Plan(order, _age(order), category, not_after(date(2018, 6, 4) + timedelta(days=order * 83 % 290))))
    return made


def _age(number):
    return care_periods.AGES_FROM_PLANS.get(number, 3 + number * 7 % 14)


def _started(month):
    """The plans of a month's conferences."""
    categories = [category for category, number in zip(CATEGORIES, STARTED[month]) for _ in range(number)]
    return [Plan(enquiry.number, enquiry.age, category, enquiry.conference)
            for enquiry, category in zip((each for each in enquiries.conferences(month) if each.plan), categories)]


def _end(made, month, category, number):
    """Ends so many plans of a category in a month, beside those whose end is known: every other one of the longest."""
    known = sum(plan.category == category and plan.ended is not None and month_of(plan.ended) == month for plan in made)
    settled = date.fromisoformat(f"{month}-01") - SETTLED
    open_plans = sorted((plan for plan in made if plan.category == category and plan.ended is None and plan.started <= settled
                         and plan.number not in LOOKED_AFTER_STILL_ON_A_PLAN),
                        key=lambda plan: (plan.started, plan.number))
    leaving = [*open_plans[::2], *open_plans[1::2]][:number - known]
    for plan, day in zip(leaving, within(month, len(leaving))):
        plan.ended = day


def _set_march_ends(made):
    """March's ends come on the day a visit would be due, so that none is; those of a few late in the month, after theirs."""
    ending = [plan for plan in made if plan.ended and month_of(plan.ended) == MONTHS[-1] and plan.number not in BECAME_LOOKED_AFTER]
    for plan in ending:
        plan.ended = None
    due = {plan.number: min(day for day in plan.visits_due() if month_of(day) == MONTHS[-1]) for plan in ending}
    for order, plan in enumerate(sorted(ending, key=lambda plan: (due[plan.number], plan.number))):
        plan.ended = days.plus(date(2020, 3, 17), 1 + order) if order < AFTER_A_VISIT else not_after(due[plan.number])


def _set_reasons(made):
    """Why plans ended: in March as the report says; before that now and then for another reason than the threshold."""
    others = {3: "Moved", 9: "Other", 14: "Moved to another authority"}
    march = [plan for plan in made if plan.ended and month_of(plan.ended) == MONTHS[-1] and plan.number not in BECAME_LOOKED_AFTER]
    for plan in (plan for plan in made if plan.ended):
        plan.reason = others.get(plan.number % 17, "Threshold no longer met")
    for plan in march:
        plan.reason = "Threshold no longer met"
    march[-1].reason = "Moved"
    for plan in made:
        plan.reason = "Became looked after" if plan.number in BECAME_LOOKED_AFTER else plan.reason


def _set_earlier(made):
    """The plans before: of those standing in March exactly as many as printed, of March's starts none, of the others now and then."""
    again = [plan for plan in made if plan.number in FIRST_ENDED and plan.started > date(2019, 4, 5)]
    standing = [plan for plan in made if plan.stands(EXTRACTED) and plan not in again and month_of(plan.started) != MONTHS[-1]]
    here = sum(plan.stands(EXTRACTED) for plan in again)
    older = days.spread(REPEAT_EVER - REPEAT_WITHIN_2_YEARS, [plan for plan in standing if plan.age >= 8])
    recent = days.spread(REPEAT_WITHIN_2_YEARS - here, [plan for plan in standing if plan.age >= 3 and plan not in older])
    gone = [plan for plan in made if plan not in standing and plan not in again and plan.age >= 8 and month_of(plan.started) != MONTHS[-1]]
    for plan in [*older, *gone[::5]]:
        plan.earlier = [_lasting(plan, not_after(plan.started - timedelta(days=770 + plan.number * 97 % 600)))]
    for plan in [*recent, *gone[2::5]]:
        latest = min(plan.started - timedelta(days=130), date(2019, 2, 22))
        plan.earlier = [_lasting(plan, not_after(latest - timedelta(days=plan.number * 31 % 280)))]


def _set_teams(made):
    """March's teams as printed, the eldest with the 16+ team; those of no visit in March in turn, the latest to end first."""
    due = [plan for plan in made if MONTHS[-1] in map(month_of, plan.visits_due()) and plan.number not in LOOKED_AFTER_STILL_ON_A_PLAN]
    others = [plan for plan in made if plan not in due]
    for order, plan in enumerate(sorted(others, key=lambda plan: (plan.ended or EXTRACTED, plan.number), reverse=True)):
        plan.team = care_periods.TEAMS_FROM_PLANS.get(plan.number, USUAL_TEAMS[order % len(USUAL_TEAMS)])
    eldest = sorted(due, key=lambda plan: (-plan.age, plan.number))[:MARCH_TEAMS["16+ Team"]]
    for plan, team in zip([*eldest, *days.mixed([plan for plan in due if plan not in eldest])], _listed(MARCH_TEAMS)):
        plan.team = team


def _listed(numbers):
    """The teams, the 16+ team first, each as often as it has children."""
    return [team for team in sorted(numbers) for _ in range(numbers[team])]


def _lasting(plan, ended):
    """An earlier plan's start and end."""
    return not_after(ended - timedelta(days=120 + plan.number * 13 % 150)), ended
