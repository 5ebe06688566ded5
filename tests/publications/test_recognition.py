"""What a file is: told by its headings alone, and where it is nothing that is read, what was looked for and what is nearest."""

import pytest

from lib.errors import WorkbookError
from lib.publications import grids, kinds, recognition
from tests.publications import downloads

KINDS = {"LA_Inspection": "inspections", "c1": "referrals", "cla": "looked-after", "d3": "repeat-plans", "d5": "plans-by-duration", "la_code": "la-codes",
         "lait_bds": "lait", "lait_data": "lait-dictionary", "ons": "ons-mid-year", "sn_": "neighbours"}


def sorted_(path):
    return recognition.sort(grids.read(path), path.name)


def test_every_publication_is_told_by_its_headings_and_not_by_its_name(cuts, tmp_path):
    for path in cuts:
        kind, _, _ = sorted_(path.rename(tmp_path / "download"))

        assert kind.key == next(key for start, key in KINDS.items() if path.name.startswith(start))


def test_headings_may_stand_below_a_title(tmp_path):
    path = downloads.workbook(tmp_path / "a.xlsx", [["Local Authority Interactive Tool"], [], list(downloads.LAIT), ["LACnum", "", 2025, "Rotherham", 475, 372, ""]])

    kind, sheets, _ = sorted_(path)

    assert (kind, sheets[0].header, sheets[0].above) == (kinds.LAIT, 3, "Local Authority Interactive Tool")
    assert sheets[0].table().to_numpy().tolist() == [["LACnum", "", "2025", "Rotherham", "475", "372", ""]]


def test_sheets_without_such_headings_are_named(cuts):
    kind, sheets, others = sorted_(next(path for path in cuts if path.suffix == ".ods"))

    assert (kind, [sheet.name for sheet in sheets]) == (kinds.OUTCOMES, ["Inspections_as_at_31_March", "In-year_inspections", "ILACS_inspection_history"])
    assert others == ["Cover"]


def test_a_file_of_another_kind_says_what_was_looked_for(tmp_path):
    path = downloads.text(tmp_path / "shoes.csv", [["name", "size"], ["x", 43]])

    with pytest.raises(WorkbookError) as refusal:
        sorted_(path)

    assert str(refusal.value) == (
        "shoes.csv: no sheet has the headings of a publication that is read here, within its first 20 rows. Expected the headings of one of these: Local "
        "Authority Interactive Tool (Short Desc, Years, LA and Regions, Values, LA Number, Region); Local Authority Interactive Tool, data dictionary (Topic, "
        "Measure, Measure_short, Polarity, y_axis_name, dps, Year_Type, No_Quartile); List of local authorities and their codes (LA Number, LA Name, Region, "
        "Type); Referrals and re-referrals (referral_count or Referrals, rereferral_percent or Re_referrals_percent); Second or subsequent child protection "
        "plans (CPP_start, CPP_subsequent, CPP_subsequent_percent); Child protection plans at 31 March by duration (CPP_At31, 2_years_or_more_percent); Children "
        "looked after, number and rate per 10,000 (population_type, children_count, rate_per_10000); Mid-year population estimates of children aged 0 to 17 "
        "(age_group, population_estimate); Children's services statistical neighbours (LA num, LA Name, SN1, SN2, SN3, SN4, SN5, SN6, SN7, SN8, SN9, SN10); Local "
        "authority inspection outcomes (Local authority area code, Local authority name, Inspection date or Inspection/Visit date, Publication date, Overall "
        "effectiveness). Nothing was read from it; give the file as it was downloaded.")


def test_an_edition_with_a_renamed_column_says_which_kind_is_nearest_and_what_it_lacks(tmp_path):
    path = downloads.statistics(tmp_path / "c1_2027.csv", [(2027, "372", "2909", "22.4")], ("referral_total", "rereferral_percent"))

    with pytest.raises(WorkbookError) as refusal:
        sorted_(path)

    assert str(refusal.value).endswith(
        "Nothing was read from it; give the file as it was downloaded. Nearest is Referrals and re-referrals, for which it lacks referral_count or Referrals: if "
        "an edition calls a column otherwise, its new name has to be added to lib/publications/kinds.py.")
