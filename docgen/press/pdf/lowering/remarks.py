"""Constructs that lowering can't take → remarks, each once, with its first place and a count."""

from dataclasses import dataclass, field

from docgen.press.ooxml.names import Element, local
from docgen.press.pdf.gate.places import where_of
from docgen.press.pdf.tree import Remark

STORIES = {"hdr": "header", "ftr": "footer", "footnotes": "footnote", "endnotes": "endnote"}
MOST = 20  # remarks of one rule with different names; more are counted with the last
PLACED = 5  # of these say where
Key = tuple[str, tuple[tuple[str, str], ...]]


@dataclass(slots=True)
class _Told:
    where: str
    stops: bool
    count: int = 1


@dataclass(slots=True)
class Remarks:
    """Gathers what is told of one file; `times` says how often something was."""

    times: int = 0
    _told: dict[Key, _Told] = field(default_factory=dict)

    def tell(self, rule: str, element: Element | None, *, stops: bool = True, **names: str) -> None:
        """Tell of a construct; `element` stands at its place, None for the whole file."""
        self.times += 1
        key = (rule, tuple(sorted(names.items())))
        told, like = self._told.get(key), [each for each in self._told if each[0] == rule]
        if told is None and len(like) >= MOST:
            told = self._told[like[-1]]
        if told is None:
            place = "" if element is None or len(like) > PLACED else _where(element)
            self._told[key] = _Told(place, stops)
        else:
            told.count += 1
            told.stops = told.stops or stops

    def all(self) -> tuple[Remark, ...]:
        """Give the remarks in the order they were told; `count` says in how many places."""
        return tuple(
            Remark(rule, told.where, {**dict(names), "count": str(told.count)}, told.stops)
            for (rule, names), told in self._told.items()
        )


def _where(element: Element) -> str:
    root = local(element.getroottree().getroot())
    return where_of(element, STORIES.get(root, "body"))
