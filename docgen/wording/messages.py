"""What docgen, its phrases and a pack's sheet say to parents → messages for translators.

What a translator leaves open stands in {single braces}, in the phrases as in these words; papers'
own sentences, with their placeholders, come from the templates.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from docgen.model.language import Message
from docgen.model.pack import Pack, Phrase
from docgen.wording.english import COUNTED, ENGLISH, HINTS

PHRASE, MEASURE, WORD = "phrase", "measure", "word"
KIND, TERM, LINK = "kind", "term", "link"


def program_messages() -> tuple[Message, ...]:
    """Give docgen's own words, each under its key."""
    said = (Message(text, key, places=_hint(key)) for key, text in ENGLISH.items())
    counted = (Message(other, key, True, _hint(key)) for key, (_, other) in COUNTED.items())
    return (*said, *counted)


def phrase_messages(phrases: Mapping[str, Phrase]) -> tuple[Message, ...]:
    """Give the phrases, and how what they say is usually measured."""
    texts = ((phrase.text, f"phrases: {key}") for key, phrase in phrases.items())
    measures = (
        (phrase.measure, f"phrases: {key}") for key, phrase in phrases.items() if phrase.measure
    )
    return (*_gathered(PHRASE, texts), *_gathered(MEASURE, measures))


def word_messages(words: Mapping[str, tuple[str, ...]]) -> tuple[Message, ...]:
    """Give the words that staff often write, by group."""
    listed = ((word, f"words: {group}") for group, each in words.items() for word in each)
    return tuple(_gathered(WORD, listed))


def pack_messages(pack: Pack) -> tuple[Message, ...]:
    """Give the titles of a pack's papers but those for staff, its terms, and what its links say."""
    titles = (
        (kind.title, f"pack.yaml: kinds {name}")
        for name, kind in pack.kinds.items()
        if kind.audience != "staff"
    )
    terms = ((word, f"pack.yaml: terms {key}") for key, word in pack.terms.items())
    links = ((link.helps_with, f"pack.yaml: links {link.name}") for link in pack.links)
    parts = (_gathered(KIND, titles), _gathered(TERM, terms), _gathered(LINK, links))
    return tuple(chain.from_iterable(parts))


def _gathered(context: str, found: Iterable[tuple[str, str]]) -> Iterator[Message]:
    """Give each text once, with all its places."""
    places: dict[str, list[str]] = {}
    for text, place in found:
        places.setdefault(text, []).append(place)
    for text, where in places.items():
        yield Message(text, context, places=tuple(where))


def _hint(key: str) -> tuple[str, ...]:
    hint = HINTS.get(key)
    return (f"docgen: {key} ({hint})",) if hint else (f"docgen: {key}",)
