"""What a person sees while a batch runs: each notebook waiting, at work, done or failed. Plain lines where there is no terminal."""

import contextlib

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn


@contextlib.contextmanager
def shown(names, console=None):
    """A display of these notebooks, with the calls `at_work(name)` and `ended(name, seconds, error)`."""
    console = console or Console()
    if not console.is_terminal:
        yield Lines(console, len(names))
        return
    columns = (SpinnerColumn(finished_text=" "), TextColumn("{task.description}"), TextColumn("{task.fields[state]}"), TimeElapsedColumn())
    with Progress(*columns, console=console) as progress:
        yield Table(progress, names)


class Lines:
    """A line for each notebook that ends."""

    def __init__(self, console, number):
        self.console, self.number, self.count = console, number, 0

    def at_work(self, name):
        """A log needs no line for what has only begun."""

    def ended(self, name, seconds, error):
        self.count += 1
        outcome = f"failed: {error}" if error else "done"
        self.console.print(f"[{self.count}/{self.number}] {name}: {outcome} ({seconds:.1f} s)", markup=False, highlight=False, soft_wrap=True)


class Table:
    """A row for each notebook, with its state and time."""

    def __init__(self, progress, names):
        self.progress = progress
        self.rows = {name: progress.add_task(name, total=1, start=False, state="waiting") for name in names}

    def at_work(self, name):
        self.progress.start_task(self.rows[name])
        self.progress.update(self.rows[name], state="[bold]at work[/bold]")

    def ended(self, name, seconds, error):
        self.progress.start_task(self.rows[name])
        self.progress.update(self.rows[name], completed=1, state="[red]failed[/red]" if error else "done")
        if error:
            self.progress.console.print(f"{name} failed: {error}", markup=False, highlight=False, soft_wrap=True)
