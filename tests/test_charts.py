"""What charts say, draw and keep to themselves."""

import base64
import re
from xml.etree import ElementTree

import matplotlib
import pandas as pd
import pytest

from lib import charts, periods
from lib.charts import captions, pictures
from lib.errors import WorkbookError
from tests import rows as views

NOTHING = float("nan")
SENTENCE = re.compile(r'[A-Z0-9"].*\.', re.DOTALL)


def rows(values, measure="contacts", name="Contacts", unit="count", first="2015-04", basis="in_month", category="", state=""):
    months = periods.between(first, periods.shift(first, len(values) - 1))
    return pd.DataFrame({"measure": measure, "name": name, "breakdown": "team" if category else "", "category": category, "month": months,
                         "basis": basis, "value": [float(value) for value in values], "unit": unit, "decimals": 0 if unit == "count" else 1,
                         "state": [state if value != value else "" for value in values], "source": "scorecard.xlsx, Monthly figures G5"})


def percentages(months, measure="reviews_in_time_percent", name="Reviews in time", level=90, category=""):
    return rows([level + month % 7 for month in range(months)], measure, name, "percent", category=category)


def stack(months):
    return pd.concat([percentages(months, f"outcome_{each}", f"Outcome {each}", level=15 + each) for each in range(4)])


def teams(months):
    return pd.concat([percentages(months, level=80 + each, category=f"Team {each}") for each in range(7)])


def counts(months, measure="contacts", name="Contacts"):
    return rows([10 + month % 5 for month in range(months)], measure, name)


DRAWN = {
    "trend": lambda months, **more: charts.trend(percentages(months), "Reviews are in time", "Anyshire", ("Target", 95), **more),
    "stacked": lambda months, **more: charts.stacked(stack(months), "Outcomes vary", "Anyshire", **more),
    "started_and_ceased": lambda months, **more: charts.started_and_ceased(
        counts(months, "started", "Starting"), counts(months, "ceased", "Ceasing"), "As many start as cease", "Anyshire", **more),
    "number_with_rate": lambda months, **more: charts.number_with_rate(
        counts(months), percentages(months), "Contacts and reviews rose", "Anyshire", ("England", 90.5), **more),
    "by_category": lambda months, **more: charts.by_category(teams(months), "Teams differ", "Anyshire", ("Limits", (82, 88)), **more),
    "mix": lambda months, **more: charts.mix(teams(months), "Teams share the work", "Anyshire", **more),
    "lines": lambda months, **more: charts.lines(stack(months), "Outcomes run close", "Anyshire", references=("Target", 20), **more),
}
EVERY = pytest.mark.parametrize("draw", DRAWN.values(), ids=DRAWN)


@EVERY
@pytest.mark.parametrize("months", [1, 3, 15])
def test_every_chart_draws_one_month_three_and_fifteen(draw, months):
    chart = draw(months)

    drawing = ElementTree.fromstring(chart.svg)

    assert len(chart.data) == months
    assert drawing.findall(".//{http://www.w3.org/2000/svg}path")
    assert chart.png.startswith(b"\x89PNG")


@EVERY
def test_the_same_rows_give_the_same_bytes_whatever_else_the_process_has_set(draw):
    first = draw(9)

    with matplotlib.rc_context({"lines.linewidth": 9, "axes.facecolor": "red", "svg.fonttype": "path"}):
        second = draw(9)
        late = second.png

    assert (first.svg, first.png, first.html) == (second.svg, late, second.html)


@EVERY
def test_two_charts_share_a_page_without_sharing_an_id(draw):
    ids = [re.findall(r'\sid="([^"]+)"', draw(9, key=key).html) for key in ("one", "two")]

    assert len(set(ids[0] + ids[1])) == len(ids[0]) + len(ids[1])
    assert all(each.startswith(("one-", "chart-one")) for each in ids[0])


@EVERY
def test_every_reference_inside_a_drawing_finds_its_id(draw):
    svg = draw(9, key="one").svg

    pointed_at = set(re.findall(r'(?:href="|url\()#([^")]+)', svg))

    assert pointed_at <= set(re.findall(r'\sid="([^"]+)"', svg))


