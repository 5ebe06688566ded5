"""One month's folder: its child-level lists and its monthly figures, each read once and remembered until a file changes."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from pathlib import Path

import pandas as pd

from lib import contracts, memory, service_areas, workbooks
from lib.errors import ERROR, Finding, WorkbookError
from lib.returns import child_level, contents, contradictions, rows, sheets, windows


@dataclass(frozen=True)
class Held:
    """What a month's files hold: the Lists of all of them, and the names of the sheets with monthly figures by the file's path."""

    lists: child_level.Lists
    figures: dict


@dataclass(frozen=True)
class Overview:
    """What is known of a month's folder without its rows: the keys of its lists, the months each is complete for, and what is wrong."""

    keys: tuple
    months: dict
    findings: pd.DataFrame
    files: pd.DataFrame
    exceptions: pd.DataFrame
    figures: dict


@dataclass(frozen=True)
class Figures:
    """The monthly figures of a file: what `rows.read` made of them and when the file was saved, or the reason why it would not open."""

    file: str
    sha256: str = ""
    reading: object = None
    saved: datetime = datetime.min
    problem: object = None


class Frames(Mapping):
    """The frames of a month's lists by their keys: brought from what is remembered when they are asked for, so that old ones take no memory."""

    def __init__(self, keys, month, files):
        self.names, self.month, self.files = tuple(keys), month, files

    def __getitem__(self, key):
        if key not in self.names:
            raise KeyError(key)
        return _held(self.month, self.files).lists.frames[key]

    def __iter__(self):
        return iter(self.names)

    def __len__(self):
        return len(self.names)


@memory.remembered
def overview(month, files, complete_from):
    """The Overview of a month's files, given as `memory.fingerprint` gives them; `complete_from` is the settings', of lists by their keys.

    A list without a row that could be used is as if it had not been returned, unless the settings say that it is complete for the month.
    """
    held = _held(month, files)
    whole = held.lists.frames
    frames = {key: frame for key, frame in whole.items() if len(frame) or complete_from.get(key) == month}
    months = windows.of(frames, month, complete_from)
    across, behind = contradictions.find(frames, months, month)
    findings = pd.concat([held.lists.findings, windows.findings(held.lists, months, month), across], ignore_index=True)
    return Overview(tuple(frames), months, findings, _with_windows(held.lists.files, months),
                    pd.concat([held.lists.exceptions, behind], ignore_index=True), held.figures)


def _with_windows(files, months):
    spans = [months.get(key) or ("",) for key in files["list"]]
    return files.assign(complete_from=pd.Series([span[0] for span in spans], dtype="str"), complete_to=pd.Series([span[-1] for span in spans], dtype="str"))


@lru_cache(maxsize=1)
def _held(month, files):
    """What a month's files hold, kept for the next call as well: one month's rows at a time is all that a machine must hold."""
    return _read(month, files)


@memory.remembered
def _read(month, files):
    taken = {path: _take(Path(path), month) for path in dict(files)}
    return Held(child_level.together([lists for lists, _ in taken.values()], month), {path: figures for path, (_, figures) in taken.items() if figures})


def _take(path, month):
    """What a file gives of lists, and the names of its sheets with monthly figures."""
    name = f"{month}/{path.name}"
    try:
        book = sheets.read(path, name)
    except WorkbookError as problem:
        return child_level.Taken(name, findings=(unopened(name, problem),)), ()
    found = contents.sort(book, name)
    return replace(child_level.take(book, found.tables, name, month), findings=found.findings), found.figures


def unopened(name, problem):
    """The Finding of a file that will not open, and why."""
    return Finding(ERROR, name, "", "", "", "file not readable", problem.found, problem.expected, problem.advice)


@memory.remembered
def figures(month, files, lines):
    """The Figures of those files of a month that hold any: `files` are (path, digest, names of the sheets); `lines` are the authority's."""
    known = contracts.known(lines, service_areas.measures())
    return [_figures(Path(path), month, wanted, known) for path, _, wanted in files]


def _figures(path, month, wanted, known):
    name = f"{month}/{path.name}"
    try:
        book = workbooks.read(path, name, only=wanted)
    except WorkbookError as problem:
        return Figures(name, problem=problem)
    return Figures(name, book.sha256, rows.read(name, month, book, known), book.saved)
