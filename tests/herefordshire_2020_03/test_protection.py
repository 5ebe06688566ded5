"""The invented children on protection plans come to the report's numbers, counted from the rows with plain pandas."""

import pandas as pd
import pytest

from lib import working_days
from lib.contracts import lists
from tests.herefordshire_2020_03 import care_list, days, front_door, printed, protection
from tests.herefordshire_2020_03.counted_rows import ENDS, FEBRUARY, MARCH, frame, in_month, percent, standing, typed

NOTHING_FURTHER, TO_CONFERENCE = "no_further_action", "initial_conference"


def steps(step):
    steps_of_both = pd.DataFrame([*protection.rows()["workflow_steps"], *front_door.rows()["workflow_steps"]])
    every = typed(steps_of_both, lists.all()["workflow_steps"])
    every = every[(every.step == step) & in_month(every.finished).isin(days.MONTHS)]
    return every.assign(month=in_month(every.finished))


def conferences():
    held = frame("section_47_enquiries")
    held = held[in_month(held.conference).isin(days.MONTHS)]
    in_time = working_days.elapsed(held.strategy_discussion, held.conference) <= 15
    return held.assign(month=in_month(held.conference), in_time=in_time)


def earlier_ends():
    """The latest end before its start of an earlier plan of the child, for every plan of list 7."""
    plans = frame("child_protection_plans").reset_index(names="plan")
    ended = frame("plans").query("plan_type == 'CP'")[["child", "ended"]].dropna()
    pairs = plans[["plan", "child", "plan_started"]].merge(ended, on="child")
    return pairs[pairs.ended <= pairs.plan_started].groupby("plan").ended.max().reindex(plans.plan)


def test_strategy_discussions_progress_as_printed():
    held = steps("strategy_discussion")

    numbers = held.groupby("month").outcome.agg(held="size", progressed=lambda said: (said == "section_47").sum())

    shares = (100 * numbers.progressed / numbers.held).round()
    assert (shares[FEBRUARY], shares[MARCH]) == (63, 62)
    assert percent(numbers.progressed.sum(), numbers.held.sum()) == 76
    assert -4 <= numbers.held[MARCH] - numbers.held[FEBRUARY] < 0


def test_section_47_enquiries_are_completed_as_printed():
    completed = steps("section_47")

    in_time = working_days.elapsed(completed.timescale_from, completed.finished.dt.normalize()) <= 15
    numbers, march = completed.groupby("month").size(), completed[completed.month == MARCH].next_action

    assert numbers[MARCH] == 35 and 35 < numbers[FEBRUARY] < 40
    assert percent(in_time.sum(), len(completed)) == 67
    assert ((march == NOTHING_FURTHER).sum(), (march == TO_CONFERENCE).sum()) == (26, 7)
    assert [percent((completed.next_action == action).sum(), len(completed)) for action in (NOTHING_FURTHER, TO_CONFERENCE)] == [55, 37]


def test_due_date_of_an_enquiry_says_what_the_working_days_say():
    completed = steps("section_47").dropna(subset="due")

    by_due_date = completed.finished.dt.normalize() <= completed.due

    assert (by_due_date == (working_days.elapsed(completed.timescale_from, completed.finished.dt.normalize()) <= 15)).all()


def test_initial_conferences_are_in_time_as_printed():
    held = conferences()

    numbers = held.groupby("month").in_time.agg(["size", "sum"])

    assert tuple(numbers.loc[MARCH]) == (9, 9)
    assert numbers.loc[FEBRUARY, "size"] == numbers.loc[FEBRUARY, "sum"]
    assert percent(held.in_time.sum(), len(held)) == 75


def test_every_enquiry_opened_in_the_year_is_on_list_5():
    opened = steps("strategy_discussion").query("outcome == 'section_47'")

    listed = frame("section_47_enquiries").dropna(subset="strategy_discussion")

    assert set(zip(opened.child, opened.finished.dt.normalize())) == {
        pair for pair in zip(listed.child, listed.strategy_discussion) if in_month(pd.Series([pair[1]]))[0] in days.MONTHS}


def test_plans_by_category_are_the_printed_ones_at_every_month_end():
    plans = frame("child_protection_plans")
    keys = {"Emotional": "EMO", "Neglect": "NEG", "Physical": "PHY", "Sexual": "SAB"}

    for row in printed.read("cp_category_by_month"):
        now = standing(plans, "plan_started", "plan_ended", ENDS[printed.MONTHS[row["month"]]])
        number = (now.latest_category == keys[row["category"]]).sum()

        assert number == int(row["count"])
        assert not row["pct_printed"] or percent(number, len(now)) == int(row["pct_printed"])


