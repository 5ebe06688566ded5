from lib.measures import NEITHER, STOCK
from lib.service_areas import early_help


def test_open_episodes_are_counted_at_the_months_end():
    episodes = early_help.MEASURES[0]

    assert episodes.natural_basis == "month_end"
    assert early_help.QUANTITIES[0].kind == STOCK


def test_more_early_help_is_neither_good_nor_bad_in_itself():
    episodes = early_help.MEASURES[0]

    assert episodes.good_is == NEITHER


def test_no_national_figure_is_claimed_for_early_help():
    episodes = early_help.MEASURES[0]

    assert episodes.benchmark == ""
    assert "no national count" in episodes.definition
