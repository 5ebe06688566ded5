"""Measures of how many cases social workers and others hold."""

from lib.measures import AVERAGE, COUNT, FINANCIAL_YEAR, LOW, MONTH_END, NEITHER, PERCENT, Measure

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
)
