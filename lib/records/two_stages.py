"""Records of initial and core assessments, the two stages before single assessments: how long each took and what it led to."""

import pandas as pd

from lib import categories, working_days
from lib.contracts import local_lists
from lib.records import PLACE, Kind, steps

INITIAL_LIMIT = 10          # working days from the referral: Framework for the Assessment of Children in Need and their Families, 2000
CORE_LIMIT = 35             # working days from the start of the core assessment: the same
# The first working day of each band, and its name. The bands are those that councils reported by; none overlaps another.
LATE_BANDS = ((11, "11 to 15 working days"), (16, "16 to 20 working days"), (21, "21 working days or more"))
CORE_BANDS = ((0, "35 working days or less"), (36, "36 to 41 working days"), (42, "42 to 50 working days"), (51, "51 to 60 working days"),
              (61, "61 working days or more"))
OUTCOMES = {"no_further_action": "no_further_action", "to_strategy_discussion": "strategy_discussion", "outcome_not_recorded": ""}


def initial_assessments(extract, rules):
    """A record an initial assessment: the working days it took, from the day its time is said to run from or else from its start."""
    found = steps.of_kind(extract, "initial_assessment")
    taken = working_days.elapsed(found.timescale_from.fillna(found.started), found.finished)
    records = found[[*PLACE, "child"]].assign(in_time=_truth(taken <= INITIAL_LIMIT), late=_truth(taken > INITIAL_LIMIT),
                                              days_taken=banded(taken, LATE_BANDS))
    if (found.outcome != "").any():
        records = records.assign(outcome=categories.titled(found.outcome, local_lists.OUTCOMES),
                                 **{name: _truth(found.outcome == code) for name, code in OUTCOMES.items()})
    return _dated(records, found)


def core_assessments(extract, rules):
    """A record a core assessment and the working days it took from its start; updates of earlier ones are steps of another kind."""
    found = steps.of_kind(extract, "core_assessment")
    taken = working_days.elapsed(found.started, found.finished)
    records = found[[*PLACE, "child"]].assign(in_time=_truth(taken <= CORE_LIMIT), days_taken=banded(taken, CORE_BANDS))
    return _dated(records, found)


def banded(days, bands):
    """The band of each number of working days; none for what is below the first of them, or not finished.

    >>> banded(pd.Series([10.0, 11.0, 15.0, 16.0, None]), LATE_BANDS).fillna("-").tolist()
    ['-', '11 to 15 working days', '11 to 15 working days', '16 to 20 working days', '-']
    """
    words = pd.Series(None, index=days.index, dtype="str")
    for first, name in bands:
        words = words.mask(days >= first, name)
    return words


def _dated(records, found):
    """The records with the day they are counted by; without it, and so not counted, where no such step is ever returned."""
    return records.assign(finished=found.finished) if len(found) else records


def _truth(holds):
    return holds.astype("boolean")


KINDS = (
    Kind("initial_assessments", steps.LIST, initial_assessments),
    Kind("core_assessments", steps.LIST, core_assessments),
)
