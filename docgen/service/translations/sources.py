"""An authority's papers for parents, its phrases and docgen's words → messages, by file and use."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from docgen.check.library import Library
from docgen.model.language import Message, Pair
from docgen.model.pack import Pack
from docgen.press.word.messages import messages_of
from docgen.press.word.shapes import Template
from docgen.service.packs import LoadedPack
from docgen.store.illustrations import read_pictures
from docgen.store.workspace import Workspace
from docgen.wording.messages import (
    pack_messages,
    phrase_messages,
    program_messages,
    word_messages,
)
from docgen.wording.values import statements_for

SHARED = "docgen"
WORDS, PHRASES, LISTED, PICTURES = "words of docgen", "phrases", "words often used", "pictures"
SHEET = "titles, terms and links"
STANDARD = "standard"


@dataclass(frozen=True, slots=True)
class Source:
    """Messages of one use, such as a kind of paper; `file` is the .po file they belong in."""

    file: str
    use: str
    messages: tuple[Message, ...]


def sources_of(workspace: Workspace, loaded: LoadedPack, library: Library) -> tuple[Source, ...]:
    """Give all messages that a parent may get to read; raises `TemplateRejected`.

    What the library of phrases has is every authority's; a pack's own goes into its own file.
    """
    pack, phrases = loaded.pack, library.phrases
    own = {key: phrase for key, phrase in pack.phrases.items() if phrases.get(key) != phrase}
    listed = {word for words in library.words.values() for word in words}
    more = {
        group: tuple(word for word in words if word not in listed)
        for group, words in pack.words.items()
    }
    return (
        *_papers(loaded),
        Source(pack.authority, SHEET, pack_messages(pack)),
        Source(pack.authority, PHRASES, phrase_messages(own)),
        Source(pack.authority, LISTED, word_messages(more)),
        Source(SHARED, WORDS, program_messages()),
        Source(SHARED, PHRASES, phrase_messages(phrases)),
        Source(SHARED, LISTED, word_messages(library.words)),
        Source(SHARED, PICTURES, picture_messages(workspace)),
    )


def english_sources(sources: Iterable[Source], *, plain: bool) -> tuple[Source, ...]:
    """Give what English may say in a text of its own: papers' sentences, in plainer words.

    Otherwise only what is said of a number, which has another form for one.
    """
    return tuple(
        replace(each, messages=tuple(m for m in each.messages if plain or m.counts))
        for each in sources
        if each.file != SHARED
    )


def picture_messages(workspace: Workspace) -> tuple[Message, ...]:
    """Give what the pictures of easy papers show."""
    own = workspace.root / "pictures" if workspace.settings else None
    return tuple(
        Message(alt, "picture", places=(f"pictures: {key}",))
        for key, (_, alt) in read_pictures(own).items()
    )


def by_file(sources: Iterable[Source]) -> dict[str, tuple[Message, ...]]:
    """Give the messages of each .po file, each once with all its places, in their order."""
    files: dict[str, dict[Pair, Message]] = {}
    for source in sources:
        found = files.setdefault(source.file, {})
        for message in source.messages:
            before = found.get(message.pair, message)
            places = dict.fromkeys((*before.places, *message.places))
            found[message.pair] = replace(message, places=tuple(places))
    return {file: tuple(found.values()) for file, found in files.items() if found}


def _papers(loaded: LoadedPack) -> Iterator[Source]:
    """Give the sentences of each kind of paper for parents, those of its variants with them."""
    pack = loaded.pack
    for kind in pack.kinds.values():
        if kind.audience == "parent":
            messages = (
                message
                for name in _files(pack, kind.name)
                for message in _read(loaded, kind.name, name)
            )
            (gathered,) = by_file([Source("", kind.name, tuple(messages))]).values() or ((),)
            yield Source(pack.authority, kind.name, gathered)


def _files(pack: Pack, kind: str) -> Iterator[str]:
    for name in sorted(pack.templates, key=lambda name: (name.count("."), name)):
        if name.endswith(".docx") and name.partition(".")[0] == kind:
            yield name


def _read(loaded: LoadedPack, kind: str, name: str) -> tuple[Message, ...]:
    pack, middle = loaded.pack, name.split(".")[1:-1]
    statements = statements_for(pack.kinds[kind], pack, middle[0] if middle else STANDARD)
    template = Template(loaded.contents[name], pack.templates[name].place)
    return messages_of(template, statements)
