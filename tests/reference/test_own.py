from types import SimpleNamespace

import openpyxl
import pandas as pd
import pytest

from lib.reference import own
from lib.errors import Refused

LINES = pd.DataFrame([("2.7", "rereferrals_percent", "", "", "in_month"), ("2.8", "rereferrals_percent", "", "", "rolling_12")],
                     columns=["code", "measure", "breakdown", "category", "basis"])
HEADER = ("code or key", "comparator", "period", "value", "source")


@pytest.fixture
def benchmarks(tmp_path):
    """A function that saves rows under the header as an authority's benchmark workbook and reads it."""
    def read(*rows, header=HEADER, percent=()):
        book = openpyxl.Workbook()
        for row in (header, *rows):
            book.active.append(row)
        for place in percent:
            book.active[place].number_format = "0.0%"
        book.save(tmp_path / "benchmarks.xlsx")
        return own.benchmarks(SimpleNamespace(folder=tmp_path, lines=LINES))
    return read


def messages(findings):
    return [f"{row.severity}, row {row.row}: {row.found}. Expected {row.expected}. {row.advice}" for row in findings.itertuples()]


def test_without_a_workbook_there_are_no_benchmarks_and_no_findings(tmp_path):
    frame, findings = own.benchmarks(SimpleNamespace(folder=tmp_path, lines=LINES))

    assert frame.columns.tolist() == ["measure", "comparator", "period", "value", "unit", "state", "source"]
    assert (len(frame), len(findings)) == (0, 0)


def test_a_row_gives_a_comparator_s_value_in_the_measure_s_unit(benchmarks):
    frame, findings = benchmarks(("2.7", "SN AVE", "2014-15", 23.6, "A report"))

    assert frame.to_dict("records") == [dict(measure="rereferrals_percent", comparator="neighbours_mean", period="2014/15", value=23.6,
                                                     unit="percent",
                                             state="", source="A report")]
    assert findings.empty


def test_a_percent_format_is_read_as_it_is_shown(benchmarks):
    frame, _ = benchmarks(("2.7", "england", "2014/15", 0.24, "A report"), percent=["D2"])

    assert frame.value.tolist() == [24.0]


def test_words_in_a_value_s_place_are_kept(benchmarks):
    frame, findings = benchmarks(("2.7", "top_quartile", "2014/15", "-", "A report"))

    assert frame.state.tolist() == ["-"] and frame.value.isna().all()
    assert findings.empty


def test_a_value_given_alike_under_two_codes_of_a_measure_is_kept_once(benchmarks):
    frame, findings = benchmarks(("2.7", "england", "2014/15", 24, "A report"), ("2.8", "england", "2014/15", 24, "A report"))

    assert len(frame) == 1 and findings.empty


def test_two_values_for_one_comparator_are_a_finding(benchmarks):
    frame, findings = benchmarks(("2.7", "england", "2014/15", 24, "A report"), ("2.8", "england", "2014/15", 25, "A report"))

    assert frame.value.tolist() == [24]
    assert messages(findings) == ["error, row 3: rereferrals_percent, england, 2014/15 is 25 here and 24 in a row before. Expected one "
                                  "value a measure, "
                                  "comparator and period. The first is used and this row set aside; take one of the two out and run again."]


def test_every_problem_of_a_row_is_said_and_the_row_set_aside(benchmarks):
    frame, findings = benchmarks(("2.9x", "Mars", "soon", "2o", "A report"))

    assert frame.empty
    assert findings.rule.tolist() == ["unknown code", "unknown comparator", "unknown period", "not a number"]


def test_a_blank_value_is_no_benchmark_and_no_finding(benchmarks):
    frame, findings = benchmarks(("2.7", "england", "2014/15", None, "A report"))

    assert frame.empty and findings.empty


def test_a_missing_column_is_a_finding(benchmarks):
    frame, findings = benchmarks(("2.7", "england", 24), header=("code or key", "comparator", "value"))

    assert frame.empty
    assert messages(findings) == ["error, row 1: the header has no column period. Expected the columns code or key, comparator, period, "
                                  "value, source. "
                                  "The sheet is set aside; add what is missing and run again."]


def test_a_workbook_without_the_header_is_refused(benchmarks):
    with pytest.raises(Refused) as refused:
        benchmarks(header=("some", "other", "table"))

    assert str(refused.value) == ("benchmarks.xlsx: no sheet has the header of benchmarks. Expected the columns code or key, comparator, "
                                  "period, value, "
                                  "source, headed within the first 20 rows. Add the header and run again, or take the workbook out of the "
                                  "settings.")


def test_a_workbook_that_will_not_open_is_refused(tmp_path):
    (tmp_path / "benchmarks.xlsx").write_bytes(b"")

    with pytest.raises(Refused, match="benchmarks.xlsx: the file is empty"):
        own.benchmarks(SimpleNamespace(folder=tmp_path, lines=LINES))
