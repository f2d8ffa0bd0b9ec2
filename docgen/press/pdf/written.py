"""Values of the tree → the text of their JSON; blocks that were written before are known again."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from docgen.press.pdf.runs import Look
from docgen.press.pdf.shared import Asked, Plain, look_of
from docgen.press.pdf.tree import Block

MOST, MOST_KEPT = 2_000, 16
"""So many blocks are known again, for each of so many rows of looks."""
_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode


def written(plain: object, **parts: str) -> str:
    """Write a value as JSON; parts of it that are written already follow by their names."""
    text = _encode(plain)
    return f"{text[:-1]},{parts_of(parts)[1:]}" if parts else text


def parts_of(parts: Mapping[str, str]) -> str:
    """Write what is written already under names."""
    return f"{{{','.join([f'{_encode(name)}:{part}' for name, part in parts.items()])}}}"


def listed(parts: Sequence[str]) -> str:
    """Write parts one after the other."""
    return f"[{','.join(parts)}]"


class Written(NamedTuple):
    """A block as JSON but for its gap (None: it has none), and what its last line hangs over."""

    text: str
    gap: float | None = None
    over: float = 0
    breaks: bool = False

    def below(self, over: float) -> str:
        """Give the JSON under a block that hangs over by so much; at a page's end that is gone."""
        if self.gap is None:
            return self.text
        gap = round(self.gap + over, 3) if over and not self.breaks else self.gap
        return f'{self.text[:-1]},"gap":{gap}}}'


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """A block as written before, the rows of tables it points at, and how many headings it holds.

    It holds the block, so that no other can be taken for it.
    """

    block: Block
    written: Written
    formats: Asked
    kinds: Asked
    headings: int


@dataclass(frozen=True, slots=True, eq=False)
class Memory:
    """The blocks known again among letters of the same looks, and these as JSON."""

    looks: str
    blocks: dict[tuple[int, float, bool], Known] = field(default_factory=dict)

    def keep(self, key: tuple[int, float, bool], known: Known) -> None:
        """Keep a block; where there are too many, all go and are written anew when needed."""
        if len(self.blocks) >= MOST:
            self.blocks.clear()
        self.blocks[key] = known


_memories: dict[tuple[tuple[Look, ...], float], Memory] = {}


def memory_of(looks: tuple[Look, ...], room: float) -> Memory:
    """Give the memory of letters with these looks, whose pages have so much room."""
    found = _memories.get((looks, room))
    if found is None:
        if len(_memories) >= MOST_KEPT:
            _memories.clear()
        plain: list[Plain] = [look_of(look) for look in looks]
        found = _memories[looks, room] = Memory(written(plain))
    return found


def forget_blocks() -> None:
    """Let go of all blocks."""
    _memories.clear()
