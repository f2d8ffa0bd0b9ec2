"""One row of a roster as people: each value as a casefile writes it, with the cell that said it."""

from dataclasses import dataclass, field

from docgen.model.roster import Match, Table


@dataclass(frozen=True, slots=True)
class Said:
    """A value in a casefile's spelling, and the column (from 1) of the cell that said it.

    A value put together from several cells bears the column of the first.
    """

    text: str
    column: int

    def __reduce__(self) -> tuple[type["Said"], tuple[str, int]]:
        """Be handed on as two values, in half the time: a row holds some twenty of these."""
        return Said, (self.text, self.column)


class _Whole:
    """Is handed on as its values in order, in half the time."""

    __slots__: tuple[str, ...] = ()

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        """Name the class and the values."""
        return type(self), tuple([getattr(self, name) for name in self.__slots__])


@dataclass(frozen=True, slots=True)
class TypedPupil(_Whole):
    """The pupil of a row; `group` is the class, `year_group` figures alone (0: Reception)."""

    legal_name: Said
    single_name: bool = False
    preferred_name: Said | None = None
    date_of_birth: Said | None = None
    year_group: Said | None = None
    upn: Said | None = None
    admission_number: Said | None = None
    group: Said | None = None
    home_language: Said | None = None
    parental_salutation: Said | None = None


@dataclass(frozen=True, slots=True)
class TypedContact(_Whole):
    """The contact of a row, and how they belong to its pupil.

    An empty `basis` means that nothing in the row makes them a parent in the
    Act's sense. `address` stands under the name, the postcode in its usual form.
    """

    legal_name: Said
    relationship: Said
    single_name: bool = False
    organisation: bool = False
    basis: tuple[Said, ...] = ()
    title: Said | None = None
    id: Said | None = None
    lives_with: Said | None = None
    priority: Said | None = None
    reads: Said | None = None
    speaks: Said | None = None
    variant: Said | None = None
    phone: Said | None = None
    email: Said | None = None
    address: tuple[Said, ...] = ()
    parental_responsibility: Said | None = None
    correspondence: Said | None = None
    court_order: Said | None = None
    deceased: Said | None = None
    protected: Said | None = None


@dataclass(frozen=True, slots=True)
class TypedAttendance(_Whole):
    """A pupil's attendance figures, in sessions, and the day they were taken."""

    possible: Said
    attended: Said
    authorised: Said
    unauthorised: Said
    as_at: Said


@dataclass(frozen=True, slots=True)
class TypedMeeting(_Whole):
    """What a row says of its meeting."""

    date: Said | None = None
    time: Said | None = None
    place: Said | None = None
    online: Said | None = None
    chair: Said | None = None


@dataclass(frozen=True, slots=True)
class TypedRow(_Whole):
    """A row that can be used: a pupil and a contact, and what else it says."""

    number: int
    pupil: TypedPupil
    contact: TypedContact
    attendance: TypedAttendance | None = None
    meeting: TypedMeeting = TypedMeeting()
    school: Said | None = None
    school_name: Said | None = None


@dataclass(frozen=True, slots=True)
class Columns:
    """By which columns (from 1) rows are read; in some, dates stand month first."""

    table: Table
    by_field: dict[str, int] = field(default_factory=dict)
    month_first: frozenset[int] = frozenset()

    def of(self, name: str) -> int | None:
        """Give the column that fills a field, or None."""
        return self.by_field.get(name)


@dataclass(frozen=True, slots=True)
class Heading:
    """A column as a mapping knows it: heading and what stands over it, and which of that name."""

    heading: str
    group: str = ""
    nth: int = 1


Remembered = dict[Heading, str]
"""Which field each column fills; headings folded."""


@dataclass(frozen=True, slots=True)
class Export:
    """A management system's export: its name, and the field behind each heading.

    It is known by one of its `signs`, folded headings that others haven't got.
    `preferred` tells that it may give preferred names under plain headings.
    """

    name: str
    fields: Remembered
    signs: frozenset[str] = frozenset()
    preferred: bool = False


__all__ = [
    "Columns", "Export", "Heading", "Match", "Remembered", "Said", "TypedAttendance",
    "TypedContact", "TypedMeeting", "TypedPupil", "TypedRow",
]  # fmt: skip
