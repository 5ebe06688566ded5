"""The workforce in tables: who is in post by team and role, by month, and against the budget."""

from dataclasses import replace

import pytest

from lib import workforce_tables
from lib.workforce_tables import ALL, BUDGET, CURRENT, INTERIM, PERMANENT, SHARE, STARTERS, VARIANCE
from tests import rows

MONTH = "2014-12"
RULES = replace(rows.council(month=MONTH), teams=("North", "Duty"))
TEAM, ROLE, BOTH = "team", "role", "team | role"
HEAD = ["Perm.", "Interim", "Interim share"]


def staff(permanent, interim, breakdown="", category="", month=MONTH):
    """The four figures of one place."""
    everyone, place = permanent + interim, dict(breakdown=breakdown, category=category, month=month)
    share = rows.row(100 * interim / everyone, SHARE, **place) if everyone else rows.row(measure=SHARE, state="none in the period", **place)
    return [rows.row(permanent, PERMANENT, **place), rows.row(interim, INTERIM, **place), rows.row(everyone, ALL, **place), share]


def posts(starters, current, budget, variance, category=""):
    place = dict(breakdown=TEAM if category else "", category=category, month=MONTH)
    return [rows.row(value, measure, **place) for measure, value in ((STARTERS, starters), (CURRENT, current), (BUDGET, budget), (VARIANCE, variance))]


SOCIAL_WORKERS = [*staff(9.49, 8, ROLE, "Social worker"), *staff(6.49, 8, BOTH, "North | Social worker"), *staff(3, 0, BOTH, "Duty | Social worker")]
MANAGERS = [*staff(1, 0, ROLE, "Team manager"), *staff(1, 0, BOTH, "North | Team manager"), *staff(0, 0, BOTH, "Duty | Team manager")]
TEAMS = [*staff(7.49, 8, TEAM, "North"), *staff(3, 0, TEAM, "Duty"), *staff(10.49, 8)]
IN_POST = rows.frame(*TEAMS, *SOCIAL_WORKERS, *MANAGERS)
AGAINST = rows.frame(*TEAMS, *posts(1, 16.49, 17.99, 1.5, "North"), *posts(0, 3, 2, -1, "Duty"), *posts(1, 19.49, 19.99, 0.5))


def tables(html):
    return rows.parsed(html).select("table")


def test_staff_stand_in_a_row_a_team_and_a_group_of_columns_a_role_the_managers_first():
    table, = tables(workforce_tables.view(IN_POST, RULES))

    assert [rows.read(str(head)) for head in table.select("thead tr:first-child th")] == ["Team", "Team manager", "Social worker", "All staff"]
    assert rows.heads(str(table))[4:] == HEAD * 3
    assert rows.body(str(table))["North"] == ["1.00", "0.00", "0.0%", "6.49", "8.00", "55.2%", "7.49", "8.00", "51.6%"]


def test_the_whole_authority_stands_last_and_teams_as_the_settings_name_them():
    table, = tables(workforce_tables.view(IN_POST, RULES))

    assert list(rows.body(str(table))) == ["North", "Duty", "Whole authority"]
    assert rows.body(str(table))["Whole authority"] == ["1.00", "0.00", "0.0%", "9.49", "8.00", "45.7%", "10.49", "8.00", "43.3%"]


def test_a_role_that_a_team_does_not_have_is_blank():
    table, = tables(workforce_tables.view(IN_POST, RULES))

    assert rows.body(str(table))["Duty"][:3] == ["", "", ""]


def test_teams_without_roles_have_columns_for_all_staff_alone():
    table, = tables(workforce_tables.view(rows.frame(*TEAMS), RULES))

    assert [rows.read(str(head)) for head in table.select("thead tr:first-child th")] == ["Team", "All staff"]
    assert rows.read(str(table.caption)) == "Permanent and interim staff, full-time equivalent, by team. Somewhere, end of December 2014."


def test_the_months_known_stand_below_each_other_with_the_roles_of_any_of_them():
    earlier = [*staff(63.28, 13, month="2012-10"), *staff(50.28, 9, ROLE, "Social worker", "2012-10"), *staff(59.75, 32.98, month="2014-03")]
    _, table = tables(workforce_tables.view(rows.frame(*TEAMS, *earlier), RULES))

    assert rows.body(str(table)) == {
        "October 2012": ["50.28", "9.00", "15.2%", "63.28", "13.00", "17.0%"], "March 2014": ["", "", "", "59.75", "32.98", "35.6%"],
        "December 2014": ["", "", "", "10.49", "8.00", "43.3%"]}


def test_of_many_months_the_last_eight_stand():
    months = [each for month in range(1, 12) for each in staff(60, 10, month=f"2014-{month:02}")]
    table = tables(workforce_tables.view(rows.frame(*TEAMS, *months), RULES))[1]

    assert list(rows.body(str(table))) == ["May 2014", "June 2014", "July 2014", "August 2014", "September 2014", "October 2014", "November 2014", "December 2014"]


def test_what_the_settings_note_of_staff_stands_below_the_months_once():
    noted = replace(RULES, lines=rows.council(*(rows.line(measure, code, note="Managers alone before March 2014") for measure, code in ((ALL, "7.1"), (SHARE, "7.2"))),
                                              rows.line("contacts", "1", note="Another matter")).lines)

    shown = rows.parsed(workforce_tables.view(rows.frame(*TEAMS, *staff(60, 10, month="2014-02")), noted))

    assert [each.text for each in shown.select("p.source")] == ["All staff: Managers alone before March 2014", workforce_tables.HOW_TO_READ]


def test_the_current_total_stands_beside_the_budget_with_over_and_under():
    table = tables(workforce_tables.view(AGAINST, RULES))[-1]

    assert rows.heads(str(table)) == ["Team", "Permanent", "Interim", "Confirmed starters", "Current total", "Budget", "Over or under budget"]
    assert rows.body(str(table)) == {"North": ["7.49", "8.00", "1.00", "16.49", "17.99", "1.50 under"], "Duty": ["3.00", "0.00", "0.00", "3.00", "2.00", "-1.00 over"],
                                     "Whole authority": ["10.49", "8.00", "1.00", "19.49", "19.99", "0.50 under"]}


def test_a_team_on_its_budget_is_neither_over_nor_under():
    exact = rows.frame(*TEAMS, *posts(0, 3, 3, 0, "Duty"))

    assert rows.body(str(tables(workforce_tables.view(exact, RULES))[-1]))["Duty"][-1] == "0.00 on budget"


def test_every_number_is_a_figure_of_its_own_measure_team_and_month():
    marked = tables(workforce_tables.view(AGAINST, RULES))[-1].select("tbody tr:first-child data")

    assert [(mark["data-measure"], mark["data-category"], mark["data-month"], mark["value"]) for mark in marked] == [
        (measure, "North", MONTH, value) for measure, value in (
            (PERMANENT, "7.49"), (INTERIM, "8.0"), (STARTERS, "1.0"), (CURRENT, "16.49"), (BUDGET, "17.99"), (VARIANCE, "1.5"))]


@pytest.mark.parametrize("compared", [rows.frame(), rows.frame(rows.row(421, month=MONTH))], ids=["nothing", "another subject"])
def test_a_line_says_that_nothing_was_returned(compared):
    assert rows.read(workforce_tables.view(compared, RULES)) == "The workforce: nothing was returned up to December 2014."


def test_the_rows_are_left_as_they_were():
    before = AGAINST.copy()

    workforce_tables.view(AGAINST, RULES)

    assert AGAINST.equals(before)
