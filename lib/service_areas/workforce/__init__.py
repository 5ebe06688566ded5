"""Workforce: how many children each social worker has to look after, and who is in post for the posts there are."""

from lib.service_areas.workforce import caseloads, posts, quantities, supervisions, topics

TITLE = "Workforce and caseloads"
QUANTITIES = quantities.QUANTITIES
MEASURES = (*caseloads.MEASURES, *supervisions.MEASURES, *posts.MEASURES)
TOPICS = topics.TOPICS
