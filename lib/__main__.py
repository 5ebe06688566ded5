"""The command line: `run`, `check`, `template`, `profile`, `reference`, `list`, `lab` and `test`. Exit codes: 0 done, 1 something failed, 2 refused before starting."""

import argparse
import subprocess
import sys
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.table import Column, Table
from rich.text import Text

from lib import authorities, errors, periods, workers
from lib.errors import Refused, WorkbookError

DONE, FAILED, REFUSED, INTERRUPTED = 0, 1, 2, 130
CODE = Path(__file__).resolve().parent.parent
WIDE = 200          # characters, of a line that no terminal breaks
LONG = "long"       # the marker of tests that take minutes
SIDE_BY_SIDE = ("-n", "auto", "--dist", "loadscope")        # a process a core, the tests of a module in one of them


def parser():
    """What the command line understands."""
    whole = argparse.ArgumentParser(prog="workbook.py", description="A month's Excel returns become reports on children's services that a board can read.")
    commands = whole.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add_run(commands.add_parser("run", help="make editions"))
    checking = commands.add_parser("check", help="read a month's returns and report what is wrong with them; publish nothing")
    blanks = commands.add_parser("template", help="blank returns to fill in, in the month's folder")
    for command in (checking, blanks):
        command.add_argument("authority", metavar="AUTHORITY")
        command.add_argument("month", metavar="MONTH")
    beside = commands.add_parser("profile", help="where any authority of England stands in what is published")
    beside.add_argument("authority", metavar="AUTHORITY", help='its key, or its name or code, such as "Leeds"')
    beside.add_argument("month", metavar="MONTH", nargs="?", help="by which it had been published (default: this month)")
    loading = commands.add_parser("reference", help="load what is published: benchmarks, populations, neighbours, judgements")
    loading.add_argument("files", nargs="+", metavar="FILE", help="a publisher's file as downloaded, or a folder of them")
    loading.add_argument("--check", action="store_true", help="read the files and say all this; write nothing")
    commands.add_parser("list", help="what would run")
    commands.add_parser("lab", help="JupyterLab on the notebooks")
    testing = commands.add_parser("test", help="the tests that this machine can run")
    testing.add_argument("--long", action="store_true", help="those that take minutes too")
    testing.add_argument("pytest", nargs="*", metavar="-- OPTION", help="what to hand on to pytest")
    return whole


def _add_run(running):
    running.add_argument("where", nargs="*", metavar="AUTHORITY MONTH",
                         help='one authority or several, then a month such as 2015-12, a range such as 2015-10:2015-12, or "latest"')
    running.add_argument("--examples", action="store_true", help="every month of the embedded examples")
    running.add_argument("--all", action="store_true", help="every authority; with a MONTH that month, without one every month")
    running.add_argument("--only", nargs="+", action="extend", default=[], metavar="NAME", help="these notebooks alone; a complete edition that stands is left alone")
    running.add_argument("--workers", type=_at_least_one, metavar="N", help="how many notebooks run side by side (default: one a core)")
    running.add_argument("--kernel", choices=("in_process", "jupyter"), default="in_process", help="jupyter: a stock kernel for each notebook")
    running.add_argument("--audience", choices=("internal", "published"), default="internal", help="published: small numbers are suppressed")


def main(arguments=None):
    """Run one command and return its exit code. A message for the person who typed it goes to standard error, and is never a traceback."""
    asked = parser().parse_args(arguments)
    try:
        commands = {"run": run, "check": check, "template": template, "profile": profile, "reference": reference, "list": show, "lab": lab, "test": verify}
        return commands[asked.command](asked)
    except WorkbookError as problem:
        print(problem, file=sys.stderr)
        return REFUSED if isinstance(problem, Refused) else FAILED
    except KeyboardInterrupt:
        print("Interrupted: nothing more was published.", file=sys.stderr)
        return INTERRUPTED


