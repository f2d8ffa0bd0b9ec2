"""One family of a roster: its pupils and parents, found together, each with their rows."""

from dataclasses import dataclass

from docgen.model.finding import Finding
from docgen.model.roster import Table
from docgen.model.typed_row import TypedRow


@dataclass(frozen=True, slots=True)
class Related:
    """A row of a family with the keys of its pupil and contact.

    `person` is empty for a contact who is nobody's parent (a neighbour, a social worker).
    """

    row: TypedRow
    pupil: str
    person: str = ""


@dataclass(frozen=True, slots=True)
class Family:
    """Pupils who share a parent, at one school, in the order of the roster.

    `school` is the school's key where rows say it, else empty. `of_rows` are what is to be asked
    about single rows, `findings` about how they hang together; `vanished` the (pupil, person)
    keys of parents who stood in the last import and don't in this one. `former` are other cases
    in which its pupils were before: families grow together and fall apart. It `stands` if docgen
    handed the sheet back and none of its rows was changed since.
    """

    case: str
    table: Table
    related: tuple[Related, ...]
    school: str = ""
    of_rows: tuple[Finding, ...] = ()
    findings: tuple[Finding, ...] = ()
    vanished: tuple[tuple[str, str], ...] = ()
    former: tuple[str, ...] = ()
    stands: bool = False

    @property
    def numbers(self) -> tuple[int, ...]:
        """Give the rows as the spreadsheet numbers them."""
        return tuple(one.row.number for one in self.related)

    @property
    def pupils(self) -> tuple[str, ...]:
        """Give the pupils' keys, in order."""
        return tuple(dict.fromkeys(one.pupil for one in self.related))

    @property
    def people(self) -> tuple[str, ...]:
        """Give the parents' keys, in order."""
        return tuple(dict.fromkeys(one.person for one in self.related if one.person))

    def of(self, *, pupil: str | None = None, person: str | None = None) -> tuple[Related, ...]:
        """Give the rows of a pupil, of a parent, or of both."""
        return tuple(
            one
            for one in self.related
            if pupil in {None, one.pupil} and person in {None, one.person}
        )

    def rows_of(self, person: str | None, pupil: str | None) -> tuple[int, ...]:
        """Give the rows behind a letter to a parent about a pupil; None: anybody."""
        return tuple(one.row.number for one in self.of(pupil=pupil, person=person))
