"""Small numbers: what a published edition withholds, and that nobody can work it out from the rest."""

import time

import numpy as np
import pandas as pd
from hypothesis import HealthCheck, given, settings, strategies as st
from scipy.optimize import linprog

from lib import categories, disclosure, periods, service_areas
from lib.contracts.annex_a import looked_after_children
from lib.disclosure import flows as flows_, unknowns
from lib.records import leaving_care, moves

APRIL = "2015-04"
SECONDS = 10        # for what takes one on a machine with nothing else to do
COMPARED = {"state": "", "previous": np.nan, "previous_month": "", "travel": "", "better": "", "rag": "", "signal": "", "lower": np.nan,
            "upper": np.nan, "year_ago": np.nan, "year_ago_month": "", "change": np.nan, "change_on_year": np.nan, "run": 0,
            "highest_since": "", "lowest_since": "", "rivals": "", "month_ago": np.nan, "rival_numerator": np.nan, "england": 50.0,
            "against_england": "", "title": "Referrals", "source": "return.xlsx", "decimals": 0, "target": ""}
NUMBERS = ["value", "numerator", "denominator", "lower", "upper", "previous", "year_ago", "change", "change_on_year", "month_ago"]
WORDS = ["travel", "better", "rag", "signal", "highest_since", "lowest_since", "rivals", "against_england"]


def row(value, month="2015-12", basis="in_month", category="", unit="count", measure="referrals", **more):
    return {"authority": "example", "measure": measure, "breakdown": "team" if category else "", "category": category, "month": month,
            "basis": basis, "unit": unit, "value": value, "numerator": np.nan, "denominator": np.nan, **COMPARED, **more}


def share(numerator, denominator, measure="reviews_in_time_percent", unit="percent", **more):
    value = 100 * numerator / denominator if denominator else np.nan
    return row(value, unit=unit, measure=measure, numerator=numerator, denominator=denominator, **more)


def publish(*rows):
    return disclosure.suppress(pd.DataFrame(list(rows)))


def withheld(published):
    return (published.state == "suppressed").tolist()


def months_of(values, totals="last", **more):
    months = [periods.shift(APRIL, place) for place in range(len(values))]
    sums = [row(sum(values[:place + 1]), month, "year_to_date", **more) for place, month in enumerate(months)]
    return [*(row(value, month, **more) for value, month in zip(values, months)), *(sums if totals == "all" else sums[-1:])]


def test_counts_of_one_to_five_are_withheld_and_zero_and_six_stand():
    published = publish(*(row(value, measure=f"measure_{value}") for value in range(7)))

    assert withheld(published) == [False, True, True, True, True, True, False]
    assert published.value.fillna(-1).tolist() == [0, -1, -1, -1, -1, -1, 6]


def test_a_withheld_row_keeps_nothing_that_tells_its_number():
    told = dict(zip(WORDS, WORDS)) | {name: 2.0 for name in NUMBERS} | {"run": -2, "invented_tomorrow": 3.0, "origin": "counted"}

    published = publish(row(**(told | {"value": 3.0}))).iloc[0]

    assert published[NUMBERS].isna().all()
    assert set(published[WORDS]) == {""}
    assert published.run == 0
    assert np.isnan(published.invented_tomorrow)
    assert published.state == "suppressed"


def test_a_withheld_row_keeps_what_it_is_and_what_others_published():
    published = publish(row(3.0, origin="counted", method="Counted.", target="at most 4")).iloc[0]

    assert published[["measure", "month", "basis", "title", "source", "origin", "method", "target", "england"]].tolist() == [
        "referrals", "2015-12", "in_month", "Referrals", "return.xlsx", "counted", "Counted.", "at most 4", 50.0]


def test_a_percentage_is_withheld_for_a_small_numerator_denominator_or_difference():
    published = publish(share(3, 40), share(0, 4, measure="b_percent"), share(38, 40, measure="c_percent"),
                        share(20, 40, measure="d_percent"))

    assert withheld(published) == [True, True, True, False]


def test_none_and_all_are_true_and_stand():
    published = publish(share(0, 40), share(41, 41, measure="b_percent"))

    assert withheld(published) == [False, False]


