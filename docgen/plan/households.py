"""Rows of a roster → by what the same pupil and the same parent are known, and what is doubtful."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from docgen.model.family import Related
from docgen.model.finding import Faults, Finding, Severity, Stage, Wording, fault
from docgen.model.folding import digits, folded, telephone
from docgen.model.roster import Table
from docgen.model.typed_row import Said, TypedContact, TypedPupil, TypedRow

LARGEST = 12
"""So many pupils one family may have; more hang together by a slip (one id for many contacts)."""
BESIDE = "of"
KNOWN_BY = ("id", "home", "phone", "email", BESIDE)
"""By what, beside the name, a contact is found again: the surest first."""
FAULTS: Faults = {
    "roster-family-large": Wording(
        "{pupils} pupils hang together by contacts they share, more than a family has: from row "
        "{row} on.",
        "See whether one contact id, telephone number or address stands for many people, and "
        "put it right.",
    ),
    "roster-pupil-unclear": Wording(
        "Row {row} gives no UPN, and there is more than one pupil of that name and date of birth.",
        "Write the pupil's UPN into the row.",
    ),
    "roster-pupil-alike": Wording(
        "{pupil} has the name and date of birth of a pupil with another UPN.",
        "See whether both are on roll. If one was entered twice, keep one UPN.",
    ),
    "roster-pupil-differs": Wording(
        "Of {pupil}, row {row} gives another {what} than row {first}.",
        "Make the rows of one pupil alike; or write the pupils apart by their UPNs.",
    ),
    "roster-contact-differs": Wording(
        "Of {person}, row {row} gives another {what} than row {first}.",
        "Make the rows of one contact alike; or give two people contact ids of their own.",
    ),
    "roster-link-differs": Wording(
        "Row {row} says otherwise than row {first} how {person} and {pupil} belong together.",
        "Keep the row that is right.",
    ),
    "roster-row-twice": Wording(
        "Row {row} says again what row {first} says.",
        "Nothing needs to be done: it is used once.",
    ),
    "roster-same-name": Wording(
        "Rows {first} and {row} give two contact ids to contacts of {pupil} who bear one name.",
        "If they are one person, give both rows one id. If they are two, make that plain by "
        "their names (middle name, title), so that each gets a letter.",
    ),
    "roster-name-alike": Wording(
        "Rows {first} and {row} name contacts of one family alike, with no id, address, telephone "
        "or e-mail in common, so they count as two people.",
        "If they are one person, make the address alike in both rows, or give both one contact "
        "id; else that person may be written to twice.",
    ),
    "roster-id-shared": Wording(
        "Row {row} gives a contact id that row {first} gives to somebody of another name.",
        "Give each person an id of their own; or write the name alike in both rows.",
    ),
    "roster-nobody": Wording(
        "Of {pupil}, no row names anybody who counts as a parent, so nobody is written to.",
        "Write who has parental responsibility or care, or leave the pupil out.",
    ),
}
ASKED = frozenset({
    "roster-pupil-alike", "roster-pupil-differs", "roster-contact-differs",
    "roster-link-differs", "roster-same-name", "roster-name-alike", "roster-id-shared",
})  # fmt: skip
TOLD = frozenset({"roster-row-twice", "roster-nobody"})
PUPIL_SAYS: Mapping[str, Callable[[TypedPupil], Said | None]] = {
    "name": lambda pupil: pupil.legal_name,
    "date of birth": lambda pupil: pupil.date_of_birth,
    "year group": lambda pupil: pupil.year_group,
    "UPN": lambda pupil: pupil.upn,
}
CONTACT_SAYS: Mapping[str, Callable[[TypedContact], Said | None]] = {
    "name": lambda contact: contact.legal_name,
    "title": lambda contact: contact.title,
    "language to read": lambda contact: contact.reads,
    "sort of print": lambda contact: contact.variant,
}


def is_parent(contact: TypedContact) -> bool:
    """Tell whether a row makes somebody a parent whom papers are for."""
    return bool(contact.basis) and not contact.organisation


def pupil_names(row: TypedRow, school: str) -> tuple[str, ...]:
    """Give by what a pupil is known, the surest first: UPN, name and birth."""
    pupil = row.pupil
    born = pupil.date_of_birth.text if pupil.date_of_birth else ""
    upn = (f"upn|{school}|{folded(pupil.upn.text)}",) if pupil.upn else ()
    return (*upn, f"born|{school}|{folded(pupil.legal_name.text)}|{born}")


def person_names(row: TypedRow, school: str) -> tuple[str, ...]:
    """Give by what a contact is known beside the name: id, address, telephone, e-mail.

    A contact without an id is known beside the pupil, too: that finds them again in a later
    roster when they have moved, or when a slip in their address was mended.
    """
    contact, name = row.contact, folded(row.contact.legal_name.text)
    lines = [folded(line.text) for line in contact.address]
    found = {
        "id": folded(contact.id.text) if contact.id else "",
        "home": f"{lines[0]}|{lines[-1]}" if lines else "",
        "phone": telephone(contact.phone.text) if contact.phone else "",
        "email": folded(contact.email.text) if contact.email else "",
    }
    known = [f"{by}|{school}|{name}|{value}" for by, value in found.items() if value]
    beside = f"{BESIDE}|{school}|{name}|{pupil_names(row, school)[0]}"
    return tuple(known) if found["id"] else (*known, beside)


def contact_id(row: TypedRow) -> str:
    """Give the contact's id as it is compared, or nothing."""
    return folded(row.contact.id.text) if row.contact.id else ""


