"""What a batch has to do, from small projects made for each test."""

import pytest
from tests import projects
from tests.projects import add

from lib import authorities, plans
from lib.errors import Refused


@pytest.fixture
def project(tmp_path, monkeypatch):
    return projects.make(tmp_path, monkeypatch)


def test_the_plan_has_every_notebook_but_the_explorer_and_the_summary_last(project):
    for name in ("summary", "explorer", "adoption", "workforce"):
        add(project, name)

    jobs = plans.plan(["somewhere"], ["2015-11", "2015-12"])

    assert [job.name for job in jobs] == ["somewhere 2015-11 adoption", "somewhere 2015-11 workforce", "somewhere 2015-11 summary",
                                          "somewhere 2015-12 adoption", "somewhere 2015-12 workforce", "somewhere 2015-12 summary"]
    assert [job.page for job in jobs[:3]] == ["adoption.html", "workforce.html", "index.html"]
    assert jobs[0].parameters == {"authority": "somewhere", "month": "2015-11", "audience": "internal"}


def test_an_unknown_notebook_is_refused_with_a_suggestion(project):
    add(project, "adoption")
    add(project, "workforce")

    with pytest.raises(Refused) as refused:
        plans.plan(["somewhere"], ["2015-12"], only=["adoptions"])

    assert str(refused.value) == ('--only: there is no notebook "adoptions". Expected one of adoption, workforce. Correct the name and run again. '
                                  "Did you mean adoption?")


def test_a_month_without_returns_is_refused_with_those_there_are(project):
    with pytest.raises(Refused) as refused:
        plans.months(authorities.find("somewhere"), "2015-11:2016-01")

    assert str(refused.value) == ("the returns of somewhere: none for 2016-01. Expected one of 2015-11, 2015-12. Put the month's workbooks in "
                                  "data/authorities/somewhere/returns/2016-01. Did you mean 2015-12?")


@pytest.mark.parametrize(("words", "meant"), [("2015-12", ["2015-12"]), ("2015-11:2015-12", ["2015-11", "2015-12"]), ("latest", ["2015-12"])])
def test_months_are_asked_for_one_by_one_as_a_range_or_as_the_latest(project, words, meant):
    assert plans.months(authorities.find("somewhere"), words) == meant


def test_a_range_that_ends_before_it_begins_is_refused(project):
    with pytest.raises(Refused) as refused:
        plans.months(authorities.find("somewhere"), "2015-12:2015-11")

    assert str(refused.value) == ('the months asked for: "2015-12:2015-11" ends before it begins. Expected the earlier month first. '
                                  "Write 2015-11:2015-12 and run again.")


def test_the_latest_of_no_months_is_refused(project):
    (project / "data" / "authorities" / "elsewhere").mkdir()
    (project / "data" / "authorities" / "elsewhere" / "authority.toml").write_text('name = "Elsewhere"', encoding="utf-8")

    with pytest.raises(Refused) as refused:
        plans.months(authorities.find("elsewhere"), "latest")

    assert str(refused.value) == ("the returns of elsewhere: none yet. Expected a folder for each month. "
                                  "Put workbooks in data/authorities/elsewhere/returns/2015-12.")


def test_a_council_that_states_no_code_has_no_profile_in_its_edition(project):
    for name in ("adoption", "profile", "summary"):
        add(project, name)
    coded = project / "data" / "authorities" / "coded"
    coded.mkdir()
    (coded / "authority.toml").write_text('name = "Coded"\n\n[codes]\nla = "101"', encoding="utf-8")

    assert [path.stem for path in plans.notebooks_of("somewhere")] == ["adoption", "summary"]
    assert [path.stem for path in plans.notebooks_of("coded")] == ["adoption", "profile", "summary"]


def test_a_profile_asked_for_of_a_council_that_states_no_code_is_refused(project):
    for name in ("adoption", "profile"):
        add(project, name)

    with pytest.raises(Refused) as refused:
        plans.plan(["somewhere"], ["2015-12"], only=["profile"])

    assert str(refused.value) == ('--only: somewhere states no code, so that nothing published can be set beside it. Expected codes.la, DfE\'s three digits, in '
                                  "authority.toml. Add it and run again.")
