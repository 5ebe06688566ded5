"""Child protection: how many children are on a plan, for how long, how often again, and whether they are reviewed and visited."""

from lib.service_areas.child_protection import oversight, plans, quantities, topics

TITLE = "Child protection"
QUANTITIES = quantities.QUANTITIES
MEASURES = (*plans.MEASURES, *oversight.MEASURES)
TOPICS = topics.TOPICS
