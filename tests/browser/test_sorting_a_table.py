"""The table of every authority, in a browser: it unfolds, sorts by its headings, from a keyboard too, and reads without code."""

import nbformat
import pytest

from lib import pages, rankings
from tests.england import authority, england

EDITION = {"authority": "Anyshire", "month": "March 2020", "title": "Referrals", "page": "referrals.html", "pages": [("referrals.html", "Referrals", "")],
           "provenance": {"rereferrals_percent|authority||2018/19": {"name": "Re-referrals", "period": "2018/19", "source": "DfE, 2019"}}}
ROWS = england(authority("Highbury", 131.5, rank=3.0, band="D"), authority("Anyshire", 15.25, "ours", rank=2.0, band="B"), authority("Aton", "u"),
               authority("Lowton", 9.0, rank=1.0, band="A"), authority("Nearshire", 131.5, "neighbour", rank=3.0, band="D"))
BEST_FIRST = ["Lowton", "Anyshire", "Highbury", "Nearshire", "Aton"]


@pytest.fixture
def written(tmp_path):
    """The page of a small England as a file."""
    shown = nbformat.v4.new_output("display_data", data={"text/html": rankings.table(ROWS, "Source: DfE, 2019.")})
    cells = [nbformat.v4.new_markdown_cell("## How do we compare?"), nbformat.v4.new_code_cell("", outputs=[shown])]
    (tmp_path / "referrals.html").write_text(pages.render(nbformat.v4.new_notebook(cells=cells), EDITION), encoding="utf-8")
    return tmp_path / "referrals.html"


@pytest.fixture
def unfolded(opening, written):
    """That page, open, with its table unfolded."""
    page = opening(written).page
    page.get_by_text("All 5 authorities").click()
    return page


def names(page):
    return page.locator("tbody th").all_inner_texts()


def orders(page):
    """What each heading says of the order."""
    return page.eval_on_selector_all("thead th", "all => Object.fromEntries(all.map(each => [each.textContent, each.getAttribute('aria-sort')]))")


def test_the_table_stands_folded_and_best_first(opening, written):
    page = opening(written).page

    assert not page.locator("table").is_visible() and page.locator("tbody th").all_text_contents() == BEST_FIRST
    assert page.get_by_text("All 5 authorities").is_visible()


def test_a_heading_sorts_by_number_and_once_more_the_other_way_with_the_missing_always_last(unfolded):
    heading = unfolded.get_by_role("button", name="Value")

    heading.click()
    up, said = names(unfolded), orders(unfolded)
    heading.click()

    assert up == BEST_FIRST and said == {"Authority": None, "Rank": None, "Value": "ascending", "Quartile band": None, "Role": None}
    assert names(unfolded) == ["Highbury", "Nearshire", "Anyshire", "Lowton", "Aton"] and orders(unfolded)["Value"] == "descending"
    assert unfolded.locator("#said").inner_text() == "Sorted by Value, descending"


def test_names_are_sorted_as_words_and_roles_bring_ours_and_neighbours_up(unfolded):
    sorted_by = {}

    for heading in ("Authority", "Role", "Quartile band"):
        unfolded.get_by_role("button", name=heading).click()
        sorted_by[heading] = names(unfolded)

    assert sorted_by == {"Authority": ["Anyshire", "Aton", "Highbury", "Lowton", "Nearshire"], "Role": ["Nearshire", "Anyshire", "Lowton", "Highbury", "Aton"],
                         "Quartile band": ["Lowton", "Anyshire", "Highbury", "Nearshire", "Aton"]}


def test_the_order_the_table_came_in_is_turned_by_its_own_heading(unfolded):
    assert orders(unfolded)["Rank"] == "ascending"

    unfolded.get_by_role("button", name="Rank").click()

    assert names(unfolded) == ["Highbury", "Nearshire", "Anyshire", "Lowton", "Aton"] and orders(unfolded)["Rank"] == "descending"


def test_the_table_unfolds_and_sorts_from_a_keyboard(opening, written):
    page = opening(written).page
    page.locator("summary").focus()

    page.keyboard.press("Enter")
    for _ in range(4):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Space")

    assert page.evaluate("document.activeElement.textContent") == "Value"
    assert names(page)[0] == "Highbury"


def test_a_figure_of_another_authority_says_whose_it_is_and_where_it_came_from(unfolded):
    unfolded.locator("tbody data").first.click()

    dialog = unfolded.locator("dialog")
    assert dialog.locator("h2").inner_text() == "Re-referrals, Lowton" and dialog.locator(".shown").inner_text() == "9.0%"
    assert dialog.locator("dd").all_inner_texts() == ["2018/19", "DfE, 2019"]


def test_without_code_the_table_is_a_plain_one_in_its_first_order(opening, written):
    page = opening(written, java_script_enabled=False).page

    page.get_by_text("All 5 authorities").click()

    assert page.locator("table").is_visible() and names(page) == BEST_FIRST
    assert page.locator("button:visible").count() == 0


def test_a_wide_table_that_unfolds_on_a_phone_scrolls_in_itself(opening, written):
    page = opening(written, viewport={"width": 300, "height": 700}).page

    page.get_by_text("All 5 authorities").click()
    page.wait_for_function("!document.querySelector('.table-scroll').classList.contains('fits')")

    assert page.evaluate("document.documentElement.scrollWidth") <= 300


def test_paper_has_the_table_only_where_it_was_unfolded_with_its_headings(unfolded):
    unfolded.emulate_media(media="print")
    shown = [unfolded.locator(each).is_visible() for each in ("table", "summary")]

    folded = unfolded.evaluate("document.querySelector('details').open = false") or unfolded.locator("details").is_visible()

    assert shown == [True, False] and not folded


def test_the_page_says_nothing_on_the_console(opening, written):
    assert opening(written).said == []
