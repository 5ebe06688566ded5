"""Lists of a month's folder and of the months before it, read together with the monthly figures."""

import pickle
from datetime import datetime
from types import SimpleNamespace

import hypothesis
import pytest
from hypothesis import strategies

from lib import returns
from lib.contracts import lists
from lib.errors import Finding, Refused
from lib.returns import child_level, folders
from tests.returns import annex_a, old_formats
from tests.returns.annex_a import child, contact, contacts
from tests.returns.conftest import LINES

FIGURES = [["code or key", "title", "2020-03"], ["2.1", None, 1041]]
ANNEX_A = {each.annex: annex_a.sheet_of(key, layout=next(iter(each.layouts), "")) for key, each in lists.all().items() if each.annex != lists.LOCAL}


@pytest.fixture
def council(council):
    council.month = "2020-03"
    return council


@pytest.fixture
def put(council):
    """Saves sheets, a mapping of names to rows, or the rows of a .csv, as a file of a month's folder."""
    def file(name, rows, month="2020-03"):
        folder = council.returns_folder / month
        folder.mkdir(parents=True, exist_ok=True)
        return annex_a.save(folder / name, rows) if isinstance(rows, dict) else annex_a.save_text(folder / name, rows)
    return file


def rules(received):
    return received.findings.rule.tolist()


def counts(received):
    return received.files[["file", "list", "rows_read", "rows_used", "rows_set_aside"]].values.tolist()


def test_the_lists_of_a_month_come_as_one_extract(put, read):
    put("annex a.xlsx", {"1": contacts(contact(1)), "3": annex_a.sheet_of("referrals", 2)})

    extract, = read().extracts

    assert (extract.month, extract.precedence, sorted(extract.frames)) == ("2020-03", 0, ["contacts", "referrals"])
    assert extract.rows("contacts")[["child", "file", "sheet", "row"]].values.tolist() == [[child(1), "2020-03/annex a.xlsx", "1", 2]]
    assert (extract.covers("contacts"), extract.covers("visits")) == (("2020-03",), ())
    assert extract.rows("visits").empty


def test_the_lists_of_annex_a_in_two_files_are_read_with_every_row_accounted_for(put, read):
    one, other = dict(list(ANNEX_A.items())[:6]), dict(list(ANNEX_A.items())[6:])
    put("one.xlsx", one)
    put("other.xlsx", other)

    received = read()

    assert len(received.extracts[0].frames) == 11
    assert received.files["list"].tolist() == [key for key, each in lists.all().items() if each.annex != lists.LOCAL]
    assert (received.files.rows_read == received.files.rows_used + received.files.rows_set_aside).all()
    assert {key: len(frame) for key, frame in received.extracts[0].frames.items()} == dict(zip(received.files["list"], received.files.rows_used))


def test_a_list_split_over_files_is_one_list_and_a_row_that_stands_in_two_is_set_aside_once(put, read):
    put("april.xlsx", {"A": contacts(contact(1), contact(2, ethnicity=None))})
    put("may.csv", contacts(contact(2), contact(3)))

    received = read()

    assert received.extracts[0].rows("contacts")[["child", "file"]].values.tolist() == [
        [child(1), "2020-03/april.xlsx"], [child(2), "2020-03/may.csv"], [child(3), "2020-03/may.csv"]]
    assert counts(received) == [["2020-03/april.xlsx", "contacts", 2, 1, 1], ["2020-03/may.csv", "contacts", 2, 2, 0]]
    again, = received.findings[received.findings.rule == "row repeated"].itertuples(index=False)
    assert f"{again.severity}: {Finding(*again)}" == (
        'warning: 2020-03/april.xlsx, sheet "A": a row repeats another (row 3; 1 of them says something else besides; 1 of them repeats a row of another '
        'file). Expected each "Child Unique ID", "Date of Contact" and "Contact Source" once. One of each is used, the one with the fewest blanks, and the '
        "others are set aside; take them out of the return.")


def test_rows_whose_codes_are_unknown_and_differ_do_not_repeat_each_other_across_files(put, read):
    put("one.xlsx", {"A": contacts(contact(1, source="Neighbour"))})
    put("two.xlsx", {"A": contacts(contact(1, source="Shop"))})

    assert read().files.rows_set_aside.sum() == 0


@pytest.mark.parametrize("ending, save", [("csv", annex_a.save_text), ("xls", old_formats.save_xls), ("xlsb", old_formats.save_xlsb),
                                          ("ods", old_formats.save_ods)])
def test_every_kind_of_file_gives_lists(put, read, ending, save):
    path = put("contacts.xlsx", {"A": contacts(contact(1))})
    save(path.with_suffix(f".{ending}"), contacts(contact(2)))

    received = read()

    assert received.extracts[0].rows("contacts").child.tolist() == [child(2), child(1)] if ending < "xlsx" else [child(1), child(2)]
    assert rules(received) == ["format not checked"]


