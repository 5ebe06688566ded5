"""A service area's report: its words, its year and its charts; and the stages that an edition rests on."""

import math

import pandas as pd
import pytest

from lib import errors, reports
from lib.errors import Finding, Refused, WorkbookError
from tests import rows

AREA = "contacts_and_referrals"
SHARE, AGAIN, RATE = "referrals_to_assessment_percent", "rereferrals_percent", "referrals_rate"
TEAMS = "cases_per_social_worker_average"
AT_LEAST = {"target": "at_least", "green": 86.0, "amber": 83.0}


def opened(*compared, lines=(), home=None, audience="internal"):
    council = rows.council(*lines, **({"home": home} if home else {}))
    return reports.open(AREA, rows.frame(*compared), council, audience)


def series(measure="contacts", values=(1029.0, 1041.0), **said):
    """The months up to December 2015 of one measure."""
    months = ["2015-10", "2015-11", "2015-12"][-len(values):]
    before = [rows.NOTHING, *values[:-1]]
    return [rows.row(value, measure, month, month_ago=ago, **said) for value, month, ago in zip(values, months, before)]


def test_a_headline_counts_the_areas_colours_and_names_two_figures():
    elsewhere = rows.row(11.3, "lac_three_or_more_placements_percent", code="8.2", rag="red", month_ago=11.1)
    report = opened(rows.row(79.2, SHARE, name="Share", code="2.5", rag="red", month_ago=76.0), elsewhere,
                    *(rows.row(9, measure, name=measure, code=code, month_ago=8.0) for measure, code in (("contacts", "2.1"), ("referrals", "2.2"))))

    shown = rows.parsed(report.headline())

    assert shown.div["data-words"] == "drafted"
    assert shown.text == ("One line is judged against targets: 1 red, 0 amber and 0 green. Share rose to 79.2% in December 2015. "
                          "contacts rose to 9 in December 2015.")


def test_words_are_the_meaning_of_a_topic_the_drafted_words_and_the_analysts(tmp_path):
    (tmp_path / "commentary" / "2015-12").mkdir(parents=True)
    (tmp_path / "commentary" / "2015-12" / "contacts.md").write_text("We looked into it.", encoding="utf-8")

    section = rows.parsed(opened(rows.row(1041), home=tmp_path).words("contacts")).section

    assert (section["id"], section["aria-label"]) == ("topic-contacts", "Contacts")
    assert section.p["class"] == ["definition"]
    assert section.select_one("[data-words=drafted]").text == "Contacts came to 1,041 in December 2015."
    assert section.select_one("[data-words=analyst]").text.strip().endswith("We looked into it.")


def test_words_of_a_topic_with_nothing_returned_say_so_and_invite_the_analyst():
    section = rows.parsed(opened(rows.row(31, AGAIN)).words("contacts"))

    assert section.select_one("[data-words=drafted]").text == "Contacts: nothing was returned up to December 2015."
    assert section.select_one("p.invitation")


@pytest.mark.parametrize("compared", [[], [rows.row(state="not covered")]], ids=["no row", "a line that no return covers"])
def test_the_year_of_a_topic_with_nothing_returned_is_an_absence(compared):
    shown = rows.parsed(opened(rows.row(31, AGAIN), *compared).year("contacts")).p

    assert (shown["class"], shown.text) == (["absence"], "Contacts: nothing was returned up to December 2015.")


def test_a_line_that_no_return_covers_is_said_not_to_be_covered():
    section = rows.parsed(opened(rows.row(state="not covered")).words("contacts"))

    assert section.select_one("[data-words=drafted]").text == "Contacts: not covered in December 2015."


def test_the_year_is_a_table_with_what_the_returns_disagree_on():
    shown = opened(rows.row(1041, rivals="1040 (topic_pages.xlsx)")).year("contacts")

    assert rows.body(shown)["Dec 2015"][0] == "1,041†"
    assert rows.parsed(shown).summary.text == "† The returns disagree on one figure of this subject"


def test_a_topic_that_does_not_exist_is_refused_with_the_nearest():
    with pytest.raises(WorkbookError) as refused:
        opened(rows.row(1041)).words("contact")

    assert 'there is no topic "contact". Did you mean contacts?' in str(refused.value)


def test_rows_are_those_of_a_measure_on_its_natural_basis_up_to_the_month():
    report = opened(*reversed(series()), rows.row(9, month="2016-01"), rows.row(8727, basis="year_to_date"), rows.row(5, "referrals"),
                    rows.row(4, breakdown="team", category="Duty"))

    assert report.rows("contacts")[["month", "value"]].values.tolist() == [["2015-11", 1029], ["2015-12", 1041]]
    assert report.rows("contacts", "year_to_date").value.tolist() == [8727]
    assert report.rows("contacts", category="Duty").value.tolist() == [4]
    assert report.rows("contacts", breakdown="team").category.tolist() == ["Duty"]