def test_a_rate_of_few_children_is_withheld():
    published = publish(share(4, 56398, unit="per_10000", measure="adoptions_rate"),
                        share(62, 56398, unit="per_10000", measure="plans_rate"))

    assert withheld(published) == [True, False]


def test_a_percentage_supplied_without_its_parts_stands():
    published = publish(row(3.0, unit="percent"))

    assert withheld(published) == [False]


def test_words_in_place_of_a_number_are_kept():
    published = publish(row(np.nan, state="n/a"))

    assert published.state.tolist() == ["n/a"]


def test_the_next_smallest_category_goes_with_one_withheld_alone():
    published = publish(row(80), row(3, category="North"), row(50, category="South"), row(27, category="East"), row(0, category="West"))

    assert withheld(published) == [False, True, False, True, False]


def test_the_next_smallest_category_goes_even_where_no_total_is_printed():
    published = publish(row(3, category="North"), row(50, category="South"), row(27, category="East"))

    assert withheld(published) == [True, False, True]


def test_two_withheld_categories_that_come_to_a_small_number_take_a_third():
    published = publish(row(52), row(1, category="North"), row(1, category="South"), row(20, category="East"), row(30, category="West"))

    assert withheld(published) == [False, True, True, True, False]


def test_the_total_goes_where_no_other_category_can():
    published = publish(row(3, month=APRIL), row(3, category="North", month=APRIL), row(9, category="South", month="2015-05"))

    assert withheld(published) == [True, True, False]


def test_the_smallest_other_month_goes_with_one_withheld_month_of_a_year_to_date():
    published = publish(*months_of([12, 9, 3, 20]))

    assert withheld(published) == [False, True, True, False, False]


def test_one_small_category_beside_true_zeros_takes_nothing_else_with_it():
    published = publish(row(3, category="North"), row(0, category="South"), row(40, month="2015-11", category="North"))

    assert withheld(published) == [True, False, False]


def test_two_withheld_months_need_no_third():
    published = publish(*months_of([12, 4, 3, 20]))

    assert withheld(published) == [False, True, True, False, False]


def test_a_month_between_two_running_totals_takes_the_month_and_the_total_before():
    published = publish(*months_of([12, 9, 20, 3], totals="all"))

    assert withheld(published) == [False, False, True, True, False, False, True, False]


def test_a_month_that_is_its_year_to_date_goes_with_it():
    published = publish(row(4, APRIL), row(4, APRIL, "year_to_date"), row(40, "2015-05"), row(44, "2015-05", "year_to_date"))

    assert withheld(published) == [True, True, True, False]


def test_a_month_that_leaves_a_rolling_year_does_not_tell_the_one_that_joins():
    months = [periods.shift("2014-04", place) for place in range(24)]
    values = [30 + place for place in range(23)] + [2]
    rolling = [row(sum(values[place - 11:place + 1]), months[place], "rolling_12") for place in (22, 23)]

    published = publish(*(row(value, month) for value, month in zip(values, months)), *rolling)

    assert published[published.state == "suppressed"][["basis", "month"]].values.tolist() == [
        ["in_month", "2015-03"], ["in_month", "2015-04"], ["in_month", "2016-03"]]


def test_the_position_at_the_years_end_is_withheld_with_marchs():
    published = publish(row(4, "2015-03", "month_end"), row(4, "2015-03", "financial_year"), row(90, "2015-04", "month_end"))

    assert withheld(published) == [True, True, False]


def test_a_companions_number_is_withheld_wherever_it_stands():
    rate = share(9, 56398, unit="per_10000", measure="referrals_rate", month="2015-05")
    percent = share(7, 9, measure="repeat_percent", month="2015-05")
    of_it = share(8, 16, measure="of_it_percent", month="2015-05")

    published = publish(*months_of([12, 9, 3, 20]), rate, percent, of_it)

    assert withheld(published)[5:] == [True, True, False]


def test_one_withheld_share_of_a_whole_takes_another():
    published = publish(share(3, 40, measure="a_percent"), share(12, 40, measure="b_percent"), share(25, 40, measure="c_percent"))

    assert withheld(published) == [True, True, False]


