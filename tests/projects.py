"""A small project for tests of the batch: one authority with one month of returns, and notebooks made for each test."""

import nbformat

from lib import authorities

PARAMETERS = 'authority = "somewhere"  # whose\nmonth = "2015-12"  # which\naudience = "internal"  # for whom'


def make(folder, monkeypatch):
    """A project of one authority with one month of returns and no notebook yet."""
    monkeypatch.setattr(authorities, "PROJECT", folder)
    council = folder / "data" / "authorities" / "somewhere"
    for name, words in {"authority.toml": 'name = "Somewhere"\nbanner = "A worked example."', "returns/2015-12/scorecard.xlsx": "rows",
                        "returns/2015-11/~$open.xlsx": "", "settings/2015-04/lines.csv": "code", "settings/2015-04/benchmarks.xlsx": "rows",
                        "commentary/2015-12/board.toml": 'status = "final"\nissue = 2\nextracted = "2016-01-18"'}.items():
        (council / name).parent.mkdir(parents=True, exist_ok=True)
        (council / name).write_text(words, encoding="utf-8")
    (folder / "notebooks").mkdir()
    return folder


def add(project, name, *sources, parameters=PARAMETERS):
    cells = [nbformat.v4.new_markdown_cell(f"# About {name}"), nbformat.v4.new_code_cell(parameters, metadata={"tags": ["parameters"]}),
             *map(nbformat.v4.new_code_cell, sources)]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel}), project / "notebooks" / f"{name}.ipynb")
