"""How long all England takes: every authority's strip and every year's comparators in one call, beside a call an authority.

    python speed/comparators.py [--times N]

A strip has a measure's latest value, rank, band, interval and how it stands to each comparator. All read tables that are in memory already.
The ratios are what the one call saves; the seconds are of this machine as busy as it is.
"""

import argparse
import os
import time

from lib import comparators, grids, peers, published, published_strips, reference

MONTH = "2025-12"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--times", type=int, default=3, help="how often each way runs; the best counts")
    times = parser.parse_args().times
    near, items = peers.known(MONTH), tuple(published.measures())
    councils = [code for code in near.codes[:near.authorities] if reference.there([code], [2025])[0, 0]]
    reference.cells(items[0])
    print(f"{len(councils)} authorities, {len(items)} measures; {os.cpu_count()} cores, best of {times}")
    _show("strips of the latest year", times, lambda: published_strips.of_england(MONTH),
          lambda: [published_strips.of_england(MONTH, codes=[code]) for code in councils])
    _show("comparators of every year", times, lambda: comparators.beside(near, grids.of(near, items), councils),
          lambda: [comparators.beside(near, grids.of(near, items), [code]) for code in councils])
    return 0


def _show(what, times, in_one_call, one_by_one):
    """Print how many rows one call gives, how long it takes, and how many times as long a call an authority takes."""
    rows, one = len(in_one_call()), min(_timed(in_one_call) for _ in range(times))
    print(f"{what}: {rows:,} rows in one call {one:.2f} s (1.00), a call an authority {_timed(one_by_one) / one:.2f}")


def _timed(way):
    started = time.perf_counter()
    way()
    return time.perf_counter() - started


if __name__ == "__main__":
    raise SystemExit(main())
