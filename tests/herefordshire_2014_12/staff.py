"""The staff and posts of the worked example, so many full-time equivalents a team, role and contract as the document's tables print."""

import csv
from datetime import date, timedelta
from pathlib import Path

TRANSCRIPTION = Path(__file__).resolve().parent / "transcription"
ROLES = {"service_managers": "Service manager", "team_managers": "Team manager", "social_workers": "Social worker", "other_roles": "Other"}
CONTRACTS = {"permanent_fte": "Permanent", "interim_fte": "Interim"}
QUALIFIED = {"Service manager", "Team manager", "Social worker"}
PRINTED_AT = "30/09/2014"
FIRST_JOINED, DAYS_OF_JOINING = date(2010, 1, 4), 1_680         # the last of them in August 2014, before the day of the tables
SUNDAY, STEP = 6, 37

# The table of staff counts the starters of these teams among the interims, and the table of posts beside them: here they stand once.
STARTERS_IN_POST = ("CIN North", "MASH")


def rows():
    """The rows of the local lists of workers and of posts, by the list's key."""
    return {"workforce": workers(), "establishment": posts()}


def workers():
    """A row a worker: as many of full time as a cell of the table has whole numbers, and one for what is left of it."""
    shares = [(cell["team"], ROLES[cell["role_group"]], contract, part)
              for cell in teams() if cell["role_group"] in ROLES for column, contract in CONTRACTS.items() for part in _split(cell[column])]
    return [_worker(number, *share) for number, share in enumerate(shares, 1)]


def posts():
    """A row a team: its budget and the starters who are confirmed and not yet in post."""
    return [{"team": row["team"], "budgeted_fte": float(row["budget"]), "confirmed_starters_fte": starters(row) or None}
            for row in read("establishment") if row["is_total"] == "no"]


def starters(row):
    """The confirmed starters of a team who are not among its interims already, full-time equivalent."""
    return 0.0 if row["team"] in STARTERS_IN_POST else float(row["vacancies_or_confirmed_new_starters"] or 0)


def teams():
    """The cells of the table of staff by team."""
    return [row for row in read("workforce") if row["date"] == PRINTED_AT and row["is_total"] == "no"]


def read(name):
    """The rows of a table of the transcription."""
    with open(TRANSCRIPTION / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _split(printed):
    """A number of full-time equivalents as workers of full time and a part-time one.

    >>> _split("2.49"), _split("")
    ([1, 1, 0.49], [])
    """
    hundredths = round(float(printed or 0) * 100)
    return [1] * (hundredths // 100) + ([hundredths % 100 / 100] if hundredths % 100 else [])


def _worker(number, team, role, contract, fte):
    joined = FIRST_JOINED + timedelta(days=number * STEP * 7 % DAYS_OF_JOINING)
    return {"worker": f"Worker {2000 + number}", "team": team, "role": role, "qualified": "Yes" if role in QUALIFIED else "No", "contract": contract,
            "fte": fte, "started": joined + timedelta(days=joined.weekday() == SUNDAY)}
