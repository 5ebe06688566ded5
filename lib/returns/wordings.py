"""What is said of a list's problems: a Finding of each, in the house's four parts, that gives rows by number and never what a cell holds."""

import re

from lib import workbooks
from lib.contracts import lists
from lib.contracts.lists import DATE, IDENTIFIER, NUMBER, TIME
from lib.errors import ERROR, NOTE, WARNING, Finding
from lib.returns import doubts, values

REMARK = "no row of the list"
LONGEST, MOST = 40, 5
UNBORN = " but, of a child not yet born, within forty weeks of it"
A_DATE, A_NUMBER = "a date such as 2020-03-17 or 17/03/2020", "a number such as 3 or 0.8"

# What one cell or row is said to be, what several are, and what was expected.
SAID = {
    values.BLANK: ("a cell is blank", "cells are blank", "a value in every row"),
    values.FAULT: ("a cell holds an error such as #N/A", "cells hold an error such as #N/A", "a value"),
    values.NO_RESULT: ("a cell holds a formula whose result was not saved", "cells hold a formula whose result was not saved",
                       "a value, as Excel saves it"),
    values.NO_DATE: ("a value is not a date", "values are not dates", A_DATE),
    values.NO_NUMBER: ("a value is not a number", "values are not numbers", A_NUMBER),
    values.NO_CODE: ("a value is none of the codes", "values are none of the codes", ""),
    values.NO_IDENTIFIER: ("a value is not a whole identifier", "values are not whole identifiers",
                           "an identifier kept as text, which Excel neither rounds nor shortens"),
    doubts.REPEATED: ("a row repeats another", "rows repeat another", ""),
    doubts.BEFORE_BIRTH: ("a date is before the child's birth", "dates are before the child's birth", "a date on the day of birth or later"),
    doubts.AFTER_MONTH: ("a date is after the month's end", "dates are after the month's end", ""),
    doubts.END_BEFORE_START: ("a date is before the start it belongs to", "dates are before the start they belong to", "an end no earlier than its start"),
    doubts.ADULT: ("a person was 18 or over", "people were 18 or over", "children under 18"),
    REMARK: ("a row holds a heading, a total or a remark", "rows hold a heading, a total or a remark", "rows of the list alone under its header"),
}
NOTES = (REMARK,)


def finding(doubt, definition, file, month_end):
    """The Finding of a Doubt about rows of a list."""
    count = len(doubt.rows)
    one, many, expected = SAID[doubt.rule]
    found = f"{one if count == 1 else f'{count} {many}'} (row{'s' if count > 1 else ''} {workbooks.listed(doubt.rows, MOST)}{doubt.remark})"
    severity = ERROR if doubt.aside and doubt.rule != doubts.REPEATED else WARNING
    return Finding(NOTE if doubt.rule in NOTES else severity, file, doubt.sheet, "", doubt.column.title if doubt.column else "", doubt.rule,
                   found, expected or _expected(doubt, definition, month_end), _advice(doubt, count))


def _expected(doubt, definition, month_end):
    if doubt.rule == values.NO_CODE:
        return f"one of {', '.join(f'{code.key} ({code.title})' for code in lists.codes(doubt.column))}"
    if doubt.rule == doubts.AFTER_MONTH:
        return f"no date after {month_end.day} {month_end:%B %Y}" + (UNBORN if doubt.column.key == doubts.BORN else "")
    return f"each {_joined([definition.column(key).title for key in definition.identifies])} once"


def _joined(titles):
    return workbooks.listed([f'"{title}"' for title in titles], len(titles))


def _advice(doubt, count):
    if doubt.rule == REMARK:
        return "It is set aside." if count == 1 else "They are set aside."
    if doubt.rule == doubts.REPEATED:
        return "One of each is used, the one with the fewest blanks, and the others are set aside; take them out of the return."
    if doubt.aside:
        return f"{'The row is' if count == 1 else 'Those rows are'} set aside; correct the return and run again."
    if doubt.rule in (doubts.BEFORE_BIRTH, doubts.AFTER_MONTH, doubts.END_BEFORE_START, doubts.ADULT):
        return f"{'The row is' if count == 1 else 'The rows are'} used as {'it stands' if count == 1 else 'they stand'}; check at the source."
    kept = "row is" if count == 1 else "rows are"
    return f"The {kept} used without {'the value' if count == 1 else 'the values'}; correct the return and run again."


