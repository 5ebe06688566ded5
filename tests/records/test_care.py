import pandas as pd
import pytest
from tests.frames import settings
from tests.records.lists_of_care import cared_for, extract

from lib import records
from lib.records import care

RULES = settings(month="2020-03")


def periods_of(*rows, **lists):
    return care.periods_of_care(extract(looked_after_children=rows, **lists), RULES)


def reviews_of(*reviews, children=(), **said):
    held = [{"child": "ZZ-900001", "review_type": "LAC", **review} for review in reviews]
    return care.reviews(extract(looked_after_children=children, reviews=held, **said), RULES)


def from_four(*reviews, children=()):
    held = [{"child": "ZZ-900001", "review_type": "LAC", **review} for review in reviews]
    return care.reviews_from_four(extract(looked_after_children=children, reviews=held), RULES)


def visits_of(*visits, children=()):
    made = [{"child": "ZZ-900001", "visit_type": "LAC", **visit} for visit in visits]
    return care.visits(extract(looked_after_children=children, visits=made), RULES)


def day(said):
    return pd.Timestamp(said)


# Periods of care


def test_a_child_on_short_breaks_is_not_looked_after():
    periods = periods_of(cared_for(), cared_for(child="ZZ-900002", legal_status="V3"), cared_for(child="ZZ-900003", legal_status="V4"))

    assert periods.child.tolist() == ["ZZ-900001"]


def test_codes_are_told_in_words_and_what_is_blank_is_not_recorded():
    period = periods_of(cared_for(placement_type="U4", placement_provider="PR1", team=" LAC | 1 ")).iloc[0]

    assert (period.sex, period.team, period.legal_status) == ("Female", "LAC / 1", "Full care order")
    assert (period.placement_type, period.kind_of_home) == ("Foster placement, long term", "Fostered by others")
    assert (period.placement_provider, period.reason) == ("Own provision", "Not recorded")


@pytest.mark.parametrize("reason, adopted, guardianship_or_adoption, permanence", [
    ("E11", True, True, True), ("E12", True, True, True), ("E43", False, True, True), ("E48", False, True, True),
    ("E41", False, False, True), ("E4A", False, False, False), ("", False, False, False),
])
def test_an_arrangements_order_is_a_permanent_home_but_no_guardianship(reason, adopted, guardianship_or_adoption, permanence):
    period = periods_of(cared_for(ceased="2020-03-10", reason_ceased=reason), cared_for(ceased="2020-03-10", reason_ceased="E17")).iloc[0]

    assert (period.adopted, period.by_guardianship_or_adoption, period.to_permanence) == (adopted, guardianship_or_adoption, permanence)


def test_how_care_ceased_is_not_known_where_no_row_gives_a_reason():
    assert "adopted" not in periods_of(cared_for(ceased="2020-03-10"), cared_for(child="ZZ-900002"))
    assert periods_of(cared_for()).adopted.tolist() == [False]


def test_a_child_is_long_in_care_from_the_912th_day_until_the_sixteenth_birthday_or_the_end():
    periods = periods_of(cared_for(started="2017-10-01", date_of_birth="2004-02-29"), cared_for(started="2017-10-01", ceased="2020-02-01"),
                         cared_for(date_of_birth=None))

    assert periods.long_term_from.tolist()[:2] == [day("2020-03-31"), day("2020-03-31")]
    assert periods.long_term_until.tolist()[:2] == [day("2020-02-29"), day("2020-02-01")]
    assert pd.isna(periods.long_term_from.iloc[2])


def test_a_personal_education_plan_is_due_after_28_days_from_two_and_a_half_until_eighteen():
    periods = periods_of(cared_for(started="2020-03-02"), cared_for(date_of_birth="2017-09-30"), cared_for(date_of_birth="2002-02-01"))

    assert periods.pep_due_from.tolist() == [day("2020-03-31"), day("2020-03-30"), day("2019-02-13")]
    assert periods.pep_due_until.tolist() == [day("2026-05-04"), day("2035-09-30"), day("2020-02-01")]


def test_a_care_plan_is_due_after_ten_working_days_until_a_pathway_plan_is_at_sixteen_and_a_quarter():
    periods = periods_of(cared_for(started="2019-12-20", date_of_birth="2003-11-30"))

    assert periods.plan_due_from.tolist() == [day("2020-01-08")]        # three bank holidays stand between
    assert periods.plan_due_until.tolist() == periods.pathway_due_from.tolist() == [day("2020-03-01")]      # no 30 February


@pytest.mark.parametrize("assessed, born, up_to_date", [
    ("2019-03-31", "2008-05-04", True), ("2019-03-30", "2008-05-04", False), (None, "2008-05-04", False),
    ("2019-09-30", "2015-04-01", False), ("2019-09-30", "2015-03-31", True), ("2019-10-01", "2015-04-01", True),
])
def test_health_is_assessed_every_year_and_under_five_every_half_year(assessed, born, up_to_date):
    periods = periods_of(cared_for(last_health_assessment=assessed, date_of_birth=born), cared_for(last_health_assessment="2020-03-01"))

    assert periods.health_assessed.tolist() == [up_to_date, True]


