"""A part's tree with its tags in order → the source that Jinja compiles, by docxtpl's patterns."""

from collections.abc import Sequence
from io import BytesIO

from docxtpl import DocxTemplate

from docgen.press.ooxml import markup
from docgen.press.ooxml.heal import drop
from docgen.press.ooxml.names import Element, local, w
from docgen.press.word.structure import Found, row_of
from docgen.press.word.syntax import ENVIRONMENT, refused
from docgen.press.word.tags import Tag, scan

Line = tuple[int, Found]
ENDS = frozenset({"bookmarkStart", "bookmarkEnd", "permStart", "permEnd"})


def lower(root: Element, found: Sequence[Found]) -> tuple[str, tuple[Line, ...]] | None:
    """Give a part's source and the line of each tag; None if docxtpl would lose a tag.

    What docxtpl gives is held against the tags that were read, and judged once more whole.
    """
    _drop_halves(root, found)
    patched: str = DocxTemplate(BytesIO()).patch_xml(markup.text_of(root))
    tags = [item for item in scan(patched) if isinstance(item, Tag)]
    expected = [(one.tag.sign, "", one.said.clean) for one in found if one.said]
    met = [(tag.sign, tag.level, tag.body) for tag in tags]
    if met != expected or any(refused(ENVIRONMENT.parse(patched))):
        return None
    return _lined(patched, tags, found)


def _drop_halves(root: Element, found: Sequence[Found]) -> None:
    """Take out bookmarks of which one end would go with a tag's paragraph or row."""
    going: set[str | None] = set()
    for one in found:
        element = one.paragraph.element
        unit = {"p": element, "tr": row_of(element)}.get(one.tag.level)
        if unit is not None:
            going |= {mark.get(w("id")) for mark in unit.iter() if local(mark) in ENDS}
    for mark in list(root.iter()) if going else ():
        if local(mark) in ENDS and mark.get(w("id")) in going:
            drop(mark)


def _lined(
    source: str, tags: Sequence[Tag], found: Sequence[Found]
) -> tuple[str, tuple[Line, ...]]:
    """Break the source's lines inside its tags, so that each line tells its tag."""
    pieces: list[str] = []
    lines: list[Line] = []
    line, at = 1, 0
    for tag, one in zip(tags, found, strict=True):
        line += source.count("\n", at, tag.start)
        lines.append((line, one))
        pieces += [source[at : tag.end - 2], "\n"]
        line += 1
        at = tag.end - 2
    return "".join((*pieces, source[at:])), tuple(lines)
