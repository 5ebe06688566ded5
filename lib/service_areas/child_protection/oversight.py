"""Measures of whether child protection plans are reviewed and kept up to date, and their children visited."""

from lib.measures import COUNT, FINANCIAL_YEAR, HIGH, IN_MONTH, MONTH_END, NEITHER, PERCENT, YEAR_TO_DATE, Measure

MEASURES = (
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
        bases=(MONTH_END, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=HIGH,
        definition=(
            "Of the children on a plan who were due a visit, how many had been visited by the day it was due or, where no due dates are "
            "returned, within the council's own interval, commonly two weeks. Children new to a plan are left out until a visit falls due. "
            "A year to date adds up its month ends."
        ),
        method=(
            "Children due a visit whose last visit was at most 14 days before the last "
            "day of the month, or the council's own interval, over all who were due one."
        ),
        breakdowns=("team",),
    ),
    Measure(
        key="cp_due_visit",
        title="Children on a child protection plan due a visit",
        unit=COUNT,
        numerator="cp_due_visit",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition=(
            "Children for whom a visit has fallen due by the end of the month. They need not be as many as the children on plans: a new "
            "plan may have no visit due yet, and a child whose plan ended in the month counts if a visit fell due in it."
        ),
        method=(
            "Children for whom a child protection visit of the local list fell due in the month, or earlier if their plan still stands "
            "on its last day; without due dates, children on a plan for a week or the council's own grace."
        ),
        breakdowns=("team",),
    ),
    Measure(
        key="cp_reviews",
        title="Children considered at a review conference",
        unit=COUNT,
        numerator="cp_reviews",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition=(
            "Children whose protection plan was looked at again in a review conference, which decides whether it goes on or ends. "
            "Children are counted, not meetings."
        ),
        method="Child protection reviews of the local list held in the period, a row a child, by the outcome recorded.",
        breakdowns=("outcome",),
    ),
    Measure(
        key="cp_visits_in_time_percent",
        title="Child protection visits carried out within timescale",
        unit=PERCENT,
        numerator="cp_visits_in_time",
        denominator="cp_visits",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=HIGH,
        definition=(
            "Of the visits made to children on a plan, how many were made by the day they were due. It counts visits, and cannot "
            "see one that was never made; the measure of children visited can."
        ),
        method=(
            "Child protection visits of the period made by their due date, over all made, a row a child and visit. Where no due "
            "date is given: within the council's interval of the visit before, or of the plan's start."
        ),
    ),
    Measure(
        key="child_protection_medicals",
        title="Child protection medical examinations",
        unit=COUNT,
        numerator="child_protection_medicals",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition=(
            "Children examined by a doctor because they might have been abused or neglected. Their number follows that of enquiries."
        ),
        method="As supplied in the monthly figures by the health service: no child-level list holds it.",
    ),
)
