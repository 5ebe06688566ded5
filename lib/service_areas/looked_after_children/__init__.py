"""Looked after children: how many there are, and whether they are reviewed, visited, healthy, taught and heard."""

from lib.service_areas.looked_after_children import numbers, oversight, quantities, topics, wellbeing

TITLE = "Looked after children"
QUANTITIES = quantities.QUANTITIES
MEASURES = (*numbers.MEASURES, *oversight.MEASURES, *wellbeing.MEASURES)
TOPICS = topics.TOPICS
