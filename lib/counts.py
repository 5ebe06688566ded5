"""Counting: how many records of an extract each quantity counts, by month and breakdown, wherever the extract is complete."""

from itertools import product

import pandas as pd

from lib import categories, records, service_areas
from lib.contracts import lists
from lib.measures import FLOW, IN_MONTH, MONTH_END

COLUMNS = ["measure", "breakdown", "category", "basis", "month", "value", "source", "file", "sheet"]
WHOLE = ("", "")


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
                rows += _counted(quantity, made[key], extract)
    return pd.DataFrame(rows, columns=COLUMNS)


def behind(quantity, extract, rules, month):
    """The records that a quantity counts in a month: a frame of where each stands, with all that is known of it but who it is."""
    made = records.make(quantity.rows.records, extract, rules)
    return _counting(quantity, made, month)[0] if made and month in _months(quantity, made, extract) else pd.DataFrame()


def _counted(quantity, made, extract):
    """The rows of one quantity, for the whole authority and for every category of its breakdowns."""
    missing = {quantity.rows.on, quantity.rows.since, quantity.rows.until, *quantity.rows.where} - {"", *made.frame.columns}
    if missing:
        return []
    whole, shown = {}, {}
    for month in _months(quantity, made, extract):
        counting, known = _counting(quantity, made, month)
        if known:
            whole[month] = _number(quantity.rows, counting)
            shown[month] = counting
    found = [(*WHOLE, month, value, len(shown[month])) for month, value in whole.items()]
    for breakdown in quantity.by:
        found += _by_category(quantity, breakdown, shown)
    return [_row(quantity, made, *each) for each in found if pd.notna(each[3])]


def _months(quantity, made, extract):
    """The months a quantity is counted for: all that are complete, or that of the return where the records say how things stand at the extract."""
    rows = quantity.rows
    if rows.as_returned or not (rows.on or rows.since):
        return [extract.month]
    return [month for month in made.months if month <= extract.month]


def _counting(quantity, made, month):
    """The records of a month that a quantity counts, with its age breakdowns; and whether all that its rule needs is known of them."""
    rows, frame = quantity.rows, made.frame
    first = pd.Timestamp(f"{month}-01")
    last = first + pd.offsets.MonthEnd()
    after = last + pd.Timedelta(days=1)
    if rows.on:
        frame = frame[(frame[rows.on] >= first) & (frame[rows.on] < after)]
        days = frame[rows.on]
    elif rows.since:
        until = frame[rows.until] if rows.until else pd.Series(pd.NaT, index=frame.index)
        frame = frame[(frame[rows.since] < after) & (until.isna() | (until >= after))]
        days = pd.Series(last, index=frame.index)
    else:
        days = pd.Series(last, index=frame.index)
    known = not any(frame[column].isna().any() for column in rows.where)
    if known and rows.where:
        frame = frame[frame[list(rows.where)].astype("bool").all(axis=1)]
    return _aged(frame, quantity, days), known


def _aged(frame, quantity, days):
    """The records with their age, and age band, on the day they are counted, where the quantity is counted by those."""
    asked = {part for breakdown in quantity.by for part in categories.parts(breakdown)}
    if not asked & {categories.AGE, categories.AGE_BAND}:
        return frame
    years = categories.ages(frame.date_of_birth, days.reindex(frame.index))
    words = years.map(lambda age: categories.NOT_RECORDED if pd.isna(age) else str(int(max(age, 0))))
    return frame.assign(age=words.astype("str"), age_band=categories.age_bands(years))


def _by_category(quantity, breakdown, shown):
    """Numbers by category and month; nought where a category that is met elsewhere, or is always shown, has none."""
    columns = [part.replace(" ", "_") for part in categories.parts(breakdown)]
    if not shown or any(column not in frame.columns for frame in shown.values() for column in columns):
        return
    grouped = {month: _groups(quantity.rows, frame, columns) for month, frame in shown.items()}
    nought = 0.0 if not quantity.rows.largest else float("nan")
    for category in _domain(breakdown, grouped):
        for month, numbers in grouped.items():
            value, count = numbers.get(category, (nought, 0))
            yield breakdown, category, month, value, count


def _groups(rows, frame, columns):
    """The number and the count of records of each category of a month."""
    if frame.empty:
        return {}
    crossed = frame[columns[0]].astype("str")
    for column in columns[1:]:
        crossed = crossed + categories.SEPARATOR + frame[column].astype("str")
    return {category: (_number(rows, group), len(group)) for category, group in frame.groupby(crossed, sort=False)}


def _domain(breakdown, grouped):
    """Every category there is a number for: those met in any month and those always shown, each with each where breakdowns are crossed."""
    met = list(dict.fromkeys(category for numbers in grouped.values() for category in numbers))
    several = [dict.fromkeys([*categories.CLOSED.get(name, ()), *(categories.parts(category)[place] for category in met)])
               for place, name in enumerate(categories.parts(breakdown))]
    return [categories.crossed(*each) for each in product(*several)]


def _number(rows, frame):
    """What a quantity says of the records it counts: how many, how many of a kind, their sum or the highest of them."""
    if rows.each:
        return float(frame[rows.each].nunique())
    if rows.total:
        return float(frame[rows.total].sum(min_count=1)) if len(frame) else 0.0
    if rows.largest:
        return float(frame[rows.largest].max()) if len(frame) else float("nan")
    return float(len(frame))


def _row(quantity, made, breakdown, category, month, value, count):
    files = sorted(made.frame.file.unique()) if len(made.frame) else []
    file = files[0] if files else ""
    title = lists.all()[made.title].title
    source = f"{' and '.join(files)}, {title}: {count:,} {'row' if count == 1 else 'rows'}"
    basis = IN_MONTH if quantity.kind == FLOW else MONTH_END
    return dict(zip(COLUMNS, (quantity.key, breakdown, category, basis, month, value, source, file, title)))
