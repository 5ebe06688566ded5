import pytest

from lib.contracts import annex_a, lists

ALL = lists.all()
PERSON = "Child Unique ID | Gender | Ethnicity | Date of Birth | Age"

# As a council returned them in the 2020 layout, a line a sheet.
RETURNED = {
    "contacts": f"{PERSON} | Date of Contact | Contact Source",
    "early_help_assessments": f"{PERSON} | Assessment start date | Assessment completion date | Organisation completing assessment",
    "referrals": f"{PERSON} | Date of Referral | Referral Source | Referral NFA? | Number of Referrals in Last 12 Months | Allocated Team"
                 " | Allocated Worker",
    "assessments": f"{PERSON} | Does the Child have a Disability | Continuous Assessment Start Date | Child Seen During Continuous"
                   " Assessment"
                   " | Continuous Assessment Date of Authorisation | Was the child assessed as requiring LA children's social care support?"
                   " | Allocated Team | Allocated Worker",
    "section_47_enquiries": f"{PERSON} | Does the Child have a Disability | Strategy discussion initiating Section 47 Enquiry Start Date"
                            " | Was an Initial Child Protection Conference deemed unnecessary? | Date of Initial Child Protection"
                            " Conference"
                            " | Did the Initial Child Protection Conference Result in a Child Protection Plan"
                            " | Number of Section 47 Enquiries in the last 12 months | Number of ICPCs in the last 12 months"
                            " | Allocated Team | Allocated Worker",
    "children_in_need": f"{PERSON} | Does the Child have a Disability | CIN Start Date | Primary Need Code | Date Child Was Last Seen"
                        " | CIN Closure Date | Reason for Closure | Case Status | Allocated Team | Allocated Worker",
    "child_protection_plans": f"{PERSON} | Does the Child have a Disability | Child Protection Plan Start Date | Initial Category of Abuse"
                              " | Latest Category of Abuse | Date of the Last Statutory Visit | Was the Child Seen Alone?"
                              " | Date of latest review conference | Child Protection Plan End Date | Subject to Emergency Protection"
                              " Order or"
                              " Protected Under Police Powers in Last Six Months (Y/N) | Number of Previous Child Protection Plans"
                              " | Allocated Team | Allocated Worker",
    "looked_after_children": f"{PERSON} | Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)) | Does the Child"
                             " have a"
                             " Disability | Date Started to be Looked After | Child's Category of Need | Is this a second or subsequent"
                             " period of"
                             " being a Looked After Child within the last 12 months (Y/N) | Start date of current legal status"
                             " | Child's Legal Status | Date of Latest Statutory Review | Date of Last Social Work Visit"
                             " | What is the permanence plan for this child? | Date of Last IRO Visit / Contact to the Child"
                             " | Date of Last Health Assessment | Date of Last Dental Check | Number of Placements in the Last 12 months"
                             " | Date Ceased to be Looked After | Reason Ceased to be Looked After | Start Date of Most Recent Placement"
                             " | Placement Type | Placement Provider | Placement postcode | URN of Placement | Placement Location"
                             " | LA of Placement | Number of Episodes the Child has been \u2018Missing\u2019 from their Placement in the"
                             " last 12"
                             " months | Number of Episodes the Child has been \u2018Absent\u2019 from their Placement in the last 12 months"
                             " | Was the child offered a Return Interview after their last missing episode (Y/N)?"
                             " | Did the child accept a Return Interview after their last missing episode (Y/N)? | Allocated Team |"
                             " Allocated Worker",
    "care_leavers": f"{PERSON} | Does the Child have a Disability | Allocated Team | Allocated Worker | Eligibility Category | LA in Touch"
                    " | Type of Accommodation | Suitability of Accommodation | Activity Status",
    "children_for_adoption": "Child Unique ID | Family identifier | Gender | Ethnicity | Date of Birth | Age of Child (Years) | Does the"
                             " Child have"
                             " a Disability | Date the Child Entered Care | Date of Decision that Child Should be Placed for Adoption"
                             " | Date of Placement Order | Date of Matching Child and Prospective Adopters | Date Placed for Adoption"
                             " | Date of Adoption Order  | Date of Decision that Child Should No Longer be Placed for Adoption"
                             " | Reason Why Child No Longer Placed for Adoption"
                             " | Date the child was placed for fostering in FFA or concurrent planning placement",
    "adopters": "Individual adopter identifier | Family identifier | Gender | Ethnicity | Disability | Is the (prospective) adopter"
                " fostering for"
                " adoption? | Date enquiry received | Date Stage 1 started | Date Stage 1 ended | Date Stage 2 started | Date Stage 2 ended"
                " | Date application submitted | Date application approved | Date adopter matched with child(ren)"
                " | Date child/children placed with adopter(s) | No. of children placed | Date of Adoption Order | Date of leaving"
                " adoption process"
                " | Reason for leaving adoption process",
}
CARE_LEAVERS_OF_2024 = (
    "Child Unique ID | Gender | Ethnicity | Date of Birth | Age of Child (Years) | Unaccompanied Asylum Seeking Child (UASC), or formerly"
    " UASC if 18 or"
    " over (Y/N) | Does the Child have a Disability | Allocated Team | Allocated Worker | Allocated Personal Advisor | Eligibility Category"
    " | Latest Pathway Plan Review Date | LA in Touch | Latest Date of Contact | Type of Accommodation | Suitability of Accommodation"
    " | Activity Status")


