import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import nbformat
import openpyxl
import pytest

from lib import __main__ as command_line
from lib import authorities, errors
from tests.returns import annex_a
from tests.returns.annex_a import contact, contacts

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

    assert command_line.chosen(asked) == [("rotherham", ["2015-12"])]


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


def test_check_prints_findings_as_a_table_to_work_through_whatever_the_width(project, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    _write_words_for_a_number(project / "data/authorities/rotherham/returns/2015-12/scorecard.xlsx")

    command_line.main(["check", "rotherham", "2015-12"])

    rows = _cells(capsys.readouterr().out)
    assert rows[0] == ["severity", "file", "sheet", "rows, column", "what is wrong", "what to do"]
    assert rows[1][:4] == ["error", "2015-12/scorecard.xlsx", "Monthly figures", 'row 2, "2015-12"']
    assert rows[1][4].startswith('not a number: "12o" is not a number. Expected ')


@pytest.fixture
def month(project):
    """The folder of a month after the example's, to put lists in."""
    folder = project / "data/authorities/rotherham/returns/2016-01"
    folder.mkdir()
    return folder


def test_check_prints_the_findings_of_a_file_together_with_its_errors_first(month, capsys):
    annex_a.save(month / "b.xlsx", {"Contacts": contacts(contact(1, when="n/k", sex="MARIGOLD"))})
    annex_a.save(month / "a.xlsx", {"Contacts": contacts(contact(2, sex="MARIGOLD"))})

    command_line.main(["check", "rotherham", "2016-01"])

    said = capsys.readouterr().out
    assert [row[:2] for row in _cells(said) if row[0] in errors.SEVERITIES] == [
        ["warning", "2016-01/a.xlsx"], ["warning", "2016-01/a.xlsx"], ["warning", "2016-01/a.xlsx"], ["error", "2016-01/b.xlsx"], ["warning", "2016-01/b.xlsx"]]
    assert "MARIGOLD" not in said
    assert "ZZ-" not in said


def test_check_prints_the_rows_of_each_list_with_the_months_it_is_complete_for(month, capsys):
    of_january, of_december = contact(1, when=datetime(2016, 1, 3)), contact(2, when=datetime(2015, 12, 2))
    annex_a.save(month / "lists.xlsx", {"One": annex_a.sheet_of("adopters"), "Two": contacts(of_january, of_january, of_december),
                                        "Three": annex_a.sheet_of("referrals", 0), "Four": [["code or key", "title", "2016-01"], ["2.1", None, 3]]})

    command_line.main(["check", "rotherham", "2016-01"])

    said = capsys.readouterr().out
    assert _cells(said)[-4:] == [["List 1: contacts", "2016-01/lists.xlsx", "Two", "", "3", "2", "1", "Dec 2015 to Jan 2016"],
                                 ["List 3: referrals", "2016-01/lists.xlsx", "Three", "", "0", "0", "0", "no month"],
                                 ["List 11: adopters", "2016-01/lists.xlsx", "One", "", "3", "3", "0", "Jan 2016"],
                                 ["monthly figures", "2016-01/lists.xlsx", "", "", "1", "1", "0", ""]]
    assert said.splitlines()[-1].endswith("7 rows read = 6 used + 1 set aside.")


def test_check_writes_the_rows_to_look_at_and_says_where(project, month, capsys):
    annex_a.save(month / "lists.xlsx", {"One": contacts(contact(1, when="n/k"), contact(2, sex="MARIGOLD", when=datetime(2016, 1, 3)))})

    command_line.main(["check", "rotherham", "2016-01"])

    path = project / "data/authorities/rotherham/exceptions/2016-01.xlsx"
    assert f"The rows to look at, for the team: {path}" in capsys.readouterr().out.splitlines()
    rows = [[cell.value for cell in row] for row in openpyxl.load_workbook(path).worksheets[0]]
    assert [row[:5] for row in rows[1:]] == [["List 1: contacts", "2016-01/lists.xlsx", "One", 2, "Date of Contact"],
                                             ["List 1: contacts", "2016-01/lists.xlsx", "One", 3, "Gender"]]
    assert not (project / "outputs").exists()


def test_check_writes_nothing_of_a_month_without_lists(project, capsys):
    command_line.main(["check", "rotherham", "2015-12"])

    assert not (project / "data/authorities/rotherham/exceptions").exists()


def test_a_run_writes_no_exceptions(project, capsys):
    annex_a.save(project / "data/authorities/rotherham/returns/2015-12/lists.xlsx", {"One": contacts(contact(1, when="n/k"))})

    command_line.main(["run", "rotherham", "2015-12", "--workers", "1"])

    assert not (project / "data/authorities/rotherham/exceptions").exists()


def test_check_leaves_the_rows_of_earlier_months_to_their_own(month, capsys):
    annex_a.save(month / "lists.xlsx", {"One": contacts(contact(1, when=datetime(2016, 1, 3)))})

    command_line.main(["check", "rotherham", "2016-01"])

    assert capsys.readouterr().out.splitlines()[-1].endswith("1 rows read = 1 used + 0 set aside.")


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


def _cells(printed):
    """The rows of the tables printed, as their cells."""
    lines = [line for line in printed.splitlines() if line[:1] in ("│", "┃")]
    return [[cell.strip() for cell in line.strip("│┃").replace("┃", "│").split("│")] for line in lines]
