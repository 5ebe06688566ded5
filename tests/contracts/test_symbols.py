from lib import marks
from lib.contracts import cells
from lib.contracts.symbols import MEANINGS


def test_every_symbol_is_known_in_a_return_too():
    assert [symbol for symbol in MEANINGS if not cells.is_known(symbol)] == []


def test_a_page_says_what_a_symbol_means():
    assert {symbol: marks.reason(symbol) for symbol in MEANINGS} == MEANINGS


def test_the_symbols_are_those_of_published_statistics():
    assert list(MEANINGS) == ["c", "z", "x", "low", "k", "u", ":", "~", "-", ".."]
