"""The monthly figures of the worked example: those of the document, those that follow from it, and between them invented ones, marked as such."""

MONTHS = ("2013-12", *(f"2014-{month:02}" for month in range(1, 13)))
DECEMBER, NOVEMBER = "2014-12", "2014-11"
TAKEN, SOURCE = "days taken", "source"


class Series:
    """A measure's thirteen months, December 2013 to December 2014; `known` are those the document prints or that follow from what it prints."""

    def __init__(self, measure, values, known, part="value", breakdown="", category="", why=""):
        self.measure, self.part, self.breakdown, self.category = measure, part, breakdown, category
        self.values, self.known, self.why = dict(zip(MONTHS, values)), tuple(known), why


def one(measure, value, why, breakdown="", category="", part="value", month=DECEMBER):
    """A figure that the document gives for one month alone."""
    series = Series(measure, (), (month,), part, breakdown, category, why)
    series.values = {month: value}
    return series


PRINTED = "printed"
COUNTS = (
    Series("contacts", (402, 455, 470, 512, 498, 561, 640, 747, 588, 602, 611, 555, 421), ("2014-07", NOVEMBER, DECEMBER),
           why="July and December printed; November is the nearest to the printed fall of 24.09%"),
    Series("missing_child_notifications", (None,) * 11 + (3, 32), (NOVEMBER, DECEMBER),
           why="December printed; November's three are what the printed fall with notifications leaves; recorded apart since 5 November 2014"),
    Series("contacts_screened_same_working_day_percent", (394, 447, 462, 505, 490, 554, 630, 735, 580, 594, 604, 548, 372), (), "numerator"),
    Series("contacts_progressed_to_referral", (170, 190, 198, 215, 209, 262, 290, 321, 250, 255, 258, 238, 192), ("2014-07", DECEMBER),
           why="July and December are a pair that gives the printed fall of 40.19%"),
    Series("referrals", (262, 300, 305, 330, 322, 398, 431, 470, 372, 380, 391, 408, 308), (NOVEMBER, DECEMBER),
           why="158 is 51.3% of 308; November is the nearest to the printed fall of 24.50%"),
    Series("rereferrals", (70, 76, 77, 82, 78, 101, 118, 127, 99, 97, 99, 103, 84), (NOVEMBER, DECEMBER),
           why="a pair that gives the printed fall of 18.45%"),
    Series("referrals_to_assessment", (131, 150, 152, 161, 158, 170, 176, 165, 112, 117, 124, 131, 158), (NOVEMBER, DECEMBER),
           why="a pair that gives the printed rise of 20.61%"),
    Series("initial_assessments_completed", (128, 140, 142, 155, 160, 178, 196, 181, 166, 152, 139, 126, 151), (NOVEMBER, DECEMBER),
           why="the only pair that gives the printed rise of 19.84%"),
    Series("initial_assessments_in_time_percent", (83, 94, 97, 108, 113, 128, 143, 134, 125, 116, 108, 99, 113), (DECEMBER,), "numerator",
           why="151 less the 38 that were late"),
    Series("initial_assessments_late", (45, 46, 45, 47, 47, 50, 53, 47, 41, 36, 31, 27, 38), (DECEMBER,), why=PRINTED),
    Series("initial_assessments_no_further_action_percent", (60, 67, 69, 75, 78, 88, 97, 90, 82, 75, 68, 62, 76), (DECEMBER,), "numerator",
           why="76 is 50.33% of 151"),
    Series("core_assessments_completed", (72, 98, 101, 104, 99, 107, 110, 103, 92, 95, 98, 85, 64), (NOVEMBER, DECEMBER),
           why="December printed; November gives the printed fall of 24.7%"),
    Series("core_assessments_in_time_percent", (31, 62, 69, 72, 69, 75, 77, 72, 65, 67, 69, 59, 26), (NOVEMBER, DECEMBER), "numerator",
           why="the only pair that gives the printed fall of 55.93%"),
    Series("strategy_discussions", (58, 62, 60, 66, 59, 64, 71, 69, 60, 61, 63, 67, 88), (NOVEMBER, DECEMBER),
           why="a pair that gives the printed rise of 31.34%"),
    Series("strategy_discussions_after_exploitation_assessment", (None,) * 11 + (5, 8), (DECEMBER,), why="printed; the assessment is new since 5 November 2014"),
    Series("strategy_discussions_to_section_47", (34, 35, 33, 36, 31, 34, 36, 33, 31, 30, 31, 30, 31), ()),
    Series("section_47_enquiries_started", (44, 40, 38, 41, 36, 39, 42, 38, 36, 35, 36, 34, 35), (),
           why="the twelve months of 2014 add up to 450, which gives the printed rate of 124.65"),
    Series("initial_conferences", (24, 26, 25, 28, 27, 22, 20, 19, 16, 17, 15, 14, 13), (DECEMBER,), why=PRINTED),
    Series("initial_conferences_to_plan_percent", (21, 23, 22, 25, 23, 18, 16, 15, 12, 13, 12, 11, 10), (DECEMBER,), "numerator", why=PRINTED),
    Series("cp_plans_started", (21, 24, 22, 26, 24, 18, 17, 15, 12, 13, 12, 11), ()),
    Series("children_on_cp_plans", (221, 226, 231, 240, 248, 229, 210, 199, 190, 181, 172, 164), ("2014-04", "2014-06"),
           why="April and June are the nearest to the printed falls of 37.09% and 25.8%; December is counted from list 7"),
    Series("children_on_cp_plans_2_years_percent", (9, 9, 9, 8, 8, 7, 6, 6, 5, 5, 4, 4), (), "numerator", why="December is counted from list 7"),
    Series("cp_visits_in_time_percent", (430, 441, 452, 468, 481, 447, 409, 390, 372, 351, 336, 318, 301), (), "denominator"),
    Series("cp_visits_in_time_percent", (370, 384, 398, 416, 433, 398, 360, 343, 331, 309, 299, 245, 226), (), "numerator"),
    Series("children_looked_after_on_cp_plans", (11, 11, 10, 10, 9, 9, 8, 7, 7, 6, 5, 5, 4), (DECEMBER,), why=PRINTED),
    Series("child_protection_medicals", (14, 15, 13, 16, 15, 13, 14, 12, 11, 10, 10, 9, 6), ()),
    Series("children_looked_after", (241, 243, 246, 248, 250, 253, 255, 258, 260, 263, 266, 268, 271), ("2013-12", DECEMBER),
           why="271 gives the printed rate of 75.07, and 241 the printed rise of 12.45%"),
    Series("lac_long_term_stable_percent", (66, 67, 68, 72, 73, 71, 70, 71, 70, 71, 70, 71, 71), (), "numerator"),
    Series("lac_long_term_stable_percent", (103, 103, 103, 103, 103, 104, 104, 105, 105, 106, 106, 107, 107), (), "denominator"),
    Series("lac_three_or_more_placements_percent", (29, 28, 27, 23, 23, 25, 26, 26, 27, 27, 28, 28, 28), (), "numerator"),
    Series("lac_visits_in_time_percent", (219, 221, 226, 229, 233, 236, 238, 243, 244, 248, 252, 253, 257), (), "numerator"),
    Series("lac_visits_in_time_percent", (241, 243, 246, 248, 250, 253, 255, 258, 260, 263, 266, 268, 271), (), "denominator"),
    Series("lac_reviews", (48, 71, 66, 74, 58, 69, 73, 76, 41, 72, 78, 75, 46), ()),
    Series("lac_reviews_in_time_percent", (45, 68, 64, 71, 56, 67, 71, 74, 40, 70, 76, 74, 45), (DECEMBER,), "numerator", why="one less than were held"),
    Series("lac_reviews_late", (3, 3, 2, 3, 2, 2, 2, 2, 1, 2, 2, 1, 1), (DECEMBER,), why=PRINTED),
    Series("early_help_episodes_started", (29, 33, 31, 36, 28, 34, 39, 37, 14, 30, 35, 32, 24), ()),
)

