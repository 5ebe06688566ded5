"""Counting: how many records of an extract each quantity counts, by month and breakdown, wherever the extract is complete."""

from functools import cache
from itertools import product

import numpy as np
import pandas as pd

from lib import categories, records, service_areas
from lib.contracts import lists
from lib.measures import FLOW, IN_MONTH, MONTH_END

COLUMNS = ["measure", "breakdown", "category", "basis", "month", "value", "source", "file", "sheet"]
WHO = {"date_of_birth", "age", "placement_postcode"}   # what tells who a record is of, beside every identifier


def of(extract, rules):
    """A row for each quantity, category and month of an extract: `value` is the number, `source` names the files, the list and how many rows.

    Within the months a list is complete for nothing is missing: a category that is met in any of them counts nought in the others. A month
    of which another list that the rule needs says nothing is left out.
    """
    made, rows = {}, []
    for quantity in service_areas.quantities().values():
        if quantity.rows:
            key = quantity.rows.records
            if key not in made:
                made[key] = records.make(key, extract, rules)
            if made[key] is not None:
                rows += _counted(quantity, made[key], extract, rules)
    return pd.DataFrame(rows, columns=COLUMNS)


def behind(quantity, extract, rules, month):
    """The records that a quantity counts in a month: a frame of where each stands, with all that is known of it but who it is.

    None where the extract does not count the quantity for that month.
    """
    made = records.make(quantity.rows.records, extract, rules)
    if made is None or _missing(quantity, made) or month not in _months(quantity, made, extract, rules):
        return None
    counting = _holding(quantity, _met(quantity, made.frame, [month]))
    return counting.drop(columns=[column for column in counting if column in WHO | _identifiers()])


@cache
def _identifiers():
    """The keys of all columns of all lists that hold identifiers: of children, workers, families, adopters and homes."""
    return {column.key for definition in lists.all().values() for column in definition.columns if column.kind == lists.IDENTIFIER}


def _counted(quantity, made, extract, rules):
    """The rows of one quantity, for the whole authority and for every category of its breakdowns."""
    if _missing(quantity, made):
        return []
    frame, complete = made.frame[_columns(quantity, made.frame)], _months(quantity, made, extract, rules)
    met = _met(quantity, frame, complete)
    months = _known(quantity, met, complete)
    holding = _holding(quantity, met)
    found = _by_category(quantity, "", [], met, holding, months)
    possible = _possible(quantity, met, frame)
    for breakdown in quantity.by:
        columns = [part.replace(" ", "_") for part in categories.parts(breakdown)]
        if set(columns) <= set(met.columns):
            found += _by_category(quantity, breakdown, columns, possible, holding, months)
    origin = _origin(made)
    return [_row(quantity, origin, *each) for each in found if not np.isnan(each[3])]


def _missing(quantity, made):
    """Whether a rule needs a column that no list of the extract gives."""
    return not _needed(quantity) <= set(made.frame.columns)


def _needed(quantity):
    rows = quantity.rows
    return {rows.on, rows.since, rows.until, rows.each, rows.total, rows.largest, *rows.where} - {""}


def _columns(quantity, frame):
    """Those of the columns that counting looks at."""
    breakdowns = {part.replace(" ", "_") for breakdown in quantity.by for part in categories.parts(breakdown)}
    return [column for column in frame.columns if column in _needed(quantity) | breakdowns | {"date_of_birth"}]


def _months(quantity, made, extract, rules):
    """The months a quantity is counted for: all that are complete, or that of the return where the records say how things stand at the extract.

    A list is complete by the day its rows are dated by. Counted by another day, as what was finished by when it was begun, its first month
    may lack what began before: it is left out, unless the settings say that the list is complete from there.
    """
    if quantity.rows.as_returned or not (quantity.rows.on or quantity.rows.since):
        return [extract.month]
    definition = lists.all()[made.list]
    another_day = definition.dated and quantity.rows.on != definition.dated and quantity.rows.on in {column.key for column in definition.columns}
    short = another_day and definition.key not in rules.complete_from
    return [month for month in made.months[1 if short else 0:] if month <= extract.month]


def _met(quantity, frame, months):
    """The records dated in, or standing at the end of, each month a quantity is counted for: a row a record and month, with its age there."""
    rows = quantity.rows
    if rows.on:
        dated = frame.assign(month=_month_of(frame[rows.on]), day=frame[rows.on])
        met = dated[dated.month.isin(months)]
    else:
        met = pd.concat([_standing(rows, frame, month) for month in months] or [frame.head(0).assign(month="", day=pd.NaT)])
    return _aged(met, quantity).reset_index(drop=True)


