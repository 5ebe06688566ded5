"""Reading Explore Education Statistics' CSV files, any edition: figures by year and authority, and ONS's estimates, which DfE publishes so too."""

import pandas as pd

from lib.contracts import plain
from lib.errors import ERROR, NOTE, WorkbookError
from lib.publications import councils as of_councils
from lib.publications import kinds, readings

YEAR, SPANNING = r"(?:19|20)\d\d", r"(?:19|20)\d{4}"        # 2025, or 202425 for a year that spans two
NOTHING = pd.DataFrame(columns=["value", "state", "item", "year", "authority", "row"])
NO_YEAR, A_YEAR = "not a year", "a year such as 2025, or 202425 for one that spans two"


def years(words):
    """The year that each time period ends in, as words; "" where it is none.

    >>> years(pd.Series(["2025", "202425", "202429", "Note"])).tolist()
    ['2025', '2025', '', '']
    """
    spanning = words.str.fullmatch(SPANNING)
    end = words.where(spanning, "0").astype(int)
    start, last = end // 100, end % 100
    follows = spanning & ((start + 1) % 100 == last)
    return words.where(words.str.fullmatch(YEAR), "").mask(follows, (start + 1).astype(str))


def period(table, file):
    """The first and the last year of a table of statistics, as words. Raises WorkbookError where no row has a year."""
    found = years(table[kinds.YEAR])
    found = found[found != ""]
    if len(found):
        return found.min(), found.max()
    raise WorkbookError(file, f"no row has a year in the column {kinds.YEAR}", A_YEAR, "Nothing was read from it; download it again and run again.")


def read(rows, kind, source, councils, items):
    """The figures of a file's rows: a frame of item, year, authority, value, state, origin, source and row."""
    code, year = _places(rows, councils)
    _reject_types(rows, kind)
    _say_missing(rows, code, year, councils, 0)
    found = pd.concat([_figures(rows, figure, code, year) for figure in kind.figures if _is_there(rows, figure, items)] or [NOTHING])
    found = found[(found.value != "") | (found.state != "")].reset_index(drop=True)
    found = readings.without_repeats(rows, found, ("item", "year", "authority"))
    readings.settle(rows, found.row)
    return found.assign(origin="", source=source)


def estimates(rows, source, councils):
    """ONS's estimates of a file's rows: a frame of authority, mid_year, children, state, source and row."""
    code, year = _places(rows, councils)
    _say_missing(rows, code, year, councils, 1)
    left = rows.table.index
    found = readings.figures(rows, kinds.CHILDREN).assign(authority=code[left], mid_year=year[left], row=left)
    found = found[(found.value != "") | (found.state != "")].reset_index(drop=True)
    found = readings.without_repeats(rows, found, ("authority", "mid_year"))
    readings.settle(rows, found.row)
    return found.rename(columns={"value": "children"}).assign(source=source)


def _places(rows, councils):
    """The authority and the year of every row that has both; the others are set aside."""
    readings.without_notes(rows, (kinds.YEAR, kinds.LEVEL))
    year = years(rows.table[kinds.YEAR])
    wrong = rows.table.loc[year == "", kinds.YEAR]
    shown = ", ".join(f'"{word[:20]}"' for word in wrong.unique()[:3])
    rows.reject(wrong.index, NO_YEAR, f"{{}}: {shown} is not a year", A_YEAR, kinds.YEAR)
    return of_councils.joined(rows, councils), year


def _reject_types(rows, kind):
    known = list(dict.fromkeys(figure.of for figure in kind.figures if figure.of))
    if known:
        said = rows.table[kinds.POPULATION_TYPE]
        for words, of_words in said[~said.map(plain).isin(map(plain, known))].groupby(said):
            rows.reject(of_words.index, "unknown population type", f'{{}}: the population type is "{words[:60]}"', f"one of {'; '.join(known)}", kinds.POPULATION_TYPE)


def _is_there(rows, figure, items):
    """Whether the edition has a figure's column and the dictionary its item; which it has not is said."""
    if figure.column not in rows.all:
        again = "its rate is recomputed from the count and ONS's estimate" if figure.item in kinds.RATES else "what is held of it stands"
        rows.say(NOTE, "column not in this edition", f"no column has the figures of {figure.item}", f"a column {figure.column}",
                 f"Nothing was read of it; {again}.")
        return False
    if figure.item not in items:
        rows.say(ERROR, "item not described", f"the dictionary that is held does not describe {figure.item}, which this column has", "an item of LAIT's data dictionary",
                 "The column was not read; load LAIT's data dictionary (lait_data_dictionary.csv), and this file again.", figure.column)
        return False
    return True


def _figures(rows, figure, code, year):
    table = rows.table
    where = table.index[table[kinds.POPULATION_TYPE].map(plain) == plain(figure.of)] if figure.of else table.index
    found = readings.figures(rows, figure.column, where)
    return found.assign(item=figure.item, year=year[where], authority=code[where], row=where)


def _say_missing(rows, code, year, councils, later):
    left = rows.table.index
    of_councils.say_missing(rows, code[left], year[left].astype(int) + later, councils)
