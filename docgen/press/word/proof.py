"""A source of tags and XML → proof that all it can print is well-formed, and what to mend in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

TOKEN = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|<(?:\{\{.*?\}\}|\{%.*?%\}|[^>])*>|[^<{]+|\{", re.DOTALL)
NAME = re.compile(r"</?([^\s/>]+)")
SPACES = re.compile(r"\sxmlns(?::\w+)?=\"[^\"]*\"")
WORD = re.compile(r"\{%\s*(\w+)")
NUMBER = re.compile(r"\sid=\"[^\"]*\"")
COUNTED = ' id="<"'
FILLED = frozenset({"w:tc", "w:hdr", "w:ftr", "w:txbxContent", "w:footnote", "w:endnote"})
BLOCKS = frozenset({"w:p", "w:tbl", "w:sdt"})
PARAGRAPH = "<w:p/>"
IN_TEXT = frozenset({"w:r", "w:t"})
TAG = "{%"


@dataclass(frozen=True, slots=True)
class Mending:
    """What the text of a filled-in part needs before it is good Word.

    `fills` are texts to put in place of others; where one of `hollow` is met, or with `always`,
    the part is read as XML and mended there. `counted` tells that drawings stand in a loop.
    """

    fills: tuple[tuple[str, str], ...] = ()
    hollow: tuple[str, ...] = ()
    always: bool = False
    counted: bool = False


@dataclass(slots=True)
class _Element:
    """An open element: its start, how many tags were open there, and what stands in it."""

    name: str
    start: str
    spaces: tuple[str, ...]
    depth: int
    last: str
    children: list[tuple[str, bool, str]] = field(default_factory=list)
    before_tags: str | None = None
    odd: bool = False


@dataclass(slots=True)
class _Walk:
    """The state of a walk over a source."""

    stack: list[_Element] = field(default_factory=list)
    blocks: list[tuple[str, tuple[object, ...]]] = field(default_factory=list)
    fills: dict[str, str] = field(default_factory=dict)
    hollow: dict[str, None] = field(default_factory=dict)
    always: bool = False
    looped: bool = False

    @property
    def shape(self) -> tuple[object, ...]:
        return tuple((each.name, each.spaces) for each in self.stack)


def proved(source: str) -> Mending | None:
    """Prove a source sound: each branch and turn ends within the elements where it began.

    Gives what to mend in what it prints; None if it could print what is not well-formed.
    """
    walk = _Walk()
    for token in tokens(source):
        if token.startswith("{%"):
            if not _tag(walk, token):
                return None
        elif token.startswith("{{"):
            if not _fits(walk, token):
                return None
        elif token.startswith("</"):
            if not _end(walk, token):
                return None
        elif token.startswith("<") and not token.startswith("<?"):
            _start(walk, token)
    if walk.stack or walk.blocks:
        return None
    return Mending(tuple(walk.fills.items()), tuple(walk.hollow), walk.always, walk.looped)


def tokens(source: str) -> Iterator[str]:
    """Give the tags, XML tags and texts of a source, in order."""
    return (found[0] for found in TOKEN.finditer(source))


def numbered(source: str, first: int, *, counted: bool) -> tuple[str, int]:
    """Number the drawings of a source; `counted` leaves it to each document."""
    pieces: list[str] = []
    number = first
    for token in tokens(source):
        if _is_drawing(token):
            told = COUNTED if counted else f' id="{number}"'
            pieces.append(_with_number(token, told))
            number += 1
        else:
            pieces.append(token)
    return "".join(pieces), number


def _is_drawing(token: str) -> bool:
    found = NAME.match(token) if token.startswith("<") else None
    return found is not None and found[1].endswith(":docPr") and not token.startswith("</")


def _with_number(token: str, told: str) -> str:
    if NUMBER.search(token):
        return NUMBER.sub(told, token, count=1)
    name = NAME.match(token)
    at = name.end() if name else 0
    return token[:at] + told + token[at:]


def _tag(walk: _Walk, token: str) -> bool:
    found = WORD.match(token)
    word = found[1] if found else ""
    if walk.stack:
        top = walk.stack[-1]
        top.children.append((TAG, True, ""))
        top.before_tags = top.last if top.before_tags is None else top.before_tags
    if word in {"if", "for"}:
        walk.blocks.append((word, walk.shape))
    elif word in {"elif", "else", "endif", "endfor"}:
        if not walk.blocks or walk.blocks[-1][1] != walk.shape:
            return False
        if word.startswith("end"):
            walk.blocks.pop()
    return True


def _fits(walk: _Walk, token: str) -> bool:
    """Tell whether what a tag prints may stand where it does: a text, runs or paragraphs."""
    names = [each.name for each in walk.stack]
    if "docgen.runs" in token:
        return bool(names) and names[-1] not in IN_TEXT
    if "docgen.paragraphs" in token:
        return bool(names) and not {"w:p", *IN_TEXT} & set(names[-1:])
    return names[-2:] == ["w:r", "w:t"]


def _start(walk: _Walk, token: str) -> None:
    found = NAME.match(token)
    name = found[1] if found else ""
    if name.endswith(":docPr") and any(word == "for" for word, _ in walk.blocks):
        walk.looped = True
    if walk.stack:
        _add(walk, name, token)
    if token.endswith("/>"):
        if walk.stack:
            walk.stack[-1].last = token
        return
    spaces = tuple(sorted(SPACES.findall(token)))
    walk.stack.append(_Element(name, token, spaces, len(walk.blocks), token))


def _add(walk: _Walk, name: str, token: str) -> None:
    top = walk.stack[-1]
    top.children.append((name, len(walk.blocks) <= top.depth, token))
    if top.before_tags is not None and name not in BLOCKS | {"w:sectPr", "w:tr", "w:tc"}:
        top.odd = True


def _end(walk: _Walk, token: str) -> bool:
    found = NAME.match(token)
    if not walk.stack or found is None or walk.stack[-1].name != found[1]:
        return False
    closed = walk.stack.pop()
    if closed.before_tags is not None:
        _mend(walk, closed, token)
    if walk.stack:
        walk.stack[-1].last = token
    return True


def _mend(walk: _Walk, closed: _Element, end: str) -> None:
    """Settle what must not be left of an element in which something comes and goes."""
    before = closed.before_tags or ""
    tables = [start for name, _, start in closed.children if name == "w:tbl"]
    for start in tables:
        walk.fills[f"</w:tbl>{start}"] = f"</w:tbl>{PARAGRAPH}{start}"
    if closed.name == "w:sdtContent":
        walk.always = True
    elif closed.name == "w:tbl" and not _has(closed, {"w:tr"}):
        walk.hollow[before + end] = None
    elif closed.name in FILLED:
        walk.always |= closed.odd
        if not _has(closed, BLOCKS):
            walk.fills[before + end] = f"{before}{PARAGRAPH}{end}"
        if closed.name == "w:tc":
            for last in ("</w:tbl>", "</w:sdt>"):
                if any(name == last[2:-1] for name, _, _ in closed.children):
                    walk.fills[last + end] = f"{last}{PARAGRAPH}{end}"


def _has(closed: _Element, names: frozenset[str] | set[str]) -> bool:
    """Tell whether one of these stands in an element whatever the tags decide."""
    return any(name in names and always for name, always, _ in closed.children)
