"""Writes the returns and benchmarks of the worked example, Herefordshire in December 2014: list 7, local lists and monthly figures.

Run it from the project's folder: `python -m tests.herefordshire_2014_12.build_returns`.
"""

from datetime import datetime
from pathlib import Path

from lib import periods, service_areas
from lib.contracts import annex_a, lists, local_lists
from tests.herefordshire_2014_12 import months, plans, staff
from tests.herefordshire_2020_03 import write

MONTH, SETTINGS = "2014-12", "2014-12"
EXTRACTED = datetime(2014, 12, 31)
AUTHORITY = Path(__file__).resolve().parents[2] / "data" / "authorities" / "herefordshire"
ANNEX_A, LOCAL_LISTS, MONTHLY_FIGURES = FILES = ("annex_a.xlsx", "local_lists.xlsx", "monthly_figures.xlsx")
SHEET, BENCHMARKS = "Monthly figures", f"settings/{SETTINGS}/benchmarks.xlsx"
EARLIER_STAFF = {"31/10/2012": "2012-10", "31/03/2013": "2013-03", "30/04/2013": "2013-04", "31/03/2014": "2014-03"}
SEPTEMBER, YEAR = "2014-09", "2013/14"
COLUMNS = (*EARLIER_STAFF.values(), *(month for month in months.MONTHS if month not in EARLIER_STAFF.values()))
PERIODS = (*sorted(COLUMNS), YEAR)
HEADER = ("code or key", "title", "basis", "breakdown", "category", "part", "note", *PERIODS)
BENCHMARK_HEADER = ("code or key", "comparator", "period", "value", "source")
BENCHMARK_SOURCE = "as stated in the council's report for December 2014"
WHOLE = ("", "")

ABOUT = (
    "A worked example. The children, their dates and the workers are invented; nobody of them exists. It is not current data.",
    "The figures are those of a report that Herefordshire gave its improvement board in December 2014, as far as it states or implies them.",
    "Its charts have lost their data. Months and numbers that it does not give are invented to be plausible, and are marked as invented.",
)
ABOUT_EACH = {
    ANNEX_A: ("Annex A list 7 as drawn on 31 December 2014: the plans that stood in that month. Which children, plans and days is invented; that 156 stood, "
              "ten of them since December, and that 29 had a plan before is the report's.",),
    LOCAL_LISTS: (
        "Plans: the earlier plan of each of those 29 children; the year in which it ended is the report's.",
        "Workforce and establishment: as the report's tables of 30 September 2014 have them, a row a worker and a row a team. The report has none newer. "
        "That the same people were in post in October to December, and the budget the same, is invented.",
        "The report counts the starters of CIN North and MASH twice, among the interims and beside them. Here they stand once, among the interims.",
    ),
    MONTHLY_FIGURES: ("The column \"note\" says of every row which months the report prints or implies, and how, and which the council's cards of June 2015 "
                      "print; its other months are invented.",),
}


def write_all(folder=AUTHORITY):
    """Write the three returns and the benchmarks under an authority's folder and give their paths back."""
    sheets = {ANNEX_A: {"List 7": _sheet(annex_a.LISTS[6])},
              LOCAL_LISTS: {each.title: _sheet(each) for each in (local_lists.PLANS, local_lists.WORKFORCE, local_lists.ESTABLISHMENT)},
              MONTHLY_FIGURES: {SHEET: [HEADER, *figures()]}}
    made = [write.workbook(Path(folder) / "returns" / MONTH / name, held, (ABOUT[0], *ABOUT_EACH[name], *ABOUT[1:]), EXTRACTED)
            for name, held in sheets.items()]
    return [*made, write.workbook(Path(folder) / BENCHMARKS, {"Benchmarks": [BENCHMARK_HEADER, *benchmarks()]}, ABOUT[1:2], EXTRACTED)]


def rows():
    """The rows of every list, by the list's key."""
    return {**plans.rows(), **staff.rows()}


