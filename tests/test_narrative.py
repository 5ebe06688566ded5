"""Drafted sentences, whole; and that each number in them is the figure it is marked as."""

import re

import pytest
from hypothesis import given, settings, strategies as st

from lib import headlines, marks, narrative, periods, rates
from lib.measures import BASES, PERCENT, UNITS, Series, Topic
from tests import rows
from tests.rows import NOTHING

SHARE = "referrals_to_assessment_percent"


def said(value=NOTHING, measure="contacts", to_date=None, **more):
    """The paragraph that a row drafts, as a reader has it."""
    return rows.read(narrative.paragraph(rows.one(value, measure, **more), to_date))


def test_a_count_of_a_month_came_to_what_it_is():
    assert said(1041) == "Contacts came to 1,041 in December 2015."


@pytest.mark.parametrize(("basis", "sentence"), [
    ("in_month", "Share stood at 79.2% in December 2015."), ("month_end", "Share stood at 79.2% at the end of December 2015."),
    ("year_to_date", "Share stood at 79.2% from April to December 2015."), ("rolling_12", "Share stood at 79.2% in the year to December 2015."),
    ("financial_year", "Share stood at 79.2% in 2015/16.")])
def test_the_period_of_a_figure_is_named_for_its_basis(basis, sentence):
    assert said(79.2, SHARE, basis=basis, name="Share") == sentence


def test_the_year_to_date_in_april_is_april():
    assert said(9, basis="year_to_date", month="2015-04") == "Contacts came to 9 in April 2015."


def test_a_stock_stood_at_what_it_is():
    assert said(409, "children_looked_after", name="Children looked after") == "Children looked after stood at 409 at the end of December 2015."


def test_a_change_on_the_month_names_both_figures():
    assert said(1041, month_ago=1029.0) == "Contacts came to 1,041 in December 2015, up 12 from 1,029 in November."


def test_changes_on_the_month_and_on_the_year_follow_each_other():
    assert said(1041, month_ago=1050.0, year_ago=1000.0) == (
        "Contacts came to 1,041 in December 2015, down 9 from 1,050 in November, and up 41 from 1,000 in December 2014.")


def test_a_change_on_the_year_stands_alone_where_the_month_before_is_missing():
    assert said(1041, year_ago=1000.0) == "Contacts came to 1,041 in December 2015, up 41 from 1,000 in December 2014."


def test_a_month_of_another_year_is_named_with_it():
    assert said(3, month="2016-01", month_ago=2.0) == "Contacts came to 3 in January 2016, up 1 from 2 in December 2015."


def test_a_financial_year_is_set_against_the_year_before_only():
    assert said(12000, basis="financial_year", month="2015-03", month_ago=11000.0) == "Contacts came to 12,000 in 2014/15."


def test_a_large_change_of_a_count_is_said_in_per_cent_too():
    assert said(421, month_ago=555.0, year_ago=374.0) == (
        "Contacts came to 421 in December 2015, down 134 (24.14%) from 555 in November, and up 47 (12.57%) from 374 in December 2014.")


@pytest.mark.parametrize("row", [dict(value=19, month_ago=10.0), dict(value=1041, month_ago=950.0), dict(value=60.0, measure=SHARE, month_ago=40.0)],
                         ids=["of a few", "a small change", "of a percentage"])
def test_per_cent_of_a_few_of_a_small_change_or_of_a_percentage_go_unsaid(row):
    assert "(" not in said(**row)


def test_the_per_cent_of_a_change_is_derived_from_the_two_figures():
    percent = rows.parsed(narrative.changed(rows.one(421, month_ago=555.0))).select("data")[1]

    assert percent["data-from"] == "contacts@2015-12@in_month contacts@2015-11@in_month"
    assert float(percent["value"]) == pytest.approx(-24.144144)


def among(*others):
    return marks.rows_by_key(rows.frame(*others))


def beside(value, *others, measure="contacts", **more):
    """The paragraph that a row drafts where those others stand beside it."""
    return rows.read(narrative.paragraph(rows.one(value, measure, **more), rows=among(*others)))


def test_a_fall_from_a_peak_is_said_with_its_month():
    assert beside(421, rows.row(747, month="2015-07"), peak_month="2015-07", percent_from_peak=-43.6412) == (
        "Contacts came to 421 in December 2015. It is 43.64% below its peak in July, 747.")


@pytest.mark.parametrize(("peak", "fall"), [(rows.row(500, month="2015-07"), -15.8), (rows.row(747, month="2015-11"), -43.6), (rows.row(month="2015-07"), -43.6),
                                            (rows.row(18, month="2015-07"), -60.0)],
                         ids=["a small fall", "the month before", "a peak withheld", "a peak of a few"])
