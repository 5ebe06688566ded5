"""What the workflow steps say of the rows of another list: which step is whose, and of which rows they can say anything at all."""

import numpy as np
import pandas as pd

LIST = "workflow_steps"
ORDER = ["started", "finished", "outcome", "screened", "child_seen", "concern"]      # so that no order of rows changes what is matched


def of_kind(extract, kind):
    """The steps of a kind, such as "contact", in the order of their start."""
    rows = extract.rows(LIST)
    return rows[rows.step == kind].sort_values(ORDER, kind="stable", ignore_index=True)


def recorded(steps):
    """The steps; without their dates when there is none: a step that is never returned is not recorded, and its number not nought."""
    return steps if len(steps) else steps[["file", "sheet", "row"]]


def beside(rows, steps, *days):
    """The step of each row, a row a row: the steps' columns, missing or blank where a row has none, and whether it was `matched`.

    `days` are pairs of a column of the rows and one of the steps: a step is a row's when child and day agree. The pairs are tried in their
    order; where a child has several in a day, the first row has the first step. Rows stand in an order that does not hang on the file's.
    """
    whose = pd.Series(np.nan, index=rows.index)
    for day, step_day in days:
        left, free = rows[whose.isna()], steps[~steps.index.isin(whose.dropna())]
        whose.update(_matched(left, left[day], free, free[step_day].dt.normalize()))
    found = steps.reindex(whose.to_numpy()).set_index(rows.index)
    texts = found.select_dtypes("str").columns
    return found.assign(**{name: found[name].fillna("") for name in texts}, matched=whose.notna())


def known(day, found, told, extract):
    """Of which rows the steps can say something: those with a step, or of a month that the steps cover; none before the first step `told`.

    `day` is each row's, `found` the steps beside the rows, `told` the steps that record what is asked.
    """
    first = told.started.min() if len(told) else pd.NaT
    since = _months(day) >= first.to_datetime64().astype("datetime64[M]") if pd.notna(first) else False
    return (found.matched | covered(day, extract.covers(LIST))) & since


def covered(day, months):
    """Whether each day lies in one of the months ("2020-03").

    >>> covered(pd.Series(pd.to_datetime(["2020-03-31", "2020-04-01", None])), ("2020-02", "2020-03")).tolist()
    [True, False, False]
    """
    return pd.Series(np.isin(_months(day), np.array(months, dtype="datetime64[M]")), index=day.index)


def truth(column, known_of):
    """A yes-or-no column that is missing where nothing is known.

    >>> truth(pd.Series([True, False]), pd.Series([True, False])).tolist()
    [True, <NA>]
    """
    return column.astype("boolean").mask(~known_of)


def latest(rows, day, others, other_day):
    """The latest day on or before each row's own of what the same child has in another list; NaT where there is none.

    >>> days = pd.to_datetime(pd.Series(["2020-03-09", "2020-03-11"]))
    >>> latest(pd.DataFrame({"child": ["ZZ-1"]}), days[1:].reset_index(drop=True), pd.DataFrame({"child": ["ZZ-1", "ZZ-2"]}), days)[0]
    Timestamp('2020-03-09 00:00:00')
    """
    left = pd.DataFrame({"child": rows.child, "day": day, "place": range(len(rows))}).dropna().sort_values("day")
    right = pd.DataFrame({"child": others.child, "found": other_day}).dropna().drop_duplicates().sort_values("found")
    nearest = pd.merge_asof(left, right, left_on="day", right_on="found", by="child")
    return pd.Series(nearest.set_index("place").found.reindex(range(len(rows))).to_numpy(), index=rows.index)


def _matched(rows, day, steps, step_day):
    """The index of the step of each row that has one."""
    left, right = _in_turn(rows.child, day), _in_turn(steps.child, step_day)
    return left.reset_index().merge(right.reset_index(names="step"), on=["child", "day", "turn"]).set_index("index").step


def _in_turn(child, day):
    keyed = pd.DataFrame({"child": child, "day": day}).dropna()
    return keyed.assign(turn=keyed.groupby(["child", "day"]).cumcount())


def _months(day):
    return day.to_numpy().astype("datetime64[M]")
