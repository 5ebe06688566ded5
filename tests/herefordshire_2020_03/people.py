"""Invented children: identifiers that nobody has, and births on Sundays, on which nothing else in the returns ever happens."""

from datetime import date, timedelta

SUNDAY = 6
ETHNICITIES = ("WBRI", "WBRI", "WBRI", "WBRI", "WBRI", "WBRI", "WBRI", "WOTH", "MWBC", "AOTH", "WBRI", "WROM", "WBRI", "MOTH", "WBRI", "BAFR")


def child(number, age, on, sex=""):
    """A child of an age in whole years on a day: identifier, sex, ethnicity, date of birth and age, as lists of Annex A ask them.

    The same number always gives the same child. The birthday is a Sunday in the year before that day, never the day itself.
    """
    back = 14 + (number * 37) % 330
    born = _on_a_sunday(_years_before(on, age) - timedelta(days=back))
    return {"child": f"ZZ-{number:06d}", "sex": sex or "FM"[number % 2], "ethnicity": ETHNICITIES[number % len(ETHNICITIES)],
            "date_of_birth": born, "age": age}


def _years_before(day, years):
    return date(day.year - years, day.month, min(day.day, 28))


def _on_a_sunday(day):
    return day - timedelta(days=(day.weekday() - SUNDAY) % 7)
