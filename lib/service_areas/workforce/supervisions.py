"""Measures of when cases and staff were last supervised."""

from lib.measures import COUNT, FINANCIAL_YEAR, HIGH, IN_MONTH, MONTH_END, NEITHER, PERCENT, YEAR_TO_DATE, Measure

SUPERVISION = ("team", "status", "time since supervision", "team | time since supervision", "status | time since supervision")

MEASURES = (
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
