"""The front door of the worked example: lists 1 to 4, the workflow's steps up to the assessment, and early help episodes."""

from tests.herefordshire_2020_03 import assessing, contacts, early_help, exploitation, referring


def rows():
    """The rows of each list, by the list's key."""
    return {
        "contacts": contacts.rows(),
        "early_help_assessments": early_help.assessment_rows(),
        "referrals": referring.rows(),
        "assessments": assessing.rows(),
        "workflow_steps": [*contacts.steps(), *referring.steps(), *assessing.steps(), *exploitation.steps()],
        "early_help_episodes": early_help.episode_rows(),
    }


# Steps among the rows above that count among the strategy discussions of a month, none of which an enquiry followed: (child, day held).
STRATEGY_DISCUSSIONS = tuple((step["child"], step["finished"]) for step in assessing.strategy_discussions())
