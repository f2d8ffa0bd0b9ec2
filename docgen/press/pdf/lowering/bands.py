"""A section's references to headers and footers → what stands at the head and foot of its pages."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from docgen.press.ooxml.names import Element, r, w
from docgen.press.pdf.lowering.blocks import blocks_of
from docgen.press.pdf.lowering.heights import Measure
from docgen.press.pdf.lowering.page import Page
from docgen.press.pdf.lowering.recall import remembered
from docgen.press.pdf.lowering.work import Story, Work, story_of
from docgen.press.pdf.tree import Band, Bands

Kind = Literal["header", "footer"]
PAGES: Mapping[str, str] = {"default": "default", "first": "first", "even": "even"}


@dataclass(slots=True)
class Pressed:
    """Lowers headers and footers; a section without one of its own has that before it."""

    work: Work
    _members: dict[tuple[Kind, str], str] = field(default_factory=dict)
    _made: dict[tuple[str, Page], Band] = field(default_factory=dict)

    def bands(self, kind: Kind, properties: Element | None, page: Page) -> Bands:
        """Give the headers or footers of a section (17.10.1)."""
        for reference in (
            () if properties is None else properties.iterchildren(w(f"{kind}Reference"))
        ):
            self._note(kind, reference)
        return Bands(**{on: self._band(kind, on, page) for on in PAGES})

    def _note(self, kind: Kind, reference: Element) -> None:
        within = story_of(self.work.package, self.work.package.main, "body").relations
        relation = within.get(reference.get(r("id"), ""))
        if relation is None or relation.target not in self.work.package.members:
            self.work.remarks.tell("pdf-document-part", reference, what=kind)
        else:
            self._members[kind, reference.get(w("type"), "default")] = relation.target

    def _band(self, kind: Kind, on: str, page: Page) -> Band | None:
        member = self._members.get((kind, on))
        if member is None:
            return None
        if (member, page) not in self._made:
            self._made[member, page] = self._lowered(kind, member, page)
        return self._made[member, page]

    def _lowered(self, kind: Kind, member: str, page: Page) -> Band:
        """Lower a header or footer, or recall it from another file."""
        story = story_of(self.work.package, member, kind)
        data = self.work.package.members[member]
        key = (data, kind, page)
        return remembered(key, len(data), self.work, lambda: self._read(story, page))

    def _read(self, story: Story, page: Page) -> Band:
        """Lower a header or footer, and reckon its height where its lines can't wrap."""
        top = page.header if story.name == "header" else None
        within = replace(story, width=page.column, page=replace(page, top=top))
        root = self.work.package.tree(story.member)
        blocks, below = blocks_of(root, within, self.work)
        found = Measure(self.work.looks).height(blocks, page.column)
        height = found.most + below if found is not None and found.is_sure else None
        if page.is_fixed[story.name == "footer"]:
            height = 0
        return Band(blocks, height, below)


def text_top(headers: Bands, page: Page, *, first: bool) -> Page:
    """Tell a page where its text begins under its headers: surely, or at least."""
    bands = [headers.default, *([headers.first] if first else [])]
    heights = [0 if band is None else band.height for band in bands]
    tops = [max(page.margins[0], page.header + height) for height in heights if height is not None]
    sure = len(tops) == len(bands) and len(set(tops)) == 1
    return replace(page, top=min([*tops, page.margins[0]] if not sure else tops), is_sure=sure)
