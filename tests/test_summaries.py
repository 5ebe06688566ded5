"""The front page: five sentences, what changed, what is off target, what was wrong."""

from dataclasses import replace

import pandas as pd
import pytest

from lib import errors, figures, settings, summaries
from lib.errors import Finding, Refused
from tests import rows

SHARE, AGAIN = "referrals_to_assessment_percent", "rereferrals_percent"
NEAR = {"target": "at least 86%"}


def finding(found="374", rule="returns disagree", severity="warning", **place):
    where = {"file": "scorecard.xlsx", "sheet": "Monthly figures", "row": 3, "column": "Oct 2015"} | place
    return Finding(severity, *where.values(), rule, found, "376, which is shown", "correct whichever is wrong and run again")


def restated(*changes):
    """Restatements of December 2014: a measure, what its figure was and what it is."""
    return pd.DataFrame([dict(zip(figures.RESTATEMENTS, (measure, "", "", "", "2014-12", "in_month", was, now, "", ""))) for measure, was, now in changes],
                        columns=figures.RESTATEMENTS)


def opened(compared, *lines, findings=(), restatements=(), audience="internal"):
    return summaries.open(compared, rows.council(*lines), errors.frame(list(findings)), restated(*restatements), audience)


def sentences(summary):
    return [each.text for each in rows.parsed(summary.five_sentences()).find_all("p")]


def test_five_sentences_tell_the_colours_two_reds_that_are_no_better_one_that_improved_and_how_sound_the_returns_are():
    compared = rows.frame(
        rows.row(70, SHARE, name="Share", month_ago=76.0, better="worse", rag="red", **NEAR),
        rows.row(31, AGAIN, name="Re-referrals", month_ago=30.0, rag="red", **NEAR),
        rows.row(668.6, "referrals_rate", name="Rate", month_ago=700.0, better="better", rag="red", **NEAR),
        rows.row(1041, name="Contacts", month_ago=1029.0, better="worse", rag="amber", **NEAR))
    lines = [rows.line(measure, code) for measure, code in ((SHARE, "1"), (AGAIN, "2"), ("referrals_rate", "0"), ("contacts", "4"))]

    said = sentences(opened(compared, *lines, findings=[finding(), finding(), finding(rule="not a number")]))

    assert said == ["4 lines are judged against targets: 3 red, 1 amber and 0 green.", "Share fell to 70.0% in December 2015.",
                    "Re-referrals rose to 31.0% in December 2015.", "Rate fell to 668.6 in the year to December 2015.",
                    "The returns contradict themselves in 2 places, and 1 other finding is listed below."]


def test_a_line_whose_colour_improved_comes_before_others_that_are_better():
    compared = rows.frame(rows.row(485, "referrals", name="Referrals", month_ago=509.0, better="better", rag="green", highest_since="start"),
                          rows.row(82, SHARE, "2015-11", rag="red"), rows.row(84, SHARE, name="Share", month_ago=82.0, better="better", rag="amber"))

    said = sentences(opened(compared, rows.line("referrals", "1"), rows.line(SHARE, "2")))

    assert said[1] == "Share rose to 84.0% in December 2015."
    assert said[2].startswith("Referrals fell to 485")


def test_a_quiet_month_has_fewer_than_five_sentences():
    assert sentences(opened(rows.frame(rows.row(1041)), rows.line())) == [
        "No line has a target.", "Nothing was found wrong with the returns."]


def test_five_sentences_are_at_most_five_however_much_there_is_to_say():
    measures = [SHARE, AGAIN, "referrals", "contacts", "referrals_rate", "lac_three_or_more_placements_percent"]
    compared = rows.frame(*(rows.row(9, measure, month_ago=8.0, better=("worse", "better")[place % 2], rag="red") for place, measure in enumerate(measures)))

    said = sentences(opened(compared, *(rows.line(measure, str(place)) for place, measure in enumerate(measures)), findings=[finding()]))

    assert len(said) == 5


