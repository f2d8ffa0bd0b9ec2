"""Bytes of an untrusted .docx → a package of members with types, or every reason to refuse it."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass

from docgen.model.finding import Finding, fault
from docgen.model.sheet import Mark
from docgen.press.ooxml import markup
from docgen.press.ooxml.dangers import dangers
from docgen.press.ooxml.faults import FAULTS
from docgen.press.ooxml.limits import LIMITS, MEGABYTE, Limits
from docgen.press.ooxml.members import Problem, read_members
from docgen.press.ooxml.names import TYPES, Element, w
from docgen.press.ooxml.relations import relations_of

CONTENT_TYPES = "[Content_Types].xml"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


@dataclass(frozen=True, slots=True)
class Package:
    """A Word file unpacked: members in order, the content type of each, the main part's name."""

    members: Mapping[str, bytes]
    types: Mapping[str, str]
    main: str

    def tree(self, member: str) -> Element:
        """Read a member of XML anew."""
        return markup.parse(self.members[member])


def open_package(
    content: bytes, place: str, limits: Limits = LIMITS
) -> tuple[Package | None, tuple[Finding, ...]]:
    """Open a Word file from outside; all that speaks against it is told at once."""
    package, problems = read_package(content, limits)
    if package is not None:
        problems = (*problems, *dangers(package.members, package.types, limits))
    mark = Mark(place, 1, 1)
    findings = tuple(dict.fromkeys(fault(FAULTS, rule, mark, **names) for rule, names in problems))
    return (None if findings else package), findings


def read_package(
    content: bytes, limits: Limits = LIMITS
) -> tuple[Package | None, tuple[Problem, ...]]:
    """Unpack and parse within bounds, without judging what the members hold."""
    members, problems = read_members(content, limits)
    if problems:
        return None, problems
    if CONTENT_TYPES not in members:
        return None, (("word-not-docx", {}),)
    problems = _broken({CONTENT_TYPES: members[CONTENT_TYPES]}, {}, limits)
    types = {} if problems else _types(members)
    problems = problems or _broken(members, types, limits)
    if problems:
        return None, problems
    main = _main(members)
    if main not in members or not _is_word(members[main], types[main]):
        return None, (("word-not-docx", {}),)
    return Package(members, types, main), ()


def package_of(members: Mapping[str, bytes]) -> Package:
    """Make a package of members that were read and judged before."""
    return Package(members, _types(members), _main(members))


def _main(members: Mapping[str, bytes]) -> str:
    return next((e.target for e in relations_of(members, "") if e.kind == "officeDocument"), "")


def _broken(
    members: Mapping[str, bytes], types: Mapping[str, str], limits: Limits
) -> tuple[Problem, ...]:
    checked = (
        (name, data) for name, data in members.items() if markup.is_xml(name, types.get(name, ""))
    )
    faults = ((name, markup.fault_of(data, limits)) for name, data in checked)
    bounds = {"depth": limits.depth, "limit": limits.markup // MEGABYTE}
    return tuple((rule, {"member": name, **bounds}) for name, rule in faults if rule is not None)


def _types(members: Mapping[str, bytes]) -> dict[str, str]:
    root = markup.parse(members[CONTENT_TYPES])
    defaults: dict[str, str] = {}
    overrides: dict[str, str] = {}
    for entry in root.iter(f"{{{TYPES}}}Default"):
        defaults[entry.get("Extension", "").casefold()] = entry.get("ContentType", "")
    for entry in root.iter(f"{{{TYPES}}}Override"):
        overrides[entry.get("PartName", "").lstrip("/").casefold()] = entry.get("ContentType", "")
    return {
        name: overrides.get(name.casefold(), defaults.get(_extension(name), "")) for name in members
    }


def _extension(name: str) -> str:
    return posixpath.splitext(name)[1].lstrip(".").casefold()


def _is_word(data: bytes, kind: str) -> bool:
    known = kind == MAIN or "macroEnabled" in kind
    return known and markup.parse(data).tag == w("document")
