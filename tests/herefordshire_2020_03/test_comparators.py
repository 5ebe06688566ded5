"""The comparators that the document prints for 2018/19 and 2017/18 beside those made of the publications: which agree, and why others do not."""

import pytest
from tests import rows

from lib import agreements, profiles, settings

RULES = settings.in_force("herefordshire", "2020-03")
FOUND = agreements.find(RULES)
AGREE = {
    "england": ["assessments_completed_in_time_percent", "initial_conferences_in_time_percent", "children_on_cp_plans_2_years_percent",
                "care_leavers_in_suitable_accommodation_percent", "care_leavers_in_education_employment_training_percent"],
    "region": ["children_on_cp_plans_2_years_percent", "children_looked_after_rate", "lac_three_or_more_placements_percent",
               "lac_long_term_stable_percent", "care_leavers_in_suitable_accommodation_percent", "care_leavers_in_education_employment_training_percent"],
    "neighbours_mean": ["children_on_cp_plans_2_years_percent", "lac_three_or_more_placements_percent"],
    "good_neighbours": ["rereferrals_percent", "lac_three_or_more_placements_percent"],
    "rated_good": ["lac_three_or_more_placements_percent"],
    "rated_outstanding": ["assessments_completed_in_time_percent", "lac_long_term_stable_percent", "care_leavers_in_suitable_accommodation_percent"],
}
CUT = "The workbook's number is the published one cut off rather than rounded."
REVISED = "Published figures are revised"


def test_every_printed_comparator_that_is_published_of_its_year_is_set_beside_ours():
    of_no_item = {"children_on_repeat_cp_plans_within_2_years_percent": 1, "care_leavers_in_touch_percent": 6}

    assert len(FOUND) == 64 - sum(of_no_item.values())
    assert not set(of_no_item) & set(FOUND.measure)


def test_those_that_agree_are_these():
    agreeing = FOUND[FOUND.agrees].groupby("comparator").measure.apply(list).to_dict()

    assert agreeing == AGREE


def test_of_england_and_the_region_most_that_differ_were_cut_off_and_the_rest_revised():
    published = FOUND[FOUND.comparator.isin(["england", "region"]) & ~FOUND.agrees]

    why = published.set_index(["measure", "comparator"]).why
    assert why[why == CUT].index.tolist() == [("assessments_completed_in_time_percent", "region"), ("children_on_cp_plans_rate", "england"),
                                              ("children_on_cp_plans_rate", "region")]
    assert why["lac_long_term_stable_percent", "england"] == "The workbook's number is the one published of 2017/18."
    assert all(REVISED in each for each in why[why != CUT].drop(("lac_long_term_stable_percent", "england")))


def test_neighbours_that_differ_are_of_a_later_model_or_cut_off():
    why = FOUND[FOUND.comparator.eq("neighbours_mean") & ~FOUND.agrees].why

    assert all("model of April 2021, made after March 2020" in each or each == CUT for each in why)


def test_judgements_that_differ_are_said_to_be_those_that_are_held():
    why = FOUND[FOUND.comparator.isin(["rated_good", "rated_outstanding", "good_neighbours"]) & ~FOUND.agrees].why

    assert all("Judgements are Ofsted's latest that are held, published by March 2020" in each or each == CUT for each in why)


def test_the_page_shows_each_that_differs_with_the_reason():
    html = profiles.open(RULES).agreements().html
    body = rows.body(html)

    assert f"{int(FOUND.agrees.sum())} of the {len(FOUND)} benchmarks in Herefordshire’s own workbook are what is published" in rows.read(html)
    assert body["Children looked after per 10,000 children: England"][:3] == ["2018/19", "65", "66.0"]
    assert len(body) == int((~FOUND.agrees).sum())


@pytest.mark.parametrize("column", ["why", "published"])
def test_every_difference_has_a_reason_and_a_published_value(column):
    assert FOUND[~FOUND.agrees][column].astype(bool).all()
