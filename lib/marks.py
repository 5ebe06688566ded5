"""A figure as a reader sees it and as a program can ask for it: printed, rounded once, inside a `<data>` that names its measure and month."""

from html import escape

import numpy as np

from lib import rates
from lib.contracts.symbols import MEANINGS, SUPPRESSED
from lib.ledgers import NONE_IN_PERIOD, NOT_COVERED
from lib.measures import COUNT, PER_10_000, PERCENT

MOST_ESTIMATES = 2      # of a population, named one by one
LABELS = {"suppressed": SUPPRESSED, **MEANINGS}


def printed(value, unit, decimals):
    """A value in its unit, rounded half up: `46.6%`, `1,041`, `668.6`.

    >>> printed(46.589817, "percent", 1), printed(1041.0, "count", 0), printed(float("nan"), "count", 0)
    ('46.6%', '1,041', '')
    """
    if np.isnan(value):
        return ""
    rounded = rates.round_half_up(value, decimals)
    return f"{rounded:,.{decimals}f}{'%' if unit == PERCENT else ''}"


def data(row, part="value"):
    """The `<data>` element of a comparison row: its value, or the numerator or denominator it is made of."""
    value = getattr(row, part)
    words = printed(value, row.unit, row.decimals) if part == "value" else printed(value, COUNT, 0)
    return element(value, words, row, part)


def element(value, words, row, part="value"):
    """A number in words, marked as being of that row's measure, month, basis, breakdown and category."""
    return (f'<data value="{float(value)!r}" data-measure="{row.measure}" data-month="{row.month}" data-basis="{row.basis}"'
            f' {_place(row)} data-part="{part}">{words}</data>')


def place(breakdown, category):
    """What a figure is of, in the keys by which a page finds where it came from; empty for the whole authority.

    >>> place("team", "Duty"), place("", "")
    ('team: Duty', '')
    """
    return f"{breakdown}: {category}" if breakdown else category


def _place(row):
    """The breakdown and category a number is of, as attributes; both empty for the whole authority."""
    return f'data-breakdown="{escape(row.breakdown)}" data-category="{escape(row.category)}"'


def derived(value, words, *rows):
    """A number made of several figures of one category, which it names in `data-from`."""
    sources = " ".join(f"{row.measure}@{row.month}@{row.basis}" for row in rows)
    return f'<data value="{float(value)!r}" data-from="{sources}" {_place(rows[0])}>{words}</data>'


def benchmark(row, comparator):
    """The `<data>` element of the benchmark beside a comparison row: a comparator's value in the row's unit, of the year it was published for."""
    value, period = getattr(row, comparator), getattr(row, f"{comparator}_period")
    return published(value, printed(value, row.unit, row.decimals), row.measure, period, comparator=comparator)


def published(value, words, measure, period, **whose):
    """A published number in words, marked as a comparator's (`comparator="england"`) or an authority's (`authority="884"`) of that year."""
    (kind, key), = whose.items()
    return f'<data value="{float(value)!r}" data-measure="{escape(measure)}" data-{kind}="{escape(key)}" data-period="{escape(period)}">{words}</data>'


def authority_cell(row):
    """A table cell of a row of all authorities: its published value, or the reason there is none."""
    if np.isnan(row.value):
        return f'<td class="words">{_why(row.state)}</td>'
    return f'<td class="number">{published(row.value, printed(row.value, row.unit, row.decimals), row.measure, row.year, authority=row.authority)}</td>'


def cell(row, part="value"):
    """A table cell: the figure, or the reason there is none, or nothing.

    A figure that another return contradicts carries a dagger.
    """
    if row is None:
        return '<td class="number"></td>'
    if np.isnan(getattr(row, part)):
        return f'<td class="words">{_why(row.state) if part == "value" else ""}</td>'
    return f'<td class="number">{data(row, part)}{dagger(row) if part == "value" else ""}</td>'


def _why(state):
    """The reason in a cell: a suppressed figure's symbol, which says itself what it stands for; else words."""
    return f'<abbr title="{SUPPRESSED}">c</abbr>' if reason(state) == SUPPRESSED else escape(reason(state))


def reason(state):
    """Why there is no value, in words: the cell's own, or what its symbol stands for."""
    return LABELS.get(state, state)


def estimates(rows):
    """How many children the rates among some rows, the earliest first, are of and which estimate says so; "" where no rate was divided here.

    Where more than a few estimates were used the last is named, and that each year has its own.
    """
    used = list(dict.fromkeys((row.denominator, row.population_year) for row in rows if row.unit == PER_10_000 and row.population_year))
    if not used:
        return ""
    named = [f"{printed(children, COUNT, 0)} children aged 0 to 17 ({label})" for children, label in used]
    of = f"each year’s own estimate, the last of them {named[-1]}" if len(used) > MOST_ESTIMATES else " and ".join(named)
    return f"Rates are per 10,000 of {of}."


def dagger(row):
    """The mark of a figure that another return contradicts; nothing for the others."""
    return f'<sup class="note" title="Returns disagree: {escape(row.rivals)}">†</sup>' if row.rivals else ""


def is_known(row):
    """Whether a row has a figure, or words in the place of one that tell something of it."""
    return not np.isnan(row.value) or row.state not in ("", NOT_COVERED, NONE_IN_PERIOD)


def rows_by_key(compared):
    """Comparison rows by (measure, breakdown, category, basis, month)."""
    return {(row.measure, row.breakdown, row.category, row.basis, row.month): row for row in compared.itertuples()}
