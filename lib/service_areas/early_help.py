"""Early help: support agreed with a family before its difficulties call for a social worker."""

from lib.measures import COUNT, FINANCIAL_YEAR, MONTH_END, NEITHER, Measure, Series, Topic, stock

TITLE = "Early help"

QUANTITIES = (
    stock("early_help_episodes_open"),
)

MEASURES = (
    Measure(
        key="early_help_episodes_open",
        title="Children with an open early help assessment or plan",
        unit=COUNT,
        numerator="early_help_episodes_open",
        bases=(MONTH_END, FINANCIAL_YEAR),
        good_is=NEITHER,
        definition=(
            "Children whose family is being helped under an early help assessment or plan on the last day of the "
            "month. There is no national count to set it beside: councils record early help in different ways."
        ),
        method=(
            "Episodes started by the last day of the month and not ended by "
            "it, from the early help list. No national definition exists."
        ),
        breakdowns=("locality",),
    ),
)

TOPICS = (
    Topic(
        key="early_help",
        title="Early help episodes",
        definition=(
            "Early help is support offered as soon as a difficulty shows, at any age from before birth to the teenage years. Schools, "
            "health visitors, family workers and others agree with the family what would help, and one of them holds the plan together. "
            "It is voluntary, and it comes before, or after, the work of a social worker: done well, fewer children need one."
        ),
        shows=(
            Series("early_help_episodes_open"),
        ),
    ),
)
