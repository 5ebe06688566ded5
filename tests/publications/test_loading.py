"""Loading: all files at once, in any order, twice, one after another; and what is said when files cannot be used."""

import random
from datetime import date

import openpyxl
import pandas as pd
import pytest

from lib import publications
from lib.errors import Refused
from lib.publications import tables
from tests.publications import downloads
from tests.publications.downloads import cell, load, said

LINES = [(2024, "372", "2,672", "22.0"), (2024, "884", "u", "u"), (2024, "982", "62800", "20.7"), (2024, "970", "621880", "22.4")]
PLAIN = [(2024, "372", "2672", "22.0"), *LINES[1:]]


def test_the_cuts_of_all_files_give_the_rows_of_the_committed_tables(cuts, tmp_path):
    loaded, committed = load(tmp_path / "reference", *cuts), tables.read()

    for name in ("authorities", "items", "values", "neighbours", "judgements", "populations", "restatements"):
        here, there = loaded.tables[name], committed[name]
        key = list(tables.TABLES[name].key)
        both = here.merge(there, on=key, suffixes=("", "_there"))
        differing = [column for column in here if column not in key and (both[column] != both[f"{column}_there"]).any()]
        assert (name, len(both), [column for column in differing if column != "ons_before"]) == (name, len(here), [])


def test_loading_all_files_again_changes_nothing(cuts, tmp_path):
    load(tmp_path / "reference", *cuts)
    before = {path: path.read_bytes() for path in (tmp_path / "reference").rglob("*.csv")}

    again = load(tmp_path / "reference", *cuts)

    assert not again.changed
    assert {path: path.read_bytes() for path in (tmp_path / "reference").rglob("*.csv")} == before


@pytest.mark.parametrize("seed", range(2))
def test_the_order_of_loading_makes_no_difference(cuts, tmp_path, seed):
    first = [path for path in cuts if path.name.startswith(("la_code", "lait_data", "ons"))]       # they say who the authorities are, and what the items
    others = [path for path in cuts if path not in first]
    random.Random(seed).shuffle(others)
    at_once = load(tmp_path / "at_once", *cuts)

    load(tmp_path / "one_by_one", *first)
    for path in others:
        last = load(tmp_path / "one_by_one", path)

    assert tables.files(last.tables) == tables.files(at_once.tables)


def test_every_row_read_is_used_or_set_aside_for_a_reason(cuts, tmp_path):
    loaded = load(tmp_path / "reference", *cuts)

    tool = next(each for each in loaded.publications if each.kind.key == "lait")
    assert tool.rows[0].reason.value_counts().to_dict() == {"": 846, "not of children's social care": 6}


def test_the_edition_of_2024_alone_gives_its_own_count_and_rate(cuts, tmp_path):
    known = [path for path in cuts if path.name in ("la_code_list.xlsx", "lait_data_dictionary.csv")]

    alone = load(tmp_path / "reference", *known, next(path for path in cuts if path.name.startswith("c1") and "2024" in path.name))

    assert cell(alone, "CPP_Total_NumRef", 2024, "372") == ("2672", "", "referrals-2024")
    assert cell(alone, "CPP_Total_Rateper10,000", 2024, "372") == ("459.9", "", "referrals-2024")


def test_a_newer_table_restates_the_rate_of_2024(cuts, tmp_path):
    loaded = load(tmp_path / "reference", *cuts)

    restated = loaded.tables["restatements"]
    rate = restated[(restated["item"] == "CPP_Total_Rateper10,000") & (restated.authority == "372") & (restated.year == "2024")]
    assert cell(loaded, "CPP_Total_Rateper10,000", 2024, "372") == ("457.2", "", "lait-2025")
    assert rate[["was", "is", "was_source", "is_source"]].to_numpy().tolist() == [["459.9", "457.2", "referrals-2024", "lait-2025"]]


def test_an_edition_that_dropped_its_rate_has_it_made_again_of_the_count(folder, tmp_path):
    referrals = downloads.statistics(tmp_path / "c1.csv", [(2025, "372", "2909", "22.4")])
    estimates = downloads.statistics(tmp_path / "ons.csv", [(2024, "372", "Children aged 0 to 17 years", "59526")], ("age_group", "population_estimate"))

    load(folder, referrals)
    loaded = load(folder, estimates)

    value, origin, source = cell(loaded, "CPP_Total_Rateper10,000", 2025, "372", "value", "origin", "source")
    assert (round(float(value), 1), origin, source) == (488.7, "recomputed", "referrals-2025")


def test_a_file_that_changes_figures_of_an_edition_held_says_so(folder, tmp_path):
    load(folder, downloads.statistics(tmp_path / "first.csv", PLAIN))

    again = load(folder, downloads.statistics(tmp_path / "second.csv", [(2024, "372", "2680", "22.0"), *PLAIN[1:]]))

    assert cell(again, "CPP_Total_NumRef", 2024, "372") == ("2680", "", "referrals-2024")
    assert said(again, "warning") == [
        "second.csv: 1 figure differs from what is held of its own edition, referrals-2024. Expected a newer edition, or the publisher's correction of this "
        "one. Those of this file are now held; if it is the older copy, load the newer one again."]


