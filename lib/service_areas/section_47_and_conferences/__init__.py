"""Section 47 enquiries and initial conferences: what is done when a child may be suffering significant harm."""

from lib.service_areas.section_47_and_conferences import measures, quantities, topics

TITLE = "Section 47 enquiries and conferences"
QUANTITIES = quantities.QUANTITIES
MEASURES = measures.MEASURES
TOPICS = topics.TOPICS
