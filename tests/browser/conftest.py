"""A browser for the tests of pages, and what a page did while it was open. Without a browser these tests are left out, unless CI is set."""

import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
MISSING = "no Chromium was found: install the package chromium (Debian, Ubuntu) or run `playwright install chromium`"
DESKTOP = {"width": 1280, "height": 900}


@dataclass
class Opened:
    """A page that is open, with what it said on the console and which addresses it asked for."""

    page: object
    path: Path
    said: list = field(default_factory=list)
    asked: list = field(default_factory=list)


def page_names():
    """The pages an edition should hold: one a notebook, the summary's being index.html."""
    stems = sorted(path.stem for path in NOTEBOOKS.glob("*.ipynb") if path.stem != "explorer")
    return ["index" if stem == "summary" else stem for stem in stems]


def pytest_generate_tests(metafunc):
    for name in ("opened", "fresh"):
        if name in metafunc.fixturenames:
            metafunc.parametrize(name, page_names(), indirect=True, scope="module" if name == "opened" else "function")


def executable(playwright):
    own = playwright.chromium.executable_path
    return next(filter(None, map(shutil.which, NAMES)), own if Path(own).exists() else None)


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        path = executable(playwright)
        if path is None:
            (pytest.fail if os.environ.get("CI") else pytest.skip)(MISSING)
        browser = playwright.chromium.launch(executable_path=path)
        yield browser
        browser.close()


def open_page(browser, path, **options):
    """Opens a page in a context of its own that lets nothing but files through and writes down what happens."""
    context = browser.new_context(viewport=options.pop("viewport", DESKTOP), **options)
    opened = Opened(context.new_page(), Path(path))
    context.route("**/*", lambda route: answer(route, opened.asked))
    opened.page.on("console", lambda message: opened.said.append(f"{message.type}: {message.text}"))
    opened.page.on("pageerror", lambda error: opened.said.append(f"error: {error}"))
    opened.page.goto(opened.path.resolve().as_uri())
    return opened


def answer(route, asked):
    asked.append(route.request.url)
    route.continue_() if route.request.url.startswith("file:") else route.abort()


@pytest.fixture(scope="module")
def opened(edition, browser, request):
    """A page of the edition, opened once for the tests that only look."""
    opened = open_page(browser, edition / f"{request.param}.html")
    yield opened
    opened.page.context.close()


@pytest.fixture
def fresh(edition, browser, request):
    """A page of the edition, opened for one test that changes it."""
    opened = open_page(browser, edition / f"{request.param}.html")
    yield opened
    opened.page.context.close()


@pytest.fixture
def opening(browser):
    """Opens a path with options of the browser's context, as `opening(path, viewport=...)`; closes it when the test ends."""
    pages = []

    def opening(path, **options):
        pages.append(open_page(browser, path, **options))
        return pages[-1]

    yield opening
    for each in pages:
        each.page.context.close()
