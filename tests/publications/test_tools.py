"""LAIT's long table, in parquet or Excel, and the list of authorities that comes with it."""

import pytest

from tests.publications import downloads
from tests.publications.downloads import cell, load, said

ROWS = (("CPP_Total_NumRef", "", 2024, "Rotherham", 2672, 372, "Yorkshire and The Humber"), ("CPP_Total_NumRef", "", 2024, "Herefordshire", "-", 884, "West Midlands"),
        ("CPP_Total_NumRef", "", 2024, "England", 621880, 970, "NA"), ("CPP_Total_NumRef", "", 2024, "Yorkshire and the Humber", 62800, 982, "NA"))


def lait(tmp_path, *rows, save=downloads.workbook, name="lait.xlsx"):
    return save(tmp_path / name, [downloads.LAIT, *ROWS, *rows])


@pytest.mark.parametrize("save", [downloads.workbook, downloads.text])
def test_lait_is_read_from_excel_and_from_csv(folder, tmp_path, save):
    loaded = load(folder, lait(tmp_path, save=save))

    assert cell(loaded, "CPP_Total_NumRef", 2024, "372") == ("2672", "", "lait-2024")
    assert cell(loaded, "CPP_Total_NumRef", 2024, "884") == ("", "-", "lait-2024")


def test_lait_is_the_same_from_excel_and_from_parquet(cuts, tmp_path):
    from lib.publications import grids, tables
    parquet = next(path for path in cuts if path.suffix == ".parquet")
    known = [path for path in cuts if path.name.startswith(("la_code", "lait_data"))]
    excel = downloads.workbook(tmp_path / "lait.xlsx", [[number(word) for word in line] for line in grids.read(parquet)[0].cells.to_numpy().tolist()])

    one, other = load(tmp_path / "one", *known, parquet), load(tmp_path / "other", *known, excel)

    assert {name: text for name, text in tables.files(one.tables).items() if name != "sources.csv"} == {
        name: text for name, text in tables.files(other.tables).items() if name != "sources.csv"}


def number(word):
    try:
        return float(word)
    except ValueError:
        return word


def test_the_noise_of_floating_point_is_gone(folder, tmp_path):
    loaded = load(folder, lait(tmp_path, ("ReReferral", "", 2024, "Rotherham", "22.399999999999999", 372, "")))

    assert cell(loaded, "ReReferral", 2024, "372")[0] == "22.4"


def test_items_of_other_topics_are_counted_and_set_aside(folder, tmp_path):
    loaded = load(folder, lait(tmp_path, ("InfMort", "", "2021-23", "Rotherham", 3.4, 372, "")))

    assert loaded.publications[0].rows[0].reason.value_counts().to_dict() == {"": 4, "not of children's social care": 1}
    assert loaded.publications[0].covers == "2024"


def test_year_nought_without_figures_is_a_note(folder, tmp_path):
    loaded = load(folder, lait(tmp_path, ("ReReferral", "", 0, "Rotherham", "-", 372, "")))

    assert said(loaded) == [
        'lait.xlsx, sheet "Sheet1", column "Years": row 6: "0" is not a year, and there is no figure. Expected the year that the figures end in, such as 2025. The '
        "row is set aside; ask the publisher or correct your copy of the file, and load it again."]


def test_year_nought_with_figures_is_an_error(folder, tmp_path):
    loaded = load(folder, lait(tmp_path, ("ReReferral", "", 0, "Rotherham", 22.4, 372, "")))

    assert said(loaded, "error") == [
        'lait.xlsx, sheet "Sheet1", column "Years": row 6: "0" is not a year. Expected the year that the figures end in, such as 2025. The row is set aside; ask the '
        "publisher or correct your copy of the file, and load it again."]


def test_items_that_the_dictionary_with_it_lacks_are_named(folder, tmp_path):
    dictionary = downloads.text(tmp_path / "dictionary.csv", [downloads.DICTIONARY, ["InfMort", "Health and Wellbeing", "Infant mortality", "Low", "Rate", "NA", "Annual", "NA"]])

    loaded = load(folder, dictionary, lait(tmp_path, ("NewItem", "", 2024, "Rotherham", 5, 372, "")))

    assert said(loaded, "note") == [
        'lait.xlsx, sheet "Sheet1", column "Short Desc": the dictionary does not describe 1 of its items (NewItem). Expected a dictionary of the same edition. Their '
        "rows are set aside; load the dictionary that came with this file, and this file again."]


def test_a_new_authority_is_known_from_lait(folder, tmp_path):
    loaded = load(folder, lait(tmp_path, ("CPP_Total_NumRef", "", 2024, "West Surrey", 5, 950, "South East")))

    council = loaded.tables["authorities"].set_index("authority").loc["950"]
    assert (council["name"], council.region, council.kind) == ("West Surrey", "989", "authority")


def test_a_code_of_no_authority_is_an_error(folder, tmp_path):
    loaded = load(folder, lait(tmp_path, ("CPP_Total_NumRef", "", 2024, "Nowhere", 5, 37, "")))

    assert said(loaded, "error") == [
        'lait.xlsx, sheet "Sheet1", column "LA Number": row 6: no authority has the code "37". Expected DfE\'s code of an authority, a region or England, such as 372. '
        "Correct the code; or, if the authority is new, load a file that lists it (LAIT, or statistics that have its ONS code) and this one again."]


def test_the_name_of_a_council_that_was_ended_is_without_laits_mark(folder, tmp_path):
    loaded = load(folder, lait(tmp_path, ("CPP_Total_NumRef", "", 2024, "Dorset (Pre LG)", "-", 835, "South West")))

    council = loaded.tables["authorities"].set_index("authority").loc["835"]
    assert (council["name"], council.last_year) == ("Dorset", "2019")


def test_a_code_of_the_list_that_is_discontinued_is_set_aside(cuts, tmp_path):
    loaded = load(tmp_path / "reference", next(path for path in cuts if path.name.startswith("la_code")))

    assert said(loaded) == [
        'la_code_list.xlsx, sheet "Sheet1", column "LA Number": row 49: the list calls it discontinued. Expected an authority, a region or England. The row is set '
        "aside; no figures have it."]
    assert len(loaded.tables["authorities"]) == 47


def test_a_code_that_stands_in_the_list_twice_is_used_once(folder, tmp_path):
    path = downloads.workbook(tmp_path / "codes.xlsx", [("LA Number", "LA Name", "Region", "Type"), (372, "Rotherham", "", "MD"), (372, "Rotherham", "", "MD")])

    assert said(load(folder, path)) == [
        'codes.xlsx, sheet "Sheet1", column "LA Number": row 3: the code stands in the list before. Expected one row a code. The first is used; see which is right.']


def test_lait_without_a_dictionary_asks_for_it(tmp_path):
    loaded = load(tmp_path / "reference", lait(tmp_path))

    assert said(loaded, "error") == [
        'lait.xlsx, sheet "Sheet1", column "Short Desc": none of its items is described as one of children\'s social care. Expected items of LAIT\'s data dictionary. '
        "Nothing was read from it; load LAIT's data dictionary (lait_data_dictionary.csv), and this file again."]
