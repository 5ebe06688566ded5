"""LAIT's data dictionary: the items of children's social care, and how each is counted and judged."""

import pytest

from lib.publications import dictionaries, tables
from tests.publications import downloads
from tests.publications.downloads import load, said

PLANS = ("CPP_Num", "Child Protection", "Number of  children with plans ", "-", "Number CPP", "0", "Annual", "NA")


def dictionary(tmp_path, *rows, columns=downloads.DICTIONARY):
    return downloads.text(tmp_path / "dictionary.csv", [columns, *rows])


def items(loaded):
    return loaded.tables["items"].set_index("item")


def test_an_item_has_its_topic_title_unit_direction_and_decimals(folder, tmp_path):
    loaded = load(folder, dictionary(tmp_path, PLANS, ("SWVac", "Children's Services Workforce", "Vacancy rate", "Low", "% vacancies", "NA", "Annual (end of Sept)", "N")))

    assert items(loaded).loc["CPP_Num"].tolist() == ["child_protection", "Number of children with plans", "count", "neither", "0", "03", "yes", "lait-dictionary"]
    assert items(loaded).loc["SWVac"].tolist() == ["workforce", "Vacancy rate", "percent", "low", "1", "09", "no", "lait-dictionary"]


def test_other_topics_and_schools_results_are_counted_and_set_aside(folder, tmp_path):
    loaded = load(folder, dictionary(tmp_path, PLANS, ("InfMort", "Health and Wellbeing", "Infant mortality", "Low", "Rate", "NA", "Calendar Year", "NA"),
                                     ("LAC_KS2", "Children Looked After", "Reading at key stage 2", "High", "% achieving", "0", "Academic Year", "NA")))

    assert loaded.publications[0].rows[0].reason.value_counts().to_dict() == {"": 1, "not of children's social care": 1, "of schools' results": 1}


def test_an_item_described_twice_is_said(folder, tmp_path):
    loaded = load(folder, dictionary(tmp_path, PLANS, PLANS))

    assert said(loaded) == ['dictionary.csv, column "Measure_short": row 3: the item is described before. Expected one row an item. The first is used; see which is right.']


def test_an_unknown_polarity_is_said(folder, tmp_path):
    loaded = load(folder, dictionary(tmp_path, (*PLANS[:3], "Up", *PLANS[4:])))

    assert items(loaded).good_is["CPP_Num"] == "neither"
    assert said(loaded) == ['dictionary.csv, column "Polarity": row 2: the polarity is "Up". Expected High, Low, - or NA. It is taken for neither; see what was meant.']


def test_an_item_without_a_name_is_said(folder, tmp_path):
    loaded = load(folder, dictionary(tmp_path, PLANS, ("", *PLANS[1:])))

    assert said(loaded, "error")[0] == (
        'dictionary.csv, column "Measure_short": row 3: there is no short name. Expected the short name that LAIT\'s figures have. The row is set aside; ask the '
        "publisher or correct your copy of the file, and load it again.")


def test_the_newer_dictionary_describes_an_item_whichever_is_loaded_last(folder, tmp_path):
    columns = (*downloads.DICTIONARY, "Last Update")
    newer = dictionary(tmp_path, (*PLANS, "46082"), columns=columns)
    older = downloads.text(tmp_path / "older.csv", [columns, (*PLANS[:2], "Plans", *PLANS[3:], "45000")])

    load(folder, newer)
    loaded = load(folder, older)

    assert items(loaded).title["CPP_Num"] == "Number of children with plans"
    assert items(loaded).source["CPP_Num"] == "lait-dictionary-2026-03"


@pytest.mark.parametrize("item, unit", [("Work_Force_AvgNumCase_SW", "average"), ("Emotional_LAC", "average"), ("Work_Force_SWAbsence", "percent"), ("Work_Force_NoSW", "count"),
                                        ("CareApplications", "per_10000"), ("CPP_Abuse_Rate", "per_10000"), ("10_ICPC", "count"), ("LACHealth%", "percent")])
def test_units_of_the_committed_items(item, unit):
    assert tables.read()["items"].set_index("item").unit[item] == unit


def test_every_committed_item_has_a_topic_of_the_dictionarys():
    assert set(tables.read()["items"].topic) == set(dictionaries.TOPICS.values())
