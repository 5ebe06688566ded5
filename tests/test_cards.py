"""Cards: what stands on the card of a line."""

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from lib import cards
from lib.errors import WorkbookError
from tests import rows

SHARE, RATE = "rereferrals_percent", "rereferrals_rate"
NOW, YEAR_AGO, TWO_YEARS_AGO = "2015-12", "2014-12", "2013-12"


def council(**said):
    """Settings with one line, which may have the columns that only cards know."""
    whole = rows.line(**said) | {"rate": "", "earlier": "", "meaning": "", "guidance": ""} | said
    return replace(rows.council(), lines=pd.DataFrame([whole]))


def card(compared, **said):
    """The only card, as its elements."""
    shown, = rows.parsed(cards.view(compared, council(**said))).select("article.card")
    return shown


def facts(shown):
    """What a card says in words, by its headings."""
    return {each.dt.text: rows.read(str(each.dd)) for each in shown.select("dl div")}


def test_a_card_has_its_code_its_name_and_what_it_means():
    shown = card(rows.frame(rows.row(1041)), code="4", title="Contacts <in>", meaning="All that comes in & out.")

    assert (shown["id"], rows.read(str(shown.h4))) == ("card-4", "4 Contacts <in>")
    assert shown.select_one(".definition").text == "All that comes in & out."


def test_without_words_of_the_line_a_card_means_what_its_measure_does():
    assert card(rows.frame(rows.row(1041))).select_one(".definition").text.startswith("Each time somebody")


def test_the_current_value_stands_with_its_date():
    shown = card(rows.frame(rows.row(1041)))

    assert rows.read(str(shown.select_one(".card-now"))) == "1,041 December 2015"
    assert shown.select_one(".card-value data")["data-month"] == NOW


def test_a_stock_is_dated_by_the_months_end_and_called_a_snapshot():
    shown = card(rows.frame(rows.row(271, "children_looked_after")), measure="children_looked_after", rate="none")

    assert (shown.select_one(".card-when").text, facts(shown)["Counted as"]) == ("end of December 2015", "Snapshot of the month's last day")


def test_a_flow_is_called_cumulative():
    assert facts(card(rows.frame(rows.row(1041))))["Counted as"] == "Cumulative over the month"


def test_the_rate_is_of_what_the_percentage_counts_and_says_that_it_is_of_twelve_months():
    compared = rows.frame(rows.row(19.72, SHARE), rows.row(151.52, RATE))

    shown = card(compared, measure=SHARE)

    assert rows.read(str(shown.select_one(".card-rate"))) == "151.5 per 10,000 children, year to December 2015"
    assert rows.heads(str(shown.table)) == ["When or where", "Percent", "Per 10,000, twelve months"]


@pytest.mark.parametrize(("said", "key"), [
    ({"measure": "children_looked_after"}, "children_looked_after_rate"), ({"measure": "cp_plans_started"}, "cp_plans_started_rate"),
    ({"measure": "lac_reviews_in_time_percent", "rate": "lac_reviews_rate"}, "lac_reviews_rate"),
    ({"measure": SHARE, "rate": "none"}, None),
    ({"measure": "contacts"}, None), ({"measure": "children_looked_after_rate"}, None),
    ({"measure": "children_looked_after", "breakdown": "age band", "category": "Under 1"}, None)])
def test_a_line_has_the_rate_it_names_or_that_of_the_children_it_counts(said, key):
    line = next(council(**said).lines.itertuples())

    rate = cards.rate_of(line)

    assert (rate and rate.key) == key


def test_a_rate_that_is_no_measure_is_refused():
    with pytest.raises(WorkbookError, match='no measure "rereferral_rate".*Did you mean rereferrals_rate'):
        card(rows.frame(rows.row(1041)), rate="rereferral_rate")


def test_earlier_values_are_of_the_same_month_in_two_years_or_of_the_two_months_before():
    compared = rows.frame(*(rows.row(value, month=month) for month, value in
                            {NOW: 1041, "2015-11": 1029, "2015-10": 1100, YEAR_AGO: 900, TWO_YEARS_AGO: 800}.items()))

    years, months = card(compared), card(compared, earlier="months")

    assert rows.body(str(years)) == {"Dec 2015": ["1,041"], "Dec 2014": ["900"], "Dec 2013": ["800"]}
    assert rows.body(str(months)) == {"Dec 2015": ["1,041"], "Nov 2015": ["1,029"], "Oct 2015": ["1,100"]}


