"""Adoption: how many looked after children are adopted, and how long they wait."""

from lib.measures import (
    COUNT, DAYS, FINANCIAL_YEAR, HIGH, IN_MONTH, LOW, NEITHER, PERCENT, ROLLING_12, YEAR_TO_DATE, Measure, Rows, Series, Topic, flow,
)

TITLE = "Adoption"

PLACED = {"on": "adopted", "where": ("placement_known",)}
MATCHED = {"on": "adopted", "where": ("match_known",)}

QUANTITIES = (
    flow("children_adopted", Rows("periods_of_care", on="ceased", where=("adopted",))),
    flow("adoptions_within_12_months_of_decision", Rows("adoptions", on="adopted", where=("in_time",))),
    flow("adoption_care_to_placement_children", Rows("adoptions", **PLACED)),
    flow("adoption_care_to_placement_days_total", Rows("adoptions", total="days_to_placement", **PLACED)),
    flow("adoption_order_to_match_children", Rows("adoptions", **MATCHED)),
    flow("adoption_order_to_match_days_total", Rows("adoptions", total="days_to_match", **MATCHED)),
    flow("adoption_stage_children", Rows("adoption_stages", on="ended"), by=("adoption stage",)),
    flow("adoption_stage_days_total", Rows("adoption_stages", on="ended", total="days"), by=("adoption stage",)),
)

MEASURES = (
    Measure(
        key="children_adopted",
        title="Children adopted from care",
        unit=COUNT,
        numerator="children_adopted",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition="Looked after children for whom a court made an adoption order, which gives them a new legal family.",
        method="Children of Annex A List 8 who ceased to be looked after in the period because they were adopted (reasons E11 and E12).",
        benchmark="No_of LAC Adopted",
    ),
    Measure(
        key="children_adopted_percent",
        title="Children ceasing to be looked after who were adopted",
        unit=PERCENT,
        numerator="children_adopted",
        denominator="children_ceasing_to_be_looked_after",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=HIGH,
        definition="Of the children who left care, how many left it because they were adopted.",
        method="Children adopted in the period over all children who ceased to be looked after in the period (DfE SSDA903).",
        benchmark="%_of LAC Adopted",
    ),
    Measure(
        key="adoptions_within_12_months_of_decision_percent",
        title="Adoptions completed within twelve months of the decision to place",
        unit=PERCENT,
        numerator="adoptions_within_12_months_of_decision",
        denominator="children_adopted",
        bases=(IN_MONTH, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=HIGH,
        definition=(
            "Of the children adopted, how many had their adoption order within twelve months of the council's decision "
            "that they should be placed for adoption. With few adoptions in a month, one child can move it a long way."
        ),
        method=(
            "Adoption orders of the period at most twelve months after the latest decision to place, "
            "over all children adopted in the period. An order without a decision date counts as late."
        ),
    ),
    Measure(
        key="adoption_care_to_placement_days",
        title="Average days from entering care to moving in with adopters (A1)",
        unit=DAYS,
        numerator="adoption_care_to_placement_days_total",
        denominator="adoption_care_to_placement_children",
        bases=(ROLLING_12, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=LOW,
        definition=(
            "How long, on average, the children who were adopted had waited between coming into care and moving "
            "in with their new family. The national scorecard averages three years; here it is twelve months."
        ),
        method=(
            "Days from entering care to placement for adoption, added over children with an adoption "
            "order in the period and divided by their number (DfE adoption scorecard, indicator A1)."
        ),
    ),
    Measure(
        key="adoption_order_to_match_days",
        title="Average days from placement order to match (A2)",
        unit=DAYS,
        numerator="adoption_order_to_match_days_total",
        denominator="adoption_order_to_match_children",
        bases=(ROLLING_12, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=LOW,
        definition=(
            "How long, on average, the children who were adopted had waited between the court's permission to place "
            "them and the choice of their adoptive family. The national scorecard averages this, too, over three years."
        ),
        method=(
            "Days from placement order to match, added over children with an adoption order in "
            "the period and divided by their number (DfE adoption scorecard, indicator A2). "
            "Matched before the order is 0 days; children without an order to place are left out."
        ),
    ),
    Measure(
        key="adoption_stage_days",
        title="Average days in each stage of adoption",
        unit=DAYS,
        numerator="adoption_stage_days_total",
        denominator="adoption_stage_children",
        bases=(ROLLING_12, YEAR_TO_DATE, FINANCIAL_YEAR),
        good_is=LOW,
        definition=(
            "How long, on average, each stage on the way to adoption took the children who went through it: from coming into "
            "care to the decision, on to the court's placement order, the match, the move, and the adoption order."
        ),
        method=(
            "Days between the two dates of a stage, added over children on Annex A List 10 who completed it in the period and divided by "
            "their number: adopted, waiting or decided against since. Dates the wrong way round are 0 days."
        ),
        breakdowns=("adoption stage",),
    ),
)

TOPICS = (
    Topic(
        key="adoptions",
        title="Adoptions",
        definition=(
            "Adoption gives a child who cannot return home a permanent new family in law. The council first "
            "decides that the child should be placed for adoption, a court gives its permission, adopters are "
            "found and matched, and the child moves in. After at least ten weeks with them the adopters may ask "
            "the court for the adoption order. Time matters most to the youngest, so every stage is watched."
        ),
        shows=(
            Series("children_adopted", IN_MONTH),
            Series("adoptions_within_12_months_of_decision_percent", parts="both"),
            Series("children_adopted_percent"),
            Series("adoption_care_to_placement_days", ROLLING_12),
            Series("adoption_order_to_match_days", ROLLING_12),
        ),
    ),
    Topic(
        key="adoption_stages",
        title="Stages of adoption",
        definition=(
            "A child's way to adoption has five stages, whose pace lies in different hands: the council decides, a court "
            "gives leave to place, the council and its partners find a family, the child moves in, and a court makes the order. "
            "The average of each, over the children who completed it in twelve months, shows where time is lost."
        ),
        shows=(Series("adoption_stage_days", ROLLING_12, breakdown="adoption stage"),),
    ),
)
