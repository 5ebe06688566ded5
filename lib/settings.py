"""An authority's lines, targets and policies in force at a month, checked against the declared measures."""

import re
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path

import pandas as pd

from lib import authorities, memory, periods, service_areas
from lib.contracts import lists
from lib.errors import Refused, nearest
from lib.measures import BASES, GOOD_IS

LINE_COLUMNS = ("code", "section", "title", "measure", "breakdown", "category", "basis", "good_is", "target", "green", "amber",
                "centre", "low", "high", "judged", "year_to_date", "past_years", "note", "chart", "meaning", "guidance")
OPTIONAL = ("chart", "meaning", "guidance")     # columns that some views show and a file may leave out
NUMBERS = ("green", "amber", "centre", "low", "high")
SHAPES = {"": (), "at_least": ("green", "amber"), "at_most": ("green", "amber"), "band": ("centre", "green", "amber"),
          "limits": ("low", "high", "amber")}
AGAINST = ("previous_month", "same_month_last_year")
ARROWS = ("performance", "value")
AVERAGES = ("mean", "median")           # of the statistical neighbours: LAIT takes the mean, DfE's outcomes dashboard the median
VIEWS = ("scorecard", "cards", "dataset", "agencies", "workforce")      # that the front page may show
A_NUMBER, WORDS, A_MONTH, TRUTH, NAMES, DAYS, OF_VIEWS = (
    "a number", "words in quotes", 'a month such as "2015-04"', "true or false", "a list of names", "a number of days above nought",
    f"a list, in their order, of one or more of {', '.join(VIEWS)}")
KINDS = {A_NUMBER: lambda said: type(said) in (int, float), WORDS: lambda said: type(said) is str, TRUTH: lambda said: type(said) is bool,
         A_MONTH: lambda said: re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", str(said)),
         DAYS: lambda said: type(said) is int and said > 0,
         NAMES: lambda said: type(said) is list and all(type(name) is str for name in said),
         OF_VIEWS: lambda said: type(said) is list and said and all(said.count(name) == 1 and name in VIEWS for name in said)}

# What settings.toml may say: the setting, by its section and name, and either the kind of thing it is or the words to choose from.
POLICIES = {"population.children_0_17": ("population", A_NUMBER), "population.label": ("population_label", WORDS),
            "population.from": ("population_from", A_MONTH), "travel.against": ("travel_against", AGAINST),
            "travel.tolerance": ("travel_tolerance", A_NUMBER), "travel.arrow": ("arrow", ARROWS),
            "rates.annualise_year_to_date": ("annualise", TRUTH), "returns.precedence": ("precedence", NAMES),
            "benchmarks.neighbours": ("neighbours_average", AVERAGES), "benchmarks.neighbours_model": ("neighbours_model", WORDS),
            "summary.views": ("views", OF_VIEWS),
            "counting.teams": ("teams", NAMES), "counting.cp_visit_days": ("cp_visit_days", DAYS),
            "counting.cp_visit_grace_days": ("cp_visit_grace_days", DAYS), "counting.lac_visit_days": ("lac_visit_days", DAYS)}
WINDOWS = "complete_from."       # of a list by its key: the first month its extracts are complete for, where the rows do not tell


@dataclass(frozen=True)
class Settings:
    """What an edition is judged by. `lines` has one row a line of the scorecard, in its order; `population` counts children aged 0 to 17.

    `fingerprint` is that of the files they were read from and of what is published, so that a stage remembered for these settings is
    forgotten when one changes.
    """

    authority: authorities.Authority
    month: str
    lines: pd.DataFrame
    folder: Path
    population: float = float("nan")
    population_label: str = ""
    population_from: str = ""
    travel_against: str = AGAINST[0]
    travel_tolerance: float = 0.0
    arrow: str = ARROWS[0]
    annualise: bool = False
    precedence: tuple = ()
    neighbours_average: str = AVERAGES[0]
    neighbours_model: str = ""          # the latest there was, unless stated
    views: tuple = VIEWS[:1]            # of the measures, in the order the front page shows them
    teams: tuple = ()                   # in the order tables show them
    cp_visit_days: int = 14             # a child on a protection plan is visited at least so often, where no due dates are returned
    cp_visit_grace_days: int = 7        # a plan younger than this is due no visit yet
    lac_visit_days: int = 42            # a looked after child likewise: six weeks, Care Planning Regulations 2010, regulation 28
    complete_from: dict = field(default_factory=dict)
    fingerprint: tuple = ()

    @property
    def returns_folder(self):
        return self.authority.folder / "returns"

    @property
    def commentary_folder(self):
        return self.authority.folder / "commentary" / self.month


def in_force(authority, month):
    """The settings of an authority, by its key, that are in force at a month: those of the latest settings folder not after it.

    Raises Refused when the month or the authority is unknown, when no settings are in force yet, or when they contradict themselves.
    """
    council, month = authorities.find(authority), periods.check(month)
    folder = _latest(council, month)
    return Settings(authority=council, month=month, folder=folder, lines=lines(folder / "lines.csv"),
                    fingerprint=memory.fingerprint(_files(folder)), **_policies(folder / "settings.toml"))


def _files(folder):
    """What an edition's figures rest on besides its returns: the settings' files, and the tables of published data."""
    yield from (path for path in folder.iterdir() if path.is_file())
    yield from (authorities.PROJECT / "data" / "reference").rglob("*.csv")


