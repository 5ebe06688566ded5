"""Reading child-level lists: each is found wherever it stands, each row used or set aside, and nothing of a child is ever said."""

import random
from datetime import datetime

import hypothesis
import pandas as pd
import pytest
from hypothesis import strategies

from lib.contracts import lists
from lib.errors import Finding
from lib.returns import child_level
from tests.returns import annex_a, old_formats
from tests.returns.annex_a import CONTACTS, child, contact, contacts

MONTH, NAME = "2020-03", "2020-03/list.xlsx"
PLACES = ["row", "file", "sheet"]


@pytest.fixture
def read(tmp_path):
    """Saves sheets, a mapping of names to rows or the rows of one sheet, as a workbook and reads it."""
    def of(rows, change=None, month=MONTH):
        path = annex_a.save(tmp_path / "list.xlsx", rows if isinstance(rows, dict) else {"Sheet": rows}, change)
        return child_level.read(path, NAME, month)
    return of


def messages(received):
    return [f"{row.severity}: {Finding(*row)}" for row in received.findings.itertuples(index=False)]


def rules(received):
    return received.findings.rule.tolist()


def counts(received):
    return received.files[["rows_read", "rows_used", "rows_set_aside"]].values.tolist()


# Finding a list


def test_a_list_comes_typed_with_where_its_rows_stand(read):
    received = read(contacts(contact(1), contact(2, sex="a) Male", born=None, source="b) 1B: Individual")))

    frame = received.frames["contacts"]

    assert frame.drop(columns=PLACES).values.tolist() == [
        ["ZZ-000001", "F", "WBRI", pd.Timestamp(2011, 2, 3), 9.0, pd.Timestamp(2020, 3, 17), "6"],
        ["ZZ-000002", "M", "WBRI", pd.NaT, 9.0, pd.Timestamp(2020, 3, 17), "1B"]]
    assert frame[PLACES].values.tolist() == [[2, NAME, "Sheet"], [3, NAME, "Sheet"]]
    assert frame.dtypes.astype(str).tolist() == ["str", "str", "str", "datetime64[us]", "float64", "datetime64[us]", "str", "int64", "str", "str"]
    assert received.findings.empty


@pytest.mark.parametrize("key, layout", [(key, layout) for key, each in lists.all().items() for layout in each.layouts or ("",)])
def test_every_list_is_read_from_its_own_headings_in_every_layout(read, key, layout):
    received = read(annex_a.sheet_of(key, layout=layout))

    assert list(received.frames) == [key]
    assert received.files[["list", "layout", "rows_read"]].values.tolist() == [[key, layout, 3]]
    assert sum(counts(received)[0][1:]) == 3


def test_lists_stand_on_any_sheet_of_one_workbook(read):
    received = read({"Cover": [["Prepared by the team"]], "Sheet7": contacts(contact(1)), "A": annex_a.sheet_of("referrals", 1)})

    assert list(received.frames) == ["contacts", "referrals"]
    assert messages(received) == [
        f'note: {NAME}: the sheet "Cover" has no header of a list. Expected the headings of a list, all in one row, within the first 20. '
        "Nothing was read from it; if a list was meant, correct its headings and run again."]


def test_a_list_on_two_sheets_is_one_list(read):
    received = read({"April": contacts(contact(1)), "May": contacts(contact(2))})

    assert received.frames["contacts"][["child", "sheet"]].values.tolist() == [[child(1), "April"], [child(2), "May"]]
    assert counts(received) == [[1, 1, 0], [1, 1, 0]]


def test_a_header_without_rows_is_a_list_without_rows(read):
    received = read(contacts())

    assert received.frames["contacts"].equals(child_level.blank(lists.all()["contacts"]))
    assert counts(received) == [[0, 0, 0]]


def test_the_header_may_stand_anywhere_in_the_first_twenty_rows(read):
    received = read([*[["Contacts of the month"]] * 19, *contacts(contact(1))])

    assert received.frames["contacts"].row.tolist() == [21]


