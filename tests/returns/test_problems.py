"""What is odd about a figure that is used all the same."""

from types import SimpleNamespace

import pytest

from lib import service_areas
from lib.contracts.monthly_figures import VALUE
from lib.returns import problems


def doubted(measure, value):
    """The rules by which a value of a measure is doubted."""
    return [problem.rule for problem in problems.doubts(SimpleNamespace(measure=service_areas.measure(measure), part=VALUE), value)]


@pytest.mark.parametrize(("measure", "rules"), [("contacts", ["count not whole"]), ("establishment_fte", [])],
                         ids=["of contacts", "of full-time equivalents"])
def test_a_count_is_whole_unless_it_is_of_full_time_equivalents(measure, rules):
    assert doubted(measure, 20.99) == rules
