"""Measures of assessments of a child and family: how many, how long they take, whether the child is seen, and what follows."""

from lib.measures import (
    COUNT, FINANCIAL_YEAR, HIGH, IN_MONTH, LOW, MONTH_END, NEITHER, PER_10_000, PERCENT, POPULATION, ROLLING_12, YEAR_TO_DATE, Measure,
)

OUTCOMES = ("team", "outcome", "strategy meeting", "outcome | strategy meeting")

MEASURES = (
    Measure(
        key="assessments_started",
        title="Assessments started",
        unit=COUNT,
        numerator="assessments_started",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition="Assessments of a child's needs that a social worker began. Each child assessed is counted.",
        method="Rows of Annex A List 4 with a start date in the period.",
        breakdowns=("team",),
    ),
    Measure(
        key="assessments_started_rate",
        title="Assessments started per 10,000 children",
        unit=PER_10_000,
        numerator="assessments_started",
        denominator=POPULATION,
        bases=(ROLLING_12, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition="Assessments started, set against the number of children who live here.",
        method="Assessments started in the period over residents aged 0 to 17, times 10,000.",
    ),
    Measure(
        key="assessments_completed_in_time_percent",
        title="Assessments completed within 45 working days of referral",
        unit=PERCENT,
        numerator="assessments_completed_in_time",
        denominator="assessments_completed",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=HIGH,
        definition=(
            "Of the assessments finished, how many were finished within 45 working days of the referral, "
            "about nine weeks. National guidance sets that as the longest an assessment should take."
        ),
        method=(
            "Assessments authorised in the period at most 45 working days after the referral, over all authorised in the period. "
            "The day after the referral is day 1 (Working Together); where no referral is found the assessment's own start is used."
        ),
        breakdowns=("team",),
        benchmark="Continue_Assess_Comp",
    ),
    Measure(
        key="assessments_open_over_45_days",
        title="Open assessments already past 45 working days",
        unit=COUNT,
        numerator="assessments_open_over_45_days",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=LOW,
        definition=(
            "Assessments still unfinished on the last day of the month that had already "
            "run past 45 working days. They will count as late whenever they are finished."
        ),
        method=(
            "Assessments of Annex A List 4 not authorised by the last day of "
            "the month and by then more than 45 working days past the referral."
        ),
        breakdowns=("team",),
    ),
    Measure(
        key="assessments_ongoing_involvement_percent",
        title="Completed assessments ending in continuing social care involvement",
        unit=PERCENT,
        numerator="assessments_ongoing_involvement",
        denominator="assessments_completed",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition="Of the assessments finished, how many ended with a social worker continuing to work with the child.",
        method=(
            "Assessments completed in the period with an outcome of continued "
            "social care involvement, over all completed in the period."
        ),
    ),
    Measure(
        key="assessments_no_further_action_percent",
        title="Completed assessments ending in no further action",
        unit=PERCENT,
        numerator="assessments_no_further_action",
        denominator="assessments_completed",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition=(
            "Of the assessments finished, how many ended with the case closed and nothing more "
            "to be done. A large share may mean that families are assessed who did not need it."
        ),
        method=(
            "Assessments completed in the period with an outcome of no further "
            "action, over all completed. A step down is not counted here."
        ),
    ),
    Measure(
        key="assessments_step_down_percent",
        title="Completed assessments ending in step-down to early help or another agency",
        unit=PERCENT,
        numerator="assessments_step_down",
        denominator="assessments_completed",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition="Of the assessments finished, how many ended with the family passed to early help or to another agency for support.",
        method="Assessments completed in the period with an outcome of early help or another agency, over all completed in the period.",
    ),
    Measure(
        key="assessments_out_of_area_percent",
        title="Completed assessments ending because the child lives in another area",
        unit=PERCENT,
        numerator="assessments_out_of_area",
        denominator="assessments_completed",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition="Of the assessments finished, how many ended because the child lives in, or moved to, another council's area.",
        method="Assessments completed in the period with an outcome of another authority, over all completed in the period.",
    ),
    Measure(
        key="assessments_completed",
        title="Assessments completed",
        unit=COUNT,
        numerator="assessments_completed",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition="Assessments that a manager signed off. Each child assessed is counted, so brothers and sisters count one by one.",
        method=(
            "Rows of Annex A List 4 authorised in the period; the outcome is that of the child's assessment step, and a strategy meeting "
            "is one from the day of the referral to that of the authorisation."
        ),
        breakdowns=OUTCOMES,
    ),
    Measure(
        key="assessments_child_seen_in_3_days_percent",
        title="Completed assessments in which the child was seen within three working days",
        unit=PERCENT,
        numerator="assessments_child_seen_in_3_days",
        denominator="assessments_completed",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=HIGH,
        definition=(
            "Of the assessments finished, in how many the social worker had seen the child within three working days of beginning. It is a "
            "local standard: national guidance asks that a child be seen in time for the need, and names no day."
        ),
        method=(
            "Assessments authorised in the period whose step says the child was first seen at most three working days after the start, "
            "over all authorised. Where no day is recorded, and for an unborn child, it counts as not seen."
        ),
        breakdowns=("team",),
    ),
    Measure(
        key="assessments_open",
        title="Assessments awaiting completion",
        unit=COUNT,
        numerator="assessments_open",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition="Assessments begun and not yet finished on the last day of the month: the work in hand.",
        method="Assessments of Annex A List 4 started by the last day of the month and not authorised by it.",
        breakdowns=("team",),
    ),
    Measure(
        key="assessments_open_over_45_days_percent",
        title="Share of open assessments already past 45 working days",
        unit=PERCENT,
        numerator="assessments_open_over_45_days",
        denominator="assessments_open",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=LOW,
        definition="Of the assessments not yet finished, how many have already run longer than national guidance allows.",
        method="Open assessments more than 45 working days past the referral on the last day of the month, over all that are open.",
        breakdowns=("team",),
    ),
    Measure(
        key="exploitation_assessments_completed",
        title="Child exploitation assessments completed",
        unit=COUNT,
        numerator="exploitation_assessments_completed",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition="Assessments of whether a young person is being exploited, sexually or for crime, and of what would make them safer.",
        method=(
            "Exploitation assessment steps finished in the period, under the present name of the step or an older one such as CSE "
            "assessment."
        ),
    ),
)
