"""The printed cards and tables against the edition: they differ in the cells that not_reproduced.csv lists, and in no other."""

import re

import pytest
from bs4 import BeautifulSoup

from lib import agencies, cards, rates, reports, service_areas
from tests import rows
from tests.herefordshire_2015_06 import printed
from tests.herefordshire_2015_06.build_returns import JUNE, read

TWELVE_MONTHS = "year to June 2015"
RATE = re.compile(r"^(?P<rate>[\d,.]+) per 10,000 children, (?P<period>.+)$")


@pytest.fixture(scope="module")
def stages():
    return reports.stages("herefordshire", JUNE)


@pytest.fixture(scope="module")
def edition(stages):
    return printed.Edition(stages)


@pytest.fixture(scope="module")
def listed():
    return {row["where"]: row for row in read("not_reproduced.csv")}


@pytest.fixture(scope="module")
def page(stages):
    return BeautifulSoup(cards.view(stages.compared, stages.settings) + agencies.view(stages.compared, stages.settings), "html.parser")


def test_every_printed_cell_is_looked_up(edition):
    cells = edition.cells()

    assert len(cells) == 496
    assert len({cell.where for cell in cells}) == len(cells)


def test_every_cell_is_reproduced_but_for_those_listed(edition, listed):
    differing = {cell.where: (cell.printed, cell.ours) for cell in edition.cells() if not cell.reproduced}

    assert differing == {where: (row["printed"], row["ours"]) for where, row in listed.items()}


def test_every_cell_listed_says_which_of_the_documents_own_figures_it_contradicts(listed):
    assert all(len(row["reason"].split()) > 5 for row in listed.values())


def test_no_number_is_missed_but_one_rate_and_shares_of_nothing(listed):
    numbers = {where: row["ours"] for where, row in listed.items() if printed.NUMBER.fullmatch(row["printed"])}

    assert numbers.pop("card 1, rate") == "138.23"
    assert set(numbers.values()) == {"none in the period"}


def test_every_number_of_the_cards_and_tables_stands_in_its_view(edition, page):
    told = ("measure", "category", "basis", "month", "comparator")
    shown = {tuple(each.get(f"data-{name}", "") for name in told) for each in page.select("data")}

    absent = [cell.where for cell in edition.cells() if cell.key and printed.NUMBER.fullmatch(cell.printed)
              and cell.ours != "none in the period" and of(cell) not in shown]

    assert absent == []


def of(cell):
    """What the `<data>` of a cell says of itself."""
    measure, _, category, basis, month = cell.key
    return (measure, category, basis, month, "") if cell.part == "value" else (measure, "", "", "", cell.part)


def test_cards_6_and_7_say_why_june_2013_has_no_share_of_its_contacts(page):
    said = [rows.body(str(page.select_one(f"#card-{code} table")))["Jun 2013"] for code in ("6", "7")]

    assert said == [["none in the period"]] * 2


@pytest.mark.parametrize(("code", "said"), [("1", "down from 587 at the end of June 2014"), ("3", "up from 24 in June 2014"), ("4", "up from 465 in June 2014")])
def test_a_card_says_which_value_its_travel_is_set_against(code, said, page):
    words = {each.dt.text: rows.read(str(each.dd)) for each in page.select(f"#card-{code} dl div")}

    assert words["Travel on the year before"].endswith(said)


def test_there_are_22_cards_in_the_printed_order(page):
    assert [card["id"] for card in page.select(".card")] == [f"card-{row['code']}" for row in read("transcription/cards.csv")]


@pytest.mark.parametrize("row", read("headings.csv"), ids=lambda row: f"card {row['code']}")
def test_a_rate_whose_heading_says_otherwise_is_of_twelve_months_and_says_so(row, page):
    shown = page.select_one(f"#card-{row['code']} .card-rate")

    assert rates.round_half_up(float(shown.data["value"]), 2) == float(row["printed"])
    assert RATE.match(shown.text)["period"] == TWELVE_MONTHS


@pytest.mark.parametrize("row", [row for row in read("headings.csv") if row["of"]], ids=lambda row: f"card {row['code']}")
def test_the_rate_that_a_heading_promises_is_another(row, stages, edition):
    promised = number(edition, row["code"], "in_month" if row["code"] == "14" else "year_to_date")

    rate = rates.round_half_up(rates.per_10_000(promised, stages.settings.population), 2)

    assert promised == float(row["of"])
    assert rate == float(row["comes_to"]) != float(row["printed"])


def number(edition, code, basis):
    """How many a card's rate is of, over the month or the year so far: a figure of its own, or that part of the card's percentage."""
    line = edition.lines[code]
    quantity, whole = cards.rate_of(line).numerator, ("", "", basis, JUNE)
    if (quantity, *whole) in edition.rows:
        return edition.rows[quantity, *whole].value
    percent = edition.rows[line.measure, *whole]
    return percent.denominator if quantity == service_areas.measure(line.measure).denominator else percent.numerator


def test_only_one_card_has_a_rate_of_a_single_month(page):
    periods = {card["id"]: RATE.match(card.select_one(".card-rate").text)["period"] for card in page.select(".card:has(.card-rate)")}

    assert [name for name, period in periods.items() if period == "June 2015"] == ["card-21"]
    assert {name for name, period in periods.items() if period == "end of June 2015"} == {"card-1", "card-15", "card-20"}
    assert {name for name, period in periods.items() if period == TWELVE_MONTHS} == {f"card-{row['code']}" for row in read("headings.csv")}


def test_nothing_is_wrong_with_the_example_s_own_return(stages):
    assert stages.findings[stages.findings.severity == "error"].empty
    assert [found for found in stages.findings.file if "2015-06" in found] == []


def test_the_cards_restate_of_december_2014_s_return_what_the_two_documents_contradict_each_other_in_and_nothing_else(stages):
    restated = {(row.measure, row.month): (rates.round_half_up(row.was, 2), rates.round_half_up(row.now, 2))
                for row in stages.restatements.rename(columns={"is": "now"}).itertuples()}

    listed = {(row["measure"], row["month"]): (float(row["was"]), float(row["is"])) for row in read("restated.csv")}

    assert restated == listed
    assert all(len(row["reason"].split()) > 8 for row in read("restated.csv"))


def test_the_year_so_far_of_referrals_again_is_the_one_the_card_quotes(edition):
    row = edition.rows["rereferrals_percent", "", "", "year_to_date", JUNE]

    assert rates.round_half_up(row.value, 2) == 21.87


def test_what_moved_between_the_months_is_said_of_the_police_first(page):
    said = page.select_one('[data-words="drafted"]')

    assert said.li.text == ("Police: 47.9% of contacts, up 11.2 percentage points from 36.7% in May; 41.5% of theirs became a referral, "
                            "up 18.4 percentage points from 23.1% in May.")
