"""Reading Ofsted's outcomes of inspections: every judgement of a council's services, once, whichever of the workbook's sheets have it."""

import re

import pandas as pd

from lib.errors import ERROR, WorkbookError
from lib.publications import councils as of_councils
from lib.publications import kinds, readings

AS_AT = re.compile(r"as at \d{1,2} [A-Z][a-z]+ (20\d\d)")
DAY = r"(?:19|20)\d\d-\d\d-\d\d"
JUDGEMENTS = ("Outstanding", "Good", "Requires improvement to be good", "Inadequate")
NO_JUDGEMENT, NO_DAY = "a visit without a judgement", "not a date"


def edition(titles, published, file):
    """The year of the outcomes: that of "as at 31 March 2025" above a sheet's headings, or else of the latest report.

    Raises WorkbookError where neither tells it.

    >>> edition(["Local authority inspection judgements as at 31 March 2025"], pd.Series(["2025-04-15"]), "outcomes.ods")
    '2025'
    """
    found = AS_AT.search(" ".join(titles))
    days = published[published.str.fullmatch(DAY)]
    if found or len(days):
        return found[1] if found else max(days)[:4]
    raise WorkbookError(file, "nothing tells of which year the outcomes are: no title says as at when, and no report has a date of publication",
                        'a title such as "as at 31 March 2025", or dates kept as dates', "Download it again and run again.")


def read(rows, source, councils):
    """The judgements of a sheet: a frame of authority, inspected, published (ISO dates), overall, source and row."""
    readings.without_notes(rows, (kinds.AREA_CODE, kinds.AREA_NAME))
    table = rows.table
    rows.set_aside(table.index[table[kinds.OVERALL] == ""], NO_JUDGEMENT)
    _reject_other_words(rows)
    for column in (kinds.INSPECTED, kinds.PUBLISHED):
        wrong = rows.table.index[~rows.table[column].str.fullmatch(DAY)]
        rows.reject(wrong, NO_DAY, f"{{}}: {_shown(rows.table.loc[wrong, column])} is not a date", "a date kept as a date, such as 2025-03-31", column)
    left = rows.table
    code = left[kinds.AREA_CODE].map(councils.by_ons).fillna("")
    of_councils.reject_unknown(rows, code[code == ""], left[kinds.AREA_CODE], kinds.AREA_CODE, "ONS's code of an authority, such as E08000018")
    left = rows.table
    return pd.DataFrame({"authority": code[left.index], "inspected": left[kinds.INSPECTED], "published": left[kinds.PUBLISHED],
                         "overall": left[kinds.OVERALL], "source": source, "row": left.index})


def _reject_other_words(rows):
    overall = rows.table[kinds.OVERALL]
    wrong = overall[~overall.isin(JUDGEMENTS)]
    rows.reject(wrong.index, "unknown judgement", f"{{}}: {_shown(wrong)} is not a judgement", f"one of {', '.join(JUDGEMENTS)}", kinds.OVERALL)


def _shown(words):
    return ", ".join(f'"{word[:30]}"' for word in words.unique()[:3])


def once(sheets, year, councils):
    """The judgements of several sheets' (Rows, frame), each once; two that differ for one report are both left out and said.

    The sheets overlap: what stands in one after another is no finding. A council that has no judgement in any by that year is said.
    """
    found = pd.concat([frame.assign(sheet=place) for place, (_, frame) in enumerate(sheets)], ignore_index=True)
    key = ["authority", "published"]
    differ = found.groupby(key)[["inspected", "overall"]].transform("nunique").gt(1).any(axis="columns")
    for (place, code, day), of_report in found[differ].groupby(["sheet", *key]):
        rows = sheets[place][0]
        rows.set_aside(of_report.row, readings.REPEATED)
        rows.say(ERROR, readings.REPEATED, f"{readings.said(of_report.row)}: the report published on {day} has different judgements or dates in the workbook",
                 "one judgement a report", "None of them is used, and what is held stands; correct your copy of the file and load it again.", kinds.OVERALL)
    of_councils.say_absent(sheets[0][0], found.authority, year, councils, kinds.AREA_CODE)
    return found[~differ].drop_duplicates(key)
