"""A case into the addresses, numbers and birthdays of people that a paper must not show."""

import re
from collections.abc import Iterator

from docgen.model.folding import parts, postcode, without_postcode
from docgen.model.people import Partner, Person
from docgen.model.plan import Forbidden, How
from docgen.model.school import School
from docgen.plan.sight import Sight, reduced

_DISTRICT = re.compile(r"(?:^|[ ,])[a-z]{1,2}[0-9][a-z0-9]?\s*$", re.IGNORECASE | re.ASCII)
"""The first half of a postcode, where a line ends with it: the second was never typed."""


def contact_data(sight: Sight) -> Iterator[Forbidden]:
    """Give other people's addresses, phones and e-mail addresses, never the school's own."""
    case = sight.case
    for key, person in case.people.items():
        told = bool(sight.readers) and set(sight.readers) <= {key, *person.disclose_address_to}
        yield from _of(sight, key, person, () if told else person.address)
    for key, partner in case.partners.items():
        if key not in sight.job.subjects:
            yield from _of(sight, key, partner, partner.address)


def identifiers(sight: Sight) -> Iterator[Forbidden]:
    """Give the numbers and the dates of birth of other pupils, but a twin's."""
    pupils = sight.case.pupils
    own = {pupils[key].date_of_birth for key in sight.pupils}
    for key, pupil in pupils.items():
        if pupil.date_of_birth and pupil.date_of_birth not in own:
            yield Forbidden(key, "date of birth", pupil.date_of_birth.isoformat(), "date")
        if pupil.upn and key not in sight.pupils:
            yield Forbidden(key, "unique pupil number", pupil.upn, "text")


def _of(
    sight: Sight, key: str, somebody: Person | Partner, address: tuple[str, ...]
) -> Iterator[Forbidden]:
    values: list[tuple[str, str, How]] = list(_address(address))
    values += [("phone number", somebody.phone or "", "phone")]
    values += [("e-mail address", somebody.email or "", "text")]
    for what, value, how in values:
        if not (_is_schools(sight.case.school, value, how) or sight.may_show(key, value, how)):
            yield Forbidden(key, what, value, how)


def _address(lines: tuple[str, ...]) -> Iterator[tuple[str, str, How]]:
    """Give the postcode, how the address begins, and what else has a house's number in it.

    Commas part a line, as a clerk may well write the whole address on one. Half a postcode at the
    end is nobody's in particular: thousands of letters bear the same.
    """
    first = {without_postcode(part) for line in lines[:1] for part in parts(line)[:2]}
    whole = (*lines[:-1], *(_DISTRICT.sub("", line) for line in lines[-1:]))
    for part in dict.fromkeys(part for line in whole for part in parts(line)):
        rest = part
        if postcode(part):
            yield "postcode", part, "postcode"
            rest = without_postcode(part)
        if without_postcode(rest) in first or any(letter.isdigit() for letter in rest):
            yield "address", rest, "line"


def _is_schools(school: School, value: str, how: How) -> bool:
    staff = school.staff.values()
    own = [part for line in school.address for part in parts(line)]
    own += [school.phone, school.email or ""]
    own += [contact or "" for member in staff for contact in (member.phone, member.email)]
    return reduced(value, how) in {reduced(text, how) for text in own}
