import csv
import hashlib
import io
import json
from types import SimpleNamespace

import nbformat
import pandas as pd
import pytest
from rich.console import Console
from tests import projects
from tests.projects import PARAMETERS, add

from lib import authorities, editions, errors, exports, manifests, month_end, plans, published
from lib.errors import Refused
from lib.figures import RESTATEMENTS

HEADING = 'from IPython.display import HTML\nHTML(f"<p>{authority} {month} {audience}</p>")'
CHART = """
class Chart:
    def _repr_mimebundle_(self, **kinds):
        words = {"key": "KEY", "measure": "adoptions", "title": "Adoptions rose", "alt": "Adoptions rose to 19, a line"}
        return {"text/html": "<figure><svg role='img'><path d='M0 0'/></svg></figure>", "image/png": b"png"}, {"chart": words}
Chart()
"""


@pytest.fixture
def project(tmp_path, monkeypatch):
    return projects.make(tmp_path, monkeypatch)


def comparison(month, value=46.589817, basis="in_month"):
    row = dict.fromkeys(exports.FIGURES, "") | {"authority": "somewhere", "measure": "adoptions", "month": month, "basis": basis, "value": value,
                                                "numerator": 9.0, "denominator": float("nan"), "lower": 1 / 3, "upper": 2.0, "unit": "percent"}
    return row | {"name": "Adoptions", "decimals": 1, "rivals": ""}


def stages(authority, month, audience):
    council = authorities.find(authority)
    settings = SimpleNamespace(authority=council, month=month, folder=council.folder / "settings" / "2015-04",
                               commentary_folder=council.folder / "commentary" / month)
    finding = errors.Finding("warning", "scorecard.xlsx", "Monthly figures", 3, "2015-10", "returns disagree", "374", "376", "look")
    return SimpleNamespace(settings=settings, restatements=pd.DataFrame(columns=RESTATEMENTS), compared=pd.DataFrame([comparison("2013-03"), comparison("2013-04"), comparison(month)]),
                           benchmarks=pd.DataFrame(columns=exports.BENCHMARKS),
                           published=pd.DataFrame(columns=published.COLUMNS), findings=errors.frame([finding]))


def ran(project, only=(), audience="internal", **options):
    log = io.StringIO()
    jobs = plans.plan(["somewhere"], ["2015-12"], only, audience)
    edition, = month_end.run(jobs, number=2, stages=stages, console=Console(file=log, width=200), **options)
    return edition, log.getvalue()


def run_json(edition):
    return json.loads((edition.folder / "run.json").read_text(encoding="utf-8"))


