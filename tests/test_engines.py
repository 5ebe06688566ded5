import builtins
import random
import re
import sys
import warnings

import matplotlib
import nbformat
import papermill
import pandas as pd
import pytest
from papermill.exceptions import PapermillExecutionError

from lib import engines

DISPLAYS = """
from IPython.display import HTML, display
print("read")
display(HTML("<p>shown</p>"))
print("done")
"""
CHART = """
class Chart:
    def __repr__(self):
        return "a chart"
    def _repr_mimebundle_(self, **kinds):
        return {"text/html": "<svg></svg>", "image/png": b"png"}, {"chart": {"key": "referrals"}}
Chart()
"""
NOTEBOOKS = {
    "values": ["children = 409", "children", "children; None", "_"],
    "displays": [DISPLAYS],
    "frames": ["import pandas as pd", 'pd.DataFrame({"month": ["2015-12"], "value": [46.6]})'],
    "charts": [CHART, "display(Chart(), Chart())"],
    "errors": ["before = 1", "before / 0", "after = 2"],
    "options": ["import pandas as pd", "pd.options.display.max_columns", "pd.options.display.max_columns = 3"],
}


def notebook(*sources):
    cells = [nbformat.v4.new_markdown_cell("# Referrals"), *map(nbformat.v4.new_code_cell, sources)]
    return nbformat.v4.new_notebook(cells=cells)


def ran(sources, kernel=engines.IN_PROCESS, folder=None):
    """The code cells of a notebook after it ran, or as far as it came."""
    engines.register()
    kept = folder / "kept.ipynb"
    try:
        papermill.execute_notebook(notebook(*sources), str(kept), engine_name=engines.PAPERMILL_NAMES[kernel], kernel_name="python3",
                                   language="python", progress_bar=False)
    except PapermillExecutionError as problem:
        assert problem.ename
    return [cell for cell in nbformat.read(kept, as_version=4).cells if cell.cell_type == "code"]


def words(cell):
    """What a cell put out, without the colours and line numbers of a traceback."""
    return cell.execution_count, [{key: value for key, value in output.items() if key != "traceback"} for output in _joined(cell.outputs)]


def _joined(outputs):
    """A kernel may send what a cell prints in several pieces."""
    joined = []
    for output in outputs:
        if joined and output.output_type == "stream" and joined[-1].get("name") == output.name:
            joined[-1]["text"] += output.text
        else:
            joined.append(dict(output))
    return joined


def test_outputs_are_those_of_a_stock_kernel_whatever_ran_before(tmp_path):
    names = list(NOTEBOOKS) * 2
    random.Random(2).shuffle(names)

    in_process = [[words(cell) for cell in ran(NOTEBOOKS[name], folder=tmp_path)] for name in names]

    stock = {name: [words(cell) for cell in ran(NOTEBOOKS[name], engines.JUPYTER, tmp_path)] for name in NOTEBOOKS}
    assert in_process == [stock[name] for name in names]


def test_a_last_value_that_other_code_of_the_process_left_is_not_the_notebooks(tmp_path, monkeypatch):
    monkeypatch.setattr(builtins, "_", "left by a doctest", raising=False)

    *_, last = ran(["409", "_"], folder=tmp_path)

    assert last.outputs[0].data["text/plain"] == "409"
    assert builtins._ == "left by a doctest"


def test_a_chart_keeps_the_words_that_came_with_it(tmp_path):
    cell = ran([CHART], folder=tmp_path)[0]

    assert cell.outputs[0].metadata == {"chart": {"key": "referrals"}}
    assert cell.outputs[0].data["image/png"] == "cG5n"


def test_a_notebook_stops_at_the_cell_that_fails_and_keeps_its_error(tmp_path):
    before, failed, after = ran(NOTEBOOKS["errors"], folder=tmp_path)

    assert failed.outputs[0].ename == "ZeroDivisionError"
    assert "before / 0" in re.sub(r"\x1b\[[0-9;]*m", "", "\n".join(failed.outputs[0].traceback))
    assert [cell.metadata.papermill.status for cell in (before, failed, after)] == ["completed", "failed", "pending"]
    assert after.outputs == []


def test_a_cell_that_is_not_python_fails_as_any_other(tmp_path):
    cell = ran(["referrals ="], folder=tmp_path)[0]

    assert cell.outputs[0].ename == "SyntaxError"
    assert cell.metadata.papermill.exception is True


def test_names_of_one_notebook_are_not_known_to_the_next(tmp_path):
    ran(["children = 409"], folder=tmp_path)

    cell = ran(["children"], folder=tmp_path)[0]

    assert cell.outputs[0].ename == "NameError"


def test_options_that_a_notebook_sets_are_put_back(tmp_path):
    columns, size = pd.options.display.max_columns, matplotlib.rcParams["font.size"]

    ran(["import matplotlib, pandas, warnings", "pandas.options.display.max_columns = 3", "matplotlib.rcParams['font.size'] = 30",
         "warnings.simplefilter('error')"], folder=tmp_path)

    assert pd.options.display.max_columns == columns
    assert matplotlib.rcParams["font.size"] == size


def test_the_process_is_left_as_it_was(tmp_path):
    before = sys.modules["__main__"], sys.stdout, sys.stderr, sys.displayhook, sys.excepthook

    ran(["print('read')", "1 / 0"], folder=tmp_path)

    assert (sys.modules["__main__"], sys.stdout, sys.stderr, sys.displayhook, sys.excepthook) == before


def test_a_warning_is_shown_in_every_notebook_that_causes_it(tmp_path, monkeypatch):
    monkeypatch.setattr(warnings, "showwarning", lambda message, kind, *_: print(f"{kind.__name__}: {message}", file=sys.stderr))
    sources = ["import warnings", "warnings.warn('little history')"]

    shown = [ran(sources, folder=tmp_path)[1].outputs[0].text for _ in range(2)]

    assert shown == ["UserWarning: little history\n"] * 2


def test_an_interruption_stops_the_batch_and_not_one_cell(tmp_path):
    with pytest.raises(KeyboardInterrupt):
        ran(["raise KeyboardInterrupt"], folder=tmp_path)
