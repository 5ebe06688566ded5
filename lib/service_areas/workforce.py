"""Workforce: how many children each social worker has to look after."""

from lib.measures import AVERAGE, COUNT, FINANCIAL_YEAR, LOW, MONTH_END, Measure, Series, Topic, stock

TITLE = "Workforce and caseloads"

QUANTITIES = (
    stock("cases_held_by_social_workers"),
    stock("social_workers_holding_cases_fte"),
    stock("highest_caseload"),
)

MEASURES = (
    Measure(
        key="cases_per_social_worker_average",
        title="Average cases per qualified social worker",
        unit=AVERAGE,
        numerator="cases_held_by_social_workers",
        denominator="social_workers_holding_cases_fte",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=LOW,
        definition=(
            "How many children, on average, a full-time qualified social worker is responsible for. Two half-time workers "
            "count as one. A council may set limits for each team, because too few cases can be as much a concern as too many."
        ),
        method=(
            "Cases held by qualified social workers on the last day of the month over the full-time "
            "equivalent of those who hold any (DfE children's social work workforce census)."
        ),
        breakdowns=("team",),
        benchmark="Work_Force_AvgNumCase_SW",
    ),
    Measure(
        key="highest_caseload",
        title="Most cases held by one social worker",
        unit=COUNT,
        numerator="highest_caseload",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=LOW,
        definition="The number of children that the busiest social worker is responsible for. An average can hide it.",
        method=(
            "The most cases held by one qualified social worker on the last day of the month, not scaled "
            "for part-time hours. For several teams together it is the largest of theirs, never the sum."
        ),
        breakdowns=("team",),
    ),
)

TOPICS = (
    Topic(
        key="caseloads",
        title="Caseloads",
        definition=(
            "A caseload is the number of children for whom one social worker is responsible. With too many, visits are missed and "
            "children are not known; the right number depends on the work, so teams have limits of their own. The average says how "
            "a team stands, the highest whether one person is carrying too much. Both are counted on the last day of the month."
        ),
        shows=(
            Series("highest_caseload", breakdown="team"),
            Series("cases_per_social_worker_average", breakdown="team"),
        ),
    ),
)
