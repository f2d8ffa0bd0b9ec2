"""The inside of a tag → what it says, in a fixed spelling, or why it is not allowed."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from jinja2 import TemplateSyntaxError, nodes

from docgen.press.word.environment import environment
from docgen.press.word.judging import Problem, refused
from docgen.press.word.shapes import FREE, PACK, Demands
from docgen.press.word.tags import Tag

LONGEST = 200
FREE_LONGEST = 1_000
OWN_LONGEST = 100_000
KEPT = 1_000
"""How many tags, none longer than a pack's may be, are kept as read: papers say the same ones."""
DASHES = "-+"
PLAIN = re.compile(r"[A-Za-z0-9 ,.]")
WORD = re.compile(r"[A-Za-z]*")
PERCENT = "\ue000"
"""Stands for the sign of a remainder while docxtpl's patterns look for the ends of tags."""
SHELLS = {
    "print": "{{{{ {} }}}}",
    "if": "{{% {} %}}{{% endif %}}",
    "elif": "{{% if x %}}{{% {} %}}{{% endif %}}",
    "for": "{{% {} %}}{{% endfor %}}",
    "else": "{{% if x %}}{{% {} %}}{{% endif %}}",
    "endif": "{{% if x %}}{{% {} %}}",
    "endfor": "{{% for x in y %}}{{% {} %}}",
}
FREE_SHELLS = {**SHELLS, "set": "{{% {} %}}"}
CELLS = {"colspan": "docgen.span", "cellbg": "docgen.colour"}
MERGERS = frozenset({"hm", "vm"})
PRINTERS = {"r": "docgen.runs", "p": "docgen.paragraphs"}
ENVIRONMENTS = {False: environment(PACK), True: environment(FREE)}


@dataclass(frozen=True, slots=True)
class Said:
    """What a tag says; `clean` spells it.

    `word` is print, if, elif, else, endif, for or endfor; in free templates set, colspan,
    cellbg, hm and vm as well.
    """

    word: str
    clean: str
    tree: nodes.Template


Read = tuple[Said | None, tuple[Problem, ...]]


def read_tag(tag: Tag, demands: Demands = PACK) -> Read:
    """Read the inside of a `{{ }}` or `{% %}` tag; trees of the same tags are the same."""
    wherever = replace(tag, start=0, end=0)
    return _read(wherever, demands) if len(tag.text) > LONGEST else _kept(wherever, demands)


@lru_cache(KEPT)
def _kept(tag: Tag, demands: Demands) -> Read:
    return _read(tag, demands)


def _read(tag: Tag, demands: Demands) -> Read:
    early = _refused_early(tag, demands)
    if early is not None:
        return None, (early,)
    word = "print" if tag.sign == "{{" else _first_word(tag)
    body = tag.body.removeprefix(word).strip() if word in CELLS else tag.body
    try:
        clean = "" if word in MERGERS else _respell(body, demands)
        shell = FREE_SHELLS.get(word, SHELLS["print"])
        tree = parsed("" if word in MERGERS else shell.format(clean), demands)
        problems = tuple(dict.fromkeys(refused(tree, demands)))
    except (TemplateSyntaxError, UnicodeDecodeError):
        return None, (("word-tag-misspelt", {}),)
    except RecursionError:
        return None, (("word-tag-too-long", {"limit": str(_longest(demands))}),)
    found = tuple((rule, {"what": what}) for rule, what in problems)
    return (None if found else Said(word, _clean(tag, word, clean), tree)), found


def parts_of(body: str, demands: Demands = PACK) -> tuple[tuple[str, str], ...]:
    """Take the inside of a tag apart: the kind and text of each piece, blanks among them."""
    tokens = ENVIRONMENTS[demands.free].lex("{{ " + body.strip() + " }}")
    return tuple((kind, value) for _, kind, value in tokens)[2:-2]


def parsed(source: str, demands: Demands) -> nodes.Template:
    """Parse a source of tags in their fixed spelling."""
    return ENVIRONMENTS[demands.free].parse(source.replace(PERCENT, "%"))


def _clean(tag: Tag, word: str, clean: str) -> str:
    """Spell a tag for docxtpl's patterns; what is printed as more than text goes by a filter."""
    if word in MERGERS:
        return word
    if word in CELLS:
        return f"{word} ({clean})|{CELLS[word]}"
    return f"({clean})|{PRINTERS[tag.level]}" if word == "print" and tag.level else clean


def _first_word(tag: Tag) -> str:
    found = WORD.match(tag.body)
    return found[0] if found else ""


def _longest(demands: Demands) -> int:
    if demands.own:
        return OWN_LONGEST
    return FREE_LONGEST if demands.free else LONGEST


def _refused_early(tag: Tag, demands: Demands) -> Problem | None:
    if tag.text[2] in DASHES or tag.text[-3] in DASHES:
        return "word-dash", {}
    if len(tag.body) > _longest(demands):
        return "word-tag-too-long", {"limit": str(_longest(demands))}
    if not tag.body:
        return "word-tag-misspelt", {}
    if tag.level not in _levels(tag, demands):
        return "word-level-not-allowed", {"level": tag.level}
    return _refused_word(_first_word(tag), tag.level, demands) if tag.sign == "{%" else None


def _levels(tag: Tag, demands: Demands) -> frozenset[str]:
    if tag.sign == "{{":
        return frozenset({"", "r", "p"}) if demands.free else frozenset({""})
    return frozenset({"", "p", "tr", "tc", "r"}) if demands.free else frozenset({"", "p", "tr"})


def _refused_word(word: str, level: str, demands: Demands) -> Problem | None:
    if demands.free and (word in CELLS or word in MERGERS):
        return ("word-block-not-allowed", {}) if level else None
    shells = FREE_SHELLS if demands.free else SHELLS
    if word not in shells or word == "print":
        return "word-block-not-allowed", {}
    return None if level or demands.free else ("word-block-in-sentence", {"what": word})


def _respell(body: str, demands: Demands) -> str:
    """Spell a tag so that no pattern for XML or tags can meet anything inside its texts."""
    return "".join(_token(kind, value) for kind, value in parts_of(body, demands)).strip()


def _token(kind: str, value: str) -> str:
    if kind == "whitespace":
        return " "
    if kind == "operator" and value == "%":
        return PERCENT
    return quoted(_said(value)) if kind == "string" else value


def _said(literal: str) -> str:
    return literal[1:-1].encode("ascii", "backslashreplace").decode("unicode-escape")


def quoted(text: str) -> str:
    """Write a text as a constant of a tag, in letters that mean nothing to XML or Jinja."""
    return "'" + "".join(sign if PLAIN.match(sign) else _escape(sign) for sign in text) + "'"


def _escape(sign: str) -> str:
    return f"\\U{ord(sign):08x}"
