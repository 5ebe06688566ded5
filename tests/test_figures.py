"""Every measure on every basis: which of the ways to have a figure stands, what it was made of, and what disagreed."""

import math

import pytest
from tests.frames import calculate, cell, counted, figured, line, months, one, settings

from lib import figures
from lib.errors import Finding, Refused

TO_ASSESSMENT = "referrals_to_assessment_percent"
ROTA = dict(population=56_398, population_label="mid-2014", population_from="2014-10")


def findings(*cells, in_force=None):
    table = figures.disagreements(counted(*cells, in_force=in_force), in_force or settings())
    return [str(Finding(**row)) for row in table.to_dict("records")]


def restatements(*cells):
    return figures.restatements.__wrapped__(counted(*cells), settings(line("contacts", code="2.1"))).to_dict("records")


# Parts and values


def test_a_percentage_is_computed_from_the_figures_of_its_quantities():
    table = figured(cell("contacts_progressed_to_referral", "2015-12", 485), cell("contacts", "2015-12", 1041))

    row = one(table, "contacts_progressed_to_referral_percent")
    assert (row.numerator, row.denominator, row.origin) == (485, 1041, "computed")
    assert row.value == pytest.approx(46.589817)
    assert row.source == "2015-12/scorecard.xlsx, Monthly figures C2 over 2015-12/scorecard.xlsx, Monthly figures C2"


def test_a_percentage_is_computed_from_the_parts_a_return_gives_it():
    table = figured(cell(TO_ASSESSMENT, "2015-12", 80, part="numerator"), cell(TO_ASSESSMENT, "2015-12", 100, part="denominator"))

    row = one(table, TO_ASSESSMENT)
    assert (row.numerator, row.denominator, row.value) == (80, 100, 80)


def test_one_part_of_its_own_is_set_over_the_other_quantity_s_figure():
    table = figured(cell(TO_ASSESSMENT, "2015-12", 80, part="numerator"), cell("referrals", "2015-12", 100))

    assert one(table, TO_ASSESSMENT).value == 80


def test_parts_come_before_a_value_of_the_same_return():
    table = figured(cell(TO_ASSESSMENT, "2015-12", 79.0), cell(TO_ASSESSMENT, "2015-12", 80, part="numerator"),
                    cell(TO_ASSESSMENT, "2015-12", 100, part="denominator"))

    row = one(table, TO_ASSESSMENT)
    assert (row.value, row.origin, row.rivals) == (80, "computed", "79 (2015-12/scorecard.xlsx, Monthly figures C2)")


@pytest.mark.parametrize("precedence", [0, 1])
def test_what_the_counts_of_a_return_make_comes_before_a_value_of_it_or_of_a_later_one(precedence):
    table = figured(cell("contacts_progressed_to_referral", "2015-12", 485), cell("contacts", "2015-12", 1041),
                    cell("contacts_progressed_to_referral_percent", "2015-12", 49.5, precedence=precedence))

    row = one(table, "contacts_progressed_to_referral_percent")
    assert (row.origin, row.rivals) == ("computed", "49.5 (2015-12/scorecard.xlsx, Monthly figures C2)")


def test_a_supplied_value_gives_way_to_parts_that_explain_it_to_its_decimals():
    table = figured(cell("contacts_progressed_to_referral_percent", "2015-12", 46.6),
                    cell("contacts_progressed_to_referral", "2015-12", 485, file="teams.xlsx", precedence=1),
                    cell("contacts", "2015-12", 1041, file="teams.xlsx", precedence=1))

    row = one(table, "contacts_progressed_to_referral_percent")
    assert row.value == pytest.approx(46.589817)
    assert (row.origin, row.rivals) == ("computed", "")


