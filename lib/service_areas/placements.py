"""Placements: how settled looked after children are in the homes found for them."""

from lib.measures import FINANCIAL_YEAR, HIGH, LOW, MONTH_END, PERCENT, Measure, Series, Topic, stock

TITLE = "Placements and fostering"

QUANTITIES = (
    stock("lac_long_term"),
    stock("lac_long_term_stable"),
    stock("lac_three_or_more_placements"),
)

MEASURES = (
    Measure(
        key="lac_long_term_stable_percent",
        title="Long-term looked after children in the same placement for two years",
        unit=PERCENT,
        numerator="lac_long_term_stable",
        denominator="lac_long_term",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=HIGH,
        definition=(
            "Of the children under 16 who have been looked after for two and a half years or more, how many have lived in the "
            "same placement for at least the last two. Children settled with the family that is to adopt them count as well."
        ),
        method=(
            "Children under 16 looked after without a break for 912 days or more on the last day "
            "of the month and two years in their present placement, or placed for adoption where "
            "that and the placement before add to two years, over all such children (DfE SSDA903)."
        ),
        benchmark="LAC_LongStable%",
    ),
    Measure(
        key="lac_three_or_more_placements_percent",
        title="Children looked after with three or more placements in twelve months",
        unit=PERCENT,
        numerator="lac_three_or_more_placements",
        denominator="children_looked_after",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=LOW,
        definition="Of the children looked after, how many have lived in three or more placements in the last twelve months.",
        method=(
            "Children looked after on the last day of the month with three or more placements in the twelve months to it, "
            "over all looked after that day (DfE SSDA903). Stays under 24 hours, respite and holidays are no placement here."
        ),
        benchmark="LACStable_2016on",
    ),
)

TOPICS = (
    Topic(
        key="placement_stability",
        title="Placement stability",
        definition=(
            "A placement is where a looked after child lives: with foster carers, with relatives, in a children's "
            "home or elsewhere. Each move can cost a child a school, friends and adults they trust. One measure "
            "asks whether children in care for a long time stay put; the other finds those who have moved often "
            "within a year. Both stand at the month's end and look back. A planned move can still be a good one."
        ),
        shows=(
            Series("lac_long_term_stable_percent", parts="both"),
            Series("lac_three_or_more_placements_percent", parts="both"),
        ),
    ),
)
