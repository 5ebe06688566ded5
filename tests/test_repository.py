"""Facts of the tree: what is kept in it and what is not, how its notebooks and modules are written, and that its README is true."""

import ast
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[1]
NOTEBOOKS = sorted((PROJECT / "notebooks").glob("*.ipynb"))
MODULES = sorted((PROJECT / "lib").rglob("*.py"))
EXAMPLES = tuple(f"data/authorities/{authority}/{kept}/{month}/" for authority, month in (
    ("rotherham", "2015-12"), ("herefordshire", "2014-12"), ("herefordshire", "2015-06"), ("herefordshire", "2020-03"),
    ("example_city", "2015-06")) for kept in ("returns", "commentary"))
NEVER_KEPT = {".git", ".venv", ".venv.lock", ".venv.log", ".cache", ".hypothesis", ".pytest_cache", ".ipynb_checkpoints", "__pycache__",
              "build"}
BINARY = {".gif", ".ico", ".parquet", ".pdf", ".png", ".pyc", ".xlsm", ".xlsx"}
MACHINES_PATH = re.compile(r"(?<![\w.<}])(?:/(?:home|root|tmp|Users|work)\b|[A-Za-z]:\\+Users\b|\.\./shared\b)")
STATEMENTS_NOT_FOR_NOTEBOOKS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef, ast.For, ast.While, ast.If, ast.Try,
                                ast.With, ast.Match)
LONGEST_CELL, LONGEST_MODULE, LONGEST_FUNCTION = 12, 300, 40


def kept_files(project=PROJECT):
    """The files that are, or would be, in the repository: git's own list, or where there is no git all that is not made by a run."""
    try:
        listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=project, capture_output=True,
                                encoding="utf-8", check=True).stdout.split("\0")
    except (OSError, subprocess.CalledProcessError):
        listed = []
    present = [name for name in listed if name and (project / name).is_file()]
    return present or walked_files(project)


def walked_files(project):
    """The files under a project without what runs and authorities put there."""
    names = (path.relative_to(project).as_posix() for path in sorted(project.rglob("*")) if path.is_file())
    return [name for name in names if not NEVER_KEPT & set(name.split("/")) and not is_an_authoritys_own(name)
            and (not name.startswith("outputs/") or name == "outputs/README.md") and ".egg-info/" not in name]


def is_an_authoritys_own(name):
    """Whether a file is a return or a commentary that is not the worked example's."""
    return bool(re.match(r"data/authorities/[^/]+/(returns|commentary)/", name)) and not name.startswith(EXAMPLES)


def cells_of(notebook, kind="code"):
    content = json.loads(notebook.read_text(encoding="utf-8"))
    return [cell for cell in content["cells"] if cell["cell_type"] == kind]


def source_of(cell):
    return "".join(cell["source"])


def parameters_of(notebook):
    return [cell for cell in cells_of(notebook) if "parameters" in cell["metadata"].get("tags", [])]


def commands_of(text):
    """The arguments of every `workbook.py` command in a page's code."""
    code = re.findall(r"```.*?```|^ {4}[^\n]+|`[^`\n]+`", text, re.DOTALL | re.MULTILINE)
    found = re.findall(r"workbook\.py((?: [^\s\"'`|>&;#\[\]]+)*)", "\n".join(code))
    return [arguments.split() for arguments in found]


def name_of(path):
    return path.relative_to(PROJECT).as_posix()


KEPT = kept_files()
TEXTS = [name for name in KEPT if Path(name).suffix not in BINARY]
README = PROJECT / "README.md"


# Notebooks


