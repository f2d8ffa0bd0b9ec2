"""Whom a letter is for: one person, by title and full legal name, at a postal address."""

from collections.abc import Iterator

from docgen.check.address import flaws
from docgen.check.rules.names import flaw, has_title, holds_two, is_body
from docgen.check.rules.registry import Breach, Rule, Scene
from docgen.check.rules.subjects import written_to
from docgen.model.calendar import add_months
from docgen.model.finding import Severity, Stage
from docgen.model.folding import folded
from docgen.model.people import Person, Pupil

KEY_INFORMATION = "The authority's key information on attendance contracts"
FRESH = 6  # months for which an address that was checked is taken to be right


def _two_people(scene: Scene) -> Iterator[Breach]:
    for key, person in scene.case.people.items():
        field = _field_of_two(person)
        if field:
            yield Breach((key,), ("people", key, field), {"field": field})


def _field_of_two(person: Person) -> str:
    if is_body(person):
        return ""
    if holds_two(person.title or ""):
        return "title"
    return "legal_name" if holds_two(person.legal_name) else ""


def _not_full_name(scene: Scene) -> Iterator[Breach]:
    for key, person in written_to(scene.case):
        why = flaw(person.legal_name, single=person.single_name)
        if why and not is_body(person) and not holds_two(person.legal_name):
            yield Breach((key,), ("people", key, "legal_name"), {"why": why})


def _no_title(scene: Scene) -> Iterator[Breach]:
    for key, person in written_to(scene.case):
        if not (has_title(person) or person.title_declined or is_body(person)):
            yield Breach((key,), ("people", key, "title"))


def _title_declined(scene: Scene) -> Iterator[Breach]:
    for key, person in scene.case.people.items():
        if person.title_declined and not has_title(person):
            yield Breach((key,), ("people", key, "title_declined"))


def _pupil_not_told(scene: Scene) -> Iterator[Breach]:
    for key, pupil in scene.case.pupils.items():
        missing = _missing(pupil)
        if missing:
            yield Breach((key,), ("pupils", key), {"missing": ", ".join(missing)})


def _missing(pupil: Pupil) -> list[str]:
    name = holds_two(pupil.legal_name) or flaw(pupil.legal_name, single=pupil.single_name)
    given = {
        "the full legal name": not name,
        "the date of birth": pupil.date_of_birth is not None,
        "the year group": pupil.year_group is not None,
    }
    return [what for what, is_there in given.items() if not is_there]


def _unposted(scene: Scene) -> Iterator[Breach]:
    for key, person in written_to(scene.case):
        found = flaws(person.address)
        if found:
            yield Breach((key,), ("people", key, "address"), {"why": "; ".join(found)})


def _preferred_as_legal(scene: Scene) -> Iterator[Breach]:
    for key, pupil in scene.case.pupils.items():
        preferred = folded(pupil.preferred_name or "").split()
        legal = folded(pupil.legal_name).split()
        if preferred and preferred in (legal, legal[:-1]):
            yield Breach((key,), ("pupils", key, "legal_name"))


def _address_not_checked(scene: Scene) -> Iterator[Breach]:
    for key, person in written_to(scene.case):
        checked = person.address_verified
        stale = checked is None or add_months(checked, FRESH) < scene.today
        if person.address and stale and not is_body(person):
            when = f"last checked on {checked}" if checked else "never down as checked"
            yield Breach((key,), ("people", key, "address_verified"), {"when": when})


RULES = (
    Rule(
        "R-12",
        Stage.ANY,
        Severity.ERROR,
        f"{KEY_INFORMATION}: separate copies for each parent and each child",
        "The {field} of {subject} holds two people, and each parent gets a letter of their own.",
        "Enter each of them as a person with a key, a title, a name and links of their own.",
        _two_people,
        "Each parent has duties and rights of their own. A letter to two people can't be shown "
        "to have reached either of them, and may tell one where the other lives.",
    ),
    Rule(
        "R-13",
        Stage.INVITE,
        Severity.WARNING,
        f"{KEY_INFORMATION}: invitations carry title and full legal name",
        "The legal name of {subject} {why}; a letter needs title and full legal name.",
        "Write the whole name as in the legal record, the title under `title`. If the person "
        "has one name only, add `single_name: true`.",
        _not_full_name,
        "A letter that may be shown in court has to leave no doubt whom it was for.",
    ),
    Rule(
        "R-14a",
        Stage.INVITE,
        Severity.WARNING,
        f"{KEY_INFORMATION}: invitations carry title and full legal name",
        "{subject} has no title.",
        "Ask which title they use. If they want none, write `title_declined: true`.",
        _no_title,
        "The authority asks for title and full name on the envelope and in the letter.",
    ),
    Rule(
        "R-14b",
        Stage.INVITE,
        Severity.WARNING,
        f"{KEY_INFORMATION}: invitations carry title and full legal name",
        "{subject} declined a title, so letters carry the full legal name alone.",
        "Record the decision that this is right.",
        _title_declined,
        "Not everybody has a title. Somebody should have asked, so that it is a choice and not "
        "a gap.",
    ),
    Rule(
        "R-15",
        Stage.INVITE,
        Severity.WARNING,
        f"{KEY_INFORMATION}: an invitation says which pupil it is about, with the date of birth "
        "and the year group",
        "Of {subject} an invitation must state {missing}.",
        "Add what is missing from the school's register; for a pupil with one name only add "
        "`single_name: true`.",
        _pupil_not_told,
        "Name, date of birth and year group together make it plain which child the letter is "
        "about.",
    ),
    Rule(
        "R-16",
        Stage.INVITE,
        Severity.WARNING,
        f"{KEY_INFORMATION}: invitations state the pupil's full legal name",
        "The legal name of {subject} has no given name but the preferred one, so the preferred "
        "name may stand in its place.",
        "Look in the school's register. Write the legal name as it stands there; if it is "
        "right as it is, take `preferred_name` out.",
        _preferred_as_legal,
        "Some school systems give out the preferred name where the legal one is asked for. "
        "An invitation may be shown in court later, so it names the pupil as the law does.",
    ),
    Rule(
        "R-114",
        Stage.LETTER,
        Severity.WARNING,
        "Practice of local authorities: addresses are checked within six months of a letter",
        "The address of {subject} was {when}; it should be checked every six months.",
        "Ask whether it is still right, and write today's date under `address_verified`.",
        _address_not_checked,
        "A letter to an old address tells strangers about a family, and the parent never "
        "learns of the meeting.",
    ),
    Rule(
        "R-107",
        Stage.LETTER,
        Severity.ERROR,
        "Addressing rules of GOV.UK Notify for letters",
        "A letter can't be posted to the address of {subject}: {why}.",
        "Write 2 to 6 lines under `address`, without the name, the last one the postcode (or "
        "the country, for an address abroad). For somebody without a home of their own write "
        "`c/o` and where letters reach them.",
        _unposted,
        "The window of the envelope and the sorting machine read only addresses of a certain "
        "form. Any other letter comes back or goes astray.",
    ),
)
