"""Records of workers and the cases they hold, of the posts there are, and of when cases and staff were last supervised."""

import pandas as pd

from lib import categories
from lib.contracts import local_lists
from lib.records import PLACE, Kind, need

MOST_CASES = 20                 # that one full-time social worker holds, in document after document; fewer for fewer hours
NEW = pd.Timedelta(days=30)     # a case opened since is not yet late for its first supervision
NOBODY = ("virtual",)           # roles under which cases wait that nobody holds
EVERY_CASE = "children_in_need"
# The lists that allocate cases, the first to say whose a child's case is, with the days that a case stands between.
STANDING = {"looked_after_children": ("started", "ceased"), "child_protection_plans": ("plan_started", "plan_ended"),
            "children_in_need": ("started", "closed"), "care_leavers": ()}
MONTHS_SINCE = (("Within 1 month", 1), ("1 to 2 months", 2), ("2 to 3 months", 3), ("4 to 6 months", 6))
LONGEST, NEVER, NEVER_BUT_NEW = categories.SUPERVISION_BANDS[4:]


def workers(extract, rules):
    """A record a worker in post: who they are of a team, and the cases they hold. Who is qualified is not known where no row tells."""
    rows = extract.rows("workforce")
    records = rows.drop(columns="qualified").assign(team=categories.named(rows.team), role=categories.titled(rows.role, local_lists.ROLES),
                                                    in_person=_truth(~rows.role.isin(NOBODY)))
    return records.assign(**_answers(rows, "qualified"), **_caseloads(extract, rows))


def staff(extract, rules):
    """A record a worker who is a person, cases or none, and whether permanent or interim. A virtual worker is nobody."""
    people = workers(extract, rules)
    return people[people.in_person].assign(permanent=_truth(people.contract == "permanent"), interim=_truth(people.contract == "interim"))


def _caseloads(extract, rows):
    """The cases that workers hold, as the list says or as lists 6 to 9 allocate them, and whether more than their hours allow.

    Hours that are not told are taken for full time. Nothing is known where neither tells of any worker's cases: list 6 holds every open one.
    """
    if rows.cases_held.isna().all() and not extract.has(EVERY_CASE):
        return {}
    cases = rows.cases_held.fillna(_allocated(extract, rows))
    if cases.isna().all():
        return {}
    cases = cases.fillna(0)
    return {"cases": cases, "holds_cases": _truth(cases > 0), "over_20": _truth(cases > MOST_CASES * rows.fte.fillna(1))}


def _allocated(extract, rows):
    """How many children of lists 6 to 9 each worker is shown for at the month's end: each child once, of the first list that names one."""
    open_ = pd.concat([_open(extract, key)[["child", "worker"]] for key in STANDING])
    held = open_[open_.worker != ""].drop_duplicates("child").worker.value_counts()
    return rows.worker.map(held).astype("float64").mask(rows.worker.duplicated(), 0)       # a worker of two posts holds each case once


def _open(extract, key):
    """The rows of a list that stand at the end of the extract's month, each child once."""
    rows = extract.rows(key)
    return need.at_month_ends(rows, *STANDING[key], [extract.month]) if STANDING[key] else rows


def posts(extract, rules):
    """A record an establishment post or group of posts: what is budgeted for it, who starts in it, and whether it holds cases, if any row tells."""
    rows = extract.rows("establishment")
    return rows.drop(columns="case_holding").assign(team=categories.named(rows.team), confirmed_starters_fte=_starters(rows),
                                                    **_answers(rows, "case_holding"))


def posts_and_people(extract, rules):
    """A record a post and one a worker in post: what each adds to the current total, `current_fte`, and to the unfilled, `unfilled_fte`.

    A post adds its budget to the unfilled and its confirmed starters to the current total; whoever is in post, or starts, takes from the
    unfilled. Without a list of the workforce neither is known.
    """
    budgeted = posts(extract, rules)
    if not extract.has("workforce"):
        return budgeted[[*PLACE, "team"]]
    starting = budgeted.confirmed_starters_fte.fillna(0)
    people, month_end = staff(extract, rules), need.last_day(extract.month)
    in_post = people[(people.started <= month_end) & ~(people.ended <= month_end)]
    return pd.concat([budgeted[[*PLACE, "team"]].assign(current_fte=starting, unfilled_fte=budgeted.budgeted_fte - starting),
                      in_post[[*PLACE, "team"]].assign(current_fte=in_post.fte, unfilled_fte=-in_post.fte)], ignore_index=True)


def _starters(rows):
    """Confirmed starters, a blank being none; all blank where nobody returned them."""
    return rows.confirmed_starters_fte.fillna(0) if rows.confirmed_starters_fte.notna().any() else rows.confirmed_starters_fte


def supervised_cases(extract, rules):
    """A record a case under supervision, by the time between its latest completed supervision and the month's end.

    Each child is a case; of rows that name no child each is one. None where the list holds no cases.
    """
    rows = extract.rows("supervision")
    rows = rows[rows.kind == "case"].sort_values(["supervised", "team"], na_position="first", kind="stable")
    if rows.empty:
        return None
    rows = rows[(rows.child == "") | ~rows.duplicated("child", keep="last")]
    bands = _bands(rows, need.last_day(extract.month))
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
    """A record a member of staff who was due a supervision in the month, and whether one was held in it; None where no row says who was due."""
    staff = extract.rows("supervision")[lambda rows: rows.kind == "staff"]
    if (staff.due_this_month == "").all():
        return None
    rows = staff[staff.due_this_month == "yes"]
    held = rows.assign(held=_truth(rows.supervised.dt.strftime("%Y-%m") == extract.month)).sort_values("held", kind="stable")
    each = held.drop_duplicates(["worker", "team"], keep="last")
    return each.assign(team=categories.named(each.team), group=categories.titled(each.group, _codes("group")))


def _codes(key):
    return local_lists.SUPERVISION.column(key).codes


def _answers(rows, key):
    """A column of yes and no as a yes-or-no column, what is blank being no; nothing where the whole column is blank."""
    return {key: _truth(rows[key] == "yes")} if (rows[key] != "").any() else {}


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
