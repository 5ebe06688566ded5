"""Monthly figures of the worked example: what no list holds, and the months before March of what lists tell of their own month alone."""

from datetime import date

from tests.herefordshire_2020_03 import days, supervision

MARCH, FEBRUARY = "2020-03", "2020-02"
IN_MONTH, MONTH_END = "in_month", "month_end"
PARTS = ("numerator", "denominator")

# Claims rose steadily over the twelve months; no case of female genital mutilation was identified.
CLAIMS = (11, 12, 12, 14, 15, 15, 17, 18, 18, 20, 21, 23)
MUTILATION_CASES = (0,) * 12

# Staff supervised in February, and due: the report prints percentages by team, operational teams 77%, business support 100% and all 82%.
STAFF = {
    "Operational": {
        "LAC2": (7, 7), "Early Help": (6, 6), "HOS (MASH, Assessment Teams)": (3, 3), "Head of Additional Needs": (2, 2), "MASH": (8, 8),
        "LAC Support": (5, 5), "Assessment 1": (8, 8), "LAC1": (9, 9), "CP/Court 1": (6, 6), "Head of Fieldwork": (2, 2),
        "Assessment Team 3": (4, 4), "16+": (13, 14), "Head of LAC": (5, 6), "Assessment 2": (6, 8), "Fostering": (14, 19),
        "Principal IRO": (7, 8), "CP/Court 3": (6, 7), "CWD": (11, 12), "CP/Court 2": (5, 7), "Head of S&R": (0, 5),
        "Early Permanence": (0, 4), "Social Care Family Support": (0, 12), "Principal Social Worker": (0, 3)},
    "Business support": {team: (due, due) for team, (due, _) in supervision.STAFF["Business support"].items()}}

# Cases supervised in three months, and all.
CASES = {"2019-10": (487, 641), "2019-11": (511, 655), "2019-12": (503, 662), "2020-01": (534, 668), "2020-02": (547, 659)}

# Percentages of children looked after with three or more placements in twelve months (February 8, as printed), and of those long in care
# who are settled, "reasonably constant": the children behind them follow from who was looked after then.
MANY_PLACEMENTS = {"2019-04": 8.4, "2019-05": 8.7, "2019-06": 8.2, "2019-07": 7.9, "2019-08": 7.6, "2019-09": 8.1, "2019-10": 8.6,
                   "2019-11": 8.9, "2019-12": 8.5, "2020-01": 8.3, "2020-02": 8.0}
SETTLED = {"2019-09": 73.6, "2019-10": 74.2, "2019-11": 73.8, "2019-12": 74.5, "2020-01": 74.4, "2020-02": 74.1}
LONG, GROWN_UP = 912, 16                                    # days in care, and the age at which a child is no longer asked for
SHORT_BREAKS = ("V3", "V4")

# Care leavers aged 19 to 21: all, in touch, suitably housed, in education, employment or training.
LEAVERS = {"2019-10": (97, 81, 79, 40), "2019-11": (98, 83, 80, 41), "2019-12": (98, 82, 81, 43), "2020-01": (100, 85, 83, 42),
           "2020-02": (101, 86, 84, 44)}
OF_LEAVERS = ("care_leavers_in_touch_percent", "care_leavers_in_suitable_accommodation_percent",
              "care_leavers_in_education_employment_training_percent")
AGED = ("age group", "19 to 21")
ALL = ("", "")


def cells(looked_after):
    """Every figure: (key, basis, breakdown, category, part, month, value). `looked_after` are the rows of Annex A list 8."""
    return [*_counts(), *_staff(), *_cases(), *_placements(looked_after), *_leavers()]


def standing(looked_after, month):
    """The children of list 8 looked after on a month's last day, without those on short breaks.

    >>> len(standing([{"started": date(2020, 3, 31), "ceased": None, "legal_status": "C2"}], "2020-03"))
    1
    """
    end = days.every(month)[-1]
    return [row for row in looked_after if row["started"] <= end and not (row.get("ceased") and row["ceased"] <= end)
            and not row.get("legal_status", "").startswith(SHORT_BREAKS)]


def long_in_care(looked_after, month):
    """Those of them under 16 who have been looked after for 912 days or more."""
    end = days.every(month)[-1]
    return [row for row in standing(looked_after, month) if (end - row["started"]).days >= LONG and _birthday(row, GROWN_UP) > end]


def _birthday(row, age):
    born = row["date_of_birth"]
    return date(born.year + age, born.month, born.day) if (born.month, born.day) != (2, 29) else date(born.year + age, 3, 1)


def _counts():
    for key, numbers in (("family_support_claims", CLAIMS), ("female_genital_mutilation_cases", MUTILATION_CASES)):
        yield from ((key, IN_MONTH, *ALL, "value", month, number) for month, number in zip(days.MONTHS, numbers))


def _staff():
    everyone = [parts for teams in STAFF.values() for parts in teams.values()]
    yield from _parts("staff_supervised_percent", IN_MONTH, ALL, FEBRUARY, _added(everyone))
    for group, teams in STAFF.items():
        yield from _parts("staff_supervised_percent", IN_MONTH, ("group", group), FEBRUARY, _added(teams.values()))
        for team, parts in teams.items():
            yield from _parts("staff_supervised_percent", IN_MONTH, ("team", team), FEBRUARY, parts)


def _cases():
    for month, parts in CASES.items():
        yield from _parts("cases_supervised_in_3_months_percent", MONTH_END, ALL, month, parts)


def _placements(looked_after):
    for key, shares, children in (("lac_three_or_more_placements_percent", MANY_PLACEMENTS, standing),
                                  ("lac_long_term_stable_percent", SETTLED, long_in_care)):
        for month, share in shares.items():
            whole = len(children(looked_after, month))
            yield from _parts(key, MONTH_END, ALL, month, (round(share * whole / 100), whole))


def _leavers():
    for month, (whole, *numbers) in LEAVERS.items():
        for key, number in zip(OF_LEAVERS, numbers):
            yield from _parts(key, MONTH_END, AGED, month, (number, whole))


def _parts(key, basis, category, month, parts):
    return [(key, basis, *category, part, month, value) for part, value in zip(PARTS, parts)]


def _added(parts):
    return tuple(map(sum, zip(*parts)))
