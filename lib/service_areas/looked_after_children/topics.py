"""The pages on looked after children: what their measures say together."""

from lib.measures import IN_MONTH, ROLLING_12, Series, Topic

TOPICS = (
    Topic(
        key="looked_after",
        title="Coming into and leaving care",
        definition=(
            "A looked after child is one in the council's care, because a court has ordered it or because "
            "the parents agree. The council then has the duties of a good parent. The number in care changes "
            "with how many come in, how many leave and how long they stay, so it is read together with those "
            "starting and those leaving, and with how many of these leave for a permanent family."
        ),
        shows=(
            Series("children_looked_after_rate"),
            Series("children_looked_after"),
            Series("children_starting_to_be_looked_after"),
            Series("children_ceasing_to_be_looked_after"),
            Series("lac_ceased_to_permanence_percent"),
        ),
    ),
    Topic(
        key="lac_reviews_and_visits",
        title="Looked after reviews and visits",
        definition=(
            "Each child's care plan is reviewed in a meeting led by an independent reviewing officer: first within 20 working "
            "days, again within three months, then at least every six. Between reviews a social worker must visit the child "
            "where the child lives. The law sets the longest gap between visits, and a council may set a shorter one."
        ),
        shows=(
            Series("lac_reviews_in_time_percent", parts="both"),
            Series("lac_visits_in_time_percent"),
            Series("lac_visits_in_time_local_standard_percent"),
        ),
    ),
    Topic(
        key="lac_health",
        title="Health of looked after children",
        definition=(
            "Many children come into care with health needs that nobody has met. The council must see that each child's "
            "health is assessed at least once a year, twice for those under five, and that their teeth are checked. "
            "Results can reach the record weeks after the appointment, so the latest month may rise when counted again."
        ),
        shows=(Series("lac_health_assessment_up_to_date_percent"), Series("lac_dental_check_up_to_date_percent")),
    ),
    Topic(
        key="lac_education",
        title="Education of looked after children",
        definition=(
            "A personal education plan is the part of a child's care plan that is about learning: how the child is doing, what "
            "would help and who will arrange it. The law requires one. School, social worker and carers make it with the child, and "
            "the council's virtual school oversees it. One measure asks whether there is a plan, the other whether it is recent."
        ),
        shows=(Series("lac_with_pep_percent"), Series("lac_with_up_to_date_pep_percent")),
    ),
    Topic(
        key="lac_participation",
        title="Taking part in reviews",
        definition=(
            "Decisions about a child's life should be made with the child. At each review it is recorded whether, and how, "
            "the child took part: in person, through an advocate, or by sending what they wanted to say. Reviews of children "
            "under four are left out. Younger and older children are shown apart, because they take part in different ways."
        ),
        shows=(Series("lac_review_participants_percent", breakdown="age"),),
    ),
    Topic(
        key="lac_visited",
        title="Children visited in time",
        definition=(
            "Between reviews a social worker visits each looked after child where the child lives, to see how they are and to hear "
            "them alone. This page counts children: of all who were due a visit by the end of the month, those who had been visited by the "
            "day it was due. The weekly list of visits due, which managers work from, is the same count a week at a time."
        ),
        shows=(Series("lac_visited_in_time_percent", parts="both"),),
    ),
    Topic(
        key="lac_leaving",
        title="Leaving care for a permanent family",
        definition=(
            "Most children who leave care go home, or grow up. For those who can do neither, adoption and special guardianship give a "
            "family in law: adopters become the child's parents, a special guardian, often a relative, brings the child up without "
            "the parents ceasing to be parents. This page sets both together beside all who left care in the period."
        ),
        shows=(Series("lac_ceased_by_guardianship_or_adoption_percent", parts="both"),),
    ),
    Topic(
        key="lac_reviews_held",
        title="Reviews held, and visits against the number of children",
        definition=(
            "How many reviews are held follows the number in care and the school terms. Over twelve months, and set against all "
            "children who live here, the number can be followed through years. Visits made in time are shown so as well because some "
            "reports do; a share of the visits due tells more."
        ),
        shows=(
            Series("lac_reviews"),
            Series("lac_reviews_rate", ROLLING_12),
            Series("lac_visits_in_time_rate", IN_MONTH),
        ),
    ),
)
