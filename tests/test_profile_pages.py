"""The page of a profile, put in place whole, from a small England and a small notebook."""

import json

import pandas as pd
import pytest
from tests import projects, published_tables
from tests.published_tables import of_year

from lib import profile_pages
from lib.errors import Refused, WorkbookError

OPENS = "from lib import profiles\nprofiles.open(profiles.rules(authority, month)).headline()"


@pytest.fixture
def england(tmp_path, monkeypatch):
    """A project with a small England and a profile's notebook of one cell."""
    def make(source=OPENS):
        project = projects.make(tmp_path, monkeypatch)
        published_tables.write(project, values=of_year({"101": 30.0, "102": 20.0, "970": 22.0}))
        projects.add(project, "profile", source)
        return project
    return make


def test_a_profile_stands_whole_with_its_data_and_what_it_was_made_of(england):
    page = profile_pages.make("Ashford", "2020-03", england() / "outputs")

    assert page.relative_to(page.parents[3]).as_posix() == "outputs/england/ashford-101-2020-03/index.html"
    assert "Ashford stands in the worst quarter" in page.read_text(encoding="utf-8")
    run = json.loads((page.parent / "run.json").read_text(encoding="utf-8"))
    assert (run["state"], run["authority"], run["parameters"]["month"]) == ("complete", {"code": "101", "name": "Ashford"}, "2020-03")
    assert [each["path"] for each in run["inputs"]["benchmarks"]].count("data/reference/values/all.csv") == 1
    rows = pd.read_csv(page.parent / "comparators.csv").set_index("comparator")
    assert rows.value.to_dict() == {"england": 22.0, "published": 30.0, "top_quartile": 22.5}


def test_every_figure_of_a_profile_says_where_it_came_from(england):
    page = profile_pages.make("Ashford", "2020-03", england() / "outputs").read_text(encoding="utf-8")

    assert '"rereferrals_percent|published||2018/19":{"name":"Referrals that came within twelve months of an earlier one: its own published figure"' in page
    assert '"source":"The department, A table of figures, 2025"' in page


def test_an_authority_nobody_knows_is_refused_before_anything_stands(england):
    project = england()

    with pytest.raises(Refused):
        profile_pages.make("Nowhere", "2020-03", project / "outputs")

    assert not (project / "outputs").exists()


def test_a_notebook_that_stops_leaves_what_stood(england):
    project = england()
    page = profile_pages.make("Ashford", "2020-03", project / "outputs")
    before = page.read_text(encoding="utf-8")
    projects.add(project, "profile", 'raise KeyError("rank")')

    with pytest.raises(WorkbookError) as stopped:
        profile_pages.make("Ashford", "2020-03", project / "outputs")

    assert str(stopped.value) == "notebooks/profile.ipynb: cell 3: KeyError: 'rank'. Expected a notebook that runs to its end. Mend it and run again."
    assert page.read_text(encoding="utf-8") == before
