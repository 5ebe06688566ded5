"""Every cell of the printed cards and of the two tables of contacts by agency, beside what our edition shows in its place."""

import re
from dataclasses import dataclass

import numpy as np

from lib import cards, periods, rates
from lib.ledgers import NONE_IN_PERIOD
from tests.herefordshire_2015_06 import build_returns
from tests.herefordshire_2015_06.build_returns import AGENCIES, COMPARATORS, JUNE, MONTHS_PRINTED, QUARTERS, read

IDENTITY = ("measure", "breakdown", "category", "basis", "month")
NUMBER = re.compile(r"\d+(\.\d+)?")
WHOLE = ("", "")
GOOD_IS = {"N/A": "neither", "Higher is Better": "high", "To Target": "within limits"}
KINDS = {"Month End (Snapshot)": "Snapshot", "Month End (Cumulative)": "Cumulative"}
LABELS = {"Jun-15": JUNE, "May-15": "2015-05", "Apr-15": "2015-04", "Jun-14": "2014-06", "Jun-13": "2013-06"}
BY_AGENCY = {"number": "contacts", "pct": "contacts_share_percent", "progressed_number": "contacts_progressed_to_referral",
             "progressed_pct": "contacts_progressed_to_referral_percent"}


@dataclass(frozen=True)
class Cell:
    """A printed cell and ours at the decimals printed: a number, a word, or nothing; and the figure it is, where it is one.

    "N/A" is reproduced by those words, by an empty place, or by the reason why there is no number.
    """

    where: str
    printed: str
    ours: str
    key: tuple = ()
    part: str = "value"

    @property
    def reproduced(self):
        if NUMBER.fullmatch(self.printed):
            return bool(NUMBER.fullmatch(self.ours)) and float(self.ours) == float(self.printed)
        return self.ours == self.printed or (self.ours in ("", NONE_IN_PERIOD) and self.printed == build_returns.NOT_GIVEN)


class Edition:
    """Our comparison rows, looked up by what a cell is."""

    def __init__(self, stages):
        self.rows = {tuple(getattr(row, name) for name in IDENTITY): row for row in stages.compared.itertuples(name="Row")}
        self.lines = {line.code: line for line in stages.settings.lines.itertuples()}

    def figure(self, where, printed, key, part="value"):
        number = printed.removesuffix("%")
        return Cell(where, number, _at(self.rows.get(key), number, part), key, part)

    def cells(self):
        """Every cell of the cards and of the tables by agency that has anything printed in it."""
        found = [cell for card in read("transcription/cards.csv") for cell in self._card(card, self.lines[card["code"]])]
        return [cell for cell in [*found, *self._agencies()] if cell.printed]

    def _card(self, card, line):
        where, own, rate = f"card {line.code}", _series(line), _rate(line)
        yield self.figure(f"{where}, current value", card["current_value"], (*own, JUNE))
        yield self.figure(f"{where}, rate", card["rate_per_10000"], (*rate, JUNE))
        earlier = rate if card["prev_unit_inferred"] == "rate_per_10000" else own
        for place in ("prev1", "prev2"):
            month = LABELS[card[f"{place}_label"]]
            yield self.figure(f"{where}, {periods.long_name(month)}", card[f"{place}_value"], (*earlier, month))
        yield from self._comparators(where, card, own, rate)
        yield from self._words(where, card, line, self.rows[(*own, JUNE)])

    def _comparators(self, where, card, own, rate):
        of_rate = card["code"] in build_returns.OF_RATES
        for name, comparator in COMPARATORS.items():
            key = (*(rate if of_rate else own), JUNE)
            yield self.figure(f"{where}, {comparator}", card[f"{name}_value"], key, comparator)
            period = getattr(self.rows[key], f"{comparator}_period")
            yield Cell(f"{where}, period of {comparator}", QUARTERS.get(card[f"{name}_label"], card[f"{name}_label"]), period)

    def _words(self, where, card, line, row):
        target = f"{line.green:g}%" if line.target else ""
        yield Cell(f"{where}, target", card["target"], target)
        yield Cell(f"{where}, good is", GOOD_IS[card["measure_polarity"]], line.good_is)
        yield Cell(f"{where}, direction of travel", card["dot"], row.travel)
        yield Cell(f"{where}, overall assessment", card["overall_assessment_symbol"], row.rag)
        yield Cell(f"{where}, measure period", KINDS[card["measure_period"]], cards.KINDS[line.basis].partition(" ")[0])
        yield Cell(f"{where}, last update", card["last_update"], periods.long_name(row.month))

    def _agencies(self):
        for row in read("transcription/agency_contacts.csv"):
            place = WHOLE if row["is_total"] == "yes" else ("source", AGENCIES[row["organisation"]])
            for column, measure in BY_AGENCY.items():
                where = f"contacts by agency, {row['organisation']}, {row['month']}, {column}"
                yield self.figure(where, row[column], (measure, *place, "in_month", MONTHS_PRINTED[row["month"]]))


def _series(line):
    return line.measure, line.breakdown, line.category, line.basis


def _rate(line):
    rate = cards.rate_of(line)
    return (rate.key, *WHOLE, cards.rate_basis(rate)) if rate else ("no rate", *WHOLE, "")


def _at(row, printed, part):
    """A row's number at the printed decimals, or the words in its place."""
    if row is None:
        return ""
    value, state = getattr(row, part), row.state if part == "value" else getattr(row, f"{part}_state")
    if np.isnan(value):
        return state
    decimals = len(printed.partition(".")[2])
    return f"{rates.round_half_up(value, decimals):.{decimals}f}"
