"""Headings, known exports and the look of cells → a guess for each column, with its reason."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from docgen.check.roster.headings import Naming, naming
from docgen.check.roster.profiles import Profile
from docgen.model.roster import IGNORED, Match, Table
from docgen.model.typed_row import Export, Heading

EXPORTED, IN_ORDER, LOOKED, OPEN = 90, 80, 65, 50
UNLIKE = 45
"""So much less sure is a match whose cells look like something else."""
HALF, MOST = 0.5, 0.9
KNOWN_SHARE, KNOWN_LEAST = 0.6, 4

BY_LOOK = ("pupil.upn", "address.postcode", "contact.email", "contact.title", "contact.phone")
"""Fields for which cells alone are evidence enough."""
PUPIL_NAMES = ("pupil.full_name", "pupil.legal_forename", "pupil.legal_surname")
CONTACT_NAMES = ("contact.full_name", "contact.forename", "contact.surname")


def export_of(headings: Sequence[Heading], known: Iterable[Export]) -> Export | None:
    """Give the known export that these headings come from, or None."""
    named = [heading for heading in headings if heading.heading]
    signs = {heading.heading for heading in named}
    scored = [
        (sum(_exported(each, heading) is not None for heading in named), each)
        for each in known
        if each.signs & signs
    ]
    hits, export = max(scored, key=lambda each: each[0], default=(0, None))
    return export if hits >= max(KNOWN_LEAST, KNOWN_SHARE * len(named)) else None


def guesses(
    table: Table,
    headings: Sequence[Heading],
    export: Export | None,
    told: Mapping[int, Match],
    looks: Sequence[Profile],
) -> Iterator[Match]:
    """Give for each column the match that its heading and cells speak for."""
    namings = _resolved([naming(heading) for heading in headings], told)
    for column, (heading, named, look) in enumerate(zip(headings, namings, looks, strict=True), 1):
        exported = _exported(export, heading) if export else None
        if export and exported:
            best = Naming(exported, EXPORTED, why=f"exports of {export.name} call it so")
        else:
            best = named
        match = Match(column, table.headings[column - 1], best.field, best.confidence, best.why)
        yield _by_look(match, look)


def _exported(export: Export, heading: Heading) -> str | None:
    return export.fields.get(heading) or export.fields.get(replace(heading, group=""))


def _resolved(namings: Sequence[Naming], told: Mapping[int, Match]) -> Iterator[Naming]:
    """Tell whose a heading is that doesn't say so, by the headings beside it."""
    taken = {each.field for each in namings} | {match.field for match in told.values()}
    open_ones = [each.either for column, each in enumerate(namings, 1) if column not in told]
    seen: dict[tuple[str, str], int] = {}
    for column, each in enumerate(namings, 1):
        if each.either is None or column in told:
            yield each
        else:
            seen[each.either] = seen.get(each.either, 0) + 1
            yield _whose(each.either, taken, seen[each.either], open_ones.count(each.either))


def _whose(either: tuple[str, str], taken: set[str], which: int, count: int) -> Naming:
    """Give the pupil's or the contact's field for one of so many columns named alike."""
    pupil, contact = either
    of_pupil, of_contact = _has(taken, pupil, PUPIL_NAMES), _has(taken, contact, CONTACT_NAMES)
    if of_pupil != of_contact and count == 1:
        whose = "pupil" if of_pupil else "contact"
        field = contact if of_pupil else pupil
        return Naming(field, IN_ORDER, why=f"the {whose}'s is another column")
    if not (of_pupil or of_contact) and count == len(either):
        return Naming(either[which - 1], IN_ORDER, why="of two such, the pupil's comes first")
    return Naming(pupil, OPEN, why="its heading doesn't say whose it is")


def _has(taken: set[str], field: str, names: tuple[str, ...]) -> bool:
    return field in taken or (field in names and bool(taken.intersection(names)))


def _by_look(match: Match, look: Profile) -> Match:
    """Weigh what the cells look like against what the heading says."""
    if match.field:
        share = look.share(match.field)
        if share is None or share >= HALF:
            return match
        why = f"{match.why}, but its cells look like something else"
        return replace(match, confidence=match.confidence - UNLIKE, why=why)
    for field in BY_LOOK:
        if (look.share(field) or 0) >= MOST:
            return replace(match, field=field, confidence=LOOKED, why="its cells look so")
    return replace(match, field=IGNORED)
