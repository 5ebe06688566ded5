import csv
import tomllib
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
AUTHORITY = HERE.parents[1] / "data" / "authorities" / "rotherham"
SETTINGS = AUTHORITY / "settings" / "2015-04"
COMMENTARY = AUTHORITY / "commentary" / "2015-12"

NUMBERS = {"": set(), "at_least": {"green", "amber"}, "at_most": {"green", "amber"}, "band": {"centre", "green", "amber"},
           "limits": {"low", "high", "amber"}}
GOOD_IS = {"Info": "neither", "High": "high", "Low": "low", "Within Limits": "within limits"}
COLOURS_THAT_BREAK_THEIR_OWN_RULE = {"6.7": ("Amber", "Green"), "9.2": ("Green", "Amber"), "12.1": ("Amber", "Red")}


def read(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def lines():
    return read(SETTINGS / "lines.csv")


@pytest.fixture(scope="module")
def scorecard():
    return read(HERE / "transcription" / "measures.csv")


def colour(line, value):
    """The colour a value has by a line's thresholds, worked out apart from the program that publishes it."""
    numbers = {column: float(line[column]) for column in NUMBERS[line["target"]]}
    green, amber = numbers.get("green"), numbers["amber"]
    if line["target"] == "at_least":
        return "Green" if value >= green else "Amber" if value >= amber else "Red"
    if line["target"] == "limits":
        green, amber = numbers["high"], numbers["high"] * (1 + amber / 100)
    if line["target"] == "band":
        value = abs(value - numbers["centre"])
    return "Green" if value <= green else "Amber" if value <= amber else "Red"


def test_there_is_a_line_for_each_of_the_75_codes_in_the_printed_order(lines, scorecard):
    assert len(lines) == 75
    assert [line["code"] for line in lines] == [row["code"] for row in scorecard]


def test_a_line_is_the_measure_basis_and_category_the_transcription_names(lines, scorecard):
    identity = ("code", "measure", "basis", "breakdown", "category")

    assert [[line[column] for column in identity] for line in lines] == [[row[column] for column in identity] for row in scorecard]


def test_titles_and_lines_are_each_unlike_any_other(lines):
    assert len({line["title"] for line in lines}) == 75
    assert len({(line["measure"], line["basis"], line["category"]) for line in lines}) == 75


def test_every_target_has_the_numbers_its_shape_needs_and_no_others(lines):
    for line in lines:
        filled = {column for column in ("green", "amber", "centre", "low", "high") if line[column]}

        assert filled == NUMBERS[line["target"]], line["code"]
        assert all(float(line[column]) >= 0 for column in filled), line["code"]


def test_amber_is_further_from_good_than_green(lines):
    for line in lines:
        if line["target"] in ("at_least", "at_most", "band"):
            assert (float(line["green"]) > float(line["amber"])) == (line["target"] == "at_least"), line["code"]


def test_a_polarity_is_overridden_only_by_the_one_printed(lines, scorecard):
    overridden = {line["code"]: line["good_is"] for line in lines if line["good_is"]}
    stated = {row["code"]: GOOD_IS[row["polarity"]] for row in scorecard}

    assert overridden == {code: stated[code] for code in overridden}
    assert sorted(overridden, key=lambda code: [float(part) for part in code.split(".")]) == [
        "2.3", "2.4", "4.4", "4.5", "4.6", "4.7", "6.5", "6.6", "6.7", "7.4", "11.3", "11.4", "11.5", "11.6", "11.7", "11.8", "11.9"]


def test_the_year_to_date_is_judged_where_the_colour_is_marked_so(lines, scorecard):
    judged = [line["code"] for line in lines if line["judged"] == "year_to_date"]

    assert judged == [row["code"] for row in scorecard if row["rag_basis"] == "YTD"]


def test_judging_the_printed_values_gives_the_41_printed_colours_but_three(lines, scorecard):
    by_code = {line["code"]: line for line in lines}
    coloured = [row for row in scorecard if row["rag"] in ("Red", "Amber", "Green")]

    judged = {row["code"]: colour(by_code[row["code"]], float(row["ytd" if row["rag_basis"] == "YTD" else "dec_15"])) for row in coloured}
    differing = {row["code"]: (row["rag"], judged[row["code"]]) for row in coloured if row["rag"] != judged[row["code"]]}

    assert len(coloured) == 41
    assert differing == COLOURS_THAT_BREAK_THEIR_OWN_RULE


def test_a_year_to_date_or_a_past_year_is_shown_where_one_is_printed(lines, scorecard):
    for line, row in zip(lines, scorecard):
        past = {row["y2013_14"], row["y2014_15"]} - {"", "n/a"}

        assert bool(line["year_to_date"]) == bool(row["ytd"]), line["code"]
        assert bool(line["past_years"]) == bool(past), line["code"]


def test_only_reviews_of_children_looked_after_show_another_measure_in_those_columns(lines):
    others = {line["code"]: (line["year_to_date"], line["past_years"]) for line in lines
              if {line["year_to_date"], line["past_years"]} - {"", "yes"}}

    assert others == {"7.6": ("lac_all_reviews_in_time_percent", "lac_all_reviews_in_time_percent")}


def test_the_population_reproduces_most_printed_pairs_of_a_count_and_its_rate(scorecard):
    population = tomllib.loads((SETTINGS / "settings.toml").read_text(encoding="utf-8"))["population"]["children_0_17"]
    row = {row["code"]: row for row in scorecard}
    pairs = [("5.2", "5.3"), ("6.1", "6.5"), ("6.2b", "6.3"), ("7.1", "7.2"), ("4.2", "4.3")]

    off = [(rate, column) for count, rate in pairs for column in ("oct_15", "nov_15", "dec_15")
           if abs(float(row[count][column]) / population * 10_000 - float(row[rate][column])) > 0.0501]

    assert off == [("5.3", "dec_15")]


def test_every_topic_page_has_its_words_in_two_to_five_sentences():
    topics = [row["topic"] for row in read(HERE / "transcription" / "topics.csv")]
    words = {path.stem: path.read_text(encoding="utf-8") for path in COMMENTARY.glob("*.md")}

    assert sorted(words) == sorted(topics)
    assert {topic for topic, text in words.items() if not 2 <= text.replace("\n", " ").count(". ") <= 5} == set()


def test_the_board_record_is_final_issue_two():
    board = tomllib.loads((COMMENTARY / "board.toml").read_text(encoding="utf-8"))

    assert board == {"status": "final", "issue": 2, "extracted": "2016-01-18"}


def test_the_authority_is_marked_as_a_worked_example_with_a_role_to_contact():
    authority = tomllib.loads((AUTHORITY / "authority.toml").read_text(encoding="utf-8"))

    assert authority["banner"].startswith("A worked example")
    assert authority["contact"] == "Performance assurance manager, children's social care"
    assert authority["codes"] == {"la": "372", "ons": "E08000018"}
