"""Workforce: how many children each social worker has to look after."""

from lib.measures import (
    AVERAGE, COUNT, FINANCIAL_YEAR, HIGH, IN_MONTH, LOW, MONTH_END, NEITHER, PERCENT, YEAR_TO_DATE, Measure, Rows, Series, Topic, flow, stock,
)

TITLE = "Workforce and caseloads"

SOCIAL_WORKERS = ("qualified", "holds_cases")
IN_POST = {"since": "started", "until": "ended", "as_returned": True}
SUPERVISION = ("team", "status", "time since supervision", "team | time since supervision", "status | time since supervision")

QUANTITIES = (
    stock("cases_held_by_social_workers", Rows("workers", where=SOCIAL_WORKERS, total="cases", **IN_POST), by=("team",)),
    stock("social_workers_holding_cases_fte", Rows("workers", where=SOCIAL_WORKERS, total="fte", **IN_POST), by=("team",)),
    stock("highest_caseload", Rows("workers", where=SOCIAL_WORKERS, largest="cases", **IN_POST), by=("team",)),
    stock("cases_allocated", Rows("workers", total="cases", **IN_POST), by=("team",)),
    stock("workers_holding_cases", Rows("workers", where=("holds_cases", "in_person"), each="worker", **IN_POST), by=("team",)),
    stock("social_workers_holding_cases", Rows("workers", where=SOCIAL_WORKERS, each="worker", **IN_POST), by=("team",)),
    stock("social_workers_over_20_cases", Rows("workers", where=(*SOCIAL_WORKERS, "over_20"), each="worker", **IN_POST), by=("team",)),
    stock("caseholding_establishment_fte", Rows("posts", where=("case_holding",), total="budgeted_fte"), by=("team",)),
    stock("cases_under_supervision", Rows("supervised_cases"), by=SUPERVISION),
    stock("cases_supervised_in_3_months", Rows("supervised_cases", where=("in_3_months",)), by=("team", "status")),
    flow("staff_due_supervision", Rows("supervised_staff"), by=("team", "group")),
    flow("staff_supervised", Rows("supervised_staff", where=("held",)), by=("team", "group")),
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
    Measure(
        key="cases_allocated",
        title="Cases allocated",
        unit=COUNT,
        numerator="cases_allocated",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition="How many children's cases a team holds, whoever in it holds them; those waiting for a worker as well.",
        method=(
            "Cases held on the last day of the month, as the workforce list gives them; where it does not, children "
            "open on Annex A Lists 6 to 9, each once, to the worker shown: looked after before plan before need before care leaver."
        ),
        breakdowns=("team",),
    ),
    Measure(
        key="workers_holding_cases",
        title="Workers who hold cases",
        unit=COUNT,
        numerator="workers_holding_cases",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition="How many people hold at least one child's case, social workers and others such as personal advisers.",
        method="Workers in post on the last day of the month with one case or more; virtual workers, under whom cases wait, are no people.",
        breakdowns=("team",),
    ),
    Measure(
        key="social_workers_holding_cases",
        title="Qualified social workers who hold cases",
        unit=COUNT,
        numerator="social_workers_holding_cases",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition="How many people with a social work qualification hold at least one child's case.",
        method="Qualified workers in post on the last day of the month with one case or more.",
        breakdowns=("team",),
    ),
    Measure(
        key="caseholding_establishment_fte",
        title="Case-holding posts in the establishment (FTE)",
        unit=COUNT,
        numerator="caseholding_establishment_fte",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition="How many full-time posts that hold cases are budgeted for, filled or not.",
        method="Budgeted full-time equivalent of the posts that the establishment list marks as case-holding.",
        breakdowns=("team",),
        fractions=True,
    ),
    Measure(
        key="cases_per_worker_average",
        title="Average cases per worker who holds any",
        unit=AVERAGE,
        numerator="cases_allocated",
        denominator="workers_holding_cases",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=LOW,
        definition="The cases of a team shared out among the people who hold any, each counted as one whatever their hours.",
        method="Cases allocated on the last day of the month over the workers who hold one or more.",
        breakdowns=("team",),
    ),
    Measure(
        key="cases_per_establishment_fte_average",
        title="Average cases per case-holding post in the establishment",
        unit=AVERAGE,
        numerator="cases_allocated",
        denominator="caseholding_establishment_fte",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=LOW,
        definition="What the average would be if every budgeted case-holding post were filled.",
        method="Cases allocated on the last day of the month over the full-time equivalent of case-holding posts.",
        breakdowns=("team",),
    ),
    Measure(
        key="social_workers_over_20_cases",
        title="Social workers holding more than 20 cases, or the part-time equivalent",
        unit=COUNT,
        numerator="social_workers_over_20_cases",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=LOW,
        definition="How many qualified social workers hold more cases than a full-time worker should, or than their hours allow.",
        method="Qualified social workers holding more than 20 cases times their full-time equivalent: 20 at full time do not count, 14 at 0.6 do.",
        breakdowns=("team",),
    ),
    Measure(
        key="social_workers_over_20_cases_percent",
        title="Social workers with more than 20 cases",
        unit=PERCENT,
        numerator="social_workers_over_20_cases",
        denominator="social_workers_holding_cases",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=LOW,
        definition="Of the qualified social workers who hold cases, how many hold more than 20, or more than their hours allow.",
        method="Qualified social workers holding more than 20 cases times their full-time equivalent, over those who hold one or more.",
        breakdowns=("team",),
    ),
    Measure(
        key="cases_under_supervision",
        title="Cases under supervision",
        unit=COUNT,
        numerator="cases_under_supervision",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition="Open cases that a manager should talk through with the worker, by how long ago that last happened.",
        method=(
            "Cases of the supervision list, each once, by calendar months between the latest completed supervision and the month's last day; "
            "those without one and opened in the last 30 days stand apart."
        ),
        breakdowns=SUPERVISION,
    ),
    Measure(
        key="cases_under_supervision_share_percent",
        title="Share of cases by time since the last supervision",
        unit=PERCENT,
        numerator="cases_under_supervision",
        denominator="cases_under_supervision",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition="Of the open cases, how many were last supervised how long ago.",
        method="Cases of that time since supervision over all cases under supervision, of the team or status where one is named.",
        breakdowns=SUPERVISION,
        share=True,
    ),
    Measure(
        key="cases_supervised_in_3_months_percent",
        title="Cases supervised in the last three months",
        unit=PERCENT,
        numerator="cases_supervised_in_3_months",
        denominator="cases_under_supervision",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=HIGH,
        definition="Of the open cases, how many a manager has talked through with the worker in the last three months.",
        method="Cases whose latest completed supervision was at most three months before the month's last day, over all; new cases without one stay in.",
        breakdowns=("team", "status"),
    ),
    Measure(
        key="staff_supervised_percent",
        title="Staff supervisions completed in the month",
        unit=PERCENT,
        numerator="staff_supervised",
        denominator="staff_due_supervision",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=HIGH,
        definition="Of the staff who were due to meet their manager for supervision this month, how many did.",
        method="Staff due a supervision in the month with one completed in it, over all who were due; leavers and long absences are left out by the return.",
        breakdowns=("team", "group"),
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
    Topic(
        key="cases_by_team",
        title="Cases and workers by team",
        definition=(
            "Who holds the work: the cases of each team beside the people who hold them and the posts that were budgeted for. An average by "
            "post below the average by worker means that posts stand empty and others carry their cases. A social worker with more than 20 "
            "cases, or with more than part-time hours allow, is shown apart, because an average hides one person."
        ),
        shows=(
            Series("cases_allocated"),
            Series("cases_per_worker_average"),
            Series("social_workers_over_20_cases_percent", parts="both"),
        ),
    ),
    Topic(
        key="case_supervision",
        title="Supervision of cases",
        definition=(
            "In supervision a manager and a worker look at a child's case together: what is working, what is not, what comes next. It should "
            "happen every month or two. The longer ago it was, the more rests on one person's judgement alone."
        ),
        shows=(
            Series("cases_under_supervision"),
            Series("cases_supervised_in_3_months_percent", parts="both"),
        ),
    ),
    Topic(
        key="staff_supervision",
        title="Supervision of staff",
        definition=(
            "Everyone who works with children, and those who support them, should meet their manager each month to talk about their work, their "
            "learning and how they are. A month in which a team's supervisions lapse is often one in which it is under strain."
        ),
        shows=(Series("staff_supervised_percent", parts="both"),),
    ),
)
