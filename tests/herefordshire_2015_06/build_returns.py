"""Writes the return of the worked example, Herefordshire in June 2015, and the comparators of its settings, from what the cards print.

Run it from the project's folder: `python -m tests.herefordshire_2015_06.build_returns`.

What is returned is monthly figures: the cards print numbers and percentages and no lists. Contacts by agency are figures too: two of the 22
agencies have no code of their own among the census's sources, so that rows of a list could not tell three of them apart.
"""

import csv
import re
from datetime import datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

from lib import periods, service_areas
from tests.kept_workbooks import freeze

HERE = Path(__file__).resolve().parent
AUTHORITY = HERE.parents[1] / "data" / "authorities" / "herefordshire"
RETURN, BENCHMARKS = "returns/2015-06/cards.xlsx", "settings/2015-06/benchmarks.xlsx"
EXTRACTED = datetime(2015, 6, 30)
SHEET, NOTES = "Monthly figures", "Notes"
JUNE, MAY = "2015-06", "2015-05"
MONTHS = ("2013-06", *(f"2014-{month:02}" for month in range(6, 13)), "2015-01", "2015-02", "2015-03", "2015-04", MAY, JUNE)
IDENTITY = ("key", "basis", "breakdown", "category", "part")
HEADER = ("code or key", "title", "basis", "breakdown", "category", "part", *MONTHS, "note")
BENCHMARK_HEADER = ("code or key", "comparator", "period", "value", "source")
PRINTED, WORKED_OUT, INVENTED = "", "w", "i"
ORIGINS = {PRINTED: "As printed", WORKED_OUT: "Worked out from what is printed", INVENTED: "Invented, since nothing is printed"}

# The agencies as the report lists them, and what the workbook calls them: the census's sources, and two parts of a health trust.
AGENCIES = {
    "Police": "Police", "Schools": "Schools", "LA services - Social care eg. adults social care": "LA services: social care",
    "Family Member / Relative / Carer": "Individual: family member, relative or carer",
    "Other - eg. childrens centres / independent agency": "Other", "External eg. from another LAs": "LA services: external",
    "Health services - A&E": "Health services: accident and emergency department", "Housing or housing association": "Housing",
    "Education Services": "Education services",
    "Health services - Other primary health services": "Health services: other primary health services",
    "Anonymous": "Anonymous", "Health services - Health Visitor": "Health services: health visitor",
    "Other Individuals e.g. strangers / MPs": "Individual: other", "Health services - GP": "Health services: general practitioner",
    "Acquaintance eg. neighbours / child minders": "Individual: acquaintance",
    "LA services - Other internal department eg. youth offending": "LA services: other internal",
    "Health Services - 2Gether (Adults)": "Health services: mental health trust, adults",
    "Health Services - 2Gether (CAMHS)": "Health services: mental health trust, children",
    "Health services - Other eg. hospice": "Health services: other",
    "Health services - School Nurse": "Health services: school nurse", "Self": "Individual: self", "Unknown": "Unknown"}
BY_AGENCY = {"contacts": "number", "contacts_progressed_to_referral": "progressed_number", "referrals": "progressed_number"}
MONTHS_PRINTED = {"Jun-15": JUNE, "May-15": MAY}

# Comparators, as the transcription's columns begin, and the periods that are no year by their last month.
COMPARATORS = {"england": "england", "stat_neighbours": "neighbours_mean", "west_midlands": "region"}
QUARTERS = {"Q1 2014/15": "2014-06", "Q2 2014/15": "2014-09"}
# Cards of which comparators are rates per 10,000 children while the card's figure is a number or a percentage: the rate's key.
OF_RATES = {"1": "early_help_episodes_open_rate", "10": "initial_assessments_completed_rate", "13": "section_47_enquiries_started_rate",
            "14": "cp_plans_started_rate", "15": "children_on_cp_plans_rate", "20": "children_looked_after_rate"}
NOT_GIVEN, NUMBER = "N/A", re.compile(r"\d+(\.\d+)?%?")
AGAIN = "5"                     # shows card 4's number once more