def test_a_supplied_value_of_the_first_return_stands_against_parts_that_do_not_explain_it():
    table = figured(cell("contacts_progressed_to_referral_percent", "2015-12", 49.5),
                    cell("contacts_progressed_to_referral", "2015-12", 485, file="teams.xlsx", precedence=1),
                    cell("contacts", "2015-12", 1041, file="teams.xlsx", precedence=1))

    row = one(table, "contacts_progressed_to_referral_percent")
    assert (row.value, row.origin) == (49.5, "supplied")
    assert math.isnan(row.numerator) and math.isnan(row.lower)
    assert (row.rival_numerator, row.rival_denominator) == (485, 1041)


def test_a_percentage_of_nothing_has_no_value_and_says_why():
    table = figured(cell(TO_ASSESSMENT, "2015-12", 0, part="numerator"), cell(TO_ASSESSMENT, "2015-12", 0, part="denominator"))

    row = one(table, TO_ASSESSMENT)
    assert (math.isnan(row.value), row.state) == (True, "none in the period")


@pytest.mark.parametrize("count", [7, 14, 28, 29, 55, 56, 57, 58])
def test_a_whole_percentage_is_whole_to_the_last_digit(count):
    table = figured(cell(TO_ASSESSMENT, "2015-12", count, part="numerator"), cell(TO_ASSESSMENT, "2015-12", 100, part="denominator"))

    assert one(table, TO_ASSESSMENT).value == count


# Returns that disagree


def test_the_return_that_has_precedence_stands_and_the_other_is_a_rival():
    table = figured(cell("contacts", "2015-12", 1041), cell("contacts", "2015-12", 1030, file="teams.xlsx", precedence=1, row=9))

    row = one(table, "contacts")
    assert (row.value, row.rivals) == (1041, "1030 (2015-12/teams.xlsx, Monthly figures C9)")


def test_precedence_does_not_depend_on_the_order_of_rows():
    table = figured(cell("contacts", "2015-12", 1030, file="teams.xlsx", precedence=1), cell("contacts", "2015-12", 1041))

    assert one(table, "contacts").value == 1041


def test_two_returns_that_disagree_are_a_finding_with_both_values():
    said = findings(cell("contacts", "2015-12", 1041), cell("contacts", "2015-12", 1030, file="teams.xlsx", precedence=1, row=9))

    assert said == ['2015-12/teams.xlsx, sheet "Monthly figures", row 9, column "C": Contacts received, December 2015: '
                    "1030 (2015-12/teams.xlsx, Monthly figures C9). "
                    "Expected 1041, which is shown (2015-12/scorecard.xlsx, Monthly figures C2). Correct whichever is wrong and run again."]


def test_two_returns_that_agree_are_no_finding():
    assert findings(cell("contacts", "2015-12", 1041), cell("contacts", "2015-12", 1041, file="teams.xlsx", precedence=1)) == []


def test_parts_of_one_figure_are_taken_from_one_return_when_it_gives_them():
    table = figured(cell("referrals", "2015-12", 100), cell("referrals", "2015-12", 90, file="teams.xlsx", precedence=1),
                    cell(TO_ASSESSMENT, "2015-12", 81, part="numerator", file="teams.xlsx", precedence=1))

    row = one(table, TO_ASSESSMENT)
    assert (row.numerator, row.denominator, row.value) == (81, 90, 90)


def test_a_part_that_is_not_the_figure_of_its_quantity_is_a_finding():
    said = findings(cell("referrals", "2015-12", 100), cell(TO_ASSESSMENT, "2015-12", 80, part="numerator", row=7),
                    cell(TO_ASSESSMENT, "2015-12", 99, part="denominator", row=8))

    assert said == ['2015-12/scorecard.xlsx, sheet "Monthly figures", row 8, column "C": Referrals to children\'s social care, December 2015, as a part of '
                    '"Referrals that led to an assessment, as a share of referrals": 99 (2015-12/scorecard.xlsx, Monthly figures C8). '
                    "Expected 100, which is shown (2015-12/scorecard.xlsx, Monthly figures C2). Correct whichever is wrong and run again."]