def run(asked):
    """Make the editions asked for, and print the page to open first of each that was made without a failure."""
    workers.skip_slow_grammar()
    from lib import month_end, plans, shelves
    jobs = [job for council, months in chosen(asked) for job in plans.plan([council], months, asked.only, asked.audience)]
    if not jobs:
        raise Refused("what to run", "no notebook", "a notebook in notebooks/ and an authority with returns", "see what there is with: list")
    made = month_end.run(jobs, asked.workers, asked.kernel)
    shelves.write()
    for edition in made:
        for result in edition.failed:
            print(f"{result.job.name} failed: {result.error}", file=sys.stderr)
        print(f"Incomplete: {edition.page}" if edition.failed else edition.page)
    return FAILED if any(edition.failed for edition in made) else DONE


def chosen(asked):
    """The authorities' keys with the months meant, in pairs.

    Raises Refused where an authority or a month is unknown or missing.
    """
    from lib import plans
    councils = [authorities.find(key) for key in (authorities.known() if asked.all or asked.examples else asked.where[:-1] or asked.where)]
    if asked.examples:
        councils = [council for council in councils if council.banner]
    month = asked.where[-1:] if asked.all or len(asked.where) > 1 else []
    if not _fits(asked, month):
        raise Refused("run", f'"{" ".join(asked.where)}"', "an authority and a month, or --all with or without a month, or --examples alone",
                      "correct it, as in: run AUTHORITY 2015-12. The command list says what there is")
    return [(council.key, plans.months(council, month[0]) if month else council.months) for council in councils]


def _fits(asked, month):
    """Whether what is asked for is whole, and nothing of it would be left unheard."""
    if asked.examples:
        return not asked.where and not asked.all
    return len(asked.where) <= 1 if asked.all else bool(month)


def check(asked):
    """Read a month's returns; print what is wrong with them and how many rows were used, and write the rows to look at for the team."""
    workers.skip_slow_grammar()
    from lib import reports
    from lib.returns import exceptions
    stages, console = reports.stages(asked.authority, asked.month), _console()
    files = stages.received.files[stages.received.files.file.str.startswith(f"{asked.month}/")]
    if len(stages.findings):
        console.print(_findings(stages.findings))
    console.print(_rows_by_list(files))
    if any(files["list"] != ""):
        print(f"The rows to look at, for the team: {exceptions.write(stages.received, stages.settings)}")
    wrong = int((stages.findings.severity == errors.ERROR).sum())
    print(f"{len(stages.findings)} findings, {wrong} of them errors. {_sum(files)}")
    return FAILED if wrong else DONE


def template(asked):
    """Write blank returns into the month's folder and print where."""
    from lib import blank_returns, settings
    for path in blank_returns.write(settings.in_force(asked.authority, asked.month)):
        print(path)
    return DONE


def profile(asked):
    """Make an authority's profile from what is published, and print its page."""
    workers.skip_slow_grammar()
    from lib import profile_pages, shelves
    page = profile_pages.make(asked.authority, asked.month or date.today().strftime("%Y-%m"))
    shelves.write()
    print(page)
    return DONE


def reference(asked):
    """Load the publishers' files into data/reference; print what each was, how its rows were used, what is new and which figures moved."""
    workers.skip_slow_grammar()
    from lib import publications
    from lib.publications import accounts
    load = publications.load(_files(asked.files), write=not asked.check)
    console = _console()
    for title, frame in (("What was read", accounts.files(load)), ("Figures that moved", accounts.moves(load)), ("The tables", accounts.news(load))):
        if len(frame):
            console.print(_plain(title, frame))
    if len(load.findings):
        console.print(_findings(load.findings))
    wrong, rows = int((load.findings.severity == errors.ERROR).sum()), _sum(accounts.files(load), "read", "used", "set_aside")
    print(f"{len(load.findings)} findings, {wrong} of them errors. {rows}")
    print(accounts.outcome(load, asked.check))
    return FAILED if wrong else DONE


def _files(words):
    """The files that words name: a folder stands for those in it, but for what Excel and the system hide there."""
    return [file for path in map(Path, words) for file in (sorted(filter(_is_shown, path.iterdir())) if path.is_dir() else [path])]


