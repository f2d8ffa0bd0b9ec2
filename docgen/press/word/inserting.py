"""A Word file that is to stand in another → its body; styles, lists and pictures carried over."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from docgen.errors import CasefileRejected, stop
from docgen.press.ooxml import markup
from docgen.press.ooxml.heal import drop, quieten
from docgen.press.ooxml.names import Element, local, r, w, wp
from docgen.press.ooxml.numbering import carried_lists
from docgen.press.ooxml.package import Package, open_package
from docgen.press.ooxml.relations import Relation, relations_of
from docgen.press.ooxml.styles import carried_styles, used_styles
from docgen.press.word.faults import REASONS
from docgen.press.word.proof import COUNTED
from docgen.press.word.shapes import SubDocument

if TYPE_CHECKING:
    from docgen.press.word.additions import Additions

DRAWING = "\ue001"
"""Stands for a drawing's number while its XML is written."""
HELD = {
    "footnoteReference": "it holds a footnote",
    "endnoteReference": "it holds an endnote",
    "commentReference": "it holds a comment",
    "ins": "it holds tracked changes",
    "del": "it holds tracked changes",
    "moveFrom": "it holds tracked changes",
    "moveTo": "it holds tracked changes",
}
LEFT_OUT = frozenset(
    {
        w("sectPr"), w("bookmarkStart"), w("bookmarkEnd"), w("permStart"), w("permEnd"),
        w("commentRangeStart"), w("commentRangeEnd"),
    }
)  # fmt: skip


def inserted(value: SubDocument, path: str, additions: "Additions") -> str:
    """Give a document's body as XML; raises CasefileRejected for what can't be carried over."""
    package, findings = open_package(value.content, path)
    if package is None:
        error = stop(CasefileRejected, REASONS, "word-odd-document", name=path, why="it is refused")
        error.findings = findings
        raise error
    root = package.tree(package.main)
    for why in _held(root):
        raise stop(CasefileRejected, REASONS, "word-odd-document", name=path, why=why)
    quieten(root)
    for element in [each for each in root.iter() if each.tag in LEFT_OUT]:
        drop(element)
    links = _linked(root, package)
    if links is None:
        why = "it holds a chart, a diagram or another program's object"
        raise stop(CasefileRejected, REASONS, "word-odd-document", name=path, why=why)
    styles = used_styles(root, package)
    asking = (root, *styles.values())
    additions.members.update(carried_lists(asking, package, additions.members))
    additions.members.update(carried_styles(root, styles, additions.members))
    for drawing in root.iter(wp("docPr")):
        drawing.set("id", DRAWING)
    body = root[0]
    xml = "".join(markup.text_of(child) for child in body)
    for mark, entry in links.items():
        xml = xml.replace(f'"{mark}"', additions.mark(entry))
    return xml.replace(f' id="{DRAWING}"', COUNTED)


def _held(root: Element) -> Iterator[str]:
    for element in root.iter():
        if local(element) in HELD:
            yield HELD[local(element)]


def _linked(root: Element, package: Package) -> Mapping[str, str | bytes] | None:
    """Mark each relation that the body uses; None where one leads to what can't be carried."""
    known = {each.key: each for each in relations_of(package.members, package.main)}
    links: dict[str, str | bytes] = {}
    for element in root.iter():
        for name in [str(key) for key in element.attrib if str(key).startswith(r(""))]:
            key = element.get(name, "")
            entry = _entry(known.get(key), package)
            if entry is None:
                return None
            mark = f"{DRAWING}{len(links)}"
            links[mark] = entry
            element.set(name, mark)
    return links


def _entry(relation: Relation | None, package: Package) -> str | bytes | None:
    if relation is None:
        return None
    if relation.kind == "hyperlink" and relation.outside:
        return relation.target
    return package.members.get(relation.target) if relation.kind == "image" else None