def test_plans_start_and_end_in_march_as_printed():
    plans = frame("child_protection_plans")
    reasons = frame("plans").query("plan_type == 'CP'")

    ended = reasons[in_month(reasons.ended) == MARCH].end_reason.value_counts().to_dict()

    assert len(standing(plans, "plan_started", "plan_ended", ENDS[MARCH])) == 108
    assert (in_month(plans.plan_started) == MARCH).sum() == 2
    assert ended == {"threshold_not_met": 26, "looked_after": 2, "moved": 1}
    assert (in_month(plans.plan_ended) == MARCH).sum() == 29


def test_plans_of_two_years_are_none_in_march_and_two_percent_of_the_year():
    plans = frame("child_protection_plans")

    stock = {month: standing(plans, "plan_started", "plan_ended", end) for month, end in ENDS.items()}
    long = {month: (end - stock[month].plan_started >= pd.Timedelta(days=730)).sum() for month, end in ENDS.items()}

    assert long[MARCH] == 0
    assert percent(sum(long.values()), sum(map(len, stock.values()))) == 2


def test_second_plans_are_those_printed():
    plans = frame("child_protection_plans").assign(before=earlier_ends().array)
    plans = plans.assign(soon=plans.plan_started - plans.before <= pd.Timedelta(days=729))

    now = standing(plans, "plan_started", "plan_ended", ENDS[MARCH])

    assert plans[in_month(plans.plan_started) == MARCH].soon.sum() == 0
    assert (len(now), now.soon.sum(), (now.previous_plans > 0).sum(), now.before.notna().sum()) == (108, 23, 53, 53)


def test_earlier_plan_that_ended_in_the_year_is_on_list_7_too():
    earlier = frame("plans").query("plan_type == 'CP'").dropna(subset="ended")
    earlier = earlier[earlier.ended >= ENDS["2019-04"].replace(day=1)]

    listed = frame("child_protection_plans")

    assert set(zip(earlier.child, earlier.ended)) == set(zip(*listed.dropna(subset="plan_ended")[["child", "plan_ended"]].T.to_numpy()))


def test_one_child_is_looked_after_and_on_a_plan():
    care = typed(pd.DataFrame(care_list.rows()["looked_after_children"]), lists.all()["looked_after_children"])

    on_plans = standing(frame("child_protection_plans"), "plan_started", "plan_ended", ENDS[MARCH])
    looked_after = standing(care, "started", "ceased", ENDS[MARCH])

    assert len(set(on_plans.child) & set(looked_after.child)) == 1


def test_child_is_the_same_person_in_every_list():
    people = pd.concat(typed(pd.DataFrame(rows), lists.all()[key])[["child", "sex", "date_of_birth"]]
                       for key, rows in [*protection.rows().items(), *care_list.rows().items()] if "sex" in rows[0])

    assert (people.drop_duplicates().groupby("child").size() == 1).all()


def test_plan_started_in_the_year_has_its_conference():
    plans = frame("child_protection_plans")
    held = conferences().query("plan_resulted == 'yes'")

    started = plans[in_month(plans.plan_started).isin(days.MONTHS)]

    assert set(zip(started.child, started.plan_started)) == set(zip(held.child, held.conference))


@pytest.mark.parametrize("key", sorted(protection.rows()))
def test_rows_are_as_the_list_declares(key):
    declared, rows = lists.all()[key], protection.rows()[key]

    for row in rows:
        assert {column.key for column in declared.columns if not column.blank} <= {name for name, value in row.items() if value is not None}
        for name, value in row.items():
            _check(declared.column(name), value)
    assert not pd.DataFrame(rows).duplicated(list(declared.identifies)).any()
    assert all(row[first] <= row[second] for first, second in declared.spans for row in rows if row.get(first) and row.get(second))


def _check(column, value):
    """A value is of its column's kind, a code known; births alone are on Sundays, and only what is due comes after the extract."""
    if value is None:
        assert column.blank
    elif column.kind in (lists.CODE, lists.YES_NO):
        assert lists.code(column, value) is not None
    elif column.kind in (lists.DATE, lists.TIME):
        assert (value.weekday() == 6) == (column.key == "date_of_birth")
        assert column.ahead or pd.Timestamp(value) < pd.Timestamp("2020-04-01")


@pytest.mark.parametrize("key, dated", [
    ("workflow_steps", "started"), ("section_47_enquiries", "strategy_discussion"), ("visits", "visited"), ("reviews", "reviewed"),
    ("children_in_need", "closed"), ("child_protection_plans", "plan_ended"), ("plans", "ended")])
def test_list_is_complete_from_april_2019_and_not_from_before(key, dated):
    dates = frame(key)[dated].dropna()

    assert set(days.MONTHS) <= set(in_month(dates))
    assert dates[dates >= "2019-04-01"].min() <= pd.Timestamp("2019-04-07")
    assert not dates.between("2019-03-01", "2019-03-07").any()
