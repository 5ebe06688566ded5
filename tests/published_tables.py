"""A small England for tests: the tables of published data, written to a folder, with six made-up authorities of two regions."""

import csv

from tests.frames import settings

from lib import authorities, reference
from lib.authorities import Authority

NAMES = {"101": "Ashford", "102": "Birchwood", "103": "Cedar, City of", "104": "Dale", "105": "Elmet", "106": "Fernshire"}
SHARE, RATE, PLANS = "ReReferral", "CPP_rate", "CPP_Num"        # items of measures that are low, neither and a count
CASES = "Work_Force_AvgNumCase_SW"                              # of the workforce census, low
TABLES = {name: tuple(columns) for name, columns in reference.COLUMNS.items()}


def write(folder, values=(), neighbours=(), judgements=(), populations=(), models=("2021-04",), gone=(), new=(), restatements=(), topic="child_protection"):
    """Write the tables under a project's folder. `values` are (item, year, authority, value or symbol); `neighbours` are (authority, [codes]).

    `gone` and `new` are (authority, year): the last and the first year of statistics it was there for.
    """
    last, first = dict(gone), dict(new)
    held = {
        "authorities": [*((code, f"E0{code}", name, "authority", "980" if code < "104" else "981", first.get(code, ""), last.get(code, ""))
                          for code, name in NAMES.items()),
                        ("970", "E92", "England", "england", "", "", ""), ("980", "E12", "The North", "region", "", "", ""),
                        ("981", "E13", "The South", "region", "", "", "")],
        "items": [(SHARE, topic, "Re-referrals", "percent", "low", 1, "03", "yes"), (RATE, topic, "Plans per 10,000", "per_10000", "neither", 1, "03", "yes"),
                  (PLANS, topic, "Plans", "count", "neither", 0, "03", "yes"), (CASES, "workforce", "Cases", "average", "low", 1, "09", "yes"), *((f"W{n}", "workforce", f"Staff {n}", "count", "neither", 0, "09", "yes") for n in range(6))],
        "values/all": [(item, year, code, "" if isinstance(said, str) else said, said if isinstance(said, str) else "", "", "dfe-2025")
                       for item, year, code, said in values],
        "populations": [(code, year, children, "", "ons-2024") for code, year, children in populations],
        "neighbours": [(model, code, place, near, "Close") for model in models for code, nearest in neighbours for place, near in enumerate(nearest, 1)],
        "judgements": [(code, published, published, overall, "ofsted-2025") for code, published, overall in judgements],
        "sources": [("dfe-2025", "A table of figures", "The department", "2025"), ("ofsted-2025", "Judgements", "The inspectors", "2025")],
        "restatements": list(restatements),
    }
    (folder / "data" / "reference" / "values").mkdir(parents=True, exist_ok=True)
    for name, rows in held.items():
        with (folder / "data" / "reference" / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            columns = TABLES[name.partition("/")[0]]
            csv.writer(file, lineterminator="\n").writerows([columns, *([*row, *[""] * (len(columns) - len(row))] for row in rows)])


def stand_in(monkeypatch, folder, **said):
    """Let the tables under this folder be those that the project holds."""
    write(folder, **said)
    monkeypatch.setattr(authorities, "PROJECT", folder)


def ashford(monkeypatch, folder, *lines, month="2020-03", code="101", **tables):
    """The settings of Ashford, one of a small England with these tables, with such lines; without a code it is none of England's."""
    stand_in(monkeypatch, folder, **tables)
    council = Authority("ashford", "Ashford", "", folder, codes={"la": code} if code else {})
    return settings(*lines, month=month, folder=folder, authority=council)


def of_year(values, item=SHARE, year=2019):
    """Rows of one item and year from values by authority."""
    return [(item, year, code, value) for code, value in values.items()]
