"""How long an edition takes: ours, beside papermill's API one notebook after another, and beside the same cells as plain scripts.

    python speed/editions.py [AUTHORITY MONTH] [--times N]

Each way runs in a Python of its own, with nothing remembered from the one before, and makes its files in a temporary folder. Trust the
ratios: seconds are this machine's. The processors' own seconds do not grow when other programs are busy.
"""

import argparse
import ast
import os
import runpy
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
HOME = Path(os.environ.get("WORKBOOK_HOME") or PROJECT)
SHOW = '''
def show(value):
    """What a notebook does with a cell's last value."""
    for form in ("_repr_mimebundle_", "_repr_html_"):
        if hasattr(value, form):
            return getattr(value, form)()
    return repr(value)
'''


def main():
    asked = _asked()
    if asked.way:
        return WAYS[asked.way](asked.authority, asked.month, asked.folder)
    names = [path.stem for path in _notebooks()]
    print(f"{asked.authority} {asked.month}: {len(names)} notebooks, {os.cpu_count()} cores, best of {asked.times}")
    best = {way: [min(of) for of in zip(*times)] for way, times in _timed(asked).items()}
    print(f"{'':45}{'seconds':>10}{'ratio':>8}{'of processors':>16}{'ratio':>8}")
    for way, (waited, worked) in best.items():
        print(f"{way:45}{waited:10.1f}{waited / best[OURS][0]:8.2f}{worked:16.1f}{worked / best[OURS][1]:8.2f}")
    return 0


def _asked():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("authority", nargs="?", default="rotherham")
    parser.add_argument("month", nargs="?", default="2015-12")
    parser.add_argument("--times", type=int, default=1, help="how often each way runs; the best counts")
    parser.add_argument("--way", choices=WAYS, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


def _timed(asked):
    """The seconds of each way, waited and worked, which take turns so that a busy moment falls on no one of them alone."""
    times = {way: [] for way in WAYS}
    for way in list(WAYS) * asked.times:
        times[way].append(_seconds(way, asked))
    return times


def _seconds(way, asked):
    with tempfile.TemporaryDirectory() as folder:
        path = os.pathsep.join(filter(None, [str(PROJECT), os.environ.get("PYTHONPATH")]))
        command = [sys.executable, __file__, asked.authority, asked.month, "--way", way, "--folder", folder]
        started, worked = time.perf_counter(), _worked()
        ran = subprocess.run(command, capture_output=True, text=True, check=False,
                             env=os.environ | {"PYTHONPATH": path, "WORKBOOK_CACHE": str(Path(folder) / "cache")})
        if ran.returncode:
            sys.exit(f"{way}: failed, so there is nothing to compare.\n{ran.stderr}")
        return time.perf_counter() - started, (_worked() - worked) or float("nan")


def _worked():
    """The seconds that processors spent on what was started from here (Windows does not say)."""
    spent = os.times()
    return spent.children_user + spent.children_system


def ours(authority, month, folder):
    """The whole edition: notebooks, pages, charts and data."""
    from lib import workers
    workers.skip_slow_grammar()
    from lib import month_end, plans
    edition, = month_end.run(plans.plan([authority], [month]), outputs=folder)
    return 1 if edition.failed else 0


def one_after_another(authority, month, folder):
    """papermill's API with a stock kernel for each notebook, and nbconvert's own HTML."""
    import papermill
    from nbconvert import HTMLExporter
    for path in _notebooks():
        ran = papermill.execute_notebook(str(path), str(folder / path.name), parameters=_parameters(authority, month), progress_bar=False)
        html, _ = HTMLExporter().from_notebook_node(ran)
        (folder / f"{path.stem}.html").write_text(html, encoding="utf-8")
    return 0


def plain_scripts(authority, month, folder):
    """The notebooks' code without a notebook: the floor. The cells' last values are rendered, as a notebook renders them."""
    scripts = [_script(path, _parameters(authority, month), folder) for path in _notebooks()]
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as pool:
        list(pool.map(_run_script, scripts))
    return 0


def _run_script(path):
    runpy.run_path(str(path))


def _script(notebook, parameters, folder):
    import nbformat
    cells = [cell for cell in nbformat.read(notebook, as_version=4).cells if cell.cell_type == "code"]
    sources = [ast.unparse(_showing(cell.source)) for cell in cells]
    place = 1 + next((number for number, cell in enumerate(cells) if "parameters" in cell.metadata.get("tags", [])), -1)
    sources.insert(place, "\n".join(f"{name} = {value!r}" for name, value in parameters.items()))
    script = folder / f"{notebook.stem}.py"
    script.write_text("\n".join([SHOW, *sources]), encoding="utf-8")
    return script


def _showing(source):
    """A cell whose last value, where it is an expression, is rendered."""
    tree = ast.parse(source)
    if tree.body and isinstance(tree.body[-1], ast.Expr):
        tree.body[-1].value = ast.Call(ast.Name("show", ast.Load()), [tree.body[-1].value], [])
    return ast.fix_missing_locations(tree)


def _notebooks():
    return sorted(path for path in (HOME / "notebooks").glob("*.ipynb") if path.stem != "explorer")


def _parameters(authority, month):
    return {"authority": authority, "month": month, "audience": "internal"}


OURS = "our edition"
WAYS = {OURS: ours, "papermill's API one after another, nbconvert": one_after_another, "the same cells as plain scripts": plain_scripts}

if __name__ == "__main__":
    sys.exit(main())
