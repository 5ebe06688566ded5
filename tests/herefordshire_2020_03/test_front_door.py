"""The front door's rows, counted with plain pandas, come to what the report prints for sections 2 to 12."""

import numpy as np
import pandas as pd
import pytest

from lib.contracts import lists
from tests.herefordshire_2020_03 import days, exploitation, front_door

MARCH, FEBRUARY = "2020-03", "2020-02"
TO_FEBRUARY = days.MONTHS[:-1]
DAY, YEAR = pd.Timedelta(days=1), pd.Timedelta(days=365)

BY_SOURCE = {"9": (9, 0), "2B": (1, 0), "3E": (34, 7), "3A": (5, 0), "3B": (3, 2), "3F": (5, 0), "3D": (31, 4), "3C": (2, 0), "1B": (1, 0),
             "1A": (16, 5), "1D": (2, 1), "1C": (1, 0), "5A": (61, 23), "8": (48, 6), "7": (43, 7), "6": (418, 29), "2A": (47, 8)}
ASSESSED = {"Assessment Team 1": (34, 100, 47), "Assessment Team 2": (35, 77, 66), "Assessment Team 3": (22, 95, 73),
            "CP & Court 3": (3, 0, 100), "CWD": (1, 100, 100)}
OPEN = {"Assessment Team 1": (49, 0), "Assessment Team 2": (69, 0), "Assessment Team 3": (17, 0), "CP & Court 1": (2, 2),
        "CP & Court 2": (6, 1), "CP & Court 3": (4, 4), "CWD": (8, 0), "Other": (1, 0)}
OUTCOMES = {(True, "child_in_need_plan"): 1, (True, "continue_current_plan"): 1, (True, "no_further_action"): 15,
            (False, "child_in_need_plan"): 1, (False, "continue_current_plan"): 1, (False, "no_further_action"): 76}


@pytest.fixture(scope="module")
def rows():
    """A frame a list, its codes by their keys and its dates as dates."""
    return {key: typed(key, said) for key, said in front_door.rows().items()}


def typed(key, said):
    frame = pd.DataFrame(said)
    for column in lists.all()[key].columns:
        if column.key in frame and lists.codes(column):
            frame[column.key] = ["" if pd.isna(cell) or cell == "" else lists.code(column, cell) or "?" for cell in frame[column.key]]
        elif column.key in frame and column.kind in (lists.DATE, lists.TIME):
            frame[column.key] = pd.to_datetime(frame[column.key])
    return frame


@pytest.fixture(scope="module")
def contacts(rows):
    steps = rows["workflow_steps"].query("step == 'contact'").assign(day=lambda frame: frame.started.dt.normalize())
    joined = rows["contacts"].merge(steps, left_on=["child", "date_of_contact"], right_on=["child", "day"], how="left", validate="1:1")
    return joined.assign(month=months(joined.date_of_contact), referred=joined.outcome == "referral", **timely(joined))


@pytest.fixture(scope="module")
def referrals(rows):
    steps = rows["workflow_steps"].query("step == 'referral'").assign(day=lambda frame: frame.started.dt.normalize())
    joined = rows["referrals"].merge(steps, left_on=["child", "date_of_referral"], right_on=["child", "day"], how="left", validate="1:1")
    earlier = joined.sort_values("date_of_referral").groupby("child").date_of_referral.shift()
    return joined.assign(month=months(joined.date_of_referral), earlier=earlier, again=joined.referrals_in_12_months > 1, **timely(joined))


@pytest.fixture(scope="module")
def assessments(rows):
    """List 4 with the latest referral before each, its step, and whether a strategy discussion was held between."""
    referred = rows["referrals"][["child", "date_of_referral"]].sort_values("date_of_referral")
    frame = pd.merge_asof(rows["assessments"].sort_values("assessment_started"), referred, left_on="assessment_started",
                          right_on="date_of_referral", by="child")
    steps = rows["workflow_steps"].query("step == 'assessment'")[["child", "started", "finished", "outcome", "child_seen"]]
    frame = frame.merge(steps, left_on=["child", "assessment_started"], right_on=["child", "started"], suffixes=("", "_day"),
                        validate="1:1")
    discussions = rows["workflow_steps"].query("step == 'strategy_discussion'")[["child", "finished"]]
    met = frame.merge(discussions, on="child", suffixes=("", "_met"))
    met = met[(met.finished_met >= met.date_of_referral) & (met.finished_met <= met.authorised)]
    ends = frame.authorised.fillna(pd.Timestamp(days.LAST))
    return frame.assign(month=months(frame.authorised), late=elapsed(frame.date_of_referral.fillna(frame.assessment_started), ends) > 45,
                        seen=elapsed(frame.assessment_started, frame.child_seen_day) <= 3, met=frame.child.isin(met.child))