def test_sentences_name_their_figures():
    compared = rows.frame(rows.row(1041, month_ago=1029.0, rag="red"))

    mark = rows.parsed(opened(compared, rows.line()).five_sentences()).data

    assert (mark["value"], mark["data-measure"], mark.text) == ("1041.0", "contacts", "1,041")


def test_a_line_that_changed_its_colour_is_shown_before_and_now():
    compared = rows.frame(rows.row(88, SHARE, "2015-11", rag="green", **NEAR), rows.row(84, SHARE, rag="amber", **NEAR),
                          rows.row(30, AGAIN, "2015-11", rag="red", **NEAR), rows.row(31, AGAIN, rag="red", **NEAR))

    shown = opened(compared, rows.line(SHARE, "2.5", title="Share & more"), rows.line(AGAIN, "2.7")).what_changed()

    assert rows.heads(shown) == ["Measure", "Before", "Was", "Now", "Is"]
    assert rows.body(shown) == {"2.5 Share & more": ["88.0%", "Green", "84.0%", "Amber"]}


@pytest.mark.parametrize("before", [{"rag": ""}, {"rag": "green", "month": "2015-10"}], ids=["not judged", "of two months before"])
def test_a_line_that_had_no_colour_the_month_before_did_not_change_it(before):
    compared = rows.frame(rows.row(88, SHARE, **({"month": "2015-11"} | before)), rows.row(84, SHARE, rag="amber", **NEAR))

    shown = rows.parsed(opened(compared, rows.line(SHARE)).what_changed())

    assert shown.p["class"] == ["absence"]
    assert shown.text == "No line changed its colour since the month before."


def test_a_line_at_a_record_is_named_and_one_at_no_record_is_not():
    compared = rows.frame(rows.row(1041, month_ago=1029.0, highest_since="start"), rows.row(485, "referrals", month_ago=9.0, highest_since="2015-01"),
                          rows.row(84, SHARE, month_ago=80.0))

    shown = rows.parsed(opened(compared, rows.line(), rows.line("referrals", "2"), rows.line(SHARE, "3")).what_changed())

    assert shown.select_one("[data-words=drafted] p").text == "Higher or lower than in any other month on record:"
    assert [item.text for item in shown.find_all("li")] == [
        "Contacts rose to 1,041 in December 2015, the highest in the months on record, from April 2015."]


def test_where_no_line_is_at_a_record_none_is_spoken_of():
    compared = rows.frame(rows.row(84, SHARE, month_ago=80.0, highest_since="2015-01"))

    assert "on record" not in rows.read(opened(compared, rows.line(SHARE)).what_changed())


def test_lines_off_target_stand_with_the_red_first():
    compared = rows.frame(rows.row(84, SHARE, rag="amber", travel="up", better="better", england=87.1, england_period="2014/15", against_england="worse", **NEAR),
                          rows.row(31, AGAIN, rag="red", target="at most 23%"), rows.row(97, "referrals_decided_in_48_hours_percent", rag="green"))
    lines = [rows.line(measure, code, title=f"Line {code}") for measure, code in zip(compared.measure, "123")]

    shown = opened(compared, *lines).off_target()

    assert rows.heads(shown) == ["Measure", "Status", "Value", "Period", "Target", "Travel on the month before", "England"]
    assert rows.body(shown) == {"2 Line 2": ["Red", "31.0%", "December 2015", "at most 23%", "new", ""],
                                "1 Line 1": ["Amber", "84.0%", "December 2015", "at least 86%", "↑ better", "87.1%2014/15"]}
    assert list(rows.body(shown)) == ["2 Line 2", "1 Line 1"]


def test_a_line_judged_on_its_year_to_date_shows_that_and_the_months_arrow():
    compared = rows.frame(rows.row(90, SHARE, travel="up", better="better"), rows.row(80.9, SHARE, basis="year_to_date", rag="red", **NEAR))

    shown = opened(compared, rows.line(SHARE, "2.5", title="Share", judged="year_to_date")).off_target()

    assert rows.body(shown) == {"2.5 Share": ["Red", "80.9%", "April to December 2015", "at least 86%", "↑ better", ""]}


