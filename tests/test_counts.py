"""Counting records by month and breakdown, with a made-up kind of records."""

import pandas as pd
import pytest
from tests.frames import settings

from lib import counts, records
from lib.measures import Rows, flow, stock
from lib.returns.extracts import Extract

MONTHS = ("2020-01", "2020-02", "2020-03")
RULES = settings(month="2020-03")
EMPTY = Extract("2020-03", {"contacts": None}, {"contacts": MONTHS})


@pytest.fixture
def kind(monkeypatch):
    """Lets a test say which records there are, as rows of list 1."""
    def made_of(**columns):
        frame = pd.DataFrame(columns).assign(file="2020-03/annex_a.xlsx", sheet="List 1")
        frame["row"] = range(2, len(frame) + 2)
        monkeypatch.setattr(records, "kinds", lambda: {"things": records.Kind("things", "contacts", lambda extract, rules: frame)})
    return made_of


def counted(monkeypatch, quantity, extract=EMPTY, rules=RULES):
    monkeypatch.setattr(counts.service_areas, "quantities", lambda: {quantity.key: quantity})
    return counts.of(extract, rules)


def numbers(table, breakdown=""):
    return {(row.month, row.category): row.value for row in table[table.breakdown == breakdown].itertuples()}


def dates(*said):
    return pd.to_datetime(list(said), format="ISO8601")


def test_a_flow_counts_the_first_and_the_last_day_of_a_month_and_nought_in_an_empty_one(kind, monkeypatch):
    kind(day=dates("2020-01-01", "2020-01-31 23:59", "2020-03-31", "2020-04-01"))

    table = counted(monkeypatch, flow("things", Rows("things", on="day")))

    assert numbers(table) == {("2020-01", ""): 2, ("2020-02", ""): 0, ("2020-03", ""): 1}


def test_a_stock_counts_who_started_by_the_last_day_and_had_not_ended_by_it(kind, monkeypatch):
    kind(start=dates("2020-01-31", "2019-05-01", "2020-02-01"), end=dates("2020-02-29", None, "2020-03-31"))

    table = counted(monkeypatch, stock("things", Rows("things", since="start", until="end")))

    assert numbers(table) == {("2020-01", ""): 2, ("2020-02", ""): 2, ("2020-03", ""): 1}


def test_what_was_there_before_plus_what_started_less_what_ended_is_there_after(kind, monkeypatch):
    kind(start=dates("2020-01-31", "2019-05-01", "2020-02-01", "2020-03-02"), end=dates("2020-02-29", None, "2020-03-31", "2020-03-02"))

    there = numbers(counted(monkeypatch, stock("things", Rows("things", since="start", until="end"))))
    started = numbers(counted(monkeypatch, flow("things", Rows("things", on="start"))))
    ended = numbers(counted(monkeypatch, flow("things", Rows("things", on="end"))))

    for before, after in zip(MONTHS, MONTHS[1:]):
        assert there[before, ""] + started[after, ""] - ended[after, ""] == there[after, ""]


def test_months_that_the_list_is_not_complete_for_are_not_counted(kind, monkeypatch):
    kind(day=dates("2019-12-05", "2020-03-05"))

    table = counted(monkeypatch, flow("things", Rows("things", on="day")), Extract("2020-03", {"contacts": None}, {"contacts": ("2020-02", "2020-03")}))

    assert numbers(table) == {("2020-02", ""): 0, ("2020-03", ""): 1}


def test_a_month_of_which_a_rule_s_other_list_says_nothing_is_left_out(kind, monkeypatch):
    kind(day=dates("2020-01-05", "2020-02-05", "2020-02-06"), in_time=pd.array([None, True, False], dtype="boolean"))

    table = counted(monkeypatch, flow("things", Rows("things", on="day", where=("in_time",))))

    assert numbers(table) == {("2020-02", ""): 1, ("2020-03", ""): 0}


def test_a_quantity_whose_rule_needs_a_column_that_no_list_gives_is_not_counted(kind, monkeypatch):
    kind(day=dates("2020-01-05"))

    table = counted(monkeypatch, flow("things", Rows("things", on="day", where=("in_time",))))

    assert table.empty


def test_a_category_met_in_one_month_counts_nought_in_the_others(kind, monkeypatch):
    kind(day=dates("2020-01-05", "2020-03-05"), team=["Duty", "Court"])

    table = counted(monkeypatch, flow("things", Rows("things", on="day"), by=("team",)))

    assert numbers(table, "team") == {("2020-01", "Duty"): 1, ("2020-02", "Duty"): 0, ("2020-03", "Duty"): 0,
                                      ("2020-01", "Court"): 0, ("2020-02", "Court"): 0, ("2020-03", "Court"): 1}


def test_every_category_of_a_closed_breakdown_is_counted(kind, monkeypatch):
    kind(day=dates("2020-03-05"), stage=["Started"])

    table = counted(monkeypatch, flow("things", Rows("things", on="day"), by=("stage",)))

    assert numbers(table, "stage")["2020-03", "Proposed"] == 0


def test_a_category_none_of_whose_records_the_rule_holds_for_counts_nought(kind, monkeypatch):
    kind(day=dates("2020-03-05", "2020-03-06"), team=["Duty", "Court"], in_time=pd.array([True, False], dtype="boolean"))

    table = counted(monkeypatch, flow("things", Rows("things", on="day", where=("in_time",)), by=("team",)))

    assert {category: value for (month, category), value in numbers(table, "team").items() if month == "2020-03"} == {"Duty": 1, "Court": 0}


