"""A matter into the parts that letters share: school, who signs, to whom, about which pupil."""

import datetime as dt
import re

from docgen.model.calendar import SEPTEMBER, year_group
from docgen.model.people import Partner, Pupil
from docgen.model.values import Plain, Promise, Promises
from docgen.wording import formats
from docgen.wording.matter import Matter
from docgen.wording.messages import TERM
from docgen.wording.naming import full_name, joined, named, relationship, role, salutation

DOCUMENT: Promises = {
    "document.title": Promise("text", "the title of this kind of document", "Attendance contract"),
    "document.reference": Promise(
        "text", "number and version, or that it is a draft", "fam-0042/7 version 1"
    ),
    "document.date": Promise("text", "the date of the document", "3 November 2025"),
    "document.draft": Promise("yes or no", "whether this is a draft", "yes"),
    "document.unchecked": Promise(
        "yes or no", "whether it holds a translation that nobody has checked", "no"
    ),
}
ALWAYS: Promises = {
    "school.name": Promise("text", "the school's name", "Meadowbank Academy"),
    "school.address": Promise("list", "the lines of the school's address"),
    "school.address[]": Promise("text", "one line of the school's address", "School Lane"),
    "school.phone": Promise("text", "the school's phone number", "01632 960 100"),
    "school.email": Promise(
        "text", "the school's e-mail address, empty if none", "attendance@meadowbank.example"
    ),
    "school.signing_body": Promise("text", "who makes contracts", "the governing body"),
    "authority.name": Promise("text", "the authority's name, as its pack says it", "Anyshire"),
    "signatory.name": Promise("text", "who signs this kind of document", "Mrs Helen Mary Osei"),
    "signatory.role": Promise("text", "their role", "Headteacher"),
    "contact.name": Promise("text", "whom to ask or tell", "Mr Daniel Firth"),
    "contact.role": Promise("text", "their role", "Senior Attendance Champion"),
    "contact.phone": Promise("text", "their phone, else the school's", "01632 960 100"),
    "contact.email": Promise(
        "text", "their e-mail address, else the school's", "attendance@meadowbank.example"
    ),
}
RECIPIENT: Promises = {
    "recipient.addressee": Promise("text", "title and full legal name", "Ms Agnieszka Wójcik"),
    "recipient.salutation": Promise("text", "what follows Dear", "Ms Wójcik"),
    "recipient.address": Promise("list", "the lines of their address"),
    "recipient.address[]": Promise("text", "one line of their address", "14 Mill Road"),
    "recipient.relationship": Promise("text", "how they belong to the pupil", "mother"),
}
PUPIL: Promises = {
    "pupil.legal_name": Promise("text", "the pupil's full legal name", "Zofia Iqbal-Wójcik"),
    "pupil.date_of_birth": Promise("text", "the pupil's date of birth", "29 February 2012"),
    "pupil.year_group": Promise("text", "the pupil's year group", "9"),
}
_EARLY_YEARS = {0: "R", -1: "N"}
_WRITTEN_YEAR = re.compile("20[0-9]{2}")


def always(matter: Matter) -> dict[str, Plain]:
    """Give what every document may use."""
    school = matter.case.school
    signs = _signatory(matter)
    asks = school.contact_for_changes or signs
    staff = school.staff.get(asks)
    return {
        "school": {
            "name": school.name,
            "address": list(school.address),
            "phone": school.phone,
            "email": school.email or "",
            "signing_body": signing_body(matter),
        },
        "authority": {"name": matter.pack.name},
        "terms": {key: matter.bundle.read(TERM, term) for key, term in matter.pack.terms.items()},
        "signatory": _holder(matter, signs),
        "contact": _holder(matter, asks)
        | {
            "phone": (staff and staff.phone) or school.phone,
            "email": (staff and staff.email) or school.email or "",
        },
    }


def recipient(matter: Matter) -> dict[str, Plain]:
    """Give to whom the document is addressed."""
    key = matter.job.recipient or ""
    partner = matter.case.partners.get(key)
    if partner:
        return _organisation(matter, key, partner)
    person = matter.case.people[key]
    return {
        "addressee": full_name(person),
        "salutation": salutation(person),
        "address": list(person.address),
        "relationship": relationship(matter, key, matter.job.pupil),
    }


def pupil(matter: Matter) -> dict[str, Plain]:
    """Give the pupil that the document is about."""
    child = matter.case.pupils[matter.job.pupil or ""]
    return {
        "legal_name": joined(child.legal_name),
        "date_of_birth": formats.day(matter.bundle, child.date_of_birth),
        "year_group": _year_group(matter, child),
    }


def signing_body(matter: Matter) -> str:
    """Give in whose name the school makes contracts."""
    return matter.written(matter.case.school.signing_body, "school", "signing_body")


def _signatory(matter: Matter) -> str:
    """Give the key of who signs: for this act, else the head, the lead, the chair."""
    school, contract, meeting = matter.case.school, matter.contract, matter.meeting
    return (
        school.signatories.get(matter.job.kind.act)
        or school.headteacher
        or (contract and contract.lead_practitioner)
        or (meeting and meeting.chair)
        or ""
    )


def _holder(matter: Matter, key: str) -> dict[str, Plain]:
    return {"name": named(matter.case, key), "role": role(matter, key)}


def _organisation(matter: Matter, key: str, partner: Partner) -> dict[str, Plain]:
    name = full_name(partner)
    above = (partner.organisation,) if partner.person else ()
    return {
        "addressee": name,
        "salutation": name,
        "address": [*above, *partner.address],
        "relationship": matter.written(joined(partner.role), key, "role"),
    }


def _year_group(matter: Matter, child: Pupil) -> str:
    """Give the year group as recorded, else as reckoned for the paper's own day (C-11)."""
    year, on = child.year_group, matter.date or _school_year(matter.case.academic_year)
    if year is None and child.date_of_birth and on:
        year = year_group(child.date_of_birth, on)
    return "" if year is None else _EARLY_YEARS.get(year, str(year))


def _school_year(written: str | None) -> dt.date | None:
    """Give the first day of a school year written `2025/26`."""
    year = _WRITTEN_YEAR.match(written or "")
    return dt.date(int(year[0]), SEPTEMBER, 1) if year else None
