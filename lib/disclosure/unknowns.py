"""Which unknown numbers follow from sums that are known: those to which the sums leave no freedom at all."""

import numpy as np
from scipy.linalg import cho_factor, cho_solve

SAMPLES = 3             # directions tried at once in which the unknowns may move; one that moves in none of them is known
STILL = 1e-6            # of a movement: less is none
STEADY = 1e-9           # added to the sums' own products, which are not independent of each other
ROUNDS = 4              # in which a movement is freed from what the sums forbid


def known(lines):
    """The unknowns that a reader can work out. Each line is {unknown: sign}, a sum of them that he knows.

    >>> sorted(known([{"a": 1, "b": 1}, {"b": 1, "c": 1}, {"c": 1}]))
    ['a', 'b', 'c']
    >>> known([{"a": 1, "b": 1}, {"b": 1, "c": 1}])
    set()
    """
    moves = _movements(lines)
    return {unknown for unknown, move in moves.items() if np.abs(move).max() < STILL}


def _movements(lines):
    """How each unknown moves when all of them move at random but for what the sums forbid."""
    of = {}
    for place, line in enumerate(lines):
        for unknown in line:
            of.setdefault(unknown, set()).add(place)
    order = _one_line_only(lines, of)
    random = np.random.default_rng(0)
    moves = {unknown: random.standard_normal(SAMPLES) for unknown in of}
    for group in _linked(lines, of):
        moves |= dict(zip(group, _freed(lines, of, group, np.array([moves[unknown] for unknown in group]))))
    for unknown, place in reversed(order):
        others = sum(sign * moves[other] for other, sign in lines[place].items() if other != unknown)
        moves[unknown] = -others / lines[place][unknown] if np.ndim(others) else np.zeros(SAMPLES)
    return moves


def _one_line_only(lines, of):
    """The unknowns that stand in one line alone, each with its line: they take up what the others leave, so the line binds nobody else.

    They and their lines are taken out of `of`, which may leave others in one line alone.
    """
    order, waiting = [], [unknown for unknown, places in of.items() if len(places) == 1]
    while waiting:
        unknown = waiting.pop()
        if len(of.get(unknown, ())) != 1:
            continue
        place, = of.pop(unknown)
        order.append((unknown, place))
        for other in lines[place].keys() & of.keys():
            of[other].discard(place)
            if len(of[other]) == 1:
                waiting.append(other)
    return order


def _linked(lines, of):
    """The unknowns that still stand in a line, in groups that no line links: each can be looked at by itself."""
    seen = set()
    for first in of:
        if first in seen or not of[first]:
            continue
        group, waiting = [], [first]
        seen.add(first)
        while waiting:
            group.append(waiting.pop())
            near = {other for place in of[group[-1]] for other in lines[place] if other in of} - seen
            seen |= near
            waiting += near
        yield sorted(group)


def _freed(lines, of, core, moves):
    """The movements of the unknowns that stand in several lines, without what those lines forbid."""
    places = {place: row for row, place in enumerate(sorted(set().union(*(of[unknown] for unknown in core))))}
    table = np.zeros((len(places), len(core)))
    for column, unknown in enumerate(core):
        for place in of[unknown]:
            table[places[place], column] = lines[place][unknown]
    factor = cho_factor(table @ table.T + STEADY * np.eye(len(table)))
    for _ in range(ROUNDS):
        moves = moves - table.T @ cho_solve(factor, table @ moves)
    return moves
