"""Records of contacts and referrals, with what the workflow says of each, and early help."""

import pandas as pd

from lib import categories, working_days
from lib.contracts import local_lists
from lib.contracts.annex_a import front_door
from lib.records import Kind, assessing, need, steps

DAY = pd.Timedelta(days=1)
DECISION_DAYS = 1               # working days in which a referral is decided: Working Together to Safeguard Children
LOCAL_HOURS = 48                # in which some councils decide a referral: a standard of their own
LOOK_BACK = pd.Timedelta(days=365)      # a referral within so many days of an earlier one is a re-referral: DfE, children in need census
RETURN = pd.DateOffset(months=12)       # after stepping down in which a return to social care is looked for: this workbook's own
ADOLESCENT = 13
# The months after which each band of an early help episode's length begins, and its name: those that councils report by.
LENGTHS = ((0, "Under 3 months"), (3, "3 to 6 months"), (6, "6 to 9 months"), (9, "9 to 12 months"), (12, "12 to 18 months"),
           (18, "18 months or more"))
EXPLOITATION = ("sexual_exploitation", "criminal_exploitation")


def contacts(extract, rules):
    """A record a contact, with its decision where the workflow has one: the contact step of the child that started on its day."""
    rows = extract.rows("contacts").sort_values(["child", "date_of_contact", "source"], ignore_index=True)
    kind = steps.of_kind(extract, "contact")
    found = steps.beside(rows, kind, ("date_of_contact", "started"))
    return rows.assign(source=categories.titled(rows.source, front_door.SOURCES), **_progress(rows, found, kind, extract),
                       **_decided(rows.date_of_contact, found, kind, extract), **_screened(rows.date_of_contact, found, kind, extract))


def referrals(extract, rules):
    """A record a referral: how soon it was decided, whether the child had one in the year before, and whether an assessment followed."""
    rows = extract.rows("referrals").sort_values(["child", "date_of_referral", "source"], ignore_index=True)
    kind = steps.of_kind(extract, "referral")
    found = steps.beside(rows, kind, ("date_of_referral", "started"))
    return rows.assign(source=categories.titled(rows.source, front_door.SOURCES), team=categories.named(rows.team),
                       outcome=_outcome(rows, found), rereferral=_rereferral(rows, extract), **_to_assessment(rows, extract),
                       **_decided(rows.date_of_referral, found, kind, extract), **_exploitation(rows, found, kind, extract))


def missing_notifications(extract, rules):
    """A record a notification that a child is missing, where a council records them apart from contacts."""
    return steps.recorded(steps.of_kind(extract, "missing_notification"))


def early_help_episodes(extract, rules):
    """A record a child's early help episode: why it ended, whether social care came before, and whether it did again within a year."""
    rows = extract.rows("early_help_episodes")
    told = {"stepped_up": (rows.closure_reason, rows.closure_reason == "stepped_up"),
            "stepped_down": (rows.stepped_down_from, ~rows.stepped_down_from.isin(("", "none")))}
    answers = {name: answer.astype("boolean") for name, (said, answer) in told.items() if (said != "").any()}
    return rows.assign(locality=categories.named(rows.locality), length=_lengths(rows),
                       stepped_down_from=categories.titled(rows.stepped_down_from, local_lists.SOCIAL_CARE_BEFORE),
                       lead_organisation=categories.titled(rows.lead_organisation, local_lists.LEAD_ORGANISATIONS),
                       reason=categories.titled(rows.closure_reason, local_lists.CLOSURE_REASONS),
                       **answers, **_returned(rows, extract))


def _progress(rows, found, kind, extract):
    """Whether the contact's recorded outcome is referral; not asked where no contact step is ever returned."""
    known = steps.known(rows.date_of_contact, found, kind, extract)
    return {"progressed_to_referral": steps.truth(found.outcome == "referral", known)} if len(kind) else {}


def _decided(day, found, kind, extract):
    """Whether what was received was decided in 24 and 48 hours by the clock, and by the end of the next working day.

    What is not decided is not in time. A month whose steps hold no time of day cannot tell 24 hours; it tells two days for 48 hours.
    """
    if kind.empty:
        return {}
    known, timed = steps.known(day, found, kind, extract), _timed(day, kind)
    waited, days = found.finished - found.started, found.finished.dt.normalize() - found.started.dt.normalize()
    forward, working = days >= pd.Timedelta(0), working_days.elapsed(found.started, found.finished)
    return {"decided_in_24_hours": steps.truth(forward & (waited <= DAY), known & timed),
            "decided_in_48_hours": steps.truth(forward & waited.where(timed, days).le(pd.Timedelta(hours=LOCAL_HOURS)), known),
            "decided_in_1_working_day": steps.truth(forward & (working <= DECISION_DAYS), known)}


