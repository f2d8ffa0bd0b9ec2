"""All documents of a run, decided: who gets what, in which state, and why."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from docgen.model.finding import Finding
from docgen.model.language import Language
from docgen.model.pack import Kind
from docgen.model.rendition import Format


class State(StrEnum):
    """Where a job stands (decisions 5)."""

    DUE = "due"
    PAST = "past"
    ISSUED = "issued"
    HELD = "held"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Job:
    """One document to make.

    `about` is the record it concerns (`m-1`, `ct-1`, `rv-1`, `w-1`, or empty for
    the case or pack); `subjects` are all keys that it shows or concerns,
    `about`, recipient and pupil among them. `language` is what its reader reads,
    with English in the same file (`pl-en`). `format` is what it is delivered as,
    and changes nothing of what it says.
    """

    kind: Kind
    about: str
    recipient: str | None
    pupil: str | None
    subjects: frozenset[str]
    because: str
    school: str
    state: State = State.DUE
    findings: tuple[Finding, ...] = ()
    language: str = "en"
    variant: str = "standard"
    format: Format = "docx"
    counterpart: str | None = None
    run: str = ""

    @property
    def identity(self) -> tuple[str, ...]:
        """Give what a document's number belongs to (decisions 4)."""
        keys = (self.kind.name, self.about, self.recipient, self.pupil)
        return identity_of(keys, self.language, self.variant)


def identity_of(
    keys: tuple[str, str, str | None, str | None], language: str, variant: str
) -> tuple[str, ...]:
    """Give what a number belongs to, of kind, record, recipient and pupil.

    A paper for nobody in particular may be there for several eyes at once, in one language.
    """
    _, _, recipient, _ = keys
    return (*(key or "" for key in keys), language, "" if recipient else variant)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Somebody who gets no document of a kind, and why."""

    kind: str
    about: str
    person: str
    pupil: str | None
    because: str


@dataclass(frozen=True, slots=True)
class Offers:
    """What papers for parents can be made in beside ordinary English: languages, plain English."""

    languages: tuple[Language, ...] = ()
    plain: bool = False


ENGLISH_ONLY = Offers()


@dataclass(frozen=True, slots=True)
class Plan:
    """All jobs of a case, in order, everybody left out, and who reads another language.

    `readers` are (key, BCP 47 tag) of people who get a paper, or are party to one,
    while docgen has no words in the language that they read. `on_request` are papers of kinds
    that are made only when they are asked for by name.
    """

    case_id: str
    authority: str
    jobs: tuple[Job, ...]
    left_out: tuple[LeftOut, ...] = ()
    readers: tuple[tuple[str, str], ...] = ()
    on_request: tuple[Job, ...] = ()


@dataclass(frozen=True, slots=True)
class Identity:
    """The number, version and predecessor that a document is issued under (decisions 4)."""

    number: str
    version: int
    replaces: str | None = None


How = Literal["text", "line", "postcode", "phone", "date", "name", "case-text", "given-name"]


@dataclass(frozen=True, slots=True)
class Forbidden:
    """Something of somebody else's that a document must not show (decisions 8, leak guard).

    `how` says how it is compared: folded text, digits of a phone number, or
    an address by postcode and first line. Inside one of the texts `allowed` it
    may stand: a first name in somebody else's full name.
    """

    owner: str
    what: str
    value: str
    how: How = "text"
    allowed: tuple[str, ...] = ()
