"""Measures of whether looked after children are reviewed and visited in time."""

from lib.measures import (
    COUNT, FINANCIAL_YEAR, HIGH, IN_MONTH, LOW, MONTH_END, NEITHER, PER_10_000, PERCENT, POPULATION, ROLLING_12, YEAR_TO_DATE, Measure,
)

MEASURES = (
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
        key="lac_due_visit",
        title="Looked after children due a visit",
        unit=COUNT,
        numerator="lac_due_visit",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition="Looked after children to whom a visit from their social worker had fallen due by the last day of the month.",
        method=(
            "Children with a looked after visit due in the month, or due earlier where they are still looked after at its end. A "
            "child who left during the month is among them if a visit fell due in it; one who came too late for a visit is not."
        ),
        breakdowns=("team",),
    ),
    Measure(
        key="lac_visited_in_time_percent",
        title="Children looked after whose latest visit is in time",
        unit=PERCENT,
        numerator="lac_visited_in_time",
        denominator="lac_due_visit",
        bases=(MONTH_END, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=HIGH,
        definition=(
            "Of the looked after children who were due a visit from their social worker, how many had been "
            "visited by the day it was due. It counts children, where the other measures of visits count visits."
        ),
        method=(
            "Children due a visit at the end of the month, a visit having fallen due in it or before, whose latest one due was made "
            "by its due date with none overdue since. The year to date adds its month ends up, those in time and those due."
        ),
        breakdowns=("team",),
    ),
    Measure(
        key="lac_reviews",
        title="Looked after reviews held",
        unit=COUNT,
        numerator="lac_reviews",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition="Meetings held to review the care plan of a looked after child, each child counted. Fewer are held in school holidays.",
        method="Looked after reviews of the local list held in the period, a row a child.",
        breakdowns=("first or later review",),
    ),
    Measure(
        key="lac_reviews_rate",
        title="Looked after reviews per 10,000 children",
        unit=PER_10_000,
        numerator="lac_reviews",
        denominator=POPULATION,
        bases=(ROLLING_12, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition="Looked after reviews held, in time or not, set against the number of children who live here.",
        method="Looked after reviews held in the period over residents aged 0 to 17, times 10,000.",
    ),
    Measure(
        key="lac_visits_in_time_rate",
        title="Looked after visits within the statutory interval per 10,000 children",
        unit=PER_10_000,
        numerator="lac_visits_in_time",
        denominator=POPULATION,
        bases=(IN_MONTH, ROLLING_12, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition=(
            "Visits to looked after children made in time, set against all children who live here. Some reports show it; it says "
            "little."
        ),
        method=(
            "Looked after visits of the period made by their statutory due date over residents aged 0 to 17, times 10,000. A single "
            "month is a month's visits, not a yearly rate."
        ),
    ),
)
