"""A text that staff wrote in English, and its translations, each bound to it by a digest (T-19)."""

import hashlib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from docgen.model.action import Translation

DIGITS = 12
FEWEST = 6
"""So many figures of a digest bind a translation; `digest_of` gives a few more."""


@dataclass(frozen=True, slots=True)
class CaseText:
    """A text as it stands anywhere in a case or school, with its translations by language."""

    text: str
    translations: Mapping[str, Translation] = field(default_factory=dict)


def digest_of(text: str) -> str:
    """Give what `of:` says of an English text (SHA-256, its first hex digits)."""
    return hashlib.sha256(one_line(text).encode()).hexdigest()[:DIGITS]


def one_line(text: str) -> str:
    """Give a text as it is compared: composed, with single blanks."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def is_stale(translation: Translation, text: str) -> bool:
    """Tell whether a translation says that it is of another English than this."""
    return translation.of is not None and not _fits(translation.of, text)


def is_checked(translation: Translation, text: str) -> bool:
    """Tell whether somebody checked it as a translation of just this English."""
    bound = translation.of is not None and _fits(translation.of, text)
    return bound and translation.status != "draft"


def _fits(of: str, text: str) -> bool:
    return len(of) >= FEWEST and digest_of(text).startswith(of[:DIGITS].lower())
