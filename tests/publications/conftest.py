"""Tables to load into: a folder that knows Rotherham, Herefordshire and three items, and one with the cuts of every publication."""

import pytest

from lib.publications import councils, tables
from tests.publications import downloads


@pytest.fixture
def folder(tmp_path):
    """Tables that know two councils, Yorkshire, England and the items of referrals, and hold no figures."""
    held = tables.empty()
    held["authorities"] = councils.merged(tables.frame("authorities"), [tables.frame("authorities", [
        {"authority": code, "ons": ons, "name": name, "region": region, "source": "la-codes", "ons_before": ""}
        for code, ons, name, region in (("372", "E08000018", "Rotherham", "982"), ("884", "E06000019", "Herefordshire", "984"),
                                        ("982", "", "Yorkshire and the Humber", ""), ("970", "", "England", ""))]).fillna("")])
    held["items"] = tables.frame("items", [(item, "child_protection", title, unit, "neither", decimals, "03", "yes", "lait-dictionary-2026-04")
                                           for item, title, unit, decimals in (("CPP_Total_NumRef", "Referrals", "count", "0"),
                                                                               ("CPP_Total_Rateper10,000", "Referrals per 10,000", "per_10000", "1"),
                                                                               ("ReReferral", "Re-referrals", "percent", "1"))])
    tables.write(held, tmp_path / "reference")
    return tmp_path / "reference"


@pytest.fixture
def cuts(tmp_path):
    """The paths of the cuts of every publication."""
    return downloads.cuts(tmp_path / "downloads")
