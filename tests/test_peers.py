"""Whom an authority is set beside in a month, from small tables made for each test."""

import pytest
from tests import published_tables

from lib import peers
from lib.errors import Refused


@pytest.fixture
def england(tmp_path, monkeypatch):
    """A function that lets these tables stand in for the project's."""
    return lambda **said: published_tables.stand_in(monkeypatch, tmp_path, **said)


def test_an_authority_has_its_neighbours_the_nearest_first(england):
    england(neighbours=[("101", ["104", "102"])])

    assert peers.known("2020-03").of("101") == ["104", "102"]
    assert peers.known("2020-03").of("102") == []


def test_the_model_of_neighbours_is_the_latest_there_was_by_the_month_and_else_the_earliest(england):
    england(neighbours=[("101", ["104"])], models=("2021-04", "2025-05"))

    assert [peers.model_of(month) for month in ("2020-03", "2021-04", "2025-04", "2025-05", "2026-01")] == [
        "2021-04", "2021-04", "2021-04", "2025-05", "2025-05"]


def test_an_authority_may_choose_its_model_and_one_that_is_not_held_is_refused(england):
    england(neighbours=[("101", ["104"])], models=("2021-04", "2025-05"))

    with pytest.raises(Refused) as refused:
        peers.known("2026-01", "2021-05")

    assert peers.known("2026-01", "2021-04").model == "2021-04"
    assert str(refused.value) == ('the neighbours\' model: "2021-05". Expected one of 2021-04, 2025-05. '
                                  "Correct benchmarks.neighbours_model in settings.toml. Did you mean 2025-05?")


def test_a_judgement_counts_from_the_month_it_was_published_in(england):
    england(judgements=[("101", "2019-12-31", "Good"), ("101", "2020-03-31", "Outstanding"), ("102", "2020-04-01", "Good")])

    at = {month: peers.known(month).overall[:2].tolist() for month in ("2019-11", "2020-02", "2020-03", "2020-04")}

    assert at == {"2019-11": ["", ""], "2020-02": ["Good", ""], "2020-03": ["Outstanding", ""], "2020-04": ["Outstanding", "Good"]}


def test_regions_and_england_stand_behind_the_authorities(england):
    england()
    near = peers.known("2020-03")

    assert near.codes[:near.authorities] == ("101", "102", "103", "104", "105", "106")
    assert [near.codes[place] for place in near.region] == ["980"] * 3 + ["981"] * 3
