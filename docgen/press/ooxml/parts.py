"""A package → its parts that hold paragraphs, in reading order, each with its name in words."""

from collections.abc import Mapping
from dataclasses import dataclass

from docgen.press.ooxml.package import Package

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
STORIES: Mapping[str, str] = {
    f"{WORD}document.main+xml": "body",
    f"{WORD}header+xml": "header",
    f"{WORD}footer+xml": "footer",
    f"{WORD}footnotes+xml": "footnote",
    f"{WORD}endnotes+xml": "endnote",
    f"{WORD}comments+xml": "comment",
    f"{WORD}document.glossary+xml": "building block",
}
MERGED = frozenset({"body", "header", "footer", "footnote", "endnote"})
CORE = "application/vnd.openxmlformats-package.core-properties+xml"


@dataclass(frozen=True, slots=True)
class Part:
    """A member that holds paragraphs; `story` is `body`, `header`, `footnote` and so on."""

    member: str
    story: str


def parts_of(package: Package) -> tuple[Part, ...]:
    """Give the parts with paragraphs: the body first, then as the kinds and members stand."""
    order = list(STORIES.values())
    found = [
        Part(name, STORIES[kind])
        for name, kind in package.types.items()
        if kind in STORIES and (STORIES[kind] != "body" or name == package.main)
    ]
    return tuple(sorted(found, key=lambda part: order.index(part.story)))


def core_properties(package: Package) -> str | None:
    """Give the member that holds title, author and subject, if there is one."""
    return next((name for name, kind in package.types.items() if kind == CORE), None)
