"""Explore Education Statistics: any edition's columns, and what is said of rows and figures that cannot be used."""

import pytest

from tests.publications import downloads
from tests.publications.downloads import cell, geography, load, said

BOTH = [(2024, "884", "u", "u"), (2024, "982", "62800", "20.7"), (2024, "970", "621880", "22.4")]
ROTHERHAM = (2024, "372", "2672", "22.0")
ASIDE = "Ask the publisher or correct your copy of the file, and load it again."


def referrals(tmp_path, *rows, columns=downloads.REFERRALS, **said_of):
    return downloads.statistics(tmp_path / "c1.csv", [*rows, *BOTH], columns, **said_of)


@pytest.mark.parametrize("columns", [("Referrals", "Re_referrals_percent"), ("referral_count", "rereferral_percent"), ("REFERRAL COUNT", "rereferral-percent")])
def test_an_editions_own_names_of_columns_are_taken(folder, tmp_path, columns):
    loaded = load(folder, referrals(tmp_path, ROTHERHAM, columns=columns))

    assert cell(loaded, "CPP_Total_NumRef", 2024, "372") == ("2672", "", "referrals-2024")
    assert cell(loaded, "ReReferral", 2024, "372") == ("22", "", "referrals-2024")


def test_columns_may_stand_in_another_order(folder, tmp_path):
    opening = downloads.GEOGRAPHY[::-1]
    rows = [[*geography(*row[:2])[::-1], *row[2:]] for row in (ROTHERHAM, *BOTH)]

    loaded = load(folder, downloads.statistics(tmp_path / "c1.csv", rows, opening=opening))

    assert cell(loaded, "CPP_Total_NumRef", 2024, "372")[0] == "2672"


def test_a_symbol_is_kept_and_is_no_number(folder, tmp_path):
    loaded = load(folder, referrals(tmp_path, (2024, "372", "c", "LOW")))

    assert cell(loaded, "CPP_Total_NumRef", 2024, "372") == ("", "c", "referrals-2024")
    assert cell(loaded, "ReReferral", 2024, "372") == ("", "low", "referrals-2024")


def test_authorities_are_joined_by_code_whatever_they_are_called(folder, tmp_path):
    loaded = load(folder, referrals(tmp_path, ROTHERHAM, (2023, "884", "1800", "20")))

    assert cell(loaded, "CPP_Total_NumRef", 2023, "884")[0] == "1800"
    assert loaded.tables["authorities"].set_index("authority").name["884"] == "Herefordshire"


def test_an_authority_without_dfes_code_is_joined_by_onss(folder, tmp_path):
    row = [*geography(2024, "372"), "2672", "22.0"]
    row[7] = ""

    loaded = load(folder, referrals(tmp_path, row))

    assert cell(loaded, "CPP_Total_NumRef", 2024, "372")[0] == "2672"


def test_a_code_that_ons_gave_an_authority_before_is_kept(folder, tmp_path):
    loaded = load(folder, referrals(tmp_path, [*geography(2023, "825", "E10000002"), "9000", "20"], [*geography(2024, "825", "E06000060"), "9100", "20"], ROTHERHAM))

    council = loaded.tables["authorities"].set_index("authority").loc["825"]
    assert (council.ons, council.ons_before, council["name"], council.region) == ("E06000060", "E10000002", "Council 825", "982")


def test_a_year_that_spans_two_is_the_one_it_ends_in(folder, tmp_path):
    loaded = load(folder, referrals(tmp_path, (202324, "372", "2672", "22.0")))

    assert cell(loaded, "CPP_Total_NumRef", 2024, "372")[0] == "2672"


def test_a_thousands_separator_is_read_and_said(folder, tmp_path):
    loaded = load(folder, referrals(tmp_path, (2024, "372", "2,672", "22.0")))

    assert cell(loaded, "CPP_Total_NumRef", 2024, "372")[0] == "2672"
    assert said(loaded, "note")[0] == (
        'c1.csv, column "referral_count": 1 number has a thousands separator (row 2: "2,672"). Expected numbers such as 2672. Such are read as numbers.')


def test_a_footnote_and_blank_rows_are_no_figures(folder, tmp_path):
    path = referrals(tmp_path, ROTHERHAM)
    path.write_text(path.read_text(encoding="utf-8") + "\n,,,\nSource: children in need census 2024\n", encoding="utf-8")

    loaded = load(folder, path)

    rows = loaded.publications[0].rows[0]
    assert (len(rows.all), rows.reason.value_counts().to_dict()) == (5, {"": 4, "text under or between the figures": 1})
    assert said(loaded, "note")[0] == (
        'c1.csv: row 8 holds text and no figures ("Source: children in need census 2024"). Expected rows of figures alone. Nothing was read from it; see '
        "whether it says anything of the figures.")