CHANGES = {
    "capitals": str.upper,
    "small letters": str.lower,
    "spaces": lambda said: f"  {said.replace(' ', '  ')}\n",
    "hard spaces": lambda said: said.replace(" ", "\u00a0"),
    "curly quotes": lambda said: said.replace("'", "\u2019"),
    "accents": lambda said: said.replace("a", "á"),
    "quotes": lambda said: f'"{said}"',
}


def headers(line):
    return line.split(" | ")


@pytest.mark.parametrize("key", RETURNED)
def test_a_returned_sheet_is_recognised_and_all_its_columns_found(key):
    said = headers(RETURNED[key])

    found, _, positions = lists.recognise(said)

    assert found.key == key
    assert list(positions.values()) == list(range(len(said)))


@pytest.mark.parametrize("key", RETURNED)
@pytest.mark.parametrize("change", CHANGES)
def test_a_returned_sheet_is_recognised_however_its_headings_are_written(key, change):
    said = headers(RETURNED[key])

    assert lists.recognise([CHANGES[change](each) for each in said])[2] == lists.recognise(said)[2]


@pytest.mark.parametrize("heading", ["Age", "Age of Child (Years)", "Age of Child (years)", "AGE (Years)"])
def test_age_may_be_headed_in_many_ways(heading):
    said = [heading if each == "Age" else each for each in headers(RETURNED["contacts"])]

    assert lists.recognise(said)[2]["age"] == 4


@pytest.mark.parametrize("heading", [
    "Date of Referral", "Date of referral", "Referral Date", "Date of the referral", "Date Referral Received"])
def test_the_date_of_referral_may_be_headed_in_many_ways(heading):
    said = [heading if each == "Date of Referral" else each for each in headers(RETURNED["referrals"])]

    assert lists.recognise(said)[2]["date_of_referral"] == 5


def test_the_list_of_care_leavers_comes_in_thirteen_columns_and_in_seventeen():
    found, older, positions = lists.recognise(headers(RETURNED["care_leavers"]))
    _, newer, more = lists.recognise(headers(CARE_LEAVERS_OF_2024))

    assert (older, len(positions)) == ("2020", 13)
    assert (newer, len(more)) == ("2024", 17)
    assert [len(found.standing(layout)) for layout in annex_a.LAYOUTS] == [13, 17]
    assert sorted(set(more) - set(positions)) == ["asylum_seeking", "latest_contact", "pathway_plan_reviewed", "personal_adviser"]


def test_care_leavers_with_one_column_of_the_newer_layout_are_of_the_newer_layout():
    assert lists.recognise([*headers(RETURNED["care_leavers"]), "Latest Date of Contact"])[1] == "2024"


@pytest.mark.parametrize("each", annex_a.LISTS, ids=lambda each: each.key)
def test_a_list_names_its_publication_and_its_number(each):
    assert each.source.startswith("Ofsted, inspecting local authority children's services: child-level data")
    assert f"list {each.annex.removeprefix('A list ')};" in each.source


def test_a_list_says_how_far_back_its_definition_reaches():
    months = [each.window for each in annex_a.LISTS]

    assert months == [6, 6, 6, 6, 6, 6, 6, 6, 0, 12, 12]