@EVERY
def test_a_drawing_has_text_as_text_and_no_date_nor_outside_reference(draw):
    svg = draw(9).svg

    assert "<text" in svg
    assert not re.search(r"<metadata|<\?xml|<!DOCTYPE|dc:date|href=\"http|url\(http", svg)
    assert "<style type=\"text/css\">*" not in svg


@EVERY
def test_text_alternatives_are_whole_sentences(draw):
    alt = draw(9).alt

    assert all(SENTENCE.fullmatch(sentence) for sentence in re.split(r"(?<=\.) (?=[A-Z])", alt))
    assert "nan" not in alt


@pytest.mark.parametrize("given", [percentages(9), percentages(9).sample(frac=1, random_state=1)], ids=["in order", "shuffled"])
def test_rows_are_left_as_they_were_given(given):
    before = given.copy(deep=True)

    charts.trend(given, "Reviews are in time", "Anyshire", ("Target", 95))

    pd.testing.assert_frame_equal(given, before)


def test_every_other_chart_leaves_its_rows_as_they_were_too():
    number, rate, parts, categories = counts(9), percentages(9), stack(9), teams(9)
    before = [frame.copy(deep=True) for frame in (number, rate, parts, categories)]

    charts.started_and_ceased(number, number.assign(measure="ceased"), "One", "Anyshire")
    charts.number_with_rate(number, rate, "Two", "Anyshire")
    charts.stacked(parts, "Three", "Anyshire")
    charts.lines(parts, "Four", "Anyshire")
    charts.by_category(categories, "Five", "Anyshire")

    for frame, copy in zip((number, rate, parts, categories), before):
        pd.testing.assert_frame_equal(frame, copy)


def test_text_alternative_says_message_first_last_highest_lowest_and_reference():
    given = rows([40.7, 43.0, 31.4, 49.5, 46.85], "progressed_percent", "Contacts progressing to referral", "percent")

    alt = charts.trend(given, "Nearly half of contacts become referrals", "Anyshire", ("Target", 45)).alt

    assert alt == (
        "Nearly half of contacts become referrals. Contacts progressing to referral stood at 40.7 per cent in April 2015 "
        "and 46.9 per cent in August 2015; the highest was 49.5 per cent (July 2015) and the lowest 31.4 per cent (June 2015). "
        "The comparison shown is Target 45 per cent.")


def test_text_alternative_names_tied_months_and_a_level_that_never_moved():
    tied = charts.trend(rows([5, 7, 7, 5, 6]), "Contacts vary", "Anyshire").alt
    level = charts.trend(rows([5, 5, 5]), "Contacts are level", "Anyshire").alt

    assert "the highest was 7 (May 2015 and June 2015) and the lowest 5 (April 2015 and July 2015)." in tied
    assert level == "Contacts are level. Contacts stood at 5 throughout, from April 2015 to June 2015."


def test_the_reference_of_a_rate_is_said_in_the_rates_own_unit():
    rate = rows([172.7, 251.8], "s47_rate", "Section 47 enquiries per 10,000", "per_10000", basis="rolling_12")

    chart = charts.number_with_rate(counts(2), rate, "Enquiries rose", "Anyshire", ("England", 138.2))

    assert chart.alt.endswith("The comparison shown is England 138.2 per 10,000 children.")


def test_a_missing_month_breaks_the_line_and_is_said():
    whole = charts.trend(rows([10, 12, 11, 14, 13]), "Contacts vary", "Anyshire", key="contacts")
    broken = charts.trend(rows([10, 12, NOTHING, 14, 13], state="On hold"), "Contacts vary", "Anyshire", key="contacts")

    assert [_moves(chart.svg) for chart in (whole, broken)] == [1, 2]
    assert "Contacts: there is no figure for June 2015 (On hold)." in broken.alt
    assert "Contacts: there is no figure for June 2015 (On hold)." in broken.html.split('<p class="source">')[1]
    assert '<td class="words">On hold</td>' in broken.table


def _moves(svg):
    line = re.search(r'<path d="([^"]+)"[^>]*style="fill: none; stroke: #12436d; stroke-width: 2', svg)
    return line[1].count("M ")


