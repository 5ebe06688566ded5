"""Children in need: how many children social care supports, and whether their plans are in date."""

from lib.measures import (
    COUNT, FINANCIAL_YEAR, HIGH, MONTH_END, NEITHER, PER_10_000, PERCENT, POPULATION, Measure, Series, Topic, stock,
)

TITLE = "Children in need"

QUANTITIES = (
    stock("children_in_need"),
    stock("children_in_need_excluding_cp_plans"),
    stock("cin_due_plan"),
    stock("cin_with_plan"),
    stock("cin_with_up_to_date_plan"),
)

MEASURES = (
    Measure(
        key="children_in_need",
        title="Children in need, all statuses",
        unit=COUNT,
        numerator="children_in_need",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition=(
            "Every child with an open case in social care on the last day of the month. As in the national count, it "
            "includes children being assessed, on a child protection plan or looked after, and care leavers still supported."
        ),
        method=(
            "Rows of Annex A List 6 started by the last day of the month and "
            "not closed by it, each child once (DfE children in need census)."
        ),
        breakdowns=("team",),
    ),
    Measure(
        key="children_in_need_rate",
        title="Children in need per 10,000 children",
        unit=PER_10_000,
        numerator="children_in_need",
        denominator=POPULATION,
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition="Children in need of every status, set against the number of children who live here.",
        method="Children in need on the last day of the month over residents aged 0 to 17, times 10,000 (DfE children in need census).",
        benchmark="CIN",
    ),
    Measure(
        key="children_in_need_excluding_cp_plans",
        title="Children in need who are not on a child protection plan",
        unit=COUNT,
        numerator="children_in_need_excluding_cp_plans",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition="Children with an open case on the last day of the month, leaving out those on a child protection plan.",
        method="Children in need of Annex A List 6 on the last day of the month without an open plan in List 7.",
        breakdowns=("team",),
    ),
    Measure(
        key="cin_with_plan_percent",
        title="Children in need for 45 days or more who have a plan",
        unit=PERCENT,
        numerator="cin_with_plan",
        denominator="cin_due_plan",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=HIGH,
        definition=(
            "Of the children in need whose case has been open 45 days or more, how many have a plan that says what will be "
            "done and by whom. Children looked after or on a child protection plan have plans of their own and are left out."
        ),
        method=(
            "Children due a plan on the last day of the month with a child "
            "in need plan started and not ended, over all who were due one."
        ),
    ),
    Measure(
        key="cin_with_up_to_date_plan_percent",
        title="Children in need for 45 days or more whose plan is up to date",
        unit=PERCENT,
        numerator="cin_with_up_to_date_plan",
        denominator="cin_due_plan",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=HIGH,
        definition=(
            "Of the children in need whose case has been open 45 days or more, how many have a plan that is not overdue for review."
        ),
        method=(
            "Children due a plan whose current child in need plan is not past its review date on the last day of "
            "the month, over all who were due one; without a review date, one updated in the last six months."
        ),
    ),
)

TOPICS = (
    Topic(
        key="children_in_need",
        title="Numbers of children in need",
        definition=(
            "Section 17 of the Children Act 1989 calls a child in need who is disabled, or who is unlikely to reach "
            "or keep a reasonable standard of health and development without the council's help. The national count "
            "takes every open case, so it also holds children on a child protection plan and children looked after. "
            "No number is right in itself; one far from similar councils' asks for a reason."
        ),
        shows=(
            Series("children_in_need_excluding_cp_plans"),
            Series("children_in_need"),
            Series("children_in_need_rate"),
        ),
    ),
    Topic(
        key="plans_in_date",
        title="Plans in date",
        definition=(
            "Every child whom social care supports should have a written plan: what is to change, who does what, and "
            "by when. The kind depends on the child: a child in need plan, a child protection plan, a care plan, or, "
            "as a looked after young person nears adulthood, a pathway plan. A plan past its review date no longer "
            "says what is happening now. It measures whether plans are current, not whether they are good."
        ),
        shows=(
            Series("cin_with_plan_percent"),
            Series("cin_with_up_to_date_plan_percent"),
            Series("cp_with_up_to_date_plan_percent"),
            Series("lac_with_up_to_date_plan_percent"),
            Series("lac_with_up_to_date_pathway_plan_percent"),
        ),
    ),
)
