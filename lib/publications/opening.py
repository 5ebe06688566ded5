"""From a path to a publication: the file is opened and recognised, its rows laid out under its kind's own columns, its edition told."""

from dataclasses import dataclass, field

import pandas as pd

from lib.contracts import plain
from lib.errors import ERROR, NOTE, Finding, WorkbookError
from lib.publications import dictionaries, grids, inspections, kinds, models, recognition, statistics
from lib.publications.readings import Rows

ANOTHER = "another sheet of the same kind"


@dataclass
class Publication:
    """A file that was recognised: its kind and edition, the years it covers, the Rows of each of its sheets, and what they hold by table."""

    file: str
    kind: object
    rows: list
    edition: str = ""
    covers: str = ""
    found: dict = field(default_factory=dict)

    def date(self, first, last):
        """Give it the edition of the last year that it has."""
        self.edition, self.covers = last, f"{first} to {last}" if first != last else last

    @property
    def source(self):
        """The key of its edition, such as `referrals-2025`."""
        return f"{self.kind.key}-{self.edition}" if self.edition else self.kind.key

    @property
    def title(self):
        """What its edition is called."""
        return f"{self.kind.title} as at 31 March {self.edition}" if self.kind is kinds.OUTCOMES else self.kind.title


def opened(paths):
    """The Publications among the files at these paths, by file name, and a list of findings: of each other file, and of what is left unread."""
    publications, findings = [], []
    for path in sorted(paths, key=lambda each: (each.name, str(each))):
        try:
            kind, sheets, others = recognition.sort(grids.read(path), path.name)
            publications.append(_publication(path.name, kind, sheets))
            findings += _unread(path.name, kind, sheets, others)
        except WorkbookError as problem:
            findings.append(Finding(ERROR, path.name, "", "", "", "file not read", problem.found, problem.expected, problem.advice))
    return publications, findings


def _publication(file, kind, sheets):
    made = Publication(file, kind, [Rows(file, sheet.name, _table(kind, sheet), sheet.headings) for sheet in sheets])
    if not any(len(rows.all) for rows in made.rows):
        raise WorkbookError(file, f"it has the headings of {kind.title} and no row", "rows of figures", "Download it again, whole, and load that.")
    _date(made, [sheet.above for sheet in sheets])
    _reject_others(made)
    return made


def _reject_others(publication):
    """Set aside all sheets after the first, but for Ofsted's, of which each has judgements of its own."""
    for rows in publication.rows[1:] if publication.kind.layout != kinds.INSPECTIONS else []:
        rows.set_aside(rows.all.index, ANOTHER)
        rows.say(ERROR, ANOTHER, "the sheet has the headings of one before it", "one sheet of figures a file",
                 "Nothing was read from it; save it as a workbook of its own if it holds figures, and load that too.")


def _table(kind, sheet):
    """A sheet's rows; of a model of neighbours also how close each is, in the unnamed column right of it."""
    table = sheet.table()
    if kind is kinds.NEIGHBOUR_MODEL:
        body = sheet.grid.cells.loc[table.index]
        for place in range(1, kinds.PLACES + 1):
            right = sheet.places[f"SN{place}"] + 1
            table[models.closeness(place)] = body[right] if right in body else ""
    return table


def _date(publication, above):
    """Give a publication the edition that its content tells; LAIT's depends on which of its items are of social care, and is told later."""
    kind, first = publication.kind, publication.rows[0]
    if kind.layout in (kinds.STATISTICS, kinds.ESTIMATES):
        publication.date(*statistics.period(first.all, first.file))
    elif kind.layout == kinds.DICTIONARY:
        publication.edition = dictionaries.edition(first.all)
    elif kind.layout == kinds.NEIGHBOURS:
        publication.edition = models.edition(above[0], first.file)
    elif kind.layout == kinds.INSPECTIONS:
        publication.edition = inspections.edition(above, pd.concat([each.all[kinds.PUBLISHED] for each in publication.rows]), first.file)


def _unread(file, kind, sheets, others):
    """Notes of what a file holds that is not read and was not known to be there: other sheets, and other columns."""
    notes = [("", "sheet not read", f"nothing is read from {', '.join(others)}", "its tables alone")] if any(others) else []
    left = set(map(plain, kind.left))
    for sheet in sheets:
        columns = list(dict.fromkeys(heading for heading in sheet.others if plain(heading) not in left))
        notes += [(sheet.name, "column not read", f"no column is known as {' or '.join(columns)}", "the columns of its earlier editions")] if columns else []
    advice = {"sheet not read": "See that they hold no figures.", "column not read": "Nothing was read from it; if it is a needed one under a new name, "
              "that name has to be added to lib/publications/kinds.py."}
    return [Finding(NOTE, file, name, "", "", rule, found, expected, advice[rule]) for name, rule, found, expected in notes]
