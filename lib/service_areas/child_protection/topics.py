"""Pages on child protection plans, their reviews and visits."""

from lib.measures import IN_MONTH, ROLLING_12, YEAR_TO_DATE, Series, Topic

TOPICS = (
    Topic(
        key="children_on_plans",
        title="Children on child protection plans",
        definition=(
            "A conference places a child on a child protection plan when it judges that the child is suffering, or likely to suffer, "
            "significant harm. The plan says what must change, and social workers, the family and other services work to it together. "
            "The number on plans is what conferences bring in less what ends, so the starts and ends beside it say why it moves."
        ),
        shows=(
            Series("initial_conferences", IN_MONTH),
            Series("children_on_cp_plans"),
            Series("children_on_cp_plans_rate"),
            Series("cp_plans_started_rate", IN_MONTH),
            Series("cp_plans_ended_rate", IN_MONTH),
        ),
    ),
    Topic(
        key="plan_lengths",
        title="Length of plans and repeat plans",
        definition=(
            "A child protection plan lasts until the child no longer needs its protection, moves to another council's area or "
            "reaches 18. It should be long enough to work and no longer: a plan of two years suggests drift, and a second plan "
            "suggests that the first ended too soon. The two belong together, because pressing on one can worsen the other."
        ),
        shows=(
            Series("cp_plans_started_repeat_percent", ROLLING_12, parts="both"),
            Series("cp_plans_started_repeat_within_2_years_percent", ROLLING_12),
            Series("children_on_cp_plans_2_years_percent", parts="both"),
            Series("cp_plans_ended_after_2_years_percent", IN_MONTH, parts="both"),
        ),
    ),
    Topic(
        key="cp_reviews_and_visits",
        title="Child protection reviews and visits",
        definition=(
            "A plan keeps a child safe only if it is looked at again and the child is seen. A review conference asks whether the plan "
            "is working, first within three months and then at least every six. Between reviews a social worker visits at an interval "
            "the council sets. Brothers and sisters are often reviewed together, so one late conference can count several times."
        ),
        shows=(
            Series("cp_reviews_in_time_percent", parts="both"),
            Series("cp_visited_in_time_percent"),
        ),
    ),
    Topic(
        key="plans_started_and_ended",
        title="Plans started and ended",
        definition=(
            "Each month some children start a plan and others leave one, and the difference moves the number on plans. A plan should end "
            "because the child is safe. One that ends because the child came into care means that the plan was not enough; whether it came "
            "soon enough is the question to ask."
        ),
        shows=(
            Series("cp_plans_started"),
            Series("cp_plans_ended"),
            Series("cp_plans_started", YEAR_TO_DATE),
            Series("cp_plans_ended", YEAR_TO_DATE),
        ),
    ),
    Topic(
        key="plan_categories",
        title="Why children are on plans",
        definition=(
            "A plan names the kind of harm it guards against: neglect, or physical, sexual or emotional abuse; some councils record more "
            "than one together. A child is counted under the latest category of the plan. The mix follows what families live through, "
            "and also how conferences here use the words."
        ),
        shows=(
            Series("children_on_cp_plans", breakdown="category of abuse"),
            Series("children_on_cp_plans_share_percent", breakdown="category of abuse"),
        ),
    ),
    Topic(
        key="long_and_repeat_plans",
        title="Children on long plans and on repeated ones",
        definition=(
            "Of the children on plans now, some have been on theirs for two years, and some had left a plan and come back. Both are "
            "counted at the end of the month, over every child on a plan. Beside them stand the plans that began this month, which show "
            "soonest whether children are coming back."
        ),
        shows=(
            Series("children_on_cp_plans_2_years"),
            Series("children_on_cp_plans_2_years_percent", YEAR_TO_DATE),
            Series("children_on_repeat_cp_plans_within_2_years_percent", parts="numerator"),
            Series("children_on_repeat_cp_plans_percent", parts="numerator"),
            Series("cp_plans_started_repeat_within_2_years_percent", IN_MONTH, parts="both"),
        ),
    ),
    Topic(
        key="cp_visits",
        title="Children on plans visited in time",
        definition=(
            "A social worker visits each child on a plan at an interval the council sets, sees the child, and where possible alone. "
            "Children whose visit is not due yet are left out, and one whose plan has just ended is in if a visit fell due before. The "
            "year to date adds up its month ends."
        ),
        shows=(
            Series("cp_visited_in_time_percent", parts="both"),
            Series("cp_visited_in_time_percent", YEAR_TO_DATE),
        ),
    ),
    Topic(
        key="care_and_protection",
        title="Children in care and on a plan",
        definition=(
            "A child who comes into care while on a protection plan keeps it until a conference ends it, which should be soon. A number "
            "that grows means that plans are left standing beside each other, and that a child has two sets of meetings for one set of "
            "worries."
        ),
        shows=(Series("children_looked_after_on_cp_plans"),),
    ),
    Topic(
        key="female_genital_mutilation",
        title="Female genital mutilation",
        definition=(
            "Female genital mutilation is a crime and a form of abuse. Teachers, nurses, doctors and social workers must report it to the "
            "police when they learn that a girl has suffered it. Cases are few, so the figure is supplied by those who hear of them, and a "
            "month without one is worth saying."
        ),
        shows=(Series("female_genital_mutilation_cases"),),
    ),
    Topic(
        key="repeat_plans",
        title="Children on a second plan, and when the first one ended",
        definition=(
            "Some children on a plan have been on one before. When the earlier one ended tells two stories: last year, and the plan may "
            "have been ended too soon; ten years ago, and the child has lived through another childhood since. Both are worth knowing "
            "child by child, and few enough to be known so."
        ),
        shows=(
            Series("children_on_repeat_cp_plans"),
        ),
    ),
    Topic(
        key="cp_reviews_held",
        title="What review conferences decide",
        definition=(
            "A review conference looks at a plan with the family and everyone who works with them, and decides whether it goes on or "
            "the child is safe without it. It counts children, and brothers and sisters are reviewed together. Few endings for months "
            "on end ask whether plans drift; many at once, whether they were ended for the numbers."
        ),
        shows=(
            Series("cp_reviews"),
        ),
    ),
    Topic(
        key="cp_visits_made",
        title="Visits made to children on plans",
        definition=(
            "Here visits are counted, not children: of the visits that were made, how many came by the day they were due. A visit "
            "recorded late, or for one child of a family and not for the other, counts as late. A visit never made is in neither "
            "number, so this is read beside the share of children visited in time."
        ),
        shows=(
            Series("cp_visits_in_time_percent", parts="both"),
        ),
    ),
    Topic(
        key="child_protection_medicals",
        title="Child protection medicals",
        definition=(
            "When a child may have been hurt or neglected, a doctor examines the child, for the child's own sake first and as evidence "
            "second. The health service says how many there were. Their number follows that of enquiries and plans, and a fall beside "
            "rising enquiries asks whether children are being seen by a doctor when they should be."
        ),
        shows=(
            Series("child_protection_medicals"),
        ),
    ),
)
