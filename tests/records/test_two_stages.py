import pandas as pd
import pytest
from tests.frames import settings
from tests.records.lists_of_care import extract

from lib import counts
from lib.records import two_stages

RULES = settings(month="2015-06")
CHILD = "ZZ-900001"


def step(finished, started="2015-06-01", kind="initial_assessment", **said):
    return {"child": CHILD, "step": kind, "started": started, "finished": finished, **said}


def received_of(*steps):
    return extract("2015-06", first="2015-05", workflow_steps=steps)


def initial(*steps):
    return two_stages.initial_assessments(received_of(*steps), RULES)


def core(*steps):
    return two_stages.core_assessments(received_of(*steps), RULES)


def words(column):
    return [None if pd.isna(word) else word for word in column]


@pytest.mark.parametrize("finished, in_time, days", [
    ("2015-06-15", True, None), ("2015-06-16", False, "11 to 15 working days"), ("2015-06-22", False, "11 to 15 working days"),
    ("2015-06-23", False, "16 to 20 working days"), ("2015-06-30", False, "21 working days or more")])
def test_an_initial_assessment_is_in_time_until_the_tenth_working_day_and_late_in_bands_after(finished, in_time, days):
    made = initial(step(finished))

    assert (made.in_time.tolist(), made.late.tolist(), words(made.days_taken)) == ([in_time], [not in_time], [days])


def test_its_time_runs_from_the_referral_where_that_is_given():
    made = initial(step("2015-06-16", started="2015-06-08", timescale_from="2015-06-01"))

    assert made.in_time.tolist() == [False]


def test_times_of_day_do_not_count():
    made = initial(step("2015-06-15 09:00", started="2015-06-01 16:45"))

    assert made.in_time.tolist() == [True]


def test_an_unfinished_one_is_neither_in_time_nor_late():
    made = initial(step(None))

    assert (made.in_time.tolist(), made.late.tolist()) == ([False], [False])


def test_outcomes_are_told_in_words_and_a_blank_one_as_not_recorded():
    made = initial(step("2015-06-12", outcome="strategy_discussion"), step("2015-06-12", started="2015-06-02"))

    assert made.outcome.tolist() == ["Strategy discussion", "Not recorded"]
    assert made.to_strategy_discussion.tolist() == [True, False]
    assert made.outcome_not_recorded.tolist() == [False, True]


def test_outcomes_that_are_never_returned_say_nothing():
    made = initial(step("2015-06-12"))

    assert not {"outcome", "no_further_action", "outcome_not_recorded"} & set(made)


@pytest.mark.parametrize("started, finished, days", [
    ("2015-06-12", "2015-06-12", "35 working days or less"), ("2015-04-28", "2015-06-18", "35 working days or less"),
    ("2015-04-28", "2015-06-19", "36 to 41 working days"), ("2015-04-28", "2015-06-29", "42 to 50 working days"),
    ("2015-04-15", "2015-06-30", "51 to 60 working days"), ("2015-03-31", "2015-06-30", "61 working days or more")])
def test_a_core_assessment_is_in_time_until_the_35th_working_day_and_every_length_is_in_one_band(started, finished, days):
    made = core(step(finished, started=started, kind="core_assessment"))

    assert made.days_taken.tolist() == [days]
    assert made.in_time.tolist() == [days == "35 working days or less"]


def test_updates_of_core_assessments_are_kept_apart():
    made = core(step("2015-06-12", kind="core_assessment"), step("2015-06-12", started="2015-06-02", kind="updated_core_assessment"))

    assert len(made) == 1


def test_those_in_time_are_no_category_of_the_late_ones():
    table = counts.of(received_of(step("2015-06-12"), step("2015-06-16", started="2015-06-01")), RULES)

    late = table[(table.measure == "initial_assessments_late") & (table.month == "2015-06")]

    assert list(zip(late.category, late.value)) == [("", 1.0), ("11 to 15 working days", 1.0)]


def test_where_neither_was_ever_made_none_is_counted_not_even_as_nought():
    table = counts.of(received_of(step("2015-06-12", kind="assessment")), RULES)

    assert not set(table.measure) & {"initial_assessments_completed", "initial_assessments_late", "core_assessments_completed"}


def test_making_records_changes_nothing_of_the_rows():
    received = received_of(step("2015-06-12"), step("2015-06-12", kind="core_assessment"))
    before = received.frames["workflow_steps"].copy()

    for kind in two_stages.KINDS:
        kind.make(received, RULES)

    pd.testing.assert_frame_equal(received.frames["workflow_steps"], before)
