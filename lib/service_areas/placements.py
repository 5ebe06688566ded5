"""Placements: how settled looked after children are in the homes found for them."""

from lib.measures import (
    COUNT, FINANCIAL_YEAR, HIGH, IN_MONTH, LOW, MONTH_END, NEITHER, PERCENT, YEAR_TO_DATE, Measure, Rows, Series, Topic, flow, stock,
)

TITLE = "Placements and fostering"

# Which placement a child is in, since when, and how many there were, is known for the day of the extract alone.
LONG_TERM = {"since": "long_term_from", "until": "long_term_until", "each": "child"}
IN_CARE = {"since": "started", "until": "ceased", "each": "child", "as_returned": True}
PLACEMENT = ("kind of home", "placement type", "placement provider")

QUANTITIES = (
    stock("lac_long_term", Rows("periods_of_care", **LONG_TERM)),
    stock("lac_long_term_stable", Rows("periods_of_care", where=("settled",), as_returned=True, **LONG_TERM)),
    stock("lac_three_or_more_placements", Rows("periods_of_care", where=("three_or_more_placements",), **IN_CARE)),
    stock("children_placed", Rows("periods_of_care", **IN_CARE), by=PLACEMENT),
    flow("placement_nights", Rows("placement_nights", on="month_end", total="nights"), by=("placement group",)),
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
    Measure(
        key="children_placed",
        title="Children in placements",
        unit=COUNT,
        numerator="children_placed",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition="Children in the council's care on the last day of the month, by the kind of home they live in and who provides it.",
        method=(
            "Rows of Annex A List 8 open on the last day of the month, each child once, short breaks left out. Where a child "
            "lives is known when the list is extracted, so a return says it of its own month alone."
        ),
        breakdowns=PLACEMENT,
    ),
    Measure(
        key="children_placed_share_percent",
        title="Share of children in placements",
        unit=PERCENT,
        numerator="children_placed",
        denominator="children_placed",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition="Of the children in the council's care, how many in a hundred live in each kind of home, such as with foster carers.",
        method="Children looked after in a kind of placement, by the codes of the SSDA903 return, over all children looked after that day.",
        breakdowns=PLACEMENT,
        share=True,
    ),
    Measure(
        key="placement_nights",
        title="Nights children spent in placements",
        unit=COUNT,
        numerator="placement_nights",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition="Nights that looked after children slept in a placement. Councils pay for most care by the night.",
        method=(
            "Nights of the month, from the first day of a placement to the day before its last, each of a child's nights once. "
            "Fostering by the council's own carers is in-house, by any other provider an agency's; children's homes, residential "
            "care and schools, and semi-independent living are residential (SSDA903 codes)."
        ),
        breakdowns=("placement group",),
    ),
    Measure(
        key="placement_nights_share_percent",
        title="Share of placement nights",
        unit=PERCENT,
        numerator="placement_nights",
        denominator="placement_nights",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition="Of all nights that looked after children spent in placements, how many in a hundred each group of placements gave.",
        method="Nights in a group of placements over the nights in all of them in the same months.",
        breakdowns=("placement group",),
        share=True,
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
    Topic(
        key="placement_nights",
        title="Nights in placements",
        definition=(
            "A child in care sleeps every night somewhere that the council has found: with foster carers of its own, with carers of an "
            "independent agency, in a children's home, or elsewhere, as with adopters. Nights weigh a placement by its length, "
            "which a count of children on one day cannot. Agencies and homes cost several times what the council's own carers do."
        ),
        shows=(Series("placement_nights"), Series("placement_nights_share_percent", breakdown="placement group")),
    ),
)