def test_a_trend_is_titled_with_what_it_shows():
    chart = opened(*series()).trend("contacts")

    assert chart.title == "Contacts rose to 1,041 in December 2015"
    assert "Somewhere" in chart.subtitle


def test_a_trend_of_nothing_returned_is_an_absence_that_names_the_measure():
    shown = rows.parsed(opened(rows.row(31, AGAIN)).trend("contacts")._repr_html_())

    assert str(shown) == '<p class="absence">Contacts received: nothing was returned up to December 2015.</p>'


def test_the_title_is_of_the_last_month_with_a_figure():
    held = rows.row(state="On hold")

    assert opened(*series(values=(1029.0, 1041.0, 1041.0))[:2], held).trend("contacts").title == "Contacts rose to 1,041 in November 2015"


def reference(measure=SHARE, beside="target", lines=(), **said):
    """What stands beside a trend of a measure whose line has code 2.5."""
    report = opened(*series(measure, (76.0, 79.2), code="2.5", **said), lines=lines)
    return report._reference(report.rows(measure), beside)


@pytest.mark.parametrize(("target", "expected"), [
    (AT_LEAST, ("Target: at least 86%", 86.0)), ({"target": "at_most", "green": 23.0, "amber": 26.0}, ("Target: at most 23%", 23.0)),
    ({"target": "band", "centre": 80.0, "green": 5.0, "amber": 15.0}, ("Target range", (75.0, 85.0))),
    ({"target": "limits", "low": 14.0, "high": 20.0, "amber": 1.0}, ("Target range", (14.0, 20.0))), ({}, None)])
def test_a_trend_stands_beside_the_target_of_its_line(target, expected):
    assert reference(lines=[rows.line(SHARE, "2.5", **target)], target="of the row") == expected


def test_a_target_that_judges_the_year_to_date_is_named_in_words_beside_the_months():
    assert reference(lines=[rows.line(SHARE, "2.5", judged="year_to_date", **AT_LEAST)]) == ("Target for the year to date: at least 86%", 86.0)


def test_a_trend_stands_beside_a_comparator_or_nothing():
    assert reference(beside="england", england=87.1, england_period="2014/15") == ("England, 2014/15", 87.1)
    assert reference(beside="england") is None
    assert reference(beside="") is None


def test_every_other_chart_is_titled_from_its_rows():
    report = opened(*series(SHARE, (76.0, 79.2), name="Share"), *series(AGAIN, (31.4, 20.8), name="Again"), *series(RATE, (587.0, 668.6), name="Rate"),
                    *series(), *series("referrals", (509.0, 485.0), name="Referrals"),
                    *(each for team, value in (("Duty", 16.0), ("CIN North", 18.0))
                      for each in series(TEAMS, (15.0, value), name="Cases", breakdown="team", category=team)))

    titles = [chart.title for chart in (
        report.stacked(SHARE, AGAIN), report.lines(SHARE, AGAIN), report.started_and_ceased("contacts", "referrals"),
        report.number_with_rate("referrals", RATE), report.by_category(TEAMS, "team"))]

    assert titles == ["Share is the largest share in December 2015, at 79.2%", "In December 2015: Share 79.2%, Again 20.8%",
                      "Contacts rose to 1,041 in December 2015; Referrals fell to 485 in December 2015", "Referrals fell to 485 in December 2015",
                      "Cases: highest in CIN North, 18.0, and lowest in Duty, 16.0"]


@pytest.mark.parametrize("draw", [
    lambda report: report.stacked(SHARE, AGAIN), lambda report: report.lines(SHARE, AGAIN), lambda report: report.by_category(TEAMS, "team"),
    lambda report: report.started_and_ceased("contacts", "referrals"), lambda report: report.number_with_rate("referrals", RATE)])
def test_a_chart_of_nothing_returned_is_an_absence(draw):
    report = opened(rows.row(1, "children_looked_after"))

    assert rows.parsed(draw(report)._repr_html_()).select_one("p.absence")


CASES, CASES_SHARE, PLANS = "cases_under_supervision", "cases_under_supervision_share_percent", "children_on_cp_plans"


def supervised():
    """Cases by team and time since supervision, with what the views need of them."""
    cells = {("Duty", "Within 1 month"): 31, ("Duty", "1 to 2 months"): 9, ("CIN North", "Within 1 month"): 20, ("CIN North", "1 to 2 months"): 0}
    crossed = [rows.row(value, CASES, breakdown="team | time since supervision", category=" | ".join(cell)) for cell, value in cells.items()]
    teams = [rows.row(value, measure, breakdown="team", category=team, name="Cases")
             for measure, values in ((CASES, (20, 40)), (CASES_SHARE, (33.3, 66.7))) for team, value in zip(("CIN North", "Duty"), values)]
    return [*crossed, *teams, rows.row(60, CASES, name="Cases")]


