"""How long the comparators of all England take: every authority, measure and year in one call, beside a call an authority.

    python speed/comparators.py [--times N]

Both read tables that are in memory already. The ratio is what the one call saves; the seconds are of this machine as busy as it is.
"""

import argparse
import os
import time

from lib import comparators, grids, peers, reference, service_areas

MONTH = "2026-01"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--times", type=int, default=3, help="how often each way runs; the best counts")
    times = parser.parse_args().times
    near = peers.known(MONTH)
    items = [measure.benchmark for measure in service_areas.measures().values() if measure.benchmark]
    councils = [code for code in near.codes[:near.authorities] if reference.there([code], [2025])[0, 0]]
    reference.table("values")
    ways = {"in one call": lambda: comparators.beside(near, grids.of(near, items), councils),
            "a call an authority": lambda: [comparators.beside(near, grids.of(near, items), [code]) for code in councils]}
    seconds = {name: min(_timed(way) for _ in range(times)) for name, way in ways.items()}
    rows = len(ways["in one call"]())
    print(f"{rows:,} comparators of {len(councils)} authorities, {len(items)} measures and every year; {os.cpu_count()} cores, best of {times}")
    for name, took in seconds.items():
        print(f"{name:22}{took:8.2f} s{took / seconds['in one call']:8.2f}")
    return 0


def _timed(way):
    started = time.perf_counter()
    way()
    return time.perf_counter() - started


if __name__ == "__main__":
    raise SystemExit(main())
