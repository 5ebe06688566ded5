"""The analyst's own words: shown as theirs, harmless, and never lost unnoticed."""

import pytest

from lib import commentary, service_areas
from lib.errors import Refused
from tests import rows

TOPICS = ", ".join(topic.key for area in service_areas.AREAS for topic in service_areas.topics(area))


@pytest.fixture
def council(tmp_path):
    council = rows.council(home=tmp_path)
    council.commentary_folder.mkdir(parents=True)
    return council


def write(council, name, words, encoding="utf-8"):
    (council.commentary_folder / name).write_text(words, encoding=encoding)


def test_the_analysts_words_are_shown_as_theirs(council):
    write(council, "contacts.md", "Contacts rose **again**.\n\nWe do not know why.\n")

    shown = rows.parsed(commentary.words(council, "contacts")).div

    assert shown["data-words"] == "analyst"
    assert [paragraph.text for paragraph in shown.find_all("p")] == ["Analyst's commentary, December 2015", "Contacts rose again.", "We do not know why."]
    assert (shown.p["class"], shown.strong.text) == (["attribution"], "again")


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "<script>\nalert(1)\n</script>\n\nMore.", "So <img src=x onerror=alert(1)> it is.",
                                   "[this](javascript:alert(1))", "<a href='javascript:alert(1)'>this</a>"])
def test_nothing_that_runs_survives(council, words):
    write(council, "contacts.md", words)

    shown = rows.parsed(commentary.words(council, "contacts"))

    assert shown.find_all(["script", "img"]) == []
    assert not [link for link in shown.find_all("a") if "javascript" in link["href"]]


def test_signs_are_shown_as_they_were_typed(council):
    write(council, "contacts.md", "Q&A: under 5 < 10, \"as said\", and `a < b & c`.")

    shown = rows.parsed(commentary.words(council, "contacts"))

    assert shown.find_all("p")[1].text == 'Q&A: under 5 < 10, "as said", and a < b & c.'


def test_quotations_and_tables_are_understood(council):
    write(council, "contacts.md", "> A child said so.\n\n| Team | Cases |\n|---|---|\n| Duty | 3 |\n")

    shown = rows.parsed(commentary.words(council, "contacts"))

    assert shown.blockquote.text.strip() == "A child said so."
    assert [cell.text for cell in shown.find_all("td")] == ["Duty", "3"]


def test_a_file_saved_by_notepad_reads_as_any_other(council):
    write(council, "contacts.md", "Contacts rose.", encoding="utf-8-sig")

    assert rows.parsed(commentary.words(council, "contacts")).find_all("p")[1].text == "Contacts rose."


@pytest.mark.parametrize("words", [None, "", " \n\n"], ids=["no file", "an empty file", "blanks"])
def test_where_there_are_no_words_there_is_an_invitation_to_write_them(council, words):
    if words is not None:
        write(council, "contacts.md", words)

    shown = rows.parsed(commentary.words(council, "contacts")).p

    assert shown["class"] == ["invitation"]
    assert shown.text == "No commentary from the analyst yet. Write it in commentary/2015-12/contacts.md and run again."


def test_a_final_edition_says_nothing_where_there_are_no_words(council):
    write(council, "board.toml", 'status = "final"')

    assert commentary.words(council, "contacts") == ""


def test_every_file_of_a_topic_is_no_finding(council):
    for topic in TOPICS.split(", "):
        write(council, f"{topic}.md", "Words.")

    assert commentary.findings(council) == []


def test_a_misspelt_file_is_a_finding_that_names_the_topic_it_may_mean(council):
    write(council, "contact.md", "Words.")

    finding, = commentary.findings(council)

    assert (finding.severity, finding.rule) == ("warning", "commentary of no topic")
    assert str(finding) == (f'commentary/2015-12/contact.md: "contact" is no topic. Expected one of {TOPICS}. Rename the file; its words are not shown. '
                            "Did you mean contacts?")


def test_an_authority_without_commentary_has_no_findings_and_a_draft():
    council = rows.council()

    assert commentary.findings(council) == []
    assert commentary.board(council) == {"status": "draft", "issue": 1, "extracted": ""}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_the_board_file_says_status_issue_and_date(council, encoding):
    write(council, "board.toml", 'status = "final"\nissue = 2\nextracted = 2016-01-18\n', encoding)

    assert commentary.board(council) == {"status": "final", "issue": 2, "extracted": "2016-01-18"}


def test_an_edition_is_final_only_when_it_is_said_to_be_and_a_misspelt_status_is_a_finding(council):
    write(council, "board.toml", 'status = "finall"')

    finding, = commentary.findings(council)

    assert commentary.board(council)["status"] == "draft"
    assert str(finding) == ('commentary/2015-12/board.toml: "finall" is no status. Expected one of draft, final. Correct it; until then the edition is a draft. '
                            "Did you mean final?")


def test_a_board_file_that_cannot_be_read_is_refused_with_its_line(council):
    write(council, "board.toml", "status = final")

    with pytest.raises(Refused) as refused:
        commentary.board(council)

    assert str(refused.value) == ("2015-12/board.toml: the file cannot be read: Invalid value (at line 1, column 10). Expected TOML in UTF-8, a line a "
                                  'setting such as name = "words". Correct it and run again.')
