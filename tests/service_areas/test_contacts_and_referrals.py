from lib import service_areas
from lib.measures import IN_MONTH, LOW, NEITHER, PERCENT, ROLLING_12, Series


def test_contacts_and_their_share_becoming_referrals_can_be_split_by_source():
    contacts = service_areas.measure("contacts")
    share = service_areas.measure("contacts_progressed_to_referral_percent")

    assert "source" in contacts.breakdowns
    assert "source" in share.breakdowns
    assert share.denominator == contacts.numerator


def test_more_referrals_are_neither_good_nor_bad_in_themselves():
    referrals = service_areas.measure("referrals")

    assert referrals.good_is == NEITHER


def test_rereferrals_are_one_measure_shown_for_the_month_and_for_twelve_months():
    rereferrals = service_areas.measure("rereferrals_percent")
    shown = service_areas.topic("referrals").shows

    assert (rereferrals.unit, rereferrals.good_is, rereferrals.benchmark) == (PERCENT, LOW, "ReReferral")
    assert Series("rereferrals_percent", IN_MONTH) in shown
    assert Series("rereferrals_percent", ROLLING_12) in shown


def test_deciding_within_48_hours_is_said_to_be_a_local_standard():
    decided = service_areas.measure("referrals_decided_in_48_hours_percent")

    assert "local standard" in decided.definition