def test_a_month_without_a_row_is_a_gap_like_any_other():
    chart = charts.trend(rows([10, 12, 11, 14]).drop(index=2), "Contacts vary", "Anyshire")

    assert list(chart.data["month"]) == ["2015-04", "2015-05", "2015-06", "2015-07"]
    assert "there is no figure for June 2015." in chart.alt
    assert '<td class="words">no figure</td>' in chart.table


def test_months_before_the_first_figure_are_not_drawn():
    given = rows([NOTHING, NOTHING, 11, 14], state="not covered")

    chart = charts.trend(given, "Contacts rose", "Anyshire")

    assert list(chart.data["month"]) == ["2015-06", "2015-07"]


def test_a_latest_figure_of_an_earlier_month_says_its_month():
    chart = charts.trend(rows([10, 12, NOTHING]), "Contacts rose", "Anyshire")

    assert ">(May 2015)<" in chart.svg


def test_words_are_escaped_wherever_they_stand():
    given = rows([10, 12], name='Contacts <b>&"loud"')

    html = charts.trend(given, 'A <i>&"message"', "Any<shire", ('<Target> & "goal"', 11)).html

    assert "<b>" not in html and "<i>" not in html and "Any<shire" not in html and "<Target>" not in html
    assert 'aria-label="A &lt;i&gt;&amp;&quot;message&quot;.' in html
    assert '<strong class="message">A &lt;i&gt;&amp;&quot;message&quot;</strong>' in html
    ElementTree.fromstring(html)


def test_a_chart_is_the_figure_that_pages_expect():
    html = charts.trend(counts(3), "Contacts rose", "Anyshire").html

    assert re.fullmatch(
        r'<figure class="chart" id="chart-contacts"><figcaption><strong class="message">Contacts rose</strong> '
        r'<span class="subtitle">Contacts \(number\), Anyshire, April to June 2015</span></figcaption>'
        r'<svg role="img" aria-label="[^"]+".*</svg>'
        r'<p class="source">Source: Anyshire&#x27;s returns \(scorecard.xlsx\)\.</p>'
        r'<details class="chart-data"><summary>Data for this chart</summary>.*<table class="figures plain"><caption>.*</table></div>'
        r'</details></figure>',
        html, re.DOTALL)


def test_every_figure_of_the_table_says_where_it_belongs():
    table = charts.trend(rows([46.55], "reviews_percent", "Reviews", "percent", category="Duty"), "Reviews", "Anyshire").table

    assert ('<data value="46.55" data-measure="reviews_percent" data-month="2015-04" data-basis="in_month" data-breakdown="team" data-category="Duty" '
            'data-part="value">46.6%</data>') in table


def test_the_bundle_lets_a_batch_harvest_the_chart():
    chart = charts.trend(counts(3), "Contacts rose", "Anyshire", key="contacts-again")

    bundle, metadata = chart._repr_mimebundle_()

    assert bundle["text/html"] == chart.html
    assert base64.b64decode(bundle["image/png"]) == chart.png
    assert metadata == {"chart": {"key": "contacts-again", "measure": "contacts", "title": "Contacts rose", "alt": chart.alt}}


def test_counts_are_drawn_from_zero_and_other_scales_say_where_they_start():
    high = charts.trend(percentages(9), "Reviews are in time", "Anyshire")
    count = charts.trend(rows([1000, 1010, 1005]), "Contacts are level", "Anyshire")

    assert high.note == "The vertical scale starts at 85%, not at zero."
    assert count.note == "" and ">0<" in count.svg


def test_without_a_figure_there_is_an_absence_in_the_returns_words():
    absent = charts.trend(rows([NOTHING, NOTHING], name="Early help episodes", state="On hold"), "", "Anyshire")

    assert absent.html == ('<p class="absence">There are no figures for Early help episodes in Anyshire, April to May 2015. '
                           'Reason given: On hold.</p>')


@pytest.mark.parametrize("absent", [
    lambda none: charts.trend(none, "", "Anyshire"), lambda none: charts.stacked(none, "", "Anyshire"),
    lambda none: charts.lines(none, "", "Anyshire"), lambda none: charts.by_category(none, "", "Anyshire"),
    lambda none: charts.started_and_ceased(none, none, "", "Anyshire"), lambda none: charts.number_with_rate(none, none, "", "Anyshire")])