def test_a_part_in_an_earlier_month_s_return_is_not_held_against_what_the_quantity_has_become():
    before = dict(received="2015-11", precedence=1)
    parts = cell(TO_ASSESSMENT, "2015-11", 80, part="numerator", **before), cell(TO_ASSESSMENT, "2015-11", 99, part="denominator", **before)

    assert findings(cell("referrals", "2015-11", 99, **before), cell("referrals", "2015-11", 100), *parts) == []


def test_words_in_place_of_a_part_disagree_with_nothing():
    assert findings(cell("referrals", "2015-12", 100), cell(TO_ASSESSMENT, "2015-12", "n/a", part="denominator")) == []


def test_an_earlier_month_s_return_is_a_restatement_and_no_finding():
    cells = cell("contacts", "2015-11", 1029), cell("contacts", "2015-11", 1011, received="2015-11", precedence=1)

    assert findings(*cells) == []
    assert restatements(*cells) == [dict(
        measure="contacts", code="2.1", breakdown="", category="", month="2015-11", basis="in_month", was=1011, **{"is": 1029},
        was_source="2015-11/scorecard.xlsx, Monthly figures C2", is_source="2015-12/scorecard.xlsx, Monthly figures C2")]


def test_what_a_later_return_changed_most_in_proportion_stands_first():
    cells = [cell(measure, month, number, **received) for measure, month, now, was in [
        ("contacts", "2015-10", 1000, 990), ("contacts", "2015-11", 800, 400), ("referrals", "2015-11", 1, 0), ("referrals", "2015-10", 300, 400)]
        for number, received in [(now, {}), (was, {"received": "2015-11", "precedence": 1})]]

    assert [(each["measure"], each["is"]) for each in restatements(*cells)] == [("referrals", 1), ("contacts", 800), ("referrals", 300), ("contacts", 1000)]


@pytest.mark.parametrize(("month", "known"), [("2013-03", 0), ("2013-04", 1)])
def test_a_restatement_of_a_month_before_the_history_that_is_published_is_left_out(month, known):
    assert len(restatements(cell("contacts", month, 1029), cell("contacts", month, 1011, received="2015-11", precedence=1))) == known


# Words, and what is missing


def test_a_number_of_a_later_return_stands_before_words():
    table = figured(cell("contacts", "2015-12", "n/a"), cell("contacts", "2015-12", 1030, file="teams.xlsx", precedence=1))

    row = one(table, "contacts")
    assert (row.value, row.state) == (1030, "")


def test_words_stand_where_there_is_no_number():
    row = one(figured(cell("contacts", "2015-12", "On hold")), "contacts")

    assert (math.isnan(row.value), row.state) == (True, "On hold")


def test_words_in_place_of_a_part_stand_in_place_of_the_percentage():
    table = figured(cell(TO_ASSESSMENT, "2015-12", "tbc", part="numerator"), cell(TO_ASSESSMENT, "2015-12", 100, part="denominator"))

    row = one(table, TO_ASSESSMENT)
    assert (math.isnan(row.value), row.state) == (True, "tbc")


def test_a_line_that_no_return_says_anything_of_is_not_covered():
    in_force = settings(line("contacts"), line("rereferrals_percent", code="2.7"))

    table = figured(cell("contacts", "2015-12", 1041), in_force=in_force)

    row = one(table, "rereferrals_percent")
    assert (math.isnan(row.value), row.state, row.origin, row.code) == (True, "not covered", "", "2.7")


def test_words_beat_a_line_s_silence():
    table = figured(cell("contacts", "2015-12", "On hold"), in_force=settings(line("contacts")))

    assert one(table, "contacts").state == "On hold"


def test_without_figures_and_without_lines_the_month_is_refused():
    with pytest.raises(Refused) as refused:
        figured()

    assert str(refused.value) == ("the returns of December 2015: there is nothing to show: no figures, and no lines in the settings. "
                                  "Expected figures of declared measures, or lines to show as not covered. "
                                  "Correct the returns, or add a lines.csv, and run again.")


def test_zero_is_a_number():
    row = one(figured(cell("contacts", "2015-12", 0)), "contacts")

    assert (row.value, row.state) == (0, "")