def test_a_fall_that_is_small_said_already_withheld_or_of_a_few_goes_unsaid(peak, fall):
    assert beside(421, peak, peak_month=peak["month"], percent_from_peak=fall) == "Contacts came to 421 in December 2015."


def test_a_stock_is_set_against_april_and_its_peak_then_goes_unsaid():
    april = rows.row(248, "children_on_cp_plans", month="2015-04")

    assert beside(156, april, measure="children_on_cp_plans", name="Children on plans", percent_since_april=-37.0968, peak_month="2015-04",
                  percent_from_peak=-37.0968) == (
        "Children on plans stood at 156 at the end of December 2015. It is 37.10% lower than at the end of April, 248.")


def test_a_stock_that_has_grown_since_april_is_higher():
    april = rows.row(200, "children_looked_after", month="2015-04")

    assert beside(250, april, measure="children_looked_after", name="Children", percent_since_april=25.0).endswith(
        "It is 25.00% higher than at the end of April, 200.")


def test_april_goes_unsaid_of_a_flow_and_in_may():
    assert "April" not in beside(156, rows.row(248, month="2015-04"), percent_since_april=-37.1)
    assert "lower" not in beside(156, rows.row(248, "children_on_cp_plans", month="2015-04"), measure="children_on_cp_plans", month="2015-05",
                                 percent_since_april=-37.1)


def test_how_many_took_how_long_stands_in_one_sentence():
    bands = [rows.row(value, breakdown="days taken", category=category) for category, value in (
        ("11 to 15 working days", 28), ("16 to 21 working days", 9), ("22 working days or more", 1), ("Not recorded", 0))]

    assert beside(38, *bands, name="Late assessments") == (
        "Late assessments came to 38 in December 2015. "
        "Of these, 28 took 11 to 15 working days, 9 took 16 to 21 working days and 1 took 22 working days or more.")


def test_one_length_alone_and_none_at_all_are_said_plainly():
    assert beside(3, rows.row(3, breakdown="days taken", category="11 to 15 working days"), name="Late").endswith("Of these, 3 took 11 to 15 working days.")
    assert beside(3, rows.row(breakdown="days taken", category="11 to 15 working days"), name="Late") == "Late came to 3 in December 2015."


def test_a_figure_that_did_not_move_is_unchanged():
    assert said(9, month_ago=9.0, year_ago=9.0) == "Contacts came to 9 in December 2015, unchanged from November, and unchanged from December 2014."


def test_a_percentage_moves_by_percentage_points():
    assert said(79.2, SHARE, name="Share", month_ago=76.0) == "Share stood at 79.2% in December 2015, up 3.2 percentage points from 76.0% in November."


def test_an_amount_is_left_out_where_rounding_would_contradict_the_two_figures():
    assert said(75.04, SHARE, name="Share", month_ago=71.96) == "Share stood at 75.0% in December 2015, up from 72.0% in November."


def test_a_move_too_small_to_print_is_hardly_a_change():
    assert said(0.276, SHARE, name="Share", month_ago=0.27) == "Share stood at 0.3% in December 2015, hardly changed from November."
    assert said(0.24, SHARE, name="Share", month_ago=0.16) == "Share stood at 0.2% in December 2015, hardly changed from November."


def test_a_figure_names_its_category():
    assert said(16.04, "cases_per_social_worker_average", name="Cases per social worker", category="Duty & <out of hours>") == (
        "Cases per social worker, Duty & <out of hours>, stood at 16.0 at the end of December 2015.")


@pytest.mark.parametrize(("column", "since", "sentence"), [
    ("highest_since", "start", "It is the highest in the months on record, from April 2015."),
    ("lowest_since", "start", "It is the lowest in the months on record, from April 2015."),
    ("highest_since", "2015-02", "It is the highest since February 2015."), ("lowest_since", "2014-12", "It is the lowest since December 2014.")])
def test_a_record_is_said_with_since_when(column, since, sentence):
    assert said(1041, **{column: since}) == f"Contacts came to 1,041 in December 2015. {sentence}"


def test_a_figure_is_set_against_its_target_in_its_colour():
    drafted = narrative.paragraph(rows.one(79.2, SHARE, name="Share", rag="red", target="at least 86%"))

    assert rows.read(drafted) == "Share stood at 79.2% in December 2015. It is red against a target of at least 86%."
    assert rows.parsed(drafted).span["class"] == ["rag", "red"]


def test_the_year_to_date_is_said_with_the_colour_of_its_own():
    to_date = rows.one(80.9, SHARE, basis="year_to_date", rag="amber", target="at least 86%")

    assert said(90.0, SHARE, to_date, name="Share") == ("Share stood at 90.0% in December 2015. The year to date, April to December 2015, is 80.9%, "
                                                        "amber against a target of at least 86%.")


