"""The text of a paragraph → its tags, and each brace that belongs to none; in linear time."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

MARKS = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}|[{}]")
CLOSERS = {"{{": "}}", "{%": "%}", "{#": "#}"}
LEVEL = re.compile(r"(p|tr|tc|r)(?=\s)")
DOUBLE, SINGLE = '\u201c\u201d"', "\u2018\u2019'"
QUOTES = {
    **dict.fromkeys(DOUBLE[:2], DOUBLE),
    **dict.fromkeys(SINGLE[:2], SINGLE),
    '"': '"',
    "'": "'",
}
GAPS = str.maketrans(
    {"\u00a0": " ", "\u202f": " ", "\t": " ", "\n": " ", "\u00ad": "", "\u200b": ""}
)


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag: `sign` is `{{`, `{%` or `{#`, `level` the letters right after it (`p`, `tr`)."""

    sign: str
    level: str
    body: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Loose:
    """A brace that belongs to no tag; `rule` is the id of its fault."""

    rule: str
    start: int
    text: str


def scan(text: str) -> Iterator[Tag | Loose]:
    """Find the tags of a text and the braces that are left over, from left to right."""
    opened: re.Match[str] | None = None
    for mark in MARKS.finditer(text):
        sign = mark[0]
        if opened is not None and sign == CLOSERS[opened[0]]:
            yield _tag(text, opened, mark)
            opened = None
        elif opened is not None and (opened[0] == "{#" or sign in {"{", "}", "#}"}):
            continue
        elif opened is not None:
            yield _unclosed(text, opened)
            opened = mark if sign in CLOSERS else None
        elif sign in CLOSERS:
            opened = mark
        elif sign != "#}":
            rule = "word-single-brace" if sign in {"{", "}"} else "word-tag-unopened"
            yield Loose(rule, mark.start(), sign)
    if opened is not None:
        yield _unclosed(text, opened)


def straighten(body: str) -> str:
    """Turn Word's curly quotes back where they bound a text, and its odd spaces to plain ones."""
    out: list[str] = []
    closing = ""
    for sign in body.translate(GAPS):
        if closing and sign in closing:
            out.append(closing[-1])
            closing = ""
        elif not closing and sign in QUOTES:
            closing = QUOTES[sign]
            out.append(closing[-1])
        else:
            out.append(sign)
    return "".join(out).strip()


def _tag(text: str, opened: re.Match[str], closed: re.Match[str]) -> Tag:
    inside = text[opened.end() : closed.start()]
    level = LEVEL.match(inside)
    name = level[1] if level else ""
    whole = text[opened.start() : closed.end()]
    body = straighten(inside.removeprefix(name))
    return Tag(opened[0], name, body, opened.start(), closed.end(), whole)


def _unclosed(text: str, opened: re.Match[str]) -> Loose:
    return Loose("word-tag-unclosed", opened.start(), text[opened.start() :][:40])