@pytest.mark.parametrize("now", [rows.row(97, SHARE, rag="green"), rows.row(measure=SHARE, state="On hold", **NEAR)], ids=["green", "on hold"])
def test_a_month_with_nothing_red_or_amber_says_so(now):
    assert rows.read(opened(rows.frame(now), rows.line(SHARE, target="at_least")).off_target()) == "No line is red or amber this month."


def test_where_no_line_has_a_target_nothing_is_off_it():
    assert rows.read(opened(rows.frame(rows.row(97, SHARE)), rows.line(SHARE)).off_target()) == "No line has a target."


def test_the_scorecard_is_drawn_with_sparklines():
    compared = rows.frame(rows.row(1029, month="2015-11"), rows.row(1041))

    shown = rows.parsed(opened(compared, rows.line()).scorecard())

    assert shown.select_one("svg.sparkline")["aria-label"] == "Contacts received: from 1,029 in November 2015 to 1,041 in December 2015"


def test_the_views_are_those_of_the_settings_in_their_order_each_under_its_heading():
    compared = rows.frame(rows.row(1041, mean_12=1041.0, maximum_12=1041.0, months_12=1, change_decimals=0))
    chosen = replace(rows.council(rows.line()), views=("dataset", "scorecard"))

    shown = rows.parsed(summaries.open(compared, chosen, errors.frame([]), restated()).views())

    assert [each.text for each in shown.select("h3")] == ["Thirteen months", "Scorecard"]
    assert [each["class"] for each in shown.select("table")] == [["figures", "scorecard", "dataset"], ["figures", "scorecard"]]


def test_without_a_choice_the_scorecard_is_shown_alone():
    summary = opened(rows.frame(rows.row(1041)), rows.line())

    assert summary.views().html == f"<h3>Scorecard</h3>{summary.scorecard().html}"


def test_every_view_that_settings_may_choose_is_there():
    assert set(summaries.VIEWS) == set(settings.VIEWS)
    assert all(callable(getattr(summaries.Summary, name)) for name in summaries.VIEWS)


def test_nothing_wrong_is_said_to_be_nothing():
    shown = rows.parsed(opened(rows.frame(rows.row(1041)), rows.line()).what_was_wrong())

    assert (shown.p["class"], shown.text) == (["absence"], "Nothing was found wrong with the returns of this month.")


RESTATED = [("rereferrals", 84.0, 36.0), ("rereferrals", 103.0, 44.0), ("contacts", 640.0, 465.0), (SHARE, 72.959, 62.791), ("referrals", 308.0, 300.0)]


def test_what_a_later_return_restated_is_said_with_the_measures_that_changed_most():
    shown = rows.parsed(opened(rows.frame(rows.row(1041)), rows.line(), restatements=RESTATED).what_was_wrong())

    assert shown.text == ("5 figures of earlier months were restated by a later return. Changed most: "
                          "Re-referrals within twelve months of an earlier referral, December 2014, from 84 to 36; "
                          "Contacts received, December 2014, from 640 to 465; "
                          "Referrals that led to an assessment, as a share of referrals, December 2014, from 73.0% to 62.8%. "
                          "All stand in restatements.csv.")
    assert shown.a["href"] == "restatements.csv"


def test_a_published_summary_says_of_restatements_how_many_there_are_and_no_value():
    summary = opened(rows.frame(rows.row(1041)), rows.line(), restatements=RESTATED[:1], audience="published")

    assert rows.read(summary.what_was_wrong()) == "1 figure of an earlier month was restated by a later return."


def test_what_was_found_wrong_follows_what_was_restated():
    shown = rows.parsed(opened(rows.frame(rows.row(1041)), rows.line(), findings=[finding()], restatements=RESTATED).what_was_wrong())

    assert [each.name for each in shown.find_all(["p", "table", "details"])] == ["p", "table", "details"]


