"""Charts of comparison rows: each a drawing with a message for a title, a text alternative and its data. Nothing is calculated here."""

from lib.charts.bars import stacked, started_and_ceased
from lib.charts.distributions import distribution
from lib.charts.fragments import Absence, Chart
from lib.charts.funnels import funnel
from lib.charts.mixes import mix
from lib.charts.multiples import by_category, number_with_rate
from lib.charts.pyramids import pyramid
from lib.charts.sparklines import sparkline
from lib.charts.trends import lines, trend
from lib.charts.years import over_years

__all__ = ["Absence", "Chart", "by_category", "distribution", "funnel", "lines", "mix", "number_with_rate", "over_years", "pyramid",
           "sparkline", "stacked", "started_and_ceased", "trend"]
