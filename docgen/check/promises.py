"""What a template asks for and what its kind promises → where the two don't meet."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from docgen.check.faults import near
from docgen.model.finding import Faults, Finding, Severity, Wording, fault
from docgen.model.pack import EASY, Kind, Statement, TemplateFile
from docgen.model.sheet import Mark

TAG = re.compile(r"\{\{\s*([\w.]+)")

FAULTS: Faults = {
    "promise-unknown-name": Wording(
        "{file} asks for “{name}” ({where}), which a document of this kind doesn't have.",
        "{advice} All names: docgen pack placeholders {kind}",
    ),
    "promise-statement-asks": Wording(
        "The statement “{where}” asks for “{name}”, which the kind “{kind}” doesn't have.",
        "{advice} All names: docgen pack placeholders {kind}",
    ),
    "promise-statement-not-listed": Wording(
        "{file} places the statement “{name}”, which the kind “{kind}” doesn't list.",
        "{advice}",
    ),
    "promise-statement-not-placed": Wording(
        "{file} doesn't place the statement “{name}”, which the kind “{kind}” carries.",
        "Put {{{{ statements.{name} }}}} into the template, in a paragraph of its own.",
    ),
    "promise-statement-not-easy": Wording(
        "{file} is for easy readers, and the statement “{name}” has no words for them.",
        "Write under `easy` of the statement what its text says, one short idea a paragraph.",
    ),
    "promise-unused": Wording(
        "{file} never shows “{name}”, which a document of this kind should.",
        "Put {{{{ {name} }}}} into the template if the document is to show it.",
    ),
}

EVERY = ("document.reference",)
LETTER = (
    "document.date",
    "recipient.addressee",
    "recipient.address[]",
    "recipient.salutation",
    "signatory.name",
)
ESSENTIAL: Mapping[str, tuple[str, ...]] = {
    "absence-letter": ("pupil.legal_name", "meeting.date"),
    "checklist": ("pupil.legal_name",),
    "contract": (
        "pupil.legal_name",
        "contract.requirements[].text",
        "contract.requirements[].struck",
        "contract.support[].text",
        "contract.signers[].name",
    ),
    "copy-letter": ("pupil.legal_name", "copy.title", "copy.made_on"),
    "explanation": ("pupil.legal_name",),
    "invite": (
        "pupil.legal_name",
        "pupil.date_of_birth",
        "pupil.year_group",
        "meeting.date",
        "meeting.time",
        "meeting.place",
    ),
    "meeting-form": ("pupil.legal_name", "meeting.date", "meeting.time"),
    "rearranged": ("pupil.legal_name", "meeting.date", "meeting.time", "meeting.place"),
    "review": (
        "pupil.legal_name",
        "review.date",
        "contract.requirements[].text",
        "contract.requirements[].struck",
        "contract.requirements[].status",
        "review.signers[].name",
    ),
    "termination": ("pupil.legal_name",),
    "warning": ("pupil.legal_name", "warning.requirements[]"),
}
"""By the act of a kind."""
ESSENTIAL_PER: Mapping[str, tuple[str, ...]] = {
    "absent-holder": ("contract.support[].text",),
    "absentee": ("absence.reason", "absence.attempts[].date"),
    "no-contract": ("rationale.date", "rationale.text"),
    "noncompliance": (
        "noncompliance.requirement",
        "noncompliance.date",
        "noncompliance.explanation",
        "noncompliance.outcome",
    ),
    "partner": ("partner.pupils[].name", "meeting.date", "meeting.time"),
    "rearranged": ("rearranged.old_date", "rearranged.old_time"),
    "receipt": ("enclosures[].item",),
    "termination": ("termination.date", "termination.text"),
}
"""By what a kind is made for."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What one template asks for, and where in it (`in table 2, row 3`).

    Names are dotted, `[]` stands for each entry of a list; statements are
    those that the template places.
    """

    file: str
    names: Mapping[str, str]
    statements: Mapping[str, str]


def promises_kept(
    kind: Kind, asked: Asked, promised: Collection[str], texts: Mapping[str, str]
) -> tuple[Finding, ...]:
    """Tell each name that isn't promised, each statement amiss and each essential unused.

    `texts` holds the statements that the kind carries, by key.
    """
    return (
        *_unknown(kind, asked, promised),
        *_statements(kind, asked),
        *_asked_by_statements(kind, asked, promised, texts),
        *_unused(kind, asked),
    )


def easily_said(
    kind: Kind, file: TemplateFile, statements: Mapping[str, Statement]
) -> Iterator[Finding]:
    """Tell which statements a template for easy readers places that have no easy words (T-22)."""
    for name in kind.statements if file.variant == EASY else ():
        if name in statements and statements[name].easy is None:
            told = {"kind": kind.name, "file": file.place, "name": name}
            yield fault(FAULTS, "promise-statement-not-easy", Mark(file.place, 1, 1), **told)


def is_promised(name: str, promised: Collection[str]) -> bool:
    """Tell whether a name is promised, or leads to one that is: `meeting.chair`."""
    return name in promised or any(full.startswith((f"{name}.", f"{name}[]")) for full in promised)


def _tell(rule: str, kind: Kind, asked: Asked, name: str, **names: str) -> Finding:
    told = {"kind": kind.name, "file": asked.file, "name": name, **names}
    return fault(FAULTS, rule, Mark(asked.file, 1, 1), **told)


def _advice(name: str, known: Collection[str], otherwise: str) -> str:
    better = near(name, known)
    return f"Did you mean “{better}”?" if better else otherwise


def _unknown(kind: Kind, asked: Asked, promised: Collection[str]) -> Iterator[Finding]:
    for name, where in asked.names.items():
        if not is_promised(name, promised):
            advice = _advice(name, promised, "Correct or remove it.")
            yield _tell("promise-unknown-name", kind, asked, name, where=where, advice=advice)


def _statements(kind: Kind, asked: Asked) -> Iterator[Finding]:
    for name in asked.statements:
        if name not in kind.statements:
            otherwise = f"Add {name} under `statements` of the kind in pack.yaml."
            advice = _advice(name, kind.statements, otherwise)
            yield _tell("promise-statement-not-listed", kind, asked, name, advice=advice)
    for name in kind.statements:
        if name not in asked.statements:
            yield _tell("promise-statement-not-placed", kind, asked, name)


def _asked_by_statements(
    kind: Kind, asked: Asked, promised: Collection[str], texts: Mapping[str, str]
) -> Iterator[Finding]:
    for key, text in texts.items():
        for name in TAG.findall(text):
            if not is_promised(name, promised):
                advice = _advice(name, promised, "Correct or remove it.")
                yield _tell("promise-statement-asks", kind, asked, name, where=key, advice=advice)


def _unused(kind: Kind, asked: Asked) -> Iterator[Finding]:
    essential = EVERY + (LETTER if kind.letter else ())
    essential += ESSENTIAL.get(kind.act, ()) + ESSENTIAL_PER.get(kind.per, ())
    for name in essential:
        if name not in asked.names:
            told = _tell("promise-unused", kind, asked, name)
            yield replace(told, severity=Severity.INFORMATION)
