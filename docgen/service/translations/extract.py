"""What is to be said → the .po files of a language, brought up to date; what went is kept aside."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from docgen.model.language import Message, Pair
from docgen.service.translations.shelf import Demand, Shelf, at_work, open_shelf, target_of
from docgen.service.translations.standing import gone_from, wanted
from docgen.store.bundles import Entry, forms_of, written_po
from docgen.store.disk import write_whole
from docgen.store.languages import PO
from docgen.store.previous import PREVIOUS, Before, read_previous, write_previous


@dataclass(frozen=True, slots=True)
class Extracted:
    """A .po file as it was laid out: how many messages, how many new, gone and come back."""

    language: str
    path: Path
    messages: int
    new: int
    gone: int
    back: int
    changed: bool


def extract(demand: Demand, name: str) -> tuple[Extracted, ...]:
    """Bring a language's files up to date; raises `UsageTrouble`, `TemplateRejected`.

    An office's own file holds only what docgen's doesn't, or says otherwise.
    """
    with at_work(demand):
        return _extracted(demand, name)


def _extracted(demand: Demand, name: str) -> tuple[Extracted, ...]:
    shelf = open_shelf(demand, name)
    home = target_of(demand, shelf)
    files = wanted(demand, shelf)
    kept, _ = read_previous(home / PREVIOUS)
    mine = _own_part(shelf, home)
    previous = [*kept, *(each for each in gone_from(mine, files) if each not in kept)]
    told = []
    for file, messages in files.items():
        path = home / f"{file}{PO}"
        entries = _entries(shelf, mine, file, messages, previous)
        old = mine.written[file][0][1] if mine.written.get(file) else {}
        told.append(_write(shelf, path, entries, old))
    returned = {(file, each.pair) for file, messages in files.items() for each in messages}
    previous = [each for each in previous if (each.file, each.message.pair) not in returned]
    if tuple(previous) != kept:
        write_previous(home / PREVIOUS, previous)
    return tuple(told)


def _own_part(shelf: Shelf, home: Path) -> Shelf:
    """Give a language as the office's own files have it."""
    own = {
        file: tuple((path, entries) for path, entries in found if path.parent == home)
        for file, found in shelf.written.items()
    }
    return Shelf(shelf.language, shelf.home, own, shelf.reviews, (), ())


def _entries(
    shelf: Shelf,
    mine: Shelf,
    file: str,
    messages: Sequence[Message],
    previous: Iterable[Before],
) -> list[Entry]:
    before = {each.message.pair: each for each in previous if each.file == file}
    return [
        _entry(message, mine.entry(file, message.pair), before.get(message.pair), shelf)
        for message in messages
        if mine.entry(file, message.pair) or not _is_elsewhere(shelf, file, message)
    ]


def _is_elsewhere(shelf: Shelf, file: str, message: Message) -> bool:
    entry = shelf.entry(file, message.pair)
    return entry is not None and entry.is_written


def _entry(message: Message, own: Entry | None, before: Before | None, shelf: Shelf) -> Entry:
    forms = forms_of(shelf.language) if message.counts else 1
    if own and own.message.counts == message.counts and any(own.texts):
        return Entry(message, own.texts, 0, own.fuzzy, own.notes)
    notes = own.notes if own else ()
    if before and before.message.counts == message.counts:
        return Entry(message, before.texts, 0, False, notes)
    return Entry(message, ("",) * forms, 0, False, notes)


def _write(
    shelf: Shelf, path: Path, entries: Collection[Entry], old: Mapping[Pair, Entry]
) -> Extracted:
    """Write a file if it says anything that it didn't."""
    content = written_po(entries, shelf.language)
    there = path.is_file()
    changed = bool(entries or there) and (not there or path.read_bytes() != content)
    if changed:
        write_whole(path, content)
    now = {entry.message.pair: entry for entry in entries}
    new = [pair for pair in now if pair not in old]
    back = [pair for pair in new if now[pair].is_written]
    gone = [pair for pair in old if pair not in now]
    return Extracted(
        shelf.name, path, len(now), len(new) - len(back), len(gone), len(back), changed
    )
