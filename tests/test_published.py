"""What had been published of an authority and its comparators by a month, from small tables made for each test."""

import pytest
from tests import published_tables
from tests.frames import settings
from tests.published_tables import of_year

from lib import published
from lib.authorities import Authority

ALL = {"101": 30.0, "102": 20.0, "970": 22.0, "980": 24.0}


@pytest.fixture
def of(tmp_path, monkeypatch):
    """A function that gives what was published of Ashford by a month."""
    def read(month="2020-03", code="101", **tables):
        published_tables.stand_in(monkeypatch, tmp_path, **tables)
        codes = {"la": code} if code else {}
        return published.of(settings(authority=Authority("ashford", "Ashford", "", tmp_path, codes=codes), month=month))
    return read


def test_a_year_counts_from_the_november_after_it_ended(of):
    values = of_year(ALL, year=2018) + of_year(ALL, year=2019)

    assert {month: of(month, values=values).period.max() for month in ("2018-11", "2019-10", "2019-11")} == {
        "2018-11": "2017/18", "2019-10": "2017/18", "2019-11": "2018/19"}


def test_a_row_says_how_its_comparator_was_made_and_from_what(of):
    rows = of(values=of_year(ALL), neighbours=[("101", ["102", "103"])]).set_index("comparator")

    assert rows.source["england"] == "The department, A table of figures, 2025"
    assert rows.source["neighbours_mean"] == ("mean of 1 of 2 statistical neighbours (model of April 2021), from The department, A table of figures, 2025")
    assert rows.source["best_neighbour"] == ("Birchwood, best of 1 of 2 statistical neighbours (model of April 2021), from The department, "
                                             "A table of figures, 2025")
    assert rows.source["top_quartile"] == "lower quartile of 2 of 6 authorities, from The department, A table of figures, 2025"


def test_a_rate_made_here_of_a_count_and_an_estimate_says_so(of, tmp_path):
    of(values=of_year(ALL))
    path = tmp_path / "data" / "reference" / "values" / "all.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("101,30.0,,,", "101,30.0,,recomputed,"), encoding="utf-8")

    row = published.of(settings(authority=Authority("ashford", "Ashford", "", tmp_path, codes={"la": "101"}), month="2020-03")).set_index("comparator").loc["published"]

    assert row.source == "The department, A table of figures, 2025, recomputed from the count and the ONS estimate"


def test_ours_keeps_its_symbol(of):
    row = of(values=of_year(ALL | {"101": "u"})).set_index("comparator").loc["published"]

    assert (row.state, row.value != row.value) == ("u", True)


@pytest.mark.parametrize("code", ["", "999"], ids=["none", "of nobody"])
def test_an_authority_without_a_code_of_england_has_no_rows(of, code):
    rows = of(code=code, values=of_year(ALL))

    assert (len(rows), rows.columns.tolist()) == (0, published.COLUMNS)


def test_others_are_the_values_of_all_but_ours(of, tmp_path):
    of(values=of_year(ALL | {"103": 40.0, "104": "c"}))
    rules = settings(authority=Authority("ashford", "Ashford", "", tmp_path, codes={"la": "101"}), month="2020-03")

    assert sorted(published.others(rules, "rereferrals_percent")) == [20.0, 40.0]
    assert len(published.others(rules, "contacts")) == 0
