"""The local lists: what reports need and Annex A lacks. They are this workbook's own, a sheet a list, in any workbook of a month."""

from lib.contracts.annex_a.looked_after_children import PLACEMENT_TYPES, PROVIDERS
from lib.contracts.annex_a.people import CHILD, TEAM
from lib.contracts.lists import CODE, DATE, IDENTIFIER, NUMBER, TEXT, TIME, YES_NO, Code, Column, List

OWN = "this workbook's own definition"
WORKING_TOGETHER = f"{OWN}; steps and their limits as in Working Together to Safeguard Children (Department for Education)"
REGULATIONS = f"{OWN}; as the Care Planning, Placement and Case Review (England) Regulations 2010 require"
SSDA903 = f"{OWN}; codes of the SSDA903 return (Department for Education, guide to the children looked after return)"
CENSUS = f"{OWN}; roles and full-time equivalents as in the children's social work workforce census (Department for Education)"

TEAM_IF_ANY = Column("team", TEAM.title, TEXT, blank=True, spellings=TEAM.spellings)

STEPS = (
    Code("contact", "Contact"),
    Code("missing_notification", "Missing notification", ("Missing child notification", "Missing from home notification")),
    Code("referral", "Referral"),
    Code("initial_assessment", "Initial assessment"),
    Code("core_assessment", "Core assessment"),
    # An update of an earlier core assessment: kept apart, so that core assessments are counted once.
    Code("updated_core_assessment", "Updated core assessment", ("Core assessment update", "Update core assessment")),
    Code("assessment", "Assessment", (
        "Child and family assessment", "C&F assessment", "CAFA", "Single assessment", "Continuous assessment")),
    Code("exploitation_assessment", "Exploitation assessment", (
        "Child exploitation assessment", "CE assessment", "CSE assessment", "CE/CSE assessment",
        "Child sexual exploitation assessment")),
    Code("strategy_discussion", "Strategy discussion", ("Strategy meeting",)),
    Code("section_47", "Section 47 enquiry", ("Section 47", "S47", "S47 enquiry")),
)

OUTCOMES = (
    Code("referral", "Referral", ("Progress to referral",)),
    Code("early_help", "Early help or another agency", (
        "Early help", "Early help or other agency", "Other agency", "Step down", "Step down to early help")),
    Code("advice", "Advice", ("Information and advice", "Advice and information")),
    Code("no_further_action", "No further action", ("NFA", "Close", "Close case", "Closed", "Case closed")),
    Code("assessment", "Assessment", ("Child and family assessment",)),
    Code("section_47", "Section 47 enquiry", ("Section 47", "S47")),
    Code("ongoing_involvement", "Ongoing social care involvement", ("Ongoing involvement", "Continued social care involvement")),
    Code("out_of_area", "Out of area", ("Passed to another authority", "Transfer to another LA")),
    Code("strategy_discussion", "Strategy discussion", ("Strategy meeting", "Strat")),
    Code("child_in_need_plan", "Child in need plan", ("CIN plan",)),
    Code("continue_current_plan", "Continue with the current plan", ("Continue current plan",)),
    Code("review_only", "Review only", ("Review assessment only",)),
    Code("single_agency", "Single agency", ("Single agency assessment", "Single agency enquiry")),
    Code("continuing_risk", "Substantiated, child at continuing risk", (
        "Continuing risk", "Concerns substantiated and child at continuing risk of significant harm")),
    Code("substantiated_no_continuing_risk", "Substantiated, child not at continuing risk", (
        "Substantiated no continuing risk", "Concerns substantiated but child not at continuing risk of significant harm")),
    Code("not_substantiated", "Concerns not substantiated", ("Not substantiated",)),
    Code("other", "Other"),
)

NEXT_ACTIONS = (
    Code("initial_conference", "Initial child protection conference", ("Initial conference", "ICPC")),
    Code("child_in_need_plan", "Child in need plan", ("CIN plan", "CIN")),
    Code("no_further_action", "No further action", ("NFA",)),
    Code("other", "Other"),
)

