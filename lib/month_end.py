"""The batch: a month's notebooks run side by side through papermill, and the edition that is made of them."""

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

from lib import commentary, displays, editions, engines, exports, manifests, pages, periods, plans, reports, workers

TICK = 0.1      # seconds between two looks at how the notebooks are doing
DONE, FAILED = "done", "failed"


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


def run(jobs, number=None, kernel=engines.IN_PROCESS, outputs=None, console=None, stages=None):
    """Run the jobs, edition by edition, and put each edition in place. Returns an Edition for each.

    `number` is how many processes run side by side (all cores), `stages` what gives an edition's frames (lib.reports.stages).
    Raises Refused before any notebook starts when a parameter is unknown, the returns cannot be read or another run is at the same edition.
    """
    plans.check(jobs)
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
        papermill.execute_notebook(plans.literal(job.notebook), plans.literal(kept), parameters=job.parameters, progress_bar=False,
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
    make = pages.front if page.name == plans.FRONT else pages.render
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
    left_out = [path.stem for path in plans.notebooks_of(jobs[0].authority, jobs[0].notebook.parent) if path not in {job.notebook for job in jobs}]
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
    said = _said(results, frames, started) | {"provenance": exports.provenance(frames.compared, frames.benchmarks, frames.published)}
    composing = [crew.submit(compose, *each) for each in _pages(build, results, said)]
    exports.charts([build / "notebooks" / job.notebook.name for job in done], build / "charts")
    for page in composing:
        page.result()


def _pages(build, results, said):
    """What to compose each page from. A notebook that failed has none, but for the summary: the front page says what is missing."""
    for result in results:
        kept = build / "notebooks" / result.job.notebook.name
        if not result.error or result.job.page == plans.FRONT:
            internal = result.job.audience == reports.INTERNAL
            made = said["made"] | ({"notebook": f"notebooks/{kept.name}"} if internal else {})
            yield kept if kept.exists() else nbformat.v4.new_notebook(), said | {"made": made, "title": plans.title(result.job.notebook)}, \
                build / result.job.page


def _said(results, frames, started):
    """What every page says of the edition, as lib.pages documents it."""
    council, job = frames.settings.authority, results[0].job
    listed = [(each.job.page, plans.title(each.job.notebook), FAILED if each.error else DONE) for each in results]
    seconds = round((datetime.now(timezone.utc) - started).total_seconds())
    return {"authority": council.name, "month": periods.long_name(job.month), "contact": council.contact, "banner": council.banner,
            "pages": sorted(listed, key=lambda page: page[0] != plans.FRONT), **commentary.board(frames.settings),
            "made": {"version": manifests.project_version(), "at": started.date().isoformat(), "seconds": seconds, "run": "run.json"}}


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
    return next((path for path in [folder / plans.FRONT, *sorted(folder.glob("*.html"))] if path.exists()), folder)


def _forget_folders(kept, job):
    """Take the machine's own folders out of an executed notebook: it is passed on."""
    if kept.exists():
        notebook = nbformat.read(kept, as_version=4)
        notebook.metadata.papermill.update(input_path=f"notebooks/{job.notebook.name}", output_path=f"notebooks/{kept.name}")
        nbformat.write(notebook, kept)


def _last_line(words):
    lines = words.strip().splitlines()
    return lines[-1].strip() if lines else "no words"
