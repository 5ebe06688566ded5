"""What is counted of looked after children, from Annex A List 8 and the local lists of reviews, visits and plans."""

from lib.measures import Rows, flow, stock

PERIODS = "periods_of_care"
IN_CARE = {"since": "started", "until": "ceased", "each": "child"}
A_YEAR_IN_CARE = {"since": "a_year_in_care", "until": "ceased", "each": "child"}
DUE_PEP = {"since": "pep_due_from", "until": "pep_due_until", "each": "child"}
DUE_PLAN = {"since": "plan_due_from", "until": "plan_due_until", "each": "child"}
FIRST_OR_LATER = ("first or later review",)

QUANTITIES = (
    stock("children_looked_after", Rows(PERIODS, **IN_CARE), by=("age band", "age band | sex", "team", "legal status")),
    flow("children_starting_to_be_looked_after", Rows(PERIODS, on="started"), by=("age band",)),
    flow("children_ceasing_to_be_looked_after", Rows(PERIODS, on="ceased"), by=("reason",)),
    flow("lac_ceased_to_permanence", Rows(PERIODS, on="ceased", where=("to_permanence",))),
    flow("lac_ceased_by_guardianship_or_adoption", Rows(PERIODS, on="ceased", where=("by_guardianship_or_adoption",))),
    flow("lac_reviews", Rows("lac_reviews", on="reviewed"), by=FIRST_OR_LATER),
    flow("lac_reviews_in_time", Rows("lac_reviews", on="reviewed", where=("in_time",)), by=FIRST_OR_LATER),
    flow("lac_reviews_late", Rows("lac_reviews", on="reviewed", where=("late",))),
    flow("lac_reviewed_in_year", additive=False), flow("lac_all_reviews_in_time", additive=False),
    flow("lac_visits", Rows("lac_visits", on="visited")),
    flow("lac_visits_in_time", Rows("lac_visits", on="visited", where=("in_time",))),
    flow("lac_visits_in_time_local_standard", Rows("lac_visits", on="visited", where=("in_time_locally",))),
    stock("lac_due_visit", Rows("lac_visits_due", on="month_end", where=("due",)), by=("team",)),
    stock("lac_visited_in_time", Rows("lac_visits_due", on="month_end", where=("due", "in_time")), by=("team",)),
    stock("lac_due_health_assessment", Rows(PERIODS, **A_YEAR_IN_CARE)),
    stock("lac_health_assessment_up_to_date", Rows(PERIODS, where=("health_assessed",), as_returned=True, **A_YEAR_IN_CARE)),
    stock("lac_due_dental_check", Rows(PERIODS, **A_YEAR_IN_CARE)),
    stock("lac_dental_check_up_to_date", Rows(PERIODS, where=("teeth_checked",), as_returned=True, **A_YEAR_IN_CARE)),
    stock("lac_due_pep", Rows(PERIODS, **DUE_PEP)),
    stock("lac_with_pep", Rows(PERIODS, where=("with_pep",), as_returned=True, **DUE_PEP)),
    stock("lac_with_up_to_date_pep", Rows(PERIODS, where=("pep_up_to_date",), as_returned=True, **DUE_PEP)),
    stock("lac_due_plan", Rows(PERIODS, **DUE_PLAN)),
    stock("lac_with_up_to_date_plan", Rows(PERIODS, where=("plan_up_to_date",), as_returned=True, **DUE_PLAN)),
    flow("lac_review_participation_due", Rows("lac_reviews_from_four", on="reviewed"), by=("age",)),
    flow("lac_review_participants", Rows("lac_reviews_from_four", on="reviewed", where=("took_part",)), by=("age",)),
)
