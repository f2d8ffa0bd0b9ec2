"""What a row says of its school → the key of the school's file."""

from collections.abc import Iterator

from docgen.model.finding import Faults, Finding, Wording, fault
from docgen.model.folding import folded
from docgen.model.roster import Table
from docgen.model.sheet import Scalar
from docgen.model.typed_row import TypedRow
from docgen.service.batch.judging import read_school
from docgen.service.desk import Desk
from docgen.service.office import school_keys

FAULTS: Faults = {
    "roster-school-unknown": Wording(
        "No school in the folder of schools has this name.",
        "Write the school's key, or the name as it stands in the school's file.",
    ),
}


class SchoolNames:
    """Finds schools by what a row says: a key, or a name as in a school's file."""

    def __init__(self, desk: Desk) -> None:
        """Read schools at a desk, when a row first says a name."""
        self._desk = desk
        self._keys: dict[str, str] = {}

    def of(self, row: TypedRow, table: Table) -> tuple[str, tuple[Finding, ...]]:
        """Give the school's key, empty where the frame tells it; or what is wrong."""
        if row.school:
            return row.school.text, ()
        if row.school_name is None:
            return "", ()
        if not self._keys:
            self._keys = dict(self._named())
        key = self._keys.get(folded(row.school_name.text), "")
        if key:
            return key, ()
        place = table.mark(row.number, row.school_name.column)
        return "", (fault(FAULTS, "roster-school-unknown", place),)

    def _named(self) -> Iterator[tuple[str, str]]:
        for key in school_keys(self._desk.workspace):
            sheet = read_school(self._desk, key).sheet
            name = sheet.root.get("name") if sheet else None
            if isinstance(name, Scalar):
                yield folded(name.text), key