CONCERNS = (
    Code("neglect", "Neglect", ("NEG",)),
    Code("physical", "Physical abuse", ("Physical", "PHY")),
    Code("sexual", "Sexual abuse", ("Sexual", "SAB")),
    Code("emotional", "Emotional abuse", ("Emotional", "EMO")),
    Code("sexual_exploitation", "Sexual exploitation", ("Child sexual exploitation", "CSE")),
    Code("criminal_exploitation", "Criminal exploitation", ("Child criminal exploitation", "CCE", "County lines")),
    Code("other", "Other"),
)

WORKFLOW_STEPS = List(
    key="workflow_steps", title="Workflow steps", source=WORKING_TOGETHER, identifies=("child", "step", "started", "finished"),
    dated="started", spans=(("started", "finished"),),
    columns=(
        CHILD,
        Column("step", "Step", CODE, codes=STEPS, spellings=("Workflow step", "Step type", "Type of step")),
        Column("started", "Started", TIME, spellings=("Start", "Date started", "Start date", "Start date and time", "Received")),
        Column("timescale_from", "Timescale from", DATE, blank=True, spellings=("Timescale runs from", "Timescale start date")),
        Column("screened", "Screened", TIME, blank=True, spellings=("Date screened", "Screening date", "Screened date and time")),
        Column("due", "Due", DATE, blank=True, ahead=True, spellings=("Due date", "Date due")),
        Column("finished", "Finished", TIME, blank=True, spellings=(
            "Date finished", "Finish date", "Completed", "Date completed", "Finish date and time", "Decided")),
        Column("outcome", "Outcome", CODE, blank=True, codes=OUTCOMES, spellings=("Step outcome", "Decision")),
        Column("next_action", "Next action", CODE, blank=True, codes=NEXT_ACTIONS, spellings=("Section 47 next action",)),
        Column("concern", "Concern", CODE, blank=True, codes=CONCERNS, spellings=("Main concern", "Category of concern")),
        Column("child_seen", "Child seen", DATE, blank=True, spellings=("Date child seen", "Date child first seen", "Child first seen")),
        TEAM_IF_ANY,
    ))

SOCIAL_CARE_BEFORE = (
    Code("initial_assessment", "Initial assessment"),
    Code("core_assessment", "Core assessment"),
    Code("assessment", "Assessment", ("Child and family assessment",)),
    Code("child_in_need_plan", "Child in need plan", ("CIN plan", "CIN")),
    Code("child_protection_plan", "Child protection plan", ("CP plan", "CPP", "CP")),
    Code("looked_after", "Looked after", ("LAC", "Looked after child", "Care")),
    Code("none", "No social care before", ("None", "No", "Not stepped down")),
)

CLOSURE_REASONS = (
    Code("needs_met", "Needs met"),
    Code("stepped_up", "Stepped up to social care", ("Stepped up", "Step up", "Step up to social care")),
    Code("consent_withdrawn", "Consent withdrawn"),
    Code("moved_away", "Moved away", ("Moved",)),
    Code("no_action", "No action", ("No further action", "NFA")),
    Code("other", "Other"),
)

LEAD_ORGANISATIONS = (
    Code("education", "Education", ("School", "Schools")),
    Code("health", "Health"),
    Code("early_years", "Early years", ("Children's centre",)),
    Code("family_support", "Family support"),
    Code("voluntary_sector", "Voluntary sector", ("Voluntary",)),
    Code("other", "Other"),
)