def test_nothing_is_known_of_checks_that_no_row_tells():
    periods = periods_of(cared_for(last_dental_check="2019-03-31"), cared_for(last_dental_check="2019-03-30"))

    assert periods.teeth_checked.tolist() == [True, False]
    assert "health_assessed" not in periods


def test_a_personal_education_plan_counts_however_old_and_as_recent_within_six_months():
    children = [cared_for(child=child) for child in ("ZZ-900001", "ZZ-900002", "ZZ-900003", "ZZ-900004")]
    plans = [{"child": "ZZ-900001", "plan_type": "PEP", "started": "2018-09-30", "updated": "2019-10-01"},
             {"child": "ZZ-900002", "plan_type": "PEP", "started": "2019-09-30"},
             {"child": "ZZ-900003", "plan_type": "PEP", "started": "2020-01-06", "ended": "2020-03-31"},
             {"child": "ZZ-900004", "plan_type": "LAC", "started": "2020-01-06"}]

    periods = periods_of(*children, plans=plans)

    assert periods.with_pep.tolist() == [True, True, False, False]
    assert periods.pep_up_to_date.tolist() == [True, False, False, False]


def test_a_care_plan_is_up_to_date_through_the_day_its_review_is_due():
    children = [cared_for(child=child) for child in ("ZZ-900001", "ZZ-900002", "ZZ-900003")]
    plans = [{"child": "ZZ-900001", "plan_type": "LAC", "started": "2019-02-01", "review_due": "2020-03-31"},
             {"child": "ZZ-900002", "plan_type": "LAC", "started": "2019-02-01", "review_due": "2020-03-30"},
             {"child": "ZZ-900003", "plan_type": "LAC", "started": "2019-02-01"}]

    assert periods_of(*children, plans=plans).plan_up_to_date.tolist() == [True, False, False]


def test_nothing_is_known_of_a_kind_of_plan_that_the_list_does_not_hold():
    periods = periods_of(cared_for(), plans=[{"child": "ZZ-900001", "plan_type": "CP", "started": "2020-01-06"}])

    assert not {"with_pep", "pep_up_to_date", "plan_up_to_date", "pathway_plan_up_to_date"} & set(periods)


def test_a_pathway_plan_is_told_by_the_local_list_or_by_list_9():
    children = [cared_for(child=child) for child in ("ZZ-900001", "ZZ-900002", "ZZ-900003")]

    periods = periods_of(*children, plans=[{"child": "ZZ-900001", "plan_type": "pathway", "started": "2019-11-04"}],
                         care_leavers=[{"child": "ZZ-900002", "eligibility": "eligible", "pathway_plan_reviewed": "2019-10-01"}])

    assert periods.pathway_plan_up_to_date.tolist() == [True, True, False]


# Reviews


def test_a_review_on_its_due_day_is_in_time_and_one_the_day_after_is_late():
    held = reviews_of({"reviewed": "2020-03-02", "due": "2020-03-02"}, {"reviewed": "2020-03-10", "due": "2020-03-09"})

    assert held.in_time.tolist() == [True, False]
    assert held.late.tolist() == [False, True]


@pytest.mark.parametrize("started, reviewed, in_time", [("2019-12-05", "2020-01-07", True), ("2019-12-05", "2020-01-08", False)])
def test_without_a_due_date_the_first_review_is_due_within_20_working_days(started, reviewed, in_time):
    held = reviews_of({"reviewed": reviewed}, children=[cared_for(started=started)])

    assert held.first_or_later_review.tolist() == ["First review"]
    assert held.in_time.tolist() == [in_time]


def test_without_due_dates_the_second_review_is_due_after_3_months_and_later_ones_after_6():
    held = reviews_of({"reviewed": "2019-05-20"}, {"reviewed": "2019-08-20"}, {"reviewed": "2020-02-20"}, {"reviewed": "2020-08-21"},
                      children=[cared_for(started="2019-05-01")])

    assert held.first_or_later_review.tolist() == ["First review", "Later review", "Later review", "Later review"]
    assert held.in_time.tolist() == [True, True, True, False]


def test_without_any_due_dates_the_first_reviews_of_the_list_are_not_known_to_be_in_time():
    held = reviews_of({"reviewed": "2019-09-30"}, {"child": "ZZ-900002", "reviewed": "2019-10-01"},
                      children=[cared_for(started="2018-05-01"), cared_for(child="ZZ-900002", started="2018-05-01")])

    assert held.in_time.isna().tolist() == held.late.isna().tolist() == [True, False]
    assert held.in_time.tolist()[1:] == [False]


def test_a_review_whose_limit_nothing_tells_is_not_in_time_where_other_reviews_have_due_dates():
    held = reviews_of({"reviewed": "2019-05-20"}, {"reviewed": "2019-11-20", "due": "2019-11-20"}, children=[cared_for(started="2018-05-01")])

    assert held.in_time.tolist() == [False, True]
    assert held.first_or_later_review.tolist() == ["Later review", "Later review"]


