"""A form as docgen would fill it in now, and as it came back → what the casefile is to be told.

Only fields whose map says where they are read into are compared; a field that people left as it
was changes nothing.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, zip_longest

from docgen.model.form import ROW, Filled, Form, rows_in
from docgen.model.pack import FieldMap, FormMap, RowMap

Filleds = Mapping[str, Filled]
Person = Callable[[str], str]
"""A name as it is written in a form → the key of whom it names, else the name itself."""
NEXT = re.compile(r"([^.]+)-([2-9]|[1-9][0-9]{1,3})(\..*|)")
BEYOND = 1_000_000
"""Behind all rows that there may be."""
SPACES = re.compile(r"\s+")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
IN_WORDS = re.compile(r"(?:[a-z]+,? )?([0-9]{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\.?,? ([0-9]{4})")
IN_FIGURES = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


@dataclass(frozen=True, slots=True)
class Change:
    """One field of the casefile: where it stands, what it is called there, and both its texts.

    `row` is the number of an entry of a list, from 0, None where the path leads to it by keys;
    `old` is what the form would show now. `value` is what is to be written: None takes it out, and
    what docgen knows of itself stands there again. One without a name is a whole row emptied; one
    that `is_moved` is in a row whose entry is not where it was when the form was made.
    """

    path: tuple[str, ...]
    name: str
    old: str
    new: str
    value: str | dt.date | None
    row: int | None = None
    marks: tuple[tuple[str, str], ...] = ()
    is_day: bool = False
    is_moved: bool = False

    @property
    def is_new(self) -> bool:
        """Tell whether it makes a new entry of a list, whatever stands at its place now."""
        return self.row is not None and self.row >= BEYOND

    @property
    def is_emptied(self) -> bool:
        """Tell whether a whole row was emptied."""
        return not self.name

    @property
    def is_understood(self) -> bool:
        """Tell whether what was written can be told to the casefile."""
        return not (self.is_day and self.new and self.value is None)


@dataclass(frozen=True, slots=True)
class Read:
    """A form that came back: its values by the names of the first form, one set a form."""

    forms: tuple[Filleds, ...]

    @classmethod
    def of(cls, values: Filleds, form: Form) -> "Read":
        """Take the values of a file apart that holds one form, or several one after the other."""
        known = {field.name for field in form.fields}
        sets: dict[int, dict[str, Filled]] = {1: {}}
        for name, value in values.items():
            found = None if name in known else NEXT.fullmatch(name)
            own, number = (found[1] + found[3], int(found[2])) if found else (name, 1)
            sets.setdefault(number, {})[own] = value
        return cls(tuple(sets[number] for number in sorted(sets)))


def is_same(map_: FormMap, shown: Sequence[Filleds], read: Read) -> bool:
    """Tell whether a form is about whom it would be filled in for."""
    return all(
        _plain(form.get(name, "")) == _plain(shown[0].get(name, ""))
        for form in read.forms
        for name, field in map_.fields.items()
        if field.same
    )


def as_of_now(read: Read, made_with: Read, shown: Sequence[Filleds]) -> Read:
    """Let what people left as it was made say what the case says now: it changes nothing.

    Of a form that doesn't say what it was made with, all is taken as it stands.
    """
    if not any(made_with.forms):
        return read
    forms = zip_longest(read.forms, made_with.forms, shown, fillvalue=dict[str, Filled]())
    return Read(tuple(_as_of_now(*each) for each in islice(forms, len(read.forms))))


def _as_of_now(read: Filleds, made_with: Filleds, shown: Filleds) -> Filleds:
    left = [
        name
        for name in {**made_with, **shown, **read}
        if _plain(read.get(name, "")) == _plain(made_with.get(name, ""))
    ]
    changed = {name: value for name, value in read.items() if name not in left}
    return {**changed, **{name: shown[name] for name in left if name in shown}}


@dataclass(frozen=True, slots=True)
class Returned:
    """A form that came back, what it would show now, and what it was made with where it says so."""

    shown: Sequence[Filleds]
    read: Read
    made_with: Read = Read(())

    def set(self, number: int) -> tuple[Filleds, Filleds, Filleds]:
        """Give one form's values: as now, as read, as made."""
        sets = (self.shown, self.read.forms, self.made_with.forms)
        shown, read, made = (each[number] if number < len(each) else {} for each in sets)
        return shown, read, made if any(self.made_with.forms) else shown


