"""Who the authorities are: by whichever code, under which name, and when they were there."""

import pandas as pd
import pytest

from lib.publications import councils, tables

ROTHERHAM = {"authority": "372", "ons": "E08000018", "name": "Rotherham", "region": "982", "source": "lait-2025", "ons_before": ""}
HEREFORDSHIRE = {"authority": "884", "ons": "", "name": "Herefordshire", "region": "984", "source": "lait-2025", "ons_before": ""}
COUNTY_OF = {**HEREFORDSHIRE, "ons": "E06000019", "name": "Herefordshire, County of", "source": "referrals-2026"}


def merged(*rows, held=()):
    return councils.merged(tables.frame("authorities", held), [pd.DataFrame([row]) for row in rows]).set_index("authority")


@pytest.mark.parametrize("rows", [(HEREFORDSHIRE, COUNTY_OF), (COUNTY_OF, HEREFORDSHIRE)])
def test_laits_name_stands_before_that_of_newer_statistics(rows):
    council = merged(*rows).loc["884"]

    assert (council["name"], council.ons, council.source) == ("Herefordshire", "E06000019", "lait-2025")


def test_a_newer_edition_of_lait_names_an_authority_anew():
    assert merged({**ROTHERHAM, "name": "Rotherham City", "source": "lait-2026"}, ROTHERHAM)["name"]["372"] == "Rotherham City"


def test_of_several_ons_codes_the_latest_is_the_authoritys():
    council = merged({**ROTHERHAM, "ons": "E08000099"}, ROTHERHAM, {**ROTHERHAM, "ons": "E08000001"}).loc["372"]

    assert (council.ons, council.ons_before) == ("E08000099", "E08000001 E08000018")


def test_merging_again_changes_nothing():
    once = merged(ROTHERHAM, HEREFORDSHIRE, COUNTY_OF).reset_index()[list(tables.TABLES["authorities"].columns)]

    again = merged(COUNTY_OF, ROTHERHAM, held=once.to_dict("records")).reset_index()[list(once.columns)]

    pd.testing.assert_frame_equal(again, once)


def test_england_and_the_regions_have_their_codes_of_ons_without_a_file():
    table = merged({**ROTHERHAM, "authority": "970", "ons": "", "name": "England", "region": ""}, {**ROTHERHAM, "authority": "987", "ons": "", "region": ""})

    assert table[["ons", "kind"]].to_numpy().tolist() == [["E92000001", "england"], ["E13000001", "region"]]


def test_a_council_that_was_ended_has_its_last_year_and_one_that_was_made_its_first():
    table = merged({**ROTHERHAM, "authority": "909"}, {**ROTHERHAM, "authority": "942"})

    assert table[["first_year", "last_year"]].to_numpy().tolist() == [["", "2023"], ["2024", ""]]


@pytest.mark.parametrize("region, code", [("Inner London", "987"), ("Yorkshire and The Humber", "982"), ("Yorkshire and the Humber", "982"), ("NA", "")])
def test_a_list_names_regions_in_more_than_one_way(region, code):
    made = councils.listed(*(pd.Series([word]) for word in ("372", "Rotherham", region)), "lait-2025")

    assert made.region.tolist() == [code]


@pytest.mark.parametrize("codes", [("E06000019",), ("E06000019", "E06000099")])
def test_an_authority_is_known_by_every_code_that_it_had(codes):
    known = councils.known(merged(*({**COUNTY_OF, "ons": code} for code in codes)).reset_index())

    assert [known.by_ons[code] for code in codes] == ["884"] * len(codes)
    assert (known.by_ons["E92000001"], known.by_ons["E12000003"]) == ("970", "982")
