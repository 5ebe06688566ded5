"""The columns that Annex A asks of a person in every list, and the codes they are answered in."""

from lib.contracts.lists import CODE, DATE, IDENTIFIER, NUMBER, TEXT, YES_NO, Code, Column

DEFINITION = "Ofsted, inspecting local authority children's services: child-level data, additional guidance and template for Annex A"
FACTS = ("headings and codes as the Annex A schemas of SocialFinanceDigitalLabs/liia-tools hold them (2020 and 2024), "
         "and how far back as the Annex A queries of data-to-insight/ssd-data-model state it")

HALF_A_YEAR, A_YEAR = 6, 12                          # months before the inspection that a list reaches back


def source(number):
    """Where the definition of a list comes from: the publication, the list's number in it, and who wrote out its columns."""
    return f"{DEFINITION}, list {number}; {FACTS}"


SEXES = (
    Code("F", "Female", ("girl", "woman", "2")),
    Code("M", "Male", ("boy", "man", "1")),
    Code("U", "Not stated or recorded", ("not stated", "not recorded", "not specified", "unknown", "not known", "unborn", "0", "9")),
    Code("I", "Neither", ("neither male nor female", "indeterminate")),
)

# Codes of the school census, as the children in need census and the SSDA903 return use them.
ETHNICITIES = (
    Code("WBRI", "White British", ("White - British", "White: English / Welsh / Scottish / Northern Irish / British")),
    Code("WIRI", "White Irish"),
    Code("WIRT", "Traveller of Irish heritage", ("Irish traveller", "White - Traveller of Irish heritage")),
    Code("WOTH", "Any other White background", ("White other", "Other White", "White - any other White background")),
    Code("WROM", "Gypsy or Roma", ("White - Gypsy/Roma", "Gypsy", "Roma")),
    Code("MWBC", "White and Black Caribbean", ("Mixed - White and Black Caribbean",)),
    Code("MWBA", "White and Black African", ("Mixed - White and Black African",)),
    Code("MWAS", "White and Asian", ("Mixed - White and Asian",)),
    Code("MOTH", "Any other Mixed background", ("Mixed other", "Other Mixed", "Mixed - any other Mixed background")),
    Code("AIND", "Indian", ("Asian - Indian", "Asian or Asian British - Indian")),
    Code("APKN", "Pakistani", ("Asian - Pakistani", "Asian or Asian British - Pakistani")),
    Code("ABAN", "Bangladeshi", ("Asian - Bangladeshi", "Asian or Asian British - Bangladeshi")),
    Code("AOTH", "Any other Asian background", ("Asian other", "Other Asian", "Asian or Asian British - any other Asian background")),
    Code("BCRB", "Caribbean", ("Black Caribbean", "Black or Black British - Caribbean")),
    Code("BAFR", "African", ("Black African", "Black or Black British - African")),
    Code("BOTH", "Any other Black background", ("Black other", "Other Black", "Black or Black British - any other Black background")),
    Code("CHNE", "Chinese", ("Asian - Chinese",)),
    Code("OOTH", "Any other ethnic group", ("Other ethnic group", "Other ethnic background")),
    Code("REFU", "Refused", ("Information refused", "Did not wish to be recorded")),
    Code("NOBT", "Information not yet obtained", ("Not obtained", "Not yet obtained", "Information not obtained", "Not known", "Not stated",
                                                  "Unknown")),
)

# Codes of the children in need census and the SSDA903 return.
NEEDS = (
    Code("N1", "Abuse or neglect", ("Abuse", "Neglect")),
    Code("N2", "Child's disability", ("Child's disability or illness", "Disability")),
    Code("N3", "Parental disability or illness", ("Parental illness or disability", "Parent's disability or illness")),
    Code("N4", "Family in acute stress", ("Acute stress",)),
    Code("N5", "Family dysfunction"),
    Code("N6", "Socially unacceptable behaviour"),
    Code("N7", "Low income"),
    Code("N8", "Absent parenting"),
    Code("N9", "Cases other than children in need"),
    Code("N0", "Not stated"),
)

CHILD = Column("child", "Child Unique ID", IDENTIFIER, spellings=(
    "Child ID", "Child identifier", "Child unique identifier", "Child's unique ID", "Unique child ID", "Child unique reference", "Child",
    "Person ID", "Client ID"))
SEX = Column("sex", "Gender", CODE, codes=SEXES, spellings=("Sex", "Child's gender", "Child's sex", "Gender of child", "Sex of child"))
ETHNICITY = Column("ethnicity", "Ethnicity", CODE, codes=ETHNICITIES, spellings=(
    "Ethnic origin", "Ethnic group", "Ethnicity code", "Child's ethnicity"))
# Of an unborn child it is the day of birth expected, which may be to come.
BORN = Column("date_of_birth", "Date of Birth", DATE, blank=True, ahead=True, spellings=(
    "DoB", "D.o.B.", "Birth date", "Child's date of birth", "Date of birth or expected date of birth"))
AGE = Column("age", "Age of Child (Years)", NUMBER, blank=True, spellings=("Age", "Age in years", "Child's age"))
DISABILITY = Column("disability", "Does the Child have a Disability", YES_NO, spellings=(
    "Disability", "Disabled", "Child has a disability", "Is the child disabled", "Has disability"))
TEAM = Column("team", "Allocated Team", TEXT, spellings=("Team", "Team name", "Case worker's team"))
WORKER = Column("worker", "Allocated Worker", IDENTIFIER, spellings=(
    "Allocated social worker", "Social worker", "Case worker", "Lead worker", "Worker", "Worker name"))

PERSON = (CHILD, SEX, ETHNICITY, BORN, AGE)
ALLOCATION = (TEAM, WORKER)
