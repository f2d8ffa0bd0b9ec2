"""A plain value → what stands in the XML for it: escaped, line breaks as Word's."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from jinja2 import Undefined

from docgen.press.word.plain import Stopped

BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
MOST_BITS = 10_000


@dataclass(frozen=True, slots=True)
class Made:
    """What a value of more than words is in XML: in a text's place, as runs, or as paragraphs.

    What stands in a text's place is made when it is first printed.
    """

    inline: Callable[[], str] | None = None
    runs: str | None = None
    blocks: str | None = None


KINDS = {
    dict: "a group of values",
    list: "a list",
    tuple: "a list",
    bool: "yes or no",
    type(None): "nothing",
    Undefined: "nothing",
    Made: "what stands by itself alone (rich text as {{r … }}, a document as {{p … }})",
}


class Xml(str):
    """XML that this program made of a value; templates and callers can't make any."""

    __slots__ = ()


def escaped(text: str) -> str:
    """Write a text so that XML reads it as it is."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    return text.replace(">", "&gt;") if ">" in text else text


def text_in_word(value: object) -> str:
    """Print a value as text of a run; tabs and listings are settled when a part is whole."""
    if type(value) is not str:
        if type(value) is Xml:
            return value
        if type(value) is Made and value.inline is not None:
            return value.inline()
        value = printable(value)
    if "&" in value:
        value = value.replace("&", "&amp;")
    if "<" in value:
        value = value.replace("<", "&lt;")
    if ">" in value:
        value = value.replace(">", "&gt;")
    return value.replace("\n", BREAK) if "\n" in value else value


def text_in_line(value: object) -> str:
    """Print a value on one line, for properties and alt texts."""
    return escaped(" ".join(printable(value).replace("\a", " ").split()))


def printable(value: object) -> str:
    """Give a text or number as text; raises Stopped for anything else."""
    kind = type(value)
    if kind is str:
        return value  # type: ignore[return-value]
    if kind is int and value.bit_length() < MOST_BITS:  # type: ignore[attr-defined]
        return str(value)
    if kind is float or kind is Decimal:
        return str(value)
    raise stopped("word-not-printable", value)


def stopped(rule: str, value: object) -> Exception:
    """Make the end of a merge for a value of the wrong kind; an unknown name tells itself."""
    return Stopped(rule, kind_of(value))


def kind_of(value: object) -> str:
    """Say what kind a value is; an unknown name tells itself."""
    if isinstance(value, Undefined):
        str(value)
    return KINDS.get(type(value), "text")
