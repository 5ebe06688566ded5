"""Settings in force at a month, from folders made for each test."""

import math

import pandas as pd
import pytest

from lib import authorities, settings
from lib.errors import Refused
from lib.settings import LINE_COLUMNS, OPTIONAL, POLICIES

BLANK = dict.fromkeys(LINE_COLUMNS, "")


@pytest.fixture
def council(tmp_path, monkeypatch):
    """An authority's folder in a project that holds no other."""
    monkeypatch.setattr(authorities, "PROJECT", tmp_path)
    home = authorities.folder() / "eastshire"
    home.mkdir(parents=True)
    (home / "authority.toml").write_text('name = "Eastshire"\n')
    return home


def keep(council, month, policies="", lines=()):
    """Saves settings that hold from a month."""
    folder = council / "settings" / month
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text(policies)
    pd.DataFrame([{**BLANK, **line} for line in lines], columns=LINE_COLUMNS).to_csv(folder / "lines.csv", index=False)
    return folder


def refusal(month="2015-12"):
    with pytest.raises(Refused) as refused:
        settings.in_force("eastshire", month)
    return str(refused.value)


def lines_of(council, *lines):
    keep(council, "2015-04", lines=lines)
    return settings.in_force("eastshire", "2015-12").lines


def test_settings_hold_from_their_month_until_the_next_ones(council):
    keep(council, "2014-04")
    keep(council, "2015-04")

    found = [settings.in_force("eastshire", month).folder.name for month in ("2014-04", "2015-03", "2015-04", "2016-01")]

    assert found == ["2014-04", "2014-04", "2015-04", "2015-04"]


def test_before_the_first_settings_a_month_is_refused(council):
    keep(council, "2015-04")

    assert refusal("2015-03") == ("eastshire's settings: none in force in March 2015. Expected a folder named for the first month it holds for, "
                                  "such as settings/2015-04. Add one with a settings.toml and a lines.csv.")


def test_without_policies_the_usual_ones_hold(council):
    keep(council, "2015-04")

    found = settings.in_force("eastshire", "2015-12")

    assert (found.travel_against, found.travel_tolerance, found.arrow, found.annualise, found.precedence) == ("previous_month", 0, "performance", False, ())
    assert found.views == ("scorecard",)
    assert math.isnan(found.population)


def test_policies_are_read_from_their_sections(council):
    keep(council, "2015-04", """
        [population]
        children_0_17 = 36100
        label = "mid-2014"
        from = "2015-04"
        [travel]
        against = "same_month_last_year"
        tolerance = 0.1
        arrow = "value"
        [rates]
        annualise_year_to_date = true
        [returns]
        precedence = ["teams.xlsx", "scorecard.xlsx"]
        [summary]
        views = ["dataset", "scorecard"]
        """)

    found = settings.in_force("eastshire", "2015-12")

    assert (found.population, found.population_label, found.population_from) == (36100, "mid-2014", "2015-04")
    assert (found.travel_against, found.travel_tolerance, found.arrow) == ("same_month_last_year", 0.1, "value")
    assert (found.annualise, found.precedence) == (True, ("teams.xlsx", "scorecard.xlsx"))
    assert found.views == ("dataset", "scorecard")


def test_every_problem_of_the_policies_is_told_at_once(council):
    keep(council, "2015-04", """
        arrow = "value"
        [population]
        children_0_17 = "36,100"
        from = "2015/04"
        [travel]
        against = "previous month"
        tolerence = 0.1
        [rates]
        annualise_year_to_date = "no"
        [returns]
        precedence = "scorecard.xlsx"
        """)

    assert refusal() == (
        'eastshire/settings/2015-04/settings.toml: there is no setting "arrow".; '
        'population.children_0_17 "36,100" is not a number; population.from "2015/04" is not a month such as "2015-04"; '
        'travel.against "previous month" is none of previous_month, same_month_last_year. Did you mean previous_month?; '
        'there is no setting "travel.tolerence". Did you mean travel.tolerance?; '
        'rates.annualise_year_to_date "no" is not true or false; returns.precedence "scorecard.xlsx" is not a list of names. '
        f"Expected these settings and no others: {', '.join(POLICIES)}, and complete_from with a month for each list by its key. "
        "Correct the file and run again.")


