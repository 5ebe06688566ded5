"""Contacts and referrals: who tells social care about a child, how many are taken on, and how many come back."""

from lib.measures import (
    COUNT, FINANCIAL_YEAR, HIGH, IN_MONTH, LOW, NEITHER, PER_10_000, PERCENT, POPULATION, ROLLING_12, YEAR_TO_DATE,
    Measure, Series, Topic, flow,
)

TITLE = "Contacts and referrals"

QUANTITIES = (
    flow("contacts"),
    flow("contacts_progressed_to_referral"),
    flow("referrals"),
    flow("referrals_decided_in_48_hours"),
    flow("rereferrals"),
    flow("referrals_to_assessment"),
)

MEASURES = (
    Measure(
        key="contacts",
        title="Contacts received",
        unit=COUNT,
        numerator="contacts",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition=(
            "Each time somebody, often the police, a school or a health service, told social care about a "
            "child. Each child is counted, so one call about three brothers and sisters is three contacts."
        ),
        method="Rows of Annex A List 1 with a date of contact in the period. There is no national count of contacts.",
        breakdowns=("source",),
    ),
    Measure(
        key="contacts_progressed_to_referral",
        title="Contacts that became a referral",
        unit=COUNT,
        numerator="contacts_progressed_to_referral",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition="Contacts which a manager judged to need the attention of a social worker, and which were taken on as referrals.",
        method="Contacts of the period whose recorded outcome is referral, counted in the month of the contact and not of the referral.",
        breakdowns=("source",),
    ),
    Measure(
        key="contacts_progressed_to_referral_percent",
        title="Contacts that became a referral, as a share of contacts",
        unit=PERCENT,
        numerator="contacts_progressed_to_referral",
        denominator="contacts",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition=(
            "Of every hundred contacts, how many were taken on as referrals. A low share can mean that others "
            "send social care what early help could answer; a high one, that they wait too long before they call."
        ),
        method="Contacts of the period whose outcome is referral, over all contacts of the period.",
        breakdowns=("source",),
    ),
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
)

TOPICS = (
    Topic(
        key="contacts",
        title="Contacts",
        definition=(
            "A contact is made when somebody tells children's social care about a child: to pass on a "
            "worry, to ask for advice or to ask for help. Each is screened against thresholds the council "
            "has agreed with its partners. Where a manager decides that a social worker is needed, the "
            "contact becomes a referral; otherwise the family may be given advice or pointed to early help."
        ),
        shows=(
            Series("contacts"),
            Series("contacts_progressed_to_referral"),
            Series("contacts_progressed_to_referral_percent"),
        ),
    ),
    Topic(
        key="referrals",
        title="Referrals",
        definition=(
            "A referral asks social care to do something for a child who has no open case. A social worker and manager decide "
            "what: an assessment, urgent protection, help from another service, or nothing more. Two questions matter to a board: "
            "whether those referred are the children who need an assessment, and whether the same children keep coming back."
        ),
        shows=(
            Series("referrals"),
            Series("referrals_to_assessment_percent"),
            Series("rereferrals_percent", IN_MONTH),
            Series("rereferrals_percent", ROLLING_12),
            Series("referrals_rate", ROLLING_12),
            Series("referrals_decided_in_48_hours_percent"),
        ),
    ),
)
