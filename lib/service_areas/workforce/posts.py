"""Measures of who is in post, permanent or interim, against the posts that are budgeted for."""

from lib.measures import COUNT, FINANCIAL_YEAR, LOW, MONTH_END, NEITHER, PERCENT, Measure

STANDING = (MONTH_END, FINANCIAL_YEAR)
PEOPLE = ("team", "role", "team | role")
POSTS = ("team",)

MEASURES = (
    Measure(
        key="workforce_fte",
        title="Workforce in post (FTE)",
        unit=COUNT,
        numerator="workforce_fte",
        bases=STANDING,
        good_is=NEITHER,
        definition="Everyone who works in children's social care at the end of the month, permanent and interim, as full-time equivalents.",
        method=(
            "Full-time equivalents of the workforce list in post on the last day of the month: a starter of that day counts, a leaver does "
            "not, and a virtual worker is nobody. Team and role are those of the return."
        ),
        breakdowns=PEOPLE,
        fractions=True,
    ),
    Measure(
        key="workforce_permanent_fte",
        title="Permanent workforce in post (FTE)",
        unit=COUNT,
        numerator="workforce_permanent_fte",
        bases=STANDING,
        good_is=NEITHER,
        definition="Those of the workforce whom the council itself employs, for good or for a fixed term, as full-time equivalents.",
        method="Full-time equivalents of permanent workers in post on the last day of the month; a fixed-term contract is permanent here.",
        breakdowns=PEOPLE,
        fractions=True,
    ),
    Measure(
        key="workforce_interim_fte",
        title="Interim workforce in post (FTE)",
        unit=COUNT,
        numerator="workforce_interim_fte",
        bases=STANDING,
        good_is=NEITHER,
        definition="Those of the workforce who come through an agency or for a time only, as full-time equivalents.",
        method="Full-time equivalents of interim and agency workers in post on the last day of the month.",
        breakdowns=PEOPLE,
        fractions=True,
    ),
    Measure(
        key="workforce_interim_fte_percent",
        title="Interim share of the workforce",
        unit=PERCENT,
        numerator="workforce_interim_fte",
        denominator="workforce_fte",
        bases=STANDING,
        good_is=LOW,
        definition=(
            "Of all who are in post, how many are interim. Agency workers fill gaps and cost more, and when one leaves, the children they "
            "know meet somebody new."
        ),
        method=(
            "Full-time equivalents of interim workers over those of all in post on the last day of the month, in the same team or "
            "role. The national figure is of social workers alone, each 30 September."
        ),
        breakdowns=PEOPLE,
        benchmark="Work_Force_Agecy_Rate",
    ),
    Measure(
        key="confirmed_starters_fte",
        title="Vacancies with a confirmed starter (FTE)",
        unit=COUNT,
        numerator="confirmed_starters_fte",
        bases=STANDING,
        good_is=NEITHER,
        definition="Posts that stand empty and for which somebody has agreed to start, as full-time equivalents.",
        method="Confirmed starters of the establishment list at the end of the month; a blank is none.",
        breakdowns=POSTS,
        fractions=True,
    ),
    Measure(
        key="workforce_with_starters_fte",
        title="Workforce in post and confirmed starters (FTE)",
        unit=COUNT,
        numerator="workforce_with_starters_fte",
        bases=STANDING,
        good_is=NEITHER,
        definition="Who is in post and who has agreed to start, together: the current total that is set against the budget.",
        method=(
            "Full-time equivalents of the workforce list in post on the last day of the month, with the confirmed starters of the "
            "establishment list."
        ),
        breakdowns=POSTS,
        fractions=True,
    ),
    Measure(
        key="establishment_fte",
        title="Budgeted posts (FTE)",
        unit=COUNT,
        numerator="establishment_fte",
        bases=STANDING,
        good_is=NEITHER,
        definition="Posts that the council has budgeted for, filled or not, as full-time equivalents.",
        method="Budgeted full-time equivalents of all posts of the establishment list at the end of the month.",
        breakdowns=POSTS,
        fractions=True,
    ),
    Measure(
        key="establishment_variance_fte",
        title="Budgeted posts less the current total (FTE)",
        unit=COUNT,
        numerator="establishment_variance_fte",
        bases=STANDING,
        good_is=NEITHER,
        definition=(
            "How far the workforce falls short of the posts budgeted for. Below nought there are more people than posts: interim workers "
            "brought in beside permanent ones, or a team that has outgrown its budget."
        ),
        method=(
            "Budgeted full-time equivalents of the establishment list, less those of the workforce list in post on the last day of "
            "the month and less the confirmed starters."
        ),
        breakdowns=POSTS,
        fractions=True,
    ),
)
