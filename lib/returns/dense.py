"""Reading every place of a workbook's sheets with calamine: fast, and a format that does not say how far a sheet reaches in a process of its own.

Run as a program it reads a workbook from its input and writes the sheets to its output: a broken file, or a stray cell in a sheet's farthest corner,
would ask for more memory than there is and end the process it is read in. It imports nothing of this package, so that it starts at once.
"""

import io
import pickle
import subprocess
import sys

import python_calamine

PROTECTED = 3           # the exit code that says so
MOST_PLACES = 50_000_000
LONGEST = 120           # seconds; a year of a large council's rows takes a few


class Protected(Exception):
    """The workbook has a password."""


class Broken(Exception):
    """The workbook could not be read."""


def read(content):
    """The worksheets of a workbook's bytes as (name, hidden, rows) with rows as (number, cells); a blank, and an error, is ""."""
    with python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
        worksheets = [each for each in book.sheets_metadata if each.typ == python_calamine.SheetTypeEnum.WorkSheet]
        return [(each.name, each.visible != python_calamine.SheetVisibleEnum.Visible, _rows(book.get_sheet_by_name(each.name)))
                for each in worksheets]


def read_apart(content):
    """The same, read in a process of its own. Raises Protected or Broken."""
    try:
        made = subprocess.run([sys.executable, "-P", __file__], input=content, capture_output=True, check=False, timeout=LONGEST)
    except subprocess.TimeoutExpired as problem:
        raise Broken from problem
    if made.returncode == PROTECTED:
        raise Protected
    if made.returncode:
        raise Broken
    return pickle.loads(made.stdout)


def _rows(sheet):
    if sheet.height * sheet.width > MOST_PLACES:
        raise Broken
    blank = [""] * (sheet.start[1] if sheet.start else 0)
    return [(number, blank + cells) for number, cells in enumerate(sheet.iter_rows(), 1) if cells.count("") < len(cells)]


def _answer():
    try:
        sheets = read(sys.stdin.buffer.read())
    except python_calamine.PasswordError:
        sys.exit(PROTECTED)
    sys.stdout.buffer.write(pickle.dumps(sheets, protocol=pickle.HIGHEST_PROTOCOL))


if __name__ == "__main__":
    _answer()
