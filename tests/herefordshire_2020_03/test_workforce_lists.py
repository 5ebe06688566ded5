"""The workforce's rows, counted with plain pandas, come to what the report prints for sections 36, 37 and 41."""

from math import isnan
from pathlib import Path

import pandas as pd
import pytest

from lib.contracts import lists
from tests.herefordshire_2020_03 import days, workforce_lists

TRANSCRIPTION = Path(__file__).with_name("transcription")
REPORTED = pd.Timestamp("2020-03-31")
BANDS = ["within_1_month", "from_1_to_2_months", "from_2_to_3_months", "from_4_to_6_months", "more_than_6_months", "no_complete_step",
         "no_complete_step_new_last_30_days"]
NEW = BANDS[-1]
STATUSES = {"CIN": "CIN", "CP": "CPP", "LAC": "LAC", "LAC_CP": "LAC & CPP"}
EARLY_HELP = "Early Help"

# Printed averages that the numbers printed beside them do not give.
CONTRADICTED_BY_WORKERS = {"16+ Team Allocated worker": (3, 11.0), "16+ Team PA": (13, 17.9)}
CONTRADICTED_BY_POSTS = {"16+ Team PA": (13, 17.9), "Assessment Team 2": (3, 9.4), "Children With Disabilities (CSW only)": (16, 18.2),
                         "Children and Young People's LAC Team 1": (11, 12.9)}


@pytest.fixture(scope="module")
def rows():
    """A frame a list, its codes by their keys and its dates as dates."""
    return {key: typed(key, said) for key, said in workforce_lists.rows().items()}


def typed(key, said):
    frame = pd.DataFrame(said)
    for column in lists.all()[key].columns:
        if column.key in frame and lists.codes(column):
            frame[column.key] = ["" if pd.isna(cell) or cell == "" else lists.code(column, cell) or "?" for cell in frame[column.key]]
        elif column.key in frame and column.kind == lists.DATE:
            frame[column.key] = pd.to_datetime(frame[column.key])
    return frame


def printed(name):
    return pd.read_csv(TRANSCRIPTION / f"{name}.csv")


@pytest.fixture(scope="module")
def cases(rows):
    frame = rows["supervision"].query("kind == 'case'")
    return frame.assign(band=[band(*each) for each in zip(frame.supervised, frame.case_opened)])


def band(supervised, opened):
    """The time since a supervision by the calendar; where there is none, whether the case was opened in the last thirty days."""
    if pd.isna(supervised):
        return BANDS[5] if opened <= REPORTED - pd.Timedelta(days=30) else NEW
    months = (1, 2, 3, 6)
    return next((name for name, count in zip(BANDS, months) if supervised >= REPORTED - pd.DateOffset(months=count)), BANDS[4])


@pytest.fixture(scope="module")
def staff(rows):
    frame = rows["supervision"].query("kind == 'staff' and due_this_month == 'yes'")
    return frame.assign(held=frame.supervised.dt.strftime("%Y-%m") == "2020-03")


def percent(truths):
    return int(100 * truths.mean() + 0.5)


def rounded(number):
    return int(number + 0.5)


@pytest.mark.parametrize("name, column, words", [("supervision_by_team", "team", {}), ("supervision_by_status", "status", STATUSES)])
def test_cases_by_time_since_supervision_are_those_printed(cases, name, column, words):
    table = printed(name).query("is_total == 'no'").set_index(column)
    corrected = table.new_last_30_days_corrected.where(table.correction_note.notna(), table[NEW])

    counted = cases.groupby([cases[column].replace(words), "band"]).size().unstack(fill_value=0)

    expected = table[BANDS].assign(**{NEW: corrected}).fillna(0).sort_index()
    pd.testing.assert_frame_equal(counted[BANDS], expected, check_names=False, check_dtype=False)
    assert counted.sum(axis="columns").to_dict() == table.grand_total.to_dict()


@pytest.mark.parametrize("name, column, words", [("supervision_by_team", "team", {}), ("supervision_by_status", "status", STATUSES)])
def test_shares_of_cases_supervised_in_three_months_are_those_printed(cases, name, column, words):
    table = printed(name).query("is_total == 'no'").set_index(column)

    counted = cases.band.isin(BANDS[:3]).groupby(cases[column].replace(words)).apply(percent)

    assert counted.to_dict() == table.pct_within_3_months.to_dict()
    assert percent(cases.band.isin(BANDS[:3])) == 85