def _is_shown(path):
    return path.is_file() and not path.name.startswith((".", "~$"))


def _plain(title, frame):
    """A frame as a table to print: numbers to the right, headings in words."""
    numbers = {name for name in frame if frame[name].dtype.kind == "i"}
    table = Table(*(Column(name.replace("_", " "), justify="right" if name in numbers else "left") for name in frame), title=title, title_justify="left")
    for row in frame.itertuples(index=False):
        table.add_row(*map(Text, map(str, row)))
    return table


def _console():
    """Where tables are printed: a terminal in its own width, and what else takes the lines in one that holds a table."""
    console = Console()
    return console if console.is_terminal else Console(width=max(console.width, WIDE))


def _findings(findings):
    """Findings as a table to work through, file by file; in each the errors first."""
    table = Table("severity", "file", "sheet", "rows, column", "what is wrong", "what to do", title="What is wrong", title_justify="left", show_lines=True)
    for _, of_file in findings.groupby("file", sort=True):
        for found in of_file.itertuples():
            where = [f"row {found.row}" if found.row else "", f'"{found.column}"' if found.column else ""]
            what = f"{found.rule}: {errors.message('', found.found, found.expected, '')}"
            cells = found.severity, found.file, found.sheet, ", ".join(filter(None, where)), what.strip(), errors.message("", found.advice, "", "")
            table.add_row(*map(Text, cells))
        table.add_section()
    return table


def _rows_by_list(files):
    """How many rows of each list were used and the months it is complete for; then the monthly figures."""
    from lib.contracts import lists
    table = Table("list", "file", "sheet", "layout", *map(_right, ("read", "used", "set aside")), "complete for", title="Rows of the returns",
                  title_justify="left")
    order = {key: place for place, key in enumerate(lists.all())}
    for row in files.assign(place=files["list"].map(order)).sort_values(["place", "file", "sheet"], kind="stable").itertuples():
        title = lists.all()[row.list].title if row.list else "monthly figures" if row.rows_read else "nothing"
        table.add_row(*map(Text, (title, row.file, row.sheet, row.layout, *map(str, (row.rows_read, row.rows_used, row.rows_set_aside)), _window(row))))
    return table


def _right(heading):
    return Column(heading, justify="right")


def _window(row):
    """The months a list is complete for, in words."""
    if not row.complete_from:
        return "no month" if row.list else ""
    first, last = periods.short_name(row.complete_from), periods.short_name(row.complete_to)
    return first if first == last else f"{first} to {last}"


def _sum(files, *columns):
    read, used, aside = (int(files[column].sum()) for column in columns or ("rows_read", "rows_used", "rows_set_aside"))
    return f"{read} rows read = {used} used + {aside} set aside."


def show(_):
    """Print what would run: every authority's months, the notebooks, and the edition that stands."""
    workers.skip_slow_grammar()
    from lib import editions, plans
    names = [path.stem for path in plans.notebooks()]
    table = Table("authority", "month", "edition", title="What there is to run", title_justify="left")
    for council in map(authorities.find, authorities.known()):
        for month in council.months:
            state = editions.state(editions.home(council.key) / month) or "none yet"
            table.add_row(council.key, month, state)
    Console().print(table)
    print(f"{len(names)} notebooks: {', '.join(names)}")
    return DONE


def lab(_):
    """Open JupyterLab on the notebooks."""
    return subprocess.call([sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={authorities.PROJECT}",
                            "--LabApp.default_url=/lab/tree/notebooks"])


def verify(asked):
    """Run the tests and doctests. pytest says which it left out and why, and its closing line is the last."""
    which = [] if asked.long else ["-m", f"not {LONG}"]
    return subprocess.call([sys.executable, "-m", "pytest", "-rs", *SIDE_BY_SIDE, *which, *asked.pytest], cwd=CODE)


def _at_least_one(words):
    if not words.isdigit() or int(words) < 1:
        raise argparse.ArgumentTypeError(f'"{words}" is no number of processes; expected 1 or more')
    return int(words)


if __name__ == "__main__":
    sys.exit(main())
