"""Measures of initial and core assessments, the two stages that single assessments replaced, for the months that had them."""

from lib.measures import (
    COUNT, FINANCIAL_YEAR, HIGH, IN_MONTH, LOW, NEITHER, PER_10_000, PERCENT, POPULATION, ROLLING_12, YEAR_TO_DATE, Measure,
)

A_MONTH = (IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR)
TWELVE_MONTHS = (ROLLING_12, YEAR_TO_DATE, FINANCIAL_YEAR)

MEASURES = (
    Measure(
        key="initial_assessments_completed",
        title="Initial assessments completed",
        unit=COUNT,
        numerator="initial_assessments_completed",
        bases=A_MONTH,
        good_is=NEITHER,
        definition=(
            "Short first assessments of whether a child is in need and what should happen next, that a manager signed off. Each child is "
            "counted. Single assessments have taken their place."
        ),
        method=(
            "Initial assessment steps of the workflow list finished in the period, by the outcome recorded (Framework for the Assessment "
            "of Children in Need, 2000)."
        ),
        breakdowns=("outcome",),
    ),
    Measure(
        key="initial_assessments_completed_rate",
        title="Initial assessments completed per 10,000 children",
        unit=PER_10_000,
        numerator="initial_assessments_completed",
        denominator=POPULATION,
        bases=TWELVE_MONTHS,
        good_is=NEITHER,
        definition="Initial assessments completed, set against the number of children who live here.",
        method="Initial assessments finished in the period over residents aged 0 to 17, times 10,000.",
    ),
    Measure(
        key="initial_assessments_in_time_percent",
        title="Initial assessments completed within ten working days",
        unit=PERCENT,
        numerator="initial_assessments_in_time",
        denominator="initial_assessments_completed",
        bases=A_MONTH,
        good_is=HIGH,
        definition="Of the initial assessments completed, how many were finished within ten working days, the limit that held for them.",
        method=(
            "Initial assessments finished in the period at most ten working days after the day their time runs from, the referral where it "
            "is given and else the start, over all finished in it."
        ),
    ),
    Measure(
        key="initial_assessments_in_time_rate",
        title="Initial assessments completed within ten working days, per 10,000 children",
        unit=PER_10_000,
        numerator="initial_assessments_in_time",
        denominator=POPULATION,
        bases=TWELVE_MONTHS,
        good_is=NEITHER,
        definition="Initial assessments finished within ten working days, set against the number of children who live here.",
        method="Initial assessments finished in time in the period over residents aged 0 to 17, times 10,000.",
    ),
    Measure(
        key="initial_assessments_late",
        title="Initial assessments completed after ten working days",
        unit=COUNT,
        numerator="initial_assessments_late",
        bases=A_MONTH,
        good_is=LOW,
        definition="Initial assessments that took longer than ten working days, by how long they took.",
        method=(
            "Initial assessments finished in the period more than ten working days after the day their time runs from: in 11 to 15, in 16 "
            "to 20, or in 21 or more."
        ),
        breakdowns=("days taken",),
    ),
    Measure(
        key="initial_assessments_late_share_percent",
        title="Late initial assessments, share by days taken",
        unit=PERCENT,
        numerator="initial_assessments_late",
        denominator="initial_assessments_late",
        bases=A_MONTH,
        good_is=NEITHER,
        definition="Of the initial assessments that were late, how many were late by a few days and how many by weeks.",
        method="Initial assessments finished in the period in that many working days, over all finished in more than ten.",
        breakdowns=("days taken",),
        share=True,
    ),
    Measure(
        key="initial_assessments_no_further_action_percent",
        title="Initial assessments that ended in no further action or closure",
        unit=PERCENT,
        numerator="initial_assessments_no_further_action",
        denominator="initial_assessments_completed",
        bases=A_MONTH,
        good_is=NEITHER,
        definition=(
            "Of the initial assessments completed, how many ended with nothing more to be done. Many of them ask whether those children "
            "needed a social worker's assessment at all."
        ),
        method="Initial assessments finished in the period with no further action or closure as their outcome, over all finished in it.",
    ),
    Measure(
        key="initial_assessments_to_strategy_discussion_percent",
        title="Initial assessments that led to a strategy discussion",
        unit=PERCENT,
        numerator="initial_assessments_to_strategy_discussion",
        denominator="initial_assessments_completed",
        bases=A_MONTH,
        good_is=NEITHER,
        definition=(
            "Of the initial assessments completed, how many found reason to fear significant harm, so that police, health and others were "
            "called together."
        ),
        method="Initial assessments finished in the period with a strategy discussion as their outcome, over all finished in it.",
    ),
    Measure(
        key="initial_assessments_outcome_not_recorded",
        title="Initial assessments completed with no outcome recorded",
        unit=COUNT,
        numerator="initial_assessments_outcome_not_recorded",
        bases=A_MONTH,
        good_is=LOW,
        definition=(
            "Initial assessments signed off without a record of what follows. Until it is there, nobody can say what the child was "
            "offered."
        ),
        method="Initial assessment steps finished in the period whose outcome is blank.",
    ),
    Measure(
        key="core_assessments_completed",
        title="Core assessments completed",
        unit=COUNT,
        numerator="core_assessments_completed",
        bases=A_MONTH,
        good_is=NEITHER,
        definition=(
            "Full assessments of a child's needs and of how far the parents can meet them, that a manager signed off, by how long "
            "they took. Single assessments have taken their place."
        ),
        method=(
            "Core assessment steps of the workflow list finished in the period, updates of earlier ones left out; by working days from the "
            "start to the finish."
        ),
        breakdowns=("days taken",),
    ),
    Measure(
        key="core_assessments_completed_rate",
        title="Core assessments completed per 10,000 children",
        unit=PER_10_000,
        numerator="core_assessments_completed",
        denominator=POPULATION,
        bases=TWELVE_MONTHS,
        good_is=NEITHER,
        definition="Core assessments completed, in time or not, set against the number of children who live here.",
        method="Core assessments finished in the period over residents aged 0 to 17, times 10,000.",
    ),
    Measure(
        key="core_assessments_in_time_percent",
        title="Core assessments completed within 35 working days",
        unit=PERCENT,
        numerator="core_assessments_in_time",
        denominator="core_assessments_completed",
        bases=A_MONTH,
        good_is=HIGH,
        definition="Of the core assessments completed, how many were finished within 35 working days, the limit that held for them.",
        method="Core assessments finished in the period at most 35 working days after they started, over all finished in it.",
    ),
    Measure(
        key="core_assessments_completed_share_percent",
        title="Core assessments completed, share by days taken",
        unit=PERCENT,
        numerator="core_assessments_completed",
        denominator="core_assessments_completed",
        bases=A_MONTH,
        good_is=NEITHER,
        definition="Of the core assessments completed, how many took how long: within the limit, some days longer, or months.",
        method=(
            "Core assessments finished in the period in 35 working days or less, in 36 to 41, 42 to 50, 51 to 60, or in 61 or more, "
            "over all finished in it. The bands do not overlap."
        ),
        breakdowns=("days taken",),
        share=True,
    ),
)
