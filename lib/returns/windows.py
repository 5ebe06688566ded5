"""Windows: the months for which the lists of a month's returns are complete, as their own rows tell it.

Which months depends on what a list is of:

- events, such as contacts, are complete for the months back from the return's without a gap: a month with no row ends it. Its first month
  counts only where its earliest row falls in the first seven days, since extracts often begin in the middle of one;
- periods with a start and an end, such as plans, hold all that are open and those that ended since some day, so that the ends tell: they
  are complete back to the first month since which rows ended, by the same two rules, and always for the return's month;
- what tells only how things stand, such as care leavers, says something of the return's month alone.

An empty week or month tells nothing where rows are too few to expect five in it. For such a list the definition's own window is believed
instead (six or twelve months for most of Annex A), where rows reach into its first month. A list that often has rows and has none in the
return's month is another month's extract, or not to be told from one: it is complete for no month. So is a list without a row, which may be
a blank sheet that nobody filled in.

The settings may state from which month a list is `complete_from`. That wins over what its rows tell of where it begins; and where it is the
return's own month, over all of this.
"""

import pandas as pd

from lib import errors, periods, workbooks
from lib.contracts import lists
from lib.errors import NOTE, WARNING, Finding

FIRST_DAYS = 7          # a month is begun when its earliest row falls in them
EXPECTED = 5.0          # rows: fewer than these may be none by chance; of five expected none come in one case of 150 (Poisson)
MONTH = 365.25 / 12     # days
BY_DUE_DATE = ("visits", "reviews")     # lists of what was due, made or not


def of(frames, month, complete_from):
    """The months each list is complete for, earliest first, by its key; `complete_from` maps a list's key to the month that settings state."""
    return {key: tuple(_complete(lists.all()[key], frame, month, complete_from.get(key, ""))) for key, frame in frames.items()}


def _complete(definition, frame, month, stated):
    """The months that a list of a month's returns is complete for, where the settings state from which, or nothing."""
    if stated == month:
        return [month]
    if frame.empty or not _is_fresh(definition, frame, month):
        return []
    return periods.between(stated, month) if stated and stated < month else periods.between(_first(definition, frame, month), month)


def _first(definition, frame, month):
    """The first month that the rows of a list tell it to be complete for."""
    if not _happens(definition):
        return month
    days = _up_to(month, dates(definition, frame))
    return min(_without_gap(days, month), _by_definition(definition, days, month))


def _happens(definition):
    """Whether a list is of events or of periods, and not of how things stand."""
    return bool(definition.dated or definition.ends)


def findings(read, months, month):
    """What is to be said of lists that are complete for no month: `read` are the Lists of the month's returns."""
    lacking = read.files[~read.files["list"].isin(["", *(key for key, each in months.items() if each)])]
    counts = lacking.groupby("list").rows_read.sum()
    blank = lacking[lacking["list"].map(counts) == 0]
    rest = lacking[lacking["list"].map(counts) > 0].drop_duplicates("list")
    return errors.frame([*(_without_rows(file, part, month) for file, part in blank.groupby("file", sort=False)),
                         *(_useless(row, read.frames[row.list], month) for row in rest.itertuples())])


def _without_rows(file, part, month):
    titles = [lists.all()[key].title for key in dict.fromkeys(part["list"])]
    one = len(titles) == 1
    found = f"{titles[0]}: there is no row under the header" if one else f"{len(titles)} lists have no row under their header: {workbooks.listed(titles)}"
    return Finding(NOTE, file, part.sheet.iloc[0] if one else "", "", "", "list without rows", found, "rows",
                   f"Nothing is counted from {'it, as if it' if one else 'them, as if they'} had not been returned; where there was nothing to list, "
                   f"{_say(part['list'].iloc[0], month)}, and it counts as nought.")


def _useless(row, frame, month):
    title = lists.all()[row.list].title
    if frame.empty:
        return Finding(WARNING, row.file, row.sheet, "", "", "list without rows", f"{title}: every row was set aside", "rows that can be used",
                       "Nothing is counted from it, as if it had not been returned; correct what is said of its rows and run again.")
    return Finding(WARNING, row.file, row.sheet, "", "", "another month's extract", f"{title}: of its {len(frame)} rows none happened in "
                   f"{periods.long_name(month)}", "rows of the return's month", "It is taken for the extract of another month, and nothing is counted "
                   f"from it; if it is this month's all the same, {_say(row.list, month)}.")


def _say(key, month):
    return f'say so in settings.toml, as in [complete_from] {key} = "{month}"'


def dates(definition, frame):
    """What the rows of a list are dated by: the day of an event, the day a visit was due, or made where none was, the end of a period."""
    if definition.key in BY_DUE_DATE:
        return frame.due.fillna(frame[definition.dated]).dropna()
    if definition.dated:
        return frame[definition.dated].dropna()
    return frame[list(definition.ends)].min(axis=1).dropna()


def _is_fresh(definition, frame, month):
    """Whether anything of a list happened in the return's month, or it is too seldom that something does to tell; periods start and end."""
    if not _happens(definition):
        return True
    starts = [first for first, second in definition.spans if second in definition.ends]
    signs = pd.concat([dates(definition, frame), *(frame[start].dropna() for start in starts)])
    days = _up_to(month, signs)
    return month in _by_month(days) or not (_tells(days, MONTH) or (days.empty and len(signs) > 0))


def _up_to(month, days):
    return days[days < pd.Timestamp(f"{month}-01") + pd.offsets.MonthBegin()]


def _by_month(days):
    return days.dt.strftime("%Y-%m").value_counts()


def _without_gap(days, month):
    """The first month of those that follow each other without a gap up to the return's; the next one unless its first days have a row."""
    counts, first = _by_month(days), month
    while periods.shift(first, -1) in counts:
        first = periods.shift(first, -1)
    return first if first == month or _is_begun(days, first) else periods.shift(first, 1)


def _by_definition(definition, days, month):
    """The first month of the definition's own window, where rows reach into it and do not tell otherwise; else the return's."""
    counts, first = _by_month(days), periods.shift(month, 1 - max(definition.window, 1))
    if counts.empty or counts.index.min() > first:
        return month
    gap = any(each not in counts for each in periods.between(first, month)) and _tells(days, MONTH)
    cut = counts.index.min() == first and not _is_begun(days, first) and _tells(days, FIRST_DAYS)
    return month if gap or cut else first


def _is_begun(days, month):
    """Whether any row falls in the first days of a month."""
    opening = pd.Timestamp(f"{month}-01")
    return bool(days.between(opening, opening + pd.Timedelta(days=FIRST_DAYS), inclusive="left").any())


def _tells(days, length):
    """Whether so many rows a month, of those months that have any, are enough for an empty span of `length` days to mean something."""
    return len(days) > 0 and _by_month(days).mean() * length / MONTH >= EXPECTED
