"""A Word file → its parts in one stated form, so that two files can be held against each other.

Two parts are equal when their exclusive C14N is, after the steps of `FORM`, none of which
changes what Word shows.
"""

import hashlib
import posixpath
import re
import zipfile
from collections.abc import Mapping
from io import BytesIO

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
TYPES = "[Content_Types].xml"
XML = re.compile(r"\.(xml|rels)$")
BLANKS = " \t\r\n"
MARKS = {f"{W}proofErr", f"{W}lastRenderedPageBreak"}
REVISION = re.compile(r"\}(rsid\w*|paraId|textId)$")
Element = etree._Element  # noqa: SLF001 (lxml's stubs name its elements so)

FORM = (
    "Word's marks of its own editing (revision ids, spelling, where pages broke) are left out.",
    "Neighbouring runs that look the same are one run; runs and texts without content are none.",
    "The order of a run's properties means nothing, so they are sorted by name.",
    "A text without xml:space='preserve' is trimmed, as Word reads it; then the attribute goes.",
    "Blanks between elements, outside texts, are left out.",
    "The numbers of drawings (wp:docPr id) are left out; that they are unique is tested apart.",
    "A relation's id stands for what it leads to: the part, the picture's bytes or the address.",
    "An empty property of the document (title, subject …) is no property.",
)


def canonical(content: bytes) -> dict[str, bytes]:
    """Give each part of a Word file in canonical form, pictures under their digest."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    types = _types(members)
    parts = [name for name in members if name != TYPES and not name.endswith(".rels")]
    return {
        _title(members, name): types[name].encode() + b"\n" + _form(members, name) for name in parts
    }


def _title(members: Mapping[str, bytes], name: str) -> str:
    return name if XML.search(name) else hashlib.sha256(members[name]).hexdigest()


def _form(members: Mapping[str, bytes], name: str) -> bytes:
    if not XML.search(name):
        return members[name]
    root = etree.fromstring(members[name])
    if name.startswith("docProps/"):
        _drop_empty(root)
    else:
        tidy(root)
        _lead(root, _targets(members, name))
    return etree.tostring(root, method="c14n", exclusive=True, with_comments=False)


def tidy(root: Element) -> None:
    """Bring a tree of WordprocessingML into the stated form."""
    for element in list(root.iter(etree.Element)):
        for key in [str(key) for key in element.attrib if REVISION.search(str(key))]:
            del element.attrib[key]
        if element.tag == f"{WP}docPr":
            element.set("id", "0")
        if element.tag in MARKS:
            _remove(element)
    for element in root.iter(etree.Element):
        _blanks(element)
    for run in list(root.iter(f"{W}r")):
        _tidy_run(run)
    for holder in list(root.iter(etree.Element)):
        _join_runs(holder)


def _blanks(element: Element) -> None:
    if element.tag == f"{W}t":
        if element.get(SPACE) != "preserve":
            element.text = (element.text or "").strip(BLANKS)
        element.attrib.pop(SPACE, "")
    elif not (element.text or "").strip(BLANKS):
        element.text = None
    if not (element.tail or "").strip(BLANKS):
        element.tail = None


def _tidy_run(run: Element) -> None:
    for text in run.findall(f"{W}t"):
        if not text.text:
            _remove(text)
    look = run.find(f"{W}rPr")
    if look is not None:
        look[:] = sorted(look, key=lambda element: str(element.tag))
    if look is not None and not len(look):
        _remove(look)
    if all(child.tag == f"{W}rPr" for child in run):
        _remove(run)


def _join_runs(holder: Element) -> None:
    last: Element | None = None
    for child in list(holder):
        is_run = child.tag == f"{W}r"
        if is_run and last is not None and _look(last) == _look(child):
            _move(child, last)
            _remove(child)
        else:
            last = child if is_run else None


def _move(run: Element, into: Element) -> None:
    for child in list(run):
        last = into[-1] if len(into) else None
        if child.tag == f"{W}t" and last is not None and last.tag == f"{W}t":
            last.text = (last.text or "") + (child.text or "")
        elif child.tag != f"{W}rPr":
            into.append(child)


def _look(run: Element) -> bytes:
    look = run.find(f"{W}rPr")
    return b"" if look is None else etree.tostring(look, method="c14n", exclusive=True)


def _lead(root: Element, targets: Mapping[str, str]) -> None:
    for element in root.iter(etree.Element):
        for key, value in element.attrib.items():
            if str(key).startswith(R):
                element.set(key, targets.get(str(value), f"no relation {value!r}"))


def _targets(members: Mapping[str, bytes], name: str) -> dict[str, str]:
    folder, base = posixpath.split(name)
    data = members.get(f"{folder}/_rels/{base}.rels")
    entries = () if data is None else etree.fromstring(data)
    return {str(e.get("Id")): _target(members, folder, e) for e in entries}


def _target(members: Mapping[str, bytes], folder: str, entry: Element) -> str:
    target = str(entry.get("Target"))
    if entry.get("TargetMode") == "External":
        return target
    return _title(members, posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"))


def _types(members: Mapping[str, bytes]) -> dict[str, str]:
    root = etree.fromstring(members[TYPES])
    given = {str(e.get("PartName", "")).lstrip("/"): str(e.get("ContentType")) for e in root}
    ends = {str(e.get("Extension", "")).lower(): str(e.get("ContentType")) for e in root}
    return {n: given.get(n) or ends.get(n.rpartition(".")[2].lower(), "") for n in members}


def _drop_empty(root: Element) -> None:
    for element in list(root):
        if not len(element) and not (element.text or "").strip():
            root.remove(element)
        element.tail = None
    root.text = None
    root[:] = sorted(root, key=lambda element: str(element.tag))


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    tail = element.tail or ""
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)
