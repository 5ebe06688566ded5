"""The monthly figures of the worked example: those of the document, those that follow from it, and between them invented ones, marked as such.

The cards of June 2015 print June 2014 as well. What they print of it stands here too, so that they restate nothing that was only invented.
Where the two documents contradict each other it does not: of children on a plan, and of referrals, which this document counts more widely (308
in December, of 192 contacts taken on) and the cards count anew.
"""

MONTHS = ("2013-12", *(f"2014-{month:02}" for month in range(1, 13)))
DECEMBER, NOVEMBER, JUNE = "2014-12", "2014-11", "2014-06"
TAKEN, SOURCE = "days taken", "source"


class Series:
    """A measure's thirteen months, December 2013 to December 2014.

    `known` are those the document prints or that follow from what it prints, `on_cards` those that the cards of June 2015 print.
    """

    def __init__(self, measure, values, known, part="value", breakdown="", category="", why="", on_cards=()):
        self.measure, self.part, self.breakdown, self.category = measure, part, breakdown, category
        self.values, self.known, self.why, self.on_cards = dict(zip(MONTHS, values)), tuple(known), why, tuple(on_cards)


def one(measure, value, why, breakdown="", category="", part="value", month=DECEMBER):
    """A figure that the document gives for one month alone."""
    series = Series(measure, (), (month,), part, breakdown, category, why)
    series.values = {month: value}
    return series


