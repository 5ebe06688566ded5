"""No figure depends on how returns are laid out: the order of rows, columns and sheets, names, extra columns, spellings, kinds of file."""

import csv
import random
import string
from dataclasses import replace
from datetime import datetime, time
from functools import cache

import hypothesis
import pandas as pd
import pytest
from hypothesis import strategies
from openpyxl import Workbook
from tests.herefordshire_2020_03 import build_returns, days, write
from tests.returns import old_formats

from lib import quantities, returns, settings
from lib.contracts import lists
from lib.contracts.lists import DATE, TIME

MONTH = build_returns.MONTH
FIGURE = ["measure", "breakdown", "category", "basis", "month", "value"]
FEWEST, MOST, CHILDREN = 8, 40, 14              # rows of a list, and the children all of whose rows are wanted
OTHERS_TOO = 4                                  # rows of other children at least
TOLD_FROM = {"contacts": "2020-01", "workflow_steps": "2020-01", "visits": "2020-02", "children_in_need": "2020-01"}
LAST_HEADER = 20                                # the row by which a header must stand
EPOCH = datetime(1899, 12, 30)
DAYS = ("%d/%m/%Y", "%Y-%m-%d", "%d %B %Y", "%d-%b-%y", "%d.%m.%Y")
XLSX, CSV = "xlsx", "csv"
OTHERS = {"ods": old_formats.save_ods, "xls": old_formats.save_xls, "xlsb": old_formats.save_xlsb}
MOST_APART = 2                                  # lists saved in files of their own that take a process each to read
REMARKS = ("Drawn from the case system", "OFFICIAL - SENSITIVE", "Annex A, as at the month's end", "Please do not sort", 43_921)
UNVISITED = "CP & Court 3"                      # a team none of whose children is due a visit in the months that visits are told of
FEW = hypothesis.settings(max_examples=5, deadline=None, database=None, phases=[hypothesis.Phase.generate])


@cache
def rows():
    """Some rows of every list: those of the children that stand in most of them, and as many others as are wanted."""
    whole = build_returns.rows()
    met = pd.Series([child for made in whole.values() for child in {row.get("child") for row in made} if child]).value_counts()
    wanted = set(met.sort_index().sort_values(ascending=False, kind="stable").index[:CHILDREN])
    return {key: _some(made, wanted) for key, made in whole.items()}


def _some(made, wanted):
    chosen = [row for row in made if row.get("child") in wanted][:MOST - OTHERS_TOO]
    others = [row for row in made if row not in chosen]
    return chosen + days.spread(min(max(FEWEST - len(chosen), OTHERS_TOO), len(others)), others)


def counted(folder):
    """The figures of the returns in a folder, rounded as sums of parts may be, and the rows used of each list."""
    in_force = settings.in_force("herefordshire", MONTH)
    rules = replace(in_force, authority=replace(in_force.authority, folder=folder), complete_from=TOLD_FROM, fingerprint=())
    received = returns.read(rules)
    figures = quantities.count(received, rules)[FIGURE].round({"value": 9})
    used = received.files.query("list != ''").groupby("list").rows_used.sum()
    return figures.sort_values(FIGURE).reset_index(drop=True), used.to_dict()


@pytest.fixture(scope="module")
def workplace(tmp_path_factory):
    """A folder to lay returns out in, which also holds what is remembered meanwhile."""
    folder = tmp_path_factory.mktemp("returns")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WORKBOOK_CACHE", str(folder / "cache"))
        yield folder


@pytest.fixture(scope="module")
def plain(workplace):
    """The figures and rows used of the returns as the builders write them: a sheet a list, in one workbook."""
    write.workbook(month_of(workplace / "plain") / "lists.xlsx", sheets(), ("Notes",))
    return counted(workplace / "plain")


def sheets(**others):
    """A sheet a list, as the builders write it, of the same rows or of others."""
    return {key: write.table(build_returns.columns(each), others.get(key, rows()[key])) for key, each in lists.all().items()}


def test_rows_of_every_list_are_counted(plain):
    figures, used = plain

    assert used == {key: len(held) for key, held in rows().items()}
    assert (figures.value > 0).sum() > 500


@FEW
@hypothesis.given(strategies.integers(0, 2 ** 32))
def test_no_figure_depends_on_how_the_returns_are_laid_out(workplace, plain, number):
    folder = workplace / str(number)
    Clerk(number).save(month_of(folder))

    figures, used = counted(folder)

    assert used == plain[1]
    assert differing(figures, plain[0]).empty


def test_no_figure_depends_on_which_row_of_a_list_comes_first(workplace, plain):
    plans = sorted(rows()["child_protection_plans"], key=lambda row: row["team"] != UNVISITED)
    write.workbook(month_of(workplace / "first") / "lists.xlsx", sheets(child_protection_plans=plans), ("Notes",))

    figures, _ = counted(workplace / "first")

    assert plans[0]["team"] == UNVISITED
    assert differing(figures, plain[0]).empty


def test_headings_of_several_lines_in_the_twentieth_row_of_a_csv_are_those_of_a_list(workplace, plain):
    folder = month_of(workplace / "csv")
    whole = sheets()
    (header, *body), above = whole.pop("reviews"), [["Drawn from the case system, as at the month's end"]] * (LAST_HEADER - 1)
    save_text(folder / "reviews.csv", [*above, [said.replace(" ", "\n") for said in header], *body], "\t")
    write.workbook(folder / "lists.xlsx", whole, ("Notes",))

    figures, used = counted(workplace / "csv")

    assert used == plain[1]
    assert differing(figures, plain[0]).empty


