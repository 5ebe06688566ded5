"""Writes the comparators that the document prints beside Herefordshire's figures, as the authority's own workbook of benchmarks.

Run it from the project's folder: `python -m tests.herefordshire_2020_03.build_benchmarks`.
"""

from tests.herefordshire_2020_03 import build_returns, printed, write

PATH = "settings/2019-04/benchmarks.xlsx"
HEADER = ("code or key", "comparator", "period", "value", "source")
SOURCE = "as printed in the council's report for March 2020"
ABOUT = (
    "Comparators as a report that Herefordshire published for March 2020 prints them, to whole numbers; not checked against later editions.",
    "Its averages of statistical neighbours are taken for means. A blank or a dash in the report is left out here.",
)


def write_all(folder=build_returns.AUTHORITY):
    """Write the workbook under an authority's folder and give its path back."""
    return write.workbook(folder / PATH, {"Benchmarks": [HEADER, *rows()]}, ABOUT)


def rows():
    """A row a printed comparator: measure, comparator, the year it was published for, value in the measure's unit, source."""
    return [(printed.STRIPS[row["measure"]], printed.COMPARATORS[row["comparator"]], row["period"], float(row["value"]), SOURCE)
            for table in printed.BENCHMARKS for row in printed.read(table)
            if row["comparator"] in printed.COMPARATORS and printed.NUMBER.fullmatch(row["value"])]


if __name__ == "__main__":
    print(write_all())
