"""Children in need: how many children social care supports, whether their plans are in date, and whether they are visited."""

from lib.measures import (
    COUNT, FINANCIAL_YEAR, HIGH, MONTH_END, NEITHER, PER_10_000, PERCENT, POPULATION, YEAR_TO_DATE, Measure, Rows, Series, Topic, stock,
)

TITLE = "Children in need"


def _at_month_end(*where, as_returned=False):
    return Rows("children_in_need_at_month_end", on="month_end", where=where, as_returned=as_returned)


QUANTITIES = (
    stock("children_in_need", Rows("children_in_need", since="started", until="closed", each="child"), by=("team",)),
    stock("children_in_need_excluding_cp_plans", _at_month_end("without_cp_plan"), by=("team",)),
    stock("cin_due_plan", _at_month_end("due_plan")),
    stock("cin_with_plan", _at_month_end("due_plan", "with_plan")),
    stock("cin_with_up_to_date_plan", _at_month_end("due_plan", "up_to_date", as_returned=True)),
    stock("children_on_cin_plans", Rows("cin_plans", on="month_end"), by=("team", "stage", "team | stage")),
    stock("cin_due_visit", Rows("cin_visits_due", on="month_end", where=("due",)), by=("team",)),
    stock("cin_visited_in_time", Rows("cin_visits_due", on="month_end", where=("due", "in_time")), by=("team",)),
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
    Measure(
        key="children_on_cin_plans",
        title="Children on a child in need plan",
        unit=COUNT,
        numerator="children_on_cin_plans",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition=(
            "Children with a child in need plan at the end of the month: one that has started, or one that is proposed and still being "
            "written. A child with both is counted once, as started."
        ),
        method=(
            "Child in need plans of the local list that have started and not ended by the last day of the month, or are proposed and "
            "neither started nor ended; each child once."
        ),
        breakdowns=("team", "stage", "team | stage"),
    ),
    Measure(
        key="cin_visited_in_time_percent",
        title="Children in need whose latest visit is in time",
        unit=PERCENT,
        numerator="cin_visited_in_time",
        denominator="cin_due_visit",
        bases=(MONTH_END, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=HIGH,
        definition=(
            "Of the children with a child in need plan who were due a visit, how many had been visited by the day it was due. Children new "
            "to a plan are left out until a visit falls due."
        ),
        method=(
            "Children whose latest visit due by the month's end was made by its due date, over all with a visit due in the month, or "
            "earlier if their plan still stands. The year to date adds up its month ends."
        ),
        breakdowns=("team",),
    ),
    Measure(
        key="cin_due_visit",
        title="Children in need due a visit",
        unit=COUNT,
        numerator="cin_due_visit",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition=(
            "Children with a child in need plan for whom a visit has fallen due by the end of the month. They are fewer than the "
            "children with a plan, since new ones may not be due a visit yet, and may include a child whose plan has just ended."
        ),
        method=(
            "Children for whom a child in need visit of the local list fell due in the month, or earlier if their started plan still "
            "stands on its last day."
        ),
        breakdowns=("team",),
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
    Topic(
        key="cin_plans",
        title="Child in need plans",
        definition=(
            "Children who need more than advice, but not a protection plan, are helped under a child in need plan agreed with their "
            "family. A plan is proposed when an assessment says that it is needed, and starts when it is agreed and written. Many "
            "proposed plans mean that families wait, or that the writing is behind."
        ),
        shows=(
            Series("children_on_cin_plans"),
            Series("children_on_cin_plans", breakdown="stage"),
        ),
    ),
    Topic(
        key="cin_visits",
        title="Children in need visited in time",
        definition=(
            "A social worker visits every child with a child in need plan, at the interval that the plan or the council sets. A child "
            "counts as visited in time when the latest visit that was due had been made by its day. Children whose first visit is still "
            "to come are left out. The year to date adds up its month ends."
        ),
        shows=(
            Series("cin_visited_in_time_percent", parts="both"),
            Series("cin_visited_in_time_percent", YEAR_TO_DATE),
        ),
    ),
)