EARLY_HELP_EPISODES = List(
    key="early_help_episodes", title="Early help episodes", source=OWN, identifies=("child", "started"), spans=(("started", "ended"),), ends=("ended",),
    columns=(
        CHILD,
        Column("started", "Early help start date", DATE, spellings=("Start date", "Start", "Episode start date", "Started")),
        Column("ended", "Early help end date", DATE, blank=True, spellings=("End date", "End", "Episode end date", "Ended")),
        Column("stepped_down_from", "Stepped down from", CODE, blank=True, codes=SOCIAL_CARE_BEFORE, spellings=("Step down from",)),
        Column("closure_reason", "Closure reason", CODE, blank=True, codes=CLOSURE_REASONS, spellings=(
            "Early help closure reason", "Reason closed")),
        Column("lead_organisation", "Lead organisation", CODE, blank=True, codes=LEAD_ORGANISATIONS, spellings=(
            "Lead agency", "Lead professional's organisation")),
        Column("locality", "Locality", TEXT, blank=True, spellings=("Area", "Locality team")),
    ))

CHILD_IN_NEED = Code("CIN", "Child in need", ("CIN visit", "CIN plan", "Child in need plan", "Child in need visit"))
PROTECTION = Code("CP", "Child protection", ("CPP", "CP plan", "CP visit", "CP review", "Child protection plan", "Child protection visit",
                                             "Child protection review", "Review child protection conference", "RCPC"))
LOOKED_AFTER = Code("LAC", "Looked after", ("CLA", "LAC visit", "LAC review", "Looked after child", "Looked after review",
                                           "Looked after visit", "Care plan"))

VISITS = List(
    key="visits", title="Visits", source=REGULATIONS, identifies=("child", "visit_type", "visited", "due"), dated="visited",
    columns=(
        CHILD,
        Column("visit_type", "Visit type", CODE, codes=(CHILD_IN_NEED, PROTECTION, LOOKED_AFTER), spellings=(
            "Type of visit", "Visit kind")),
        Column("visited", "Visit date", DATE, blank=True, spellings=("Date of visit", "Date visited", "Visited")),
        Column("due", "Due", DATE, blank=True, ahead=True, spellings=(
            "Visit due", "Due date", "Date due", "Visit due date", "Date visit due")),
        Column("local_due", "Local due", DATE, blank=True, ahead=True, spellings=("Local due date", "Due by the local standard")),
        Column("child_seen", "Child seen", YES_NO, blank=True, spellings=("Was the child seen", "Seen")),
        TEAM_IF_ANY,
    ))

# Codes of the SSDA903 return.
PARTICIPATION = (
    Code("PN0", "Under four at the time of the review", ("Child aged under 4 at the time of the review",)),
    Code("PN1", "Attended and spoke for themselves", ("Child attends and speaks for themselves",)),
    Code("PN2", "Attended and an advocate spoke", ("Child attends and an advocate speaks",)),
    Code("PN3", "Attended and conveyed views without words", ("Child attends and conveys views symbolically",)),
    Code("PN4", "Attended without contributing", ("Child attends but does not contribute",)),
    Code("PN5", "Did not attend, an advocate conveyed views", ("Child does not attend, advocate briefed",)),
    Code("PN6", "Did not attend, views sent by other means", ("Child does not attend, views conveyed by other means",)),
    Code("PN7", "Did not attend, views not conveyed", ("Child does not attend nor convey views",)),
)

REVIEWS = List(
    key="reviews", title="Reviews", source=f"{REGULATIONS}; participation by the codes of the SSDA903 return",
    identifies=("child", "review_type", "reviewed", "due"), dated="reviewed",
    columns=(
        CHILD,
        Column("review_type", "Review type", CODE, codes=(PROTECTION, LOOKED_AFTER), spellings=("Type of review", "Review kind")),
        Column("reviewed", "Review date", DATE, blank=True, spellings=("Date of review", "Date reviewed", "Reviewed")),
        Column("due", "Due", DATE, blank=True, ahead=True, spellings=(
            "Review due", "Due date", "Date due", "Review due date", "Date review due")),
        Column("first_review", "First review", YES_NO, blank=True, spellings=("Is this the first review", "First")),
        Column("participation", "Participation", CODE, blank=True, codes=PARTICIPATION, spellings=(
            "Participation code", "Child's participation")),
        Column("outcome", "Review outcome", CODE, blank=True, spellings=("Outcome", "Outcome of review"), codes=(
            Code("continues", "Plan continues", ("Continue", "Continues", "Plan to continue")),
            Code("ends", "Plan ends", ("End", "Ends", "Plan to end", "Plan ended")))),
        TEAM_IF_ANY,
    ))

