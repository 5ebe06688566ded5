"""Assessments: how many children a social worker assesses, how long it takes, and what follows."""

from lib.service_areas.assessments import quantities, single_assessments, topics, two_stages

TITLE = "Assessments"
QUANTITIES = quantities.QUANTITIES
MEASURES = (*single_assessments.MEASURES, *two_stages.MEASURES)
TOPICS = topics.TOPICS
