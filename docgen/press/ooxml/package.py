"""Bytes of an untrusted .docx → a package of members with types, or every reason to refuse it."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from docgen.model.finding import Finding, fault
from docgen.model.sheet import Mark
from docgen.press.ooxml import markup
from docgen.press.ooxml.dangers import dangers
from docgen.press.ooxml.faults import FAULTS
from docgen.press.ooxml.limits import LIMITS, MEGABYTE, Limits
from docgen.press.ooxml.members import Problem, read_members
from docgen.press.ooxml.names import TYPES, Element, w
from docgen.press.ooxml.pieces import NONE, Pieces, pieces_of
from docgen.press.ooxml.relations import relations_of

CONTENT_TYPES = "[Content_Types].xml"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


@dataclass(frozen=True, slots=True)
class Package:
    """A Word file unpacked: members in order, the content type of each, the main part's name.

    `read` are members that were read as trees before, `parted` those whose pieces are known.
    """

    members: Mapping[str, bytes]
    types: Mapping[str, str]
    main: str
    read: dict[str, Element] = field(default_factory=dict, repr=False, compare=False)
    parted: dict[str, Pieces] = field(default_factory=dict, repr=False, compare=False)

    def tree(self, member: str) -> Element:
        """Read a member of XML anew."""
        return markup.parse(self.members[member])

    def reading(self, member: str) -> Element:
        """Give a member of XML as read before, or read it now; nobody may change the tree."""
        found = self.read.get(member)
        if found is None:
            found = self.read[member] = self.tree(member)
        return found

    def pieces(self) -> Pieces:
        """Give what stands in the body, each with its bytes."""
        found = self.parted.get(self.main)
        if found is None:
            root = self.reading(self.main)
            body = root.find(w("body"))
            found = NONE if body is None else pieces_of(root, body)
            self.parted[self.main] = found
        return found


def open_package(
    content: bytes, place: str, limits: Limits = LIMITS
) -> tuple[Package | None, tuple[Finding, ...]]:
    """Open a Word file from outside; all that speaks against it is told at once."""
    package, problems = read_package(content, limits)
    if package is not None:
        problems = (*problems, *dangers(package.members, package.types, limits, package.read))
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
    types = {} if problems else types_of(members)
    trees = {name: tree for name, tree in _main_trees(members, types, limits) if tree is not None}
    unread = {name: data for name, data in members.items() if name not in trees}
    problems = problems or _broken(unread, types, limits)
    if problems:
        return None, problems
    package = Package(members, types, _main(members), trees)
    if package.main not in members or not _is_word(package):
        return None, (("word-not-docx", {}),)
    return package, ()


def package_of(members: Mapping[str, bytes]) -> Package:
    """Make a package of members that were read and judged before."""
    return Package(members, types_of(members), _main(members))


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


def _main_trees(
    members: Mapping[str, bytes], types: Mapping[str, str], limits: Limits
) -> Iterator[tuple[str, Element | None]]:
    """Read the part that differs from letter to letter, where no fault has to be named."""
    names = (name for name, kind in types.items() if kind == MAIN and markup.is_xml(name, kind))
    return ((name, markup.sound_tree(members[name], limits)) for name in names)


def types_of(members: Mapping[str, bytes]) -> dict[str, str]:
    """Give the content type of each member, as a sound part says them."""
    data = members[CONTENT_TYPES]
    defaults, overrides = (_kept_types if len(data) <= markup.SHORT else _said_types)(data)
    return {
        name: overrides.get(name.casefold(), defaults.get(_extension(name), "")) for name in members
    }


def _said_types(data: bytes) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Give the content types by the endings of names, and those of members by name."""
    root = markup.parse(data)
    defaults: dict[str, str] = {}
    overrides: dict[str, str] = {}
    for entry in root.iter(f"{{{TYPES}}}Default"):
        defaults[entry.get("Extension", "").casefold()] = entry.get("ContentType", "")
    for entry in root.iter(f"{{{TYPES}}}Override"):
        overrides[entry.get("PartName", "").lstrip("/").casefold()] = entry.get("ContentType", "")
    return defaults, overrides


_kept_types = lru_cache(markup.MOST_KEPT)(_said_types)


def _extension(name: str) -> str:
    return posixpath.splitext(name)[1].lstrip(".").casefold()


def _is_word(package: Package) -> bool:
    kind = package.types[package.main]
    known = kind == MAIN or "macroEnabled" in kind
    return known and package.reading(package.main).tag == w("document")
