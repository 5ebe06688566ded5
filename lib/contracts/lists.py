"""What a child-level list is, declared before it is read: its columns, headings, kinds, codes, and what identifies a row."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

# What a column holds. A TIME is a date with its time of day where that was recorded; an IDENTIFIER is text that no message may quote.
IDENTIFIER, DATE, TIME, CODE, NUMBER, TEXT, YES_NO = "identifier", "date", "time", "code", "number", "text", "yes or no"
LOCAL = "local"

SMALL_WORDS = frozenset("a an and at by did does for from had has have in is of on or the their this to was were with".split())
MARKS = re.compile(r"['\"`\u2018\u2019\u201c\u201d\u00b4]|(?<=\w)&(?=\w)")   # quotes, and what joins the letters of A&E
REMARK = re.compile(r"\([^()]*\)")
JOINED = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])|(?<=[a-z]{2})(?=[A-Z])")     # ChildUniqueID, but DoB
LETTER = re.compile(r"^\s*([A-Za-z]|[a-z]{2}|[a-z]\d)\)\s*")            # the letter of a drop-down: "b) Female", "p1) 5D: LA services"
HEAD = re.compile(r"([A-Z]{1,6}|[A-Za-z]{0,4}\d{1,3}[A-Za-z]?)\s*[:)\u2013\u2014-]\s*(.*)", re.DOTALL)
KEPT = 20_000                                                         # texts whose normal form is remembered


@dataclass(frozen=True)
class Code:
    """A code of a column as the contract has it, "F" or "6", what it stands for, and the other spellings councils return."""

    key: str
    title: str
    spellings: tuple = ()


@dataclass(frozen=True)
class Column:
    """A column of a list. `title` is the official heading, `spellings` the other headings seen, `blank` whether a cell may be.

    `layouts` are those it stands in, all when empty; `ahead` says that its dates may lie after the month's end, as a due date does.
    """

    key: str
    title: str
    kind: str
    blank: bool = False
    codes: tuple = ()
    spellings: tuple = ()
    layouts: tuple = ()
    ahead: bool = False


@dataclass(frozen=True)
class List:
    """A list: its columns, those that identify a row, and where its definition comes from (`source`).

    `dated` is the column whose months the list covers (none for a stock or for periods with a start and an end), `window` how many months
    before the extract the definition asks for (0: it names none). `spans` are pairs of columns of which the first comes no later than the
    second; `layouts` names the layouts it comes in, the older first, where they differ. `ends` are the columns that end a row of a list of
    periods, which hold all that go on and those that ended since some day.
    """

    key: str
    title: str
    columns: tuple
    identifies: tuple
    dated: str = ""
    source: str = ""
    annex: str = LOCAL
    window: int = 0
    spans: tuple = ()
    layouts: tuple = ()
    ends: tuple = ()

    def column(self, key):
        """The column of a key; KeyError when the list has none."""
        return {column.key: column for column in self.columns}[key]

    def standing(self, layout):
        """The columns that stand in a layout."""
        return tuple(column for column in self.columns if layout in column.layouts or not column.layouts)


ANSWERS = (Code("yes", "Yes", ("y", "true", "1")), Code("no", "No", ("n", "false", "0")),
           Code("unknown", "Unknown", ("not known", "not recorded", "not stated")))


def all():
    """Every list by its key: Ofsted's Annex A in its order, then the local lists. What they are stands in `annex_a` and `local_lists`.

    >>> [each.key for each in all().values()][:2]
    ['contacts', 'early_help_assessments']
    """
    return dict(_all())


@lru_cache(KEPT, typed=True)
def normal(text):
    """A heading or a code as it is compared: small letters, without accents, quotes, bracketed remarks, signs and small words.

    >>> normal(" Age of Child\u00a0(Years) "), normal("ChildUniqueID"), normal("Child\u2019s Legal Status")
    ('age child', 'child unique id', 'childs legal status')
    """
    letters = unicodedata.normalize("NFKD", JOINED.sub(" ", str(text)))
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()
    words = re.sub(r"[\W_]+", " ", REMARK.sub(" ", MARKS.sub("", bare))).split()
    return " ".join([word for word in words if word not in SMALL_WORDS] or words)


def recognise(headers):
    """Which list a row of headings is the header of: (List, layout, {column key: position from nought}), or None.

    It is the list most of whose columns are there, and of those that may not be blank all, or else half of all its columns; when two
    lists have as many, none is guessed. The layout is empty for a list with but one. Of two headings of one column the first is taken.

    >>> recognise(["Ref", "Child Unique ID", "Contact source", "DATE OF CONTACT", "Gender"])[2]["date_of_contact"]
    3
    """
    said = [normal(header) if header is not None else "" for header in headers]
    found = {key: _positions(said, known) for key, known in _headings().items()}
    best = max(found, key=lambda key: len(found[key]))
    rivals = sum(len(positions) >= len(found[best]) for positions in found.values())
    recognised = _all()[best]
    if rivals > 1 or not _enough(recognised, found[best]):
        return None
    return recognised, _layout(recognised, found[best]), found[best]


def codes(column):
    """The codes of a column; those of yes and no where it asks a question and has none of its own."""
    return column.codes or (ANSWERS if column.kind == YES_NO else ())


def code(column, cell):
    """The key of the code a cell stands for, by its key, its title or another spelling; None when it is blank or none of them.

    The letter of a drop-down ("b) Female") says nothing by itself, and a code whose words are another code's is none ("6: Schools").

    >>> sex = Column("sex", "Gender", CODE, codes=(Code("F", "Female"), Code("M", "Male")))
    >>> code(sex, "b) Female"), code(sex, " f "), code(sex, "M - man"), code(sex, "F: Male"), code(sex, "b) Girl")
    ('F', 'F', 'M', None, None)
    """
    said, known = LETTER.sub("", _text(cell)), _spellings(column)
    whole, head = known.get(normal(said)), HEAD.fullmatch(said)
    if whole or not head:
        return whole
    first, rest = known.get(normal(head[1])), known.get(normal(head[2]))
    return None if rest and rest != first else first


@cache
def _all():
    from lib.contracts import annex_a, local_lists
    return {each.key: each for each in (*annex_a.LISTS, *local_lists.LISTS)}


@cache
def _headings():
    """The columns' keys by their headings as they are compared, a mapping a list."""
    return {key: {normal(heading): column.key for column in each.columns for heading in (column.title, *column.spellings)}
            for key, each in _all().items()}


@cache
def _spellings(column):
    """The codes' keys by all that stands for them."""
    return {normal(said): each.key for each in codes(column)
            for said in (each.key, each.title, f"{each.key} {each.title}", *each.spellings)}


def _positions(said, known):
    found = {}
    for position, heading in enumerate(said):
        if heading in known:
            found.setdefault(known[heading], position)
    return found


def _enough(candidate, found):
    columns = candidate.standing(_layout(candidate, found))
    needed = {column.key for column in columns if not column.blank}
    return needed <= set(found) or 2 * len(found) >= len(columns)


def _layout(candidate, found):
    """The older layout in which all that was found stands."""
    fitting = [name for name in candidate.layouts if set(found) <= {column.key for column in candidate.standing(name)}]
    return next(iter([*fitting, *candidate.layouts[-1:]]), "")


def _text(cell):
    """A cell's words; a whole number without its decimals, and nothing for a blank."""
    if cell is None or cell != cell:
        return ""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell).strip()
