"""Small Englands for tests: a row an authority, with every column that a test does not name filled in."""

import pandas as pd

NOTHING = float("nan")
MEASURE = "rereferrals_percent"


def authority(name, value=NOTHING, role="other", state="", **said):
    """A row of one authority; words given as a value become the reason why there is none."""
    number, why = (NOTHING, value) if isinstance(value, str) else (float(value), state)
    return {"authority": name[:3].lower(), "name": name, "value": number, "role": role, "state": why, "measure": MEASURE, "title": "Re-referrals",
            "unit": "percent", "decimals": 1, "year": "2018/19", "denominator": 1000.0, "beyond": "", "rank": NOTHING, "band": ""} | said


def england(*rows, **said):
    """A frame of those rows; or of ours, a neighbour and three others."""
    return pd.DataFrame(list(rows) or [authority("Anyshire", 15.25, "ours", **said), authority("Nearshire", 22.0, "neighbour", **said),
                                       authority("Lowton", 9.0, **said), authority("Highbury", 31.5, **said), authority("Midham", 22.0, **said)])


def nobody(rows):
    """The same authorities without a figure."""
    return rows.assign(value=NOTHING, state="u")