def test_two_files_of_one_edition_that_contradict_each_other_are_both_set_aside(folder, tmp_path):
    paths = [downloads.statistics(tmp_path / "a.csv", PLAIN), downloads.statistics(tmp_path / "b.csv", [(2024, "372", "2680", "22.0"), *PLAIN[1:]])]

    loaded = load(folder, *paths)

    assert not loaded.changed
    assert said(loaded, "error") == [
        "a.csv: it is of the same edition as b.csv, and 1 figure differs. Expected one file of an edition. Nothing was read from any of them; load the one "
        "that was published last.",
        "b.csv: it is of the same edition as a.csv, and 1 figure differs. Expected one file of an edition. Nothing was read from any of them; load the one "
        "that was published last."]


def test_the_same_file_under_two_names_is_read_once(folder, tmp_path):
    loaded = load(folder, downloads.statistics(tmp_path / "a.csv", PLAIN), downloads.statistics(tmp_path / "b.csv", PLAIN))

    assert said(loaded, "error") == []
    assert not load(folder, tmp_path / "b.csv").changed


def test_nothing_is_written_when_files_are_only_checked(folder, tmp_path):
    loaded = load(folder, downloads.statistics(tmp_path / "c1.csv", PLAIN), write=False)

    assert loaded.changed
    assert not list((folder / "values").glob("*.csv"))


def test_a_load_of_nothing_that_is_known_is_refused(folder, tmp_path):
    paths = [downloads.text(tmp_path / "a.csv", [["name", "shoe size"], ["x", 43]]), downloads.text(tmp_path / "b.csv", [["x"]])]

    with pytest.raises(Refused) as refusal:
        load(folder, *paths)

    assert str(refusal.value).startswith("a.csv: no sheet has the headings of a publication that is read here, within its first 20 rows. Expected")
    assert str(refusal.value).endswith("Nor was any of the others read: b.csv.")


def test_a_second_sheet_with_the_same_headings_is_said(cuts, tmp_path):
    path = next(each for each in cuts if each.name.startswith("la_code"))
    book = openpyxl.load_workbook(path)
    book.copy_worksheet(book.active).title = "Copy"
    book.save(path)

    loaded = load(tmp_path / "reference", path)

    assert said(loaded, "error") == [
        'la_code_list.xlsx, sheet "Copy": the sheet has the headings of one before it. Expected one sheet of figures a file. Nothing was read from it; save it as a '
        "workbook of its own if it holds figures, and load that too."]


def test_statistics_of_no_year_are_refused(folder, tmp_path):
    with pytest.raises(Refused) as refusal:
        load(folder, downloads.statistics(tmp_path / "c1.csv", [("Total", "372", "2672", "22.0")]))

    assert str(refusal.value) == ("c1.csv: no row has a year in the column time_period. Expected a year such as 2025, or 202425 for one that spans two. Nothing was read "
                                  "from it; download it again and run again.")


def test_no_file_is_refused(folder):
    with pytest.raises(Refused) as refusal:
        load(folder)

    assert str(refusal.value) == "reference: there is no file. Expected the publishers' files, as downloaded. Name the files, or a folder that holds them."


def test_a_file_that_is_not_known_leaves_the_others_loaded(folder, tmp_path):
    loaded = load(folder, downloads.statistics(tmp_path / "c1.csv", PLAIN), downloads.text(tmp_path / "shoes.csv", [["name", "shoe size"]]))

    assert [(each.severity, each.file, each.rule) for each in loaded.findings.itertuples() if each.severity == "error"] == [("error", "shoes.csv", "file not read")]
    assert cell(loaded, "CPP_Total_NumRef", 2024, "372")[0] == "2672"


def test_a_source_keeps_the_day_on_which_it_last_changed_anything(folder, tmp_path):
    path = downloads.statistics(tmp_path / "c1.csv", PLAIN)
    load(folder, path)

    again = publications.load([path], today=date(2027, 1, 1), folder=folder)

    assert again.tables["sources"].loaded.tolist() == ["2026-11-28"]


def test_the_frames_held_are_left_as_they_were(folder, tmp_path):
    before = tables.read(folder)
    loaded = load(folder, downloads.statistics(tmp_path / "c1.csv", PLAIN))

    for name, frame in before.items():
        pd.testing.assert_frame_equal(loaded.held[name], frame)


def test_an_authority_that_nobody_knew_is_held_and_told_of(tmp_path):
    load(tmp_path / "reference", downloads.statistics(tmp_path / "first.csv", LINES))

    loaded = load(tmp_path / "reference", downloads.statistics(tmp_path / "second.csv", [*[(2025, *line[1:]) for line in LINES], (2025, "999", "100", "20.0")]))

    assert said(loaded)[-1] == ("second.csv: Council 999 (999) is none of those held. Expected the authorities of data/reference/authorities.csv. "
                                "It is now held; if its code is mistyped, correct the file and take its rows out of the tables.")


def test_a_file_of_headings_alone_is_not_read(tmp_path):
    with pytest.raises(Refused) as refused:
        load(tmp_path / "reference", downloads.statistics(tmp_path / "c1.csv", []))

    assert str(refused.value) == ("c1.csv: it has the headings of Referrals and re-referrals and no row. Expected rows of figures. "
                                  "Download it again, whole, and load that.")
