"""The id of a rule or message → why it is there, what says so, what it stops, how to mend it."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from string import Formatter

from docgen.check.faults import near
from docgen.check.rules.examine import RULES
from docgen.check.rules.registry import Rule
from docgen.errors import Reasons, UsageTrouble, stop
from docgen.model.finding import Stage, Wording
from docgen.plan.states import ACTS
from docgen.service.explained import KEPT, ROOMS, Kept, Room
from docgen.service.packs import list_packs
from docgen.store.workspace import Workspace

SHORT = re.compile(r"([RCT])-?0*([0-9]{1,3})([A-Z]?)", re.IGNORECASE)
TOLD = re.compile(r"([RCT])-0*([0-9]+)([a-z]?)")
STOPS: Mapping[Stage, str] = {
    Stage.LOAD: "every paper about these keys; about the whole case, all but records",
    Stage.ANY: "every paper that would show it",
    Stage.LETTER: "every letter with an address block to that person",
    Stage.FILE: "nothing",
    Stage.REFER: "what goes to the authority",
}
"""Other stages stop the acts of `plan/states.py`."""
ALL = "E refuses and W holds {papers}; I only informs."
LATER = "The paper it speaks of is made already, so it stops the next one about the contract. "

REASONS: Reasons = {
    "explain-unknown": Wording(
        "docgen says nothing that is called “{wanted}”.",
        "{advice}",
    ),
}


@dataclass(frozen=True, slots=True)
class Message:
    """A message that isn't a rule's: its words, and the module that says it."""

    wording: Wording
    module: str


@dataclass(frozen=True, slots=True)
class Explained:
    """All there is to say of one id; `packs` are severities by authority, where they apply."""

    id: str
    says: str
    remedy: str
    why: str
    source: str
    stops: str
    stage: str | None = None
    severity: str | None = None
    packs: Mapping[str, str] = field(default_factory=dict)


def explain(
    workspace: Workspace, wanted: str, gather: Callable[[], Mapping[str, Message]]
) -> tuple[Explained, ...]:
    """Explain an id, or all rules that share its number; raises `UsageTrouble` for none such.

    `gather` gives the messages that are no rules', where the id is none of a rule.
    """
    known = {rule.id for rule in RULES} | {kept.id for kept in KEPT}
    meant = _meant(wanted, known)
    if meant:
        packs = _packs(workspace)
        rules = (_rule(rule, packs) for rule in RULES if rule.id in meant)
        return (*rules, *(_kept(each, packs) for each in KEPT if each.id in meant))
    messages = gather()
    name = _spelt(wanted)
    if name in messages:
        return (_message(name, messages[name]),)
    better = near(name, known) or near(name, messages, len(messages))
    listed = "docgen explain lists all rules; docgen check CASE shows the id of each finding."
    advice = f"Did you mean {better}?" if better else listed
    raise stop(UsageTrouble, REASONS, "explain-unknown", wanted=wanted[:40], advice=advice)


def explain_rules(workspace: Workspace) -> tuple[Explained, ...]:
    """Explain every rule, those that docgen keeps by the way it works among them."""
    packs = _packs(workspace)
    found = (*(_rule(each, packs) for each in RULES), *(_kept(each, packs) for each in KEPT))
    return tuple(sorted(found, key=lambda each: _order(each.id)))


def _packs(workspace: Workspace) -> Mapping[str, Mapping[str, str]]:
    """Give each usable pack's own severities."""
    return {
        listed.authority: {rule: str(how) for rule, how in listed.pack.severities.items()}
        for listed in list_packs(workspace)
        if listed.pack
    }


def _meant(wanted: str, ids: Collection[str]) -> frozenset[str]:
    """Give the ids that are meant: `r43`, `R-43`, and `R-17` for R-17a and R-17b."""
    spelt = _spelt(wanted)
    if spelt in ids:
        return frozenset({spelt})
    return frozenset(name for name in ids if re.fullmatch(rf"{re.escape(spelt)}[a-z]", name))


def _spelt(wanted: str) -> str:
    """Spell an id as docgen does."""
    found = SHORT.fullmatch(wanted.strip())
    if found is None:
        return wanted.strip().casefold()
    letter, number, part = found.groups()
    return f"{letter.upper()}-{int(number):02}{part.lower()}"


def _order(name: str) -> tuple[object, ...]:
    found = TOLD.fullmatch(name)
    return (0, found[1], int(found[2]), found[3]) if found else (1, name, 0, "")


def _rule(rule: Rule, packs: Mapping[str, Mapping[str, str]]) -> Explained:
    return Explained(
        id=rule.id,
        says=_plain(rule.says),
        remedy=_plain(rule.remedy),
        why=rule.why,
        source=rule.source,
        stops=_stops(rule.stage),
        stage=rule.stage.value,
        severity=str(rule.severity),
        packs={name: own.get(rule.id, str(rule.severity)) for name, own in packs.items()},
    )


def _stops(stage: Stage) -> str:
    acts = sorted(ACTS.get(stage, ()))
    papers = STOPS.get(stage) or f"papers of the act {' or '.join(acts)}"
    return (LATER if stage is Stage.ISSUE else "") + ALL.format(papers=papers)


def _kept(kept: Kept, packs: Iterable[str]) -> Explained:
    return Explained(
        id=kept.id,
        says=kept.says,
        remedy=kept.how,
        why=kept.why,
        source=kept.source,
        stops=kept.stops,
        severity="E",
        packs=dict.fromkeys(packs, "E"),
    )


def _message(name: str, message: Message) -> Explained:
    room = _room(message.module)
    says, remedy = _plain(message.wording.message), _plain(message.wording.remedy)
    return Explained(name, says, remedy, room.why, "docgen's own way of working", room.stops)


def _room(module: str) -> Room:
    """Give the room that a message comes from: the first that its module's name begins with."""
    return next(room for room in ROOMS if module.startswith(room.modules))


def _plain(words: str) -> str:
    """Show what a message leaves open in angle brackets."""
    return "".join(
        text + (f"<{name}>" if name else "") for text, name, _, _ in Formatter().parse(words)
    )
