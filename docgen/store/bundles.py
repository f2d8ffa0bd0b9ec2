"""A .po file's bytes ↔ its messages and texts, by Babel; a locale → its plural forms."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO

from babel.core import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Kept
from babel.messages.pofile import PoFileError, PoFileParser, write_po

from docgen.model.finding import Faults, Finding, Severity, Wording, fault
from docgen.model.language import Language, Message
from docgen.model.sheet import Mark
from docgen.store.characters import decoded
from docgen.store.po_lines import faulty_lines

LARGEST = 20_000_000
MOST = 100
NO_BREAK = 1_000_000
FUZZY = "fuzzy"
HEAD = """\
# {name} texts of docgen. How they are made and checked: docs/translations.md
msgid ""
msgstr ""
"Language: {tag}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals={forms}; plural={plural};\\n"

"""

FAULTS: Faults = {
    "po-too-large": Wording(
        "The file is larger than {limit:,} bytes.",
        "Check that it is the right file.",
    ),
    "po-header": Wording(
        "What the file says of itself before the first message can't be read.",
        "Take the faulty lines out; docgen needs the language, the encoding and the plural forms.",
    ),
    "po-language": Wording(
        "The file says that it is in another language than its folder.",
        "Put it into the right folder, or write: Language: {tag}",
    ),
    "po-charset": Wording(
        "The file says that it is not saved as UTF-8.",
        "Save it as UTF-8 and write: Content-Type: text/plain; charset=UTF-8",
    ),
    "po-plural": Wording(
        "The file counts in another way than {language} does.",
        "Write: Plural-Forms: nplurals={forms}; plural={plural};",
    ),
    "po-forms": Wording(
        "A message has another number of forms than {forms}.",
        "Write msgstr[0] to msgstr[{last}], one for each way of counting that the head names.",
    ),
    "po-twice": Wording(
        "This message stands in the file twice: first in line {first}.",
        "Keep one of the two; which of them would be printed is left to chance.",
    ),
    "po-fuzzy": Wording(
        "This translation is marked as a guess (fuzzy). A guess is never printed.",
        "Read it, mend it and take the mark away.",
    ),
    "language-locale": Wording(
        "“locale” names none that dates and lists are known for.",
        "Write the language's locale, such as pl_PL.",
    ),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A message of a .po file with its texts: one, or one for each plural form; `""` for none."""

    message: Message
    texts: tuple[str, ...]
    line: int = 0
    fuzzy: bool = False
    notes: tuple[str, ...] = ()

    @property
    def is_written(self) -> bool:
        """Tell whether all its texts are there, and none is a guess."""
        return all(self.texts) and not self.fuzzy


class _Noting(Catalog):
    """A catalogue that keeps every message as it came, so that one said twice can be told."""

    def __init__(self, locale: str) -> None:
        """Begin without any."""
        super().__init__(locale=locale)
        self.came: list[Kept] = []

    def __setitem__(self, id: object, message: Kept) -> None:  # noqa: A002 - Babel's own name
        """Take the head as Babel does, and note all others."""
        if message.id:
            self.came.append(message)
        else:
            super().__setitem__("", message)


@cache
def plural_of(locale: str) -> tuple[int, str] | None:
    """Give how many plural forms a locale has, and gettext's expression; None if it is unknown."""
    try:
        Locale.parse(locale)
    except (UnknownLocaleError, ValueError):
        return None
    known = Catalog(locale=locale)
    return known.num_plurals, known.plural_expr


def forms_of(language: Language) -> int:
    """Give how many plural forms a language has."""
    found = plural_of(language.locale)
    return found[0] if found else 2


