"""The views that settings choose for a front page, in a browser: each is as wide as the page that it stands on."""

import pytest

from tests.conftest import made

EDGES = """selector => [selector, 'main'].map(each => document.querySelector(each).getBoundingClientRect().right)"""
CUT_OFF = """selector => {const {scrollWidth, clientWidth} = document.querySelector(selector).parentElement; return scrollWidth - clientWidth}"""
DATASET = "table.dataset"


@pytest.fixture(scope="module")
def dataset(tmp_path_factory):
    """A front page that shows the dataset."""
    return made("example_city", "2015-06", tmp_path_factory) / "index.html"


@pytest.mark.parametrize("width", [1100, 1280, 1600])
def test_thirteen_months_fit_between_the_margins_and_none_is_cut_off(width, dataset, opening):
    page = opening(dataset, viewport={"width": width, "height": 900}).page

    table, main = page.evaluate(EDGES, DATASET)

    assert table <= main + 1
    assert page.evaluate(CUT_OFF, DATASET) <= 1
