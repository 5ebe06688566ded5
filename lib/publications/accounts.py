"""What a load did, as frames to print: what each file was and how its rows were used, what is new, and which figures moved from what to what."""

import pandas as pd

from lib.publications import precedence, tables

READ = ("file", "publication", "edition", "years", "read", "used", "set_aside", "why")
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
    """A row a table: how many of its rows are new and how many changed. Restatements and sources, which say so themselves, have none."""
    names = [name for name in tables.TABLES if name not in ("restatements", "sources")]
    counted = [(name, *_new_and_changed(name, load.held[name], load.tables[name])) for name in names]
    return pd.DataFrame(counted, columns=["table", "rows", "new", "changed"])


def outcome(load, only_checked):
    """What became of the tables, in a sentence."""
    if not load.changed:
        return "Nothing of data/reference changes."
    return "data/reference would have new tables; nothing was written." if only_checked else "data/reference has new tables."


def _new_and_changed(name, held, merged):
    key = list(tables.TABLES[name].key)
    there = merged.merge(held[key], how="left", on=key, indicator="held").held == "both"
    same = merged.merge(held, how="left", on=list(merged.columns), indicator="held").held == "both"
    return len(merged), int((~there).sum()), int((there.to_numpy() & ~same.to_numpy()).sum())


def moves(load):
    """The figures that moved by more than rounding: a row an item and pair of editions, with how many and the largest few in words.

    A newer edition's restatements, and what a file with an edition's own key again (a correction) changed of what was held.
    """
    moved = pd.concat([_restated(load), _corrected(load)], ignore_index=True)
    names, titles = (load.tables[name].set_index(key)[words] for name, key, words in (("authorities", "authority", "name"), ("items", "item", "title")))
    rows = [(item, titles.get(item, item), was, now, len(group), _largest(group, names))
            for (item, was, now), group in moved.groupby(["item", "was_source", "is_source"])]
    return pd.DataFrame(rows, columns=["item", "title", "was_source", "is_source", "figures", "largest"])


def _restated(load):
    held, merged = load.held["restatements"], load.tables["restatements"]
    new = merged.merge(held, how="left", on=list(merged.columns), indicator="held").held == "left_only"
    return merged[new.to_numpy()]


def _corrected(load):
    items = load.tables["items"]
    return precedence.corrections(load.held[tables.VALUES], load.tables[tables.VALUES], dict(zip(items["item"], items.decimals)))


def _largest(group, names):
    by = (pd.to_numeric(group["is"]) - pd.to_numeric(group.was)).abs()
    shown = group.loc[by.sort_values(ascending=False, na_position="first", kind="stable").index].head(LARGEST)
    return "; ".join(f"{names.get(row.authority, row.authority)} {row.year}: {row.was} to {row.now or row.is_state}"
                     for row in shown.rename(columns={"is": "now"}).itertuples())
