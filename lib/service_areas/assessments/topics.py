"""The pages on assessments, and what each of them shows."""

from lib.measures import ROLLING_12, Series, Topic

TOPICS = (
    Topic(
        key="assessments_started",
        title="Assessments started",
        definition=(
            "When a referral suggests that a child may be in need, or at risk of significant harm, a social worker "
            "assesses what the child needs: by seeing the child, talking with the family and asking those who know "
            "them. The number started shows the demand that is being met. More is not better or worse in itself."
        ),
        shows=(
            Series("assessments_started"),
            Series("assessments_started_rate", ROLLING_12),
        ),
    ),
    Topic(
        key="assessments_completed",
        title="Assessments completed",
        definition=(
            "An assessment should take no longer than the child can wait. National guidance allows 45 "
            "working days from referral to the end; that is a limit, not an aim. Those finished "
            "show how timely the work was; those still open and already late show what is to come."
        ),
        shows=(
            Series("assessments_completed_in_time_percent"),
            Series("assessments_open_over_45_days"),
        ),
    ),
    Topic(
        key="assessment_outcomes",
        title="Outcomes of assessments",
        definition=(
            "An assessment ends in a decision: social care stays involved, the family is passed to early help or another agency, "
            "the child turns out to be another council's, or nothing more is needed. The shares show whether assessments reach "
            "the families who need them. They need not add up to 100, because some have another outcome or none recorded."
        ),
        shows=(
            Series("assessments_ongoing_involvement_percent"),
            Series("assessments_no_further_action_percent"),
            Series("assessments_step_down_percent"),
            Series("assessments_out_of_area_percent"),
        ),
    ),
    Topic(
        key="assessments_open",
        title="Assessments awaiting completion",
        definition=(
            "Every assessment still open is a family waiting to know. Most are within their time; those past 45 working days are the late "
            "assessments of the months to come, and the teams that hold them are where help is needed now."
        ),
        shows=(
            Series("assessments_open"),
            Series("assessments_open_over_45_days_percent", parts="numerator"),
        ),
    ),
    Topic(
        key="children_seen",
        title="Assessments by team, and children seen soon",
        definition=(
            "An assessment begins with the child. How soon the social worker sees and speaks with them shows whether a referral was met as "
            "a worry about a person or as a form to fill. A young person may be on holiday, or not born yet, so all is not to be expected."
        ),
        shows=(
            Series("assessments_completed"),
            Series("assessments_child_seen_in_3_days_percent", parts="numerator"),
        ),
    ),
    Topic(
        key="exploitation_assessments",
        title="Assessments of exploitation",
        definition=(
            "Where somebody fears that a young person is being exploited, sexually, for carrying drugs or for other crime, their risk is "
            "assessed by itself, often beside an assessment of the family. The number shows how often that is recognised, not how often it "
            "happens."
        ),
        shows=(
            Series("exploitation_assessments_completed"),
        ),
    ),
    Topic(
        key="initial_assessments",
        title="Initial assessments",
        definition=(
            "Until single assessments took their place, a social worker first made an initial assessment: within ten working days, "
            "whether the child was in need and what should happen next. Some ended there, some led on to a core assessment or to a "
            "strategy discussion. The page is kept for the months in which they were made."
        ),
        shows=(
            Series("initial_assessments_completed"),
            Series("initial_assessments_completed_rate", ROLLING_12),
            Series("initial_assessments_in_time_percent", parts="numerator"),
            Series("initial_assessments_late"),
            Series("initial_assessments_no_further_action_percent", parts="numerator"),
            Series("initial_assessments_to_strategy_discussion_percent"),
            Series("initial_assessments_outcome_not_recorded"),
        ),
    ),
    Topic(
        key="core_assessments",
        title="Core assessments",
        definition=(
            "Where an initial assessment was not enough, a core assessment looked in depth at what the child needed and what the "
            "parents could give, and was to be finished within 35 working days. Like initial assessments they gave way to single ones, "
            "and the page is kept for the months in which they were made."
        ),
        shows=(
            Series("core_assessments_completed"),
            Series("core_assessments_completed_rate", ROLLING_12),
            Series("core_assessments_in_time_percent", parts="numerator"),
        ),
    ),
)