@pytest.mark.parametrize("said", ['"dataset"', "[]", '["datasets"]', '["dataset", "dataset"]', "[1]"],
                         ids=["no list", "none", "unknown", "twice", "a number"])
def test_views_that_the_front_page_cannot_show_are_refused(council, said):
    keep(council, "2015-04", f"[summary]\nviews = {said}")

    assert "is not a list, in their order, of one or more of scorecard, cards, dataset, agencies, workforce. Expected these settings" in refusal()


def test_the_first_month_that_a_list_is_complete_for_is_read_by_the_lists_key(council):
    keep(council, "2015-04", """
        [complete_from]
        contacts = "2014-04"
        placement_nights = "2015-04"
        """)

    assert settings.in_force("eastshire", "2015-12").complete_from == {"contacts": "2014-04", "placement_nights": "2015-04"}


def test_a_window_of_an_unknown_list_or_from_no_month_is_refused_with_the_nearest(council):
    keep(council, "2015-04", """
        [complete_from]
        contact = "2014-04"
        referrals = "April 2014"
        """)

    assert refusal() == (
        'eastshire/settings/2015-04/settings.toml: there is no list "contact". Did you mean contacts?; '
        'complete_from.referrals "April 2014" is not a month such as "2015-04". '
        f"Expected these settings and no others: {', '.join(POLICIES)}, and complete_from with a month for each list by its key. "
        "Correct the file and run again.")


def test_policies_that_are_not_toml_are_refused_with_their_line(council):
    keep(council, "2015-04", "[travel]\narrow = value\n")

    assert refusal() == ("2015-04/settings.toml: the file cannot be read: Invalid value (at line 2, column 9). "
                         'Expected TOML in UTF-8, a line a setting such as name = "words". Correct it and run again.')


def test_every_problem_of_the_lines_is_told_at_once(council):
    keep(council, "2015-04", lines=[
        dict(code="1", measure="contacs"),
        dict(code="1", measure="contacts", basis="monthly", good_is="up"),
        dict(code="3", measure="contacts", judged="ytd", target="at most"),
        dict(code="4", measure="contacts", target="at_least", green="90%", year_to_date="all"),
    ])

    assert refusal() == (
        'eastshire/settings/2015-04/lines.csv: row 2: no measure "contacs". Did you mean contacts?; '
        'row 3: column basis "monthly" is none of in_month, month_end, year_to_date, rolling_12, financial_year; '
        'row 3: good is "up", none of high, low, within limits, neither; '
        'row 4: column judged "ytd" is none of in_month, month_end, year_to_date, rolling_12, financial_year; '
        'row 4: target "at most" is none of at_least, at_most, band, limits; '
        'row 5: column green "90%" is no number; row 5: column amber "" is no number; '
        'row 5: column year_to_date names no measure "all"; code "1" stands 2 times. '
        "Expected a line a row, each of a declared measure. Correct the file and run again.")


def test_a_column_that_is_missing_is_named(council):
    folder = keep(council, "2015-04")
    (folder / "lines.csv").write_text("code,measure\n1,contacts\n")

    assert refusal() == ("eastshire/settings/2015-04/lines.csv: no column section, title, breakdown, category, basis, good_is, target, green, amber, "
                         "centre, low, high, judged, year_to_date, past_years, note. Expected a line a row, each of a declared measure. "
                         "Correct the file and run again.")


def test_columns_for_some_views_may_be_left_out_and_are_empty_then(council):
    folder = keep(council, "2015-04", lines=[dict(code="1", measure="contacts", chart="yes", meaning="Who calls", guidance="Look at why")])
    path = folder / "lines.csv"
    given = settings.in_force("eastshire", "2015-12").lines.iloc[0]
    pd.read_csv(path, dtype=str).drop(columns=list(OPTIONAL)).to_csv(path, index=False)

    left_out = settings.in_force("eastshire", "2015-12").lines.iloc[0]

    assert tuple(given[list(OPTIONAL)]) == ("yes", "Who calls", "Look at why")
    assert tuple(left_out[list(OPTIONAL)]) == ("", "", "")


