"""Bytes of a Word file → the day on which it says that it was last changed."""

import datetime as dt
import re
from collections.abc import Mapping

from docgen.press.ooxml.limits import LIMITS
from docgen.press.ooxml.markup import fault_of, sound_tree
from docgen.press.ooxml.members import read_members
from docgen.press.ooxml.names import local
from docgen.press.ooxml.package import CONTENT_TYPES, types_of
from docgen.press.ooxml.parts import CORE

DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?=T|$)", re.ASCII)

EARLIEST = dt.date(1601, 1, 1)
"""Before it a day is a program's way to say nothing; a PDF writes years in four figures."""


def modified(content: bytes) -> dt.date | None:
    """Give the day of `dcterms:modified` (ECMA-376 part 2, clause 11), None where there is none."""
    members, _ = read_members(content)
    said = members.get(CONTENT_TYPES, b"")
    found = None if fault_of(said, LIMITS) else DAY.match(_said(members))
    try:
        day = dt.date.fromisoformat(found[0]) if found else None
    except ValueError:  # the 30th of February
        return None
    return day if day and day >= EARLIEST else None


def _said(members: Mapping[str, bytes]) -> str:
    cores = (members[name] for name, kind in types_of(members).items() if kind == CORE)
    trees = (sound_tree(data, LIMITS) for data in cores)
    properties = (each for tree in trees if tree is not None for each in tree)
    texts = (each.text for each in properties if local(each) == "modified")
    return next((text.strip() for text in texts if text), "")
