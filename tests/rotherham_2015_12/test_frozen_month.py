"""A whole month frozen: the figures that the two returns of December 2015 give, always recomputed from the workbooks.

When a figure is meant to move, `python -m tests.rotherham_2015_12.test_frozen_month` freezes the month again; the changelog says why.
"""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from lib import exports, reports

FROZEN = Path(__file__).resolve().parent / "frozen" / "figures.csv"
MONTH = "2015-12"
KEY = ["authority", "measure", "breakdown", "category", "month", "basis"]
NUMBERS = ["numerator", "denominator", "value", "previous", "lower", "upper"]
WORDS = [column for column in exports.FIGURES if column not in (*KEY, *NUMBERS)]
TOLERANCE, MOST_NAMED = 1e-9, 10


def recompute():
    """The published figures of the month, from the workbooks."""
    return exports.figures(reports.stages("rotherham", MONTH).compared, MONTH)


def freeze(path=FROZEN):
    """Write the figures down as the ones that the tests expect, and give the path back."""
    path.parent.mkdir(parents=True, exist_ok=True)
    recompute().to_csv(path, index=False, encoding="utf-8", lineterminator="\n")
    return path


def thaw(path=FROZEN):
    return pd.read_csv(path, dtype={column: "float64" if column in NUMBERS else "str" for column in exports.FIGURES},
                       keep_default_na=False, na_values={column: [""] for column in NUMBERS})


def differences(frozen, ours):
    """A line for every figure that is in one of the two only, and for every column of it that differs, in the frozen order."""
    before, now = (frame.set_index(KEY) for frame in (frozen, ours))
    yield from (f"{named(key)}: is no longer a figure" for key in before.index.difference(now.index, sort=False))
    yield from (f"{named(key)}: is a new figure" for key in now.index.difference(before.index, sort=False))
    both = before.index.intersection(now.index, sort=False)
    for column in [*NUMBERS, *WORDS]:
        pairs = zip(both, before.loc[both, column].tolist(), now.loc[both, column].tolist())
        yield from (f"{named(key)}: {column} was {was!r} and is {becomes!r}" for key, was, becomes in pairs if not alike(was, becomes))


def alike(was, becomes):
    if isinstance(was, float) and isinstance(becomes, float):
        return bool(np.isclose(was, becomes, rtol=0, atol=TOLERANCE, equal_nan=True))
    return was == becomes


def named(key):
    return " ".join(part for part in key if part)


def said(found):
    """The first of the differences and how many there are; nothing when there is none."""
    found = list(found)
    more = f"\nand {len(found) - MOST_NAMED} more" if len(found) > MOST_NAMED else ""
    return "\n".join(found[:MOST_NAMED]) + more


@pytest.fixture(scope="module")
def recomputed(tmp_path_factory):
    """The month's figures, with nothing remembered from an earlier run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WORKBOOK_CACHE", str(tmp_path_factory.mktemp("nothing_remembered")))
        yield recompute()


def test_the_workbooks_give_the_frozen_figures(recomputed):
    assert said(differences(thaw(), recomputed)) == ""


def test_the_frozen_figures_have_the_published_columns_and_each_key_once(recomputed):
    frozen = thaw()

    assert list(frozen.columns) == list(recomputed.columns) == list(exports.FIGURES)
    assert not frozen.duplicated(KEY).any()
    assert not recomputed.duplicated(KEY).any()


def test_a_number_that_moves_a_word_that_changes_and_a_figure_that_comes_or_goes_are_each_named():
    frozen = thaw()
    contacts = frozen.index[(frozen.measure == "contacts") & (frozen.month == MONTH) & (frozen.basis == "in_month")][0]
    ours = frozen.copy()
    ours.loc[contacts, ["value", "travel"]] = [1042.0, "down"]
    ours.loc[frozen.index[0], "month"] = "2016-01"

    found = list(differences(frozen, ours))

    gone, new = (named(tuple(frame.loc[frozen.index[0], KEY])) for frame in (frozen, ours))
    assert found == [f"{gone}: is no longer a figure", f"{new}: is a new figure",
                     "rotherham contacts 2015-12 in_month: value was 1041.0 and is 1042.0",
                     "rotherham contacts 2015-12 in_month: travel was 'up' and is 'down'"]


def test_less_than_a_thousand_millionth_is_no_difference():
    frozen = thaw()

    assert said(differences(frozen, frozen.assign(value=frozen.value + TOLERANCE / 2))) == ""


def test_the_first_differences_are_named_and_the_rest_counted():
    assert said(f"figure {number}" for number in range(1, 13)).splitlines()[-2:] == ["figure 10", "and 2 more"]


if __name__ == "__main__":
    print(freeze())