def _timed(day, kind):
    """Whether the steps of a day's month were returned with times of day: when they started, and when they finished if any did."""
    month = kind.started.dt.to_period("M")
    has_time = {name: (kind[name] != kind[name].dt.normalize()) & kind[name].notna() for name in ("started", "finished")}
    told = [has_time[name].groupby(month).any() | ~kind[name].notna().groupby(month).any() for name in has_time]
    silent = (told[0] & told[1]).loc[lambda tells: ~tells].index
    return ~day.dt.to_period("M").isin(silent)


def _screened(day, found, kind, extract):
    """Whether a contact was screened on the working day it came in; what came on a weekend or bank holiday, by the next working day."""
    told = kind[kind.screened.notna()]
    screened = found.screened.dt.normalize()
    in_time = (screened >= day) & (screened <= working_days.after(day - DAY, 1))
    return {"screened_same_working_day": steps.truth(in_time, steps.known(day, found, told, extract))} if len(told) else {}


def _outcome(rows, found):
    """What a referral led to in words: its step's outcome, else no further action where the list says so."""
    said = found.outcome.mask((found.outcome == "") & (rows.no_further_action == "yes"), "no_further_action")
    return categories.titled(said, local_lists.OUTCOMES)


def _rereferral(rows, extract):
    """Whether the child was referred in the 365 days before, the day itself left out (DfE, children in need census).

    Where the list does not reach so far back, its own number of referrals in twelve months says it; missing where that is not returned.
    """
    day, before = rows.date_of_referral, steps.latest(rows, rows.date_of_referral - DAY, rows, rows.date_of_referral)
    seen = before.notna() & (day - before <= LOOK_BACK)
    months = extract.covers("referrals")
    reaches = day - LOOK_BACK >= pd.Timestamp(f"{months[0]}-01") if months else pd.Series(False, index=rows.index)
    counted = rows.referrals_in_12_months
    itself = 0 if (counted == 0).any() else 1      # a number that is never nought counts the referral itself
    return steps.truth(seen | (~reaches & (counted > itself)), seen | reaches | counted.notna().any())


def _to_assessment(rows, extract):
    """Whether an assessment, single or initial, serves the referral; known of the months from which every assessment is returned."""
    initial = steps.of_kind(extract, "initial_assessment")
    lists = [*["assessments"] * extract.has("assessments"), *[steps.LIST] * (len(initial) > 0)]
    if not lists:
        return {}
    served = assessing.served(extract, initial)
    led = pd.MultiIndex.from_arrays([rows.child, rows.date_of_referral]).isin(pd.MultiIndex.from_arrays([served.child, served.referred]))
    months = sorted({month for key in lists for month in extract.covers(key)})
    known = steps.covered(rows.date_of_referral, months) | led
    return {"to_assessment": steps.truth(pd.Series(led, index=rows.index), known)}


def _exploitation(rows, found, kind, extract):
    """Whether a child of thirteen or over was referred with exploitation as the concern; no age known, not counted."""
    told = kind[kind.concern != ""]
    old_enough = categories.ages(rows.date_of_birth, rows.date_of_referral) >= ADOLESCENT
    answer = steps.truth(found.concern.isin(EXPLOITATION) & old_enough, steps.known(rows.date_of_referral, found, told, extract))
    return {"exploitation_aged_13_and_over": answer} if len(told) else {}


def _lengths(rows):
    """How long each episode lasted, in calendar months; the day on which a band begins is in it. None while the episode goes on."""
    words = pd.Series(None, index=rows.index, dtype="str")
    for months, name in LENGTHS:
        words = words.mask(rows.ended >= rows.started + pd.DateOffset(months=months), name)
    return words


def _returned(rows, extract):
    """Whether a child was stepped up or referred again in the twelve months after the episode began; judged once those have passed."""
    if not extract.covers("referrals") or not (rows.stepped_down_from != "").any():
        return {}
    year_on = rows.started + RETURN
    referred = extract.rows("referrals")
    again = steps.latest(rows, year_on, referred, referred.date_of_referral) > rows.started
    stepped_up = (rows.closure_reason == "stepped_up") & (rows.ended <= year_on)
    known = (year_on <= need.last_day(extract.month)) & (rows.started >= need.first_day(extract, "referrals"))
    return {"returned": steps.truth(again | stepped_up, known)}


KINDS = (
    Kind("contacts", "contacts", contacts),
    Kind("referrals", "referrals", referrals),
    Kind("missing_notifications", steps.LIST, missing_notifications),
    Kind("early_help_episodes", "early_help_episodes", early_help_episodes),
)
