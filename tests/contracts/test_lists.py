from datetime import datetime

import pytest

from lib.contracts import lists
from lib.contracts.lists import CODE, IDENTIFIER, YES_NO, Code, Column

ALL = lists.all()
COLUMNS = [(each, column) for each in ALL.values() for column in each.columns]
CODED = [(each, column) for each, column in COLUMNS if column.kind in (CODE, YES_NO)]


def of_list(each):
    return each.key


def of_column(pair):
    return f"{pair[0].key}.{pair[1].key}"


def repeated(names):
    return sorted({name for name in names if names.count(name) > 1})


def headings(column):
    """All that may stand over a column, as headings are compared, each once."""
    return sorted({lists.normal(heading) for heading in (column.title, *column.spellings)})


def spellings(code):
    return sorted({lists.normal(said) for said in (code.key, code.title, *code.spellings)})


def titles(each, layout=""):
    return [column.title for column in each.standing(layout)]


# The declarations


def test_there_are_eleven_lists_of_annex_a_and_nine_local_ones():
    annexes = [each.annex for each in ALL.values()]

    assert annexes == [*(f"A list {number}" for number in range(1, 12)), *["local"] * 9]


@pytest.mark.parametrize("each", ALL.values(), ids=of_list)
def test_keys_of_columns_are_unique_words(each):
    keys = [column.key for column in each.columns]

    assert repeated(keys) == []
    assert [key for key in keys if not key.isidentifier() or key != key.lower()] == []


@pytest.mark.parametrize("each", ALL.values(), ids=of_list)
def test_no_heading_stands_for_two_columns_of_a_list(each):
    assert repeated([heading for column in each.columns for heading in headings(column)]) == []


@pytest.mark.parametrize("each", ALL.values(), ids=of_list)
def test_what_identifies_and_dates_a_row_and_spans_a_time_are_columns_of_the_list(each):
    named = {*each.identifies, *filter(None, [each.dated]), *(key for span in each.spans for key in span)}

    assert named <= {column.key for column in each.columns}


@pytest.mark.parametrize("each", ALL.values(), ids=of_list)
def test_the_first_column_that_identifies_a_row_is_never_blank(each):
    assert not each.column(each.identifies[0]).blank


@pytest.mark.parametrize("each", ALL.values(), ids=of_list)
def test_every_list_says_where_its_definition_comes_from(each):
    assert each.source


@pytest.mark.parametrize("pair", COLUMNS, ids=of_column)
def test_a_column_has_codes_when_it_is_one_of_codes_and_only_then(pair):
    _, column = pair

    assert bool(lists.codes(column)) == (column.kind in (CODE, YES_NO))


@pytest.mark.parametrize("pair", CODED, ids=of_column)
def test_no_spelling_stands_for_two_codes_of_a_column(pair):
    _, column = pair

    assert repeated([said for code in lists.codes(column) for said in spellings(code)]) == []


@pytest.mark.parametrize("pair", CODED, ids=of_column)
def test_every_spelling_of_a_code_is_read_as_its_key(pair):
    _, column = pair

    misread = [(code.key, said) for code in lists.codes(column)
               for said in (code.key, code.title, f"{code.key}: {code.title}", *code.spellings) if lists.code(column, said) != code.key]

    assert misread == []


@pytest.mark.parametrize("each, column", [("contacts", "child"), ("referrals", "worker"), ("workforce", "worker"), ("adopters", "adopter")])
def test_people_are_named_in_columns_that_no_message_may_quote(each, column):
    assert ALL[each].column(column).kind == IDENTIFIER


def test_a_column_that_a_list_has_not_is_a_key_error():
    with pytest.raises(KeyError):
        ALL["contacts"].column("dentist")


# Headings


@pytest.mark.parametrize("heading", [
    "Date of Birth", " date  OF birth ", "DATE OF BIRTH\n", "Date\u00a0of\u00a0Birth", "Dáte of Birth", "'Date of Birth'", "Date_of_Birth",
    "DateOfBirth", "Date of birth (dd/mm/yyyy)", "Date of Birth:"])
def test_headings_are_the_same_whatever_their_capitals_spaces_quotes_accents_and_remarks(heading):
    assert lists.normal(heading) == "date birth"


def test_straight_and_curly_quotes_are_the_same():
    assert lists.normal("Child\u2019s \u2018Missing\u2019 days") == lists.normal("Child's 'Missing' days") == "childs missing days"


