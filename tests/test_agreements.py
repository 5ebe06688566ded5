"""An authority's own workbook beside what is published of the same year, from small tables made for each test."""

import openpyxl
import pytest
from tests import published_tables
from tests.frames import settings
from tests.published_tables import RATE, of_year

from lib import agreements
from lib.authorities import Authority

ALL = {"101": 30.0, "102": 20.4, "103": 21.9, "970": 22.6, "980": 23.6}


@pytest.fixture
def found(tmp_path, monkeypatch):
    """A function that gives Ashford's agreements, from its workbook's (measure, comparator, period, value) and such tables."""
    def find(*own, month="2020-03", **tables):
        published_tables.stand_in(monkeypatch, tmp_path, **tables)
        book = openpyxl.Workbook()
        for row in (("code or key", "comparator", "period", "value", "source"), *((*each, "typed in") for each in own)):
            book.active.append(row)
        book.save(tmp_path / "benchmarks.xlsx")
        council = Authority("ashford", "Ashford", "", tmp_path, codes={"la": "101"})
        return agreements.find(settings(authority=council, folder=tmp_path, month=month))
    return find


def test_a_benchmark_agrees_when_the_published_value_rounds_to_it(found):
    row, = found(("rereferrals_percent", "england", "2018/19", 23), values=of_year(ALL)).itertuples()

    assert (row.own, row.published, row.decimals, row.agrees, row.why) == (23.0, 22.6, 0, True, "")


def test_the_decimals_are_the_most_that_the_workbook_gives_the_measure(found):
    rows = found(("rereferrals_percent", "england", "2018/19", 23), ("rereferrals_percent", "region", "2018/19", 23.6), values=of_year(ALL))

    assert rows[["decimals", "agrees"]].values.tolist() == [[1, False], [1, True]]


def test_a_number_that_was_cut_off_rather_than_rounded_is_said_to_be(found):
    row, = found(("rereferrals_percent", "england", "2018/19", 22), values=of_year(ALL)).itertuples()

    assert (row.agrees, row.why) == (False, "The workbook's number is what the published one would be cut off rather than rounded.")


def test_a_number_of_the_year_before_is_said_to_be(found):
    row, = found(("rereferrals_percent", "england", "2018/19", 20), values=of_year(ALL) + of_year({"101": 1.0, "970": 19.8}, year=2018)).itertuples()

    assert row.why == "The workbook's number is the one published of 2017/18."


def test_neighbours_of_a_later_model_explain_a_difference_and_those_not_there_yet_are_named(found):
    row, = found(("rereferrals_percent", "neighbours_mean", "2018/19", 19), values=of_year(ALL), new=[("106", 2020)],
                 neighbours=[("101", ["102", "103", "106"])]).itertuples()

    assert row.why == ("The neighbours are those of the model of April 2021, made after March 2020, since none before it is held; 2 of 3 have a value "
                       "(the Fernshire of today was not there in 2018/19). Published figures may have been revised since: this is the newest edition's.")


def test_judgements_that_are_not_held_explain_a_difference(found):
    row, = found(("rereferrals_percent", "rated_good", "2018/19", 19), values=of_year(ALL), judgements=[("102", "2019-01-01", "Good")]).itertuples()

    assert row.why == ("Judgements are Ofsted's latest that are held, published by January 2019; none before 2019 is, so that 5 authorities have none. "
                       "Published figures may have been revised since: this is the newest edition's.")


def test_rates_are_divided_anew_as_estimates_are_revised(found):
    row, = found(("children_on_cp_plans_rate", "england", "2018/19", 19), values=of_year(ALL, RATE)).itertuples()

    assert row.why == "Published figures may be revised, and rates are divided anew as ONS revises its estimates: this is the newest edition's."


def test_a_year_that_only_the_workbook_has_is_not_set_beside_anything(found):
    assert found(("rereferrals_percent", "england", "2011/12", 19), values=of_year(ALL)).empty
    assert found(values=of_year(ALL)).empty
