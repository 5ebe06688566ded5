"""A papermill engine that runs a notebook in this process, in an IPython shell of its own, so that a batch pays once for its imports.

What a notebook sets (names, pandas' options, matplotlib's, warnings' filters) is put back when it ends. Modules stay imported: that is
where the time goes. A figure of pyplot is not shown here, since no graphics backend is installed: a notebook shows charts.
"""

import atexit
import base64
import builtins
import contextlib
import io
import sys
import warnings

import pandas as pd
from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from nbformat.v4 import new_output
from papermill.engines import Engine, papermill_engines
from traitlets import List, Type
from traitlets.config import Config

IN_PROCESS, JUPYTER = "in_process", "jupyter"
PAPERMILL_NAMES = {IN_PROCESS: "in_process", JUPYTER: "nbclient"}
COLUMNS_IN_A_NOTEBOOK = 20      # pandas' own choice where it finds no terminal
NO_HISTORY = Config({"HistoryManager": {"enabled": False}})


class Publisher(DisplayPublisher):
    """Keeps what a cell displays as an output of the cell."""

    def publish(self, data, metadata=None, *_, **__):
        self.shell.outputs.append(new_output("display_data", data=_plain(data), metadata=metadata or {}))


class Hook(DisplayHook):
    """Keeps a cell's last value as an output of the cell."""

    def write_output_prompt(self):
        """There is no prompt in a notebook."""

    def write_format_data(self, format_dict, md_dict=None):
        self.shell.outputs.append(new_output("execute_result", data=_plain(format_dict), metadata=md_dict or {},
                                             execution_count=self.shell.execution_count - 1))

    def finish_displayhook(self):
        self._is_active = False


class Shell(InteractiveShell):
    """An IPython shell whose display, last values and errors become a notebook's outputs, in the order in which they come."""

    displayhook_class = Type(Hook)
    display_pub_class = Type(Publisher)
    outputs = List()

    def _showtraceback(self, etype, evalue, stb):
        self.outputs.append(new_output("error", ename=etype.__name__, evalue=str(evalue), traceback=list(stb)))


class Stream(io.TextIOBase):
    """Standard output or error as a cell sees it: what is written joins the output before it when that is of the same stream."""

    def __init__(self, shell, name):
        self.shell, self.name = shell, name

    def writable(self):
        return True

    def write(self, text):
        last = self.shell.outputs[-1] if self.shell.outputs else {}
        if last.get("name") == self.name:
            last["text"] += text
        elif text:
            self.shell.outputs.append(new_output("stream", name=self.name, text=text))
        return len(text)


class InProcessEngine(Engine):
    """Runs a notebook's code cells in order and stops at the first that fails, as papermill's own engine does."""

    @classmethod
    def execute_managed_notebook(cls, nb_man, kernel_name, **_):
        with _fresh_shell() as shell:
            for index, cell in enumerate(nb_man.nb.cells):
                nb_man.cell_start(cell, index)
                problem = _run(shell, cell)
                if problem:
                    nb_man.cell_exception(cell, index, exception=problem)
                nb_man.cell_complete(cell, index)
                if problem:
                    break


def register():
    """Make papermill know the engine as `in_process`. To be called in each process that runs notebooks."""
    papermill_engines.register(IN_PROCESS, InProcessEngine)


def _run(shell, cell):
    """Run one cell, if it is code. What it put out becomes its outputs; the exception that stopped it is returned."""
    if cell.cell_type != "code" or not cell.source.strip():
        return None
    shell.outputs = []
    with contextlib.redirect_stdout(Stream(shell, "stdout")), contextlib.redirect_stderr(Stream(shell, "stderr")):
        result = shell.run_cell(cell.source, store_history=True)
    cell.outputs, cell.execution_count = shell.outputs, result.execution_count
    problem = result.error_before_exec or result.error_in_exec
    if isinstance(problem, KeyboardInterrupt):
        raise problem
    return problem


@contextlib.contextmanager
def _fresh_shell():
    """A shell with a namespace of its own. When it closes, nothing of what the notebook set is left."""
    with warnings.catch_warnings(), _plotting_as_it_was(), _no_last_value():
        InteractiveShell.clear_instance()
        shell = Shell.instance(config=NO_HISTORY)
        pd.options.display.max_columns = COLUMNS_IN_A_NOTEBOOK
        try:
            yield shell
        finally:
            _close(shell)
            warnings.simplefilter("ignore")     # of options that are about to leave pandas
            pd.reset_option("all")


def _close(shell):
    shell.restore_sys_module_state()
    shell.atexit_operations()
    atexit.unregister(shell.atexit_operations)
    Shell.clear_instance()


@contextlib.contextmanager
def _plotting_as_it_was():
    """matplotlib's settings put back, where it was imported before the notebook began: what a notebook imports itself it must not set."""
    drawing = sys.modules.get("matplotlib")
    with drawing.rc_context() if drawing else contextlib.nullcontext():
        yield


@contextlib.contextmanager
def _no_last_value():
    """The process's own `_` put aside, which a doctest or a prompt leaves among the builtins: where it stands IPython keeps no last value."""
    left = vars(builtins).pop("_", None)
    try:
        yield
    finally:
        if left is not None:
            builtins._ = left


def _plain(data):
    """Images as text, as a notebook's file holds them."""
    return {kind: base64.b64encode(shown).decode() if isinstance(shown, bytes) else shown for kind, shown in data.items()}