def test_there_are_notebooks():
    assert "summary.ipynb" in [path.name for path in NOTEBOOKS]


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=name_of)
def test_notebook_is_stored_without_outputs(notebook):
    run = [source_of(cell) for cell in cells_of(notebook) if cell["outputs"] or cell["execution_count"] is not None]

    assert run == []


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=name_of)
def test_notebook_has_one_parameters_cell_of_literal_words(notebook):
    cells = parameters_of(notebook)

    statements = ast.parse(source_of(cells[0])).body

    assert len(cells) == 1
    assert all(isinstance(statement, ast.Assign) for statement in statements)
    assert all(isinstance(ast.literal_eval(statement.value), str) for statement in statements)
    assert [statement.targets[0].id for statement in statements] == ["authority", "month", "audience"]


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=name_of)
def test_every_parameter_of_a_notebook_has_a_comment_that_papermill_can_show(notebook):
    lines = source_of(parameters_of(notebook)[0]).splitlines()

    assert [line for line in lines if not re.fullmatch(r'\w+ = "[^"=]*" +# \S.*', line)] == []


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=name_of)
def test_notebook_holds_no_machinery(notebook):
    nodes = [node for cell in cells_of(notebook) for node in ast.walk(ast.parse(source_of(cell)))]

    assert [ast.unparse(node) for node in nodes if isinstance(node, STATEMENTS_NOT_FOR_NOTEBOOKS)] == []


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=name_of)
def test_cells_of_a_notebook_are_short(notebook):
    assert [source_of(cell) for cell in cells_of(notebook) if len(source_of(cell).splitlines()) > LONGEST_CELL] == []


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=name_of)
def test_notebook_imports_from_lib_only(notebook):
    nodes = [node for cell in cells_of(notebook) for node in ast.walk(ast.parse(source_of(cell)))]

    plain = [ast.unparse(node) for node in nodes if isinstance(node, ast.Import)]
    origins = {node.module for node in nodes if isinstance(node, ast.ImportFrom)}

    assert plain == []
    assert origins == {"lib"}


# What is kept


def test_no_return_or_commentary_is_kept_but_the_worked_examples():
    assert [name for name in KEPT if is_an_authoritys_own(name)] == []


def test_the_worked_examples_returns_and_commentary_are_kept():
    assert [folder for folder in EXAMPLES if not any(name.startswith(folder) for name in KEPT)] == []


def test_nothing_that_a_run_makes_is_kept():
    assert [name for name in KEPT if NEVER_KEPT & set(name.split("/")) or name.startswith("outputs/")] == ["outputs/README.md"]


def test_ignore_file_makes_exceptions_of_the_examples_alone():
    lines = (PROJECT / ".gitignore").read_text(encoding="utf-8").splitlines()

    assert [line for line in lines if line.startswith("!")] == ["!/outputs/README.md", *(f"!/{folder}" for folder in EXAMPLES)]


if shutil.which("git"):
    @pytest.mark.parametrize("name, ignored", [
        ("data/authorities/rotherham/returns/2015-12/scorecard.xlsx", False),
        ("data/authorities/rotherham/commentary/2015-12/adoptions.md", False),
        ("data/authorities/rotherham/settings/2015-04/lines.csv", False),
        ("data/authorities/rotherham/authority.toml", False),
        ("data/authorities/herefordshire/returns/2020-03/annex_a.xlsx", False),
        ("data/authorities/herefordshire/returns/2014-12/monthly_figures.xlsx", False),
        ("data/authorities/example_city/returns/2015-06/dataset.xlsx", False),
        ("data/authorities/example_city/returns/2015-07/dataset.xlsx", True),
        ("data/authorities/rotherham/returns/2016-01/scorecard.xlsx", True),
        ("data/authorities/rotherham/commentary/2016-01/adoptions.md", True),
        ("data/authorities/elsewhere/returns/2015-12/scorecard.xlsx", True),
        ("data/authorities/elsewhere/commentary/2015-12/board.toml", True),
        ("data/authorities/rotherham/exceptions/rows.csv", True),
        ("data/authorities/herefordshire/exceptions/2020-03.xlsx", True),
        ("outputs/README.md", False),
        ("outputs/rotherham/2015-12/index.html", True),
        ("lib/returns/rows.py", False),
        ("lib/commentary.py", False),
        (".venv/pyvenv.cfg", True),
        (".cache/figures.pkl", True),
    ])
    def test_ignore_file_tells_what_is_kept_from_what_is_not(tmp_path, name, ignored):
        subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
        shutil.copy(PROJECT / ".gitignore", tmp_path)
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()

        answer = subprocess.run(["git", "check-ignore", "--quiet", name], cwd=tmp_path, check=False)

        assert answer.returncode == (0 if ignored else 1)


