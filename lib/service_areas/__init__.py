"""The service areas, in the order a board reads them, and what they declare: quantities, measures and topics, found by key."""

from functools import cache
from importlib import import_module

from lib.errors import WorkbookError, nearest

AREAS = (
    "early_help",
    "contacts_and_referrals",
    "assessments",
    "section_47_and_conferences",
    "children_in_need",
    "child_protection",
    "looked_after_children",
    "placements",
    "adoption",
    "care_leavers",
    "workforce",
)


def area(key):
    """The module of one service area: its TITLE, QUANTITIES, MEASURES and TOPICS. Raises WorkbookError when there is no such area.

    >>> area("child_protection").TITLE
    'Child protection'
    """
    if key not in AREAS:
        raise _unknown("service area", key, AREAS)
    return import_module(f"{__name__}.{key}")


def titles():
    """Every service area's title by its key, in order.

    >>> titles()["section_47_and_conferences"]
    'Section 47 enquiries and conferences'
    """
    return {key: area(key).TITLE for key in AREAS}


def quantities():
    """Every declared quantity by its key. Raises WorkbookError when two declarations share a key.

    >>> quantities()["referrals"].kind
    'flow'
    """
    return dict(_gathered("QUANTITIES"))


def measures():
    """Every declared measure by its key, in the order of the areas. Raises WorkbookError when two declarations share a key.

    >>> list(measures())[0]
    'early_help_episodes_open'
    """
    return dict(_gathered("MEASURES"))


def measure(key):
    """One measure. Raises WorkbookError, with the nearest key there is, when none has that key.

    >>> measure("rereferrals_percent").denominator
    'referrals'
    """
    return _found("measure", key, _gathered("MEASURES"))


def topics(area_key):
    """One service area's topics, in the order of its pages. Raises WorkbookError when there is no such area.

    >>> [topic.key for topic in topics("adoption")]
    ['adoptions', 'adoption_stages']
    """
    return area(area_key).TOPICS


def topic(key):
    """One topic of any area. Raises WorkbookError, with the nearest key there is, when none has that key.

    >>> topic("caseloads").title
    'Caseloads'
    """
    return _found("topic", key, _gathered("TOPICS"))


def area_of(measure_key):
    """The key of the service area that declares a measure. Raises WorkbookError when no area does.

    >>> area_of("children_adopted")
    'adoption'
    """
    return _found("measure", measure_key, _homes())


def gathered(declared):
    """What several areas declare, in one dictionary by key. `declared` is each area's declarations by the area's key.

    Raises WorkbookError when two declarations share a key.

    >>> list(gathered({"adoption": area("adoption").TOPICS, "placements": area("placements").TOPICS}))
    ['adoptions', 'adoption_stages', 'placement_stability', 'placement_nights']
    """
    found = {}
    for area_key, items in declared.items():
        for item in items:
            if item.key in found:
                raise _repeated(area_key, item.key)
            found[item.key] = item
    return found


@cache
def _gathered(name):
    return gathered({key: getattr(area(key), name) for key in AREAS})


@cache
def _homes():
    return {declared.key: key for key in AREAS for declared in area(key).MEASURES}


def _found(kind, key, known):
    if key not in known:
        raise _unknown(kind, key, known)
    return known[key]


def _unknown(kind, key, known):
    return WorkbookError(
        where="The service areas",
        found=f'there is no {kind} "{key}".{nearest(key, known)}',
        expected=f"one of {', '.join(known)}",
        advice="Correct the key, or declare it in the service area it belongs to.",
    )


def _repeated(area_key, key):
    return WorkbookError(
        where=f"lib/service_areas/{area_key}.py",
        found=f'"{key}" is declared a second time',
        expected="each key declared once in one service area",
        advice="Remove one of the two declarations, or give it a key of its own.",
    )