def test_without_a_row_there_is_an_absence(absent):
    shown = absent(counts(1).iloc[:0])

    assert shown == charts.Absence("There are no figures in Anyshire for this chart.")


def test_a_number_without_its_rate_is_drawn_alone():
    chart = charts.number_with_rate(counts(3), percentages(3).iloc[:0], "Contacts rose", "Anyshire")

    assert list(chart.data.columns) == ["month", "Contacts"]


def test_a_line_without_figures_is_left_out_and_said():
    given = pd.concat([percentages(3, "one"), percentages(3, "two").assign(value=NOTHING)])

    chart = charts.lines(given, "One is high", "Anyshire", {"one": "First", "two": "Second", "three": "Third"})

    assert list(chart.data.columns) == ["month", "First"]
    assert chart.alt.endswith("There are no figures for Third and Second.")


def test_two_bases_of_one_measure_are_two_lines():
    given = pd.concat([percentages(3), percentages(3, level=80).assign(basis="rolling_12")])

    chart = charts.lines(given, "Both rise", "Anyshire",
                         {"reviews_in_time_percent@in_month": "In the month", "reviews_in_time_percent@rolling_12": "In 12 months"})

    assert list(chart.data["In 12 months"]) == [80, 81, 82]


def test_financial_years_are_named_as_councils_write_them():
    given = rows([8, 9], first="2014-03", basis="financial_year").assign(month=["2014-03", "2015-03"])

    chart = charts.trend(given, "Contacts rose", "Anyshire")

    assert chart.subtitle == "Contacts (number, financial years), Anyshire, 2013/14 to 2014/15"
    assert ">2013/14<" in chart.svg and len(chart.data) == 2


def test_panels_can_each_have_their_own_limits():
    chart = charts.by_category(teams(3), "Teams differ", "Anyshire", {"Team 0": ("Limits", (70, 75)), "Team 6": ("Limits", (80, 90))})

    assert chart.alt.endswith("The comparisons shown are Team 0: Limits 70 to 75 per cent and Team 6: Limits 80 to 90 per cent.")


def test_rows_that_share_a_month_are_refused_with_what_to_do():
    twice = pd.concat([counts(2), counts(1)])

    with pytest.raises(WorkbookError) as refused:
        charts.trend(twice, "Contacts rose", "Anyshire")

    assert str(refused.value) == ("the chart of contacts: 2 rows for April 2015. Expected one row a month for each line. "
                                  "Select one basis and category before drawing.")


def test_more_than_can_be_told_apart_is_refused_with_what_to_do():
    nine = pd.concat([percentages(2, f"m{each}", category=f"Team {each}") for each in range(9)])
    messages = []

    for draw in (charts.stacked, charts.lines):
        with pytest.raises(WorkbookError) as refused:
            draw(nine, "Too much", "Anyshire")
        messages.append(str(refused.value))

    assert messages == [
        "a stacked chart: 9 parts. Expected up to 5. Group the smaller ones before drawing.",
        "a chart of lines: 9 lines. Expected up to 4. Choose those that matter, or draw `by_category`."]


def test_of_many_categories_the_panels_are_those_with_the_highest_last_figures_and_the_others_are_named():
    many = pd.concat([rows([each, each], "cases", "Cases", category=f"Team {each:02}") for each in range(14)]).assign(breakdown="age band")

    chart = charts.by_category(many, "Teams differ", "Anyshire")

    assert (chart.key, chart.note) == ("cases-by-age-band", "Not drawn for want of room: Team 00 and Team 01.")
    assert "Team 13" in chart.svg and "Team 01" not in re.sub(r'aria-label="[^"]*"', "", chart.svg) and "Team 01" in chart.table


def test_lines_of_two_units_are_refused_with_what_to_do():
    with pytest.raises(WorkbookError) as refused:
        charts.lines(pd.concat([counts(2), percentages(2)]), "Two units", "Anyshire")

    assert str(refused.value) == ("a chart of lines: lines in count and percent. Expected one unit. "
                                  "Draw one chart for each unit, or `number_with_rate`.")