def test_earlier_values_that_point_at_a_withheld_month_are_emptied():
    small = row(3, "2015-11")
    told = {"previous": 3.0, "previous_month": "2015-11", "month_ago": 3.0, "change": 17.0, "travel": "up", "better": "worse"}

    published = publish(small, row(20, "2015-12", **told)).iloc[1]

    assert published.value == 20
    assert published[["previous", "month_ago", "change"]].isna().all()
    assert published.travel == published.better == ""


def test_a_year_ago_that_points_at_a_withheld_month_is_emptied():
    small = row(3, "2014-12")
    told = {"year_ago": 3.0, "year_ago_month": "2014-12", "change_on_year": 17.0,
            "previous": 30.0, "previous_month": "2015-11", "travel": "down"}

    published = publish(small, row(20, "2015-12", **told)).iloc[1]

    assert np.isnan(published.year_ago) and np.isnan(published.change_on_year)
    assert (published.previous, published.travel) == (30.0, "down")


def test_runs_records_and_signals_of_a_series_with_a_withheld_month_are_emptied():
    said = {"run": -3, "lowest_since": "start", "signal": "trend of seven downwards"}

    published = publish(row(3, "2015-10"), row(20, "2015-12", **said), row(20, "2015-12", measure="contacts", **said))

    assert published.run.tolist() == [0, 0, -3]
    assert published.lowest_since.tolist() == ["", "", "start"]
    assert published.signal.tolist() == ["", "", "trend of seven downwards"]


def test_what_another_return_said_is_never_published():
    published = publish(row(20, rivals="topic_pages.xlsx says 17", rival_numerator=17.0))

    assert published.rivals.tolist() == [""]
    assert published.rival_numerator.isna().all()


def test_rows_without_small_numbers_are_left_as_they_were():
    rows = pd.DataFrame([*months_of([12, 9, 8, 20]), share(20, 41), row(np.nan, state="n/a", measure="contacts")])

    published = disclosure.suppress(rows)

    pd.testing.assert_frame_equal(published, rows, check_dtype=False)


def test_no_rows_at_all_are_no_rows():
    rows = pd.DataFrame([row(20)]).iloc[:0]

    assert disclosure.suppress(rows).empty


def test_an_index_that_repeats_is_kept():
    rows = pd.DataFrame([row(3), row(30, measure="contacts")], index=[4, 4])

    published = disclosure.suppress(rows)

    assert published.index.tolist() == [4, 4]
    assert withheld(published) == [True, False]


def test_the_rows_given_are_left_as_they_were():
    rows = pd.DataFrame([*months_of([12, 9, 3, 20], totals="all"), share(3, 40)])
    before = rows.copy()

    disclosure.suppress(rows)

    pd.testing.assert_frame_equal(rows, before)


# A reader with pencil and paper: every published number is a sum of the numbers of a month and category; can a small one be worked out?

counts = st.one_of(st.integers(0, 9), st.integers(0, 60))
TEAMS = ("North", "South", "East", "West")
BASES = {"in_month": lambda month: [month], "year_to_date": periods.year_to_date, "rolling_12": periods.rolling_12,
         "financial_year": periods.rolling_12}


@st.composite
def flows(draw):
    """Months by team with their totals, and running totals of some or all of the months."""
    teams, length = TEAMS[:draw(st.sampled_from([1, 2, 3, 4]))], draw(st.integers(1, 15))
    months = [periods.shift("2014-12", place) for place in range(length)]
    cells = {(team, month): draw(counts) for team in teams for month in months}
    kept = draw(st.sampled_from(["none", "last", "all"]))
    return [row(sum(cells[cell] for cell in parts), month, basis, team, covers=parts)
            for team in ("", *teams) for basis, month, covered in covers(months, kept)
            for parts in [[(each, past) for each in ([team] if team else teams) for past in covered]]]


def covers(months, kept):
    for month in months:
        for basis, covered in BASES.items():
            wanted = basis == "in_month" or kept == "all" or (kept == "last" and month == months[-1])
            if wanted and set(covered(month)) <= set(months) and (basis != "financial_year" or month.endswith("-03")):
                yield basis, month, covered(month)


