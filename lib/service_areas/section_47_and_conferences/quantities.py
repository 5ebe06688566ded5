"""What is counted of section 47 enquiries and initial conferences, and from which records."""

from lib.measures import Rows, flow


def _discussions(*where):
    return Rows("strategy_discussions", on="finished", where=where)


def _completed(*where):
    return Rows("section_47_completed", on="finished", where=where)


def _conferences(*where):
    return Rows("initial_conferences", on="conference", where=where)


QUANTITIES = (
    flow("section_47_enquiries_started", Rows("section_47_started", on="strategy_discussion"), by=("team",)),
    flow("section_47_enquiries_completed", _completed()),
    flow("section_47_continuing_risk", _completed("continuing_risk")),
    flow("section_47_substantiated_no_continuing_risk", _completed("substantiated_no_continuing_risk")),
    flow("section_47_not_substantiated", _completed("not_substantiated")),
    flow("initial_conferences", _conferences(), by=("outcome",)),
    flow("initial_conferences_in_time", _conferences("in_time")),
    flow("strategy_discussions", _discussions(), by=("concern", "team")),
    flow("strategy_discussions_to_section_47", _discussions("to_section_47"), by=("concern", "team")),
    flow("section_47_enquiries_in_time", _completed("in_time")),
    flow("section_47_no_further_action", _completed("no_further_action")),
    flow("section_47_to_initial_conference", _completed("to_initial_conference")),
    flow("strategy_discussions_after_exploitation_assessment",
         Rows("strategy_discussions", on="finished", where=("after_exploitation_assessment",), each="child")),
    flow("initial_conferences_to_plan", _conferences("to_plan")),
)
