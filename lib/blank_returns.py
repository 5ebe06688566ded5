"""Blank returns to fill in: a workbook of Annex A, one of the local lists and one of monthly figures, made from the contracts and the lines."""

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from lib import periods, service_areas, workbooks
from lib.contracts import lists, monthly_figures
from lib.contracts.lists import DATE, IDENTIFIER, LOCAL, NUMBER, TEXT, TIME
from lib.errors import Refused
from lib.measures import COUNT
from lib.workbooks import CODES, NOTES

ANNEX_A, LOCAL_LISTS, MONTHLY_FIGURES = "annex_a.xlsx", "local_lists.xlsx", "monthly_figures.xlsx"
ROWS = 5_000                    # for which the drop-downs and formats of a list are laid out
TITLE_LENGTH = 31               # of a sheet, the most Excel allows
HEAD = PatternFill("solid", fgColor="FFE3EAF4")
FORMATS = {DATE: "dd/mm/yyyy", TIME: "dd/mm/yyyy hh:mm", IDENTIFIER: "@", TEXT: "@"}
KINDS = {DATE: "a date", TIME: "a date, with the time of day where it was recorded", IDENTIFIER: "an identifier, as text", NUMBER: "a number",
         TEXT: "text"}
PAST_YEARS = 2

ABOUT_LISTS = ("One sheet a list. Fill in a row a record below the headings; leave out, or delete, the sheets that you do not return.",
               "Columns may stand in any order and others may be added; a sheet is recognised by its headings, not by its name.")
ABOUT_FIGURES = ("One row a figure, or a part of one. Fill in the months you have; leave the others blank.",
                 "Where a cell has no number, write why: n/a, tbc. A percentage is written as 46.6; better are its numerator and denominator.",
                 "What is counted from the lists need not be given here.",
                 "A row more may be added for any measure below, by its key; the first of its bases is meant where none is given.")


def write(rules):
    """Write the blank returns of the settings' month into its returns folder, and give back their paths.

    Raises Refused, before anything is written, when one of them is there already.
    """
    folder = rules.returns_folder / rules.month
    there = [name for name in (ANNEX_A, LOCAL_LISTS, MONTHLY_FIGURES) if (folder / name).exists()]
    if there:
        raise Refused("/".join(folder.parts[-3:]), f"{workbooks.listed(there, len(there))} {'is' if len(there) == 1 else 'are'} there already", "a folder without these names, so that nothing is overwritten",
                      f"Move {'it' if len(there) == 1 else 'them'} away, or fill in what is there.")
    folder.mkdir(parents=True, exist_ok=True)
    every = lists.all().values()
    books = {ANNEX_A: list_book([each for each in every if each.annex != LOCAL]), LOCAL_LISTS: list_book([each for each in every if each.annex == LOCAL]),
             MONTHLY_FIGURES: figures_book(rules)}
    for name, book in books.items():
        book.save(folder / name)
    return [folder / name for name in books]


def list_book(definitions):
    """A workbook with a sheet a list, in its newest layout, drop-downs for its codes, and notes on every column."""
    book = Workbook()
    notes = book.active
    notes.title = NOTES
    codes = book.create_sheet(CODES)
    ranges = {}
    for definition in definitions:
        _lay_out(book.create_sheet(_sheet_title(definition)), definition, codes, ranges)
    _list_notes(notes, definitions)
    codes.sheet_state = "hidden"
    return book


def figures_book(rules):
    """A workbook with a row a line, percentages and rates with their parts as well, and a column a month, the last twelve and two past years."""
    book = Workbook()
    sheet, notes = book.active, book.create_sheet(NOTES)
    sheet.title = "Monthly figures"
    years = [periods.financial_year(periods.shift(rules.month, -12 * back)) for back in range(PAST_YEARS, 0, -1)]
    heads = [monthly_figures.CODE, monthly_figures.TITLE, monthly_figures.BASIS, monthly_figures.BREAKDOWN, monthly_figures.CATEGORY, monthly_figures.PART]
    sheet.append([*heads, *years, *periods.rolling_12(rules.month), "Year to date"])
    for row in _figure_rows(rules):
        sheet.append(row)
    _dress(sheet)
    _figure_notes(notes)
    return book