def changes(map_: FormMap, form: Form, back: Returned, person: Person) -> Iterator[Change]:
    """Give what people changed in a form, in its order."""
    known = [field.name for field in form.fields]
    for rows in map_.rows:
        there = rows_in(next(iter(rows.fields), ROW), known) if rows.reads else ()
        for number, found in enumerate(back.read.forms):
            values = back.set(number)
            if number and not rows.marks:  # a table is filled in on the first form alone
                first = back.shown[0]
                values = (first, {**first, **found}, first)
            for at, row in enumerate(there):
                told = _of_row(rows, row, number * len(there) + at, values[:2], person)
                yield from _placed(rows, row, list(told), (values[0], values[2]))


def _placed(
    rows: RowMap, row: str, told: list[Change], now_and_then: tuple[Filleds, Filleds]
) -> Iterator[Change]:
    """Say of a list's row that what stood there is elsewhere now; a row once empty is a new one.

    The first field of a row tells it from others.
    """
    now, then = (
        [_plain(form.get(name.replace(ROW, row), "")) for name in rows.fields]
        for form in now_and_then
    )
    for change in told:
        if change.row is None or now[:1] == then[:1]:
            yield change
        elif any(then):
            yield replace(change, is_moved=True)
        else:
            yield replace(change, row=change.row + BEYOND)


def _of_row(
    rows: RowMap, row: str, place: int, both: tuple[Filleds, Filleds], person: Person
) -> Iterator[Change]:
    path = tuple((rows.reads or "").replace(ROW, row).split("."))
    names = {pattern.replace(ROW, row): field for pattern, field in rows.fields.items()}
    old, new = (
        {name: _shown(form.get(name, ""), field) for name, field in names.items()} for form in both
    )
    marks = tuple(rows.marks.items())
    if marks and any(old.values()) and not any(new.values()):
        yield Change(path, "", " ".join(filter(None, old.values())), "", None, place, marks)
        return
    for name, field in names.items():
        value = _value(new[name], field, person)
        if field.reads and not _is_alike(old[name], new[name], value, field, person):
            number, is_day = place if marks else None, field.sort == "date"
            yield Change(path, field.reads, old[name], new[name], value, number, marks, is_day)


def _shown(value: Filled, field: FieldMap) -> str:
    """Give a value as the casefile has it."""
    text = value if isinstance(value, str) else ""
    return field.writes.get(text, text)


def _value(new: str, field: FieldMap, person: Person) -> str | dt.date | None:
    text = new.strip()
    if not text:
        return None
    if field.sort == "date":
        return day_in(text)
    return person(text) if field.sort == "person" else text


def _is_alike(
    old: str, new: str, value: str | dt.date | None, field: FieldMap, person: Person
) -> bool:
    """Tell whether a field says what it said, maybe in other words."""
    is_said = value is not None and value == _value(old, field, person)
    return _plain(old) == _plain(new) or is_said


def day_in(text: str) -> dt.date | None:
    """Read a day as people write it: 3 November 2025, 3/11/2025, 2025-11-03; None for no day."""
    said = SPACES.sub(" ", text.strip().lower())
    if found := ISO.fullmatch(said):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := IN_FIGURES.fullmatch(said):
        return _day(int(found[3]), int(found[2]), int(found[1]))
    if found := IN_WORDS.fullmatch(said):
        named = [n for n, month in enumerate(MONTHS, 1) if month.startswith(found[2])]
        return _day(int(found[3]), named[0], int(found[1])) if len(named) == 1 else None
    return None


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _plain(value: Filled) -> str:
    """Give a text less what a viewer may change by itself: ends of lines, gaps."""
    return SPACES.sub(" ", value).strip() if isinstance(value, str) else str(value)
