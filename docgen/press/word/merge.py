"""A Word template → compiled once, or all its faults; compiled template and values → document.

Filling in a compiled template loads neither lxml nor docxtpl; compiling one does.
"""

import re
from collections.abc import Callable, Collection, Mapping
from itertools import count
from pathlib import Path
from typing import Any

from docgen.model.rendition import Rendition, Words
from docgen.press.ooxml.splice import constant
from docgen.press.word.additions import Additions
from docgen.press.word.compiled import Compiled, Tagged, from_bytes
from docgen.press.word.filling import fill
from docgen.press.word.listing import settled
from docgen.press.word.names import Names, Used
from docgen.press.word.plain import Budget, plain
from docgen.press.word.proof import COUNTED
from docgen.press.word.shapes import FREE, PACK, Demands, Edition, Letterhead, Template

__all__ = [
    "FREE",
    "PACK",
    "Compiled",
    "Demands",
    "Edition",
    "Letterhead",
    "Names",
    "Template",
    "Used",
    "compile_edition",
    "compile_template",
    "from_bytes",
    "merge",
    "names_used",
]
ADDED = 100_000
"""From here drawings are numbered that values bring into a template with numbers of its own."""
HEADER = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
ONE_NUMBER = COUNTED.encode()


def compile_template(
    template: Template,
    statements: Mapping[str, str],
    letterhead: Letterhead | None = None,
    names: Collection[str] | None = None,
    demands: Demands = PACK,
) -> Compiled:
    """Compile a template; with `names`, a tag that uses any other name is a fault.

    Raises TemplateRejected with all findings.
    """
    from docgen.press.word import compiling  # noqa: PLC0415 - loads lxml and docxtpl

    return compiling.compile_template(template, statements, letterhead, names, demands)


def compile_edition(
    template: Template,
    statements: Mapping[str, str],
    edition: Edition,
    letterhead: Letterhead | None = None,
    names: Collection[str] | None = None,
) -> Compiled:
    """Compile a pack's template as an edition has it: its language, plain words, large print.

    Raises TemplateRejected as `compile_template`; WordingMissing for messages that the reader's
    catalogue lacks.
    """
    from docgen.press.word import compiling  # noqa: PLC0415 - as above

    return compiling.compile_edition(template, statements, edition, letterhead, names)


def names_used(template: Template, demands: Demands = PACK) -> Names:
    """Give the names that a template uses and the statements that it places.

    Raises TemplateRejected with all findings.
    """
    from docgen.press.word import compiling  # noqa: PLC0415 - as above

    return compiling.names_used(template, demands)


def merge(
    compiled: Compiled,
    values: Mapping[str, Any],
    read: Callable[[Path], bytes] | None = None,
) -> Rendition:
    """Fill a compiled template in; the same values give the same bytes.

    Values for packs are plain data; free templates may take what `shapes` holds. `read` gives
    the bytes of a picture's path.

    Raises TemplateRejected for a name without a value, for what can't be printed
    and past the bounds; CasefileRejected for a character that can't be shown.
    """
    if not compiled.demands.free:
        parts = filled(compiled, plain(values))
        return Rendition(compiled.constant.file(compiled.names, parts), compiled)
    additions = Additions(compiled, read)
    parts = filled(compiled, plain(values, free=True, prepare=additions.prepare))
    if additions.are_there:
        members = additions.placed(
            {t.member: p for t, p in zip(compiled.tagged, parts, strict=True)}
        )
        return Rendition(constant(members).file((), ()), Whole())
    return Rendition(compiled.constant.file(compiled.names, parts), compiled)


def filled(compiled: Compiled, data: dict[str, object]) -> list[bytes]:
    """Give each part with tags as it stands in the document."""
    budget = Budget.of(compiled.tags)
    numbers = count(compiled.drawings if compiled.counted else ADDED)
    parts = []
    for tagged, bound in compiled.bound:
        xml = fill(compiled, tagged, bound, data, budget)
        parts.append(HEADER + _mended(tagged, settled(xml), numbers))
    return parts


def _mended(tagged: Tagged, xml: str, numbers: "count[int]") -> bytes:
    """Put right what tags may leave: empty cells, tables that touch, drawings with one number.

    In bytes, as letters of some scripts make a text of Python's twice as large.
    """
    mending, data = tagged.mending, xml.encode()
    if ONE_NUMBER in data:
        data = re.sub(ONE_NUMBER, lambda _: b' id="%d"' % next(numbers), data)
    if mending.always or any(each.encode() in data for each in mending.hollow):
        from docgen.press.ooxml.repair import repaired  # noqa: PLC0415 - loads lxml

        return repaired(data.decode(), columns=mending.always).encode()
    for old, new in mending.fills:
        data = data.replace(old.encode(), new.encode())
    return data


class Whole:
    """Tells the digest and the words of a document by reading all of it."""

    def digest(self, content: bytes) -> str:
        """Give the SHA-256 (hex) over the members' names and unpacked bytes."""
        from docgen.press.ooxml.words import package_digest  # noqa: PLC0415 - loads lxml

        return package_digest(content)

    def words(self, content: bytes) -> tuple[Words, ...]:
        """Give every word of the document."""
        from docgen.press.ooxml.words import words_of  # noqa: PLC0415 - as above

        return words_of(content)
