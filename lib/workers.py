"""The processes that run notebooks: as many as there are cores, each of which imports once what every notebook needs."""

import gc
import importlib
import multiprocessing
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

# jsonschema imports this parser of web addresses, which nothing here checks, and building its grammar costs nearly a second a process.
SLOW_AND_UNUSED = "rfc3987_syntax"
WARMED = ("lib.reports", "lib.tables", "lib.charts", "lib.narrative", "lib.pages", "lib.month_end")

_heard = []     # in a worker process: the queue on which it tells what it is at


class Crew:
    """Processes that take tasks, all cores by default; where one dies the tasks it takes with it fail and the next find new processes."""

    def __init__(self, number=None, warmed=WARMED):
        self.number, self.warmed = number or os.cpu_count(), warmed
        self._gather()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.pool.shutdown(cancel_futures=True)

    def submit(self, task, *inputs):
        """The future of a task; the first that is given starts the processes."""
        try:
            return self.pool.submit(task, *inputs)
        except BrokenProcessPool:
            self._gather()
            return self.pool.submit(task, *inputs)

    def news(self):
        """What the processes have told since they were last asked."""
        while not self.queue.empty():
            yield self.queue.get()

    def _gather(self):
        spawning = multiprocessing.get_context("spawn")
        self.queue = spawning.SimpleQueue()
        self.pool = ProcessPoolExecutor(self.number, mp_context=spawning, initializer=start, initargs=(self.queue, self.warmed))


def start(queue, modules):
    """What a process does first: imports what notebooks need, and frees Python from going through that again whenever it tidies memory."""
    _heard.append(queue)
    skip_slow_grammar()
    for module in modules:
        importlib.import_module(module)
    gc.freeze()


def skip_slow_grammar():
    """Let jsonschema do without an optional import, in this process and before anything has imported jsonschema."""
    sys.modules.setdefault(SLOW_AND_UNUSED, None)


def tell(word):
    """Say what this process is at, where somebody listens."""
    for queue in _heard:
        queue.put(word)
