"""What one month's returns hold of each child-level list, and for which months that is complete."""

from dataclasses import dataclass, field

from lib.contracts import lists
from lib.returns import child_level


@dataclass(frozen=True)
class Extract:
    """The lists of the returns of a month: a frame a list by its key, typed as `child_level` does, and the months each is complete for.

    `months` are "YYYY-MM", the earliest first; a list that no file held has neither a frame nor months. `precedence` is where these
    returns stand among all that give the same figure; the lowest wins. `fingerprint` is that of the files.
    """

    month: str
    frames: dict = field(default_factory=dict)
    months: dict = field(default_factory=dict)
    precedence: int = 0
    fingerprint: tuple = ()

    def has(self, key):
        """Whether the returns hold that list."""
        return key in self.frames

    def rows(self, key):
        """A list's rows; a frame of its columns without rows when the returns do not hold it."""
        return self.frames[key] if key in self.frames else child_level.blank(lists.all()[key])

    def covers(self, key):
        """The months a list is complete for."""
        return self.months.get(key, ())
