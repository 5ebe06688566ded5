"""What a published edition leaves unsaid beside the numbers it withholds."""

import pandas as pd
import pytest
from tests.frames import series

from lib import audiences


@pytest.fixture
def compared():
    """Comparison rows of an average of days over two months, and of a count."""
    days = series([60, 58], measure="adoption_care_to_placement_days", basis="rolling_12", numerator=[600.0, 638.0], denominator=[10.0, 11.0],
                  source="2015-12/annex_a.xlsx, List 10: adoption: 11 rows", authority="example", rivals="")
    return pd.concat([days, series([120], measure="contacts", source="2015-12/annex_a.xlsx, List 1: contacts: 120 rows", authority="example", rivals="",
                                   numerator=float("nan"), denominator=float("nan"))], ignore_index=True)


def test_how_many_rows_a_figure_counts_is_left_out_of_its_source(compared):
    published = audiences.for_audience(compared, "published")

    assert not published.source.str.contains("rows").any()
    assert published.source.iloc[-1] == "2015-12/annex_a.xlsx, List 1: contacts"


def test_of_averages_of_days_the_latest_month_stands_alone_and_without_its_sum(compared):
    published = audiences.for_audience(compared, "published")

    assert published.value.tolist()[:2] != compared.value.tolist()[:2]
    assert (published.value[1], published.state[0]) == (58, "suppressed")
    assert published.numerator[:2].isna().all()


def test_the_rows_of_an_internal_edition_are_left_as_they_are(compared):
    assert audiences.for_audience(compared, "internal") is compared