def figures():
    """The rows of the sheet of monthly figures."""
    return [*map(_of_series, months.series()), *_rate_of_the_year(), *_earlier_staff(), *_posts_of_september()]


def benchmarks():
    """A row a comparator that the document states beside a figure."""
    return [(row["measure"], row["part"], row["month"], float(row["printed"]), BENCHMARK_SOURCE)
            for row in staff.read("stated") if row["part"] in ("england", "region")]


def note(series):
    """Which months of a row the document gives, which the cards of June 2015 do, and that the others are invented."""
    given = [month for month, value in series.values.items() if value is not None]
    invented = [month for month in given if month not in (*series.known, *series.on_cards)]
    said = [f"From the report: {_listed(series.known)} ({series.why})."] if series.known else []
    said += [f"From the cards of June 2015: {_listed(series.on_cards)}."] if series.on_cards else []
    why = f"; {series.why}" if series.why and not series.known else ""
    return " ".join([*said, *([f"Invented: {_listed(invented)}{why}."] if invented else [])])


def _listed(named):
    """Months in words, those that follow each other from the first to the last of them."""
    runs = []
    for month in sorted(named):
        if runs and periods.shift(runs[-1][-1], 1) == month:
            runs[-1].append(month)
        else:
            runs.append([month])
    return ", ".join(periods.short_name(run[0]) + (f" to {periods.short_name(run[-1])}" if len(run) > 1 else "") for run in runs)


def _of_series(series):
    return _row(series.measure, series.values, note(series), (series.breakdown, series.category), series.part)


def _row(measure, values, words, place=WHOLE, part="value", basis=""):
    declared = service_areas.measure(measure)
    return [measure, declared.title, basis or declared.natural_basis, *(said or None for said in place), part, words,
            *(values.get(period) for period in PERIODS)]


def _rate_of_the_year():
    stated, = [row for row in staff.read("stated") if row["basis"] == "financial_year" and row["part"] == "value"]
    yield _row(stated["measure"], {YEAR: float(stated["printed"])}, "From the report: 2013/14 (printed).", basis="financial_year")


def _earlier_staff():
    """The permanent and interim staff of four earlier days, by role and in all."""
    held = {}
    for cell in staff.read("workforce"):
        if cell["date"] in EARLIER_STAFF and cell["permanent_fte"]:
            place = ("role", staff.ROLES[cell["role_group"]]) if cell["role_group"] in staff.ROLES else WHOLE
            permanent, interim = float(cell["permanent_fte"]), float(cell["interim_fte"])
            for measure, value in (("workforce_permanent_fte", permanent), ("workforce_interim_fte", interim), ("workforce_fte", round(permanent + interim, 2))):
                held.setdefault((measure, place), {})[EARLIER_STAFF[cell["date"]]] = value
    for (measure, place), values in held.items():
        yield _row(measure, values, f"From the report: {_listed(values)} (printed{', the two added up' if measure == 'workforce_fte' else ''}).", place)


def _posts_of_september():
    """The budget of 30 September beside those in post: by team, and in all."""
    held = {}
    for row in staff.read("establishment"):
        place = WHOLE if row["is_total"] == "yes" else ("team", row["team"])
        cells = {"workforce_with_starters_fte": "current_total_fte", "establishment_fte": "budget"}
        held |= {(measure, place): float(row[column]) for measure, column in cells.items()}
        held["confirmed_starters_fte", place] = _starters(row)
    for (measure, place), value in held.items():
        yield _row(measure, {SEPTEMBER: value}, f"From the report: {_listed([SEPTEMBER])} (printed, of the last day of the month).", place)


def _starters(row):
    return staff.starters(row) if row["is_total"] == "no" else sum(map(staff.starters, (each for each in staff.read("establishment") if each["is_total"] == "no")))


def _sheet(declared):
    return write.table(declared.standing(declared.layouts[0] if declared.layouts else ""), rows()[declared.key])


if __name__ == "__main__":
    for written in write_all():
        print(written)
