"""Writes the worked example's workbooks, two returns and the benchmarks, from the transcription beside it and the rules declared here."""

import csv
import re
from datetime import datetime
from functools import cache
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

from tests.kept_workbooks import freeze

HERE = Path(__file__).resolve().parent
TRANSCRIPTION = HERE / "transcription"
AUTHORITY = HERE.parents[1] / "data" / "authorities" / "rotherham"
LINES = AUTHORITY / "settings" / "2015-04" / "lines.csv"

EXTRACTED = datetime(2016, 1, 18)
HEADER = ("code or key", "title", "basis", "breakdown", "category", "part")
BENCHMARK_HEADER = ("code or key", "comparator", "period", "value", "source")
PARTS = ("value", "numerator", "denominator")
SHEET, NOTES = "Monthly figures", "Notes"
WORDS = ("n/a", "-", "On hold")

YEAR_TO_DATE = "Year to date"
PERIODS = ("2013/14", "2014/15", YEAR_TO_DATE)
SCORECARD = {"oct_15": "2015-10", "nov_15": "2015-11", "dec_15": "2015-12",
             "y2013_14": "2013/14", "y2014_15": "2014/15", "ytd": YEAR_TO_DATE}
YEAR_SO_FAR = tuple(f"2015-{month:02}" for month in range(4, 13))
PAGE_MONTHS = ("2014-10", "2014-11", "2014-12", "2015-01", "2015-02", "2015-03", *YEAR_SO_FAR)

# Figures that are no line of the scorecard: key, basis, title, and the code of the line before which they stand.
KEYED = {
    "early_help_episodes_open": ("month_end", "Open early help episodes", "2.1"),
    "referrals": ("in_month", "Referrals to children's social care", "2.3"),
    "lac_all_reviews_in_time_percent": ("year_to_date", "Children whose every review of the year was in time", "7.7"),
    "highest_caseload": ("month_end", "Most cases held by one social worker", "11.3"),
}

# What follows from other rows is not supplied: a share of two counts, a rate of a count over the population.
SHARE_OF_COUNTS = "2.3"
RATES_OF_COUNTS = ("4.3", "5.3", "6.3", "6.5", "7.2")
RATES_OF_YEAR_TO_DATE = ("2.4", "3.2")

# One figure printed under two codes is supplied under one of them: 4.1 and 4.2, 6.2a and 6.2b share their years.
UNDER_ANOTHER_CODE = {("4.2", "2013/14"), ("4.2", "2014/15"), ("6.2b", YEAR_TO_DATE)}

# The scorecard's year to date and past years of 7.6 count children, not reviews.
ANOTHER_MEASURE = {("7.6", period): "lac_all_reviews_in_time_percent" for period in PERIODS}

# Parts the scorecard prints, or that stand behind a rate of the year to date.
SCORECARD_PARTS = (
    ("2.4", YEAR_TO_DATE, 3608),
    ("6.11", "2014/15", 20, 478),
    ("7.5", "2013/14", 55),
    ("7.5", "2014/15", 60),
    ("7.6", "2014/15", 352, 371),
    ("9.1", "2014/15", 110, 153),
    ("9.2", "2014/15", 49, 409),
)
BASIS_OF_PARTS = {"2.4": "year_to_date"}

# The page of referrals also gives the contacts that became one, without which its share of contacts could not be had.
ALSO_UNDER = {"referrals": "2.2"}
PAGES_SUM_OF_MONTHS = {("referrals", YEAR_TO_DATE), ("2.2", YEAR_TO_DATE)}

COMPARATORS = {"stat_neigh_ave": "neighbours_mean", "best_stat_neigh": "best_neighbour", "nat_ave": "england",
               "nat_top_quartile": "top_quartile"}
BENCHMARK_PERIOD, BENCHMARK_SOURCE = "2014/15", "Printed in the report of December 2015"

ABOUT = (
    "A worked example. Every figure is transcribed from a report Rotherham MBC published: children's social care, December 2015, issue 2.",
    "It is not current data, and it names no child and no member of staff.",
    "Years run from April to March; \"Year to date\" is April to December 2015.",
    "Where the report prints parts, or a figure follows from other rows, the parts are given and the percentage or rate is computed.",
    "Cells keep the report's words where it has no number (\"n/a\", \"-\", \"On hold\"). A blank cell means that nothing is printed there.",
)
ABOUT_SCORECARD = "This file holds the figures of the report's summary scorecard: three months, the year to date and two past years."
ABOUT_PAGES = "This file holds the figures of the report's topic pages. They were drawn at another time than the scorecard's and differ."
ABOUT_BENCHMARKS = "This file holds the comparators printed beside the figures, all for 2014/15; \"-\" means that none is published."


def write(folder=AUTHORITY):
    """Write the three workbooks under an authority's folder and give their paths back."""
    folder = Path(folder)
    returns, settings = folder / "returns" / "2015-12", folder / "settings" / "2015-04"
    return [_save(returns / "scorecard.xlsx", _table(scorecard_cells(), SCORECARD.values()), ABOUT_SCORECARD),
            _save(returns / "topic_pages.xlsx", _table(page_cells(), [*PAGE_MONTHS, *PERIODS]), ABOUT_PAGES),
            _save(settings / "benchmarks.xlsx", [BENCHMARK_HEADER, *benchmark_rows()], ABOUT_BENCHMARKS, "Benchmarks")]


