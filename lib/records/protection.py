"""Records of child protection plans: their children, earlier plans, why they ended, and review conferences."""

import pandas as pd

from lib import categories
from lib.contracts import local_lists
from lib.contracts.annex_a import people, protection
from lib.records import PLACE, Kind
from lib.records.enquiries import last_before
from lib.records.need import IN_CARE, SHORT_BREAKS, among, at_month_ends, first_day, plan_up_to_date

TWO_YEARS = pd.DateOffset(years=2)          # from the end of an earlier plan; the same day two years on is within them
LONG_PLAN = pd.Timedelta(days=730)          # two years of a plan: DfE, characteristics of children in need, methodology
NEAR_THE_END = pd.Timedelta(days=30)        # care that began so near a plan's end is why it ended: this workbook's own limit
FIRST_REVIEW, LATER_REVIEWS = pd.DateOffset(months=3), pd.DateOffset(months=6)      # Working Together to Safeguard Children
BECAME_LOOKED_AFTER = "looked_after"


def protection_plans(extract, rules):
    """Plans of List 7, a row a plan: its dates and child, whether one came before it, how long it lasted and why it ended."""
    plans = extract.rows("child_protection_plans")
    records = plans[[*PLACE, "child", "plan_started", "plan_ended", "date_of_birth"]].assign(
        team=categories.named(plans.team), sex=categories.titled(plans.sex, people.SEXES),
        category_of_abuse=categories.titled(plans.latest_category, protection.CATEGORIES), reason=_reasons(plans, extract),
        year_of_earlier_plan=_years_of_earlier(plans, extract),
        two_years_on=plans.plan_started + LONG_PLAN, lasted_2_years=(plans.plan_ended - plans.plan_started >= LONG_PLAN).astype("boolean"))
    if plans.previous_plans.notna().any():
        records["repeat"] = (plans.previous_plans >= 1).astype("boolean")
    if len(_local_plans(extract)):
        records["repeat_within_2_years"] = _begun_within_two_years(plans, extract)
    return records


def children_on_plans(extract, rules):
    """Each child on a plan at each month end: whether looked after too and, for the return's month, whether the plan is up to date.

    Of a list that tells neither when its plans were updated nor when they are due for review, nothing is known of that.
    """
    plans = extract.rows("child_protection_plans")
    records = at_month_ends(plans, "plan_started", "plan_ended", extract.covers("child_protection_plans"))
    records = records[[*PLACE, "child", "month_end"]]
    looked_after = among(records, extract, IN_CARE)
    if looked_after is not None:
        records = records.assign(looked_after=looked_after)
    local = _local_plans(extract)
    if (local.review_due.notna() | local.updated.notna()).any():
        records = records.assign(up_to_date=plan_up_to_date(records, extract, "CP"))
    return records


def protection_reviews(extract, rules):
    """Review conferences held, a row a child, and whether each was in time; without a day, and so not counted, where none was returned.

    Where the list has no due dates at all, what came before it began tells the limit of its first rows: nothing is known where
    a review before it may have been missed so.
    """
    rows = extract.rows("reviews")
    held = rows[(rows.review_type == "CP") & rows.reviewed.notna()]
    records = held[[*PLACE, "child"]].assign(team=categories.named(held.team))
    if held.empty:
        return records
    began, before = _began(held, extract), held.sort_values("reviewed").groupby("child").reviewed.shift().reindex(held.index)
    in_time = (held.reviewed <= held.due.fillna(_review_limits(began, before))).astype("boolean")
    if held.due.isna().all():
        in_time = in_time.mask(~in_time & before.isna() & _may_follow_another(held, began, first_day(extract, "reviews")))
    if (held.outcome != "").any():
        records["outcome"] = categories.titled(held.outcome, local_lists.REVIEWS.column("outcome").codes)
    return records.assign(reviewed=held.reviewed, in_time=in_time)