def test_one_workbook_may_hold_a_list_and_monthly_figures(put, read):
    put("all.xlsx", {"Contacts": contacts(contact(1)), "Monthly figures": FIGURES})

    received = read()

    assert counts(received) == [["2020-03/all.xlsx", "contacts", 1, 1, 0], ["2020-03/all.xlsx", "", 1, 1, 0]]
    assert received.supplied.value.tolist() == [1041]
    assert received.findings.empty


def test_the_lists_of_a_month_come_before_its_monthly_figures_and_both_before_those_of_the_month_before(put, read):
    for month in ("2020-02", "2020-03"):
        put("contacts.xlsx", {"A": contacts(contact(1, when=datetime(2020, 2, 3)))}, month)
        put("figures.xlsx", {"A": [["code or key", "title", "2020-02"], ["2.1", None, 1041]]}, month)

    received = read()

    assert [(extract.month, extract.precedence) for extract in received.extracts] == [("2020-03", 0), ("2020-02", 2)]
    assert received.supplied[["file", "precedence"]].values.tolist() == [["2020-03/figures.xlsx", 1], ["2020-02/figures.xlsx", 3]]


def test_a_month_before_without_a_list_gives_no_extract_and_keeps_its_place(put, read):
    put("contacts.xlsx", {"A": contacts(contact(1))})
    put("figures.xlsx", {"A": [["code or key", "title", "2020-02"], ["2.1", None, 1041]]}, "2020-02")
    put("contacts.xlsx", {"A": contacts(contact(1, when=datetime(2020, 1, 3)))}, "2020-01")

    received = read()

    assert [(extract.month, extract.precedence) for extract in received.extracts] == [("2020-03", 0), ("2020-01", 3)]
    assert received.supplied.precedence.tolist() == [2]


def test_each_month_is_checked_by_its_own_end(put, read):
    put("contacts.xlsx", {"A": contacts(contact(1))})
    put("contacts.xlsx", {"A": contacts(contact(1, when=datetime(2020, 3, 2)), contact(2, when=datetime(2020, 2, 3)))}, "2020-02")

    found = read().findings

    assert found[["file", "rule"]].values.tolist() == [["2020-02/contacts.xlsx", "after the month's end"]]


def test_a_month_of_which_lists_alone_can_be_read_is_no_empty_month(put, read):
    put("contacts.csv", contacts())

    received = read()

    assert received.extracts == ()
    assert rules(received) == ["format not checked", "list without rows"]


def test_a_month_of_which_nothing_can_be_read_is_refused(put, read):
    put("minutes.csv", [["Minutes"], ["of a meeting"]])

    with pytest.raises(Refused) as refused:
        read()

    assert "2020-03/minutes.csv: no sheet has the header of monthly figures or of a list." in str(refused.value)


def test_each_list_says_for_which_months_it_is_complete(put, read, council):
    put("contacts.xlsx", {"A": contacts(contact(1), contact(2, when=datetime(2020, 2, 3))), "B": annex_a.sheet_of("referrals", 1)})
    council.complete_from = {"referrals": "2019-10"}

    received = read()

    assert received.files[["list", "complete_from", "complete_to"]].values.tolist() == [["contacts", "2020-02", "2020-03"], ["referrals", "2019-10", "2020-03"]]
    assert received.extracts[0].covers("referrals")[0] == "2019-10"


def test_a_list_without_a_row_is_as_if_it_had_not_been_returned_unless_the_settings_say_otherwise(put, read, council):
    put("lists.xlsx", {"A": contacts(), "B": annex_a.sheet_of("referrals", 1)})

    without = read().extracts[0]
    council.complete_from = {"contacts": "2020-03"}
    stated = read().extracts[0]

    assert (without.has("contacts"), stated.has("contacts")) == (False, True)
    assert (stated.rows("contacts").shape, stated.covers("contacts")) == ((0, 10), ("2020-03",))


def test_an_extract_can_be_pickled_with_its_frames(put, read):
    put("contacts.xlsx", {"A": contacts(contact(1))})
    extract = read().extracts[0]

    again = pickle.loads(pickle.dumps(extract))

    assert again.rows("contacts").equals(extract.rows("contacts"))


def test_frames_of_a_list_that_is_not_there_are_not_made_up(put, read):
    put("contacts.xlsx", {"A": contacts(contact(1))})
    frames = read().extracts[0].frames

    with pytest.raises(KeyError):
        frames["visits"]
    assert (list(frames), len(frames), "visits" in frames) == (["contacts"], 1, False)


