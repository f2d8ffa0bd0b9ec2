"""The contact's cells of a row → a person: their name, how to reach them, what guards them."""

from docgen.check.roster import words
from docgen.check.roster.addresses import address, is_secret, without_street
from docgen.check.roster.answers import choice, language, ticked, whole_number
from docgen.check.roster.kin import basis, relationship
from docgen.check.roster.names import Name, name, title
from docgen.check.roster.reach import email, phone
from docgen.check.roster.reading import Reading
from docgen.model.typed_row import Said, TypedContact

PARTS = ("contact.forename", "contact.middle", "contact.surname")


def contact(reading: Reading) -> TypedContact | None:
    """Read a row's contact; None if there is no name that one person bears."""
    found = name(reading, "contact", PARTS, "contact.full_name")
    called = title(reading, found)
    if found is None:
        return None
    responsible = ticked(reading, "contact.parental_responsibility")
    kin = relationship(reading, (responsible or found.legal).column)
    lives_with = choice(reading, "contact.lives_with", words.lives_with, "cell-lives-with")
    lines = address(reading)
    belongs = basis(kin, responsible, lives_with)
    if belongs and without_street(reading, lines):
        reading.tell("cell-address-street", lines[0])
    return TypedContact(
        legal_name=found.legal,
        relationship=kin,
        single_name=found.single,
        organisation=found.body,
        basis=belongs,
        title=called,
        id=reading.said("contact.id"),
        lives_with=lives_with,
        priority=whole_number(reading, "contact.priority", "cell-priority"),
        reads=language(reading, "contact.reads"),
        speaks=language(reading, "contact.speaks"),
        variant=choice(reading, "contact.variant", words.variant, "cell-variant"),
        phone=phone(reading),
        email=email(reading),
        address=lines,
        parental_responsibility=responsible,
        correspondence=_letters(reading),
        court_order=ticked(reading, "contact.court_order"),
        deceased=_deceased(reading, found),
        protected=_protected(reading, lines),
    )


def _letters(reading: Reading) -> Said | None:
    said = ticked(reading, "contact.correspondence")
    if said and said.text == "false":
        reading.tell("cell-no-letters", said)
    return said


def _deceased(reading: Reading, found: Name) -> Said | None:
    said = ticked(reading, "contact.deceased")
    if found.dead:
        said = Said("true", found.legal.column)
    if said and said.text == "true":
        reading.tell("cell-deceased", said)
    return said


def _protected(reading: Reading, lines: tuple[Said, ...]) -> Said | None:
    said = ticked(reading, "contact.protected")
    secret = is_secret(lines)
    if secret and (said is None or said.text == "false"):
        reading.tell("cell-protected", secret)
        return Said("true", secret.column)
    return said
