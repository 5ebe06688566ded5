"""The notebooks in JupyterLab: Run All Cells on the stored notebook shows the report, and a mistake is said where it is made."""

import re
from pathlib import Path

import nbformat
import pytest

NOTEBOOKS = Path(__file__).resolve().parents[2] / "notebooks"
EVERY_TIME = ("placements", "summary")
CHARTS = re.compile(r"report\.(trend|stacked|started_and_ceased|number_with_rate|lines|by_category)\(|profile\.(over_years|distribution|funnel)\(")
TABLES = re.compile(r"report\.year\(|summary\.(off_target|scorecard)\(|profile\.(ranking|neighbours|agreements)\(")
WORDS = re.compile(r"(report|profile)\.headline\(|report\.words\(|summary\.five_sentences\(")
REFUSED = ("Refused: rotherham/returns/2031-01: the folder is missing. Expected a folder with the returns of January 2031. "
           "Put the month's workbooks there and run again. There are folders for: ")


def names():
    """All notebooks; those that take minutes together are left to the long tests."""
    found = sorted(path.stem for path in NOTEBOOKS.glob("*.ipynb"))
    return [name if name in EVERY_TIME else pytest.param(name, marks=pytest.mark.long) for name in found]


@pytest.fixture(scope="module", params=names())
def ran(request, server, opened):
    """A notebook after Run All Cells, as (its name, the notebook in JupyterLab)."""
    with opened(server.copy(request.param)) as notebook:
        notebook.run_all()
        yield request.param, notebook


def headings(name):
    """The headings among a notebook's own words."""
    cells = nbformat.read(NOTEBOOKS / f"{name}.ipynb", as_version=4).cells
    return [line.lstrip("# ") for cell in cells if cell.cell_type == "markdown" for line in cell.source.splitlines() if line.startswith("#")]


def calls(notebook, views):
    return [cell["source"] for cell in notebook.code_cells() if views.search(cell["source"])]


def is_seen(box):
    return box is not None and box["width"] > 0 and box["height"] > 0


def test_every_cell_runs_and_none_of_them_fails(ran):
    _, notebook = ran

    cells = notebook.code_cells()

    assert notebook.errors() == []
    assert [cell["count"] for cell in cells] == list(range(1, len(cells) + 1))


def test_all_headings_are_to_be_seen(ran):
    name, notebook = ran

    shown = list(notebook.shown(".jp-RenderedMarkdown :is(h1, h2, h3)"))

    assert [words for words, _ in shown] == headings(name)
    assert all(is_seen(box) for _, box in shown)


def test_the_drafted_words_are_to_be_seen(ran):
    _, notebook = ran

    shown = list(notebook.shown('.jp-RenderedHTML [data-words="drafted"]'))

    assert len(shown) >= len(calls(notebook, WORDS)) > 0
    assert all(words.strip() and is_seen(box) for words, box in shown)


def test_each_chart_is_drawn_or_says_what_there_is_not(ran):
    _, notebook = ran

    drawn = list(notebook.shown("figure.chart > svg"))

    assert len(drawn) + len(charts_without_figures(notebook)) == len(calls(notebook, CHARTS))
    assert all(is_seen(box) for _, box in drawn)


def charts_without_figures(notebook):
    return [cell for cell in notebook.code_cells() if CHARTS.search(cell["source"]) and 'class="absence"' in str(cell["outputs"])]


def test_each_table_is_to_be_seen_or_says_what_there_is_not(ran):
    _, notebook = ran

    shown = [box for _, box in notebook.shown(".jp-RenderedHTML .table-scroll > table.figures:not(details *)")]
    absent = list(notebook.shown(".jp-RenderedHTML p.absence"))

    assert len(shown) + len(absent) >= len(calls(notebook, TABLES)) > 0
    assert shown
    assert all(map(is_seen, shown))


def test_views_look_in_jupyterlab_as_they_do_in_a_page(ran):
    _, notebook = ran

    looks = notebook.page.evaluate("""() => ({
        styles: document.querySelectorAll('.jp-Notebook style.notebook-only').length,
        caption: getComputedStyle(document.querySelector('.jp-RenderedHTML caption')).textAlign,
        drafted: getComputedStyle(document.querySelector('[data-words=drafted]')).borderLeftColor})""")

    assert looks == {"styles": 1, "caption": "left", "drafted": "rgb(157, 180, 200)"}


def test_a_month_without_returns_is_refused_in_words_and_nothing_of_the_month_before_is_left(server, opened):
    with opened(server.copy("placements", "another_month")) as notebook:
        notebook.run_all()

        notebook.replace_cell(0, 'authority = "rotherham"\nmonth = "2031-01"\naudience = "internal"')
        notebook.run_all()

        refused, = notebook.errors()
        assert refused.startswith(REFUSED)
        answered = [bool(cell["outputs"]) for cell in notebook.code_cells()]
        assert (answered[:3], any(answered[3:])) == ([False, False, True], False)
        assert [box for words, box in notebook.shown(".jp-OutputArea-output") if REFUSED in words and is_seen(box)]
