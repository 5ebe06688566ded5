"""Annex A list 8: children looked after, with their legal status, placement, reviews, visits and health."""

from lib.contracts.annex_a.people import ALLOCATION, DISABILITY, HALF_A_YEAR, NEEDS, PERSON, source
from lib.contracts.lists import CODE, DATE, IDENTIFIER, NUMBER, TEXT, YES_NO, Code, Column, List

# Codes of the SSDA903 return.
LEGAL_STATUSES = (
    Code("C1", "Interim care order", ("ICO",)),
    Code("C2", "Full care order", ("FCO", "Care order")),
    Code("D1", "Freeing order"),
    Code("E1", "Placement order"),
    Code("V2", "Single period of accommodation under section 20", ("Single period under S20", "Section 20", "S20")),
    Code("V3", "Short term breaks, episodes recorded", ("Short breaks, episodes recorded",)),
    Code("V4", "Short term breaks, agreements recorded", ("Short breaks, agreements recorded",)),
    Code("J1", "Remanded to local authority accommodation or youth detention", ("Remanded to LA or youth detention", "Remand")),
    Code("J2", "Local authority accommodation under PACE", ("LA accommodation under PACE", "PACE")),
    Code("J3", "Youth rehabilitation order"),
    Code("L1", "Police protection in local authority accommodation", ("Police protection LA accommodation", "Police protection")),
    Code("L2", "Emergency protection order", ("EPO",)),
    Code("L3", "Child assessment order in local authority accommodation", (
        "Child assessment order LA accommodation", "Child assessment order")),
)

# Codes of the SSDA903 return. Special guardianship was E43 and E44 before E45 to E48 told the new guardians apart.
REASONS_CEASED = (
    Code("E11", "Adopted, application unopposed"),
    Code("E12", "Adopted, consent dispensed with", ("Adopted - consent dispensed",)),
    Code("E13", "Left to live with parents, relatives or another person with no parental responsibility", (
        "Parents, relatives or other with no parental responsibility",)),
    Code("E14", "Accommodation on remand ended"),
    Code("E15", "Age assessment determined child was 18 or over"),
    Code("E16", "Child moved abroad", ("Moved abroad",)),
    Code("E17", "Aged 18 or over and remained with current carers", ("Aged 18+ and remained with current carers",)),
    Code("E2", "Died"),
    Code("E3", "Care taken by another authority", ("Care taken by another LA", "Care taken over by another LA in the UK")),
    Code("E4A", "Returned home to live with parents or relatives, part of planning"),
    Code("E4B", "Returned home to live with parents or relatives, not part of planning"),
    Code("E41", "Residence order or child arrangements order granted", ("Residence order granted", "Child arrangements order granted")),
    Code("E43", "Special guardianship order, former foster carer"),
    Code("E44", "Special guardianship order, other carer"),
    Code("E45", "Special guardianship order, former carer who is a relative or friend", (
        "Special Guardianship Orders - former carer relative/friend",)),
    Code("E46", "Special guardianship order, former carer who is not", ("Special Guardianship Orders - former carer other",)),
    Code("E47", "Special guardianship order, relative or friend", ("Special Guardianship Orders - relative/friend",)),
    Code("E48", "Special guardianship order, other", ("Special Guardianship Orders - other",)),
    Code("E5", "Moved into independent living with support", ("Moved into independent living - supported",)),
    Code("E6", "Moved into independent living without support", ("Moved into independent living - no support",)),
    Code("E7", "Transferred to residential care funded by adult social care", (
        "Transferred to residential care funded by adult social services",)),
    Code("E8", "Care ceased for any other reason", ("Any other reason",)),
    Code("E9", "Sentenced to custody"),
    Code("X1", "Code error", ("CodeError",)),
)

