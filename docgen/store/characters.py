"""A file's bytes → its text, with every character told that may not stand in a sheet."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from docgen.model.finding import Finding, fault
from docgen.model.sheet import Mark
from docgen.store.yaml_faults import FAULTS

BOM = b"\xef\xbb\xbf"
UTF16_BOMS = (b"\xff\xfe", b"\xfe\xff")
OTHER_FILES = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"{\\rtf")
LEAST_ZEROS, MOST_ZEROS = 0.25, 0.5
BIDI = "\u202a-\u202e\u2066-\u2069"
UNSEEN = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff"
FORBIDDEN = re.compile(f"[{UNSEEN}{BIDI}]")
TURNING = re.compile(f"[{BIDI}]")
BLANKS = "\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
INDENT = re.compile(rf"^ *[{BLANKS}][ {BLANKS}]*(?=([^\n]?))", re.MULTILINE)
STAND_IN = "\ufffd"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, lines ending in one line feed, and what is wrong with its characters."""

    text: str
    findings: tuple[Finding, ...]
    readable: bool = True


def decoded(content: bytes, shown: str, most: int) -> Decoded:
    """Read bytes as UTF-8; forbidden characters and odd indents are told, then stood in for."""
    no_text = _no_text(content)
    if no_text:
        return Decoded("", (fault(FAULTS, no_text, Mark(shown, 1, 1)),), readable=False)
    text, findings = _text(content.removeprefix(BOM), shown)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    findings += [fault_at(text, found, shown) for found in islice(FORBIDDEN.finditer(text), most)]
    findings += list(islice(_odd_indents(text, shown), most))
    return Decoded(indented(FORBIDDEN.sub(STAND_IN, text)), tuple(findings))


def _no_text(content: bytes) -> str | None:
    """Give the fault of a file that is not even nearly the text it should be."""
    if content.startswith(OTHER_FILES):
        return "yaml-no-text"
    zeros = content.count(0) / max(len(content), 1)
    utf16 = content[:2] in UTF16_BOMS or LEAST_ZEROS < zeros <= MOST_ZEROS
    return "yaml-utf16" if utf16 else None


def _text(content: bytes, shown: str) -> tuple[str, list[Finding]]:
    try:
        return content.decode("utf-8"), []
    except UnicodeDecodeError as trouble:
        before = content[: trouble.start].decode("utf-8")
        place = mark_at(before, len(before), shown)
        return content.decode("cp1252", "replace"), [fault(FAULTS, "yaml-not-utf8", place)]


def _odd_indents(text: str, shown: str) -> Iterator[Finding]:
    found = (each for each in INDENT.finditer(text) if each[1] not in {"", "#"})
    return (fault(FAULTS, "yaml-tab", mark_at(text, each.start(), shown)) for each in found)


def indented(text: str) -> str:
    """Give a text of the same length whose lines begin with spaces alone."""
    return INDENT.sub(lambda found: " " * len(found[0]), text)


def fault_at(text: str, found: re.Match[str], shown: str) -> Finding:
    """Tell a forbidden character where it stands in a text."""
    return forbidden(found[0], mark_at(text, found.start(), shown))


def forbidden(character: str, place: Mark) -> Finding:
    """Tell a forbidden character by its number."""
    rule = "yaml-bidi" if TURNING.match(character) else "yaml-control"
    return fault(FAULTS, rule, place, code=ord(character))


def mark_at(text: str, position: int, shown: str) -> Mark:
    """Give line and column of a position in a text."""
    line = text.count("\n", 0, position)
    return Mark(shown, line + 1, position - text.rfind("\n", 0, position))