# Longer periods


def test_a_year_to_date_is_the_sum_of_its_months():
    row = one(figured(*months("contacts", "2015-04", [10, 20, 30])), "contacts", "2015-06", "year_to_date")

    assert (row.value, row.origin, row.source) == (60, "computed", "sum of 3 months, Apr 2015 to Jun 2015")


@pytest.mark.parametrize("may", [None, "n/a"])
def test_a_year_to_date_with_a_month_missing_is_missing_and_not_less(may):
    cells = [cell("contacts", "2015-04", 10), cell("contacts", "2015-06", 30)] + ([cell("contacts", "2015-05", may)] if may else [])

    table = figured(*cells)

    assert table[table.basis == "year_to_date"].month.tolist() == ["2015-04"]


def test_a_month_of_none_adds_nothing_and_is_not_missing():
    row = one(figured(*months("contacts", "2015-04", [10, 0, 30])), "contacts", "2015-06", "year_to_date")

    assert row.value == 40


def test_a_supplied_year_to_date_stands_against_the_sum_of_its_months():
    row = one(figured(*months("contacts", "2015-04", [10, 20, 30]), cell("contacts", "2015-06", 66, basis="year_to_date")), "contacts", "2015-06", "year_to_date")

    assert (row.value, row.origin, row.rivals) == (66, "supplied", "60 (sum of 3 months, Apr 2015 to Jun 2015)")


def test_a_year_to_date_that_is_not_the_sum_of_its_months_is_a_finding_with_both_values():
    said = findings(*months("contacts", "2015-04", [10, 20, 30]), cell("contacts", "2015-06", 66, basis="year_to_date", row=5, column="Q"))

    assert said == ['2015-12/scorecard.xlsx, sheet "Monthly figures", row 5, column "Q": Contacts received, April to June 2015: '
                    "60 (sum of 3 months, Apr 2015 to Jun 2015). "
                    "Expected 66, which is shown (2015-12/scorecard.xlsx, Monthly figures Q5). Correct whichever is wrong and run again."]


@pytest.mark.parametrize(("received", "rivals"), [("2015-12", "50 (sum of 2 months, Apr 2015 to May 2015 over the same)"), ("2015-11", "")],
                         ids=["of the same month's returns", "of an earlier month's"])
def test_a_percentage_to_date_is_held_against_the_parts_of_its_months_where_the_month_itself_shows_a_result_without_parts(received, rivals):
    of_the_teams = dict(file="teams.xlsx", precedence=1, received=received)
    cells = [*months(TO_ASSESSMENT, "2015-04", [30, 20], part="numerator", **of_the_teams),
             *months(TO_ASSESSMENT, "2015-04", [40, 60], part="denominator", **of_the_teams), cell(TO_ASSESSMENT, "2015-05", 45.0)]
    to_date = cell(TO_ASSESSMENT, "2015-05", 80.0, basis="year_to_date")

    row, alone = one(figured(*cells, to_date), TO_ASSESSMENT, "2015-05", "year_to_date"), figured(*cells)

    assert (row.value, row.rivals) == (80, rivals)
    assert alone[(alone.measure == TO_ASSESSMENT) & (alone.basis == "year_to_date")].month.tolist() == ["2015-04"]


def test_a_percentage_to_date_is_of_summed_parts_and_no_mean_of_percentages():
    cells = months(TO_ASSESSMENT, "2015-04", [1, 90], part="numerator") + months(TO_ASSESSMENT, "2015-04", [10, 90], part="denominator")

    row = one(figured(*cells), TO_ASSESSMENT, "2015-05", "year_to_date")

    assert (row.numerator, row.denominator, row.value) == (91, 100, 91)


def test_a_month_of_nothing_is_part_of_a_percentage_to_date():
    cells = months(TO_ASSESSMENT, "2015-04", [1, 0], part="numerator") + months(TO_ASSESSMENT, "2015-04", [4, 0], part="denominator")

    row = one(figured(*cells), TO_ASSESSMENT, "2015-05", "year_to_date")

    assert (row.numerator, row.denominator, row.value) == (1, 4, 25)


