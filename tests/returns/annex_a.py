"""Small invented returns of child-level lists: rows that the contracts accept, saved as a workbook or a .csv. The children are nobody's."""

import csv
from datetime import datetime

import openpyxl

from lib.contracts import lists
from lib.contracts.lists import DATE, IDENTIFIER, NUMBER, TIME

CONTACTS = ("Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age", "Date of Contact", "Contact Source")
BORN = datetime(2011, 2, 3)
HAPPENED = datetime(2020, 3, 17)


def child(number):
    """An identifier that occurs nowhere else."""
    return f"ZZ-{number:06d}"


def contact(number, *, sex="b) Female", ethnicity="a) WBRI", born=BORN, age=9, when=HAPPENED, source="q) 6: Police"):
    """A row of contacts, in the order of CONTACTS."""
    return [child(number), sex, ethnicity, born, age, when, source]


def contacts(*rows):
    """A sheet of contacts, its header first."""
    return [list(CONTACTS), *rows]


def sheet_of(key, count=3, layout="", **said):
    """A sheet of any list: its official headings, and rows that it accepts; `said` gives other cells by their column's key."""
    columns = lists.all()[key].standing(layout)
    return [[column.title for column in columns], *([said.get(column.key, _cell(column, number)) for column in columns] for number in range(1, count + 1))]


def _cell(column, number):
    plain = {IDENTIFIER: child(number), DATE: BORN if column.key == "date_of_birth" else HAPPENED, TIME: HAPPENED, NUMBER: 1}
    codes = lists.codes(column)
    return codes[number % len(codes)].title if codes else plain.get(column.kind, "Duty")


def save(path, sheets, change=None):
    """Saves sheets, a mapping of names to rows, as a workbook; `change` is done to it before. Gives the path."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    if change:
        change(book)
    book.save(path)
    return path


def save_text(path, rows, delimiter=",", encoding="utf-8"):
    """Saves rows as a .csv, dates as councils type them. Gives the path."""
    with path.open("w", newline="", encoding=encoding) as file:
        csv.writer(file, delimiter=delimiter).writerows(
            [f"{cell:%d/%m/%Y}" if isinstance(cell, datetime) else cell for cell in row] for row in rows)
    return path
