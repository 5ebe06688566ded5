"""From files to tables: the files are read, the items and authorities first, and all of them merged with what is held, whole or not at all."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from lib import errors, workbooks
from lib.errors import ERROR, WARNING, Finding, Refused
from lib.publications import councils, kinds, merging, opening, precedence, readers, readings, tables


@dataclass(frozen=True)
class Load:
    """What a load did: the publications read, what was wrong (`findings`), the tables before and after, and whether they differ."""

    publications: list
    findings: pd.DataFrame
    held: dict
    tables: dict
    changed: bool


def load(paths, today=None, folder=None, write=True):
    """Read the publishers' files at these paths and put the merged tables in place; the Load says what was read, found and changed.

    `today` is the day that sources say they were loaded on, `folder` where the tables stand if not in the project; without `write` nothing is written.
    Raises Refused when no file is recognised, and WorkbookError when the tables cannot be put in place.
    """
    held = tables.read(folder)
    publications, findings = opening.opened(paths)
    _refuse_nothing(publications, findings)
    _read(publications, held)
    merged = merging.merge(held, _found(publications), _sources(publications, today or date.today()))
    said = [finding for publication in publications for rows in publication.rows for finding in rows.findings]
    changed = tables.files(merged) != tables.files(held)
    if changed and write:
        tables.write(merged, folder)
    found = [*findings, *said, *_strangers(publications, held, merged), *_corrections(publications, held, merged)]
    return Load(publications, errors.frame(found), held, merged, changed)


def _refuse_nothing(publications, findings):
    if publications:
        return
    if not findings:
        raise Refused("reference", "there is no file", "the publishers' files, as downloaded", "name the files, or a folder that holds them")
    first, *others = findings
    also = f" Nor was any of the others read: {', '.join(finding.file for finding in others)}." if others else ""
    raise Refused(first.file, first.found, first.expected, first.advice + also)


def _read(publications, held):
    """Read what every publication holds, by table, into its `found`; of several files of one edition that contradict each other none."""
    readers.read_items(publications)
    _drop_contradictions(publications)
    items = readers.items(held, publications)
    readers.date_tools(publications, items)
    readers.read_authorities(publications)
    known = councils.known(councils.merged(held["authorities"], _found(publications)["authorities"]))
    readers.read_figures(publications, known, items)
    _drop_contradictions(publications)


def _drop_contradictions(publications):
    """Take nothing from files that are of one edition and contradict each other: nothing tells which of them is the newer."""
    for source in dict.fromkeys(each.source for each in publications):
        alike = [each for each in publications if each.source == source]
        differing = sum(_differing(name, alike) for name in tables.TABLES if name != "authorities") if len(alike) > 1 else 0
        for each in alike if differing else []:
            _drop(each, [other.file for other in alike if other is not each], differing)


def _drop(publication, others, differing):
    publication.found = {}
    for rows in publication.rows:
        rows.set_aside(rows.all.index, "another file of the same edition differs")
    what = readings.counted(differing, "figure differs", "figures differ")
    publication.rows[0].say(ERROR, "two files of one edition", f"it is of the same edition as {workbooks.listed(others)}, and {what}", "one file of an edition",
                            "Nothing was read from any of them; load the one that was published last.")


def _differing(name, publications):
    """How many keys of a table have different rows in these publications."""
    frames = [each.found[name].reindex(columns=list(tables.TABLES[name].columns), fill_value="") for each in publications if name in each.found]
    rows = pd.concat(frames or [tables.frame(name)], ignore_index=True).drop_duplicates()
    return int(rows[rows.duplicated(list(tables.TABLES[name].key))][list(tables.TABLES[name].key)].drop_duplicates().shape[0])


def _found(publications):
    return {name: [each.found[name] for each in publications if name in each.found] for name in tables.TABLES}


def _sources(publications, today):
    rows = [(each.source, each.title, each.kind.publisher, each.edition, each.covers, each.file, f"{today:%Y-%m-%d}", kinds.LICENCE)
            for each in publications if any(len(frame) for frame in each.found.values())]
    return tables.frame("sources", rows)


def _strangers(publications, held, merged):
    """Findings of the files that name an authority nobody knew: a council newly made, or a code that was mistyped."""
    if held["authorities"].empty:
        return []
    news = merged["authorities"][~merged["authorities"].authority.isin(held["authorities"].authority)]
    return [Finding(WARNING, each.file, "", "", "", "authority not held before", f"{row.name_} ({row.authority}) is none of those held",
                    "the authorities of data/reference/authorities.csv", "It is now held; if its code is mistyped, correct the file and take its rows out of the tables.")
            for row in news.rename(columns={"name": "name_"}).itertuples() for each in publications if each.source == row.source]


def _corrections(publications, held, merged):
    """Findings of the files that changed figures held under their own edition: the publisher's correction, or an older copy loaded late."""
    moved = precedence.corrections(held[tables.VALUES], merged[tables.VALUES], dict(zip(merged["items"]["item"], merged["items"].decimals)))
    return [_correction(each.file, each.source, int(count)) for each in publications if (count := (moved.is_source == each.source).sum())]


def _correction(file, source, count):
    what = readings.counted(count, "figure differs", "figures differ")
    return Finding(WARNING, file, "", "", "", "edition loaded before", f"{what} from what is held of its own edition, {source}",
                   "a newer edition, or the publisher's correction of this one", "Those of this file are now held; if it is the older copy, load the newer one again.")