def test_percentages_without_parts_are_never_summed_or_averaged():
    table = figured(*months(TO_ASSESSMENT, "2015-04", [70, 80, 90]))

    assert set(table.basis) == {"in_month"}


def test_a_rolling_year_and_a_financial_year_are_twelve_months():
    cells = months("rereferrals_percent", "2014-03", [1] + [2] * 12, part="numerator") + months("rereferrals_percent", "2014-03", [10] * 13, part="denominator")

    table = figured(*cells)

    rolling, year = (one(table, "rereferrals_percent", "2015-03", basis) for basis in ("rolling_12", "financial_year"))
    assert (rolling.numerator, rolling.denominator, rolling.value) == (24, 120, 20)
    assert (year.value, year.numerator) == (20, 24)


def test_eleven_months_make_no_rolling_year():
    cells = months("rereferrals_percent", "2015-02", [2] * 11, part="numerator") + months("rereferrals_percent", "2015-02", [10] * 11, part="denominator")

    assert "rolling_12" not in set(figured(*cells).basis)


def test_a_measure_that_is_read_as_a_rolling_year_is_made_of_its_months_too():
    measure = "cp_plans_started_repeat_percent"
    cells = [part for name, count in (("numerator", 1), ("denominator", 4))
             for part in months(measure, "2015-01", [count] * 12, part=name, basis="in_month")]

    row = one(figured(*cells), measure, "2015-12", "rolling_12")

    assert (row.numerator, row.denominator, row.value) == (12, 48, 25)


def test_a_stock_is_never_summed():
    table = figured(*months("children_in_need", "2015-04", [1900, 1950, 2019]))

    rows = table[table.measure == "children_in_need"]
    assert (set(rows.basis), rows.value.tolist()) == ({"month_end"}, [1900, 1950, 2019])


def test_categories_have_figures_of_their_own_and_do_not_make_the_whole():
    table = figured(cell("referrals", "2015-04", 5, breakdown="team", category="Duty"), cell("referrals", "2015-05", 6, breakdown="team", category="Duty"))

    assert set(table.category) == {"Duty"}
    assert one(table, "referrals", "2015-05", "year_to_date", "Duty").value == 11


# Rates


def test_a_rate_is_per_ten_thousand_of_the_stated_population():
    row = one(figured(cell("children_in_need", "2015-12", 2019), in_force=settings(**ROTA)), "children_in_need_rate", basis="month_end")

    assert (row.numerator, row.denominator, row.population_year) == (2019, 56_398, "mid-2014")
    assert row.value == pytest.approx(357.991418)


def test_without_a_stated_population_there_is_no_rate():
    assert "children_in_need_rate" not in set(figured(cell("children_in_need", "2015-12", 2019)).measure)


def test_a_population_holds_from_its_month_on():
    table = figured(cell("children_in_need", "2014-09", 1900), cell("children_in_need", "2014-10", 1910), in_force=settings(**ROTA))

    assert table[table.measure == "children_in_need_rate"].month.tolist() == ["2014-10"]


@pytest.mark.parametrize("since, computed", [("2014-04", True), ("2014-05", False)])
def test_a_past_year_of_another_population_is_not_computed_again(since, computed):
    in_force = settings(population=56_398, population_from=since)

    table = figured(cell("referrals", "2015-03", 3000, basis="financial_year"), in_force=in_force)

    assert ("referrals_rate" in set(table.measure)) is computed


def test_a_past_year_s_supplied_rate_stands_as_it_was_printed():
    table = figured(cell("referrals_rate", "2015-03", 827.5, basis="financial_year"), cell("referrals", "2015-03", 3000, basis="financial_year"),
                    in_force=settings(**ROTA))

    row = one(table, "referrals_rate", "2015-03", "financial_year")
    assert (row.value, row.origin, row.rivals, row.population_year) == (827.5, "supplied", "", "")


