"""The page of all editions."""

import json

from bs4 import BeautifulSoup

from lib import shelves


def edition(outputs, authority, name, state="complete"):
    folder = outputs / authority / name
    folder.mkdir(parents=True)
    (folder / "run.json").write_text(json.dumps({"state": state}), encoding="utf-8")


def links(outputs):
    page = BeautifulSoup(shelves.write(outputs).read_text(encoding="utf-8"), "html.parser")
    return {link["href"]: link.text for link in page.find_all("a")}


def test_every_edition_that_stands_is_linked_under_its_council_and_month(tmp_path):
    edition(tmp_path, "rotherham", "2015-12")
    edition(tmp_path, "herefordshire", "2020-03")
    edition(tmp_path, "herefordshire", "2020-03-published")

    found = links(tmp_path)

    assert found == {"rotherham/2015-12/index.html": "for internal use", "herefordshire/2020-03/index.html": "for internal use",
                     "herefordshire/2020-03-published/index.html": "published, small numbers suppressed"}


def test_an_incomplete_edition_says_so(tmp_path):
    edition(tmp_path, "rotherham", "2015-12", state="incomplete")

    assert links(tmp_path) == {"rotherham/2015-12/index.html": "for internal use, incomplete"}


def test_without_an_edition_the_page_says_so(tmp_path):
    assert "No edition stands here yet." in shelves.write(tmp_path).read_text(encoding="utf-8")


def test_profiles_that_stand_are_linked_by_authority_and_month(tmp_path):
    folder = tmp_path / "england" / "leeds-2025-12"
    folder.mkdir(parents=True)
    (folder / "run.json").write_text(json.dumps({"state": "complete", "authority": {"code": "383", "name": "Leeds"}}), encoding="utf-8")

    page = shelves.write(tmp_path)

    assert links(tmp_path) == {"england/leeds-2025-12/index.html": "as published by December 2025"}
    assert "Leeds" in page.read_text(encoding="utf-8")
