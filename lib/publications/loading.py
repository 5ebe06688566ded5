"""From files to tables: the files are read, the items and authorities first, and all of them merged with what is held, whole or not at all."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from lib import errors, workbooks
from lib.errors import ERROR, WARNING, Finding, Refused
from lib.publications import councils, dictionaries, inspections, kinds, merging, models, opening, precedence, readings, statistics, tables, tools


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
    return Load(publications, errors.frame([*findings, *said, *_corrections(publications, held, merged)]), held, merged, changed)


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
    dictionaries_ = [each for each in publications if each.kind.layout == kinds.DICTIONARY]
    for each in dictionaries_:
        each.found = {"items": dictionaries.read(each.rows[0], each.source)}
    _drop_contradictions(dictionaries_)
    items = list(dict.fromkeys(pd.concat([held["items"]["item"], *(each.found["items"]["item"] for each in dictionaries_ if each.found)])))
    _date_tools(publications, items)
    found = [each for publication in publications for each in _authorities(publication)]
    known = councils.known(councils.merged(held["authorities"], found))
    described = {item for each in dictionaries_ for item in each.rows[0].all["Measure_short"]}
    others = [each for each in publications if each not in dictionaries_]
    for each in others:
        each.found = {"authorities": pd.concat(_authorities(each) or [tables.frame("authorities")]), **_figures(each, known, items, described)}
    _drop_contradictions(others)


def _date_tools(publications, items):
    for each in publications:
        if each.kind.layout == kinds.TOOL:
            start, each.edition = tools.period(each.rows[0].all, items)
            each.covers = f"{start} to {each.edition}"


def _authorities(publication):
    """The authorities that a file lists, as a list of frames: one or none."""
    rows, layout = publication.rows[0], publication.kind.layout
    if layout in (kinds.STATISTICS, kinds.ESTIMATES):
        return [councils.of_statistics(rows.all, publication.source)]
    if layout == kinds.TOOL:
        return [tools.authorities(rows.all, publication.source)]
    return [tools.read_codes(rows, publication.source)] if layout == kinds.CODES else []


def _figures(publication, known, items, described):
    """What a file holds beside items and authorities, as frames by table."""
    rows, source, layout = publication.rows[0], publication.source, publication.kind.layout
    if layout == kinds.STATISTICS:
        return {tables.VALUES: statistics.read(rows, publication.kind, source, known, items)}
    if layout == kinds.ESTIMATES:
        return {"populations": statistics.estimates(rows, source, known)}
    if layout == kinds.TOOL:
        tools.say_items(rows, described, items)
        return {tables.VALUES: tools.read(rows, source, known, items)}
    if layout == kinds.NEIGHBOURS:
        return {"neighbours": models.read(rows, publication.edition, known)}
    if layout == kinds.INSPECTIONS:
        return {"judgements": inspections.once([(each, inspections.read(each, source, known)) for each in publication.rows], int(publication.edition), known)}
    return {}


def _drop_contradictions(publications):
    """Take nothing from files that are of one edition and contradict each other: nothing tells which of them is the newer."""
    by_source = {each.source: [one for one in publications if one.source == each.source] for each in publications}
    for alike in by_source.values():
        differing = sum(_differing(name, alike) for name in tables.TABLES if name != "authorities") if len(alike) > 1 else 0
        for each in alike if differing else []:
            others = workbooks.listed([one.file for one in alike if one is not each])
            each.found = {}
            for rows in each.rows:
                rows.set_aside(rows.all.index, "another file of the same edition differs")
            each.rows[0].say(ERROR, "two files of one edition", f"it is of the same edition as {others}, and {readings.counted(differing, 'figure differs', 'figures differ')}", "one file of an edition",
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
            for each in publications if each.found]
    return tables.frame("sources", rows)


def _corrections(publications, held, merged):
    """Findings of the files that changed figures held under their own edition: the publisher's correction, or an older copy loaded late."""
    moved = precedence.corrections(held[tables.VALUES], merged[tables.VALUES], dict(zip(merged["items"]["item"], merged["items"].decimals)))
    counts = moved.is_source.value_counts()
    return [Finding(WARNING, each.file, "", "", "", "edition loaded before", f"{readings.counted(counts[each.source], 'figure differs', 'figures differ')} from what is held of its own edition, {each.source}",
                    "a newer edition, or the publisher's correction of this one", "Those of this file are now held; if it is the older copy, load the newer one again.")
            for each in publications if each.source in counts]
