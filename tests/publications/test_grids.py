"""Opening files by what they hold: their sheets as words, and what is said of those that cannot be read."""

import pytest

from lib.errors import WorkbookError
from lib.publications import grids
from tests.publications import downloads
from tests.returns import old_formats

LINES = [["LA Number", "LA Name"], [372, "Rotherham"], ["", ""], [884.0, "Herefordshire"]]


def cells(path):
    grid = grids.read(path)[0]
    return {number: [word for word in row if word] for number, row in zip(grid.cells.index, grid.cells.to_numpy().tolist())}


@pytest.mark.parametrize("save", [downloads.text, downloads.workbook, old_formats.save_ods, old_formats.save_xls])
def test_a_file_is_read_by_what_it_holds_whatever_its_name_says(tmp_path, save):
    path = save(tmp_path / "codes.download", LINES)

    found = cells(path)

    assert [word for word in found[2] if word] == ["372", "Rotherham"]
    assert found[4][1] == "Herefordshire"
    assert 3 not in found


def test_numbers_and_blanks_of_parquet_are_words(cuts):
    grid = grids.read(next(path for path in cuts if path.suffix == ".parquet"))[0]

    assert grid.cells.loc[1].tolist() == list(downloads.LAIT)
    assert grid.cells.loc[2].tolist()[5] == grid.cells.loc[2, 5].strip(".0") != ""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_csv_is_read_in_the_encodings_that_it_is_saved_in(tmp_path, encoding):
    path = downloads.text(tmp_path / "a.csv", [["LA Name"], ["Rhône – Leeds"]], encoding)

    assert cells(path) == {1: ["LA Name"], 2: ["Rhône – Leeds"]}


def refused(path):
    with pytest.raises(WorkbookError) as refusal:
        grids.read(path)
    return str(refusal.value)


def test_an_archive_of_files_asks_to_be_unpacked(tmp_path):
    path = old_formats._zipped(tmp_path / "release.zip", {"data/c1.csv": "a,b"})

    assert refused(path) == ("release.zip: the file is an archive of files. Expected a publisher's file as downloaded: .csv, .parquet, .xlsx, .xls or .ods. "
                             "Unpack it and name the folder, or the files in it.")


def test_a_broken_parquet_file_says_so(tmp_path):
    path = tmp_path / "lait.parquet"
    path.write_bytes(b"PAR1 and no more")

    assert refused(path).startswith("lait.parquet: the file is broken: it is not parquet that can be read (")
    assert refused(path).endswith("Download it again and run again.")


def test_a_broken_workbook_says_so(tmp_path):
    path = tmp_path / "sn.xlsx"
    path.write_bytes(b"PK\x03\x04 and no more")

    assert refused(path) == ("sn.xlsx: the file is broken: it is not a workbook that Excel would open (Broken). Expected a publisher's file as downloaded: .csv, "
                             ".parquet, .xlsx, .xls or .ods. Open it in Excel, save it again as .xlsx and run again.")


def test_an_empty_file_says_so(tmp_path):
    path = tmp_path / "c1.csv"
    path.touch()

    assert refused(path) == ("c1.csv: the file is empty (0 bytes). Expected a publisher's file as downloaded: .csv, .parquet, .xlsx, .xls or .ods. Copy it into "
                             "the folder again and run again.")


def test_a_file_of_blank_lines_has_no_rows(tmp_path):
    path = tmp_path / "c1.csv"
    path.write_text("\n\n,,\n", encoding="utf-8")

    assert len(grids.read(path)[0].cells) == 0
