"""A topic's table: months, years, benchmarks, and what the returns disagree on."""

import pytest

from lib import topics
from lib.measures import Series, Topic
from tests import rows

SHARE = "referrals_to_assessment_percent"
AGAIN = "rereferrals_percent"
PARTS = "lac_three_or_more_placements_percent"
COMING = ["Jan 2016", "Feb 2016", "Mar 2016"]


def topic(*series):
    return Topic("referrals", "Referrals", "What a referral is.", series)


def table(compared, *series, lines=()):
    return topics.table(compared, topic(*series), rows.council(*lines))


def test_a_topic_is_shown_month_by_month_and_the_months_to_come_are_blank():
    shown = rows.body(table(rows.frame(rows.row(990, month="2015-09"), rows.row(1029, month="2015-11"), rows.row(1041)), Series("contacts")))

    assert list(shown) == ["Sep 2015", "Oct 2015", "Nov 2015", "Dec 2015", *COMING]
    assert (shown["Oct 2015"], shown["Nov 2015"], shown["Dec 2015"]) == ([""], ["1,029"], ["1,041"])
    assert [shown[month] for month in COMING] == [[""]] * 3


def test_a_table_opens_with_the_first_month_there_is_be_it_of_an_earlier_year():
    shown = rows.body(table(rows.frame(rows.row(900, month="2015-02"), rows.row(1041)), Series("contacts")))

    assert list(shown)[:3] == ["Feb 2015", "Mar 2015", "Apr 2015"]


def test_a_financial_year_opens_no_row_of_its_last_month():
    shown = rows.body(table(rows.frame(rows.row(9000, month="2014-03", basis="financial_year"), rows.row(1041)),
                            Series("contacts", "financial_year"), Series("contacts")))

    assert list(shown)[0] == "Dec 2015"
    assert shown["2013/14"] == ["9,000", ""]


def test_past_years_with_a_figure_and_the_year_to_date_stand_under_the_months():
    compared = rows.frame(rows.row(1041), rows.row(8727, basis="year_to_date"), rows.row(12000, month="2015-03", basis="financial_year"))

    shown = rows.body(table(compared, Series("contacts")))

    assert {name: shown[name] for name in list(shown)[4:]} == {"2014/15": ["12,000"], "2015/16 to date": ["8,727"]}


def test_the_year_to_date_of_an_earlier_month_is_not_this_ones():
    compared = rows.frame(rows.row(1041), rows.row(7686, basis="year_to_date", month="2015-11"))

    assert rows.body(table(compared, Series("contacts"))).get("2015/16 to date") is None


def test_years_stand_only_in_the_first_column_of_a_measure():
    compared = rows.frame(rows.row(31.0, AGAIN), rows.row(29.3, AGAIN, basis="rolling_12"), rows.row(31.3, AGAIN, basis="year_to_date"),
                          rows.row(30.9, AGAIN, basis="financial_year", month="2015-03"), rows.row(79.2, SHARE),
                          rows.row(80.9, SHARE, basis="year_to_date"))

    shown = rows.body(table(compared, Series(AGAIN), Series(AGAIN, "rolling_12"), Series(SHARE)))

    assert shown["Dec 2015"] == ["31.0%", "29.3%", "79.2%"]
    assert shown["2014/15"] == ["30.9%", "", ""]
    assert shown["2015/16 to date"] == ["31.3%", "", "80.9%"]


def test_a_line_may_show_another_measures_years():
    compared = rows.frame(rows.row(668.6, "referrals_rate"), rows.row(3684, "referrals", basis="year_to_date"))
    line = rows.line("referrals_rate", "2.4", title="Referrals per 10,000 children", year_to_date="referrals")

    assert rows.body(table(compared, Series("referrals_rate"), lines=[line]))["2015/16 to date"] == ["3,684"]


def test_what_the_settings_note_of_lines_without_a_target_stands_below_their_table():
    compared = rows.frame(rows.row(31.0, AGAIN), rows.row(79.2, SHARE), rows.row(1041))
    lines = [rows.line(AGAIN, "1", note="Leaves out <transfers>"), rows.line(SHARE, "2", note="Leaves out <transfers>"),
             rows.line("contacts", "3", note="Of another table"), rows.line(AGAIN, "4", basis="rolling_12", target="at_most", note="National, not local")]

    shown = rows.parsed(table(compared, Series(AGAIN), Series(SHARE), lines=lines))

    assert [each.text for each in shown.select("p.source")] == ["1, 2: Leaves out <transfers>"]


def test_benchmarks_have_a_row_a_comparator_that_names_its_year():
    compared = rows.frame(rows.row(31.0, AGAIN, england=24.0, england_period="2014/15"),
                          rows.row(79.2, SHARE, england=87.1, england_period="2013/14", best_neighbour_period="2014/15", best_neighbour_state="-"))

    shown = rows.body(table(compared, Series(AGAIN), Series(SHARE)))

    assert {name: shown[name] for name in list(shown)[4:]} == {
        "Best statistical neighbour, 2014/15": ["", "not published"], "England, 2013/14 and 2014/15": ["24.0%", "87.1%"]}


