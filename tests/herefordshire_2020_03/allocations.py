"""Who works in which team, by label: the teams as child-level lists call them, and as the tables of caseloads and of supervision do."""

# Labels of workers by team as tables of caseloads call it: those who hold cases, in the order in which they are numbered.
NUMBERS = {
    "Assessment Team 1": range(1, 7), "Assessment Team 2": range(7, 11), "Assessment Team 3": range(11, 13),
    "Child Protection & Court Team 1": range(13, 18), "Child Protection & Court Team 2": range(18, 27),
    "Child Protection & Court Team 3": range(27, 34), "Children With Disabilities (CSW only)": range(34, 41),
    "Children and Young People's LAC Team 1": range(41, 49), "Children and Young People's LAC Team 2": range(49, 55),
    "16+ Team Allocated worker": range(55, 62), "16+ Team PA": (*range(62, 65), *range(67, 72)), "MASH": range(65, 67),
    "Other": range(72, 73)}

# The team of a table of caseloads that is meant by a child's team, and by one of the table of supervision.
TEAMS = {"CP & Court 1": "Child Protection & Court Team 1", "CP & Court 2": "Child Protection & Court Team 2",
         "CP & Court 3": "Child Protection & Court Team 3", "CWD": "Children With Disabilities (CSW only)",
         "LAC Team 1": "Children and Young People's LAC Team 1", "LAC Team 2": "Children and Young People's LAC Team 2",
         "16+ Team": "16+ Team Allocated worker", "Children with Disabilities": "Children With Disabilities (CSW only)"}


def workers(team):
    """The labels of a team's workers, whichever of its names it is called by.

    >>> workers("Assessment Team 3"), workers("CWD")[0]
    (['Worker 11', 'Worker 12'], 'Worker 34')
    """
    return [f"Worker {number}" for number in NUMBERS[TEAMS.get(team, team)]]


def worker(team, turn):
    """One of a team's workers, each in turn."""
    labels = workers(team)
    return labels[turn % len(labels)]