def test_a_row_with_nothing_in_the_columns_that_are_read_is_said(folder, tmp_path):
    loaded = load(folder, referrals(tmp_path, ROTHERHAM, ["", "", "", "E92000001"]))

    assert said(loaded, "note")[0] == (
        "c1.csv: row 3 holds nothing in the columns that are read. Expected rows of figures alone. Nothing was read from it; see whether it says anything of the figures.")


def test_a_missing_authority_is_said_and_what_is_held_of_it_stands(folder, tmp_path):
    load(folder, referrals(tmp_path, ROTHERHAM))

    loaded = load(folder, downloads.statistics(tmp_path / "next.csv", [(2025, "884", "1900", "20"), *((2025, *row[1:]) for row in BOTH[1:])]))

    assert cell(loaded, "CPP_Total_NumRef", 2024, "372")[0] == "2672"
    assert said(loaded, "warning") == [
        'next.csv, column "old_la_code": there is no row of Rotherham (372) for 2025. Expected a row a year for every authority of England. What is held of it '
        "stands; see whether the publisher left it out. If it was ended or made since, lib/publications/reorganisations.py has to say so."]


def test_a_row_given_twice_with_the_same_figures_is_used_once(folder, tmp_path):
    loaded = load(folder, referrals(tmp_path, ROTHERHAM, ROTHERHAM))

    assert cell(loaded, "CPP_Total_NumRef", 2024, "372")[0] == "2672"
    assert loaded.publications[0].rows[0].reason.value_counts().to_dict() == {"": 4, "given twice": 1}
    assert said(loaded, "note")[-1] == ("c1.csv: 1 authority and year is given twice with the same figures (rows 2 and 3). Expected one row an authority and "
                                        "year. One of them is used.")


def test_a_row_given_twice_with_different_figures_is_used_neither_way(folder, tmp_path):
    loaded = load(folder, referrals(tmp_path, ROTHERHAM, (2024, "372", "2700", "23.0")))

    assert not len(loaded.tables["values"][loaded.tables["values"].authority == "372"])
    assert loaded.publications[0].rows[0].reason.value_counts().to_dict() == {"": 3, "given twice": 2}
    assert said(loaded, "error") == [
        "c1.csv: 1 authority and year is given twice with different figures (rows 2 and 3). Expected one row an authority and year. Neither is used, since "
        "nothing tells which is right, and what is held stands; correct your copy of the file and load it again."]


@pytest.mark.parametrize("figure, found", [("26 72", "1 figure is not a number"), ("n/k", "1 figure is not a number"), ("-9", "1 figure is negative")])
def test_what_is_neither_a_number_nor_a_symbol_is_an_error(folder, tmp_path, figure, found):
    loaded = load(folder, referrals(tmp_path, (2024, "372", figure, "22.0")))

    assert cell(loaded, "ReReferral", 2024, "372")[0] == "22"
    assert said(loaded, "error") == [
        f'c1.csv, column "referral_count": {found} (row 2: "{figure}"). Expected a number such as 2672 or 45.9, or a symbol that says why there is none (c z x low k u : ~ - ..). '
        "The cell is set aside; ask the publisher or correct your copy of the file, and load it again."]


def test_a_blank_figure_is_said(folder, tmp_path):
    loaded = load(folder, referrals(tmp_path, (2024, "372", "", "22.0")))

    assert said(loaded, "warning") == [
        'c1.csv, column "referral_count": 1 cell is blank (row 2). Expected a number such as 2672 or 45.9, or a symbol that says why there is none (c z x low k u : ~ - ..). '
        "Nothing was read there; what is held stands."]


def test_rows_that_name_no_authority_are_set_aside(folder, tmp_path):
    row = [*geography(2024, "37"), "5", "5"]

    loaded = load(folder, referrals(tmp_path, ROTHERHAM, row))

    assert said(loaded, "error") == [
        'c1.csv, column "old_la_code": row 3: no authority has the code "37". Expected DfE\'s code of an authority, a region or England, such as 372. '
        "Correct the code; or, if the authority is new, load a file that lists it (LAIT, or statistics that have its ONS code) and this one again."]


def test_two_codes_of_different_authorities_are_not_believed(folder, tmp_path):
    loaded = load(folder, referrals(tmp_path, ROTHERHAM, [*geography(2023, "372", "E06000019"), "5", "5"]))

    assert said(loaded, "error") == [
        'c1.csv, column "old_la_code": row 3: DfE\'s code and ONS\'s are of different authorities (372 and E06000019). Expected two codes of one authority. The row is '
        "set aside; ask the publisher or correct your copy of the file, and load it again."]
    assert loaded.tables["authorities"].set_index("authority").ons[["372", "884"]].tolist() == ["E08000018", "E06000019"]