def protection_visits(extract, rules):
    """Visits made to children on plans, a row a child and visit, and whether each was in time; not counted where none was returned.

    In time is by the due date; without one within the council's interval of the visit before, or of the plan's start. Where the list has no
    due dates at all, what came before it began tells the limit of its first rows, which is not known.
    """
    rows = extract.rows("visits")
    made = rows[(rows.visit_type == "CP") & rows.visited.notna()].sort_values(["child", "visited"], kind="stable")
    records = made[[*PLACE, "child"]].assign(team=categories.named(made.team))
    if made.empty:
        return records
    begins, interval = pd.Timestamp(min(extract.covers("visits"), default=extract.month)), pd.Timedelta(days=rules.cp_visit_days)
    limit = _visited_before(made, extract, begins) + interval
    in_time = (made.visited <= made.due.fillna(limit)).astype("boolean")
    if made.due.isna().all():
        in_time = in_time.mask(limit.isna() & (made.visited < begins + interval))
    return records.assign(visited=made.visited, in_time=in_time)


KINDS = (
    Kind("protection_plans", "child_protection_plans", protection_plans),
    Kind("children_on_plans", "child_protection_plans", children_on_plans),
    Kind("protection_reviews", "reviews", protection_reviews),
    Kind("protection_visits", "visits", protection_visits),
)


def _local_plans(extract):
    """The plans of the local list that are child protection plans: of ended ones it holds what List 7 lacks."""
    rows = extract.rows("plans")
    return rows[rows.plan_type == "CP"]


def _begun_within_two_years(plans, extract):
    """Whether the child's last plan before had ended at most two years before this one began, as local plans and List 7 tell."""
    return (plans.plan_started <= _last_ended(plans, extract) + TWO_YEARS).astype("boolean")


def _years_of_earlier(plans, extract):
    """The calendar year in which the child's last plan before each ended, in words."""
    return _last_ended(plans, extract).dt.strftime("%Y").fillna(categories.NOT_RECORDED).astype("str")


def _last_ended(plans, extract):
    """The day the child's last plan before each had ended, as local plans and List 7 tell.

    A plan that ended the day it began is none before itself.
    """
    local = _local_plans(extract)
    earlier = pd.concat([local[["child", "started", "ended"]],
                         plans[["child", "plan_started", "plan_ended"]].set_axis(["child", "started", "ended"], axis=1)], ignore_index=True)
    return last_before(plans, "plan_started", earlier[earlier.started != earlier.ended], "ended")


def _reasons(plans, extract):
    """Why each plan ended, in words: as the local list says of the child's latest plan ended that day; else care, if begun within 30 days."""
    local = _local_plans(extract)
    told = local[local.end_reason != ""].sort_values(["started", "proposed", "end_reason"])
    said = told.drop_duplicates(["child", "ended"], keep="last")[["child", "ended", "end_reason"]]
    keys = plans[["child", "plan_ended"]].merge(said, how="left", left_on=["child", "plan_ended"], right_on=["child", "ended"])
    reason = pd.Series(keys.end_reason.fillna("").to_numpy(), index=plans.index)
    reason = reason.where((reason != "") | ~_taken_into_care(plans, extract), BECAME_LOOKED_AFTER)
    return categories.titled(reason, local_lists.PLANS.column("end_reason").codes)


def _taken_into_care(plans, extract):
    """Whether List 8 has the child's care, which short breaks are not, begin in the 30 days before or after the plan's end."""
    until = plans[["child"]].assign(latest=plans.plan_ended + NEAR_THE_END)
    periods = extract.rows("looked_after_children")
    return last_before(until, "latest", periods[~periods.legal_status.isin(SHORT_BREAKS)], "started", within=2 * NEAR_THE_END).notna()


def _visited_before(made, extract, begins):
    """The child's visit before each, of the same plan, else the day the plan began if the list goes back so far."""
    began = last_before(made, "visited", extract.rows("child_protection_plans"), "plan_started")
    before = made.groupby("child").visited.shift()
    return before.where(~(before < began)).fillna(began.where(began >= begins))


def _began(held, extract):
    """The day from which the first review of the plan is counted: of List 5's initial conference, else that on which the plan began."""
    return pd.concat([last_before(held, "reviewed", extract.rows(key), column) for key, column in
                      (("section_47_enquiries", "conference"), ("child_protection_plans", "plan_started"))], axis=1).max(axis=1)


def _review_limits(began, before):
    """The last day in time where no due date is given: six months after the plan's review before, else three after the plan began."""
    return (before.where(~(before <= began)) + LATER_REVIEWS).fillna(began + FIRST_REVIEW)


def _may_follow_another(held, began, begins):
    """Whether a review of the same plan, before the list begins, may have left a review until so late."""
    return (began < begins) & (held.reviewed < begins + LATER_REVIEWS)