PLANS = List(
    key="plans", title="Plans", source=WORKING_TOGETHER,
    identifies=("child", "plan_type", "started", "proposed"), spans=(("proposed", "started"), ("started", "ended")), ends=("ended",),
    columns=(
        CHILD,
        Column("plan_type", "Plan type", CODE, spellings=("Type of plan", "Plan kind"), codes=(
            CHILD_IN_NEED, PROTECTION, LOOKED_AFTER, Code("pathway", "Pathway plan"), Code("PEP", "Personal education plan"))),
        Column("proposed", "Proposed", DATE, blank=True, spellings=("Date proposed", "Plan proposed", "Proposed date")),
        Column("started", "Plan start", DATE, blank=True, spellings=("Start", "Start date", "Plan start date", "Started")),
        Column("updated", "Updated", DATE, blank=True, spellings=("Date updated", "Plan updated", "Last updated")),
        Column("review_due", "Review due", DATE, blank=True, ahead=True, spellings=(
            "Plan review due", "Review due date", "Date review due")),
        Column("ended", "Plan end", DATE, blank=True, spellings=("End", "End date", "Plan end date", "Ended")),
        Column("end_reason", "End reason", CODE, blank=True, spellings=("Reason ended", "Reason for ending", "Plan end reason"), codes=(
            Code("threshold_not_met", "Threshold no longer met"), Code("looked_after", "Became looked after"),
            Code("moved", "Moved", ("Moved to another authority", "Moved away")), Code("turned_18", "Turned 18", ("Aged 18",)),
            Code("other", "Other"))),
        TEAM_IF_ANY,
    ))

SUPERVISION = List(
    key="supervision", title="Supervision", source=OWN, identifies=("kind", "child", "worker", "supervised"),
    columns=(
        Column("kind", "Supervision kind", CODE, spellings=("Kind", "Kind of supervision", "Supervision type"), codes=(
            Code("case", "Case", ("Case supervision",)), Code("staff", "Staff", ("Worker", "Staff supervision", "Worker supervision")))),
        Column("child", CHILD.title, IDENTIFIER, blank=True, spellings=CHILD.spellings),
        Column("worker", "Worker", IDENTIFIER, blank=True, spellings=("Worker name", "Allocated worker", "Supervisee")),
        TEAM,
        Column("group", "Group", CODE, blank=True, spellings=("Staff group", "Team group"), codes=(
            Code("operational", "Operational", ("Operational teams",)),
            Code("business_support", "Business support", ("Business support teams",)))),
        Column("status", "Status", CODE, blank=True, spellings=("Child's status", "Plan status"), codes=(
            CHILD_IN_NEED, PROTECTION, LOOKED_AFTER,
            Code("LAC_CP", "Looked after and child protection", ("LAC and CP", "LAC & CPP", "CP and LAC")))),
        Column("case_opened", "Case opened", DATE, blank=True, spellings=("Date case opened", "Case open date")),
        Column("due_this_month", "Due this month", YES_NO, blank=True, spellings=("Supervision due this month", "Supervision due")),
        Column("supervised", "Supervision date", DATE, blank=True, spellings=(
            "Date of supervision", "Latest supervision", "Date of latest supervision", "Last supervision date")),
    ))

