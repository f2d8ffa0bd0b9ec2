"""Messages of a template → what a catalogue has for them, and a refusal of what it lacks."""

from dataclasses import dataclass, field, replace

from docgen.check.translations import unworded
from docgen.errors import Reasons, WordingMissing
from docgen.model.finding import Wording
from docgen.model.language import PRINTABLE, Catalogue, Message, Pair
from docgen.model.sheet import Mark

PICTURE = "picture"
REASONS: Reasons = {
    "translation-missing": Wording(
        "{place} can't be made in {language}: {count} of its sentences have no translation that "
        "may be printed.",
        "Have them translated (docgen translations status tells which they are), or make the "
        "paper in English.",
    ),
}


@dataclass(slots=True)
class Asked:
    """What a paper asks of a catalogue: messages that it uses, and those that are not there."""

    catalogue: Catalogue
    used: dict[Pair, None] = field(default_factory=dict)
    missing: dict[Pair, Message] = field(default_factory=dict)

    def found(self, message: Message) -> tuple[str, ...] | None:
        """Give the texts of a message that may be printed, or None."""
        known = self.catalogue.messages.get(message.pair)
        if known is None or known.status not in PRINTABLE:
            return None
        self.used[message.pair] = None
        return known.texts

    def texts(self, message: Message) -> tuple[str, ...]:
        """Give the texts of a message; one that is missing is noted, and stays as it is."""
        found = self.found(message)
        if found is None:
            self.missing[message.pair] = message
        return found or (message.text,)

    def picture(self, alt: str) -> str:
        """Give what a picture shows; one that is missing is noted, and stays as it is."""
        return self.texts(Message(alt, PICTURE, places=(PICTURE,)))[0]

    def refuse(self, place: str) -> None:
        """Raise WordingMissing with a finding on all messages that are missing, if any is."""
        if not self.missing:
            return
        names = {"place": place, "language": self.catalogue.language.name}
        told = REASONS["translation-missing"]
        lacking = tuple(message.text for message in self.missing.values())
        raise WordingMissing(
            "translation-missing",
            told.message.format(count=len(lacking), **names),
            told.remedy,
            (replace(unworded(self.catalogue.language, lacking), place=Mark(place, 1, 1)),),
            lacking,
        )
