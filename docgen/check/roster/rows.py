"""A row of cells and what its columns hold → a typed pupil and contact, and all that is wrong."""

from datetime import date

from docgen.check.roster import days, words
from docgen.check.roster.answers import choice, language, ticked, whole_number
from docgen.check.roster.contacts import contact
from docgen.check.roster.names import Name, name, preferred
from docgen.check.roster.reading import Reading
from docgen.check.roster.upn import is_proved, is_upn
from docgen.model.finding import Finding
from docgen.model.roster import Row
from docgen.model.typed_row import (
    Columns,
    Said,
    TypedAttendance,
    TypedMeeting,
    TypedPupil,
    TypedRow,
)

LEGAL = ("pupil.legal_forename", "pupil.legal_middle", "pupil.legal_surname")
FIGURES = ("possible", "attended", "authorised", "unauthorised")


def typed_row(
    row: Row, columns: Columns, today: date
) -> tuple[TypedRow | None, tuple[Finding, ...]]:
    """Read a row; None where an E refuses it. What was wrong in reading the cells rides along."""
    reading = Reading(row, columns, today, [*row.findings])
    pupil = _pupil(reading)
    parent = contact(reading)
    attendance = _attendance(reading)
    meeting = _meeting(reading)
    if pupil is None or parent is None or reading.is_refused:
        return None, tuple(reading.findings)
    typed = TypedRow(
        number=row.number,
        pupil=pupil,
        contact=parent,
        attendance=attendance,
        meeting=meeting,
        school=reading.said("school.key"),
        school_name=reading.said("school.name"),
    )
    return typed, tuple(reading.findings)


def _pupil(reading: Reading) -> TypedPupil | None:
    found = _pupil_name(reading)
    if found is None:
        return None
    return TypedPupil(
        legal_name=found.legal,
        single_name=found.single,
        preferred_name=preferred(reading, found.legal),
        date_of_birth=days.day(reading, days.BORN),
        year_group=choice(reading, "pupil.year_group", words.year_group, "cell-year-form"),
        upn=_upn(reading),
        admission_number=reading.said("pupil.admission_number"),
        group=reading.said("pupil.class"),
        home_language=language(reading, "pupil.home_language"),
        parental_salutation=reading.said("pupil.parental_salutation"),
    )


def _pupil_name(reading: Reading) -> Name | None:
    legal = [field for field in (*LEGAL, "pupil.full_name") if reading.said(field)]
    known_as = reading.said("pupil.preferred_forename") or reading.said("pupil.preferred_surname")
    if known_as and not legal:
        reading.tell("cell-name-preferred", known_as)
        return None
    found = name(reading, "pupil", LEGAL, "pupil.full_name")
    if found and found.dead:
        reading.tell("cell-name-note", found.legal, who="pupil", what="name")
    return found


def _upn(reading: Reading) -> Said | None:
    said = reading.said("pupil.upn")
    if said is None:
        return None
    text = said.text.upper().replace(" ", "")
    if is_proved(text):
        return Said(text, said.column)
    reading.tell("cell-upn-check" if is_upn(text) else "cell-upn-form", said)
    return None


def _attendance(reading: Reading) -> TypedAttendance | None:
    found = [whole_number(reading, f"attendance.{part}", "cell-attendance") for part in FIGURES]
    as_at = days.day(reading, "attendance.as_at")
    possible, attended, authorised, unauthorised = found
    if possible and attended and authorised and unauthorised and as_at:
        return TypedAttendance(possible, attended, authorised, unauthorised, as_at)
    some = next((said for said in (*found, as_at) if said), None)
    if some:
        reading.tell("cell-attendance-part", some)
    return None


def _meeting(reading: Reading) -> TypedMeeting:
    return TypedMeeting(
        date=days.day(reading, "meeting.date"),
        time=days.time(reading, "meeting.time"),
        place=reading.said("meeting.place"),
        online=ticked(reading, "meeting.online"),
        chair=reading.said("meeting.chair"),
    )
