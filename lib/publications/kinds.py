"""The kinds of files that are published: by which headings each is known, whose it is, and which figures its columns hold.

A heading that an edition changed has its spellings side by side; the next one is added here and nowhere else.
"""

from dataclasses import dataclass

from lib.contracts import Column

DFE, ONS, OFSTED = "Department for Education", "Office for National Statistics", "Ofsted"
LICENCE = "Open Government Licence v3.0"

# How a file is laid out, which decides what reads it.
STATISTICS, ESTIMATES, TOOL, DICTIONARY, CODES, NEIGHBOURS, INSPECTIONS = (
    "statistics", "estimates", "tool", "dictionary", "codes", "neighbours", "inspections")

YEAR, LEVEL, REGION_CODE, OLD_CODE, ONS_CODE, NAME = "time_period", "geographic_level", "region_code", "old_la_code", "new_la_code", "la_name"
# The columns that every file of Explore Education Statistics opens with (DfE's Open Data Standards), as far as they are needed.
GEOGRAPHY = tuple(Column(name, required=True) for name in (YEAR, LEVEL, REGION_CODE, OLD_CODE, ONS_CODE, NAME))
SAID_ELSEWHERE = ("time_identifier", "country_code", "country_name", "region_name", "category")      # what the columns above say, in words
POPULATION_TYPE, CHILDREN = "population_type", "population_estimate"


@dataclass(frozen=True)
class Figure:
    """Which of LAIT's items a column holds; `of` is what the rows' population type says where a file has one row for each."""

    item: str
    column: str
    of: str = ""


@dataclass(frozen=True)
class Kind:
    """A kind of publication. `key` opens the keys of its editions, such as `referrals-2025`; `figures` are those of statistics.

    `left` are the headings of columns that are known and not needed; any other heading is said, since it may be a needed one under a new name.
    """

    key: str
    title: str
    publisher: str
    layout: str
    columns: tuple
    figures: tuple = ()
    left: tuple = ()

    @property
    def marks(self):
        """The columns by which a file of this kind is told from the others."""
        return [column for column in self.columns if column.required and column not in GEOGRAPHY]


def _needed(name, *spellings):
    return Column(name, spellings, required=True)


REFERRALS = Kind("referrals", "Referrals and re-referrals", DFE, STATISTICS, (
    *GEOGRAPHY, _needed("referral_count", "Referrals"), _needed("rereferral_percent", "Re_referrals_percent"), Column("referral_rate", ("Referrals_rate",)),
    Column("no_further_action_percent"), Column("not_in_need_percent"),
), (Figure("CPP_Total_NumRef", "referral_count"), Figure("CPP_Total_Rateper10,000", "referral_rate"), Figure("ReReferral", "rereferral_percent"),
    Figure("CIN_Refferals_NFA", "no_further_action_percent"), Figure("Referrals_AssessedNotNeed", "not_in_need_percent")), (
    *SAID_ELSEWHERE, "Re_referrals", "rereferral_count", "No_Further_Action", "no_further_action_count", "Not_in_Need", "not_in_need_count",
    "Referrals_child", "referral_child_count", "Referrals_child_rate", "Re_referrals_child", "rereferral_child_count", "Re_referrals_child_percent",
    "rereferral_child_percent"))

REPEAT_PLANS = Kind("repeat-plans", "Second or subsequent child protection plans", DFE, STATISTICS, (
    *GEOGRAPHY, _needed("CPP_start"), _needed("CPP_subsequent"), _needed("CPP_subsequent_percent"),
), (Figure("CPP_Abuse", "CPP_start"), Figure("ReRegCPR", "CPP_subsequent"), Figure("PrevRegCPR", "CPP_subsequent_percent")), SAID_ELSEWHERE)

PLANS_BY_DURATION = Kind("plans-by-duration", "Child protection plans at 31 March by duration", DFE, STATISTICS, (
    *GEOGRAPHY, _needed("CPP_At31"), _needed("2_years_or_more_percent"),
), (Figure("CPP_Num", "CPP_At31"), Figure("CPPlans2yrsActive", "2_years_or_more_percent")), (
    *SAID_ELSEWHERE, *(f"{span}{part}" for part in ("", "_percent") for span in (
        "3_months_or_less", "more_than_3_months_6_months", "more_than_6_months_less_than_1_year", "1_year_less_than_2_years")), "2_years_or_more"))

