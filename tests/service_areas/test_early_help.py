from lib import service_areas
from lib.measures import LOW, NEITHER, ROLLING_12, STOCK
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


def test_claims_are_supplied_since_families_have_no_list():
    claims = next(quantity for quantity in early_help.QUANTITIES if quantity.key == "family_support_claims")

    assert claims.rows is None
    assert service_areas.measure("family_support_claims").natural_basis == ROLLING_12


def test_a_return_to_social_care_is_judged_of_the_children_who_had_left_it():
    back = service_areas.measure("early_help_step_downs_stepped_up_again_percent")

    assert (back.denominator, back.good_is) == ("early_help_step_downs", LOW)
    assert "Counted once those twelve months have passed" in back.method


def test_what_begins_and_what_ends_is_shown_in_number_and_share_by_the_same_breakdowns():
    for key in ("early_help_episodes_started", "early_help_episodes_closed"):
        share = service_areas.measure(f"{key}_share_percent")

        assert share.share and share.breakdowns == service_areas.measure(key).breakdowns
