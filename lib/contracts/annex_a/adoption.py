"""Annex A lists 10 and 11: children with a decision to be placed for adoption, and people who offer to adopt."""

from lib.contracts.annex_a.people import A_YEAR, AGE, BORN, CHILD, DISABILITY, ETHNICITY, SEX, source
from lib.contracts.lists import CODE, DATE, IDENTIFIER, NUMBER, YES_NO, Code, Column, List

FAMILY = Column("family", "Family identifier", IDENTIFIER, blank=True, spellings=("Family ID", "Family", "Family reference"))

# Codes of the SSDA903 return for a reversed decision.
REVERSALS = (
    Code("RD1", "The child's needs changed after the decision", ("The child's needs changed subsequent to the decision",)),
    Code("RD2", "The court did not make a placement order"),
    Code("RD3", "Prospective adopters could not be found"),
    Code("RD4", "Any other reason", ("Other",)),
)

DEPARTURES = (
    Code("1", "Adopter withdrew from the process", ("Withdrew", "Adopter withdrew")),
    Code("2", "Process put on hold", ("On hold",)),
    Code("3", "Application refused", ("Refused",)),
)

CHILDREN_FOR_ADOPTION = List(
    key="children_for_adoption", title="List 10: adoption", annex="A list 10", source=source(10), window=A_YEAR,
    identifies=("child", "decision"), ends=("adopted", "decision_reversed"),
    spans=(("entered_care", "placed"), ("entered_care", "adopted"), ("placed", "adopted"), ("decision", "decision_reversed")),
    columns=(
        CHILD, FAMILY, SEX, ETHNICITY, BORN, AGE, DISABILITY,
        Column("entered_care", "Date the Child Entered Care", DATE, spellings=("Date entered care", "Entered care date")),
        Column("decision", "Date of Decision that Child Should be Placed for Adoption", DATE, spellings=(
            "Date of decision to place for adoption", "Date of adoption decision", "Date of should be placed for adoption decision")),
        Column("placement_order", "Date of Placement Order", DATE, blank=True, spellings=("Placement order date",)),
        Column("matched", "Date of Matching Child and Prospective Adopters", DATE, blank=True, spellings=(
            "Date matched", "Date of match", "Matching date")),
        Column("placed", "Date Placed for Adoption", DATE, blank=True, spellings=(
            "Placed for adoption date", "Date of placement for adoption")),
        Column("adopted", "Date of Adoption Order", DATE, blank=True, spellings=("Adoption order date", "Date adopted")),
        Column("decision_reversed", "Date of Decision that Child Should No Longer be Placed for Adoption", DATE, blank=True, spellings=(
            "Date decision reversed", "Date of reversal of decision")),
        Column("reason_reversed", "Reason Why Child No Longer Placed for Adoption", CODE, blank=True, codes=REVERSALS, spellings=(
            "Reason decision reversed", "Reason no longer placed for adoption")),
        Column("fostered_for_adoption", "Date the child was placed for fostering in FFA or concurrent planning placement", DATE, blank=True,
            spellings=("Date placed for fostering for adoption", "Date placed in FFA or concurrent planning placement",
                       "Date the child was placed for fostering in fostering for adoption or concurrent planning placement")),
    ))

ADOPTERS = List(
    key="adopters", title="List 11: adopters", annex="A list 11", source=source(11), window=A_YEAR, identifies=("adopter", "enquired"),
    spans=(("enquired", "left"), ("stage_1_started", "stage_1_ended"), ("stage_2_started", "stage_2_ended"), ("applied", "approved"),
           ("placed", "adopted")),
    columns=(
        Column("adopter", "Individual adopter identifier", IDENTIFIER, spellings=(
            "Adopter identifier", "Individual adopter ID", "Adopter ID", "Adopter")),
        FAMILY, SEX, ETHNICITY,
        Column("disability", "Disability", YES_NO, spellings=("Does the adopter have a disability", "Disabled", "Has disability")),
        Column("fostering_for_adoption", "Is the (prospective) adopter fostering for adoption?", YES_NO, spellings=(
            "Is the prospective adopter fostering for adoption", "Fostering for adoption")),
        Column("enquired", "Date enquiry received", DATE, spellings=("Date of enquiry", "Enquiry date")),
        Column("stage_1_started", "Date Stage 1 started", DATE, blank=True, spellings=("Stage 1 start date", "Stage 1 started")),
        Column("stage_1_ended", "Date Stage 1 ended", DATE, blank=True, spellings=("Stage 1 end date", "Stage 1 ended")),
        Column("stage_2_started", "Date Stage 2 started", DATE, blank=True, spellings=("Stage 2 start date", "Stage 2 started")),
        Column("stage_2_ended", "Date Stage 2 ended", DATE, blank=True, spellings=("Stage 2 end date", "Stage 2 ended")),
        Column("applied", "Date application submitted", DATE, blank=True, spellings=("Application submitted", "Application date")),
        Column("approved", "Date application approved", DATE, blank=True, spellings=("Application approved", "Approval date")),
        Column("matched", "Date adopter matched with child(ren)", DATE, blank=True, spellings=(
            "Date adopter matched with children", "Date matched", "Matching date")),
        Column("placed", "Date child/children placed with adopter(s)", DATE, blank=True, spellings=(
            "Date children placed with adopters", "Date placed with adopters")),
        Column("children_placed", "No. of children placed", NUMBER, blank=True, spellings=("Number of children placed", "Children placed")),
        Column("adopted", "Date of Adoption Order", DATE, blank=True, spellings=("Adoption order date", "Date adopted")),
        Column("left", "Date of leaving adoption process", DATE, blank=True, spellings=("Date left adoption process", "Leaving date")),
        Column("reason_left", "Reason for leaving adoption process", CODE, blank=True, codes=DEPARTURES, spellings=(
            "Reason left adoption process", "Leaving reason")),
    ))

LISTS = (CHILDREN_FOR_ADOPTION, ADOPTERS)
