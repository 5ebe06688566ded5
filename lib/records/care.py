"""Records of children looked after: their periods of care, with what falls due in them, and the reviews and visits made."""

import numpy as np
import pandas as pd

from lib import categories, working_days
from lib.contracts.annex_a import looked_after_children, people
from lib.records import Kind, moves
from lib.records.need import FIRST_VISIT_DAYS, SHORT_BREAKS, first_day, last_day

ADOPTED = ("E11", "E12")
SPECIAL_GUARDIANSHIP = ("E43", "E44", "E45", "E46", "E47", "E48")
ARRANGEMENTS_ORDER = ("E41",)
TOOK_PART = ("PN1", "PN2", "PN3", "PN5", "PN6")
UNDER_FOUR = "PN0"

LONG_TERM_DAYS = 912                    # two and a half years
FIRST_REVIEW_WORKING_DAYS, SECOND_REVIEW_MONTHS, LATER_REVIEW_MONTHS = 20, 3, 6
CARE_PLAN_WORKING_DAYS, PEP_DAYS = 10, 28
PEP_FROM, PATHWAY_FROM = {"years": 2, "months": 6}, {"years": 16, "months": 3}
CHECKED_EVERY, UNDER_FIVES_ASSESSED_EVERY, REVISED_EVERY = 12, 6, 6     # months


def periods_of_care(extract, rules):
    """A record a period of care of List 8, short breaks left out: when it began and ceased, and the days from and until which the child is
    long in care, or due a health assessment, a plan for school, a care plan or a pathway plan.

    Team, legal status and placement are those of the day of the extract. What is the latest of something (an assessment, a plan, a
    placement) is set against the last day of the extract's month.
    """
    rows = extract.rows("looked_after_children")
    rows = rows[~rows.legal_status.isin(SHORT_BREAKS)]
    return rows.assign(**_words(rows), **_endings(rows), **_cohorts(rows), **_checks(rows, extract), **_plans(rows, extract),
                       **moves.stability(rows, extract.rows("placement_nights"), last_day(extract.month)))


def reviews(extract, rules):
    """A record a looked after review held: whether it was the first and whether it was in time.

    In time is by the due date; without one within 20 working days of coming into care, then 3 months and then 6 months after the review
    before (Care Planning, Placement and Case Review Regulations 2010, regulation 33). What gives neither is not in time.
    """
    held = _of_looked_after(extract, "reviews", "review_type", "reviewed")
    if held.empty:
        return held[["file", "sheet", "row"]]
    held = _of_periods(held, "reviewed", extract)
    begins = first_day(extract, "reviews")
    first = _is_first(held, begins)
    in_time = _in_time(held, "reviewed", _review_limit(held, first), begins + pd.DateOffset(months=LATER_REVIEW_MONTHS))
    return held.assign(in_time=in_time, late=~in_time, first_or_later_review=np.where(first, "First review", "Later review"))


def reviews_from_four(extract, rules):
    """A record a looked after review held of a child of four or older: which of two age groups the child was of, and whether it had a say.

    An age that is not known is not under four. The groups are the record's own, so it carries no date of birth.
    """
    held = _of_looked_after(extract, "reviews", "review_type", "reviewed")
    if held.empty:
        return held[["file", "sheet", "row"]]
    held = _of_periods(held, "reviewed", extract)
    years = categories.ages(held.date_of_birth, held.reviewed)
    groups = pd.Series(categories.NOT_RECORDED, index=held.index, dtype="str").mask(years >= 4, "4 to 11").mask(years >= 12, "12 to 17")
    had_a_say = {"took_part": truth(held.participation.isin(TOOK_PART))} if (held.participation != "").any() else {}
    due = ~(years < 4) & (held.participation != UNDER_FOUR)
    return held.assign(age=groups, **had_a_say)[due].drop(columns="date_of_birth")


