"""Stages remembered on disk by the hash of what goes in and of the code that made them, so that the first notebook pays and the others do not."""

import functools
import hashlib
import os
from pathlib import Path

from joblib import Memory

from lib import authorities


@functools.cache
def code():
    """A fingerprint of this package's own source: another version of the code never reads what an earlier one remembered."""
    sources = sorted(Path(__file__).parent.rglob("*.py"))
    return hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()[:16]


def folder():
    """Where stages are remembered: `.cache` beside the project, or $WORKBOOK_CACHE."""
    return Path(os.environ.get("WORKBOOK_CACHE") or authorities.PROJECT / ".cache") / code()


def remembered(stage=None, *, apart_from=()):
    """A stage that is run once for each set of inputs and read from disk after that. Its inputs must hold everything it depends on.

    `apart_from` names inputs that need not be looked at, since a fingerprint among the others stands for them.
    """
    if stage is None:
        return functools.partial(remembered, apart_from=apart_from)

    @functools.wraps(stage)
    def recall(*inputs):
        return Memory(folder(), verbose=0).cache(stage, ignore=list(apart_from))(*inputs)

    return recall


def fingerprint(paths):
    """The SHA-256 of each file, as (path, digest) pairs in order: what a stage that reads files takes as its input.

    The digest of a file that cannot be read says so; the stage itself says what to do about it.

    >>> fingerprint([])
    ()
    """
    return tuple((str(path), _digest(Path(path))) for path in sorted(paths))


def _digest(path):
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as problem:
        return f"not readable: {problem.strerror}"
