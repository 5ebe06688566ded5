"""The entry point: what it says when it cannot start, when it makes its environment anew, and what it hands over."""

import ast
import importlib.util
import io
import os
import signal
import sys
import threading
from pathlib import Path

import pytest

FILE = Path(__file__).resolve().parents[1] / "workbook.py"
SPECIFICATION = importlib.util.spec_from_file_location("workbook", FILE)
workbook = importlib.util.module_from_spec(SPECIFICATION)
SPECIFICATION.loader.exec_module(workbook)

PLACES = "Expected about 1 GB free here and 300 MB for temporary files. Make room, and run the same command again."


@pytest.fixture
def project(tmp_path):
    """A project's folder with a space in its name and two requirements."""
    folder = tmp_path / "month end"
    folder.mkdir()
    (folder / "requirements.txt").write_text("pandas==3.1.1\nrich==15.0.0\n")
    return folder


@pytest.fixture
def builds():
    """A builder that makes only the interpreter's file, and lists the projects it was called for."""
    return Builds()


class Builds(list):
    def __call__(self, project, progress):
        self.append(project)
        python = workbook.interpreter(project)
        python.parent.mkdir(parents=True, exist_ok=True)
        python.write_text("")


class Terminal(io.StringIO):
    def isatty(self):
        return True


def failing(problem):
    def build(project, progress):
        raise problem
    return build


def saying(words, code=1):
    """A stand-in for running a command: the environment is made, then pip says the words and ends with the code."""
    def follow(command, project, describe, progress):
        if "venv" in command:
            (project / ".venv").mkdir()
            return 0, ""
        return code, words
    return follow


def message_of(words, project):
    with pytest.raises(workbook.Refusal) as refused:
        workbook.build(project, workbook.Progress(io.StringIO()), follow=saying(words))
    return str(refused.value)


# What it is


def test_old_pythons_can_parse_the_entry_point():
    source = FILE.read_text(encoding="utf-8")

    tree = ast.parse(source, feature_version=(3, 8))

    assert not [node for node in ast.walk(tree) if isinstance(node, (ast.NamedExpr, ast.Match))]
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module == "__future__"]


def test_entry_point_imports_the_standard_library_only():
    tree = ast.parse(FILE.read_text(encoding="utf-8"))

    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}

    assert {name.partition(".")[0] for name in names} <= set(sys.stdlib_module_names)


def test_entry_point_has_fewer_than_two_hundred_lines():
    assert len(FILE.read_text(encoding="utf-8").splitlines()) < 200


# What it says


def test_python_too_old_is_said_with_its_version_and_place():
    with pytest.raises(workbook.Refusal) as refused:
        workbook.check_python((3, 9, 2), "/usr/bin/python3.9")

    assert str(refused.value) == (
        "workbook.py: Python 3.11 or newer is needed; this is 3.9 at /usr/bin/python3.9. "
        "Install a newer one (https://www.python.org/downloads/) and start with it: python3.11 workbook.py")


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 12, 1), (3, 20, 0)])
def test_python_new_enough_is_accepted(version):
    assert workbook.check_python(version, "/usr/bin/python3") is None


def test_python_without_ensurepip_is_told_which_package_to_install():
    with pytest.raises(workbook.Refusal) as refused:
        workbook.check_venv(lambda name: None if name == "ensurepip" else name, "/usr/bin/python3")

    assert str(refused.value) == (
        "workbook.py: the Python at /usr/bin/python3 has no ensurepip. Expected both, to make an environment. "
        "On Debian and Ubuntu run: apt install python3-venv, and run the same command again.")


def test_python_without_venv_and_ensurepip_is_told_of_both():
    with pytest.raises(workbook.Refusal) as refused:
        workbook.check_venv(lambda name: None, "/usr/bin/python3")

    assert "has no venv and no ensurepip. Expected both" in str(refused.value)


@pytest.mark.parametrize("words", [
    "WARNING: Retrying (Retry(total=4)) after connection broken by 'NewConnectionError('Failed to establish a new connection')'",
    "ERROR: Could not install: ReadTimeoutError(\"HTTPSConnectionPool(host='pypi.org', port=443): Read timed out.\")",
    "ProxyError('Cannot connect to proxy.', OSError('Tunnel connection failed: 407 Proxy Authentication Required'))",
])
def test_no_network_is_said(project, words):
    said = message_of(words, project)

    assert said == (
        f"{project}: pip could not reach the package index. "
        "Expected a network connection, the first time and when requirements.txt changes. "
        "Connect (behind a proxy, set HTTPS_PROXY; with an index of your own, set PIP_INDEX_URL), and run the same command again.")


def test_certificate_of_the_network_is_said_before_the_connection(project):
    said = message_of("NewConnectionError: [SSL: CERTIFICATE_VERIFY_FAILED] self-signed certificate", project)

    assert said == (
        f"{project}: pip does not trust the certificate that this network shows it. Expected a certificate that it knows. "
        "Ask whoever runs the network for their certificate's file, set PIP_CERT to its path, and run the same command again.")


