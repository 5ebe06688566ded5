"""Who an edition is for, and what those readers may see: everything within the authority, no small number in public."""

import numpy as np
import pandas as pd

from lib import categories, disclosure, errors, memory, service_areas
from lib.measures import COUNT, DAYS, PERCENT

INTERNAL, PUBLISHED = AUDIENCES = ("internal", "published")
PERIOD = ["basis", "month"]
ROWS_COUNTED = r": [\d,]+ rows?"       # at the end of what counting says of its source


def for_audience(compared, audience):
    """Comparison rows fit for those who read them: whole for internal use, small numbers suppressed for publication."""
    if audience not in AUDIENCES:
        raise errors.Refused("the audience asked for", f'"{audience}"', f"one of {' and '.join(AUDIENCES)}",
                             f"correct it and run again.{errors.nearest(audience, AUDIENCES)}")
    return _unsaid(_suppressed(compared)) if audience == PUBLISHED else compared


def _unsaid(compared):
    """The rows without what would say a withheld number after all: how many rows of a list a figure counts, and averages of days over time.

    Of averages of days the latest month stands alone, without their sum: two that follow each other tell how long the children between took.
    """
    days = compared.unit == DAYS
    earlier = days & (compared.month != compared.month.max())
    numbers = {name: compared[name].mask(days if name == "numerator" else earlier) for name in ("value", "numerator", "denominator", "lower", "upper")
               if name in compared}
    return compared.assign(**numbers, state=compared.state.mask(earlier, disclosure.WITHHELD),
                           source=compared.source.str.replace(ROWS_COUNTED, "", regex=True))


@memory.remembered
def _suppressed(compared):
    """The rows fit for publication. A percentage given without its parts is judged by the parts it implies where its whole is published."""
    whole = _wholes(compared)
    implied = (compared.unit == PERCENT) & compared.denominator.isna() & compared.value.notna() & whole.notna()
    with_parts = compared.assign(numerator=compared.numerator.where(~implied, (compared.value * whole / 100).round()),
                                 denominator=compared.denominator.where(~implied, whole))
    fit = disclosure.suppress(with_parts)
    return fit.assign(numerator=fit.numerator.where(~implied), denominator=fit.denominator.where(~implied))


def _wholes(compared):
    """What each row is a part of, where that is a published number: its measure's denominator, a share's of all categories together."""
    numbers = compared[(compared.unit == COUNT) & compared.value.notna()]
    known = dict(zip(numbers[["measure", "breakdown", "category", *PERIOD]].itertuples(index=False, name=None), numbers.value))
    measures = service_areas.measures()
    return pd.Series([known.get((measures[row.measure].denominator, *_place(row, measures), row.basis, row.month), np.nan)
                      for row in compared.itertuples()], index=compared.index, dtype=float)


def _place(row, measures):
    return categories.whole(row.breakdown, row.category) if measures[row.measure].share else (row.breakdown, row.category)
