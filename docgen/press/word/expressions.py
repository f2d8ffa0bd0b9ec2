"""A line with tags, as a pack writes it for a field of a form → the text that it gives of values.

The same tags as in any Word template: strict, sandboxed, on plain data alone. A field is no
sentence to be translated, so it may have conditions inside.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from jinja2 import Template, TemplateSyntaxError, UndefinedError

from docgen.press.word.environment import PlainContext
from docgen.press.word.names import names_said
from docgen.press.word.plain import Budget, Stopped
from docgen.press.word.shapes import FREE
from docgen.press.word.syntax import ENVIRONMENTS, Said, read_tag
from docgen.press.word.tags import Tag, scan

ENVIRONMENT = ENVIRONMENTS[True]
WORDS = frozenset({"print", "if", "elif", "else", "endif"})
SHELLS = {"print": "{{{{ {} }}}}"}
STATEMENT = "{{% {} %}}"


@dataclass(frozen=True, slots=True)
class Line:
    """A line with tags in its fixed spelling, and the dotted names that it uses."""

    source: str
    names: tuple[str, ...]

    def text(self, values: Mapping[str, object]) -> str:
        """Give what it says of values; raises `LookupError` for a name without a value."""
        context = PlainContext(ENVIRONMENT, dict(values), None, {})
        context.budget = Budget.of(1)
        try:
            return "".join(_compiled(self.source).root_render_func(context))
        except (UndefinedError, Stopped) as error:
            raise LookupError(self.source) from error


@lru_cache(maxsize=2_000)
def read_line(text: str, row: str = "") -> Line | None:
    """Read a line, None where a tag is none or not allowed; `row` is the list of its rows."""
    said = list(_said(text))
    pieces = [each for each in said if isinstance(each, Said)]
    if None in said or any(each.word not in WORDS for each in pieces):
        return None
    source = "".join(each if isinstance(each, str) else _spelt(each) for each in said if each)
    scope = {"row": f"{row}[]"} if row else {}
    try:
        ENVIRONMENT.parse(source)
    except TemplateSyntaxError:
        return None
    return Line(source, tuple(name for each in pieces for name in names_said(each, scope)))


@lru_cache(maxsize=2_000)
def _compiled(source: str) -> Template:
    return ENVIRONMENT.from_string(source)


def _said(text: str) -> Iterator[Said | str | None]:
    """Give what a line says piece by piece; None for what can't be read."""
    at = 0
    for piece in scan(text):
        if not isinstance(piece, Tag) or piece.level:
            yield None
            return
        yield text[at : piece.start]
        yield read_tag(piece, FREE)[0]
        at = piece.end
    yield text[at:]


def _spelt(said: Said) -> str:
    return SHELLS.get(said.word, STATEMENT).format(said.clean)
