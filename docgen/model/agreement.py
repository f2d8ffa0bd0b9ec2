"""An action into its words, and a contract into the digest of what its signers agree to (R-67)."""

import hashlib
import json
import re
from collections.abc import Mapping

from docgen.model.action import Requirement, Smart, Support
from docgen.model.case import Case
from docgen.model.pack import Phrase

_NAME = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_DIGITS = 16


def asks(phrase: Phrase) -> tuple[str, ...]:
    """Give the names that a phrase leaves open, each once, in their order in its text."""
    return _open(phrase.text)


def said(item: Requirement | Support, phrases: Mapping[str, Phrase]) -> str | None:
    """Give the words of an action: its own text, else its phrase with the names filled in.

    A frozen phrase goes before the library's; it is the phrase's own wording,
    names still open. None where the phrase is unknown or a name is missing.
    """
    if item.text is not None:
        return item.text
    wording = wording_of(item, phrases)
    if wording is None or any(name not in item.values for name in _open(wording)):
        return None
    return _NAME.sub(lambda found: item.values[found[1]], wording)


def is_private(item: Support, phrases: Mapping[str, Phrase]) -> bool:
    """Tell whether support is for the parties' eyes alone: it says so, or its phrase does."""
    phrase = phrases.get(item.phrase or "")
    return item.private or (phrase is not None and phrase.private)


def agreed_text(case: Case, contract: str, phrases: Mapping[str, Phrase]) -> str:
    """Give the digest (SHA-256, its first 16 hex digits) of what a contract's signers agree to.

    It covers the parties, the pupil, the period, and of each requirement,
    struck or not, and each support who does it and what the paper says of it;
    not reasons, reviews, history or signatures.
    """
    found = case.contracts[contract]
    agreed = {
        "pupil": found.pupil,
        "parties": found.parties,
        "period": [found.period.start, found.period.last_day],
        "requirements": [_asked(item, phrases) for item in found.requirements.values()],
        "support": [_given(item, phrases) for item in found.support.values()],
    }
    text = json.dumps(agreed, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]


def _open(wording: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_NAME.findall(wording)))


def wording_of(item: Requirement | Support, phrases: Mapping[str, Phrase]) -> str | None:
    """Give the wording of an action's phrase with its names still open, or None."""
    if item.frozen:
        return item.frozen.text
    phrase = phrases.get(item.phrase or "")
    return phrase.text if phrase else None


def _asked(item: Requirement, phrases: Mapping[str, Phrase]) -> list[object]:
    smart = item.smart or Smart()
    due, struck = item.due or smart.due, item.struck is not None
    return [item.owner, _words(item, phrases), due, smart.measure, struck, _hours(item)]


def _given(item: Support, phrases: Mapping[str, Phrase]) -> list[object]:
    words = _words(item, phrases)
    return [item.provider, words, item.start, item.frequency, _hours(item)]


def _words(item: Requirement | Support, phrases: Mapping[str, Phrase]) -> str | None:
    words = said(item, phrases)
    return item.phrase if words is None else words


def _hours(item: Requirement | Support) -> list[object]:
    cut = item.part_time
    return [cut.reason, cut.until, cut.target] if cut else []