def sums(rows):
    """Which cells each row adds up, a row a line; and the cells."""
    cells = sorted({cell for covered in rows.covers for cell in covered})
    return np.array([[cell in covered for cell in cells] for covered in rows.covers], dtype=float), cells


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(flows())
def test_no_small_number_is_left_or_follows_from_sums_and_differences(made):
    rows = pd.DataFrame(made)
    table, _ = sums(rows)

    published = disclosure.suppress(rows.drop(columns="covers"))

    stands, hidden = published.value.notna().to_numpy(), (published.state == "suppressed").to_numpy()
    assert not disclosure.small(published.value[stands].to_numpy()).any()
    assert (rows.value[hidden] > 0).all()
    known = independent(table[stands])
    secret = table[hidden & disclosure.small(rows.value.to_numpy())]
    assert (np.abs(secret - secret @ known.T @ known).max(axis=1, initial=0) > 1e-6).all()


def independent(table):
    """An orthonormal basis of what these sums determine."""
    _, sizes, directions = np.linalg.svd(table)
    return directions[:int((sizes > 1e-9).sum())]


BANDS = ("Under 1", "1 to 4", "5 to 9")


@st.composite
def crossed(draw):
    """Months by team and age band with the totals of some of the simpler breakdowns and of all, as numbers and as shares of their whole."""
    teams, bands = TEAMS[:draw(st.integers(1, 3))], BANDS[:draw(st.integers(1, 3))]
    months = [periods.shift("2015-04", place) for place in range(draw(st.integers(1, 3)))]
    cells = {(team, band, month): draw(counts) for team in teams for band in bands for month in months}
    shown = {"team | age band": [(team, band) for team in teams for band in bands], **draw(st.sampled_from([
        {}, {"team": [(team,) for team in teams]}, {"team": [(team,) for team in teams], "age band": [(band,) for band in bands], "": [()]}]))}
    return [made for breakdown, categories in shown.items() for names in categories for basis, month, covered in covers(months, "all")
            for made in crossed_rows(cells, breakdown, names, basis, month, covered, shown)]


def crossed_rows(cells, breakdown, names, basis, month, covered, shown):
    """The number of a category in a period, and its share where the whole is shown; each with the cells it adds up."""
    def cells_of(named):
        return [cell for cell in cells if cell[2] in covered and set(named) <= set(cell)]
    place = {"breakdown": breakdown, "category": " | ".join(names), "month": month, "basis": basis}
    number, whole = (sum(cells[cell] for cell in cells_of(named)) for named in (names, names[:-1]))
    yield {**row(number), **place, "covers": cells_of(names), "of": []}
    if names and whole and " | ".join(breakdown.split(" | ")[:-1]) in shown:
        yield {**share(number, whole, "share_percent"), **place, "covers": cells_of(names), "of": cells_of(names[:-1])}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(crossed())
def test_no_small_number_of_a_crossed_breakdown_is_left_or_follows_from_all_that_is_published(made):
    rows = pd.DataFrame(made)
    cells = sorted({cell for covered in rows.covers for cell in covered})
    table, whole = (np.array([[cell in covered for cell in cells] for covered in rows[column]], dtype=float) for column in ("covers", "of"))

    published = disclosure.suppress(rows.drop(columns=["covers", "of"]))

    stands, hidden = published.value.notna().to_numpy(), (published.state == "suppressed").to_numpy()
    numbers = np.where(rows.unit == "count", rows.value, rows.numerator).astype(float)
    assert not disclosure.small(numbers[stands]).any()
    known = independent(np.vstack([table[stands], whole[stands]]))
    secret = table[hidden & disclosure.small(numbers)]
    assert (np.abs(secret - secret @ known.T @ known).max(axis=1, initial=0) > 1e-6).all()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.dictionaries(st.integers(0, 9), st.sampled_from([1, -1]), min_size=1, max_size=4), max_size=9))
def test_unknowns_are_known_where_the_lines_leave_no_freedom(lines):
    table = np.array([[line.get(unknown, 0) for unknown in range(10)] for line in lines], dtype=float).reshape(-1, 10)
    basis = independent(table)
    fixed = {unknown for unknown in range(10) if np.abs(np.eye(10)[unknown] - basis.T @ basis[:, unknown]).max() < 1e-9}

    assert unknowns.known(lines) == fixed


