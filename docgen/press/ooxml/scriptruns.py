"""A run of text in a language → runs beside each other, each in the look of its own script."""

import re
from collections.abc import Iterator
from typing import Literal

from docgen.model.language import Language
from docgen.press.ooxml import markup
from docgen.press.ooxml.heal import BLANKS, drop, put_text
from docgen.press.ooxml.names import XML_SPACE, Element, w
from docgen.press.ooxml.ordered import properties_of, put, without
from docgen.press.ooxml.paragraphs import TEXT
from docgen.press.ooxml.scriptlooks import (
    LOOK,
    bare,
    is_complex,
    is_rtl,
    name,
    set_font,
    to_complex,
    to_latin,
    twinned,
)
from docgen.press.ooxml.stretches import MARKS, Script, Stretch, in_ltr, in_rtl

TAG = re.compile(r"(\{\{.*?\}\}|\{%.*?%\})", re.DOTALL)
EDGES = re.compile(r"\A([\u200e\u200f]*)( *)(.*?)( *)([\u200e\u200f]*)\Z", re.DOTALL)
NARROW = frozenset({"Noto Nastaliq Urdu"})
"""Fonts whose blanks are too narrow beside Latin letters, which do not lean over them."""
WIDE = "Arial"

Kind = Script | Literal["blank"]
Piece = tuple[Kind, str]


def set_run(run: Element, language: Language, *, rtl: bool) -> None:
    """Set a run: Latin languages are but named; others parted by script."""
    if not is_complex(language):
        name(properties_of(run, "rPr"), language)
        return
    if _is_blank(run):
        return
    look = run.find(LOOK)
    if look is not None:
        set_font(look, language.font)
        twinned(look)
        without(look, "rtl", "cs")
    if run.find(TEXT) is None:
        return
    for kind, piece in _parted(run, rtl=rtl, narrow=language.font in NARROW):
        if kind == "latin" or (kind == "own" and not rtl):
            to_latin(piece)
        else:
            to_complex(piece, rtl=kind != "indic")
        if kind == "blank":
            put(properties_of(piece, "rPr"), "rFonts").set(w("cs"), WIDE)


def _is_blank(run: Element) -> bool:
    """Tell whether a run is blanks alone that were taken for themselves before."""
    fonts = run.find(f"{LOOK}/{w('rFonts')}")
    named = None if fonts is None else fonts.get(w("cs"))
    return named == WIDE and is_rtl(run) and not "".join(map(str, run.itertext())).strip(" ")


def _parted(run: Element, *, rtl: bool, narrow: bool) -> list[tuple[Kind, Element]]:
    """Part a run in its place; tags, tabs and pictures go with the text around."""
    made: list[tuple[Kind, Element]] = []
    for child in [child for child in run if child.tag != LOOK]:
        for kind, part in _parts(child, rtl=rtl, narrow=narrow):
            if not made or made[-1][0] != kind:
                made.append((kind, _beside(run)))
            made[-1][1].append(part)
    drop(run)
    return made


def _parts(child: Element, *, rtl: bool, narrow: bool) -> Iterator[tuple[Kind, Element]]:
    if child.tag != TEXT:
        yield "own", child
        return
    for kind, words in _pieces(_words(child), rtl=rtl, narrow=narrow):
        text = markup.element(TEXT)
        put_text(text, words)
        yield kind, text


def _pieces(text: str, *, rtl: bool, narrow: bool) -> Iterator[Piece]:
    stretches: list[Stretch | str] = []
    for number, part in enumerate(TAG.split(text)):
        stretches += [part] if number % 2 else (in_rtl if rtl else in_ltr)(part)
    for place, each in enumerate(stretches):
        if isinstance(each, str):
            yield "own", each
        elif narrow and rtl and each.script == "own":
            yield from _apart(each.text, place > 0, place < len(stretches) - 1)
        else:
            yield each


def _apart(text: str, *beside: bool) -> Iterator[Piece]:
    """Take the blanks at either end of a text for themselves, where a name or value is beside."""
    first, before, words, after, last = EDGES.findall(text)[0]
    edges: list[Kind] = ["blank" if each else "own" for each in beside]
    kinds: tuple[Kind, ...] = ("own", edges[0], "own", edges[1], "own")
    for kind, piece in zip(kinds, (first, before, words, after, last), strict=True):
        if piece:
            yield kind, piece


def _words(text: Element) -> str:
    """Give the words of a text without the marks of an earlier time."""
    words = (text.text or "").translate(MARKS)
    return words if text.get(XML_SPACE) == "preserve" else words.strip(BLANKS)


def _beside(run: Element) -> Element:
    """Make a run that looks the same, in front of one."""
    made = bare(run)
    run.addprevious(made)
    return made
