"""The pages on the workforce, and what each of them shows."""

from lib.measures import Series, Topic

TOPICS = (
    Topic(
        key="caseloads",
        title="Caseloads",
        definition=(
            "A caseload is the number of children for whom one social worker is responsible. With too many, visits are missed and "
            "children are not known; the right number depends on the work, so teams have limits of their own. The average says how "
            "a team stands, the highest whether one person is carrying too much. Both are counted on the last day of the month."
        ),
        shows=(
            Series("highest_caseload", breakdown="team"),
            Series("cases_per_social_worker_average", breakdown="team"),
        ),
    ),
    Topic(
        key="cases_by_team",
        title="Cases and workers by team",
        definition=(
            "Who holds the work: the cases of each team beside the people who hold them and the posts that were budgeted for. An average by "
            "post below the average by worker means that posts stand empty and others carry their cases. A social worker with more than 20 "
            "cases, or with more than part-time hours allow, is shown apart, because an average hides one person."
        ),
        shows=(
            Series("cases_allocated"),
            Series("cases_per_worker_average"),
            Series("social_workers_over_20_cases_percent", parts="both"),
        ),
    ),
    Topic(
        key="case_supervision",
        title="Supervision of cases",
        definition=(
            "In supervision a manager and a worker look at a child's case together: what is working, what is not, what comes next. It should "
            "happen every month or two. The longer ago it was, the more rests on one person's judgement alone."
        ),
        shows=(
            Series("cases_under_supervision"),
            Series("cases_supervised_in_3_months_percent", parts="both"),
        ),
    ),
    Topic(
        key="staff_supervision",
        title="Supervision of staff",
        definition=(
            "Everyone who works with children, and those who support them, should meet their manager each month to talk about their work, their "
            "learning and how they are. A month in which a team's supervisions lapse is often one in which it is under strain."
        ),
        shows=(Series("staff_supervised_percent", parts="both"),),
    ),
    Topic(
        key="people_in_post",
        title="Who is in post",
        definition=(
            "Children need workers who stay. Those whom the council employs, and those who come through an agency or for a while, are "
            "counted together and apart, as full-time equivalents on the last day of the month. A high interim share costs more and "
            "breaks more ties; how it differs between teams and roles says where recruiting is hardest."
        ),
        shows=(
            Series("workforce_permanent_fte"),
            Series("workforce_interim_fte"),
            Series("workforce_fte"),
            Series("workforce_interim_fte_percent"),
        ),
    ),
    Topic(
        key="posts_and_people",
        title="Posts budgeted for, and people in them",
        definition=(
            "The budget says how many posts there are; the current total says how many people are in post or have agreed to start. "
            "Above nought the difference is posts unfilled, below it people for whom there is no post. A council may carry interim "
            "workers over its budget on purpose while it recruits, so the sign alone is neither good nor bad."
        ),
        shows=(
            Series("establishment_fte"),
            Series("workforce_with_starters_fte"),
            Series("confirmed_starters_fte"),
            Series("establishment_variance_fte"),
        ),
    ),
)