@pytest.mark.parametrize(("findings", "said"), [
    ([], "5 figures of earlier months were restated by a later return, as told below."),
    ([finding()], "The returns contradict themselves in one place, as told below; 5 figures of earlier months were restated by a later return.")])
def test_the_last_sentence_does_not_call_returns_sound_that_restate_figures(findings, said):
    summary = opened(rows.frame(rows.row(1041)), rows.line(), findings=findings, restatements=RESTATED)

    assert sentences(summary)[-1] == said


@pytest.mark.parametrize(("number", "said"), [(1, "1 finding on the returns is listed below."), (2, "2 findings on the returns are listed below.")])
def test_the_last_sentence_speaks_of_no_contradiction_where_there_is_none(number, said):
    summary = opened(rows.frame(rows.row(1041)), rows.line(), findings=[finding(rule="not a number")] * number)

    assert sentences(summary)[-1] == said


def test_findings_are_counted_by_kind_and_told_one_by_one():
    several = [finding("<374>"), finding("375"), finding("2 sheets", "sheet twice", "note", sheet="", row="", column="")]

    shown = opened(rows.frame(rows.row(1041)), rows.line(), findings=several).what_was_wrong()

    assert rows.body(shown) == {"returns disagree": ["Used, but look at it", "2"], "sheet twice": ["Worth knowing", "1"]}
    told = [item.text for item in rows.parsed(shown).find_all("li")]
    assert told[0] == ('scorecard.xlsx, sheet "Monthly figures", row 3, column "Oct 2015": <374>. Expected 376, which is shown. '
                       "Correct whichever is wrong and run again.")
    assert told[2] == "scorecard.xlsx: 2 sheets. Expected 376, which is shown. Correct whichever is wrong and run again."


def test_a_finding_that_ends_in_a_question_has_no_full_stop_after_it():
    misspelt = Finding("warning", "contact.md", "", "", "", "commentary of no topic", '"contact" is no topic', "one of contacts, referrals",
                       "rename the file; its words are not shown. Did you mean contacts?")

    shown = rows.parsed(opened(rows.frame(rows.row(1041)), rows.line(), findings=[misspelt]).what_was_wrong())

    assert shown.li.text == ('contact.md: "contact" is no topic. Expected one of contacts, referrals. Rename the file; its words are not shown. '
                             "Did you mean contacts?")


@pytest.mark.parametrize(("number", "more"), [(40, []), (43, ["3 more stand in findings.csv."])])
def test_of_many_findings_forty_are_shown_and_the_rest_are_pointed_at(number, more):
    many = [finding(str(each)) for each in range(number)]

    shown = rows.parsed(opened(rows.frame(rows.row(1041)), rows.line(), findings=many).what_was_wrong())

    assert len(shown.find_all("li")) == 40
    assert [each.text for each in shown.find_all("p")] == more
    assert [link["href"] for link in shown.find_all("a")] == ["findings.csv"] * len(more)


def test_no_view_changes_the_rows_the_lines_or_the_findings():
    compared, council, findings = rows.frame(rows.row(1029, month="2015-11"), rows.row(1041)), rows.council(rows.line()), errors.frame([finding()])
    before = compared.copy(), council.lines.copy(), findings.copy()
    summary = summaries.open(compared, council, findings, restated())

    for view in (summary.five_sentences, summary.what_changed, summary.off_target, summary.scorecard, summary.what_was_wrong):
        view()

    assert all(now.equals(then) for now, then in zip((compared, council.lines, findings), before))


def test_a_published_summary_withholds_small_numbers():
    summary = opened(rows.frame(rows.row(3)), rows.line(), audience="published")

    assert "c" in rows.body(summary.scorecard())["Contacts received"]


def test_an_audience_that_is_none_is_refused():
    with pytest.raises(Refused):
        opened(rows.frame(rows.row(3)), audience="public")
