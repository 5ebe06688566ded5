"""Which layout of a publication is read by what: its items and authorities first, since the others' rows are joined to them; then its figures."""

import pandas as pd

from lib.publications import councils, dictionaries, inspections, kinds, models, statistics, tables, tools


def read_items(publications):
    """Read the items that dictionaries describe into their `found`."""
    for each in publications:
        if each.kind.layout == kinds.DICTIONARY:
            each.found["items"] = dictionaries.read(each.rows[0], each.source)


def described(publications):
    """Every item that a dictionary among these publications describes, of any topic."""
    return {item for each in publications if each.kind.layout == kinds.DICTIONARY for item in each.rows[0].all["Measure_short"]}


def date_tools(publications, items):
    """Tell the edition of LAIT's tables: the latest year that they have of these items."""
    for each in publications:
        if each.kind.layout == kinds.TOOL:
            each.date(*tools.period(each.rows[0].all, items))


def read_authorities(publications):
    """Read the authorities that files list into their `found`."""
    for each in publications:
        rows, layout = each.rows[0], each.kind.layout
        if layout in (kinds.STATISTICS, kinds.ESTIMATES):
            each.found["authorities"] = councils.of_statistics(rows.all, each.source)
        elif layout == kinds.TOOL and each.edition:
            each.found["authorities"] = tools.authorities(rows.all, each.source)
        elif layout == kinds.CODES:
            each.found["authorities"] = tools.read_codes(rows, each.source)


def read_figures(publications, known, items):
    """Read what else files hold into their `found`: of the Known authorities, and of these items of social care."""
    of_dictionaries = described(publications)
    for each in publications:
        rows, source, layout = each.rows[0], each.source, each.kind.layout
        if layout == kinds.STATISTICS:
            each.found[tables.VALUES] = statistics.read(rows, each.kind, source, known, items)
        elif layout == kinds.ESTIMATES:
            each.found["populations"] = statistics.estimates(rows, source, known)
        elif layout == kinds.TOOL:
            tools.say_items(rows, of_dictionaries, items)
            each.found[tables.VALUES] = tools.read(rows, source, known, items)
        elif layout == kinds.NEIGHBOURS:
            each.found["neighbours"] = models.read(rows, each.edition, known)
        elif layout == kinds.INSPECTIONS:
            of_sheets = [(sheet, inspections.read(sheet, source, known)) for sheet in each.rows]
            each.found["judgements"] = inspections.once(of_sheets, int(each.edition), known)


def items(held, publications):
    """The items of social care that are held or that dictionaries among these publications describe."""
    found = [each.found["items"]["item"] for each in publications if "items" in each.found]
    return list(dict.fromkeys(pd.concat([held["items"]["item"], *found])))
