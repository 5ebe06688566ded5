"""A small page made by hand, in a browser: figures say where they came from, a chart's data can be copied, and all reads without code."""

import nbformat
import pytest

from lib import pages

TABLE = """<div class="table-scroll" tabindex="0" role="region" aria-label="Contacts by month"><table class="figures topic">
<caption>Contacts by month</caption><thead><tr><th scope="col">Month</th><th scope="col">Contacts</th>
<th scope="col">Became referrals</th></tr></thead>
<tbody><tr><th scope="row">February 2020</th><td class="number"><data value="10" data-measure="contacts" data-basis="in_month"
data-category="" data-month="2020-02" data-part="value">10</data></td><td class="words">n/a</td></tr>
<tr><th scope="row">March 2020</th><td class="number"><data value="12" data-measure="contacts" data-basis="in_month"
data-category="" data-month="2020-03" data-part="value">12</data></td><td class="number"><data value="33.333333"
data-measure="became_percent" data-basis="in_month" data-category="" data-month="2020-03" data-part="value">33.3%</data></td></tr>
</tbody></table></div>"""
DRAFTED = """<div data-words="drafted"><p>There were
<data value="12" data-measure="contacts" data-basis="in_month" data-month="2020-03">12</data> contacts,
<data value="2" data-from="contacts@2020-03@in_month contacts@2020-02@in_month">2</data> more than in February.</p></div>"""
CHART = """<figure class="chart" id="chart-contacts"><figcaption><strong class="message">Contacts rose to 12</strong>
<span class="subtitle">Contacts, Somewhere, February to March 2020</span></figcaption>
<svg role="img" aria-label="Contacts rose to 12 in March 2020 from 10 in February 2020." width="540" height="240" viewBox="0 0 540 240">
<path d="M20 200 L500 40" stroke="#12436D" fill="none"/></svg><p class="source">Source: contacts.xlsx.</p><details class="chart-data">
<summary>Data for this chart</summary><table class="figures plain"><caption>Contacts</caption><thead><tr><th scope="col">Month</th>
<th scope="col">Contacts</th></tr></thead><tbody><tr><th scope="row">February 2020</th><td class="number">10</td></tr>
<tr><th scope="row">March 2020</th><td class="number">12</td></tr></tbody></table></details></figure>"""
KNOWN = {"contacts|in_month||2020-03": {"name": "Contacts", "period": "March 2020", "value": 12, "basis": "in_month", "origin": "supplied",
                                        "source": "contacts.xlsx, row 3", "rivals": "teams.xlsx says 13"},
         "contacts|in_month||2020-02": {"name": "Contacts", "period": "February 2020", "value": 10},
         "became_percent|in_month||2020-03": {"name": "Contacts that became referrals", "period": "March 2020", "value": 33.333333,
                                              "numerator": 4, "denominator": 12, "origin": "computed"}}
EDITION = {"authority": "Somewhere", "month": "March 2020", "title": "Contacts", "page": "contacts.html",
           "pages": [("contacts.html", "Contacts", "")], "provenance": KNOWN}


@pytest.fixture
def written(tmp_path):
    """The page as a file."""
    return write(tmp_path / "contacts.html", EDITION)


def write(path, edition):
    shown = nbformat.v4.new_output("display_data", data={"text/html": DRAFTED + TABLE + CHART})
    cells = [nbformat.v4.new_markdown_cell("## Who gets in touch?"), nbformat.v4.new_code_cell("", outputs=[shown])]
    path.write_text(pages.render(nbformat.v4.new_notebook(cells=cells), edition), encoding="utf-8")
    return path


def told(page):
    """The open dialog's heading and its lines."""
    terms, says = page.locator("dialog dt").all_inner_texts(), page.locator("dialog dd").all_inner_texts()
    return page.locator("dialog h2").inner_text(), dict(zip(terms, says, strict=True))


def test_a_figure_that_is_clicked_says_where_it_came_from(opening, written):
    page = opening(written).page

    page.locator("table.topic data").nth(1).click()

    assert told(page) == ("Contacts", {"Period": "March 2020", "Basis": "In the month",
                                       "How it got here": "Supplied by a return as it stands",
                                       "Source": "contacts.xlsx, row 3", "Returns disagree": "teams.xlsx says 13"})
    assert page.locator("dialog .shown").inner_text() == "12"


def test_a_percentage_says_its_numerator_and_denominator(opening, written):
    page = opening(written).page

    page.locator("table.topic data").nth(2).click()

    heading, lines = told(page)
    assert heading == "Contacts that became referrals"
    assert lines["Calculated from"] == "4 of 12" and lines["Unrounded"] == "33.333333"
    assert lines["How it got here"] == "Calculated from supplied parts"


def test_a_figure_made_of_others_names_them(opening, written):
    page = opening(written).page

    page.locator("[data-words] data").nth(1).click()

    assert told(page)[1] == {"Worked out from": "Contacts, March 2020: 12; Contacts, February 2020: 10"}


def test_a_figure_without_provenance_says_what_its_marks_say(opening, tmp_path):
    page = opening(write(tmp_path / "contacts.html", EDITION | {"provenance": {}})).page

    page.locator("table.topic data").nth(2).click()

    assert told(page) == ("Became percent", {"Period": "2020-03", "Basis": "In the month", "Unrounded": "33.333333"})


def test_a_table_is_one_tab_stop_and_arrow_keys_move_between_its_figures(opening, written):
    page, visited = opening(written).page, []
    page.locator(".table-scroll").first.focus()

    for key in ("Tab", "ArrowDown", "ArrowRight", "ArrowUp", "ArrowLeft"):
        page.keyboard.press(key)
        visited.append(page.evaluate("document.activeElement.textContent"))
    page.keyboard.press("Tab")

    assert visited == ["10", "12", "33.3%", "33.3%", "12"]
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_the_dialog_opens_by_enter_closes_by_its_button_and_gives_focus_back(opening, written):
    page = opening(written).page
    page.locator(".table-scroll").focus()

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    opened = page.locator("dialog").is_visible()
    page.get_by_role("button", name="Close").click()

    assert opened and not page.locator("dialog").is_visible()
    assert page.evaluate("document.activeElement.textContent") == "10"


def test_a_charts_data_is_copied_as_a_table_for_a_spreadsheet(opening, written):
    page = opening(written).page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])

    page.get_by_text("Data for this chart").click()
    page.get_by_role("button", name="Copy data").click()
    page.get_by_text("Copied").first.wait_for()

    copied = page.evaluate("navigator.clipboard.readText()").replace("\r\n", "\n")
    assert copied == "Month\tContacts\nFebruary 2020\t10\nMarch 2020\t12"


def test_the_page_reads_fully_without_code(opening, written):
    page = opening(written, java_script_enabled=False).page

    page.get_by_text("Data for this chart").click()

    shown = page.locator("main").inner_text()
    assert "33.3%" in shown and "There were 12" in shown and "February 2020" in shown
    assert "Choose any figure" not in shown and page.locator("button:visible").count() == 0


def test_the_small_page_asks_for_nothing_and_says_nothing(opening, written):
    opened = opening(written)

    assert opened.said == [] and [address for address in opened.asked if not address.startswith("file:")] == []
