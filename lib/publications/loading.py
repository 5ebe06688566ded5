"""From files to tables: each file is recognised and read, the authorities and items first, and all of them merged with what is held."""

from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from lib import errors
from lib.contracts import plain
from lib.errors import ERROR, NOTE, Finding, Refused, WorkbookError
from lib.publications import councils, dictionaries, grids, inspections, kinds, merging, models, recognition, statistics, tables, tools
from lib.publications.readings import Rows


@dataclass
class Publication:
    """A file that was recognised: its kind and edition, the years it covers, and the Rows of each of its sheets."""

    file: str
    kind: object
    sheets: list
    rows: list = field(default_factory=list)
    edition: str = ""
    covers: str = ""

    @property
    def source(self):
        """The key of its edition, such as `referrals-2025`."""
        return f"{self.kind.key}-{self.edition}" if self.edition else self.kind.key


@dataclass(frozen=True)
class Load:
    """What a load did: the publications read, what was wrong (`findings`), the tables before and after, and whether they were written."""

    publications: list
    findings: pd.DataFrame
    held: dict
    tables: dict
    changed: bool


def load(paths, today=None, folder=None):
    """Read the publishers' files at these paths and put the merged tables in place; the Load says what was read, found and changed.

    Raises Refused when no file is recognised, and WorkbookError when the tables cannot be put in place.
    """
    held = tables.read(folder)
    publications, findings = _opened(paths)
    _refuse_nothing(publications, findings)
    found = _read(publications, held, findings)
    findings += [finding for publication in publications for rows in publication.rows for finding in rows.findings]
    merged = merging.merge(held, found, _sources(publications, today or date.today()))
    changed = tables.files(merged) != tables.files(held)
    if changed:
        tables.write(merged, folder)
    return Load(publications, errors.frame(findings), held, merged, changed)


def _opened(paths):
    """The files that are recognised, and a finding of each other."""
    publications, findings = [], []
    for path in paths:
        try:
            kind, sheets, others = recognition.sort(grids.read(path), path.name)
            publication = Publication(path.name, kind, sheets, [Rows(path.name, sheet.name, _table(kind, sheet), sheet.headings) for sheet in sheets])
            publication.edition, publication.covers = _edition(publication)
            publications.append(publication)
            findings += _left(publication, others)
        except WorkbookError as problem:
            findings.append(Finding(ERROR, path.name, "", "", "", "file not read", problem.found, problem.expected, problem.advice))
    return publications, findings


def _refuse_nothing(publications, findings):
    if publications:
        return
    if not findings:
        raise Refused("reference", "no file is named", "the publishers' files, as downloaded", "name them, as in: reference FILE...")
    first, *others = findings
    also = f" Nor was any of the others read: {', '.join(finding.file for finding in others)}." if others else ""
    raise Refused(first.file, first.found, first.expected, first.advice + also)


def _table(kind, sheet):
    """A sheet's rows; of a model of neighbours also how close each is, in the unnamed column right of it."""
    table = sheet.table()
    if kind is kinds.NEIGHBOUR_MODEL:
        body = sheet.grid.cells.loc[table.index]
        for place in range(1, kinds.PLACES + 1):
            table[models.closeness(place)] = body[sheet.places[f"SN{place}"] + 1] if sheet.places[f"SN{place}"] + 1 in body else ""
    return table


def _left(publication, others):
    """Notes of what a file holds that is not read and was not known to be there: other sheets, and other columns."""
    notes = [("", "sheet not read", f"no figures are read from {', '.join(others)}", "its tables alone")] if any(others) else []
    for sheet in publication.sheets:
        columns = [heading for heading in sheet.others if plain(heading) not in map(plain, publication.kind.left)]
        notes += [(sheet.name, "column not read", f"no figures are read from {', '.join(dict.fromkeys(columns))}", "the columns that benchmarks need")] if columns else []
    return [Finding(NOTE, publication.file, name, "", "", rule, found, expected, "Nothing else was left.") for name, rule, found, expected in notes]


def _edition(publication):
    """A file's edition and the years it covers, as its content says."""
    first, layout = publication.rows[0].all, publication.kind.layout
    if layout in (kinds.STATISTICS, kinds.ESTIMATES):
        start, end = statistics.period(first)
        return end, f"{start} to {end}"
    if layout == kinds.DICTIONARY:
        return dictionaries.edition(first), ""
    if layout == kinds.NEIGHBOURS:
        return models.edition(publication.sheets[0].above, publication.file), ""
    if layout == kinds.INSPECTIONS:
        published = pd.concat([rows.all[kinds.PUBLISHED] for rows in publication.rows])
        return inspections.edition([sheet.above for sheet in publication.sheets], published), ""
    return "", ""


def _read(publications, held, findings):
    """What the files hold, as frames by table."""
    found = {name: [] for name in tables.TABLES}
    _of(publications, kinds.DICTIONARY, lambda each: found["items"].append(dictionaries.read(each.rows[0], each.source)))
    items = list(pd.concat([held["items"], *found["items"]])["item"].unique())
    _of(publications, kinds.TOOL, lambda each: _date_tool(each, items))
    for publication in publications:
        found["authorities"] += _authorities(publication)
    known = councils.known(councils.merged(held["authorities"], found["authorities"]))
    described = {name for publication in publications if publication.kind is kinds.LAIT_DICTIONARY for name in publication.rows[0].all["Measure_short"]}
    for publication in publications:
        for name, frame in _figures(publication, known, items, described):
            found[name].append(frame)
    return found


def _of(publications, layout, act):
    for publication in publications:
        if publication.kind.layout == layout:
            act(publication)


def _date_tool(publication, items):
    start, end = tools.period(publication.rows[0].all, items)
    publication.edition, publication.covers = end, f"{start} to {end}"


def _authorities(publication):
    rows, layout = publication.rows[0], publication.kind.layout
    if layout in (kinds.STATISTICS, kinds.ESTIMATES):
        return [councils.of_statistics(rows.all, publication.source)]
    if layout == kinds.TOOL:
        return [tools.authorities(rows.all, publication.source)]
    return [tools.read_codes(rows, publication.source)] if layout == kinds.CODES else []


def _figures(publication, known, items, described):
    """What a file holds beside items and authorities, as (table, frame)."""
    rows, source, layout = publication.rows[0], publication.source, publication.kind.layout
    if layout == kinds.STATISTICS:
        return [(tables.VALUES, statistics.read(rows, publication.kind, source, known, items))]
    if layout == kinds.ESTIMATES:
        return [("populations", statistics.estimates(rows, source, known))]
    if layout == kinds.TOOL:
        tools.say_items(rows, described, items)
        return [(tables.VALUES, tools.read(rows, source, known, items))]
    if layout == kinds.NEIGHBOURS:
        return [("neighbours", models.read(rows, publication.edition, known))]
    if layout == kinds.INSPECTIONS:
        return [("judgements", inspections.once([(each, inspections.read(each, source, known)) for each in publication.rows]))]
    return []


def _sources(publications, today):
    rows = [(each.source, _title(each), each.kind.publisher, each.edition, each.covers, each.file, f"{today:%Y-%m-%d}", kinds.LICENCE) for each in publications]
    return tables.frame("sources", rows)


def _title(publication):
    return f"{publication.kind.title} as at 31 March {publication.edition}" if publication.kind is kinds.OUTCOMES else publication.kind.title
