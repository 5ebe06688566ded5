"""Start the workbook on a machine that has Python and nothing else: make its environment once, then hand over to `lib`.
Standard library only. It keeps to what old Pythons can parse, so that they get a sentence and not a SyntaxError.
"""

import hashlib
import importlib.util
import os
import subprocess
import sys
import sysconfig
import threading
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parent
REFUSED, INTERRUPTED, MONTH_END = 2, 130, ["run", "--examples"]
PIP = ["-m", "pip", "--no-input", "--disable-pip-version-check", "install", "--progress-bar", "off"]

# What pip, venv and the system say when something is wrong, then: what was found, what was expected, what to do.
TROUBLES = (
    (("Errno 28", "No space left on device", "WinError 112", "not enough space"),
     "the disk is full", "about 1 GB free here and 300 MB for temporary files", "Make room"),
    (("CERTIFICATE_VERIFY_FAILED",), "pip does not trust the certificate that this network shows it", "a certificate that it knows",
     "Ask whoever runs the network for their certificate's file, set PIP_CERT to its path"),
    (("NewConnectionError", "NameResolutionError", "ConnectTimeoutError", "ReadTimeoutError", "ProxyError", "Failed to connect",
      "Failed to establish a new connection", "Temporary failure in name resolution", "getaddrinfo failed", "Connection reset"),
     "pip could not reach the package index", "a network connection, the first time and when requirements.txt changes",
     "Connect (behind a proxy, set HTTPS_PROXY; with an index of your own, set PIP_INDEX_URL)"),
    (("Errno 1]", "Errno 13", "Errno 30", "WinError 5]", "WinError 32]", "Permission denied"),
     "files here cannot be written", "a folder that this account may write to and whose .venv no other program has open",
     "Move the project to a folder of your own or close those programs"),
)


class Refusal(Exception):
    """A start that cannot go on: where, what was found, what was expected, what to do."""


class Progress:
    """One line that is rewritten on a terminal; elsewhere a new line every so many seconds."""

    def __init__(self, stream=None, clock=time.monotonic, every=10):
        self.stream, self.clock, self.every, self.started, self.due = stream or sys.stderr, clock, every, clock(), 0

    def show(self, words, last=False):
        """Say how long it has taken and what is at hand; `last` leaves the line standing."""
        seconds = self.clock() - self.started
        line = f"{seconds:4.0f} s  {words}"[:78]
        if self.stream.isatty():
            print("\r" + line.ljust(78), end="\n" if last else "", file=self.stream, flush=True)
        elif last or seconds >= self.due:
            self.due = seconds + self.every
            print(line, file=self.stream, flush=True)


def refusal(where, said, otherwise):
    """The Refusal for what pip or the system said; `otherwise` is (found, expected, what to do) when it is none we know."""
    known = (words for signs, *words in TROUBLES if any(sign in said for sign in signs))
    found, expected, advice = next(known, otherwise)
    return Refusal(f"{where}: {found}. Expected {expected}. {advice}, and run the same command again.")


def check_python(version=sys.version_info, executable=sys.executable):
    """Refuse a Python that is too old."""
    if tuple(version[:2]) < (3, 11):
        raise Refusal(f"workbook.py: Python 3.11 or newer is needed; this is {version[0]}.{version[1]} at {executable}. "
                      "Install a newer one (https://www.python.org/downloads/) and start with it: python3.11 workbook.py")


def check_venv(find=importlib.util.find_spec, executable=sys.executable):
    """Refuse a Python that cannot make environments, as Debian's own cannot until a package is added."""
    absent = [name for name in ("venv", "ensurepip") if find(name) is None]
    if absent:
        raise Refusal(f"workbook.py: the Python at {executable} has no {' and no '.join(absent)}. Expected both, to make an environment. "
                      "On Debian and Ubuntu run: apt install python3-venv, and run the same command again.")


def interpreter(project):
    """The environment's own Python."""
    return project / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def fingerprint(project, version=sys.version_info):
    """What an environment is made from: the requirements' SHA-256, the Python, and the folder, since environments do not move."""
    digest = hashlib.sha256((project / "requirements.txt").read_bytes()).hexdigest()
    return f"{digest} {version[0]}.{version[1]} {project}"


