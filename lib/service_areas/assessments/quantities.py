"""What is counted of assessments, and from which records."""

from lib.measures import Rows, flow, stock

AUTHORISED = "authorised"
OPEN = {"until": AUTHORISED}
OUTCOMES = ("team", "outcome", "strategy meeting", "outcome | strategy meeting")
DAYS_TAKEN = ("days taken",)


def _initial(*where):
    return Rows("initial_assessments", on="finished", where=where)


def _core(*where):
    return Rows("core_assessments", on="finished", where=where)


QUANTITIES = (
    flow("assessments_started", Rows("assessments", on="assessment_started"), by=("team",)),
    flow("assessments_completed", Rows("assessments", on=AUTHORISED), by=OUTCOMES),
    flow("assessments_completed_in_time", Rows("assessments", on=AUTHORISED, where=("in_time",)), by=("team",)),
    stock("assessments_open_over_45_days", Rows("assessments", since="late_from", **OPEN), by=("team",)),
    flow("assessments_ongoing_involvement", Rows("assessments", on=AUTHORISED, where=("ongoing_involvement",))),
    flow("assessments_no_further_action", Rows("assessments", on=AUTHORISED, where=("no_further_action",))),
    flow("assessments_step_down", Rows("assessments", on=AUTHORISED, where=("step_down",))),
    flow("assessments_out_of_area", Rows("assessments", on=AUTHORISED, where=("out_of_area",))),
    flow("assessments_child_seen_in_3_days", Rows("assessments", on=AUTHORISED, where=("child_seen_in_3_days",)), by=("team",)),
    stock("assessments_open", Rows("assessments", since="assessment_started", **OPEN), by=("team",)),
    flow("exploitation_assessments_completed", Rows("exploitation_assessments", on="finished")),
    flow("initial_assessments_completed", _initial(), by=("outcome",)),
    flow("initial_assessments_in_time", _initial("in_time")),
    flow("initial_assessments_late", _initial("late"), by=DAYS_TAKEN),
    flow("initial_assessments_no_further_action", _initial("no_further_action")),
    flow("initial_assessments_to_strategy_discussion", _initial("to_strategy_discussion")),
    flow("initial_assessments_outcome_not_recorded", _initial("outcome_not_recorded")),
    flow("core_assessments_completed", _core(), by=DAYS_TAKEN),
    flow("core_assessments_in_time", _core("in_time")),
)
