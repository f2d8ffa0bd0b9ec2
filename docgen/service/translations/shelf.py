"""A language → where its files lie, what stands in them, and who checked it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from docgen.errors import Reasons, UsageTrouble, stop
from docgen.model.finding import Finding, Severity, Wording
from docgen.model.language import ENGLISH, Language, Pair, Review
from docgen.service.packs import list_packs, load_pack
from docgen.service.phrases import library
from docgen.service.translations.sources import SHARED, Source, sources_of
from docgen.store.bundles import Entry
from docgen.store.catalogues import read_bytes, read_written
from docgen.store.languages import PLAIN, PO, folders_of, languages, read_language, rejected
from docgen.store.locks import alone
from docgen.store.previous import PREVIOUS, Before, read_previous
from docgen.store.review import REVIEW, read_reviews
from docgen.store.workspace import Workspace

LOCK = ".lock"
REASONS: Reasons = {
    "translations-no-workspace": Wording(
        "The texts that come with docgen can't be changed in place.",
        "Lay out an office's own folder with docgen init FOLDER, and run the command there.",
    ),
}


@dataclass(frozen=True, slots=True)
class Demand:
    """What is to be said in every language: all messages by use, for these authorities."""

    workspace: Workspace
    authorities: tuple[str, ...]
    sources: tuple[Source, ...]

    def folders(self, file: str) -> tuple[Path, ...]:
        """Give the folders where a .po file may lie, the first to be asked first."""
        names = self.authorities if file == SHARED else (file,)
        every = (folder for name in names for folder in folders_of(self.workspace, name))
        return tuple(dict.fromkeys(every))

    @property
    def every_folder(self) -> tuple[Path, ...]:
        """Give all folders with languages."""
        return self.folders(SHARED)


@dataclass(frozen=True, slots=True)
class Shelf:
    """One language's files as they stand, by name (`docgen`, an authority).

    `home` is its folder below each folder of translations: `pl`, `en/plain`. `written` is in the
    order of asking.
    """

    language: Language
    home: str
    written: Mapping[str, tuple[tuple[Path, Mapping[Pair, Entry]], ...]]
    reviews: Mapping[str, Review]
    previous: tuple[Before, ...]
    findings: tuple[Finding, ...]

    @property
    def is_plain(self) -> bool:
        """Tell whether these are plain words for English ones."""
        return self.home.endswith(PLAIN)

    @property
    def name(self) -> str:
        """Give what commands call it: a tag, or `plain`."""
        return PLAIN if self.is_plain else self.language.tag

    def entry(self, file: str, pair: Pair) -> Entry | None:
        """Give a message as the first file has it that says it."""
        found = [entries[pair] for _, entries in self.written.get(file, ()) if pair in entries]
        return next((each for each in found if any(each.texts)), found[0] if found else None)


def demand_of(workspace: Workspace, authority: str | None = None) -> Demand:
    """Gather all messages, of one authority or of all; raises `TemplateRejected`."""
    fixed = authority or workspace.authority
    names = (fixed,) if fixed else tuple(each.authority for each in list_packs(workspace))
    known = library()
    sources = (
        source
        for name in names
        for source in sources_of(workspace, load_pack(workspace, name), known)
    )
    return Demand(workspace, names, tuple(_once(sources)))


def _once(sources: Iterable[Source]) -> Iterator[Source]:
    """Give each use of the shared file once, after those of the authorities."""
    shared: dict[str, Source] = {}
    for source in sources:
        if source.file == SHARED:
            shared[source.use] = source
        else:
            yield source
    yield from shared.values()


def open_shelf(demand: Demand, name: str) -> Shelf:
    """Read all files of a language (or `plain`); raises `WordingMissing`, `TemplateRejected`."""
    shelf = read_shelf(demand, name)
    wrong = tuple(each for each in shelf.findings if each.severity is Severity.ERROR)
    if wrong:
        raise rejected(name, wrong)
    return shelf


def read_shelf(demand: Demand, name: str) -> Shelf:
    """Read all files of a language with all that is wrong with them; raises `WordingMissing`."""
    language = read_language(demand.every_folder, ENGLISH.tag if name == PLAIN else name)
    home = f"{ENGLISH.tag}/{PLAIN}" if name == PLAIN else language.tag
    findings: list[Finding] = []
    written = {
        file: tuple(_written(demand.folders(file), home, file, language, findings))
        for file in (*demand.authorities, SHARED)
    }
    reviews: dict[str, Review] = {}
    previous: list[Before] = []
    for folder in reversed(demand.every_folder):
        read, faults = read_reviews(folder / home / REVIEW)
        before, more = read_previous(folder / home / PREVIOUS)
        reviews |= read
        previous += before
        findings += (*faults, *more)
    return Shelf(language, home, written, reviews, tuple(previous), tuple(findings))


def _written(
    folders: Sequence[Path], home: str, file: str, language: Language, findings: list[Finding]
) -> Iterator[tuple[Path, Mapping[Pair, Entry]]]:
    for folder in folders:
        path = folder / home / f"{file}{PO}"
        if path.is_file():
            written, found = read_written(path, read_bytes(path), language)
            findings += found
            yield path, written.entries


def target_of(demand: Demand, shelf: Shelf) -> Path:
    """Give the office's folder of a language, where changes go; raises `UsageTrouble`."""
    return (_offices_own(demand) / shelf.home).resolve()


def at_work(demand: Demand) -> AbstractContextManager[None]:
    """Let one run at a time read and change the office's texts, or one undoes the other.

    Raises `UsageTrouble` and `DiskTrouble`.
    """
    return alone(_offices_own(demand) / LOCK, "the office's translations")


def _offices_own(demand: Demand) -> Path:
    if demand.workspace.settings is None:
        raise stop(UsageTrouble, REASONS, "translations-no-workspace")
    return demand.workspace.translations


def names_there(demand: Demand) -> tuple[str, ...]:
    """Give the languages there are, by what commands call them; plain English where it is."""
    folders = demand.every_folder
    plain = any((folder / ENGLISH.tag / PLAIN).is_dir() for folder in folders)
    return (*languages(folders), *((PLAIN,) if plain else ()))
