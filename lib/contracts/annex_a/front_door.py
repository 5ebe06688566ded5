"""Annex A lists 1 to 4: contacts, early help assessments, referrals and assessments."""

from lib.contracts.annex_a.people import ALLOCATION, DISABILITY, HALF_A_YEAR, PERSON, source
from lib.contracts.lists import CODE, DATE, NUMBER, TEXT, YES_NO, Code, Column, List

# Codes of the children in need census for who made a referral. Early help (5D) came after the 2020 layout.
SOURCES = (
    Code("1A", "Individual: family member, relative or carer", ("Family member, relative or carer", "Family member / relative / carer",
                                                                "Family member", "Relative", "Parent or carer")),
    Code("1B", "Individual: acquaintance", ("Acquaintance", "Individual - acquaintance eg. neighbours / child minders",
                                            "Individual - acquaintance including neighbours and child minders")),
    Code("1C", "Individual: self", ("Self", "Self referral")),
    Code("1D", "Individual: other", ("Other individual", "Individual - other including strangers",
                                     "Individual - other individuals e.g. strangers / MPs")),
    Code("2A", "Schools", ("School",)),
    Code("2B", "Education services", ("Education",)),
    Code("3A", "Health services: general practitioner", ("General practitioner", "GP", "Health services - GP")),
    Code("3B", "Health services: health visitor", ("Health visitor",)),
    Code("3C", "Health services: school nurse", ("School nurse",)),
    Code("3D", "Health services: other primary health services", ("Other primary health services", "Health services - other primary health",
                                                                  "Other primary health")),
    Code("3E", "Health services: accident and emergency department", ("Accident and emergency department", "A&E", "Health services - A&E")),
    Code("3F", "Health services: other", ("Other health services", "Health services - other eg. hospice",
                                          "Health services - other for example hospice", "Hospice")),
    Code("4", "Housing", ("Local authority housing or housing association", "Housing - local authority housing or housing association")),
    Code("5A", "LA services: social care", (
        "Social care", "LA services - social care for example adults social care services",
        "LA services - social care, for example, from another local authority's adults social care",
        "LA services - social care, for example, from another local authority's adults social care services")),
    Code("5B", "LA services: other internal", ("Other internal",)),
    Code("5C", "LA services: external", (
        "External", "LA services - external, for example, from another local authority's adults social care services")),
    Code("5D", "LA services: early help", ("Early help",)),
    Code("6", "Police"),
    Code("7", "Other legal agency", ("Other legal agency - including courts, probation, immigration, CAFCASS or prison",
                                     "Other legal agency - incl. courts, probation, immigration, CAFCASS or prison", "Courts", "Probation",
                                     "CAFCASS")),
    Code("8", "Other", ("Other - including children's centres, independent agency providers or voluntary organisations",
                        "Other - including children's centres, independent agency providers or voluntary")),
    Code("9", "Anonymous"),
    Code("10", "Unknown", ("Not known",)),
)

CONTACTS = List(
    key="contacts", title="List 1: contacts", annex="A list 1", source=source(1), window=HALF_A_YEAR,
    identifies=("child", "date_of_contact", "source"), dated="date_of_contact",
    columns=(
        *PERSON,
        Column("date_of_contact", "Date of Contact", DATE, spellings=("Contact date", "Date contact received", "Contact start date")),
        Column("source", "Contact Source", CODE, codes=SOURCES, spellings=(
            "Source of contact", "Contact source description", "Contact from")),
    ))

EARLY_HELP_ASSESSMENTS = List(
    key="early_help_assessments", title="List 2: early help assessments", annex="A list 2", source=source(2), window=HALF_A_YEAR,
    identifies=("child", "assessment_started", "organisation"), dated="assessment_started",
    spans=(("assessment_started", "assessment_completed"),),
    columns=(
        *PERSON,
        Column("assessment_started", "Assessment start date", DATE, spellings=("Early help assessment start date", "EHA start date")),
        Column("assessment_completed", "Assessment completion date", DATE, blank=True, spellings=(
            "Early help assessment completion date", "Assessment end date", "EHA end date", "Date assessment completed")),
        Column("organisation", "Organisation completing assessment", TEXT, spellings=(
            "Organisation", "EHA completed by team", "Completed by")),
    ))

REFERRALS = List(
    key="referrals", title="List 3: referrals", annex="A list 3", source=source(3), window=HALF_A_YEAR,
    identifies=("child", "date_of_referral", "source"), dated="date_of_referral",
    columns=(
        *PERSON,
        Column("date_of_referral", "Date of Referral", DATE, spellings=("Referral date", "Date referral received", "Date of the referral")),
        Column("source", "Referral Source", CODE, codes=SOURCES, spellings=(
            "Source of referral", "Referral source description", "Referred by")),
        Column("no_further_action", "Referral NFA?", YES_NO, spellings=("NFA", "Referral no further action", "No further action")),
        Column("referrals_in_12_months", "Number of Referrals in Last 12 Months", NUMBER, spellings=(
            "No. of referrals in last 12 months", "Referrals in last 12 months", "Number referrals last 12 mths")),
        *ALLOCATION,
    ))

ASSESSMENTS = List(
    key="assessments", title="List 4: assessments", annex="A list 4", source=source(4), window=HALF_A_YEAR,
    identifies=("child", "assessment_started"), dated="authorised", spans=(("assessment_started", "authorised"),),
    columns=(
        *PERSON, DISABILITY,
        Column("assessment_started", "Continuous Assessment Start Date", DATE, spellings=(
            "Continuous assessment date started", "Single assessment start date", "Child and family assessment start date")),
        Column("child_seen", "Child Seen During Continuous Assessment", YES_NO, spellings=("Child seen during assessment", "Child seen")),
        Column("authorised", "Continuous Assessment Date of Authorisation", DATE, blank=True, spellings=(
            "Continuous assessment authorisation date", "Date of authorisation", "Authorisation date", "Date authorised",
            "Assessment date of authorisation", "Assessment authorisation date")),
        Column("requires_support", "Was the child assessed as requiring LA children's social care support?", YES_NO, blank=True, spellings=(
            "Was the child assessed as requiring local authority children's social care support", "Requires social care support",
            "Child assessed as requiring LA children's social care support")),
        *ALLOCATION,
    ))

LISTS = (CONTACTS, EARLY_HELP_ASSESSMENTS, REFERRALS, ASSESSMENTS)
