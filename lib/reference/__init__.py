"""What is published of England's authorities, as the tables of `data/reference/` hold it. It reads them and calculates nothing.

An authority is DfE's three digits as text, England `970`, a region `980` to `990`. A year is the one it ends in: 2019 is 2018/19, or the
position at 31 March 2019; for the workforce 30 September 2019.
"""

import functools
import re

import numpy as np
import pandas as pd

from lib import authorities
from lib.errors import Refused, nearest

ENGLAND = "970"
FOLDER = "reference"
OF_COUNTY = re.compile(r", (county|city) of$")
WHOLE, NUMBER, WORDS = "Int64", "float64", "str"
COLUMNS = {
    "authorities": {"authority": WORDS, "ons": WORDS, "name": WORDS, "kind": WORDS, "region": WORDS, "first_year": WHOLE, "last_year": WHOLE,
                    "ons_before": WORDS, "source": WORDS},
    "items": {"item": WORDS, "topic": WORDS, "title": WORDS, "unit": WORDS, "good_is": WORDS, "decimals": WHOLE, "year_ends": WORDS, "ranked": WORDS,
              "source": WORDS},
    "values": {"item": WORDS, "year": WHOLE, "authority": WORDS, "value": NUMBER, "state": WORDS, "origin": WORDS, "source": WORDS},
    "populations": {"authority": WORDS, "mid_year": WHOLE, "children": NUMBER, "state": WORDS, "source": WORDS},
    "neighbours": {"model": WORDS, "authority": WORDS, "place": WHOLE, "neighbour": WORDS, "closeness": WORDS},
    "judgements": {"authority": WORDS, "inspected": WORDS, "published": WORDS, "overall": WORDS, "source": WORDS},
    "sources": {"source": WORDS, "title": WORDS, "publisher": WORDS, "edition": WORDS, "covers": WORDS, "file": WORDS, "loaded": WORDS, "licence": WORDS},
    "restatements": {"item": WORDS, "year": WHOLE, "authority": WORDS, "was": NUMBER, "is": NUMBER, "is_state": WORDS, "was_source": WORDS, "is_source": WORDS},
}


def home():
    """The folder of the tables."""
    return authorities.PROJECT / "data" / FOLDER


def table(name):
    """One of the tables, a row as `data/reference/README.md` says; empty where its file is not there. A further column is read as words.

    Never change what it gives back: it is read once and kept.
    """
    return _read(name, *_files(name))


def _files(name):
    """A table's files, and when each was last written: what is read is kept until then."""
    paths = tuple(sorted(home().glob("values/*.csv" if name == "values" else f"{name}.csv")))
    return paths, tuple(path.stat().st_mtime_ns for path in paths)


@functools.lru_cache(maxsize=32)
def _read(name, paths, _):
    columns = COLUMNS[name]
    if not paths:
        return pd.DataFrame(columns=list(columns)).astype(columns)
    blanks = {column: [""] for column, kind in columns.items() if kind != WORDS}
    return pd.concat([pd.read_csv(path, dtype=_Kinds(columns), keep_default_na=False, na_values=blanks) for path in paths], ignore_index=True)


class _Kinds(dict):
    """The kinds of a table's columns; one that nobody declared holds words."""

    def __missing__(self, column):
        return WORDS


def stamp():
    """What changes whenever any table does: for those who keep what they made of them."""
    return tuple(_files(name) for name in COLUMNS)


def known():
    """Every authority, region and England: `authorities` by code."""
    return table("authorities").set_index("authority")


def items():
    """What is published: `items` by item."""
    return table("items").set_index("item")


def children(code):
    """An authority's children aged 0 to 17 by the mid-year of each ONS estimate there is.

    >>> children("372")[2023]
    58441.0
    """
    return _children(*_files("populations")).get(code, {})


@functools.lru_cache(maxsize=4)
def _children(paths, stamps):
    estimates = _read("populations", paths, stamps).dropna(subset="children")
    return {code: dict(zip(rows.mid_year, rows.children)) for code, rows in estimates.groupby("authority")}


def cells(item):
    """The published values of one item, a row a year and authority; none where nothing is published of it."""
    return _cells(*_files("values")).get(item, table("values").head(0))


@functools.lru_cache(maxsize=4)
def _cells(paths, stamps):
    return dict(list(_read("values", paths, stamps).groupby("item", sort=False)))


def there(codes, years):
    """Which of these authorities were there in which year of statistics: an array of years by authorities.

    >>> there(["928", "940"], [2019, 2022]).tolist()
    [[True, False], [False, True]]
    """
    councils, asked = known().loc[list(codes)], np.array(years, dtype=int)[:, None]
    first, last = (councils[name].to_numpy(dtype=float, na_value=np.nan) for name in ("first_year", "last_year"))
    return ~((asked < first) | (asked > last))


def find(words, year=None):
    """The code of the authority that words name: by its code, its ONS code, or its name as a person may write it.

    Of two councils of one name it is the one that was there in the year of statistics, else the one that is there still. Raises Refused, with
    the names that hold the words or the nearest, when they name none.

    >>> find("Herefordshire, County of"), find("st_helens"), find("E08000018"), find("Dorset"), find("Dorset", 2019)
    ('884', '342', '372', '838', '835')
    """
    councils = known().query("kind == 'authority'").sort_values("last_year", na_position="last")
    if year is not None:
        councils = councils.assign(there=there(councils.index, [year])[0]).sort_values("there", kind="stable")
    by_name = {_plain(name): code for code, name in councils.name.items()}
    by_code = {**{code: code for code in councils.index}, **{ons: code for code, ons in councils.ons.items() if ons}}
    found = by_code.get(str(words)) or by_name.get(_plain(str(words)))
    if found is None:
        raise Refused("the authority asked for", f'"{words}"', "one of England's authorities, by its name, DfE's code or ONS's",
                      f"correct it and run again.{_meant(_plain(str(words)), by_name)}")
    return found


def _meant(word, names):
    """A suggestion: the names that hold the word, else the nearest."""
    holding = [name for name in names if word and word in name]
    return f" Did you mean {' or '.join(holding)}?" if holding else nearest(word, names)


def _plain(name):
    """A name without what publishers write differently.

    >>> _plain("Herefordshire, County of") == _plain("herefordshire"), _plain("St. Helens") == _plain("st_helens")
    (True, True)
    """
    said = OF_COUNTY.sub("", name.casefold().replace("_", " ")).replace(".", "").replace("&", "and")
    return " ".join(said.replace(",", " ").split())
