"""Supervision of cases at 31 March 2020 and of staff in March, as the report's tables of sections 36 and 37 count them."""

from tests.herefordshire_2020_03 import allocations, days, people

# Cases by team and status, and in each the time since the last supervision: within 1 month, 1 to 2, 2 to 3, 4 to 6, more than 6 months,
# none completed, and none but opened in the last 30 days. They add up to the report's table by team and to that by status, its two shifted
# cells set right: the 11 new cases are Assessment Team 2's, and the one new case on a plan, left blank there, is Court Team 3's.
CASES = {
    "16+ Team": {"CIN": (4, 0, 0, 0, 0, 0, 0), "CP": (0, 2, 0, 0, 0, 0, 0), "LAC": (43, 10, 2, 8, 3, 0, 0)},
    "Assessment Team 1": {"CIN": (6, 4, 0, 2, 0, 5, 0)},
    "Assessment Team 2": {"CIN": (6, 2, 1, 2, 0, 4, 11)},
    "Assessment Team 3": {"CIN": (3, 0, 0, 0, 0, 0, 0)},
    "Child Protection & Court Team 1": {
        "CIN": (33, 0, 0, 1, 0, 0, 0), "CP": (6, 22, 0, 0, 0, 0, 0), "LAC": (0, 10, 3, 4, 0, 0, 0)},
    "Child Protection & Court Team 2": {
        "CIN": (10, 11, 7, 0, 0, 0, 0), "CP": (15, 9, 9, 9, 0, 6, 0), "LAC": (0, 9, 2, 5, 0, 0, 0)},
    "Child Protection & Court Team 3": {
        "CIN": (5, 0, 0, 6, 0, 0, 0), "CP": (27, 0, 1, 0, 0, 3, 1), "LAC": (11, 13, 0, 3, 2, 1, 0), "LAC and CP": (1, 0, 0, 0, 0, 0, 0)},
    "Children and Young People's LAC Team 1": {"CIN": (0, 1, 0, 0, 0, 0, 0), "LAC": (63, 13, 5, 6, 0, 0, 0)},
    "Children and Young People's LAC Team 2": {"CIN": (0, 2, 0, 0, 0, 0, 0), "CP": (1, 0, 0, 0, 0, 0, 0), "LAC": (66, 19, 10, 3, 0, 0, 0)},
    "Children with Disabilities": {"CIN": (5, 38, 10, 8, 2, 1, 0), "LAC": (37, 0, 0, 0, 0, 0, 0)},
}

# Days well inside each time; the last two are days on which cases were opened that have had no supervision.
WHEN = (days.working("2020-03")[:-1], days.working("2020-02")[1:-1], days.working("2020-01")[2:-2],
        (*days.working("2019-10")[2:], *days.working("2019-11"), *days.working("2019-12")[:12]),
        (*days.working("2019-07"), *days.working("2019-08")))
OPENED = {5: days.working("2020-01"), 6: days.working("2020-03")[2:-2]}

# Staff due a supervision in March and those who had one, by team as printed. The report prints percentages alone: the numbers of staff are
# such that operational teams come to 80%, business support to 100% and all to 84%.
STAFF = {
    "Operational": {
        "LAC2": (7, 7), "Early Help": (6, 6), "HOS (MASH, Assessment Teams)": (3, 3), "Head of Additional Needs": (2, 2), "MASH": (8, 8),
        "LAC Support": (5, 5), "Assessment 1": (8, 8), "LAC1": (9, 9), "CP/Court 1": (6, 6), "Head of Fieldwork": (2, 2),
        "Assessment Team 3": (4, 4), "16+": (14, 14), "Head of LAC": (6, 6), "Assessment 2": (8, 8), "Fostering": (18, 17),
        "Principal IRO": (9, 8), "CP/Court 3": (8, 7), "CWD": (12, 8), "CP/Court 2": (9, 6), "Head of S&R": (5, 3),
        "Early Permanence": (4, 2), "Assessment Family Support": (8, 2), "Social Care Family Support": (12, 0),
        "Principal Social Worker": (3, 0)},
    "Business support": {
        "Head of Business Support": (6, 6), "Placements": (9, 9), "Business Support Team Leaders": (9, 9), "Business Support 1": (18, 18)}}
AWAY = 4                                        # in every so many teams one is on long leave, and not due

FIRST_CHILD, FIRST_STAFF = 50_001, 201
KINDS = {"case": ("Case", "Case supervision"), "staff": ("Staff", "Worker supervision")}
STATUS_WORDS = {"CIN": ("CIN", "Child in need"), "CP": ("CPP", "CP plan"), "LAC": ("LAC", "Looked after"), "LAC and CP": ("LAC & CPP",) * 2}


def rows():
    """The local list of supervision."""
    return [*case_rows(), *staff_rows()]


def case_rows():
    """A row a case: its latest supervision, or when it was opened where it has had none."""
    told = [(team, status, band, number) for team, statuses in CASES.items() for status, bands in statuses.items()
            for band, count in enumerate(bands) for number in range(count)]
    return [_case(turn, *each) for turn, each in enumerate(told)]


def staff_rows():
    """A row a member of staff: due or not, and the day of the supervision if there was one."""
    told = [(group, team, place < held, place < due) for group, teams in STAFF.items()
            for number, (team, (due, held)) in enumerate(teams.items()) for place in range(due + (number % AWAY == 1))]
    return [_member(turn, *each) for turn, each in enumerate(told)]


def _case(turn, team, status, band, number):
    child = people.child(FIRST_CHILD + turn, 2 + turn * 7 % 16, days.LAST)
    supervised = WHEN[band][days.scattered(turn, len(WHEN[band]))] if band < len(WHEN) else None
    opened = days.plus(supervised, -(15 + turn % 150)) if supervised else OPENED[band][number % len(OPENED[band])]
    return {"kind": KINDS["case"][turn % 2], "child": child["child"], "worker": allocations.worker(team, number), "team": team,
            "status": STATUS_WORDS[status][turn % 2], "case_opened": opened, "supervised": supervised}


def _member(turn, group, team, held, due):
    march = days.working("2020-03")
    last_month = days.working("2020-02")[turn % 20] if due and turn % 3 else None
    return {"kind": KINDS["staff"][turn % 2], "worker": f"Worker {FIRST_STAFF + turn}", "team": team, "group": group,
            "due_this_month": ("Yes", "Y")[turn % 2] if due else "No",
            "supervised": march[days.scattered(turn, len(march))] if held else last_month}