def missing(table, column, file):
    """The Finding of a column that a sheet lacks."""
    where = file, table.sheet.name, table.header, column.title
    if column.key in needed(table.definition):
        return Finding(ERROR, *where, "missing column", f"{table.definition.title}: the header has no such column", _kinds(column),
                       "The sheet's rows are set aside, since nothing else says which they are or when; add the column and run again.")
    return Finding(NOTE if column.blank else WARNING, *where, "missing column", f"{table.definition.title}: the header has no such column",
                   _kinds(column), "The rows are used without it; add the column if the figures should say anything of it.")


def needed(definition):
    """The columns without which a row cannot be told from others or put in a month: identifiers and dates among those that identify, and the dated one."""
    told = [key for key in definition.identifies if definition.column(key).kind in (IDENTIFIER, DATE, TIME)]
    return dict.fromkeys([*told, *filter(None, [definition.dated])])


def _kinds(column):
    holds = {DATE: A_DATE, TIME: f"{A_DATE}, with its time where recorded", NUMBER: A_NUMBER}.get(column.kind)
    return f"a column of that heading, with {holds or 'a ' + column.kind} in every row" if not column.blank else "a column of that heading"


def extra(table, file):
    """The Finding of columns that the list has not, or none."""
    known = [lists.normal(column.title) for column in table.definition.columns]
    names = [_quoted(table, column) for column in table.extra]
    twice = any(lists.normal(heading(table, column)) in known for column in table.extra)
    return [Finding(NOTE, file, table.sheet.name, table.header, "", "column kept aside",
                    f"{table.definition.title}: the list has no column {workbooks.listed(names, MOST)}" + (", or has it already" if twice else ""),
                    f"the list's own columns: {', '.join(column.title for column in table.definition.columns)}",
                    "It was not read; if it is one of these, correct its heading and run again.")] if names else []


def _quoted(table, column):
    """A heading that has a word of the list's own, as a misspelt one does; of any other, which may be data, its column's letter."""
    said = heading(table, column)
    known = {word for each in table.definition.columns for words in (each.title, *each.spellings) for word in lists.normal(words).split()}
    alike = set(lists.normal(said).split()) & known and not re.search(r"\d", said)
    return f'"{said[:LONGEST]}"' if alike else workbooks.letter(column + 1)


def heading(table, column):
    """The words over a column, "" without any."""
    return " ".join(table.headings[column].split()) if column < len(table.headings) else ""


def hidden(table, file):
    """The Finding of what a sheet hides, or none."""
    what = workbooks.hidden(table.sheet)
    return [Finding(NOTE, file, table.sheet.name, "", "", "hidden", f"hidden: {what}", "nothing hidden in a return",
                    "It was read like the rest; show it, or delete it if it should not be there.")] if what else []


def unchecked(file):
    """The Finding of a format that does not show what it hides."""
    return Finding(NOTE, file, "", "", "", "format not checked", "the format does not show errors in cells, formulas whose result was not saved, "
                   "hidden rows or columns, or which year its date serials count from", "an .xlsx or .xlsm workbook",
                   "Blank cells may be errors, and serials were counted from 1900; save it as .xlsx to have this checked.")


def unrecognised(names, file):
    """The Finding of sheets that hold no list; of the file, when none does."""
    where = f"the sheet{'s' if len(names) > 1 else ''} {_joined(names)}" if any(names) else "the file"
    return Finding(NOTE, file, "", "", "", "no list", f"{where} {'have' if len(names) > 1 else 'has'} no header of a list",
                   f"the headings of a list, all in one row, within the first {workbooks.HEADER_WITHIN}",
                   f"Nothing was read from {'them' if len(names) > 1 else 'it'}; if a list was meant, correct its headings and run again.")