def months(dates):
    return dates.dt.strftime("%Y-%m")


def elapsed(start, end):
    """Working days, the day after the start being day 1; NaN where there is no end."""
    known = end.notna()
    days_ = np.full(len(start), np.nan)
    first, last = (column[known].to_numpy().astype("datetime64[D]") + 1 for column in (start, end))
    days_[known] = np.busday_count(first, last, holidays=sorted(days.BANK_HOLIDAYS))
    return pd.Series(days_, index=start.index)


def timely(steps):
    return {"in_24_hours": steps.finished - steps.started <= DAY,
            "in_1_working_day": elapsed(steps.started.dt.normalize(), steps.finished.dt.normalize()) <= 1}


def percent(truths):
    return int(100 * truths.mean() + 0.5)


def test_contacts_and_referrals_of_march_by_source_are_those_printed(contacts, referrals):
    march = contacts[contacts.month == MARCH].groupby("source").referred.agg(["size", "sum"])

    assert dict(zip(march.index, march.itertuples(index=False, name=None))) == BY_SOURCE
    of_march = referrals[referrals.month == MARCH].groupby("source").size().to_dict()
    assert of_march == {key: each[1] for key, each in BY_SOURCE.items() if each[1]}


def test_a_month_brings_between_650_and_800_contacts(contacts):
    counts = contacts.groupby("month").size()

    assert list(counts.index) == list(days.MONTHS)
    assert counts[MARCH] == 727
    assert counts.between(650, 800).all()


def test_shares_of_contacts_that_became_referrals_are_those_printed(contacts):
    assert [percent(contacts[contacts.month.isin(some)].referred) for some in ([MARCH], [FEBRUARY], days.MONTHS)] == [13, 20, 21]


def test_contacts_are_decided_as_soon_as_printed(contacts):
    assert [percent(contacts[contacts.month.isin(some)].in_24_hours) for some in ([MARCH], [FEBRUARY], days.MONTHS)] == [44, 36, 44]
    assert percent(contacts.in_1_working_day) == 88
    assert 80 < percent(contacts[contacts.month == MARCH].in_1_working_day) < 95


def test_referrals_are_decided_as_soon_as_printed(referrals):
    assert [percent(referrals[referrals.month.isin(some)].in_24_hours) for some in ([MARCH], [FEBRUARY], days.MONTHS)] == [52, 53, 43]
    assert percent(referrals.in_1_working_day) == 86


def test_rereferrals_are_those_printed_by_the_count_column(referrals):
    assert [percent(referrals[referrals.month.isin(some)].again) for some in ([MARCH], [FEBRUARY], days.MONTHS)] == [32, 22, 20]


def test_earlier_referrals_are_rows_themselves_but_for_those_before_the_year(referrals):
    by_rows = referrals.earlier.notna() & (referrals.date_of_referral - referrals.earlier <= YEAR)
    told_only = referrals[referrals.again & ~by_rows]

    assert not (by_rows & ~referrals.again).any()
    assert set(told_only.month) == {days.MONTHS[0]}


def test_every_referral_is_a_contact_of_that_child_day_and_source(contacts, referrals):
    found = contacts[contacts.referred][["child", "date_of_contact", "source"]].itertuples(index=False, name=None)

    assert set(found) == set(referrals[["child", "date_of_referral", "source"]].itertuples(index=False, name=None))


def test_assessments_of_march_by_team_are_those_printed(assessments):
    march = assessments[assessments.month == MARCH].groupby("team").apply(
        lambda team: (len(team), percent(~team.late), percent(team.seen)), include_groups=False)

    assert march.to_dict() == ASSESSED