CEASING, LOOKED_AFTER_AT, STARTING = ("Children ceasing to be looked after each year", "Children looked after on 31 March each year",
                                      "Children starting to be looked after each year")
LOOKED_AFTER = Kind("looked-after", "Children looked after, number and rate per 10,000", DFE, STATISTICS, (
    *GEOGRAPHY, _needed(POPULATION_TYPE), _needed("children_count"), _needed("rate_per_10000"),
), (Figure("LACnum", "children_count", LOOKED_AFTER_AT), Figure("LAC", "rate_per_10000", LOOKED_AFTER_AT),
    Figure("LACnum_Start", "children_count", STARTING), Figure("LAC_Start_Rate", "rate_per_10000", STARTING),
    Figure("LACceased", "children_count", CEASING), Figure("LAC_Cease_Rate", "rate_per_10000", CEASING)), (*SAID_ELSEWHERE, CHILDREN))
MID_YEAR = Kind("ons-mid-year", "Mid-year population estimates of children aged 0 to 17", ONS, ESTIMATES, (
    *GEOGRAPHY, _needed("age_group"), _needed(CHILDREN)), left=SAID_ELSEWHERE)

ITEM, TOOL_YEAR, TOOL_NAME, VALUE, CODE, REGION = "Short Desc", "Years", "LA and Regions", "Values", "LA Number", "Region"
LAIT = Kind("lait", "Local Authority Interactive Tool", DFE, TOOL, (
    _needed(ITEM), Column("Data item"), _needed(TOOL_YEAR), _needed(TOOL_NAME), _needed(VALUE), _needed(CODE), _needed(REGION)))

LAIT_DICTIONARY = Kind("lait-dictionary", "Local Authority Interactive Tool, data dictionary", DFE, DICTIONARY, tuple(map(_needed, (
    "Topic", "Measure", "Measure_short", "Polarity", "y_axis_name", "dps", "Year_Type", "No_Quartile"))) + (Column("Last Update"),), left=(
    "Measure_code", "Chart_title", "state_funded_flag", "Table_status", "Description", "Next Update", "Data Owner (DO) /Supplier and Contact Details",
    "Methodology", "Hyperlink(s)"))

LIST_NAME, TYPE = "LA Name", "Type"
LA_CODES = Kind("la-codes", "List of local authorities and their codes", DFE, CODES, tuple(map(_needed, (CODE, LIST_NAME, REGION, TYPE))))

MODEL_CODE, PLACES = "LA num", 10
NEIGHBOUR_MODEL = Kind("neighbours", "Children's services statistical neighbours", DFE, NEIGHBOURS, (
    _needed(MODEL_CODE), _needed(LIST_NAME), *(_needed(f"SN{place}") for place in range(1, PLACES + 1))), left=("LA number", "GOInd", "GOReg", "SNP"))

AREA_CODE, AREA_NAME, INSPECTED, PUBLISHED, OVERALL = (
    "Local authority area code", "Local authority name", "Inspection date", "Publication date", "Overall effectiveness")
OUTCOMES = Kind("inspections", "Local authority inspection outcomes", OFSTED, INSPECTIONS, (
    _needed(AREA_CODE), _needed(AREA_NAME), _needed(INSPECTED, "Inspection/Visit date"), _needed(PUBLISHED), _needed(OVERALL)), left=(
    "Web link", "Local authority status", "Ofsted region", "Region", "Inspection type", "Inspection/Visit type", "Visit Theme",
    "The impact of leaders on social work practice with children and families", "The experiences and progress of children who need help and protection",
    "The experiences and progress of children in care", "The experiences and progress of care leavers"))

ALL = (LAIT, LAIT_DICTIONARY, LA_CODES, REFERRALS, REPEAT_PLANS, PLANS_BY_DURATION, LOOKED_AFTER, MID_YEAR, NEIGHBOUR_MODEL, OUTCOMES)

# A rate that an edition may drop, and the count it is made of again: by 10,000 children of the ONS estimate of the year before.
RATES = {"CPP_Total_Rateper10,000": "CPP_Total_NumRef"}


def of_source(source):
    """The Kind and the edition of a source's key.

    >>> [of_source(key)[1] for key in ("lait-2025", "neighbours-2021-04", "la-codes")]
    ['2025', '2021-04', '']
    """
    for kind in sorted(ALL, key=lambda each: len(each.key), reverse=True):
        if source == kind.key or source.startswith(f"{kind.key}-"):
            return kind, source.removeprefix(kind.key).removeprefix("-")
    raise KeyError(source)
