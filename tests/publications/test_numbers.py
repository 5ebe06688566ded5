"""What stands in a figure's place: numbers in many spellings, symbols, and mistakes."""

import pandas as pd
import pytest

from lib.contracts.symbols import MEANINGS
from lib.publications import numbers


def understood(word):
    return tuple(numbers.understand(pd.Series([word])).iloc[0])


@pytest.mark.parametrize("word, value", [("2672", "2672"), ("45.90", "45.9"), ("0", "0"), ("0.0", "0"), ("12183016", "12183016"), ("9.3699999999999992", "9.37"),
                                         (".5", "0.5"), ("1e3", "1000"), (" 22 ", "22"), ("0.00001", "0.00001")])
def test_a_number_is_kept_plain(word, value):
    assert understood(word) == (value, "", "")


@pytest.mark.parametrize("word, value", [("2,672", "2672"), ("12,183,016", "12183016"), ("1,234.5", "1234.5")])
def test_a_thousands_separator_is_no_mistake(word, value):
    assert understood(word) == (value, "", numbers.SEPARATED)


@pytest.mark.parametrize("symbol", MEANINGS)
def test_a_symbol_is_a_state_in_whichever_case(symbol):
    assert understood(symbol) == understood(symbol.upper()) == ("", symbol, "")


@pytest.mark.parametrize("word, doubt", [("", numbers.BLANK), ("-9", numbers.NEGATIVE), ("-0.5", numbers.NEGATIVE), ("26,72", numbers.GARBLED), ("24.7%", numbers.GARBLED),
                                         ("2672 [1]", numbers.GARBLED), ("nan", numbers.GARBLED), ("inf", numbers.GARBLED), ("1e999", numbers.GARBLED), ("suppressed", numbers.GARBLED)])
def test_what_is_neither_is_a_doubt(word, doubt):
    assert understood(word) == ("", "", doubt)


def test_rows_keep_their_numbers():
    found = numbers.understand(pd.Series(["1", "c", "1"], index=[7, 9, 12]))

    assert found.index.tolist() == [7, 9, 12]
    assert found.value.tolist() == ["1", "", "1"]
