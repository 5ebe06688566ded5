"""What a return must look like, declared before it is read: a contract a file, and here how headings, codes and words are recognised."""

import re
from dataclasses import dataclass

from lib.errors import ERROR, nearest


@dataclass(frozen=True)
class Column:
    """A column of a contract: its heading, the other spellings taken for it, and whether a sheet must have it."""

    name: str
    spellings: tuple = ()
    required: bool = False


@dataclass(frozen=True)
class Problem:
    """What is wrong with something read, before it is known where it stands."""

    rule: str
    found: str
    expected: str
    advice: str
    severity: str = ERROR


@dataclass(frozen=True)
class Named:
    """What a code or a key stands for. `code` is empty for a key, `basis` where the measure's natural one holds."""

    code: str
    measure: object
    breakdown: str = ""
    category: str = ""
    basis: str = ""


@dataclass(frozen=True)
class Known:
    """What a code or key may be: an authority's lines by code, in small letters, and the declared measures by key."""

    codes: dict
    measures: dict


def plain(words):
    """Words as they are compared: small letters and digits, everything else a single space.

    >>> plain(" Code / Key: "), plain("Year-to-date")
    ('code key', 'year to date')
    """
    return " ".join(re.sub(r"[\W_]+", " ", str(words).casefold()).split())


def column_named(heading, columns):
    """The name of the column a heading stands for; nothing when it is none of them.

    >>> column_named("CODE/KEY", [Column("code or key", ("code key",))])
    'code or key'
    """
    word = plain(heading)
    return next((column.name for column in columns if word in map(plain, (column.name, *column.spellings))), "")


def choice(words, choices):
    """Which of a mapping's keys some words stand for, by its spellings; None when they are none of them.

    >>> choice("Year to date", {"year_to_date": ("ytd",)})
    'year_to_date'
    """
    word = plain(words)
    return next((key for key, spellings in choices.items() if word in map(plain, (key, *spellings))), None)


def known(lines, measures):
    """The codes of an authority's lines (a frame of code, measure, breakdown, category, basis) and the declared measures, by key."""
    return Known({str(line.code).casefold(): line for line in lines.itertuples()}, measures)


def find(cell, known):
    """What the code or key in a cell stands for: Named, or the Problem that keeps it from standing for anything."""
    word = code_text(cell, known.codes)
    if word is None:
        return _ambiguous(cell)
    line = known.codes.get(word.casefold())
    if line:
        return Named(str(line.code), known.measures[line.measure], line.breakdown, line.category, line.basis)
    if word.casefold() in known.measures:
        return Named("", known.measures[word.casefold()])
    return Problem("unknown code", f'"{word[:60]}" is neither a code nor a key' if word else "there is no code or key",
                   "the code of one of the authority's lines or the key of a measure",
                   f"The row is set aside; correct it, or add the line to lines.csv.{nearest(word, [*known.codes, *known.measures])}")


def code_text(cell, codes):
    """A code as it was meant. Excel keeps 7.10 typed as a number as 7.1: None when both are among the codes and the format does not tell.

    >>> from types import SimpleNamespace
    >>> code_text(SimpleNamespace(value=7.1, format="0.00"), {"7.1", "7.10"})
    '7.10'
    >>> code_text(SimpleNamespace(value=7.1, format="General"), {"7.1"})
    '7.1'
    """
    if cell is None or isinstance(cell.value, bool) or not isinstance(cell.value, (int, float)):
        return cell.text if cell else ""
    short, decimals = f"{cell.value:g}", re.fullmatch(r"0\.(0+)(_\))?", cell.format)
    if decimals:
        return f"{cell.value:.{len(decimals[1])}f}"
    return None if "." in short and {short, f"{short}0"} <= set(codes) else short


def _ambiguous(cell):
    short = f"{cell.value:g}"
    return Problem("ambiguous code", f'the code is the number {short}, which may stand for "{short}" or "{short}0"', "a code kept as text",
                   "The row is set aside; format the column as text, type the code again and run again.")
