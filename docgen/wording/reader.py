"""What staff wrote in English into the reader's words: one door for all of it (T-19).

A text has its translation beside it, or among the `texts:` of the casefile or the school's file; or
it is one of those that staff often write, which the catalogue has. Names of people, services and
places, addresses, numbers and links never come this way.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from docgen.model.action import Translation
from docgen.model.casetext import CaseText, is_checked, is_stale, one_line
from docgen.wording.bundle import Bundle
from docgen.wording.messages import MEASURE, WORD
from docgen.wording.notes import Lack

Own = Mapping[str, Translation]
NONE: Own = {}


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody's language, and the texts that a case and its school have translated."""

    bundle: Bundle
    texts: tuple[CaseText, ...] = ()

    def written(self, text: str | None, about: str, what: str, own: Own = NONE) -> str:
        """Give a text in the reader's words; note under key and field that there are none."""
        if not text:
            return ""
        found = self.perhaps(text, about, what, own)
        if found is None:
            old = ", as its translation is of other words" if self._is_old(text, own) else ""
            return self.bundle.notes.lacking(Lack("T-19", about, f"{what}{old}", text))
        return found

    def perhaps(self, text: str, about: str, what: str, own: Own = NONE) -> str | None:
        """Give a text in the reader's words, or None where there are none."""
        for translation in self._translations(text, own):
            if not is_checked(translation, text):
                self.bundle.notes.drafted(f"{about} {what}", translation.text, english=text)
            return translation.text
        return self._from_catalogue(one_line(text))

    def _translations(self, text: str, own: Own) -> Iterator[Translation]:
        """Give what is said to be this text in the reader's language, the nearest first."""
        return (found for found in self._held(text, own) if not is_stale(found, text))

    def _is_old(self, text: str, own: Own) -> bool:
        """Tell whether there is a translation, but of other English than this."""
        return any(True for _ in self._held(text, own))

    def _held(self, text: str, own: Own) -> Iterator[Translation]:
        same = (each.translations for each in self.texts if one_line(each.text) == one_line(text))
        for translations in (own, *same):
            if self.bundle.language in translations:
                yield translations[self.bundle.language]

    def _from_catalogue(self, text: str) -> str | None:
        forms = dict.fromkeys((text, text[:1].lower() + text[1:], text[:1].upper() + text[1:]))
        for context in (WORD, MEASURE):
            for form in forms:
                found = self.bundle.find(context, form)
                if found:
                    return found.text
        return None
