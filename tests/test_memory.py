"""Stages remembered on disk."""

import pytest

from lib import memory

RUNS = []


def doubled(number):
    """A stage that keeps count of its own runs."""
    RUNS.append(number)
    return 2 * number


def first_of(_, frame):
    """A stage whose first input stands for its second."""
    return frame


@pytest.fixture(autouse=True)
def empty_memory(tmp_path, monkeypatch):
    monkeypatch.setenv("WORKBOOK_CACHE", str(tmp_path))
    RUNS.clear()


def test_a_stage_runs_once_for_the_same_input():
    stage = memory.remembered(doubled)

    answers = stage(21), stage(21)

    assert (answers, RUNS) == ((42, 42), [21])


def test_a_stage_runs_again_for_another_input():
    stage = memory.remembered(doubled)

    answers = stage(21), stage(22)

    assert (answers, RUNS) == ((42, 44), [21, 22])


def test_what_another_version_of_the_code_remembered_is_not_read(monkeypatch):
    stage = memory.remembered(doubled)
    stage(21)
    monkeypatch.setattr(memory, "code", lambda: "another version")

    answer = stage(21)

    assert (answer, RUNS) == (42, [21, 21])


def test_an_input_that_another_stands_for_is_not_looked_at():
    stage = memory.remembered(first_of, apart_from=("frame",))

    answers = stage("fingerprint", 1), stage("fingerprint", 2), stage("another", 2)

    assert answers == (1, 1, 2)


def test_stages_are_remembered_where_the_environment_says(tmp_path):
    assert memory.folder().parent == tmp_path


def test_without_a_place_in_the_environment_they_are_remembered_beside_the_project(tmp_path, monkeypatch):
    monkeypatch.delenv("WORKBOOK_CACHE")
    monkeypatch.setattr(memory.authorities, "PROJECT", tmp_path)

    assert memory.folder().parent == tmp_path / ".cache"


def test_a_remembered_stage_keeps_its_name_and_its_words():
    stage = memory.remembered(doubled)

    assert (stage.__name__, stage.__doc__) == ("doubled", "A stage that keeps count of its own runs.")


def test_a_fingerprint_changes_with_a_file_s_content_and_not_with_the_order_asked(tmp_path):
    one, two = tmp_path / "1.csv", tmp_path / "2.csv"
    one.write_text("a")
    two.write_text("b")
    before = memory.fingerprint([one, two])

    assert memory.fingerprint([two, one]) == before
    two.write_text("c")
    after = memory.fingerprint([one, two])
    assert (after[0] == before[0], after[1] == before[1]) == (True, False)
