"""The tables of `data/reference/`: their files, columns and order, reading them whole, and putting new ones in place, all of them or none."""

import io
import shutil
from dataclasses import dataclass

import pandas as pd

from lib import reference
from lib.errors import WorkbookError

VALUES = "values"


@dataclass(frozen=True)
class Table:
    """A table: its columns, and those of them that order its rows and of which no two rows have the same."""

    columns: tuple
    key: tuple


KEYS = {"authorities": ("authority",), "items": ("topic", "item"), VALUES: ("item", "year", "authority"), "populations": ("authority", "mid_year"),
        "neighbours": ("model", "authority", "place"), "judgements": ("authority", "published"),
        "restatements": ("item", "year", "authority", "was"), "sources": ("source",)}
TABLES = {name: Table(tuple(reference.COLUMNS[name]), key) for name, key in KEYS.items()}
NUMBERS = ("place",)        # ordered by their size, not as words


def empty():
    """Every table without a row, by name: frames of words."""
    return {name: frame(name) for name in TABLES}


def frame(name, rows=()):
    """Rows (dictionaries, or tuples in the columns' order) as that table: a frame of words with its columns.

    >>> frame("populations", [("372", 2023, 58441, "", "ons-mid-year-2024")]).children.tolist()
    ['58441']
    """
    return pd.DataFrame(list(rows), columns=list(TABLES[name].columns), dtype="str")


def read(folder=None):
    """The tables of a folder as frames of words, by name; a table whose file is not there has no row."""
    folder = folder or reference.home()
    return {name: _read(name, sorted(folder.glob(f"{VALUES}/*.csv")) if name == VALUES else [folder / f"{name}.csv"]) for name in TABLES}


def _read(name, paths):
    columns = list(TABLES[name].columns)
    found = [pd.read_csv(path, dtype="str", keep_default_na=False) for path in paths if path.is_file()]
    return pd.concat(found, ignore_index=True).reindex(columns=columns, fill_value="") if found else frame(name)


def ordered(name, rows):
    """A table's rows in the order that they are kept in, its columns in theirs."""
    table = TABLES[name]
    size = {column: rows[column].str.zfill(4) if column in NUMBERS else rows[column] for column in table.key}
    return rows.loc[pd.DataFrame(size).sort_values(list(table.key), kind="stable").index, list(table.columns)].reset_index(drop=True).astype("str")


def files(tables):
    """The tables as the files they are kept in: text by the file's name under the folder, a topic's values in one of their own."""
    topics = tables["items"].set_index("item").topic
    values = ordered(VALUES, tables[VALUES])
    by_topic = {f"{VALUES}/{topic}.csv": rows for topic, rows in values.groupby(values["item"].map(topics))}
    others = {f"{name}.csv": ordered(name, tables[name]) for name in TABLES if name != VALUES}
    return {name: _csv(rows) for name, rows in {**others, **by_topic}.items()}


def _csv(rows):
    text = io.StringIO()
    rows.to_csv(text, index=False, lineterminator="\n")
    return text.getvalue()


def write(tables, folder=None):
    """Put the tables in place of those that stand, whole or not at all; what else the folder holds stays.

    Raises WorkbookError when a file of it is in use (Windows holds a folder whose files are open); the earlier tables then stand.
    """
    folder = folder or reference.home()
    build, aside = folder.with_name(f".{folder.name}.building"), folder.with_name(f".{folder.name}.earlier")
    try:
        _repair(folder, aside)
        _build(files(tables), folder, build)
        if folder.exists():
            folder.rename(aside)
        build.rename(folder)
        _repair(folder, aside)
    except OSError as problem:
        _repair(folder, aside)
        raise WorkbookError(f"data/{reference.FOLDER}", f"the new tables cannot be put in place ({problem.strerror})", "a folder that nothing has open",
                            "Close the programs that show its files and run again; the earlier tables stand.") from problem


def _build(texts, folder, build):
    shutil.rmtree(build, ignore_errors=True)
    shutil.copytree(folder, build, ignore=shutil.ignore_patterns("*.csv")) if folder.exists() else build.mkdir(parents=True)
    (build / VALUES).mkdir(exist_ok=True)
    for name, text in texts.items():
        (build / name).write_bytes(text.encode("utf-8"))


def _repair(folder, aside):
    """Finish or undo a swap that was interrupted: the earlier tables come back unless the new ones already stand."""
    if aside.exists() and not folder.exists():
        aside.rename(folder)
    shutil.rmtree(aside, ignore_errors=True)
