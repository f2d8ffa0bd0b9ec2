"""People's keys into what they are called: on the envelope, after "Dear", in a list."""

from docgen.model.case import Case
from docgen.model.people import Link, Partner, Person, Pupil
from docgen.model.school import Staff
from docgen.model.values import Plain
from docgen.wording.matter import Matter


def joined(*parts: str | None) -> str:
    """Give the parts with one space between them, whatever is missing (X-17)."""
    return " ".join(" ".join(part for part in parts if part).split())


def full_name(somebody: Person | Pupil | Staff | Partner) -> str:
    """Give title and full legal name, or an organisation's contact, else its name."""
    if isinstance(somebody, Partner):
        return joined(somebody.person or somebody.organisation)
    if isinstance(somebody, Pupil):
        return joined(somebody.legal_name)
    declined = isinstance(somebody, Person) and somebody.title_declined
    return joined(None if declined else somebody.title, somebody.legal_name)


def salutation(person: Person) -> str:
    """Give what follows "Dear": as the person wishes, else the name in full (domain 10).

    A surname is nowhere marked as such, so that none is ever guessed at; a
    single name keeps its title.
    """
    if person.form_of_address:
        return joined(person.form_of_address)
    return full_name(person) if person.single_name else joined(person.legal_name)


def named(case: Case, key: str | None) -> str:
    """Give the name behind any key with its title; nothing for nobody."""
    somebody = _somebody(case, key)
    return full_name(somebody) if somebody else ""


def who(matter: Matter, key: str | None, pupil: str | None) -> dict[str, Plain]:
    """Give somebody's name and role in this matter, both empty for nobody."""
    return {"name": named(matter.case, key), "role": _role(matter, key, pupil)}


def relationship(matter: Matter, key: str | None, pupil: str | None) -> str:
    """Give how a person belongs to a pupil: `mother`; nothing if they don't."""
    links = (e for e in matter.case.links if e.person == key and pupil in (e.pupil, None))
    link = next(links, None)
    return belonging(matter, link) if link else ""


def belonging(matter: Matter, link: Link) -> str:
    """Give how a link's person belongs to its pupil."""
    return matter.written(link.relationship, f"{link.person}.{link.pupil}", "relationship")


def role(matter: Matter, key: str | None) -> str:
    """Give the role of a member of staff or of a partner; nothing for anybody else."""
    somebody = _somebody(matter.case, key)
    if isinstance(somebody, Staff):
        return matter.written(joined(somebody.role), key or "", "role")
    if isinstance(somebody, Partner):
        return _partner_role(matter, key or "", somebody)
    return ""


def _role(matter: Matter, key: str | None, pupil: str | None) -> str:
    if key in matter.case.pupils:
        return matter.bundle.say("pupil")
    return role(matter, key) or relationship(matter, key, pupil)


def _partner_role(matter: Matter, key: str, partner: Partner) -> str:
    """Give a partner's role with the organisation, less what the name says already."""
    said = matter.written(joined(partner.role), key, "role")
    if not partner.person:
        return said
    organisation = joined(partner.organisation)
    if not said:
        return organisation
    return matter.bundle.say("at-organisation", role=said, organisation=organisation)


def _somebody(case: Case, key: str | None) -> Person | Pupil | Staff | Partner | None:
    wanted = key or ""
    return (
        case.people.get(wanted)
        or case.pupils.get(wanted)
        or case.school.staff.get(wanted)
        or case.partners.get(wanted)
    )
