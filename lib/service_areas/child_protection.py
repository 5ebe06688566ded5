"""Child protection: how many children are on a plan, for how long, how often again, and whether they are reviewed and visited."""

from lib.measures import (
    COUNT, FINANCIAL_YEAR, HIGH, IN_MONTH, LOW, MONTH_END, NEITHER, PER_10_000, PERCENT, POPULATION, ROLLING_12, YEAR_TO_DATE,
    Measure, Series, Topic, flow, stock,
)

TITLE = "Child protection"

QUANTITIES = (
    stock("children_on_cp_plans"),
    flow("cp_plans_started"),
    flow("cp_plans_ended"),
    flow("cp_plans_started_repeat"),
    flow("cp_plans_started_repeat_within_2_years"),
    stock("children_on_cp_plans_2_years"),
    flow("cp_plans_ended_after_2_years"),
    flow("cp_reviews"),
    flow("cp_reviews_in_time"),
    stock("cp_with_up_to_date_plan"),
    stock("cp_due_visit"),
    stock("cp_visited_in_time"),
)

MEASURES = (
    Measure(
        key="children_on_cp_plans",
        title="Children on a child protection plan",
        unit=COUNT,
        numerator="children_on_cp_plans",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition="Children being kept safe under a child protection plan on the last day of the month.",
        method=(
            "Plans of Annex A List 7 started by the last day of the month and not ended by it, each child "
            "once; temporary registrations of other councils' children left out (DfE children in need census)."
        ),
        breakdowns=("category of abuse", "age", "sex"),
        benchmark="CPP_Num",
    ),
    Measure(
        key="children_on_cp_plans_rate",
        title="Children on a child protection plan per 10,000 children",
        unit=PER_10_000,
        numerator="children_on_cp_plans",
        denominator=POPULATION,
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition=(
            "Children on a child protection plan, set against the number of children who live here. A rate well "
            "above similar councils' may mean that plans are used too readily; one well below, that risk is missed."
        ),
        method="Children on a plan on the last day of the month over residents aged 0 to 17, times 10,000 (DfE children in need census).",
        benchmark="CPP_rate",
    ),
    Measure(
        key="cp_plans_started_rate",
        title="Child protection plans started per 10,000 children",
        unit=PER_10_000,
        numerator="cp_plans_started",
        denominator=POPULATION,
        bases=(ROLLING_12, IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=LOW,
        definition=(
            "Child protection plans begun, set against the number of children who live here. A child who starts twice counts twice."
        ),
        method=(
            "Plans started in the period over residents aged 0 to 17, times "
            "10,000. A single month is a month's plans, not a yearly rate."
        ),
        benchmark="CPP_Abuse_Rate",
    ),
    Measure(
        key="cp_plans_ended_rate",
        title="Child protection plans ended per 10,000 children",
        unit=PER_10_000,
        numerator="cp_plans_ended",
        denominator=POPULATION,
        bases=(ROLLING_12, IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition=(
            "Child protection plans brought to an end, set against the number of children who "
            "live here. While more end than start, the number of children on plans falls."
        ),
        method=(
            "Plans ended in the period over residents aged 0 to 17, times 10,000. A single month is a month's plans, not a yearly rate."
        ),
        benchmark="DeRegCPR",
    ),
    Measure(
        key="cp_plans_started_repeat_percent",
        title="Child protection plans started for a child who had any earlier plan",
        unit=PERCENT,
        numerator="cp_plans_started_repeat",
        denominator="cp_plans_started",
        bases=(ROLLING_12, IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=LOW,
        definition=(
            "Of the plans begun, how many were for a child who had been on a plan before, however long "
            "ago. A second plan can mean that the first ended before things at home had really changed."
        ),
        method=(
            "Plans started in the period with one or more previous plans, over all plans started "
            "in the period (DfE children in need census). Plans in other councils are not counted."
        ),
        benchmark="PrevRegCPR",
    ),
    Measure(
        key="cp_plans_started_repeat_within_2_years_percent",
        title="Child protection plans started within two years of an earlier plan",
        unit=PERCENT,
        numerator="cp_plans_started_repeat_within_2_years",
        denominator="cp_plans_started",
        bases=(ROLLING_12, IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=LOW,
        definition=(
            "Of the plans begun, how many were for a child whose earlier plan had ended less than "
            "two years before. It is a local measure: no national figure is published for it."
        ),
        method=(
            "Plans started in the period within two years of the end of the child's earlier plan, over all plans started in the period."
        ),
    ),
    Measure(
        key="children_on_cp_plans_2_years_percent",
        title="Children on a child protection plan for two years or more",
        unit=PERCENT,
        numerator="children_on_cp_plans_2_years",
        denominator="children_on_cp_plans",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=LOW,
        definition=(
            "Of the children on a plan at the end of the month, how many had been on it for two "
            "years or more. A plan that runs so long is not making the child safe quickly enough."
        ),
        method="Children whose open plan began 730 days or more before the last day of the month, over all children on a plan that day.",
        benchmark="CPPlans2yrsActive",
    ),
    Measure(
        key="cp_plans_ended_after_2_years_percent",
        title="Child protection plans ended that had lasted two years or more",
        unit=PERCENT,
        numerator="cp_plans_ended_after_2_years",
        denominator="cp_plans_ended",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=LOW,
        definition="Of the plans that came to an end, how many had lasted two years or more.",
        method="Plans ended in the period after 730 days or more, over all plans ended in the period (DfE children in need census).",
        benchmark="CPPlans2yrs",
    ),
    Measure(
        key="cp_reviews_in_time_percent",
        title="Review conferences held within timescale",
        unit=PERCENT,
        numerator="cp_reviews_in_time",
        denominator="cp_reviews",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=HIGH,
        definition=(
            "Of the review conferences held, how many were held by the day they were due. A plan is reviewed within three months, "
            "then at least every six. The national figure is stricter: children on a plan whose every review was in time."
        ),
        method=(
            "Review conferences of the period held by their due date, a row a child, over all held in the period. Where no due "
            "date is given: three months after the initial conference, then six months after the review before (Working Together)."
        ),
        benchmark="RevCP",
    ),
    Measure(
        key="cp_with_up_to_date_plan_percent",
        title="Children on a child protection plan whose plan document is up to date",
        unit=PERCENT,
        numerator="cp_with_up_to_date_plan",
        denominator="children_on_cp_plans",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=HIGH,
        definition="Of the children on a child protection plan, how many have a written plan that is not overdue for review.",
        method=(
            "Children on a plan whose plan document is not past its review "
            "date on the last day of the month, over all children on a plan."
        ),
    ),
    Measure(
        key="cp_visited_in_time_percent",
        title="Children on a child protection plan visited within the local interval",
        unit=PERCENT,
        numerator="cp_visited_in_time",
        denominator="cp_due_visit",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=HIGH,
        definition=(
            "Of the children on a plan who were due a visit, how many had been visited by a social worker recently enough. The "
            "interval is the council's own, commonly two weeks; children new to a plan are left out until a visit falls due."
        ),
        method=(
            "Children due a visit whose last visit was at most 14 days before the last "
            "day of the month, or the council's own interval, over all who were due one."
        ),
        breakdowns=("team",),
    ),
)

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
)
