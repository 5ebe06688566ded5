"""Records of adoption: the orders made, how long each child waited, and the days each stage took."""

import pandas as pd

from lib.records import Kind

IN_TIME = pd.DateOffset(months=12)
STAGES = (
    ("Entry to care to decision", "entered_care", "decision"),
    ("Decision to placement order", "decision", "placement_order"),
    ("Placement order to match", "placement_order", "matched"),
    ("Match to placement", "matched", "placed"),
    ("Placement to adoption order", "placed", "adopted"),
)


def adoptions(extract, rules):
    """A record a child with an adoption order on Annex A List 10: whether it came within a year of the latest decision to place.

    The days from entering care to placement (A1) and from placement order to match (A2) are those of DfE's adoption scorecards.
    """
    rows = extract.rows("children_for_adoption")
    rows = rows[rows.adopted.notna()].sort_values("decision", na_position="first", kind="stable").drop_duplicates("child", keep="last")
    to_placement, to_match = _days(rows.entered_care, rows.placed), _days(rows.placement_order, rows.matched)
    return rows.assign(in_time=(rows.adopted <= rows.decision + IN_TIME).astype("boolean"),
                       days_to_placement=to_placement, placement_known=to_placement.notna().astype("boolean"),
                       days_to_match=to_match, match_known=to_match.notna().astype("boolean"))


def stages(extract, rules):
    """A record a child and stage of adoption of which both days are known, dated by the later, `ended`, whether adopted yet or not."""
    rows = extract.rows("children_for_adoption")
    taken = [rows.assign(adoption_stage=name, ended=rows[end], days=_days(rows[start], rows[end])) for name, start, end in STAGES]
    return pd.concat(taken, ignore_index=True).dropna(subset="days")


def _days(start, end):
    """Days from one day to another; 0 where they are the wrong way round, which the reader says of the rows."""
    return (end - start).dt.days.clip(lower=0).astype("float64")


KINDS = (
    Kind("adoptions", "children_for_adoption", adoptions),
    Kind("adoption_stages", "children_for_adoption", stages),
)
