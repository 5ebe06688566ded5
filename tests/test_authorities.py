"""Who an authority is, from folders made for each test."""

import pytest

from lib import authorities
from lib.errors import Refused


@pytest.fixture
def project(tmp_path):
    """A project's folder with two authorities: one with all there is to say, one with a name alone."""
    write(tmp_path, "eastshire", 'name = "Eastshire"\ncontact = "Performance team"\nbanner = "A worked example."\n\n[codes]\nla = "999"\n')
    write(tmp_path, "westshire", 'name = "Westshire"\n')
    (authorities.folder(tmp_path) / "not_one").mkdir()
    return tmp_path


def write(project, key, text, encoding="utf-8"):
    home = authorities.folder(project) / key
    home.mkdir(parents=True)
    (home / "authority.toml").write_text(text, encoding=encoding)


def refusal(key, project):
    with pytest.raises(Refused) as refused:
        authorities.find(key, project)
    return str(refused.value)


def test_a_folder_with_an_authority_toml_is_an_authority(project):
    assert authorities.known(project) == ["eastshire", "westshire"]


def test_an_authority_is_what_its_file_says(project):
    found = authorities.find("eastshire", project)

    assert (found.key, found.name, found.contact, found.banner) == ("eastshire", "Eastshire", "Performance team", "A worked example.")
    assert found.codes == {"la": "999"}


def test_what_the_file_leaves_out_is_empty(project):
    found = authorities.find("westshire", project)

    assert (found.contact, found.banner, found.codes) == ("", "", {})


def test_its_months_are_the_folders_of_its_returns_in_order(project):
    returns = authorities.folder(project) / "eastshire" / "returns"
    for name in ("2016-01", "2015-12", "old returns"):
        (returns / name).mkdir(parents=True)
    (returns / "2015-11").write_text("no folder")

    assert authorities.find("eastshire", project).months == ["2015-12", "2016-01"]


def test_an_authority_without_returns_has_no_months(project):
    assert authorities.find("westshire", project).months == []


def test_an_unknown_authority_is_refused_with_the_nearest_one(project):
    assert refusal("eastshir", project) == (
        'the authority asked for: "eastshir". Expected one of eastshire, westshire. '
        "Name a folder of data/authorities that has an authority.toml. Did you mean eastshire?")


def test_where_there_is_no_authority_yet_the_refusal_says_so(tmp_path):
    assert refusal("eastshire", tmp_path) == ('the authority asked for: "eastshire". Expected one of none yet. '
                                              "Name a folder of data/authorities that has an authority.toml.")


@pytest.mark.parametrize("key", ["", None, ".", "../authorities/eastshire", "Eastshire", "not_one"])
def test_only_a_folder_s_own_name_is_a_key(project, key):
    with pytest.raises(Refused):
        authorities.find(key, project)


def test_a_file_that_is_not_toml_is_refused_with_its_line(tmp_path):
    write(tmp_path, "eastshire", "name = Eastshire\n")

    assert refusal("eastshire", tmp_path) == (
        "eastshire/authority.toml: the file cannot be read: Invalid value (at line 1, column 8). "
        'Expected TOML in UTF-8, a line a setting such as name = "words". Correct it and run again.')


def test_a_file_without_a_name_is_refused(tmp_path):
    write(tmp_path, "eastshire", 'contact = "Performance team"\n')

    assert refusal("eastshire", tmp_path) == ("eastshire/authority.toml: it does not say what the authority is called. "
                                              'Expected a line such as name = "words". Add it and run again.')


def test_a_file_saved_with_the_mark_that_windows_puts_first_is_read(tmp_path):
    write(tmp_path, "eastshire", 'name = "Eastshire"\n', encoding="utf-8-sig")

    assert authorities.find("eastshire", tmp_path).name == "Eastshire"
