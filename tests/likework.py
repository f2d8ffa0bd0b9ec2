"""Two PDFs of one Word file → how alike they are: pages, lines, places of words, text."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from math import dist
from typing import TypeVar

from boxwork import Line, Word, lines_of, pages_in, words_in

LEADER = "_"  # what LibreOffice writes along a line to write on, and docgen draws
Placed = TypeVar("Placed", Line, Word)


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two PDFs have in common; `offsets` are in points, of words on the same page."""

    pages: tuple[int, int]
    lines: int
    alike: int
    offsets: tuple[float, ...]
    same_text: bool
    ours_alone: tuple[Line, ...]
    theirs_alone: tuple[Line, ...]

    @property
    def whole(self) -> bool:
        """Tell whether there is nothing to look at."""
        return self.pages[0] == self.pages[1] and self.same_text and self.alike == self.lines


def likeness(ours: bytes, theirs: bytes) -> Likeness:
    """Compare our PDF with another of the same Word file."""
    mine, other = (tuple(_unled(words_in(pdf))) for pdf in (ours, theirs))
    my_lines, other_lines = lines_of(mine), lines_of(other)
    pairs, ours_alone, theirs_alone = _paired(my_lines, other_lines, lambda line: line.key)
    return Likeness(
        (pages_in(ours), pages_in(theirs)),
        len(other_lines),
        len(pairs),
        tuple(_offsets(pairs, ours_alone, theirs_alone)),
        _letters(mine) == _letters(other),
        ours_alone,
        theirs_alone,
    )


def _unled(words: Iterable[Word]) -> Iterator[Word]:
    for word in words:
        if text := word.text.strip(LEADER):
            yield replace(word, text=text)


def _offsets(
    pairs: Iterable[tuple[Line, Line]], ours: Iterable[Line], theirs: Iterable[Line]
) -> Iterator[float]:
    """Give how far apart the words are: those of lines alike, then the same words of others."""
    for mine, other in pairs:
        for word, its in zip(mine.words, other.words, strict=True):
            yield dist((word.x, word.y), (its.x, its.y))
    left = [word for line in ours for word in line.words]
    right = [word for line in theirs for word in line.words]
    for word, its in _paired(left, right, lambda word: (word.page, word.text))[0]:
        yield dist((word.x, word.y), (its.x, its.y))


def _paired(
    ours: Iterable[Placed], theirs: Iterable[Placed], key: Callable[[Placed], Hashable]
) -> tuple[tuple[tuple[Placed, Placed], ...], tuple[Placed, ...], tuple[Placed, ...]]:
    """Pair what has the same key, in order; give the pairs and what is left on either side."""
    mine, other = _by_key(ours, key), _by_key(theirs, key)
    pairs = [pair for name in other for pair in zip(mine.get(name, ()), other[name], strict=False)]
    return tuple(pairs), _left(mine, other), _left(other, mine)


def _by_key(
    placed: Iterable[Placed], key: Callable[[Placed], Hashable]
) -> Mapping[Hashable, list[Placed]]:
    found: dict[Hashable, list[Placed]] = defaultdict(list)
    for each in placed:
        found[key(each)].append(each)
    return dict(found)


def _left(
    these: Mapping[Hashable, list[Placed]], those: Mapping[Hashable, list[Placed]]
) -> tuple[Placed, ...]:
    return tuple(
        each for name, found in these.items() for each in found[len(those.get(name, ())) :]
    )


def _letters(words: Iterable[Word]) -> Counter[str]:
    """Count letters, as a word may be broken in one and whole in the other."""
    return Counter("".join(word.text for word in words))
