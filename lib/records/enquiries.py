"""Records of strategy discussions, section 47 enquiries and initial conferences."""

import pandas as pd

from lib import categories, working_days
from lib.contracts import local_lists
from lib.records import PLACE, Kind, steps

LIMIT = 15                              # working days for an enquiry and for a conference: Working Together to Safeguard Children
LOOK_BACK = pd.Timedelta(days=30)       # a discussion longer ago opened something else: this workbook's own limit
CONFERENCE_OUTCOMES = {"yes": "Child protection plan", "no": "No plan"}
FINDINGS = ("continuing_risk", "substantiated_no_continuing_risk", "not_substantiated")


def strategy_discussions(extract, rules):
    """Strategy discussions held, a row a child and discussion, dated `finished`; whether each led to a section 47 enquiry."""
    held = _steps(extract, "strategy_discussion")
    concern = categories.titled(held.concern, local_lists.CONCERNS)
    records = held[[*PLACE, "child"]].assign(team=categories.named(held.team), concern=concern)
    if _is_told(held.outcome):
        records["to_section_47"] = _truth(held.outcome == "section_47")
    assessed = _steps(extract, "exploitation_assessment")
    if len(assessed):
        records["after_exploitation_assessment"] = _soon_after(held, assessed, extract)
    return _dated(records, held)


def section_47_started(extract, rules):
    """Section 47 enquiries of List 5 by the strategy discussion that opened them, each once, however many conferences follow."""
    rows = extract.rows("section_47_enquiries")
    opened = rows[rows.strategy_discussion.notna()].sort_values(["conference", "team"]).drop_duplicates(["child", "strategy_discussion"])
    return opened[[*PLACE, "child", "strategy_discussion"]].assign(team=categories.named(opened.team))


def section_47_completed(extract, rules):
    """Section 47 enquiries by the day they were `finished`: whether in time, what they found and what they led to."""
    enquiries = _steps(extract, "section_47")
    records = enquiries[[*PLACE, "child"]].assign(team=categories.named(enquiries.team), in_time=_enquired_in_time(enquiries, extract))
    if _is_told(enquiries.outcome):
        records = records.assign(**{finding: _truth(enquiries.outcome == finding) for finding in FINDINGS})
    if _is_told(enquiries.outcome) or _is_told(enquiries.next_action):
        records["no_further_action"] = _truth((enquiries.outcome == "no_further_action") | (enquiries.next_action == "no_further_action"))
    if _is_told(enquiries.next_action):
        records["to_initial_conference"] = _truth(enquiries.next_action == "initial_conference")
    elif extract.has("section_47_enquiries"):
        records["to_initial_conference"] = _conference_followed(enquiries, extract)
    return _dated(records, enquiries)


def initial_conferences(extract, rules):
    """Children at an initial conference, a row a child and conference, with whether it was in time and what it decided.

    In time is 15 working days after the last strategy discussion before it (Working Together); without any, as when a child moved in, it
    is late.
    """
    rows = extract.rows("section_47_enquiries")
    decided_first = rows[rows.conference.notna()].sort_values(["plan_resulted", "team"], ascending=False)
    held = decided_first.drop_duplicates(["child", "conference"])
    waited = working_days.elapsed(last_before(held, "conference", rows, "strategy_discussion"), held.conference)
    return held[[*PLACE, "child", "conference"]].assign(
        team=categories.named(held.team), in_time=_truth(waited <= LIMIT),
        outcome=held.plan_resulted.map(CONFERENCE_OUTCOMES).fillna(categories.NOT_RECORDED), **_to_plan(held, extract))


KINDS = (
    Kind("strategy_discussions", "workflow_steps", strategy_discussions),
    Kind("section_47_started", "section_47_enquiries", section_47_started),
    Kind("section_47_completed", "workflow_steps", section_47_completed),
    Kind("initial_conferences", "section_47_enquiries", initial_conferences),
)


def last_before(rows, day, earlier, date, within=None):
    """For each row the latest `date` of the same child among `earlier` rows that is no later than its `day`; NaT where there is none.

    Days are compared without their time. `within` is how long before it may lie at most.

    >>> rows = pd.DataFrame({"child": ["A"], "conference": pd.to_datetime(["2020-03-20"])})
    >>> said = pd.DataFrame({"child": ["A", "A", "B"], "held": pd.to_datetime(["2020-03-02", "2020-03-21", "2020-03-19"])})
    >>> last_before(rows, "conference", said, "held").dt.strftime("%d %B").tolist()
    ['02 March']
    """
    asked = rows[day].dt.normalize()
    found = steps.latest(rows, asked, earlier, earlier[date].dt.normalize())
    return found if within is None else found.where(asked - found <= within)


def _steps(extract, step):
    """The steps of a kind, in the list's own order, since nothing is matched to them one by one."""
    rows = extract.rows(steps.LIST)
    return rows[rows.step == step]


def _dated(records, kind):
    """The records with the day they are counted by; without it, and so not counted, where the list holds no such step at all."""
    return records.assign(finished=kind.finished) if len(kind) else records


def _is_told(codes):
    """Whether a column says anything: one that is wholly blank was not returned."""
    return bool((codes != "").any())


def _truth(holds):
    return holds.astype("boolean")


def _soon_after(held, assessed, extract):
    """Whether an exploitation assessment of the child was finished that day or in the 30 days before; missing if they are not covered."""
    soon = _truth(last_before(held, "finished", assessed, "finished", LOOK_BACK).notna())
    begins = pd.Timestamp(min(extract.covers("workflow_steps"), default=extract.month))
    return soon.mask(~soon & (held.finished < begins + LOOK_BACK))


def _to_plan(held, extract):
    """Whether a conference resulted in a plan, as List 5 says; where it says nothing, whether a plan of List 7 began that day."""
    told, plans = held.plan_resulted.isin(CONFERENCE_OUTCOMES), extract.rows("child_protection_plans")
    if not told.any() and plans.empty:
        return {}
    began = last_before(held, "conference", plans, "plan_started") == held.conference
    return {"to_plan": _truth((held.plan_resulted == "yes") | (~told & began))}


def _enquired_in_time(enquiries, extract):
    """Finished by the due date; where none is given, 15 working days after the strategy discussion that opened the enquiry.

    That is the day the timescale is said to run from, else the child's last discussion in the 30 days before the enquiry began, else the
    day it began (Working Together).
    """
    discussed = last_before(enquiries, "started", _steps(extract, "strategy_discussion"), "finished", LOOK_BACK)
    start = enquiries.timescale_from.fillna(discussed).fillna(enquiries.started.dt.normalize())
    limit = enquiries.due.fillna(working_days.after(start, LIMIT))
    return _truth(enquiries.finished.dt.normalize() <= limit)


def _conference_followed(enquiries, extract):
    """Whether List 5 holds a conference after a discussion of that child at the enquiry's start or in the 30 days before it."""
    rows = extract.rows("section_47_enquiries")
    led = last_before(enquiries, "started", rows[rows.conference.notna()], "strategy_discussion", LOOK_BACK).notna()
    return _truth(led).where(steps.covered(enquiries.finished, extract.covers("section_47_enquiries")))
