"""Reading the monthly figures of an authority's returns: every row is used, or set aside with a finding that says where and why."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import pandas as pd

from lib import contracts, errors, memory, periods, service_areas, workbooks
from lib.errors import ERROR, WARNING, Finding, Refused, WorkbookError
from lib.returns import rows

SUPPLIED = ("measure", "breakdown", "category", "basis", "month", "part", "value", "decimals", "state", "code", "file", "sheet", "row",
            "column", "precedence")
INTEGERS = ("decimals", "row", "precedence")
FILES = ("file", "sha256", "rows_read", "rows_used", "rows_set_aside")
LOCK_PREFIX = "~$"                                       # the file that Excel keeps beside a workbook while it is open
SYSTEM_FILES = ("thumbs.db", "desktop.ini")


@dataclass(frozen=True)
class Returns:
    """What was read: a row a supplied cell, a row a finding, a row a file; in `files` rows read = rows used + rows set aside."""

    supplied: pd.DataFrame
    findings: pd.DataFrame
    files: pd.DataFrame


@dataclass(frozen=True)
class Received:
    """One file of a month's folder, opened or with the reason why it would not open. Messages call it by month and name."""

    path: Path
    month: str
    book: object = None
    problem: object = None

    @property
    def name(self):
        return f"{self.month}/{self.path.name}"


def read(settings):
    """The monthly figures of the edition's month and of every earlier month that has a folder, the newest month first.

    `settings` names the authority's `lines`, `returns_folder`, `month` and `precedence`. Percentages come as 46.6, missing numbers as
    NaN with the cell's words in `state`. Within a month the files named in `precedence` come first, then the latest saved.
    Raises Refused when the month has no folder, or no return in it that can be read.
    """
    files = [path for month in _months(settings) for path in _content(settings, month) if path.is_file()]
    return _read(settings, memory.fingerprint(files))


@memory.remembered
def _read(settings, _):
    """What is in the returns; the second input is the fingerprint of their files, so that it is remembered until one changes."""
    received = [file for month in _months(settings) for file in _received(settings, month)]
    known = contracts.known(settings.lines, service_areas.measures())
    readings = [rows.read(file.name, file.month, file.book, known) for file in received if file.book]
    findings = [finding for month in _months(settings) for finding in _left_unread(settings, month)]
    findings += [_unopened(file) for file in received if file.problem]
    findings += [finding for reading in readings for finding in reading.findings]
    _check_any(settings, readings, findings)
    return Returns(_supplied(readings), errors.frame(findings), _files(received, readings))


def _months(settings):
    there = sorted(folder.name for folder in settings.returns_folder.glob("????-??") if folder.is_dir())
    if settings.month in there:
        return [month for month in reversed(there) if month <= settings.month]
    raise Refused(_place(settings), "the folder is missing", f"a folder with the returns of {periods.long_name(settings.month)}",
                  f"Put the month's workbooks there and run again. There are folders for: {', '.join(there) or 'no month yet'}.")


def _place(settings):
    return "/".join([*settings.returns_folder.parts[-2:], settings.month])


def _content(settings, month):
    paths = sorted((settings.returns_folder / month).iterdir())
    return [path for path in paths if not path.name.startswith((LOCK_PREFIX, ".")) and path.name.casefold() not in SYSTEM_FILES]


def _is_workbook(path):
    return path.is_file() and path.suffix.casefold() in workbooks.READABLE


def _received(settings, month):
    files = [_open(path, month) for path in _content(settings, month) if _is_workbook(path)]
    rank = {name.casefold(): place for place, name in enumerate(settings.precedence)}
    newest_first = sorted(files, key=lambda file: file.book.saved if file.book else datetime.min, reverse=True)
    return sorted(newest_first, key=lambda file: rank.get(file.path.name.casefold(), len(rank)))


def _open(path, month):
    file = Received(path, month)
    try:
        return replace(file, book=workbooks.read(path, file.name))
    except WorkbookError as problem:
        return replace(file, problem=problem)


def _unopened(file):
    problem = file.problem
    return Finding(ERROR, file.name, "", "", "", "file not readable", problem.found, problem.expected, problem.advice)


def _left_unread(settings, month):
    return [Finding(WARNING, f"{month}/{path.name}", "", "", "", "file not read", _kind_of(path),
                    "an .xlsx or .xlsm workbook in the month's folder itself",
                    "It was not read; move it elsewhere, or put it there saved as .xlsx, and run again.")
            for path in _content(settings, month) if not _is_workbook(path)]


def _kind_of(path):
    if path.is_dir():
        return "this is a folder"
    return f"the file is of the kind {path.suffix}" if path.suffix else "the file's name has no ending"


def _check_any(settings, readings, findings):
    if any(reading.recognised and reading.month == settings.month for reading in readings):
        return
    said = [str(finding) for finding in findings if finding.file.startswith(f"{settings.month}/")]
    found = "no return could be read\n  " + "\n  ".join(said) + "\n" if said else "the folder is empty"
    raise Refused(_place(settings), found, "at least one workbook (.xlsx or .xlsm) with a sheet of monthly figures",
                  "Put the month's returns there, or correct them, and run again.")


def _supplied(readings):
    supplied = [{**cell, "precedence": place} for place, reading in enumerate(readings) for cell in reading.figures.values()]
    frame = pd.DataFrame(supplied, columns=list(SUPPLIED))
    words = {name: "str" for name in SUPPLIED if name not in ("value", *INTEGERS)}
    return frame.astype({**words, "value": "float64", **dict.fromkeys(INTEGERS, "int64")})


def _files(received, readings):
    hashes = {file.name: file.book.sha256 for file in received if file.book}
    counts = [(reading.file, hashes[reading.file], reading.used + reading.set_aside, reading.used, reading.set_aside)
              for reading in readings]
    return pd.DataFrame(counts, columns=list(FILES)).astype({"file": "str", "sha256": "str", **{name: "int64" for name in FILES[2:]}})
