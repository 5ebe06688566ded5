"""The printed document against the edition: it differs in the numbers that not_reproduced.csv lists, and in no other."""

import csv
import re
from html.parser import HTMLParser

import pytest

from lib import narrative, reports, service_areas
from tests.conftest import made
from tests.herefordshire_2014_12 import printed, staff

COMMENTARY = reports.settings.in_force("herefordshire", printed.DECEMBER).commentary_folder
CHANGES_SAID = {("contacts", "change_on_month"), ("contacts", "change_on_peak"), ("contacts_progressed_to_referral", "change_on_peak"),
                ("referrals", "change_on_month"), ("rereferrals", "change_on_month"), ("referrals_to_assessment", "change_on_month"),
                ("initial_assessments_completed", "change_on_month"), ("core_assessments_completed", "change_on_month"),
                ("strategy_discussions", "change_on_month"), ("children_on_cp_plans", "since_april"), ("children_looked_after", "change_on_year")}
A_YEAR_BEFORE = "line 144: the same a year before"       # pages show the bands of days taken for the last six months
UNSAID = {("core_assessments_in_time_percent", "change_on_month"), ("children_on_cp_plans", "change_on_six_months")}


class Figures(HTMLParser):
    """Every <data> of a page: what it is of, its value, and the figures it is derived from."""

    def __init__(self):
        super().__init__()
        self.found, self.derived = {}, []

    def handle_starttag(self, tag, attributes):
        if tag == "data":
            told = dict(attributes)
            if "data-from" in told:
                self.derived.append((told["data-from"].split(), float(told["value"])))
            key = tuple(told.get(f"data-{name}") or "" for name in ("measure", "category", "basis", "month", "part", "comparator"))
            self.found[key] = float(told["value"])


@pytest.fixture(scope="module")
def stages():
    return reports.stages("herefordshire", printed.DECEMBER)


@pytest.fixture(scope="module")
def rows(stages):
    return printed.by_key(stages.compared)


@pytest.fixture(scope="module")
def lines(stages):
    return {line.measure: line for line in stages.settings.lines.itertuples()}


@pytest.fixture(scope="module")
def listed():
    with open(staff.TRANSCRIPTION.parent / "not_reproduced.csv", encoding="utf-8", newline="") as file:
        return {(row["where"], row["measure"], row["part"]): row for row in csv.DictReader(file)}


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """Every figure that stands on a page of the edition."""
    read = Figures()
    for path in made("herefordshire", printed.DECEMBER, tmp_path_factory).glob("*.html"):
        read.feed(path.read_text(encoding="utf-8"))
    return read


def told(cell):
    return cell.where, cell.measure, cell.part


def test_every_number_of_the_tables_and_of_the_commentary_is_looked_up():
    numbers = [row[column] for table, columns in (("workforce", printed.STAFF), ("establishment", printed.POSTS)) for row in staff.read(table)
               for column in columns if row[column]]

    assert len(printed.cells()) == len(numbers) + sum(row["part"] not in (printed.ANALYST, printed.STORY) for row in staff.read("stated")) == 328
    assert len(staff.read("stated")) == 102


def test_every_number_is_reproduced_but_for_those_listed(rows, lines, listed):
    differing = {told(cell): printed.ours(cell, rows, lines) for cell in printed.cells()
                 if printed.ours(cell, rows, lines) != float(cell.printed)}

    assert differing == {place: float(row["ours"]) for place, row in listed.items()}


def test_every_number_listed_says_which_of_the_documents_own_figures_it_contradicts(listed):
    assert all(len(row["reason"].split()) > 8 for row in listed.values())


def test_the_peaks_are_in_the_months_that_the_document_names(rows):
    peaks = {measure: rows[measure, "", "", "in_month", printed.DECEMBER].peak_month for measure in ("contacts", "contacts_progressed_to_referral")}

    assert set(peaks.values()) == {"2014-07"}


def test_what_no_measure_gives_stays_the_analysts_words_in_the_commentary():
    words = " ".join(path.read_text(encoding="utf-8") for path in COMMENTARY.glob("*.md"))
    stated = [row["printed"] for row in staff.read("stated") if row["part"] == printed.ANALYST]

    assert len(stated) == 17
    assert [number for number in stated if not re.search(rf"(?<![\d.]){re.escape(number)}(?![\d]|\.\d)", words)] == []


def test_every_file_of_the_commentary_belongs_to_a_topic_and_is_short():
    topics = {topic.key for area in service_areas.AREAS for topic in service_areas.topics(area)}
    files = list(COMMENTARY.glob("*.md"))

    assert {path.stem for path in files} <= topics
    assert all(len(path.read_text(encoding="utf-8").split()) < 90 for path in files)


def test_nothing_is_wrong_with_the_returns(stages):
    assert stages.findings.empty


def test_a_drafted_sentence_says_the_changes_that_the_document_states(stages):
    drafted = "".join(narrative.topic(stages.compared, topic, stages.settings) for area in service_areas.AREAS for topic in service_areas.topics(area))
    read = Figures()
    read.feed(drafted)

    changes = {(cell.measure, cell.part): cell for cell in printed.cells() if cell.part in printed.DERIVED or "change" in cell.part}

    assert set(changes) == CHANGES_SAID | UNSAID
    for measure, part in CHANGES_SAID:
        row = printed.by_key(stages.compared)[changes[measure, part].key]
        assert (measure, getattr(row, printed.DERIVED[part])) in {(sources[0].split("@")[0], value) for sources, value in read.derived}
    assert all(words in re.sub("<[^>]*>", "", drafted) for words in (
        "It is 43.64% below its peak in July, 747.", "It is 37.10% lower than at the end of April, 248.",
        "Of these, 28 took 11 to 15 working days, 9 took 16 to 21 working days and 1 took 22 working days or more."))


def test_every_printed_figure_stands_on_a_page(rows, lines, pages):
    figures = [cell for cell in printed.cells() if cell.part in ("value", "numerator", *printed.COMPARATORS) and printed.ours(cell, rows, lines) is not None]

    missing = [cell for cell in figures if not stands(cell, rows, pages)]

    assert [cell.where for cell in missing] in ([], [A_YEAR_BEFORE])


def stands(cell, rows, pages):
    """Whether a page shows that figure. The document's tables of September stand on it as those of December, when the same staff were in post."""
    if cell.part in printed.COMPARATORS:
        return any((key[0], key[5]) == (cell.measure, cell.part) for key in pages.found)
    months = {cell.month, printed.DECEMBER if cell.month == printed.SEPTEMBER else cell.month}
    return any(pages.found.get((cell.measure, cell.category, cell.basis, month, cell.part, "")) == getattr(rows[cell.key], cell.part) for month in months) \
        or is_blank(cell, rows)


def is_blank(cell, rows):
    """Whether nobody is in post there, which the table of staff leaves blank as the document does."""
    everyone = rows.get(("workforce_fte", *cell.key[1:]))
    return cell.measure in printed.STAFF.values() and everyone is not None and everyone.value == 0
