import pickle

import pandas as pd

from lib import errors
from lib.errors import Finding, Refused, WorkbookError

NOT_A_NUMBER = Finding("error", "2015-12/scorecard.xlsx", "Monthly figures", 14, "2015-10", "not a number", '"12o" is not a number',
                       "a number such as 120", "the cell is set aside; correct the return and run again", "contacts", "2015-10")


def test_a_finding_says_where_what_was_found_what_was_expected_and_what_to_do():
    words = str(NOT_A_NUMBER)

    assert words == ('2015-12/scorecard.xlsx, sheet "Monthly figures", row 14, column "2015-10": "12o" is not a number. '
                     "Expected a number such as 120. The cell is set aside; correct the return and run again.")


def test_a_finding_about_a_whole_file_names_no_sheet_row_or_column():
    finding = Finding("warning", "notes.docx", "", "", "", "file not read", "the file is of the kind .docx", "a workbook", "Save it as "
                                                                                                                           ".xlsx.")

    assert str(finding) == "notes.docx: the file is of the kind .docx. Expected a workbook. Save it as .xlsx."


def test_findings_make_a_frame_of_the_nine_published_columns_then_measure_and_month():
    frame = errors.frame([NOT_A_NUMBER])

    assert frame.columns.tolist() == [*errors.COLUMNS, "measure", "month"]
    assert frame.iloc[0].tolist() == [
        "error", "2015-12/scorecard.xlsx", "Monthly figures", "14", "2015-10", "not a number", '"12o" is not a number',
        "a number such as 120", "the cell is set aside; correct the return and run again", "contacts", "2015-10"]


def test_no_findings_make_an_empty_frame_that_can_be_joined_to_others():
    together = pd.concat([errors.frame([]), errors.frame([NOT_A_NUMBER])], ignore_index=True)

    assert len(together) == 1
    assert together.dtypes.equals(errors.frame([NOT_A_NUMBER]).dtypes)


def test_an_error_reads_as_four_parts():
    error = WorkbookError("settings.toml", 'the arrow is "sideways"', "performance or value", "correct it and run again")

    assert str(error) == 'settings.toml: the arrow is "sideways". Expected performance or value. Correct it and run again.'


def test_an_error_keeps_its_parts_when_it_comes_back_from_another_process():
    refused = Refused("returns/2015-12", "the folder is missing", "a folder of returns", "create it")

    back = pickle.loads(pickle.dumps(refused))

    assert (type(back), str(back), back.advice) == (Refused, str(refused), "create it")


def test_a_question_is_not_given_a_full_stop():
    error = Refused("the authority asked for", '"rothrham"', "one of rotherham", f"name one.{errors.nearest('rothrham', ['rotherham'])}")

    assert str(error) == 'the authority asked for: "rothrham". Expected one of rotherham. Name one. Did you mean rotherham?'


def test_the_nearest_word_is_found_whatever_its_capitals():
    assert errors.nearest("6.2A", ["6.1", "6.2a"]) == " Did you mean 6.2a?"


def test_nothing_is_suggested_when_no_word_is_near():
    assert errors.nearest("workforce", ["adoption", "placements"]) == ""