def cells_by_team_and_band(numbers, month="2015-12"):
    """Rows of a crossed breakdown with both simpler ones and the whole; `numbers` by team and band."""
    frame = pd.DataFrame(numbers)
    crossed_ = {("team | age band", f"{team} | {band}"): frame.loc[band, team] for team in frame for band in frame.index}
    simpler = {("team", team): frame[team].sum() for team in frame} | {("age band", band): frame.loc[band].sum() for band in frame.index}
    both = crossed_ | simpler | {("", ""): frame.to_numpy().sum()}
    return [{**row(float(value), month, "month_end"), "breakdown": breakdown, "category": category} for (breakdown, category), value in both.items()]


def test_a_small_cell_of_a_crossed_breakdown_takes_one_of_its_team_and_one_of_its_band_and_the_one_where_those_meet():
    published = publish(*cells_by_team_and_band({"North": {"Under 1": 3, "1 to 4": 20, "5 to 9": 40}, "South": {"Under 1": 12, "1 to 4": 30, "5 to 9": 15},
                                                 "East": {"Under 1": 50, "1 to 4": 60, "5 to 9": 70}}))

    gone = published[published.state == "suppressed"]

    assert gone.category.tolist() == ["North | Under 1", "North | 1 to 4", "South | Under 1", "South | 1 to 4"]


def test_a_cell_alone_among_noughts_takes_its_totals_with_it():
    published = publish(*cells_by_team_and_band({"North": {"Under 1": 0, "1 to 4": 3}, "South": {"Under 1": 9, "1 to 4": 8}})).set_index("category")

    assert published.state[["North | 1 to 4", "North"]].tolist() == ["suppressed", "suppressed"]
    assert published.value["North | Under 1"] == 0


def test_a_share_of_a_withheld_whole_is_withheld_even_where_it_is_nought():
    whole = [row(12), row(3, category="North"), row(9, category="South")]
    shares = [{**share(part, 9, "share_percent"), "breakdown": "team | stage", "category": f"South | {stage}"} for stage, part in (("Proposed", 0), ("Started", 9))]

    published = publish(*whole, *shares)

    assert withheld(published) == [False, True, True, True, True]


def test_a_year_to_date_that_pools_month_ends_does_not_give_a_small_one_away():
    ends = [share(number, 40, month=month, basis="month_end") for number, month in ((30, "2015-04"), (3, "2015-05"), (25, "2015-06"))]

    published = publish(*ends, share(58, 120, month="2015-06", basis="year_to_date"))

    assert withheld(published) == [False, True, True, False]


def test_sixty_crossed_cells_by_twelve_months_are_published_within_seconds():
    numbers = {(team, band, month): (7 * team + 3 * band + 5 * month + team * band * month) % 13 for team in range(10) for band in range(6) for month in range(12)}
    rows = pd.DataFrame([made for place in range(12) for made in of_a_year_to_date(numbers, place)])
    began = time.perf_counter()

    published = disclosure.suppress(rows)

    assert time.perf_counter() - began < SECONDS
    assert not disclosure.small(published.value.to_numpy()).any()


def of_a_year_to_date(numbers, last):
    """The rows of a month and of the year to date by team and band, by team, by band and in all."""
    month = periods.shift(APRIL, last)
    for basis, months in (("in_month", [last]), ("year_to_date", range(last + 1))):
        frame = {f"Team {team}": {f"Band {band}": sum(numbers[team, band, each] for each in months) for band in range(6)} for team in range(10)}
        yield from ({**made, "basis": basis} for made in cells_by_team_and_band(frame, month))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(counts, min_size=2, max_size=12), st.sampled_from(["last", "all"]))
def test_knowing_that_what_is_withheld_is_not_zero_does_not_settle_a_small_month(values, totals):
    rows = pd.DataFrame(months_of(values, totals))

    published = disclosure.suppress(rows)

    months = published[published.basis == "in_month"].reset_index()
    for place in np.flatnonzero(months.state == "suppressed"):
        if disclosure.small(np.array(values[place])) and sum(values) > disclosure.LARGEST:
            lowest, highest = possible(published, months, place)
            assert highest - lowest > 0.5


