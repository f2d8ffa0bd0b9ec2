"""Who reads a paper → in which languages and for which eyes it is made, each once, and for whom."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from docgen.model.case import Case
from docgen.model.language import ENGLISH, Language, paired
from docgen.model.pack import Kind, Pack
from docgen.model.people import Variant
from docgen.model.plan import Offers
from docgen.plan.papers import Paper

STANDARD: Variant = "standard"
CALLED: dict[Variant, str] = {
    "standard": "ordinary print",
    "plain": "plain English",
    "easy": "easy read",
    "large": "large print",
}
SCRIPT = re.compile("[a-z]{4}")
SINGLE = 1
"""Letters of a subtag after which nothing is said of the script any more: `x` of `en-x-home`."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One setting of a paper: its language (`pl-en`), its variant, and whom it is for.

    `lacking` tells of readers who asked for what there is not.
    """

    language: str
    variant: Variant
    readers: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()


def readings(case: Case, pack: Pack, kind: Kind, paper: Paper, offers: Offers) -> list[Reading]:
    """Give the settings of a paper in the order of its readers; ordinary English for no parent."""
    found: dict[tuple[str, Variant], Reading] = {}
    for key in readers_of(case, kind, paper):
        person = case.people[key]
        known = language_for(person.languages.reads, offers.languages) or ENGLISH
        variant = _variant(pack, kind, person.variant, known, offers)
        so_far = found.get((known.tag, variant), Reading(paired(known.tag), variant))
        lacks = () if variant == person.variant else (_lack(key, person.variant, variant),)
        found[known.tag, variant] = Reading(
            so_far.language, variant, (*so_far.readers, key), so_far.lacking + lacks
        )
    return list(found.values()) or [Reading(ENGLISH.tag, STANDARD)]


def readers_of(case: Case, kind: Kind, paper: Paper) -> tuple[str, ...]:
    """Give the parents for whom a paper is: its recipient, the parties, those invited, or all.

    What staff or a partner reads is for none of them, and an organisation reads English.
    """
    if kind.audience != "parent":
        return ()
    if paper.recipient:
        return (paper.recipient,) if paper.recipient in case.people else ()
    contract = case.contract_behind(paper.about)
    found = case.contracts[contract].parties if contract else _family(case, paper)
    return tuple(key for key in dict.fromkeys(found) if not case.people[key].organisation)


def language_for(reads: str, offered: Iterable[Language]) -> Language | None:
    """Give the language that a reader's tag asks for: the region doesn't matter, the script does.

    A tag without a script takes the language as it is usually written: `pa` is never read as
    `pa-Arab`, nor `pa-Arab` as `pa` where that is in Gurmukhi.
    """
    fitting = [each for each in (ENGLISH, *offered) if _fits(each, reads)]
    exact = (each for each in fitting if each.tag.casefold() == reads.casefold())
    return next(exact, fitting[0] if fitting else None)


def _family(case: Case, paper: Paper) -> Iterator[str]:
    """Give the parents invited to a meeting or, of what is about none, all who are written to."""
    meeting = case.meetings.get(paper.about)
    for link in case.links:
        is_theirs = paper.pupil in {None, link.pupil}
        is_asked = link.person in meeting.invited if meeting else link.work_with
        if is_theirs and is_asked:
            yield link.person


def _variant(
    pack: Pack, kind: Kind, wanted: Variant, language: Language, offers: Offers
) -> Variant:
    """Give what there is of what a reader asked for; plain English where there is no easy read."""
    if wanted in {"standard", "large"} or f"{kind.name}.{wanted}.docx" in pack.templates:
        return wanted
    return "plain" if offers.plain and language == ENGLISH else STANDARD


def _lack(key: str, wanted: Variant, given: Variant) -> str:
    names = {"key": key, "wanted": CALLED[wanted], "given": CALLED[given]}
    return "{key} asked for {wanted}, but of this kind there is only {given}".format_map(names)


def _fits(language: Language, reads: str) -> bool:
    (first, script), (own, stated) = _parts(reads), _parts(language.tag)
    if first != own:
        return False
    return script == language.script.casefold() if script else not stated


def _parts(tag: str) -> tuple[str, str]:
    """Give the language and the script of a tag, each in small letters; no script as nothing."""
    first, *others = tag.casefold().split("-")
    script = next((part for part in others if SCRIPT.fullmatch(part) or len(part) == SINGLE), "")
    return first, script if len(script) > SINGLE else ""