def plans():
    return [rows.row(value, PLANS, breakdown="age band | sex", category=category, name="Children on plans")
            for category, value in (("16 and over | Female", 2), ("16 and over | Male", 7), ("Under 1 | Female", 4), ("Under 1 | Male", 4))]


NEW_VIEWS = {
    "strip": lambda report: report.strip(CASES_SHARE, breakdown="team"),
    "breakdown": lambda report: report.breakdown("team", CASES, CASES_SHARE),
    "matrix": lambda report: report.matrix(CASES, "team | time since supervision", CASES_SHARE),
    "recent": lambda report: report.recent(CASES, "team", share=CASES_SHARE),
    "pyramid": lambda report: report.pyramid(PLANS),
    "mix": lambda report: report.mix(CASES_SHARE, "team", subject="Cases by team"),
}
EVERY_NEW_VIEW = pytest.mark.parametrize("draw", NEW_VIEWS.values(), ids=NEW_VIEWS)


@EVERY_NEW_VIEW
def test_a_view_by_category_shows_what_there_is_marked_and_leaves_the_rows_alone(draw):
    report = opened(*supervised(), *plans())
    before = report.compared.copy()

    shown = rows.parsed(draw(report).html)

    assert shown.table and len(shown.find_all("data")) >= 2 and not shown.select("p.absence")
    pd.testing.assert_frame_equal(report.compared, before)


@EVERY_NEW_VIEW
@pytest.mark.parametrize("compared", [[], [rows.row(state="not covered", measure=CASES_SHARE, breakdown="team", category="Duty")]],
                         ids=["no row", "a line that no return covers"])
def test_a_view_by_category_of_nothing_returned_says_so_in_one_line(draw, compared):
    shown = draw(opened(rows.row(1041), *compared)).html

    assert rows.parsed(shown).p["class"] == ["absence"] and rows.read(shown).endswith(": nothing was returned up to December 2015.")


def test_a_view_of_categories_that_were_returned_for_other_months_only_says_that():
    report = opened(rows.row(40, CASES, month="2015-11", breakdown="team", category="Duty"))

    assert rows.read(report.breakdown("team", CASES).html) == "Cases under supervision, by team: no figure for December 2015."


@pytest.mark.parametrize(("draw", "subject"), [
    (lambda report: report.strip(CASES_SHARE, category="Duty"), "Share of cases by time since the last supervision, Duty"),
    (lambda report: report.strip(AGAIN, SHARE), "Referrals that came within twelve months of an earlier one; Referrals that led to an assessment, as a share of referrals"),
    (lambda report: report.matrix(CASES, "team | time since supervision"), "Cases under supervision, by team and time since supervision"),
    (lambda report: report.mix(CASES_SHARE, "team"), "Share of cases by time since the last supervision")])
def test_an_absence_names_what_was_asked_for(draw, subject):
    said = rows.read(draw(opened(rows.row(1041))).html)

    assert said == f"{subject}: nothing was returned up to December 2015."


def test_a_pyramid_is_titled_with_the_largest_age_band_where_those_are_counted():
    bands = [rows.row(value, PLANS, breakdown="age band", category=band, name="Children on plans") for band, value in (("16 and over", 9), ("Under 1", 8))]

    assert opened(*plans(), *bands).pyramid(PLANS).title == "Children on plans: the largest group is 16 and over, with 9 at the end of December 2015"
    assert opened(*plans()).pyramid(PLANS).title == "Children on plans: the largest group is 16 and over, Male, with 7 at the end of December 2015"


def test_categories_stand_in_the_lines_order_then_in_their_own():
    bands = [rows.row(1, PLANS, breakdown="age band", category=band) for band in ("Not recorded", "16 and over", "Under 1", "5 to 9")]
    lines = [rows.line(PLANS, "6.1", breakdown="age band", category="5 to 9")]

    placed = opened(*bands, lines=lines).rows(PLANS, breakdown="age band").category.tolist()

    assert placed == ["5 to 9", "Under 1", "16 and over", "Not recorded"]


def test_the_words_of_a_topic_fold_only_where_nothing_was_returned_and_nobody_wrote(tmp_path):
    silent, returned = opened(rows.row(31, AGAIN)).words("contacts"), opened(rows.row(9, month="2015-11")).words("contacts")
    (tmp_path / "commentary" / "2015-12").mkdir(parents=True)
    (tmp_path / "commentary" / "2015-12" / "contacts.md").write_text("We looked into it.", encoding="utf-8")

    written = opened(rows.row(31, AGAIN), home=tmp_path).words("contacts")

    assert [rows.parsed(shown).section["class"] for shown in (silent, returned, written)] == [["topic", "absent"], ["topic"], ["topic"]]
    assert rows.parsed(returned).select_one("[data-words=drafted]").text == "Contacts: no figure for December 2015."


