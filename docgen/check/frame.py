"""The sheet of a frame → what all letters of a batch share, or what is wrong with it."""

from collections.abc import Iterator, Mapping

from docgen.check import faults
from docgen.model.finding import Faults, Finding, Wording
from docgen.model.frame import Entries, Frame
from docgen.model.sheet import Fields, Items, Mark, Node, Scalar, Sheet

FROM_ROWS = frozenset({
    "schema", "case_id", "status", "people", "pupils", "links", "family", "meetings", "decisions",
    "issued",
})  # fmt: skip
TABLES = ("meeting", "each_person", "each_pupil", "each_link", "accept")
OWN = frozenset({*TABLES, "school", "gone"})
FAULTS: Faults = {
    "frame-from-rows": Wording(
        "“{name}” of each case comes from the rows of the roster.",
        "Take it out of the frame. What is alike for all stands under each_person, each_pupil, "
        "each_link and meeting, and why a W may go under accept.",
    ),
    "frame-row-field": Wording(
        "“{name}” under meeting comes from the rows of the roster.",
        "Take it out; staff and partners who come to every meeting stand under invited.",
    ),
}
OF_ROWS = frozenset({"pupils"})


def frame_of(sheet: Sheet) -> tuple[Frame | None, tuple[Finding, ...]]:
    """Take a frame apart; what it hands to each case is judged there."""
    root = sheet.root
    findings = (*_misplaced(root), *_misshapen(root))
    if findings:
        return None, findings
    tables = {name: node for name in TABLES if isinstance(node := root.get(name), Fields)}
    school = root.get("school")
    shared = tuple((key, node) for key, node in root.entries if key.text not in OWN)
    return Frame(
        file=sheet.file,
        shared=shared,
        school=school if isinstance(school, Scalar) else None,
        meeting=tables.get("meeting"),
        person=tables.get("each_person"),
        pupil=tables.get("each_pupil"),
        link=tables.get("each_link"),
        accept=_texts(tables.get("accept")),
        gone=frozenset(_listed(root.get("gone"))),
    ), ()


def frame_for(authority: str, file: str) -> Frame:
    """Give the frame of a batch that has no file of its own."""
    mark = Mark(file, 1, 0)
    shared: Entries = ((Scalar("authority", mark), Scalar(authority, mark, plain=False)),)
    return Frame(file, shared if authority else ())


def _misplaced(root: Fields) -> Iterator[Finding]:
    for key, _ in root.entries:
        if key.text in FROM_ROWS:
            yield faults.told_from(FAULTS, "frame-from-rows", (key.text,), key.mark)
    meeting = root.get("meeting")
    for key, _ in meeting.entries if isinstance(meeting, Fields) else ():
        if key.text in OF_ROWS:
            path = ("meeting", key.text)
            yield faults.told_from(FAULTS, "frame-row-field", path, key.mark)


def _misshapen(root: Fields) -> Iterator[Finding]:
    for key, node in root.entries:
        if key.text in TABLES and not isinstance(node, Fields):
            yield faults.told("fields-due", (key.text,), node.mark)
        elif key.text == "school" and not isinstance(node, Scalar):
            yield faults.told("value-due", (key.text,), node.mark)
        elif key.text == "gone" and not isinstance(node, Items):
            yield faults.told("list-due", (key.text,), node.mark)
    accept = root.get("accept")
    for key, node in accept.entries if isinstance(accept, Fields) else ():
        if not (isinstance(node, Scalar) and node.text.strip()):
            yield faults.told("text-blank", ("accept", key.text), node.mark)


def _texts(node: Fields | None) -> Mapping[str, str]:
    entries = node.entries if node else ()
    return {key.text: below.text for key, below in entries if isinstance(below, Scalar)}


def _listed(node: Node | None) -> Iterator[str]:
    for item in node.items if isinstance(node, Items) else ():
        if isinstance(item, Scalar):
            yield item.text
