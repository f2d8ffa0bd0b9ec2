"""What libyaml says of a line it can't read → a fault in plain words at the place to mend."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import yaml

from docgen.model.finding import Finding, fault
from docgen.model.sheet import Mark
from docgen.store.yaml_faults import FAULTS

NO_SPACE = re.compile(r"\s*(?:- +)?([A-Za-z_][\w-]*):(?=[^\s:])")
LINES_BACK = 200
SAID = (
    ("yaml-tag", re.compile("a tag")),
    ("yaml-alias", re.compile("an anchor|an alias")),
    ("yaml-backslash", re.compile("escape|hexdecimal|hexadecimal")),
    ("yaml-hyphen", re.compile("block sequence entries are not allowed")),
    ("yaml-bracket", re.compile("expected ',' or")),
    ("yaml-colon", re.compile("mapping values are not allowed")),
    ("yaml-colon-missing", re.compile("could not find expected ':'")),
    ("yaml-sign", re.compile("cannot start any token")),
    ("yaml-indent", re.compile("did not find expected (?:key|'-' indicator|<document start>)")),
)
BY_COLON = frozenset({"yaml-colon", "yaml-colon-missing"})
BY_END = frozenset({"yaml-bracket", "yaml-indent"})


@dataclass(frozen=True, slots=True)
class Trouble:
    """Where reading stopped: the file's lines, the place, and the place where the thing began."""

    lines: Sequence[str]
    shown: str
    at: tuple[int, int]
    began: tuple[int, int]

    def tell(self, rule: str, at: tuple[int, int], **names: object) -> Finding:
        """Make the fault at a place counted from 0."""
        place = Mark(self.shown, at[0] + 1, at[1] + 1)
        return fault(FAULTS, rule, place, first=self.began[0] + 1, **names)

    def line(self, number: int) -> str:
        """Give a line counted from 0; nothing past either end."""
        return self.lines[number] if 0 <= number < len(self.lines) else ""

    @property
    def before(self) -> str:
        """Give what stands in the line before the place."""
        return self.line(self.at[0])[: self.at[1]]


def explained(error: yaml.MarkedYAMLError, text: str, shown: str) -> Finding:
    """Tell in plain words why a file can't be read, and where."""
    at = _place(error.problem_mark)
    began = _place(error.context_mark) if error.context_mark else at
    trouble = Trouble(text.split("\n"), shown, at, began)
    said = f"{error.context or ''} {error.problem or ''}"
    if "quoted scalar" in said and "escape" not in said and "hexdecimal" not in said:
        return trouble.tell("yaml-quote-open", began)
    rule = next((rule for rule, pattern in SAID if pattern.search(said)), "yaml-broken")
    return _looked_at(rule, trouble)


def _place(mark: yaml.Mark | None) -> tuple[int, int]:
    return (mark.line, mark.column) if mark else (0, 0)


def _looked_at(rule: str, trouble: Trouble) -> Finding:
    """Look at the line itself: libyaml often stops later than the slip was made."""
    found = None
    if rule in BY_COLON:
        found = _no_space(trouble)
    elif rule in BY_END:
        found = _no_key(trouble) or _after_end(trouble)
    at = trouble.began if rule == "yaml-colon-missing" else trouble.at
    return found or trouble.tell(rule, at)


def _no_space(trouble: Trouble) -> Finding | None:
    line = trouble.at[0]
    for number in (line, line - 1, trouble.began[0]):
        found = NO_SPACE.match(trouble.line(number))
        if found:
            return trouble.tell("yaml-no-space", (number, found.start(1)), name=found[1])
    return None


def _no_key(trouble: Trouble) -> Finding | None:
    line, column = trouble.at
    begins = trouble.line(line)[column : column + 1] == ":" and not trouble.before.strip(" -{,")
    return trouble.tell("yaml-key", trouble.at) if begins else None


def _after_end(trouble: Trouble) -> Finding | None:
    before = trouble.before.rstrip()
    last = before[-1:]
    if last in {"}", "]"}:
        return trouble.tell("yaml-after-end", trouble.at)
    if not last or last not in "'\"":
        return None
    if before.count(last) % 2:
        return _opened_above(trouble, last)
    apart = len(before) < len(trouble.before)
    return trouble.tell("yaml-after-end" if apart else "yaml-apostrophe", trouble.at)


def _opened_above(trouble: Trouble, quote: str) -> Finding | None:
    line = trouble.at[0]
    for number in range(line - 1, max(line - LINES_BACK, -1), -1):
        if trouble.line(number).count(quote) % 2:
            return trouble.tell("yaml-quote-open", (number, trouble.line(number).rfind(quote)))
    return None