def test_a_header_further_down_is_not_looked_for(read):
    received = read([*[["Contacts of the month"]] * 20, *contacts(contact(1))])

    assert received.frames == {}
    assert rules(received) == ["no list"]


def test_a_header_merged_over_two_rows_is_one_header(read):
    def merge(book):
        for column in (*"ABC", "G"):
            book.active.merge_cells(f"{column}1:{column}2")
        book.active.merge_cells("D1:E1")
    upper, lower = [*CONTACTS[:3], "Child", None, "Event", CONTACTS[6]], [None, None, None, *CONTACTS[3:6], None]

    received = read([upper, lower, contact(1)], merge)

    assert received.frames["contacts"][["child", "source", "row"]].values.tolist() == [[child(1), "6", 3]]
    assert received.findings.empty


def test_a_header_all_of_whose_cells_are_merged_over_two_rows_is_one_header(read):
    received = read([list(CONTACTS), [], contact(1)], lambda book: [book.active.merge_cells(f"{column}1:{column}2") for column in "ABCDEFG"])

    assert counts(received) == [[1, 1, 0]]


def test_columns_that_are_not_the_lists_are_kept_aside(read):
    received = read([[*CONTACTS, "Outcome", None, "Worker 12345"], [*contact(1), "Advice", None, "x"], [*contact(2), None, "y", None]])

    assert list(received.frames["contacts"]) == [*(column.key for column in lists.all()["contacts"].columns), *PLACES]
    assert messages(received) == [
        f'note: {NAME}, sheet "Sheet", row 1: List 1: contacts: the list has no column H, I and J. Expected the list\'s own columns: '
        f'{", ".join(column.title for column in lists.all()["contacts"].columns)}. '
        "It was not read; if it is one of these, correct its heading and run again."]


def test_a_missing_column_is_named_and_the_rows_used_without_it(read):
    received = read([row[:2] + row[3:] for row in contacts(contact(1))])

    assert received.frames["contacts"].ethnicity.tolist() == [""]
    assert messages(received) == [
        f'warning: {NAME}, sheet "Sheet", row 1, column "Ethnicity": List 1: contacts: the header has no such column. Expected a column of that heading, '
        "with a code in every row. The rows are used without it; add the column if the figures should say anything of it."]


def test_without_the_column_that_dates_a_row_every_row_is_set_aside(read):
    received = read([row[:5] + row[6:] for row in contacts(contact(1), contact(2))])

    assert counts(received) == [[2, 0, 2]]
    assert messages(received) == [
        f'error: {NAME}, sheet "Sheet", row 1, column "Date of Contact": List 1: contacts: the header has no such column. Expected a column of that '
        "heading, with a date such as 2020-03-17 or 17/03/2020 in every row. The sheet's rows are set aside, since nothing else says which they are or "
        "when; add the column and run again."]


# Other formats


@pytest.mark.parametrize("save", [old_formats.save_xls, old_formats.save_xlsb, old_formats.save_ods, annex_a.save_text])
def test_every_format_gives_the_same_rows_and_says_what_it_does_not_show(read, tmp_path, save):
    rows = contacts(contact(1), contact(2, sex="M"))

    received = child_level.read(save(tmp_path / "list.csv", rows), NAME, MONTH)

    assert received.frames["contacts"].drop(columns="sheet").equals(read(rows).frames["contacts"].drop(columns="sheet"))
    assert messages(received) == [
        f"note: {NAME}: the format does not show errors in cells, formulas whose result was not saved, hidden rows or columns, or which year its date "
        "serials count from. Expected an .xlsx or .xlsm workbook. Blank cells may be errors, and serials were counted from 1900; save it as .xlsx to have "
        "this checked."]


def test_dates_as_serials_follow_the_workbooks_date_system(read):
    def since_1904(book):
        book.epoch = datetime(1904, 1, 1)
    rows = contacts(contact(1, born=None, when=42445))

    assert read(rows, since_1904).frames["contacts"].date_of_contact.tolist() == [pd.Timestamp(2020, 3, 17)]


