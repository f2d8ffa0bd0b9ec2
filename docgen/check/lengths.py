"""A message and its translation → whether it may run out of the place that the English has."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace

from docgen.check.messages import PLACEHOLDER, TAG
from docgen.model.finding import Faults, Finding, Severity, Wording, fault
from docgen.model.language import Message

LABEL, SENTENCE = (2.0, 8), (2.0, 40)
"""How many times as long as the English a text may be, and how many letters more on top.

A label (a template's message with a context) stands in a column or beside a tab, where there is
least room.
"""
TEMPLATE = ".docx: "
GAPS = re.compile(r"\s+")

FAULTS: Faults = {
    "translation-long": Wording(
        "The translation is {length} letters long, the English {english}: it may not fit into "
        "the line or column where it stands.",
        "Say it in fewer words, or look at the page: docgen pack proof shows where it stands.",
    ),
}


def overlong(message: Message, texts: Iterable[str]) -> Iterator[Finding]:
    """Tell of each text that is far longer than its English."""
    is_label = message.context and any(TEMPLATE in place for place in message.places)
    times, more = LABEL if is_label else SENTENCE
    english = letters(message.text)
    for text in texts:
        length = letters(text)
        if length > english * times + more:
            told = fault(FAULTS, "translation-long", None, length=length, english=english)
            yield replace(told, severity=Severity.WARNING)


def letters(text: str) -> int:
    """Count what takes room of its own: no placeholders, tags or marks over and under letters."""
    bare = GAPS.sub(" ", TAG.sub("", PLACEHOLDER.sub("", text)))
    return sum(unicodedata.category(char) not in {"Mn", "Me", "Cf"} for char in bare)
