"""Every page of an edition, in a browser: it opens offline, says everything it shows, prints whole and can be used from a keyboard."""

import re
from urllib.parse import unquote

from axe_playwright_python.sync_playwright import Axe

A4 = {(595, 842), (842, 595)}                   # points, either way up
SETTLED_WIDTH = ("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame("
                 "() => done(document.documentElement.scrollWidth))))")
PORTRAIT, LANDSCAPE = 680, 1031                 # pixels between the margins of style.css: 180 mm and 273 mm
PLACEHOLDER = "No description has been provided"
ELSEWHERE = re.compile(r"""(?:\b(?:src|href|srcset|action)\s*=\s*["']?|url\(\s*["']?|@import\s+["']?)\s*(?:https?:)?//[^\s"')]+""",
                       re.IGNORECASE)
PICTURES = """all => all.map(each => ({name: each.getAttribute('aria-label') || each.getAttribute('alt') || '',
                                       chart: !!each.closest('.chart')}))"""
CHARTS = """all => all.map(each => ({key: each.id, width: each.getBoundingClientRect().width, height: each.getBoundingClientRect().height,
                                     shapes: each.querySelectorAll('path, rect, circle, polyline').length}))"""
KEYS = """all => all.map(({dataset}) => [dataset.measure, dataset.basis, dataset.breakdown ? `${dataset.breakdown}: ${dataset.category}` : dataset.category || '',
                                                 dataset.month].join('|'))"""
WIDER = """([selector, width]) => [...document.querySelectorAll(selector)].filter(each => each.getBoundingClientRect().width > 0)
           .filter(each => each.getBoundingClientRect().right > width + 1 ||
                           each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0)
           .map(each => each.tagName + ' ' + (each.id || each.className) + ' ' + each.getBoundingClientRect().right)"""


def test_page_says_nothing_on_the_console(opened):
    assert opened.said == []


def test_page_asks_for_nothing_but_itself(opened):
    elsewhere = [address for address in opened.asked if not address.startswith("file:")]

    assert elsewhere == []


def test_page_names_no_other_host(opened):
    html = opened.path.read_text(encoding="utf-8")

    assert ELSEWHERE.findall(html) == []


def test_page_has_no_axe_violation(opened):
    results = Axe().run(opened.page)

    assert results.violations_count == 0, results.generate_report()


def test_page_has_one_title_and_its_landmarks(opened):
    marks = ("h1", "body > header", "main", "body > footer", ".pages [aria-current=page]")

    counts = {mark: opened.page.locator(mark).count() for mark in marks}

    assert set(counts.values()) == {1}, counts
    assert opened.page.locator("html").get_attribute("lang") == "en-GB"


def test_no_id_stands_twice_in_a_page(opened):
    ids = opened.page.eval_on_selector_all("[id]", "all => all.map(each => each.id)")

    assert sorted(ids) == sorted(set(ids))


def test_every_link_leads_somewhere(opened):
    links = opened.page.eval_on_selector_all("a[href]", "all => all.map(each => each.getAttribute('href'))")

    assert [link for link in links if not leads(link, opened)] == []


def leads(link, opened):
    name, _, anchor = unquote(link).partition("#")
    target = opened.path.parent / name if name else opened.path
    return target.exists() and (not anchor or f'id="{anchor}"' in target.read_text(encoding="utf-8"))


def test_every_picture_has_words_that_say_something(opened):
    pictures = opened.page.eval_on_selector_all("img, svg[role=img], [role=img]", PICTURES)

    silent = [each for each in pictures if len(each["name"].strip()) <= (25 if each["chart"] else 5) or PLACEHOLDER in each["name"]]

    assert silent == []


def test_no_drawing_is_without_a_role(opened):
    assert opened.page.locator("svg:not([role=img]):not([aria-hidden=true]):not([role=img] svg)").count() == 0


