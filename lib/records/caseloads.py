"""Records of workers and the cases they hold, of the posts there are, and of when cases and staff were last supervised."""

import pandas as pd

from lib import categories
from lib.contracts import local_lists
from lib.records import PLACE, Kind

MOST_CASES = 20                 # that one full-time social worker holds, in document after document; fewer for fewer hours
NEW = pd.Timedelta(days=30)     # a case opened since is not yet late for its first supervision
NOBODY = ("virtual",)           # roles under which cases wait that nobody holds
OPEN_UNTIL = {"looked_after_children": "ceased", "child_protection_plans": "plan_ended", "children_in_need": "closed", "care_leavers": ""}
EVERY_CASE = "children_in_need"
MONTHS_SINCE = (("Within 1 month", 1), ("1 to 2 months", 2), ("2 to 3 months", 3), ("4 to 6 months", 6))
LONGEST, NEVER, NEVER_BUT_NEW = categories.SUPERVISION_BANDS[4:]


def workers(extract, rules):
    """A record a worker in post: the cases held, as the list says or as lists 6 to 9 allocate them, and whether more than the hours allow.

    Where the list says nothing of cases, and list 6, which holds every open case, is not returned, nothing is known of them.
    """
    rows = extract.rows("workforce")
    told = rows.assign(team=categories.named(rows.team), role=categories.titled(rows.role, local_lists.ROLES),
                       in_person=_truth(~rows.role.isin(NOBODY)), qualified=_truth(rows.qualified == "yes"))
    if rows.cases_held.isna().all() and not extract.has(EVERY_CASE):
        return told
    cases = rows.cases_held.fillna(_allocated(extract, rows)).fillna(0)
    return told.assign(cases=cases, holds_cases=_truth(cases > 0), over_20=_truth(cases > MOST_CASES * rows.fte))


def staff(extract, rules):
    """A record a worker who is a person, cases or none, and whether permanent or interim. A virtual worker is nobody."""
    people = workers(extract, rules)
    return people[people.in_person].assign(permanent=_truth(people.contract == "permanent"), interim=_truth(people.contract == "interim"))


def _allocated(extract, rows):
    """How many children of lists 6 to 9 each worker is shown for: each child once, of the first list that has it."""
    month_end = _month_end(extract)
    lists = [_open(extract.rows(key), until, month_end) for key, until in OPEN_UNTIL.items() if extract.has(key)]
    if not lists:
        return pd.Series(float("nan"), index=rows.index)
    held = pd.concat(lists).drop_duplicates("child").query("worker != ''").worker.value_counts()
    return rows.worker.map(held).astype("float64")


def _open(rows, until, month_end):
    standing = rows if not until else rows[rows[until].isna() | (rows[until] > month_end)]
    return standing[["child", "worker"]]


def posts(extract, rules):
    """A record an establishment post or group of posts: what is budgeted for it, who starts in it, and whether it holds cases.

    Where no post is said to hold cases or not, nothing is known of those that do.
    """
    rows = extract.rows("establishment")
    made = rows.assign(team=categories.named(rows.team), case_holding=_truth(rows.case_holding == "yes"),
                       confirmed_starters_fte=_starters(rows))
    return made if (rows.case_holding != "").any() else made.drop(columns="case_holding")


def posts_and_people(extract, rules):
    """A record a post and one a worker in post: what each adds to the current total, `current_fte`, and to the unfilled, `unfilled_fte`.

    A post adds its budget to the unfilled and its confirmed starters to the current total; whoever is in post, or starts, takes from the
    unfilled. Without a list of the workforce neither is known.
    """
    budgeted = posts(extract, rules)
    if not extract.has("workforce"):
        return budgeted[[*PLACE, "team"]]
    starting = budgeted.confirmed_starters_fte.fillna(0)
    people, month_end = staff(extract, rules), _month_end(extract)
    in_post = people[(people.started <= month_end) & ~(people.ended <= month_end)]
    return pd.concat([budgeted[[*PLACE, "team"]].assign(current_fte=starting, unfilled_fte=budgeted.budgeted_fte - starting),
                      in_post[[*PLACE, "team"]].assign(current_fte=in_post.fte, unfilled_fte=-in_post.fte)], ignore_index=True)


def _starters(rows):
    """Confirmed starters, a blank being none; all blank where nobody returned them."""
    return rows.confirmed_starters_fte.fillna(0) if rows.confirmed_starters_fte.notna().any() else rows.confirmed_starters_fte


def supervised_cases(extract, rules):
    """A record a case under supervision, by the time between its latest completed supervision and the month's end."""
    month_end = _month_end(extract)
    rows = extract.rows("supervision").query("kind == 'case'").sort_values("supervised", na_position="first", kind="stable").drop_duplicates("child", keep="last")
    bands = _bands(rows, month_end)
    return rows.assign(team=categories.named(rows.team), status=categories.titled(rows.status, _codes("status")), time_since_supervision=bands,
                       in_3_months=_truth(bands.isin([name for name, months in MONTHS_SINCE if months <= 3])))


def _bands(rows, month_end):
    """How long before the month's end each case was supervised; calendar months, the same day of an earlier month still within them."""
    opened = rows.case_opened.notna() & (rows.case_opened > month_end - NEW)
    bands = pd.Series(NEVER, index=rows.index, dtype="str").mask(opened, NEVER_BUT_NEW).mask(rows.supervised.notna(), LONGEST)
    for name, months in reversed(MONTHS_SINCE):
        bands = bands.mask(rows.supervised >= month_end - pd.DateOffset(months=months), name)
    return bands


def supervised_staff(extract, rules):
    """A record a member of staff who was due a supervision in the month, and whether one was held in it."""
    rows = extract.rows("supervision").query("kind == 'staff' and due_this_month == 'yes'")
    first, month_end = pd.Timestamp(f"{extract.month}-01"), _month_end(extract)
    held = rows.assign(held=_truth((rows.supervised >= first) & (rows.supervised <= month_end))).sort_values("held", kind="stable")
    each = held.drop_duplicates(["worker", "team"], keep="last")
    return each.assign(team=categories.named(each.team), group=categories.titled(each.group, _codes("group")))


def _codes(key):
    return local_lists.SUPERVISION.column(key).codes


def _month_end(extract):
    return pd.Timestamp(f"{extract.month}-01") + pd.offsets.MonthEnd()


def _truth(column):
    return column.astype("boolean")


KINDS = (
    Kind("workers", "workforce", workers),
    Kind("staff", "workforce", staff),
    Kind("posts", "establishment", posts),
    Kind("posts_and_people", "establishment", posts_and_people),
    Kind("supervised_cases", "supervision", supervised_cases),
    Kind("supervised_staff", "supervision", supervised_staff),
)
