"""The worked example's return and benchmarks: what is kept is what the builder gives, and every cell says where it comes from."""

import re

import openpyxl
import pytest

from lib import periods, rates, service_areas
from lib.measures import PER_10_000
from tests.herefordshire_2015_06 import build_returns, printed
from tests.herefordshire_2015_06.build_returns import AUTHORITY, INVENTED, JUNE, MONTHS, PRINTED, WORKED_OUT, read

PATHS = (build_returns.RETURN, build_returns.BENCHMARKS)
CHILDREN = 36_100
LINES = AUTHORITY / "settings" / "2015-06" / "lines.csv"
CELL = re.compile(r"(\d+)(?: ([wi]))?|")


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory):
    folder = tmp_path_factory.mktemp("herefordshire")
    build_returns.write_all(folder)
    return folder


@pytest.fixture(scope="module")
def cells():
    """The number and the origin of every cell of figures.csv, by key, category, part and month."""
    return {(row["key"], row["category"], row["part"], month): (int(number), origin) for row in read("figures.csv") for month in MONTHS
            if row[month] for number, origin in [(row[month].split() + [PRINTED])[:2]]}


def held(path):
    """The rows of every sheet of a workbook."""
    return {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in openpyxl.load_workbook(path, read_only=True)}


@pytest.mark.parametrize("path", PATHS)
def test_rebuilding_gives_the_kept_workbook_cell_by_cell(rebuilt, path):
    assert held(rebuilt / path) == held(AUTHORITY / path)


def test_building_twice_gives_the_same_bytes(rebuilt, tmp_path):
    again = build_returns.write_all(tmp_path)

    assert all(written.read_bytes() == (rebuilt / path).read_bytes() for written, path in zip(again, PATHS))


def test_the_return_says_that_it_is_a_worked_example_and_which_months_are_invented(rebuilt):
    sheets = held(rebuilt / build_returns.RETURN)

    assert sheets["Notes"][0][0].startswith("A worked example")
    assert any(row[0].startswith("Invented: ") for row in sheets["Notes"])


def test_the_note_of_a_row_says_where_each_of_its_months_comes_from(rebuilt):
    header, *rows = held(rebuilt / build_returns.RETURN)["Monthly figures"]

    notes = {(row[0], row[3]): row[-1] for row in rows}

    assert header[-1] == "note"
    assert notes["contacts", None] == ("As printed: Jun 2013, Jun 2014, May 2015, Jun 2015. "
                                       "Invented, since nothing is printed: Jan 2015, Feb 2015, Mar 2015, Apr 2015.")
    assert notes["contacts", "source"] == "As printed: May 2015, Jun 2015."
    assert all(sum(periods.short_name(month) in row[-1] for month in MONTHS) == sum(cell is not None for cell in row[6:-1]) for row in rows)


def test_every_cell_of_the_figures_is_a_number_and_perhaps_an_origin():
    assert [row[month] for row in read("figures.csv") for month in MONTHS if not CELL.fullmatch(row[month])] == []


def test_every_key_is_a_measure_s_and_every_part_one_it_has():
    measures = service_areas.measures()

    assert [row["key"] for row in read("figures.csv") if row["basis"] not in measures[row["key"]].bases] == []
    assert [row["key"] for row in read("figures.csv") if row["part"] != "value" and not measures[row["key"]].denominator] == []


def test_a_count_behind_a_printed_rate_is_the_whole_number_that_gives_it(cells):
    behind = {(key, month): number for (key, _, part, month), (number, origin) in cells.items()
              if service_areas.measure(key).unit == PER_10_000 and part == "numerator" and origin == WORKED_OUT}
    by_code = {row["code"]: row for row in read("transcription/cards.csv")}

    rebuilt_rates = {key: rates.round_half_up(rates.per_10_000(number, CHILDREN), 2) for key, number in behind.items()}

    assert rebuilt_rates["rereferrals_rate", JUNE] == float(by_code["8"]["rate_per_10000"])
    assert rebuilt_rates["cp_plans_started_rate", "2014-06"] == float(by_code["14"]["prev1_value"])
    assert rebuilt_rates["initial_assessments_completed_rate", "2013-06"] == float(by_code["10"]["prev2_value"])
    assert len(rebuilt_rates) == 15


def test_nothing_that_the_cards_print_is_invented(cells):
    lines = {line["code"]: service_areas.measure(line["measure"]) for line in read(LINES)}
    shown = {(lines[card["code"]], month) for card in read("transcription/cards.csv") for place in ("prev1", "prev2")
             if printed.NUMBER.match(card[f"{place}_value"]) and not card["prev_unit_inferred"].startswith("rate")
             for month in (JUNE, printed.LABELS[card[f"{place}_label"]])}
    parts = {(key, month) for measure, month in shown for key in (measure.key, measure.numerator, measure.denominator)}

    assert len(shown) > 40
    assert [key for key, (_, origin) in cells.items() if (key[0], key[3]) in parts and origin == INVENTED] == []


def test_the_agencies_of_a_month_add_up_to_its_total():
    rows = read("transcription/agency_contacts.csv")

    for month in build_returns.MONTHS_PRINTED:
        of_month = [row for row in rows if row["month"] == month]
        whole = next(row for row in of_month if row["is_total"] == "yes")
        for column in ("number", "progressed_number"):
            assert sum(int(row[column]) for row in of_month if row["is_total"] == "no") == int(whole[column])


def test_every_comparator_printed_is_kept_with_its_own_year(rebuilt):
    rows = held(rebuilt / build_returns.BENCHMARKS)["Benchmarks"][1:]

    assert len(rows) == 63
    assert {row[2] for row in rows} == {"2012/13", "2013/14", "2014-06", "2014-09"}
    assert ["early_help_episodes_open_rate", "region", "2013/14", 291, build_returns.SOURCE] in rows
