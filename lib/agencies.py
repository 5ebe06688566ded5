"""Contacts by agency: the month and the month before side by side, how many were taken on, and what moved between them."""

import math
from html import escape

import numpy as np

from lib import categories, marks, narrative, periods, tables
from lib.measures import IN_MONTH

BY = "source"
CONTACTS, SHARE, TAKEN_ON, TAKEN_ON_PERCENT = (
    "contacts", "contacts_share_percent", "contacts_progressed_to_referral", "contacts_progressed_to_referral_percent")
COLUMNS = {CONTACTS: "Contacts", SHARE: "Share of contacts", TAKEN_ON: "Became a referral", TAKEN_ON_PERCENT: "Share of theirs"}
WHOLE = ("", "")
WHOLE_NAME = "<strong>All contacts</strong>"
MOVES_SAID = 4          # sources whose share moved the most, that is


def view(compared, rules):
    """What moved in drafted words, and the two tables; or that the returns of the month tell no agencies apart."""
    months = [rules.month, periods.shift(rules.month, -1)]
    found = _figures(compared, months)
    names = _agencies(found, rules)
    if not names:
        return f'<p class="absence">Nothing was returned on who made contact, in {periods.long_name(rules.month)}.</p>'
    shown = "".join(_table(found, names, month, rules) for month in months if _is_told(found, names, month))
    return f'{_moves(found, names, rules)}<div class="side-by-side">{shown}</div>'


def _figures(compared, months):
    """The rows of contacts, whole and by agency, by measure, category and month."""
    of_agencies = compared.measure.isin(COLUMNS) & compared.breakdown.isin(["", BY])
    rows = compared[of_agencies & compared.month.isin(months) & (compared.basis == IN_MONTH)]
    return {(row.measure, row.category, row.month): row for row in rows.itertuples()}


def _agencies(found, rules):
    """The agencies of the two months, those with most contacts in the edition's month first."""
    named = {category for measure, category, _ in found if measure == CONTACTS and category}
    ranked = {name: found.get((CONTACTS, name, rules.month)) for name in named}
    if not any(_known(row) for row in ranked.values()):
        return []
    return sorted(named, key=lambda name: (-ranked[name].value if _known(ranked[name]) else math.inf, categories.place(BY, name)))


def _is_told(found, names, month):
    return any(_known(found.get((CONTACTS, name, month))) for name in names)


def _table(found, names, month, rules):
    """One month: a row an agency, all contacts last."""
    body = [(escape(name), [marks.cell(found.get((measure, name, month))) for measure in COLUMNS]) for name in names]
    body.append((WHOLE_NAME, [marks.cell(found.get((measure, "", month))) for measure in COLUMNS]))
    caption = f"Contacts by agency. {rules.authority.name}, {periods.long_name(month)}."
    return tables.table(caption, list(COLUMNS.values()), body, "agencies", first="Who made contact")


def _moves(found, names, rules):
    """How many contacts there were and how many were taken on, then the agencies whose share moved the most since the month before."""
    wholes = [found.get((measure, "", rules.month)) for measure in (CONTACTS, TAKEN_ON_PERCENT)]
    opening = " ".join(f"{narrative.level(row)}{narrative.changed(row)}." for row in wholes if _known(row))
    shares = [found.get((SHARE, name, rules.month)) for name in names]
    moved = sorted((row for row in shares if _known(row) and not np.isnan(row.change) and row.change), key=lambda row: -abs(row.change))
    items = "".join(f"<li>{_moved(row, found.get((TAKEN_ON_PERCENT, row.category, row.month)))}</li>" for row in moved[:MOVES_SAID])
    before = periods.long_name(periods.shift(rules.month, -1))
    led = f"<p>Shares of contacts that moved the most since {before}:</p><ul>{items}</ul>" if items else ""
    return f'<div data-words="drafted"><p>{opening}</p>{led}</div>' if opening or led else ""


def _moved(row, taken_on):
    """An agency's share and its change, with how many of its contacts were taken on and how that changed."""
    words = f"{escape(row.category)}: {marks.data(row)} of contacts{narrative.changed(row)}"
    return f"{words}; {marks.data(taken_on)} of theirs became a referral{narrative.changed(taken_on)}." if _known(taken_on) else f"{words}."


def _known(row):
    return row is not None and not np.isnan(row.value)
