"""Looked after children: how many there are, and whether they are reviewed, visited, healthy, taught and heard."""

from lib.measures import (
    COUNT, FINANCIAL_YEAR, HIGH, IN_MONTH, LOW, MONTH_END, NEITHER, PER_10_000, PERCENT, POPULATION, YEAR_TO_DATE,
    Measure, Series, Topic, flow, stock,
)

TITLE = "Looked after children"

QUANTITIES = (
    stock("children_looked_after"),
    flow("children_starting_to_be_looked_after"), flow("children_ceasing_to_be_looked_after"), flow("lac_ceased_to_permanence"),
    flow("lac_reviews"), flow("lac_reviews_in_time"), flow("lac_reviews_late"),
    flow("lac_reviewed_in_year", additive=False), flow("lac_all_reviews_in_time", additive=False),
    flow("lac_visits"), flow("lac_visits_in_time"), flow("lac_visits_in_time_local_standard"),
    stock("lac_due_health_assessment"), stock("lac_health_assessment_up_to_date"),
    stock("lac_due_dental_check"), stock("lac_dental_check_up_to_date"),
    stock("lac_due_pep"), stock("lac_with_pep"), stock("lac_with_up_to_date_pep"),
    stock("lac_due_plan"), stock("lac_with_up_to_date_plan"),
    flow("lac_review_participation_due"), flow("lac_review_participants"),
)

