import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import openpyxl
import pytest

from lib import __main__ as command_line
from lib import authorities

PROJECT = Path(__file__).resolve().parents[1]
PARAMETERS = 'authority = "rotherham"\nmonth = "2015-12"\naudience = "internal"'


@pytest.fixture
def project(tmp_path, monkeypatch):
    """The embedded example with two small notebooks of its own."""
    council = "data/authorities/rotherham"
    shutil.copytree(PROJECT / council, tmp_path / council)
    (tmp_path / "notebooks").mkdir()
    monkeypatch.setattr(authorities, "PROJECT", tmp_path)
    monkeypatch.setenv("WORKBOOK_CACHE", str(tmp_path / "cache"))
    add(tmp_path, "adoption", "authority")
    add(tmp_path, "summary", "month")
    return tmp_path


def add(project, name, source):
    cells = [nbformat.v4.new_code_cell(PARAMETERS, metadata={"tags": ["parameters"]}), nbformat.v4.new_code_cell(source)]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel}), project / "notebooks" / f"{name}.ipynb")


@pytest.mark.parametrize("words", [["rotherham", "2015-12"], ["rotherham", "latest"], ["--examples"], ["--all"], ["--all", "2015-12"]])
def test_what_to_run_can_be_said_in_several_ways(project, words):
    asked = command_line.parser().parse_args(["run", *words])

    assert command_line.chosen(asked, command_line._month_end()) == [("rotherham", ["2015-12"])]


def test_a_run_ends_with_the_path_of_the_front_page(project, capsys):
    code = command_line.main(["run", "rotherham", "2015-12", "--workers", "1"])

    assert code == 0
    assert capsys.readouterr().out.splitlines()[-1] == str(project / "outputs" / "rotherham" / "2015-12" / "index.html")


def test_a_run_with_a_failed_notebook_names_it_and_leaves_with_one(project, capsys):
    add(project, "adoption", "1 / 0")

    code = command_line.main(["run", "--examples", "--workers", "1"])

    said = capsys.readouterr()
    assert code == 1
    assert said.err == "rotherham 2015-12 adoption failed: cell 3: ZeroDivisionError: division by zero\n"
    assert said.out.splitlines()[-1] == f"Incomplete: {project / 'outputs' / 'rotherham' / '2015-12' / 'index.html'}"


@pytest.mark.parametrize(("arguments", "message"), [
    (["run", "rothrham", "2015-12"],
     'the authority asked for: "rothrham". Expected one of rotherham. Name a folder of data/authorities that has an authority.toml. Did you mean '
     "rotherham?"),
    (["run", "rotherham", "2015-1"],
     'the month asked for: "2015-1". Expected a month such as "2015-12". Write the year, a hyphen and the month in two digits.'),
    (["run", "rotherham", "2015-11"],
     "the returns of rotherham: none for 2015-11. Expected one of 2015-12. Put the month's workbooks in "
     "data/authorities/rotherham/returns/2015-11. Did you mean 2015-12?"),
    (["run", "rotherham"],
     'run: "rotherham". Expected an authority and a month, or --all with or without a month, or --examples alone. Correct it, as in: run AUTHORITY '
     "2015-12. The command list says what there is."),
    (["run", "--examples", "rotherham", "2015-12"],
     'run: "rotherham 2015-12". Expected an authority and a month, or --all with or without a month, or --examples alone. Correct it, as in: run '
     "AUTHORITY 2015-12. The command list says what there is."),
    (["run", "rotherham", "2015-12", "--only", "adoptions"],
     '--only: there is no notebook "adoptions". Expected one of adoption, summary. Correct the name and run again. Did you mean adoption?'),
])
def test_what_cannot_be_run_is_refused_in_four_parts(project, capsys, arguments, message):
    code = command_line.main(arguments)

    assert code == 2
    assert capsys.readouterr().err.strip() == message
    assert not (project / "outputs").exists()


def test_a_number_of_workers_that_is_none_is_refused(capsys):
    with pytest.raises(SystemExit) as left:
        command_line.main(["run", "rotherham", "2015-12", "--workers", "0"])

    assert left.value.code == 2
    assert capsys.readouterr().err.splitlines()[-1].endswith('argument --workers: "0" is no number of processes; expected 1 or more')


def test_check_counts_every_row_and_publishes_nothing(project, capsys):
    code = command_line.main(["check", "rotherham", "2015-12"])

    assert code == 0
    assert capsys.readouterr().out.splitlines()[-1].endswith("165 rows read = 165 used + 0 set aside.")
    assert not (project / "outputs").exists()


def test_check_leaves_with_one_when_a_return_holds_an_error(project, capsys):
    _write_words_for_a_number(project / "data/authorities/rotherham/returns/2015-12/scorecard.xlsx")

    code = command_line.main(["check", "rotherham", "2015-12"])

    assert code == 1
    assert "1 of them errors." in capsys.readouterr().out.splitlines()[-1]


def test_check_says_each_finding_in_a_sentence_of_its_own_whatever_the_width(project, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    _write_words_for_a_number(project / "data/authorities/rotherham/returns/2015-12/scorecard.xlsx")

    command_line.main(["check", "rotherham", "2015-12"])

    assert capsys.readouterr().out.splitlines()[0].startswith(
        'error (not a number): 2015-12/scorecard.xlsx, sheet "Monthly figures", row 2, column "2015-12": "12o" is not a number. Expected ')


def test_check_refuses_a_month_without_returns(project, capsys):
    code = command_line.main(["check", "rotherham", "2016-01"])

    assert code == 2
    assert "2015-12" in capsys.readouterr().err


def test_list_says_what_would_run_and_what_stands(project, capsys):
    code = command_line.main(["list"])

    said = capsys.readouterr().out
    assert code == 0
    assert [words.strip() for words in said.splitlines()[-3].strip("│ ").split("│")] == ["rotherham", "2015-12", "none yet"]
    assert said.splitlines()[-1] == "2 notebooks: adoption, summary"


def test_tests_end_on_the_closing_line_of_pytest_and_say_what_was_left_out(tmp_path):
    left_out = tmp_path / "test_left_out.py"
    left_out.write_text("import pytest\ndef test_a_page():\n    pytest.skip('no browser here')\n", encoding="utf-8")

    ran = subprocess.run([sys.executable, "-m", "lib", "test", "--", "-p", "no:cacheprovider", str(left_out)], cwd=PROJECT, capture_output=True,
                         text=True, check=False)

    assert ran.returncode == 0
    assert "no browser here" in ran.stdout.splitlines()[-2]
    assert "1 skipped" in ran.stdout.splitlines()[-1]


def _write_words_for_a_number(path):
    """The first number of the month 2015-12 becomes the text 12o."""
    book = openpyxl.load_workbook(path)
    sheet = next(sheet for sheet in book if any(cell.value == "2015-12" for cell in sheet[1]))
    column = next(cell.column for cell in sheet[1] if cell.value == "2015-12")
    cell = next(row[column - 1] for row in sheet.iter_rows(min_row=2) if isinstance(row[column - 1].value, int | float))
    cell.value = "12o"
    book.save(path)
