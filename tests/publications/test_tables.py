"""The tables of `data/reference/`: read and written whole, in a fixed order; and what the committed ones hold."""

import pytest

from lib import reference
from lib.errors import WorkbookError
from lib.publications import kinds, tables

HELD = tables.read()


def value(item, year, authority):
    rows = HELD["values"]
    row = rows[(rows["item"] == item) & (rows.year == str(year)) & (rows.authority == authority)].iloc[0]
    return row.value or row.state, row.origin, row.source


def some():
    held = tables.empty()
    held["items"] = tables.frame("items", [(item, topic, "", "count", "neither", "0", "03", "yes", "lait-dictionary") for item, topic in (("CPP_Num", "child_protection"), ("LACnum", "looked_after_children"))])
    held["values"] = tables.frame("values", [("LACnum", "2025", "372", "475", "", "", "lait-2025"), ("CPP_Num", "2025", "372", "", "c", "", "lait-2025")])
    held["neighbours"] = tables.frame("neighbours", [("2025-05", "372", place, "332", "Close") for place in ("10", "2")])
    return held


def test_what_is_written_is_read_again(tmp_path):
    tables.write(some(), tmp_path / "reference")

    assert tables.files(tables.read(tmp_path / "reference")) == tables.files(some())


def test_values_stand_in_a_file_a_topic(tmp_path):
    tables.write(some(), tmp_path / "reference")

    assert (tmp_path / "reference" / "values" / "child_protection.csv").read_bytes() == (
        b"item,year,authority,value,state,origin,source\nCPP_Num,2025,372,,c,,lait-2025\n")


def test_places_are_in_the_order_of_numbers():
    assert tables.ordered("neighbours", some()["neighbours"]).place.tolist() == ["2", "10"]


def test_what_else_the_folder_holds_stays(tmp_path):
    tables.write(some(), tmp_path / "reference")
    (tmp_path / "reference" / "README.md").write_text("What this is.", encoding="utf-8")

    tables.write(some(), tmp_path / "reference")

    assert sorted(path.name for path in tmp_path.iterdir()) == ["reference"]
    assert (tmp_path / "reference" / "README.md").read_text(encoding="utf-8") == "What this is."


def test_a_table_of_fewer_columns_is_read_with_the_others_empty(tmp_path):
    (tmp_path / "items.csv").write_text("item,topic\nCPP_Num,child_protection\n", encoding="utf-8")

    assert tables.read(tmp_path)["items"].iloc[0].tolist() == ["CPP_Num", "child_protection", *[""] * 7]


def test_tables_that_cannot_be_put_in_place_leave_the_earlier_ones(tmp_path, monkeypatch):
    folder = tmp_path / "reference"
    tables.write(some(), folder)
    before = {path.name: path.read_bytes() for path in folder.rglob("*.csv")}
    rename = type(folder).rename

    def held(path, target):
        if path.name.endswith(".building"):
            raise PermissionError(13, "Permission denied")
        return rename(path, target)

    monkeypatch.setattr(type(folder), "rename", held)

    with pytest.raises(WorkbookError) as problem:
        tables.write({**some(), "values": tables.frame("values")}, folder)

    assert str(problem.value) == ("data/reference: the new tables cannot be put in place (Permission denied). Expected a folder that nothing has open. Close the programs that "
                                  "show its files and run again; the earlier tables stand.")
    assert {path.name: path.read_bytes() for path in folder.rglob("*.csv")} == before


# What the committed tables hold


def test_the_committed_tables_are_in_the_order_and_form_that_the_loader_writes():
    there = {path.relative_to(reference.home()).as_posix(): path.read_bytes() for path in reference.home().rglob("*.csv")}

    assert {name: text.encode("utf-8") for name, text in tables.files(HELD).items()} == there


@pytest.mark.parametrize("item, year, authority, expected", [
    ("CPP_Total_NumRef", 2024, "372", ("2672", "", "referrals-2025")),
    ("CPP_Total_Rateper10,000", 2024, "372", ("457.2", "", "lait-2025")),
    ("CPP_Total_NumRef", 2025, "372", ("2909", "", "referrals-2025")),
    ("CPP_Total_NumRef", 2024, "884", ("u", "", "referrals-2025")),             # LAIT has a bare dash
    ("CPPlans2yrsActive", 2025, "372", ("c", "", "plans-by-duration-2025")),    # and here too
    ("Continue_Assess_Comp", 2024, "970", ("84.5", "", "lait-2025")),
    ("Continue_Assess_Comp", 2024, "372", ("82.2", "", "lait-2025")),
    ("CP_conf_15days", 2024, "970", ("79.7", "", "lait-2025")),
    ("CP_conf_15days", 2024, "372", ("82.4", "", "lait-2025")),
])
def test_figures_that_are_published(item, year, authority, expected):
    assert value(item, year, authority) == expected


def test_the_rate_that_the_edition_of_2025_dropped():
    rate, origin, source = value("CPP_Total_Rateper10,000", 2025, "372")

    assert f"{float(rate):.1f}" == "488.7"
    assert (origin, source) in (("", "lait-2025"), ("recomputed", "referrals-2025"))


def test_the_rate_of_2024_was_restated():
    rows = HELD["restatements"]
    row = rows[(rows["item"] == "CPP_Total_Rateper10,000") & (rows.year == "2024") & (rows.authority == "372")]

    assert row[["was", "is", "was_source", "is_source"]].to_numpy().tolist() == [["459.9", "457.2", "referrals-2024", "lait-2025"]]


def test_there_are_153_authorities_today():
    councils = HELD["authorities"][HELD["authorities"].kind == "authority"]

    assert len(councils[councils.last_year == ""]) == 153
    assert dict(zip(councils.authority, councils.last_year))["928"] == "2021"
    assert councils.set_index("authority").loc["825", ["ons", "ons_before"]].tolist() == ["E06000060", "E10000002"]


def test_no_figure_is_negative_and_every_one_has_a_number_or_a_symbol():
    rows = HELD["values"]

    assert not rows.value.str.startswith("-").any()
    assert ((rows.value == "") != (rows.state == "")).all()


def test_every_figure_is_of_a_known_item_authority_and_source():
    rows = HELD["values"]

    assert set(rows["item"]) <= set(HELD["items"]["item"])
    assert set(rows.authority) <= set(HELD["authorities"].authority)
    assert set(rows.source) <= set(HELD["sources"].source)
    assert [source for source in HELD["sources"].source if kinds.of_source(source)[0] not in kinds.ALL] == []


def test_every_neighbour_and_every_judgement_is_an_authoritys():
    councils = set(HELD["authorities"].authority[HELD["authorities"].kind == "authority"])

    assert set(HELD["neighbours"].authority) | set(HELD["neighbours"].neighbour) | set(HELD["judgements"].authority) <= councils
    assert len(HELD["neighbours"][(HELD["neighbours"].model == "2025-05") & (HELD["neighbours"].authority == "372")]) == 10
