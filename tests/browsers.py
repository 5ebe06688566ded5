"""The browser that tests drive. Where this machine has none, the tests that need one are left out, unless CI is set: there they fail."""

import contextlib
import os
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
MISSING = "no Chromium was found: install the package chromium (Debian, Ubuntu) or run `playwright install chromium`"


def executable(playwright):
    own = playwright.chromium.executable_path
    return next(filter(None, map(shutil.which, NAMES)), own if Path(own).exists() else None)


@contextlib.contextmanager
def launched():
    """A browser, for as long as the block lasts."""
    with sync_playwright() as playwright:
        path = executable(playwright)
        if path is None:
            (pytest.fail if os.environ.get("CI") else pytest.skip)(MISSING)
        browser = playwright.chromium.launch(executable_path=path)
        yield browser
        browser.close()
