"""Records of where looked after children live: the nights of each placement, and how settled they are."""

import numpy as np
import pandas as pd

from lib import categories
from lib.contracts import local_lists
from lib.records import Kind

SETTLED = pd.DateOffset(years=2)
FOR_ADOPTION = ("A3", "A4", "A5", "A6")
MANY = 3                                                    # placements in twelve months
IN_HOUSE, AGENCY, RESIDENTIAL, OTHER = (group.title for group in local_lists.GROUPS)
GROUPS = {group.key: group.title for group in local_lists.GROUPS}
OWN_PROVISION = "PR1"
RESIDENTIAL_TYPES = ("K1", "K2", "R1", "R2", "R3", "R5", "S1", "H5")
# The kinds of home a board tells apart, with their codes in the SSDA903 return, which are more than a chart can show.
HOMES = (
    ("Fostered by relatives or friends", ("U1", "U2", "U3")),
    ("Fostered by others", ("U4", "U5", "U6")),
    ("Placed for adoption", FOR_ADOPTION),
    ("With parents", ("P1",)),
    ("Children's homes and residential care", ("K1", "K2", "R1", "R2", "R3", "R5", "S1")),
    ("Independent or semi-independent living", ("P2", "P3", "H5")),
)
OTHER_HOME = "Other"
DAY = np.timedelta64(1, "D")


def nights(extract, rules):
    """A record a placement and month with the nights the child slept there: from its first day to the day before its last.

    A night belongs to the placement that began last where placements of one child overlap, so that no child sleeps twice; of two that
    began on one day, to the one that ended first.
    """
    rows = extract.rows("placement_nights").dropna(subset="started")
    rows = rows.assign(placement_group=placement_groups(rows))
    rows = rows.sort_values(["started", "ended", "placement_type"], ascending=[True, False, True], na_position="first", ignore_index=True)
    months = extract.covers("placement_nights")
    if not months:
        return rows.assign(month_end=rows.started, nights=0.0).iloc[:0]
    slept = _nights(rows, np.datetime64(months[0], "D"), (np.datetime64(months[-1], "M") + 1).astype("datetime64[D]"))
    slept["month_end"] = slept.night.to_numpy().astype("datetime64[M]") + 1
    counted = slept.groupby(["placement", "month_end"]).size().rename("nights").reset_index()
    ends = counted.month_end.to_numpy().astype("datetime64[D]") - DAY
    placements = rows.loc[counted.placement].reset_index(drop=True)
    return placements.assign(month_end=ends.astype("datetime64[us]"), nights=counted.nights.astype("float64"))


def placement_groups(rows):
    """In-house and agency fostering, residential and other placements: as they are told, else by the codes of the SSDA903 return.

    Fostering (U) is in-house where the authority provides it itself and an agency's where anybody else does; children's homes, residential
    care and schools, and semi-independent living are residential.
    """
    fostering = rows.placement_type.str.startswith("U")
    groups = pd.Series(OTHER, index=rows.index, dtype="str").mask(rows.placement_type.isin(RESIDENTIAL_TYPES), RESIDENTIAL)
    groups = groups.mask(fostering, AGENCY).mask(fostering & (rows.provider == OWN_PROVISION), IN_HOUSE)
    unknown = (rows.placement_type == "") | (fostering & (rows.provider == ""))
    return rows.placement_type.map(GROUPS).fillna(groups).mask(unknown, categories.NOT_RECORDED)


def kinds_of_home(types):
    """Placement types, as codes of the SSDA903 return, as one of seven kinds of home.

    >>> kinds_of_home(pd.Series(["U1", "U4", "T0", ""])).tolist()
    ['Fostered by relatives or friends', 'Fostered by others', 'Other', 'Not recorded']
    """
    known = {code: home for home, codes in HOMES for code in codes} | {"": categories.NOT_RECORDED}
    return types.map(known).fillna(OTHER_HOME)


def stability(rows, placements, end):
    """Whether each child of List 8 is settled, and whether they moved often, on the last day of the extract's month.

    Settled is two years in the present placement or, placed for adoption, in that and the one before, which the local list of placements
    tells (DfE, SSDA903). Often is three placements or more in the twelve months before. Neither is known where no row tells of it.
    """
    since = rows.placement_started.mask(rows.placement_type.isin(FOR_ADOPTION), _before_adoption(rows, placements))
    found = {"settled": (rows.placement_started, since + SETTLED <= end),
             "three_or_more_placements": (rows.placements_in_12_months, rows.placements_in_12_months >= MANY)}
    return {name: answer.astype("boolean") for name, (told, answer) in found.items() if told.notna().any()}


def _before_adoption(rows, placements):
    """When the placement before the present one began, for a child who went straight from it to the present one; else when that began."""
    earlier = placements[["child", "started", "ended"]].rename(columns={"started": "began"}).sort_values("began", kind="stable")
    present = rows[["child", "placement_started"]].assign(place=range(len(rows))).dropna().sort_values("placement_started", kind="stable")
    joined = pd.merge_asof(present, earlier, left_on="placement_started", right_on="began", by="child", allow_exact_matches=False)
    without_break = joined.ended.isna() | (joined.ended >= joined.placement_started - pd.Timedelta(days=1))
    began = joined.began.where(without_break).fillna(joined.placement_started)
    return pd.Series(began.to_numpy(), index=rows.index[joined.place.to_numpy()], dtype="datetime64[us]").reindex(rows.index)


def _nights(rows, first, after):
    """A row a night from `first` to the day before `after`: its date and the placement it was spent in, each of a child's nights once."""
    starts = np.maximum(_days(rows.started), first)
    ends = np.minimum(_days(rows.ended.fillna(pd.Timestamp(after))), after)
    lengths = np.maximum((ends - starts) // DAY, 0)
    placements = np.repeat(np.arange(len(rows)), lengths)
    since_start = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    child = pd.factorize(rows.child)[0][placements]
    slept = pd.DataFrame({"child": child, "night": starts[placements] + since_start * DAY, "placement": placements})
    return slept.drop_duplicates(["child", "night"], keep="last")


def _days(dates):
    return dates.to_numpy().astype("datetime64[D]")


KINDS = (Kind("placement_nights", "placement_nights", nights),)