def _month_of(days):
    """The month of each day; empty where there is none."""
    return days.dt.strftime("%Y-%m").fillna("").astype("str")


def _standing(rows, frame, month):
    """The records that stand at a month's last day; all of them where they say how things stood at the extract."""
    last = pd.Timestamp(f"{month}-01") + pd.offsets.MonthEnd()
    after = last + pd.Timedelta(days=1)
    if rows.since:
        frame = frame[frame[rows.since] < after]
    if rows.since and rows.until:
        frame = frame[~(frame[rows.until] < after)]
    return frame.assign(month=month, day=last)


def _aged(met, quantity):
    """The records with their age, and age band, on the day they are counted, where the quantity is counted by those.

    Records without a date of birth tell ages themselves, in bands of their own.
    """
    asked = {part for breakdown in quantity.by for part in categories.parts(breakdown)}
    if not asked & {categories.AGE, categories.AGE_BAND} or "date_of_birth" not in met.columns:
        return met
    years = categories.ages(met.date_of_birth, pd.to_datetime(met.day))
    words = years.clip(lower=0).map(lambda age: categories.NOT_RECORDED if np.isnan(age) else f"{age:.0f}")
    return met.assign(age=words.astype("str"), age_band=categories.age_bands(years))


def _known(quantity, met, months):
    """The months of which the lists say all that the rule needs."""
    unknown = met[list(quantity.rows.where)].isna().any(axis=1)
    return [month for month in months if month not in set(met.month[unknown])]


def _holding(quantity, met):
    """The records for which the rule holds."""
    where = list(quantity.rows.where)
    return met[met[where].fillna(False).astype("bool").all(axis=1)] if where else met


def _possible(quantity, met, frame):
    """The records whose categories are counted, be it nought: of a stock those that may yet come to stand as well, such as open assessments not yet late."""
    met = met[met[list(quantity.rows.where)].notna().all(axis=1)]
    if not quantity.rows.since or not quantity.rows.until or met.empty:
        return met
    to_come = frame[frame[quantity.rows.until].isna()]
    return pd.concat([met, to_come.drop(columns=list(set(to_come.columns) & {"age", "age_band"}))])


def _by_category(quantity, breakdown, columns, possible, holding, months):
    """(breakdown, category, month, number, records) for each category and month: nought where a category met in any month has none in another."""
    numbers = _numbers(quantity.rows, holding, ["month", *columns])
    none = (float("nan") if quantity.rows.largest else 0.0, 0)
    found = []
    for each in _domain(breakdown, columns, possible):
        category = categories.crossed(*each)
        found += [(breakdown, category, month, *numbers.get((month, *each), none)) for month in months]
    return found


def _domain(breakdown, columns, possible):
    """Every category there is a number for: those met in any month and those always shown, each with each where breakdowns are crossed."""
    several = [dict.fromkeys([*categories.CLOSED.get(name, ()), *possible[column].dropna().unique()]) for name, column in zip(categories.parts(breakdown), columns)]
    return list(product(*several))


def _numbers(rows, frame, keys):
    """What a quantity says of the records of each group, and how many they are: rows, different values, their sum or the highest of them."""
    groups = frame.groupby(keys, sort=False, observed=True)
    counts = groups.size()
    if rows.each:
        values = groups[rows.each].nunique()
    elif rows.total:
        values = groups[rows.total].sum(min_count=1)
    elif rows.largest:
        values = groups[rows.largest].max()
    else:
        values = counts
    return {key if isinstance(key, tuple) else (key,): (float(value), int(count)) for key, value, count in zip(counts.index, values, counts)}


def _origin(made):
    """Where records come from, in words, and the first of their files with their list."""
    files = sorted(made.frame.file.unique()) or [""]
    title = lists.all()[made.list].title
    return f"{' and '.join(files)}, {title}", files[0], title


def _row(quantity, origin, breakdown, category, month, value, count):
    words, file, title = origin
    basis = IN_MONTH if quantity.kind == FLOW else MONTH_END
    return (quantity.key, breakdown, category, basis, month, value, f"{words}: {count:,} {'row' if count == 1 else 'rows'}", file, title)