@pytest.mark.parametrize("annualise, expected, words", [
    (False, 10.0, "Not annualised: the year so far over the whole population."), (True, 40.0, "Annualised."),
])
def test_a_rate_to_date_is_annualised_only_where_the_settings_say_so(annualise, expected, words):
    in_force = settings(population=10_000, annualise=annualise)

    row = one(figured(*months("referrals", "2015-04", [2, 3, 5]), in_force=in_force), "referrals_rate", "2015-06", "year_to_date")

    assert row.value == pytest.approx(expected)
    assert row.method.endswith(words)


# What a figure is told with


def test_a_percentage_has_wilson_s_interval_and_a_rate_byar_s():
    in_force = settings(population=100_000)

    table = figured(cell(TO_ASSESSMENT, "2015-12", 65, part="numerator"), cell(TO_ASSESSMENT, "2015-12", 100, part="denominator"),
                    cell("children_in_need", "2015-12", 65), in_force=in_force)

    share, rate = one(table, TO_ASSESSMENT), one(table, "children_in_need_rate", basis="month_end")
    assert (share.lower, share.upper) == pytest.approx((55.254, 73.636), abs=0.001)
    assert (rate.lower, rate.upper) == pytest.approx((5.016, 8.285), abs=0.001)


def test_a_count_and_a_supplied_result_have_no_interval():
    table = figured(cell("contacts", "2015-12", 1041), cell(TO_ASSESSMENT, "2015-12", 79.2))

    assert table[["lower", "upper"]].isna().all(axis=None)


def test_a_line_gives_its_code_title_and_direction():
    in_force = settings(line("rereferrals_percent", code="2.7", title="Back in a month", good_is="neither"),
                        line("rereferrals_percent", code="2.8", title="Back in a year", basis="rolling_12", good_is="neither"))

    table = figured(cell("rereferrals_percent", "2015-12", 31.0), cell("rereferrals_percent", "2015-12", 29.3, basis="rolling_12"), in_force=in_force)

    month, year = one(table, "rereferrals_percent"), one(table, "rereferrals_percent", basis="rolling_12")
    assert (month.code, month.title, year.code, year.title) == ("2.7", "Back in a month", "2.8", "Back in a year")
    assert (month.good_is, month.name) == ("neither", "Referrals that came within twelve months of an earlier one")


def test_a_year_to_date_has_the_code_of_the_line_that_shows_it():
    in_force = settings(line("contacts", code="2.1", year_to_date="contacts"))

    table = figured(cell("contacts", "2015-04", 1000), in_force=in_force)

    assert one(table, "contacts", "2015-04", "year_to_date").code == "2.1"


def test_what_was_counted_is_left_as_it_was():
    quantities = counted(*months("contacts", "2015-04", [10, 20, 30]))
    before = quantities.copy()

    calculate(quantities, settings(line("contacts")))

    assert quantities.equals(before)


def test_a_figure_has_one_row():
    table = figured(*months("contacts", "2015-04", [10, 20, 30]), *months("contacts", "2015-04", [11, 20, 30], file="teams.xlsx", precedence=1),
                    in_force=settings(line("contacts", year_to_date="contacts")))

    assert not table.duplicated(["measure", "breakdown", "category", "basis", "month"]).any()


def test_a_percentage_whose_part_is_greater_than_its_whole_is_a_finding():
    quantities = counted(cell("contacts_progressed_to_referral", "2015-12", 1000, row=3, column="G"), cell("contacts", "2015-12", 900, row=2, column="G"))

    found = figures.disagreements(quantities, settings()).query("rule == 'percentage above 100'")

    assert found.found.tolist() == ["Contacts that became a referral, as a share of contacts, December 2015: 1000 of 900 (2015-12/scorecard.xlsx, "
                                    "Monthly figures G3 over 2015-12/scorecard.xlsx, Monthly figures G2)"]
    assert found.row.tolist() == ["3"]
