"""What is counted of referrals: how many, from whom, how soon they were decided, what followed, and how many came before."""

from lib.measures import (
    COUNT, FINANCIAL_YEAR, HIGH, IN_MONTH, LOW, NEITHER, PER_10_000, PERCENT, POPULATION, ROLLING_12, YEAR_TO_DATE, Measure, Rows, flow,
)

ON = "date_of_referral"

QUANTITIES = (
    flow("referrals", Rows("referrals", on=ON), by=("source", "outcome", "team")),
    flow("referrals_decided_in_48_hours", Rows("referrals", on=ON, where=("decided_in_48_hours",))),
    flow("rereferrals", Rows("referrals", on=ON, where=("rereferral",))),
    flow("referrals_to_assessment", Rows("referrals", on=ON, where=("to_assessment",))),
    flow("referrals_decided_in_24_hours", Rows("referrals", on=ON, where=("decided_in_24_hours",))),
    flow("referrals_decided_in_1_working_day", Rows("referrals", on=ON, where=("decided_in_1_working_day",))),
    flow("referrals_exploitation_aged_13_and_over", Rows("referrals", on=ON, where=("exploitation_aged_13_and_over",))),
)

MEASURES = (
    Measure(
        key="referrals",
        title="Referrals to children's social care",
        unit=COUNT,
        numerator="referrals",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition=(
            "Requests for a service from social care for a child who has no open case "
            "there, whether new to the council or known before and since closed."
        ),
        method="Rows of Annex A List 3 with a date of referral in the period, as the DfE children in need census counts them.",
        breakdowns=("source", "outcome", "team"),
        benchmark="CPP_Total_NumRef",
    ),
    Measure(
        key="referrals_rate",
        title="Referrals per 10,000 children",
        unit=PER_10_000,
        numerator="referrals",
        denominator=POPULATION,
        bases=(ROLLING_12, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition="Referrals set against the number of children who live here, so that councils of different sizes can be compared.",
        method="Referrals of the period over residents aged 0 to 17, times 10,000.",
        benchmark="CPP_Total_Rateper10,000",
    ),
    Measure(
        key="referrals_decided_in_48_hours_percent",
        title="Referrals decided within 48 hours",
        unit=PERCENT,
        numerator="referrals_decided_in_48_hours",
        denominator="referrals",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=HIGH,
        definition=(
            "Referrals on which a decision about what to do next was made within 48 hours of arriving. "
            "This is a local standard: national guidance, Working Together, asks for one working day."
        ),
        method=(
            "Referrals of the period decided at most 48 hours by the clock after receipt, over all "
            "referrals of the period; where only dates are known, decided at most two days later."
        ),
    ),
    Measure(
        key="rereferrals_percent",
        title="Referrals that came within twelve months of an earlier one",
        unit=PERCENT,
        numerator="rereferrals",
        denominator="referrals",
        bases=(IN_MONTH, YEAR_TO_DATE, ROLLING_12, FINANCIAL_YEAR),
        good_is=LOW,
        definition=(
            "Referrals of a child who had already been referred in the twelve months before. "
            "Many of them can mean that help ended too soon, or did not change enough at home."
        ),
        method=(
            "Referrals of the period whose child had another referral in the 365 days before, the "
            "day itself left out, over all referrals of the period (DfE children in need census)."
        ),
        benchmark="ReReferral",
    ),
    Measure(
        key="referrals_to_assessment_percent",
        title="Referrals that led to an assessment, as a share of referrals",
        unit=PERCENT,
        numerator="referrals_to_assessment",
        denominator="referrals",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=HIGH,
        definition=(
            "Of every hundred referrals, how many went on to a social worker's assessment of "
            "the child. A high share suggests that the right children are being referred."
        ),
        method=(
            "Referrals of the period whose child has an assessment started between the referral and 45 working days after it, "
            "or the child's next referral if sooner, over all referrals of the period. Recent months rise when counted again."
        ),
    ),
    Measure(
        key="referrals_share_percent",
        title="Share of referrals by source",
        unit=PERCENT,
        numerator="referrals",
        denominator="referrals",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition="Of every hundred referrals, how many came from the police, from schools, from a health service or from others.",
        method="Referrals of the period from one source over referrals from all sources, those with no source recorded among them.",
        breakdowns=("source",),
        share=True,
    ),
    Measure(
        key="referrals_decided_in_24_hours_percent",
        title="Referrals decided within 24 hours",
        unit=PERCENT,
        numerator="referrals_decided_in_24_hours",
        denominator="referrals",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=HIGH,
        definition=(
            "Referrals on which it was decided what to do a day and a night after they arrived, by the clock, weekends and bank holidays "
            "included."
        ),
        method=(
            "Referrals of the period whose referral step finished at most 24 hours after it started, over all referrals; one without a "
            "decision is not in time. A month returned without times of day is left out."
        ),
    ),
    Measure(
        key="referrals_decided_in_1_working_day_percent",
        title="Referrals decided within one working day",
        unit=PERCENT,
        numerator="referrals_decided_in_1_working_day",
        denominator="referrals",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=HIGH,
        definition=(
            "Referrals on which a social worker or manager had decided what to do by the end of the next working day, as "
            "national guidance, Working Together, asks."
        ),
        method=(
            "Referrals of the period whose referral step finished by the end of the first working day after it started, over all "
            "referrals. What comes on a Friday has until Monday's end; England's bank holidays are skipped."
        ),
    ),
    Measure(
        key="rereferrals",
        title="Re-referrals within twelve months of an earlier referral",
        unit=COUNT,
        numerator="rereferrals",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition=(
            "Referrals of a child who had been referred in the twelve months before. Whether they are many is for their share to say."
        ),
        method=(
            "Referrals of the period whose child had another in the 365 days before, the day itself left out. Where the list does not "
            "reach so far back, its own number of referrals in twelve months says it."
        ),
    ),
    Measure(
        key="referrals_exploitation_aged_13_and_over",
        title="Referrals over exploitation, of children aged 13 and over",
        unit=COUNT,
        numerator="referrals_exploitation_aged_13_and_over",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition=(
            "Referrals of young people from their thirteenth birthday on that were made because somebody feared they were being exploited."
        ),
        method=(
            "Referrals of the period whose referral step names sexual or criminal exploitation as the concern, of children aged 13 or over "
            "on the day of referral. A child whose date of birth is not known is not counted."
        ),
    ),
    Measure(
        key="rereferrals_rate",
        title="Re-referrals per 10,000 children",
        unit=PER_10_000,
        numerator="rereferrals",
        denominator=POPULATION,
        bases=(ROLLING_12, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=LOW,
        definition=(
            "Referrals of children who had been referred in the twelve months before, set against the number of children who live here."
        ),
        method="Re-referrals of the period over residents aged 0 to 17, times 10,000.",
    ),
    Measure(
        key="referrals_to_assessment",
        title="Referrals that led to an assessment",
        unit=COUNT,
        numerator="referrals_to_assessment",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition=(
            "Referrals after which a social worker began an assessment of the child, or an initial assessment while there were such."
        ),
        method=(
            "Referrals of the period whose child has an assessment, single or initial, started between the referral and 45 working "
            "days after it. Recent months rise when counted again."
        ),
    ),
    Measure(
        key="referrals_to_assessment_rate",
        title="Referrals that led to an assessment, per 10,000 children",
        unit=PER_10_000,
        numerator="referrals_to_assessment",
        denominator=POPULATION,
        bases=(ROLLING_12, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition="Referrals that led to an assessment, set against the number of children who live here.",
        method="Referrals of the period that led to an assessment over residents aged 0 to 17, times 10,000.",
    ),
)
