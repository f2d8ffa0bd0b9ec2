"""Matched columns → what is wrong with them as a whole, the most fundamental first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from docgen.check.roster.addresses import STREETS
from docgen.check.roster.faults import found
from docgen.check.roster.guesses import CONTACT_NAMES, PUPIL_NAMES
from docgen.check.roster.headings import headings_of, naming
from docgen.check.roster.reading import what
from docgen.model.finding import Finding
from docgen.model.roster import IGNORED, Match, column_letters
from docgen.model.typed_row import Columns, Export

NECESSARY: tuple[tuple[str, ...], ...] = (
    PUPIL_NAMES,
    ("pupil.date_of_birth",),
    CONTACT_NAMES,
    ("contact.relationship", "contact.parental_responsibility"),
    STREETS,
)
"""Of each of these one must be there; the first is asked for."""
DOUBTFUL: Mapping[str, Mapping[str, str]] = {
    "pupil.home_language": {
        "what": "the language that the contact reads, or the one spoken at home",
        "field": "contact.reads",
    },
}
"""What to ask of a field that more than one thing may be meant by."""
LEGAL = "legal"
WHOLE_NAMES = frozenset({"pupil.full_name", "contact.full_name"})


@dataclass(frozen=True, slots=True)
class Judging:
    """Columns as matched, the export they come from, and those that somebody laid down."""

    columns: Columns
    matches: Sequence[Match]
    export: Export | None
    told: frozenset[int]

    def findings(self, twice: Iterable[tuple[Match, ...]]) -> Iterator[Finding]:
        """Give what is wrong; `twice` are the columns that seem to hold the same."""
        if not self.columns.by_field:
            yield self._found("column-none", ())
            return
        beside = self._side_by_side()
        if len({slot for _, slot in beside}) > 1:
            yield self._found("column-contacts", [column for column, _ in beside])
            return
        for claims in twice:
            columns = [match.column for match in sorted(claims, key=lambda each: each.column)]
            yield self._found("column-two", columns, what=what(claims[0].field))
        yield from self._missing()
        yield from self._asked()

    def _found(self, rule: str, columns: Sequence[int], **names: object) -> Finding:
        """Make a finding at the first of these columns' headings."""
        table = self.columns.table
        place = table.mark(table.heading_row, columns[0] if columns else 0)
        letters = [column_letters(column) for column in columns]
        listed = " and ".join((", ".join(letters[:-1]), letters[-1])) if letters[1:] else ""
        first = letters[0] if letters else ""
        return found(rule, place, columns=listed or first, first=first, column=first, **names)

    def _side_by_side(self) -> list[tuple[int, str]]:
        """Give the columns that tell which of several contacts they are about."""
        read = {match.column for match in self.matches if match.field.startswith("contact.")}
        slots = enumerate(map(naming, headings_of(self.columns.table)), 1)
        return [
            (column, each.slot)
            for column, each in slots
            if each.slot and column in read - self.told
        ]

    def _missing(self) -> Iterator[Finding]:
        by_field = self.columns.by_field
        for names in NECESSARY:
            if by_field.keys().isdisjoint(names):
                preferred = by_field.get("pupil.preferred_forename")
                if names is PUPIL_NAMES and preferred:
                    yield self._found("column-preferred", [preferred])
                else:
                    yield self._found("column-missing", (), what=what(names[0]), field=names[0])

    def _asked(self) -> Iterator[Finding]:
        by_field = self.columns.by_field
        plain = [*self._plainly_named()] if self.export and self.export.preferred else []
        if plain:
            yield self._found("column-maybe-preferred", plain)
        for match in self.matches:
            if match.field not in {IGNORED, *by_field} and not self._is_told_in_parts(match):
                names = {"what": what(match.field), "field": match.field}
                names |= DOUBTFUL.get(match.field, {})
                yield self._found("column-unsure", [match.column], **names)
        for column in sorted(self.columns.month_first):
            yield self._found("column-month-first", [column])
        if by_field.keys().isdisjoint({"contact.reads", "contact.speaks"}):
            yield self._found("column-language", ())

    def _is_told_in_parts(self, match: Match) -> bool:
        """Tell whether a doubtful column of names adds nothing: all names are there in parts."""
        by_field = self.columns.by_field
        both = by_field.keys() & set(PUPIL_NAMES) and by_field.keys() & set(CONTACT_NAMES)
        return bool(both) and match.field in WHOLE_NAMES

    def _plainly_named(self) -> Iterator[int]:
        """Give the columns of pupils' names whose headings don't say that they are legal."""
        for name in ("pupil.legal_forename", "pupil.legal_surname"):
            column = self.columns.of(name)
            heading = self.columns.table.headings[column - 1] if column else LEGAL
            if column and column not in self.told and LEGAL not in heading.casefold():
                yield column
