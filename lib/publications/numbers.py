"""What stands where a publication has a figure: a number, a symbol that says why there is none, a blank, or a mistake."""

import pandas as pd

from lib.contracts.symbols import MEANINGS

DECIMALS = 6                # what is left of a number after the noise of floating point
PLAIN = r"-?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d{1,2})?"
THOUSANDS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?"
BLANK, GARBLED, NEGATIVE, SEPARATED = "blank", "not a number", "negative", "thousands separator"
EXPECTED = f"a number such as 2672 or 45.9, or a symbol that says why there is none ({' '.join(MEANINGS)})"


def understand(said):
    """A Series of words as a frame of `value` (a plain number in words, or ""), `state` (a symbol, or "") and `doubt` (a constant above, or "").

    A number with a thousands separator is a number; a negative one is none, since what stands for "no figure" in some files is negative.

    >>> understand(pd.Series(["2,672", "9.3699999999999992", "C", "", "n/k", "-9"])).to_numpy().tolist()     # doctest: +NORMALIZE_WHITESPACE
    [['2672', '', 'thousands separator'], ['9.37', '', ''], ['', 'c', ''], ['', '', 'blank'], ['', '', 'not a number'], ['', '', 'negative']]
    """
    known = pd.Series(said.unique(), dtype="str")
    each = known.str.strip()
    separated, plain = each.str.fullmatch(THOUSANDS), each.str.fullmatch(PLAIN)
    negative = plain & each.str.startswith("-")
    value = each.where((plain & ~negative) | separated, "").str.replace(",", "").map(_tidy)
    state = each.str.lower().where(each.str.lower().isin(MEANINGS), "")
    doubt = pd.Series("", index=known.index, dtype="str").mask(separated, SEPARATED).mask(negative, NEGATIVE).mask(each == "", BLANK)
    doubt = doubt.mask((value == "") & (state == "") & (doubt == ""), GARBLED)
    table = pd.DataFrame({"value": value, "state": state, "doubt": doubt}).set_axis(known)
    return table.reindex(said).set_axis(said.index)


def _tidy(number):
    return plain(float(number)) if number else ""


def plain(number):
    """A number in the words it is kept in: without the noise of floating point, and without a decimal point where it is whole.

    >>> plain(45.0), plain(9.3699999999999992), plain(457.2132577)
    ('45', '9.37', '457.213258')
    """
    return f"{round(number, DECIMALS):.{DECIMALS}f}".rstrip("0").rstrip(".")
