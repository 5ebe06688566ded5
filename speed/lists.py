"""How long a year of a large council's lists takes to read and count: ours, beside pandas reading the same workbook and counting by month.

    python speed/lists.py [--copies N] [--times N] [--profile]

The worked example's lists, written several times over with other identifiers, stand for a council of a million people. Each way runs in a
Python of its own, with nothing remembered from the one before. Ours checks every cell, sets rows aside, matches lists and counts every
quantity by every breakdown; pandas types the dates and counts the rows of a month, for the quantities that are no more than that. Trust
the processors' own seconds, which the rows a second are of: they grow less than others when other programs are busy.
"""

import argparse
import cProfile
import importlib.util
import json
import os
import pstats
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
AUTHORITY, MONTH = "herefordshire", "2020-03"
WORKBOOK = "lists.xlsx"
COPIES = 6                  # the example's county has 190,000 people; six of it have over a million
MEGABYTE = 1024 * 1024
MOST_COSTLY = 15


def main():
    asked = _asked()
    if asked.way:
        print(json.dumps(WAYS[asked.way](asked.folder) | {"memory": _peak_memory()}))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        sizes = write(Path(folder), asked.copies)
        if asked.profile:
            return profile(Path(folder))
        rows = sum(sizes.values())
        print(f"{rows:,} rows of {len(sizes)} lists, {sizes['contacts']:,} of them contacts; {os.cpu_count()} cores, best of {asked.times}")
        ran = [{way: _run(way, folder) for way in WAYS} for _ in range(asked.times)]     # in turn: a busy moment falls on none alone
        _show(rows, {way: min((each[way] for each in ran), key=lambda said: said["worked"]) for way in WAYS})
    return 0