# Findings of cells


def test_values_that_cannot_be_read_are_set_aside_and_the_row_used(read):
    received = read(contacts(contact(1, born="31/02/2011"), contact(2, age="six", sex="q) Grl"), contact(3)))

    frame = received.frames["contacts"]

    assert counts(received) == [[3, 3, 0]]
    assert frame.isna().sum().sum() == 2
    assert frame.sex.tolist() == ["F", "", "F"]
    assert messages(received) == [
        f'warning: {NAME}, sheet "Sheet", column "Gender": a value is none of the codes (row 3). Expected one of '
        f'{", ".join(f"{code.key} ({code.title})" for code in frame_codes("sex"))}. '
        "The row is used without the value; correct the return and run again.",
        f'warning: {NAME}, sheet "Sheet", column "Date of Birth": a value is not a date (row 2). Expected a date such as 2020-03-17 or 17/03/2020. '
        "The row is used without the value; correct the return and run again.",
        f'warning: {NAME}, sheet "Sheet", column "Age of Child (Years)": a value is not a number (row 3). Expected a number such as 3 or 0.8. '
        "The row is used without the value; correct the return and run again."]


def frame_codes(key):
    return lists.codes(lists.all()["contacts"].column(key))


def test_a_row_that_cannot_be_told_or_dated_is_set_aside(read):
    received = read(contacts(contact(1, when="n/k"), contact(2), contact(3, when=None), ["1.2E+11", *contact(4)[1:]], contact(5, when="31/02/2020")))

    assert received.frames["contacts"].child.tolist() == [child(2)]
    assert counts(received) == [[5, 1, 4]]
    assert messages(received) == [
        f'error: {NAME}, sheet "Sheet", column "Child Unique ID": a value is not a whole identifier (row 5). Expected an identifier kept as text, which '
        "Excel neither rounds nor shortens. The row is set aside; correct the return and run again.",
        f'error: {NAME}, sheet "Sheet", column "Date of Contact": 2 values are not dates (rows 2 and 6). Expected a date such as 2020-03-17 or 17/03/2020. '
        "Those rows are set aside; correct the return and run again.",
        f'error: {NAME}, sheet "Sheet", column "Date of Contact": a cell is blank (row 4). Expected a value in every row. '
        "The row is set aside; correct the return and run again."]


def test_errors_and_formulas_without_a_result_are_found_and_not_blanked(read):
    def spoil(book):
        book.active["B2"].data_type = "e"
    received = read(contacts(contact(1, sex="#N/A"), contact(2, when="=TODAY()"), contact(3)), spoil)

    assert counts(received) == [[3, 2, 1]]
    assert messages(received) == [
        f'warning: {NAME}, sheet "Sheet", column "Gender": a cell holds an error such as #N/A (row 2). Expected a value. '
        "The row is used without the value; correct the return and run again.",
        f'error: {NAME}, sheet "Sheet", column "Date of Contact": a cell holds a formula whose result was not saved (row 3). Expected a value, as Excel saves '
        "it. The row is set aside; correct the return and run again."]


def test_one_finding_a_column_and_rule_gives_a_few_rows_and_how_many_more(read):
    received = read(contacts(*[contact(number, sex="x") for number in range(12)]))

    assert received.findings.found.tolist() == ["12 values are none of the codes (rows 2, 3, 4, 5, 6 and 7 more)"]


def test_what_is_hidden_is_read_and_said(read):
    def hide(book):
        book.active.row_dimensions[2].hidden = True
        book.active.sheet_state = "hidden"
        book.create_sheet("Shown")
    received = read(contacts(contact(1)), hide)

    assert counts(received) == [[1, 1, 0]]
    assert messages(received) == [f'note: {NAME}, sheet "Sheet": hidden: the sheet, row 2. Expected nothing hidden in a return. '
                                  "It was read like the rest; show it, or delete it if it should not be there."]