def possible(published, months, place):
    """The least and the most that a withheld month can be, given all that stands and that what is withheld is one or more."""
    totals = published[(published.basis == "year_to_date") & published.value.notna()]
    covered = np.array([[month <= last for month in months.month] for last in totals.month], dtype=float).reshape(-1, len(months))
    bounds = [(1, None) if np.isnan(value) else (value, value) for value in months.value]
    goals = [np.where(np.arange(len(months)) == place, sign, 0) for sign in (1, -1)]
    found = [linprog(goal, A_eq=covered, b_eq=totals.value, bounds=bounds) if len(totals) else None for goal in goals]
    return [-np.inf, np.inf] if found[0] is None else [found[0].x[place], np.inf if found[1].status == 3 else found[1].x[place]]


@st.composite
def stocks_and_flows(draw):
    """Month ends with who joined and who left, in months and running totals; each row with the sum of cells that it is."""
    months = [periods.shift("2015-02", place) for place in range(draw(st.integers(2, 7)))]
    cells = {(kind, month): draw(counts) for kind in ("in", "out") for month in months}
    stock, joining, leaving = flows_.STOCKS_AND_FLOWS[0]
    made = []
    for last in months:
        signs = {(kind, month): sign for kind, sign in (("in", 1), ("out", -1)) for month in months if month <= last}
        made.append(row(600 + sum(sign * cells[cell] for cell, sign in signs.items()), last, "month_end", measure=stock, covers=signs | {"before": 1}))
    for kind, measure in (("in", joining), ("out", leaving)):
        for basis, month, covered in covers(months, draw(st.sampled_from(["none", "last", "all"]))):
            made.append(row(sum(cells[kind, each] for each in covered), month, basis, measure=measure, covers={(kind, each): 1 for each in covered}))
    return made


def nothing_small_follows(rows):
    """Whether neither a small number stands nor one follows from what does; `covers` is each row's cells with their signs."""
    cells = sorted({cell for covered in rows.covers for cell in covered}, key=str)
    table = np.array([[covered.get(cell, 0) for cell in cells] for covered in rows.covers], dtype=float)
    published = disclosure.suppress(rows.drop(columns="covers"))
    stands, small = published.value.notna().to_numpy(), disclosure.small(rows.value.to_numpy(dtype=float))
    known = independent(table[stands]) if stands.any() else np.zeros((0, len(cells)))
    secret = table[~stands & small]
    return not (stands & small).any() and (np.abs(secret - secret @ known.T @ known).max(axis=1, initial=0) > 1e-6).all()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(stocks_and_flows())
def test_no_small_flow_follows_from_the_stocks_before_and_after_it(made):
    assert nothing_small_follows(pd.DataFrame(made))


@settings(max_examples=60, deadline=None)
@given(st.lists(counts, min_size=25, max_size=25))
def test_no_small_age_follows_from_age_bands_and_age_groups(numbers):
    inside = {"age": {str(age): {age: 1} for age in range(25)},
              "age band": {name: {age: 1 for age in range(25) if first <= age <= last} for name, first, last in categories.AGE_BANDS},
              "age group": {name: {age: 1 for age in range(25) if first <= age <= last} for name, first, last in leaving_care.AGE_GROUPS},
              "": {"": dict.fromkeys(range(25), 1)}}
    rows = [{**row(sum(numbers[age] for age in ages)), "breakdown": breakdown, "category": name, "covers": ages}
            for breakdown, named in inside.items() for name, ages in named.items()]

    assert nothing_small_follows(pd.DataFrame(rows))


def test_homes_are_those_that_records_tell_apart():
    codes = pd.Series([code.key for code in looked_after_children.PLACEMENT_TYPES])

    assert categories.HOMES == dict(zip([code.title for code in looked_after_children.PLACEMENT_TYPES], moves.kinds_of_home(codes)))


def test_stocks_and_flows_are_measures():
    assert set(flows_.FAMILIES) <= set(service_areas.measures())
