import pandas as pd
from tests.records.lists_of_care import extract

from lib.records import steps

CHILD = "ZZ-900001"


def step(kind, started, finished=None, **said):
    return {"child": CHILD, "step": kind, "started": started, "finished": finished, **said}


def rows(*days):
    return pd.DataFrame({"child": [CHILD] * len(days), "day": pd.to_datetime(list(days))})


def beside(days, *taken):
    kind = steps.of_kind(extract(workflow_steps=taken), "contact")
    return steps.beside(rows(*days), kind, ("day", "finished"), ("day", "started"))


def test_steps_of_a_kind_stand_in_the_order_of_their_start():
    received = extract(workflow_steps=[step("contact", "2020-03-09"), step("referral", "2020-03-01"), step("contact", "2020-03-02")])

    assert steps.of_kind(received, "contact").row.tolist() == [4, 2]


def test_a_kind_of_step_that_is_never_returned_has_no_dates_to_be_counted_by():
    received = extract(workflow_steps=[step("contact", "2020-03-09")])

    assert list(steps.recorded(steps.of_kind(received, "referral")).columns) == ["file", "sheet", "row"]
    assert "started" in steps.recorded(steps.of_kind(received, "contact"))


def test_the_first_pair_of_days_that_agrees_finds_the_step():
    found = beside(["2020-03-09", "2020-03-16"], step("contact", "2020-03-02", "2020-03-09 15:00", outcome="advice"),
                   step("contact", "2020-03-16", "2020-03-20", outcome="referral"))

    assert found.outcome.tolist() == ["advice", "referral"]


def test_a_step_found_by_one_pair_of_days_is_not_found_again_by_the_next():
    found = beside(["2020-03-09", "2020-03-02"], step("contact", "2020-03-02", "2020-03-09"))

    assert found.matched.tolist() == [True, False]


def test_a_row_without_a_step_has_blank_words_and_missing_days():
    found = beside(["2020-03-09"], step("contact", "2020-03-10", outcome="advice"))

    assert found.outcome.tolist() == [""]
    assert found.started.isna().all()
    assert found.matched.tolist() == [False]


def test_the_steps_stand_beside_their_rows_under_the_rows_own_labels():
    kind = steps.of_kind(extract(workflow_steps=[step("contact", "2020-03-09", outcome="advice")]), "contact")

    found = steps.beside(rows("2020-03-08", "2020-03-09").set_axis([7, 4]), kind, ("day", "started"))

    assert found.outcome.to_dict() == {7: "", 4: "advice"}


def test_the_latest_day_is_of_the_same_child_and_not_after_the_rows_own():
    others = pd.DataFrame({"child": [CHILD, CHILD, CHILD, "ZZ-900002"],
                           "day": pd.to_datetime(["2020-03-02", "2020-03-09", "2020-03-10", "2020-03-09"])})

    found = steps.latest(rows("2020-03-09", "2020-03-01"), rows("2020-03-09", "2020-03-01").day, others, others.day)

    assert found.tolist() == [pd.Timestamp("2020-03-09"), pd.NaT]
