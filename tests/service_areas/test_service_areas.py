"""What holds of every service area's declarations together."""

from pathlib import Path

import pytest

from lib import records, service_areas
from lib.errors import WorkbookError
from lib.measures import (
    AVERAGE, BASES, COUNT, DAYS, FINANCIAL_YEAR, FLOW, GOOD_IS, IN_MONTH, MONTH_END, PER_10_000, PERCENT, POPULATION, ROLLING_12, STOCK,
    UNITS, YEAR_TO_DATE,
)

MEASURES = tuple(service_areas.measures().values())
QUANTITIES = service_areas.quantities()
TOPICS = tuple(topic for key in service_areas.AREAS for topic in service_areas.topics(key))
STOCKS = tuple(measure for measure in MEASURES if QUANTITIES[measure.numerator].kind == STOCK)
FLOWS = tuple(measure for measure in MEASURES if QUANTITIES[measure.numerator].additive)
COUNTED_ONCE_A_YEAR = tuple(measure for measure in MEASURES if measure not in (*STOCKS, *FLOWS))
COUNTED = tuple(measure for measure in MEASURES if QUANTITIES[measure.numerator].rows)
NOTEBOOKS = "".join(path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb")))
SERIES = tuple((topic.key, series) for topic in TOPICS for series in topic.shows)

UNSHOWN = {
    "lac_reviews_late": "the page shows how many of the reviews were in time, and so how many were not",
    "lac_all_reviews_in_time_percent": "it has no months to show: it is counted for the year so far",
}


def by_key(declared):
    return getattr(declared, "key", None)


def test_the_areas_stand_in_the_order_a_board_reads_them():
    titles = service_areas.titles()

    assert list(titles) == [
        "early_help", "contacts_and_referrals", "assessments", "section_47_and_conferences", "children_in_need", "child_protection",
        "looked_after_children", "placements", "adoption", "care_leavers", "workforce"]
    assert len(set(titles.values())) == len(titles)


@pytest.mark.parametrize("key", service_areas.AREAS)
def test_an_area_opens_with_one_sentence_and_declares_something_of_each_kind(key):
    area = service_areas.area(key)

    assert area.__doc__.strip().count("\n") == 0
    assert area.__doc__.strip().endswith(".")
    assert area.QUANTITIES and area.MEASURES and area.TOPICS


@pytest.mark.parametrize("measure", MEASURES, ids=by_key)
def test_a_measure_is_made_of_declared_quantities(measure):
    known = {*QUANTITIES, POPULATION, ""}

    assert measure.numerator in QUANTITIES
    assert measure.denominator in known


@pytest.mark.parametrize("measure", MEASURES, ids=by_key)
def test_a_measure_is_named_after_its_numerator_and_its_unit(measure):
    names = {
        COUNT: [measure.numerator],
        PERCENT: [f"{measure.numerator}_share_percent" if measure.share else f"{measure.numerator}_percent"],
        PER_10_000: [f"{measure.numerator}_rate"],
        DAYS: [measure.numerator.removesuffix("_total")],
        AVERAGE: ["cases_per_social_worker_average", "cases_per_worker_average", "cases_per_establishment_fte_average"],
    }

    assert measure.key in names[measure.unit]


@pytest.mark.parametrize("measure", MEASURES, ids=by_key)
def test_only_a_count_has_no_denominator_and_only_a_rate_has_the_population(measure):
    has_none = measure.denominator == ""
    has_population = measure.denominator == POPULATION

    assert has_none == (measure.unit == COUNT)
    assert has_population == (measure.unit == PER_10_000)


@pytest.mark.parametrize("measure", MEASURES, ids=by_key)
def test_numerator_and_denominator_are_both_flows_or_both_stocks(measure):
    parts = [QUANTITIES[key] for key in (measure.numerator, measure.denominator) if key in QUANTITIES]

    assert len({(part.kind, part.additive) for part in parts}) == 1


@pytest.mark.parametrize("measure", STOCKS, ids=by_key)
def test_a_measure_of_stocks_stands_at_a_months_or_a_years_end_and_only_a_percentage_pools_them(measure):
    pooled = (YEAR_TO_DATE,) if measure.unit == PERCENT else ()

    assert measure.bases in ((MONTH_END, FINANCIAL_YEAR), (MONTH_END, *pooled, FINANCIAL_YEAR))


@pytest.mark.parametrize("measure", FLOWS, ids=by_key)
def test_a_measure_of_flows_covers_a_month_or_twelve_and_the_years(measure):
    assert measure.natural_basis in (IN_MONTH, ROLLING_12)
    assert {YEAR_TO_DATE, FINANCIAL_YEAR} <= set(measure.bases) <= {IN_MONTH, YEAR_TO_DATE, ROLLING_12, FINANCIAL_YEAR}


@pytest.mark.parametrize("measure", COUNTED_ONCE_A_YEAR, ids=by_key)
def test_a_measure_whose_months_do_not_add_up_is_given_for_years_alone(measure):
    assert measure.bases == (YEAR_TO_DATE, FINANCIAL_YEAR)


@pytest.mark.parametrize("measure", MEASURES, ids=by_key)
def test_a_measure_uses_the_workbooks_own_words(measure):
    assert measure.unit in UNITS
    assert measure.good_is in GOOD_IS
    assert set(measure.bases) <= set(BASES)
    assert len(set(measure.bases)) == len(measure.bases)
    assert all(isinstance(breakdown, str) and breakdown == breakdown.strip() for breakdown in measure.breakdowns)


@pytest.mark.parametrize("measure", MEASURES, ids=by_key)
def test_a_measure_says_what_it_means_and_how_it_is_made_in_a_few_whole_sentences(measure):
    for words in (measure.definition, measure.method):
        assert words[0].isupper()
        assert words.endswith(".")
        assert "  " not in words
        assert 8 <= len(words.split()) <= 60


@pytest.mark.parametrize("topic", TOPICS, ids=by_key)
def test_a_topic_explains_itself_in_one_paragraph_and_fits_a_page(topic):
    parts = {"": 1, "numerator": 2, "both": 3}

    columns = sum(parts[series.parts] for series in topic.shows)

    assert 30 <= len(topic.definition.split()) <= 90
    assert "\n" not in topic.definition and "  " not in topic.definition
    assert topic.definition.endswith(".")
    assert 1 <= columns <= 10


@pytest.mark.parametrize("topic, series", SERIES, ids=[f"{topic}-{series.measure}-{series.basis}" for topic, series in SERIES])
def test_a_topic_shows_declared_measures_on_bases_and_breakdowns_they_have(topic, series):
    measure = service_areas.measure(series.measure)

    assert series.basis in ("", *measure.bases)
    assert series.breakdown in ("", *measure.breakdowns)
    assert not series.parts or measure.denominator


@pytest.mark.parametrize("measure", MEASURES, ids=by_key)
def test_a_share_is_of_categories_of_one_quantity(measure):
    assert not measure.share or (measure.numerator == measure.denominator and measure.unit == PERCENT and measure.breakdowns)
    assert measure.share or measure.numerator != measure.denominator


@pytest.mark.parametrize("measure", COUNTED, ids=by_key)
def test_what_can_be_counted_is_counted_by_every_breakdown_its_measure_is_shown_by(measure):
    parts = [QUANTITIES[key] for key in (measure.numerator, measure.denominator) if key in QUANTITIES]

    missing = {breakdown for part in parts if part.rows for breakdown in set(measure.breakdowns) - set(part.by)}

    assert missing == set()


@pytest.mark.parametrize("quantity", [quantity for quantity in QUANTITIES.values() if quantity.rows], ids=by_key)
def test_a_quantity_counts_records_there_are_in_one_way(quantity):
    rows = quantity.rows

    assert rows.records in records.kinds()
    assert sum(map(bool, (rows.each, rows.total, rows.largest))) <= 1
    assert not (rows.on and rows.since)


def test_every_measure_is_shown_or_left_out_for_a_reason():
    shown = {series.measure for _, series in SERIES} | {key for key in service_areas.measures() if f'\\"{key}\\"' in NOTEBOOKS}

    unshown = set(service_areas.measures()) - shown

    assert unshown == set(UNSHOWN)


def test_every_quantity_is_used_by_a_measure():
    used = {key for measure in MEASURES for key in (measure.numerator, measure.denominator)}

    assert set(QUANTITIES) == used - {POPULATION, ""}
    assert {quantity.kind for quantity in QUANTITIES.values()} == {FLOW, STOCK}


def test_no_title_repeats_another():
    for declared in (MEASURES, TOPICS):
        titles = [item.title for item in declared]

        assert len(set(titles)) == len(titles)


def test_no_definition_repeats_another():
    definitions = [item.definition for item in (*MEASURES, *TOPICS)]

    assert len(set(definitions)) == len(definitions)


def test_no_benchmark_is_claimed_twice():
    benchmarks = [measure.benchmark for measure in MEASURES if measure.benchmark]

    assert len(set(benchmarks)) == len(benchmarks)


def test_no_authority_is_named():
    words = " ".join(text for item in (*MEASURES, *TOPICS) for text in (item.title, item.definition, getattr(item, "method", "")))

    assert "rotherham" not in words.lower()
    assert "herefordshire" not in words.lower()


def test_a_measure_belongs_to_the_area_that_declares_it():
    homes = {key: service_areas.area_of(key) for key in ("referrals", "lac_with_up_to_date_pathway_plan_percent", "highest_caseload")}

    assert homes == {"referrals": "contacts_and_referrals", "lac_with_up_to_date_pathway_plan_percent": "care_leavers",
                     "highest_caseload": "workforce"}


def test_what_is_handed_out_can_be_changed_without_changing_the_declarations():
    taken = service_areas.measures()

    taken.clear()

    assert service_areas.measures()


@pytest.mark.parametrize("find, kind, misspelt, meant", [
    (service_areas.measure, "measure", "rereferals_percent", "rereferrals_percent"),
    (service_areas.area_of, "measure", "rereferals_percent", "rereferrals_percent"),
    (service_areas.topic, "topic", "plan_length", "plan_lengths"),
    (service_areas.area, "service area", "child_protecton", "child_protection"),
    (service_areas.topics, "service area", "child_protecton", "child_protection"),
])
def test_an_unknown_key_is_refused_with_the_nearest_one(find, kind, misspelt, meant):
    with pytest.raises(WorkbookError) as refused:
        find(misspelt)

    assert str(refused.value).startswith(f'The service areas: there is no {kind} "{misspelt}". Did you mean {meant}? Expected one of ')
    assert str(refused.value).endswith(". Correct the key, or declare it in the service area it belongs to.")


def test_an_unknown_area_is_refused_with_every_area_there_is():
    with pytest.raises(WorkbookError) as refused:
        service_areas.area("fostering")

    assert str(refused.value) == (
        'The service areas: there is no service area "fostering". Expected one of early_help, contacts_and_referrals, assessments, '
        "section_47_and_conferences, children_in_need, child_protection, looked_after_children, placements, adoption, care_leavers, "
        "workforce. "
        "Correct the key, or declare it in the service area it belongs to.")


def test_a_key_declared_twice_is_refused_with_the_file_to_correct():
    first, second = service_areas.area("adoption"), service_areas.area("placements")

    with pytest.raises(WorkbookError) as refused:
        service_areas.gathered({"adoption": first.MEASURES, "placements": (*second.MEASURES, first.MEASURES[0])})

    assert str(refused.value) == (
        'lib/service_areas/placements.py: "children_adopted" is declared a second time. '
        "Expected each key declared once in one service area. Remove one of the two declarations, or give it a key of its own.")
