"""For which months a list is complete, as its own rows tell it."""

from types import SimpleNamespace

import pandas as pd
import pytest

from lib import periods
from lib.contracts import lists
from lib.errors import Finding
from lib.returns import child_level, windows

MONTH = "2020-03"


def frame(key, rows):
    """A list's frame of rows that say so much; everything else is blank."""
    blank = child_level.blank(lists.all()[key])
    return blank.reindex(range(len(rows))).assign(**{name: pd.to_datetime([row.get(name) for row in rows]) for name in sorted({*sum(map(list, rows), [])})})


def window(key, *rows, **stated):
    """The first and the last month that a list is complete for; None for no month."""
    months = windows.of({key: frame(key, rows)}, MONTH, stated)[key]
    assert list(months) == (periods.between(months[0], months[-1]) if months else [])
    return (months[0], months[-1]) if months else None


def on(column, *days):
    return [{column: day} for day in days]


def many(column, *months, first=1, count=40):
    """So many rows in each month, from a day of it on."""
    return [{column: f"{month}-{first + number % (28 - first):02d}"} for month in months for number in range(count)]


# Lists of events


def test_a_list_of_events_is_complete_back_to_the_month_after_a_gap():
    rows = on("date_of_contact", "2020-03-17", "2020-02-10", "2020-01-02", "2019-11-04")

    assert window("contacts", *rows) == ("2020-01", "2020-03")


def test_its_first_month_counts_when_its_earliest_row_falls_in_the_first_seven_days():
    assert window("contacts", *on("date_of_contact", "2020-03-17", "2020-02-07")) == ("2020-02", "2020-03")


def test_a_first_month_that_is_begun_later_is_left_out():
    assert window("contacts", *on("date_of_contact", "2020-03-17", "2020-02-08")) == ("2020-03", "2020-03")


def test_the_month_of_the_return_counts_whenever_in_it_the_rows_begin():
    assert window("contacts", *on("date_of_contact", "2020-03-30")) == ("2020-03", "2020-03")


def test_rows_after_the_month_of_the_return_tell_nothing():
    assert window("contacts", *on("date_of_contact", "2020-03-17", "2020-04-01")) == ("2020-03", "2020-03")


def test_a_list_of_which_only_later_months_have_rows_is_of_no_month():
    assert window("contacts", *on("date_of_contact", "2020-04-01")) is None


def test_a_rare_list_that_reaches_into_the_first_month_of_its_definition_is_complete_for_all_of_it():
    assert window("early_help_assessments", *on("assessment_started", "2019-10-28", "2020-02-10")) == ("2019-10", "2020-03")


def test_a_rare_list_that_does_not_reach_so_far_is_not():
    assert window("early_help_assessments", *on("assessment_started", "2019-11-02", "2020-02-10")) == ("2020-03", "2020-03")


def test_a_list_that_the_definition_does_not_window_goes_by_its_rows_alone():
    assert window("workflow_steps", *on("started", "2019-10-02", "2020-02-10", "2020-03-02")) == ("2020-03", "2020-03")


def test_an_empty_month_of_a_list_with_many_rows_is_a_gap_whatever_the_definition_says():
    rows = many("date_of_contact", "2019-10", "2019-11", "2020-01", "2020-02", "2020-03")

    assert window("contacts", *rows) == ("2020-01", "2020-03")


def test_a_list_with_many_rows_that_begins_late_in_the_first_month_of_its_definition_is_cut_there():
    rows = many("date_of_contact", "2019-10", first=15) + many("date_of_contact", "2019-11", "2019-12", "2020-01", "2020-02", "2020-03")

    assert window("contacts", *rows) == ("2019-11", "2020-03")


def test_rows_may_reach_further_back_than_the_definition_asks():
    assert window("contacts", *many("date_of_contact", *periods.between("2019-04", "2020-03"))) == ("2019-04", "2020-03")


def test_a_list_with_many_rows_and_none_in_the_month_is_another_months_extract():
    assert window("contacts", *many("date_of_contact", "2020-01", "2020-02")) is None


def test_a_rare_list_with_no_row_in_the_month_says_that_there_was_none():
    assert window("contacts", *on("date_of_contact", "2020-02-03")) == ("2020-02", "2020-03")


def test_undated_rows_leave_the_month_of_the_return():
    assert window("assessments", *on("assessment_started", "2020-02-03")) == ("2020-03", "2020-03")


@pytest.mark.parametrize("key, made", [("visits", "visited"), ("reviews", "reviewed")])
def test_visits_and_reviews_are_dated_by_when_they_were_due_or_else_by_when_they_were_made(key, made):
    rows = [{"due": "2020-01-03"}, {"due": "2020-02-14", made: "2020-03-02"}, {made: "2020-03-20"}]

    assert window(key, *rows) == ("2020-01", "2020-03")


# Lists of periods and of how things stand


def test_periods_are_complete_back_to_the_first_month_since_which_they_ended():
    rows = [{"started": "2018-05-01"}, {"started": "2019-01-07", "ended": "2020-01-03"}, {"started": "2019-01-07", "ended": "2020-02-27"},
            {"started": "2019-01-07", "ended": "2020-03-02"}]

    assert window("plans", *rows) == ("2020-01", "2020-03")