def test_assessments_in_time_and_children_seen_are_those_printed(assessments):
    done = {name: assessments[assessments.month.isin(some)] for name, some in
            (("march", [MARCH]), ("february", [FEBRUARY]), ("before", TO_FEBRUARY), ("year", days.MONTHS))}

    assert (len(done["march"]), (~done["march"].late).sum()) == (95, 83)
    assert {name: percent(~frame.late) for name, frame in done.items()} == {"march": 87, "february": 83, "before": 79, "year": 80}
    assert [percent(done[name].seen) for name in ("march", "february")] == [62, 59]
    assert len(done["february"]) > 95


def test_open_assessments_by_team_are_those_printed(assessments):
    still = assessments[assessments.authorised.isna()].groupby("team").late.agg(["size", "sum"])

    assert dict(zip(still.index, still.itertuples(index=False, name=None))) == OPEN
    assert (still["size"].sum(), still["sum"].sum()) == (156, 7)


def test_outcomes_of_march_by_strategy_meeting_are_those_printed(assessments):
    assert assessments[assessments.month == MARCH].groupby(["met", "outcome"]).size().to_dict() == OUTCOMES


def test_lateness_is_the_same_from_the_referral_and_from_the_start(assessments):
    ends = assessments.authorised.fillna(pd.Timestamp(days.LAST))

    assert ((elapsed(assessments.assessment_started, ends) > 45) == assessments.late).all()


def test_the_list_of_strategy_discussions_is_that_of_the_steps(rows):
    steps = rows["workflow_steps"].query("step == 'strategy_discussion'")

    assert [(child, pd.Timestamp(day)) for child, day in front_door.STRATEGY_DISCUSSIONS] == list(zip(steps.child, steps.finished))
    assert set(steps.outcome) & {"section_47"} == set()


def test_twelve_exploitation_assessments_end_in_march_and_some_in_every_month(rows):
    ended = rows["workflow_steps"].query("step == 'exploitation_assessment'").finished.dropna()

    assert months(ended).value_counts()[MARCH] == 12
    assert set(months(ended)) == set(days.MONTHS)


def test_the_new_step_of_exploitation_assessments_stands_beside_the_old_since_september():
    said = [(days.month_of(step["started"]), step["step"]) for step in exploitation.steps()]

    assert {name for month, name in said if month < "2019-09"} == {"CSE assessment"}
    assert {name for month, name in said if month >= "2019-09"} == {"CSE assessment", "CE assessment", "Child exploitation assessment"}


def test_early_help_episodes_have_stabilised(rows):
    episodes, ends = rows["early_help_episodes"], pd.date_range("2019-04-30", periods=12, freq="ME")

    standing = [int(((episodes.started <= end) & (episodes.ended.isna() | (episodes.ended > end))).sum()) for end in ends]

    assert standing == sorted(standing[:4]) + [standing[4]] + sorted(standing[5:9]) + standing[9:]
    assert max(standing[-4:]) - min(standing[-4:]) <= 5 and standing[-1] > 500
    assert (months(episodes.ended.dropna()).value_counts().reindex(days.MONTHS) > 0).all()
    assert not (episodes.started > episodes.ended).any()


def test_every_list_identifies_its_rows(rows):
    for key, frame in rows.items():
        identifies = list(lists.all()[key].identifies)

        assert not frame.duplicated(identifies).any(), key


def test_every_code_is_one_the_contract_knows(rows):
    unknown = [(key, column.key) for key, frame in rows.items() for column in lists.all()[key].columns
               if lists.codes(column) and column.key in frame and (frame[column.key] == "?").any()]

    assert unknown == []


def test_no_day_but_a_birth_is_a_sunday_or_after_the_year(rows):
    for key, frame in rows.items():
        dates = {column: frame[column].dropna() for column in frame.select_dtypes("datetime")}
        born = dates.pop("date_of_birth", pd.Series(dtype="datetime64[ns]"))

        assert (born.dt.day_of_week == 6).all()
        assert not any((each.dt.day_of_week == 6).any() for each in dates.values()), key
        assert not any((each >= pd.Timestamp("2020-04-01")).any() for column, each in dates.items() if column != "due"), key


def test_lists_reach_from_the_first_days_of_april_2019(rows):
    for key, dated in (("contacts", "date_of_contact"), ("referrals", "date_of_referral"), ("early_help_assessments", "assessment_started"),
                       ("assessments", "authorised"), ("early_help_episodes", "ended")):
        assert rows[key][dated].min() <= pd.Timestamp("2019-04-07"), key