def test_a_review_of_an_earlier_period_of_care_does_not_make_a_later_one_the_second():
    children = [cared_for(started="2019-05-01", ceased="2019-06-28"), cared_for(started="2020-01-06")]

    held = reviews_of({"reviewed": "2019-05-20"}, {"reviewed": "2020-02-03"}, children=children)

    assert held.first_or_later_review.tolist() == ["First review", "First review"]
    assert held.in_time.tolist() == [True, True]


@pytest.mark.parametrize("code, had_a_say", [
    ("PN1", True), ("PN2", True), ("PN3", True), ("PN4", False), ("PN5", True), ("PN6", True), ("PN7", False), ("", False)])
def test_being_in_the_room_without_a_say_is_no_taking_part(code, had_a_say):
    held = from_four({"reviewed": "2020-03-02", "participation": code}, {"reviewed": "2020-03-03", "participation": "PN1"})

    assert held.took_part.tolist() == [had_a_say, True]


def test_ages_at_reviews_are_those_of_the_day():
    held = from_four({"reviewed": "2020-03-01"}, {"reviewed": "2020-03-02"}, children=[cared_for(date_of_birth="2016-03-02")])
    older = from_four({"reviewed": "2020-05-03"}, {"reviewed": "2020-05-04"}, children=[cared_for()])

    assert held.reviewed.tolist() == [day("2020-03-02")]
    assert older.age.tolist() == ["4 to 11", "12 to 17"]


def test_a_child_of_unknown_age_is_four_or_older_unless_the_code_says_otherwise():
    held = from_four({"reviewed": "2020-03-02", "participation": "PN7"}, {"reviewed": "2020-03-03", "participation": "PN0"})

    assert (held.reviewed.tolist(), held.age.tolist()) == ([day("2020-03-02")], ["Not recorded"])


def test_nothing_is_known_of_taking_part_that_no_row_tells():
    assert "took_part" not in from_four({"reviewed": "2020-03-02"})


def test_reviews_of_plans_alone_say_nothing_of_looked_after_children():
    held = reviews_of({"review_type": "CP", "reviewed": "2020-03-02"})

    assert held.empty and "reviewed" not in held


# Visits


def test_a_visit_is_in_time_by_its_due_date_and_by_the_councils_own():
    made = visits_of({"visited": "2020-03-10", "due": "2020-03-10", "local_due": "2020-03-09"},
                     {"visited": "2020-03-20", "due": "2020-03-19"})

    assert made.in_time.tolist() == [True, False]
    assert made.in_time_locally.tolist() == [False, False]


def test_without_due_dates_the_first_visit_is_due_in_a_week_and_later_ones_in_six():
    made = visits_of({"visited": "2020-01-13"}, {"visited": "2020-02-24"}, {"visited": "2020-04-07"},
                     children=[cared_for(started="2020-01-06")])

    assert made.in_time.tolist() == [True, True, False]
    assert "in_time_locally" not in made


def test_without_any_due_dates_the_first_visits_of_the_list_are_not_known_to_be_in_time():
    made = visits_of({"visited": "2019-05-12"}, {"child": "ZZ-900002", "visited": "2019-05-13"},
                     children=[cared_for(started="2018-05-01"), cared_for(child="ZZ-900002", started="2018-05-01")])

    assert made.in_time.isna().tolist() == [True, False]
    assert made.in_time.tolist()[1:] == [False]


def test_a_visit_not_made_is_no_record_of_one():
    assert visits_of({"due": "2020-03-10"}, {"visited": "2020-03-11"}).visited.tolist() == [day("2020-03-11")]


# All of them


@pytest.mark.parametrize("kind", ["periods_of_care", "lac_reviews", "lac_reviews_from_four", "lac_visits"])
def test_each_record_keeps_the_place_of_its_row(kind):
    whole = extract(looked_after_children=[cared_for()], reviews=[{"child": "ZZ-900001", "review_type": "LAC", "reviewed": "2020-03-02"}],
                    visits=[{"child": "ZZ-900001", "visit_type": "LAC", "visited": "2020-03-02"}])

    made = records.make(kind, whole, RULES)

    assert made.frame[list(records.PLACE)].iloc[0].tolist()[0::2] == ["2020-03/lists.xlsx", 2]


def test_records_of_empty_lists_are_none():
    whole = extract(looked_after_children=[], reviews=[], visits=[])

    kinds = ("periods_of_care", "lac_reviews", "lac_reviews_from_four", "lac_visits")

    assert [len(records.make(kind, whole, RULES).frame) for kind in kinds] == [0, 0, 0, 0]


def test_what_is_read_is_left_as_it_was():
    whole = extract(looked_after_children=[cared_for()])
    before = whole.rows("looked_after_children").copy()

    care.periods_of_care(whole, RULES)

    pd.testing.assert_frame_equal(whole.rows("looked_after_children"), before)
