"""JupyterLab on copies of the notebooks, and a notebook that is open in it."""

import contextlib
import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests import browsers

PROJECT = Path(__file__).resolve().parents[2]
OWN_FOLDERS = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "JUPYTERLAB_SETTINGS_DIR", "JUPYTERLAB_WORKSPACES_DIR", "IPYTHONDIR")
ASKS_NOBODY = ("--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate", "--LabApp.extension_manager=readonly")
DESKTOP = {"width": 1400, "height": 1000}
STARTS_WITHIN, STOPS_WITHIN, RUNS_WITHIN = 60, 20, 120      # seconds, on a machine that is busy with something else

KERNEL_IS_READY = """() => {
    const session = window.jupyterapp?.shell.currentWidget?.sessionContext;
    return session?.isReady && session.session?.kernel?.connectionStatus === 'connected' && session.session.kernel.status === 'idle';
}"""
RUN_ALL = """() => {
    window.ranAll = false;
    window.jupyterapp.commands.execute('notebook:run-all-cells').finally(() => window.ranAll = true);
}"""
SHUT_DOWN = "() => window.jupyterapp.shell.currentWidget.sessionContext.shutdown()"
CODE_CELLS = """() => window.jupyterapp.shell.currentWidget.content.widgets.filter(cell => cell.model.type === 'code').map(cell => ({
    source: cell.model.sharedModel.getSource(), count: cell.model.executionCount, outputs: cell.model.outputs.toJSON()}))"""


@dataclass
class Notebook:
    """A notebook that is open in JupyterLab; `page` is Playwright's."""

    page: object

    def run_all(self):
        """Run All Cells, and wait until every cell ran or one of them failed."""
        self.page.wait_for_function(KERNEL_IS_READY, timeout=STARTS_WITHIN * 1000)
        self.page.evaluate(RUN_ALL)
        self.page.wait_for_function("() => window.ranAll", timeout=RUNS_WITHIN * 1000)

    def code_cells(self):
        """Each code cell's source, count of execution and outputs."""
        return self.page.evaluate(CODE_CELLS)

    def errors(self):
        """The name and words of each error among the outputs."""
        return [f"{output['ename']}: {output['evalue']}" for cell in self.code_cells() for output in cell["outputs"] if output["output_type"] == "error"]

    def shown(self, selector):
        """What fits the selector, each scrolled to in turn, as its words and its size: what stands outside the window has none."""
        for found in self.page.locator(".jp-Notebook").locator(selector).all():
            found.scroll_into_view_if_needed()
            yield found.text_content().removesuffix("¶"), found.bounding_box() if found.is_visible() else None

    def replace_cell(self, place, source):
        """Type other code into the code cell at that place."""
        self.page.locator(".jp-CodeCell .cm-content").nth(place).click()
        self.page.keyboard.press("ControlOrMeta+A")
        self.page.keyboard.insert_text(source)


@dataclass
class Server:
    """JupyterLab at an address, with its token and the folder that it shows."""

    address: str
    token: str
    root: Path

    def answers(self):
        try:
            return urllib.request.urlopen(f"{self.address}/api?token={self.token}", timeout=5).status == 200
        except (urllib.error.URLError, OSError):
            return False

    def copy(self, name, copy=""):
        """Put a copy of a notebook where JupyterLab sees it, and return its path there."""
        return shutil.copy(PROJECT / "notebooks" / f"{name}.ipynb", self.root / f"{copy or name}.ipynb").name

    def place(self, path):
        """The address of a notebook, in a workspace of its own: another's tabs would be opened too."""
        return f"{self.address}/lab/workspaces/{Path(path).stem}/tree/{path}?token={self.token}"


@pytest.fixture(scope="module")
def browser():
    with browsers.launched() as browser:
        yield browser


@pytest.fixture(scope="module")
def server(browser, tmp_path_factory):
    """JupyterLab on an empty folder, with folders of its own for what it keeps. Asks for the browser first: without one it need not start."""
    home = tmp_path_factory.mktemp("lab")
    server = Server(f"http://127.0.0.1:{free_port()}", secrets.token_hex(), home / "notebooks")
    server.root.mkdir()
    with open(home / "lab.log", "w", encoding="utf-8") as log:
        process = start(server, home, log)
    try:
        wait_for(server, process, home / "lab.log")
        yield server
    finally:
        stop(process)


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def start(server, home, log):
    own = {name: str(home / name.lower()) for name in OWN_FOLDERS}
    path = os.pathsep.join(filter(None, [str(PROJECT), os.environ.get("PYTHONPATH")]))
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--expose-app-in-browser", *ASKS_NOBODY,
               f"--ServerApp.port={server.address.rpartition(':')[2]}", "--ServerApp.port_retries=0", f"--IdentityProvider.token={server.token}",
               f"--ServerApp.root_dir={server.root}"]
    return subprocess.Popen(command, cwd=server.root, env=os.environ | own | {"PYTHONPATH": path}, stdout=log, stderr=subprocess.STDOUT)


def wait_for(server, process, log):
    until = time.monotonic() + STARTS_WITHIN
    while not server.answers():
        if process.poll() is not None or time.monotonic() > until:
            pytest.fail(f"JupyterLab did not start. It said:\n{log.read_text(encoding='utf-8')[-2000:]}")
        time.sleep(0.1)


def stop(process):
    process.terminate()
    try:
        process.wait(STOPS_WITHIN)
    except subprocess.TimeoutExpired:
        process.kill()


@pytest.fixture(scope="module")
def opened(server, browser):
    """Opens a notebook in JupyterLab, as `with opened(path) as notebook`; its kernel ends with the block."""
    @contextlib.contextmanager
    def opened(path):
        with browser.new_context(viewport=DESKTOP) as context:
            notebook = Notebook(context.new_page())
            notebook.page.goto(server.place(path))
            yield notebook
            notebook.page.evaluate(SHUT_DOWN)

    return opened