@pytest.mark.parametrize("words", [
    "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device",
    "OSError: [WinError 112] There is not enough space on the disk",
])
def test_full_disk_is_said(project, words):
    said = message_of(words, project)

    assert said == f"{project}: the disk is full. {PLACES}"


def test_folder_that_cannot_be_written_is_said(project, capsys):
    problem = PermissionError(13, "Permission denied", str(project / ".venv"))

    code = workbook.main([], project, build=failing(problem))

    assert code == 2
    assert capsys.readouterr().err.splitlines()[-1] == (
        f"{project}: files here cannot be written. "
        "Expected a folder that this account may write to and whose .venv no other program has open. "
        "Move the project to a folder of your own or close those programs, and run the same command again.")


def test_disk_that_fills_outside_pip_is_said(project, capsys):
    code = workbook.main([], project, build=failing(OSError(28, "No space left on device")))

    assert code == 2
    assert capsys.readouterr().err.splitlines()[-1] == f"{project}: the disk is full. {PLACES}"


def test_missing_requirements_are_said(tmp_path, capsys):
    (tmp_path / ".venv").mkdir()

    code = workbook.main([], tmp_path, build=Builds())

    assert code == 2
    assert capsys.readouterr().err.splitlines()[-1] == (
        f"{tmp_path}: [Errno 2] No such file or directory: {str(tmp_path / 'requirements.txt')!r}. "
        "Expected the project's files as they were fetched. Fetch the project again, and run the same command again.")


def test_other_failures_of_pip_are_said_in_its_last_words(project):
    words = "\n".join([*"abcdefgh", "ERROR: No matching distribution found for pandas==3.1.1", ""])

    said = message_of(words, project)

    assert said == (
        f"{project}: the environment could not be made:\n    b\n    c\n    d\n    e\n    f\n    g\n    h\n"
        "    ERROR: No matching distribution found for pandas==3.1.1\n  (the end of .venv.log). "
        "Expected every package of requirements.txt to install. Mend what it names, and run the same command again.")


def test_all_that_pip_said_is_kept(project):
    message_of("Collecting pandas==3.1.1\nERROR: no\n", project)

    assert (project / ".venv.log").read_text() == "Collecting pandas==3.1.1\nERROR: no\n"


def test_pip_is_not_started_when_the_environment_cannot_be_made(project):
    commands = []

    def follow(command, project, describe, progress):
        commands.append(command)
        return 1, "Error: no\n"

    with pytest.raises(workbook.Refusal):
        workbook.build(project, workbook.Progress(io.StringIO()), follow=follow)

    assert commands == [[sys.executable, "-m", "venv", "--clear", ".venv"]]


# When it builds


def test_second_start_reuses_the_environment(project, builds):
    for _ in range(2):
        workbook.main(["list"], project, build=builds, hand_over=lambda command, project: 0)

    assert builds == [project]


def test_environment_is_made_anew_when_the_requirements_change(project, builds):
    workbook.make_ready(project, builds)

    (project / "requirements.txt").write_text("pandas==3.2.0\n")
    workbook.make_ready(project, builds)

    assert builds == [project, project]


def test_environment_is_made_anew_when_its_python_is_gone(project, builds):
    workbook.make_ready(project, builds)

    workbook.interpreter(project).unlink()
    workbook.make_ready(project, builds)

    assert builds == [project, project]


def test_environment_is_made_anew_when_the_folder_has_moved(project, builds):
    workbook.make_ready(project, builds)

    moved = project.rename(project.with_name("moved"))
    workbook.make_ready(moved, builds)

    assert builds == [project, moved]


def test_fingerprint_holds_the_minor_version_of_python(project):
    of_311, of_3112, of_312 = (workbook.fingerprint(project, version) for version in [(3, 11, 7), (3, 11, 2), (3, 12, 0)])

    assert of_311 == of_3112
    assert of_311 != of_312


@pytest.mark.parametrize("problem", [workbook.Refusal("no network"), KeyboardInterrupt(), OSError(28, "No space left on device")])
def test_build_that_breaks_off_is_not_taken_for_finished(project, builds, problem):
    workbook.make_ready(project, builds)
    (project / "requirements.txt").write_text("pandas==3.2.0\n")

    workbook.main([], project, build=failing(problem))
    (project / "requirements.txt").write_text("pandas==3.1.1\nrich==15.0.0\n")

    assert not workbook.is_ready(project)