def test_a_year_to_date_without_a_target_or_a_value_has_no_colour():
    assert said(9, to_date=rows.one(72, basis="year_to_date")) == (
        "Contacts came to 9 in December 2015. The year to date, April to December 2015, is 72.")
    assert said(9, to_date=rows.one(basis="year_to_date", state="On hold")) == "Contacts came to 9 in December 2015."


@pytest.mark.parametrize(("stands", "words"), [("similar", "similar to"), ("better", "better than"), ("worse", "worse than"),
                                               ("higher", "higher than"), ("lower", "lower than")])
def test_a_figure_is_set_against_england_and_its_neighbours(stands, words):
    known = {"england": 87.1, "england_period": "2014/15", "against_england": stands, "neighbours_mean": 85.9,
             "neighbours_mean_period": "2013/14", "against_neighbours_mean": "similar"}

    assert said(79.2, SHARE, name="Share", **known) == (
        f"Share stood at 79.2% in December 2015. It is {words} England (87.1%, 2014/15) and similar to the mean of its statistical neighbours "
        "(85.9%, 2013/14).")


def test_a_benchmark_that_is_not_fit_to_compare_goes_unsaid():
    assert said(639.7, "referrals_rate", name="Rate", basis="year_to_date", england=548.3, england_period="2014/15") == (
        "Rate stood at 639.7 from April to December 2015.")


@pytest.mark.parametrize(("state", "words"), [("On hold", "On hold"), ("c", "suppressed to protect individuals"), ("z", "not applicable"),
                                              ("<later>", "<later>")])
def test_a_figure_that_is_missing_is_said_to_be_with_the_reason(state, words):
    assert said(state=state, category="Duty", rag="", month_ago=5.0) == f"Contacts, Duty: {words} in December 2015."


def test_a_figure_that_nobody_gave_and_nobody_asked_for_goes_unsaid():
    assert said() == ""


def test_a_signal_is_said_and_too_little_history_is_not():
    assert said(9, signal="below the lower limit, a concern") == "Contacts came to 9 in December 2015. Signal: below the lower limit, a concern."
    assert said(9, signal="too little history") == "Contacts came to 9 in December 2015."


def test_a_paragraph_says_level_record_target_year_benchmark_and_signal_in_that_order():
    row = dict(name="Share", month_ago=76.0, highest_since="start", rag="red", target="at least 86%", england=87.1, england_period="2014/15",
               against_england="worse", signal="above the upper limit")

    assert said(79.2, SHARE, rows.one(80.9, SHARE, basis="year_to_date"), **row) == (
        "Share stood at 79.2% in December 2015, up 3.2 percentage points from 76.0% in November. It is the highest in the months on record, from "
        "April 2015. It is red against a target of at least 86%. The year to date, April to December 2015, is 80.9%. It is worse than England "
        "(87.1%, 2014/15). Signal: above the upper limit.")


def drafted(compared, *series):
    return rows.parsed(narrative.topic(compared, Topic("contacts", "Contacts", "", series), rows.council())).find_all("p")


def test_a_topic_has_a_paragraph_a_figure_of_the_month_in_the_order_it_shows_them_and_leaves_its_rows_as_they_were():
    compared = rows.frame(rows.row(1041), rows.row(8727, basis="year_to_date"), rows.row(1029, month="2015-11"),
                          rows.row(485, "referrals", name="Referrals"))
    before = compared.copy()

    paragraphs = drafted(compared, Series("referrals"), Series("contacts"))

    assert [each.text for each in paragraphs] == [
        "Referrals came to 485 in December 2015.",
        "Contacts came to 1,041 in December 2015. The year to date, April to December 2015, is 8,727."]
    assert compared.equals(before)


def test_a_series_without_a_category_speaks_of_all_and_one_with_it_of_that_one_only():
    measure, place = "cases_per_social_worker_average", dict(breakdown="team", name="Cases")
    compared = rows.frame(rows.row(17, measure, name="Cases"), rows.row(16, measure, category="Duty", **place),
                          rows.row(18, measure, category="CIN North", **place))

    spoken = {key: [each.text.split(" stood")[0] for each in drafted(compared, series)] for key, series in {
        "all teams": Series(measure, breakdown="team"), "one": Series(measure, breakdown="team", category="Duty"), "total": Series(measure)}.items()}

    assert spoken == {"all teams": ["Cases, Duty,", "Cases, CIN North,"], "one": ["Cases, Duty,"], "total": ["Cases"]}


def test_a_topic_with_nothing_to_say_drafts_nothing():
    assert drafted(rows.frame(rows.row(), rows.row(9, month="2015-11")), Series("contacts")) == []


