"""A case into the names that a paper must not show: other pupils', and protected people's."""

import re
from collections.abc import Iterator

from docgen.model.folding import folded
from docgen.model.people import Person
from docgen.model.plan import Forbidden, How
from docgen.plan.sight import Sight

NAME, FIRST_NAME = "name", "first name"


def secret_names(sight: Sight) -> Iterator[Forbidden]:
    """Give each name, with the names of others in which it may stand.

    A name of several words is looked for in any spelling of it, a single one as
    it is written; a part of a name only in the case's own texts.
    """
    mine, others = _mine(sight), _others(sight)
    words = {word for name in mine for word in _words(name)}
    for owner, what, value, how in (*_pupils(sight), *_protected(sight)):
        is_mine = value in mine or (how == "given-name" and not words.isdisjoint(_words(value)))
        if not is_mine and folded(value) not in map(folded, mine):
            within = tuple(name for name in (*mine, *others) if folded(value) in folded(name))
            yield Forbidden(owner, what, value, how, within)


def _pupils(sight: Sight) -> Iterator[tuple[str, str, str, How]]:
    for key, pupil in sight.case.pupils.items():
        if key in sight.pupils:
            continue
        yield key, NAME, pupil.legal_name, _how(pupil.legal_name)
        yield key, FIRST_NAME, pupil.legal_name.split()[0], "given-name"
        if pupil.preferred_name:
            known_as = pupil.preferred_name
            yield key, FIRST_NAME, known_as, "text" if " " in known_as else "given-name"


def _protected(sight: Sight) -> Iterator[tuple[str, str, str, How]]:
    for key, person in sight.case.people.items():
        if person.protected and not sight.may_show(key):
            for name in _called(person):
                yield key, NAME, name, _how(name)
            for word in person.legal_name.split():
                yield key, NAME, word, "given-name"


def _called(person: Person) -> Iterator[str]:
    yield person.legal_name
    if person.title:
        yield f"{person.title} {person.legal_name.split()[-1]}"
    if person.form_of_address:
        yield person.form_of_address


def _mine(sight: Sight) -> tuple[str, ...]:
    """Give the names of the readers, the parties and the pupils it is about."""
    case = sight.case
    pupils = [case.pupils[key] for key in sight.pupils]
    known_as = [pupil.preferred_name for pupil in pupils if pupil.preferred_name]
    adults = dict.fromkeys((*sight.readers, *sight.parties))
    shown = (key for key in adults if not _is_hidden(sight, key))
    return (*known_as, *(pupil.legal_name for pupil in pupils), *map(case.name_of, shown))


def _others(sight: Sight) -> tuple[str, ...]:
    """Give the names that may stand in any paper of the case: of adults, organisations, places."""
    case, school = sight.case, sight.case.school
    adults = (
        person.legal_name for key, person in case.people.items() if not _is_hidden(sight, key)
    )
    partners = (
        name for each in case.partners.values() for name in (each.person, each.organisation)
    )
    readers = (case.people[key] for key in sight.readers if key in case.people)
    places = (line for reader in readers for line in reader.address)
    staff = (member.legal_name for member in school.staff.values())
    return (*adults, *filter(None, partners), *staff, school.name, *school.address, *places)


def _is_hidden(sight: Sight, key: str) -> bool:
    person = sight.case.people.get(key)
    return person is not None and person.protected and not sight.may_show(key)


def _how(name: str) -> How:
    return "text" if len(name.split()) > 1 else "name"


def _words(name: str) -> frozenset[str]:
    return frozenset(word for word in re.split(r"[\s-]+", folded(name)) if word)
