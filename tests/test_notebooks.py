"""The notebooks run by themselves: the same outputs as in the batch, and the same frames as the edition's files are made from."""

import base64
import hashlib
import json
from pathlib import Path

import nbformat
import pandas as pd
import papermill
import pytest

from lib import published_strips, reports, service_areas, settings

NOTEBOOKS = Path(__file__).resolve().parents[1] / "notebooks"
OF_PUBLICATIONS = "profile"      # the notebook that reads no returns
OF_RETURNS = sorted(path.stem for path in NOTEBOOKS.glob("*.ipynb") if path.stem != OF_PUBLICATIONS)
OPENING = ("reports.open", "summaries.open")
FRAMES = ("counted", "calculated", "compared")


def code(notebook):
    """The source of a notebook's code cells, its parameters first."""
    return [cell.source for cell in nbformat.read(NOTEBOOKS / f"{notebook}.ipynb", as_version=4).cells if cell.cell_type == "code"]


def outputs(path):
    """What each code cell put out, without which run it was."""
    cells = [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
    return [(cell.source, [(each.output_type, each.get("metadata", {}), _shown(each)) for each in cell.outputs]) for cell in cells]


def _shown(output):
    data = dict(output.get("data", {}))
    if "image/png" in data:     # long: its hash tells as much
        data["image/png"] = hashlib.sha256(base64.b64decode(data["image/png"])).hexdigest()
    return json.dumps(data, sort_keys=True), output.get("text", "")


def test_a_notebook_run_alone_by_a_stock_kernel_puts_out_what_it_did_in_the_batch(edition, tmp_path):
    alone = tmp_path / "placements.ipynb"

    papermill.execute_notebook(str(NOTEBOOKS / "placements.ipynb"), str(alone), kernel_name="python3", progress_bar=False, cwd=str(NOTEBOOKS.parent),
                               parameters={"authority": "rotherham", "month": "2015-12", "audience": "internal"})

    assert outputs(alone) == outputs(edition / "notebooks" / "placements.ipynb")
    assert sum(len(put_out) for _, put_out in outputs(alone)) >= 5


@pytest.fixture(scope="module")
def stages():
    return reports.stages("rotherham", "2015-12")


@pytest.mark.parametrize("notebook", OF_RETURNS)
def test_a_notebooks_own_calls_make_the_frames_that_the_editions_files_are_made_from(notebook, stages):
    names, cells = {}, code(notebook)

    for source in cells[:next(place for place, source in enumerate(cells) if any(call in source for call in OPENING))]:
        exec(source, names)     # the notebook's own words: that is what is tested

    for frame in FRAMES:
        pd.testing.assert_frame_equal(names[frame], getattr(stages, frame))


def test_the_profile_s_own_calls_make_the_strip_of_what_was_published():
    names = {}

    for source in code(OF_PUBLICATIONS)[:3]:
        exec(source, names)     # the notebook's own words: that is what is tested

    pd.testing.assert_frame_equal(names["profile"].strip, published_strips.of(settings.in_force(names["authority"], names["month"])))


@pytest.mark.parametrize("area", service_areas.AREAS)
def test_a_notebook_is_called_what_its_service_area_is_called(area):
    first = nbformat.read(NOTEBOOKS / f"{area}.ipynb", as_version=4).cells[0]

    assert first.source.splitlines()[0] == f"# {service_areas.titles()[area]}"
