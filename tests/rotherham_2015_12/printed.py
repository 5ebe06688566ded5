"""Every cell of the printed document, from the transcription, beside the figure our edition shows in its place."""

import csv
import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from lib import rates

HERE = Path(__file__).resolve().parent
THREE_MONTHS = {"oct_15": "2015-10", "nov_15": "2015-11", "dec_15": "2015-12"}
PAST_YEARS = {"y2013_14": "2013/14", "y2014_15": "2014/15"}
LAST_MONTH = {"2013/14": "2014-03", "2014/15": "2015-03"}
COMPARATORS = {"stat_neigh_ave": "neighbours_mean", "best_stat_neigh": "best_neighbour", "nat_ave": "england",
               "nat_top_quartile": "top_quartile"}
DECEMBER, TO_DATE = "2015-12", "2015/16 YTD"
ARROWS = {"flat": "level", "new": ""}
COLOURS = ("Red", "Amber", "Green")
IDENTITY = ("measure", "breakdown", "category", "basis", "month")


@dataclass(frozen=True)
class Cell:
    """A printed cell and ours at the decimals printed: a number, a word, or nothing.

    A word in a number's place ("n/a", "-") is reproduced by that word or by an empty place, and so is a grey or pending colour.
    """

    where: str
    code: str
    period: str
    printed: str
    ours: str

    @property
    def reproduced(self):
        if is_number(self.printed):
            return is_number(self.ours) and float(self.ours) == float(self.printed)
        return self.ours == self.printed or (self.ours == "" and self.printed not in COLOURS)

    @property
    def place(self):
        return self.where, self.code, self.period


class Edition:
    """Our comparison rows, looked up by what a cell is."""

    def __init__(self, stages):
        self.stages = stages
        self.rows = {tuple(getattr(row, name) for name in IDENTITY): row for row in stages.compared.itertuples(name="Row")}
        self.lines = {line.code: line for line in stages.settings.lines.itertuples()}

    def of_line(self, code, month=DECEMBER, basis=""):
        line = self.lines[code]
        return self.rows.get((line.measure, line.breakdown, line.category, basis or line.basis, month))

    def beside(self, code, column, basis, month):
        """What stands in a line's column of the year to date or of a past year."""
        line = self.lines[code]
        return self.rows.get((getattr(line, column), line.breakdown, line.category, basis, month))

    def of_page(self, printed):
        return self.rows.get(tuple(printed[name] for name in IDENTITY))


def ours(row, printed, part="value"):
    """Our figure, or a part of it, at the printed decimals; the words in its place; of another return's parts where ours has none."""
    if row is None:
        return ""
    value = getattr(row, part)
    if part in ("numerator", "denominator") and np.isnan(row.numerator):
        value = getattr(row, f"rival_{part}")
    if np.isnan(value):
        return row.state
    decimals = decimals_of(printed) if is_number(printed) else row.decimals
    return f"{rates.round_half_up(value, decimals):.{decimals}f}"


def is_number(text):
    return bool(re.fullmatch(r"-?\d+(\.\d+)?", text))


def decimals_of(printed):
    return len(printed.partition(".")[2])


def read(name):
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def scorecard_cells(edition):
    """The three months, the year to date and the past years of the scorecard."""
    for line in read("transcription/measures.csv"):
        code = line["code"]
        found = [(month, line[column], edition.of_line(code, month)) for column, month in THREE_MONTHS.items()]
        found += [(TO_DATE, line["ytd"], edition.beside(code, "year_to_date", "year_to_date", DECEMBER))]
        found += [(year, line[column], edition.beside(code, "past_years", "financial_year", LAST_MONTH[year]))
                  for column, year in PAST_YEARS.items()]
        yield from (Cell("scorecard", code, period, printed, ours(row, printed)) for period, printed, row in found if printed)


def arrow_cells(edition):
    """The directions of travel; a line whose first month it is has none."""
    for line in read("transcription/measures.csv"):
        yield Cell("scorecard, arrow", line["code"], DECEMBER, ARROWS.get(line["dot"], line["dot"]), edition.of_line(line["code"]).travel)


def colour_cells(edition):
    """The printed colours, each of the basis that it judges; those of lines 2.1 to 5.3 are not known."""
    for line in (line for line in read("transcription/measures.csv") if line["rag"]):
        judged = edition.of_line(line["code"], basis=edition.lines[line["code"]].judged)
        period = TO_DATE if line["rag_basis"] == "YTD" else DECEMBER
        assert (judged.basis == "year_to_date") == (period == TO_DATE)
        yield Cell("scorecard, colour", line["code"], period, line["rag"], judged.rag.capitalize())


def benchmark_cells(edition):
    """The comparators of 2014/15, as the scorecard and the topic pages print them."""
    printed = [("scorecard, benchmark", line["code"], comparator, line[column])
               for line in read("transcription/measures.csv") for column, comparator in COMPARATORS.items() if line[column]]
    printed += [(f"page {row['page']}, benchmark", row["code"], row["comparator"], row["value"] or row["as_printed"])
                for row in read("transcription/benchmarks.csv")]
    for where, code, comparator, value in printed:
        row = edition.of_line(code)
        assert getattr(row, f"{comparator}_period") == "2014/15"
        yield Cell(where, code, comparator, value, ours(row, value, comparator))


def page_cells(edition):
    """The months, past years and years to date of the topic pages, with the parts printed there."""
    for name in ("monthly", "annual"):
        for row in read(f"transcription/{name}.csv"):
            part = "" if row["series"] == "value" else f", {row['series']}"
            code = row["scorecard_code"] or f"{row['measure']}, {row['category']}"
            printed = row["value"] or row["as_printed"]
            yield Cell(f"page {row['page']}{part}", code, row.get("period", row["month"]), printed,
                       ours(edition.of_page(row), printed, row["series"]))


def cells(edition):
    """Every printed cell that is compared."""
    return [cell for kind in (scorecard_cells, arrow_cells, colour_cells, benchmark_cells, page_cells) for cell in kind(edition)]
