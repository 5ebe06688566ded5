"""Records of assessments: from when their time runs, what they led to, and whether the child was seen soon."""

import pandas as pd

from lib import categories, working_days
from lib.contracts import local_lists
from lib.records import Kind, steps

LIMIT = 45          # working days from the referral in which an assessment is finished: Working Together to Safeguard Children
SEEN = 3            # working days from its start in which the child is seen: a standard of councils' own
MEETING, NO_MEETING = categories.CLOSED["strategy meeting"]

# The outcomes of an assessment after which social care stays involved, of whatever kind.
ONGOING = ("ongoing_involvement", "child_in_need_plan", "continue_current_plan", "review_only", "strategy_discussion", "section_47",
           "assessment")
OUTCOMES = {"no_further_action": ("no_further_action",), "step_down": ("early_help",), "out_of_area": ("out_of_area",)}


def assessments(extract, rules):
    """A record an assessment: whether it was in time, from when it is late, its outcome and whether a strategy meeting came before it."""
    rows = extract.rows("assessments").sort_values(["child", "assessment_started"], ignore_index=True)
    referred = _referred(rows, extract)
    runs_from = referred.fillna(rows.assessment_started)
    kind = steps.of_kind(extract, "assessment")
    found = steps.beside(rows, kind, ("authorised", "finished"), ("assessment_started", "started"))
    return rows.assign(team=categories.named(rows.team), referred=referred, late_from=working_days.after(runs_from, LIMIT + 1),
                       in_time=(working_days.elapsed(runs_from, rows.authorised) <= LIMIT).astype("boolean"),
                       **_outcomes(rows, found, kind, extract), **_seen(rows, found, kind, extract), **_meeting(rows, runs_from, extract))


def exploitation_assessments(extract, rules):
    """A record an assessment of the risk of exploitation, under whichever name the step goes."""
    return steps.recorded(steps.of_kind(extract, "exploitation_assessment"))


def served(extract, initial):
    """The assessments that serve a referral, initial ones among them: a frame of `child` and the day they were `referred`."""
    started = initial.assign(assessment_started=initial.started.dt.normalize())
    rows = pd.concat([made[["child", "assessment_started"]] for made in (extract.rows("assessments"), started)], ignore_index=True)
    return rows.assign(referred=_referred(rows, extract)).dropna(subset=["referred"])[["child", "referred"]]


def _referred(rows, extract):
    """The day of the referral that an assessment serves: the child's latest up to its start, at most 45 working days before; else NaT.

    An assessment later than that is no longer the answer to the referral: it looks again at a child whose case is open.
    """
    referrals = extract.rows("referrals")
    day = steps.latest(rows, rows.assessment_started, referrals, referrals.date_of_referral)
    return day.where(working_days.elapsed(day, rows.assessment_started) <= LIMIT)


def _outcomes(rows, found, kind, extract):
    """The outcome in words and as yes or no, by the assessment's step; that social care stays, else by list 4's own answer."""
    supported, asked = rows.requires_support == "yes", (rows.requires_support != "").any()
    if kind.empty:
        return {"ongoing_involvement": supported.astype("boolean")} if asked else {}
    known = steps.known(_ended(rows), found, kind, extract)
    ongoing = found.outcome.isin(ONGOING) | ((found.outcome == "") & supported)
    return {"outcome": categories.titled(found.outcome, local_lists.OUTCOMES),
            "ongoing_involvement": steps.truth(ongoing, known | asked),
            **{name: steps.truth(found.outcome.isin(codes), known) for name, codes in OUTCOMES.items()}}


def _seen(rows, found, kind, extract):
    """Whether the child was first seen at most three working days after the start; not seen where no day is recorded."""
    told = kind[kind.child_seen.notna()]
    soon = working_days.elapsed(rows.assessment_started, found.child_seen) <= SEEN
    return {"child_seen_in_3_days": steps.truth(soon, steps.known(_ended(rows), found, told, extract))} if len(told) else {}


def _meeting(rows, runs_from, extract):
    """Whether the child had a strategy discussion from the day of the referral to that of the authorisation, in words."""
    kind = steps.of_kind(extract, "strategy_discussion")
    if kind.empty:
        return {}
    until = _ended(rows)
    held = steps.latest(rows, until, kind, kind.started.dt.normalize()) >= runs_from
    covered = steps.covered(until, extract.covers(steps.LIST))
    words = pd.Series(NO_MEETING, index=rows.index).mask(held, MEETING).where(held | covered, categories.NOT_RECORDED)
    return {"strategy_meeting": words}


def _ended(rows):
    """The day an assessment was authorised; of an open one the day it started."""
    return rows.authorised.fillna(rows.assessment_started)


KINDS = (
    Kind("assessments", "assessments", assessments),
    Kind("exploitation_assessments", steps.LIST, exploitation_assessments),
)
