"""Contacts and referrals: who tells social care about a child, how many are taken on, and how many come back."""

from lib.service_areas.contacts_and_referrals import contacts, referrals, topics

TITLE = "Contacts and referrals"
QUANTITIES = (*contacts.QUANTITIES, *referrals.QUANTITIES)
MEASURES = (*contacts.MEASURES, *referrals.MEASURES)
TOPICS = topics.TOPICS
