"""Remarks, faults and refusals → findings with places that programs can follow, in order."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from docgen.model.finding import Finding, fault
from docgen.model.sheet import Mark
from docgen.press.word.lint.faults import FAULTS, severity_of
from docgen.press.word.lint.page import Line, Remark
from docgen.press.word.lint.spots import Spots
from docgen.press.word.trouble import Trouble, refusal

MOST = 200
NEAR = 60
PLACE = re.compile(r"\((in [^“]*near “.*”)\)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Told:
    """A finding and where it is: part, place in it, number of the paragraph there (0: none)."""

    finding: Finding
    part: str = ""
    where: str = ""
    paragraph: int = 0
    near: str = ""


def told_of_troubles(file: str, troubles: Iterable[Trouble], spots: Spots) -> Iterator[Told]:
    """Tell what refuses a template."""
    for trouble in dict.fromkeys(map(_key, troubles)):
        (finding,) = refusal(file, [_unkeyed(trouble)]).findings
        yield _told(finding, spots.line_at(trouble[1]))


def told_of_findings(findings: Iterable[Finding], spots: Spots) -> Iterator[Told]:
    """Tell what others found; a message says the place first, or in brackets."""
    for finding in findings:
        first, sign, _ = finding.message.partition("”: ")
        within = PLACE.search(finding.message)
        place = within[1] if within is not None else first[:1].lower() + first[1:] + "”"
        yield _told(finding, spots.line_at(place) if sign or within is not None else None)


def told_of_remarks(file: str, remarks: Iterable[Remark]) -> Iterator[Told]:
    """Tell what house rules say."""
    for remark in remarks:
        yield _told(_finding(file, remark.rule, remark.line, remark.names), remark.line)


def told_of_uses(
    file: str, uses: Iterable[tuple[str, str, Mapping[str, str]]], spots: Spots
) -> Iterator[Told]:
    """Tell of tags: rule, place in words and what else the message names."""
    for rule, place, names in uses:
        at = place[:1].upper() + place[1:]
        found = fault(FAULTS, rule, Mark(file, 1, 1), **{"at": at, **names})
        yield _told(replace(found, severity=severity_of(rule)), spots.line_at(place))


def capped(told: Iterable[Told], file: str) -> tuple[Told, ...]:
    """Give the findings, each once; of too many the first, and a line that says so."""
    found = list(dict.fromkeys(told))
    if len(found) <= MOST:
        return tuple(found)
    more = _finding(file, "word-more", None, {"limit": str(MOST)})
    return (*found[:MOST], Told(more))


def _finding(file: str, rule: str, line: Line | None, names: Mapping[str, str]) -> Finding:
    place = line.place if line is not None else ""
    at = place[:1].upper() + place[1:]
    found = fault(FAULTS, rule, Mark(file, 1, 1), **{"at": at, **names})
    return replace(found, severity=severity_of(rule))


def _told(finding: Finding, line: Line | None) -> Told:
    if line is None:
        return Told(finding)
    near = " ".join(line.words.split())[:NEAR]
    return Told(finding, line.member, line.paragraph.where, line.number, near)


def _key(trouble: Trouble) -> tuple[str, str, str, tuple[tuple[str, str], ...]]:
    return trouble.rule, trouble.place, trouble.tag, tuple(trouble.names.items())


def _unkeyed(key: tuple[str, str, str, tuple[tuple[str, str], ...]]) -> Trouble:
    rule, place, tag, names = key
    return Trouble(rule, place, tag, dict(names))