def test_a_folder_is_read_once_whatever_month_is_asked_for(put, read, council, monkeypatch, tmp_path):
    monkeypatch.setenv("WORKBOOK_CACHE", str(tmp_path / "cache"))
    put("contacts.xlsx", {"A": contacts(contact(1, when=datetime(2020, 2, 3)))}, "2020-02")
    put("contacts.xlsx", {"A": contacts(contact(1))})
    opened = []
    take = folders.child_level.take
    monkeypatch.setattr(folders.child_level, "take", lambda book, found, name, month: opened.append(name) or take(book, found, name, month))

    first = read()
    council.month = "2020-02"
    second = read()

    assert opened == ["2020-03/contacts.xlsx", "2020-02/contacts.xlsx"]
    assert second.extracts[0].rows("contacts").equals(first.extracts[1].rows("contacts"))


def test_a_file_that_changes_is_read_again(put, read):
    put("contacts.xlsx", {"A": contacts(contact(1))})
    before = read()
    put("contacts.xlsx", {"A": contacts(contact(1), contact(2))})

    after = read()

    assert (len(before.extracts[0].rows("contacts")), len(after.extracts[0].rows("contacts"))) == (1, 2)
    assert before.extracts[0].fingerprint != after.extracts[0].fingerprint


def test_the_fingerprint_of_an_extract_changes_with_its_place_and_its_windows(put, read, council):
    put("contacts.xlsx", {"A": contacts(contact(1))})
    before = read().extracts[0].fingerprint
    council.complete_from = {"contacts": "2020-01"}

    assert read().extracts[0].fingerprint != before


def test_the_exceptions_of_every_file_are_kept_without_anything_of_a_child(put, read):
    put("one.xlsx", {"A": contacts(contact(1, when="n/k"))})
    put("two.xlsx", {"A": contacts(contact(1, sex="MARIGOLD"))})

    received = read()

    assert tuple(received.exceptions.columns) == child_level.EXCEPTIONS
    assert received.exceptions[["file", "row", "rule", "set_aside"]].values.tolist() == [
        ["2020-03/one.xlsx", 2, "not a date", True], ["2020-03/two.xlsx", 2, "unknown code", False]]
    assert "ZZ-" not in received.exceptions.to_csv() + received.findings.to_csv()
    assert "MARIGOLD" not in received.exceptions.to_csv() + received.findings.to_csv()


@hypothesis.settings(max_examples=15, deadline=None, suppress_health_check=[hypothesis.HealthCheck.function_scoped_fixture])
@hypothesis.given(strategies.lists(strategies.integers(0, 2), min_size=6, max_size=6), strategies.randoms(use_true_random=False))
def test_how_rows_are_split_over_files_and_what_those_are_called_changes_no_row(tmp_path, places, order):
    rows = [contact(1), contact(1, ethnicity=None), contact(2, sex="M"), contact(2, sex="M"), contact(3, sex="x"), contact(4, when="n/k")]
    names = order.sample(["a.xlsx", "b.csv", "c.xlsx"], 3)
    folder = tmp_path / f"{len(list(tmp_path.iterdir()))}" / "rotherham" / "returns" / "2020-03"
    folder.mkdir(parents=True)
    for place, name in enumerate(names):
        part = contacts(*[row for row, chosen in zip(rows, places) if chosen == place])
        annex_a.save(folder / name, {"S": part}) if name.endswith("x") else annex_a.save_text(folder / name, part)

    received = returns.read(SimpleNamespace(month="2020-03", lines=LINES, returns_folder=folder.parent, precedence=(), complete_from={}))

    frame = received.extracts[0].rows("contacts").sort_values("child")
    assert frame[["child", "sex", "ethnicity"]].values.tolist() == [[child(1), "F", "WBRI"], [child(2), "M", "WBRI"], [child(3), "", "WBRI"]]
    assert received.files[["rows_read", "rows_used", "rows_set_aside"]].sum().tolist() == [6, 3, 3]
    assert (received.files.rows_read == received.files.rows_used + received.files.rows_set_aside).all()


def test_a_list_that_will_not_open_is_a_finding_and_has_no_rows(put, read, council):
    put("contacts.xlsx", {"A": contacts(contact(1))})
    (council.returns_folder / "2020-03" / "more.ods").write_bytes(b"PK cut off")

    received = read()

    assert received.findings[["file", "rule"]].values.tolist() == [["2020-03/more.ods", "file not readable"]]
    assert received.files.file.tolist() == ["2020-03/contacts.xlsx"]


def test_returns_have_their_columns(put, read):
    put("contacts.xlsx", {"A": contacts(contact(1))})

    received = read()

    assert tuple(received.files.columns) == returns.FILES
    assert tuple(received.supplied.columns) == returns.SUPPLIED
    assert received.supplied.dtypes["precedence"] == "int64"