def _asked():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--copies", type=int, default=COPIES, help="how many times over the example's lists are written")
    parser.add_argument("--times", type=int, default=1, help="how often each way runs; the best counts")
    parser.add_argument("--profile", action="store_true", help="only ours, and which of its functions take the time")
    parser.add_argument("--way", choices=WAYS, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


def _show(rows, measured):
    heads = ("seconds", "ratio", "reading", "counting", "of processors", "ratio", "rows a second", "memory (MB)", "ratio", "figures")
    print(f"{'':22}" + "".join(f"{head:>{len(head) + 2}}" for head in heads))
    best = measured[OURS]
    for way, said in measured.items():
        slower, harder, larger = (said[name] / best[name] for name in ("seconds", "worked", "memory"))
        cells = (f"{said['seconds']:.1f}", f"{slower:.2f}", f"{said['read']:.1f}", f"{said['count']:.1f}", f"{said['worked']:.1f}",
                 f"{harder:.2f}", f"{rows / said['worked']:,.0f}", f"{said['memory'] / MEGABYTE:,.0f}", f"{larger:.2f}",
                 f"{said['figures']:,}")
        print(f"{way:22}" + "".join(f"{cell:>{len(head) + 2}}" for head, cell in zip(heads, cells)))


def _run(way, folder):
    """What a way says of itself, run in a Python of its own."""
    path = os.pathsep.join(filter(None, [str(PROJECT), os.environ.get("PYTHONPATH")]))
    with tempfile.TemporaryDirectory() as cache:
        done = subprocess.run([sys.executable, __file__, "--way", way, "--folder", str(folder)], capture_output=True, text=True,
                              check=False, env=os.environ | {"PYTHONPATH": path, "WORKBOOK_CACHE": cache})
    if done.returncode:
        sys.exit(f"{way}: failed, so there is nothing to compare.\n{done.stderr}")
    return json.loads(done.stdout)


def write(folder, copies):
    """Write the example's lists so many times over into a month's folder, and give how many rows each list has."""
    sys.path.insert(0, str(PROJECT))
    from lib.contracts import lists
    from tests.herefordshire_2020_03 import build_returns
    from tests.herefordshire_2020_03.write import table, workbook
    rows = {key: _copied(lists.all()[key], held, copies) for key, held in build_returns.rows().items()}
    sheets = {key: table(build_returns.columns(lists.all()[key]), held) for key, held in rows.items()}
    workbook(folder / "returns" / MONTH / WORKBOOK, sheets, ("A worked example of invented children, several times over.",))
    return {key: len(held) for key, held in rows.items()}


def _copied(definition, held, copies):
    """A list's rows so many times, each time with other identifiers; once where none of them tells the rows apart."""
    from lib.contracts.lists import IDENTIFIER
    names = [column.key for column in definition.columns if column.kind == IDENTIFIER]
    if not set(names) & set(definition.identifies):
        return held
    return [row | {name: f"{row[name]}-{copy}" for name in names if row.get(name)} for copy in range(copies) for row in held]


def _rules(folder):
    from lib import settings
    in_force = settings.in_force(AUTHORITY, MONTH)
    return replace(in_force, authority=replace(in_force.authority, folder=folder))


def ours(folder):
    """Everything that an edition needs of the returns."""
    from lib import quantities, returns
    rules = _rules(folder)
    with Watch() as reading:
        received = returns.read(rules)
    with Watch() as counting:
        counted = quantities.count(received, rules)
    return _said(reading, counting, len(counted))


def with_pandas(engine):
    """The function that reads the workbook with pandas and one of its engines, and counts rows by month."""
    def read_and_count(folder):
        import pandas as pd
        flows = _flows()
        with Watch() as reading:
            frames = _typed(pd.read_excel(folder / "returns" / MONTH / WORKBOOK, engine=engine, sheet_name=None))
        with Watch() as counting:
            counted = [frames[key].groupby(frames[key][title].dt.to_period("M")).size() for key, title in flows]
        return _said(reading, counting, sum(map(len, counted)))
    return read_and_count


def _flows():
    """The list, and the heading of the day, of each quantity that counts the rows of a month by a day the list itself gives."""
    from lib import records, service_areas
    from lib.contracts import lists
    from lib.measures import FLOW
    titles = {(each.key, column.key): column.title for each in lists.all().values() for column in each.columns}
    flows = [each.rows for each in service_areas.quantities().values() if each.kind == FLOW and each.rows]
    places = [(records.kinds()[rows.records].list, rows.on) for rows in flows]
    return [(key, titles[key, day]) for key, day in places if (key, day) in titles]


def _typed(sheets):
    """The sheets as frames by their lists' keys, dates as such."""
    import pandas as pd
    from lib.contracts import lists
    frames = {}
    for key, definition in lists.all().items():
        dated = [column.title for column in definition.columns if column.kind in (lists.DATE, lists.TIME) and column.title in sheets[key]]
        frames[key] = sheets[key].assign(**{title: pd.to_datetime(sheets[key][title], errors="coerce") for title in dated})
    return frames


class Watch:
    """The seconds waited, and worked by processors, within a block."""

    def __enter__(self):
        self.waited, self.worked = time.perf_counter(), time.process_time()
        return self

    def __exit__(self, *_):
        self.waited, self.worked = time.perf_counter() - self.waited, time.process_time() - self.worked


def _said(reading, counting, figures):
    return {"seconds": reading.waited + counting.waited, "read": reading.waited, "count": counting.waited,
            "worked": reading.worked + counting.worked, "figures": figures}


def _peak_memory():
    """The most memory this process has held, in bytes; nan where the system does not say."""
    if importlib.util.find_spec("resource"):
        import resource
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    if importlib.util.find_spec("psutil"):
        import psutil
        return getattr(psutil.Process().memory_info(), "peak_wset", float("nan"))
    return float("nan")


def profile(folder):
    """Print which functions of lib take the processors' time, with what Python and other packages do for them."""
    watched = cProfile.Profile(time.process_time)
    with tempfile.TemporaryDirectory() as cache:
        os.environ["WORKBOOK_CACHE"] = cache
        watched.runcall(ours, folder)
    stats = {place: told for place, told in pstats.Stats(watched).stats.items() if Path(place[0]).is_relative_to(PROJECT / "lib")}
    alone = {place: whole for place, (_, _, _, whole, _) in stats.items()}
    for *_, callers in stats.values():
        for caller in alone.keys() & callers.keys():
            alone[caller] -= callers[caller][3]
    print(f"{'seconds':>9}{'with ours':>11}{'calls':>12}")
    for place in sorted(set(alone) - _passing_on(stats), key=alone.get, reverse=True)[:MOST_COSTLY]:
        _, calls, _, whole, _ = stats[place]
        print(f"{alone[place]:9.2f}{whole:11.2f}{calls:12,}  {Path(place[0]).relative_to(PROJECT).as_posix()}:{place[1]} {place[2]}")
    return 0


def _passing_on(stats):
    """The places of a profile that do nothing themselves: the stages' memory, which calls them by way of joblib, and modules imported."""
    return {place for place in stats if Path(place[0]).stem == "memory" or place[2] == "<module>"}


OURS = "ours"
WAYS = {OURS: ours, "pandas with openpyxl": with_pandas("openpyxl"), "pandas with calamine": with_pandas("calamine")}

if __name__ == "__main__":
    sys.exit(main())
