"""Which of several publications' figures stands for one item, year and authority, and which numbers a newer edition changed.

One that says something comes before a bare "-"; then the newer edition's, whether a number or a reason; then one as published before one made
again; then a statistical release's before that of LAIT, which compiles them. So the order in which files are loaded does not matter. Only a
file that has an edition's own key again (a publisher's correction) stands before what was loaded under it.
"""

import numpy as np
import pandas as pd

from lib.contracts.symbols import SAYS_NOT_WHY
from lib.publications import kinds, numbers, tables

KEY = ["item", "year", "authority"]
RECOMPUTED = "recomputed"
PER = 10_000
TO_THE_LAST_DECIMAL = 0.51      # of a unit in it: what two roundings of one number may differ by, and the noise of floating point


def best(held, found):
    """Of each key's rows in two tables of values the one that stands: those `found` now before those `held` of the same source."""
    said = pd.concat([held.assign(now=0), found.assign(now=1)], ignore_index=True)
    ranks = {source: place for place, source in enumerate(sorted(said.source.unique(), key=rank))}
    said["edition"] = said.source.map({source: _edition(source) for source in ranks})
    order = np.lexsort((said.now, said.source.map(ranks), said.origin == "", said.edition, said.state != SAYS_NOT_WHY))
    return said.iloc[order].drop_duplicates(KEY, keep="last")[list(tables.TABLES[tables.VALUES].columns)]


def rank(source):
    """What orders sources of one edition: LAIT, which compiles the others, below them.

    >>> sorted(["referrals-2024", "lait-2025", "referrals-2025"], key=rank)
    ['referrals-2024', 'lait-2025', 'referrals-2025']
    """
    kind, edition = kinds.of_source(source)
    return edition, kind is not kinds.LAIT, source


def with_rates(values, populations, decimals):
    """Values with the rates that an edition dropped, made again where its count is newer than any rate as published, and says another.

    A rate is the count by 10,000 children of ONS's estimate of the year before (the year ending March 2024 by that of mid-2023). One as
    published that is the same to its item's `decimals` stands.
    """
    made = pd.concat([_rates(values, rate, count, populations) for rate, count in kinds.RATES.items()], ignore_index=True)
    known = made.merge(values[[*KEY, "value"]], on=KEY, how="left", suffixes=("", "_published"))
    stands = known.value_published.fillna("").ne("") & ~differ(known.value_published, known.value, known["item"].map(decimals))
    return best(values, made[~stands.to_numpy()])


def _rates(values, rate, count, populations):
    counts = values[(values["item"] == count) & (values.state != SAYS_NOT_WHY)]
    mid_year = (counts.year.astype(int) - 1).astype(str)
    children = populations.set_index(["authority", "mid_year"]).children.reindex(pd.MultiIndex.from_arrays([counts.authority, mid_year])).to_numpy()
    of, among = pd.to_numeric(counts.value, errors="coerce").to_numpy(), pd.to_numeric(children, errors="coerce")
    value = ["" if number != number else numbers.plain(number) for number in of / among * PER]
    made = counts.assign(item=rate, value=value, origin=RECOMPUTED)
    return made[(made.value != "") | (made.state != "")]


def published(values):
    """Values without the rates that were made again."""
    return values[values.origin != RECOMPUTED]


def restatements(held, losers, standing, decimals):
    """The published numbers that stand no more: changed by more than rounding, or taken back (`is` is then empty and `is_state` says why).

    `held` are the restatements known, `losers` published values that may not stand, `standing` those that do, `decimals` by item. A number
    that several publications had is the newest one's. Mostly a newer edition changed it; of one edition, LAIT's may differ from the release's.
    """
    older = losers.loc[losers.value != "", [*KEY, "value", "source"]].rename(columns={"value": "was", "source": "was_source"})
    was = pd.concat([held[[*KEY, "was", "was_source"]], older], ignore_index=True)
    now = standing[[*KEY, "value", "state", "source"]].rename(columns={"value": "is", "state": "is_state", "source": "is_source"})
    pairs = was.merge(now, on=KEY)
    pairs = pairs[(pairs.was_source != pairs.is_source) & differ(pairs.was, pairs["is"], pairs["item"].map(decimals))]
    pairs = pairs.assign(rank=pairs.was_source.map({source: place for place, source in enumerate(sorted(pairs.was_source.unique(), key=rank))}))
    return pairs.sort_values("rank", kind="stable").drop_duplicates([*KEY, "was"], keep="last")[list(tables.TABLES["restatements"].columns)]


def corrections(held, standing, decimals):
    """The numbers that changed under an edition's own key, as restatements of it: rows of those columns, from the values held to those standing."""
    was = published(held).rename(columns={"value": "was", "source": "was_source"})[[*KEY, "was", "was_source"]]
    now = published(standing).rename(columns={"value": "is", "state": "is_state", "source": "is_source"})
    both = was[was.was != ""].merge(now, left_on=[*KEY, "was_source"], right_on=[*KEY, "is_source"])
    return both.loc[differ(both.was, both["is"], both["item"].map(decimals)), list(tables.TABLES["restatements"].columns)]


def differ(was, now, decimals):
    """Whether two Series of numbers in words differ by more than rounding to their item's decimals; one that there is not differs from any."""
    apart = (pd.to_numeric(was, errors="coerce") - pd.to_numeric(now, errors="coerce")).abs()
    places = pd.to_numeric(decimals, errors="coerce").fillna(0)
    return (apart > TO_THE_LAST_DECIMAL * 10.0 ** -places) | (apart.isna() & (was != now))


def _edition(source):
    return kinds.of_source(source)[1]