def test_a_heading_of_small_words_alone_is_kept():
    assert lists.normal("To") == "to"


def test_letters_joined_by_an_ampersand_stay_together():
    assert (lists.normal("A&E"), lists.normal("LAC & CPP")) == ("ae", "lac cpp")


# Recognising a list


@pytest.mark.parametrize("each", ALL.values(), ids=of_list)
def test_a_list_is_recognised_by_its_official_headings(each):
    for layout in each.layouts or ("",):
        found, said, positions = lists.recognise(titles(each, layout))

        assert (found.key, said) == (each.key, layout)
        assert positions == {column.key: place for place, column in enumerate(each.standing(layout))}


@pytest.mark.parametrize("each", ALL.values(), ids=of_list)
def test_a_list_is_told_from_the_others_by_the_columns_it_must_have(each):
    needed = [column.title for column in each.columns if not column.blank]

    assert lists.recognise(needed)[0].key == each.key


@pytest.mark.parametrize("each", ALL.values(), ids=of_list)
def test_the_order_of_columns_and_columns_of_ones_own_change_nothing(each):
    headers = ["NHS number", *reversed(titles(each, each.layouts[-1] if each.layouts else "")), None, "Ward", ""]

    found, _, positions = lists.recognise(headers)

    assert found.key == each.key
    assert {headers[place] for place in positions.values()} == set(headers) - {"NHS number", None, "Ward", ""}


@pytest.mark.parametrize("each", ALL.values(), ids=of_list)
def test_a_list_is_recognised_though_one_column_is_missing(each):
    columns = each.standing(each.layouts[-1] if each.layouts else "")

    for lost in columns:
        found = lists.recognise([column.title for column in columns if column != lost])

        assert found and found[0].key == each.key


def test_headings_that_two_lists_have_alike_are_not_guessed():
    assert lists.recognise(["Child Unique ID", "Gender", "Ethnicity", "Date of Birth", "Age"]) is None


def test_a_few_headings_of_a_list_are_not_the_list():
    assert lists.recognise(["Date of Placement Order", "Date Placed for Adoption", "Ward"]) is None


@pytest.mark.parametrize("row", [
    [], [None, None], ["Annex A", None, "List 1"], ["9", "b) Female", "a) WBRI", datetime(2015, 1, 25)], [1, 2.5, True]])
def test_a_row_that_is_no_header_is_no_list(row):
    assert lists.recognise(row) is None


def test_of_two_headings_of_one_column_the_first_is_taken():
    _, _, positions = lists.recognise(["Child ID", "Child Unique ID", "Gender", "Ethnicity", "Date of Contact", "Contact Source"])

    assert positions["child"] == 0


# Reading a code


SEX = Column("sex", "Gender", CODE, codes=(Code("F", "Female", ("girl",)), Code("M", "Male")))
SOURCE = Column("source", "Contact Source", CODE, codes=(Code("6", "Police"), Code("2A", "Schools", ("School",))))
SEEN = Column("seen", "Child seen", YES_NO)


@pytest.mark.parametrize("cell", [
    "F", "f", " Female ", "FEMALE", "b) Female", "b)Female", "B) female", "F - Female", "F: Female", "Girl", "F Female", "F) Female"])
def test_a_code_is_read_however_it_is_spelled(cell):
    assert lists.code(SEX, cell) == "F"


@pytest.mark.parametrize("cell", [6, 6.0, "6", "q) 6: Police", "6: Police force", "Police", "6 - Police"])
def test_a_code_that_is_a_number_is_read_from_a_number(cell):
    assert lists.code(SOURCE, cell) == "6"


@pytest.mark.parametrize("cell, key", [
    ("a) Yes", "yes"), ("Y", "yes"), (True, "yes"), (1, "yes"), ("b) No", "no"), (False, "no"), ("c) Unknown", "unknown")])
def test_a_question_is_answered_with_yes_no_or_unknown(cell, key):
    assert lists.code(SEEN, cell) == key


@pytest.mark.parametrize("cell", [None, "", "  ", float("nan"), "b)", "Femal", "Other", datetime(2020, 3, 1)])
def test_a_cell_that_stands_for_no_code_is_none(cell):
    assert lists.code(SEX, cell) is None


def test_a_code_whose_words_are_those_of_another_is_none():
    assert lists.code(SOURCE, "6: Schools") is None
    assert lists.code(SEX, "F - Male") is None
