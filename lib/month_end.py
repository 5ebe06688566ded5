"""The batch: which notebooks a month's edition needs, run side by side through papermill, and the edition that is made of them."""

import contextlib
import os
import shutil
import time
from concurrent.futures import FIRST_COMPLETED, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from datetime import datetime, timezone
from itertools import groupby
from pathlib import Path

import nbformat
import papermill
from papermill.exceptions import PapermillExecutionError

from lib import authorities, commentary, displays, editions, engines, exports, manifests, pages, periods, reports, service_areas, workers
from lib.errors import Refused, nearest

EXPLORER, SUMMARY, FRONT = "explorer", "summary", "index.html"
LATEST = "latest"
TICK = 0.1      # seconds between two looks at how the notebooks are doing
DONE, FAILED = "done", "failed"


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


@dataclass(frozen=True)
class Result:
    """How a notebook went: `error` names the cell that stopped it and says why; it is empty when none did."""

    job: Job
    seconds: float
    error: str = ""


@dataclass(frozen=True)
class Edition:
    """An edition that stands: its folder, the page to open first, its state and the results of the notebooks that failed."""

    folder: Path
    page: Path
    state: str
    failed: tuple


def notebooks(folder=None):
    """The notebooks of an edition in the order a board reads them: the service areas', any others, the summary last; the explorer is none."""
    found = sorted(path for path in Path(folder or authorities.PROJECT / "notebooks").glob("*.ipynb") if path.stem != EXPLORER)
    order = {name: place for place, name in enumerate(service_areas.AREAS)}
    return sorted(found, key=lambda path: (path.stem == SUMMARY, order.get(path.stem, len(order))))


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


def plan(councils, months, only=(), audience=reports.INTERNAL, folder=None):
    """A job for every notebook of every authority (by key) and month; only those named, where any are.

    Raises Refused for a name that no notebook has.
    """
    known = {path.stem: path for path in notebooks(folder)}
    names = [Path(name).stem if name.endswith(".ipynb") else name for name in only]
    for name in names:
        if name not in known:
            raise Refused("--only", f'there is no notebook "{name}"', f"one of {', '.join(known)}",
                          f"correct the name and run again.{nearest(name, known)}")
    chosen = [path for name, path in known.items() if name in names or not names]
    return [Job(council, month, audience, path) for council in councils for month in months for path in chosen]


def check(jobs):
    """Refuse, before anything starts, a notebook that does not declare the parameters it would be given."""
    for path, given in {job.notebook: job.parameters for job in jobs}.items():
        declared = list(papermill.inspect_notebook(_literal(path)))
        missing = [name for name in given if name not in declared]
        if missing:
            misspelt = "".join(nearest(name, missing) for name in declared if name not in given)
            raise Refused(f"notebooks/{path.name}, cell tagged parameters", f"no parameter {', '.join(missing)}", f"the parameters {', '.join(given)}",
                          f"it declares {', '.join(declared) or 'none'}; correct the cell and run again.{misspelt}")


def run(jobs, number=None, kernel=engines.IN_PROCESS, outputs=None, console=None, stages=None):
    """Run the jobs, edition by edition, and put each edition in place. Returns an Edition for each.

    `number` is how many processes run side by side (all cores), `stages` what gives an edition's frames (lib.reports.stages).
    Raises Refused before any notebook starts when a parameter is unknown, the returns cannot be read or another run is at the same edition.
    """
    check(jobs)
    stages = stages or reports.stages
    groups = {edition: list(group) for edition, group in groupby(jobs, key=lambda job: job.edition)}
    with contextlib.ExitStack() as held:
        builds = {edition: held.enter_context(editions.building(_folder(edition, outputs))) for edition in groups}
        crew = held.enter_context(workers.Crew(min(number or os.cpu_count(), len(jobs))))
        _prepare(groups, crew, stages)
        return [_make(group, builds[edition], _folder(edition, outputs), stages(*edition), crew, kernel, console)
                for edition, group in groups.items()]


