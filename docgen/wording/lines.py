"""A reader's language → docgen's own lines in a paper of two languages (T-09, T-18)."""

from dataclasses import dataclass
from typing import Literal

from docgen.model.language import Language
from docgen.wording.bundle import Bundle
from docgen.wording.english import ENGLISH
from docgen.wording.notes import Notes

AFTER = "This letter in English follows the same letter in {language}."
UNCHECKED = "The translation into {language} is a draft. Nobody has checked it yet."


@dataclass(frozen=True, slots=True)
class OwnLines:
    """In which language a letter is, that nobody has checked it, which of two texts stands."""

    mark: str
    unchecked: str
    stands: str


Form = Literal["letters", "clauses"]


def own_lines(bundle: Bundle, reader: Language, form: Form) -> OwnLines:
    """Give the lines in a bundle's language: the reader's own, or English about the reader's.

    Of the reader's lines only those are said that papers of this form print. That nobody has
    checked the line that says so is no reason to print it.
    """
    if bundle.is_english:
        names = {"language": reader.name}
        stands = ENGLISH["line-stands"]
        return OwnLines(AFTER.format_map(names), UNCHECKED.format_map(names), stands)
    aside = Bundle(bundle.catalogue, Notes())
    unchecked = aside.say("line-unchecked")
    for lack in aside.notes.lacks:
        bundle.notes.lacking(lack)
    if form == "letters":
        return OwnLines(bundle.say("line-mark"), unchecked, "")
    return OwnLines("", unchecked, bundle.say("line-stands"))
