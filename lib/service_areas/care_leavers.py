"""Care leavers: whether young people who were in care have a plan, a home, and work or study."""

from lib.measures import COUNT, FINANCIAL_YEAR, HIGH, MONTH_END, NEITHER, PERCENT, Measure, Rows, Series, Topic, stock

TITLE = "Care leavers"

AGES = ("age", "age group")
PERIODS = "periods_of_care"
DUE_PATHWAY_PLAN = {"since": "pathway_due_from", "until": "ceased", "each": "child"}

QUANTITIES = (
    stock("care_leavers", Rows("care_leavers"), by=AGES),
    stock("care_leavers_in_suitable_accommodation", Rows("care_leavers", where=("suitably_housed",)), by=AGES),
    stock("care_leavers_in_education_employment_training", Rows("care_leavers", where=("occupied",)), by=AGES),
    stock("lac_due_pathway_plan", Rows(PERIODS, **DUE_PATHWAY_PLAN)),
    stock("lac_with_up_to_date_pathway_plan", Rows(PERIODS, where=("pathway_plan_up_to_date",), as_returned=True, **DUE_PATHWAY_PLAN)),
    stock("care_leavers_in_touch", Rows("care_leavers", where=("in_touch",)), by=AGES),
)

MEASURES = (
    Measure(
        key="care_leavers",
        title="Care leavers",
        unit=COUNT,
        numerator="care_leavers",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition=(
            "Young people who have left care and whom the council still has a duty to support, on the last "
            "day of the month. The national count takes only some ages; this one takes every age on the list."
        ),
        method=(
            "Relevant and former relevant young people on Annex A List 9 at "
            "the end of the month; those still looked after are left out."
        ),
        breakdowns=("age", "age group"),
        benchmark="NoCareLeavers",
    ),
    Measure(
        key="lac_with_up_to_date_pathway_plan_percent",
        title="Eligible young people whose pathway plan is up to date",
        unit=PERCENT,
        numerator="lac_with_up_to_date_pathway_plan",
        denominator="lac_due_pathway_plan",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=HIGH,
        definition=(
            "Of the looked after young people old enough to need one, how many have a current pathway "
            "plan: a plan for where they will live, what they will study or work at, and who will help."
        ),
        method=(
            "Looked after children aged 16 years and 3 months or more whose pathway plan was reviewed in "
            "the last six months, over all looked after children of that age on the last day of the month."
        ),
    ),
    Measure(
        key="care_leavers_in_suitable_accommodation_percent",
        title="Care leavers in suitable accommodation",
        unit=PERCENT,
        numerator="care_leavers_in_suitable_accommodation",
        denominator="care_leavers",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=HIGH,
        definition=(
            "Of the care leavers, how many live somewhere judged suitable for them: safe, secure and "
            "affordable. Those with whom the council has lost touch count as not suitably housed."
        ),
        method=(
            "Care leavers recorded in suitable accommodation over all care "
            "leavers of the same ages. The national figure covers ages 19 to 21."
        ),
        breakdowns=("age", "age group"),
        benchmark="CareLeaverAcc",
    ),
    Measure(
        key="care_leavers_in_education_employment_training_percent",
        title="Care leavers in education, employment or training",
        unit=PERCENT,
        numerator="care_leavers_in_education_employment_training",
        denominator="care_leavers",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=HIGH,
        definition=(
            "Of the care leavers, how many are studying, working or in training, full time or "
            "part time. Those with whom the council has lost touch count as doing none of these."
        ),
        method=(
            "Care leavers whose activity code begins with F1, F2, F4, F5, P1, P2, P4 or P5 (DfE "
            "SSDA903), over all care leavers of the same ages. The national figure covers ages 19 to 21."
        ),
        breakdowns=("age", "age group"),
        benchmark="CareLeaverEET",
    ),
    Measure(
        key="care_leavers_in_touch_percent",
        title="Care leavers the council is in touch with",
        unit=PERCENT,
        numerator="care_leavers_in_touch",
        denominator="care_leavers",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=HIGH,
        definition="Of the care leavers, how many the council is in contact with. Those who refused contact, or want no service, are not.",
        method=(
            "Care leavers of Annex A List 9 recorded as in touch, over all care leavers of the same ages. Young people who died or "
            "returned home are in neither (DfE SSDA903); an answer that is not recorded is not in touch."
        ),
        breakdowns=("age", "age group"),
    ),
)

TOPICS = (
    Topic(
        key="care_leavers",
        title="Leaving care",
        definition=(
            "Young people who were in care in their mid teens or later have a right to the council's support into "
            "adulthood. Planning for it starts at sixteen, with a pathway plan. After they leave, a personal "
            "adviser keeps in touch and helps with a home, work and study. The measures ask what a parent would "
            "ask: is there a plan, is there a decent home, is there work or study."
        ),
        shows=(
            Series("care_leavers"),
            Series("lac_with_up_to_date_pathway_plan_percent"),
            Series("care_leavers_in_suitable_accommodation_percent"),
            Series("care_leavers_in_education_employment_training_percent"),
        ),
    ),
    Topic(
        key="care_leavers_aged_19_to_21",
        title="Care leavers aged 19 to 21",
        definition=(
            "National figures on care leavers are of young people aged 19, 20 and 21, asked about around their birthdays. This page "
            "shows the same ages, so that they can be set beside other councils. Being in touch comes first: of a young person "
            "with whom the council has lost touch it cannot know a home or an occupation, and counts neither."
        ),
        shows=(
            Series("care_leavers", breakdown="age group", category="19 to 21"),
            Series("care_leavers_in_touch_percent", breakdown="age group", category="19 to 21", parts="numerator"),
            Series("care_leavers_in_suitable_accommodation_percent", breakdown="age group", category="19 to 21", parts="numerator"),
            Series("care_leavers_in_education_employment_training_percent", breakdown="age group", category="19 to 21", parts="numerator"),
        ),
    ),
)
