"""What programs read of an edition: figures, benchmarks and findings as CSV, charts as files, and where every figure on a page came from."""

import base64
import csv
import re
from pathlib import Path

import nbformat
import pandas as pd

from lib import errors, marks, periods, service_areas
from lib.benchmarks import NAMES
from lib.figures import first_month
from lib.pages import ANY_AUTHORITY
from lib.published import OURS
from lib.reports import PUBLISHED

FIGURES = ("authority", "area", "measure", "code", "title", "breakdown", "category", "month", "basis", "numerator", "denominator", "value",
           "unit", "state", "origin", "good_is", "previous", "previous_month", "travel", "better", "target", "rag", "lower", "upper", "signal",
           "population_year", "method", "source")
BENCHMARKS = ("measure", "comparator", "period", "value", "unit", "state", "rank", "of", "band", "source")
CHARTS = ("file", "measure", "title", "text alternative")
OURS_NAMED = {OURS: "its own published figure"}
KEY = ["measure", "breakdown", "category", "basis", "month"]
WITHHELD = "withheld in a published edition"
SVG = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
SVG_NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"'


def write(stages, month, audience, folder):
    """Write figures.csv, benchmarks.csv, findings.csv and restatements.csv of an edition's frames, which are already fit for the audience.

    What a finding quotes of a return was never suppressed, so a published edition names the finding and withholds the quotation; and its
    restatements, which are such quotations, are headings alone.
    """
    _table(figures(stages.compared, month), folder / "figures.csv")
    _table(stages.benchmarks[list(BENCHMARKS)], folder / "benchmarks.csv")
    findings = stages.findings[list(errors.COLUMNS)]
    _table(findings.assign(found=WITHHELD, expected=WITHHELD) if audience == PUBLISHED else findings, folder / "findings.csv")
    _table(stages.restatements.head(0) if audience == PUBLISHED else stages.restatements, folder / "restatements.csv")


def figures(compared, month):
    """The published columns of the comparison rows, from two financial years before the month's own up to the month."""
    rows = compared.loc[compared.month.between(first_month(month), month), list(FIGURES)]
    return rows.sort_values(["area", *KEY], kind="stable", ignore_index=True)


def _table(frame, path):
    frame.to_csv(path, index=False, encoding="utf-8", lineterminator="\n")


def provenance(compared, benchmarked, published):
    """What a page tells of a figure when a reader asks: a record for each key `measure|basis|place|month`, as lib.pages documents.

    `benchmarked` are the rows of benchmarks.csv and `published` what `lib.published` has; where both have a comparator's value of a period the
    first stands.
    """
    said = {f"{row.measure}|{row.basis}|{marks.place(row.breakdown, row.category)}|{row.month}": _record(row) for row in compared.itertuples(name="Row")}
    return of_publications(published) | said | {f"{row.measure}|{row.comparator}||{row.period}": _of_benchmark(row) for row in benchmarked.itertuples()}


def of_publications(published):
    """The records of published values: a comparator's each, and of each measure and period what holds of every authority's."""
    every = {f"{row.measure}|{ANY_AUTHORITY}||{row.period}": {"name": service_areas.measure(row.measure).title, "period": row.period, "source": row.source}
             for row in published[published.comparator == OURS].itertuples()}
    return every | {f"{row.measure}|{row.comparator}||{row.period}": _of_benchmark(row) for row in published.itertuples()}


def _of_benchmark(row):
    title = service_areas.measure(row.measure).title
    return {"name": f"{title}: {(NAMES | OURS_NAMED).get(row.comparator, row.comparator)}", "period": row.period, "value": "" if pd.isna(row.value) else row.value,
            "source": row.source}


def _record(row):
    known = {name: "" if pd.isna(getattr(row, name)) else getattr(row, name)
             for name in ("name", "value", "numerator", "denominator", "basis", "origin", "method", "source", "rivals")}
    return known | {"period": periods.span(row.month, row.basis), "population": str(row.population_year or ""), "interval": _interval(row)}


def _interval(row):
    """The 95% interval in words; nothing where there is none."""
    ends = [marks.printed(end, row.unit, row.decimals) for end in (row.lower, row.upper)]
    return " to ".join(ends) if all(ends) else ""


def charts(notebooks, folder):
    """Write every chart that these executed notebooks show, as SVG and where there is one as PNG, and charts/index.csv that lists them.

    Returns the rows of the index, one a file. A chart's file has the chart's own key; where two notebooks show different charts of
    one key, the second file carries its notebook's name as well.
    """
    folder.mkdir(exist_ok=True)
    written, rows = {}, []
    for path in notebooks:
        for chart in _shown(path):
            rows += _written(chart, Path(path).stem, folder, written)
    with (folder / "index.csv").open("w", encoding="utf-8", newline="") as index:
        csv.writer(index, lineterminator="\n").writerows([CHARTS, *rows])
    return rows


def _shown(path):
    """Each chart's own words with its picture's forms, as a notebook's outputs hold them."""
    notebook = nbformat.read(path, as_version=4)
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    return [(output.metadata["chart"], output.data) for output in outputs if "chart" in output.get("metadata", {})]


def _written(chart, notebook, folder, written):
    words, forms = chart
    svg = _standalone(words.get("svg") or SVG.search(forms["text/html"])[0])
    key = words["key"] if written.get(words["key"], svg) == svg else f"{notebook}_{words['key']}"
    if key in written:
        return []
    written[key] = svg
    files = {f"{key}.svg": svg.encode("utf-8")} | ({f"{key}.png": base64.b64decode(forms["image/png"])} if "image/png" in forms else {})
    for file, content in files.items():
        (folder / file).write_bytes(content)
    return [(file, words.get("measure", ""), words.get("title", ""), words.get("alt", "")) for file in files]


def _standalone(svg):
    """A drawing that opens as a file of its own.

    >>> _standalone("<svg><path/></svg>")
    '<svg xmlns="http://www.w3.org/2000/svg"><path/></svg>\\n'
    """
    return (svg if "xmlns=" in svg.partition(">")[0] else svg.replace("<svg", f"<svg {SVG_NAMESPACE}", 1)) + "\n"
