import pytest

from lib import workbooks
from lib.returns import rows

PLACE = '2015-12/scorecard.xlsx, sheet "Monthly figures"'


def test_a_row_s_basis_is_its_own_then_the_line_s_then_the_measure_s(save, read, header, row):
    save(header("2015-12"), row("2.8", 29.3), row("2.7", 31.0), row("5.1", 423),
         row("contacts_progressed_to_referral_percent", 40, basis="YTD"))

    assert read().supplied.basis.tolist() == ["rolling_12", "in_month", "month_end", "year_to_date"]


def test_parts_are_supplied_as_parts(save, read, header, row):
    save(header("2015-12"), row("2.3", 485, part="numerator"), row("2.3", 1041, part="denominator"))

    assert read().supplied[["part", "value"]].values.tolist() == [["numerator", 485], ["denominator", 1041]]


def test_a_line_with_a_category_needs_no_words_of_its_own(save, read, header, row):
    save(header("2015-12"), row("11.4", 21.0), row("cases_per_social_worker_average", 13.5, breakdown="team", category="CIN North"))

    assert read().supplied[["breakdown", "category", "code"]].values.tolist() == [["team", "Duty", "11.4"], ["team", "CIN North", ""]]


def test_words_are_carried_and_never_read_as_zero(save, read, header, row):
    save(header("2015-11", "2015-12"), row("2.7", "Not updated pending data accuracy work", 0))

    supplied = read().supplied

    assert supplied.state.tolist() == ["Not updated pending data accuracy work", ""]
    assert supplied.value.isna().tolist() == [True, False]


def test_a_text_where_a_number_belongs_is_set_aside_with_its_place(save, read, header, row, messages):
    save(header("2015-11", "2015-12"), row("2.1", 1029, "12o"))

    received = read()

    assert received.supplied.month.tolist() == ["2015-11"]
    assert messages(received) == [f'error: {PLACE}, row 2, column "2015-12": "12o" is not a number. Expected a number, or words without a '
                                  f'digit that say '
                                  "why there is none. The cell is set aside; correct the return and run again."]
    assert received.findings[["measure", "month"]].values.tolist() == [["contacts", "2015-12"]]


def test_numbers_kept_as_text_are_read_and_noted_once_a_sheet(save, read, header, row, messages):
    save(header("2015-11", "2015-12"), row("2.1", "1,029", "1041"), row("2.7", 31.4, "31.0%"))

    received = read()

    assert received.supplied.value.tolist() == [1029, 1041, 31.4, 31.0]
    assert messages(received) == [f"note: {PLACE}: 3 numbers are kept as text (G2, H2 and H3). Expected numbers kept as numbers. "
                                  "They were read as numbers; in Excel choose Convert to Number."]


def test_a_percent_format_is_read_as_it_is_shown(save, read, header, row):
    save(header("2015-12"), row("2.7", 0.286), change=lambda sheet: setattr(sheet["G2"], "number_format", "0.0%"))

    assert read().supplied.value.tolist() == [28.6]


def test_an_error_in_a_cell_is_carried_as_words_and_found(save, read, header, row, messages):
    save(header("2015-12"), row("2.7", "#N/A"), change=lambda sheet: setattr(sheet["G2"], "data_type", "e"))

    received = read()

    assert received.supplied.state.tolist() == ["error in the return"] and received.supplied.value.isna().all()
    assert messages(received) == [f'error: {PLACE}, row 2, column "2015-12": the cell holds the error #N/A. Expected a number or words. '
                                  'The report says "error in the return" in its place; mend the formula and run again.']


def test_a_formula_without_a_saved_result_is_carried_as_words_and_found(save, read, header, row, messages):
    save(header("2015-12"), row("2.1", "=1000+41"))

    received = read()

    assert received.supplied.state.tolist() == ["error in the return"]
    assert messages(received) == [f'error: {PLACE}, row 2, column "2015-12": the cell holds a formula whose result was not saved. '
                                  f'Expected a number or '
                                  'words. The report says "error in the return" in its place; open the return in Excel, save it and run '
                                  'again.']


def test_an_unknown_code_is_set_aside_with_the_nearest(save, read, header, row, messages):
    save(header("2015-12"), row("contcts", 1041), row("2.1", 1041))

    received = read()

    assert messages(received) == [f'error: {PLACE}, row 2: "contcts" is neither a code nor a key. Expected the code of one of the '
                                  f'authority\'s lines or '
                                  "the key of a measure. The row is set aside; correct it, or add the line to lines.csv. Did you mean "
                                  "contacts?"]
    assert received.files[["rows_used", "rows_set_aside"]].values.tolist() == [[1, 1]]


def test_a_heading_among_the_rows_is_set_aside_with_a_note(save, read, header, row, messages):
    save(header("2015-12"), row("Contact and referral"), row("2.1", 1041))

    received = read()

    assert messages(received) == [f"note: {PLACE}, row 2: the row names no line and holds no figures. Expected a line in every row. "
                                  "It is set aside, as a heading would be."]
    assert received.files.rows_set_aside.tolist() == [1]


