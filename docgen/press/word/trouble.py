"""A fault met in a template → a finding in a person's words, and the refusal that carries all."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from docgen.errors import TemplateRejected
from docgen.model.finding import Finding, fault
from docgen.model.sheet import Mark
from docgen.press.word.faults import FAULTS, REASONS


@dataclass(frozen=True, slots=True)
class Trouble:
    """A fault of a template: its id, the place in words, the tag, and what else it names."""

    rule: str
    place: str
    tag: str = ""
    names: dict[str, str] = field(default_factory=dict)


def reject(place: str, troubles: Iterable[Trouble]) -> None:
    """Raise TemplateRejected with all troubles, if there are any."""
    told = list(troubles)
    if told:
        raise refusal(place, told)


def refusal(place: str, troubles: Iterable[Trouble]) -> TemplateRejected:
    """Make the refusal that tells all troubles, each once."""
    findings = tuple(dict.fromkeys(_finding(place, trouble) for trouble in troubles))
    return rejected(place, findings)


def rejected(place: str, findings: tuple[Finding, ...]) -> TemplateRejected:
    """Make the refusal of a template."""
    wording = REASONS["word-rejected"]
    message = wording.message.format(place=place, count=len(findings))
    return TemplateRejected("word-rejected", message, wording.remedy, findings)


def _finding(place: str, trouble: Trouble) -> Finding:
    where = trouble.place[:1].upper() + trouble.place[1:]
    mark = Mark(place, 1, 1)
    return fault(FAULTS, trouble.rule, mark, at=where, tag=trouble.tag, **trouble.names)
