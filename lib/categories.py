"""The breakdowns figures are shown by: how their categories are named, and in which order they stand."""

import pandas as pd

from lib.contracts import local_lists
from lib.contracts.annex_a import front_door, looked_after_children, people, protection

NOT_RECORDED = "Not recorded"
SEPARATOR = " | "                                   # between the names of a crossed breakdown, and between its categories
AGE, AGE_BAND = "age", "age band"

# The bands of DfE's statistics on children in need and on children looked after: name, first and last year of age.
AGE_BANDS = (("Under 1", 0, 0), ("1 to 4", 1, 4), ("5 to 9", 5, 9), ("10 to 15", 10, 15), ("16 and over", 16, 150))

# Breakdowns of one number, each finer one with those whose categories it makes up.
COARSER = {AGE: (AGE_BAND, "age group"), "placement type": ("kind of home",)}
HOMES_OF_CODES = {
    "Fostered by relatives or friends": ("U1", "U2", "U3"),
    "Fostered by others": ("U4", "U5", "U6"),
    "Placed for adoption": ("A3", "A4", "A5", "A6"),
    "With parents": ("P1",),
    "Children's homes and residential care": ("K1", "K2", "R1", "R2", "R3", "R5", "S1"),
    "Independent or semi-independent living": ("P2", "P3", "H5"),
    "Other": ("Z1", "T0", "T1", "T2", "T3", "T4"),
}
HOMES = {code.title: home for home, codes in HOMES_OF_CODES.items() for code in looked_after_children.PLACEMENT_TYPES if code.key in codes}

# How long ago a case was last supervised, the shortest time first.
SUPERVISION_BANDS = ("Within 1 month", "1 to 2 months", "2 to 3 months", "4 to 6 months", "More than 6 months", "None completed",
                     "None completed, new in the last 30 days")


def _titles(codes):
    return tuple(code.title for code in codes)


# Of these breakdowns every category is shown, with nought where nothing is counted.
CLOSED = {
    AGE_BAND: tuple(name for name, _, _ in AGE_BANDS),
    "sex": ("Female", "Male"),
    "stage": ("Proposed", "Started"),
    "strategy meeting": ("Strategy meeting", "No strategy meeting"),
    "time since supervision": SUPERVISION_BANDS,
    "placement group": _titles(local_lists.GROUPS),
    "category of abuse": _titles(protection.CATEGORIES[:4]),
}
ORDERS = CLOSED | {
    "sex": _titles(people.SEXES),
    "ethnicity": _titles(people.ETHNICITIES),
    "source": _titles(front_door.SOURCES),
    "outcome": _titles(local_lists.OUTCOMES),
    "concern": _titles(local_lists.CONCERNS),
    "role": _titles(local_lists.ROLES),
    "stepped down from": _titles(local_lists.SOCIAL_CARE_BEFORE),
    "lead organisation": _titles(local_lists.LEAD_ORGANISATIONS),
    "length": ("Under 3 months", "3 to 6 months", "6 to 9 months", "9 to 12 months", "12 to 18 months", "18 months or more"),
    "legal status": _titles(looked_after_children.LEGAL_STATUSES),
    "placement type": _titles(looked_after_children.PLACEMENT_TYPES),
    "placement provider": _titles(looked_after_children.PROVIDERS),
    "kind of home": ("Fostered by relatives or friends", "Fostered by others", "Placed for adoption", "With parents",
                     "Children's homes and residential care", "Independent or semi-independent living", "Other"),
    "adoption stage": ("Entry to care to decision", "Decision to placement order", "Placement order to match", "Match to placement",
                       "Placement to adoption order"),
    "category of abuse": _titles(protection.CATEGORIES),
}


def crossed(*breakdowns):
    """The breakdown by several at once; also a category of it.

    >>> crossed("age band", "sex"), crossed("Under 1", "Female")
    ('age band | sex', 'Under 1 | Female')
    """
    return SEPARATOR.join(breakdowns)


def parts(crossed_name):
    """The breakdowns, or the categories, that a crossed one is made of.

    >>> parts("age band | sex"), parts("team")
    (('age band', 'sex'), ('team',))
    """
    return tuple(crossed_name.split(SEPARATOR)) if crossed_name else ()


def whole(breakdown, category):
    """What a category is a share of: the whole authority, or of a crossed breakdown all that shares its first categories.

    >>> whole("team", "Duty"), whole("team | time since supervision", "Duty | Within 1 month")
    (('', ''), ('team', 'Duty'))
    """
    return crossed(*parts(breakdown)[:-1]), crossed(*parts(category)[:-1])


def place(breakdown, category, teams=()):
    """Where a category stands among the others: in the declared order, teams as the settings name them, what is not recorded last.

    >>> sorted(["Not recorded", "16 and over", "Under 1"], key=lambda band: place("age band", band))
    ['Under 1', '16 and over', 'Not recorded']
    """
    return tuple(_place(*pair, teams) for pair in zip(parts(breakdown), parts(category)))


def _place(breakdown, category, teams):
    order = teams if breakdown == "team" else ORDERS.get(breakdown, ())
    known = order.index(category) if category in order else len(order)
    return category == NOT_RECORDED, known, category


def titled(keys, codes):
    """A column of codes' keys as their titles, what is blank as "Not recorded".

    >>> titled(pd.Series(["F", ""]), people.SEXES).tolist()
    ['Female', 'Not recorded']
    """
    return keys.map({code.key: code.title for code in codes}).fillna(NOT_RECORDED)


def named(words):
    """A column of free text, such as teams, with what is blank as "Not recorded" and without the sign that crosses breakdowns."""
    return words.str.strip().str.replace(SEPARATOR.strip(), "/", regex=False).replace("", NOT_RECORDED)


def ages(born, day):
    """Full years of age on a day (or on a Series of days); NaN where unknown. Who was born on 29 February has a birthday on 1 March in other years.

    >>> ages(pd.Series(pd.to_datetime(["2004-02-29", "2004-03-31"])), pd.Timestamp("2022-02-28")).tolist()
    [17.0, 17.0]
    """
    days = day if isinstance(day, pd.Series) else pd.Series(day, index=born.index)
    before = (days.dt.month * 100 + days.dt.day) < (born.dt.month * 100 + born.dt.day)
    return (days.dt.year - born.dt.year - before).where(born.notna() & days.notna()).astype("float64")


def age_bands(years):
    """Ages in years as the bands of DfE's statistics; unknown ones and the unborn as they are told.

    >>> age_bands(pd.Series([0, 15, 17, None])).tolist()
    ['Under 1', '10 to 15', '16 and over', 'Not recorded']
    """
    bands = pd.Series(NOT_RECORDED, index=years.index, dtype="str")
    for name, first, last in AGE_BANDS:
        bands[years.between(first, last)] = name
    bands[years < 0] = AGE_BANDS[0][0]
    return bands