def _figure_rows(rules):
    """A row a line, and its parts where it has some; then what no list can give and no line shows."""
    for line in rules.lines.itertuples():
        for part in _parts(service_areas.measure(line.measure)):
            yield [line.code, line.title, line.basis, line.breakdown, line.category, part]
    quantities, shown = service_areas.quantities(), set(rules.lines.measure)
    for measure in service_areas.measures().values():
        if measure.unit == COUNT and measure.key not in shown and not quantities[measure.numerator].rows:
            yield [measure.key, measure.title, measure.natural_basis, "", "", monthly_figures.VALUE]


def _parts(measure):
    return (monthly_figures.VALUE,) if measure.unit == COUNT else (monthly_figures.VALUE, monthly_figures.NUMERATOR, monthly_figures.DENOMINATOR)


def _lay_out(sheet, definition, codes, ranges):
    """The headings of a list, with formats and drop-downs under them."""
    columns = _columns(definition)
    sheet.append([column.title for column in columns])
    for place, column in enumerate(columns, start=1):
        letter = get_column_letter(place)
        if column.kind in FORMATS:
            sheet.column_dimensions[letter].number_format = FORMATS[column.kind]
        if lists.codes(column):
            drop_down = DataValidation("list", formula1=_range(column, codes, ranges), allow_blank=True, showErrorMessage=False)
            drop_down.add(f"{letter}2:{letter}{ROWS}")
            sheet.add_data_validation(drop_down)
    _dress(sheet)


def _columns(definition):
    return definition.standing(definition.layouts[-1]) if definition.layouts else definition.columns


def _range(column, codes, ranges):
    """Where the titles of a column's codes stand on the sheet of codes; the same codes stand there once."""
    known = tuple(code.title for code in lists.codes(column))
    if known not in ranges:
        place = len(ranges) + 1
        for row, words in enumerate((column.title, *known), start=1):
            codes.cell(row, place, words)
        letter = get_column_letter(place)
        ranges[known] = f"{CODES}!${letter}$2:${letter}${len(known) + 1}"
    return ranges[known]


def _list_notes(notes, definitions):
    for words in ABOUT_LISTS:
        notes.append([words])
    notes.append([])
    notes.append(["List", "Column", "What it holds", "May be blank", "Codes", "Definition"])
    for definition in definitions:
        for column in _columns(definition):
            notes.append([definition.title, column.title, KINDS.get(column.kind, "one of the codes"), "yes" if column.blank else "no",
                          "; ".join(f"{code.key}: {code.title}" if code.key != code.title else code.title for code in lists.codes(column)), definition.source])
    for letter, width in zip("ABCDEF", (44, 44, 30, 14, 60, 60)):
        notes.column_dimensions[letter].width = width
    for cell in notes[len(ABOUT_LISTS) + 2]:
        cell.font, cell.fill = Font(bold=True), HEAD


def _figure_notes(notes):
    """How to fill in monthly figures, and below it the key of every measure, for them and for the settings' lines."""
    for words in ABOUT_FIGURES:
        notes.append([words])
    notes.append([])
    notes.append(["Measure by its key", "What it is called", "Unit", "Bases", "What it is"])
    for cell in notes[notes.max_row]:
        cell.font, cell.fill = Font(bold=True), HEAD
    for measure in service_areas.measures().values():
        notes.append([measure.key, measure.title, measure.unit, ", ".join(measure.bases), measure.definition])
    for letter, width in zip("ABCDE", (52, 60, 12, 40, 120)):
        notes.column_dimensions[letter].width = width


def _dress(sheet):
    """Headings that stand out and stay in sight."""
    for cell in sheet[1]:
        cell.font, cell.fill, cell.alignment = Font(bold=True), HEAD, Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[cell.column_letter].width = min(40, max(14, len(str(cell.value)) // 2 + 6))
    sheet.freeze_panes = "A2"


def _sheet_title(definition):
    """A list's title as a sheet's: without the signs that Excel forbids.

    >>> _sheet_title(lists.all()["contacts"])
    'List 1 contacts'
    """
    return definition.title.replace(":", "").replace("/", " ")[:TITLE_LENGTH]
