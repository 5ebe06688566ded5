"""Early help: support agreed with a family before its difficulties call for a social worker."""

from lib.measures import (
    COUNT, FINANCIAL_YEAR, HIGH, IN_MONTH, LOW, MONTH_END, NEITHER, PER_10_000, PERCENT, POPULATION, ROLLING_12, YEAR_TO_DATE,
    Measure, Rows, Series, Topic, flow, stock,
)

TITLE = "Early help"

STARTED = ("locality", "stepped down from", "lead organisation")
CLOSED = ("reason", "length", "locality")

QUANTITIES = (
    stock("early_help_episodes_open", Rows("early_help_episodes", since="started", until="ended"), by=("locality",)),
    flow("early_help_episodes_started", Rows("early_help_episodes", on="started"), by=STARTED),
    flow("early_help_episodes_closed", Rows("early_help_episodes", on="ended"), by=CLOSED),
    flow("early_help_stepped_up", Rows("early_help_episodes", on="ended", where=("stepped_up",))),
    flow("early_help_step_downs", Rows("early_help_episodes", on="started", where=("stepped_down",))),
    flow("early_help_step_downs_stepped_up_again", Rows("early_help_episodes", on="started", where=("stepped_down", "returned"))),
    flow("family_support_claims"),
)

MEASURES = (
    Measure(
        key="early_help_episodes_open",
        title="Children with an open early help assessment or plan",
        unit=COUNT,
        numerator="early_help_episodes_open",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition=(
            "Children whose family is being helped under an early help assessment or plan on the last day of the "
            "month. There is no national count to set it beside: councils record early help in different ways."
        ),
        method=(
            "Episodes started by the last day of the month and not ended by "
            "it, from the early help list. No national definition exists."
        ),
        breakdowns=("locality",),
    ),
    Measure(
        key="early_help_episodes_started",
        title="Early help episodes started",
        unit=COUNT,
        numerator="early_help_episodes_started",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition="Children for whom an early help assessment or plan began, whoever outside social care took the lead.",
        method=(
            "Episodes of the early help list with a start date in the period, each child of a family counted. A new start date is a new "
            "episode."
        ),
        breakdowns=STARTED,
    ),
    Measure(
        key="early_help_episodes_closed",
        title="Early help episodes closed",
        unit=COUNT,
        numerator="early_help_episodes_closed",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition=(
            "Children whose early help came to an end: because it had done its work, because the family chose to stop, or because more was "
            "needed."
        ),
        method="Episodes of the early help list with an end date in the period, each child counted, by the reason recorded for closing.",
        breakdowns=CLOSED,
    ),
    Measure(
        key="early_help_stepped_up",
        title="Early help episodes stepped up to social care",
        unit=COUNT,
        numerator="early_help_stepped_up",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition=(
            "Children whose early help ended because they needed a social worker. Some must: early help is where many needs are first "
            "understood."
        ),
        method="Episodes with an end date in the period whose reason for closing is that the case was stepped up to social care.",
    ),
    Measure(
        key="early_help_step_downs_stepped_up_again_percent",
        title="Step-downs to early help that came back to social care within a year",
        unit=PERCENT,
        numerator="early_help_step_downs_stepped_up_again",
        denominator="early_help_step_downs",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=LOW,
        definition=(
            "Of the children who moved from social care to early help, how many were back within twelve months, stepped up or referred "
            "again."
        ),
        method=(
            "Episodes started in the period after an assessment, a plan or care, whose child was stepped up or referred in the twelve "
            "months after the start, over all such episodes. Counted once those twelve months have passed."
        ),
    ),
    Measure(
        key="family_support_claims",
        title="Claims for families whose difficulties were turned around",
        unit=COUNT,
        numerator="family_support_claims",
        bases=(ROLLING_12, IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=HIGH,
        definition=(
            "Claims made under the national programme for families with several difficulties, which pays a council for each family that "
            "has kept up a change."
        ),
        method=(
            "Claims submitted in the period, as the council supplies them month by month. They are of families, of whom there is no list "
            "by child."
        ),
    ),
    Measure(
        key="early_help_episodes_open_rate",
        title="Open early help assessments and plans per 10,000 children",
        unit=PER_10_000,
        numerator="early_help_episodes_open",
        denominator=POPULATION,
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition=(
            "Children being helped under an early help assessment or plan, set against the number of children who live here. "
            "Councils record early help so differently that rates from elsewhere say little."
        ),
        method="Episodes open on the last day of the month over residents aged 0 to 17, times 10,000.",
    ),
    Measure(
        key="early_help_episodes_started_share_percent",
        title="Share of early help episodes started",
        unit=PERCENT,
        numerator="early_help_episodes_started",
        denominator="early_help_episodes_started",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition=(
            "Of every hundred episodes begun, how many were in each part of the area, how many came from which part of social care, "
            "and which organisation took the lead."
        ),
        method=(
            "Episodes started in the period of that locality, step-down or lead organisation over all started, those not recorded among "
            "them."
        ),
        breakdowns=STARTED,
        share=True,
    ),
    Measure(
        key="early_help_episodes_closed_share_percent",
        title="Share of early help episodes closed",
        unit=PERCENT,
        numerator="early_help_episodes_closed",
        denominator="early_help_episodes_closed",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition="Of every hundred episodes ended, how many ended for which reason, after how long, and in which part of the area.",
        method=(
            "Episodes ended in the period for that reason, of that length or locality, over all ended. Length is from start to end "
            "in calendar months; one of exactly three months is in the band that begins with three."
        ),
        breakdowns=CLOSED,
        share=True,
    ),
)

TOPICS = (
    Topic(
        key="early_help",
        title="Early help episodes",
        definition=(
            "Early help is support offered as soon as a difficulty shows, at any age from before birth to the teenage years. Schools, "
            "health visitors, family workers and others agree with the family what would help, and one of them holds the plan together. "
            "It is voluntary, and it comes before, or after, the work of a social worker: done well, fewer children need one."
        ),
        shows=(
            Series("early_help_episodes_open"),
        ),
    ),
    Topic(
        key="early_help_flow",
        title="Early help begun and ended",
        definition=(
            "Families come to early help by themselves, from a school or health service, or from social care once a social worker is no "
            "longer needed. They leave it when it has done enough, or when it is not enough. What begins and what ends explains how many "
            "are being helped; those who come back to social care within a year show what did not last."
        ),
        shows=(
            Series("early_help_episodes_started"),
            Series("early_help_episodes_closed"),
            Series("early_help_stepped_up"),
            Series("early_help_step_downs_stepped_up_again_percent", parts="both"),
        ),
    ),
    Topic(
        key="family_support",
        title="Payment by results for work with families",
        definition=(
            "Families with several difficulties at once, such as debt, violence at home and children out of school, are given one worker "
            "and one plan. The government pays part of the cost once a family has kept up its progress. Claims come in rounds, so twelve "
            "months tell more than one."
        ),
        shows=(
            Series("family_support_claims", IN_MONTH),
            Series("family_support_claims", ROLLING_12),
        ),
    ),
    Topic(
        key="early_help_paths",
        title="How children come to early help, and how they leave it",
        definition=(
            "Much early help begins without a social worker: a school, a nursery or a health visitor sees that a family needs a hand "
            "and takes the lead. Some begins when a social worker steps back. It ends because it worked, because the family chose so, "
            "or because the child needed more. Help that goes on for a year and a half asks whether it is changing anything."
        ),
        shows=(
            Series("early_help_episodes_started_share_percent", breakdown="stepped down from", category="No social care before"),
            Series("early_help_episodes_started_share_percent", breakdown="lead organisation", category="Education"),
            Series("early_help_episodes_closed_share_percent", breakdown="reason", category="Stepped up to social care"),
            Series("early_help_episodes_closed_share_percent", breakdown="length", category="18 months or more"),
        ),
    ),
    Topic(
        key="early_help_in_proportion",
        title="Early help against the number of children",
        definition=(
            "Set against all children who live here, the number helped early can be followed through years in which the area grew. "
            "Between councils it says little: one counts families and another children, one every plan and another those of its own "
            "services. Ask what is counted before asking who has more."
        ),
        shows=(
            Series("early_help_episodes_open_rate"),
        ),
    ),
)
