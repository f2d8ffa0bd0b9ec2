"""A text and words to avoid, or hard ones → those that stand in it, and what to write instead."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from docgen.model.folding import folded
from docgen.model.pack import Avoided

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Unwanted:
    """Words of one entry of `avoid` that stand in a text, as the entry spells them."""

    words: tuple[str, ...]
    instead: str

    @property
    def listed(self) -> str:
        """Give the words in quotation marks, for a message."""
        return ", ".join(f"“{word}”" for word in self.words)


def unwanted(text: str, avoid: Mapping[str, Avoided], rule: str) -> Iterator[Unwanted]:
    """Give, for each entry of a rule, its words that stand in the text.

    They count as whole words, whatever the capitals and spaces, but not where
    all of them lie inside one of the entry's `unless` texts.
    """
    read = folded(text)
    for avoided in avoid.values():
        if avoided.rule == rule:
            spared = [span for other in avoided.unless for span in _spans(other, read)]
            words = tuple(word for word in avoided.words if _stands(word, read, spared))
            if words:
                yield Unwanted(words, avoided.instead)


def plainer(text: str, plain: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Give each hard word that stands in a text, with a plainer one (T-20)."""
    read = folded(text)
    return ((hard, better) for hard, better in plain.items() if any(_spans(hard, read)))


def _stands(words: str, read: str, spared: list[Span]) -> bool:
    return any(not _lies_in(span, spared) for span in _spans(words, read))


def _lies_in(span: Span, spared: list[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in spared)


def _spans(words: str, read: str) -> Iterator[Span]:
    return (found.span() for found in _whole(words).finditer(read))


@cache
def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(folded(words))}(?!\w)")
