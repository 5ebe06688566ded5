from lib import categories, service_areas
from lib.measures import HIGH, IN_MONTH, LOW, NEITHER, PERCENT, ROLLING_12, Series


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


def test_a_share_by_source_is_of_all_sources_and_a_progression_of_its_own():
    shares = [service_areas.measure(key) for key in ("contacts_share_percent", "referrals_share_percent")]
    progression = service_areas.measure("contacts_progressed_to_referral_percent")

    assert all(share.share and share.breakdowns == ("source",) for share in shares)
    assert not progression.share


def test_contacts_and_referrals_are_judged_by_the_clock_and_by_the_working_day_alike():
    judged = {key: service_areas.measure(f"{key}_percent") for key in (
        "contacts_decided_in_24_hours", "contacts_decided_in_1_working_day",
        "referrals_decided_in_24_hours", "referrals_decided_in_1_working_day")}

    assert {measure.good_is for measure in judged.values()} == {HIGH}
    assert all(measure.denominator == key.partition("_")[0] for key, measure in judged.items())


def test_what_is_shown_of_sources_holds_of_every_authority():
    shown = service_areas.topic("sources").shows

    assert {series.category for series in shown} <= set(categories.ORDERS["source"])


def test_the_number_of_rereferrals_is_judged_by_its_share_alone():
    assert service_areas.measure("rereferrals").good_is == NEITHER


def test_rates_of_referrals_are_of_twelve_months():
    rates = [service_areas.measure(key) for key in ("referrals_rate", "rereferrals_rate", "referrals_to_assessment_rate")]

    assert {rate.natural_basis for rate in rates} == {ROLLING_12}
