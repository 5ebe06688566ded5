"""Measures of strategy discussions, section 47 enquiries and initial conferences."""

from lib.measures import (
    COUNT, FINANCIAL_YEAR, HIGH, IN_MONTH, NEITHER, PER_10_000, PERCENT, POPULATION, ROLLING_12, YEAR_TO_DATE, Measure,
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
    Measure(
        key="strategy_discussions",
        title="Strategy discussions held",
        unit=COUNT,
        numerator="strategy_discussions",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition=(
            "Discussions in which social care, police, health and others shared what they knew about a child who might be suffering "
            "significant harm. Each child is counted, each time; a second discussion of the same concern is a second one."
        ),
        method="Strategy discussions of the workflow list finished in the period, a row a child and discussion.",
        breakdowns=("concern", "team"),
    ),
    Measure(
        key="strategy_discussions_to_section_47_percent",
        title="Strategy discussions that led to a section 47 enquiry",
        unit=PERCENT,
        numerator="strategy_discussions_to_section_47",
        denominator="strategy_discussions",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition=(
            "Of the strategy discussions held, how many decided that an enquiry was needed. A very small share may mean that discussions "
            "are called for too little; a very large one, that they are called too late."
        ),
        method=(
            "Strategy discussions finished in the period with a section 47 enquiry as their outcome, over all finished in the period, "
            "those without a recorded outcome included."
        ),
        breakdowns=("concern", "team"),
    ),
    Measure(
        key="section_47_enquiries_in_time_percent",
        title="Section 47 enquiries completed within timescale",
        unit=PERCENT,
        numerator="section_47_enquiries_in_time",
        denominator="section_47_enquiries_completed",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=HIGH,
        definition=(
            "Of the enquiries completed, how many were finished by the day they were due. A conference, where one is needed, has to be "
            "held within 15 working days of the strategy discussion, and cannot start from an unfinished enquiry."
        ),
        method=(
            "Enquiries finished in the period by their due date, over all finished in it. Without a due date the limit is 15 working days "
            "from the strategy discussion in the 30 days before the enquiry, else from its start."
        ),
    ),
    Measure(
        key="section_47_no_further_action_percent",
        title="Section 47 enquiries that ended in no further action",
        unit=PERCENT,
        numerator="section_47_no_further_action",
        denominator="section_47_enquiries_completed",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition=(
            "Of the enquiries completed, how many led to nothing further. Families go through an enquiry at a cost, so a share that stays "
            "high asks whether something gentler would have done."
        ),
        method=(
            "Enquiries finished in the period with no further action as their outcome or next action, over all finished in the period, in "
            "whichever month they began."
        ),
    ),
    Measure(
        key="section_47_to_initial_conference_percent",
        title="Section 47 enquiries that led to an initial conference",
        unit=PERCENT,
        numerator="section_47_to_initial_conference",
        denominator="section_47_enquiries_completed",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition="Of the enquiries completed, how many went on to a conference that decides whether the child needs a protection plan.",
        method=(
            "Enquiries finished in the period with an initial conference as their next action, over all finished in it. Where no next "
            "action is recorded at all: those for which Annex A List 5 holds a conference."
        ),
    ),
    Measure(
        key="strategy_discussions_share_percent",
        title="Share of strategy discussions",
        unit=PERCENT,
        numerator="strategy_discussions",
        denominator="strategy_discussions",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition="Of every hundred strategy discussions, how many were over neglect, abuse or exploitation, and which teams called them.",
        method="Strategy discussions of the period over that concern, or by that team, over all held in it, those not recorded among them.",
        breakdowns=("concern", "team"),
        share=True,
    ),
    Measure(
        key="strategy_discussions_after_exploitation_assessment",
        title="Children with a strategy discussion soon after an exploitation assessment",
        unit=COUNT,
        numerator="strategy_discussions_after_exploitation_assessment",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition=(
            "Children whose exploitation assessment was followed within a month by a strategy discussion. It shows whether that assessment "
            "leads anywhere when it finds a risk."
        ),
        method=(
            "Children with a strategy discussion finished in the month, and an exploitation assessment finished that day or in the 30 days "
            "before; a child counts once a month."
        ),
    ),
    Measure(
        key="strategy_discussions_to_section_47",
        title="Strategy discussions that opened a section 47 enquiry",
        unit=COUNT,
        numerator="strategy_discussions_to_section_47",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition="Strategy discussions in which those present decided that an enquiry was needed. A child counts each time.",
        method="Strategy discussions finished in the period with a section 47 enquiry as their outcome, a row a child and discussion.",
        breakdowns=("concern", "team"),
    ),
    Measure(
        key="initial_conferences_to_plan_percent",
        title="Initial conferences that led to a child protection plan",
        unit=PERCENT,
        numerator="initial_conferences_to_plan",
        denominator="initial_conferences",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition=(
            "Of the children considered at an initial conference, how many were then placed on a plan. Far fewer than elsewhere may "
            "mean that families are brought to conferences needlessly; nearly all, that it was decided before."
        ),
        method=(
            "Conferences of the period that Annex A List 5 says resulted in a plan, over all held. Where it says nothing: those on "
            "whose day a plan of the child in List 7 began."
        ),
    ),
)