def test_files_are_found_where_there_is_no_git(tmp_path):
    kept = ["README.md", "data/authorities/rotherham/returns/2015-12/scorecard.xlsx", "lib/returns/rows.py", "outputs/README.md"]
    made = ["data/authorities/elsewhere/returns/2016-01/list.xlsx", "outputs/rotherham/2015-12/index.html", ".venv/pyvenv.cfg",
            "lib/__pycache__/a.pyc"]
    for name in kept + made:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()

    assert walked_files(tmp_path) == kept


@pytest.mark.parametrize("name", TEXTS)
def test_file_names_no_path_of_a_machine(name):
    text = (PROJECT / name).read_text(encoding="utf-8")

    assert MACHINES_PATH.findall(text) == []


# Requirements


def requirements():
    return (PROJECT / "requirements.txt").read_text(encoding="utf-8").splitlines()


def pins():
    return [line for line in requirements() if not line.startswith("#")][:-1]


def test_every_requirement_is_pinned():
    assert [line for line in pins() if not re.fullmatch(r"[a-z0-9-]+==\d[\w.]*( ; .+)?", line)] == []


def test_requirements_end_with_the_project_itself():
    assert requirements()[-1] == "-e ."


def test_requirements_say_how_they_were_made():
    assert any("uv pip compile --universal --python-version 3.11" in line for line in requirements() if line.startswith("#"))


def test_requirements_name_no_package_index():
    assert "://" not in "\n".join(requirements())


@pytest.mark.parametrize("package, marker", [
    ("appnope", "sys_platform == 'darwin'"), ("colorama", "sys_platform == 'win32'"), ("pywinpty", "os_name == 'nt'")])
def test_requirements_hold_what_other_systems_need(package, marker):
    assert [line for line in pins() if re.fullmatch(rf"{package}==\S+ ; {marker}", line)]


def test_every_dependency_of_the_project_is_among_the_requirements():
    import tomllib

    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["tests"]]

    assert set(wanted) <= {line.partition("==")[0] for line in pins()}


# Modules


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_module_can_be_held_in_the_head(module):
    assert len(module.read_text(encoding="utf-8").splitlines()) < LONGEST_MODULE


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_functions_of_a_module_are_short(module):
    functions = [node for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))) if isinstance(node, ast.FunctionDef)]

    assert [node.name for node in functions if node.end_lineno - body_start(node) + 1 > LONGEST_FUNCTION] == []


def body_start(function):
    """The first line of a function after its docstring."""
    body = function.body[1:] if ast.get_docstring(function) and len(function.body) > 1 else function.body
    return body[0].lineno


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_module_says_what_it_is_responsible_for(module):
    assert ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))


# The README


def test_readme_opens_with_the_two_commands():
    commands = commands_of(README.read_text(encoding="utf-8"))

    assert [] in commands
    assert ["test"] in commands


def test_commands_of_the_readme_exist():
    from lib.__main__ import parser

    for arguments in filter(None, commands_of(README.read_text(encoding="utf-8"))):
        parser().parse_args(arguments)


def test_commands_are_found_in_code_and_not_in_prose():
    text = "workbook.py needs Python. Run `python3 workbook.py list`:\n```\n" \
           "0 6 3 * * cd x && python3 workbook.py run --all >> log 2>&1\npython3 workbook.py    the examples\n```\n" \
           "Or:\n\n    python3 workbook.py test     run the tests\n"

    assert commands_of(text) == [["list"], ["run", "--all"], [], ["test"]]


def test_continuous_integration_runs_the_readmes_test_command():
    last = (PROJECT / ".ci" / "run").read_text(encoding="utf-8").splitlines()[-1]

    assert last.startswith("python3 workbook.py test")
    assert "python3 workbook.py test" in README.read_text(encoding="utf-8")