def execute(job, folder, kernel):
    """Run one notebook and keep it as it ran, or as far as it came, in the folder. Never raises: what went wrong is in the result."""
    workers.tell(job.name)
    started, kept = time.perf_counter(), Path(folder) / job.notebook.name
    engines.register()
    try:
        papermill.execute_notebook(_literal(job.notebook), _literal(kept), parameters=job.parameters, progress_bar=False,
                                   engine_name=engines.PAPERMILL_NAMES[kernel], request_save_on_cell_execute=kernel == engines.JUPYTER,
                                   **({"shutdown_kernel": "immediate"} if kernel == engines.JUPYTER else {}))
        error = ""
    except PapermillExecutionError as stopped:
        error = f"cell {stopped.exec_count}: {stopped.ename}: {_last_line(stopped.evalue)}"
    except Exception as problem:    # a kernel that died, a notebook that is no notebook: this one's failure, not the batch's
        error = f"{type(problem).__name__}: {_last_line(str(problem))}"
    _forget_folders(kept, job)
    return Result(job, time.perf_counter() - started, error)


def compose(notebook, said, page):
    """Write a notebook's page; the summary's is the front page."""
    make = pages.front if page.name == FRONT else pages.render
    page.write_text(make(notebook, said | {"page": page.name}), encoding="utf-8", newline="\n")


def _folder(edition, outputs):
    authority, month, audience = edition
    return editions.home(authority, outputs) / editions.name(month, audience)


def _prepare(groups, crew, stages):
    """Calculate every edition's frames, which are remembered: the first here while the processes get ready, the others in these."""
    first, *others = groups
    crew.submit(os.getpid)
    ahead = [crew.submit(_remember, stages, edition) for edition in others]
    _remember(stages, first)
    for each in ahead:
        each.result()


def _remember(stages, edition):
    stages(*edition)


def _make(jobs, build, folder, frames, crew, kernel, console):
    """One edition, from its notebooks to its place."""
    started = datetime.now(timezone.utc)
    (build / "notebooks").mkdir()
    results = _executed(jobs, build / "notebooks", crew, kernel, console)
    failed = tuple(result for result in results if result.error)
    left_out = [path.stem for path in notebooks(jobs[0].notebook.parent) if path not in {job.notebook for job in jobs}]
    outcome = editions.INCOMPLETE if failed or left_out else editions.COMPLETE
    _fill(build, results, frames, crew, started)
    _sign(build, results, frames, outcome, left_out, started, kernel)
    if jobs[0].audience == reports.PUBLISHED:
        shutil.rmtree(build / "notebooks")
    place = editions.publish(build, folder, outcome, failed)
    return Edition(place, _first_page(place), outcome, failed)


def _executed(jobs, folder, crew, kernel, console):
    """The results of the jobs in their order, shown as they come."""
    results, lost = {}, []
    with displays.shown([job.name for job in jobs], console) as display:
        longest_first = sorted(jobs, key=lambda job: job.notebook.stat().st_size, reverse=True)
        for job, future in _ended({crew.submit(execute, job, folder, kernel): job for job in longest_first}, crew, display):
            if isinstance(future.exception(), BrokenProcessPool):
                lost.append(job)
            else:
                results[job] = _reported(job, future, display)
        for job in lost:    # a process that dies takes others with it: each again, by itself, to learn which it was
            results[job] = _reported(job, crew.submit(execute, job, folder, kernel), display)
    return [results[job] for job in jobs]


def _ended(futures, crew, display):
    """Each job with its future as it ends; meanwhile the display is told what is at work."""
    waiting = set(futures)
    while waiting:
        ended, waiting = wait(waiting, timeout=TICK, return_when=FIRST_COMPLETED)
        for name in crew.news():
            display.at_work(name)
        yield from ((futures[future], future) for future in ended)


