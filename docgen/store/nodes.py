"""libyaml's events → nodes with places, one by one and without recursion, within limits."""

from dataclasses import dataclass, field

import yaml

from docgen.check.faults import shown
from docgen.model.finding import Finding, fault
from docgen.model.sheet import Fields, Items, Mark, Node, Scalar
from docgen.store.characters import FORBIDDEN, forbidden
from docgen.store.syntax import explained
from docgen.store.yaml_faults import FAULTS

NO_MARK = yaml.Mark("", 0, 0, 0, "", 0)
LOADER = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a sheet may hold: bytes, characters of one text, depth, faults told."""

    size: int = 1_000_000
    text: int = 20_000
    depth: int = 20
    faults: int = 100


@dataclass(slots=True)
class Open:
    """A mapping or sequence that is being read; `key` waits for its value."""

    mark: Mark
    is_fields: bool
    entries: list[tuple[Scalar, Node]] = field(default_factory=list)
    items: list[Node] = field(default_factory=list)
    key: Scalar | None = None
    lines: dict[str, int] = field(default_factory=dict)

    @property
    def closed(self) -> Node:
        """Give the node, now that all of it is read."""
        if self.is_fields:
            return Fields(tuple(self.entries), self.mark)
        return Items(tuple(self.items), self.mark)


class Unreadable(Exception):
    """The rest of the file makes no sense; what is wrong has been told."""


class Building:
    """Builds the tree of one file and collects its faults."""

    def __init__(self, shown: str, limits: Limits) -> None:
        """Start with nothing built."""
        self.shown = shown
        self.limits = limits
        self.root: Node | None = None
        self.findings: list[Finding] = []
        self._open: list[Open] = []
        self._documents = 0

    def tell(self, rule: str, place: Mark, **names: object) -> None:
        """Add a fault; past the limit, one last line says that there are more."""
        if len(self.findings) < self.limits.faults:
            self.findings.append(fault(FAULTS, rule, place, **names))
            return
        self.findings.append(fault(FAULTS, "yaml-and-more", place, limit=self.limits.faults))
        raise Unreadable

    def build(self, text: str) -> None:
        """Build the tree of a text; a syntax error is told after what was found before it."""
        guessed = any(each.rule == "yaml-tab" for each in self.findings)
        loader = LOADER(text)
        try:
            while (event := loader.get_event()) is not None:
                self._take(event)
        except yaml.MarkedYAMLError as error:
            self.root = None
            if not guessed:
                self.findings.append(explained(error, text, self.shown))
        except Unreadable:
            self.root = None
        finally:
            loader.dispose()

    def _take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.CollectionEndEvent):
            self._add(self._open.pop().closed)
            return
        start = event.start_mark or NO_MARK
        mark = Mark(self.shown, start.line + 1, start.column + 1)
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event, mark)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._start(event, mark)
        elif isinstance(event, yaml.AliasEvent):
            self.tell("yaml-alias", mark)
            self._add(Scalar("", mark))
        elif isinstance(event, yaml.DocumentStartEvent):
            self._document(mark)

    def _document(self, mark: Mark) -> None:
        self._documents += 1
        if self._documents > 1:
            self.tell("yaml-two-documents", mark)
            raise Unreadable

    def _scalar(self, event: yaml.ScalarEvent, mark: Mark) -> None:
        text = event.value
        if event.anchor or event.tag:
            self._refuse_marks(event, mark)
        if len(text) > self.limits.text:
            self.tell("yaml-text-too-long", mark, limit=self.limits.text)
        if event.style == '"' and (found := FORBIDDEN.search(text)):
            self.findings.append(forbidden(found[0], mark))
        self._add(Scalar(text, mark, not event.style))

    def _refuse_marks(
        self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, mark: Mark
    ) -> None:
        if event.anchor:
            self.tell("yaml-alias", mark)
        if event.tag:
            self.tell("yaml-tag", mark)

    def _start(self, event: yaml.CollectionStartEvent, mark: Mark) -> None:
        if event.anchor or event.tag:
            self._refuse_marks(event, mark)
        if len(self._open) == self.limits.depth:
            self.tell("yaml-too-deep", mark, limit=self.limits.depth)
            raise Unreadable
        self._open.append(Open(mark, isinstance(event, yaml.MappingStartEvent)))

    def _add(self, node: Node) -> None:
        if not self._open:
            self.root = None if node == Scalar("", node.mark) else node
            return
        top = self._open[-1]
        if not top.is_fields:
            top.items.append(node)
        elif top.key is None:
            top.key = self._key(node)
        else:
            self._entry(top, top.key, node)

    def _key(self, node: Node) -> Scalar:
        if isinstance(node, Scalar) and node.text:
            return node
        self.tell("yaml-key", node.mark)
        return Scalar("", node.mark)

    def _entry(self, top: Open, key: Scalar, node: Node) -> None:
        top.key = None
        first = top.lines.setdefault(key.text, key.mark.line)
        if len(top.lines) > len(top.entries):
            top.entries.append((key, node))
        elif key.text:
            self.tell("yaml-duplicate-key", key.mark, name=shown(key.text), first=first)