# Contacts of December by source: how many, and how many became a referral, from the printed shares of 421.
SOURCES = {
    "Police": (82, 36), "Children's social care": (80, 41), "Other local authorities": (53, 5), "Health services": (40, 18), "Schools": (33, 17),
    "Child and adolescent mental health services": (9, 6), "Ambulance service": (6, 4), "Adults' mental health services": (5, 2), "Probation": (2, 1),
    "Nurseries": (2, 2)}
REST, REST_OF_CONTACTS, REST_PROGRESSED = "Other sources", 109, 60     # what the printed ones leave of 421 and of 192

LATE = {"11 to 15 working days": 28, "16 to 21 working days": 9, "22 working days or more": 1}
CORE = {"35 working days or less": 26, "36 to 41 working days": 8, "42 to 50 working days": 12, "51 to 60 working days": 4, "61 working days or more": 14}
CORE_A_YEAR_BEFORE = {"35 working days or less": 31, "36 to 41 working days": 9, "42 to 50 working days": 5, "51 to 60 working days": 7,
                      "61 working days or more": 20}
A_YEAR_BEFORE = "36 to 41 working days"         # of that month the document prints this share alone


def series():
    """Every row of the sheet of monthly figures but those of staff and posts."""
    return [*COUNTS, *_sources(), *_days_taken()]


def _sources():
    for source, (received, progressed) in {**SOURCES, REST: (REST_OF_CONTACTS, REST_PROGRESSED)}.items():
        why = "what the printed sources leave" if source == REST else "from the printed shares"
        yield one("contacts", received, why, SOURCE, source)
        yield one("contacts_progressed_to_referral", progressed, why, SOURCE, source)


def _days_taken():
    yield from (one("initial_assessments_late", number, PRINTED, TAKEN, band) for band, number in LATE.items())
    for band, number in CORE.items():
        row = one("core_assessments_completed", number, "from the printed shares of 64" if band != "51 to 60 working days" else "what the others leave",
                  TAKEN, band)
        row.values["2013-12"] = CORE_A_YEAR_BEFORE[band]
        row.known = ("2013-12", DECEMBER) if band == A_YEAR_BEFORE else (DECEMBER,)
        yield row