def _reported(job, future, display):
    problem = future.exception()
    result = Result(job, 0.0, f"its process stopped ({_last_line(str(problem))})") if problem else future.result()
    display.ended(job.name, result.seconds, result.error)
    return result


def _fill(build, results, frames, crew, started):
    """Everything of an edition but its run.json: data, charts and pages."""
    done = [result.job for result in results if not result.error]
    exports.write(frames, results[0].job.month, results[0].job.audience, build)
    said = _said(results, frames, started) | {"provenance": exports.provenance(frames.compared, frames.benchmarks)}
    composing = [crew.submit(compose, *each) for each in _pages(build, results, said)]
    exports.charts([build / "notebooks" / job.notebook.name for job in done], build / "charts")
    for page in composing:
        page.result()


def _pages(build, results, said):
    """What to compose each page from. A notebook that failed has none, but for the summary: the front page says what is missing."""
    for result in results:
        kept = build / "notebooks" / result.job.notebook.name
        if not result.error or result.job.page == FRONT:
            internal = result.job.audience == reports.INTERNAL
            made = said["made"] | ({"notebook": f"notebooks/{kept.name}"} if internal else {})
            yield kept if kept.exists() else nbformat.v4.new_notebook(), said | {"made": made, "title": title(result.job.notebook)}, \
                build / result.job.page


def _said(results, frames, started):
    """What every page says of the edition, as lib.pages documents it."""
    council, job = frames.settings.authority, results[0].job
    listed = [(each.job.page, title(each.job.notebook), FAILED if each.error else DONE) for each in results]
    seconds = round((datetime.now(timezone.utc) - started).total_seconds())
    return {"authority": council.name, "month": periods.long_name(job.month), "contact": council.contact, "banner": council.banner,
            "pages": sorted(listed, key=lambda page: page[0] != FRONT), **commentary.board(frames.settings),
            "made": {"version": manifests.project_version(), "at": started.date().isoformat(), "seconds": seconds, "run": "run.json"}}


def title(notebook):
    """A notebook's own title: its first heading; its name in words where it has none."""
    cells = nbformat.read(notebook, as_version=4).cells
    lines = [line for cell in cells if cell.cell_type == "markdown" for line in cell.source.splitlines() if line.startswith("# ")]
    return lines[0][2:].strip() if lines else notebook.stem.replace("_", " ").capitalize()


def _sign(build, results, frames, outcome, left_out, started, kernel):
    """Write run.json."""
    ran = [{"notebook": f"notebooks/{each.job.notebook.name}", "state": FAILED if each.error else DONE, "seconds": round(each.seconds, 2),
            "error": each.error, "page": each.job.page if (build / each.job.page).exists() else ""} for each in results]
    first = results[0].job
    manifests.write(build, state=outcome, failed=[each.job.notebook.stem for each in results if each.error], not_run=left_out,
                    parameters=first.parameters, kernel=kernel, started=started.isoformat(timespec="seconds"),
                    finished=datetime.now(timezone.utc).isoformat(timespec="seconds"), notebooks=ran,
                    inputs=manifests.inputs(frames.settings, [each.job.notebook for each in results]))


def _first_page(folder):
    return next((path for path in [folder / FRONT, *sorted(folder.glob("*.html"))] if path.exists()), folder)


def _forget_folders(kept, job):
    """Take the machine's own folders out of an executed notebook: it is passed on."""
    if kept.exists():
        notebook = nbformat.read(kept, as_version=4)
        notebook.metadata.papermill.update(input_path=f"notebooks/{job.notebook.name}", output_path=f"notebooks/{kept.name}")
        nbformat.write(notebook, kept)


def _last_line(words):
    lines = words.strip().splitlines()
    return lines[-1].strip() if lines else "no words"


def _literal(path):
    """A path as papermill takes it: it would fill in what stands in braces."""
    return str(path).replace("{", "{{").replace("}", "}}")
