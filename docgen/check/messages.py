"""A message and its translation → what was lost, invented or put where it can't stand."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from docgen.model.finding import Faults, Finding, Severity, Wording, fault
from docgen.model.language import Message

PLACEHOLDER = re.compile(r"\{\{.*?\}\}|\{[^{}]*\}")
BRACES = re.compile(r"[{}]")
TAG = re.compile(r"<(/?)(\d+)(/?)>")
ODD_TAG = re.compile(r"<[\d/][^\s<>]{0,9}>?")
COUNTED = re.compile(r"\|\s*count\s*\}\}|\{number\}")
GAPS = re.compile(r"\s+")
UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069"
    r"\ue000-\uf8ff\ufdd0-\ufdef\ufeff\ufff9-\uffff\ud800-\udfff]"
)
"""Controls; line ends of other kinds; embeddings, overrides and isolates of a direction (the press
sets its own marks); private use; what stands for letters that were lost."""

FAULTS: Faults = {
    "translation-forms": Wording(
        "{given} form(s) for a number where the language has {wanted}.",
        "Write {wanted}, each for the numbers that Plural-Forms at the file's head tells.",
    ),
    "translation-empty": Wording(
        "A form says nothing.",
        "Write it; or leave them all empty, and the sentence counts as not translated.",
    ),
    "translation-lost": Wording(
        "{what} is missing, and what it stands for would not be printed.",
        "Write {what} where it belongs in the sentence, just as the English has it.",
    ),
    "translation-invented": Wording(
        "{what} is not in the English, so there is nothing to print for it.",
        "Take it out, or spell it just as the English does.",
    ),
    "translation-brace": Wording(
        "A single brace stands in the text: {what}",
        "Write a placeholder whole, as the English has it; in a sentence use ( ).",
    ),
    "translation-tags": Wording(
        "The tags are {what}; the English has {wanted}.",
        "Use each tag of the English once, opened before it is closed, inside of what it is "
        "inside of there.",
    ),
    "translation-tabs": Wording(
        "The text has {given} tab(s), the English {wanted}.",
        "Put a tab (⇥ in a spreadsheet, \\t in a .po file) as often as the English does: it is "
        "what sets the columns apart.",
    ),
    "translation-control": Wording(
        "A character stands in it that nobody sees: {what}.",
        "Delete it. docgen itself keeps names and numbers in order where directions meet.",
    ),
    "translation-same": Wording(
        "The translation is the same as the English.",
        "Translate it; if the two languages do say this alike, nothing needs to be done.",
    ),
}


def compared(message: Message, texts: Sequence[str], plural_forms: int) -> tuple[Finding, ...]:
    """Tell all that is wrong with the translation of a message; with none at all, nothing.

    `plural_forms` is how many forms the language has for a number.
    """
    if not any(texts):
        return ()
    wanted = plural_forms if message.counts else 1
    found = [_forms(len(texts), wanted)] if len(texts) != wanted else []
    found += [each for text in texts for each in _text(message, text)]
    return tuple(dict.fromkeys(found))


def _forms(given: int, wanted: int) -> Finding:
    return fault(FAULTS, "translation-forms", None, given=given, wanted=wanted)


def _text(message: Message, text: str) -> Iterator[Finding]:
    if not text.strip():
        yield fault(FAULTS, "translation-empty", None)
        return
    yield from _placeholders(message, text)
    yield from _tags(message.text, text)
    given, tabs = text.count("\t"), message.text.count("\t")
    if given != tabs:
        yield fault(FAULTS, "translation-tabs", None, given=given, wanted=tabs)
    for sign in sorted(set(UNSEEN.findall(text))):
        yield fault(FAULTS, "translation-control", None, what=f"U+{ord(sign):04X}")
    if text == message.text:
        same = fault(FAULTS, "translation-same", None)
        yield replace(same, severity=Severity.WARNING)


def _placeholders(message: Message, text: str) -> Iterator[Finding]:
    """Hold placeholders to the English; a form for one number alone need not name it."""
    wanted, given = _named(message.text), _named(text)
    for name in wanted:
        if name not in given and not (message.counts and COUNTED.search(name)):
            yield fault(FAULTS, "translation-lost", None, what=name)
    for name in given:
        if name not in wanted:
            yield fault(FAULTS, "translation-invented", None, what=name)
    loose = PLACEHOLDER.sub("", text)
    for brace in BRACES.finditer(loose):
        near = loose[max(0, brace.start() - 20) : brace.start() + 20]
        yield fault(FAULTS, "translation-brace", None, what=near)


def _named(text: str) -> dict[str, None]:
    """Give the placeholders of a text, in order, whatever blanks they have."""
    return dict.fromkeys(_spelt(name) for name in PLACEHOLDER.findall(text))


def _spelt(name: str) -> str:
    inside = GAPS.sub(" ", name.strip("{} \t\n\u00a0"))
    return f"{{{{ {inside} }}}}" if name.startswith("{{") else f"{{{inside}}}"


def _tags(english: str, text: str) -> Iterator[Finding]:
    wanted, given = _nested(english), _nested(text)
    odd = ODD_TAG.search(TAG.sub("", PLACEHOLDER.sub("", text)))
    if given is None or odd or Counter(given) != Counter(wanted):
        names = {"what": _shown(text, odd), "wanted": _shown(english)}
        yield fault(FAULTS, "translation-tags", None, **names)


def _nested(text: str) -> list[tuple[str, ...]] | None:
    """Give each tag after those it is inside of; None where they don't open and close in turn."""
    inside: tuple[str, ...] = ()
    found: list[tuple[str, ...]] = []
    for closing, number, alone in TAG.findall(text):
        if closing:
            if inside[-1:] != (number,) or alone:
                return None
            inside = inside[:-1]
            continue
        found.append((*inside, number + alone))
        inside = inside if alone else (*inside, number)
    return None if inside else found


def _shown(text: str, odd: re.Match[str] | None = None) -> str:
    """Give the tags of a text; of one that is none, where it begins."""
    tags = "".join(found[0] for found in TAG.finditer(text))
    return tags + (f"{odd[0]}…" if odd else "") or "none"