def doubt(rule: str, table: Table, row: int, column: int, **names: object) -> Finding:
    """Make a finding on a cell of the roster (column 0: the whole row)."""
    severity = Severity.WARNING if rule in ASKED else Severity.ERROR
    if rule in TOLD:
        severity = Severity.INFORMATION
    made = fault(FAULTS, rule, table.mark(row, column), **{"row": row, **names})
    return replace(made, severity=severity, stage=Stage.ANY)


def doubts(table: Table, related: tuple[Related, ...]) -> Iterator[Finding]:
    """Tell what in the rows of a family does not go together."""
    yield from _each(table, related, "pupil", PUPIL_SAYS)
    yield from _each(table, related, "person", CONTACT_SAYS)
    yield from _homes(table, related)
    yield from _links(table, related)
    yield from _alike(table, related)
    yield from _unwritten(table, related)


def _each(
    table: Table,
    related: Iterable[Related],
    who: str,
    says: Mapping[str, Callable[..., Said | None]],
) -> Iterator[Finding]:
    """Tell where rows of one pupil or contact differ from the first that says something."""
    first: dict[tuple[str, str], tuple[int, str]] = {}
    for one in related:
        key = one.pupil if who == "pupil" else one.person
        spoken = one.row.pupil if who == "pupil" else one.row.contact
        for what, of in says.items() if key else ():
            said = of(spoken)
            if said is None:
                continue
            row, text = first.setdefault((key, what), (one.row.number, said.text))
            if text != said.text and folded(text) != folded(said.text):
                rule = "roster-pupil-differs" if who == "pupil" else "roster-contact-differs"
                names = {who: key, "what": what, "first": row}
                made = doubt(rule, table, one.row.number, said.column, **names)
                yield replace(made, about=(key,))


def _homes(table: Table, related: Iterable[Related]) -> Iterator[Finding]:
    first: dict[str, Related] = {}
    for one in related:
        lines = one.row.contact.address
        if not one.person or not lines:
            continue
        known = first.setdefault(one.person, one)
        if known is not one and _home(known) != _home(one):
            names = {"person": one.person, "what": "address", "first": known.row.number}
            rule = "roster-contact-differs"
            made = doubt(rule, table, one.row.number, lines[0].column, **names)
            yield replace(made, about=(one.person,))


def _home(one: Related) -> str:
    return digits("".join(line.text for line in one.row.contact.address))


def _links(table: Table, related: Iterable[Related]) -> Iterator[Finding]:
    first: dict[tuple[str, str], Related] = {}
    for one in related:
        if not one.person:
            continue
        known = first.setdefault((one.pupil, one.person), one)
        if known is not one:
            yield _again(table, known, one)


def _alike(table: Table, related: Iterable[Related]) -> Iterator[Finding]:
    """Tell of contacts of one name who were not found to be one person, unless both have ids."""
    first: dict[str, Related] = {}
    told: set[str] = set()
    for one in related:
        if not one.person:
            continue
        known = first.setdefault(folded(one.row.contact.legal_name.text), one)
        have_ids = bool(contact_id(known.row) and contact_id(one.row))
        if known.person == one.person or have_ids:
            continue
        for each, other in ((known, one), (one, known)):
            if each.person not in told:
                told.add(each.person)
                yield _named_alike(table, each, other)


def _named_alike(table: Table, one: Related, other: Related) -> Finding:
    column, row = one.row.contact.legal_name.column, one.row.number
    made = doubt("roster-name-alike", table, row, column, first=other.row.number)
    return replace(made, about=(one.person,))


def _again(table: Table, known: Related, one: Related) -> Finding:
    """Tell of a second row of one pupil and contact."""
    names = {"first": known.row.number, "person": one.person, "pupil": one.pupil}
    ids = {contact_id(known.row), contact_id(one.row)}
    if "" not in ids and len(ids) > 1:
        rule = "roster-same-name"
    elif _belonging(known.row) != _belonging(one.row):
        rule = "roster-link-differs"
    else:
        rule = "roster-row-twice"
    return replace(doubt(rule, table, one.row.number, 0, **names), about=(one.person, one.pupil))


def _belonging(row: TypedRow) -> tuple[object, ...]:
    """Give how contact and pupil belong together, less the places where it stands."""
    contact, met = row.contact, row.meeting
    said = (
        contact.relationship, *contact.basis, contact.lives_with, contact.correspondence,
        contact.court_order, contact.deceased, contact.protected,
        met.date, met.time, met.place, met.online,
    )  # fmt: skip
    return tuple(each and each.text for each in said)


def _unwritten(table: Table, related: tuple[Related, ...]) -> Iterator[Finding]:
    reached = {one.pupil for one in related if one.person}
    told: set[str] = set()
    for one in related:
        if one.pupil not in reached | told:
            told.add(one.pupil)
            made = doubt("roster-nobody", table, one.row.number, 0, pupil=one.pupil)
            yield replace(made, about=(one.pupil,))
