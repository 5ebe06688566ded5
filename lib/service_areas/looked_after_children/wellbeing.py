"""Measures of whether looked after children are healthy, taught, planned for and heard."""

from lib.measures import FINANCIAL_YEAR, HIGH, IN_MONTH, MONTH_END, PERCENT, YEAR_TO_DATE, Measure

MEASURES = (
    Measure(
        key="lac_health_assessment_up_to_date_percent",
        title="Children looked after whose health assessment is up to date",
        unit=PERCENT,
        numerator="lac_health_assessment_up_to_date",
        denominator="lac_due_health_assessment",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=HIGH,
        definition="Of children in care for a year, how many had a health assessment in the last year, or six months if under five.",
        method=(
            "Children looked after for twelve months or more on the last day of the month with an assessment in the last "
            "twelve months, or six under age five, over all looked after that long. A refused assessment counts as not done."
        ),
        benchmark="LACHealth%",
    ),
    Measure(
        key="lac_dental_check_up_to_date_percent",
        title="Children looked after whose dental check is up to date",
        unit=PERCENT,
        numerator="lac_dental_check_up_to_date",
        denominator="lac_due_dental_check",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=HIGH,
        definition="Of the children in care for a year or more, how many have had their teeth checked in the last twelve months.",
        method="Children looked after twelve months or more and checked in the last twelve, over all looked after so long (DfE SSDA903).",
        benchmark="LACDental%",
    ),
    Measure(
        key="lac_with_pep_percent",
        title="Children looked after with a personal education plan",
        unit=PERCENT,
        numerator="lac_with_pep",
        denominator="lac_due_pep",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=HIGH,
        definition="Of the looked after children old enough for nursery or school, how many have a personal education plan, however old.",
        method="Children due a plan who have one, over all due one. Due are those in care for over four weeks and older than two and a half.",
    ),
    Measure(
        key="lac_with_up_to_date_pep_percent",
        title="Children looked after whose personal education plan is up to date",
        unit=PERCENT,
        numerator="lac_with_up_to_date_pep",
        denominator="lac_due_pep",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=HIGH,
        definition="Of the looked after children due a personal education plan, how many have one made or reviewed recently enough.",
        method="Children due a plan who had one completed or reviewed in the last six months, over all due one.",
    ),
    Measure(
        key="lac_with_up_to_date_plan_percent",
        title="Eligible children looked after whose care plan is up to date",
        unit=PERCENT,
        numerator="lac_with_up_to_date_plan",
        denominator="lac_due_plan",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=HIGH,
        definition=(
            "Of the looked after children who should have a care plan, how many have one that is "
            "not overdue for review. Those old enough for a pathway plan are counted there instead."
        ),
        method="Children in care ten working days, too young for a pathway plan, whose care plan is not past its review, over all such.",
    ),
    Measure(
        key="lac_review_participants_percent",
        title="Children who took part in their looked after review",
        unit=PERCENT,
        numerator="lac_review_participants",
        denominator="lac_review_participation_due",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=HIGH,
        definition=(
            "Of the reviews of children aged four or over, how many the child had a say in: by speaking there, through an "
            "advocate, by signs or symbols, or by sending their views. Being in the room without a say does not count."
        ),
        method=(
            "Reviews of the period with participation code PN1, PN2, PN3, PN5 or PN6 over "
            "all reviews of children aged four or over, by age on the day (DfE SSDA903)."
        ),
        breakdowns=("age",),
    ),
)
