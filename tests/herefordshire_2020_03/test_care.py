"""The rows of children in care, of care leavers and of adoption count to the document's numbers, in plain pandas."""

import csv
from pathlib import Path

import pandas as pd
import pytest

from lib.contracts import lists
from tests.herefordshire_2020_03 import care

MARCH, YEAR = pd.Timestamp("2020-03-31"), pd.date_range("2019-04-30", "2020-03-31", freq="ME")
TRANSCRIPTION = Path(__file__).parent / "transcription"
TEAMS = {"CP Court 1": "CP & Court 1", "CP Court 2": "CP & Court 2", "CP Court 3": "CP & Court 3", "LAC 1": "LAC Team 1",
         "LAC 2": "LAC Team 2", "16 +": "16+ Team", "CWD": "CWD"}
SEEN_IN_TIME = {"CP & Court 1": 17, "CP & Court 2": 15, "CP & Court 3": 30, "LAC Team 1": 87, "LAC Team 2": 97, "16+ Team": 65, "CWD": 32}
GROUPS = {"In-House": "in house", "IFA": "agency", "Residential": "residential", "Other": "other"}
PRINTED_MONTHS = {"Sep-19": "2019-09-30", "Oct-19": "2019-10-31", "Nov-19": "2019-11-30", "Dec-19": "2019-12-31", "Jan-20": "2020-01-31",
                  "Feb-20": "2020-02-29", "Mar-20": "2020-03-31"}

# What the document prints and its own parts deny: month and group of nights, and ages of care leavers in touch and suitably housed.
SHARES_DENIED = {("Sep-19", "In-House"): 55, ("Sep-19", "Other"): 13, ("Nov-19", "In-House"): 52, ("Nov-19", "Other"): 15,
                 ("Dec-19", "In-House"): 52, ("Dec-19", "Other"): 15, ("Jan-20", "In-House"): 52, ("Jan-20", "IFA"): 22,
                 ("Jan-20", "Residential"): 10, ("Jan-20", "Other"): 15, ("Feb-20", "IFA"): 22, ("Feb-20", "Other"): 15}
LEAVERS_DENIED = {("LA in Touch", "21"): 79, ("In Suitable Accommodation", "21"): 79}
DUE_BY_ROWS, IN_TIME_BY_ROWS = 351, 343            # printed: 352 and 344


def frame(key):
    """The rows of a list, codes by their keys and dates as dates."""
    definition = lists.all()[key]
    rows = pd.DataFrame(care.rows()[key])
    for column in (column for column in definition.columns if column.key in rows):
        if lists.codes(column):
            rows[column.key] = rows[column.key].map(lambda said, column=column: lists.code(column, said) if pd.notna(said) else "")
        if column.kind in (lists.DATE, lists.TIME):
            rows[column.key] = pd.to_datetime(rows[column.key])
    return rows


