"""Which rows are withheld beside those that must be, so that nobody works these out: as few as may be, and small ones."""

from heapq import heappop, heappush

import numpy as np

from lib.disclosure.unknowns import known

SMALLEST, LARGEST = 1, 5
TRIED = 1               # rows at most of which it is tried whether hiding them frees another from afar


def small(numbers):
    """Whether each number is one that must not be published: from 1 to 5. Missing is not.

    >>> small(np.array([0, 1, 5, 6, np.nan])).tolist()
    [False, True, True, False, False]
    """
    rounded = np.round(numbers)
    return (rounded >= SMALLEST) & (rounded <= LARGEST)


class Group:
    """Rows that can be added up: where they stand, and a row's count or numerator, its denominator and their difference.

    `relations` gives what can be added up among them, when it is first asked for.
    """

    def __init__(self, positions, numbers, relations):
        self.positions, self.numbers, self.relations = positions, np.nan_to_num(numbers), relations
        self.search = None

    def with_companions(self, hidden):
        """The hidden rows, and the small ones beside them that leave none to be worked out."""
        if not hidden.any():
            return hidden
        self.search = self.search or Search(self.relations(), self.numbers)
        for row in np.flatnonzero(hidden & ~self.search.hidden):
            self.search.hide(row)
        while (companion := self.search.next()) is not None:
            self.search.hide(companion)
        return self.search.hidden.copy()


class Search:
    """The relations of a measure, and what of each one is hidden so far."""

    def __init__(self, related, numbers):
        self.numbers, self.positive = numbers, (numbers > 0).any(axis=1)
        self.lines = [line for line in related if line.totals or self.positive[list(line.parts)].sum() > 1]
        self.spared = {row for line in self.lines if line.spares for row in line.totals}
        self.parts, self.totals = (_stands_in([line[side] for line in self.lines], len(numbers)) for side in (0, 1))
        self.count, self.totals_hidden, self.balance = (np.zeros(len(self.lines), dtype=int) for _ in range(3))
        self.sums = np.zeros((len(self.lines), numbers.shape[1]))
        self.alone, self.adds_up, self.follow, self.checked = [], set(), set(), False
        self.hidden = np.zeros(len(numbers), dtype=bool)

    def hide(self, row):
        """Hide a row, and note of each relation it stands in whether it now gives something away by itself."""
        self.hidden[row], self.checked = True, False
        (parts, signs), (totals, _) = self.parts[row], self.totals[row]
        self.sums[parts] += signs[:, None] * self.numbers[row]
        self.balance[parts] += signs
        self.totals_hidden[totals] += 1
        both = np.concatenate([parts, totals])
        self.count[both] += 1
        for place in both[self.count[both] == 1]:
            heappush(self.alone, place)
        told = (self.totals_hidden[both] == 0) & (np.abs(self.balance[both]) == self.count[both])
        told &= small(np.abs(self.sums[both])).any(axis=1)
        self.adds_up.difference_update(both[~told].tolist())
        self.adds_up.update(both[told].tolist())

    def next(self):
        """The row to hide next: beside one hidden alone, beside some that come to a small number, beside one that follows from several
        relations, or from afar what frees such a one; always the smallest. None where all is safe, or nothing is left to hide."""
        offers = (offer() for offer in (self._beside_one_alone, self._beside_a_small_sum, self._beside_what_follows))
        return next((row for row in offers if row is not None), None)

    def _beside_one_alone(self):
        while self.alone:
            row = self._smallest(self.alone[0], self._met_alone) if self.count[self.alone[0]] == 1 else None
            if row is not None:
                return row
            heappop(self.alone)
        return None

    def _beside_a_small_sum(self):
        place, row = self._first(self.adds_up)
        return row

    def _beside_what_follows(self):
        """Those that follow are worked out for all relations at once, and each is seen to before they are worked out again."""
        if not self.follow and not self.checked:
            self.follow, self.checked = self._known(self.hidden), True
        if not self.follow:
            return None
        place, row = self._first({place for each in self.follow for place in self._places(each)})
        if row is None:
            row, self.follow = self._from_afar(), set()
            return row
        self.follow -= {*self.lines[place].parts, *self.lines[place].totals}
        return row

    def _from_afar(self):
        """The smallest row of any relation with a hidden one that frees something; else the smallest of all."""
        places = {place for each in np.flatnonzero(self.hidden) for place in self._places(each)}
        standing = {row for place in places for side in self.lines[place][:2] for row in self._standing(side)}
        ordered = sorted(standing, key=self._size)
        return next(filter(self._frees, ordered[:TRIED]), ordered[0] if ordered else None)

    def _frees(self, row):
        with_it = self.hidden | (np.arange(len(self.hidden)) == row)
        return bool(self.follow - self._known(with_it))

    def _standing(self, side):
        """The rows of a side of a relation that may be hidden too. True zeros are left standing."""
        return [row for row in side if not self.hidden[row] and self.positive[row]]

    def _known(self, hidden):
        """The hidden rows that follow from what stands."""
        lines = ({row: sign for side in line[:2] for row, sign in side.items() if hidden[row]} for line in self.lines if not line.follows)
        return known([line for line in lines if line])

    def _places(self, row):
        return np.concatenate([self.parts[row][0], self.totals[row][0]]).tolist()

    def _first(self, places):
        """Of these relations the one with the fewest hidden rows that has a row to hide, and that row."""
        ordered = sorted(places, key=lambda place: (self.count[place], place))
        found = ((place, row) for place in ordered if (row := self._smallest(place)) is not None)
        spared = None
        for place, row in found:
            if row not in self.spared:
                return place, row
            spared = spared or (place, row)
        return spared or (None, None)

    def _smallest(self, place, before=lambda row: 0):
        """The smallest row of a relation that stands, its parts before its totals; `before` says what goes before the smaller ones."""
        sides = (self._standing(side) for side in self.lines[place][:2])
        return next((min(side, key=lambda row: (before(row), *self._size(row))) for side in sides if side), None)

    def _met_alone(self, row):
        """How many relations, counted down from nought, have this row to hide beside the one that is hidden alone in them."""
        parts, _ = self.parts[row]
        return -int((self.count[parts] == 1).sum())

    def _size(self, row):
        return row in self.spared, self.numbers[row, 0] == 0, self.numbers[row, 0], row


def _stands_in(sides, width):
    """Of each row the lines it stands in on this side, and its sign in each."""
    found = [([], []) for _ in range(width)]
    for place, side in enumerate(sides):
        for row, sign in side.items():
            found[row][0].append(place)
            found[row][1].append(sign)
    return [(np.array(places, dtype=int), np.array(signs, dtype=int)) for places, signs in found]
