"""Publishers' files for tests, in their own layouts: small cuts of those that `data/reference/` was made of, and files of a few rows written by a test.

`files/` holds the cuts, as downloaded but for the rows left out: 34 councils, those nearest to Rotherham among them, England and its regions.
"""

import csv
import shutil
from datetime import date, datetime
from pathlib import Path

import openpyxl

from lib import errors, publications
from tests.returns import old_formats

FILES = Path(__file__).parent / "files"
TODAY = date(2026, 11, 28)
NAMES = {"372": ("Rotherham", "E08000018"), "884": ("Herefordshire, County of", "E06000019")}
GEOGRAPHY = ("time_period", "time_identifier", "geographic_level", "country_code", "country_name", "region_code", "region_name", "old_la_code", "new_la_code",
             "la_name", "category")
REFERRALS = ("referral_count", "rereferral_percent")
LAIT = ("Short Desc", "Data item", "Years", "LA and Regions", "Values", "LA Number", "Region")
DICTIONARY = ("Measure_short", "Topic", "Measure", "Polarity", "y_axis_name", "dps", "Year_Type", "No_Quartile")
MODEL = ("LA num", "LA Name", "LA number", "GOInd", "GOReg", *(heading for place in range(1, 11) for heading in (f"SN{place}", "SNP")))
OUTCOMES = "LA_Inspection_Outcomes_as_at_31_March_2025.ods"
LINK, GOOD, POOR = "Ofsted Local Authority Webpage", "Good", "Requires improvement to be good"


def geography(year, code, ons=None):
    """The cells that a row of Explore Education Statistics opens with."""
    name, own = NAMES.get(code, (f"Council {code}", f"E060009{code[-2:]}"))
    level = {"970": "National", "982": "Regional"}.get(code, "Local authority")
    region = ("E12000003", "Yorkshire and The Humber") if code != "970" else ("", "")
    council = (code, own if ons is None else ons, name) if level == "Local authority" else ("", "", "")
    return (str(year), "Reporting year", level, "E92000001", "England", *region, *council, "Referrals")


def statistics(path, rows, columns=REFERRALS, opening=GEOGRAPHY):
    """Save a CSV file of Explore Education Statistics: rows are (year, code, figures...), or a whole row's cells as a list."""
    lines = [row if isinstance(row, list) else [*geography(row[0], row[1]), *row[2:]] for row in rows]
    return text(path, [[*opening, *columns], *lines])


def text(path, lines, encoding="utf-8"):
    """Save rows of cells as a CSV file."""
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(lines)
    return path


def workbook(path, lines, title="Sheet1"):
    """Save rows of cells as an .xlsx workbook."""
    book = openpyxl.Workbook()
    book.active.title = title
    for line in lines:
        book.active.append(list(line))
    book.save(path)
    return path


def model(path, *rows):
    """Save a model of neighbours: rows are (code, [neighbours' codes]), or the words of a row that holds nothing else."""
    lines = [["A", "B"], [1, 2], list(MODEL)]
    for row in rows:
        if isinstance(row, str):
            lines.append(["", row])
        else:
            lines.append([row[0], f"Council {row[0]}", row[0], 1, "", *(cell for near in row[1] for cell in (near, "-" if near == "-" else "Close"))])
    return workbook(path, lines, "LA SN Groups")


def outcomes(path, current=(), history=(), visits=(), year=2025):
    """Save Ofsted's workbook: rows are (ONS's code, inspected, published, overall)."""
    opening = ["Web link", "Local authority area code", "Local authority name"]
    judged = ["Overall effectiveness", "The experiences and progress of children in care"]
    return old_formats.save_ods_sheets(path, {
        "Cover": [["Local authority inspection outcomes"]],
        "Inspections_as_at_31_March": [[f"Local authority inspection judgements as at 31 March {year}"], ["This table begins in cell A3."],
                                       [*opening, "Ofsted region", "Inspection date", "Publication date", *judged],
                                       *([LINK, ons, "", "", *map(_day, days), overall, ""] for ons, *days, overall in current)],
        "In-year_inspections": [["In-year inspection activity"], ["This table begins in cell A3."],
                                [*opening, "Region", "Inspection/Visit date", "Publication date", "Inspection/Visit type", *judged, "Visit Theme"],
                                *([LINK, ons, "", "", *map(_day, days), "", overall, "", "Front door"] for ons, *days, overall in visits)],
        "ILACS_inspection_history": [["ILACS inspection history"], ["This table begins in cell A3."],
                                     [*opening, "Local authority status", "Ofsted region", "Inspection date", "Publication date", "Inspection type", *judged],
                                     *([LINK, ons, "", "", "", *map(_day, days), "", overall, ""] for ons, *days, overall in history)]})


def _day(words):
    return datetime.fromisoformat(words) if words[:2] == "20" else words


def cuts(folder):
    """The cuts of every publication in a folder of their own, as an analyst has them after downloading."""
    shutil.copytree(FILES, folder)
    rotherham, herefordshire = ("E08000018", "2022-06-27", "2022-08-12", GOOD), ("E06000019", "2022-07-18", "2022-09-21", "Inadequate")
    earlier = ("E06000019", "2018-06-11", "2018-07-23", POOR), ("E06000028", "2018-07-16", "2018-08-24", POOR), ("E10000006", "2022-09-20", "2022-11-15", POOR)
    outcomes(folder / OUTCOMES, (rotherham, herefordshire), (rotherham, herefordshire, *earlier), (("E08000018", "2024-05-14", "2024-07-12", ""),))
    return sorted(folder.iterdir())


def load(folder, *paths, **options):
    """Load files into the tables of a folder."""
    return publications.load(list(paths), today=TODAY, folder=folder, **options)


def said(loaded, severity=""):
    """What a load found, as whole messages."""
    return [errors.message(errors.place(each.file, each.sheet, each.row, each.column), each.found, each.expected, each.advice)
            for each in loaded.findings.itertuples() if severity in ("", each.severity)]


def cell(loaded, item, year, authority, *columns):
    """Columns of the one row of values of an item, year and authority; value, state and source where none is named."""
    values = loaded.tables["values"]
    row = values[(values["item"] == item) & (values.year == str(year)) & (values.authority == authority)].iloc[0]
    return tuple(row[list(columns or ("value", "state", "source"))])
