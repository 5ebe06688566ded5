import pytest

from lib.contracts import lists, local_lists

ALL = lists.all()

# Headings an analyst may give, a line a list.
RETURNED = {
    "workflow_steps": "Child | Step | Started | Timescale from | Screened | Due | Finished | Outcome | Next action | Concern | Child seen"
                      " | Team",
    "early_help_episodes": "Child | Start date | End date | Stepped down from | Closure reason | Lead organisation | Locality",
    "visits": "Child | Visit type | Visit date | Due | Local due | Child seen | Team",
    "reviews": "Child | Review type | Review date | Due | First review | Participation | Outcome | Team",
    "plans": "Child | Plan type | Proposed | Start | Updated | Review due | End | End reason | Team",
    "supervision": "Kind | Child | Worker | Team | Group | Status | Case opened | Due this month | Supervision date",
    "workforce": "Worker | Team | Role | Qualified | Contract | FTE | Start | End",
    "establishment": "Team | Role | Budgeted FTE | Case-holding | Confirmed starters FTE",
    "placement_nights": "Child | Placement type | Provider | Start | End",
}


def headers(line):
    return line.split(" | ")


def column(place):
    each, _, key = place.partition(".")
    return ALL[each].column(key)


def test_every_local_list_is_declared():
    assert [each.key for each in local_lists.LISTS] == list(RETURNED)


@pytest.mark.parametrize("key", RETURNED)
def test_a_local_list_is_recognised_by_short_headings(key):
    said = headers(RETURNED[key])

    found, layout, positions = lists.recognise(said)

    assert (found.key, layout) == (key, "")
    assert list(positions.values()) == list(range(len(said)))


@pytest.mark.parametrize("key", RETURNED)
def test_a_local_list_is_recognised_whatever_its_capitals_and_underscores(key):
    said = headers(RETURNED[key])

    assert lists.recognise([each.upper().replace(" ", "_") for each in said])[2] == lists.recognise(said)[2]


@pytest.mark.parametrize("said", [["Child", "Start date"], ["Child", "Start", "End"], ["Child", "Team"], ["Team", "Role"]])
def test_headings_that_several_local_lists_have_are_not_guessed(said):
    assert lists.recognise(said) is None


def test_a_sheet_of_monthly_figures_is_no_child_level_list():
    assert lists.recognise(["Code", "Title", "Basis", "Breakdown", "Category", "Part", "2020-01", "2020-02", "2020-03"]) is None


@pytest.mark.parametrize("place, cell, key", [
    ("workflow_steps.step", "CSE assessment", "exploitation_assessment"),
    ("workflow_steps.step", "CE/CSE Assessment", "exploitation_assessment"),
    ("workflow_steps.step", "Strategy meeting", "strategy_discussion"), ("workflow_steps.step", "S47", "section_47"),
    ("workflow_steps.step", "Child & Family Assessment", "assessment"), ("workflow_steps.outcome", "Close Case", "no_further_action"),
    ("workflow_steps.outcome", "CIN Plan", "child_in_need_plan"),
    ("workflow_steps.outcome", "Continue with current plan", "continue_current_plan"),
    ("workflow_steps.outcome", "Review Assessment Only", "review_only"), ("workflow_steps.outcome", "Strat", "strategy_discussion"),
    ("workflow_steps.next_action", "ICPC", "initial_conference"), ("workflow_steps.concern", "CSE", "sexual_exploitation"),
    ("early_help_episodes.closure_reason", "Stepped up to social care", "stepped_up"),
    ("early_help_episodes.stepped_down_from", "none", "none"),
    ("visits.visit_type", "CPP", "CP"), ("visits.visit_type", "Child in need", "CIN"), ("reviews.participation", "PN3", "PN3"),
    ("reviews.participation", "PN1 - Attended and spoke", "PN1"), ("reviews.outcome", "Plan ends", "ends"),
    ("plans.plan_type", "PEP", "PEP"),
    ("plans.plan_type", "Pathway plan", "pathway"), ("supervision.status", "LAC & CPP", "LAC_CP"), ("supervision.kind", "Case", "case"),
    ("supervision.group", "Business Support", "business_support"), ("workforce.contract", "Agency", "interim"),
    ("workforce.qualified", "Y", "yes"),
    ("workforce.role", "Senior practitioner", "senior_social_worker"), ("establishment.role", "Virtual", "virtual"),
    ("placement_nights.placement_type", "IFA", "independent_fostering_agency"), ("placement_nights.placement_type", "In-House", "in_house"),
    ("placement_nights.placement_type", "a) U1: Foster placement - relatives - long term", "U1"),
    ("placement_nights.placement_type", "Other", "other"),
    ("placement_nights.placement_type", "Z1: Other placements", "Z1"), ("placement_nights.provider", "PR4", "PR4")])
def test_codes_of_local_lists_are_read_as_councils_spell_them(place, cell, key):
    assert lists.code(column(place), cell) == key


@pytest.mark.parametrize("place", [
    "visits.due", "visits.local_due", "reviews.due", "plans.review_due", "workflow_steps.due", "workforce.ended"])
def test_a_date_that_may_be_to_come_is_declared_as_one(place):
    assert column(place).ahead


@pytest.mark.parametrize("place", ["visits.visited", "reviews.reviewed", "plans.started", "workflow_steps.finished"])
def test_a_date_of_something_done_may_not_be_to_come(place):
    assert not column(place).ahead


@pytest.mark.parametrize("place", ["workflow_steps.started", "workflow_steps.screened", "workflow_steps.finished"])
def test_decisions_keep_their_time_of_day(place):
    assert column(place).kind == lists.TIME


def test_supervision_is_of_a_case_or_of_a_worker():
    assert column("supervision.child").blank and column("supervision.worker").blank


def test_a_list_of_what_is_open_or_in_post_has_no_month_of_its_own():
    stocks = [each.key for each in local_lists.LISTS if not each.dated]

    assert stocks == ["early_help_episodes", "plans", "supervision", "workforce", "establishment", "placement_nights"]
