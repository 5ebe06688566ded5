"""The printed document against our edition: they differ in the cells that not_reproduced.csv lists, each by a rule, and in no other."""

import re
from collections import Counter
from html.parser import HTMLParser

import numpy as np
import pytest

from lib import periods, rates, reports, service_areas, topics
from tests.rotherham_2015_12 import printed
from tests.rotherham_2015_12.printed import COLOURS, DECEMBER, THREE_MONTHS, decimals_of, is_number, read

POPULATION = 56_398

SCORECARDS_MONTHS = "The scorecard's cut wins for its months"
SCORECARDS_YEARS = "The scorecard's cut wins for its years"
ONE_VALUE = "One measure has one value for a year, whichever line it stands on"
SUM = re.compile(r": ([\d,]+) over ([\d,]+)$")

# Where the two cuts print different numbers and the page gives parts, which were returned in place of its percentage ...
PARTS_DISAGREE = {("4.5", "2015-11"), ("4.6", "2015-11"), ("6.9", "2015-11"), ("6.11", "2015-10"), ("6.11", "2015-11"), ("6.12", "2015-11"),
                  ("7.6", "2015-11"), ("9.2", "2015-10"), ("9.2", "2015-11"), ("10.1", "2015-11")}
PARTS_AGREE = {("4.6", "2015-12"), ("4.7", "2015-11"), ("4.7", "2015-12"), ("6.9", "2015-10"), ("6.9", "2015-12"), ("6.10", "2015-10"),
               ("6.10", "2015-11"), ("6.12", "2015-10"), ("6.12", "2015-12"), ("9.1", "2015-11")}
# ... or the count of which a rate or share is made.
FROM_ANOTHER_LINE = {("2.3", "2015-12"): "2.2", ("4.3", "2015-10"): "4.2", ("6.3", "2015-10"): "6.2b", ("7.2", "2015-10"): "7.1",
                     ("7.2", "2015-11"): "7.1"}
COUNTS_AGREE = {("2.3", "2015-12"), ("6.3", "2015-10")}


@pytest.fixture(scope="module")
def edition():
    return printed.Edition(reports.stages("rotherham", DECEMBER))


@pytest.fixture(scope="module")
def cells(edition):
    return printed.cells(edition)


@pytest.fixture(scope="module")
def listed():
    return read("not_reproduced.csv")


@pytest.fixture(scope="module")
def places():
    """Every code and month that stands both on the scorecard and on a page: {(code, month): (scorecard's number, page's number)}."""
    scorecard = {(line["code"], month): line[column]
                 for line in read("transcription/measures.csv") for column, month in THREE_MONTHS.items()}
    pages = {(row["scorecard_code"], row["month"]): row["value"] or row["as_printed"] for row in read("transcription/monthly.csv")
             if row["series"] == "value"}
    return {place: (scorecard[place], page) for place, page in pages.items() if scorecard.get(place)}


@pytest.fixture(scope="module")
def differing(places):
    return {place: pair for place, pair in places.items() if not (is_number(pair[1]) and float(pair[0]) == float(pair[1]))}


def has_finding(edition, place, shown, returned=""):
    """Whether a finding says of that line and month that this is shown and that, or anything else, was returned."""
    code, month = place
    line = edition.lines[code]
    category = f", {line.category}" if line.category else ""
    subject = f"{service_areas.measure(line.measure).title}{category}, {periods.span(month, line.basis)}: "
    found = edition.stages.findings.query("rule == 'returns disagree' and measure == @line.measure and month == @month")
    other = f"{subject}{float(returned):g} (" if is_number(returned) else subject
    return (found.found.str.startswith(other) & found.expected.str.startswith(f"{float(shown):g}, which is shown")).any()


# The table


def test_every_printed_cell_is_looked_up_once(cells):
    kinds = Counter(re.sub(r"^page \d+", "page", cell.where) for cell in cells)

    assert kinds == {"scorecard": 381, "scorecard, arrow": 75, "scorecard, colour": 50, "scorecard, benchmark": 88, "page": 725,
                     "page, numerator": 136, "page, denominator": 96, "page, benchmark": 56}
    assert len({cell.place for cell in cells}) == len(cells)


def test_what_is_not_reproduced_is_what_the_table_lists_and_nothing_else(cells, listed):
    differing = {cell.place: (cell.printed, cell.ours) for cell in cells if not cell.reproduced}

    assert {(row["where"], row["code"], row["period"]): (row["printed"], row["ours"]) for row in listed} == differing
    assert len(listed) == 107


def test_the_rules_of_the_table_are_few(listed):
    rules = Counter(re.split(r": |, and", row["rule"])[0] for row in listed if row["where"].startswith("page"))

    assert rules == {SCORECARDS_MONTHS: 57, SCORECARDS_YEARS: 12, ONE_VALUE: 2, "A rate is its count over the population": 8,
                     "One population for all months": 6, "A percentage is the parts printed beside it, rounded once": 13,
                     "A percentage is its own counts": 2, "A numerator counts what its measure counts": 1}


def test_where_the_scorecards_cut_wins_the_scorecard_prints_another_number_and_that_is_ours(cells, listed):
    scorecard = {(cell.code, cell.period): cell for cell in cells if cell.where == "scorecard"}
    won = [row for row in listed if row["rule"].startswith((SCORECARDS_MONTHS, SCORECARDS_YEARS, ONE_VALUE))]

    for row in won:
        code = row["rule"].partition("the scorecard's ")[2] or row["code"]
        cell = scorecard[code, row["period"]]

        assert cell.reproduced, row
        assert row["printed"] == "-" or float(cell.printed) != float(row["printed"]), row