def test_staff_supervised_in_march_by_team_is_as_printed(staff):
    table = printed("worker_supervision")
    expected = {EARLY_HELP if name.startswith(EARLY_HELP) else name: share for name, share in zip(table.team_or_role, table.mar_2020_pct)}

    assert staff.groupby("team").held.apply(percent).to_dict() == expected


def test_staff_supervised_in_march_by_group_is_as_printed(staff):
    assert staff.groupby("group").held.apply(percent).to_dict() == {"operational": 80, "business_support": 100}
    assert percent(staff.held) == 84


@pytest.fixture(scope="module")
def caseloads(rows):
    """The report's columns by team, from the workers in post."""
    workers = rows["workforce"][lambda frame: frame.ended.isna() & (frame.cases_held > 0)]
    people, qualified = workers[workers.role != "virtual"], workers[workers.qualified == "yes"]
    over = qualified[qualified.cases_held > 20 * qualified.fte]
    posts = rows["establishment"].query("case_holding == 'yes'").set_index("team").budgeted_fte
    return pd.DataFrame({
        "cases": workers.groupby("team").cases_held.sum(), "workers_holding_cases": people.groupby("team").size(),
        "sw_holding_cases": qualified.groupby("team").size(), "sw_holding_over_20": over.groupby("team").size(),
        "max_cases_held_by_sw": qualified.groupby("team").cases_held.max(), "establishment_fte_caseholders": posts}).fillna(0)


@pytest.mark.parametrize("column", ["cases", "sw_holding_cases", "sw_holding_over_20", "max_cases_held_by_sw",
                                    "establishment_fte_caseholders"])
def test_caseloads_by_team_are_those_printed(caseloads, column):
    table = printed("caseload").set_index("team")[column]
    expected = pd.to_numeric(table.replace("n/a", 0)).fillna(0)

    assert caseloads[column].to_dict() == expected.to_dict()


def test_seven_workers_hold_the_cases_for_which_three_are_printed(caseloads):
    table = printed("caseload").set_index("team").workers_holding_cases.fillna(0)

    assert caseloads.workers_holding_cases.to_dict() == table.to_dict() | {"16+ Team Allocated worker": 7}


def test_averages_by_worker_are_those_printed_but_for_those_contradicted(caseloads):
    table = pd.to_numeric(printed("caseload").set_index("team").avg_caseload_by_workers, errors="coerce")

    averages = caseloads.cases / caseloads.workers_holding_cases

    assert {team: (value, round(averages[team], 1)) for team, value in table.items()
            if not isnan(value) and rounded(averages[team]) != value} == CONTRADICTED_BY_WORKERS


def test_averages_by_post_are_those_printed_but_for_those_contradicted(caseloads):
    table = pd.to_numeric(printed("caseload").set_index("team").avg_caseload_by_fte, errors="coerce")

    averages = caseloads.cases / caseloads.establishment_fte_caseholders

    assert {team: (value, round(averages[team], 1)) for team, value in table.items()
            if not isnan(value) and rounded(averages[team]) != value} == CONTRADICTED_BY_POSTS


def test_shares_of_social_workers_over_twenty_cases_are_those_printed(caseloads):
    table = pd.to_numeric(printed("caseload").set_index("team").pct_sw_over_20, errors="coerce").dropna()

    shares = 100 * caseloads.sw_holding_over_20 / caseloads.sw_holding_cases

    assert {team: rounded(shares[team]) for team in table.index} == table.to_dict()


def test_somebody_leaves_in_every_month_and_in_the_first_week(rows):
    left = rows["workforce"].ended.dropna()

    assert set(left.dt.strftime("%Y-%m")) == set(days.MONTHS)
    assert left.min() <= pd.Timestamp("2019-04-07")


def test_every_list_identifies_its_rows_and_knows_its_codes(rows):
    for key, frame in rows.items():
        assert not frame.duplicated(list(lists.all()[key].identifies)).any(), key
        assert not (frame == "?").any(axis=None), key


def test_no_day_is_a_sunday_or_after_the_year(rows):
    for frame in rows.values():
        for column in frame.select_dtypes("datetime"):
            known = frame[column].dropna()
            assert not (known.dt.day_of_week == 6).any()
            assert (known <= REPORTED).all()
