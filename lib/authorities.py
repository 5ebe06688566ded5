"""Who an authority is: its key (its folder's name), its name, codes, contact role and, for a worked example, the banner its pages carry."""

import os
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from lib.errors import Refused, nearest

PROJECT = Path(os.environ.get("WORKBOOK_HOME") or Path(__file__).resolve().parent.parent)


@dataclass(frozen=True)
class Authority:
    """A local authority. `banner` is empty for a real one and says what a worked example is for an embedded one."""

    key: str
    name: str
    contact: str
    folder: Path
    banner: str = ""
    codes: dict = field(default_factory=dict, hash=False)

    @property
    def months(self):
        """The months that have a folder of returns, earliest first."""
        return sorted(folder.name for folder in (self.folder / "returns").glob("????-??") if folder.is_dir())


def folder(project=None):
    """Where the authorities' folders stand."""
    return (project or PROJECT) / "data" / "authorities"


def known(project=None):
    """The keys of all authorities that have an `authority.toml`, in alphabetical order."""
    return sorted(path.parent.name for path in folder(project).glob("*/authority.toml"))


def find(key, project=None):
    """The authority of that key.

    Raises Refused, with the nearest known key, when there is none, and when its authority.toml cannot be read.
    """
    keys = known(project)
    if key not in keys:
        raise Refused("the authority asked for", f'"{key}"', f"one of {', '.join(keys) or 'none yet'}",
                      f"name a folder of data/authorities that has an authority.toml.{nearest(str(key), keys)}")
    home = folder(project) / key
    said = declared(home / "authority.toml")
    if "name" not in said:
        raise Refused(f"{key}/authority.toml", "it does not say what the authority is called", 'a line such as name = "words"', "add it and run again")
    return Authority(key=key, name=said["name"], contact=said.get("contact", ""), folder=home,
                     banner=said.get("banner", ""), codes=said.get("codes", {}))


def text(path):
    """A file's text, in UTF-8 or, as Excel and old Windows editors save it, in Windows-1252."""
    content = path.read_bytes()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def declared(path):
    """What a TOML file of an authority's folder says, as a dictionary. Raises Refused, with the line, when it is not TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise Refused("/".join(path.parts[-2:]), f"the file cannot be read: {problem}", 'TOML in UTF-8, a line a setting such as name = "words"',
                      "correct it and run again") from problem
