"""A paragraph → its sentence with numbered tags, and a sentence in other words → a paragraph."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from itertools import count, groupby

from docgen.press.ooxml import markup
from docgen.press.ooxml.heal import drop, put_text
from docgen.press.ooxml.names import Element, local, w
from docgen.press.ooxml.paragraphs import RUN, TEXT
from docgen.press.ooxml.phrasing import MARKS, PROPERTIES, Holder, Piece, Thing, joined, pieces_in

BLANKS = " \t\n"
SIGN = re.compile(r"\{\{.*?\}\}|<(\d+)>|</(\d+)>|<(\d+)/>|[\t\n\u2011]")
PLACEHOLDER = re.compile(r"\{\{.*?\}\}")
FILLED_IN = "x" * 40
ODD = re.compile(r"<(?=[\d/])")
SEEN_ON_BLANKS = frozenset({"u", "strike", "dstrike", "highlight", "shd", "bdr", "em"})
ELEMENTS = {"\t": "tab", "\n": "br", "\u2011": "noBreakHyphen"}
Take = Callable[[Element], Element]


@dataclass(frozen=True, slots=True, eq=False)
class Numbered:
    """What a number stands for: an object, or what is around words, and their look (of a run)."""

    run: Element | None = None
    holder: Holder | None = None
    things: tuple[Thing, ...] = ()


@dataclass(slots=True, eq=False)
class Tagging:
    """A paragraph's sentence; `whole` has the blanks at its ends too.

    `is_odd` tells of a `<` before a digit or `/` that is none of our tags.
    """

    element: Element
    whole: str = ""
    base: Element | None = None
    numbers: dict[int, Numbered] = field(default_factory=dict)
    is_odd: bool = False

    @property
    def text(self) -> str:
        """Give the sentence as a translator sees it."""
        return self.whole.strip(BLANKS)

    def put(self, text: str) -> None:
        """Say it in other words; objects stay the elements that they are."""
        made = self._made(text, lambda element: element)
        marks = [e for e in self.element.iter() if local(e) in MARKS and self._is_own(e)]
        for child in list(self.element):
            if local(child) not in PROPERTIES:
                drop(child)
        starts = [mark for mark in marks if local(mark).endswith("Start")]
        self.element.extend([*starts, *made, *(mark for mark in marks if mark not in starts)])

    def with_text(self, text: str) -> Element:
        """Give a paragraph of its own that says it in other words, without bookmarks."""
        other = markup.element(w("p"))
        properties = self.element.find(w("pPr"))
        other.extend([] if properties is None else [deepcopy(properties)])
        for section in other.findall(f"{w('pPr')}/{w('sectPr')}"):
            drop(section)
        other.extend(self._made(text, deepcopy))
        return other

    def _is_own(self, element: Element) -> bool:
        return next(element.iterancestors(self.element.tag), None) is self.element

    def _made(self, text: str, take: Take) -> list[Element]:
        at = self.whole.find(self.text)
        before, after = self.whole[:at], self.whole[at + len(self.text) :]
        return _Setting(self, take).of(before + text + after)


def tagging_of(element: Element) -> Tagging:
    """Read a paragraph as a sentence with numbered tags."""
    pieces = _settled(pieces_in(element))
    tagging = Tagging(element)
    tagging.is_odd = any(ODD.search(PLACEHOLDER.sub("", piece.text)) for piece in pieces)
    tagging.base, tagging.whole = _told(pieces, 0, tagging.numbers, count(1))
    return tagging


def _told(
    pieces: Sequence[Piece], depth: int, numbers: dict[int, Numbered], free: Iterator[int]
) -> tuple[Element | None, str]:
    """Write pieces as text, what is around them and objects numbered; give the usual look too."""
    usual, base = _usual([piece for piece in pieces if len(piece.holders) == depth])
    out: list[str] = []
    for holder, group in groupby(pieces, lambda piece: piece.holders[depth : depth + 1]):
        inside = list(group)
        if holder:
            number = next(free)
            run, text = _told(inside, depth + 1, numbers, free)
            numbers[number] = Numbered(run, holder[0])
            out.append(f"<{number}>{text}</{number}>")
            continue
        out += [_piece(piece, usual, numbers, free) for piece in inside]
    return base, "".join(out)


def _piece(piece: Piece, usual: str, numbers: dict[int, Numbered], free: Iterator[int]) -> str:
    if not piece.things and piece.key in {usual, None}:
        return piece.text
    number = next(free)
    numbers[number] = Numbered(piece.run, None, piece.things)
    return f"<{number}/>" if piece.things else f"<{number}>{piece.text}</{number}>"


def _usual(pieces: Sequence[Piece]) -> tuple[str, Element | None]:
    """Give the look that most letters have, of two as many the first, and a run in it.

    What is filled in counts as much whatever its name is, so that labels don't take turns.
    """
    letters: Counter[str] = Counter()
    runs: dict[str, Element | None] = {}
    for piece in pieces:
        if piece.key is not None and not piece.things:
            letters[piece.key] += len(PLACEHOLDER.sub(FILLED_IN, piece.text))
            runs.setdefault(piece.key, piece.run)
    most = next((key for key, _ in letters.most_common(1)), "")
    return most, runs.get(most)


def _settled(pieces: Sequence[Piece]) -> list[Piece]:
    """Free blanks of looks that can't be seen on them, so that those end where words do."""
    freed = joined([each for piece in pieces for each in _freed(piece)])
    for at in range(1, len(freed) - 1):
        before, blank, after = freed[at - 1 : at + 2]
        is_between = blank.key is None and not blank.things and before.key == after.key
        if is_between and before.holders == blank.holders == after.holders:
            freed[at] = replace(blank, key=before.key, run=before.run)
    return joined(freed)