# Codes of the SSDA903 return.
PLACEMENT_TYPES = (
    Code("U1", "Foster placement with relative or friend, long term", ("Foster placement - relatives - long term",)),
    Code("U2", "Foster placement with relative or friend, also approved adopters", ("Foster placement - relative - FFA",)),
    Code("U3", "Foster placement with relative or friend, neither", ("Foster placement - relative - not FFA",)),
    Code("U4", "Foster placement, long term", ("Foster placement - long term",)),
    Code("U5", "Foster placement with approved adopters", ("Foster placement - FFA",)),
    Code("U6", "Foster placement, neither long term nor with approved adopters", ("Foster placement - not FFA",)),
    Code("A3", "Placed for adoption by consent with current foster carer", ("Placed for adoption - consent - current foster",)),
    Code("A4", "Placed for adoption by consent, not with current foster carer", ("Placed for adoption - consent - not foster",)),
    Code("A5", "Placed for adoption by placement order with current foster carer", ("Placed for adoption - order - foster",)),
    Code("A6", "Placed for adoption by placement order, not with current foster carer", ("Placed for adoption - order - not foster",)),
    Code("P1", "Placed with parents", ("Placed with own parents", "With parents")),
    Code("P2", "Independent living"),
    Code("P3", "Residential employment"),
    Code("H5", "Semi-independent living accommodation", ("Residential accommodation", "Semi-independent living", "Semi-independent")),
    Code("K1", "Secure children's homes", ("Secure children's home", "Secure unit")),
    Code("K2", "Children's homes", ("Children's home",)),
    Code("R1", "Residential care home"),
    Code("R2", "NHS or health trust", ("NHS/Health Trust",)),
    Code("R3", "Family centre or mother and baby unit"),
    Code("R5", "Young offender institution"),
    Code("S1", "Residential school"),
    Code("Z1", "Other placements", ("Other placement",)),
    Code("T0", "Temporary placement"),
    Code("T1", "Temporary placement, hospital"),
    Code("T2", "Temporary placement, holiday"),
    Code("T3", "Temporary placement, carer's holiday", ("Temporary placement - carer holiday",)),
    Code("T4", "Temporary placement, seven days or less"),
)

# Codes of the SSDA903 return.
PROVIDERS = (
    Code("PR0", "Parents or others with parental responsibility", ("Parents/Parental responsibility", "Parents")),
    Code("PR1", "Own provision", ("Own provision by the LA", "In-house")),
    Code("PR2", "Other authority's provision", ("Other LA provision",)),
    Code("PR3", "Other public provision"),
    Code("PR4", "Private provision", ("Private",)),
    Code("PR5", "Voluntary or third sector provision", ("Voluntary/third sector", "Voluntary", "Third sector")),
)

PERMANENCE_PLANS = (
    Code("return", "Return to family", ("Return home", "Rehabilitation home")),
    Code("adoption", "Adoption"),
    Code("guardianship", "Special guardianship or child arrangements order", ("SGO/CAO", "SGO", "CAO")),
    Code("supported_living", "Supported living in the community", ("Supported living",)),
    Code("residential", "Long-term residential placement", ("Long-term residential", "Residential")),
    Code("fostering", "Long-term fostering", ("Fostering",)),
    Code("other", "Other"),
)

LOCATIONS = (
    Code("in", "Inside the authority's area", ("Inside", "In area", "In borough", "In county", "Inside LA")),
    Code("out", "Outside the authority's area", ("Outside", "Out of area", "Out of borough", "Out of county", "Outside LA")),
)

ASYLUM_SEEKING = Column("asylum_seeking", "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)", YES_NO, spellings=(
    "Unaccompanied Asylum Seeking Child", "UASC", "UASC within the last 12 months"))

