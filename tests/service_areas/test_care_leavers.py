from lib import service_areas
from lib.measures import HIGH


def test_homes_and_occupations_are_asked_of_the_same_young_people():
    keys = ("care_leavers_in_suitable_accommodation_percent", "care_leavers_in_education_employment_training_percent")

    measures = [service_areas.measure(key) for key in keys]

    assert {measure.denominator for measure in measures} == {"care_leavers"}
    assert {measure.good_is for measure in measures} == {HIGH}


def test_a_young_person_out_of_touch_counts_against_and_the_board_is_told():
    keys = ("care_leavers_in_suitable_accommodation_percent", "care_leavers_in_education_employment_training_percent")

    definitions = [service_areas.measure(key).definition for key in keys]

    assert all("lost touch" in definition for definition in definitions)


def test_pathway_plans_are_for_looked_after_young_people_and_shown_with_care_leavers_too():
    shown = [series.measure for series in service_areas.topic("care_leavers").shows]

    assert service_areas.measure("lac_with_up_to_date_pathway_plan_percent").denominator == "lac_due_pathway_plan"
    assert len(shown) == 4
    assert "lac_with_up_to_date_pathway_plan_percent" in shown


def test_national_ages_have_a_page_of_their_own():
    shown = service_areas.topic("care_leavers_aged_19_to_21").shows

    assert {(series.breakdown, series.category) for series in shown} == {("age group", "19 to 21")}
    assert [series.measure for series in shown][1] == "care_leavers_in_touch_percent"


def test_in_touch_housed_and_occupied_are_of_the_same_cohort_at_every_age():
    parts = [quantity for key, quantity in service_areas.quantities().items() if key.startswith("care_leavers")]

    assert len(parts) == 4
    assert {(part.rows.records, part.by) for part in parts} == {("care_leavers", ("age", "age group"))}


def test_how_care_leavers_fare_is_known_for_the_month_of_the_return_alone():
    rows = service_areas.quantities()["care_leavers"].rows

    assert not (rows.on or rows.since)
