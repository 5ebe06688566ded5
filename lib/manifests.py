"""What an edition was made from, with what, when and how it went: its run.json."""

import functools
import hashlib
import json
import platform
import subprocess
from importlib import metadata
from pathlib import Path

from lib import authorities, memory

PROJECT_NAME = "childrens-services-workbook"
PACKAGES = ("pandas", "papermill", "nbconvert")


def write(folder, **said):
    """Write run.json: whatever is said, with the versions that were at work."""
    text = json.dumps(said | {"versions": versions()}, indent=2, ensure_ascii=False, sort_keys=False)
    (folder / "run.json").write_text(text + "\n", encoding="utf-8", newline="\n")


def inputs(settings, notebooks, project=None):
    """Every file that an edition is made from, by kind, each with its SHA-256 and its path from the project's folder."""
    council, month = settings.authority, settings.month
    kinds = {"returns": [path for each in council.months if each <= month for path in _files(council.folder / "returns" / each)],
             "settings": [council.folder / "authority.toml", *(path for path in _files(settings.folder) if path.name != "benchmarks.xlsx")],
             "benchmarks": [settings.folder / "benchmarks.xlsx", *_files((project or authorities.PROJECT) / "data" / "reference")],
             "commentary": _files(council.folder / "commentary" / month),
             "notebooks": notebooks}
    return {kind: [_hashed(path, project or authorities.PROJECT) for path in paths if path.is_file()] for kind, paths in kinds.items()}


def _files(folder):
    """A folder's files; what Excel and the system leave beside them (`~$`, a dot) is none of ours."""
    return sorted(path for path in Path(folder).rglob("*") if path.is_file() and not path.name.startswith(("~$", ".")))


def _hashed(path, project):
    shown = path.relative_to(project).as_posix() if path.is_relative_to(project) else path.name
    return {"path": shown, "sha256": hashlib.sha256(path.read_bytes()).hexdigest()}


@functools.cache
def versions():
    """The versions of Python, of the packages that make an edition, of the project and of its code."""
    return {"python": platform.python_version(), **{name: metadata.version(name) for name in PACKAGES}, "project": project_version(),
            "code": memory.code(), "commit": _commit()}


def project_version():
    """The project's own version; "" where it runs without being installed."""
    try:
        return metadata.version(PROJECT_NAME)
    except metadata.PackageNotFoundError:
        return ""


def _commit():
    """The commit that is checked out; "" where the project is no clone or there is no git."""
    try:
        asked = subprocess.run(["git", "rev-parse", "HEAD"], cwd=Path(__file__).parent, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return ""
    return asked.stdout.strip()
