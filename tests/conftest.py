"""What the tests share: the embedded examples' editions, each made once from its workbooks by the batch itself."""

import pytest


@pytest.fixture(scope="session")
def edition(tmp_path_factory):
    """The folder of the edition of Rotherham, December 2015, made for these tests."""
    return made("rotherham", "2015-12", tmp_path_factory)


@pytest.fixture(scope="session")
def herefordshire(tmp_path_factory):
    """The folder of the edition of Herefordshire, March 2020, made for these tests."""
    return made("herefordshire", "2020-03", tmp_path_factory)


def made(authority, month, tmp_path_factory):
    """The folder of an edition, which must have come out complete."""
    from lib import month_end, plans
    edition, = month_end.run(plans.plan([authority], [month]), outputs=tmp_path_factory.mktemp("outputs"))
    assert edition.state == "complete", [result.error for result in edition.failed]
    return edition.folder