def scorecard_cells():
    """The scorecard's cut, cell by cell: (code or key, basis, category, part, period, value)."""
    with_parts = {(code, period) for code, period, *_ in SCORECARD_PARTS}
    values = [_cell(row["code"], row["category"], "value", period, row[column])
              for row in _read(TRANSCRIPTION / "measures.csv") for column, period in SCORECARD.items()
              if (row["code"], period) not in with_parts]
    parts = [_cell(code, "", part, period, str(value), BASIS_OF_PARTS.get(code))
             for code, period, *given in SCORECARD_PARTS for part, value in zip(PARTS[1:], given)]
    return _supplied(values + parts)


def page_cells():
    """The topic pages' cut, cell by cell: (code or key, basis, category, part, period, value)."""
    rows = [(row, row["month"]) for row in _read(TRANSCRIPTION / "monthly.csv")]
    rows += [(row, YEAR_TO_DATE if row["period"].endswith("YTD") else row["period"]) for row in _read(TRANSCRIPTION / "annual.csv")]
    with_parts = {(row["code"], period) for row, period in rows if row["series"] != "value"}
    cells = [_cell("early_help_episodes_open", "", "value", month, "On hold") for month in YEAR_SO_FAR]
    for row, period in rows:
        if row["series"] != "value" or (row["code"], period) not in with_parts:
            cells += [_cell(label, row["category"], row["series"], period, row["value"]) for label in _labels(row)]
    return [cell for cell in _supplied(cells) if (cell[0], cell[4]) not in PAGES_SUM_OF_MONTHS]


def _labels(row):
    """A line's code, or the measure's key where the scorecard has no such line."""
    label = row["measure"] if row["measure"] in KEYED else row["scorecard_code"]
    return [label, ALSO_UNDER[label]] if label in ALSO_UNDER else [label]


def _cell(label, category, part, period, value, basis=None):
    label = ANOTHER_MEASURE.get((label, period), label)
    return label, basis or _line(label)["basis"], category, part, period, value


def _supplied(cells):
    return [cell for cell in cells if cell[5] != "" and not (cell[3] == "value" and _follows(cell[0], cell[4]))]


def _follows(label, period):
    if label == SHARE_OF_COUNTS or (label, period) in UNDER_ANOTHER_CODE:
        return True
    return label in (RATES_OF_YEAR_TO_DATE if period == YEAR_TO_DATE else () if period in PERIODS else RATES_OF_COUNTS)


def benchmark_rows():
    """A row for each comparator printed beside a line, in the scorecard's order."""
    return [(row["code"], comparator, BENCHMARK_PERIOD, _number(row[column]), BENCHMARK_SOURCE)
            for row in _read(TRANSCRIPTION / "measures.csv") for column, comparator in COMPARATORS.items() if row[column]]


def _table(cells, periods):
    """The header and one row for each code, basis, category and part, in the scorecard's order."""
    rows = {}
    for *key, period, value in cells:
        rows.setdefault(tuple(key), {})[period] = _number(value)
    ordered = sorted(rows, key=lambda key: (_position(key), PARTS.index(key[3])))
    return [(*HEADER, *periods), *((*_named(*key), *(rows[key].get(period) for period in periods)) for key in ordered)]


def _named(label, basis, category, part):
    line = _line(label)
    breakdown = line["breakdown"] or ("team" if category else "")
    return label, line["title"], basis, breakdown or None, category or None, part


def _position(key):
    """Where a row stands: as its line does, or just before the line it is declared to precede."""
    label, basis, category, _ = key
    *_, line = KEYED.get(label, (label,))
    return list(_lines()).index(line), label == line, category, basis != _line(label)["basis"]


def _line(label):
    if label not in KEYED:
        return _lines()[label]
    basis, title, _ = KEYED[label]
    return {"basis": basis, "title": title, "breakdown": ""}


@cache
def _lines():
    return {row["code"]: row for row in _read(LINES)}


class Printed(float):
    """A number with the decimals it was printed with, which its cell shows too."""

    def __new__(cls, text):
        number = super().__new__(cls, text)
        number.number_format = "0." + "0" * len(text.partition(".")[2]) if "." in text else "0"
        return number


def _number(text):
    """The cell as a number; words stay words."""
    return Printed(text) if re.fullmatch(r"-?\d+(\.\d+)?", text) else text


def _read(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _save(path, rows, about, title=SHEET):
    book = Workbook()
    _fill(book.active, title, rows)
    _fill(book.create_sheet(), NOTES, [(line,) for line in (ABOUT[0], about, *ABOUT[1:])])
    book.properties.creator, book.properties.created = "Worked example", EXTRACTED
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    freeze(path, EXTRACTED)
    return path


def _fill(sheet, title, rows):
    sheet.title = title
    for row in rows:
        sheet.append(row)
        for cell in sheet[sheet.max_row]:
            cell.number_format = getattr(cell.value, "number_format", cell.number_format)
    for column in sheet.columns:
        sheet.column_dimensions[column[0].column_letter].width = _width(column)
    if title == NOTES:
        sheet.column_dimensions["A"].width = 110
    _dress(sheet)


def _width(column):
    return min(60, max(len(str(cell.value or "")) for cell in column) + 3)


def _dress(sheet):
    """A bold header that stays in sight; on the sheet of notes, lines that wrap."""
    if sheet.title == NOTES:
        for (cell,) in sheet.iter_rows():
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        return
    sheet.freeze_panes = "C2" if sheet.max_column > len(HEADER) else "A2"
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for (cell,) in sheet.iter_rows(max_col=1):
        cell.number_format = "@"
    for cell in (cell for row in sheet.iter_rows(min_col=3) for cell in row if isinstance(cell.value, (int, float)) or cell.value in WORDS):
        cell.alignment = Alignment(horizontal="right")


if __name__ == "__main__":
    for written in write():
        print(written)
