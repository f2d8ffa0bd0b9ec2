"""What a paper lacks in its reader's language, and what nobody has checked: noted while it is said.

Words of docgen, of packs and of phrases are about nobody, and may be quoted; what staff wrote about
a family is told by its key alone.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from docgen.model.values import Plain
from docgen.wording.gaps import GAP

MARK = re.compile("\ue000(\\d+)\ue001")
"""Stands in a paper where words lack, in signs that no text has; such a paper is never kept."""


@dataclass(frozen=True, slots=True)
class Lack:
    """Words without a translation: R-110 of a catalogue, T-19 of a case or school.

    R-110: `about` is the message's context. T-19: `about` is the key of what it belongs to, `what`
    the field; `english` is then for a clerk who asks for it, and never stands in a message.
    """

    rule: Literal["R-110", "T-19"]
    about: str
    what: str = ""
    english: str = field(default="", repr=False)


class Notes:
    """Collects lacks and unchecked words, each once and in the order in which they were said."""

    def __init__(self) -> None:
        """Begin with nothing noted."""
        self._lacks: dict[Lack, int] = {}
        self._unchecked: dict[str, tuple[str, ...]] = {}
        self._own: dict[str, str] = {}

    @property
    def lacks(self) -> tuple[Lack, ...]:
        """Give what can't be said."""
        return tuple(self._lacks)

    @property
    def unchecked(self) -> tuple[str, ...]:
        """Give what nobody has checked: contexts of messages, keys and fields of texts."""
        return tuple(self._unchecked)

    def lacking(self, lack: Lack) -> str:
        """Note words that can't be said; give the mark that stands for them."""
        number = self._lacks.setdefault(lack, len(self._lacks))
        return f"\ue000{number}\ue001"

    def printed(self, texts: Iterable[str]) -> tuple[Lack, ...]:
        """Give those that a paper's texts would have needed."""
        numbers = {int(mark[1]) for text in texts for mark in MARK.finditer(text)}
        return tuple(lack for lack, number in self._lacks.items() if number in numbers)

    @property
    def own_drafts(self) -> Mapping[str, str]:
        """Give what staff wrote and nobody has checked the translation of, with its English."""
        return self._own

    def drafted(self, what: str, *texts: str, english: str = "") -> None:
        """Note words that nobody has checked; `texts` are how they are said, gaps and all.

        `english` is what staff wrote, for a clerk who asks; it never stands in a message.
        """
        self._unchecked[what] = texts
        if english:
            self._own[what] = english

    def unchecked_in(self, values: Plain, names: Collection[str]) -> tuple[str, ...]:
        """Give what nobody has checked of what a template prints that uses these names alone.

        Words that stand in no value as they were noted may stand in any, and count.
        """
        leaves: tuple[list[str], list[str]] = ([], [])
        for leaf, is_used in _leaves(values, names, is_used=True):
            leaves[is_used].append(leaf)
        left, used = ("\n".join(each).casefold() for each in leaves)
        return tuple(
            what
            for what, texts in self._unchecked.items()
            if any(_is_in(used, text) for text in texts)
            or not any(_is_in(left, text) for text in texts)
        )


def _leaves(value: Plain, names: Collection[str], *, is_used: bool) -> Iterator[tuple[str, bool]]:
    """Give every text of values, and whether a template that uses these names can reach it."""
    if isinstance(value, Mapping):
        for name, below in value.items():
            yield from _leaves(below, names, is_used=is_used and name in names)
    elif isinstance(value, str):
        yield value, is_used
    elif isinstance(value, Sequence):
        for below in value:
            yield from _leaves(below, names, is_used=is_used)


def _is_in(whole: str, text: str) -> bool:
    """Tell whether a text may stand in another, whatever goes into its gaps."""
    return all(piece.strip() in whole for piece in GAP.sub("\0", text.casefold()).split("\0"))
