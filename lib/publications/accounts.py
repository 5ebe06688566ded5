"""What a load did, as frames to print: what each file was and how its rows were used, what is new, and which figures moved from what to what."""

import pandas as pd

from lib.measures import POPULATION
from lib.publications import precedence, tables

READ = ("file", "publication", "edition", "years", "read", "used", "set_aside", "why")
UNTOLD = ("source", "origin")       # whence a row is says nothing of what it says
LARGEST = 3


def files(load):
    """A row a file: what was recognised, its edition and years, and its rows: read = used + set aside, with the reasons and their numbers."""
    return pd.DataFrame([_file(publication) for publication in load.publications], columns=list(READ))


def _file(publication):
    reasons = pd.concat([rows.reason for rows in publication.rows])
    why = reasons[reasons != ""].value_counts()
    used = int((reasons == "").sum())
    return (publication.file, publication.kind.title, publication.edition, publication.covers, len(reasons), used, len(reasons) - used,
            "; ".join(f"{count} {reason}" for reason, count in why.items()))


def news(load):
    """A row a table: how many of its rows are new and how many say something else than before, whatever their source.

    A value that moved within rounding says the same. Restatements and sources, which tell of changes themselves, are left out.
    """
    names = [name for name in tables.TABLES if name not in ("restatements", "sources")]
    counted = [(name, *_new_and_changed(name, load.held[name], load.tables[name], _decimals(load))) for name in names]
    return pd.DataFrame(counted, columns=["table", "rows", "new", "changed"])


def outcome(load, only_checked):
    """What became of the tables, in a sentence."""
    if not load.changed:
        return "Nothing of data/reference changes."
    return "data/reference would have new tables; nothing was written." if only_checked else "data/reference has new tables."


def _new_and_changed(name, held, merged, decimals):
    key = list(tables.TABLES[name].key)
    both = merged.merge(held, how="inner", on=key, suffixes=("", " held"))
    told = [column for column in merged if column not in (*key, *UNTOLD)]
    same = {column: both[column] == both[f"{column} held"] for column in told}
    if name == tables.VALUES:
        same["value"] = ~precedence.differ(both.value, both["value held"], both["item"].map(decimals))
    return len(merged), len(merged) - len(both), int((~pd.DataFrame(same).all(axis="columns")).sum()) if len(both) else 0


def _decimals(load):
    return dict(zip(load.tables["items"]["item"], load.tables["items"].decimals))


def moves(load):
    """The figures that moved by more than rounding: a row an item and pair of editions, with how many and the largest few in words.

    A newer edition's restatements; what a file with an edition's own key again (a correction) changed of what was held; and estimates that ONS revised.
    """
    moved = pd.concat([_restated(load), _corrected(load), _estimates(load)], ignore_index=True)
    names, titles = (load.tables[name].set_index(key)[words] for name, key, words in (("authorities", "authority", "name"), ("items", "item", "title")))
    titles = {**titles, POPULATION: "Children aged 0 to 17, by mid-year"}
    rows = [(item, titles.get(item, item), was, now, len(group), _largest(group, names))
            for (item, was, now), group in moved.groupby(["item", "was_source", "is_source"])]
    return pd.DataFrame(rows, columns=["item", "title", "was_source", "is_source", "figures", "largest"])


def _restated(load):
    """The restatements that are new, or that have moved on since they were held."""
    key = [*precedence.KEY, "was"]
    both = load.tables["restatements"].merge(load.held["restatements"][[*key, "is", "is_state"]], how="left", on=key, suffixes=("", "_held"), indicator="held")
    moved = precedence.differ(both["is"], both.is_held, both["item"].map(_decimals(load))) | (both.is_state != both.is_state_held)
    return both.loc[(both.held == "left_only") | moved, list(tables.TABLES["restatements"].columns)]


def _corrected(load):
    return precedence.corrections(load.held[tables.VALUES], load.tables[tables.VALUES], _decimals(load))


def _estimates(load):
    """The estimates of children that changed, as restatements of an item of their own."""
    held = load.held["populations"][["authority", "mid_year", "children", "source"]]
    both = load.tables["populations"].merge(held, on=["authority", "mid_year"], suffixes=("", "_held"))
    both = both[(both.children_held != "") & (both.children != both.children_held)]
    named = {"mid_year": "year", "children_held": "was", "children": "is", "state": "is_state", "source_held": "was_source", "source": "is_source"}
    return both.rename(columns=named).assign(item=POPULATION)[list(tables.TABLES["restatements"].columns)]


def _largest(group, names):
    by = (pd.to_numeric(group["is"]) - pd.to_numeric(group.was)).abs()
    shown = group.loc[by.sort_values(ascending=False, na_position="first", kind="stable").index].head(LARGEST)
    return "; ".join(f"{names.get(row.authority, row.authority)} {row.year}: {row.was} to {row.now or row.is_state}"
                     for row in shown.rename(columns={"is": "now"}).itertuples())
