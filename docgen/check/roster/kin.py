"""What a row says of contact and pupil → their relationship, and what makes the contact a parent.

Section 576 of the Education Act 1996 counts natural parents, those with parental responsibility
and those who look after a child; whoever is none of them gets no letters.
"""

from docgen.check.roster import words
from docgen.check.roster.reading import Reading
from docgen.model.typed_row import Said

FIELD = "contact.relationship"


def relationship(reading: Reading, otherwise: int) -> Said:
    """Read how a contact belongs to a pupil; `otherwise` is the column to point at if none says."""
    said = reading.said(FIELD)
    if said is None or words.is_unknown(said.text):
        return Said(words.PARENT_OR_CARER, said.column if said else otherwise)
    word = words.relationship(said.text)
    if word is None:
        reading.tell("cell-relationship", said)
        return said
    return Said(word, said.column)


def basis(kin: Said, responsible: Said | None, lives_with: Said | None) -> tuple[Said, ...]:
    """Give what makes the contact a parent of the pupil, as far as the row tells."""
    lives = lives_with is not None and lives_with.text != "none"
    cares = kin.text in words.ALWAYS_CARING or (
        lives and kin.text in words.CARERS | words.NATURAL_PARENTS
    )
    held = responsible if responsible and responsible.text == "true" else None
    found = (
        Said(words.NATURAL, kin.column) if kin.text in words.NATURAL_PARENTS else None,
        Said(words.HELD, held.column) if held else None,
        Said(words.CARES, (lives_with or kin).column) if cares else None,
    )
    return tuple(each for each in found if each)
