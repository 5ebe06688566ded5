"""The dataset: what stands in a line's row, and which lines are drawn."""

import pytest

from lib import comparisons, datasets, disclosure, periods
from lib.settings import Settings
from tests import frames, rows
from tests.frames import MISSING

SHARE = "referrals_to_assessment_percent"
LAST_YEAR = dict(travel_against="same_month_last_year", travel_tolerance=0.1, arrow="value")
CHECKED = "Being checked"


def settled(*lines, **policies):
    """Settings of these lines that compare with the same month last year."""
    council = rows.council(*lines)
    return Settings(**{**vars(council), **LAST_YEAR, **policies})


def history(values, measure="contacts", **said):
    """The rows of thirteen months, or fewer, up to December 2015, with what comparing makes of the last; words for a value are its state."""
    months = periods.between(periods.shift(rows.MONTH, 1 - len(values)), rows.MONTH)
    known = {month: MISSING if isinstance(value, str) else value for month, value in zip(months, values)}
    made = [rows.row(known[month], measure, month, state=value if isinstance(value, str) else "") for month, value in zip(months, values)]
    numbers = [value for month, value in known.items() if value == value and month > "2014-12"]
    of_twelve = {"mean_12": sum(numbers) / len(numbers) if numbers else MISSING, "maximum_12": max(numbers, default=MISSING),
                 "months_12": len(numbers), "change_decimals": 0, "previous_month": "2014-12"}
    return rows.frame(*({**row, **of_twelve, "year_ago_month": "2014-12"} for row in made[:-1]),
                      {**made[-1], **of_twelve, "year_ago_month": "2014-12", **said})


def shown(compared, *lines, **policies):
    return datasets.view(compared, settled(*(lines or [rows.line()]), **policies), lambda row: f"{row.name}: {row.value:g}")


def cells(compared, **said):
    """The cells of the only line, its code first and its title left out."""
    (found,) = rows.body(shown(compared, rows.line(**said))).values()
    return found


def test_a_line_has_thirteen_months_its_change_its_arrow_the_average_and_the_highest():
    compared = history([100, *range(101, 112), 123], relative_change=23.0, travel="up", better="better")

    found = cells(compared)

    assert found == ["1.1", "100", *map(str, range(101, 112)), "123", "+23%", "↑ better", "107", "123"]


def test_the_headings_name_the_months_and_say_what_is_averaged():
    html = shown(history([100] * 13))

    assert rows.heads(html)[:4] == ["Ref", "Measure", "Dec 2014", "Jan 2015"]
    assert rows.heads(html)[-5:] == ["Dec 2015", "Change on Dec 2014", "Travel", "Twelve-month average: mean of monthly values", "Highest of twelve months"]
    assert rows.parsed(html).caption.text == "Thirteen months to December 2015. Somewhere."


def test_lines_stand_under_their_areas_with_their_notes():
    html = shown(history([100] * 13), rows.line(section="Front door", note="Leaves out <enquiries>."))

    assert rows.parsed(html).select_one("tr.section").text == "Front door"
    assert list(rows.body(html)) == ["Contacts received Leaves out <enquiries>."]


@pytest.mark.parametrize(("change", "words"), [(-22.94, "-23%"), (0.3, "0%"), (0.0, "0%"), (-0.4, "0%"), (218.75, "+219%"), (14.5, "+15%")])
def test_a_change_is_printed_whole_and_with_its_sign(change, words):
    assert cells(history([100] * 13, relative_change=change))[14] == words


def test_a_change_has_the_decimals_that_keep_it_from_contradicting_its_arrow():
    compared = history([100] * 13, relative_change=9.6, change_decimals=1, travel="level")

    assert cells(compared)[14:16] == ["+9.6%", "→ level"]


def test_the_decimals_of_another_comparison_are_not_a_years():
    compared = history([100] * 13, relative_change=9.6, change_decimals=1, previous_month="2015-11")

    assert cells(compared)[14] == "+10%"


def test_a_change_names_the_two_figures_it_is_made_of():
    html = rows.parsed(shown(history([100, *[101] * 11, 123], relative_change=23.0)))

    derived = [mark for mark in html.select("data[data-from]") if mark.text == "+23%"]

    assert [mark["data-from"] for mark in derived] == ["contacts@2015-12@in_month contacts@2014-12@in_month"]


def test_an_average_names_the_twelve_figures_it_is_made_of():
    html = rows.parsed(shown(history([100, *[101] * 11, 123])))

    average, highest = (set(mark["data-from"].split()) for mark in html.select("data[data-from]")[-2:])

    assert len(average) == len(highest) == 12
    assert "contacts@2014-12@in_month" not in average


def test_percentages_are_whole_so_that_thirteen_fit_a_page():
    compared = history([39.1, *[34.6] * 11, 28.8], SHARE, relative_change=-26.3, travel="down", previous=39.1)

    assert cells(compared, measure=SHARE)[1:3] == ["39%", "35%"]


def test_percentages_keep_their_decimals_where_the_arrow_would_stand_between_like_numbers():
    compared = history([74.1, *[74.2] * 11, 74.4], SHARE, relative_change=0.4, travel="up", previous=74.2)

    assert cells(compared, measure=SHARE)[12:14] == ["74.2%", "74.4%"]


def test_months_in_a_row_that_hold_the_same_words_share_a_cell():
    html = rows.parsed(shown(history([2, 6, 9, *[CHECKED] * 10])))

    words = [(cell.text, cell.get("colspan")) for cell in html.select("tbody td.words")]

    assert words[:2] == [(CHECKED, "10"), (CHECKED, None)]