def visits(extract, rules):
    """A record a visit to a looked after child: whether it was made by its due date, and by the council's own.

    Without a due date the first visit is due a week after coming into care, a later one as many days after the one before as the settings
    say (Care Planning, Placement and Case Review Regulations 2010, regulation 28).
    """
    made = _of_looked_after(extract, "visits", "visit_type", "visited")
    if made.empty:
        return made[["file", "sheet", "row"]]
    made = _of_periods(made, "visited", extract)
    begins, interval = first_day(extract, "visits"), pd.Timedelta(days=rules.lac_visit_days)
    first = (made.started + pd.Timedelta(days=FIRST_VISIT_DAYS)).where(made.started >= begins)
    in_time = _in_time(made, "visited", (made.before + interval).fillna(first), begins + interval)
    made = made.assign(team=categories.named(made.team), in_time=in_time)
    return made.assign(in_time_locally=truth(made.visited <= made.local_due)) if made.local_due.notna().any() else made


def truth(answers):
    """Answers as a yes-or-no column that can also be missing."""
    return answers.astype("boolean")


def birthday(born, **age):
    """The day an age is reached; who was born on a day the month lacks reaches it on the first of the next, as those of 29 February do.

    >>> birthday(pd.Series(pd.to_datetime(["2004-02-29"])), years=18).dt.strftime("%d %B %Y").tolist()
    ['01 March 2022']
    """
    day = born + pd.DateOffset(**age)
    return day.where(day.dt.day == born.dt.day, day + pd.Timedelta(days=1))


def _words(rows):
    return {"sex": categories.titled(rows.sex, people.SEXES), "team": categories.named(rows.team),
            "legal_status": categories.titled(rows.legal_status, looked_after_children.LEGAL_STATUSES),
            "kind_of_home": moves.kinds_of_home(rows.placement_type),
            "placement_type": categories.titled(rows.placement_type, looked_after_children.PLACEMENT_TYPES),
            "placement_provider": categories.titled(rows.placement_provider, looked_after_children.PROVIDERS),
            "reason": categories.titled(rows.reason_ceased, looked_after_children.REASONS_CEASED)}


def _endings(rows):
    """How care ceased, by the reasons of the SSDA903 return; not known where periods ceased and none of them has a reason."""
    if rows.ceased.notna().any() and (rows.reason_ceased == "").all():
        return {}
    family = (*ADOPTED, *SPECIAL_GUARDIANSHIP)
    return {"adopted": truth(rows.reason_ceased.isin(ADOPTED)), "by_guardianship_or_adoption": truth(rows.reason_ceased.isin(family)),
            "to_permanence": truth(rows.reason_ceased.isin((*family, *ARRANGEMENTS_ORDER)))}


def _cohorts(rows):
    """From which day, and until which, each child is one of those a measure asks about; not, where ages tell, without a date of birth."""
    born, known = rows.date_of_birth, rows.date_of_birth.notna()
    until_pathway = _earlier(rows.ceased, birthday(born, **PATHWAY_FROM))
    return {"long_term_from": (rows.started + pd.Timedelta(days=LONG_TERM_DAYS)).where(known),
            "long_term_until": _earlier(rows.ceased, birthday(born, years=16)),
            "a_year_in_care": rows.started + pd.DateOffset(years=1),
            "pep_due_from": _later(rows.started + pd.Timedelta(days=PEP_DAYS + 1), birthday(born, **PEP_FROM)),
            "pep_due_until": _earlier(rows.ceased, birthday(born, years=18)),
            "plan_due_from": working_days.after(rows.started, CARE_PLAN_WORKING_DAYS).where(known), "plan_due_until": until_pathway,
            "pathway_due_from": _later(rows.started, birthday(born, **PATHWAY_FROM))}


def _checks(rows, extract):
    """Whether health and teeth were looked at recently enough; a refused assessment has no date. Not known where no row has a date."""
    end = last_day(extract.month)
    last, grown = rows.last_health_assessment, categories.ages(rows.date_of_birth, end) >= 5
    limit = (last + pd.DateOffset(months=UNDER_FIVES_ASSESSED_EVERY)).mask(grown, last + pd.DateOffset(months=CHECKED_EVERY))
    checked = rows.last_dental_check + pd.DateOffset(months=CHECKED_EVERY) >= end
    return {**_if_told(last, health_assessed=limit >= end), **_if_told(rows.last_dental_check, teeth_checked=checked)}