def printed(name):
    with (TRANSCRIPTION / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def whole(value):
    return int(value + 0.5)


def standing(rows, day, start="started", end="ceased"):
    return rows[(rows[start] <= day) & (rows[end].isna() | (rows[end] > day))]


def years(born, day):
    return day.year - born.dt.year - ((born.dt.month * 100 + born.dt.day) > day.month * 100 + day.day)


@pytest.fixture(scope="module")
def children():
    rows = frame("looked_after_children")
    return rows[~rows.legal_status.isin(["V3", "V4"])]


@pytest.fixture(scope="module")
def nights():
    rows = frame("placement_nights")
    fostered, agency = rows.placement_type.str.startswith("U"), rows.provider != "PR1"
    rows["group"] = "other"
    rows.loc[fostered, "group"] = agency[fostered].map({True: "agency", False: "in house"})
    rows.loc[rows.placement_type.str.startswith(("K", "R")) | rows.placement_type.isin(["S1", "H5"]), "group"] = "residential"
    return rows


@pytest.fixture(scope="module")
def visits():
    rows = frame("visits")
    return rows.assign(in_time=rows.visited <= rows.due, month=rows.due + pd.offsets.MonthEnd(0))


def in_month(dates, day):
    return (dates.dt.year == day.year) & (dates.dt.month == day.month)


def nights_of(rows, day):
    """Nights of a month by group: from each start to the day before each end."""
    first, after = day.replace(day=1), day + pd.Timedelta(days=1)
    spent = (rows.ended.fillna(after).clip(upper=after) - rows.started.clip(lower=first)).dt.days.clip(lower=0)
    return spent.groupby(rows.group).sum()


# Looked after children


def test_as_many_are_looked_after_at_the_end_of_march_as_printed(children):
    assert len(standing(children, MARCH)) == standing(children, MARCH).child.nunique() == 352


def test_short_breaks_are_on_the_list_and_not_among_the_looked_after():
    assert len(standing(frame("looked_after_children"), MARCH)) == 356


def test_one_aged_fifteen_or_over_started_and_six_ceased_in_march(children):
    started, ceased = children[in_month(children.started, MARCH)], children[in_month(children.ceased, MARCH)]

    assert years(started.date_of_birth, MARCH).tolist() == [15]
    assert ceased.reason_ceased.replace(dict.fromkeys(["E45", "E46", "E47", "E48"], "guardianship")).value_counts().to_dict() == {
        "guardianship": 4, "E41": 1, "E4A": 1}


def test_as_many_were_looked_after_at_the_end_of_february_as_starts_and_ceases_of_march_leave(children):
    assert len(standing(children, pd.Timestamp("2020-02-29"))) == 352 + 6 - 1


def test_children_start_and_cease_in_every_month_from_the_first_week_of_april(children):
    assert all(in_month(children.started, day).any() and in_month(children.ceased, day).any() for day in YEAR)
    assert children.ceased.min() < pd.Timestamp("2019-04-08")


def test_teams_have_the_children_of_the_documents_table(children):
    told = {TEAMS[row["team"]]: int(row["allocated_lac_cases"]) for row in printed("visits_lac_by_team") if row["team"] in TEAMS}

    counted = standing(children, MARCH).team.value_counts().to_dict()

    assert counted == told | {"Assessment Team 2": 1}


def test_three_or_more_placements_are_eight_per_cent_and_those_of_the_list_of_nights(children, nights):
    here = standing(children, MARCH)
    lived_in = nights[nights.ended.isna() | (nights.ended > pd.Timestamp("2019-04-01"))].groupby("child").size()

    assert (here.placements_in_12_months >= 3).sum() == 28
    assert here.placements_in_12_months.tolist() == here.child.map(lived_in).tolist()


def test_stable_placements_of_children_long_in_care_are_74_per_cent(children, nights):
    here = standing(children, MARCH)
    long = here[(years(here.date_of_birth, MARCH) < 16) & (MARCH - here.started >= pd.Timedelta(days=912))]
    before = nights.sort_values("started").groupby("child").started.apply(lambda days: days.iloc[max(0, len(days) - 2)])
    since = long.placement_started.where(~long.placement_type.isin(["A3", "A4", "A5", "A6"]), long.child.map(before))

    stable = since <= MARCH - pd.DateOffset(years=2)

    assert (stable.sum(), len(long)) == (96, 130)
    assert whole(100 * 96 / 130) == 74
    assert (long.placement_started <= MARCH - pd.DateOffset(years=2)).sum() == 94


def test_the_latest_placement_on_the_list_is_the_last_of_the_nights(children, nights):
    last = nights.sort_values("started").groupby("child").last()

    assert (children.placement_started.to_numpy() == last.loc[children.child].started.to_numpy()).all()
    assert children.placement_type.tolist() == last.loc[children.child].placement_type.tolist()


def test_placements_with_family_and_friends_fell_until_december_and_have_risen_in_three_months(nights):
    share = [standing(nights, day, end="ended").placement_type.isin(["U1", "U2", "U3"]).mean() for day in YEAR]

    assert share[0] == max(share) and share[8] == min(share)
    assert share[8] < share[9] < share[10] < share[11]


# Nights


@pytest.mark.parametrize("month", PRINTED_MONTHS)
def test_nights_by_group_are_as_printed(nights, month):
    told = {GROUPS[row["placement_type"]]: int(row["nights"]) for row in printed("fostering_nights") if row["month"] == month}

    assert nights_of(nights, pd.Timestamp(PRINTED_MONTHS[month])).to_dict() == told


def test_shares_of_nights_are_as_printed_but_for_those_the_nights_deny(nights):
    shares = {}
    for month, day in PRINTED_MONTHS.items():
        counted = nights_of(nights, pd.Timestamp(day))
        shares |= {(month, name): whole(100 * counted[group] / counted.sum()) for name, group in GROUPS.items()}

    told = {(row["month"], row["placement_type"]): int(row["pct_printed"]) for row in printed("fostering_nights")}

    assert {cell: share for cell, share in shares.items() if told[cell] != share} == SHARES_DENIED


def test_every_night_of_a_child_in_care_is_spent_in_one_placement(children, nights):
    for day in pd.date_range("2019-04-01", "2020-03-31"):
        assert sorted(standing(nights, day, end="ended").child) == sorted(standing(children, day).child)


# Visits


def test_visits_of_march_by_team_are_as_printed(visits):
    march = visits[visits.month == MARCH]
    due, seen = march.groupby("team").size(), march.groupby("team").in_time.sum()
    told = {TEAMS[row["team"]]: (int(row["allocated_lac_cases"]), int(row["pct_in_timescale"]))
            for row in printed("visits_lac_by_team") if row["team"] in TEAMS}

    assert {team: (due[team], whole(100 * seen[team] / due[team])) for team in due.index} == told
    assert seen.to_dict() == SEEN_IN_TIME
    assert (due.sum(), seen.sum(), whole(100 * seen.sum() / due.sum())) == (DUE_BY_ROWS, IN_TIME_BY_ROWS, 98)


def test_visits_of_the_year_are_in_time_as_printed(visits):
    assert whole(100 * visits.in_time.mean()) == 87


def test_a_child_is_due_one_visit_a_month_and_only_while_in_care_to_its_end(children, visits):
    assert not visits.duplicated(["child", "month"]).any()
    for day in YEAR:
        assert set(visits[visits.month == day].child) <= set(standing(children, day).child)


def test_the_last_visit_and_review_on_the_list_are_the_latest_made(children, visits):
    reviews = frame("reviews")
    made = children.child.map(visits.groupby("child").visited.max())
    held = children.child.map(reviews.groupby("child").reviewed.max())

    assert ((children.last_visit == made) | (children.last_visit.isna() & made.isna())).all()
    assert ((children.latest_review == held) | (children.latest_review.isna() & held.isna())).all()


# Care leavers


def test_care_leavers_are_as_printed_but_for_the_percentages_their_numbers_deny():
    rows = frame("care_leavers")
    rows = rows[~rows.in_touch.isin(["DIED", "RHOM"]) & (rows.eligibility != "eligible")]
    age = years(rows.date_of_birth, MARCH)
    told = {"Cohort": age > 0, "LA in Touch": rows.in_touch == "YES", "In Suitable Accommodation": rows.suitability == "suitable",
            "In Education, Employment or Training": rows.activity.str[:2].isin(["F1", "F2", "F4", "F5", "P1", "P2", "P4", "P5"])}

    denied = {}
    for row in printed("care_leavers"):
        cohort = age.between(19, 21) if row["age"] == "total" else age == int(row["age"])
        number = (told[row["measure"]] & cohort).sum()
        assert number == int(row["count"])
        if row["pct_printed"] and whole(100 * number / cohort.sum()) != int(row["pct_printed"]):
            denied[row["measure"], row["age"]] = whole(100 * number / cohort.sum())

    assert denied == LEAVERS_DENIED


def test_some_on_the_list_are_younger_or_older_have_died_or_gone_home_or_are_still_looked_after(children):
    rows = frame("care_leavers")
    age = years(rows.date_of_birth, MARCH)

    assert (age < 19).any() and (age > 21).any()
    assert rows.in_touch.isin(["DIED", "RHOM"]).sum() == 3
    assert set(rows[rows.eligibility == "eligible"].child) <= set(standing(children, MARCH).child)


# Adoption


def test_children_adopted_left_care_on_the_day_of_the_order(children):
    adopted = children[children.reason_ceased.isin(["E11", "E12"])].set_index("child").ceased
    orders = frame("children_for_adoption").set_index("child").adopted.dropna()

    assert len(orders) == 9
    assert orders.sort_index().to_dict() == adopted.sort_index().to_dict()


def test_each_stage_of_adoption_was_reached_by_some_within_the_twelve_months():
    rows = frame("children_for_adoption")
    stages = ["entered_care", "decision", "placement_order", "matched", "placed", "adopted"]

    reached = {stage: (rows[stage] >= pd.Timestamp("2019-04-01")).sum() for stage in stages[1:]}
    days = [(rows[after] - rows[before]).dt.days.min() for before, after in zip(stages, stages[1:])]

    assert len(rows) == 23
    assert min(reached.values()) > 5
    assert min(days) > 0
    assert rows.decision_reversed.notna().sum() == 2


def test_who_is_placed_for_adoption_lives_there_from_the_day_on_the_list(children):
    placed = frame("children_for_adoption").set_index("child").placed.dropna()
    living = children[children.placement_type == "A6"].set_index("child").placement_started

    assert living.sort_index().to_dict() == placed.sort_index().to_dict()


# All lists


@pytest.mark.parametrize("key", sorted(care.rows()))
def test_every_column_is_one_of_the_contract_and_filled_where_it_must_be(key):
    definition, rows = lists.all()[key], pd.DataFrame(care.rows()[key])

    assert set(rows) <= {column.key for column in definition.columns}
    assert [column.key for column in definition.standing("2020") if not column.blank and rows[column.key].isna().any()] == []


@pytest.mark.parametrize("key", sorted(care.rows()))
def test_every_word_for_a_code_is_one_the_contract_knows(key):
    rows = pd.DataFrame(care.rows()[key])
    coded = [column for column in lists.all()[key].columns if lists.codes(column) and column.key in rows]

    assert [(column.key, said) for column in coded for said in rows[column.key].dropna().unique() if lists.code(column, said) is None] == []


@pytest.mark.parametrize("key", sorted(care.rows()))
def test_nothing_is_dated_on_a_sunday_or_after_the_extract_but_births_and_due_dates(key):
    definition, rows = lists.all()[key], frame(key)
    dated = [column for column in definition.columns if column.kind == lists.DATE and column.key in rows and column.key != "date_of_birth"]

    assert [column.key for column in dated if (rows[column.key].dt.day_of_week == 6).any()] == []
    assert [column.key for column in dated if not column.ahead and (rows[column.key] > MARCH).any()] == []
    assert "date_of_birth" not in rows or (rows.date_of_birth.dt.day_of_week == 6).all()


@pytest.mark.parametrize("key", sorted(care.rows()))
def test_dates_stand_in_their_order_and_after_birth(key):
    definition, rows = lists.all()[key], frame(key)

    assert [span for span in definition.spans if set(span) <= set(rows) and (rows[span[1]] < rows[span[0]]).any()] == []
    if "date_of_birth" in rows:
        assert not any((rows[column.key] < rows.date_of_birth).any() for column in definition.columns
                       if column.kind == lists.DATE and column.key in rows)


@pytest.mark.parametrize("key", sorted(care.rows()))
def test_what_identifies_a_row_does_not_repeat(key):
    rows = frame(key)

    assert not rows.duplicated([column for column in lists.all()[key].identifies if column in rows]).any()


def test_children_on_the_list_are_under_eighteen_while_looked_after(children):
    last = children.ceased.fillna(MARCH)

    assert (children.date_of_birth + pd.DateOffset(years=18) > last).all()


def test_children_are_numbered_within_the_lists_of_care_but_for_those_of_the_protection_lists():
    numbers = {int(row["child"][3:]) for rows in care.rows().values() for row in rows if "child" in row}

    elsewhere = {number for number in numbers if not 200_000 <= number < 300_000}

    assert elsewhere == {*care.LOOKED_AFTER_FROM_PLANS, *care.LOOKED_AFTER_ON_A_PLAN}


def test_children_who_came_from_protection_plans_started_on_the_days_told(children):
    started = children.set_index("child").started

    assert all(started[f"ZZ-{number:06d}"] == pd.Timestamp(day)
               for number, day in (care.LOOKED_AFTER_FROM_PLANS | care.LOOKED_AFTER_ON_A_PLAN).items())


def test_the_same_rows_come_out_every_time():
    assert care.rows() == care.rows()
