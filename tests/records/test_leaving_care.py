import pytest
from tests.frames import settings
from tests.records.lists_of_care import extract, leaver

from lib.records import leaving_care

RULES = settings(month="2020-03")


def leavers_of(*rows):
    return leaving_care.care_leavers(extract(care_leavers=rows), RULES)


@pytest.mark.parametrize("said, stays", [
    ({"eligibility": "relevant"}, True), ({"eligibility": "former_relevant"}, True), ({"eligibility": "eligible"}, False),
    ({"eligibility": "qualifying"}, False), ({"in_touch": "DIED"}, False), ({"in_touch": "RHOM"}, False), ({"in_touch": "REFU"}, True),
    ({"in_touch": "NREQ"}, True), ({"in_touch": "NO"}, True),
])
def test_who_is_still_in_care_or_died_or_returned_home_is_out_of_the_cohort(said, stays):
    assert len(leavers_of(leaver(**said))) == stays


@pytest.mark.parametrize("said, in_touch", [("YES", True), ("NO", False), ("REFU", False), ("NREQ", False), ("", False)])
def test_only_a_yes_is_in_touch(said, in_touch):
    assert leavers_of(leaver(in_touch=said), leaver()).in_touch.tolist() == [in_touch, True]


def test_a_home_is_suitable_where_it_was_judged_so_and_the_young_person_is_not_lost():
    rows = [leaver(suitability="suitable"), leaver(suitability="unsuitable"), leaver(), leaver(suitability="suitable", in_touch="NO"),
            leaver(suitability="suitable", in_touch="REFU")]

    assert leavers_of(*rows).suitably_housed.tolist() == [True, False, False, False, True]


@pytest.mark.parametrize("activity, occupied", [
    ("F1", True), ("P2", True), ("F3", True), ("F4", True), ("P5", True), ("G4", False), ("G5", False), ("G6", False), ("", False)])
def test_education_training_and_work_occupy_full_time_or_part_time(activity, occupied):
    assert leavers_of(leaver(activity=activity), leaver(activity="F1")).occupied.tolist() == [occupied, True]


def test_who_is_lost_is_not_occupied():
    assert leavers_of(leaver(activity="F1", in_touch="NO")).occupied.tolist() == [False]


@pytest.mark.parametrize("born, group", [
    ("2001-04-01", "17 and 18"), ("2001-03-31", "19 to 21"), ("1998-04-01", "19 to 21"), ("1998-03-31", "22 and over"),
    ("2003-03-31", "17 and 18"), ("2003-04-01", "Under 17"), (None, "Not recorded"),
])
def test_age_groups_are_those_of_the_months_last_day(born, group):
    assert leavers_of(leaver(date_of_birth=born)).age_group.tolist() == [group]


def test_of_a_column_that_holds_nothing_nothing_is_known():
    told = leavers_of(leaver(in_touch=""), leaver(in_touch="", activity="F1"))

    assert not {"in_touch", "suitably_housed"} & set(told)
    assert told.occupied.tolist() == [False, True]