def test_a_duplicated_line_is_used_once(save, read, header, row, messages):
    save(header("2015-12"), row("2.1", 1041), row("contacts", 1000))

    received = read()

    assert received.supplied.value.tolist() == [1041]
    assert messages(received) == [f'error: {PLACE}, row 3: the same line (contacts, in_month, value) stands already in sheet "Monthly '
                                  f'figures", row 2. '
                                  "Expected each line once in a workbook. The first is used and this row set aside; take one of the two "
                                  "out and run again."]


def test_one_measure_may_have_a_row_a_basis(save, read, header, row):
    save(header("2015-12"), row("2.7", 31.0), row("2.8", 29.3))

    assert read().findings.empty


def test_a_financial_year_given_twice_is_used_once(save, read, header, row, messages):
    save(header("2014/15"), row("2.7", 28.9), row("2.8", 22.8))

    received = read()

    assert received.supplied[["code", "value"]].values.tolist() == [["2.7", 28.9]]
    assert messages(received) == [f'error: {PLACE}, row 3, column "2014/15": the figure is 22.8 here and 28.9 in sheet "Monthly figures", '
                                  f'cell G2. '
                                  "Expected each figure once in a workbook. The first is used and the other set aside; take one of the "
                                  "two out."]
    assert received.files[["rows_used", "rows_set_aside"]].values.tolist() == [[1, 1]]


def test_a_number_stands_before_words_for_the_same_figure(save, read, header, row, messages):
    save(header("2014/15"), row("2.7", "n/a"), row("2.8", 22.8))

    received = read()

    assert received.supplied[["code", "value", "state"]].values.tolist() == [["2.8", 22.8, ""]]
    assert messages(received) == [f'note: {PLACE}, row 3, column "2014/15": the figure is 22.8 here and "n/a" in sheet "Monthly figures", '
                                  f'cell G2. '
                                  "Expected each figure once in a workbook. The second is used and the other set aside; take one of the "
                                  "two out."]


def test_a_basis_the_measure_does_not_have_is_set_aside(save, read, header, row, messages):
    save(header("2015-12", "Year to date"), row("5.1", 423, 430))

    received = read()

    assert received.supplied.value.tolist() == [423]
    assert messages(received) == [f'error: {PLACE}, row 2, column "Year to date": "children_looked_after" has no figure on the basis '
                                  f'year_to_date. '
                                  "Expected one of month_end, financial_year. The cell is set aside; correct the return and run again."]


def test_a_month_is_no_financial_year_unless_it_is_march(save, read, header, row, messages):
    save(header("2015-03", "2015-12"), row("2.1", 10517, 1041, basis="financial year"))

    received = read()

    assert received.supplied[["basis", "month", "value"]].values.tolist() == [["financial_year", "2015-03", 10517]]
    assert messages(received) == [f'error: {PLACE}, row 2, column "2015-12": the row\'s basis is financial_year and the column is of '
                                  f'December 2015. '
                                  "Expected a column headed 2015/16. The cell is set aside; correct the return and run again."]


@pytest.mark.parametrize("code, figure, part, found, expected", [
    ("2.1", -3, "value", "the figure is -3", "a number that is not below zero"),
    ("2.1", 10.5, "value", "the count is 10.5", "a whole number"),
    ("2.7", 104.2, "value", "the percentage is 104.2", "at most 100")])
def test_an_odd_figure_is_used_with_a_warning(save, read, header, row, messages, code, figure, part, found, expected):
    save(header("2015-12"), row(code, figure, part=part))

    received = read()

    assert received.supplied.value.tolist() == [figure]
    assert messages(received) == [f'warning: {PLACE}, row 2, column "2015-12": {found}. Expected {expected}. '
                                  "It is used as it is; check it at its source."]


def test_a_numerator_above_its_denominator_is_used_with_a_warning(save, read, header, row, messages):
    save(header("2015-12"), row("2.3", 1041, part="numerator"), row("2.3", 485, part="denominator"))

    received = read()

    assert received.supplied.value.tolist() == [1041, 485]
    assert messages(received) == [f'warning: {PLACE}, row 2, column "2015-12": the numerator is 1041 and the denominator 485. Expected a '
                                  f'numerator no '
                                  "greater than its denominator. Both are used as they are; check them at their source."]


def test_blank_cells_are_missing_and_nothing_is_said_of_them(save, read, header, row):
    save(header("2015-11", "2015-12"), row("2.1", None, 1041), row("2.7", None, None))

    received = read()

    assert len(received.supplied) == 1
    assert received.findings.empty
    assert received.files.rows_used.tolist() == [2]


def test_every_problem_of_a_return_is_said_in_one_go(save, read, header, row):
    save(header("2015-12", "Dec-15", "remark"), row("2.1", "12o", 5), row("9.9", 1), row("2.7", True), row("2.7", 31.0, part="half"))

    assert read().findings.rule.tolist() == ["period twice", "unknown column", "not a number", "unknown code",
                                             "true or false for a number", "unknown part"]


def test_a_sheet_taken_for_figures_that_turns_out_to_have_no_header_is_said():
    book = workbooks.Workbook("", None, (workbooks.Sheet("Figures", {}),))

    reading = rows.read("2015-12/a.xlsx", "2015-12", book, known=None)

    assert [(finding.sheet, finding.rule) for finding in reading.findings] == [("Figures", "sheet not read")]
