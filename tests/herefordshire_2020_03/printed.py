"""Every cell of the printed document, from the transcription, beside the figure our edition shows in its place."""

import csv
import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from lib import rates

TRANSCRIPTION = Path(__file__).resolve().parent / "transcription"
MARCH, FEBRUARY = "2020-03", "2020-02"
IDENTITY = ("measure", "breakdown", "category", "basis", "month")
NUMBER = re.compile(r"-?\d+(\.\d+)?")
MONTHS = {"Sep-19": "2019-09", "Oct-19": "2019-10", "Nov-19": "2019-11", "Dec-19": "2019-12", "Jan-20": "2020-01", "Feb-20": "2020-02", "Mar-20": "2020-03"}

# The teams of the document, which it spells in several ways.
TEAMS = {"Assessment 1": "Assessment Team 1", "Assessment 2": "Assessment Team 2", "Assessment 3": "Assessment Team 3", "CP &Court 2": "CP & Court 2",
         "CP Court 1": "CP & Court 1", "CP Court 2": "CP & Court 2", "CP Court 3": "CP & Court 3", "LAC 1": "LAC Team 1", "LAC 2": "LAC Team 2",
         "16+": "16+ Team", "16 +": "16+ Team"}
# On its table of social workers with over 20 cases the teams are those of the caseload table.
CASELOAD_TEAMS = {"16+": "16+ Team Allocated worker", "CP Court Team 1": "Child Protection & Court Team 1", "CP Court Team 2": "Child Protection & Court Team 2",
                  "CP Court Team 3": "Child Protection & Court Team 3", "Children With Disabilities": "Children With Disabilities (CSW only)",
                  "Looked After Team 1": "Children and Young People's LAC Team 1", "Looked After Team 2": "Children and Young People's LAC Team 2"}
SOURCES = {
    "Anonymous": "Anonymous", "Education Services": "Education services", "Police": "Police", "Schools": "Schools",
    "Health services - A&E (accident and emergency department)": "Health services: accident and emergency department",
    "Health services - General Practitioner (GP)": "Health services: general practitioner", "Health services - Health Visitor": "Health services: health visitor",
    "Health services - Other eg. hospice": "Health services: other", "Health services - Other primary health": "Health services: other primary health services",
    "Health services - School Nurse": "Health services: school nurse", "Individual - acquaintance eg. neighbours / child minders": "Individual: acquaintance",
    "Individual - family member / relative / carer": "Individual: family member, relative or carer",
    "Individual - other Individuals e.g. strangers / MPs": "Individual: other", "Individual - self": "Individual: self",
    "LA services - social care, for example, from another local authority's adults social care": "LA services: social care",
    "Other - including children's centres, independent agency providers or voluntary": "Other",
    "Other Legal Agency - incl. courts, probation, immigration, CAFCASS or prison": "Other legal agency"}
OUTCOMES = {"CIN Plan": "Child in need plan", "Continue with current plan": "Continue with the current plan", "Review Assessment Only": "Review only",
            "Close Case": "No further action", "Strat": "Strategy discussion"}
CATEGORIES = {"Emotional": "Emotional abuse", "Physical": "Physical abuse", "Sexual": "Sexual abuse", "Neglect": "Neglect"}
STATUSES = {"CIN": "Child in need", "CPP": "Child protection", "LAC": "Looked after", "LAC & CPP": "Looked after and child protection"}
GROUPS = {"In-House": "In-house", "IFA": "Independent fostering agency", "Residential": "Residential", "Other": "Other"}
BANDS = {"within_1_month": "Within 1 month", "from_1_to_2_months": "1 to 2 months", "from_2_to_3_months": "2 to 3 months", "from_4_to_6_months": "4 to 6 months",
         "more_than_6_months": "More than 6 months", "no_complete_step": "None completed", "new_last_30_days_corrected": "None completed, new in the last 30 days"}
BAND_SHARES = {"pct_within_1_month": "Within 1 month", "pct_1_to_2_months": "1 to 2 months", "pct_2_to_3_months": "2 to 3 months"}
COMPARATORS = {"england": "england", "stat_neighbours": "neighbours_mean", "west_midlands": "region", "good_plus_stat_neighbours": "good_neighbours",
               "ofsted_good": "rated_good", "ofsted_outstanding": "rated_outstanding"}
OURS = {"hereford_month": "natural", "hereford_current": "natural", "hereford_ytd": "year_to_date"}
STRIPS = {
    "re-referral %": "rereferrals_percent", "assessments in timescale %": "assessments_completed_in_time_percent",
    "ICPCs in timescale %": "initial_conferences_in_time_percent", "CP rate per 10,000": "children_on_cp_plans_rate",
    "CP plan open 2+ years (those currently CP)": "children_on_cp_plans_2_years_percent",
    "CP second and subsequent plan": "children_on_repeat_cp_plans_within_2_years_percent", "LAC rate per 10,000": "children_looked_after_rate",
    "LAC with 3+ placements in last 12 months": "lac_three_or_more_placements_percent", "LAC 2.5+ years in same placement": "lac_long_term_stable_percent",
    "care leavers 19-21 in touch": "care_leavers_in_touch_percent",
    "care leavers 19-21 in suitable accommodation": "care_leavers_in_suitable_accommodation_percent",
    "care leavers 19-21 in employment, education or training": "care_leavers_in_education_employment_training_percent"}
