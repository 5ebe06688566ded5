"""`reference FILE...` as it is typed: what it prints, what it writes and how it leaves."""

import shutil

import pytest

from lib import __main__ as command_line
from lib import authorities
from tests.publications import downloads


@pytest.fixture
def project(folder, tmp_path, monkeypatch):
    """A project of its own with the tables that know two councils."""
    shutil.copytree(folder, tmp_path / "project" / "data" / "reference")
    monkeypatch.setattr(authorities, "PROJECT", tmp_path / "project")
    return tmp_path / "project"


@pytest.fixture
def referrals(tmp_path):
    rows = [(2024, "372", "2,672", "22.0"), (2024, "884", "u", "u"), (2024, "982", "62800", "20.7"), (2024, "970", "621880", "22.4")]
    (tmp_path / "downloads").mkdir()
    return downloads.statistics(tmp_path / "downloads" / "c1.csv", rows)


def test_a_folder_is_loaded_and_the_last_lines_say_what_became_of_it(project, referrals, capsys):
    code = command_line.main(["reference", str(referrals.parent)])

    lines = capsys.readouterr().out.splitlines()
    assert code == 0
    assert lines[-2:] == ["4 findings, 0 of them errors. 4 rows read = 4 used + 0 set aside.", "data/reference has new tables."]
    assert (project / "data" / "reference" / "values" / "child_protection.csv").is_file()


def test_what_the_system_hides_in_a_folder_is_left_alone(project, referrals, capsys):
    (referrals.parent / "~$c1.csv").touch()
    (referrals.parent / ".DS_Store").touch()

    assert command_line.main(["reference", str(referrals.parent)]) == 0


def test_a_file_that_cannot_be_read_leaves_with_one_and_the_others_are_loaded(project, referrals, capsys):
    (referrals.parent / "notes.txt").write_text("shopping list", encoding="utf-8")

    assert command_line.main(["reference", str(referrals.parent)]) == 1
    assert (project / "data" / "reference" / "values" / "child_protection.csv").is_file()


def test_nothing_recognised_is_refused(project, tmp_path, capsys):
    (tmp_path / "notes.txt").write_text("shopping list", encoding="utf-8")

    assert command_line.main(["reference", str(tmp_path / "notes.txt")]) == 2
    assert capsys.readouterr().err.startswith("notes.txt: no sheet has the headings of a publication that is read here")


def test_a_file_that_is_not_there_is_refused(project, tmp_path, capsys):
    assert command_line.main(["reference", str(tmp_path / "gone.csv")]) == 2
    assert capsys.readouterr().err.startswith("gone.csv: the file cannot be read (No such file or directory).")


def test_a_check_writes_nothing(project, referrals, capsys):
    code = command_line.main(["reference", "--check", str(referrals)])

    assert code == 0
    assert capsys.readouterr().out.splitlines()[-1] == "data/reference would have new tables; nothing was written."
    assert not list((project / "data" / "reference" / "values").glob("*.csv"))
