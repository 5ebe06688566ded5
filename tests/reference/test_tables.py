"""The tables of published data as the project reads them, small ones made for each test and those it ships."""

import os

import pytest
from tests import published_tables
from tests.published_tables import SHARE, of_year

from lib import reference
from lib.errors import Refused


@pytest.fixture
def england(tmp_path, monkeypatch):
    """A function that lets these tables stand in for the project's."""
    return lambda **said: published_tables.stand_in(monkeypatch, tmp_path, **said)


def test_a_published_symbol_is_a_reason_and_never_a_number(england):
    england(values=of_year({"101": 20.5, "102": "c"}))

    rows = reference.table("values").set_index("authority")

    assert (rows.value["101"], rows.state["101"]) == (20.5, "")
    assert (rows.value.isna()["102"], rows.state["102"]) == (True, "c")


def test_a_table_that_is_not_there_is_empty_with_its_columns(tmp_path, monkeypatch):
    monkeypatch.setattr(reference.authorities, "PROJECT", tmp_path)

    assert reference.table("populations").columns.tolist() == ["authority", "mid_year", "children", "state", "source"]
    assert len(reference.table("values")) == 0


def test_a_table_written_anew_is_read_anew(england, tmp_path):
    england(values=of_year({"101": 20.5}))
    first, before = reference.table("values").value.tolist(), reference.stamp()

    england(values=of_year({"101": 21.5}))
    os.utime(tmp_path / "data" / "reference" / "values" / "all.csv", ns=(1, 1))

    assert (first, reference.table("values").value.tolist()) == ([20.5], [21.5])
    assert reference.stamp() != before


@pytest.mark.parametrize("words", ["103", "E0103", "Cedar", "cedar", "Cedar, City of", "CEDAR, city of"])
def test_an_authority_is_found_by_code_by_ons_code_and_by_name_as_people_write_it(england, words):
    england()

    assert reference.find(words) == "103"


def test_an_authority_nobody_knows_is_refused_with_the_nearest_name(england):
    england()

    with pytest.raises(Refused) as refused:
        reference.find("Ashfrod")

    assert str(refused.value) == ('the authority asked for: "Ashfrod". Expected one of England\'s authorities, by its name, DfE\'s code or ONS\'s. '
                                  "Correct it and run again. Did you mean ashford?")


def test_of_two_councils_of_one_name_the_one_that_is_still_there_is_found():
    assert reference.known().name[["835", "838"]].tolist() == ["Dorset", "Dorset"]
    assert reference.find("Dorset") == "838"


def test_every_authority_of_england_is_found_by_its_own_name():
    councils = reference.known().query("kind == 'authority' and last_year.isna()")

    assert len(councils) == 153
    assert [reference.find(name) for name in councils.name] == councils.index.tolist()


def test_the_items_that_measures_name_are_all_published():
    from lib import service_areas
    named = {measure.benchmark for measure in service_areas.measures().values() if measure.benchmark}

    assert named - set(reference.items().index) == set()
    assert named - set(reference.table("values")["item"]) == set()


def test_one_value_stands_for_an_item_year_and_authority():
    values = reference.table("values")

    assert values.duplicated(["item", "year", "authority"]).sum() == 0
    assert ((values.value.isna()) == (values.state != "")).all()


def test_a_share_s_values_lie_between_nought_and_a_hundred():
    values = reference.table("values")
    shares = values[values["item"] == SHARE].value.dropna()

    assert shares.between(0, 100).all() and len(shares) > 1600
