"""Bytes of a Word file → every text in it, with its place: what is read, and what hides in it."""

import re
from collections.abc import Iterator

from docgen.model.rendition import Words
from docgen.press.ooxml import markup
from docgen.press.ooxml.fields import instructions
from docgen.press.ooxml.members import digest_of, read_members
from docgen.press.ooxml.names import Element, local, w
from docgen.press.ooxml.package import CONTENT_TYPES, Package, read_package
from docgen.press.ooxml.paragraphs import paragraphs_of
from docgen.press.ooxml.parts import parts_of
from docgen.press.ooxml.relations import all_relations

ALT_TEXTS = frozenset({"docPr", "cNvPr", "shape", "tblCaption", "tblDescription"})
ALT_NAMES = ("descr", "title", "name", "alt")
HIDDEN = {"delText": "deleted text", "textpath": "watermark", "docVar": "document variable"}
PROPERTIES = "docProps/"
QUIET = re.compile(r"(styles|theme|fontTable|numbering|webSettings)\+xml$")


def words_of(content: bytes) -> tuple[Words, ...]:
    """Read every text: body, tables, headers, footers, notes, text boxes, properties, links.

    Paragraphs come in reading order, each with `body`, `table 1 row 2 column 3`, `header` …;
    then `property title`, `alt text`, `link`, `field` and what else holds words.
    """
    package, problems = read_package(content)
    if package is None:
        raise ValueError(problems[0][0])
    return words_in(package)


def words_in(package: Package) -> tuple[Words, ...]:
    """Read every text of a package, as `words_of` does."""
    return tuple(Words(where, text) for where, text in _all(package) if text.strip())


def package_digest(content: bytes) -> str:
    """Give the SHA-256 (hex) over the members' names and unpacked bytes, in order."""
    members, problems = read_members(content)
    if problems:
        raise ValueError(problems[0][0])
    return digest_of(members)


def _all(package: Package) -> Iterator[tuple[str, str]]:
    stories = {part.member: part.story for part in parts_of(package)}
    trees = {name: package.tree(name) for name in stories}
    for name, tree in trees.items():
        for paragraph in paragraphs_of(tree, stories[name]):
            yield paragraph.where, paragraph.words
    for name in package.members:
        if not _may_hold_words(name, package.types[name]):
            continue
        tree = trees[name] if name in trees else package.tree(name)
        if name.startswith(PROPERTIES):
            yield from _properties(tree)
        elif name not in stories:
            yield f"part {name}", _joined(tree)
        yield from _hidden(tree)
    for relation in all_relations(package.members):
        if relation.outside:
            yield "link", relation.target


def _may_hold_words(name: str, kind: str) -> bool:
    return markup.is_xml(name, kind) and not (
        name.casefold().endswith(".rels") or name == CONTENT_TYPES or QUIET.search(kind)
    )


def _properties(root: Element) -> Iterator[tuple[str, str]]:
    for element in root:
        name = element.get("name") or local(element)
        yield f"property {name}", _joined(element)


def _hidden(root: Element) -> Iterator[tuple[str, str]]:
    for element in root.iter():
        name = local(element)
        if name in ALT_TEXTS:
            values = (element.get(key) or element.get(w("val")) for key in ALT_NAMES)
            for value in dict.fromkeys(values):
                yield "alt text", value or ""
        elif name in HIDDEN:
            value = element.text or element.get("string") or element.get(w("val"))
            yield HIDDEN[name], value or ""
        elif name == "hyperlink":
            yield "link", element.get(w("tooltip"), "")
    for instruction in instructions(root):
        yield "field", instruction.strip()


def _joined(root: Element) -> str:
    return " ".join(str(text).strip() for text in root.itertext())