def test_headings_totals_and_remarks_among_the_rows_are_set_aside(read):
    received = read([*contacts(contact(1)), ["Source: the case system"], ["Total", None, None, None, 1], list(CONTACTS)])

    assert counts(received) == [[4, 1, 3]]
    assert messages(received) == [f'note: {NAME}, sheet "Sheet": 3 rows hold a heading, a total or a remark (rows 3, 4 and 5). '
                                  "Expected rows of the list alone under its header. They are set aside."]


# Findings of rows


def test_a_row_that_repeats_another_is_set_aside(read):
    received = read(contacts(contact(1, ethnicity=None), contact(1), contact(1), contact(2)))

    assert received.frames["contacts"].row.tolist() in ([3, 5], [4, 5])
    assert counts(received) == [[4, 2, 2]]
    assert [message for message in messages(received) if "repeat" in message] == [
        f'warning: {NAME}, sheet "Sheet": 2 rows repeat another (rows 2 and 4; 1 of them says something else besides). '
        'Expected each "Child Unique ID", "Date of Contact" and "Contact Source" once. '
        "One of each is used, the one with the fewest blanks, and the others are set aside; take them out of the return."]


def test_rows_whose_codes_are_unknown_and_differ_do_not_repeat_each_other(read):
    received = read(contacts(contact(1, source="Neighbour"), contact(1, source="Shop")))

    assert counts(received) == [[2, 2, 0]]


def test_rows_repeated_on_another_sheet_are_set_aside(read):
    received = read({"One": contacts(contact(1)), "Two": contacts(contact(1))})

    assert counts(received) == [[1, 1, 0], [1, 0, 1]]


def test_dates_before_birth_are_found(read):
    received = read(contacts(contact(1, born=datetime(2020, 5, 1)), contact(2, born=datetime(2021, 5, 1))))

    assert counts(received) == [[2, 2, 0]]
    assert messages(received) == [
        f'warning: {NAME}, sheet "Sheet", column "Date of Birth": a date is after the month\'s end (row 3). Expected no date after 31 March 2020 but, of '
        "a child not yet born, within forty weeks of it. The row is used as it stands; check at the source.",
        f'warning: {NAME}, sheet "Sheet", column "Date of Contact": 2 dates are before the child\'s birth (rows 2 and 3; 1 of them by no more than forty '
        "weeks, as for a child not yet born). Expected a date on the day of birth or later. The rows are used as they stand; check at the source."]


def test_a_contact_on_the_day_of_birth_is_possible(read):
    assert read(contacts(contact(1, born=datetime(2020, 3, 17)))).findings.empty


def test_a_date_after_the_months_end_is_found_and_its_last_day_is_not(read):
    received = read(contacts(contact(1, when=datetime(2020, 3, 31, 23, 59)), contact(2, when=datetime(2020, 4, 1))))

    assert received.findings.found.tolist() == ["a date is after the month's end (row 3)"]


def test_a_due_date_may_be_ahead(read):
    received = read(annex_a.sheet_of("visits", 1, due=datetime(2020, 5, 1)))

    assert "after the month's end" not in rules(received)


def test_an_end_before_its_start_is_found(read):
    received = read(annex_a.sheet_of("early_help_assessments", 1, assessment_completed=datetime(2020, 3, 16)))

    assert messages(received) == [
        f'warning: {NAME}, sheet "Sheet", column "Assessment completion date": a date is before the start it belongs to (row 2). '
        "Expected an end no earlier than its start. The row is used as it stands; check at the source."]


def test_a_person_is_18_on_the_birthday(read):
    received = read(contacts(contact(1, born=datetime(2002, 3, 18)), contact(2, born=datetime(2002, 3, 17))))

    assert messages(received) == [
        f'warning: {NAME}, sheet "Sheet", column "Date of Birth": a person was 18 or over (row 3). Expected children under 18. '
        "The row is used as it stands; check at the source."]


@pytest.mark.parametrize("ended, found", [(datetime(2020, 3, 9), 0), (None, 1)])
def test_who_came_of_age_after_a_plan_ended_was_a_child(read, ended, found):
    received = read(annex_a.sheet_of("child_protection_plans", 1, date_of_birth=datetime(2002, 3, 10), plan_started=datetime(2020, 2, 3), plan_ended=ended,
                                     last_visit=None, latest_review=None))

    assert rules(received).count("18 or over") == found


