"""Pages on strategy discussions, section 47 enquiries and initial conferences."""

from lib.measures import IN_MONTH, ROLLING_12, YEAR_TO_DATE, Series, Topic

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
    Topic(
        key="strategy_discussions",
        title="Strategy discussions",
        definition=(
            "When there is reason to fear for a child, social care, police, health and others meet or talk without delay, share what each "
            "of them knows and decide together whether to make enquiries under section 47. Some decide that a single agency acts, or that "
            "nothing more is needed. Numbers are small enough for one family to move a month."
        ),
        shows=(
            Series("strategy_discussions"),
            Series("strategy_discussions_to_section_47_percent", IN_MONTH, parts="numerator"),
            Series("strategy_discussions_to_section_47_percent", YEAR_TO_DATE),
        ),
    ),
    Topic(
        key="section_47_next_steps",
        title="What section 47 enquiries lead to",
        definition=(
            "An enquiry should be finished in time for a conference to be held when one is needed. What follows it may be that conference, "
            "support as a child in need, or nothing further. Enquiries are counted in the month they end, whenever they began, so that "
            "every one of them has an answer."
        ),
        shows=(
            Series("section_47_enquiries_in_time_percent", parts="both"),
            Series("section_47_no_further_action_percent", parts="numerator"),
            Series("section_47_to_initial_conference_percent", parts="numerator"),
        ),
    ),
    Topic(
        key="conferences_in_time",
        title="Initial conferences held in time",
        definition=(
            "A conference should be held within 15 working days of the last strategy discussion before it. In a small council a handful of "
            "children make a month, and brothers and sisters share a meeting, so one late meeting can halve a month's figure. The year to "
            "date shows whether it was an exception."
        ),
        shows=(
            Series("initial_conferences_in_time_percent", IN_MONTH, parts="both"),
            Series("initial_conferences_in_time_percent", YEAR_TO_DATE, parts="both"),
        ),
    ),
    Topic(
        key="discussions_and_what_follows",
        title="What strategy discussions come from and lead to",
        definition=(
            "A strategy discussion may follow a referral, an assessment of a young person's risk of exploitation, or something learnt "
            "while a case is open. Those present decide whether enquiries are made. How many discussions are called, how many open an "
            "enquiry and over which concerns shows where in the area children are feared for."
        ),
        shows=(
            Series("strategy_discussions"),
            Series("strategy_discussions_to_section_47"),
            Series("strategy_discussions_after_exploitation_assessment"),
        ),
    ),
    Topic(
        key="conferences_and_plans",
        title="What initial conferences decide",
        definition=(
            "Each conference asks one question of each child: is a protection plan needed? Most answer yes, because doubtful cases are "
            "settled before. A month in which few do may mean that families were called to meetings they did not need, or that the "
            "enquiry before was read too darkly. Brothers and sisters are usually decided together, so small months jump."
        ),
        shows=(
            Series("initial_conferences_to_plan_percent", parts="both"),
        ),
    ),
)