PRINTED = "printed"
COUNTS = (
    Series("contacts", (402, 418, 425, 447, 436, 458, 465, 747, 588, 602, 611, 555, 421), ("2014-07", NOVEMBER, DECEMBER),
           why="July and December printed; November is the nearest to the printed fall of 24.09%", on_cards=(JUNE,)),
    Series("missing_child_notifications", (None,) * 11 + (3, 32), (NOVEMBER, DECEMBER),
           why="December printed; November's three are what the printed fall with notifications leaves; recorded apart since 5 November 2014"),
    Series("contacts_screened_same_working_day_percent", (398, 415, 422, 445, 434, 457, 465, 739, 582, 597, 606, 551, 372), (), "numerator",
           on_cards=(JUNE,)),
    Series("contacts_progressed_to_referral", (170, 183, 189, 203, 201, 214, 224, 321, 250, 255, 258, 238, 192), ("2014-07", DECEMBER),
           why="July and December are a pair that gives the printed fall of 40.19%", on_cards=(JUNE,)),
    Series("referrals", (262, 285, 292, 312, 306, 330, 342, 470, 372, 380, 391, 408, 308), (NOVEMBER, DECEMBER),
           why="158 is 51.3% of 308; November is the nearest to the printed fall of 24.50%"),
    Series("rereferrals", (70, 74, 76, 82, 80, 92, 97, 127, 99, 97, 99, 103, 84), (NOVEMBER, DECEMBER),
           why="a pair that gives the printed fall of 18.45%"),
    Series("referrals_to_assessment", (131, 160, 166, 176, 175, 190, 201, 165, 112, 117, 124, 131, 158), (NOVEMBER, DECEMBER),
           why="a pair that gives the printed rise of 20.61%", on_cards=(JUNE,)),
    Series("initial_assessments_completed", (128, 144, 150, 164, 172, 194, 215, 181, 166, 152, 139, 126, 151), (NOVEMBER, DECEMBER),
           why="the only pair that gives the printed rise of 19.84%", on_cards=(JUNE,)),
    Series("initial_assessments_in_time_percent", (83, 94, 97, 105, 109, 122, 135, 125, 124, 119, 112, 102, 113), (DECEMBER,), "numerator",
           why="151 less the 38 that were late", on_cards=(JUNE,)),
    Series("initial_assessments_late", (45, 50, 53, 59, 63, 72, 80, 56, 42, 33, 27, 24, 38), (DECEMBER,), why=PRINTED, on_cards=(JUNE,)),
    Series("initial_assessments_no_further_action_percent", (60, 69, 72, 79, 83, 94, 104, 90, 82, 75, 68, 62, 76), (DECEMBER,), "numerator",
           why="76 is 50.33% of 151"),
    Series("core_assessments_completed", (72, 84, 88, 92, 88, 90, 86, 103, 92, 95, 98, 85, 64), (NOVEMBER, DECEMBER),
           why="December printed; November gives the printed fall of 24.7%", on_cards=(JUNE,)),
    Series("core_assessments_in_time_percent", (31, 53, 61, 66, 65, 69, 67, 78, 68, 69, 70, 59, 26), (NOVEMBER, DECEMBER), "numerator",
           why="the only pair that gives the printed fall of 55.93%", on_cards=(JUNE,)),
    Series("strategy_discussions", (58, 62, 60, 66, 59, 61, 60, 64, 60, 61, 63, 67, 88), (NOVEMBER, DECEMBER),
           why="a pair that gives the printed rise of 31.34%", on_cards=(JUNE,)),
    Series("strategy_discussions_after_exploitation_assessment", (None,) * 11 + (5, 8), (DECEMBER,), why="printed; the assessment is new since 5 November 2014"),
    Series("strategy_discussions_to_section_47", (34, 35, 33, 35, 31, 29, 27, 30, 31, 30, 31, 30, 31), (), on_cards=(JUNE,)),
    Series("section_47_enquiries_started", (44, 42, 40, 43, 38, 37, 35, 38, 36, 35, 36, 35, 35), (),
           why="the twelve months of 2014 add up to 450, which gives the printed rate of 124.65"),
    Series("initial_conferences", (24, 26, 25, 28, 27, 25, 26, 20, 17, 17, 15, 14, 13), (DECEMBER,), why=PRINTED, on_cards=(JUNE,)),
    Series("initial_conferences_to_plan_percent", (21, 23, 22, 25, 23, 20, 20, 15, 12, 13, 12, 11, 10), (DECEMBER,), "numerator", why=PRINTED),
    Series("cp_plans_started", (21, 24, 22, 26, 24, 21, 21, 15, 12, 13, 12, 11), ()),
    Series("children_on_cp_plans", (221, 226, 231, 240, 248, 229, 210, 199, 190, 181, 172, 164), ("2014-04", "2014-06"),
           why="April and June are the nearest to the printed falls of 37.09% and 25.8%; December is counted from list 7"),
    Series("children_on_cp_plans_2_years_percent", (18, 18, 17, 17, 16, 15, 14, 12, 10, 8, 6, 4), (), "numerator",
           why="December is counted from list 7", on_cards=(JUNE,)),
    Series("cp_visits_in_time_percent", (452, 461, 470, 487, 502, 466, 444, 417, 398, 380, 362, 346, 330), (), "denominator", on_cards=(JUNE,)),
    Series("cp_visits_in_time_percent", (432, 440, 451, 468, 483, 446, 425, 398, 379, 362, 344, 267, 248), (), "numerator", on_cards=(JUNE,)),
    Series("children_looked_after_on_cp_plans", (11, 11, 10, 10, 9, 9, 8, 7, 7, 6, 5, 5, 4), (DECEMBER,), why=PRINTED),
    Series("child_protection_medicals", (14, 15, 13, 16, 15, 13, 14, 12, 11, 10, 10, 9, 6), ()),
    Series("children_looked_after", (241, 244, 247, 250, 253, 256, 260, 262, 264, 266, 268, 269, 271), ("2013-12", DECEMBER),
           why="271 gives the printed rate of 75.07, and 241 the printed rise of 12.45%", on_cards=(JUNE,)),
    Series("lac_long_term_stable_percent", (66, 67, 68, 72, 73, 71, 70, 71, 70, 71, 70, 71, 71), (), "numerator"),
    Series("lac_long_term_stable_percent", (103, 103, 103, 103, 103, 104, 104, 105, 105, 106, 106, 107, 107), (), "denominator"),
    Series("lac_three_or_more_placements_percent", (29, 28, 27, 23, 23, 25, 26, 26, 27, 27, 28, 28, 28), (), "numerator"),
    Series("lac_visits_in_time_percent", (195, 198, 203, 206, 210, 214, 219, 229, 236, 242, 247, 251, 257), (), "numerator", on_cards=(JUNE,)),
    Series("lac_visits_in_time_percent", (241, 244, 247, 250, 253, 256, 260, 262, 264, 266, 268, 269, 271), (), "denominator", on_cards=(JUNE,)),
    Series("lac_reviews", (48, 63, 60, 66, 54, 62, 59, 76, 41, 72, 78, 75, 46), (), on_cards=(JUNE,)),
    Series("lac_reviews_in_time_percent", (43, 55, 52, 57, 47, 54, 51, 70, 39, 68, 75, 73, 45), (DECEMBER,), "numerator",
           why="one less than were held", on_cards=(JUNE,)),
    Series("lac_reviews_late", (5, 8, 8, 9, 7, 8, 8, 6, 2, 4, 3, 2, 1), (DECEMBER,), why=PRINTED, on_cards=(JUNE,)),
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
