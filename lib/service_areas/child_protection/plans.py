"""Measures of child protection plans: how many children are on one, why, for how long and how often again."""

from lib.measures import (
    COUNT, FINANCIAL_YEAR, IN_MONTH, LOW, MONTH_END, NEITHER, PER_10_000, PERCENT, POPULATION, ROLLING_12, YEAR_TO_DATE, Measure,
)

MEASURES = (
    Measure(
        key="children_on_cp_plans",
        title="Children on a child protection plan",
        unit=COUNT,
        numerator="children_on_cp_plans",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition="Children being kept safe under a child protection plan on the last day of the month.",
        method=(
            "Plans of Annex A List 7 started by the last day of the month and not ended by it, each child "
            "once; temporary registrations of other councils' children left out (DfE children in need census)."
        ),
        breakdowns=("category of abuse", "age", "sex", "team", "age band", "age band | sex"),
        benchmark="CPP_Num",
    ),
    Measure(
        key="children_on_cp_plans_rate",
        title="Children on a child protection plan per 10,000 children",
        unit=PER_10_000,
        numerator="children_on_cp_plans",
        denominator=POPULATION,
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition=(
            "Children on a child protection plan, set against the number of children who live here. A rate well "
            "above similar councils' may mean that plans are used too readily; one well below, that risk is missed."
        ),
        method="Children on a plan on the last day of the month over residents aged 0 to 17, times 10,000 (DfE children in need census).",
        benchmark="CPP_rate",
    ),
    Measure(
        key="cp_plans_started_rate",
        title="Child protection plans started per 10,000 children",
        unit=PER_10_000,
        numerator="cp_plans_started",
        denominator=POPULATION,
        bases=(ROLLING_12, IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=LOW,
        definition=(
            "Child protection plans begun, set against the number of children who live here. A child who starts twice counts twice."
        ),
        method=(
            "Plans started in the period over residents aged 0 to 17, times "
            "10,000. A single month is a month's plans, not a yearly rate."
        ),
        benchmark="CPP_Abuse_Rate",
    ),
    Measure(
        key="cp_plans_ended_rate",
        title="Child protection plans ended per 10,000 children",
        unit=PER_10_000,
        numerator="cp_plans_ended",
        denominator=POPULATION,
        bases=(ROLLING_12, IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition=(
            "Child protection plans brought to an end, set against the number of children who "
            "live here. While more end than start, the number of children on plans falls."
        ),
        method=(
            "Plans ended in the period over residents aged 0 to 17, times 10,000. A single month is a month's plans, not a yearly rate."
        ),
        benchmark="DeRegCPR",
    ),
    Measure(
        key="cp_plans_started_repeat_percent",
        title="Child protection plans started for a child who had any earlier plan",
        unit=PERCENT,
        numerator="cp_plans_started_repeat",
        denominator="cp_plans_started",
        bases=(ROLLING_12, IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=LOW,
        definition=(
            "Of the plans begun, how many were for a child who had been on a plan before, however long "
            "ago. A second plan can mean that the first ended before things at home had really changed."
        ),
        method=(
            "Plans started in the period with one or more previous plans, over all plans started "
            "in the period (DfE children in need census). Plans in other councils are not counted."
        ),
        benchmark="PrevRegCPR",
    ),
    Measure(
        key="cp_plans_started_repeat_within_2_years_percent",
        title="Child protection plans started within two years of an earlier plan",
        unit=PERCENT,
        numerator="cp_plans_started_repeat_within_2_years",
        denominator="cp_plans_started",
        bases=(ROLLING_12, IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=LOW,
        definition=(
            "Of the plans begun, how many were for a child whose earlier plan had ended less than "
            "two years before. It is a local measure: no national figure is published for it."
        ),
        method=(
            "Plans started in the period within two years of the end of the child's earlier plan, over all plans started in the period."
        ),
    ),
    Measure(
        key="children_on_cp_plans_2_years_percent",
        title="Children on a child protection plan for two years or more",
        unit=PERCENT,
        numerator="children_on_cp_plans_2_years",
        denominator="children_on_cp_plans",
        bases=(MONTH_END, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=LOW,
        definition=(
            "Of the children on a plan at the end of the month, how many had been on it for two "
            "years or more. A plan that runs so long is not making the child safe quickly enough. A year to date adds up its month ends."
        ),
        method="Children whose open plan began 730 days or more before the last day of the month, over all children on a plan that day.",
        benchmark="CPPlans2yrsActive",
    ),
    Measure(
        key="cp_plans_ended_after_2_years_percent",
        title="Child protection plans ended that had lasted two years or more",
        unit=PERCENT,
        numerator="cp_plans_ended_after_2_years",
        denominator="cp_plans_ended",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=LOW,
        definition="Of the plans that came to an end, how many had lasted two years or more.",
        method="Plans ended in the period after 730 days or more, over all plans ended in the period (DfE children in need census).",
        benchmark="CPPlans2yrs",
    ),
    Measure(
        key="children_on_cp_plans_share_percent",
        title="Children on a child protection plan, share by category of abuse",
        unit=PERCENT,
        numerator="children_on_cp_plans",
        denominator="children_on_cp_plans",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition="Of the children on a plan at the end of the month, how many are there for each kind of abuse or neglect.",
        method=(
            "Children on a plan on the last day of the month with that latest category of abuse in Annex A List 7, over all on a plan "
            "that day."
        ),
        breakdowns=("category of abuse",),
        share=True,
    ),
    Measure(
        key="cp_plans_started",
        title="Child protection plans started",
        unit=COUNT,
        numerator="cp_plans_started",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition="Child protection plans that began. A child who starts a plan twice counts twice.",
        method="Plans of Annex A List 7 with a start date in the period (DfE children in need census).",
        benchmark="CPP_Abuse",
    ),
    Measure(
        key="cp_plans_ended",
        title="Child protection plans ended",
        unit=COUNT,
        numerator="cp_plans_ended",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition=(
            "Child protection plans that came to an end, and why: most because the child no longer needs one, some because the child came "
            "into care, moved away or turned 18."
        ),
        method=(
            "Plans of Annex A List 7 with an end date in the period. The reason is that of the local list of plans; where it gives none, a "
            "child whose care began within 30 days of the end became looked after."
        ),
        breakdowns=("reason",),
    ),
    Measure(
        key="children_on_cp_plans_2_years",
        title="Children who have been on a child protection plan for two years or more",
        unit=COUNT,
        numerator="children_on_cp_plans_2_years",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=LOW,
        definition="The number of children whose plan has run for two years or more. Each asks why the plan has not made the child safe.",
        method="Children whose open plan began 730 days or more before the last day of the month.",
    ),
    Measure(
        key="children_on_repeat_cp_plans_percent",
        title="Children on a plan who had been on one before",
        unit=PERCENT,
        numerator="children_on_repeat_cp_plans",
        denominator="children_on_cp_plans",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=LOW,
        definition=(
            "Of the children on a plan at the end of the month, how many had been on another at any time before. It tells of all children "
            "on plans, and moves slowly; the share of new plans tells of this month's decisions."
        ),
        method=(
            "Children on a plan on the last day of the month with one or more previous plans in Annex A List 7, over all on a plan that "
            "day. Where the number is blank the child is in the whole alone."
        ),
    ),
    Measure(
        key="children_on_repeat_cp_plans_within_2_years_percent",
        title="Children on a plan that began within two years of an earlier one",
        unit=PERCENT,
        numerator="children_on_repeat_cp_plans_within_2_years",
        denominator="children_on_cp_plans",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=LOW,
        definition=(
            "Of the children on a plan at the end of the month, how many came back to one within two years of the end of the last. "
            "National figures of repeat plans are of plans started in a year, and cannot be set beside it."
        ),
        method=(
            "Children on a plan on the last day of the month that began on or before the day two years after their last plan ended, as "
            "Annex A List 7 or the local list of plans says, over all on a plan that day."
        ),
    ),
    Measure(
        key="children_looked_after_on_cp_plans",
        title="Children both looked after and on a child protection plan",
        unit=COUNT,
        numerator="children_looked_after_on_cp_plans",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=LOW,
        definition=(
            "Children with both a care plan and a child protection plan. It is rarely needed for long: once in care, a child is kept "
            "safe by the care plan and its reviews."
        ),
        method=(
            "Children on a plan of Annex A List 7 on the last day of the month who were looked after in List 8 that day, short breaks "
            "left out."
        ),
    ),
    Measure(
        key="female_genital_mutilation_cases",
        title="Cases of female genital mutilation identified",
        unit=COUNT,
        numerator="female_genital_mutilation_cases",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition="Girls found to have suffered, or to be at risk of, female genital mutilation. None in most months, and said even so.",
        method="As supplied in the monthly figures: no child-level list holds it.",
    ),
    Measure(
        key="children_on_repeat_cp_plans",
        title="Children on a second or later child protection plan",
        unit=COUNT,
        numerator="children_on_repeat_cp_plans",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=LOW,
        definition=(
            "Children on a plan at the end of the month who had been on another at any time before, by the year in which that one "
            "ended."
        ),
        method=(
            "Children on a plan on the last day of the month with one or more previous plans in Annex A List 7. The year is that in "
            "which the latest earlier plan in the local list of plans, or in List 7, ended."
        ),
        breakdowns=("year of earlier plan",),
    ),
    Measure(
        key="children_on_repeat_cp_plans_share_percent",
        title="Children on a second or later plan, share by year of the earlier one",
        unit=PERCENT,
        numerator="children_on_repeat_cp_plans",
        denominator="children_on_repeat_cp_plans",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition=(
            "Of the children who are on a plan again, how many came off the last one in which year. Recent years ask whether plans end too "
            "soon; distant ones, what has happened in the family since."
        ),
        method=(
            "Children on a second or later plan whose latest earlier plan ended in that calendar year, over all on a second or later "
            "plan."
        ),
        breakdowns=("year of earlier plan",),
        share=True,
    ),
)
