"""What is held with what files say: each table merged so that neither the order of loading nor loading twice makes a difference."""

import pandas as pd

from lib.publications import councils, kinds, precedence, tables


def merge(held, found, sources):
    """The tables that `held` become with the frames `found` in files, by table, and the rows of `sources` that those are of.

    `found` may have fewer tables and more columns than are held. Neither is changed.
    """
    said = {name: _together(name, found.get(name, [])) for name in tables.TABLES}
    items = _newest("items", held["items"], said["items"], ["item"])
    populations = _populations(held["populations"], said["populations"])
    values, restated = _values(held, said[tables.VALUES], populations, dict(zip(items["item"], items.decimals)))
    merged = {
        "authorities": councils.merged(held["authorities"], found.get("authorities", [])), "items": items, tables.VALUES: values, "populations": populations,
        "neighbours": _last("neighbours", held["neighbours"], said["neighbours"], ["model", "authority", "place"]),
        "judgements": _newest("judgements", held["judgements"], said["judgements"], ["authority", "published"]),
        "restatements": restated, "sources": held["sources"]}
    return _with_sources(held, merged, sources)


def _together(name, frames):
    columns = list(tables.TABLES[name].columns)
    return pd.concat([frame.reindex(columns=columns, fill_value="") for frame in frames], ignore_index=True) if frames else tables.frame(name)


def _last(name, held, said, key):
    """Of each key's rows the last: what files say now before what is held."""
    return tables.ordered(name, pd.concat([held, said], ignore_index=True).drop_duplicates(key, keep="last"))


def _newest(name, held, said, key):
    """Of each key's rows the newest edition's; of one edition what files say now."""
    both = pd.concat([held, said], ignore_index=True)
    order = both.source.map({source: kinds.of_source(source)[1] for source in both.source.unique()}).sort_values(kind="stable").index
    return tables.ordered(name, both.loc[order].drop_duplicates(key, keep="last"))


def _populations(held, said):
    """The newest estimates: a number before a reason why there is none."""
    both = pd.concat([held, said], ignore_index=True)
    both = both.assign(number=both.children != "", edition=both.source.map({source: kinds.of_source(source)[1] for source in both.source.unique()}))
    best = both.sort_values(["number", "edition"], kind="stable").drop_duplicates(["authority", "mid_year"], keep="last")
    return tables.ordered("populations", best)


def _values(held, said, populations, decimals):
    before = precedence.published(held[tables.VALUES])
    standing = precedence.with_rates(precedence.best(before, said), populations, decimals)
    restated = precedence.restatements(held["restatements"], pd.concat([before, said], ignore_index=True), standing, decimals)
    return tables.ordered(tables.VALUES, standing), tables.ordered("restatements", restated)


def _with_sources(held, merged, sources):
    """The merged tables with the sources of this load; one that changed nothing keeps the row, and the day, it was loaded with."""
    known = set(held["sources"].source)
    stirred = {source for name in merged for source in _sources_of_change(name, held[name], merged[name])}
    news = sources[~sources.source.isin(known) | sources.source.isin(stirred)]
    return {**merged, "sources": _last("sources", held["sources"], news, ["source"])}


def _sources_of_change(name, held, merged):
    """The sources of a table's rows that were not held as they are."""
    if name == "neighbours":
        new = _new_rows(held, merged)
        return set(f"{kinds.NEIGHBOUR_MODEL.key}-" + new.model)
    return set(_new_rows(held, merged).source) if "source" in merged else set()


def _new_rows(held, merged):
    both = merged.merge(held, how="left", on=list(merged.columns), indicator="held")
    return both[both.held == "left_only"]
