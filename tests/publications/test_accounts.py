"""What a load prints: each file's rows, what is new, and the figures that moved from what to what."""

import pytest

from lib.publications import accounts
from tests.publications import downloads
from tests.publications.downloads import load

OTHERS = [("884", "u", "u"), ("982", "62800", "20.7"), ("970", "621880", "22.4")]


def edition(tmp_path, name, year, figures, more=()):
    """An edition of referrals up to a year, with Rotherham's count and share of 2024."""
    years = [(2024, "372", *figures), *((2024, *row) for row in OTHERS)]
    return downloads.statistics(tmp_path / name, [*years, *((year, *row) for row in more)])


@pytest.fixture
def next_edition(folder, tmp_path):
    load(folder, edition(tmp_path, "c1_2024.csv", 2024, ("2672", "22.0")))
    return load(folder, edition(tmp_path, "c1_2025.csv", 2025, ("2680", "22.4"), [("372", "2909", "21.5"), *OTHERS]))


def test_a_file_is_named_with_its_edition_its_years_and_how_its_rows_were_used(next_edition):
    assert accounts.files(next_edition).to_numpy().tolist() == [["c1_2025.csv", "Referrals and re-referrals", "2025", "2024 to 2025", 8, 8, 0, ""]]


def test_rows_set_aside_have_their_reasons(folder, tmp_path):
    path = edition(tmp_path, "c1.csv", 2024, ("2672", "22.0"))
    path.write_text(path.read_text(encoding="utf-8") + "Source: DfE\n", encoding="utf-8")

    row = accounts.files(load(folder, path)).iloc[0]

    assert (row["read"], row.used, row.set_aside, row.why) == (5, 4, 1, "1 text under or between the figures")


def test_figures_that_a_newer_edition_changed_are_listed_largest_first(next_edition):
    assert accounts.moves(next_edition).to_numpy().tolist() == [
        ["CPP_Total_NumRef", "Referrals", "referrals-2024", "referrals-2025", 1, "Rotherham 2024: 2672 to 2680"],
        ["ReReferral", "Re-referrals", "referrals-2024", "referrals-2025", 1, "Rotherham 2024: 22 to 22.4"]]


def test_figures_that_were_taken_back_come_first(folder, tmp_path):
    load(folder, edition(tmp_path, "c1_2024.csv", 2024, ("2672", "22.0")))

    loaded = load(folder, edition(tmp_path, "c1_2025.csv", 2025, ("u", "u"), [("372", "2909", "21.5"), ("970", "632830", "22.6")]))

    assert accounts.moves(loaded).largest.tolist() == ["Rotherham 2024: 2672 to u", "Rotherham 2024: 22 to u"]


def test_figures_that_a_correction_changed_are_listed_too(folder, tmp_path):
    load(folder, edition(tmp_path, "c1.csv", 2024, ("2672", "22.0")))

    loaded = load(folder, edition(tmp_path, "corrected.csv", 2024, ("2680", "22.0")))

    assert accounts.moves(loaded).to_numpy().tolist() == [["CPP_Total_NumRef", "Referrals", "referrals-2024", "referrals-2024", 1, "Rotherham 2024: 2672 to 2680"]]


def test_estimates_that_ons_revised_are_listed_too(folder, tmp_path):
    columns = ("age_group", "population_estimate")
    load(folder, downloads.statistics(tmp_path / "older.csv", [(2023, "372", "0 to 17", "58100")], columns))

    loaded = load(folder, downloads.statistics(tmp_path / "newer.csv", [(2023, "372", "0 to 17", "58441"), (2024, "372", "0 to 17", "59526")], columns))

    assert accounts.moves(loaded).to_numpy().tolist() == [
        ["population_0_17", "Children aged 0 to 17, by mid-year", "ons-mid-year-2023", "ons-mid-year-2024", 1, "Rotherham 2023: 58100 to 58441"]]


def test_new_and_changed_rows_are_counted_by_table(next_edition):
    counted = accounts.news(next_edition).set_index("table")

    assert counted.loc["values"].tolist() == [18, 9, 2]
    assert counted.loc["neighbours"].tolist() == [0, 0, 0]


def test_a_restatement_that_a_newer_edition_leaves_as_it_is_is_not_told_again(folder, tmp_path):
    for year, count in ((2024, "2672"), (2025, "2680")):
        load(folder, edition(tmp_path, f"c1_{year}.csv", year, (count, "22.0"), [("372", "2909", "21.5")]))

    loaded = load(folder, edition(tmp_path, "c1_2026.csv", 2026, ("2680", "22.0"), [("372", "2950", "21.0")]))

    assert not len(accounts.moves(loaded))


@pytest.mark.parametrize("write, sentence", [(True, "data/reference has new tables."), (False, "data/reference would have new tables; nothing was written.")])
def test_what_became_of_the_tables_is_said(folder, tmp_path, write, sentence):
    loaded = load(folder, edition(tmp_path, "c1.csv", 2024, ("2672", "22.0")), write=write)

    assert accounts.outcome(loaded, not write) == sentence


def test_a_load_that_changes_nothing_says_so(folder, tmp_path):
    path = edition(tmp_path, "c1.csv", 2024, ("2672", "22.0"))
    load(folder, path)

    assert accounts.outcome(load(folder, path), False) == "Nothing of data/reference changes."
