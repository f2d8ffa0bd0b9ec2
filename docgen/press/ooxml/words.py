"""Bytes of a Word file → every text in it, with its place: what is read, and what hides in it."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain

from docgen.model.rendition import Words
from docgen.press.ooxml import markup
from docgen.press.ooxml.fields import instructions
from docgen.press.ooxml.members import digest_of, read_members
from docgen.press.ooxml.names import Element, local, w
from docgen.press.ooxml.package import CONTENT_TYPES, Package, read_package
from docgen.press.ooxml.paragraphs import spoken_in
from docgen.press.ooxml.parts import parts_of
from docgen.press.ooxml.relations import all_relations
from docgen.press.ooxml.stretches import MARKS

ALT_TEXTS = frozenset({"docPr", "cNvPr", "shape", "tblCaption", "tblDescription"})
ALT_NAMES = ("descr", "title", "name", "alt")
HIDDEN = {"delText": "deleted text", "textpath": "watermark", "docVar": "document variable"}
HIDING = tuple(f"{{*}}{name}" for name in sorted((*ALT_TEXTS, *HIDDEN, "hyperlink")))
"""In whatever namespace."""
PROPERTIES = "docProps/"
QUIET = re.compile(r"(styles|theme|fontTable|numbering|webSettings)\+xml$")


def words_of(content: bytes) -> tuple[Words, ...]:
    """Read every text: body, tables, headers, footers, notes, text boxes, properties, links.

    Paragraphs come in reading order, each with `body`, `table 1 row 2 column 3`, `header` …;
    then `property title`, and by the names of the parts `alt text`, `link`, `field` and what
    else holds words.
    """
    package, problems = read_package(content)
    if package is None:
        raise ValueError(problems[0][0])
    return words_in(package)


def words_in(package: Package) -> tuple[Words, ...]:
    """Read every text of a package, as `words_of` does."""
    return Reader(package, ()).words({})


class Reader:
    """Reads the words of documents that differ in few members; those of the others only once."""

    def __init__(self, package: Package, changing: Collection[str]) -> None:
        """Read what no document changes; the bytes of `changing` members are not looked at."""
        self._package = package
        self._stories = {part.member: part.story for part in parts_of(package)}
        self._changing = frozenset(changing)
        fixed = [name for name in package.members if self._is_read(name)]
        self._kept = {
            name: self._read(name, package.members[name])
            for name in fixed
            if name not in self._changing
        }
        self._links = tuple(
            Words("link", each.target)
            for each in all_relations(package.members)
            if each.outside and each.target.strip()
        )

    def words(self, parts: Mapping[str, bytes]) -> tuple[Words, ...]:
        """Give every text of a document, of which the changing members are given."""
        read = self._kept | {
            n: self._read(n, data) for n, data in parts.items() if self._is_read(n)
        }
        stories = (read[name][0] for name in self._stories)
        names = sorted((name for name in self._package.members if name in read), key=_place)
        rest = (read[name][1] for name in names)
        return (*chain.from_iterable(stories), *chain.from_iterable(rest), *self._links)

    def _is_read(self, name: str) -> bool:
        return name in self._stories or _may_hold_words(name, self._package.types[name])

    def _read(self, name: str, data: bytes) -> tuple[tuple[Words, ...], tuple[Words, ...]]:
        """Give the words of a member's paragraphs, and all else that it holds."""
        tree = markup.parse(data)
        story = self._stories.get(name)
        told = () if story is None else spoken_in(tree, story)
        return _spoken(told), _spoken(self._rest(name, tree))

    def _rest(self, name: str, tree: Element) -> Iterator[tuple[str, str]]:
        if not _may_hold_words(name, self._package.types[name]):
            return
        if name.startswith(PROPERTIES):
            yield from _properties(tree)
        elif name not in self._stories:
            yield f"part {name}", _joined(tree)
        yield from _hidden(tree)


def _place(name: str) -> tuple[bool, str]:
    """Give where a member is read: properties first, then by name, however a file is packed."""
    is_property = name.startswith(PROPERTIES)
    return not is_property, "" if is_property else name


def _spoken(told: Iterable[tuple[str, str]]) -> tuple[Words, ...]:
    return tuple(Words(where, _unmarked(text)) for where, text in told if text.strip())


def _unmarked(text: str) -> str:
    """Leave out the marks that keep scripts in their order: nobody reads them."""
    return text if text.isascii() else text.translate(MARKS)


def package_digest(content: bytes) -> str:
    """Give the SHA-256 (hex) over the members' names and unpacked bytes, in order."""
    members, problems = read_members(content)
    if problems:
        raise ValueError(problems[0][0])
    return digest_of(members)


def _may_hold_words(name: str, kind: str) -> bool:
    return markup.is_xml(name, kind) and not (
        name.casefold().endswith(".rels") or name == CONTENT_TYPES or QUIET.search(kind)
    )


def _properties(root: Element) -> Iterator[tuple[str, str]]:
    for element in root:
        name = element.get("name") or local(element)
        yield f"property {name}", _joined(element)


def _hidden(root: Element) -> Iterator[tuple[str, str]]:
    for element in root.iter(*HIDING):
        name = local(element)
        if name in ALT_TEXTS:
            values = (element.get(key) or element.get(w("val")) for key in ALT_NAMES)
            for value in dict.fromkeys(values):
                yield "alt text", value or ""
        elif name in HIDDEN:
            value = element.text or element.get("string") or element.get(w("val"))
            yield HIDDEN[name], value or ""
        else:
            yield "link", element.get(w("tooltip"), "")
    for instruction in instructions(root):
        yield "field", instruction.strip()


def _joined(root: Element) -> str:
    return " ".join(str(text).strip() for text in root.itertext())
