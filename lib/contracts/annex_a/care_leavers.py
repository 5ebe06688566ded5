"""Annex A list 9: young people receiving leaving care services, in thirteen columns (2020) and in seventeen (2024)."""

from lib.contracts.annex_a.people import ALLOCATION, DISABILITY, PERSON, source
from lib.contracts.lists import CODE, DATE, IDENTIFIER, YES_NO, Code, Column, List

OLDER, NEWER = "2020", "2024"

ELIGIBILITIES = (
    Code("relevant", "Relevant child", ("Relevant",)),
    Code("former_relevant", "Former relevant child", ("Former relevant",)),
    Code("qualifying", "Qualifying care leaver", ("Qualifying", "Qualifying child")),
    Code("eligible", "Eligible child", ("Eligible",)),                     # asked for since 2024
)

# Codes of the SSDA903 return on care leavers.
IN_TOUCH = (
    Code("YES", "In touch", ("Y", "True")),
    Code("NO", "Not in touch", ("N", "False")),
    Code("DIED", "Died", ("Death", "Young person died")),
    Code("REFU", "Refused contact", ("Refused", "Young person refuses contact")),
    Code("NREQ", "No longer requires services", ("Not required", "Services not required", "Young person no longer requires services")),
    Code("RHOM", "Returned home", ("Young person returned home",)),
)

# Codes of the SSDA903 return on care leavers.
ACCOMMODATION = (
    Code("B", "With parents or relatives", ("Parents/relatives",)),
    Code("C", "Community home or residential care", ("Community home/residential care",)),
    Code("D", "Semi-independent or transitional accommodation", (
        "Semi-independent, transitional accommodation and self-contained accommodation", "Semi-independent, transitional accommodation")),
    Code("E", "Supported lodgings"),
    Code("G", "Abroad", ("Gone abroad",)),
    Code("H", "Deported"),
    Code("K", "Ordinary lodgings, without formal support", ("Ordinary lodgings",)),
    Code("R", "Residence not known"),
    Code("S", "No fixed abode or homeless", ("No fixed abode/homeless", "No fixed adobe/homeless", "Homeless", "No fixed abode", "NFA")),
    Code("T", "Foyers and similar supported accommodation", ("Foyer",)),
    Code("U", "Independent living"),
    Code("V", "Emergency accommodation"),
    Code("W", "Bed and breakfast", ("B&B",)),
    Code("X", "In custody", ("Custody",)),
    Code("Y", "Other accommodation"),
    Code("Z", "With former foster carers", ("Former foster carers", "Staying put")),
)

SUITABILITIES = (
    Code("suitable", "Suitable", ("Accommodation considered suitable", "1", "Yes")),
    Code("unsuitable", "Unsuitable", ("Not suitable", "Accommodation considered unsuitable", "2", "No")),
)

# Codes of the SSDA903 return on care leavers. F3 and P3 gave way to apprenticeships (F4, P4) and other training or employment (F5, P5).
ACTIVITIES = (
    Code("F1", "Full time in higher education"),
    Code("P1", "Part time in higher education"),
    Code("F2", "Full time in education other than higher"),
    Code("P2", "Part time in education other than higher"),
    Code("F3", "Full time in training or employment"),
    Code("P3", "Part time in training or employment"),
    Code("F4", "Full time in an apprenticeship", ("Young person engaged full time in an apprenticeship",)),
    Code("P4", "Part time in an apprenticeship", ("Young person engaged part time in an apprenticeship",)),
    Code("F5", "Full time in training or employment, not an apprenticeship", (
        "Young person engaged full time in training or employment, not apprenticeship",)),
    Code("P5", "Part time in training or employment, not an apprenticeship", (
        "Young person engaged part time in training or employment, not apprenticeship",)),
    Code("G4", "Not in education, employment or training: illness or disability"),
    Code("G5", "Not in education, employment or training: other"),
    Code("G6", "Not in education, employment or training: pregnancy or parenting"),
)

CARE_LEAVERS = List(
    key="care_leavers", title="List 9: leaving care services", annex="A list 9", source=source(9),
    identifies=("child",), layouts=(OLDER, NEWER),
    columns=(
        *PERSON,
        Column("asylum_seeking", "Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)", YES_NO, blank=True,
            layouts=(NEWER,), spellings=("UASC", "UASC or formerly UASC if 18 or over", "UASC or formerly UASC")),
        DISABILITY, *ALLOCATION,
        Column("personal_adviser", "Allocated Personal Advisor", IDENTIFIER, layouts=(NEWER,), spellings=(
            "Allocated personal adviser", "Personal adviser", "Personal advisor")),
        Column("eligibility", "Eligibility Category", CODE, codes=ELIGIBILITIES, spellings=("Eligibility", "Category of eligibility")),
        Column("pathway_plan_reviewed", "Latest Pathway Plan Review Date", DATE, blank=True, layouts=(NEWER,), spellings=(
            "Date of latest pathway plan review", "Pathway plan review date")),
        Column("in_touch", "LA in Touch", CODE, codes=IN_TOUCH, spellings=("In touch", "Is LA in touch", "Local authority in touch")),
        Column("latest_contact", "Latest Date of Contact", DATE, blank=True, layouts=(NEWER,), spellings=(
            "Date of latest contact", "Latest contact date")),
        Column("accommodation", "Type of Accommodation", CODE, blank=True, codes=ACCOMMODATION, spellings=(
            "Accommodation type", "Accommodation")),
        Column("suitability", "Suitability of Accommodation", CODE, blank=True, codes=SUITABILITIES, spellings=(
            "Accommodation suitability", "Suitable accommodation")),
        Column("activity", "Activity Status", CODE, blank=True, codes=ACTIVITIES, spellings=("Activity", "Main activity")),
    ))

LISTS = (CARE_LEAVERS,)
