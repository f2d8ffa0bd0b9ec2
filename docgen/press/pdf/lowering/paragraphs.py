"""A paragraph of Word → its drafts: one, or more where page breaks split it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from docgen.press.ooxml.names import Element, w
from docgen.press.pdf.lowering.draft import Draft, Label, Shape
from docgen.press.pdf.lowering.inlines import read_inlines
from docgen.press.pdf.lowering.kept import keep
from docgen.press.pdf.lowering.labels import Numbered, numbered
from docgen.press.pdf.lowering.layers import ParagraphLook, TableLook
from docgen.press.pdf.lowering.letters import Writer
from docgen.press.pdf.lowering.lines import FLAT, heightened
from docgen.press.pdf.lowering.looks import Looks, Wish
from docgen.press.pdf.lowering.pieces import Part, merged, parted, plain_text
from docgen.press.pdf.lowering.printed import spilled
from docgen.press.pdf.lowering.reader import Reader
from docgen.press.pdf.lowering.recall import recalled
from docgen.press.pdf.lowering.shapes import shape_of, spacing_of, tell_oddities
from docgen.press.pdf.lowering.tabs import Column, tabbed
from docgen.press.pdf.lowering.work import Story, Work
from docgen.press.pdf.lowering.wrapping import wrapping
from docgen.press.pdf.runs import Break, Inline, Mark, Space
from docgen.press.pdf.tree import Float, Paragraph

PROPERTIES = w("pPr")


def drafts_of(p: Element, story: Story, work: Work, table: TableLook) -> list[Draft]:
    """Read a paragraph, or recall it from another file; none where all of it is hidden."""
    return list(recalled(p, story, work, table, lambda: _read(p, story, work, table)))


def _read(p: Element, story: Story, work: Work, table: TableLook) -> tuple[Draft, ...]:
    """Read a paragraph; what would come to something else in another file is counted as passing."""
    look = work.styles.paragraph(p.find(PROPERTIES), table)
    writer = Writer(work.looks, spacing_of(look.format, story.ground))
    fields = work.fields.setdefault(story.member, [])
    reader = Reader(work, story, look.style, table, writer, fields)
    read_inlines(p, reader)
    pieces = spilled(reader)
    if look.mark.vanish:
        if not reader.floats and all(isinstance(piece, Mark) for piece in pieces):
            work.passing += 1
            return ()
        reader.tell("pdf-hidden-mark", p)
    return _drafts(p, look, reader, parted(pieces, mark_moves=work.styles.mark_moves))


def _drafts(
    p: Element, look: ParagraphLook, reader: Reader, parts: list[Part]
) -> tuple[Draft, ...]:
    """Draft each part; only the first has the label, the heading and the space before."""
    work = reader.work
    shape = _shape(p, look, reader)
    label, level = None, 0
    if look.numbering:
        label = numbered(p, look, reader.writer, shape.column, work)
    if look.is_heading and reader.story.name == "body":
        words = any(plain_text(part.pieces).strip() for part in parts)
        level = work.headings.level(look, p, work.remarks) if words else 0
    first = _First(level, label, tuple(reader.floats))
    drafting = _Drafting(p, look, reader, shape)
    drafts = [drafting.draft(part, first if part is parts[0] else NOT_FIRST) for part in parts]
    counts = look.numbering and not (label is not None and label.is_bullet)
    work.passing += not reader.lasting or bool(counts or reader.fields)
    return tuple(drafts)


def _shape(p: Element, look: ParagraphLook, reader: Reader) -> Shape:
    """Shape a paragraph, once for all that look the same in such a column, if it tells nothing."""
    kept, key = reader.work.styles.shapes, (look, reader.story.width, reader.story.page is not None)
    found = kept.get(key)
    if found is None:
        found = shape_of(look, reader)
        if not tell_oddities(p, look, reader):
            keep(kept, key, found)
    return found


@dataclass(frozen=True, slots=True)
class _First:
    """What only the first part of a paragraph has."""

    level: int = 0
    label: Numbered | None = None
    floats: tuple[Float, ...] = ()


NOT_FIRST = _First()


@dataclass(frozen=True, slots=True)
class _Drafting:
    """Drafts the parts of one paragraph."""

    p: Element
    look: ParagraphLook
    reader: Reader
    shape: Shape

    def draft(self, part: Part, first: _First) -> Draft:
        said, label, begins = self.look.format, first.label, first is not NOT_FIRST
        content, stops, over = tabbed(part.pieces, self._column(first), self._looks)
        in_list = label is not None and label.content != () and not first.level
        lead = () if label is None or in_list else _lead(label)
        is_flat = not part.is_hollow and all(isinstance(piece, FLAT) for piece in content)
        paragraph = Paragraph(
            content=tuple(self._lines(content)),
            stops=stops,
            end=(said.end or 0) - over,
            first=said.first or 0 if begins else 0,
            heading=first.level,
            label=lead,
            empty=self._looks.height(self._mark) if is_flat else 0,
            break_before=bool(said.break_before) or part.begins_page,
            **self.shape.fixed,
        )
        return Draft(
            paragraph,
            before=said.before or 0 if begins else 0,
            after=said.after or 0 if part.is_last else 0,
            contextual=bool(said.contextual),
            style=self.look.style,
            label=_label(label, self.look) if label is not None and in_list else None,
            frame=self.shape.frame,
            floats=first.floats,
            ends_page=part.ends_page,
        )

    @property
    def _looks(self) -> Looks:
        return self.reader.work.looks

    @property
    def _mark(self) -> int:
        """Give the look of the paragraph's mark."""
        said = self.look.format
        spacing = spacing_of(said, self.reader.story.ground)
        wish = Wish(self.look.mark, spacing, complex=bool(said.rtl))
        return self._looks.index(wish, self.p)

    def _lines(self, content: list[Inline]) -> Iterable[Inline]:
        """Make lines of the pieces: each has a height, and breaks where Word breaks it."""
        if any(isinstance(piece, Space | Break) for piece in content):
            content = heightened(content, self._mark)
        return wrapping(merged(content), self.shape.column, self._looks)

    def _column(self, first: _First) -> Column:
        """Give where the lines of a part run; those of the first begin after its label."""
        column = self.shape.column
        if first is NOT_FIRST:
            return replace(column, first=column.start)
        label = first.label
        return column if label is None else replace(column, first=column.first + label.extent)


def _lead(label: Numbered) -> tuple[Inline, ...]:
    """Give a label with the gap after it; one that says nothing is but a gap."""
    gap = label.gap if label.content else label.extent
    return (*label.content, Space(round(gap, 3))) if gap else label.content


def _label(label: Numbered, look: ParagraphLook) -> Label:
    extent = round(label.extent, 3)
    return Label(label.content, look.numbering, look.level, not label.is_bullet, extent)
