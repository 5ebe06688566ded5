"""What a batch has to do: which notebooks an edition needs, for which months, and whether they take the parameters they will be given."""

from dataclasses import dataclass
from pathlib import Path

import nbformat
import papermill

from lib import authorities, periods, service_areas
from lib.audiences import INTERNAL
from lib.errors import Refused, nearest

EXPLORER, PROFILE, SUMMARY, FRONT = "explorer", "profile", "summary", "index.html"
LATEST = "latest"


@dataclass(frozen=True)
class Job:
    """One notebook to run for one edition."""

    authority: str
    month: str
    audience: str
    notebook: Path

    @property
    def name(self):
        return f"{self.authority} {self.month} {self.notebook.stem}"

    @property
    def edition(self):
        return self.authority, self.month, self.audience

    @property
    def page(self):
        return FRONT if self.notebook.stem == SUMMARY else f"{self.notebook.stem}.html"

    @property
    def parameters(self):
        return {"authority": self.authority, "month": self.month, "audience": self.audience}


def notebooks(folder=None):
    """The notebooks of an edition in the order a board reads them: the service areas', any others, the summary last; the explorer is none."""
    found = sorted(path for path in Path(folder or authorities.PROJECT / "notebooks").glob("*.ipynb") if path.stem != EXPLORER)
    order = {name: place for place, name in enumerate(service_areas.AREAS)}
    return sorted(found, key=lambda path: (path.stem == SUMMARY, order.get(path.stem, len(order))))


def notebooks_of(council, folder=None):
    """The notebooks of an edition of that council (by key): one that states no code of its own cannot be found in what is published of England."""
    codes = authorities.find(council).codes
    return [path for path in notebooks(folder) if path.stem != PROFILE or "la" in codes]


def months(council, words):
    """The months meant by "2015-12", by the range "2015-10:2015-12" or by "latest", each of which has a folder of returns.

    Raises Refused, naming the months that have one, when another is asked for, none has one, or a range ends before it begins.
    """
    if words == LATEST and not council.months:
        raise Refused(f"the returns of {council.key}", "none yet", "a folder for each month", f"put workbooks in data/authorities/{council.key}/returns/2015-12")
    first, _, last = (council.months[-1] if words == LATEST else words).partition(":")
    asked = periods.between(periods.check(first), periods.check(last or first))
    if not asked:
        raise Refused("the months asked for", f'"{words}" ends before it begins', "the earlier month first", f"write {last}:{first} and run again")
    if missing := [month for month in asked if month not in council.months]:
        raise Refused(f"the returns of {council.key}", f"none for {', '.join(missing)}", f"one of {', '.join(council.months) or 'none yet'}",
                      f"put the month's workbooks in data/authorities/{council.key}/returns/{missing[0]}.{nearest(missing[0], council.months)}")
    return asked


def plan(councils, months, only=(), audience=INTERNAL, folder=None):
    """A job for every notebook of every authority (by key) and month; only those named, where any are.

    Raises Refused for a name that no notebook has.
    """
    known = {path.stem: path for path in notebooks(folder)}
    names = [Path(name).stem if name.endswith(".ipynb") else name for name in only]
    for name in names:
        if name not in known:
            raise Refused("--only", f'there is no notebook "{name}"', f"one of {', '.join(known)}",
                          f"correct the name and run again.{nearest(name, known)}")
    return [Job(council, month, audience, path) for council in councils for month in months for path in notebooks_of(council, folder)
            if path.stem in names or not names]


def check(jobs):
    """Refuse, before anything starts, a notebook that does not declare the parameters it would be given."""
    for path, given in {job.notebook: job.parameters for job in jobs}.items():
        declared = list(papermill.inspect_notebook(literal(path)))
        missing = [name for name in given if name not in declared]
        if missing:
            misspelt = "".join(nearest(name, missing) for name in declared if name not in given)
            raise Refused(f"notebooks/{path.name}, cell tagged parameters", f"no parameter {', '.join(missing)}", f"the parameters {', '.join(given)}",
                          f"it declares {', '.join(declared) or 'none'}; correct the cell and run again.{misspelt}")


def title(notebook):
    """A notebook's own title: its first heading; its name in words where it has none."""
    cells = nbformat.read(notebook, as_version=4).cells
    lines = [line for cell in cells if cell.cell_type == "markdown" for line in cell.source.splitlines() if line.startswith("# ")]
    return lines[0][2:].strip() if lines else notebook.stem.replace("_", " ").capitalize()


def literal(path):
    """A path as papermill takes it: it would fill in what stands in braces."""
    return str(path).replace("{", "{{").replace("}", "}}")
