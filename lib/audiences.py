"""Who an edition is for, and what those readers may see: everything within the authority, no small number in public."""

import numpy as np
import pandas as pd

from lib import categories, disclosure, errors, memory, service_areas
from lib.measures import COUNT, PERCENT

INTERNAL, PUBLISHED = AUDIENCES = ("internal", "published")
PERIOD = ["basis", "month"]


def for_audience(compared, audience):
    """Comparison rows fit for those who read them: whole for internal use, small numbers suppressed for publication."""
    if audience not in AUDIENCES:
        raise errors.Refused("the audience asked for", f'"{audience}"', f"one of {' and '.join(AUDIENCES)}",
                             f"correct it and run again.{errors.nearest(audience, AUDIENCES)}")
    return _suppressed(compared) if audience == PUBLISHED else compared


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