def read_po(
    content: bytes, shown: str, language: Language
) -> tuple[tuple[Entry, ...], tuple[Finding, ...]]:
    """Read a .po file; where anything but a guess is wrong, it gives findings and no entries."""
    start = Mark(shown, 1, 1)
    if len(content) > LARGEST:
        return (), (fault(FAULTS, "po-too-large", start, limit=LARGEST),)
    text = decoded(content, shown, MOST)
    lines = text.text.split("\n") if text.readable else []
    findings = (*text.findings, *faulty_lines(lines, shown))
    if findings:
        return (), findings
    catalog = _Noting(language.locale)
    try:
        PoFileParser(catalog, ignore_obsolete=True, abort_invalid=True).parse(lines)
    except PoFileError as error:
        return (), (_forms(catalog.num_plurals, Mark(shown, error.lineno + 1, 1)),)
    except (ValueError, TypeError, IndexError):
        return (), (fault(FAULTS, "po-header", start),)
    entries = tuple(map(_entry, catalog.came))
    findings = (*_of_head(catalog, start, language), *_of_entries(entries, shown))
    guesses = (each.severity is not Severity.ERROR for each in findings)
    return (entries if all(guesses) else ()), findings


def written_po(entries: Iterable[Entry], language: Language) -> bytes:
    """Write a .po file, the same bytes for the same entries."""
    forms, plural = plural_of(language.locale) or (2, "(n != 1)")
    catalog = Catalog(locale=language.locale)
    for entry in entries:
        kept = _kept(entry, forms)
        catalog[kept.id] = kept
    written = BytesIO()
    write_po(written, catalog, width=NO_BREAK, omit_header=True)
    head = HEAD.format(name=language.name, tag=language.tag, forms=forms, plural=plural)
    return head.encode() + written.getvalue().rstrip(b"\n") + b"\n"


def _kept(entry: Entry, forms: int) -> Kept:
    text, counts = entry.message.text, entry.message.counts
    texts = (*entry.texts, *("",) * forms)[:forms]
    kept = Kept(
        (text, text) if counts else text,
        texts if counts else entry.texts[0],
        auto_comments=entry.message.places,
        user_comments=entry.notes,
        context=entry.message.context or None,
    )
    kept.flags = {FUZZY} if entry.fuzzy else set()
    return kept


def _entry(kept: Kept) -> Entry:
    text = kept.id if isinstance(kept.id, str) else kept.id[0]
    texts = kept.string if isinstance(kept.string, tuple) else (str(kept.string),)
    return Entry(
        Message(text, kept.context or "", not isinstance(kept.id, str), tuple(kept.auto_comments)),
        tuple(texts),
        kept.lineno or 1,
        FUZZY in kept.flags,
        tuple(kept.user_comments),
    )


def _forms(forms: int, place: Mark) -> Finding:
    return fault(FAULTS, "po-forms", place, forms=forms, last=forms - 1)


def _of_head(catalog: _Noting, start: Mark, language: Language) -> Iterator[Finding]:
    """Tell where the head says something else than the language is."""
    said = (catalog.locale_identifier or "").replace("_", "-")
    if said not in {language.tag, language.locale.replace("_", "-")}:
        yield fault(FAULTS, "po-language", start, tag=language.tag)
    if catalog.charset not in {"utf-8", "utf8"}:
        yield fault(FAULTS, "po-charset", start)
    forms, plural = plural_of(language.locale) or (2, "(n != 1)")
    if (catalog.num_plurals, _plain(catalog.plural_expr)) != (forms, _plain(plural)):
        names = {"language": language.name, "forms": forms, "plural": plural}
        yield fault(FAULTS, "po-plural", start, **names)


def _plain(expression: str) -> str:
    """Give a plural expression without blanks and the brackets around it."""
    bare = "".join(expression.split()).removesuffix(";")
    return bare[1:-1] if bare.startswith("(") and bare.endswith(")") else bare


def _of_entries(entries: Sequence[Entry], shown: str) -> Iterator[Finding]:
    first: dict[tuple[str, str], int] = {}
    for entry in entries:
        place = Mark(shown, entry.line, 1)
        line = first.setdefault(entry.message.pair, entry.line)
        if line != entry.line:
            yield fault(FAULTS, "po-twice", place, first=line)
        if entry.fuzzy:
            yield replace(fault(FAULTS, "po-fuzzy", place), severity=Severity.WARNING)
