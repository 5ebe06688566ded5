"""The profile of an authority as a reader sees it: from small tables made for each test, and of real authorities from those the project ships."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests import published_tables, rows
from tests.published_tables import RATE, of_year

from lib import profiles
from lib.authorities import Authority
from lib.errors import Refused

MEASURE = "rereferrals_percent"
ALL = {"101": 30.0, "102": 20.0, "103": 25.0, "104": 10.0, "970": 22.0, "980": 24.0}


@pytest.fixture
def ashford(tmp_path, monkeypatch):
    """A function that gives the profile of Ashford, which has no folder of its own, from these tables."""
    def open_profile(month="2020-03", name="Ashford", **tables):
        published_tables.stand_in(monkeypatch, tmp_path, **tables)
        return profiles.open(profiles.rules(name, month))
    return open_profile


def test_any_authority_of_england_has_a_profile_by_its_name_or_code(ashford):
    assert [ashford(name=name, values=of_year(ALL)).code for name in ("Ashford", "ashford", "101", "E0101")] == ["101"] * 4


def test_an_authority_nobody_knows_is_refused(ashford):
    with pytest.raises(Refused):
        ashford(name="Nowhere", values=of_year(ALL))


def test_the_headline_says_in_how_many_measures_the_authority_is_among_the_best_and_the_worst(ashford):
    said = rows.read(ashford(values=of_year(ALL)).headline())

    assert "In the one measure in which England’s authorities are ranked (2018/19), Ashford stands in the worst quarter." in said
    assert "Worst placed: Referrals that came within twelve months of an earlier one (30.0%, 4 of 4)." in said


def test_a_figure_that_is_withheld_is_told_in_words(ashford):
    said = rows.read(ashford(values=of_year(ALL | {"101": "c"})).headline())

    assert "No figure, suppressed to protect individuals: Referrals that came within twelve months of an earlier one (2018/19)." in said


def test_the_strip_has_the_rank_before_the_comparators_and_how_ours_stands_below_each(ashford):
    html = ashford(values=of_year({"101": 60.0, "102": 40.0, "970": 41.0}, RATE), populations=[("101", 2018, 10_000)]).strips("child_protection")

    assert rows.heads(html) == ["Measure", "Year", "Ashford", "Rank", "Band", "England"]
    assert rows.body(html) == {"Children on a child protection plan per 10,000 children": ["2018/19", "60.0", "", "", "41.0higher"]}


def test_charts_say_in_their_titles_where_ours_stands(ashford):
    profile = ashford(values=of_year(ALL, year=2018) + of_year(ALL), neighbours=[("101", ["104"])])

    assert profile.over_years(MEASURE).title == "Ashford: 30.0% in 2018/19, above England's 22.0%"
    assert profile.distribution(MEASURE).title == "Ashford ranks 4 of 4, with 30.0% in 2018/19"
    assert profile.distribution(MEASURE).source.startswith("Half of England's authorities lie between 17.5% and 26.3%; the lowest is 10.0%, the highest 30.0%.")
    assert ashford(values=of_year(ALL | {"101": "u"})).distribution(MEASURE).title == "Ashford has no figure for 2018/19: unreliable"


def test_a_funnel_needs_a_published_size_and_says_so_without(ashford):
    tables = dict(values=of_year({"101": 90.0, "102": 41.0, "970": 41.0}, RATE), populations=[(code, 2018, 10_000) for code in ("101", "102")])

    assert ashford(**tables).funnel("children_on_cp_plans_rate").title == "Ashford lies above the upper 99.8% limit around England's value"
    assert rows.read(ashford(values=of_year(ALL)).funnel(MEASURE)) == (
        "Referrals that came within twelve months of an earlier one: no funnel, since what the values were divided by is not published.")


def test_the_ranking_lists_every_authority(ashford):
    html = ashford(values=of_year(ALL)).ranking(MEASURE)

    assert list(rows.body(html)) == ["Dale", "Birchwood", "Cedar, City of", "Ashford", "Elmet", "Fernshire"]


def test_neighbours_are_told_with_their_judgement_and_since_when_they_are_there(ashford):
    html = ashford(values=of_year(ALL), neighbours=[("101", ["104", "102"])], judgements=[("104", "2019-05-01", "Good")], new=[("102", 2018)]).neighbours()

    assert rows.body(html) == {"Dale": ["Close", "Good", "throughout"], "Birchwood": ["Close", "none held", "from 2017/18"]}


def test_what_a_newer_edition_changed_is_told(ashford):
    html = ashford(values=of_year(ALL), restatements=[(RATE, 2019, "101", 459.9, 457.2, "", "dfe-2025", "dfe-2025")]).restated()

    assert rows.body(html) == {"Plans per 10,000": ["2018/19", "459.9", "The department, A table of figures, 2025", "457.2", "The department, A table of figures, 2025"]}
    assert rows.read(ashford(values=of_year(ALL)).restated()) == "No edition held here changed a figure of Ashford."


def test_a_council_that_states_no_code_is_told_so_in_each_view():
    profile = profiles.open(profiles.rules("example_city", "2015-06"))

    for view in (profile.headline(), profile.strips(), profile.over_years(MEASURE), profile.neighbours(), profile.agreements()):
        assert "Example City states no code of an authority of England" in rows.read(view)


def test_before_anything_was_published_the_profile_says_so(ashford):
    assert "Nothing that is held had been published by March 2012." in rows.read(ashford(month="2012-03", values=of_year(ALL)).headline())


# Real authorities, from the tables that the project ships


@pytest.fixture(scope="module")
def rotherham():
    return profiles.open(profiles.rules("rotherham", "2025-12"))


def test_rotherham_s_two_year_plans_of_2025_are_withheld_and_the_page_says_so(rotherham):
    assert "No figure, suppressed to protect individuals: Children on a child protection plan for two years or more (2024/25)." in rows.read(rotherham.headline())
    assert rows.body(rotherham.strips("child_protection"))["Children on a child protection plan for two years or more"][1] == "suppressed to protect individuals"


def test_rotherham_s_referrals_of_2025_have_the_rate_that_the_edition_dropped(rotherham):
    body = rows.body(rotherham.strips("contacts_and_referrals"))

    assert body["Referrals to children's social care"][:2] == ["2024/25", "2,909"]
    assert body["Referrals per 10,000 children"][:2] == ["2024/25", "488.7"]


def test_rotherham_s_referral_rate_of_2024_was_restated_and_the_page_says_so(rotherham):
    told = rows.body(rotherham.restated())

    assert told["Rates per 10,000 of referrals to Children's Social Services"]
    assert "459.9" in rows.read(rotherham.restated()) and "457.2" in rows.read(rotherham.restated())


def test_herefordshire_s_referrals_of_2024_are_unreliable_and_the_page_says_so():
    profile = profiles.open(profiles.rules("Herefordshire, County of", "2024-12"))

    body = rows.body(profile.strips("contacts_and_referrals"))

    assert body["Referrals to children's social care"][:2] == ["2023/24", "unreliable"]
    assert "No figure, unreliable: Referrals to children's social care (2023/24)" in rows.read(profile.headline())


def test_england_2024_stands_beside_rotherham():
    profile = profiles.open(profiles.rules("rotherham", "2024-12"))

    strip = profile.strip.set_index("measure")

    assert strip.loc[["assessments_completed_in_time_percent", "initial_conferences_in_time_percent"], ["published", "england"]].values.tolist() == [
        [82.2, 84.5], [82.4, 79.7]]
    assert (strip.published["referrals"], round(strip.published["referrals_rate"], 1)) == (2672, 457.2)


def test_a_measure_that_nothing_was_published_of_by_the_month_says_so_in_each_view(ashford):
    profile = ashford(values=of_year(ALL))

    said = {rows.read(view("children_looked_after_rate")) for view in (profile.over_years, profile.distribution, profile.ranking, profile.funnel)}

    assert said == {"Children looked after per 10,000 children: nothing was published by March 2020."}


def test_a_council_that_a_reorganisation_ended_or_had_not_made_yet_is_told_with_its_years(ashford):
    ended = ashford(values=of_year(ALL), gone=[("101", 2018)])

    assert rows.read(ended.headline()) == ("Ashford, which a reorganisation made or ended, has statistics until 2017/18: none of the year shown by March 2020.")


def test_a_code_of_nobody_is_not_called_none():
    profile = profiles.open(replace(profiles.rules("example_city", "2015-06"), authority=Authority("x", "Exham", "", Path("nowhere"), codes={"la": "999"})))

    assert "Exham states the code 999, which is none of England’s authorities’, so that nothing" in rows.read(profile.headline())


def test_before_anything_was_published_every_view_has_something_to_say():
    profile = profiles.open(profiles.rules("Leeds", "2012-01"))

    views = (profile.headline(), profile.strips(), profile.over_years(MEASURE), profile.distribution(MEASURE), profile.ranking(MEASURE),
             profile.funnel(MEASURE), profile.neighbours(), profile.agreements(), profile.restated(), profile.population())

    assert [bool(view.html) for view in views[:-1]] == [True] * 9
