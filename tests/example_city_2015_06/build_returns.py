"""Writes the worked example's workbook, a return of monthly figures, from the transcription beside it and the rules declared here."""

import csv
import re
from datetime import datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

from tests.kept_workbooks import freeze

HERE = Path(__file__).resolve().parent
TRANSCRIPTION = HERE / "transcription"
AUTHORITY = HERE.parents[1] / "data" / "authorities" / "example_city"
LINES = AUTHORITY / "settings" / "2015-06" / "lines.csv"

WRITTEN = datetime(2015, 7, 1)
HEADER = ("code or key", "title", "basis", "breakdown", "category", "part", "note")
SHEET, NOTES = "Monthly figures", "Notes"
MONTH = re.compile(r"\d{4}-\d{2}")

# M3 is M2 over M1 in every month, to the whole percentages printed. So M2's counts are also what M3 is made of, and M3 is computed.
NUMERATORS = {"M3": "M2"}

ABOUT = (
    "A worked example. Every figure is transcribed from a dataset that a council published for June 2015; the document does not name the council.",
    "It is not current data, and it names no child and no member of staff. No month is invented: the dataset prints all thirteen.",
    "Percentages are given as printed, whole. The dataset worked out its changes and averages from unrounded ones, which it does not print.",
    "M3 is M2 over M1 in every month, so M2's counts stand here as its numerators too. LAC5-QL is LAC4-QL over LAC3, which are both given.",
    "Cells keep the dataset's words where it has no number.",
)


def write(folder=AUTHORITY):
    """Write the workbook under an authority's folder and give its path back."""
    path = Path(folder) / "returns" / "2015-06" / "dataset.xlsx"
    book = Workbook()
    _fill(book.active, SHEET, rows())
    _fill(book.create_sheet(), NOTES, [(line,) for line in ABOUT])
    book.properties.creator, book.properties.created = "Worked example", WRITTEN
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    freeze(path, WRITTEN)
    return path


def rows():
    """The header and a row a measure, in the dataset's order; under M3 the row of its numerators."""
    printed = {row["ref"]: row for row in _read(TRANSCRIPTION / "measures.csv")}
    lines = {line["code"]: line for line in _read(LINES)}
    months = [name for name in printed["M1"] if MONTH.fullmatch(name)]
    table = [(*HEADER, *months)]
    for ref, row in printed.items():
        table.append(_row(lines[ref], row, "value", months))
        if ref in NUMERATORS:
            table.append(_row(lines[ref], printed[NUMERATORS[ref]], "numerator", months))
    return table


def _row(line, figures, part, months):
    note = line["note"] if part == "value" else "The counts of M2."
    return (line["code"], line["title"], line["basis"], None, None, part, note or None, *(_number(figures[month]) for month in months))


def _number(text):
    """The cell as a number; words stay words."""
    return int(text) if text.isdigit() else text


def _read(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _fill(sheet, title, rows):
    sheet.title = title
    for row in rows:
        sheet.append(row)
    for column in sheet.columns:
        sheet.column_dimensions[column[0].column_letter].width = min(60, max(len(str(cell.value or "")) for cell in column) + 3)
    if title == NOTES:
        sheet.column_dimensions["A"].width = 110
        for (cell,) in sheet.iter_rows():
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        return
    sheet.freeze_panes = "C2"
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for cell in (cell for row in sheet.iter_rows(min_row=2, min_col=len(HEADER) + 1) for cell in row):
        cell.number_format, cell.alignment = "0", Alignment(horizontal="right")


if __name__ == "__main__":
    print(write())