def test_periods_that_have_not_ended_are_complete_for_the_month_of_the_return():
    assert window("child_protection_plans", *on("plan_started", "2019-05-01", "2020-03-02")) == ("2020-03", "2020-03")


def test_ends_to_come_tell_nothing():
    assert window("workforce", {"started": "2019-05-01", "ended": "2020-05-31"}) == ("2020-03", "2020-03")


def test_a_child_for_adoption_leaves_the_list_by_an_order_or_a_reversal():
    rows = [{"decision": "2019-01-01", "adopted": "2020-02-05"}, {"decision": "2019-01-01", "decision_reversed": "2020-03-05"}]

    assert window("children_for_adoption", *rows) == ("2020-02", "2020-03")


def test_many_periods_of_which_none_began_or_ended_in_the_month_are_another_months_extract():
    assert window("children_in_need", *many("started", "2020-01", "2020-02")) is None


@pytest.mark.parametrize("key", ["care_leavers", "supervision", "establishment", "adopters"])
def test_what_tells_how_things_stand_is_of_the_month_of_the_return_alone(key):
    assert window(key, {}) == ("2020-03", "2020-03")


def test_every_list_is_of_events_of_periods_or_of_how_things_stand():
    standing = [key for key, each in lists.all().items() if not each.dated and not each.ends]

    assert standing == ["care_leavers", "adopters", "supervision", "establishment"]
    assert [key for key, each in lists.all().items() if each.dated and each.ends] == []


def test_what_ends_a_period_is_a_date_of_its_list():
    kinds = {each.column(end).kind for each in lists.all().values() for end in each.ends}

    assert kinds == {lists.DATE}


# What the settings say, and findings


def test_the_settings_win_over_the_rows():
    rows = on("date_of_contact", "2020-03-17", "2020-02-10", "2020-01-02")

    assert window("contacts", *rows, contacts="2019-04") == ("2019-04", "2020-03")
    assert window("contacts", *rows, contacts="2020-03") == ("2020-03", "2020-03")


def test_the_returns_of_a_month_before_the_one_that_the_settings_state_go_by_their_rows():
    rows = on("date_of_contact", "2020-03-17", "2020-02-03")

    assert window("contacts", *rows, contacts="2020-04") == ("2020-02", "2020-03")


def test_a_list_without_a_row_is_of_no_month_unless_the_settings_state_that_very_month():
    assert window("contacts") is None
    assert window("contacts", contacts="2020-02") is None
    assert window("contacts", contacts="2020-03") == ("2020-03", "2020-03")


def test_another_months_extract_stays_one_unless_the_settings_state_that_very_month():
    rows = many("date_of_contact", "2020-01", "2020-02")

    assert window("contacts", *rows, contacts="2019-04") is None
    assert window("contacts", *rows, contacts="2020-03") == ("2020-03", "2020-03")


def messages(*sheets):
    """What is said of lists, each given as its key, its rows that stand and how many were read."""
    files = pd.DataFrame([(key, "2020-03/a.xlsx", f"Sheet {number}", read) for number, (key, _, read) in enumerate(sheets, 1)],
                         columns=["list", "file", "sheet", "rows_read"])
    held = SimpleNamespace(frames={key: frame(key, rows) for key, rows, _ in sheets}, files=files)
    found = windows.findings(held, windows.of(held.frames, MONTH, {}), MONTH)
    return [f"{row.severity}: {Finding(*row)}" for row in found.itertuples(index=False)]


def test_a_list_that_looks_like_another_months_is_a_finding_that_says_what_to_do():
    assert messages(("contacts", many("date_of_contact", "2020-01", "2020-02"), 80)) == [
        'warning: 2020-03/a.xlsx, sheet "Sheet 1": List 1: contacts: of its 80 rows none happened in March 2020. Expected rows of the return\'s month. '
        "It is taken for the extract of another month, and nothing is counted from it; if it is this month's all the same, say so in settings.toml, as in "
        '[complete_from] contacts = "2020-03".']


def test_a_list_without_a_row_is_a_note_that_says_what_to_do_when_there_was_none():
    assert messages(("contacts", [], 0)) == [
        'note: 2020-03/a.xlsx, sheet "Sheet 1": List 1: contacts: there is no row under the header. Expected rows. Nothing is counted from it, as if it had '
        "not been returned; where there was nothing to list, say so in settings.toml, as in [complete_from] contacts = \"2020-03\", and it counts as nought."]


def test_lists_of_a_file_without_a_row_are_one_note():
    assert messages(("contacts", [], 0), ("referrals", [], 0)) == [
        "note: 2020-03/a.xlsx: 2 lists have no row under their header: List 1: contacts and List 3: referrals. Expected rows. Nothing is counted from them, "
        'as if they had not been returned; where there was nothing to list, say so in settings.toml, as in [complete_from] contacts = "2020-03", and it '
        "counts as nought."]


def test_a_list_whose_rows_are_all_set_aside_is_a_finding():
    assert messages(("contacts", [], 3)) == [
        'warning: 2020-03/a.xlsx, sheet "Sheet 1": List 1: contacts: every row was set aside. Expected rows that can be used. Nothing is counted from it, '
        "as if it had not been returned; correct what is said of its rows and run again."]


def test_nothing_is_said_of_a_list_that_is_complete_for_its_month():
    assert messages(("contacts", on("date_of_contact", "2020-03-17"), 1)) == []
