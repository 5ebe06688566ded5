"""The exceptions workbook: a row for each row of a list that something is wrong with and why, for the team that keeps the list.

It says where to look and never what stands there: no identifier, name or date.
"""

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font

from lib import periods
from lib.contracts import lists
from lib.errors import WorkbookError
from lib.returns import contradictions, wordings

COLUMNS = {"list": 44, "file": 34, "sheet": 24, "row": 8, "column": 40, "reason": 70, "set aside or used": 18}      # with their widths
REASONS = {rule: one for rule, (one, _, _) in wordings.SAID.items()} | {rule.name: rule.one for rule in contradictions.RULES} | {
    "missing column": "the sheet has no column of that heading"}
USED, ASIDE = "used", "set aside"
MOST = 1_000_000        # rows that a sheet has room for
ABOUT = (
    "Each row of the other sheet is a row of a child-level list, as it was received, that something is wrong with. A row with several faults "
    "stands there once for each.",
    "Rows are numbered as Excel numbers them, in the file and sheet named beside them. Open that file to see what the row holds: this workbook "
    "repeats nothing of it.",
    "Rows that are set aside count nowhere. Rows that are used count, without the value that cannot be read or as they stand.",
    "Correct them where they are kept, put the new return into the month's folder and run check again: it writes this workbook anew.",
)


def of(received, month):
    """The exceptions of the returns of one month, in the order of the lists, their files, sheets and rows."""
    rows = received.exceptions[received.exceptions.file.str.startswith(f"{month}/")]
    order = {key: place for place, key in enumerate(lists.all())}
    return rows.assign(place=rows["list"].map(order)).sort_values(["place", "file", "sheet", "row"], kind="stable", ignore_index=True).drop(columns="place")


def write(received, rules):
    """Write the exceptions of the settings' month into the authority's folder `exceptions`, and give back the path.

    Raises WorkbookError when the file that is there cannot be replaced.
    """
    folder, rows = rules.authority.folder / "exceptions", of(received, rules.month)
    book = Workbook(write_only=True)
    _rows(book.create_sheet("Rows to look at"), rows.head(MOST))
    _about(book.create_sheet("About"), rules, rows)
    path = folder / f"{rules.month}.xlsx"
    try:
        folder.mkdir(exist_ok=True)
        book.save(path)
    except OSError as problem:
        raise WorkbookError("/".join(path.parts[-3:]), f"the file cannot be written ({problem.strerror})", "a file that nobody has open",
                            "Close it in Excel and run again.") from problem
    return path


def _rows(sheet, rows):
    for letter, width in zip("ABCDEFG", COLUMNS.values()):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A2"
    sheet.append([_bold(sheet, heading) for heading in COLUMNS])
    titles = {key: each.title for key, each in lists.all().items()}
    for row in rows.itertuples(index=False):
        sheet.append([titles[row.list], row.file, row.sheet, row.row, row.column, REASONS[row.rule], ASIDE if row.set_aside else USED])


def _about(sheet, rules, rows):
    sheet.column_dimensions["A"].width = 110
    sheet.append([_bold(sheet, f"Rows to look at: {rules.authority.name}, {periods.long_name(rules.month)}")])
    places = rows.drop_duplicates(["file", "sheet", "row"])
    count = f"{len(places):,} {'row' if len(places) == 1 else 'rows'}"
    left = (f"The sheet has room for the first {MOST:,} of {len(rows):,} faults.",) if len(rows) > MOST else ()
    for words in (f"Something is wrong with {count} of this month's lists.", *left, *ABOUT):
        cell = WriteOnlyCell(sheet, words)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.append([cell])


def _bold(sheet, words):
    cell = WriteOnlyCell(sheet, words)
    cell.font = Font(bold=True)
    return cell
