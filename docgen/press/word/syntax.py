"""The inside of a tag → what it says, in a fixed spelling, or why it is not allowed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import TemplateSyntaxError, nodes

from docgen.press.word.environment import FILTERS, environment, text_in_word
from docgen.press.word.tags import Tag

Problem = tuple[str, dict[str, str]]

LONGEST = 200
DASHES = "-+"
RESERVED = frozenset({"self", "super", "caller", "varargs", "kwargs", "none", "None"})
CLOSING = frozenset({"else", "endif", "endfor"})
OPENING = frozenset({"if", "for"})
PLAIN = re.compile(r"[A-Za-z0-9 ,.]")
WORD = re.compile(r"[A-Za-z]*")
SHELLS = {
    "print": "{{{{ {} }}}}",
    "if": "{{% {} %}}{{% endif %}}",
    "elif": "{{% if x %}}{{% {} %}}{{% endif %}}",
    "for": "{{% {} %}}{{% endfor %}}",
    "else": "{{% if x %}}{{% {} %}}{{% endif %}}",
    "endif": "{{% if x %}}{{% {} %}}",
    "endfor": "{{% for x in y %}}{{% {} %}}",
}
ALLOWED: tuple[type[nodes.Node], ...] = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Getattr,
    nodes.Getitem,
    nodes.Const,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.If,
    nodes.For,
    nodes.Filter,
)
CONSTRUCTS: tuple[tuple[type[nodes.Node], str], ...] = (
    (nodes.Call, "a call with ( )"),
    (nodes.Slice, "a part of a list with [ : ]"),
    (nodes.Concat, "joining with ~"),
    (nodes.BinExpr, "reckoning"),
    (nodes.UnaryExpr, "reckoning"),
    (nodes.Test, "a question with “is”"),
    (nodes.CondExpr, "an “if” inside {{ }}"),
    (nodes.Literal, "a list of values in brackets"),
)
ENVIRONMENT = environment(text_in_word)


@dataclass(frozen=True, slots=True)
class Said:
    """What a tag says: `word` is print, if, elif, else, endif, for or endfor; `clean` spells it."""

    word: str
    clean: str
    tree: nodes.Template


def read_tag(tag: Tag) -> tuple[Said | None, tuple[Problem, ...]]:
    """Read the inside of a `{{ }}` or `{% %}` tag."""
    early = _refused_early(tag)
    if early is not None:
        return None, (early,)
    word = "print" if tag.sign == "{{" else _first_word(tag)
    try:
        clean = _respell(tag.body)
        tree = ENVIRONMENT.parse(SHELLS[word].format(clean))
        problems = tuple(dict.fromkeys(refused(tree)))
    except (TemplateSyntaxError, UnicodeDecodeError):
        return None, (("word-tag-misspelt", {}),)
    except RecursionError:
        return None, (("word-tag-too-long", {"limit": str(LONGEST)}),)
    found = tuple((rule, {"what": what}) for rule, what in problems)
    return (None if found else Said(word, clean, tree)), found


def _first_word(tag: Tag) -> str:
    found = WORD.match(tag.body)
    return found[0] if found else ""


def _refused_early(tag: Tag) -> Problem | None:
    if tag.text[2] in DASHES or tag.text[-3] in DASHES:
        return "word-dash", {}
    if len(tag.body) > LONGEST:
        return "word-tag-too-long", {"limit": str(LONGEST)}
    if not tag.body:
        return "word-tag-misspelt", {}
    levels = {""} if tag.sign == "{{" else {"", "p", "tr"}
    if tag.level not in levels:
        return "word-level-not-allowed", {"level": tag.level}
    return _refused_word(_first_word(tag), tag.level) if tag.sign == "{%" else None


def _refused_word(word: str, level: str) -> Problem | None:
    if word not in SHELLS or word == "print":
        return "word-block-not-allowed", {"what": word}
    return None if level else ("word-block-in-sentence", {"what": word})


def _respell(body: str) -> str:
    """Spell a tag so that no pattern for XML or tags can meet anything inside its texts."""
    tokens = ENVIRONMENT.lex("{{ " + body + " }}")
    pieces = [_token(kind, value) for _, kind, value in tokens]
    return "".join(pieces[1:-1]).strip()


def _token(kind: str, value: str) -> str:
    if kind == "whitespace":
        return " "
    return quoted(_said(value)) if kind == "string" else value


def _said(literal: str) -> str:
    return literal[1:-1].encode("ascii", "backslashreplace").decode("unicode-escape")


def quoted(text: str) -> str:
    """Write a text as a constant of a tag, in letters that mean nothing to XML or Jinja."""
    return "'" + "".join(sign if PLAIN.match(sign) else _escape(sign) for sign in text) + "'"


def _escape(sign: str) -> str:
    return f"\\U{ord(sign):08x}"


def refused(tree: nodes.Node) -> Iterator[tuple[str, str]]:
    """Go through a syntax tree and tell all that is not on the list."""
    waiting: list[nodes.Node] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ALLOWED):
            yield from _judge(node)
            waiting.extend(node.iter_child_nodes())
        else:
            yield "word-not-allowed", _name_of(node)


def _name_of(node: nodes.Node) -> str:
    named = (name for kind, name in CONSTRUCTS if isinstance(node, kind))
    return next(named, type(node).__name__)


def _judge(node: nodes.Node) -> Iterator[tuple[str, str]]:
    if isinstance(node, nodes.Name):
        yield from _judge_name(node.name)
    elif isinstance(node, nodes.Getattr):
        yield from _judge_name(node.attr)
    elif isinstance(node, nodes.Getitem):
        yield from _judge_item(node.arg)
    elif isinstance(node, nodes.Filter):
        yield from _judge_filter(node)
    elif isinstance(node, nodes.For):
        yield from _judge_loop(node)


def _judge_name(name: str) -> Iterator[tuple[str, str]]:
    if name.startswith("_") or name in RESERVED:
        yield "word-name-not-allowed", name


def _judge_item(item: nodes.Node) -> Iterator[tuple[str, str]]:
    if isinstance(item, nodes.Const):
        yield from _judge_name(str(item.value))
    elif not isinstance(item, nodes.Slice):
        yield "word-not-allowed", "a name in [ ]"


def _judge_filter(node: nodes.Filter) -> Iterator[tuple[str, str]]:
    if node.name not in FILTERS:
        yield "word-filter-not-allowed", node.name
        return
    plain = all(isinstance(arg, nodes.Const) and isinstance(arg.value, str) for arg in node.args)
    most = 1 if node.name == "join" else 0
    if not plain or len(node.args) > most or node.kwargs or node.dyn_args or node.dyn_kwargs:
        yield "word-filter-not-allowed", node.name + " with these brackets"


def _judge_loop(node: nodes.For) -> Iterator[tuple[str, str]]:
    if node.recursive:
        yield "word-not-allowed", "“recursive”"
    if not isinstance(node.target, nodes.Name) or node.target.name == "loop":
        yield "word-not-allowed", "a loop over two names at once"
