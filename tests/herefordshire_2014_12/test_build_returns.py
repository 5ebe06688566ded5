"""The worked example's workbooks: what is kept is what the builders give, nobody real stands in it, and what is invented says so."""

import re
from datetime import date, datetime

import openpyxl
import pytest

from lib.contracts import annex_a, lists, local_lists
from tests.herefordshire_2014_12 import build_returns, months, plans, staff
from tests.herefordshire_2015_06 import build_returns as cards_of_june

KEPT = build_returns.AUTHORITY / "returns" / build_returns.MONTH
FORMS = {"child": re.compile(r"ZZ-7\d{5}"), "worker": re.compile(r"Worker 2\d{3}")}
LISTS = ("child_protection_plans", "plans", "workforce", "establishment")
SUNDAY = 6
# Of June 2014: what this report says in its own words otherwise than the cards.
CONTRADICTED = {("children_on_cp_plans", "value"), ("referrals", "value"), ("rereferrals", "value")}


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory):
    folder = tmp_path_factory.mktemp("herefordshire")
    build_returns.write_all(folder)
    return folder


def held(path):
    """The rows of every sheet of a workbook."""
    return {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in openpyxl.load_workbook(path, read_only=True)}


@pytest.mark.parametrize("file", build_returns.FILES)
def test_rebuilding_gives_the_kept_workbook_cell_by_cell(rebuilt, file):
    assert held(KEPT / file) == held(rebuilt / "returns" / build_returns.MONTH / file)


def test_rebuilding_gives_the_kept_benchmarks_cell_by_cell(rebuilt):
    assert held(build_returns.AUTHORITY / build_returns.BENCHMARKS) == held(rebuilt / build_returns.BENCHMARKS)
    assert len(build_returns.benchmarks()) == 10


def test_building_twice_gives_the_same_bytes(rebuilt, tmp_path):
    again = build_returns.write_all(tmp_path)

    assert all(path.read_bytes() == (rebuilt / path.relative_to(tmp_path)).read_bytes() for path in again)


@pytest.mark.parametrize("file", build_returns.FILES)
def test_each_workbook_says_that_it_is_a_worked_example_and_what_of_it_is_invented(rebuilt, file):
    notes = [line for line, in held(KEPT / file)["Notes"]]

    assert notes[0].startswith("A worked example.")
    assert any("invented" in line for line in notes[1:-2])


def test_every_row_of_monthly_figures_says_which_of_its_months_are_the_reports():
    header, *rows = held(KEPT / build_returns.MONTHLY_FIGURES)[build_returns.SHEET]

    notes = [row[header.index("note")] for row in rows]

    assert all(re.match(r"(From the report: \w{3} \d{4}|From the report: 2013/14|From the cards of June 2015: Jun 2014|Invented: )", words) for words in notes)
    assert len(rows) > 100


def test_a_month_that_the_report_does_not_give_is_named_as_invented():
    series = months.Series("contacts", (402, 455, 470, 512, 498, 561, 640, 747, 588, 602, 611, 555, 421), ("2014-07", "2014-12"), why="printed")

    assert build_returns.note(series) == ("From the report: Jul 2014, Dec 2014 (printed). Invented: Dec 2013 to Jun 2014, Aug 2014 to Nov 2014.")


def test_a_month_that_the_cards_of_june_2015_print_is_named_as_theirs():
    series = months.Series("lac_reviews", (48, 63, 60, 66, 54, 62, 59, 76, 41, 72, 78, 75, 46), (), on_cards=(months.JUNE,))

    assert build_returns.note(series) == "From the cards of June 2015: Jun 2014. Invented: Dec 2013 to May 2014, Jul 2014 to Dec 2014."


def test_what_the_cards_of_june_2015_print_of_these_months_stands_here_too_but_where_the_report_contradicts_it():
    cards = {(row["key"], row["part"]): row[months.JUNE].split()[0] for row in cards_of_june.read("figures.csv")
             if row[months.JUNE] and not row[months.JUNE].endswith(cards_of_june.INVENTED)}
    here = {(series.measure, series.part): series for series in months.COUNTS}
    both = cards.keys() & here.keys()

    differing = {key for key in both if str(here[key].values[months.JUNE]) != cards[key]}

    assert len(both) == 23
    assert differing == CONTRADICTED
    assert {key for key, series in here.items() if months.JUNE in series.on_cards} >= both - differing


def test_a_row_that_the_report_gives_nothing_of_is_invented_from_end_to_end():
    assert build_returns.note(months.Series("lac_reviews", (1,) * 13, ())) == "Invented: Dec 2013 to Dec 2014."


@pytest.mark.parametrize("key", LISTS)
def test_nothing_that_may_not_be_blank_is_blank_and_every_code_is_known(key):
    declared = lists.all()[key]
    wrong = {(column.key, cell) for row in build_returns.rows()[key] for column in declared.standing(declared.layouts[0] if declared.layouts else "")
             for cell in [row.get(column.key)] if cell in (None, "") and not column.blank
             or cell not in (None, "") and lists.codes(column) and lists.code(column, cell) is None}

    assert wrong == set()


@pytest.mark.parametrize("key", LISTS)
def test_children_and_workers_are_nobodys_and_only_births_are_on_sundays(key):
    rows = build_returns.rows()[key]

    days = [(name, cell) for row in rows for name, cell in row.items() if isinstance(cell, date | datetime)]

    assert [row[name] for row in rows for name, form in FORMS.items() if row.get(name) and not form.fullmatch(row[name])] == []
    assert {name for name, day in days if (day.weekday() == SUNDAY) != (name == "date_of_birth")} == set()
    assert max((day for _, day in days), default=plans.DRAWN) <= plans.DRAWN


def test_children_are_minors_born_before_their_plans_and_workers_of_plans_are_in_post():
    earlier = {row["child"]: row["started"] for row in plans.earlier_plans()}
    born_late = [row for row in plans.list_7() if row["date_of_birth"] > min(row["plan_started"], earlier.get(row["child"], row["plan_started"]))]

    assert born_late == []
    assert {row["age"] for row in plans.list_7()} <= set(range(18))
    assert {row["worker"] for row in plans.list_7()} <= {row["worker"] for row in staff.workers()}


def test_no_worker_is_more_than_full_time_and_all_joined_before_the_day_of_the_tables():
    assert all(0 < row["fte"] <= 1 and row["started"] <= date(2014, 9, 30) for row in staff.workers())


def test_the_lists_stand_on_sheets_that_the_reader_recognises():
    sheets = {**held(KEPT / build_returns.ANNEX_A), **held(KEPT / build_returns.LOCAL_LISTS)}
    expected = {"List 7": annex_a.LISTS[6], **{each.title: each for each in (local_lists.PLANS, local_lists.WORKFORCE, local_lists.ESTABLISHMENT)}}

    assert {name: lists.recognise(sheets[name][0])[0].key for name in expected} == {name: each.key for name, each in expected.items()}