PERIOD_OF_CARE = (
    Column("started", "Date Started to be Looked After", DATE, spellings=(
        "Date became looked after", "Looked after start date", "LAC start date", "CLA start date")),
    Column("category_of_need", "Child's Category of Need", CODE, codes=NEEDS, spellings=("Category of need",)),
    Column("second_period", "Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)", YES_NO,
        spellings=("Second or subsequent period of being a looked after child within the last 12 months",
                   "Second or subsequent period of being looked after")),
    Column("legal_status_started", "Start date of current legal status", DATE, spellings=(
        "Current legal status start date", "Legal status start date")),
    Column("legal_status", "Child's Legal Status", CODE, codes=LEGAL_STATUSES, spellings=("Legal status", "Current legal status")),
)
CARE = (
    Column("latest_review", "Date of Latest Statutory Review", DATE, blank=True, spellings=(
        "Latest statutory review", "Latest statutory review date", "Date of last statutory review", "Last review date")),
    Column("last_visit", "Date of Last Social Work Visit", DATE, blank=True, spellings=(
        "Last social work visit", "Last social work visit date", "Date of latest social work visit")),
    Column("permanence_plan", "What is the permanence plan for this child?", CODE, blank=True, codes=PERMANENCE_PLANS, spellings=(
        "Permanence plan",)),
    Column("last_reviewing_officer_visit", "Date of Last IRO Visit / Contact to the Child", DATE, blank=True, spellings=(
        "Date of last IRO visit", "Last IRO visit", "Date of last independent reviewing officer visit")),
    Column("last_health_assessment", "Date of Last Health Assessment", DATE, blank=True, spellings=(
        "Last health assessment", "Last health assessment date")),
    Column("last_dental_check", "Date of Last Dental Check", DATE, blank=True, spellings=("Last dental check", "Last dental check date")),
    Column("placements_in_12_months", "Number of Placements in the Last 12 months", NUMBER, spellings=(
        "No. of placements in the last 12 months", "Placements in last 12 months")),
    Column("ceased", "Date Ceased to be Looked After", DATE, blank=True, spellings=(
        "Date looked after ceased", "Looked after end date", "LAC end date", "CLA end date")),
    Column("reason_ceased", "Reason Ceased to be Looked After", CODE, blank=True, codes=REASONS_CEASED, spellings=(
        "Reason looked after ceased", "Reason ceased")),
)
PLACEMENT = (
    Column("placement_started", "Start Date of Most Recent Placement", DATE, spellings=(
        "Most recent placement start date", "Current placement start date")),
    Column("placement_type", "Placement Type", CODE, codes=PLACEMENT_TYPES, spellings=("Type of placement", "Current placement type")),
    Column("placement_provider", "Placement Provider", CODE, codes=PROVIDERS, spellings=("Provider of placement", "Placement provision")),
    Column("placement_postcode", "Placement postcode", TEXT, spellings=("Postcode of placement",)),
    Column("placement_urn", "URN of Placement", IDENTIFIER, blank=True, spellings=("Placement URN", "URN")),
    Column("placement_location", "Placement Location", CODE, codes=LOCATIONS, spellings=("Location of placement",)),
    Column("placement_authority", "LA of Placement", TEXT, spellings=("Placement LA", "Local authority of placement")),
)
MISSING = (
    Column("missing_episodes", "Number of Episodes the Child has been 'Missing' from their Placement in the last 12 months", NUMBER,
        spellings=("Number of missing episodes in the last 12 months", "No. of missing episodes in the last 12 months")),
    Column("absent_episodes", "Number of Episodes the Child has been 'Absent' from their Placement in the last 12 months", NUMBER,
        spellings=("Number of absent episodes in the last 12 months", "No. of absent episodes in the last 12 months")),
    Column("return_interview_offered", "Was the child offered a Return Interview after their last missing episode (Y/N)?", YES_NO,
        blank=True, spellings=("Return interview offered", "Was the child offered a return interview")),
    Column("return_interview_accepted", "Did the child accept a Return Interview after their last missing episode (Y/N)?", YES_NO,
        blank=True, spellings=("Return interview accepted", "Did the child accept a return interview")),
)

LOOKED_AFTER_CHILDREN = List(
    key="looked_after_children", title="List 8: children looked after", annex="A list 8", source=source(8), window=HALF_A_YEAR,
    identifies=("child", "started"), spans=(("started", "ceased"), ("placement_started", "ceased")), ends=("ceased",),
    columns=(*PERSON, ASYLUM_SEEKING, DISABILITY, *PERIOD_OF_CARE, *CARE, *PLACEMENT, *MISSING, *ALLOCATION))

LISTS = (LOOKED_AFTER_CHILDREN,)