def test_a_chart_is_asked_for_with_yes(council):
    keep(council, "2015-04", lines=[dict(code="1", measure="contacts", chart="no")])

    assert 'lines.csv: row 2: chart "no" is neither yes nor blank. Expected a line a row' in refusal()


def test_lines_may_be_saved_by_excel_in_windows_1252(council):
    path = keep(council, "2015-04", lines=[dict(measure="contacts", title="Contacts – at the children’s front door")]) / "lines.csv"
    path.write_bytes(path.read_text(encoding="utf-8").encode("cp1252"))

    assert settings.in_force("eastshire", "2015-12").lines.title.tolist() == ["Contacts – at the children’s front door"]


@pytest.mark.parametrize(("content", "found"), [
    ("", "No columns to parse from file"),
    ("code,measure\n2.1,contacts\n2.2,contacts,1,2\n", "Error tokenizing data. C error: Expected 2 fields in line 3, saw 4"),
])
def test_lines_that_are_no_table_are_refused(council, content, found):
    (keep(council, "2015-04") / "lines.csv").write_text(content, encoding="utf-8")

    assert refusal() == (f"eastshire/settings/2015-04/lines.csv: the file cannot be read ({found}). "
                         "Expected a CSV file with a heading over every column. Correct the file and run again.")


def test_lines_keep_the_file_s_order(council):
    table = lines_of(council, dict(code="2", measure="referrals"), dict(code="10", measure="contacts"), dict(code="1", measure="children_in_need"))

    assert table.code.tolist() == ["2", "10", "1"]


def test_blanks_are_filled_from_the_measure(council):
    line, = lines_of(council, dict(code="1", measure="rereferrals_percent")).itertuples()

    assert (line.basis, line.judged, line.good_is) == ("in_month", "in_month", "low")


def test_a_line_overrides_its_measure_and_is_judged_on_its_own_basis(council):
    line, = lines_of(council, dict(code="1", measure="rereferrals_percent", basis="rolling_12", good_is="neither")).itertuples()

    assert (line.basis, line.judged, line.good_is) == ("rolling_12", "rolling_12", "neither")


def test_a_line_may_be_judged_on_another_basis_than_it_shows(council):
    line, = lines_of(council, dict(code="1", measure="rereferrals_percent", judged="year_to_date")).itertuples()

    assert (line.basis, line.judged) == ("in_month", "year_to_date")


def test_yes_stands_for_the_line_s_own_measure(council):
    line, = lines_of(council, dict(code="1", measure="referrals_rate", year_to_date="yes", past_years="referrals")).itertuples()

    assert (line.year_to_date, line.past_years) == ("referrals_rate", "referrals")


def test_thresholds_are_numbers_and_the_rest_is_missing(council):
    line, = lines_of(council, dict(code="7.10", measure="rereferrals_percent", target="at_most", green="23", amber="26.5")).itertuples()

    assert (line.code, line.green, line.amber) == ("7.10", 23.0, 26.5)
    assert math.isnan(line.centre)


def test_settings_without_lines_have_an_empty_scorecard(council):
    (keep(council, "2015-04") / "lines.csv").unlink()

    table = settings.in_force("eastshire", "2015-12").lines

    assert (len(table), table.columns.tolist()) == (0, list(LINE_COLUMNS))


def test_the_fingerprint_changes_with_any_file_of_the_settings(council):
    folder = keep(council, "2015-04")
    before = settings.in_force("eastshire", "2015-12").fingerprint

    (folder / "benchmarks.xlsx").write_bytes(b"another")

    assert settings.in_force("eastshire", "2015-12").fingerprint != before


def test_the_folders_of_the_month_are_the_authority_s(council):
    keep(council, "2015-04")

    found = settings.in_force("eastshire", "2015-12")

    assert (found.returns_folder, found.commentary_folder) == (council / "returns", council / "commentary" / "2015-12")
