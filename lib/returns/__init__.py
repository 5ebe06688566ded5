"""Reading an authority's returns, lists and monthly figures: every row is used, or set aside with a finding that says where and why."""

from dataclasses import dataclass, field
from itertools import count

import pandas as pd

from lib import errors, memory, periods
from lib.errors import WARNING, Finding, Refused
from lib.returns import child_level, folders, sheets
from lib.returns.extracts import Extract

SUPPLIED = ("measure", "breakdown", "category", "basis", "month", "part", "value", "decimals", "state", "code", "file", "sheet", "row",
            "column", "precedence")
INTEGERS = ("decimals", "row", "precedence")
FILES = ("file", "sha256", "list", "layout", "sheet", "rows_read", "rows_used", "rows_set_aside", "complete_from", "complete_to")
COUNTS = ("rows_read", "rows_used", "rows_set_aside")
LOCK_PREFIX = "~$"                                       # the file that Excel keeps beside a workbook while it is open
SYSTEM_FILES = ("thumbs.db", "desktop.ini")


@dataclass(frozen=True)
class Returns:
    """What was read.

    `supplied` has a row a cell of monthly figures; `extracts` an Extract a month whose returns hold lists, the newest first; `findings` a
    row a finding; `exceptions` a row for each row of a list that a finding is about; `files` a row for each list of each sheet, and one for
    all the monthly figures of a file (`list` is empty), where rows read = rows used + rows set aside.
    """

    supplied: pd.DataFrame
    findings: pd.DataFrame
    files: pd.DataFrame
    extracts: tuple = ()
    exceptions: pd.DataFrame = field(default_factory=lambda: child_level.exceptions([]))


@dataclass(frozen=True)
class Folder:
    """One month's folder, read: its Overview, the Figures of its files in their order, and the fingerprint of all of its files."""

    month: str
    files: tuple
    overview: folders.Overview
    figures: list


def read(settings):
    """The returns of the edition's month and of every earlier month that has a folder, the newest month first.

    `settings` names the authority's `lines`, `returns_folder`, `month`, `precedence` and `complete_from`. Percentages come as 46.6, missing
    numbers as NaN with the cell's words in `state`. A month's lists come before its files of monthly figures; of these the ones named in
    `precedence` come first, then the latest saved. Raises Refused when the month has no folder, or no return in it that can be read.
    """
    held = [_folder(settings, month) for month in _months(settings)]
    findings = [finding for folder in held for finding in _findings(settings, folder)]
    found = pd.concat([errors.frame(findings), *(folder.overview.findings for folder in held)], ignore_index=True)
    _check_any(settings, held[0], found)
    places = count()
    extracts, supplied = zip(*[(_extract(folder, next(places)), _supplied(folder.figures, places)) for folder in held])
    return Returns(pd.concat(supplied, ignore_index=True), found, pd.concat([_files(folder) for folder in held], ignore_index=True),
                   tuple(extract for extract in extracts if extract.frames),
                   pd.concat([folder.overview.exceptions for folder in held], ignore_index=True))


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


def _is_readable(path):
    return path.is_file() and path.suffix.casefold() in sheets.ENDINGS


def _folder(settings, month):
    files = memory.fingerprint(path for path in _content(settings, month) if _is_readable(path))
    overview = folders.overview(month, files, settings.complete_from)
    with_figures = tuple((path, digest, overview.figures[path]) for path, digest in files if path in overview.figures)
    return Folder(month, files, overview, _in_order(folders.figures(month, with_figures, settings.lines) if with_figures else [], settings))


def _in_order(figures, settings):
    """The files of a month as their figures count: those that the settings name first, then the latest saved."""
    rank = {name.casefold(): place for place, name in enumerate(settings.precedence)}
    newest_first = sorted(figures, key=lambda each: each.saved, reverse=True)
    return sorted(newest_first, key=lambda each: rank.get(each.file.partition("/")[2].casefold(), len(rank)))


def _findings(settings, folder):
    """What is to be said of a folder's files and of their monthly figures."""
    left = [Finding(WARNING, f"{folder.month}/{path.name}", "", "", "", "file not read", _kind_of(path),
                    f"a workbook or a list ({', '.join(sheets.ENDINGS)}) in the month's folder itself",
                    "It was not read; move it elsewhere, or put it there saved as .xlsx, and run again.")
            for path in _content(settings, folder.month) if not _is_readable(path)]
    unopened = [folders.unopened(each.file, each.problem) for each in folder.figures if each.problem]
    return left + unopened + [finding for each in folder.figures if each.reading for finding in each.reading.findings]


def _kind_of(path):
    if path.is_dir():
        return "this is a folder"
    return f"the file is of the kind {path.suffix}" if path.suffix else "the file's name has no ending"


def _check_any(settings, newest, found):
    """Refuses a month of whose files none holds a list or monthly figures."""
    if any(newest.overview.files["list"] != "") or any(each.reading and each.reading.recognised for each in newest.figures):
        return
    own = found[found.file.str.startswith(f"{settings.month}/")]
    said = [str(Finding(*row)) for row in own.itertuples(index=False)]
    wrong = "no return could be read\n  " + "\n  ".join(said) + "\n" if said else "the folder is empty"
    raise Refused(_place(settings), wrong, "at least one file with a list or, saved as .xlsx or .xlsm, a sheet of monthly figures",
                  "Put the month's returns there, or correct them, and run again.")


def _extract(folder, place):
    """The lists of a month; its fingerprint says all that they depend on, and where they stand among the other returns."""
    overview = folder.overview
    fingerprint = (place, folder.files, tuple(sorted(overview.months.items())))
    return Extract(folder.month, folders.Frames(overview.keys, folder.month, folder.files), overview.months, place, fingerprint)


def _supplied(figures, places):
    """The supplied cells of a month's files, each numbered in its place."""
    supplied = [{**cell, "precedence": place} for each, place in zip(figures, places) if each.reading for cell in each.reading.figures.values()]
    frame = pd.DataFrame(supplied, columns=list(SUPPLIED))
    words = {name: "str" for name in SUPPLIED if name not in ("value", *INTEGERS)}
    return frame.astype({**words, "value": "float64", **dict.fromkeys(INTEGERS, "int64")})


def _files(folder):
    """What was read of each file of a month: its lists, its monthly figures, or nothing."""
    read, figures = folder.overview.files, [each for each in folder.figures if each.reading]
    counts = [(each.file, each.sha256, "", "", "", each.reading.used + each.reading.set_aside, each.reading.used, each.reading.set_aside, "", "")
              for each in figures]
    nothing = (read["list"] == "") & (read.sha256 != "") & ~read.file.isin([each.file for each in folder.figures])
    whole = pd.concat([read[read["list"] != ""][list(FILES)], pd.DataFrame(counts, columns=list(FILES)), read[nothing][list(FILES)]], ignore_index=True)
    return whole.astype({name: "int64" if name in COUNTS else "str" for name in FILES})