def _latest(council, month):
    folders = sorted(path for path in (council.folder / "settings").glob("????-??") if path.name <= month)
    if not folders:
        raise Refused(f"{council.key}'s settings", f"none in force in {periods.long_name(month)}",
                      "a folder named for the first month it holds for, such as settings/2015-04", "add one with a settings.toml and a lines.csv")
    return folders[-1]


def _policies(path):
    """The policies that settings.toml states, by their name in Settings. Raises Refused with every problem of the file at once."""
    said = dict(_flat(authorities.declared(path))) if path.is_file() else {}
    problems = [problem for name, value in said.items() if (problem := _doubt(name, value))]
    if problems:
        raise Refused(_place(path), "; ".join(problems), f"these settings and no others: {', '.join(POLICIES)}, and {WINDOWS[:-1]} with a month for each list by its key",
                      "correct the file and run again")
    windows = {name.removeprefix(WINDOWS): said.pop(name) for name in list(said) if name.startswith(WINDOWS)}
    policies = {POLICIES[name][0]: tuple(value) if isinstance(value, list) else value for name, value in said.items()}
    return {**policies, "complete_from": windows}


def _flat(sections):
    for section, held in sections.items():
        if isinstance(held, dict):
            yield from ((f"{section}.{name}", value) for name, value in held.items())
        else:
            yield section, held


def _doubt(name, value):
    """What is wrong with a setting, in words; nothing when all is well."""
    if name.startswith(WINDOWS):
        return _window_doubt(name, name.removeprefix(WINDOWS), value)
    if name not in POLICIES:
        return f'there is no setting "{name}".{nearest(name, POLICIES)}'
    _, kind = POLICIES[name]
    if kind in KINDS:
        return "" if KINDS[kind](value) else f'{name} "{value}" is not {kind}'
    return "" if value in kind else f'{name} "{value}" is none of {", ".join(kind)}.{nearest(value, kind)}'


def _window_doubt(name, key, value):
    known = lists.all()
    if key not in known:
        return f'there is no list "{key}".{nearest(key, known)}'
    return "" if KINDS[A_MONTH](value) else f'{name} "{value}" is not {A_MONTH}'


def lines(path):
    """The lines of a scorecard, one row each in the file's order, with blanks filled from the declared measures.

    `chart` says `yes` where the dataset draws the line; `meaning` and `guidance` are words for its card. Thresholds are numbers in the
    measure's unit. Raises Refused with every problem of the file at once.
    """
    if not path.is_file():
        return pd.DataFrame(columns=LINE_COLUMNS)
    table = _table(path)
    missing = [column for column in LINE_COLUMNS if column not in (*table.columns, *OPTIONAL)]
    problems = [f"no column {', '.join(missing)}"] if missing else list(_problems(table))
    if problems:
        raise Refused(_place(path), "; ".join(problems), "a line a row, each of a declared measure", "correct the file and run again")
    return _filled(table.assign(**{column: "" for column in OPTIONAL if column not in table.columns}))


def _table(path):
    try:
        return pd.read_csv(StringIO(authorities.text(path)), dtype=str, keep_default_na=False)
    except (pd.errors.EmptyDataError, pd.errors.ParserError) as problem:
        raise Refused(_place(path), f"the file cannot be read ({str(problem).strip()})", "a CSV file with a heading over every column",
                      "correct the file and run again") from problem


def _problems(table):
    known = service_areas.measures()
    for number, line in enumerate(table.itertuples(), start=2):
        if line.measure not in known:
            yield f'row {number}: no measure "{line.measure}".{nearest(line.measure, known)}'
        yield from (f'row {number}: column {column} "{getattr(line, column)}" is none of {", ".join(BASES)}'
                    for column in ("basis", "judged") if getattr(line, column) not in ("", *BASES))
        if line.good_is not in ("", *GOOD_IS):
            yield f'row {number}: good is "{line.good_is}", none of {", ".join(GOOD_IS)}'
        if line.target not in SHAPES:
            yield f'row {number}: target "{line.target}" is none of {", ".join(filter(None, SHAPES))}'
        yield from (f'row {number}: column {column} "{getattr(line, column)}" is no number'
                    for column in SHAPES.get(line.target, ()) if not _is_number(getattr(line, column)))
        if getattr(line, "chart", "") not in ("", "yes"):
            yield f'row {number}: chart "{line.chart}" is neither yes nor blank'
        yield from (f'row {number}: column {column} names no measure "{getattr(line, column)}"' for column in ("year_to_date", "past_years")
                    if getattr(line, column) not in ("", "yes", *known))
    yield from (f'code "{code}" stands {count} times' for code, count in table.code.value_counts().items() if count > 1)


def _is_number(words):
    return pd.notna(pd.to_numeric(words, errors="coerce"))


def _filled(table):
    measures = table.measure.map(service_areas.measures())
    filled = table.assign(basis=table.basis.where(table.basis != "", [measure.natural_basis for measure in measures]),
                          good_is=table.good_is.where(table.good_is != "", [measure.good_is for measure in measures]),
                          **{column: pd.to_numeric(table[column], errors="coerce") for column in NUMBERS})
    filled["judged"] = filled.judged.where(filled.judged != "", filled.basis)
    return filled.assign(year_to_date=_named(filled, "year_to_date"), past_years=_named(filled, "past_years"))


def _named(table, column):
    """`yes` stands for the line's own measure."""
    return table[column].where(table[column] != "yes", table.measure)


def _place(path):
    return "/".join(path.parts[-4:])
