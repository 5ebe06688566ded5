"""Reading DfE's Local Authority Interactive Tool: a row an item, year and authority; and the list of authorities that it is published with."""


from lib import workbooks
from lib.contracts.symbols import SAYS_NOT_WHY
from lib.errors import ERROR, NOTE, WARNING
from lib.publications import councils as of_councils
from lib.publications import dictionaries, kinds, readings

YEAR = r"(?:19|20)\d\d"
NO_YEAR, OTHER_CODE = "not a year", "a code of no authority today"
DISCONTINUED, NO_ITEM = "discontinued", "item not described"


def period(table, items):
    """The first and the last year of LAIT's figures of these items, as words; two empty ones where it has none."""
    years = table.loc[table[kinds.ITEM].isin(items), kinds.TOOL_YEAR]
    years = years[years.str.fullmatch(YEAR)]
    return (years.min(), years.max()) if len(years) else ("", "")


def read(rows, source, councils, items):
    """The figures of children's social care, as a frame of item, year, authority, value, state, origin, source and row."""
    readings.without_notes(rows, (kinds.ITEM, kinds.CODE))
    table = rows.table
    other = table.index[~table[kinds.ITEM].isin(items)]
    if len(other) == len(table):
        rows.reject(other, NO_ITEM, "none of its items is described as one of children's social care", "items of LAIT's data dictionary", kinds.ITEM,
                    advice="Nothing was read from it; load LAIT's data dictionary (lait_data_dictionary.csv), and this file again.")
    rows.set_aside(other, dictionaries.OTHER_TOPIC)
    _reject_years(rows)
    left = rows.table
    of_councils.reject_unknown(rows, left.loc[~left[kinds.CODE].isin(councils.names), kinds.CODE], left[kinds.CODE], kinds.CODE)
    left = rows.table
    of_councils.say_missing(rows, left[kinds.CODE], left[kinds.TOOL_YEAR], councils, kinds.CODE)
    found = readings.figures(rows, kinds.VALUE).assign(item=left[kinds.ITEM], year=left[kinds.TOOL_YEAR], authority=left[kinds.CODE], row=left.index)
    found = found[(found.value != "") | (found.state != "")].reset_index(drop=True)
    found = readings.without_repeats(rows, found, ("item", "year", "authority"))
    readings.settle(rows, found.row)
    return found.assign(origin="", source=source)


def say_items(rows, described, items):
    """Say which items no dictionary at hand describes: `described` are all that one does, of any topic, and `items` those of social care."""
    unknown = sorted(set(rows.all[kinds.ITEM]) - set(described) - set(items) - {""})
    if described and unknown:
        rows.say(NOTE, "item not described", f"the dictionary does not describe {len(unknown)} of its items ({workbooks.listed(unknown)})",
                 "a dictionary of the same edition", "Their rows are set aside; load the dictionary that came with this file, and this file again.", kinds.ITEM)


def _reject_years(rows):
    years = rows.table[kinds.TOOL_YEAR]
    wrong = years[~years.str.fullmatch(YEAR)]
    for words, of_words in wrong.groupby(wrong):
        empty = rows.all.loc[of_words.index, kinds.VALUE].isin(("", SAYS_NOT_WHY)).all()
        rows.reject(of_words.index, NO_YEAR, f'{{}}: "{words[:20]}" is not a year{", and there is no figure" if empty else ""}',
                    "the year that the figures end in, such as 2025", kinds.TOOL_YEAR, NOTE if empty else ERROR)


def authorities(table, source):
    """The authorities that LAIT has figures of, as rows of the table of authorities."""
    each = table.drop_duplicates(kinds.CODE)
    return of_councils.listed(each[kinds.CODE], each[kinds.TOOL_NAME], each[kinds.REGION], source)


def read_codes(rows, source):
    """The authorities of the list, as rows of the table of authorities; a code that is none of an authority's is set aside."""
    readings.without_notes(rows, (kinds.CODE, kinds.LIST_NAME))
    table = rows.table
    old = table.index[table[kinds.LIST_NAME].str.contains(DISCONTINUED, case=False)]
    rows.reject(old, OTHER_CODE, f"{{}}: the list calls it {DISCONTINUED}", "an authority, a region or England", kinds.CODE, NOTE,
                "The row is set aside; no figures have it.")
    left = rows.table
    wrong = left.loc[~left[kinds.CODE].str.fullmatch(of_councils.CODE), kinds.CODE]
    of_councils.reject_unknown(rows, wrong, left[kinds.CODE], kinds.CODE)
    left = rows.table
    again = left.index[left[kinds.CODE].duplicated()]
    rows.reject(again, readings.REPEATED, "{}: the code stands in the list before", "one row a code", kinds.CODE, WARNING, "The first is used; see which is right.")
    left = rows.table
    return of_councils.listed(left[kinds.CODE], left[kinds.LIST_NAME], left[kinds.REGION], source)
