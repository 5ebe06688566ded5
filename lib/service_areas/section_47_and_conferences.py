"""Section 47 enquiries and initial conferences: what is done when a child may be suffering significant harm."""

from lib.measures import (
    COUNT, FINANCIAL_YEAR, HIGH, IN_MONTH, NEITHER, PER_10_000, PERCENT, POPULATION, ROLLING_12, YEAR_TO_DATE, Measure, Series, Topic, flow,
)

TITLE = "Section 47 enquiries and conferences"

QUANTITIES = (
    flow("section_47_enquiries_started"),
    flow("section_47_enquiries_completed"),
    flow("section_47_continuing_risk"),
    flow("section_47_substantiated_no_continuing_risk"),
    flow("section_47_not_substantiated"),
    flow("initial_conferences"),
    flow("initial_conferences_in_time"),
)

MEASURES = (
    Measure(
        key="section_47_enquiries_started",
        title="Section 47 enquiries started",
        unit=COUNT,
        numerator="section_47_enquiries_started",
        bases=(IN_MONTH, YEAR_TO_DATE, ROLLING_12, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition=(
            "Enquiries begun because there was reason to suspect that a child was suffering, "
            "or likely to suffer, significant harm. Each child is counted, each time."
        ),
        method="Rows of Annex A List 5 whose strategy discussion opened a section 47 enquiry in the period.",
        breakdowns=("team",),
    ),
    Measure(
        key="section_47_enquiries_started_rate",
        title="Section 47 enquiries started per 10,000 children",
        unit=PER_10_000,
        numerator="section_47_enquiries_started",
        denominator=POPULATION,
        bases=(ROLLING_12, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition=(
            "Section 47 enquiries set against the number of children who live here. A rate far from that "
            "of similar councils, in either direction, is a reason to ask where the threshold stands."
        ),
        method="Section 47 enquiries started in the period over residents aged 0 to 17, times 10,000 (DfE children in need census).",
        benchmark="Section_47",
    ),
    Measure(
        key="section_47_enquiries_completed",
        title="Section 47 enquiries completed",
        unit=COUNT,
        numerator="section_47_enquiries_completed",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition="Enquiries brought to an end with a decision about the child. Some were begun in an earlier month.",
        method="Section 47 enquiries with a finish date in the period, from the workflow list: Annex A holds no finish date.",
    ),
    Measure(
        key="section_47_continuing_risk_percent",
        title="Section 47 enquiries substantiated with continuing risk of significant harm",
        unit=PERCENT,
        numerator="section_47_continuing_risk",
        denominator="section_47_enquiries_completed",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition=(
            "Of the enquiries completed, how many found the concerns to be true and the child still "
            "at risk of significant harm. A child protection conference is the expected next step."
        ),
        method=(
            "Enquiries finished in the period with that outcome, over all "
            "finished in the period, those without a recorded outcome included."
        ),
    ),
    Measure(
        key="section_47_substantiated_no_continuing_risk_percent",
        title="Section 47 enquiries substantiated without continuing risk",
        unit=PERCENT,
        numerator="section_47_substantiated_no_continuing_risk",
        denominator="section_47_enquiries_completed",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition=(
            "Of the enquiries completed, how many found the concerns to be true but the child no longer at risk of significant harm."
        ),
        method="Enquiries finished in the period with the outcome substantiated and no continuing risk, over all finished in the period.",
    ),
    Measure(
        key="section_47_not_substantiated_percent",
        title="Section 47 enquiries not substantiated",
        unit=PERCENT,
        numerator="section_47_not_substantiated",
        denominator="section_47_enquiries_completed",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition=(
            "Of the enquiries completed, how many did not bear the concerns out. A large "
            "share means that many families went through an enquiry which found no harm."
        ),
        method="Enquiries finished in the period with the outcome not substantiated, over all finished in the period.",
    ),
    Measure(
        key="initial_conferences",
        title="Children considered at an initial child protection conference",
        unit=COUNT,
        numerator="initial_conferences",
        bases=(IN_MONTH, YEAR_TO_DATE, ROLLING_12, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition=(
            "Children whose safety was considered at a first child protection conference, where the family and professionals decide "
            "whether a plan is needed. Children are counted, not meetings: three brothers and sisters at one meeting are three."
        ),
        method=(
            "Rows of Annex A List 5 with an initial conference date in the "
            "period, a row a child; children moving in from elsewhere included."
        ),
        breakdowns=("outcome",),
    ),
    Measure(
        key="initial_conferences_rate",
        title="Children at an initial conference per 10,000 children",
        unit=PER_10_000,
        numerator="initial_conferences",
        denominator=POPULATION,
        bases=(ROLLING_12, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition="Children considered at an initial conference, set against the number of children who live here.",
        method="Children at an initial conference in the period over residents aged 0 to 17, times 10,000 (DfE children in need census).",
        benchmark="ISCP_Conf",
    ),
    Measure(
        key="initial_conferences_in_time_percent",
        title="Initial conferences within 15 working days of the strategy discussion",
        unit=PERCENT,
        numerator="initial_conferences_in_time",
        denominator="initial_conferences",
        bases=(IN_MONTH, YEAR_TO_DATE, ROLLING_12, FINANCIAL_YEAR),
        good_is=HIGH,
        definition=(
            "Of the children considered at an initial conference, how many had it within 15 working days of the strategy discussion "
            "that opened the enquiry. That is the limit in national guidance: a child at risk should not wait longer for a plan."
        ),
        method=(
            "Conferences of the period at most 15 working days after the last strategy discussion before them, over "
            "all conferences of the period (Working Together). Without a discussion date a conference counts as late."
        ),
        benchmark="CP_conf_15days",
    ),
)

TOPICS = (
    Topic(
        key="section_47_started",
        title="Section 47 enquiries started",
        definition=(
            "Section 47 of the Children Act 1989 requires a council to make enquiries when it has reasonable "
            "cause to suspect that a child is suffering, or is likely to suffer, significant harm. Social care, "
            "police, health and others first share what they know in a strategy discussion and decide together "
            "whether to open one. Numbers move from month to month; the twelve-month rate shows the direction."
        ),
        shows=(
            Series("section_47_enquiries_started", IN_MONTH),
            Series("section_47_enquiries_started", ROLLING_12),
            Series("section_47_enquiries_started_rate", ROLLING_12),
        ),
    ),
    Topic(
        key="section_47_completed",
        title="Section 47 enquiries completed",
        definition=(
            "An enquiry ends in one of three findings: the concerns are true and the child remains at risk of "
            "significant harm; they are true but the child is no longer at that risk; or they are not borne "
            "out. The mix says whether enquiries are opened for the right children. Enquiries with another "
            "outcome, or none recorded, are in the total, so the three shares need not add up to 100."
        ),
        shows=(
            Series("section_47_enquiries_completed"),
            Series("section_47_continuing_risk_percent", parts="numerator"),
            Series("section_47_substantiated_no_continuing_risk_percent", parts="numerator"),
            Series("section_47_not_substantiated_percent", parts="numerator"),
        ),
    ),
    Topic(
        key="initial_conferences",
        title="Initial child protection conferences",
        definition=(
            "When an enquiry finds that a child is still at risk, the family and the professionals who "
            "know the child meet in an initial child protection conference. It weighs what the enquiry "
            "found and decides whether the child needs a child protection plan. It should be held within "
            "15 working days of the strategy discussion. Here children are counted, over twelve months."
        ),
        shows=(
            Series("initial_conferences", ROLLING_12),
            Series("initial_conferences_rate", ROLLING_12),
            Series("initial_conferences_in_time_percent", ROLLING_12, parts="numerator"),
        ),
    ),
)