def test_comparators_stand_each_with_its_own_year_beside_the_number_or_the_rate():
    number = rows.row(169, "cp_plans_started", england_state="N/A", england_period="2013/14")
    rate = rows.row(50.3, "cp_plans_started_rate", england=52.1, england_period="2013/14", region=55, region_period="2014-09",
                    neighbours_mean_state="N/A", neighbours_mean_period="2012/13")

    shown = rows.body(str(card(rows.frame(number, rate), measure="cp_plans_started")))

    assert list(shown)[3:] == ["Statistical neighbours, mean, 2012/13", "Region, Sep 2014", "England, 2013/14"]
    assert list(shown.values())[3:] == [["", "N/A"], ["", "55.0"], ["N/A", "52.1"]]


def test_a_target_judges_the_month_and_says_what_it_asks():
    compared = rows.frame(rows.row(53.25, SHARE, rag="red", target="at least 85%"))

    shown = facts(card(compared, measure=SHARE, target="at_least", green=85.0, amber=75.0, good_is="high"))

    assert (shown["Good is"], shown["Target"], shown["Overall assessment"]) == ("High", "at least 85% amber from 75%, red below", "Red")


def test_without_a_target_there_is_no_overall_assessment():
    shown = facts(card(rows.frame(rows.row(1041))))

    assert (shown["Target"], shown["Overall assessment"]) == ("No target", "No target")


def test_travel_names_the_figure_it_is_set_against_even_where_the_card_shows_other_months():
    rules = replace(council(earlier="months"), travel_against="same_month_last_year")
    compared = rows.frame(rows.row(900, month=YEAR_AGO), rows.row(1041, travel="up", better="better", previous=900.0, previous_month=YEAR_AGO))

    shown = rows.parsed(cards.view(compared, rules)).article

    assert facts(shown)["Travel on the year before"] == "↑ better from 900 in December 2014"
    assert shown.select_one("dl data")["data-month"] == YEAR_AGO


@pytest.mark.parametrize("before", [[], [rows.row(month=YEAR_AGO, state="suppressed")]], ids=["no earlier figure", "one that is withheld"])
def test_without_an_earlier_figure_there_is_no_travel(before):
    shown = card(rows.frame(*before, rows.row(1041, previous_month=YEAR_AGO)))

    assert facts(shown)["Travel on the month before"] == "No earlier figure"


def test_guidance_is_shown_where_the_line_has_some():
    assert facts(card(rows.frame(rows.row(1041)), guidance="No right number."))["Guidance"] == "No right number."
    assert "Guidance" not in facts(card(rows.frame(rows.row(1041))))


def test_the_trend_is_drawn_of_thirteen_months_and_one_month_is_none():
    many = card(rows.frame(rows.row(900, month=YEAR_AGO), rows.row(1000, month="2015-01"), rows.row(1041)))

    assert many.svg["aria-label"] == "Contacts received: from 900 in December 2014 to 1,041 in December 2015"
    assert card(rows.frame(rows.row(1041))).svg is None


def test_a_card_leads_to_its_topic_s_page_or_where_no_topic_shows_it_to_its_area_s():
    assert card(rows.frame(rows.row(1041))).select_one(".card-more a")["href"] == "contacts_and_referrals.html#topic-contacts"
    assert card(rows.frame(rows.row(3, "referrals_exploitation_aged_13_and_over")),
                measure="referrals_exploitation_aged_13_and_over").a["href"].startswith("contacts_and_referrals.html")


@pytest.mark.parametrize(("compared", "words"), [
    (rows.frame(), "no figure"), (rows.frame(rows.row(state="On hold")), "On hold"),
    (rows.frame(rows.row(state="suppressed")), "suppressed to protect individuals")],
    ids=["no row", "words", "suppressed"])
def test_a_card_without_a_figure_says_why(compared, words):
    shown = card(compared)

    assert shown.select_one(".card-value").text == words
    assert facts(shown)[next(name for name in facts(shown) if name.startswith("Travel"))] == "No figure"


def test_a_figure_that_another_return_contradicts_carries_a_dagger():
    shown = card(rows.frame(rows.row(1041, rivals="1,040 (page 2)")))

    assert shown.select_one(".card-value sup")["title"] == "Returns disagree: 1,040 (page 2)"


def test_there_is_a_card_for_every_line_in_their_order():
    shown = rows.parsed(cards.view(rows.frame(rows.row(1041)), rows.council(rows.line(code="1"), rows.line(code="2"))))

    assert [each["id"] for each in shown.select(".cards > .card")] == ["card-1", "card-2"]


def test_the_rows_are_left_as_they_were():
    compared, rules = rows.frame(rows.row(1041)), council()
    before, lines = compared.copy(), rules.lines.copy()

    cards.view(compared, rules)

    assert compared.equals(before) and rules.lines.equals(lines)


def test_settings_without_lines_say_where_lines_go():
    shown = rows.parsed(cards.view(rows.frame(rows.row(1041)), rows.council(home=Path("settings/2015-04"))))

    assert shown.p.text == "There are no cards: settings/2015-04/lines.csv holds no line."