IN_MONTH = ("rereferrals_percent", "assessments_completed_in_time_percent", "initial_conferences_in_time_percent")
BENCHMARKS = ("rereferral_benchmark", "assessments_timescale_benchmark", "icpc_benchmark", "cp_rate_benchmark", "cp_2plus", "cp_second_subsequent",
              "lac_rate_benchmark", "placement_benchmarks", "care_leaver_benchmarks")
LEAVERS = {"Cohort": "care_leavers", "LA in Touch": "care_leavers_in_touch_percent", "In Suitable Accommodation": "care_leavers_in_suitable_accommodation_percent",
           "In Education, Employment or Training": "care_leavers_in_education_employment_training_percent"}


@dataclass(frozen=True)
class Cell:
    """A printed cell: the table and row it stands in, the figure it is one of (`part` of it, or a comparator beside it), and what is printed."""

    where: str
    measure: str
    breakdown: str
    category: str
    basis: str
    month: str
    part: str
    printed: str

    @property
    def key(self):
        return self.measure, self.breakdown, self.category, self.basis, self.month

    @property
    def decimals(self):
        return len(self.printed.partition(".")[2])


def read(name):
    with open(TRANSCRIPTION / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def cells():
    """Every printed cell that holds a number."""
    every = [*stated(), *contacts(), *assessments(), *plans(), *supervision(), *visits(), *nights(), *leavers(), *caseloads(), *strips()]
    return [cell for cell in every if NUMBER.fullmatch(cell.printed)]


def stated():
    for row in read("stated"):
        yield Cell(f"section {row['section']}, text", row["measure"], row["breakdown"], row["category"], row["basis"], row["month"], row["part"], row["printed"])


def contacts():
    columns = {"contacts": "contacts", "pct_of_contacts": "contacts_share_percent", "referrals": "referrals", "pct_of_referrals": "referrals_share_percent",
               "pct_contacts_progressed": "contacts_progressed_to_referral_percent"}
    for row in read("contacts_by_source"):
        total = row["is_total"] == "yes"
        place = ("", "") if total else ("source", SOURCES[row["source"]])
        yield from (Cell(f"contacts by source, {row['source']}", measure, *place, "in_month", MARCH, "value", row[column]) for column, measure in columns.items())


def assessments():
    tables = {"assessments_by_team": {"completed": ("assessments_completed", "in_month"), "pct_in_timescale": ("assessments_completed_in_time_percent", "in_month"),
                                      "pct_seen_in_3_days": ("assessments_child_seen_in_3_days_percent", "in_month")},
              "incomplete_assessments_by_team": {"awaiting_completion": ("assessments_open", "month_end"), "beyond_45_days": ("assessments_open_over_45_days", "month_end"),
                                                 "beyond_45_pct_printed": ("assessments_open_over_45_days_percent", "month_end")}}
    for table, columns in tables.items():
        for row in read(table):
            yield from (Cell(f"{table}, {row['team']}", measure, *_team(row), basis, MARCH, "value", row[column]) for column, (measure, basis) in columns.items())
    for row in read("assessment_outcomes"):
        strategy = "Strategy meeting" if row["referral_outcome"] == "Strategy Meeting" else "No strategy meeting"
        yield Cell(f"assessment outcomes, {row['referral_outcome']}, {row['assessment_outcome']}", "assessments_completed", "outcome | strategy meeting",
                   f"{OUTCOMES[row['assessment_outcome']]} | {strategy}", "in_month", MARCH, "value", row["count"])


def _team(row, names=TEAMS):
    return ("", "") if row.get("is_total") == "yes" else ("team", names.get(row["team"], row["team"]))


def plans():
    for row in read("cin_by_team"):
        total = row["is_total"] == "yes"
        breakdown, team = _team(row)
        yield Cell(f"CIN plans, {row['team']}", "children_on_cin_plans", breakdown, team, "month_end", MARCH, "value", row["total_known_cin"])
        for column, stage in (("incoming_or_proposed", "Proposed"), ("started_or_complete", "Started")):
            place = ("stage", stage) if total else ("team | stage", f"{team} | {stage}")
            yield Cell(f"CIN plans, {row['team']}, {stage}", "children_on_cin_plans", *place, "month_end", MARCH, "value", row[column])
    for row in read("cp_category_by_month"):
        place = ("category of abuse", CATEGORIES[row["category"]], "month_end", MONTHS[row["month"]], "value")
        yield Cell(f"plan category, {row['category']}, {row['month']}", "children_on_cp_plans", *place, row["count"])
        yield Cell(f"plan category, {row['category']}, {row['month']}, share", "children_on_cp_plans_share_percent", *place, row["pct_printed"])


def supervision():
    for table, dimension, names in (("supervision_by_team", "team", {}), ("supervision_by_status", "status", STATUSES)):
        for row in read(table):
            total, name = row["is_total"] == "yes", names.get(row[dimension], row[dimension])
            whole = ("", "") if total else (dimension, name)
            where = f"{table}, {row[dimension]}"
            yield Cell(where, "cases_under_supervision", *whole, "month_end", MARCH, "value", row["grand_total"])
            yield Cell(f"{where}, within 3 months", "cases_supervised_in_3_months_percent", *whole, "month_end", MARCH, "value", row["pct_within_3_months"])
            for bands, measure in ((BANDS, "cases_under_supervision"), (BAND_SHARES, "cases_under_supervision_share_percent")):
                for column, band in bands.items():
                    place = ("time since supervision", band) if total else (f"{dimension} | time since supervision", f"{name} | {band}")
                    yield Cell(f"{where}, {column}", measure, *place, "month_end", MARCH, "value", row[column])
    for row in read("worker_supervision"):
        for column, month in (("feb_2020_pct", FEBRUARY), ("mar_2020_pct", MARCH)):
            yield Cell(f"worker supervision, {row['team_or_role']}", "staff_supervised_percent", "team", row["team_or_role"], "in_month", month, "value", row[column])
    groups = {"All Teams": ("", ""), "Operational Teams total": ("group", "Operational"), "Business Support total": ("group", "Business support")}
    for row in read("worker_supervision_summary"):
        for column, month in (("feb_2020_pct", FEBRUARY), ("mar_2020_pct", MARCH)):
            yield Cell(f"worker supervision, {row['service_area']}", "staff_supervised_percent", *groups[row["service_area"]], "in_month", month, "value", row[column])


def visits():
    for kind in ("cin", "cp", "lac"):
        for row in read(f"visits_{kind}_by_team"):
            measure, place = f"{kind}_visited_in_time_percent", (*_team(row), "month_end", MARCH)
            yield Cell(f"{kind} visits, {row['team']}, cases", measure, *place, "denominator", row[f"allocated_{kind}_cases"])
            yield Cell(f"{kind} visits, {row['team']}, in time", measure, *place, "value", row["pct_in_timescale"])


def nights():
    for row in read("fostering_nights"):
        place = ("placement group", GROUPS[row["placement_type"]], "in_month", MONTHS[row["month"]], "value")
        yield Cell(f"nights, {row['placement_type']}, {row['month']}", "placement_nights", *place, row["nights"])
        yield Cell(f"nights, {row['placement_type']}, {row['month']}, share", "placement_nights_share_percent", *place, row["pct_printed"])


def leavers():
    for row in read("care_leavers"):
        place = ("age group", "19 to 21") if row["is_total"] == "yes" else ("age", row["age"])
        measure, where = LEAVERS[row["measure"]], f"care leavers, {row['measure']}, {row['age']}"
        yield Cell(where, measure, *place, "month_end", MARCH, "value" if measure == "care_leavers" else "numerator", row["count"])
        yield Cell(f"{where}, percent", measure, *place, "month_end", MARCH, "value", row["pct_printed"])


def caseloads():
    columns = {"workers_holding_cases": "workers_holding_cases", "establishment_fte_caseholders": "caseholding_establishment_fte", "cases": "cases_allocated",
               "avg_caseload_by_workers": "cases_per_worker_average", "avg_caseload_by_fte": "cases_per_establishment_fte_average",
               "sw_holding_cases": "social_workers_holding_cases", "sw_holding_over_20": "social_workers_over_20_cases",
               "pct_sw_over_20": "social_workers_over_20_cases_percent", "max_cases_held_by_sw": "highest_caseload"}
    for row in read("caseload"):
        yield from (Cell(f"caseload, {row['team']}, {column}", measure, "team", row["team"], "month_end", MARCH, "value", row[column])
                    for column, measure in columns.items())
    for row in read("over20"):
        yield Cell(f"over 20 cases, {row['team']}", "social_workers_over_20_cases_percent", "team", CASELOAD_TEAMS.get(row["team"], row["team"]), "month_end", MARCH,
                   "value", row["pct_sw_over_20"])


def strips():
    for table in BENCHMARKS:
        for row in read(table):
            measure = STRIPS[row["measure"]]
            place = ("age group", "19 to 21") if measure.startswith("care_leavers") else ("", "")
            natural = "in_month" if measure in IN_MONTH else "month_end"
            basis = "year_to_date" if OURS.get(row["comparator"]) == "year_to_date" else natural
            yield Cell(f"{table}, {row['comparator']}", measure, *place, basis, MARCH, COMPARATORS.get(row["comparator"], "value"), row["value"])


def ours(cell, rows):
    """Our figure, or the part of it, rounded as the cell is printed; None where there is none. `rows` are comparison rows by their key."""
    row = rows.get(cell.key)
    if row is None:
        return None
    value = getattr(row, cell.part)
    return None if np.isnan(value) else rates.round_half_up(value, cell.decimals)


def by_key(compared):
    """Comparison rows by measure, breakdown, category, basis and month."""
    return {tuple(getattr(row, name) for name in IDENTITY): row for row in compared.itertuples(name="Row")}
