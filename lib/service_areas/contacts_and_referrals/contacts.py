"""What is counted of contacts: who made them, what became of them, and how soon that was decided."""

from lib.measures import COUNT, FINANCIAL_YEAR, HIGH, IN_MONTH, NEITHER, PERCENT, YEAR_TO_DATE, Measure, Rows, flow

ON = "date_of_contact"

QUANTITIES = (
    flow("contacts", Rows("contacts", on=ON), by=("source",)),
    flow("contacts_progressed_to_referral", Rows("contacts", on=ON, where=("progressed_to_referral",)), by=("source",)),
    flow("contacts_decided_in_24_hours", Rows("contacts", on=ON, where=("decided_in_24_hours",))),
    flow("contacts_decided_in_1_working_day", Rows("contacts", on=ON, where=("decided_in_1_working_day",))),
    flow("contacts_screened_same_working_day", Rows("contacts", on=ON, where=("screened_same_working_day",))),
    flow("missing_child_notifications", Rows("missing_notifications", on="started")),
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
        key="contacts_share_percent",
        title="Share of contacts by source",
        unit=PERCENT,
        numerator="contacts",
        denominator="contacts",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition="Of every hundred contacts, how many came from the police, from schools, from a health service or from others.",
        method="Contacts of the period from one source over contacts from all sources, those with no source recorded among them.",
        breakdowns=("source",),
        share=True,
    ),
    Measure(
        key="contacts_decided_in_24_hours_percent",
        title="Contacts decided within 24 hours",
        unit=PERCENT,
        numerator="contacts_decided_in_24_hours",
        denominator="contacts",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=HIGH,
        definition=(
            "Contacts on which a manager had decided what to do a day and a night later, by the clock. "
            "Weekends and bank holidays are not taken out: a child who cannot wait does not."
        ),
        method=(
            "Contacts of the period whose contact step finished at most 24 hours after it started, over all contacts; one without a "
            "decision is not in time. A month returned without times of day is left out."
        ),
    ),
    Measure(
        key="contacts_decided_in_1_working_day_percent",
        title="Contacts decided within one working day",
        unit=PERCENT,
        numerator="contacts_decided_in_1_working_day",
        denominator="contacts",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=HIGH,
        definition=(
            "Contacts on which it was decided what to do by the end of the next working day, the time that national guidance gives a "
            "referral."
        ),
        method=(
            "Contacts of the period whose contact step finished by the end of the first working day after it started, over all contacts. "
            "What comes on a Friday has until Monday's end; England's bank holidays are skipped."
        ),
    ),
    Measure(
        key="contacts_screened_same_working_day_percent",
        title="Contacts screened on the working day they came in",
        unit=PERCENT,
        numerator="contacts_screened_same_working_day",
        denominator="contacts",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=HIGH,
        definition="Contacts that a qualified practitioner had looked at, to see how urgent they were, before the working day was over.",
        method=(
            "Contacts of the period screened on the day of contact, or on the next working day where that is a weekend or bank holiday, "
            "over all contacts. One with no day of screening is not in time."
        ),
    ),
    Measure(
        key="missing_child_notifications",
        title="Notifications that a child is missing",
        unit=COUNT,
        numerator="missing_child_notifications",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition="How often the police or others told social care that a child was missing, where that is recorded apart from contacts.",
        method=(
            "Steps of the kind missing notification started in the period. A council that records them as contacts has them among contacts "
            "alone."
        ),
    ),
)