def _freed(piece: Piece) -> Iterator[Piece]:
    words = piece.text.strip(BLANKS)
    if piece.things or _shows_blanks(piece.run):
        yield piece
        return
    at = piece.text.find(words) if words else len(piece.text)
    yield replace(piece, text=piece.text[:at], key=None)
    yield replace(piece, text=words)
    yield replace(piece, text=piece.text[at + len(words) :], key=None)


def _shows_blanks(run: Element | None) -> bool:
    properties = None if run is None else run.find(w("rPr"))
    return properties is not None and any(local(e) in SEEN_ON_BLANKS for e in properties)


class _Setting:
    """Sets a text with numbered tags as runs; tags that it does not know raise ValueError."""

    def __init__(self, tagging: Tagging, take: Take) -> None:
        self._numbers: Mapping[int, Numbered] = tagging.numbers
        self._take = take
        self._open: list[tuple[int, Element | None, list[Element]]] = [(0, tagging.base, [])]

    def of(self, text: str) -> list[Element]:
        """Set a text."""
        at, words = 0, ""
        for sign in SIGN.finditer(text):
            words += text[at : sign.start()]
            at = sign.end()
            if sign[0].startswith("{"):
                words += sign[0]
                continue
            self._words(words)
            words = ""
            self._sign(sign)
        self._words(words + text[at:])
        if len(self._open) > 1:
            raise ValueError(text)
        return self._open[0][2]

    def _sign(self, sign: re.Match[str]) -> None:
        opened, closed, alone = sign[1], sign[2], sign[3]
        if opened:
            self._begin(int(opened))
        elif closed:
            self._end(int(closed))
        elif alone:
            self._put([self._thing(thing) for thing in self._known(int(alone)).things])
        else:
            self._put([self._run(markup.element(w(ELEMENTS[sign[0]])))])

    def _known(self, number: int) -> Numbered:
        if number not in self._numbers:
            raise ValueError(f"<{number}>")
        return self._numbers[number]

    def _begin(self, number: int) -> None:
        self._open.append((number, self._known(number).run, []))

    def _end(self, number: int) -> None:
        opened, _, made = self._open.pop()
        if opened != number:
            raise ValueError(f"</{number}>")
        holder = self._known(number).holder
        self._put(made if holder is None else self._held(holder, made))

    def _held(self, holder: Holder, made: list[Element]) -> list[Element]:
        if holder.shell is None:
            head, tail = map(self._thing, holder.head), map(self._thing, holder.tail)
            return [*head, *made, *tail]
        shell = markup.element(holder.shell.tag)
        shell.attrib.update(holder.shell.attrib)
        shell.extend(deepcopy(e) for e in holder.shell if local(e) in PROPERTIES)
        inner = shell
        if local(shell) == "sdt":
            inner = markup.element(w("sdtContent"))
            shell.append(inner)
        inner.extend(made)
        return [shell]

    def _words(self, words: str) -> None:
        if words:
            text = markup.element(TEXT)
            put_text(text, words)
            self._put([self._run(text)])

    def _put(self, made: list[Element]) -> None:
        self._open[-1][2].extend(made)

    def _run(self, content: Element) -> Element:
        return _run_like(self._open[-1][1], content)

    def _thing(self, thing: Thing) -> Element:
        element = self._take(thing.element)
        return element if thing.run is None else _run_like(thing.run, element)


def _run_like(run: Element | None, content: Element) -> Element:
    made = markup.element(RUN)
    look = None if run is None else run.find(w("rPr"))
    made.extend([] if look is None else [deepcopy(look)])
    made.append(content)
    return made