def test_care_leavers_are_adults(read):
    received = read(annex_a.sheet_of("care_leavers", 1, lists.all()["care_leavers"].layouts[0], date_of_birth=datetime(2000, 1, 1)))

    assert "18 or over" not in rules(received)


def test_the_exceptions_name_every_row_and_whether_it_was_used(read):
    received = read(contacts(*[contact(number, sex="x") for number in range(1, 8)], contact(9, when="n/k")))

    assert received.exceptions.groupby("rule").row.apply(list).to_dict() == {"not a date": [9], "unknown code": [2, 3, 4, 5, 6, 7, 8]}
    assert received.exceptions[received.exceptions.set_aside].values.tolist() == [
        ["contacts", NAME, "Sheet", 9, "Date of Contact", "not a date", True]]


def test_a_list_says_from_when_to_when_its_rows_are_dated(read):
    received = read(contacts(contact(1, when=datetime(2020, 1, 2)), contact(2), contact(3, when="n/k")))

    assert received.files[["first", "last"]].values.tolist() == [[pd.Timestamp(2020, 1, 2), pd.Timestamp(2020, 3, 17)]]


# What holds for every return

CELLS = strategies.sampled_from(["", None, "#N/A", "n/k", "=A1", 43907, "17/03/2020", datetime(2020, 3, 18), datetime(2035, 1, 1), True, "b) Female", "Total",
                                 "MARIGOLD QUIXOTE", child(777777), datetime(1999, 9, 9), "09/09/1999", 7.5, "6: Police"])
FEW = hypothesis.settings(max_examples=40, deadline=None, suppress_health_check=[hypothesis.HealthCheck.function_scoped_fixture])


@FEW
@hypothesis.given(strategies.lists(strategies.lists(CELLS, min_size=7, max_size=8), max_size=8))
def test_rows_read_are_those_used_and_those_set_aside_and_nothing_of_a_child_is_said(read, rows):
    received = read([*contacts(contact(1), contact(2)), *rows])

    said = received.findings.to_csv() + received.files.drop(columns=["first", "last"]).to_csv() + received.exceptions.to_csv()

    (rows_read, used, aside), = counts(received)
    assert rows_read == used + aside
    assert used == len(received.frames["contacts"])
    assert aside == received.exceptions[received.exceptions.set_aside].row.nunique()
    assert [private for private in ("ZZ-", "MARIGOLD", "Marigold", "777777", "1999", "2011") if private in said] == []


@FEW
@hypothesis.given(strategies.lists(strategies.tuples(strategies.integers(1, 4), strategies.sampled_from(["F", "M", "x", None]), strategies.sampled_from(
    ["q) 6: Police", "2A", "Neighbour"])), max_size=8), strategies.randoms(use_true_random=False))
def test_shuffling_and_adding_change_no_row(read, chosen, order):
    rows = [contact(number, sex=sex, source=source) for number, sex, source in chosen]
    one = read({"Contacts": contacts(*rows), "Referrals": annex_a.sheet_of("referrals")})

    other = read(shuffled(rows, order))

    for key in ("contacts", "referrals"):
        assert values_of(one.frames[key]) == values_of(other.frames[key])


def shuffled(rows, order: random.Random):
    """The same contacts and referrals: rows, columns and sheets in another order, the header lower down, and a column more."""
    columns, rows = list(range(len(CONTACTS))), list(rows)
    order.shuffle(columns)
    order.shuffle(rows)
    table = [["note", *(row[column] for column in columns)] for row in contacts(*rows)]
    books = [("b", [["A title"]] * order.randrange(10) + table), ("a", annex_a.sheet_of("referrals"))]
    order.shuffle(books)
    return dict(books)


def values_of(frame):
    return sorted(map(str, frame.drop(columns=PLACES).astype(str).values.tolist()))