def is_ready(project):
    """Whether an environment stands that was finished, and made from what is there now."""
    marker = project / ".venv" / "made-from.txt"
    return marker.is_file() and interpreter(project).is_file() and marker.read_text(encoding="utf-8") == fingerprint(project)


def follow(command, project, describe, progress):
    """Run a command, showing progress, and give back its exit code and all it said. `describe` words the lines so far."""
    process = subprocess.Popen(command, cwd=project, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                               encoding="utf-8", errors="replace")
    lines = []
    reader = threading.Thread(target=lambda: [lines.append(line) for line in process.stdout], daemon=True)
    reader.start()
    try:
        while reader.is_alive():
            progress.show(describe(lines))
            reader.join(0.5)
    except KeyboardInterrupt:
        process.kill()
        raise
    return process.wait(), "".join(lines)


def at_hand(lines, installed=0):
    """The package that pip is at, from what it has said so far and how many packages it has put in place."""
    said = [line for line in lines if line.startswith(("Collecting ", "Installing collected packages: "))] or ["Collecting pip"]
    if said[-1].startswith("Collecting "):
        return f"fetching {said[-1].split()[1].partition('=')[0]}"
    names = said[-1].partition(": ")[2].strip().split(", ")
    place = min(installed, len(names) - 1)
    return f"installing {names[place]} ({place + 1} of {len(names)})"


def count_packages(project):
    """How many packages the environment holds."""
    return len(list(Path(sysconfig.get_path("purelib", "venv", {"base": str(project / ".venv")})).glob("*.dist-info")))


def build(project, progress, follow=follow):
    """Make the environment anew and install the requirements. Raises Refusal with the last words when that fails."""
    check_venv()
    code, said = follow([sys.executable, "-m", "venv", "--clear", ".venv"], project, lambda lines: "making the environment", progress)
    if code == 0:
        before, command = count_packages(project), [interpreter(project), *PIP, "--requirement", "requirements.txt"]
        code, said = follow(command, project, lambda lines: at_hand(lines, count_packages(project) - before), progress)
    (project / ".venv.log").write_text(said, encoding="utf-8")
    if code != 0:
        last = "".join(f"\n    {line[:200]}" for line in said.strip().splitlines()[-8:])
        raise refusal(project, said, (f"the environment could not be made:{last}\n  (the end of .venv.log)",
                                      "every package of requirements.txt to install", "Mend what it names"))


def take(handle):
    """Whether the lock on an open file could be taken. The system frees it when this process ends, however it ends."""
    try:
        if os.name == "nt":
            import msvcrt
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def make_ready(project, build=build, progress=None, pause=1):
    """Leave an environment standing: the one there is, or a new one, marked as finished last of all. One start at a time."""
    if is_ready(project):
        return
    progress, marker = progress or Progress(), project / ".venv" / "made-from.txt"
    with open(project / ".venv.lock", "a", encoding="utf-8") as handle:
        while not take(handle):
            progress.show("another start is making the environment; waiting for it")
            time.sleep(pause)
        if not is_ready(project):
            marker.unlink(missing_ok=True)
            build(project, progress)
            marker.write_text(fingerprint(project), encoding="utf-8")
            progress.show("the environment is ready", last=True)


def hand_over(command, project, start=subprocess.Popen):
    """Run the workbook in its environment and give back its exit code; how it answers the keyboard's interrupt is its own affair."""
    process, interrupted = start(command, cwd=project), False
    while True:
        try:
            code = process.wait()
            return INTERRUPTED if interrupted else code if code >= 0 else 128 - code
        except KeyboardInterrupt:
            interrupted = True


def main(arguments, project=PROJECT, build=build, hand_over=hand_over):
    """Check the Python, have the environment ready, run `lib` with the arguments: the examples' month end when there are none."""
    try:
        check_python()
        make_ready(project, build)
        return hand_over([interpreter(project), "-m", "lib", *(arguments or MONTH_END)], project)
    except KeyboardInterrupt:
        return INTERRUPTED
    except Refusal as problem:
        trouble = problem
    except OSError as problem:
        trouble = refusal(project, str(problem), (problem, "the project's files as they were fetched", "Fetch the project again"))
    print(f"\n{trouble}", file=sys.stderr)
    return REFUSED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
