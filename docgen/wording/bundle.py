"""A language tag into its bundle: all phrases that values are made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from docgen.errors import Reasons, WordingMissing, stop
from docgen.model.finding import Wording
from docgen.wording.english import ENGLISH

REASONS: Reasons = {
    "wording-no-language": Wording(
        "docgen has no words in the language {language} yet.",
        "Make this document in English (en), and have it translated by hand.",
    ),
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


@dataclass(frozen=True, slots=True)
class Bundle:
    """One language: its tag, direction, Babel's name for its formats, and its phrases."""

    language: str
    direction: Literal["ltr", "rtl"]
    locale: str
    phrases: Mapping[str, str]

    def say(self, phrase: str, **names: object) -> str:
        """Give a phrase, its names filled in."""
        return self.phrases[phrase].format_map(names)


_BUNDLES: Mapping[str, Bundle] = {"en": Bundle("en", "ltr", "en_GB", ENGLISH)}


def bundle(language: str) -> Bundle:
    """Give the bundle of a language; raise WordingMissing for one that docgen has not got."""
    if language not in _BUNDLES:
        raise stop(WordingMissing, REASONS, "wording-no-language", language=language)
    return _BUNDLES[language]
