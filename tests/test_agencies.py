"""Contacts by agency: two months side by side, and what moved between them."""

from lib import agencies
from tests import rows

CONTACTS, SHARE, TAKEN_ON, PERCENT = agencies.COLUMNS
NOW, BEFORE = "2015-12", "2015-11"
HEADS = ["Who made contact", "Contacts", "Share of contacts", "Became a referral", "Share of theirs"]


def month(month, before=None, **agencies_of):
    """The rows of a month: by agency (contacts, share, taken on), with the shares of the month before; in all 100 contacts, 40 taken on."""
    made = [rows.row(100, CONTACTS, month, month_ago=90), rows.row(40, TAKEN_ON, month), rows.row(40, PERCENT, month, month_ago=30)]
    for name, (contacts, share, taken_on) in agencies_of.items():
        said = {"breakdown": "source", "category": name}
        was = (before or {}).get(name, rows.NOTHING)
        made += [rows.row(contacts, CONTACTS, month, **said), rows.row(share, SHARE, month, month_ago=was, **said),
                 rows.row(taken_on, TAKEN_ON, month, **said)]
    return made


def two_months():
    return rows.frame(*month(NOW, {"Police": 36.7, "Schools": 20.2, "Anonymous": 2.0}, Police=(48, 47.9, 20), Schools=(14, 14.1, 7),
                             Anonymous=(2, 2, 0)),
                      *month(BEFORE, Police=(33, 36.7, 8), Schools=(18, 20.2, 11), Anonymous=(2, 2, 1)))


def tables(compared):
    return rows.parsed(agencies.view(compared, rows.council())).select(".side-by-side table")


def test_the_month_stands_beside_the_month_before():
    shown = tables(two_months())

    assert [table.caption.text for table in shown] == ["Contacts by agency. Somewhere, December 2015.",
                                                       "Contacts by agency. Somewhere, November 2015."]
    assert [rows.heads(str(table)) for table in shown] == [HEADS, HEADS]


def test_agencies_stand_by_their_contacts_of_the_month_in_both_tables_and_all_contacts_last():
    first, second = tables(two_months())

    assert list(rows.body(str(first))) == list(rows.body(str(second))) == ["Police", "Schools", "Anonymous", "All contacts"]
    assert rows.body(str(first))["Police"] == ["48", "47.9%", "20", ""]
    assert rows.body(str(first))["All contacts"] == ["100", "", "40", "40.0%"]


def test_what_moved_is_said_with_the_largest_change_of_share_first():
    said = rows.parsed(agencies.view(two_months(), rows.council())).select_one('[data-words="drafted"]')

    assert [rows.read(str(item)) for item in said.select("li")] == [
        "Police: 47.9% of contacts, up 11.2 percentage points from 36.7% in November.",
        "Schools: 14.1% of contacts, down 6.1 percentage points from 20.2% in November."]
    assert rows.read(str(said.p)).startswith("Contacts came to 100 in December 2015, up 10")


def test_a_change_names_the_figures_it_is_made_of():
    change = rows.parsed(agencies.view(two_months(), rows.council())).select_one("li data[data-from]")

    assert change["data-from"] == f"{SHARE}@{NOW}@in_month {SHARE}@{BEFORE}@in_month"
    assert change["data-category"] == "Police"


def test_no_more_than_four_agencies_are_said_to_have_moved():
    names = ["Police", "Schools", "Housing", "Anonymous", "Other", "Unknown"]
    compared = rows.frame(*month(NOW, dict.fromkeys(names, 10.0), **{name: (20, 15.0 + place, 1) for place, name in enumerate(names)}))

    said = rows.parsed(agencies.view(compared, rows.council())).select("li")

    assert [item.text.partition(":")[0] for item in said] == ["Unknown", "Other", "Anonymous", "Housing"]


def test_a_month_before_of_which_nothing_is_known_has_no_table():
    shown = tables(rows.frame(*month(NOW, Police=(48, 47.9, 20))))

    assert [table.caption.text for table in shown] == ["Contacts by agency. Somewhere, December 2015."]


def test_without_any_agency_there_is_a_line_that_says_so():
    shown = rows.parsed(agencies.view(rows.frame(rows.row(1041)), rows.council()))

    assert shown.select_one("p.absence").text == "Nothing was returned on who made contact, in December 2015."
    assert not shown.select("table")


def test_a_suppressed_number_is_told_as_such_and_moves_nothing():
    compared = rows.frame(*month(NOW, Police=(48, 47.9, 20)),
                          rows.row(measure=CONTACTS, state="suppressed", breakdown="source", category="Schools"),
                          rows.row(measure=SHARE, state="suppressed", breakdown="source", category="Schools"))

    first, = tables(compared)

    assert rows.body(str(first))["Schools"] == ["c", "c", "", ""]


def test_the_rows_are_left_as_they_were():
    compared = two_months()
    before = compared.copy()

    agencies.view(compared, rows.council())

    assert compared.equals(before)
