"""Drafts in their order, some with list labels → blocks, the labelled ones as nested lists."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from docgen.press.pdf.lowering.changes import changed
from docgen.press.pdf.lowering.draft import Draft, Labelled, Lists
from docgen.press.pdf.lowering.kept import keep
from docgen.press.pdf.runs import Inline, Space
from docgen.press.pdf.tree import Block, Item, Listing, PageBreak, Paragraph

DEEPEST = 9
MOST_PLACES = 8  # in which a draft is kept
NEAR = 0.5  # points by which indents of one list may differ


@dataclass(frozen=True, slots=True)
class _Spot:
    """Which list an item belongs to, and where its label and its text begin in the column."""

    list: str
    level: int
    label: float
    text: float
    ordered: bool
    rtl: bool

    def beside(self, other: "_Spot") -> bool:
        """Tell whether two are items of one list and level."""
        same = (self.list, self.level, self.ordered, self.rtl) == (
            other.list,
            other.level,
            other.ordered,
            other.rtl,
        )
        near = abs(self.label - other.label) < NEAR and abs(self.text - other.text) < NEAR
        return same and near

    def within(self, other: "_Spot") -> bool:
        """Tell whether this one belongs into an item of the other."""
        if self.rtl != other.rtl:
            return False
        if self.list == other.list:
            return self.level > other.level
        return self.label > other.label + NEAR and self.label > other.text - NEAR


class Spaced(NamedTuple):
    """A draft and the gap above it."""

    draft: Draft
    gap: float


def listed(entries: Sequence[Spaced | Block], *, cell: bool = False) -> tuple[Block, ...]:
    """Make blocks of drafts, and of the blocks between them."""
    return tuple(Nesting(cell).blocks(entries))


@dataclass(frozen=True, slots=True)
class Nesting:
    """Makes lists of drafts; in a `cell` nothing keeps to what follows or breaks the page."""

    cell: bool = False

    def blocks(self, entries: Sequence[Spaced | Block]) -> Iterator[Block]:
        """Give the blocks of entries in their order."""
        at = 0
        while at < len(entries):
            entry = entries[at]
            if not isinstance(entry, Spaced):
                yield entry
                at += 1
                continue
            if entry.draft.label is None:
                yield from entry.draft.floats
                yield self._text(entry.draft, entry.gap)
                at += 1
            else:
                run = _run(entries, at)
                yield from self._recalled(run)
                at += len(run)
            last = entries[at - 1]
            if isinstance(last, Spaced) and last.draft.ends_page and not self.cell:
                yield PageBreak()

    def _recalled(self, run: Sequence[Labelled]) -> Sequence[Block]:
        """Make lists of a run, or give what was made of the same drafts in another file."""
        kept = run[0][0].lists
        key = (self.cell, *[(id(draft), gap) for draft, _, gap in run])
        found = kept.get(key)
        if found is None:
            found = keep(kept, key, Lists(run, tuple(self._lists(run))), MOST_PLACES)
        return found.blocks

    def _lists(self, run: Sequence[Labelled]) -> Iterator[Listing | PageBreak]:
        if run[0][0].paragraph.break_before and not self.cell:
            yield PageBreak()
        done = 0
        while done < len(run):
            listing, done = self._listing(run, done, base=0, depth=1)
            yield listing

    def _listing(
        self, run: Sequence[Labelled], at: int, *, base: float, depth: int
    ) -> tuple[Listing, int]:
        """Make the list that begins at a place of the run; give it and the place after it."""
        head, gap = _spot(run[at]), run[at][2]
        items: list[Item] = []
        while at < len(run) and (not items or _spot(run[at]).beside(head)):
            blocks: list[Block] = [*run[at][0].floats, self._item(run[at], bare=not items)]
            label = _label(run[at])
            at += 1
            while at < len(run) and depth < DEEPEST and _spot(run[at]).within(head):
                inner, at = self._listing(run, at, base=head.text, depth=depth + 1)
                blocks.append(inner)
            items.append(Item(label, tuple(blocks)))
        made = Listing(
            items=tuple(items),
            indent=head.label - base,
            hang=head.text - head.label,
            ordered=head.ordered,
            rtl=head.rtl,
            gap=gap,
        )
        return made, at

    def _text(self, draft: Draft, gap: float) -> Paragraph:
        paragraph = draft.paragraph
        said: dict[str, object] = {"gap": gap} if gap else {}
        if self.cell and (paragraph.keep_next or paragraph.break_before):
            said = {"gap": gap, "keep_next": False, "break_before": False}
        if not said:
            return paragraph
        key = (gap, self.cell)
        found = draft.placed.get(key)
        return found or keep(draft.placed, key, changed(paragraph, **said), MOST_PLACES)

    def _item(self, labelled: Labelled, *, bare: bool) -> Paragraph:
        """Give an item's paragraph as it stands at the item's text; a `bare` one has no gap."""
        draft, label, gap = labelled
        key = (0 if bare else gap, self.cell, "item")
        found = draft.placed.get(key)
        if found is not None:
            return found
        paragraph = draft.paragraph
        made = changed(
            paragraph,
            gap=0 if bare else gap,
            start=0,
            first=label.extent + paragraph.first,
            stops=tuple([replace(s, at=s.at - paragraph.start) for s in paragraph.stops]),
            keep_next=paragraph.keep_next and not self.cell,
            break_before=False,
        )
        return keep(draft.placed, key, made, MOST_PLACES)


def _run(entries: Sequence[Spaced | Block], at: int) -> list[Labelled]:
    """Give the labelled drafts from a place on that no page break parts."""
    run: list[Labelled] = []
    for place in range(at, len(entries)):
        entry = entries[place]
        if not isinstance(entry, Spaced) or entry.draft.label is None:
            break
        if run and entry.draft.paragraph.break_before:
            break
        run.append((entry.draft, entry.draft.label, entry.gap))
        if entry.draft.ends_page:
            break
    return run


def _spot(labelled: Labelled) -> _Spot:
    draft, label, _ = labelled
    text = draft.paragraph.start
    hang = max(-draft.paragraph.first, 0)
    return _Spot(label.list, label.level, text - hang, text, label.ordered, draft.paragraph.rtl)


def _label(labelled: Labelled) -> tuple[Inline, ...]:
    """Give a label; where the first line stands in from the text, the label does too."""
    draft, label, _ = labelled
    indent = draft.paragraph.first
    return (Space(indent), *label.content) if indent > 0 else label.content
