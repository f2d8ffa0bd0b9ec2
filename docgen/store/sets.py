"""Numbers from 0 on → sets that are joined, at four or eight bytes a number."""

from array import array


class Sets:
    """Numbers in sets that are joined: each set is called by its lowest number."""

    def __init__(self, size: int) -> None:
        """Put each number in a set of its own."""
        self._above = array("l", range(size))

    def of(self, number: int) -> int:
        """Give the set of a number."""
        above = self._above
        while above[number] != number:
            above[number] = above[above[number]]
            number = above[number]
        return number

    def join(self, one: int, other: int) -> None:
        """Make one set of two."""
        one, other = self.of(one), self.of(other)
        self._above[max(one, other)] = min(one, other)
