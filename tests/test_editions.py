import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from lib import editions
from lib.errors import Refused, WorkbookError


def filled(folder, words, state="complete"):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(words, encoding="utf-8")
    (folder / "run.json").write_text(json.dumps({"state": state}), encoding="utf-8")
    return folder


def read(folder):
    return (folder / "index.html").read_text(encoding="utf-8")


def made(folder, words, state, failed=()):
    with editions.building(folder) as build:
        return editions.publish(filled(build, words, state), folder, state, failed)


def visible(folder):
    return sorted(path.name for path in folder.iterdir() if not path.name.endswith(".lock"))


def test_a_complete_edition_takes_the_place_of_the_one_before(tmp_path):
    made(tmp_path / "2015-12", "first", "complete")

    place = made(tmp_path / "2015-12", "second", "complete")

    assert (place, read(place)) == (tmp_path / "2015-12", "second")
    assert visible(tmp_path) == ["2015-12"]


def test_an_incomplete_edition_is_published_where_no_complete_one_stands(tmp_path):
    made(tmp_path / "2015-12", "first attempt", "incomplete", ["adoption"])

    place = made(tmp_path / "2015-12", "second attempt", "incomplete", ["adoption"])

    assert (place.name, read(place)) == ("2015-12", "second attempt")


def test_a_complete_edition_stands_when_notebooks_fail_and_the_attempt_goes_beside_it(tmp_path):
    made(tmp_path / "2015-12", "whole", "complete")

    place = made(tmp_path / "2015-12", "attempt", "incomplete", ["adoption"])

    assert (place.name, read(place)) == ("2015-12.failed", "attempt")
    assert read(tmp_path / "2015-12") == "whole"


def test_a_complete_edition_stands_when_only_some_notebooks_were_asked_for(tmp_path):
    made(tmp_path / "2015-12", "whole", "complete")

    place = made(tmp_path / "2015-12", "a look", "incomplete")

    assert place.name == "2015-12.partial"
    assert read(tmp_path / "2015-12") == "whole"


def test_a_complete_edition_clears_away_the_attempts_before_it(tmp_path):
    made(tmp_path / "2015-12", "whole", "complete")
    made(tmp_path / "2015-12", "attempt", "incomplete", ["adoption"])

    made(tmp_path / "2015-12", "whole again", "complete")

    assert visible(tmp_path) == ["2015-12"]


def test_an_error_while_building_leaves_what_stood(tmp_path):
    made(tmp_path / "2015-12", "whole", "complete")

    with pytest.raises(OSError), editions.building(tmp_path / "2015-12") as build:
        filled(build, "half")
        raise OSError("disk full")

    assert visible(tmp_path) == ["2015-12"]
    assert read(tmp_path / "2015-12") == "whole"


def test_what_stood_comes_back_after_a_swap_that_was_interrupted_before_the_new_stood(tmp_path):
    filled(tmp_path / ".2015-12.earlier", "whole")
    filled(tmp_path / ".2015-12.building", "half")

    with editions.building(tmp_path / "2015-12") as build:
        left = list(build.iterdir())

    assert left == []
    assert read(tmp_path / "2015-12") == "whole"
    assert visible(tmp_path) == ["2015-12"]


def test_the_new_stays_after_a_swap_that_was_interrupted_when_it_stood(tmp_path):
    filled(tmp_path / ".2015-12.earlier", "old")
    filled(tmp_path / "2015-12", "new")

    with editions.building(tmp_path / "2015-12"):
        pass

    assert read(tmp_path / "2015-12") == "new"
    assert visible(tmp_path) == ["2015-12"]


def test_what_stood_stays_when_the_new_cannot_be_put_in_place(tmp_path):
    standing = filled(tmp_path / "rotherham" / "2015-12", "whole")

    with pytest.raises(WorkbookError) as refused:
        editions.put(tmp_path / "rotherham" / "missing", standing)

    assert read(standing) == "whole"
    assert str(refused.value) == (
        f"{tmp_path.name}/rotherham/2015-12: the new edition cannot be put in place (No such file or directory). Expected a folder that nothing "
        "has open. Close the programs that show its files and run again; what stood there stands.")


def test_a_second_run_of_the_same_edition_is_refused(tmp_path):
    folder = tmp_path / "outputs" / "rotherham" / "2015-12"
    second = "from pathlib import Path; from lib import editions\nwith editions.building(Path(r'{}')): pass".format(folder)

    with editions.building(folder):
        refused = subprocess.run([sys.executable, "-c", second], capture_output=True, text=True, check=False,
                                 env=os.environ | {"PYTHONPATH": str(Path(editions.__file__).parent.parent)})

    assert refused.stderr.splitlines()[-1] == (
        f"lib.errors.Refused: outputs/rotherham/2015-12: another run is making this edition (process {os.getpid()}). Expected one run of an "
        "edition at a time. Wait until it has ended, then run again.")


def test_outputs_that_cannot_be_written_to_are_refused_before_anything_starts(tmp_path):
    (tmp_path / "rotherham").write_text("a file where the folder should be", encoding="utf-8")

    with pytest.raises(Refused) as refused, editions.building(tmp_path / "rotherham" / "2015-12"):
        pass

    assert str(refused.value) == (
        f"{tmp_path.name}/rotherham/2015-12: the folder cannot be written to ({os.strerror(errno.EEXIST)}). Expected a folder of outputs that this account "
        "may write to. Close the programs that show its files, or ask for the right to write there, and run again.")


def test_runs_of_different_editions_do_not_wait_for_each_other(tmp_path):
    with editions.building(tmp_path / "2015-11"), editions.building(tmp_path / "2015-12") as build:
        assert build.name == ".2015-12.building"


def test_a_lock_left_by_a_process_that_died_holds_nobody_up(tmp_path):
    (tmp_path / ".2015-12.lock").write_text("999999", encoding="utf-8")

    place = made(tmp_path / "2015-12", "whole", "complete")

    assert read(place) == "whole"


def test_refusing_is_known_to_the_command_line():
    assert issubclass(Refused, WorkbookError)
