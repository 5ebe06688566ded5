"""Measures of how many children are looked after, how many start, how many cease and how they leave."""

from lib.measures import (
    COUNT, FINANCIAL_YEAR, HIGH, IN_MONTH, MONTH_END, NEITHER, PER_10_000, PERCENT, POPULATION, YEAR_TO_DATE, Measure,
)

MEASURES = (
    Measure(
        key="children_looked_after",
        title="Children looked after",
        unit=COUNT,
        numerator="children_looked_after",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition="Children in the council's care on the last day of the month, by a court's order or with their parents' agreement.",
        method="Rows of Annex A List 8 open on the last day of the month, each child once, short breaks left out (DfE SSDA903).",
        breakdowns=("age band", "age band | sex", "team", "legal status"),
        benchmark="LACnum",
    ),
    Measure(
        key="children_looked_after_rate",
        title="Children looked after per 10,000 children",
        unit=PER_10_000,
        numerator="children_looked_after",
        denominator=POPULATION,
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition="Children looked after, set against the number of children who live here, so that councils can be compared.",
        method="Children looked after on the last day of the month over residents aged 0 to 17, times 10,000 (DfE SSDA903).",
        benchmark="LAC",
    ),
    Measure(
        key="children_starting_to_be_looked_after",
        title="Children starting to be looked after",
        unit=COUNT,
        numerator="children_starting_to_be_looked_after",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition="Children who came into the council's care. Moving from one placement to another is not a start.",
        method="Rows of Annex A List 8 that started in the period. National figures count a child once a year.",
        breakdowns=("age band",),
        benchmark="LACnum_Start",
    ),
    Measure(
        key="children_ceasing_to_be_looked_after",
        title="Children ceasing to be looked after",
        unit=COUNT,
        numerator="children_ceasing_to_be_looked_after",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition="Children who left the council's care, for whatever reason: home, adoption, another permanent family, or turning 18.",
        method="Rows of Annex A List 8 that ceased in the period. National figures count a child's last ending of the year.",
        breakdowns=("reason",),
        benchmark="LACceased",
    ),
    Measure(
        key="lac_ceased_to_permanence_percent",
        title="Children ceasing to be looked after through adoption, special guardianship or an arrangements order",
        unit=PERCENT,
        numerator="lac_ceased_to_permanence",
        denominator="children_ceasing_to_be_looked_after",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=HIGH,
        definition=(
            "Of the children who left care, how many left it for a permanent family by order of "
            "a court: adopters, special guardians, or somebody with a child arrangements order."
        ),
        method=(
            "Children who ceased to be looked after in the period by adoption (E11, E12), special guardianship (E43 "
            "to E48, by year) or a child arrangements order (E41), over all who ceased in the period (DfE SSDA903)."
        ),
    ),
    Measure(
        key="lac_ceased_by_guardianship_or_adoption",
        title="Children leaving care through special guardianship or adoption",
        unit=COUNT,
        numerator="lac_ceased_by_guardianship_or_adoption",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=HIGH,
        definition="Children who left care because they were adopted or because a court gave them a special guardian.",
        method=(
            "Rows of Annex A List 8 that ceased in the period by adoption (E11, E12) or special guardianship (E43, E44, later "
            "E45 to E48, DfE SSDA903). Child arrangements orders are not among them."
        ),
    ),
    Measure(
        key="lac_ceased_by_guardianship_or_adoption_percent",
        title="Children ceasing to be looked after through special guardianship or adoption",
        unit=PERCENT,
        numerator="lac_ceased_by_guardianship_or_adoption",
        denominator="children_ceasing_to_be_looked_after",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=HIGH,
        definition="Of the children who left care, how many left it for adopters or special guardians.",
        method="Children who ceased by adoption or special guardianship in the period, over all who ceased in it, for whatever reason.",
    ),
)
