"""A footnote's reference → the blocks of the note."""

from docgen.press.ooxml.names import Element, w
from docgen.press.pdf.lowering.blocks import blocks_of
from docgen.press.pdf.lowering.layers import EMPTY_LOOK
from docgen.press.pdf.lowering.relations import relations, target_of
from docgen.press.pdf.lowering.work import Story, Work
from docgen.press.pdf.tree import Block


def noted(reference: Element, story: Story, work: Work) -> tuple[Block, ...] | None:
    """Lower the note of a reference (17.11.14); None, and a remark, if it can't be set."""
    if reference.tag != w("footnoteReference"):
        work.remarks.tell("pdf-endnotes", reference)
        return None
    member = target_of(work.package, work.package.main, "footnotes")
    note = _notes(member, work).get(reference.get(w("id"), ""))
    if note is None or story.name != "body":
        work.remarks.tell("pdf-document-part", reference, what="a footnote")
        return None
    if reference.get(w("customMarkFollows")) is not None:
        work.remarks.tell("pdf-note-look", reference, what="a mark of its own")
    inside = Story(member, "footnote", relations(work.package, member), story.width)
    return blocks_of(note, inside, work, EMPTY_LOOK).blocks


def _notes(member: str, work: Work) -> dict[str, Element]:
    """Give the notes of a part by their ids; the part is read once."""
    if member not in work.notes:
        there = member in work.package.members
        notes = work.package.tree(member).iter(w("footnote")) if there else ()
        work.notes[member] = {note.get(w("id"), ""): note for note in notes}
    return work.notes[member]