def test_crossed_breakdowns_count_each_with_each(kind, monkeypatch):
    kind(day=dates("2020-03-05", "2020-03-06"), team=["Duty", "Court"], stage=["Started", "Proposed"])

    table = counted(monkeypatch, flow("things", Rows("things", on="day"), by=("team | stage",)))

    march = {category: value for (month, category), value in numbers(table, "team | stage").items() if month == "2020-03"}
    assert march == {"Duty | Started": 1, "Duty | Proposed": 0, "Court | Started": 0, "Court | Proposed": 1}


def test_ages_are_those_of_the_month_s_last_day_for_a_stock_and_of_the_day_for_a_flow(kind, monkeypatch):
    kind(day=dates("2020-03-10"), date_of_birth=dates("2010-03-20"))

    standing = counted(monkeypatch, stock("things", Rows("things", since="day"), by=("age",)))
    dated = counted(monkeypatch, flow("things", Rows("things", on="day"), by=("age",)))

    assert numbers(standing, "age")["2020-03", "10"] == 1
    assert numbers(dated, "age")["2020-03", "9"] == 1


def test_each_child_is_counted_once_where_the_quantity_asks_for_children(kind, monkeypatch):
    kind(day=dates("2020-03-05", "2020-03-06", "2020-03-07"), child=["ZZ-1", "ZZ-1", "ZZ-2"])

    table = counted(monkeypatch, flow("things", Rows("things", on="day", each="child")))

    assert numbers(table)["2020-03", ""] == 2


def test_a_total_adds_up_and_the_largest_is_never_a_sum(kind, monkeypatch):
    kind(day=dates("2020-03-05", "2020-03-06"), cases=[7.0, 12.0], team=["Duty", "Court"])

    total = counted(monkeypatch, flow("things", Rows("things", on="day", total="cases")))
    largest = counted(monkeypatch, stock("things", Rows("things", largest="cases"), by=("team",)))

    assert numbers(total)["2020-03", ""] == 19
    assert numbers(largest) == {("2020-03", ""): 12}
    assert numbers(largest, "team") == {("2020-03", "Duty"): 7, ("2020-03", "Court"): 12}


def test_facts_known_only_at_the_extract_count_for_the_month_of_the_return_alone(kind, monkeypatch):
    kind(start=dates("2019-05-01"), end=dates(None))

    table = counted(monkeypatch, stock("things", Rows("things", since="start", until="end", as_returned=True)))

    assert numbers(table) == {("2020-03", ""): 1}


def test_the_source_says_the_file_the_list_and_how_many_rows(kind, monkeypatch):
    kind(day=dates("2020-03-05", "2020-03-06"))

    table = counted(monkeypatch, flow("things", Rows("things", on="day")))

    assert table.source.tolist()[-1] == "2020-03/annex_a.xlsx, List 1: contacts: 2 rows"


def test_where_the_list_says_nothing_of_that_kind_nothing_is_counted(monkeypatch):
    monkeypatch.setattr(records, "kinds", lambda: {"things": records.Kind("things", "contacts", lambda extract, rules: None)})

    assert counted(monkeypatch, flow("things", Rows("things", on="day"))).empty


def test_without_the_list_nothing_is_counted(kind, monkeypatch):
    kind(day=dates("2020-03-05"))

    table = counted(monkeypatch, flow("things", Rows("things", on="day")), Extract("2020-03"))

    assert table.empty


def test_the_records_behind_a_figure_do_not_say_who_they_are_of(kind):
    kind(day=dates("2020-03-06"), child=["ZZ-1"], worker=["ZZ-W"], date_of_birth=dates("2012-01-02"), placement_urn=["ZZ-H"],
         placement_postcode=["ZZ1 1ZZ"], personal_adviser=["ZZ-P"], family=["ZZ-F"], adopter=["ZZ-A"], team=["Duty"])

    behind = counts.behind(flow("things", Rows("things", on="day")), EMPTY, RULES, "2020-03")

    assert set(behind) == {"day", "month", "team", "file", "sheet", "row"}


def test_the_records_behind_a_figure_can_be_seen_with_their_rows(kind):
    kind(day=dates("2020-02-05", "2020-03-06"))

    behind = counts.behind(flow("things", Rows("things", on="day")), EMPTY, RULES, "2020-03")

    assert behind[["file", "sheet", "row"]].to_numpy().tolist() == [["2020-03/annex_a.xlsx", "List 1", 3]]


def test_by_another_day_than_the_list_is_dated_by_its_first_month_is_left_out_unless_it_is_said_to_be_complete(kind, monkeypatch):
    kind(date_of_birth=dates("2020-02-05", "2020-03-05"))
    started = flow("things", Rows("things", on="date_of_birth"))

    told = counted(monkeypatch, started)
    stated = counted(monkeypatch, started, rules=settings(month="2020-03", complete_from={"contacts": "2020-01"}))

    assert set(told.month) == {"2020-02", "2020-03"}
    assert set(stated.month) == {"2020-01", "2020-02", "2020-03"}


def test_a_month_that_the_extract_does_not_count_has_no_records_rather_than_none_of_them(kind):
    kind(day=dates("2020-02-05"))
    things = flow("things", Rows("things", on="day"))

    assert counts.behind(things, EMPTY, RULES, "2019-12") is None
    assert counts.behind(things, EMPTY, RULES, "2020-03").empty