# Every number of a drafted sentence is a figure: random rows.

PERIOD = re.compile(rf"\b(?:{'|'.join(periods.NAMES)})\b(?: \d{{4}})?|\b\d{{4}}/\d\d\b")
NAMES = st.sampled_from(["Contacts", "Assessments open past 45 working days", "Children with 3 or more moves & a plan", "Rate per 10,000"])
CATEGORIES = st.sampled_from(["", "4 to 11", "Duty <2>"])
NUMBERS = st.one_of(st.just(NOTHING), st.floats(0, 5000), st.integers(0, 60).map(float), st.integers(0, 1000).map(lambda tenths: tenths / 10))
KNOWN = NUMBERS.filter(lambda number: number == number)
MONTHS = st.sampled_from(["2015-04", "2015-12", "2016-01", "2016-03"])
SINCE = st.sampled_from(["", "start", "2014-02", "2015-03"])
STANDS = st.sampled_from(["", *narrative.RIVALS])


@st.composite
def stories(draw):
    """A row and its year to date, of one measure and month."""
    same = dict(month=draw(MONTHS), name=draw(NAMES), category=draw(CATEGORIES), unit=draw(st.sampled_from(UNITS)))
    verdict = dict(rag=draw(st.sampled_from(["", "red", "green"])), target="within 5 of 158.8")
    standing = {f"{prefix}{name}{suffix}": draw(values) for name in narrative.STANDARDS for prefix, suffix, values in (
        ("", "", KNOWN), ("", "_period", st.just("2014/15")), ("against_", "", STANDS))}
    now = rows.one(draw(KNOWN), basis=draw(st.sampled_from(BASES)), month_ago=draw(NUMBERS), year_ago=draw(NUMBERS), highest_since=draw(SINCE),
                   lowest_since=draw(SINCE), decimals=draw(st.integers(0, 3)), first_month="2013-09", **same, **verdict, **standing)
    return now, rows.one(draw(NUMBERS), basis="year_to_date", decimals=draw(st.integers(0, 3)), **same, **verdict)


def is_printed_rightly(mark, now, to_date):
    row = to_date if mark.get("data-basis") == "year_to_date" and now.basis != "year_to_date" else now
    value, sources = float(mark["value"]), mark.get("data-from", "").split()
    if len(sources) < 2:
        return mark.text == marks.printed(value, row.unit, row.decimals)
    if mark.text.endswith("%"):
        return mark.text == marks.printed(abs(value), PERCENT, 2)
    return mark.text == marks.printed(abs(value), row.unit, row.decimals).replace("%", " percentage points")


def numbers_outside_marks(html, row):
    """What is left with a digit in it when figures, targets, periods and the measure's name are taken away."""
    left = rows.parsed(html)
    for mark in left.find_all("data"):
        mark.decompose()
    words = left.get_text().replace(f"{row.name}{', ' + row.category if row.category else ''}", "").replace(f"target of {row.target}", "")
    return re.findall(r"\S*\d\S*", PERIOD.sub("", words))


@settings(max_examples=150, deadline=None)
@given(stories().filter(lambda story: story[0].basis != "year_to_date"))
def test_every_number_of_a_drafted_sentence_is_marked_and_printed_as_its_mark_says(story):
    now, to_date = story

    paragraph, headline = narrative.paragraph(now, to_date), headlines.marked_headline(now)

    for html in (paragraph, headline):
        assert all(is_printed_rightly(mark, now, to_date) for mark in rows.parsed(html).find_all("data"))
        assert numbers_outside_marks(html, now) == []


@settings(max_examples=150, deadline=None)
@given(stories())
def test_an_amount_that_is_printed_is_the_difference_of_the_two_figures_printed(story):
    now, _ = story

    marked = rows.parsed(narrative.changed(now)).select("data")

    marked = [each for each in marked if not each.text.endswith("%") or "data-from" not in each.attrs]
    amounts = [(amount, earlier) for amount, earlier in zip(marked, marked[1:]) if "data-from" in amount.attrs]
    for amount, earlier in amounts:
        ends = [rates.round_half_up(value, now.decimals) for value in (now.value, float(earlier["value"]))]
        assert amount.text.split()[0].rstrip("%") == f"{rates.round_half_up(abs(ends[0] - ends[1]), now.decimals):,.{now.decimals}f}"


@settings(max_examples=50, deadline=None)
@given(stories())
def test_a_title_says_what_its_marked_sentence_says(story):
    now, _ = story

    marked = headlines.marked_headline(now)

    assert rows.read(marked) == f"{headlines.headline(now)}."
    assert [mark["value"] for mark in rows.parsed(marked).find_all("data")] == [repr(now.value)]
