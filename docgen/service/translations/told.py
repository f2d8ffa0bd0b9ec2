"""Messages as they stand → how many of each use are how far, in one language or in all."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import get_args

from docgen.model.language import CHECKED, PRINTABLE, Pair, Status
from docgen.service.translations.shelf import Demand, Shelf, names_there, open_shelf
from docgen.service.translations.sources import Source
from docgen.service.translations.standing import Standing, standings
from docgen.wording.readability import lix

FILLED_IN = re.compile(r"\{\{.*?\}\}|\{\w+\}|</?\d+/?>")
STATUSES: tuple[Status, ...] = get_args(Status)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many messages of one use (a kind of paper, the phrases …) are how far.

    `lix` tells how hard its texts are to read (T-28: no English formula fits another language).
    """

    language: str
    file: str
    use: str
    counts: Counter[Status]
    lix: Decimal | None = None

    @property
    def total(self) -> int:
        """Give how many messages it has."""
        return self.counts.total()

    @property
    def printable(self) -> int:
        """Give how many in a hundred could be printed; 100 only where none is lacking."""
        return _share(sum(self.counts[each] for each in PRINTABLE), self.total)

    @property
    def checked(self) -> int:
        """Give how many in a hundred somebody has checked; 100 only where none is lacking."""
        return _share(sum(self.counts[each] for each in CHECKED), self.total)


@dataclass(frozen=True, slots=True)
class Account:
    """One language: its tallies by use, and its messages one by one."""

    shelf: Shelf
    tallies: tuple[Tally, ...]
    messages: tuple[Standing, ...]


def account_of(demand: Demand, name: str) -> Account:
    """Tell how far a language is; raises `WordingMissing`, `TemplateRejected`."""
    shelf = open_shelf(demand, name)
    found = standings(demand, shelf)
    return Account(shelf, tuple(_tallies(demand, shelf, found)), found)


def accounts_of(demand: Demand, name: str | None = None) -> tuple[Account, ...]:
    """Tell how far one language is, or all."""
    return tuple(account_of(demand, each) for each in ([name] if name else names_there(demand)))


def _tallies(demand: Demand, shelf: Shelf, found: Iterable[Standing]) -> Iterator[Tally]:
    """Count by use; what nobody says in plainer words stays as it is, and lacks nothing."""
    told = {
        (each.file, each.message.pair): each
        for each in found
        if not (shelf.is_plain and each.status == "missing")
    }
    for source in demand.sources:
        every = [told.get((source.file, pair)) for pair in _pairs(source)]
        there = [each for each in every if each]
        if there:
            counts = Counter(each.status for each in there)
            texts = (FILLED_IN.sub("", text) for each in there for text in each.texts)
            yield Tally(shelf.name, source.file, source.use, counts, lix(texts))


def _pairs(source: Source) -> Iterable[Pair]:
    return dict.fromkeys(message.pair for message in source.messages)


def _share(part: int, whole: int) -> int:
    return 100 * part // whole if whole else 100
