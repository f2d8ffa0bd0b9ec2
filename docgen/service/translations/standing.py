"""What is to be said, and a language's files → how far each message is, and what it came from."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from docgen.model.language import ENGLISH, Message, Pair, Review, Status
from docgen.service.translations.shelf import Demand, Shelf
from docgen.service.translations.sources import by_file, english_sources
from docgen.store.bundles import forms_of
from docgen.store.catalogues import fits
from docgen.store.previous import Before
from docgen.store.review import digest_of, id_of

ALIKE = 0.5
"""How alike two sentences at the same place must be for one to have come from the other."""
ALONE = re.compile(r" row \d|^(?:docgen|phrases|pack\.yaml|pictures): ")
"""Places where few sentences stand: a table's cell, an entry of a list."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One message of a .po file in one language: its texts (`""` where there is none) and status.

    A stale one has what was said `before`; a text that doesn't fit its English counts as missing.
    """

    file: str
    message: Message
    texts: tuple[str, ...]
    status: Status
    review: Review | None = None
    before: Before | None = None
    notes: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Give the short name by which commands call the message."""
        return id_of(self.message.pair)


def wanted(demand: Demand, shelf: Shelf) -> dict[str, tuple[Message, ...]]:
    """Give the messages of each .po file that a language is asked for.

    English has its own text only for what is said of one; plain words for papers' sentences.
    """
    english = shelf.language.tag == ENGLISH.tag
    sources = demand.sources
    return by_file(english_sources(sources, plain=shelf.is_plain) if english else sources)


def standings(demand: Demand, shelf: Shelf) -> tuple[Standing, ...]:
    """Tell how far each message is, in the order of the files."""
    files = wanted(demand, shelf)
    gone = (*shelf.previous, *gone_from(shelf, files))
    return tuple(
        _standing(shelf, file, message, gone)
        for file, messages in files.items()
        for message in messages
    )


def gone_from(shelf: Shelf, files: dict[str, tuple[Message, ...]]) -> Iterator[Before]:
    """Give the translated messages of the files that nothing says any longer."""
    for file, found in shelf.written.items():
        known = {(each.pair, each.counts) for each in files.get(file, ())}
        for _, entries in found:
            for entry in entries.values():
                if (entry.message.pair, entry.message.counts) not in known and entry.is_written:
                    yield Before(file, entry.message, entry.texts)


def _standing(shelf: Shelf, file: str, message: Message, gone: Sequence[Before]) -> Standing:
    entry = shelf.entry(file, message.pair)
    if entry and entry.message.counts == message.counts and fits(entry, shelf.language):
        review = shelf.reviews.get(digest_of(message.pair, entry.texts))
        status: Status = review.status if review else "draft"
        return Standing(file, message, entry.texts, status, review, None, entry.notes)
    empty = ("",) * (forms_of(shelf.language) if message.counts else 1)
    texts = entry.texts if entry and len(entry.texts) == len(empty) else empty
    before = came_from(file, message, gone)
    notes = entry.notes if entry else ()
    status = "stale" if before else "missing"
    return Standing(file, message, texts, status, None, before, notes)


def came_from(file: str, message: Message, gone: Iterable[Before]) -> Before | None:
    """Give the sentence that stood at a message's place before, the one most like it."""
    near = [
        each
        for each in gone
        if each.file == file
        and each.message.counts == message.counts
        and set(message.places) & set(each.message.places)
    ]
    ranked = sorted(((_alike(message, each.message), -n) for n, each in enumerate(near)))
    return near[-ranked[-1][1]] if ranked and ranked[-1][0] >= ALIKE else None


def _alike(new: Message, old: Message) -> float:
    """Tell how alike two sentences are; where there is room for one alone, they are enough so."""
    ratio = SequenceMatcher(None, new.text, old.text, autojunk=False).ratio()
    shared = set(new.places) & set(old.places)
    same_spot = new.context == old.context and any(map(ALONE.search, shared))
    return max(ratio, ALIKE) if same_spot else ratio


def by_id(found: Iterable[Standing]) -> dict[str, tuple[Standing, ...]]:
    """Give messages by their short names; the same one may be said by several authorities."""
    known: dict[str, tuple[Standing, ...]] = {}
    for each in found:
        known[each.id] = (*known.get(each.id, ()), each)
    return known


def of_use(demand: Demand, file: str, use: str) -> set[Pair]:
    """Give the messages that one use of a file has."""
    return {
        message.pair
        for source in demand.sources
        if source.file == file and source.use == use
        for message in source.messages
    }
