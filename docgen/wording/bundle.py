"""One language's catalogue into what values are made of: docgen's own words, counts and formats.

What can't be said, and what nobody has checked, goes into the notes of the bundle: one is made for
each paper. English can always be said.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from gettext import c2py
from typing import Literal

from docgen.errors import Reasons
from docgen.model.finding import Wording
from docgen.model.language import CHECKED, ENGLISH, PRINTABLE, Catalogue, Translated
from docgen.wording import english as words
from docgen.wording.gaps import filled
from docgen.wording.notes import Lack, Notes

REASONS: Reasons = {
    "wording-no-phrase": Wording(
        "{key} uses the phrase {phrase}, which the library of phrases does not hold.",
        "Correct `phrase:` there (docgen pack phrases lists them all), or write the words out "
        "as `text:`.",
    ),
    "wording-name-missing": Wording(
        "{key} uses the phrase {phrase}, but not all of its names are filled in.",
        "Add what is missing to `with:` there; docgen pack phrases tells what each phrase asks.",
    ),
    "wording-no-topic": Wording(
        "A row of the checklist asks for the evidence {topic}, which docgen does not know.",
        "Correct `evidence:` of that row in pack.yaml, or take it out.",
    ),
    "wording-no-statement": Wording(
        "The kind {document} carries the statement {statement}, which the pack does not hold.",
        "Add {statement} to `statements:` in pack.yaml, or take it out of the kind's list.",
    ),
}
OWN_ENGLISH = Catalogue(ENGLISH)


@dataclass(frozen=True, slots=True)
class Bundle:
    """One language for one paper: its catalogue, and what was noted while it was said."""

    catalogue: Catalogue = OWN_ENGLISH
    notes: Notes = field(default_factory=Notes, compare=False)

    @property
    def language(self) -> str:
        """Give its BCP 47 tag."""
        return self.catalogue.language.tag

    @property
    def locale(self) -> str:
        """Give Babel's name for its formats."""
        return self.catalogue.language.locale

    @property
    def direction(self) -> Literal["ltr", "rtl"]:
        """Give the direction in which it is read."""
        return self.catalogue.language.direction

    @property
    def is_english(self) -> bool:
        """Tell whether it is English, plain words or usual ones."""
        return self.language == ENGLISH.tag

    def say(self, phrase: str, **names: object) -> str:
        """Give docgen's own words, their names filled in."""
        if self.is_english:
            return words.ENGLISH[phrase].format_map(names)
        return filled(self.read(phrase, words.ENGLISH[phrase]), names)

    def count(self, noun: str, number: int) -> str:
        """Give how many there are of what docgen counts: `1 session`, `7 school weeks`."""
        one, other = words.COUNTED[noun]
        if self.is_english:
            return (one if number == 1 else other).format(number=number)
        found = self.find(noun, other)
        if found is None:
            return self._lacking(noun, other)
        form = min(_form_of(self.catalogue.plural)(number), len(found.texts) - 1)
        return filled(found.texts[form], {"number": number})

    def read(self, context: str, english: str) -> str:
        """Give a message of the catalogue; English that is not in it stands as it is."""
        found = self.find(context, english)
        if found is not None:
            return found.text
        return english if self.is_english else self._lacking(context, english)

    def find(self, context: str, english: str) -> Translated | None:
        """Give a message's translation if it may be printed; note where nobody has checked it."""
        found = self.catalogue.messages.get((context, english))
        if found is None or found.status not in PRINTABLE:
            return None
        if found.status not in CHECKED:
            self.notes.drafted(f"{context} “{english}”", *found.texts)
        return found

    def _lacking(self, context: str, english: str) -> str:
        return self.notes.lacking(Lack("R-110", context, english=english))


def english() -> Bundle:
    """Give docgen's own English."""
    return Bundle()


@cache
def _form_of(plural: str) -> Callable[[int], int]:
    """Give gettext's function from a number to its form."""
    return c2py(plural)
