"""A language's .po files and who checked them → its catalogue, kept ready in the user's cache."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from docgen.check.messages import compared
from docgen.model.finding import Finding, Severity, fault
from docgen.model.language import ENGLISH, Catalogue, Language, Pair, Review, Status, Translated
from docgen.model.sheet import Mark
from docgen.store.bundles import FAULTS, LARGEST, Entry, forms_of, plural_of, read_po
from docgen.store.cache import Cache, own_cache
from docgen.store.disk import disk
from docgen.store.languages import PLAIN, PO, SHEET, read_language, rejected, shown_at
from docgen.store.review import REVIEW, digest_of, read_reviews

SHARED = "docgen"
KEPT_AS = "texts 2"
"""Says how catalogues are kept; another number makes those kept before useless."""


@dataclass(frozen=True, slots=True)
class Written:
    """A .po file as read: its entries by message."""

    path: Path
    entries: Mapping[Pair, Entry]


def read_catalogue(
    folders: Sequence[Path],
    tag: str,
    authority: str,
    variant: str = "standard",
    cache: Cache | None = None,
) -> Catalogue:
    """Give all texts of a language that may be printed; plain words are a variant of English.

    What the first folder has goes before what the next has, even where it has a fault: an office
    that says a sentence otherwise must not get docgen's unseen. A guess, and a text at odds with
    its English, is left out. Raises `WordingMissing` for an unknown language, and
    `TemplateRejected` with all that is wrong with its files.
    """
    language = read_language(folders, tag)
    plain = variant == PLAIN and tag == ENGLISH.tag
    contents = dict(_contents(folders, tag, authority, plain=plain))
    kept_in, key = cache or own_cache(), _key(language, contents)
    kept = kept_in.get(key)
    if kept is None:
        kept = _made(language, contents)
        kept_in.put(key, kept)
    return _catalogue(language, json.loads(kept))


def po_files(
    folders: Sequence[Path], tag: str, authority: str, *, plain: bool = False
) -> Iterator[Path]:
    """Give the .po files of a language that are there, the first to be asked first."""
    for home in (*((Path(tag, PLAIN),) if plain else ()), Path(tag)):
        for name in (authority, SHARED):
            paths = (folder / home / f"{name}{PO}" for folder in folders)
            yield from (path for path in paths if path.is_file())


def read_written(
    path: Path, content: bytes, language: Language
) -> tuple[Written, tuple[Finding, ...]]:
    """Read a .po file's bytes; faults come with no entries."""
    entries, findings = read_po(content, shown_at(path), language)
    return Written(path, {entry.message.pair: entry for entry in entries}), findings


def locale_faults(language: Language, shown: str) -> tuple[Finding, ...]:
    """Tell of a locale that dates can't be written by."""
    if plural_of(language.locale):
        return ()
    return (fault(FAULTS, "language-locale", Mark(shown, 1, 1)),)


def read_bytes(path: Path) -> bytes:
    """Read a file of texts, no further than it may be long; raises `DiskTrouble`."""
    with disk(shown_at(path)), path.open("rb") as file:
        return file.read(LARGEST + 1)


def _contents(
    folders: Sequence[Path], tag: str, authority: str, *, plain: bool
) -> Iterator[tuple[Path, bytes]]:
    files = [*po_files(folders, tag, authority, plain=plain)]
    reviews = dict.fromkeys(path.with_name(REVIEW) for path in files)
    reviews |= dict.fromkeys(folder / tag / REVIEW for folder in folders)
    for path in (*files, *filter(Path.is_file, reviews)):
        yield path, read_bytes(path)


def _key(language: Language, contents: Mapping[Path, bytes]) -> str:
    """Name what is kept by all that it is made of."""
    parts = [KEPT_AS.encode(), repr(sorted(asdict(language).items())).encode()]
    for path, content in contents.items():
        parts += [path.name.encode(), content]
    return "texts-" + sha256(b"\0".join(sha256(part).digest() for part in parts)).hexdigest()


def _made(language: Language, contents: Mapping[Path, bytes]) -> bytes:
    """Read everything by its slow way."""
    findings = [*locale_faults(language, f"{language.tag}/{SHEET}")]
    reviews: dict[str, Review] = {}
    texts: dict[Pair, tuple[Entry, bool]] = {}
    for path, content in contents.items():
        if path.name == REVIEW:
            read, found = read_reviews(path)
            reviews |= read
        else:
            written, found = read_written(path, content, language)
            own = language.tag == ENGLISH.tag and path.parent.name != PLAIN
            said = (entry for entry in written.entries.values() if any(entry.texts))
            texts = {entry.message.pair: (entry, own) for entry in said} | texts
        findings += found
    wrong = tuple(each for each in findings if each.severity is Severity.ERROR)
    if wrong:
        raise rejected(language.tag, wrong)
    fit = {pair: said for pair, said in texts.items() if fits(said[0], language)}
    return _kept(language, fit, reviews)


def _kept(
    language: Language,
    texts: Mapping[Pair, tuple[Entry, bool]],
    reviews: Mapping[str, Review],
) -> bytes:
    plural = (plural_of(language.locale) or (2, "(n != 1)"))[1]
    said = sorted([*pair, *entry.texts] for pair, (entry, _) in texts.items())
    digest = sha256(json.dumps([plural, said]).encode()).hexdigest()
    rows = [
        (*pair, _status(entry, reviews, own=own), entry.texts)
        for pair, (entry, own) in texts.items()
    ]
    return json.dumps({"plural": plural, "digest": digest, "rows": rows}).encode()


def fits(entry: Entry, language: Language) -> bool:
    """Tell whether a text is there and may stand for its English."""
    if not entry.is_written:
        return False
    found = compared(entry.message, entry.texts, forms_of(language))
    return all(each.severity is not Severity.ERROR for each in found)


def _status(entry: Entry, reviews: Mapping[str, Review], *, own: bool) -> Status:
    """Tell how far a text is checked; English as a template has it is its owner's."""
    review = reviews.get(digest_of(entry.message.pair, entry.texts))
    return "approved" if own else review.status if review else "draft"


def _catalogue(language: Language, kept: Any) -> Catalogue:  # noqa: ANN401 - as `_kept` wrote it
    messages = {
        (context, text): Translated(tuple(texts), status)
        for context, text, status, texts in kept["rows"]
    }
    return Catalogue(language, messages, kept["plural"], kept["digest"])