def table(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_notebook_that_misspells_a_parameter_is_refused_before_anything_starts(project):
    add(project, "adoption", parameters=PARAMETERS.replace("audience", "audence"))

    with pytest.raises(Refused) as refused:
        ran(project)

    assert str(refused.value) == (
        "notebooks/adoption.ipynb, cell tagged parameters: no parameter audience. Expected the parameters authority, month, audience. "
        "It declares authority, month, audence; correct the cell and run again. Did you mean audience?")
    assert not (project / "outputs").exists()


def test_an_edition_holds_a_page_for_each_notebook_and_its_files(project):
    add(project, "adoption", HEADING)
    add(project, "summary", HEADING)

    edition, log = ran(project)

    assert (edition.folder, edition.state, edition.failed) == (project / "outputs" / "somewhere" / "2015-12", "complete", ())
    assert edition.page == edition.folder / "index.html"
    assert sorted(path.name for path in edition.folder.iterdir()) == [
        "adoption.html", "benchmarks.csv", "charts", "figures.csv", "findings.csv", "index.html", "notebooks", "restatements.csv", "run.json"]
    page = (edition.folder / "adoption.html").read_text(encoding="utf-8")
    assert "<p>somewhere 2015-12 internal</p>" in page and "A worked example." in page and "18 January 2016" in page
    assert "adoption: done" in log and "[2/2]" in log


def test_run_json_says_what_went_in_and_how_it_went(project):
    add(project, "summary", HEADING)

    edition, _ = ran(project)

    said = run_json(edition)
    assert (said["state"], said["failed"], said["not_run"]) == ("complete", [], [])
    assert said["parameters"] == {"authority": "somewhere", "month": "2015-12", "audience": "internal"}
    assert {kind: [each["path"] for each in files] for kind, files in said["inputs"].items()} == {
        "returns": ["data/authorities/somewhere/returns/2015-12/scorecard.xlsx"],
        "settings": ["data/authorities/somewhere/authority.toml", "data/authorities/somewhere/settings/2015-04/lines.csv"],
        "benchmarks": ["data/authorities/somewhere/settings/2015-04/benchmarks.xlsx"],
        "commentary": ["data/authorities/somewhere/commentary/2015-12/board.toml"],
        "notebooks": ["notebooks/summary.ipynb"]}
    assert said["inputs"]["returns"][0]["sha256"] == hashlib.sha256(b"rows").hexdigest()
    assert {"python", "pandas", "papermill", "nbconvert", "project", "commit"} <= set(said["versions"])
    assert [(each["notebook"], each["state"], each["error"]) for each in said["notebooks"]] == [("notebooks/summary.ipynb", "done", "")]
    assert said["started"] <= said["finished"]


def test_a_failed_notebook_is_kept_with_its_error_and_named_while_the_rest_go_on(project):
    add(project, "adoption", "children = 1", 'raise KeyError("returns\\nadopted")')
    add(project, "summary", HEADING)

    edition, log = ran(project)

    assert (edition.state, [result.job.notebook.stem for result in edition.failed]) == ("incomplete", ["adoption"])
    assert edition.failed[0].error == "cell 4: KeyError: 'returns\\nadopted'"
    kept = nbformat.read(edition.folder / "notebooks" / "adoption.ipynb", as_version=4)
    assert [output.ename for cell in kept.cells if cell.cell_type == "code" for output in cell.outputs] == ["KeyError"]
    assert not (edition.folder / "adoption.html").exists()
    assert "Not made this time: About adoption" in (edition.folder / "index.html").read_text(encoding="utf-8")
    assert run_json(edition)["failed"] == ["adoption"]
    assert "somewhere 2015-12 adoption: failed: cell 4: KeyError" in log


def test_a_failed_summary_leaves_a_front_page_that_says_so(project):
    add(project, "adoption", HEADING)
    add(project, "summary", "1 / 0")

    edition, _ = ran(project)

    assert "division by zero" in edition.page.read_text(encoding="utf-8")
    assert edition.page.name == "index.html"


def test_a_process_that_dies_fails_its_own_notebook_and_no_other(project):
    add(project, "adoption", "import os, time", "time.sleep(0.5)", "os._exit(9)")
    add(project, "summary", "import time", "time.sleep(2)")

    edition, _ = ran(project)

    assert [(result.job.notebook.stem, result.error.partition(" (")[0]) for result in edition.failed] == [("adoption", "its process stopped")]
    assert edition.page.exists()


def test_a_complete_edition_stands_when_a_later_run_fails(project):
    add(project, "summary", HEADING)
    first, _ = ran(project)
    add(project, "summary", "1 / 0")

    second, _ = ran(project)

    assert (first.folder.name, second.folder.name) == ("2015-12", "2015-12.failed")
    assert editions.state(first.folder) == "complete"


def test_some_notebooks_alone_never_replace_a_complete_edition(project):
    add(project, "adoption", HEADING)
    add(project, "summary", HEADING)
    ran(project)

    edition, _ = ran(project, only=["adoption"])

    assert (edition.folder.name, edition.page.name, edition.failed) == ("2015-12.partial", "adoption.html", ())
    assert run_json(edition)["not_run"] == ["summary"]


def test_a_published_edition_stands_by_itself_and_holds_no_notebook_and_no_quotation(project):
    add(project, "summary", HEADING)

    edition, _ = ran(project, audience="published")

    assert edition.folder.name == "2015-12-published"
    assert not (edition.folder / "notebooks").exists()
    assert "<p>somewhere 2015-12 published</p>" in edition.page.read_text(encoding="utf-8")
    assert table(edition.folder / "findings.csv")[0]["found"] == "withheld in a published edition"


def test_every_chart_shown_is_a_file_listed_with_its_words(project):
    add(project, "adoption", CHART.replace("KEY", "adoptions"), CHART.replace("KEY", "adopters"))
    add(project, "summary", CHART.replace("KEY", "adoptions"), CHART.replace("KEY", "adopters").replace("M0 0", "M1 1"))

    edition, _ = ran(project)

    listed = table(edition.folder / "charts" / "index.csv")
    assert [row["file"] for row in listed] == ["adoptions.svg", "adoptions.png", "adopters.svg", "adopters.png", "summary_adopters.svg",
                                               "summary_adopters.png"]
    assert {path.name for path in (edition.folder / "charts").iterdir()} == {"index.csv", *(row["file"] for row in listed)}
    assert listed[0] == {"file": "adoptions.svg", "measure": "adoptions", "title": "Adoptions rose", "text alternative": "Adoptions rose to 19, a line"}
    assert (edition.folder / "charts" / "adoptions.svg").read_text(encoding="utf-8").startswith('<svg xmlns="http://www.w3.org/2000/svg"')
    assert (edition.folder / "charts" / "adoptions.png").read_bytes() == b"png"


def test_figures_hold_two_years_of_history_in_full_precision(project):
    add(project, "summary", HEADING)

    edition, _ = ran(project)

    rows = table(edition.folder / "figures.csv")
    assert tuple(rows[0]) == exports.FIGURES
    assert [row["month"] for row in rows] == ["2013-04", "2015-12"]
    assert (rows[1]["value"], rows[1]["denominator"], rows[1]["lower"]) == ("46.589817", "", "0.3333333333333333")
    assert b"\r" not in (edition.folder / "figures.csv").read_bytes()


def test_a_figure_on_a_page_can_say_where_it_came_from(project):
    mark = '<data value="46.6" data-measure="adoptions" data-basis="in_month" data-category="" data-month="2015-12">46.6%</data>'
    add(project, "summary", f"from IPython.display import HTML\nHTML('{mark}')")

    edition, _ = ran(project)

    page = edition.page.read_text(encoding="utf-8")
    assert '"adoptions|in_month||2015-12":{"name":"Adoptions","value":46.589817' in page
    assert '"interval":"0.3% to 2.0%"' in page


def test_executed_notebooks_do_not_name_the_machines_folders(project):
    add(project, "summary", HEADING)

    edition, _ = ran(project)

    assert str(project) not in (edition.folder / "notebooks" / "summary.ipynb").read_text(encoding="utf-8")


def test_a_stock_kernel_makes_the_same_page(project):
    add(project, "summary", HEADING, "children = 409\nchildren")
    first, _ = ran(project)
    page = first.page.read_text(encoding="utf-8")

    second, _ = ran(project, kernel="jupyter")

    assert _body(second.page.read_text(encoding="utf-8")) == _body(page)
    assert run_json(second)["kernel"] == "jupyter"


def test_the_versions_are_those_that_were_at_work():
    assert manifests.versions()["pandas"] == pd.__version__


def _body(page):
    return page[page.index("<main"):page.index("</main>")]