def differing(figures, others):
    """The figures that are not the same in both, side by side."""
    both = figures.merge(others, on=FIGURE[:-1], how="outer", suffixes=("", "_plain"))
    return both[both.value != both.value_plain]


def month_of(folder):
    made = folder / "returns" / MONTH
    made.mkdir(parents=True, exist_ok=True)
    return made


def save_workbook(path, sheets):
    book = Workbook(write_only=True)
    for name, cells in sheets.items():
        sheet = book.create_sheet(name)
        for row in cells:
            sheet.append(row)
    book.save(path)


def save_text(path, cells, delimiter):
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(cells)


class Clerk:
    """Someone who lays out the same rows another way each time, by a number that says which."""

    def __init__(self, number):
        self.random = random.Random(number)
        self.apart = 0

    def save(self, folder):
        """Every list, whole or in two parts, as sheets of some workbooks or as files of their own."""
        parts = [(lists.all()[key], part) for key, held in rows().items() for part in self._parts(held)]
        self.random.shuffle(parts)
        books = [{} for _ in range(self.random.randint(2, 4))]
        for definition, part in parts:
            kind = self._kind()
            if kind == XLSX:
                self._place(books, definition, part)
            else:
                self._save_apart(folder, kind, self._sheet(definition, part, kind))
        for book in filter(None, books):
            save_workbook(folder / self._name(XLSX), book)

    def _place(self, books, definition, part):
        self.random.choice(books)[self._name()[:31]] = self._sheet(definition, part, XLSX)

    def _save_apart(self, folder, kind, cells):
        if kind == CSV:
            return save_text(folder / self._name(CSV), cells, self.random.choice(",;\t"))
        self.apart += 1
        return OTHERS[kind](folder / self._name(kind), cells, self._name()[:31])

    def _kind(self):
        kind = self.random.choice([XLSX] * 4 + [CSV] * 2 + list(OTHERS))
        return kind if kind not in OTHERS or self.apart < MOST_APART else XLSX

    def _parts(self, held):
        mixed = self.random.sample(held, len(held))
        cut = self.random.randint(1, len(mixed) - 1) if self.random.random() < 0.3 else len(mixed)
        return [part for part in (mixed[:cut], mixed[cut:]) if part]

    def _name(self, ending=""):
        """A name of nothing that is in it, and of none other."""
        words = self.random.choice(("Book", "Sheet ", "Kinder", "list-", "Final (v2) ", "été & co "))
        name = f"{words}{''.join(self.random.choices(string.ascii_lowercase + string.digits, k=9))}"
        return f"{name}.{ending}" if ending else name

    def _sheet(self, definition, held, kind):
        """The rows of a sheet: remarks, the header, the rows, all with columns in some order and some that the list has not."""
        order = [*build_returns.columns(definition), *[None] * self.random.randint(0, 3)]
        self.random.shuffle(order)
        above = [[self.random.choice(REMARKS)] if self.random.random() < 0.7 else []
                 for _ in range(self.random.choice((0, 0, 1, 4, LAST_HEADER - 1)))]
        body = [[self._cell(column, row, kind) for column in order] for row in held]
        header = [self._heading(column) for column in order]
        return [*above, header, *body] if kind in (XLSX, CSV) else [_filled(row) for row in (*above, header, *body)]

    def _heading(self, column):
        if column is None:
            return self.random.choice(("Looked at by", "Local remark", "Week", ""))
        said = self.random.choice((str, str.upper, str.lower, str.title))(column.title)
        spaced = said.replace(" ", self.random.choice((" ", "  ", "\u00a0", "\n")))
        return self.random.choice(("", " ", "\n")) + spaced + self.random.choice(("", " "))

    def _cell(self, column, row, kind):
        if column is None:
            return self.random.choice(("seen", 7, "a b c", "31/03/2020", ""))
        cell = row.get(column.key)
        if cell in ("", None):
            return self.random.choice(("", "  ", "NULL")) if column.blank and self.random.random() < 0.2 else None
        if column.kind in (DATE, TIME):
            return self._moment(cell, kind)
        return self._code(column, cell) if lists.codes(column) else cell

    def _moment(self, day, kind):
        moment = day if isinstance(day, datetime) else datetime.combine(day, time())
        clock = self.random.choice((" %H:%M", " %H:%M:%S")) if isinstance(day, datetime) or self.random.random() < 0.1 else ""
        words = [*(f"{day}{clock}" for day in DAYS), f"%Y-%m-%d{clock.replace(' ', 'T')}"]
        found = [*(moment.strftime(each) for each in words), (moment - EPOCH).total_seconds() / 86_400]
        return self.random.choice([*found, *[day] * 6] if kind == XLSX else found)

    def _code(self, column, cell):
        code = next(code for code in lists.codes(column) if code.key == lists.code(column, cell))
        letter = self.random.choice(string.ascii_lowercase)
        said = [code.key, code.title, *code.spellings, f"{code.key} {code.title}", f"{letter}) {code.key}", f"{letter}) {code.title}"]
        found = [self.random.choice((str, str.upper, str.lower))(each) for each in said]
        found += [int(code.key)] if code.key.isdigit() and str(int(code.key)) == code.key else []
        found += [f"{code.key}: {code.title}", f"{code.key} - {code.title}"] if lists.HEAD.fullmatch(f"{code.key}: {code.title}") else []
        return self.random.choice(found)


def _filled(row):
    """A row for the writers of other kinds of file, that know text and numbers."""
    return ["" if cell is None else cell for cell in row]