def test_words_are_carried_to_the_change_and_said_of_the_average_and_the_highest():
    found = cells(history([2, 6, 9, *[CHECKED] * 10]))

    assert found[4:] == [CHECKED, CHECKED, "", f"8 2 of 12 months; the others: {CHECKED}", f"9 2 of 12 months; the others: {CHECKED}"]


def test_words_of_the_year_before_leave_no_change():
    assert cells(history([CHECKED, *[5] * 12]))[14] == CHECKED


def test_twelve_months_of_words_have_words_for_an_average():
    assert cells(history([5, *[CHECKED] * 12]))[-2:] == [CHECKED, CHECKED]


def test_a_change_from_none_is_no_percentage():
    assert cells(history([0, *[5] * 12], travel="up"))[14:16] == ["from 0", "↑ up"]


def test_a_short_history_says_of_how_many_months_its_average_is():
    found = cells(history([4, 5, 6], previous_month="", year_ago_month=""))

    assert found[11:] == ["4", "5", "6", "", "new", "5 3 of 12 months", "6 3 of 12 months"]


def test_a_line_without_any_row_is_empty():
    found = cells(history([5] * 13, SHARE))

    assert found == ["1.1", *[""] * 17]


def test_nothing_of_a_withheld_month_is_told_by_a_change_an_average_or_a_maximum():
    withheld = [disclosure.WITHHELD, 7, 8, disclosure.WITHHELD, *[9] * 9]

    found = cells(history(withheld, relative_change=80.0))

    assert (found[1], found[4], found[14], found[-2:]) == ("c", "c", "c", ["c", "c"])


def test_a_published_dataset_shows_whole_what_is_not_withheld():
    in_force = frames.settings(frames.line("contacts", code="M1"), frames.line("referrals", code="M2"), **LAST_YEAR)
    counts = [*frames.months("contacts", "2014-12", [100, *range(101, 112), 123]), *frames.months("referrals", "2014-12", [9, 3, *[8] * 11])]
    compared = comparisons.compare.__wrapped__(frames.figured(*counts, in_force=in_force), in_force)

    found = rows.body(datasets.view(disclosure.suppress(compared), in_force, str))

    assert found["Contacts received"][-5:] == ["123", "+23%", "↑ up", "107", "123"]
    assert found["Referrals to children's social care"][-5:] == ["8", "-11%", "↓ down", "c", "c"]


def test_the_key_says_the_authoritys_own_policies():
    key = rows.parsed(shown(history([5] * 13))).select_one("p.source").text
    other = rows.parsed(shown(history([5] * 13), travel_against="previous_month", travel_tolerance=0.0, arrow="performance")).select_one("p.source").text

    assert key.startswith("The arrow follows the value, against the same month last year; less than 10% of it is level. Better or worse is said only")
    assert other.startswith("The arrow follows performance, against the month before. Better")


def test_lines_that_ask_for_a_chart_are_drawn_by_number_and_by_percentage():
    compared = rows.frame(*history([5] * 13).to_dict("records"), *history([50.0] * 13, SHARE).to_dict("records"))
    lines = rows.line(chart="yes"), rows.line(SHARE, "EH4-QL", chart="yes"), rows.line("referrals", "3", chart="yes"), rows.line("contacts", "4")

    html = rows.parsed(shown(compared, *lines))

    assert [(each.name, each.text if each.name == "h4" else each["id"]) for each in html.select("h4, figure")] == [
        ("h4", "By number"), ("figure", "chart-dataset-1-1"), ("h4", "By percentage"), ("figure", "chart-dataset-EH4-QL")]
    assert html.select_one("figure .message").text == "Contacts: 5"


def test_a_chart_shows_thirteen_months_and_no_more():
    compared = rows.frame(rows.row(99, month="2014-11"), *history([5] * 13).to_dict("records"))

    drawn = rows.parsed(shown(compared, rows.line(chart="yes"))).select_one("figure")

    assert "December 2014 to December 2015" in drawn.select_one(".subtitle").text


def test_a_chart_s_title_has_the_decimals_of_its_figures():
    compared = history([39.1, *[34.6] * 11, 28.8], SHARE, previous=39.1, travel="down")

    html = datasets.view(compared, settled(rows.line(SHARE, chart="yes")), lambda row: f"{row.decimals} decimal")

    assert rows.parsed(html).select_one("figure .message").text == "1 decimal"


def test_a_chart_of_words_alone_gives_the_reason_instead():
    html = rows.parsed(shown(history([CHECKED] * 13), rows.line(chart="yes")))

    assert html.select("figure") == []
    assert CHECKED in html.select_one(".small-charts .absence").text


def test_without_lines_there_is_no_dataset():
    council = rows.council()

    assert rows.read(datasets.view(rows.frame(), council, str)) == f"There is no dataset: settings/{council.folder.name}/lines.csv holds no line."


def test_what_comparing_makes_of_figures_is_all_the_view_needs():
    in_force = frames.settings(frames.line("contacts", code="M1", section="Front door", chart="yes"), **LAST_YEAR)
    figured = frames.figured(*frames.months("contacts", "2014-12", [100, *range(101, 112), 123]), in_force=in_force)
    compared = comparisons.compare.__wrapped__(figured, in_force)

    html = datasets.view(compared, in_force, lambda row: "Contacts rose")

    assert rows.body(html)["Contacts received"][-5:] == ["123", "+23%", "↑ up", "107", "123"]


def test_the_rows_and_the_lines_are_left_as_they_were():
    compared, council = history([5] * 13), settled(rows.line(chart="yes"))
    before = compared.copy(), council.lines.copy()

    datasets.view(compared, council, lambda row: "Contacts")

    assert compared.equals(before[0]) and council.lines.equals(before[1])
