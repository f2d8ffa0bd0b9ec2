"""New texts for messages → the office's own .po files of a language, the rest of them as it was."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from docgen.model.language import Pair
from docgen.service.translations.shelf import Demand, Shelf, target_of
from docgen.service.translations.standing import Standing, wanted
from docgen.store.bundles import Entry, written_po
from docgen.store.disk import write_whole
from docgen.store.languages import PO


@dataclass(frozen=True, slots=True)
class NewText:
    """What a message is to say from now on; `notes` are the translator's."""

    standing: Standing
    texts: tuple[str, ...]
    notes: tuple[str, ...] = ()

    @property
    def is_news(self) -> bool:
        """Tell whether it says anything that the file doesn't."""
        return (self.texts, self.notes) != (self.standing.texts, self.standing.notes)


def put_texts(demand: Demand, shelf: Shelf, new: Iterable[NewText]) -> tuple[Path, ...]:
    """Write new texts into the office's files; raises `UsageTrouble` and `DiskTrouble`."""
    home = target_of(demand, shelf)
    files: dict[str, dict[Pair, NewText]] = {}
    for each in new:
        files.setdefault(each.standing.file, {})[each.standing.message.pair] = each
    paths = []
    for file, texts in files.items():
        path = home / f"{file}{PO}"
        entries = _entries(demand, shelf, path, texts)
        write_whole(path, written_po(entries, shelf.language))
        paths.append(path)
    return tuple(paths)


def _entries(
    demand: Demand, shelf: Shelf, path: Path, texts: Mapping[Pair, NewText]
) -> list[Entry]:
    """Give a file's entries: as they stood, with the new texts; new ones in the papers' order."""
    there = dict(next((e for at, e in shelf.written[path.stem] if at == path), {}))
    for pair, new in texts.items():
        there[pair] = Entry(new.standing.message, new.texts, notes=new.notes)
    order = [message.pair for message in wanted(demand, shelf)[path.stem]]
    place = {pair: number for number, pair in enumerate(order)}
    return [there[pair] for pair in sorted(there, key=lambda pair: place.get(pair, len(order)))]
