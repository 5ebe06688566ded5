"""The workforce of the worked example: who works in which team and holds how many cases, the posts there are, and supervision."""

from datetime import date

from tests.herefordshire_2020_03 import allocations, days, supervision

# Cases held on 31 March by each worker of a team, in the order of their labels: qualified social workers, then others. They come to the
# report's cases, workers, workers over 20 cases and highest caseload of section 41. Where a caseload stands with hours, they are part-time.
PART_TIME = (14, 0.6)                           # the report: 14 cases, where the most for those hours is 12
CASES = {
    "16+ Team Allocated worker": ((18, 12, 11, 10, 9, 9, 8), ()),
    "16+ Team PA": ((), (18, 18, 18, 18, 18, 18, 18, 17)),
    "Assessment Team 1": ((19, PART_TIME, 12, 11, 11, 11), ()),
    "Assessment Team 2": ((20, 16, 15, 15), ()),
    "Assessment Team 3": ((15, 5), ()),
    "Child Protection & Court Team 1": ((21, 16, 15, 15, 15), ()),
    "Child Protection & Court Team 2": ((21, 14, 13, 12, 11, 10, (9, 0.8)), (6, 4)),
    "Child Protection & Court Team 3": ((20, 15, 14, 13, 12, 9), (4,)),
    "Children With Disabilities (CSW only)": ((23, 22, 21, 15, 12, (10, 0.8)), (8,)),
    "Children and Young People's LAC Team 1": ((21, 14, 13, 12, 11, 9), (6, 4)),
    "Children and Young People's LAC Team 2": ((20, 19, 18, 18), (13, 13)),
    "MASH": ((0, 0), ()),
    "Other": ((0,), ()),
}
VIRTUAL = ("16+ Virtual Worker", 38)            # cases that nobody holds

# Posts that hold cases, full-time equivalent, as printed, and confirmed starters. Of Assessment Team 3 the report prints 7 posts and leaves
# the average per post to be confirmed.
ESTABLISHMENT = {
    "16+ Team Allocated worker": (7, None), "16+ Team PA": (8, None), "Assessment Team 1": (6.9, 1), "Assessment Team 2": (7, 2),
    "Assessment Team 3": (7, 3), "Child Protection & Court Team 1": (7, 1), "Child Protection & Court Team 2": (8, None),
    "Child Protection & Court Team 3": (8, None), "Children With Disabilities (CSW only)": (6.1, None),
    "Children and Young People's LAC Team 1": (7, None), "Children and Young People's LAC Team 2": (6, 1)}

UNQUALIFIED = {"16+ Team PA": ("Personal adviser", "PA")}
SUPPORT = ("Family support worker", "Family support")
SOCIAL_WORKERS = ("Social worker", "Senior social worker", "SW", "NQSW", "Senior practitioner")
CONTRACTS = ("Permanent", "Permanent", "Agency", "Permanent", "Fixed term", "Permanent", "Interim")
MANAGERS, LEAVERS, VIRTUAL_LABEL = 101, 121, "Worker 199"      # numbers of their labels
LEAVERS_A_MONTH = 1
JOINED = date(2016, 1, 4)


def rows():
    """The rows of each list, by the list's key."""
    return {"supervision": supervision.rows(), "workforce": workforce_rows(), "establishment": establishment_rows()}


def workforce_rows():
    """The local list of workers: those in post, managers who hold no cases, the virtual worker, and who left, one each month."""
    return [*_holders(), *_managers(), _virtual(), *_leavers()]


def establishment_rows():
    """The local list of posts: those that hold cases, and a manager's a team, which does not."""
    held = [{"team": team, "role": None, "budgeted_fte": posts, "case_holding": "Yes", "confirmed_starters_fte": starting}
            for team, (posts, starting) in ESTABLISHMENT.items()]
    return held + [{"team": team, "role": "Team manager", "budgeted_fte": 1, "case_holding": "No"}
                   for team in ESTABLISHMENT if team != "16+ Team PA"]


def _holders():
    for team, (social_workers, others) in CASES.items():
        labels = iter(allocations.workers(team))
        for turn, held in enumerate(social_workers):
            yield _worker(next(labels), team, SOCIAL_WORKERS[turn % len(SOCIAL_WORKERS)], "Yes", held)
        for turn, held in enumerate(others):
            yield _worker(next(labels), team, UNQUALIFIED.get(team, SUPPORT)[turn % 2], "No", held)


def _managers():
    teams = [team for team in CASES if team not in ("16+ Team PA", "Other")]
    return [_worker(f"Worker {MANAGERS + turn}", team, ("Team manager", "Manager")[turn % 2], "Y", 0) for turn, team in enumerate(teams)]


def _virtual():
    team, cases = VIRTUAL
    return _worker(VIRTUAL_LABEL, team, "Virtual worker", "No", (cases, 0))


def _leavers():
    teams = list(ESTABLISHMENT)
    ends = [day for month in days.MONTHS for day in days.spread(LEAVERS_A_MONTH, days.working(month)[1:])]
    return [_worker(f"Worker {LEAVERS + turn}", teams[turn * 3 % len(teams)], "Social worker", "Yes", 0) | {"ended": end}
            for turn, end in enumerate(ends)]


def _worker(label, team, role, qualified, held):
    cases, fte = held if isinstance(held, tuple) else (held, 1)
    number = int(label.split()[1])
    return {"worker": label, "team": team, "role": role, "qualified": qualified, "contract": CONTRACTS[number % len(CONTRACTS)], "fte": fte,
            "started": days.plus(JOINED, days.scattered(number, 700)), "cases_held": cases}