def _plans(rows, extract):
    """Whether each child has the plans that the local list tells of, and recent ones; of a kind that it does not hold nothing is known."""
    end = last_day(extract.month)
    plans = extract.rows("plans")
    standing = plans[(plans.started <= end) & ~(plans.ended <= end)]
    recent = plans.updated.fillna(plans.started) + pd.DateOffset(months=REVISED_EVERY) >= end
    found = {"with_pep": ("PEP", standing), "pep_up_to_date": ("PEP", standing[recent.reindex(standing.index)]),
             "plan_up_to_date": ("LAC", standing[standing.review_due >= end])}
    told = {name: truth(rows.child.isin(having.child[having.plan_type == kind]))
            for name, (kind, having) in found.items() if (plans.plan_type == kind).any()}
    return told | _pathway_plans(rows, extract, standing[recent.reindex(standing.index)])


def _pathway_plans(rows, extract, recent):
    """Whether a pathway plan was made or reviewed in the last six months, by the local list of plans or by Annex A List 9 of 2024."""
    leavers = extract.rows("care_leavers")
    reviewed = leavers.child[leavers.pathway_plan_reviewed + pd.DateOffset(months=REVISED_EVERY) >= last_day(extract.month)]
    if leavers.pathway_plan_reviewed.isna().all() and not (extract.rows("plans").plan_type == "pathway").any():
        return {}
    return {"pathway_plan_up_to_date": truth(rows.child.isin(recent.child[recent.plan_type == "pathway"]) | rows.child.isin(reviewed))}


def _of_looked_after(extract, key, kind, day):
    """The rows of a list that are of looked after children and were carried out, by child and day. None says nothing: not even nought."""
    rows = extract.rows(key)
    return rows[(rows[kind] == "LAC") & rows[day].notna()].sort_values(["child", day], kind="stable")


def _of_periods(rows, day, extract):
    """With each row the period of care its day falls in (`started`, `date_of_birth`) and the day of the child's one before in it."""
    periods = extract.rows("looked_after_children")[["child", "started", "date_of_birth"]].sort_values("started", kind="stable")
    joined = pd.merge_asof(rows.sort_values(day, kind="stable"), periods, left_on=day, right_on="started", by="child")
    joined = joined.sort_values(["child", day], kind="stable")
    before = joined.groupby("child")[day].shift()
    return joined.assign(before=before.where(joined.started.isna() | (before >= joined.started)))


def _in_time(rows, day, limit, settled):
    """Whether each was held by its due date, or else by its limit.

    Where a list has no due dates at all, what came before it began tells the limit of its first rows: until `settled` it is not known.
    """
    answer = truth(rows[day] <= rows.due.fillna(limit))
    return answer if rows.due.notna().any() else answer.mask(limit.isna() & (rows[day] < settled))


def _is_first(held, begins):
    """Whether a review is the first of its period: as told, else when none is before it of a child who came in since the list begins."""
    told = held.first_review.isin(("yes", "no"))
    return ((held.first_review == "yes") | (~told & held.before.isna() & (held.started >= begins))).astype("bool")


def _review_limit(held, first):
    """The day by which a review without a due date was to be held; missing where the one before is not known."""
    second = first.groupby(held.child).shift().fillna(False).astype("bool") & held.before.notna()
    later = (held.before + pd.DateOffset(months=LATER_REVIEW_MONTHS)).mask(second, held.before + pd.DateOffset(months=SECOND_REVIEW_MONTHS))
    return later.mask(first, working_days.after(held.started, FIRST_REVIEW_WORKING_DAYS))


def _if_told(dates, **answers):
    return {name: truth(answer) for name, answer in answers.items()} if dates.notna().any() else {}


def _later(one, other):
    """The later of two days; missing where either is."""
    return one.where(one >= other, other).where(one.notna() & other.notna())


def _earlier(one, other):
    """The earlier of two days; the one there is where the other is missing."""
    one = one.fillna(other)
    return one.mask(other < one, other)


KINDS = (
    Kind("periods_of_care", "looked_after_children", periods_of_care),
    Kind("lac_reviews", "reviews", reviews),
    Kind("lac_reviews_from_four", "reviews", reviews_from_four),
    Kind("lac_visits", "visits", visits),
)
