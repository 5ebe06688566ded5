"""How councils word what the contracts call by a code: the same person or answer in the words of drop-downs, systems and typists."""

from lib.contracts.annex_a import people as contract

ETHNIC_TITLES = {code.key: code.title for code in contract.ETHNICITIES}
SEXES = {"F": ("b) Female", "Female", "F"), "M": ("a) Male", "Male", "M")}
ANSWERS = {True: ("a) Yes", "Yes", "Y"), False: ("b) No", "No", "N")}


def person(child, turn=0):
    """What Annex A asks of a child, worded one of the ways councils return it."""
    return child | {"sex": SEXES[child["sex"]][turn % 3], "ethnicity": ethnicity(child["ethnicity"], turn)}


def ethnicity(code, turn=0):
    """An ethnicity by its code, by its place in a drop-down and its code, or by its title.

    >>> [ethnicity("WBRI", turn) for turn in range(3)]
    ['WBRI', 'a) WBRI', 'White British']
    """
    letter = "abcdefghijklmnopqrst"[list(ETHNIC_TITLES).index(code)]
    return (code, f"{letter}) {code}", ETHNIC_TITLES[code])[turn % 3]


def answer(truth, turn=0):
    """Yes or no.

    >>> answer(True), answer(False, 2)
    ('a) Yes', 'N')
    """
    return ANSWERS[bool(truth)][turn % 3]
