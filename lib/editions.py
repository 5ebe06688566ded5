"""An edition's folder: built out of sight beside where it will stand, and put in place whole or not at all.

A build is a hidden sibling (`.2015-12.building`), so that a rename puts it in place. One run of an edition at a time holds its lock.
"""

import contextlib
import json
import os
import shutil
from pathlib import Path

from lib import authorities
from lib.errors import Refused, WorkbookError
from lib.reports import INTERNAL, PUBLISHED

COMPLETE, INCOMPLETE = "complete", "incomplete"
FAILED, PARTIAL = ".failed", ".partial"
LOCKED_BYTE = 1_000_000     # Windows lets nobody read a locked byte: one far behind the number that the file holds


def home(authority, outputs=None):
    """The folder that an authority's editions stand in."""
    return Path(outputs or authorities.PROJECT / "outputs") / authority


def name(month, audience=INTERNAL):
    """An edition's folder name.

    >>> name("2015-12"), name("2015-12", PUBLISHED)
    ('2015-12', '2015-12-published')
    """
    return month if audience == INTERNAL else f"{month}-{audience}"


def state(folder):
    """What an edition's own run.json says of it: "complete", "incomplete", or "" where none stands."""
    run = Path(folder) / "run.json"
    return json.loads(run.read_text(encoding="utf-8"))["state"] if run.is_file() else ""


@contextlib.contextmanager
def building(folder):
    """An empty folder to build an edition in. What an interrupted run left behind is cleared or put right first.

    Raises Refused when another run is building the same edition, or the folder cannot be written to.
    """
    folder = Path(folder)
    build = folder.with_name(f".{folder.name}.building")
    with _locked(folder):
        _cleared(folder, build)
        try:
            yield build
        finally:
            _remove(build)


def _cleared(folder, build):
    """What an interrupted run left is gone or back in its place, and the build's folder is there and empty."""
    try:
        for each in _places(folder):
            repair(each)
        _remove(build)
        build.mkdir()
    except OSError as problem:
        raise _unwritable(folder, problem) from problem


def _unwritable(folder, problem):
    return Refused(_shown(folder), f"the folder cannot be written to ({problem.strerror})", "a folder of outputs that this account may write to",
                   "close the programs that show its files, or ask for the right to write there, and run again")


def publish(build, folder, outcome, failed):
    """Put what was built in place and return where it stands.

    A complete edition takes its own place, and what earlier attempts left is cleared. An incomplete one does only where no complete one
    stands; otherwise it goes beside it, to `.failed` when notebooks failed and to `.partial` when only some were asked for.
    """
    place = folder
    if outcome != COMPLETE and state(folder) == COMPLETE:
        place = folder.with_name(folder.name + (FAILED if failed else PARTIAL))
    put(build, place)
    if outcome == COMPLETE:
        for attempt in _places(folder)[1:]:
            _remove(attempt)
    return place


def put(build, folder):
    """Rename a build into place. What stood there is kept aside until the new one stands, and put back if it cannot.

    Raises WorkbookError when the folder is in use (Windows holds a folder whose files are open).
    """
    aside = _aside(folder)
    try:
        if folder.exists():
            folder.rename(aside)
        build.rename(folder)
    except OSError as problem:
        repair(folder)
        raise WorkbookError(_shown(folder), f"the new edition cannot be put in place ({problem.strerror})", "a folder that nothing has open",
                            "close the programs that show its files and run again; what stood there stands") from problem
    _remove(aside)


def repair(folder):
    """Finish or undo a swap that was interrupted: the earlier edition comes back unless the new one already stands."""
    aside = _aside(folder)
    if aside.exists() and not folder.exists():
        aside.rename(folder)
    _remove(aside)


@contextlib.contextmanager
def _locked(folder):
    """The edition's lock, held as long as this process lives and let go by the system if it dies."""
    with _opened(folder) as lock:
        if not _take(lock):
            lock.seek(0)
            raise Refused(_shown(folder), f"another run is making this edition (process {lock.read().strip() or 'unknown'})",
                          "one run of an edition at a time", "wait until it has ended, then run again")
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield


def _opened(folder):
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        return folder.with_name(f".{folder.name}.lock").open("a+", encoding="utf-8")
    except OSError as problem:
        raise _unwritable(folder, problem) from problem


def _take(lock):
    """Whether the lock was free; it is held until the file is closed."""
    try:
        if os.name == "nt":
            import msvcrt
            lock.seek(LOCKED_BYTE)
            msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _places(folder):
    """Where an edition or an attempt at it may stand."""
    return [folder, folder.with_name(folder.name + FAILED), folder.with_name(folder.name + PARTIAL)]


def _aside(folder):
    return folder.with_name(f".{folder.name}.earlier")


def _remove(folder):
    if folder.exists():
        shutil.rmtree(folder)


def _shown(folder):
    return "/".join(folder.parts[-3:])