ABOUT = (
    "A worked example, shaped to 22 indicator cards that Herefordshire published for June 2015. It is not current data and names nobody.",
    "The column \"note\" says of every row which months are printed, which are worked out from what is printed, and which are invented.",
    "Worked out: the parts of a printed percentage, being whole numbers that give it to its decimals; the count behind a printed rate per "
    "10,000 children, of whom there were 36,100.",
    "Invented: months that the cards do not print. They are plausible, add up to what is printed where anything is, and are nobody's "
    "figures.",
    "Referrals from July to December 2014 are among them: the twelve months that the cards print leave far fewer than were reported in "
    "December 2014, of which an audit found most of those that came again wrongly recorded.",
    "Rates stand on the twelve months to their month, whatever the cards head them.",
)
ABOUT_BENCHMARKS = (
    "Comparators as 22 indicator cards that Herefordshire published for June 2015 print them, each of the year printed; not checked "
    "elsewhere.",
    "A quarter (Q1, Q2 2014/15) stands under its last month. Averages of statistical neighbours are taken for means.",
)
SOURCE = "as printed on the council's cards for June 2015"


def write_all(folder=AUTHORITY):
    """Write the return and the benchmarks under an authority's folder and give their paths back."""
    return [_save(Path(folder) / RETURN, SHEET, [HEADER, *figures()], ABOUT),
            _save(Path(folder) / BENCHMARKS, "Benchmarks", [BENCHMARK_HEADER, *benchmarks()], ABOUT_BENCHMARKS)]


def figures():
    """A row a measure, category and part: its cells by month, and in words where each comes from."""
    return [*map(_row, read("figures.csv")), *by_agency()]


def by_agency():
    """Contacts, those taken on, and referrals, which are the same, by agency in the two months."""
    printed = [row for row in read("transcription/agency_contacts.csv") if row["is_total"] == "no"]
    for key, column in BY_AGENCY.items():
        for agency, category in AGENCIES.items():
            cells = {MONTHS_PRINTED[row["month"]]: row[column] for row in printed if row["organisation"] == agency}
            yield _row(dict(zip(IDENTITY, (key, "in_month", "source", category, "value"))) | cells)


def benchmarks():
    """A row a comparator that a card prints, with its words where it prints no number."""
    return [(key, comparator, QUARTERS.get(card[f"{name}_label"], card[f"{name}_label"]), _benchmark(card[f"{name}_value"]), SOURCE)
            for card in read("transcription/cards.csv") if card["code"] != AGAIN
            for name, comparator in COMPARATORS.items() for key in [OF_RATES.get(card["code"], card["code"])]]


def read(name):
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _row(said):
    """A row of the return from a row of figures.csv, whose cells are a number and a letter for where it comes from."""
    cells = {month: said.get(month, "").split() for month in MONTHS}
    origins = {month: (cell[1] if cell[1:] else PRINTED) for month, cell in cells.items() if cell}
    note = ". ".join(f"{words}: {_listed(month for month in origins if origins[month] == mark)}" for mark, words in ORIGINS.items()
                     if mark in origins.values())
    named = [service_areas.measure(said["key"]).title, *(said[name] or None for name in IDENTITY[1:])]
    return said["key"], *named, *(int(cell[0]) if cell else None for cell in cells.values()), f"{note}."


def _listed(months):
    return ", ".join(map(periods.short_name, months))


def _benchmark(printed):
    return float(printed.removesuffix("%")) if NUMBER.fullmatch(printed) else printed


def _save(path, title, rows, about):
    book = Workbook()
    _fill(book.active, title, rows)
    _fill(book.create_sheet(), NOTES, [(line,) for line in about])
    book.properties.creator, book.properties.created = "Worked example", EXTRACTED
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    freeze(path, EXTRACTED)
    return path


def _fill(sheet, title, rows):
    sheet.title = title
    for row in rows:
        sheet.append(row)
    for column in sheet.columns:
        width = max(len(str(cell.value or "")) for cell in column) + 3
        sheet.column_dimensions[column[0].column_letter].width = 110 if title == NOTES else min(60, width)
    if title == NOTES:
        for (cell,) in sheet.iter_rows():
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        return
    sheet.freeze_panes = "C2"
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for (cell,) in sheet.iter_rows(max_col=1):
        cell.number_format = "@"


if __name__ == "__main__":
    for written in write_all():
        print(written)
