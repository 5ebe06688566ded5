"""Assessments: how many children a social worker assesses, how long it takes, and what follows."""

from lib.measures import (
    COUNT, FINANCIAL_YEAR, HIGH, IN_MONTH, LOW, MONTH_END, NEITHER, PER_10_000, PERCENT, POPULATION, ROLLING_12, YEAR_TO_DATE,
    Measure, Rows, Series, Topic, flow, stock,
)

TITLE = "Assessments"

AUTHORISED = "authorised"
OPEN = {"until": AUTHORISED}
OUTCOMES = ("team", "outcome", "strategy meeting", "outcome | strategy meeting")

QUANTITIES = (
    flow("assessments_started", Rows("assessments", on="assessment_started"), by=("team",)),
    flow("assessments_completed", Rows("assessments", on=AUTHORISED), by=OUTCOMES),
    flow("assessments_completed_in_time", Rows("assessments", on=AUTHORISED, where=("in_time",)), by=("team",)),
    stock("assessments_open_over_45_days", Rows("assessments", since="late_from", **OPEN), by=("team",)),
    flow("assessments_ongoing_involvement", Rows("assessments", on=AUTHORISED, where=("ongoing_involvement",))),
    flow("assessments_no_further_action", Rows("assessments", on=AUTHORISED, where=("no_further_action",))),
    flow("assessments_step_down", Rows("assessments", on=AUTHORISED, where=("step_down",))),
    flow("assessments_out_of_area", Rows("assessments", on=AUTHORISED, where=("out_of_area",))),
    flow("assessments_child_seen_in_3_days", Rows("assessments", on=AUTHORISED, where=("child_seen_in_3_days",)), by=("team",)),
    stock("assessments_open", Rows("assessments", since="assessment_started", **OPEN), by=("team",)),
    flow("exploitation_assessments_completed", Rows("exploitation_assessments", on="finished")),
)

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

TOPICS = (
    Topic(
        key="assessments_started",
        title="Assessments started",
        definition=(
            "When a referral suggests that a child may be in need, or at risk of significant harm, a social worker "
            "assesses what the child needs: by seeing the child, talking with the family and asking those who know "
            "them. The number started shows the demand that is being met. More is not better or worse in itself."
        ),
        shows=(
            Series("assessments_started"),
            Series("assessments_started_rate", ROLLING_12),
        ),
    ),
    Topic(
        key="assessments_completed",
        title="Assessments completed",
        definition=(
            "An assessment should take no longer than the child can wait. National guidance allows 45 "
            "working days from referral to the end; that is a limit, not an aim. Those finished "
            "show how timely the work was; those still open and already late show what is to come."
        ),
        shows=(
            Series("assessments_completed_in_time_percent"),
            Series("assessments_open_over_45_days"),
        ),
    ),
    Topic(
        key="assessment_outcomes",
        title="Outcomes of assessments",
        definition=(
            "An assessment ends in a decision: social care stays involved, the family is passed to early help or another agency, "
            "the child turns out to be another council's, or nothing more is needed. The shares show whether assessments reach "
            "the families who need them. They need not add up to 100, because some have another outcome or none recorded."
        ),
        shows=(
            Series("assessments_ongoing_involvement_percent"),
            Series("assessments_no_further_action_percent"),
            Series("assessments_step_down_percent"),
            Series("assessments_out_of_area_percent"),
        ),
    ),
    Topic(
        key="assessments_open",
        title="Assessments awaiting completion",
        definition=(
            "Every assessment still open is a family waiting to know. Most are within their time; those past 45 working days are the late "
            "assessments of the months to come, and the teams that hold them are where help is needed now."
        ),
        shows=(
            Series("assessments_open"),
            Series("assessments_open_over_45_days_percent", parts="numerator"),
        ),
    ),
    Topic(
        key="children_seen",
        title="Assessments by team, and children seen soon",
        definition=(
            "An assessment begins with the child. How soon the social worker sees and speaks with them shows whether a referral was met as "
            "a worry about a person or as a form to fill. A young person may be on holiday, or not born yet, so all is not to be expected."
        ),
        shows=(
            Series("assessments_completed"),
            Series("assessments_child_seen_in_3_days_percent", parts="numerator"),
        ),
    ),
    Topic(
        key="exploitation_assessments",
        title="Assessments of exploitation",
        definition=(
            "Where somebody fears that a young person is being exploited, sexually, for carrying drugs or for other crime, their risk is "
            "assessed by itself, often beside an assessment of the family. The number shows how often that is recognised, not how often it "
            "happens."
        ),
        shows=(
            Series("exploitation_assessments_completed"),
        ),
    ),
)
