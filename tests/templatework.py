"""Every Word template in the repository, opened as XML, and small questions to it."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lxml import etree

from docgen.check.pack import judge_pack
from docgen.model.pack import Kind, Pack
from docgen.store.packs import PackSource, authorities, read_pack

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
AUTHORITIES = authorities(TEMPLATES)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
SPACES = {"w": W, "wp": WP}
Element = etree._Element  # noqa: SLF001 (lxml's stubs name its elements so)


@dataclass(frozen=True, slots=True)
class Paper:
    """One template: its pack, its kind and the parts that people see."""

    pack: Pack
    kind: Kind
    path: Path
    body: Element
    styles: Element
    footers: tuple[Element, ...]

    @property
    def variant(self) -> str:
        """Give for whose eyes it is."""
        return self.pack.templates[self.path.name].variant

    def __str__(self) -> str:
        """Name the paper as test reports show it."""
        return f"{self.pack.authority}/{self.path.name}"


@cache
def source_of(authority: str) -> PackSource:
    """Read a pack of the repository."""
    return read_pack(None, TEMPLATES, authority)


@cache
def pack_of(authority: str) -> Pack:
    """Judge a pack of the repository; it must be without a fault."""
    source = source_of(authority)
    assert source.sheet is not None
    pack, findings = judge_pack(source.sheet, source.templates, authority)
    assert pack is not None, findings
    return pack


@cache
def papers() -> tuple[Paper, ...]:
    """Open every Word template of every pack."""
    return tuple(paper for authority in AUTHORITIES for paper in _papers(pack_of(authority)))


def _papers(pack: Pack) -> Iterator[Paper]:
    for name in pack.templates:
        kind = pack.kinds[name.partition(".")[0]]
        path = TEMPLATES / pack.authority / name
        if name.endswith(".docx"):
            with zipfile.ZipFile(path) as package:
                yield _opened(pack, kind, path, package)


def _opened(pack: Pack, kind: Kind, path: Path, package: zipfile.ZipFile) -> Paper:
    def part(name: str) -> Element:
        return etree.fromstring(package.read(name))

    footers = tuple(part(n) for n in package.namelist() if n.startswith("word/footer"))
    return Paper(pack, kind, path, part("word/document.xml"), part("word/styles.xml"), footers)


def found(element: Element, path: str) -> list[Element]:
    """Give the elements at an XPath."""
    nodes = element.xpath(path, namespaces=SPACES)
    assert isinstance(nodes, list)
    return [node for node in nodes if isinstance(node, Element)]


def value(element: Element, path: str, name: str = "val") -> str:
    """Give an attribute of the first element at an XPath, or nothing."""
    at = found(element, path)
    return str(at[0].get(f"{{{W}}}{name}") or "") if at else ""


def tables(paper: Paper) -> list[Element]:
    """Give the tables of a paper that hold data, not those with a picture in each row."""
    return found(paper.body, "w:body/w:tbl[w:tblPr/w:tblStyle/@w:val!='Layout']")


def text(element: Element) -> str:
    """Give the words of an element."""
    return "".join(each.text or "" for each in found(element, ".//w:t"))


def style(paper: Paper, paragraph: Element) -> str:
    """Give the name of a paragraph's style."""
    key = value(paragraph, "w:pPr/w:pStyle") or "Normal"
    return value(paper.styles, f"w:style[@w:styleId='{key}']/w:name")


def is_tag(words: str) -> bool:
    """Tell whether a paragraph is only a structural tag."""
    return words.startswith("{%")