def test_a_rule_that_ends_in_a_sum_gives_our_figure(listed):
    sums = [(row, *(int(number.replace(",", "")) for number in found.groups())) for row in listed if (found := SUM.search(row["rule"]))]

    assert len(sums) == 30
    for row, top, bottom in sums:
        value = rates.per_10_000(top, bottom) if bottom == POPULATION else rates.percent(top, bottom)

        assert rates.round_half_up(value, decimals_of(row["printed"])) == float(row["ours"]), row


def test_a_rule_that_states_parts_or_counts_states_the_printed_ones(listed):
    numbers = {(row["scorecard_code"], row.get("period", row["month"]), row["series"]): row["value"]
               for name in ("monthly", "annual") for row in read(f"transcription/{name}.csv")}

    for row in listed:
        if found := SUM.search(row["rule"]):
            stated = [number.replace(",", "") for number in found.groups()]
            made_of = {"2.3": ("2.2", "2.1"), "5.3": ("5.2", ""), "6.3": ("6.2b", ""), "7.2": ("7.1", "")}.get(row["code"])
            counts = [numbers[code, row["period"], "value"] if code else str(POPULATION) for code in made_of or ()]
            parts = [numbers.get((row["code"], row["period"], part)) for part in ("numerator", "denominator")]

            assert stated == (counts if made_of else parts), row


# What may stand on it


def test_of_75_december_values_two_codes_are_on_the_table(cells, listed):
    codes = {row["code"] for row in listed if row["period"] == DECEMBER and row["where"].partition(",")[2] == ""}

    assert len({cell.code for cell in cells if cell.where == "scorecard" and cell.period == DECEMBER}) == 75
    assert codes == {"2.3", "5.3"}
    assert {row["code"] for row in listed if row["where"] == "scorecard"} == {"5.3"}


def test_of_74_arrows_two_differ(edition, listed):
    arrows = [cell for cell in printed.arrow_cells(edition) if cell.printed]

    assert len(arrows) == 74
    assert {row["code"] for row in listed if row["where"] == "scorecard, arrow"} == {"5.3", "12.1"}


def test_of_41_colours_three_differ(edition, listed):
    colours = [cell for cell in printed.colour_cells(edition) if cell.printed in COLOURS]

    assert len(colours) == 41
    assert {row["code"] for row in listed if row["where"] == "scorecard, colour"} == {"6.7", "9.2", "12.1"}


def test_no_benchmark_differs(listed):
    assert [row for row in listed if row["where"].endswith("benchmark")] == []


def test_no_polarity_and_no_threshold_differs(edition):
    for line in read("transcription/measures.csv"):
        ours = edition.lines[line["code"]]
        thresholds = {float(number) for number in re.findall(r"\d+(?:\.\d+)?", f"{line['red']} {line['amber']} {line['target_green']}")}
        numbers = {getattr(ours, name) for name in ("green", "amber", "centre", "low", "high")}

        assert {number for number in numbers if not np.isnan(number)} == thresholds, line["code"]
        assert edition.of_line(line["code"]).good_is == line["polarity"].lower().replace("info", "neither"), line["code"]


# The two cuts


def test_the_two_cuts_print_different_things_in_65_of_192_places(places, differing):
    assert (len(places), len(differing)) == (192, 65)


def test_40_of_them_are_findings_with_both_numbers_and_the_rest_follow_from_parts_or_from_another_line(edition, differing):
    said = {place for place, (shown, returned) in differing.items() if is_number(returned) and has_finding(edition, place, shown, returned)}

    assert len(said) == 40
    assert set(differing) - said == PARTS_DISAGREE | PARTS_AGREE | set(FROM_ANOTHER_LINE)


def test_where_a_page_gives_parts_it_is_they_that_disagree_or_give_the_scorecards_number(edition, differing):
    given = {(row["scorecard_code"], row["month"]) for row in read("transcription/monthly.csv") if row["series"] == "numerator"}

    assert PARTS_DISAGREE | PARTS_AGREE <= given
    assert {place for place in PARTS_DISAGREE | PARTS_AGREE if has_finding(edition, place, differing[place][0])} == PARTS_DISAGREE
    assert all(edition.of_line(*place).numerator >= 0 for place in PARTS_AGREE)


def test_a_rate_or_share_that_differs_is_of_a_count_that_differs_or_is_printed_wrongly(edition, places, differing):
    for (code, month), count in FROM_ANOTHER_LINE.items():
        shown, returned = places[count, month]

        assert edition.of_line(code, month).numerator == float(shown)
        assert has_finding(edition, (count, month), shown, returned) == ((count, month) in differing)
    assert {place for place, count in FROM_ANOTHER_LINE.items() if (count, place[1]) not in differing} == COUNTS_AGREE


# The pages


def test_every_cell_of_the_month_tables_is_a_data_element_of_its_own_measure_and_month(edition):
    compared, settings = edition.stages.compared, edition.stages.settings
    rows = read("transcription/monthly.csv")
    shown = {topic: data_elements(topics.table(compared, service_areas.topic(topic), settings)) for topic in {row["topic"] for row in rows}}

    identity = ("measure", "month", "basis", "category", "series")
    absent = [row for row in rows if tuple(row[name] for name in identity) not in shown[row["topic"]]]

    assert len(shown) == 21
    assert absent == []


def data_elements(html):
    """What each `<data>` of a page says that it is: (measure, month, basis, category, part)."""
    found = set()
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, given: found.add(
        tuple(dict(given).get(f"data-{name}", "") for name in ("measure", "month", "basis", "category", "part"))) if tag == "data" else None
    parser.feed(html)
    return found