ROLES = (
    Code("service_manager", "Service manager", ("Head of service",)),
    Code("team_manager", "Team manager", ("Manager", "Assistant team manager")),
    Code("social_worker", "Social worker", ("SW", "Newly qualified social worker", "NQSW", "ASYE")),
    Code("senior_social_worker", "Senior social worker", ("Senior practitioner", "Advanced practitioner")),
    Code("personal_adviser", "Personal adviser", ("Personal advisor", "PA")),
    Code("family_support", "Family support", ("Family support worker",)),
    Code("other", "Other"),
    Code("virtual", "Virtual worker", ("Virtual",)),
)
ROLE = Column("role", "Role", CODE, codes=ROLES, spellings=("Job role", "Post", "Job title"))

WORKFORCE = List(
    key="workforce", title="Workforce", source=CENSUS, identifies=("worker", "team", "started"), spans=(("started", "ended"),), ends=("ended",),
    columns=(
        Column("worker", "Worker", IDENTIFIER, spellings=("Worker name", "Allocated worker", "Name of worker", "Employee")),
        TEAM, ROLE,
        Column("qualified", "Qualified", YES_NO, spellings=(
            "Qualified social worker", "Social work qualification", "Is the worker qualified")),
        Column("contract", "Contract", CODE, spellings=("Contract type", "Type of contract"), codes=(
            Code("permanent", "Permanent", ("Fixed term", "Fixed-term contract")), Code("interim", "Interim", ("Agency", "Locum")))),
        Column("fte", "FTE", NUMBER, spellings=("Full-time equivalent", "Contracted FTE", "Worker FTE")),
        Column("started", "Start in post", DATE, spellings=("Start", "Start date", "Date started", "Started")),
        Column("ended", "End in post", DATE, blank=True, ahead=True, spellings=("End", "End date", "Leaving date", "Date left", "Ended")),
        Column("cases_held", "Cases held", NUMBER, blank=True, spellings=("Number of cases", "Number of cases held", "Cases", "Caseload")),
    ))

ESTABLISHMENT = List(
    key="establishment", title="Establishment", source=CENSUS, identifies=("team", "role", "case_holding"),
    columns=(
        TEAM,
        Column("role", ROLE.title, CODE, blank=True, codes=ROLES, spellings=ROLE.spellings),
        Column("budgeted_fte", "Budgeted FTE", NUMBER, spellings=(
            "Establishment FTE", "Budgeted full-time equivalent", "FTE establishment", "Establishment")),
        Column("case_holding", "Case-holding", YES_NO, blank=True, spellings=(
            "Caseholding", "Case holder", "Case holding post", "Caseholder")),
        Column("confirmed_starters_fte", "Confirmed starters FTE", NUMBER, blank=True, spellings=(
            "Confirmed new starters", "Confirmed new starters FTE", "Confirmed starters")),
    ))

GROUPS = (
    Code("in_house", "In-house", ("In-house fostering",)),
    Code("independent_fostering_agency", "Independent fostering agency", ("IFA", "Agency fostering")),
    Code("residential", "Residential"),
    Code("other", "Other"),
)

PLACEMENT_NIGHTS = List(
    key="placement_nights", title="Placement nights", source=SSDA903,
    identifies=("child", "placement_type", "started"), spans=(("started", "ended"),), ends=("ended",),
    columns=(
        CHILD,
        Column("placement_type", "Placement type", CODE, codes=(*GROUPS, *PLACEMENT_TYPES), spellings=(
            "Type of placement", "Placement group")),
        Column("provider", "Provider", CODE, blank=True, codes=PROVIDERS, spellings=("Placement provider", "Provider of placement")),
        Column("started", "Placement start", DATE, spellings=("Start", "Start date", "Placement start date", "Started")),
        Column("ended", "Placement end", DATE, blank=True, spellings=("End", "End date", "Placement end date", "Ended")),
    ))

LISTS = (WORKFLOW_STEPS, EARLY_HELP_EPISODES, VISITS, REVIEWS, PLANS, SUPERVISION, WORKFORCE, ESTABLISHMENT, PLACEMENT_NIGHTS)
