"""The comparators that the document prints for 2018/19 and 2017/18 beside those made of the publications: which agree, and why others do not."""

import csv
from pathlib import Path

from tests import rows

from lib import agreements, profiles, settings

RULES = settings.in_force("herefordshire", "2020-03")
FOUND = agreements.find(RULES)
# What is printed, what is published now and why they differ, each looked at once; a row without a reason agrees.
KNOWN = list(csv.DictReader((Path(__file__).parent / "comparators.csv").open(encoding="utf-8")))
REASONS = {"cut": "cut off rather than rounded", "year before": "is the one published of 2017/18", "model": "those of the model of April 2021, made after March 2020",
           "judgements": "Judgements are Ofsted's latest that are held, published by March 2020; none before 2018 is", "estimates": "divided anew as ONS revises",
           "revised": "Published figures may have been revised since: this is the newest edition's."}


def test_every_printed_comparator_that_is_published_of_its_year_is_set_beside_ours():
    of_no_item = {"children_on_repeat_cp_plans_within_2_years_percent": 1, "care_leavers_in_touch_percent": 6}

    assert len(FOUND) == 64 - sum(of_no_item.values())
    assert not set(of_no_item) & set(FOUND.measure)


def test_each_is_beside_the_value_that_is_published_now():
    found = [(row.measure, row.comparator, row.period, f"{row.own:g}", f"{row.published:.2f}") for row in FOUND.itertuples()]

    assert found == [tuple(row[name] for name in ("measure", "comparator", "period", "printed", "published")) for row in KNOWN]


def test_those_agree_whose_published_value_rounds_to_the_printed_one():
    assert FOUND.agrees.tolist() == [not row["reasons"] for row in KNOWN]
    assert int(FOUND.agrees.sum()) == 19


def test_each_that_differs_says_all_of_its_reasons_and_no_other():
    said = [" ".join(reason for reason, words in REASONS.items() if words in why) for why in FOUND.why]

    assert said == [row["reasons"] for row in KNOWN]


def test_the_page_shows_each_that_differs_with_the_reason():
    html = profiles.open(RULES).agreements().html
    body = rows.body(html)

    assert f"Of the benchmarks in Herefordshire’s own workbook {int(FOUND.agrees.sum())} of {len(FOUND)} are what is published" in rows.read(html)
    assert body["Children looked after per 10,000 children: England"][:3] == ["2018/19", "65", "66.0"]
    assert len(body) == int((~FOUND.agrees).sum())


def test_a_published_edition_leaves_the_council_s_own_benchmarks_out():
    assert rows.read(profiles.open(RULES, "published").agreements()) == "The benchmarks of the council’s own workbook are left out of a published edition."
