"""Every cell of the printed dataset, from the transcription, beside what our page shows in its place."""

import csv
import re
from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup

HERE = Path(__file__).resolve().parent
JUNE = "2015-06"
MONTH = re.compile(r"\d{4}-\d{2}")
ARROWS = {"similar": "level"}
AFTER_THE_MONTHS = ("change", "arrow", "average", "maximum")


@dataclass(frozen=True)
class Cell:
    """A printed cell and ours, as numbers where they are numbers."""

    where: str
    code: str
    period: str
    printed: str
    ours: str

    @property
    def reproduced(self):
        return number(self.ours) == number(self.printed)

    @property
    def place(self):
        return self.where, self.code, self.period


class Page:
    """The dataset as our front page shows it: a row a measure, read from its HTML."""

    def __init__(self, html):
        self.html = BeautifulSoup(html, "html.parser")

    def row(self, code):
        """The words of a measure's cells, from its first month on; a cell over several months stands once for each."""
        _, *cells = self.html.select_one(f'tr[id="dataset-{code}"]').select("td")
        return [_words(cell) for cell in cells for _ in range(int(cell.get("colspan", 1)))]

    def travel(self, code):
        """The arrow of a measure and whether it is better or worse; two empty words where there is none."""
        arrow = self.html.select_one(f'tr[id="dataset-{code}"] .travel')
        return (arrow["data-travel"], arrow["class"][1]) if arrow else ("", "none")

    def charts(self):
        """The headings over the charts, each with the keys of the charts below it."""
        return {heading.text: [chart["id"] for chart in heading.find_next_sibling("div").select("figure.chart")]
                for heading in self.html.select("h4")}


def _words(cell):
    """A cell's figure, or the words in its place."""
    figure = cell.select_one("data")
    return (figure or cell).text.strip()


def number(text):
    """A number without its commas and signs of percent and rise; words as they are."""
    plain = text.replace(",", "").removeprefix("+").removesuffix("%")
    return float(plain) if re.fullmatch(r"-?\d+(\.\d+)?", plain) else text


def read(name):
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def cells(page):
    """Every printed cell: thirteen months, the change, the arrow, the average and the maximum of each measure."""
    for row in read("transcription/measures.csv"):
        months = [name for name in row if MONTH.fullmatch(name)]
        ours = page.row(row["ref"])
        for place, month in enumerate(months):
            yield Cell("month", row["ref"], month, row[month], ours[place])
        change, _, average, maximum = ours[len(months):]
        found = dict(zip(AFTER_THE_MONTHS, (change, page.travel(row["ref"])[0], average, maximum)))
        for name, shown in found.items():
            yield Cell(name, row["ref"], JUNE, ARROWS.get(row[name], row[name]), shown)
