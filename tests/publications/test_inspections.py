"""Ofsted's outcomes: each judgement once, by ONS's codes present and former, in Ofsted's words."""

import pandas as pd
import pytest

from lib.errors import WorkbookError
from lib.publications import inspections
from tests.publications import downloads
from tests.publications.downloads import GOOD, POOR, load, said

ROTHERHAM, HEREFORDSHIRE = ("E08000018", "2022-06-27", "2022-08-12", GOOD), ("E06000019", "2022-07-18", "2022-09-21", "Inadequate")
FILE = 'outcomes.ods, sheet "Inspections_as_at_31_March"'


def outcomes(tmp_path, *current, **others):
    return downloads.outcomes(tmp_path / "outcomes.ods", current, **others)


def judgements(loaded):
    return loaded.tables["judgements"].to_numpy().tolist()


def test_a_judgement_of_two_sheets_is_held_once(folder, tmp_path):
    loaded = load(folder, outcomes(tmp_path, ROTHERHAM, HEREFORDSHIRE, history=(ROTHERHAM, HEREFORDSHIRE), visits=(ROTHERHAM,)))

    assert judgements(loaded) == [["372", "2022-06-27", "2022-08-12", "Good", "inspections-2025"], ["884", "2022-07-18", "2022-09-21", "Inadequate", "inspections-2025"]]
    assert said(loaded, "error") == said(loaded, "warning") == []


def test_earlier_judgements_are_held_too(folder, tmp_path):
    loaded = load(folder, outcomes(tmp_path, ROTHERHAM, HEREFORDSHIRE, history=(("E06000019", "2018-06-11", "2018-07-23", POOR),)))

    assert [row[3] for row in judgements(loaded) if row[0] == "884"] == ["Requires improvement to be good", "Inadequate"]


def test_visits_without_a_judgement_are_counted_and_set_aside(folder, tmp_path):
    loaded = load(folder, outcomes(tmp_path, ROTHERHAM, HEREFORDSHIRE, visits=(("E08000018", "2024-05-14", "2024-07-12", ""),)))

    assert loaded.publications[0].rows[1].reason.tolist() == ["a visit without a judgement"]


def test_sheets_without_a_table_are_said(folder, tmp_path):
    loaded = load(folder, outcomes(tmp_path, ROTHERHAM, HEREFORDSHIRE))

    assert said(loaded, "note") == ["outcomes.ods: nothing is read from Cover. Expected its tables alone. See that they hold no figures."]


def test_a_newer_edition_adds_judgements_and_keeps_the_earlier_ones(folder, tmp_path):
    load(folder, outcomes(tmp_path, ROTHERHAM, HEREFORDSHIRE))
    later = ("E06000019", "2025-06-02", "2025-08-01", POOR)

    loaded = load(folder, downloads.outcomes(tmp_path / "next.ods", (ROTHERHAM, later), year=2026))

    assert [(row[2], row[4]) for row in judgements(loaded) if row[0] == "884"] == [("2022-09-21", "inspections-2025"), ("2025-08-01", "inspections-2026")]


@pytest.mark.parametrize("row, message", [
    (("E08000099", "2022-06-27", "2022-08-12", GOOD),
     f'{FILE}, column "Local authority area code": row 6: no authority has the code "E08000099". Expected ONS\'s code of an authority, such as E08000018. Correct the '
     "code; or, if the authority is new, load a file that lists it (LAIT, or statistics that have its ONS code) and this one again."),
    (("E08000018", "2021-06-27", "2021-08-12", "Fair"),
     f'{FILE}, column "Overall effectiveness": row 6: "Fair" is not a judgement. Expected one of Outstanding, Good, Requires improvement to be good, Inadequate. The row '
     "is set aside; ask the publisher or correct your copy of the file, and load it again."),
    (("E08000018", "last June", "2021-08-12", GOOD),
     f'{FILE}, column "Inspection date": row 6: "last June" is not a date. Expected a date kept as a date, such as 2025-03-31. The row is set aside; ask the publisher or '
     "correct your copy of the file, and load it again."),
    (("E08000018", "2022-06-27", "2022-08-12", POOR),
     f"{FILE}, column \"Overall effectiveness\": rows 4 and 6: the report published on 2022-08-12 has different judgements or dates in the workbook. Expected one judgement "
     "a report. None of them is used, and what is held stands; correct your copy of the file and load it again."),
])
def test_a_row_that_cannot_be_used_is_said(folder, tmp_path, row, message):
    loaded = load(folder, outcomes(tmp_path, ROTHERHAM, HEREFORDSHIRE, row))

    assert said(loaded, "error") == [message]


def test_a_council_without_a_judgement_is_said(folder, tmp_path):
    loaded = load(folder, outcomes(tmp_path, ROTHERHAM))

    assert said(loaded, "warning") == [
        f'{FILE}, column "Local authority area code": there is no row of Herefordshire (884). Expected a row for every council of England. What is held of it stands; see '
        "whether the publisher left it out. If it was ended or made since, lib/publications/reorganisations.py has to say so."]


def test_outcomes_of_no_year_are_not_read():
    with pytest.raises(WorkbookError) as refusal:
        inspections.edition([], pd.Series(["", "last June"]), "outcomes.ods")

    assert str(refusal.value) == (
        "outcomes.ods: nothing tells of which year the outcomes are: no title says as at when, and no report has a date of publication. Expected a title such as \"as at 31 "
        "March 2025\", or dates kept as dates. Download it again and run again.")


def test_outcomes_without_a_title_are_of_the_latest_reports_year():
    assert inspections.edition([], pd.Series(["2024-07-12", "2025-04-15"]), "outcomes.ods") == "2025"
