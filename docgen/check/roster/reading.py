"""One row of cells, read field by field; what is wrong with it is collected on the way."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from docgen.check.roster.faults import found
from docgen.model.finding import Finding, Severity
from docgen.model.roster import NOTHING, Kind, Row
from docgen.model.typed_row import Columns, Said

BLANKS = frozenset({"", "-", "--", "\u2013", "\u2014", ".", "n/a", "na", "null", "none", "nil"})
"""What stands in an empty cell's place."""

UNREAD = frozenset({Kind.ERROR, Kind.FORMULA})
"""Cells that hold a fault in place of what they should say."""

WHAT: Mapping[str, str] = {
    "pupil.full_name": "the pupil's name",
    "pupil.legal_forename": "the pupil's legal forename",
    "pupil.legal_middle": "the pupil's middle names",
    "pupil.legal_surname": "the pupil's legal surname",
    "pupil.preferred_forename": "the pupil's preferred forename",
    "pupil.preferred_surname": "the pupil's preferred surname",
    "pupil.date_of_birth": "the date of birth",
    "pupil.year_group": "the year group",
    "pupil.home_language": "the language spoken at home",
    "contact.full_name": "the contact's name",
    "contact.relationship": "the contact's relationship to the pupil",
    "contact.parental_responsibility": "parental responsibility",
    "contact.lives_with": "whether the pupil lives with the contact",
    "contact.correspondence": "whether the contact gets letters",
    "contact.court_order": "whether there is a court order",
    "contact.deceased": "whether the contact is deceased",
    "contact.protected": "whether the contact is protected",
    "contact.reads": "the language the contact reads",
    "contact.speaks": "the language the contact speaks",
    "address.line_1": "the address",
    "address.postcode": "the postcode",
    "address.whole": "the whole address",
    "attendance.as_at": "the day of the attendance figures",
    "attendance.possible": "the number of sessions possible",
    "attendance.attended": "the number of sessions attended",
    "attendance.authorised": "the number of authorised absences",
    "attendance.unauthorised": "the number of unauthorised absences",
    "meeting.date": "the day of the meeting",
    "meeting.online": "whether the meeting is online",
    "school.key": "the school's key",
    "school.name": "the school's name",
}


def what(name: str) -> str:
    """Say in plain words what a field holds."""
    entity, _, part = name.partition(".")
    return WHAT.get(name, f"the {entity}'s {part.replace('_', ' ')}")


def begins(name: str) -> str:
    """Say it at the beginning of a sentence."""
    said = what(name)
    return said[0].upper() + said[1:]


@dataclass(slots=True)
class Reading:
    """A row on its way to becoming people."""

    row: Row
    columns: Columns
    today: date
    findings: list[Finding] = field(default_factory=list)

    def text(self, name: str) -> str:
        """Give the text of a field's cell; "" if no column fills it or it holds a fault."""
        column = self.columns.by_field.get(name)
        cell = self.row.cells[column - 1] if column else NOTHING
        return "" if cell.kind in UNREAD else cell.text

    def raw(self, name: str) -> Said | None:
        """Give what a cell says, whatever it is, with single blanks; None if it is empty."""
        column = self.columns.by_field.get(name)
        cell = self.row.cells[column - 1] if column else NOTHING
        if column is None or not cell.text or cell.kind in UNREAD:
            return None
        text = " ".join(cell.text.split())
        return Said(text, column) if text else None

    def said(self, name: str) -> Said | None:
        """Give what a cell says; None if it is empty or holds a dash or the like."""
        raw = self.raw(name)
        return None if raw is None or raw.text.casefold() in BLANKS else raw

    def tell(self, rule: str, at: Said | int | None = None, **names: object) -> None:
        """Add a finding at what was said, a column, or the row as a whole."""
        column = at.column if isinstance(at, Said) else at or 0
        place = self.columns.table.mark(self.row.number, column)
        self.findings.append(found(rule, place, **names))

    @property
    def is_refused(self) -> bool:
        """Tell whether something refuses the row."""
        return any(each.severity is Severity.ERROR for each in self.findings)
