"""A YAML file → its sheet: every value as text with line and column, and all its faults."""

from hashlib import sha256
from pathlib import Path

from docgen.model.finding import Finding
from docgen.model.sheet import Fields, Mark, Node, Sheet
from docgen.store.characters import decoded
from docgen.store.disk import disk
from docgen.store.nodes import Building, Limits

LIMITS = Limits()


def read_sheet(
    path: Path, shown: str, limits: Limits = LIMITS
) -> tuple[Sheet | None, tuple[Finding, ...]]:
    """Read a file; `shown` names it in messages.

    A sheet may come with faults, so that its fields can be judged in the same
    go; a file with faults must not be used for anything else.
    """
    with disk(shown), path.open("rb") as file:
        content = file.read(limits.size + 1)
    return parse_sheet(content, shown, limits)


def parse_sheet(
    content: bytes, shown: str, limits: Limits = LIMITS
) -> tuple[Sheet | None, tuple[Finding, ...]]:
    """Read a file's bytes as `read_sheet` does."""
    building = Building(shown, limits)
    root = _root(content, building)
    sheet = Sheet(shown, root, sha256(content).hexdigest()) if isinstance(root, Fields) else None
    return sheet, tuple(building.findings)


def _root(content: bytes, building: Building) -> Node | None:
    start = Mark(building.shown, 1, 1)
    if len(content) > building.limits.size:
        building.tell("yaml-too-large", start, limit=building.limits.size)
        return None
    text = decoded(content, building.shown, building.limits.faults)
    building.findings.extend(text.findings)
    if not text.readable:
        return None
    building.build(text.text)
    root = building.root
    if not isinstance(root, Fields) and not building.findings:
        building.tell("yaml-empty" if root is None else "yaml-no-fields", start)
    return root
