"""An office that has begun to translate its papers into Polish."""

from dataclasses import dataclass
from pathlib import Path

from officework import office_in

from docgen.model.language import Status
from docgen.service.desk import Desk, open_desk
from docgen.service.translations.approve import Saying, Wish, approve
from docgen.service.translations.extract import extract
from docgen.service.translations.shelf import Demand, demand_of, open_shelf
from docgen.service.translations.standing import Standing, standings
from docgen.service.translations.texts import NewText, put_texts

RING = "Does it not suit you? Phone {{ contact.phone }}."
MENDED = "Does it not suit you? Please phone {{ contact.phone }}."
POLISH_RING = "Nie pasuje Państwu? Prosimy o telefon: {{ contact.phone }}."
AGREE = ("", "I agree")
APPROVED = Saying("approved", "A. Nowak, Translators Ltd")


@dataclass
class Office:
    """An office that has begun to translate its papers into Polish."""

    folder: Path

    @property
    def desk(self) -> Desk:
        """Open the desk of an attendance officer."""
        return open_desk(self.folder, self.folder, by="st-2")

    @property
    def demand(self) -> Demand:
        """Gather what is to be said, as the templates now are."""
        return demand_of(self.desk.workspace)

    @property
    def po(self) -> Path:
        """Give the office's own Polish file."""
        return self.folder / "translations" / "pl" / "wessex-vale.po"

    def say(self, english: str, *texts: str, name: str = "pl") -> None:
        """Translate a message."""
        demand = self.demand
        shelf = open_shelf(demand, name)
        put_texts(demand, shelf, [NewText(self.message(english, name), texts)])

    def message(self, english: str, name: str = "pl") -> Standing:
        """Give a message of the office's own papers as it stands."""
        return next(each for each in self.own(name) if each.message.text == english)

    def own(self, name: str = "pl") -> tuple[Standing, ...]:
        """Give all messages of the office's own papers."""
        demand = self.demand
        found = standings(demand, open_shelf(demand, name))
        return tuple(each for each in found if each.file == "wessex-vale")

    def status(self, english: str) -> Status:
        """Tell how far a message is."""
        return self.message(english).status

    def approve(self, *messages: str, saying: Saying = APPROVED) -> tuple[Standing, ...]:
        """Write down that somebody checked messages."""
        return approve(self.desk, self.demand, "pl", Wish(messages), saying)

    def mend(self, old: str, new: str) -> None:
        """Change the English of a fixed text."""
        path = self.folder / "templates" / "wessex-vale" / "pack.yaml"
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")


def begun(folder: Path) -> Office:
    """Lay out an office and its Polish file, in which nothing is translated yet."""
    found = Office(office_in(folder))
    extract(found.demand, "pl")
    return found