def test_every_chart_is_drawn(opened):
    charts = opened.page.eval_on_selector_all("figure.chart > svg", CHARTS)

    empty = [each for each in charts if each["width"] < 100 or each["height"] < 50 or each["shapes"] < 3]

    assert empty == []
    assert len(charts) == opened.page.locator("figure.chart").count()


def test_every_chart_has_its_data_in_a_table(opened):
    charts = opened.page.locator("figure.chart")

    assert charts.filter(has=opened.page.locator("details.chart-data table tbody tr")).count() == charts.count()


def test_code_is_not_shown(opened):
    words = opened.page.locator("main").inner_text()

    assert "import " not in words and "Traceback" not in words


def test_page_prints_on_a4(opened):
    paper = opened.page.pdf(prefer_css_page_size=True)

    boxes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]", paper)

    assert boxes and {(round(float(width)), round(float(height))) for width, height in boxes} <= A4


def test_nothing_is_wider_than_the_paper(fresh):
    page = fresh.page
    page.emulate_media(media="print")

    page.set_viewport_size({"width": PORTRAIT, "height": 960})
    upright = page.evaluate(WIDER, ["main :is(table, img, figure, svg, pre, p, li):not(#scorecard *, .scorecard, .scorecard *, .standing, .standing *)", PORTRAIT])
    page.set_viewport_size({"width": LANDSCAPE, "height": 680})
    lying = page.evaluate(WIDER, [":is(#scorecard, .table-scroll):has(.scorecard, .standing) :is(table, svg, p)", LANDSCAPE])

    assert upright + lying == []


def test_page_does_not_scroll_sideways_on_a_phone_a_tablet_or_a_desk(fresh):
    wide = {}

    for width in (390, 820, 1240, 1600):
        fresh.page.set_viewport_size({"width": width, "height": 844})
        wide[width] = fresh.page.evaluate(SETTLED_WIDTH)

    assert all(there <= width for width, there in wide.items()), wide


def test_page_on_a_phone_has_no_axe_violation(fresh):
    fresh.page.set_viewport_size({"width": 390, "height": 844})

    results = Axe().run(fresh.page)

    assert results.violations_count == 0, results.generate_report()


def test_figures_are_reached_by_keyboard_wherever_there_are_any(fresh):
    figures = fresh.page.locator("main data:visible").count()

    reached = tab_to_a_figure(fresh.page)

    assert reached == (figures > 0)


def test_a_figure_asked_by_keyboard_says_where_it_came_from_and_gets_the_focus_back(fresh):
    page, dialog = fresh.page, fresh.page.locator("dialog#origin")
    asked = [page.keyboard.press("Enter")] if tab_to_a_figure(page) else []

    told = dialog.locator("h2").all_inner_texts()
    lines = dialog.locator("dd").count()
    page.keyboard.press("Escape")

    assert len(list(filter(None, told))) == len(asked) and lines >= 2 * len(asked)
    assert not dialog.is_visible()
    assert page.evaluate("document.activeElement.tagName") == ("DATA" if asked else "A")


def tab_to_a_figure(page):
    """Whether the tab key reaches a figure before the page's foot."""
    page.locator("main").focus()
    while page.evaluate("!document.activeElement.closest('footer, data')"):
        page.keyboard.press("Tab")
    return page.evaluate("document.activeElement.tagName") == "DATA"


def test_every_figure_that_the_page_mentions_can_say_where_it_came_from(opened):
    known = opened.page.evaluate("JSON.parse((document.getElementById('provenance') || {textContent: '{}'}).textContent)")
    keys = opened.page.eval_on_selector_all("main data[data-basis]", KEYS)

    unknown = sorted(set(keys) - set(known))

    assert unknown == []


def test_the_edition_has_a_page_for_every_notebook(edition):
    from_notebooks = {"index" if path.stem == "summary" else path.stem for path in (edition / "notebooks").glob("*.ipynb")}

    assert {path.stem for path in edition.glob("*.html")} == from_notebooks
