"""The pages on contacts and referrals, and what each of them shows."""

from lib.measures import IN_MONTH, ROLLING_12, Series, Topic

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
    Topic(
        key="decisions",
        title="How soon contacts and referrals are decided",
        definition=(
            "Whoever tells social care about a child should soon know what will happen. National guidance gives a referral one working "
            "day; a measure by the clock shows besides who waited over a weekend. A contact or referral with no decision recorded counts "
            "as late."
        ),
        shows=(
            Series("contacts_decided_in_24_hours_percent"),
            Series("contacts_decided_in_1_working_day_percent"),
            Series("referrals_decided_in_24_hours_percent"),
            Series("referrals_decided_in_1_working_day_percent"),
            Series("contacts_screened_same_working_day_percent"),
        ),
    ),
    Topic(
        key="sources",
        title="Who contacts and refers",
        definition=(
            "Police officers, teachers, health staff, relatives and neighbours each see another part of a child's life. Who gets in touch, "
            "and how often that leads to a referral, shows which of them share the council's understanding of when a social worker is "
            "needed. The police and schools are shown month by month, every source for the month."
        ),
        shows=(
            Series("contacts_share_percent", breakdown="source", category="Police"),
            Series("contacts_share_percent", breakdown="source", category="Schools"),
            Series("referrals_share_percent", breakdown="source", category="Police"),
            Series("referrals_share_percent", breakdown="source", category="Schools"),
        ),
    ),
    Topic(
        key="rereferrals",
        title="Children referred again",
        definition=(
            "A child who is referred again within twelve months may have been left too soon the first time, or may have met a new "
            "difficulty. A few families with several children can move one month a long way, so the year to date is the steadier figure."
        ),
        shows=(
            Series("rereferrals"),
        ),
    ),
    Topic(
        key="missing_and_exploited",
        title="Children missing, and young people at risk of exploitation",
        definition=(
            "A child who goes missing may be running from something, or towards somebody who means harm. Notices that children are missing "
            "and referrals over exploitation are few and uneven. They are shown so that a board can ask about each rise, not to be ranked."
        ),
        shows=(
            Series("missing_child_notifications"),
            Series("referrals_exploitation_aged_13_and_over"),
        ),
    ),
    Topic(
        key="referrals_in_proportion",
        title="Referrals that came again or led to an assessment, against the number of children",
        definition=(
            "Over twelve months, and set against the number of children who live here, two streams can be followed through years: "
            "referrals that a social worker went on to assess, and referrals of children who had been here before. Rates let councils "
            "of different sizes be compared; whether a rate is too high or too low is for a council to ask of its own practice."
        ),
        shows=(
            Series("referrals_to_assessment"),
            Series("referrals_to_assessment_rate", ROLLING_12),
            Series("rereferrals_rate", ROLLING_12),
        ),
    ),
)