def test_second_start_waits_while_another_makes_the_environment(project, builds):
    spoken = io.StringIO()
    second = threading.Thread(target=workbook.make_ready, args=(project, builds, workbook.Progress(spoken), 0.01))

    with open(project / ".venv.lock", "a", encoding="utf-8") as first:
        taken = workbook.take(first)
        second.start()
        second.join(0.2)
        built_meanwhile = list(builds)
    second.join()

    assert taken
    assert built_meanwhile == []
    assert builds == [project]
    assert spoken.getvalue().startswith("   0 s  another start is making the environment; waiting for it\n")


def test_start_that_waited_uses_what_the_other_made(project, builds):
    second = threading.Thread(target=workbook.make_ready, args=(project, builds, workbook.Progress(io.StringIO()), 0.01))

    with open(project / ".venv.lock", "a", encoding="utf-8") as first:
        workbook.take(first)
        second.start()
        Builds()(project, None)
        (project / ".venv" / "made-from.txt").write_text(workbook.fingerprint(project))
    second.join()

    assert builds == []


# What it shows meanwhile


def test_progress_rewrites_one_line_on_a_terminal():
    stream, times = Terminal(), iter([0, 1, 41])
    progress = workbook.Progress(stream, lambda: next(times))

    progress.show("fetching pandas")
    progress.show("the environment is ready", last=True)

    assert stream.getvalue() == "\r" + "   1 s  fetching pandas".ljust(78) + "\r" + "  41 s  the environment is ready".ljust(78) + "\n"


def test_progress_is_a_line_every_ten_seconds_elsewhere():
    stream, times = io.StringIO(), iter([0, 0, 4, 11, 12])
    progress = workbook.Progress(stream, lambda: next(times))

    for package in ("anyio", "babel", "cffi", "comm"):
        progress.show(f"fetching {package}")

    assert stream.getvalue() == "   0 s  fetching anyio\n  11 s  fetching cffi\n"


@pytest.mark.parametrize("lines, installed, words", [
    ([], 0, "fetching pip"),
    (["Collecting numpy==2.4.6 (from -r requirements.txt (line 87))\n", "  Downloading numpy.whl (16 MB)\n"], 0, "fetching numpy"),
    (["Installing collected packages: six, numpy, pandas\n"], 0, "installing six (1 of 3)"),
    (["Installing collected packages: six, numpy, pandas\n"], 2, "installing pandas (3 of 3)"),
    (["Installing collected packages: six, numpy, pandas\n"], 3, "installing pandas (3 of 3)"),
])
def test_package_at_hand_is_named(lines, installed, words):
    assert workbook.at_hand(lines, installed) == words


def test_command_is_followed_to_its_end(project):
    command = [sys.executable, "-c", "import os, sys; print('Collecting rich'); print(os.getcwd(), file=sys.stderr); sys.exit(3)"]

    code, said = workbook.follow(command, project, workbook.at_hand, workbook.Progress(io.StringIO()))

    assert code == 3
    assert sorted(said.splitlines()) == sorted(["Collecting rich", str(project)])


# What it hands over


@pytest.mark.parametrize("given, passed", [
    ([], ["run", "--examples"]),
    (["test"], ["test"]),
    (["test", "--long", "--", "-k", "two words"], ["test", "--long", "--", "-k", "two words"]),
    (["run", "rotherham", "2015-12", "--only", "adoption"], ["run", "rotherham", "2015-12", "--only", "adoption"]),
    (["lab"], ["lab"]),
])
def test_arguments_are_passed_on(project, builds, given, passed):
    commands = []

    workbook.main(given, project, build=builds, hand_over=lambda command, project: commands.append(command))

    assert commands == [[workbook.interpreter(project), "-m", "lib", *passed]]


@pytest.mark.parametrize("code", [0, 1, 2])
def test_exit_code_of_the_workbook_is_given_back(project, code):
    given_back = workbook.hand_over([sys.executable, "-c", f"import sys; sys.exit({code})"], project)

    assert given_back == code


def test_workbook_runs_in_the_projects_folder(project, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)

    workbook.hand_over([sys.executable, "-c", "import pathlib; pathlib.Path('here').touch()"], project)

    assert (project / "here").is_file()


def test_keyboards_interrupt_is_quiet_while_the_environment_is_made(project, capsys):
    code = workbook.main([], project, build=failing(KeyboardInterrupt()))

    assert code == 130
    assert capsys.readouterr() == ("", "")


if os.name == "posix":
    def test_workbook_ended_by_a_signal_gives_the_shells_exit_code(project):
        code = workbook.hand_over([sys.executable, "-c", f"import os; os.kill(os.getpid(), {int(signal.SIGINT)})"], project)

        assert code == 130


def test_keyboards_interrupt_waits_for_the_workbook_to_end(project):
    answers = iter([KeyboardInterrupt, KeyboardInterrupt, 0])

    class Asked:
        def wait(self):
            answer = next(answers)
            if answer is KeyboardInterrupt:
                raise answer
            return answer

    code = workbook.hand_over(["lab"], project, start=lambda command, cwd: Asked())

    assert code == 130
    assert list(answers) == []