def test_a_key_that_cannot_be_an_id_is_refused_with_what_to_do():
    with pytest.raises(WorkbookError) as refused:
        charts.trend(counts(2), "Contacts rose", "Anyshire", key='2 "keys"')

    assert str(refused.value) == ('a chart\'s key: "2 "keys"". Expected letters, digits, hyphens and underscores, a letter first. '
                                  "Give the chart another key: it names its files and its place in the page.")


def test_labels_of_lines_that_end_together_stand_apart_in_their_order():
    sizes = [12, 24, 12, 12]

    places = captions.spread([50, 51, 52, 99], sizes, 100)

    gaps = [upper - lower for lower, upper in zip(places, places[1:])]
    assert all(gap >= (below + above) / 2 for gap, below, above in zip(gaps, sizes, sizes[1:]))
    assert places[-1] == 99


def test_drawing_leaves_matplotlibs_settings_as_they_were():
    before = dict(matplotlib.rcParams)

    with pictures.style():
        pass
    charts.trend(counts(3), "Contacts rose", "Anyshire")

    assert dict(matplotlib.rcParams) == before


def test_a_sparkline_breaks_where_a_month_is_missing_and_ends_in_a_dot():
    svg = charts.sparkline([1, 2, NOTHING, 4, 3, None, 5], 'Contacts "rose" & fell.')

    drawing = ElementTree.fromstring(svg)

    assert [len(drawing.findall(f".//{shape}")) for shape in ("path", "circle")] == [2, 2]
    assert drawing.get("aria-label") == 'Contacts "rose" & fell.' and drawing.get("class") == "sparkline"


def test_sparklines_of_any_history_end_at_the_same_place():
    ends = {re.findall(r'<circle cx="([\d.]+)"', charts.sparkline(values, "x"))[-1] for values in ([1], [1, 2], range(13), [3] * 13)}

    assert len(ends) == 1


def test_a_sparkline_of_nothing_draws_nothing():
    drawing = ElementTree.fromstring(charts.sparkline([NOTHING] * 13, "There are no figures."))

    assert not drawing.findall(".//path") + drawing.findall(".//circle")


# The mix of a whole


def parts(**values):
    """Rows of one measure by category, a month after the other."""
    return pd.concat([rows(months, "share_percent", "Share of plans", "percent", category=category.replace("_", " ")) for category, months in values.items()])


def test_a_mix_names_every_part_beside_its_last_bar_and_has_all_in_its_table():
    chart = charts.mix(parts(Neglect=[40, 46.3], Emotional=[60, 53.7]), "Emotional abuse leads", "Anyshire", subject="Plans by category")

    assert chart.key == "share_percent-mix" and chart.title == "Emotional abuse leads"
    assert chart.subtitle == "Plans by category (per cent), Anyshire, April to May 2015"
    assert "Neglect 46.3%" in chart.svg and "Emotional 53.7%" in chart.svg
    assert list(chart.data) == ["month", "Neglect", "Emotional"] and chart.note == ""


def test_a_mix_draws_as_many_parts_as_there_are_colours_and_names_the_others():
    many = {f"Team_{each}": [each, 30 - each] for each in range(7)}

    chart = charts.mix(parts(**many), "Teams differ", "Anyshire")

    assert chart.note == "Not drawn for want of room: Team 5 and Team 6."
    assert "Team 5" not in re.sub(r'aria-label="[^"]*"', "", chart.svg) and "Team 6" in list(chart.data)


def test_a_part_that_is_nought_throughout_is_named_and_not_drawn():
    chart = charts.mix(parts(Neglect=[40, 100], Sexual=[60, 0], Physical=[0, 0]), "Neglect leads", "Anyshire")

    assert chart.note == "Nought throughout: Physical." and "Sexual 0.0%" in chart.svg
    assert "Physical" not in re.sub(r'aria-label="[^"]*"', "", chart.svg)


def test_a_month_of_which_a_part_is_missing_is_not_drawn():
    whole, holed = (parts(Neglect=[40, last], Emotional=[60, 54.0]) for last in (46.0, NOTHING))

    drawn = [charts.mix(each, "Emotional abuse leads", "Anyshire") for each in (whole, holed)]

    assert ["54.0%" in re.sub(r'aria-label="[^"]*"', "", chart.svg) for chart in drawn] == [True, False]
    assert "Neglect: there is no figure for May 2015." in drawn[1].note and "54.0%" in drawn[1].table