@pytest.mark.parametrize("place, key", [
    ("contacts.sex b) Female", "F"), ("contacts.sex Female", "F"), ("contacts.sex F", "F"), ("contacts.sex a) Male", "M"),
    ("contacts.sex 1", "M"),
    ("contacts.sex c) Not stated/recorded", "U"), ("contacts.sex d) Neither", "I"),
    ("contacts.ethnicity a) WBRI", "WBRI"), ("contacts.ethnicity White British", "WBRI"),
    ("contacts.ethnicity WBRI - White British", "WBRI"),
    ("contacts.ethnicity s) NOBT", "NOBT"), ("contacts.ethnicity t) NOBT", "NOBT"), ("contacts.ethnicity s) REFU", "REFU"),
    ("contacts.ethnicity Gypsy/Roma", "WROM"), ("contacts.source q) 6: Police", "6"), ("contacts.source Police", "6"),
    ("contacts.source b) 1B: Individual", "1B"), ("contacts.source t) 9: Anonymous", "9"), ("contacts.source p1) 5D: LA services", "5D"),
    ("contacts.source Health services - A&E (accident and emergency department)", "3E"), ("contacts.source u) 10: Unknown", "10"),
    ("contacts.source HEALTH SERVICES \u2013 school nurse", "3C"), ("contacts.source Individual - self", "1C"),
    ("contacts.source Individual - acquaintance eg. neighbours / child minders", "1B"),
    ("contacts.source Health services - Other eg. hospice", "3F"),
    ("contacts.source Health services - Other primary health", "3D"), ("contacts.source Health services - General Practitioner (GP)", "3A"),
    ("referrals.source j) 3D: Health services", "3D"), ("referrals.source e) 2A: Schools", "2A"), ("referrals.source s) 8: Other", "8"),
    ("referrals.no_further_action No", "no"), ("assessments.disability a) Yes", "yes"), ("assessments.disability c) Unknown", "unknown"),
    ("children_in_need.primary_need N1 - Abuse or Neglect", "N1"), ("children_in_need.primary_need N2 - Child's disability", "N2"),
    ("children_in_need.reason_for_closure RC8 - Case closed after assessment, no further action", "RC8"),
    ("children_in_need.case_status c) Child in need plan", "child_in_need_plan"),
    ("children_in_need.case_status a) Looked after child", "looked_after"),
    ("child_protection_plans.latest_category Emotional abuse", "EMO"), ("child_protection_plans.latest_category a) Neglect", "NEG"),
    ("child_protection_plans.initial_category PHY", "PHY"), ("child_protection_plans.initial_category e) Multiple/not recommended", "MUL"),
    ("looked_after_children.legal_status C2: FCO", "C2"), ("looked_after_children.legal_status E1: Placement order", "E1"),
    ("looked_after_children.legal_status Interim care order", "C1"),
    ("looked_after_children.legal_status V2: Single period under S20", "V2"),
    ("looked_after_children.placement_type f) U6: Foster placement - not FFA", "U6"),
    ("looked_after_children.placement_type n) H5: Residential accommodation", "H5"),
    ("looked_after_children.placement_type zz) T4: Temporary placement - seven days or less", "T4"),
    ("looked_after_children.placement_provider e) PR4 - Private provision", "PR4"),
    ("looked_after_children.placement_provider b) PR1: Own provision", "PR1"),
    ("looked_after_children.reason_ceased k) E47: Special Guardianship Orders - relative/friend", "E47"),
    ("looked_after_children.reason_ceased E4A", "E4A"), ("looked_after_children.permanence_plan c) SGO/CAO", "guardianship"),
    ("looked_after_children.placement_location b) Out", "out"),
    ("care_leavers.eligibility b) Former relevant child", "former_relevant"), ("care_leavers.in_touch a) Yes", "YES"),
    ("care_leavers.in_touch f) Rhom", "RHOM"), ("care_leavers.accommodation Y: Other accommodation", "Y"),
    ("care_leavers.accommodation D: Semi-independent, transitional accommodation and self-contained accommodation", "D"),
    ("care_leavers.suitability a) Suitable", "suitable"), ("care_leavers.suitability b) Unsuitable", "unsuitable"),
    ("care_leavers.activity G5: Not in education, employment or training - other", "G5"),
    ("care_leavers.activity F1: Full time in higher education", "F1"),
    ("children_for_adoption.reason_reversed RD2", "RD2"), ("children_for_adoption.reason_reversed RD4 - Any other reason", "RD4"),
    ("adopters.reason_left 1", "1"), ("adopters.reason_left 2 - Process put on hold", "2")])
def test_codes_are_read_as_councils_spell_them(place, key):
    where, _, cell = place.partition(" ")
    each, _, column = where.partition(".")

    assert lists.code(ALL[each].column(column), cell) == key


@pytest.mark.parametrize("place", [
    "children_in_need.primary_need PSRMEM - Support with memory and cognition", "assessments.requires_support CS Assessment Updated",
    "contacts.source Health services", "contacts.source 3: Health services", "contacts.ethnicity Other",
    "care_leavers.suitability Suitable?No"])
def test_words_that_are_no_code_of_the_contract_are_not_guessed(place):
    where, _, cell = place.partition(" ")
    each, _, column = where.partition(".")

    assert lists.code(ALL[each].column(column), cell) is None


def test_special_guardianship_has_its_codes_of_every_year():
    codes = {code.key for code in ALL["looked_after_children"].column("reason_ceased").codes}

    assert {"E43", "E44", "E45", "E46", "E47", "E48"} <= codes


def test_an_unborn_child_has_a_day_of_birth_to_come():
    assert ALL["contacts"].column("date_of_birth").ahead
