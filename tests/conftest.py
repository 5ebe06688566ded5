"""What the tests share: the embedded example's edition, made once from its workbooks by the batch itself."""

import pytest


@pytest.fixture(scope="session")
def edition(tmp_path_factory):
    """The folder of the edition of Rotherham, December 2015, made for these tests."""
    from lib import month_end
    made, = month_end.run(month_end.plan(["rotherham"], ["2015-12"]), outputs=tmp_path_factory.mktemp("outputs"))
    assert made.state == "complete", [result.error for result in made.failed]
    return made.folder
