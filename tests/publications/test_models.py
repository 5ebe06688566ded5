"""Models of statistical neighbours: whose nearest are whom, as of which month, and those of councils that were ended."""

import pytest

from lib.errors import WorkbookError
from lib.publications import models
from tests.publications import downloads
from tests.publications.downloads import load, said

COUNCILS = [str(code) for code in (332, 357, 359, 370, 371, 384, 390, 394, 807, 840)]
CODES = [("LA Number", "LA Name", "Region", "Type"), *((code, f"Council {code}", "South West", "UA") for code in (*map(int, COUNCILS), 835, 838, 942))]


@pytest.fixture
def known(folder, tmp_path):
    """Tables that know the neighbours too."""
    load(folder, downloads.workbook(tmp_path / "codes.xlsx", CODES))
    return folder


def nearest(loaded, code, model="2021-04"):
    rows = loaded.tables["neighbours"]
    return rows[(rows.authority == code) & (rows.model == model)].neighbour.tolist()


def test_neighbours_are_kept_in_their_order_with_how_close_each_is(known, tmp_path):
    loaded = load(known, downloads.model(tmp_path / "sn_april_2021.xlsx", (372, COUNCILS[::-1])))

    assert nearest(loaded, "372") == COUNCILS[::-1]
    assert loaded.tables["neighbours"].iloc[9].tolist() == ["2021-04", "372", "10", "332", "Close"]


def test_models_stand_side_by_side(known, tmp_path):
    load(known, downloads.model(tmp_path / "sn_april_2021.xlsx", (372, COUNCILS)))
    loaded = load(known, downloads.model(tmp_path / "SN_May 2025.xlsx", (372, COUNCILS[::-1])))

    assert (nearest(loaded, "372"), nearest(loaded, "372", "2025-05")) == (COUNCILS, COUNCILS[::-1])


def test_councils_below_a_heading_are_read_and_the_heading_is_said(known, tmp_path):
    loaded = load(known, downloads.model(tmp_path / "sn_april_2021.xlsx", (372, COUNCILS), "", "Old SNs:", "", (835, COUNCILS)))

    assert nearest(loaded, "835") == COUNCILS
    assert said(loaded, "note") == [
        'sn_april_2021.xlsx, sheet "LA SN Groups": row 6 holds "Old SNs:" and no council; 1 council follows it. Expected rows of councils. What follows it was read '
        "like the rest."]


def test_a_council_without_neighbours_is_said(known, tmp_path):
    loaded = load(known, downloads.model(tmp_path / "sn_april_2021.xlsx", (372, COUNCILS), (942, ["-"] * 10)))

    assert nearest(loaded, "942") == []
    assert said(loaded, "note") == [
        'sn_april_2021.xlsx, sheet "LA SN Groups", column "SN1": row 5: the model gives no neighbours of Council 942 (942). Expected ten neighbours a council. A '
        "council that was made after the model has none in it; a later model has them."]


def test_places_without_a_neighbour_are_said_and_the_others_used(known, tmp_path):
    loaded = load(known, downloads.model(tmp_path / "sn_april_2021.xlsx", (372, [*COUNCILS[:8], "-", ""])))

    assert nearest(loaded, "372") == COUNCILS[:8]
    assert 'sn_april_2021.xlsx, sheet "LA SN Groups": 2 places have no neighbour (row 4). Expected ten neighbours a council. The others are used.' in said(loaded)


def test_a_neighbour_that_is_no_council_is_an_error(known, tmp_path):
    loaded = load(known, downloads.model(tmp_path / "sn_april_2021.xlsx", (372, [*COUNCILS[:9], "999"])))

    assert nearest(loaded, "372") == COUNCILS[:9]
    assert said(loaded, "error") == [
        'sn_april_2021.xlsx, sheet "LA SN Groups": row 4: no authority has the code "999". Expected DfE\'s code of an authority, a region or England, such as 372. '
        "Those places are left out; load a file that lists the authorities, and this one again."]


def test_a_council_that_stands_in_the_model_twice_is_read_once(known, tmp_path):
    loaded = load(known, downloads.model(tmp_path / "sn_april_2021.xlsx", (372, COUNCILS), (372, COUNCILS[::-1])))

    assert nearest(loaded, "372") == COUNCILS
    assert said(loaded, "error") == [
        'sn_april_2021.xlsx, sheet "LA SN Groups", column "LA num": row 5: the council stands in the model before. Expected one row a council. The first is used; see '
        "which is right."]


def test_councils_that_the_model_leaves_out_are_said(known, tmp_path):
    loaded = load(known, downloads.model(tmp_path / "sn_april_2021.xlsx", (372, COUNCILS), *((int(code), COUNCILS) for code in (*COUNCILS, 838))))

    assert said(loaded, "warning") == [
        'sn_april_2021.xlsx, sheet "LA SN Groups", column "LA num": there is no row of Herefordshire (884). Expected a row for every council of England. What is held '
        "of it stands; see whether the publisher left it out. If it was ended or made since, lib/publications/reorganisations.py has to say so."]


@pytest.mark.parametrize("file, month", [("sn_april_2021.xlsx", "2021-04"), ("SN_April 2021.xlsx", "2021-04"), ("neighbours-2025-05.xlsx", "2025-05"), ("SN Sept 25.xlsx", "2025-09")])
def test_the_month_of_a_model_is_in_its_files_name(file, month):
    assert models.edition("", file) == month


def test_what_the_sheet_says_stands_before_the_files_name():
    assert models.edition("Statistical neighbours, May 2025", "sn_april_2021.xlsx") == "2025-05"


def test_a_model_of_no_month_asks_for_one():
    with pytest.raises(WorkbookError) as refusal:
        models.edition("", "neighbours.xlsx")

    assert str(refusal.value) == (
        "neighbours.xlsx: nothing tells of which month the model of neighbours is: the sheet has no date, and the file's name has no month. Expected a file name with "
        "month and year, such as sn_may_2025.xlsx. Rename the file and run again.")
