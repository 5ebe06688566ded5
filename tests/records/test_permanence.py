import pytest
from tests.frames import settings
from tests.records.lists_of_care import extract

from lib import records
from lib.records import permanence

RULES = settings(month="2020-03")


def child(**said):
    return {"child": "ZZ-900001", "entered_care": "2018-05-01", "decision": "2018-11-12", "placement_order": "2019-01-10",
            "matched": "2019-05-20", "placed": "2019-06-03", "adopted": "2019-11-12"} | said


def adoptions_of(*rows):
    return permanence.adoptions(extract(children_for_adoption=rows), RULES)


def days_of(*rows):
    stages = permanence.stages(extract(children_for_adoption=rows), RULES)
    return {(stage, day.strftime("%Y-%m-%d")): days for stage, day, days in zip(stages.adoption_stage, stages.ended, stages.days)}


@pytest.mark.parametrize("decision, adopted, in_time", [
    ("2018-11-12", "2019-11-12", True), ("2018-11-12", "2019-11-13", False), ("2019-02-28", "2020-02-28", True),
    ("2019-02-28", "2020-02-29", False), (None, "2019-11-12", False),
])
def test_an_adoption_is_in_time_through_the_same_day_a_year_after_the_decision(decision, adopted, in_time):
    assert adoptions_of(child(decision=decision, adopted=adopted)).in_time.tolist() == [in_time]


def test_a_child_decided_on_twice_is_judged_by_the_latest_decision():
    adopted = adoptions_of(child(decision="2018-11-12"), child(decision="2017-02-01"))

    assert (adopted.row.tolist(), adopted.in_time.tolist()) == ([2], [True])


def test_a_child_without_an_adoption_order_is_no_adoption():
    assert adoptions_of(child(adopted=None)).empty


def test_days_are_counted_from_care_to_placement_and_from_order_to_match():
    adopted = adoptions_of(child()).iloc[0]

    assert (adopted.days_to_placement, adopted.days_to_match) == (398, 130)
    assert adopted.placement_known and adopted.match_known


def test_a_match_before_the_order_took_no_days_and_a_child_without_an_order_is_left_out():
    adopted = adoptions_of(child(matched="2019-01-03"), child(child="ZZ-900002", placement_order=None))

    assert adopted.days_to_match.tolist()[0] == 0
    assert adopted.match_known.tolist() == [True, False]


def test_each_stage_is_dated_by_its_later_day():
    assert days_of(child()) == {
        ("Entry to care to decision", "2018-11-12"): 195, ("Decision to placement order", "2019-01-10"): 59,
        ("Placement order to match", "2019-05-20"): 130, ("Match to placement", "2019-06-03"): 14,
        ("Placement to adoption order", "2019-11-12"): 162}


def test_a_child_still_waiting_has_the_stages_that_are_behind_it():
    stages = days_of(child(matched=None, placed=None, adopted=None))

    assert [stage for stage, _ in stages] == ["Entry to care to decision", "Decision to placement order"]


def test_a_stage_with_its_days_the_wrong_way_round_took_none():
    assert days_of(child(placement_order="2018-11-05"))["Decision to placement order", "2018-11-05"] == 0


@pytest.mark.parametrize("kind", ["adoptions", "adoption_stages"])
def test_records_of_an_empty_list_are_none(kind):
    assert records.make(kind, extract(children_for_adoption=[]), RULES).frame.empty