def test_no_view_changes_the_rows():
    report = opened(*series(), *series(SHARE))
    before = report.compared.copy()

    for view in (report.headline, lambda: report.words("contacts"), lambda: report.year("contacts"), lambda: report.trend("contacts")):
        view()

    pd.testing.assert_frame_equal(report.compared, before)


def test_small_numbers_are_withheld_from_those_who_read_the_published_edition_and_from_nobody_else():
    compared = rows.frame(rows.row(3), rows.row(1041, "referrals"))
    before = compared.copy()

    published, internal = (reports.for_audience(compared, audience) for audience in ("published", "internal"))

    assert published.state.tolist() == ["suppressed", ""] and published.value.fillna(-1).tolist() == [-1, 1041]
    assert internal is compared and compared.equals(before)


def test_a_small_number_is_not_drafted_for_the_public():
    section = rows.parsed(opened(rows.row(3, month_ago=4.0), audience="published").words("contacts"))

    assert section.select_one("[data-words=drafted]").text == "Contacts: suppressed to protect individuals in December 2015."


def test_an_unknown_audience_is_refused_with_a_suggestion():
    with pytest.raises(Refused) as refused:
        opened(rows.row(3), audience="publishd")

    assert str(refused.value) == ('the audience asked for: "publishd". Expected one of internal and published. Correct it and run again. '
                                  "Did you mean published?")


def test_findings_stand_with_the_errors_first_and_those_of_one_severity_in_their_order(monkeypatch):
    told = [Finding(severity, file, "", "", "", "rule", "found", "expected", "advice")
            for severity, file in (("note", "a"), ("warning", "b"), ("error", "c"), ("warning", "d"))]
    received = type("Returns", (), {"findings": errors.frame(told)})
    for module, name in ((reports.figures, "disagreements"), (reports.benchmarks, "findings")):
        monkeypatch.setattr(module, name, lambda *_: errors.frame([]))

    found = reports.findings(received, None, rows.council())

    assert found.file.tolist() == ["c", "b", "d", "a"]


@pytest.fixture(scope="module")
def stages():
    return reports.stages("rotherham", "2015-12")


def test_stages_are_the_frames_of_the_flow(stages):
    assert (stages.settings.authority.key, stages.settings.month) == ("rotherham", "2015-12")
    assert len(stages.compared) == len(stages.calculated) > 0
    assert set(stages.findings.severity) <= set(errors.SEVERITIES)


def test_stages_of_a_published_edition_withhold_what_those_of_an_internal_one_show(stages):
    published = reports.stages("rotherham", "2015-12", "published")

    assert (published.compared.state == "suppressed").sum() > 0
    assert (stages.compared.state == "suppressed").sum() == 0
    pd.testing.assert_frame_equal(published.calculated, stages.calculated)


def test_a_published_percentage_is_withheld_where_its_published_whole_gives_a_small_number_away():
    compared = rows.frame(rows.row(10.0, "children_adopted_percent"), rows.row(10, "children_ceasing_to_be_looked_after"))

    fit = reports.for_audience(compared, "published").set_index("measure")

    assert fit.state["children_adopted_percent"] == "suppressed"
    assert math.isnan(fit.value["children_adopted_percent"])
    assert compared.value.tolist() == [10.0, 10.0]


def test_a_published_percentage_of_a_whole_that_gives_nothing_away_stands_without_the_parts_it_implies():
    compared = rows.frame(rows.row(40.0, "children_adopted_percent"), rows.row(50, "children_ceasing_to_be_looked_after"))

    fit = reports.for_audience(compared, "published").set_index("measure")

    assert fit.value["children_adopted_percent"] == 40.0
    assert math.isnan(fit.denominator["children_adopted_percent"])


def test_a_published_edition_says_once_that_the_analysts_words_are_left_out(tmp_path):
    (tmp_path / "commentary" / "2015-12").mkdir(parents=True)
    (tmp_path / "commentary" / "2015-12" / "contacts.md").write_text("We looked into 3 cases.", encoding="utf-8")
    report = opened(rows.row(1041), home=tmp_path, audience="published")

    assert rows.read(report.headline().html).endswith("The analyst's commentary is left out of a published edition.")
    assert "We looked" not in report.words("contacts").html and "commentary" not in report.words("contacts").html
    assert "left out" not in opened(rows.row(1041)).headline().html
