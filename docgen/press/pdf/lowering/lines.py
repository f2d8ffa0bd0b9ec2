"""The lines of a paragraph that its own breaks end → the same, each with something of a height."""

from collections.abc import Iterable

from docgen.press.pdf.runs import Break, Inline, Mark, Space

FLAT = (Space, Break, Mark)  # what gives a line no height


def heightened(pieces: list[Inline], look: int) -> list[Inline]:
    """Give each line without text a gap that is as high as a look; others need none."""
    return [piece for line in _lines(pieces) for piece in _high(line, look)]


def _lines(pieces: Iterable[Inline]) -> list[list[Inline]]:
    """Split after the ends of lines."""
    lines: list[list[Inline]] = [[]]
    for piece in pieces:
        lines[-1].append(piece)
        if isinstance(piece, Break):
            lines.append([])
    return lines


def _high(line: list[Inline], look: int) -> list[Inline]:
    gaps = [piece for piece in line if isinstance(piece, Space)]
    plain = [Space(p.width, p.leader) if isinstance(p, Space) else p for p in line]
    if not all(isinstance(piece, FLAT) for piece in line):
        return plain
    if not gaps:
        return [Space(0, look=look), *plain]
    first = line.index(gaps[0])
    plain[first] = gaps[0] if gaps[0].look is not None else Space(gaps[0].width, look=look)
    return plain
