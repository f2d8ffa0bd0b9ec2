"""An action's words in English → the reader's: its own translation, else that of its phrase."""

from docgen.model.action import Requirement, Support
from docgen.model.agreement import wording_of
from docgen.wording.filling import in_words
from docgen.wording.gaps import filled
from docgen.wording.matter import Matter
from docgen.wording.messages import PHRASE


def in_phrase(matter: Matter, item: Requirement | Support, key: str, words: str) -> str:
    """Give an action's words in the reader's language; note where there are none.

    A phrase that nobody has translated yet is the catalogue's to mend, unless the casefile keeps
    older words of it (R-67): those are the case's own.
    """
    if matter.bundle.is_english:
        return words
    wording = wording_of(item, matter.pack.phrases) if item.text is None else None
    if wording is None:
        return matter.written(words, key, "text", item.translations)
    own = matter.reader.perhaps(words, key, "text", item.translations)
    if own is not None:
        return own
    if item.frozen and matter.bundle.find(PHRASE, wording) is None:
        return matter.written(words, key, "text")
    names = {
        name: in_words(matter.reader, value, key, f"with {name}")
        for name, value in item.values.items()
    }
    return filled(matter.bundle.read(PHRASE, wording), names)
