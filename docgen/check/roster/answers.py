"""Cells that take a yes or no, a figure, a language or a choice → what a casefile writes there."""

import re
from collections.abc import Callable

from docgen.check.roster import languages, words
from docgen.check.roster.reading import Reading, begins
from docgen.model.typed_row import Said

GUARDS = frozenset({
    "contact.correspondence", "contact.court_order", "contact.deceased", "contact.protected",
})  # fmt: skip
"""Where a misread answer could do harm: whatever can't be read refuses the row."""
_SEVERAL = re.compile(r"[/;&,+]|\band\b|\bor\b", re.IGNORECASE)
_FIGURES = re.compile(r"([0-9]{1,6})(?:\.0+)?")


def ticked(reading: Reading, field: str) -> Said | None:
    """Read a yes or no as true or false; None if nobody says, or nobody knows."""
    said = reading.said(field)
    guards = field in GUARDS
    if said is None or (words.is_unknown(said.text) and not guards):
        return None
    answer = words.yes_no(said.text)
    if answer is None:
        reading.tell("cell-guard" if guards else "cell-yes-no", said, what=begins(field))
        return None
    return Said("true" if answer else "false", said.column)


def whole_number(reading: Reading, field: str, rule: str) -> Said | None:
    """Read a whole number as figures; `rule` tells of what is none."""
    said = reading.said(field)
    found = _FIGURES.fullmatch(said.text) if said else None
    if said and not found:
        reading.tell(rule, said, what=begins(field))
    return Said(str(int(found[1])), said.column) if said and found else None


def language(reading: Reading, field: str) -> Said | None:
    """Read a language as its tag; None if nobody says, or nobody knows."""
    said = reading.said(field)
    if said is None or said.text.casefold() in languages.NOTHING_KNOWN:
        return None
    tag = languages.tag_of(said.text)
    if tag is None:
        several = _SEVERAL.search(said.text)
        rule = "cell-language-several" if several else "cell-language"
        reading.tell(rule, said, what=begins(field))
        return None
    return Said(tag, said.column)


def choice(
    reading: Reading, field: str, read: Callable[[str], str | None], rule: str
) -> Said | None:
    """Read one of a few words; `rule` tells of what is none of them."""
    said = reading.said(field)
    if said is None or words.is_unknown(said.text):
        return None
    word = read(said.text)
    if word is None:
        reading.tell(rule, said)
        return None
    return Said(word, said.column)