def test_the_parts_of_a_percentage_stand_before_it_with_their_year():
    compared = rows.frame(rows.row(11.3, PARTS, numerator=48.0, denominator=425.0),
                          rows.row(12.0, PARTS, basis="financial_year", month="2015-03", numerator=49.0, denominator=408.0))
    line = rows.line(PARTS, "8.2", title="Moved often <3 or more>")

    shown = table(compared, Series(PARTS, parts="both"), lines=[line])

    assert rows.heads(shown) == ["Period", "8.2 Moved often <3 or more>: number of all", "8.2 Moved often <3 or more>"]
    assert rows.body(shown)["Dec 2015"] == ["48 of 425", "11.3%"]
    assert rows.body(shown)["2014/15"] == ["49 of 408", "12.0%"]


def test_a_numerator_alone_is_headed_as_the_number():
    shown = table(rows.frame(rows.row(11.3, PARTS, numerator=48.0, denominator=425.0)), Series(PARTS, parts="numerator"))

    assert rows.heads(shown)[1].endswith(": number")
    assert rows.body(shown)["Dec 2015"] == ["48", "11.3%"]


def test_a_contradicted_figure_carries_a_dagger_and_so_do_parts_that_are_the_other_returns():
    rival = rows.row(11.0, PARTS, rivals="11.3 (topic_pages.xlsx)", rival_numerator=48.0, rival_denominator=425.0)

    assert rows.body(table(rows.frame(rival), Series(PARTS, parts="both")))["Dec 2015"] == ["48 of 425†", "11.0%†"]


def test_every_category_of_a_breakdown_has_a_column_in_the_order_of_the_lines():
    compared = rows.frame(*(rows.row(value, "cases_per_social_worker_average", breakdown="team", category=category, name="Cases per social worker")
                            for value, category in ((16.0, "Duty"), (18.0, "CIN North"), (12.0, "Looked after"))))
    line = rows.line("cases_per_social_worker_average", "11.1", breakdown="team", category="Looked after", title="Cases: looked after")

    shown = table(compared, Series("cases_per_social_worker_average", breakdown="team"), lines=[line])

    assert rows.heads(shown) == ["Period", "11.1 Cases: looked after", "Average cases per qualified social worker: CIN North",
                                 "Average cases per qualified social worker: Duty"]
    assert rows.body(shown)["Dec 2015"] == ["12.0", "18.0", "16.0"]


def test_a_cell_without_a_figure_says_why():
    compared = rows.frame(rows.row(state="On hold", month="2015-11"), rows.row(state="c"))

    shown = rows.body(table(compared, Series("contacts")))

    assert (shown["Nov 2015"], shown["Dec 2015"]) == (["On hold"], ["c"])


def test_a_table_says_what_where_and_when_it_is_and_leaves_its_rows_as_they_were():
    compared = rows.frame(rows.row(1041))
    before = compared.copy()

    shown = rows.parsed(table(compared, Series("contacts")))

    assert shown.caption.text == "Referrals, month by month. Somewhere, December 2015."
    assert compared.equals(before)


def disagreements(*compared):
    return topics.disagreements(rows.frame(*compared), topic(Series("contacts")), rows.council())


def test_returns_that_agree_are_not_mentioned():
    assert disagreements(rows.row(1041)) == ""


def test_a_figure_the_returns_disagree_on_is_shown_with_what_is_not():
    shown = rows.parsed(disagreements(rows.row(8727, basis="year_to_date", rivals="8951 (sum of 9 months)")))

    assert shown.summary.text == "† The returns disagree on one figure of this subject"
    assert shown.li.text == "Contacts, April to December 2015: 8,727 is shown; also returned: 8951 (sum of 9 months)."
    assert shown.li.data["value"] == "8727.0"


def test_several_are_counted_with_their_category():
    shown = rows.parsed(disagreements(rows.row(3, rivals="4"), rows.row(5, breakdown="team", category="Duty & out of hours", rivals="6")))

    assert shown.summary.text == "† The returns disagree on 2 figures of this subject"
    assert shown.find_all("li")[1].text == "Contacts, Duty & out of hours, December 2015: 5 is shown; also returned: 6."


@pytest.mark.parametrize("other", [{"measure": "referrals"}, {"month": "2016-01"}], ids=["another subject's", "a later month's"])
def test_what_the_returns_disagree_on_elsewhere_is_left_out(other):
    assert disagreements(rows.row(3, rivals="4", **other)) == ""


def test_a_series_of_which_nothing_was_returned_is_left_out_and_said_to_be():
    compared = rows.frame(rows.row(79.2, SHARE), rows.row(state="not covered"))

    shown = table(compared, Series(SHARE), Series("contacts"))

    assert len(rows.heads(shown)) == 2
    assert rows.parsed(shown).select_one("p.absence").text == "Left out, since no return gives it by itself: Contacts received."
