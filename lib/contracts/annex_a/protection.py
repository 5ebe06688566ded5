"""Annex A lists 5 to 7: section 47 enquiries and initial conferences, children in need, and child protection plans."""

from lib.contracts.annex_a.people import ALLOCATION, DISABILITY, HALF_A_YEAR, NEEDS, PERSON, source
from lib.contracts.lists import CODE, DATE, NUMBER, YES_NO, Code, Column, List

# Codes of the children in need census; RC9 came after the 2020 layout.
CLOSURES = (
    Code("RC1", "Adopted"),
    Code("RC2", "Died", ("Death",)),
    Code("RC3", "Child arrangements order", ("Residence order",)),
    Code("RC4", "Special guardianship order"),
    Code("RC5", "Transferred to services of another local authority", (
        "Transferred to another local authority", "Transferred to another LA")),
    Code("RC6", "Transferred to adult social care services", ("Transferred to adult social care", "Transferred to adult services")),
    Code("RC7", "Services ceased for any other reason, including child no longer in need", (
        "Services ceased for any other reason", "Services ceased",
                                                                                          "Child no longer in need", "No longer in need")),
    Code("RC8", "Case closed after assessment, no further action", ("No further action", "NFA")),
    Code("RC9", "Case closed after assessment, referred to early help", ("Referred to early help",)),
)

STATUSES = (
    Code("looked_after", "Looked after child", ("LAC", "CLA", "Looked after", "Child in care")),
    Code("child_protection_plan", "Child protection plan", ("CP", "CPP", "CP plan", "Child protection")),
    Code("child_in_need_plan", "Child in need plan", ("CIN", "CIN plan", "Child in need")),
    Code("open_assessment", "Open assessment", ("Assessment",)),
    Code("closed", "Closed episode", ("Closed", "Closed case")),
)

# Codes of the children in need census.
CATEGORIES = (
    Code("NEG", "Neglect"),
    Code("PHY", "Physical abuse", ("Physical",)),
    Code("SAB", "Sexual abuse", ("Sexual",)),
    Code("EMO", "Emotional abuse", ("Emotional",)),
    Code("MUL", "Multiple or not recommended", ("Multiple", "Not recommended")),
)

SECTION_47_ENQUIRIES = List(
    key="section_47_enquiries", title="List 5: section 47 enquiries and initial child protection conferences", annex="A list 5",
    source=source(5), window=HALF_A_YEAR, identifies=("child", "strategy_discussion", "conference"), dated="strategy_discussion",
    spans=(("strategy_discussion", "conference"),),
    columns=(
        *PERSON, DISABILITY,
        # Blank where a child moved in from another authority: a conference without an enquiry.
        Column("strategy_discussion", "Strategy discussion initiating Section 47 Enquiry Start Date", DATE, blank=True, spellings=(
            "Strategy discussion date", "Date of strategy discussion", "Section 47 enquiry start date", "S47 enquiry start date",
            "Section 47 start date", "S47 start date")),
        Column("conference_unnecessary", "Was an Initial Child Protection Conference deemed unnecessary?", YES_NO, blank=True, spellings=(
            "Was an ICPC deemed unnecessary", "ICPC deemed unnecessary", "Initial child protection conference unnecessary")),
        Column("conference", "Date of Initial Child Protection Conference", DATE, blank=True, spellings=(
            "Date of ICPC", "ICPC date", "Initial child protection conference date")),
        Column("plan_resulted", "Did the Initial Child Protection Conference Result in a Child Protection Plan", YES_NO, blank=True,
            spellings=("Did the ICPC result in a child protection plan", "Did the ICPC result in a CP plan",
                       "ICPC resulted in a child protection plan")),
        Column("enquiries_in_12_months", "Number of Section 47 Enquiries in the last 12 months", NUMBER, spellings=(
            "Number of S47 enquiries in the last 12 months", "No. of section 47 enquiries in the last 12 months")),
        Column("conferences_in_12_months", "Number of ICPCs in the last 12 months", NUMBER, spellings=(
            "Number of initial child protection conferences in the last 12 months", "No. of ICPCs in the last 12 months")),
        *ALLOCATION,
    ))

CHILDREN_IN_NEED = List(
    key="children_in_need", title="List 6: children in need", annex="A list 6", source=source(6), window=HALF_A_YEAR,
    identifies=("child", "started"), spans=(("started", "closed"),), ends=("closed",),
    columns=(
        *PERSON, DISABILITY,
        Column("started", "CIN Start Date", DATE, spellings=(
            "Child in need start date", "Start date of child in need episode", "CIN episode start date")),
        Column("primary_need", "Primary Need Code", CODE, codes=NEEDS, spellings=(
            "Primary need", "Primary need of child", "CIN primary need")),
        Column("last_seen", "Date Child Was Last Seen", DATE, blank=True, spellings=(
            "Date last seen", "Child last seen", "Last seen date")),
        Column("closed", "CIN Closure Date", DATE, blank=True, spellings=(
            "Child in need closure date", "CIN end date", "CIN close date", "Date of closure")),
        Column("reason_for_closure", "Reason for Closure", CODE, blank=True, codes=CLOSURES, spellings=(
            "CIN closure reason", "Closure reason code", "CIN reason for closure", "CIN close reason")),
        Column("case_status", "Case Status", CODE, codes=STATUSES, spellings=("CIN case status", "Status of case")),
        *ALLOCATION,
    ))

CHILD_PROTECTION_PLANS = List(
    key="child_protection_plans", title="List 7: child protection plans", annex="A list 7", source=source(7), window=HALF_A_YEAR,
    identifies=("child", "plan_started"), spans=(("plan_started", "plan_ended"), ("plan_started", "latest_review")), ends=("plan_ended",),
    columns=(
        *PERSON, DISABILITY,
        Column("plan_started", "Child Protection Plan Start Date", DATE, spellings=(
            "CP plan start date", "CPP start date", "Date child protection plan started")),
        Column("initial_category", "Initial Category of Abuse", CODE, codes=CATEGORIES, spellings=("Initial category",)),
        Column("latest_category", "Latest Category of Abuse", CODE, codes=CATEGORIES, spellings=(
            "Latest category", "Current category of abuse", "Category of abuse")),
        Column("last_visit", "Date of the Last Statutory Visit", DATE, blank=True, spellings=(
            "Last statutory visit", "Last statutory visit date", "CP visit date")),
        Column("seen_alone", "Was the Child Seen Alone?", YES_NO, blank=True, spellings=(
            "Seen alone", "Child seen alone", "CP seen alone")),
        Column("latest_review", "Date of latest review conference", DATE, blank=True, spellings=(
            "Date of latest review child protection conference", "Latest review conference", "Latest review conference date",
            "Date of last review conference")),
        Column("plan_ended", "Child Protection Plan End Date", DATE, blank=True, spellings=(
            "CP plan end date", "CPP end date", "Date child protection plan ended")),
        Column("emergency_protection", "Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)",
            YES_NO, spellings=(
            "Subject to Emergency Protection Order or Protected Under Police Powers", "EPO or police powers in last six months",
            "Subject to Emergency Protection Order or Protected Under Police Powers in Last 6 Months")),
        Column("previous_plans", "Number of Previous Child Protection Plans", NUMBER, spellings=(
            "No. of previous child protection plans", "Sum of Number of Previous Child Protection Plans", "Number of previous CP plans",
            "Previous child protection plans")),
        *ALLOCATION,
    ))

LISTS = (SECTION_47_ENQUIRIES, CHILDREN_IN_NEED, CHILD_PROTECTION_PLANS)
