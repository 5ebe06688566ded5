"""Pages of an edition opened in a browser, and what each did while it was open."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests import browsers

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
EDITIONS = {"edition": "", "herefordshire": "herefordshire "}        # the fixtures that make them, and what a test's name says of each
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
    pages = [(edition, page) for edition in EDITIONS for page in page_names()]
    for name in ("opened", "fresh"):
        if name in metafunc.fixturenames:
            metafunc.parametrize(name, pages, ids=[f"{EDITIONS[edition]}{page}" for edition, page in pages], indirect=True,
                                 scope="module" if name == "opened" else "function")


@pytest.fixture(scope="module")
def browser():
    with browsers.launched() as browser:
        yield browser


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
def opened(browser, request):
    """A page of an edition, opened once for the tests that only look."""
    edition, page = request.param
    opened = open_page(browser, request.getfixturevalue(edition) / f"{page}.html")
    yield opened
    opened.page.context.close()


@pytest.fixture
def fresh(browser, request):
    """A page of an edition, opened for one test that changes it."""
    edition, page = request.param
    opened = open_page(browser, request.getfixturevalue(edition) / f"{page}.html")
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
