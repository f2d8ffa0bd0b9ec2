"""Tabs of a paragraph's lines → gaps of a known width, wherever the faces' advances tell it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from docgen.press.pdf.lowering.looks import Looks
from docgen.press.pdf.lowering.pieces import PlacedTab
from docgen.press.pdf.lowering.properties import TabStop
from docgen.press.pdf.lowering.widths import SAFE, before_point, width_of, width_of_all, wrapped
from docgen.press.pdf.runs import Break, Inline, Leader, Space, Tab, Text
from docgen.press.pdf.tree import Stop

TINY = 0.02
ALIGNS: dict[str, Literal["center", "end", "decimal"]] = {
    "center": "center",
    "right": "end",
    "end": "end",
    "decimal": "decimal",
}
LEADERS: dict[str, Leader] = {
    "dot": "dots",
    "middleDot": "dots",
    "hyphen": "dots",
    "underscore": "line",
    "heavy": "line",
}
Line = Sequence[Inline | PlacedTab]


@dataclass(frozen=True, slots=True)
class Column:
    """Where a paragraph's lines run: from `first`, later ones from `start`, to `limit`.

    All count from the start edge of the column; `limit` 0: not known. `tab` is the distance of
    the stops that nobody set. `reaches`: a line may go on beyond the limit, into the margin.
    """

    first: float
    start: float
    limit: float
    stops: tuple[Stop, ...]
    tab: float
    reaches: bool = False

    def stop_after(self, place: float) -> Stop:
        """Give the next stop: one that was set, else the next of those that nobody set."""
        found = next((stop for stop in self.stops if stop.at > place + TINY), None)
        return found or Stop(self.tab * (int((place + TINY) // self.tab) + 1))


def stops_of(tabs: Iterable[TabStop], start: float, *, hangs: bool) -> tuple[Stop, ...]:
    """Give the stops in order; a later one takes the place of an earlier one (17.3.1.38).

    Where the first line hangs, the text's edge is a stop too.
    """
    stops = {round(start, 3): Stop(round(start, 3))} if hangs else {}
    for tab in tabs:
        at = round(tab.at, 3)
        stops.pop(at, None)
        if tab.kind not in {"clear", "bar"}:
            stops[at] = Stop(at, ALIGNS.get(tab.kind, "start"), LEADERS.get(tab.leader, "none"))
    return tuple(stops[at] for at in sorted(stops))


class Tabbed(NamedTuple):
    """A paragraph's pieces with its tabs set; `stops` if layout must find some of their places.

    `over` is how far its lines reach beyond where text would wrap.
    """

    content: list[Inline]
    stops: tuple[Stop, ...] = ()
    over: float = 0


def tabbed(line: Line, column: Column, looks: Looks) -> Tabbed:
    """Set the tabs of a paragraph."""
    plain: list[Inline] = [piece for piece in line if not isinstance(piece, Tab | PlacedTab)]
    if len(plain) == len(line):
        return Tabbed(plain)
    furthest = max((stop.at for stop in column.stops if stop.align != "start"), default=0)
    if column.reaches and furthest > column.limit:
        found = _beyond(line, replace(column, limit=furthest), looks, column.limit)
        if found is not None:
            return found
    made, ruler = _ruled(line, column, looks)
    return Tabbed(made, () if ruler.is_done else _stops(line, column))


def _beyond(line: Line, column: Column, looks: Looks, limit: float) -> Tabbed | None:
    """Set tabs that lead beyond where text would wrap, as Word does if no line is too long."""
    made, ruler = _ruled(line, column, looks)
    if not (ruler.is_done and ruler.is_sure):
        return None
    return Tabbed(made, over=max(round(ruler.furthest - limit + TINY, 3), 0))


def _ruled(line: Line, column: Column, looks: Looks) -> "tuple[list[Inline], _Ruler]":
    ruler = _Ruler(column, looks, column.first)
    made: list[Inline] = []
    for index, piece in enumerate(line):
        if isinstance(piece, Tab | PlacedTab):
            made.append(ruler.tab(piece, line, index))
        else:
            ruler.pass_by(piece)
            made.append(piece)
    return made, ruler


def _stops(line: Line, column: Column) -> tuple[Stop, ...]:
    placed = {_placed(piece, column) for piece in line if isinstance(piece, PlacedTab)}
    return tuple(sorted({*column.stops, *placed}, key=lambda stop: stop.at))


@dataclass(slots=True)
class _Ruler:
    """How far a line has come, as long as that is `known`.

    `is_done`: all tabs are set; `is_sure`: all lines were measured, and none is too long.
    """

    column: Column
    looks: Looks
    place: float
    known: bool = True
    is_done: bool = True
    is_sure: bool = True
    furthest: float = 0
    may_break: bool = True

    def pass_by(self, piece: Inline) -> None:
        if isinstance(piece, Break):
            self.place, self.known, self.may_break = self.column.start, True, True
            return
        width = width_of(piece, self.looks) if self.known else None
        if width is None or self._fits(self.place + width):
            self.known = width is not None
            self.place += width or 0
        else:
            self._wrap(piece, self.place + width)
        self.furthest = max(self.furthest, self.place)
        self.is_sure = self.is_sure and width is not None and self.place <= self.column.limit
        self.may_break = isinstance(piece, Text) and piece.text.endswith((" ", "-"))

    def _wrap(self, piece: Inline, end: float) -> None:
        """Break a text into lines where it is beyond doubt where they break."""
        place: float | None = None
        is_over = end > self.column.limit
        can_break = self.may_break or (isinstance(piece, Text) and piece.text.startswith(" "))
        if is_over and can_break and isinstance(piece, Text):
            room = (self.column.start, self.column.limit)
            place = wrapped(piece, self.place, room, self.looks)
        self.is_sure = self.is_sure and not is_over
        self.known = place is not None
        self.place = end if place is None else place

    def tab(self, tab: Tab | PlacedTab, line: Line, at: int) -> Inline:
        if self.known:
            named = _placed(tab, self.column) if isinstance(tab, PlacedTab) else None
            stop = named or self.column.stop_after(self.place)
            width = self._gap(stop, line, at)
            if width is not None:
                self.place += width
                self.furthest = max(self.furthest, self.place)
                return Space(round(width, 3), stop.leader, tab.look)
        self.known = self.is_done = False
        return Tab(tab.look)

    def _gap(self, stop: Stop, line: Line, at: int) -> float | None:
        """Give the width of a tab to a stop, None if it depends on where lines break."""
        limit = self.column.limit
        if stop.align == "start":
            return stop.at - self.place if self._fits(stop.at) else None
        following = _until_tab(line, at + 1)
        width = width_of_all(following, self.looks)
        if width is None or self.place + width > limit:
            return None
        before = width
        if stop.align == "center":
            before = width / 2
        elif stop.align == "decimal":
            before = before_point(following, self.looks)
        end = min(stop.at - before, limit - TINY - width)
        return max(end - self.place, 0)

    def _fits(self, place: float) -> bool:
        return place <= self.column.limit - SAFE


def _placed(tab: PlacedTab, column: Column) -> Stop:
    """Give the stop that a tab names itself: the middle or the end of the column."""
    leader = LEADERS.get(tab.leader, "none")
    if tab.align == "center":
        return Stop(round(column.limit / 2, 3), "center", leader)
    if tab.align == "right":
        return Stop(round(column.limit, 3), "end", leader)
    return Stop(column.start, "start", leader)


def _until_tab(line: Line, start: int) -> list[Inline]:
    """Give what a tab aligns: all up to the next tab or the end of the line."""
    found: list[Inline] = []
    for at in range(start, len(line)):
        piece = line[at]
        if isinstance(piece, Tab | PlacedTab | Break):
            break
        found.append(piece)
    return found