def test_a_code_in_the_rows_of_two_authorities_is_whose_it_is_in_most_of_them(tmp_path):
    rows = [(2023, "372", "5", "5"), (2024, "372", "5", "5"), (2023, "884", "5", "5"), [*geography(2024, "884", "E08000018"), "5", "5"]]

    loaded = load(tmp_path / "reference", downloads.statistics(tmp_path / "c1.csv", rows))

    assert loaded.tables["authorities"].set_index("authority").ons[["372", "884"]].tolist() == ["E08000018", "E06000019"]


def test_an_unknown_level_and_a_bad_year_are_said(folder, tmp_path):
    level = [*geography(2024, "372"), "5", "5"]
    level[2] = "Ward"

    loaded = load(folder, referrals(tmp_path, ROTHERHAM, level, ("24/25", "372", "5", "5")))

    assert said(loaded, "error") == [
        'c1.csv, column "time_period": row 4: "24/25" is not a year. Expected a year such as 2025, or 202425 for one that spans two. The row is set aside; ask '
        "the publisher or correct your copy of the file, and load it again.",
        'c1.csv, column "geographic_level": row 3: the level is "Ward". Expected "National", "Regional" or "Local authority". The row is set aside; ask the '
        "publisher or correct your copy of the file, and load it again."]


def test_a_column_that_the_edition_lacks_is_said(folder, tmp_path):
    loaded = load(folder, referrals(tmp_path, ROTHERHAM))

    assert said(loaded, "note") == [
        "c1.csv: no column has the figures of CPP_Total_Rateper10,000. Expected a column referral_rate. Nothing was read of it; its rate is recomputed from the "
        "count and ONS's estimate.",
        "c1.csv: no column has the figures of CIN_Refferals_NFA. Expected a column no_further_action_percent. Nothing was read of it; what is held of it stands.",
        "c1.csv: no column has the figures of Referrals_AssessedNotNeed. Expected a column not_in_need_percent. Nothing was read of it; what is held of it stands."]


def test_a_column_that_no_edition_had_is_said(folder, tmp_path):
    loaded = load(folder, referrals(tmp_path, (*ROTHERHAM, "459.9"), columns=(*downloads.REFERRALS, "referral_per_10k")))

    assert said(loaded, "note")[0] == (
        "c1.csv: no column is known as referral_per_10k. Expected the columns of its earlier editions. Nothing was read from it; if it is a needed one under a "
        "new name, that name has to be added to lib/publications/kinds.py.")


def test_an_item_that_no_dictionary_describes_is_not_read(folder, tmp_path):
    columns = ("CPP_start", "CPP_subsequent", "CPP_subsequent_percent")

    loaded = load(folder, downloads.statistics(tmp_path / "d3.csv", [(2024, "372", "383", "63", "16.4")], columns))

    assert said(loaded, "error")[0] == (
        'd3.csv, column "CPP_start": the dictionary that is held does not describe CPP_Abuse, which this column has. Expected an item of LAIT\'s data dictionary. '
        "The column was not read; load LAIT's data dictionary (lait_data_dictionary.csv), and this file again.")
    assert loaded.publications[0].rows[0].reason.tolist() == ["no figure that could be used"]


def test_words_of_a_file_are_quoted_as_they_are(folder, tmp_path):
    loaded = load(folder, referrals(tmp_path, ROTHERHAM, ("{0}", "372", "5", "5")))

    assert said(loaded, "error")[0].startswith('c1.csv, column "time_period": row 3: "{0}" is not a year.')


def test_a_population_type_that_is_not_known_is_said(cuts, tmp_path):
    path = next(each for each in cuts if each.name.startswith("cla"))
    path.write_text(path.read_text(encoding="utf-8").replace("Children starting to be looked after each year", "Children who started", 1), encoding="utf-8")

    loaded = load(tmp_path / "reference", *cuts)

    assert said(loaded, "error") == [
        'cla_number_and_rate_per_10k_children.csv, column "population_type": row 4: the population type is "Children who started". Expected one of Children '
        "looked after on 31 March each year; Children starting to be looked after each year; Children ceasing to be looked after each year. The row is set "
        "aside; ask the publisher or correct your copy of the file, and load it again."]


def test_an_estimate_that_ons_revised_is_the_newer_one(folder, tmp_path):
    columns = ("age_group", "population_estimate")
    older = downloads.statistics(tmp_path / "older.csv", [(2023, "372", "0 to 17", "58100")], columns)
    newer = downloads.statistics(tmp_path / "newer.csv", [(2023, "372", "0 to 17", "58441"), (2024, "372", "0 to 17", "59526")], columns)

    load(folder, newer)
    loaded = load(folder, older)

    estimates = loaded.tables["populations"].set_index("mid_year").children
    assert estimates.to_dict() == {"2023": "58441", "2024": "59526"}