def test_a_mix_without_one_whole_month_is_an_absence():
    shown = charts.mix(parts(Neglect=[40, NOTHING], Emotional=[NOTHING, 54.0]), "Emotional abuse leads", "Anyshire")

    assert shown.words == "Share of plans in Anyshire: there is no month of which every part has a figure."


# Pyramids

BOTH = {"Under 1 | Female": 3, "Under 1 | Male": 5, "5 to 9 | Female": 15, "5 to 9 | Male": 19}


def by_age_and_sex(values, **said):
    made = [views.row(value, "children_on_cp_plans", "2020-03", **{"breakdown": "age band | sex", "category": category, "name": "Children on plans", **said})
            for category, value in values.items()]
    return views.frame(*made)


def pyramid(values, **said):
    return charts.pyramid(by_age_and_sex(values, **said), "Most are 5 to 9", "Anyshire")


def test_a_pyramid_says_what_it_shows_in_words_and_in_a_table():
    chart = pyramid(BOTH)

    assert (chart.key, chart.title) == ("children_on_cp_plans-pyramid", "Most are 5 to 9")
    assert chart.subtitle == "Children on plans by age and sex, Anyshire, end of March 2020"
    assert chart.alt == "Most are 5 to 9. Under 1: 3 female and 5 male. 5 to 9: 15 female and 19 male."
    assert views.heads(chart.table) == ["Age", "Female", "Male"]
    assert views.body(chart.table) == {"Under 1": ["3", "5"], "5 to 9": ["15", "19"]}
    assert chart.data.to_dict("list") == {"age band": ["Under 1", "5 to 9"], "Female": [3, 15], "Male": [5, 19]}


def test_every_number_of_a_pyramid_stands_at_its_bar_and_is_marked_in_its_table():
    chart = pyramid(BOTH)

    words = re.findall(r"<text[^>]*>([^<]*)</text>", chart.svg)
    marks = views.parsed(chart.table).find_all("data")

    assert {"3", "5", "15", "19", "Female", "Male", "Under 1", "5 to 9"} <= set(words)
    assert [(mark["data-category"], mark["data-basis"], mark["value"]) for mark in marks][:2] == [("Under 1 | Female", "month_end", "3.0"),
                                                                                                  ("Under 1 | Male", "month_end", "5.0")]


def test_children_of_another_sex_or_of_unknown_age_are_not_drawn_but_told():
    chart = pyramid(BOTH | {"5 to 9 | Indeterminate": 1, "Under 1 | Indeterminate": 0, "Not recorded | Male": 2})

    assert chart.note == "Not drawn: 5 to 9, Indeterminate (1) and Not recorded, Male (2)."
    assert chart.note in chart.alt
    assert views.body(chart.table)["Not recorded"] == ["", "2", ""]


def test_a_withheld_number_of_a_pyramid_is_shown_as_withheld():
    rows_ = by_age_and_sex(BOTH | {"Under 1 | Female": NOTHING})
    rows_.loc[0, "state"] = "suppressed"

    chart = charts.pyramid(rows_, "Most are 5 to 9", "Anyshire")

    assert ">c</text>" in chart.svg and "Under 1: suppressed to protect individuals female" in chart.alt
    assert views.body(chart.table)["Under 1"] == ["c", "5"]


def test_a_pyramid_of_nought_is_drawn_and_one_of_nothing_is_an_absence():
    assert pyramid(dict.fromkeys(BOTH, 0)).svg.startswith("<svg")
    assert pyramid(dict.fromkeys(BOTH, NOTHING)).html.startswith('<p class="absence">')


def test_the_same_pyramid_gives_the_same_bytes_and_leaves_its_rows_alone():
    given = by_age_and_sex(BOTH)
    before = given.copy(deep=True)

    first, second = (charts.pyramid(given, "Most are 5 to 9", "Anyshire") for _ in range(2))

    assert (first.html, first.png) == (second.html, second.png)
    pd.testing.assert_frame_equal(given, before)