MEASURES = (
    Measure(
        key="children_looked_after",
        title="Children looked after",
        unit=COUNT,
        numerator="children_looked_after",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition="Children in the council's care on the last day of the month, by a court's order or with their parents' agreement.",
        method="Rows of Annex A List 8 open on the last day of the month, each child once, short breaks left out (DfE SSDA903).",
        breakdowns=("age", "team", "legal status"),
        benchmark="LACnum",
    ),
    Measure(
        key="children_looked_after_rate",
        title="Children looked after per 10,000 children",
        unit=PER_10_000,
        numerator="children_looked_after",
        denominator=POPULATION,
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition="Children looked after, set against the number of children who live here, so that councils can be compared.",
        method="Children looked after on the last day of the month over residents aged 0 to 17, times 10,000 (DfE SSDA903).",
        benchmark="LAC",
    ),
    Measure(
        key="children_starting_to_be_looked_after",
        title="Children starting to be looked after",
        unit=COUNT,
        numerator="children_starting_to_be_looked_after",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition="Children who came into the council's care. Moving from one placement to another is not a start.",
        method="Rows of Annex A List 8 that started in the period. National figures count a child once a year.",
        breakdowns=("age",),
        benchmark="LACnum_Start",
    ),
    Measure(
        key="children_ceasing_to_be_looked_after",
        title="Children ceasing to be looked after",
        unit=COUNT,
        numerator="children_ceasing_to_be_looked_after",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition="Children who left the council's care, for whatever reason: home, adoption, another permanent family, or turning 18.",
        method="Rows of Annex A List 8 that ceased in the period. National figures count a child's last ending of the year.",
        breakdowns=("reason",),
        benchmark="LACceased",
    ),
    Measure(
        key="lac_ceased_to_permanence_percent",
        title="Children ceasing to be looked after through adoption, special guardianship or an arrangements order",
        unit=PERCENT,
        numerator="lac_ceased_to_permanence",
        denominator="children_ceasing_to_be_looked_after",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=HIGH,
        definition=(
            "Of the children who left care, how many left it for a permanent family by order of "
            "a court: adopters, special guardians, or somebody with a child arrangements order."
        ),
        method=(
            "Children who ceased to be looked after in the period by adoption (E11, E12), special guardianship (E43 "
            "to E48, by year) or a child arrangements order (E41), over all who ceased in the period (DfE SSDA903)."
        ),
    ),
    Measure(
        key="lac_reviews_in_time_percent",
        title="Looked after reviews held within timescale",
        unit=PERCENT,
        numerator="lac_reviews_in_time",
        denominator="lac_reviews",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=HIGH,
        definition=(
            "Of the reviews of looked after children held, how many were held by the day they were due: the first within 20 "
            "working days of coming into care, the second within three months of that, and later ones at least every six months."
        ),
        method=(
            "Reviews of the period held by their due date over all held in the period; where no due date is given, "
            "the limits are counted from the dates (Care Planning, Placement and Case Review Regulations 2010)."
        ),
        breakdowns=("first or later review",),
    ),
    Measure(
        key="lac_reviews_late",
        title="Looked after reviews held out of timescale",
        unit=COUNT,
        numerator="lac_reviews_late",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=LOW,
        definition="Reviews of looked after children that were held after the day they were due.",
        method="Reviews of the period less those of them held by their due date. A review not yet held is in neither.",
    ),
    Measure(
        key="lac_all_reviews_in_time_percent",
        title="Children looked after with every review of the year so far in time",
        unit=PERCENT,
        numerator="lac_all_reviews_in_time",
        denominator="lac_reviewed_in_year",
        bases=(YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=HIGH,
        definition="Of the children reviewed since 1 April, how many have had every review in time. One late review fails the child.",
        method="Children reviewed since 1 April and never late, over all reviewed since: a child counts once, so months do not add.",
    ),
    Measure(
        key="lac_visits_in_time_percent",
        title="Looked after visits carried out within the statutory interval",
        unit=PERCENT,
        numerator="lac_visits_in_time",
        denominator="lac_visits",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=HIGH,
        definition=(
            "Of the visits made to looked after children, how many came within the longest gap the law allows: a week "
            "after a placement begins, then six weeks, and after a year three months where the child is to stay until 18."
        ),
        method="Visits made by their statutory due date, over all visits of the period (Care Planning Regulations 2010, regulation 28).",
    ),
    Measure(
        key="lac_visits_in_time_local_standard_percent",
        title="Looked after visits carried out within the council's own tighter interval",
        unit=PERCENT,
        numerator="lac_visits_in_time_local_standard",
        denominator="lac_visits",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=HIGH,
        definition="Of the visits made to looked after children, how many met the council's own standard, which is tighter than the law's.",
        method="Visits of the period made by the council's own due date over all visits of the period.",
    ),
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
        method="Children due a plan who have one, over all due one. Which ages and lengths of care are due is the council's setting.",
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
        method="Children due a plan who had one completed or reviewed in the last six months, or the council's interval, over all due one.",
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

TOPICS = (
    Topic(
        key="looked_after",
        title="Coming into and leaving care",
        definition=(
            "A looked after child is one in the council's care, because a court has ordered it or because "
            "the parents agree. The council then has the duties of a good parent. The number in care changes "
            "with how many come in, how many leave and how long they stay, so it is read together with those "
            "starting and those leaving, and with how many of these leave for a permanent family."
        ),
        shows=(
            Series("children_looked_after_rate"),
            Series("children_looked_after"),
            Series("children_starting_to_be_looked_after"),
            Series("children_ceasing_to_be_looked_after"),
            Series("lac_ceased_to_permanence_percent"),
        ),
    ),
    Topic(
        key="lac_reviews_and_visits",
        title="Looked after reviews and visits",
        definition=(
            "Each child's care plan is reviewed in a meeting led by an independent reviewing officer: first within 20 working "
            "days, again within three months, then at least every six. Between reviews a social worker must visit the child "
            "where the child lives. The law sets the longest gap between visits, and a council may set a shorter one."
        ),
        shows=(
            Series("lac_reviews_in_time_percent", parts="both"),
            Series("lac_visits_in_time_percent"),
            Series("lac_visits_in_time_local_standard_percent"),
        ),
    ),
    Topic(
        key="lac_health",
        title="Health of looked after children",
        definition=(
            "Many children come into care with health needs that nobody has met. The council must see that each child's "
            "health is assessed at least once a year, twice for those under five, and that their teeth are checked. "
            "Results can reach the record weeks after the appointment, so the latest month may rise when counted again."
        ),
        shows=(Series("lac_health_assessment_up_to_date_percent"), Series("lac_dental_check_up_to_date_percent")),
    ),
    Topic(
        key="lac_education",
        title="Education of looked after children",
        definition=(
            "A personal education plan is the part of a child's care plan that is about learning: how the child is doing, what "
            "would help and who will arrange it. The law requires one. School, social worker and carers make it with the child, and "
            "the council's virtual school oversees it. One measure asks whether there is a plan, the other whether it is recent."
        ),
        shows=(Series("lac_with_pep_percent"), Series("lac_with_up_to_date_pep_percent")),
    ),
    Topic(
        key="lac_participation",
        title="Taking part in reviews",
        definition=(
            "Decisions about a child's life should be made with the child. At each review it is recorded whether, and how, "
            "the child took part: in person, through an advocate, or by sending what they wanted to say. Reviews of children "
            "under four are left out. Younger and older children are shown apart, because they take part in different ways."
        ),
        shows=(Series("lac_review_participants_percent", breakdown="age"),),
    ),
)
